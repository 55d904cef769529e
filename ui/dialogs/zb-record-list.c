/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-hanzi.h"
#include "dialogs/zb-present.h"
#include "dialogs/zb-record-dialog.h"
#include "service/zb-registry-life.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-section.h"

/* More rows than these would take too long to make; nobody reads them in one go. */
#define MAX_ROWS 400

struct _ZbRecordList
{
  AdwBin parent_instance;

  ZbRegistry *registry;          /* (owned) */
  const ZbRecordListSpec *spec;
  char *field;                   /* (nullable) */
  gint64 id;
  gpointer data;
  char *search;                  /* (nullable) */
  GPtrArray *records;            /* (owned) (element-type ZbRecord): shown, in order */

  GtkWidget *section;
  GtkWidget *add_button;         /* (nullable) */
  GtkWidget *list;               /* (nullable) */
};

enum {
  SAID,
  FILLED,
  ADD_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbRecordList, zb_record_list, ADW_TYPE_BIN)

static void
say (ZbRecordList *self, const char *words, gboolean can_undo)
{
  zb_page_say (GTK_WIDGET (self), words, can_undo);
  g_signal_emit (self, signals[SAID], 0, words, can_undo);
}

static gboolean
can_write (ZbRecordList *self)
{
  return !zb_registry_is_read_only (self->registry);
}

/* Which record a row stands for. */
static const ZbRecord *
record_of (ZbRecordList *self, GtkWidget *row)
{
  int i = row != NULL && GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return i >= 0 && (guint) i < self->records->len ? g_ptr_array_index (self->records, (guint) i) : NULL;
}

static GtkWidget *
focused_row (ZbRecordList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && self->list != NULL && gtk_widget_get_parent (row) == self->list ? row : NULL;
}

/* Forms. */

static void
on_saved (ZbRecordList *self, gint64 id, const char *words)
{
  say (self, words, TRUE);
}

static void
open_form (ZbRecordList *self, const ZbRecord *record, gboolean is_proposal)
{
  g_autofree char *line = record->id != 0 ? self->spec->line (self->registry, record) : NULL;
  g_autofree char *title = line != NULL ? g_strdup_printf (_("Edit %s"), line) : g_strdup_printf (_("New: %s"), _(self->spec->kind->label));
  ZbRecordDialog *dialog = zb_record_dialog_new_with (self->registry, record, 0, self->spec->form, title);

  if (is_proposal)
    zb_record_dialog_set_prepared (dialog);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  zb_present_over (GTK_WINDOW (dialog), GTK_WIDGET (self));
}

void
zb_record_list_add (ZbRecordList *self, const ZbRecord *prepared)
{
  g_autoptr(ZbRecord) record = prepared != NULL ? zb_record_copy (prepared) : zb_record_new (self->spec->kind);

  if (!can_write (self))
    return;
  if (self->field != NULL && zb_record_get (record, self->field) == NULL)
    zb_record_set_int (record, self->field, self->id);
  if (self->spec->ordered)
    zb_record_set_int (record, "number", self->records->len > 0
                                           ? zb_record_get_int (g_ptr_array_index (self->records, self->records->len - 1), "number") + 1 : 1);
  if (self->spec->begin != NULL)
    self->spec->begin (self->registry, record);
  open_form (self, record, FALSE);
}

static gboolean
differ (const ZbRecord *one, const ZbRecord *other)
{
  for (guint i = 0; i < one->kind->n_fields; i++)
    if (g_strcmp0 (one->values[i], other->values[i]) != 0)
      return TRUE;
  return FALSE;
}

static void
edit (ZbRecordList *self, gint64 id)
{
  g_autoptr(ZbRecord) record = zb_registry_get (self->registry, self->spec->kind, id, TRUE, NULL);
  g_autoptr(ZbRecord) before = record != NULL ? zb_record_copy (record) : NULL;

  if (record == NULL || !can_write (self))
    return;
  if (self->spec->fixed && self->spec->begin != NULL)
    self->spec->begin (self->registry, record);
  open_form (self, record, differ (before, record));
}

/* Taking back and moving. */

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRecordList) self = ZB_RECORD_LIST (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    say (self, words != NULL ? words : "", TRUE);
  else
    {
      g_autofree char *sentence = zb_words_sentence (error);

      say (self, sentence, FALSE);
    }
}

static void
withdraw (ZbRecordList *self, gint64 id)
{
  if (can_write (self))
    zb_registry_withdraw_async (self->registry, self->spec->kind, id, NULL, on_written, g_object_ref (self));
}

/* Puts the record at @from to the place @to, and numbers all anew; only what changes is written. */
static void
move (ZbRecordList *self, guint from, guint to)
{
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autofree char *action = g_strdup_printf ("%s.reorder", self->spec->kind->name);
  ZbRecord *moved;

  if (from == to || from >= self->records->len || to >= self->records->len || !can_write (self))
    return;
  moved = g_ptr_array_index (self->records, from);
  g_ptr_array_set_free_func (self->records, NULL);
  g_ptr_array_remove_index (self->records, from);
  g_ptr_array_insert (self->records, (int) to, moved);
  g_ptr_array_set_free_func (self->records, (GDestroyNotify) zb_record_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      ZbRecord *record = g_ptr_array_index (self->records, i);

      if (zb_record_get_int (record, "number") == (gint64) i + 1)
        continue;
      zb_record_set_int (record, "number", (gint64) i + 1);
      g_ptr_array_add (changed, zb_record_copy (record));
    }
  zb_registry_save_many_async (self->registry, action, NULL, changed, NULL, on_written, g_object_ref (self));
}

static void
row_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbRecordList *self = ZB_RECORD_LIST (widget);
  GtkWidget *row = focused_row (self);
  const ZbRecord *record = record_of (self, row);
  int at = record != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  if (record == NULL || self->spec->fixed)
    return;
  if (g_str_equal (action, "records.withdraw"))
    withdraw (self, record->id);
  else if (self->spec->ordered && g_str_equal (action, "records.up") && at > 0)
    move (self, (guint) at, (guint) at - 1);
  else if (self->spec->ordered && g_str_equal (action, "records.down"))
    move (self, (guint) at, (guint) at + 1);
}

/* Dragging. */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, ZbRecordList *self)
{
  const ZbRecord *record = record_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  return record != NULL && can_write (self) ? gdk_content_provider_new_typed (G_TYPE_INT64, record->id) : NULL;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ZbRecordList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);
  guint to = row != NULL ? (guint) gtk_list_box_row_get_index (row) : self->records->len - 1;

  for (guint i = 0; i < self->records->len; i++)
    if (((ZbRecord *) g_ptr_array_index (self->records, i))->id == g_value_get_int64 (value))
      {
        move (self, i, to);
        return TRUE;
      }
  return FALSE;
}

static void
make_draggable (ZbRecordList *self, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/* Rows. */

static void
on_button_clicked (GtkButton *button, ZbRecordList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const ZbRecord *record = record_of (self, row);

  if (record == NULL)
    return;
  if (g_object_get_data (G_OBJECT (button), "withdraws") != NULL)
    withdraw (self, record->id);
  else
    edit (self, record->id);
}

static GtkWidget *
button_new (ZbRecordList *self, const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, can_write (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked), self, 0);
  return button;
}

static GtkWidget *
row_new (ZbRecordList *self, const ZbRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = self->spec->line (self->registry, record);
  g_autofree char *detail = self->spec->detail != NULL ? self->spec->detail (self->registry, record) : NULL;
  g_autofree char *edit_label = g_strdup_printf (_("Edit %s"), line);
  /* Translators: for a screen reader and a tooltip; %s is the name of a record */
  g_autofree char *withdraw_label = g_strdup_printf (_("Take Back %s"), line);
  /* What stays as it was written is not offered to be edited. */
  GtkWidget *edit_button = (record->kind->keeps & ZB_KEEPS_VALUES) == 0 ? button_new (self, "document-edit-symbolic", edit_label) : NULL;
  GtkWidget *withdraw_button = self->spec->fixed ? NULL : button_new (self, "user-trash-symbolic", withdraw_label);

  g_object_set (row, "use-markup", FALSE, "title", line, "subtitle", detail != NULL ? detail : "", "title-lines", 0, "subtitle-lines", 0, NULL);
  if (self->spec->prefix != NULL)
    {
      GtkWidget *prefix = self->spec->prefix (self->registry, record);

      if (prefix != NULL)
        adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
    }
  if (self->spec->suffix != NULL)
    {
      GtkWidget *suffix = self->spec->suffix (self->registry, record);

      if (suffix != NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
    }
  if (self->spec->ordered)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-drag-handle-symbolic"));
      make_draggable (self, row);
    }
  if (edit_button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit_button);
  if (withdraw_button != NULL)
    {
      g_object_set_data (G_OBJECT (withdraw_button), "withdraws", withdraw_button);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), withdraw_button);
    }
  if (edit_button != NULL)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), edit_button);
  return row;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  gint64 one = zb_record_get_int (left, "number"), two = zb_record_get_int (right, "number");

  return one != two ? (one < two ? -1 : 1) : left->id < right->id ? -1 : left->id > right->id;
}

static gboolean
is_found (ZbRecordList *self, const ZbRecord *record)
{
  g_autofree char *line = NULL;
  g_autofree char *readings = NULL;

  if (self->search == NULL || *self->search == '\0')
    return TRUE;
  line = self->spec->line (self->registry, record);
  if (strstr (line, self->search) != NULL)
    return TRUE;
  readings = zb_hanzi_search_readings (line, NULL);
  return g_ascii_isalpha (*self->search) && strstr (readings, self->search) != NULL;
}

static void
read_records (ZbRecordList *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  g_autoptr(GPtrArray) all = zb_registry_list (self->registry, self->spec->kind, self->field, self->field != NULL ? id : NULL, NULL);

  g_ptr_array_set_size (self->records, 0);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, self->spec->latest_first ? all->len - 1 - i : i);

      if ((self->spec->keeps == NULL || self->spec->keeps (record, self->data)) && is_found (self, record))
        g_ptr_array_add (self->records, zb_record_copy (record));
    }
  if (self->spec->ordered)
    g_ptr_array_sort (self->records, compare_numbers);
}

static void
fill (ZbRecordList *self)
{
  read_records (self);
  self->list = NULL;
  if (self->records->len == 0)
    {
      zb_section_set_content (self->section, zb_section_line_new (_(self->spec->none)));
      return;
    }
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->spec->title), -1);
  for (guint i = 0; i < MIN (self->records->len, MAX_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, g_ptr_array_index (self->records, i)));
  if (self->spec->ordered)
    {
      GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

      g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
      gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
    }
  zb_section_set_content (self->section, self->list);
}

void
zb_record_list_refresh (ZbRecordList *self)
{
  const ZbRecord *focused = record_of (self, focused_row (self));
  gint64 id = focused != NULL ? focused->id : 0;
  GtkWidget *next = NULL;

  fill (self);
  for (guint i = 0; id != 0 && i < self->records->len; i++)
    if (((ZbRecord *) g_ptr_array_index (self->records, i))->id == id)
      next = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i));
  if (id != 0 && (next != NULL || self->add_button != NULL))
    gtk_widget_grab_focus (next != NULL ? next : self->add_button);
  g_signal_emit (self, signals[FILLED], 0);
}

void
zb_record_list_show (ZbRecordList *self, const char *field, gint64 id)
{
  if (g_strcmp0 (self->field, field) != 0)
    {
      g_free (self->field);
      self->field = g_strdup (field);
    }
  self->id = id;
  zb_record_list_refresh (self);
}

void
zb_record_list_say (ZbRecordList *self, const char *words, gboolean can_undo)
{
  say (self, words, can_undo);
}

void
zb_record_list_search (ZbRecordList *self, const char *text)
{
  g_free (self->search);
  self->search = g_utf8_strdown (text, -1);
  zb_record_list_refresh (self);
}

void
zb_record_list_set_data (ZbRecordList *self, gpointer data)
{
  self->data = data;
}

GPtrArray *
zb_record_list_get_records (ZbRecordList *self)
{
  return self->records;
}

static void
on_add_clicked (ZbRecordList *self)
{
  if (self->spec->adds)
    g_signal_emit (self, signals[ADD_WANTED], 0);
  else
    zb_record_list_add (self, NULL);
}

static void
on_registry_changed (ZbRecordList *self, guint what)
{
  if ((self->field == NULL || self->id != 0) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    zb_record_list_refresh (self);
}

static void
zb_record_list_dispose (GObject *object)
{
  g_clear_object (&ZB_RECORD_LIST (object)->registry);
  G_OBJECT_CLASS (zb_record_list_parent_class)->dispose (object);
}

static void
zb_record_list_finalize (GObject *object)
{
  ZbRecordList *self = ZB_RECORD_LIST (object);

  g_ptr_array_unref (self->records);
  g_free (self->field);
  g_free (self->search);
  G_OBJECT_CLASS (zb_record_list_parent_class)->finalize (object);
}

static void
zb_record_list_class_init (ZbRecordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_record_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_record_list_finalize;
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADD_WANTED] = g_signal_new ("add-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "records.withdraw", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "records.up", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "records.down", NULL, row_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "records.withdraw", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "records.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "records.down", NULL);
}

static void
zb_record_list_init (ZbRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
}

GtkWidget *
zb_record_list_new (ZbRegistry *registry, const ZbRecordListSpec *spec)
{
  ZbRecordList *self = g_object_new (ZB_TYPE_RECORD_LIST, NULL);

  self->registry = g_object_ref (registry);
  self->spec = spec;
  if (!spec->fixed)
    {
      self->add_button = gtk_button_new_with_mnemonic (_(spec->add));
      gtk_widget_set_sensitive (self->add_button, can_write (self));
      g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
    }
  self->section = zb_section_new (_(spec->title), self->add_button);
  adw_bin_set_child (ADW_BIN (self), self->section);
  g_signal_connect_object (registry, "changed", G_CALLBACK (on_registry_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
