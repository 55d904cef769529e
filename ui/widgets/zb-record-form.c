/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-record-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/zb-id-number.h"
#include "service/zb-words.h"
#include "widgets/zb-field-editor.h"
#include "widgets/zb-field-row.h"
#include "widgets/zb-place-group.h"

/* How long the hand must rest before the draft is looked through. */
#define REST_MS 200
#define MAX_ALIKE 3
#define NOTICES_HEIGHT 150

struct _ZbRecordForm
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) (nullable) */
  const ZbFormSpec *spec; /* (unowned) (nullable) */
  ZbRecord *draft;      /* (owned) (nullable) */
  ZbRecord *before;     /* (owned) (nullable): as it was read */
  GPtrArray *rows;      /* (owned) (element-type ZbFieldRow): unowned rows */
  gboolean is_changed;
  gboolean is_filling;
  guint look_id;
  guint fit_id;
  gboolean is_new_notice; /* not laid out yet */

  GtkWidget *box;
  GtkWidget *notices_scrolled;
  GtkWidget *notices;
  AdwPreferencesPage *page;
  ZbPlaceGroup *place; /* (nullable): where it belongs */
};

enum {
  CHANGED,
  OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbRecordForm, zb_record_form, GTK_TYPE_WIDGET)

static ZbFieldRow *
row_of (ZbRecordForm *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (zb_field_row_get_field (g_ptr_array_index (self->rows, i))->name, name))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* Notices. */

static void
on_look_clicked (GtkButton *button, ZbRecordForm *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  g_signal_emit (self, signals[OPEN_RECORD], 0, *id);
}

static void
add_notice (ZbRecordForm *self, const char *words, gint64 id)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  if (id != 0)
    {
      GtkWidget *button = gtk_button_new_with_label (self->draft->kind == &zb_kind_member ? _("Look") : _("Take This One"));

      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect (button, "clicked", G_CALLBACK (on_look_clicked), self);
      gtk_box_append (GTK_BOX (line), button);
    }
  gtk_box_append (GTK_BOX (self->notices), line);
}

static char *
alike_words (ZbRecordForm *self, ZbMemberColumns *columns, gint64 id, const char *id_number)
{
  gint index = zb_member_columns_find (columns, id);
  ZbMemberEntry entry = { 0 };
  g_autofree char *branch = NULL;
  g_autofree char *birth = NULL;

  if (index < 0)
    return NULL;
  zb_member_columns_get (columns, (guint) index, &entry);
  branch = entry.org != 0 ? zb_registry_title (self->registry, &zb_kind_organization, entry.org) : g_strdup ("—");
  birth = zb_date_to_print (entry.birth);
  if (id_number != NULL && entry.id_number != NULL && *entry.id_number != '\0')
    {
      g_autofree char *mine = zb_id_number_eighteen (id_number);
      g_autofree char *theirs = zb_id_number_eighteen (entry.id_number);

      /* Translators: %1$s name, %2$s branch, %3$s date of birth */
      if (g_strcmp0 (mine, theirs) == 0)
        return g_strdup_printf (_("The same ID number is in the registry: %1$s, %2$s, born %3$s"), entry.name, branch, birth);
    }
  return g_strdup_printf (_("Somebody of that name is in the registry: %1$s, %2$s, born %3$s"), entry.name, branch, birth);
}

static void
look_for_alike (ZbRecordForm *self)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  const char *name = zb_record_get (self->draft, "name");
  const char *id_number = zb_record_get (self->draft, "id_number");
  g_autofree gint64 *alike = NULL;
  guint n = 0;

  if (columns == NULL || (name == NULL && id_number == NULL))
    return;
  alike = zb_member_columns_alike (columns, name != NULL ? name : "", id_number, &n);
  for (guint i = 0, shown = 0; i < n && shown < MAX_ALIKE; i++)
    {
      g_autofree char *words = alike[i] != self->draft->id ? alike_words (self, columns, alike[i], id_number) : NULL;

      if (words == NULL)
        continue;
      add_notice (self, words, alike[i]);
      shown++;
    }
}

/* As high as the notices are at the width there is, up to a limit; a scrolled window itself asks for the height that they
 * would have at a width of their own. What is new knows the size of its letters only when it was laid out once. */
static gboolean
fit_notices (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ZbRecordForm *self = ZB_RECORD_FORM (widget);
  int width = gtk_widget_get_width (widget), height;

  if (width == 0 || self->is_new_notice)
    {
      self->is_new_notice = width == 0;
      return G_SOURCE_CONTINUE;
    }
  gtk_widget_measure (self->notices, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (self->notices_scrolled, -1, MIN (height, NOTICES_HEIGHT));
  self->fit_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
look_through (gpointer user_data)
{
  ZbRecordForm *self = ZB_RECORD_FORM (user_data);
  GtkWidget *child;

  self->look_id = 0;
  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);
  if (self->draft->kind == &zb_kind_member)
    {
      g_autoptr(GPtrArray) findings = NULL;

      if (self->draft->id == 0)
        look_for_alike (self);
      if (zb_record_get (self->draft, "name") != NULL)
        findings = zb_registry_findings (self->registry, self->draft);
      for (guint i = 0; findings != NULL && i < findings->len; i++)
        {
          g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));

          add_notice (self, words, 0);
        }
    }
  if (self->spec != NULL && self->spec->notice != NULL)
    {
      g_autofree char *words = self->spec->notice (self->registry, self->draft);

      if (words != NULL && *words != '\0')
        add_notice (self, words, self->spec->same != NULL && self->draft->id == 0 ? self->spec->same (self->registry, self->draft) : 0);
    }
  gtk_widget_set_visible (self->notices_scrolled, gtk_widget_get_first_child (self->notices) != NULL);
  self->is_new_notice = TRUE;
  if (self->fit_id == 0)
    self->fit_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_notices, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
look_soon (ZbRecordForm *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (REST_MS, look_through, self);
}

/* Typing. */

/* An ID number says when somebody was born and of which sex: not typed twice. */
static void
take_from_id_number (ZbRecordForm *self, const char *number)
{
  static const char *const taken[] = { "birth_date", "sex" };
  g_autofree char *birth = zb_date_to_text (zb_id_number_birth (number));
  const char *values[] = { birth, zb_id_number_sex (number) };

  if ((zb_id_number_check (number, ZB_DATE_NONE, NULL) & (ZB_ID_NUMBER_BAD_CHECK | ZB_ID_NUMBER_BAD_BIRTH)) != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      ZbFieldRow *row = row_of (self, taken[i]);

      if (row == NULL || values[i] == NULL || zb_record_get (self->draft, taken[i]) != NULL)
        continue;
      zb_record_set (self->draft, taken[i], values[i]);
      zb_field_row_set_value (row, values[i]);
    }
}

static void
on_row_changed (ZbRecordForm *self, ZbFieldRow *row)
{
  const ZbField *field = zb_field_row_get_field (row);
  g_autofree char *value = NULL;

  if (self->is_filling)
    return;
  self->is_changed = TRUE;
  if (zb_field_row_read (row, &value, NULL))
    {
      zb_record_set (self->draft, field->name, value);
      if (field->type == ZB_FIELD_ID_NUMBER && value != NULL && self->draft->kind == &zb_kind_member)
        take_from_id_number (self, value);
      look_soon (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A private value is shown when somebody asks for it, and the log keeps that. */
static void
on_row_uncover (ZbRecordForm *self, ZbFieldRow *row)
{
  const ZbField *field = zb_field_row_get_field (row);

  zb_registry_reveal_async (self->registry, self->draft->kind, self->draft->id, field->name);
  zb_field_row_uncover (row, zb_record_get (self->draft, field->name));
}

/* Where it belongs. */

static void
on_place_changed (ZbRecordForm *self)
{
  self->is_changed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_place (ZbRecordForm *self, gint64 org)
{
  GtkWidget *place = NULL;

  if (self->draft->id == 0 && (self->draft->kind == &zb_kind_member || self->draft->kind == &zb_kind_organization))
    place = zb_place_group_new (self->registry, self->draft->kind, org);
  else if (self->draft->kind == &zb_kind_member)
    place = zb_place_group_new_for_member (self->registry, self->draft->id);
  self->place = (ZbPlaceGroup *) place;
  if (place == NULL)
    return;
  g_signal_connect_object (place, "changed", G_CALLBACK (on_place_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (place));
}

/* The rows. */

static void
add_row (ZbRecordForm *self, AdwPreferencesGroup *group, const ZbField *field)
{
  GtkWidget *editor = zb_field_editor_new (self->registry, self->draft, field);
  gboolean is_optional = self->spec != NULL && g_strcmp0 (self->spec->optional, field->name) == 0;
  GtkWidget *row = is_optional ? zb_field_row_new_optional (field, editor, _(self->spec->hint)) : zb_field_row_new (field, editor);

  if ((field->flags & ZB_FIELD_PRIVATE) != 0 && self->draft->id != 0)
    {
      g_autofree char *masked = zb_field_show (field, zb_record_get (self->draft, field->name), TRUE);

      zb_field_row_cover (ZB_FIELD_ROW (row), masked);
    }
  else
    zb_field_row_set_value (ZB_FIELD_ROW (row), zb_record_get (self->draft, field->name));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "uncover", G_CALLBACK (on_row_uncover), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_to_group (ZbRecordForm *self, GHashTable *groups, const ZbField *field)
{
  AdwPreferencesGroup *group = g_hash_table_lookup (groups, field->group);

  if (group == NULL)
    {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _(field->group));
      adw_preferences_page_add (self->page, group);
      g_hash_table_insert (groups, (gpointer) field->group, group);
    }
  add_row (self, group, field);
}

static void
add_rows (ZbRecordForm *self)
{
  const ZbKind *kind = self->draft->kind;
  const char *const *fields = self->spec != NULL ? self->spec->fields : NULL;
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    add_to_group (self, groups, zb_kind_field (kind, fields[i]));
  for (guint i = 0; fields == NULL && i < kind->n_fields; i++)
    if (zb_field_is_offered (&kind->fields[i]))
      add_to_group (self, groups, &kind->fields[i]);
}

void
zb_record_form_set_spec (ZbRecordForm *self, const ZbFormSpec *spec)
{
  self->spec = spec;
}

void
zb_record_form_fill (ZbRecordForm *self, ZbRegistry *registry, const ZbRecord *record, gint64 org)
{
  g_set_object (&self->registry, registry);
  g_clear_pointer (&self->draft, zb_record_free);
  g_clear_pointer (&self->before, zb_record_free);
  g_ptr_array_set_size (self->rows, 0);
  self->draft = zb_record_copy (record);
  self->before = zb_record_copy (record);
  if (self->page != NULL)
    gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->page));
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  self->is_filling = TRUE;
  if (record->id == 0)
    self->draft->has_private = TRUE;
  add_place (self, org);
  add_rows (self);
  self->is_filling = FALSE;
  self->is_changed = FALSE;
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->page));
  look_soon (self);
}

gboolean
zb_record_form_check (ZbRecordForm *self)
{
  ZbFieldRow *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZbFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = NULL;

      if (zb_field_row_is_covered (row))
        continue;
      if (zb_field_row_check (row) && zb_field_row_read (row, &value, NULL))
        zb_record_set (self->draft, zb_field_row_get_field (row)->name, value);
      else if (first == NULL)
        first = row;
    }
  if (first != NULL)
    zb_field_row_focus (first);
  return first == NULL;
}

/* A value that somebody else wrote, where nothing was typed here. */
static void
take_value (ZbRecordForm *self, const ZbField *field, const char *value)
{
  ZbFieldRow *row = row_of (self, field->name);

  zb_record_set (self->draft, field->name, value);
  if (row != NULL && !zb_field_row_is_covered (row))
    zb_field_row_set_value (row, value);
}

char *
zb_record_form_take_newer (ZbRecordForm *self)
{
  g_autoptr(ZbRecord) newer = zb_registry_get (self->registry, self->draft->kind, self->draft->id, TRUE, NULL);
  g_autoptr(GString) names = g_string_new (NULL);

  if (newer == NULL || newer->withdrawn)
    return NULL;
  for (guint i = 0; i < newer->kind->n_fields; i++)
    {
      const ZbField *field = &newer->kind->fields[i];

      if (!zb_field_is_stored (field) || g_strcmp0 (newer->values[i], self->before->values[i]) == 0)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", _(field->label));
      if (g_strcmp0 (self->draft->values[i], self->before->values[i]) == 0)
        take_value (self, field, newer->values[i]);
    }
  self->draft->version = newer->version;
  zb_record_free (self->before);
  self->before = g_steal_pointer (&newer);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

gboolean
zb_record_form_is_changed (ZbRecordForm *self)
{
  return self->is_changed;
}

const ZbRecord *
zb_record_form_get_draft (ZbRecordForm *self)
{
  return self->draft;
}

gint64
zb_record_form_get_org (ZbRecordForm *self)
{
  return self->place != NULL ? zb_place_group_get_org (self->place) : 0;
}

gint64
zb_record_form_get_group (ZbRecordForm *self)
{
  return self->place != NULL ? zb_place_group_get_group (self->place) : -1;
}

GtkWidget *
zb_record_form_get_editor (ZbRecordForm *self, const char *name)
{
  ZbFieldRow *row = row_of (self, name);

  return row != NULL ? zb_field_row_get_editor (row) : NULL;
}

void
zb_record_form_focus_field (ZbRecordForm *self, const char *name)
{
  ZbFieldRow *row = name != NULL ? row_of (self, name) : self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (row != NULL)
    zb_field_row_focus (row);
}

static void
zb_record_form_dispose (GObject *object)
{
  ZbRecordForm *self = ZB_RECORD_FORM (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->page = NULL;
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_record_form_parent_class)->dispose (object);
}

static void
zb_record_form_finalize (GObject *object)
{
  ZbRecordForm *self = ZB_RECORD_FORM (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->draft, zb_record_free);
  g_clear_pointer (&self->before, zb_record_free);
  G_OBJECT_CLASS (zb_record_form_parent_class)->finalize (object);
}

static void
zb_record_form_class_init (ZbRecordFormClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_record_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_RECORD] = g_signal_new ("open-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zb_record_form_init (ZbRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->notices_scrolled = gtk_scrolled_window_new ();
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->notices, "banner");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->notices_scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->notices_scrolled), self->notices);
  gtk_widget_set_visible (self->notices_scrolled, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->notices_scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
zb_record_form_new (void)
{
  return g_object_new (ZB_TYPE_RECORD_FORM, NULL);
}
