/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-row-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/import/zb-import-columns.h"
#include "dialogs/import/zb-import-row-there.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"

/* The columns of the grid. */
enum { NOWHERE = -1, CHOICES = -2 };

enum { GRID_HEADING, GRID_FILE, GRID_TAKEN, GRID_THERE };

struct _ZbImportRowPage
{
  GtkBox parent_instance;

  ZbRegistry *registry;     /* (owned) */
  ZbImport *import;         /* (unowned) (nullable) */
  guint index;
  gboolean is_done;
  gboolean filling;
  gboolean asks_whom;       /* the choices stand above the cells */
  gint focus;               /* where the keys were when the import went away */
  GPtrArray *entries;       /* (owned) (element-type GtkEditable): by column of the import, unowned */
  GPtrArray *texts;         /* (owned) (element-type utf8): what they said at first */

  GtkLabel *title;
  GtkButton *apply_button;
  GtkBox *reasons;
  AdwPreferencesGroup *choices_group;
  GtkListBox *choices;
  GtkGrid *grid;
  GtkScrolledWindow *scrolled;
};

enum { CHANGED, LEFT, STEP, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportRowPage, zb_import_row_page, GTK_TYPE_BOX)

guint
zb_import_row_page_get_index (ZbImportRowPage *self)
{
  return self->index;
}

/* Where the keys are: the number of a column, CHOICES or NOWHERE. */
static gint
find_focus (ZbImportRowPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);

      if (entry != NULL && (focus == entry || gtk_widget_is_ancestor (focus, entry)))
        return (gint) i;
    }
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->choices)) ? CHOICES : NOWHERE;
}

/* The cells are made anew; the keys go where they were. */
static void
restore_focus (ZbImportRowPage *self)
{
  if (self->focus >= 0 && (guint) self->focus < self->entries->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->entries, (guint) self->focus));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); row != NULL && self->focus == CHOICES; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)))))
      gtk_widget_grab_focus (row);
  self->focus = NOWHERE;
}

void
zb_import_row_page_forget (ZbImportRowPage *self)
{
  if (self->import != NULL)
    self->focus = find_focus (self);
  self->import = NULL;
  /* The entry is about to go: one that has the keys does not let go of them well. */
  if (self->focus != NOWHERE)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
}

/* What was typed. */

gboolean
zb_import_row_page_is_typed (ZbImportRowPage *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->entries, i);

      if (entry != NULL && strcmp (gtk_editable_get_text (entry), g_ptr_array_index (self->texts, i)) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
on_typed (ZbImportRowPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), zb_import_row_page_is_typed (self));
}

gboolean
zb_import_row_page_apply (ZbImportRowPage *self)
{
  if (self->import == NULL || self->is_done || !zb_import_row_page_is_typed (self))
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->entries, i);
      const char *text = entry != NULL ? gtk_editable_get_text (entry) : NULL;

      if (text != NULL && strcmp (text, g_ptr_array_index (self->texts, i)) != 0)
        zb_import_correct (self->import, self->index, i, text);
    }
  return TRUE;
}

static void
apply (ZbImportRowPage *self)
{
  if (zb_import_row_page_apply (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Whom the row means. */

typedef struct {
  ZbImportRowPage *page;
  ZbImportDecision decision;
  gint64 record;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_choice_toggled (GtkCheckButton *button, Choice *choice)
{
  ZbImportRowPage *self = choice->page;

  if (self->filling || self->import == NULL || !gtk_check_button_get_active (button))
    return;
  zb_import_row_page_apply (self);
  zb_import_decide (self->import, self->index, choice->decision, choice->record);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_choice (ZbImportRowPage *self, GtkCheckButton **group, const char *title, const char *subtitle, ZbImportDecision decision, gint64 record)
{
  gint64 chosen;
  ZbImportDecision now = zb_import_decision (self->import, self->index, &chosen);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice) { self, decision, record };
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *group);
  if (*group == NULL)
    *group = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), now == decision && (decision != ZB_IMPORT_AS_RECORD || chosen == record));
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_choice_toggled), choice, free_choice, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->choices, row);
}

/* Who somebody is, so that two of one name can be told apart. Returns: (transfer full) */
static char *
describe (ZbImportRowPage *self, const ZbRecord *record)
{
  static const char *const fields[] = { "branch", "sex", "birth_date", "id_number", "joined_on", "phone", NULL };
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const ZbField *field = zb_kind_field (record->kind, fields[i]);
      g_autofree char *text = zb_facts_text (self->registry, record, field);

      if (text != NULL && *text != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_candidates (ZbImportRowPage *self, GtkCheckButton **group, GPtrArray *problems)
{
  g_autoptr(GArray) ids = zb_registry_import_candidates (self->registry, self->import, self->index);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr(ZbRecord) record = zb_registry_get_derived (self->registry, g_array_index (ids, gint64, i), TRUE, NULL);
      g_autofree char *about = record != NULL ? describe (self, record) : NULL;
      /* Translators: %s is somebody's name */
      g_autofree char *title = record != NULL ? g_strdup_printf (_("The same as %s, who is there"), zb_record_title (record)) : NULL;

      if (record != NULL)
        add_choice (self, group, title, about, ZB_IMPORT_AS_RECORD, record->id);
    }
  /* A namesake may stand in the list only. */
  if ((ids != NULL && ids->len > 0) || zb_import_row_problem (problems, "double-in-file") != NULL || zb_import_decision (self->import, self->index, NULL) == ZB_IMPORT_AS_NEW)
    add_choice (self, group, _("Somebody else of the same name"), _("Entered as new"), ZB_IMPORT_AS_NEW, 0);
}

static void
fill_choices (ZbImportRowPage *self, gboolean is_skipped, GPtrArray *problems)
{
  GtkCheckButton *group = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_list_box_remove (self->choices, child);
  gtk_widget_set_visible (GTK_WIDGET (self->choices_group), !self->is_done);
  if (self->is_done)
    return;
  add_choice (self, &group, _("As the program found"), NULL, ZB_IMPORT_AS_FOUND, 0);
  if (is_skipped)
    add_choice (self, &group, _("It is a record: take it"), NULL, ZB_IMPORT_TAKE, 0);
  else
    {
      if (zb_import_kind (self->import) == &zb_kind_member)
        add_candidates (self, &group, problems);
      add_choice (self, &group, _("Leave this row out"), NULL, ZB_IMPORT_LEAVE_OUT, 0);
    }
}

/* The cells. */

static GtkWidget *
add_text (ZbImportRowPage *self, const char *text, int column, int row, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == GRID_HEADING ? 12 : 18);
  if (column != GRID_HEADING)
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

static gboolean
has_problem (GPtrArray *problems, const char *heading, gboolean *out_is_error)
{
  gboolean has = FALSE;

  *out_is_error = FALSE;
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->column, heading) != 0 || zb_import_problem_severity (problem) == ZB_IMPORT_INFO)
        continue;
      has = TRUE;
      *out_is_error = *out_is_error || problem->is_error;
    }
  return has;
}

static void
add_entry (ZbImportRowPage *self, guint column, int row, const char *heading, const char *text, GPtrArray *problems)
{
  GtkWidget *entry = gtk_entry_new ();
  gboolean is_error;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_editable (GTK_EDITABLE (entry), !self->is_done);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  if (has_problem (problems, heading, &is_error))
    {
      gtk_widget_add_css_class (entry, is_error ? "error" : "warning");
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
    }
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (apply), self);
  gtk_grid_attach (self->grid, entry, GRID_FILE, row, 1, 1);
  g_ptr_array_index (self->entries, column) = entry;
}

static char *
value_of (ZbImportRowPage *self, const ZbRecord *record, const ZbField *field, gboolean masked)
{
  int at = record != NULL && field != NULL ? zb_kind_field_index (record->kind, field->name) : -1;

  if (at < 0 || field != &record->kind->fields[at] || record->values[at] == NULL)
    return NULL;
  /* A link of the file is a word, one of the registry an id. */
  if (record->id != 0 && (field->type == ZB_FIELD_LINK || strcmp (field->name, "branch") == 0 || strcmp (field->name, "group") == 0))
    return zb_facts_text (self->registry, record, field);
  return masked && record->id != 0 ? zb_facts_text (self->registry, record, field) : zb_field_show (field, record->values[at], FALSE);
}

static void
add_line (ZbImportRowPage *self, guint column, int row, const ZbImportRow *shown, const ZbRecord *taken, const ZbRecord *there, GPtrArray *problems)
{
  const ZbImportColumn *about = zb_import_column (self->import, column);
  g_autofree char *heading = zb_import_column_heading (about);
  g_autofree char *value = value_of (self, taken, about->field, FALSE);
  g_autofree char *plain_there = value_of (self, there, about->field, FALSE);
  g_autofree char *shown_there = value_of (self, there, about->field, TRUE);
  /* A month does not contradict a day of it. */
  gboolean differs = value != NULL && plain_there != NULL && strcmp (value, plain_there) != 0
                     && !(about->field->type == ZB_FIELD_DATE && (g_str_has_prefix (value, plain_there) || g_str_has_prefix (plain_there, value)));

  add_text (self, heading, GRID_HEADING, row, "dim-label");
  add_entry (self, column, row, heading, shown->cells[column], problems);
  g_ptr_array_add (self->texts, g_strdup (shown->cells[column]));
  add_text (self, about->field == NULL ? _("Not Imported") : value != NULL ? value : "—", GRID_TAKEN, row, about->field == NULL ? "dim-label" : NULL);
  if (there == NULL)
    return;
  if (differs)
    {
      g_autofree char *words = g_strdup_printf ("≠ %s", shown_there);

      add_text (self, words, GRID_THERE, row, "warning");
    }
  else
    add_text (self, shown_there != NULL ? shown_there : "—", GRID_THERE, row, NULL);
}

static void
fill_grid (ZbImportRowPage *self, const ZbImportRow *shown, GPtrArray *problems)
{
  g_autoptr(ZbRecord) taken = zb_import_record (self->import, self->index);
  g_autofree char *where = NULL;
  g_autoptr(ZbRecord) there = zb_import_row_there (self->registry, self->import, self->index, problems, &where);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->entries, (gint) zb_import_n_columns (self->import));
  add_text (self, _("Column"), GRID_HEADING, 0, "heading");
  add_text (self, _("In the File"), GRID_FILE, 0, "heading");
  add_text (self, _("Taken As"), GRID_TAKEN, 0, "heading");
  if (there != NULL)
    add_text (self, where, GRID_THERE, 0, "heading");
  for (guint i = 0; i < zb_import_n_columns (self->import); i++)
    add_line (self, i, (int) i + 1, shown, taken, there, problems);
}

static void
fill_reasons (ZbImportRowPage *self, const ZbImportRow *shown, GPtrArray *problems)
{
  static const char *const icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic" };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = zb_words_import_row_problem (problem);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icons[zb_import_problem_severity (problem)]));
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (self->reasons, line);
    }
  if (shown->explanation != NULL)
    {
      /* Translators: %s are names of fields */
      g_autofree char *words = g_strdup_printf (_("Changes: %s"), shown->explanation);
      GtkWidget *label = gtk_label_new (words);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->reasons, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), gtk_widget_get_first_child (GTK_WIDGET (self->reasons)) != NULL);
}

void
zb_import_row_page_set (ZbImportRowPage *self, ZbImport *import, guint index, GPtrArray *problems, gboolean is_done)
{
  ZbImportRow *shown = zb_import_shown (import, index);
  gboolean is_same = index == self->index && self->texts->len > 0;
  double at = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  g_autofree char *title = NULL;

  self->import = import;
  self->index = index;
  self->is_done = is_done;
  self->filling = TRUE;
  /* Translators: %u is the number of a row of a spreadsheet */
  title = *shown->sheet != '\0' ? g_strdup_printf (_("Sheet “%1$s”, Row %2$u"), shown->sheet, shown->row) : g_strdup_printf (_("Row %u"), shown->row);
  gtk_label_set_text (self->title, title);
  fill_reasons (self, shown, problems);
  fill_choices (self, zb_import_is_passed_over (import, index) || zb_import_decision (import, index, NULL) == ZB_IMPORT_TAKE, problems);
  fill_grid (self, shown, problems);
  /* Whom it means is what is asked first where that is unclear, and stays where it was when it is answered. */
  self->asks_whom = (is_same && self->asks_whom) || zb_import_verdict (import, index) == ZB_IMPORT_CONFLICT
                    || zb_import_decision (import, index, NULL) > ZB_IMPORT_TAKE || zb_import_row_problem (problems, "double-in-file") != NULL;
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->grid))), GTK_WIDGET (self->choices_group),
                               self->asks_whom ? GTK_WIDGET (self->reasons) : GTK_WIDGET (self->grid));
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), !is_done);
  self->filling = FALSE;
  on_typed (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), is_same ? at : 0);
  zb_import_row_free (shown);
  restore_focus (self);
}

void
zb_import_row_page_focus (ZbImportRowPage *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);

      if (entry != NULL && (gtk_widget_has_css_class (entry, "error") || (first == NULL && gtk_widget_has_css_class (entry, "warning"))))
        {
          first = entry;
          if (gtk_widget_has_css_class (entry, "error"))
            break;
        }
    }
  if (first == NULL && self->asks_whom && !self->is_done)
    {
      GtkViewport *viewport = GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scrolled));

      /* They stand at the top; the viewport would look for them where they stood before. */
      gtk_viewport_set_scroll_to_focus (viewport, FALSE);
      self->focus = CHOICES;
      restore_focus (self);
      gtk_viewport_set_scroll_to_focus (viewport, TRUE);
      return;
    }
  if (first == NULL && self->entries->len > 0)
    first = g_ptr_array_index (self->entries, 0);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

/* Actions */

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportRowPage *self = ZB_IMPORT_ROW_PAGE (widget);
  gboolean typed = zb_import_row_page_apply (self);

  g_signal_emit (self, signals[LEFT], 0);
  if (typed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
go_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportRowPage *self = ZB_IMPORT_ROW_PAGE (widget);
  gboolean typed = zb_import_row_page_apply (self);

  if (self->import == NULL)
    return;
  g_signal_emit (self, signals[STEP], 0, g_str_equal (action, "row.next") ? 1 : -1);
  if (typed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
zb_import_row_page_dispose (GObject *object)
{
  g_clear_object (&ZB_IMPORT_ROW_PAGE (object)->registry);
  G_OBJECT_CLASS (zb_import_row_page_parent_class)->dispose (object);
}

static void
zb_import_row_page_finalize (GObject *object)
{
  ZbImportRowPage *self = ZB_IMPORT_ROW_PAGE (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->texts);
  G_OBJECT_CLASS (zb_import_row_page_parent_class)->finalize (object);
}

static void
zb_import_row_page_class_init (ZbImportRowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_row_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_import_row_page_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-row-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, title);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, apply_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, choices_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, choices);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, grid);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowPage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_install_action (widget_class, "row.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "row.next", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "row.previous", NULL, go_on);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "row.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "row.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "row.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "row.previous", NULL);
}

static void
zb_import_row_page_init (ZbImportRowPage *self)
{
  self->focus = NOWHERE;
  self->entries = g_ptr_array_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
zb_import_row_page_new (ZbRegistry *registry)
{
  ZbImportRowPage *self = g_object_new (ZB_TYPE_IMPORT_ROW_PAGE, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
