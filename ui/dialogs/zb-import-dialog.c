/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-import-dialog.h"

#include <glib/gi18n.h>

#include "dialogs/zb-import-file.h"
#include "dialogs/zb-import-review.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-org-row.h"
#include "widgets/zb-toast.h"

/* How often a bar that knows no total moves. */
#define PULSE_ROWS 500

struct _ZbImportDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) */
  const ZbKind *kind;
  char *path;                /* (owned) (nullable) */
  ZbImport *import;          /* (owned) (nullable): not touched while is_busy */
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean is_busy;
  gboolean is_checked;
  gboolean filling;
  GtkWidget *left;           /* (weak) (nullable): what had the focus when the review was made insensitive */

  AdwToastOverlay *toasts;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkWidget *import_button;
  GtkStack *stack;
  AdwStatusPage *choose_page;
  GtkWidget *choose_button;
  AdwStatusPage *reading_page;
  AdwStatusPage *trouble_page;
  GtkWidget *again_button;
  GtkWidget *review;
  AdwActionRow *file_row;
  AdwComboRow *sheet_row;
  AdwComboRow *org_row;
  AdwPreferencesGroup *counts_group;
  GtkWidget *counts;
  GtkWidget *skip_group;
  GtkSwitch *skip_switch;
  GtkColumnView *preview;
  GtkListBox *columns_list;
  AdwViewStackPage *problems_view;
  GtkListView *problems;
  GtkLabel *problems_label;
};

enum {
  IMPORTED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportDialog, zb_import_dialog, ADW_TYPE_WINDOW)

static void read_file (ZbImportDialog *self, const char *sheet);

/* The focus cannot stay in what is insensitive; it comes back to where it was. */
static void
set_review_sensitive (ZbImportDialog *self, gboolean sensitive)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!sensitive && focus != NULL && gtk_widget_is_ancestor (focus, self->review))
    g_set_weak_pointer (&self->left, focus);
  gtk_widget_set_sensitive (self->review, sensitive);
  if (sensitive && self->left != NULL && gtk_widget_get_mapped (self->left))
    gtk_widget_grab_focus (self->left);
  if (sensitive)
    g_clear_weak_pointer (&self->left);
}

static void
update_actions (ZbImportDialog *self)
{
  const ZbImportCounts *counts = self->is_checked && !self->is_busy ? zb_import_counts (self->import) : NULL;
  gboolean has_errors = counts != NULL && counts->errors > 0;
  gboolean has_rows = counts != NULL && counts->fresh + counts->updated > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit",
                                 has_rows && (!has_errors || gtk_switch_get_active (self->skip_switch)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", !self->is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.report",
                                 counts != NULL && zb_import_problems (self->import)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", self->is_busy);
  set_review_sensitive (self, !self->is_busy);
}

/* Brings a page of the dialog to the front, the focus to what one does there next. */
static void
show_page (ZbImportDialog *self, const char *name)
{
  GtkWidget *next = g_str_equal (name, "choose") ? self->choose_button : g_str_equal (name, "trouble") ? self->again_button : self->import_button;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (gtk_widget_is_sensitive (next) ? next : GTK_WIDGET (self->preview));
}

static void
say (ZbImportDialog *self, const char *words)
{
  zb_toast_show (self->toasts, zb_toast_new (words));
}

static void
say_error (ZbImportDialog *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  say (self, words);
}

static void
show_trouble (ZbImportDialog *self, const GError *error)
{
  ZbWords words = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;

  zb_words_error (error, &words);
  title = g_markup_escape_text (words.title != NULL ? words.title : "", -1);
  advice = g_markup_escape_text (words.advice != NULL ? words.advice : "", -1);
  adw_status_page_set_title (self->trouble_page, title);
  adw_status_page_set_description (self->trouble_page, advice);
  show_page (self, "trouble");
  zb_words_clear (&words);
}

static void
begin (ZbImportDialog *self)
{
  self->is_busy = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  update_actions (self);
}

static void
end (ZbImportDialog *self)
{
  self->is_busy = FALSE;
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (user_data);
  g_autofree char *text = NULL;

  if (!self->is_busy || self->progress_bar == NULL)
    return;
  if (total > 0)
    {
      /* Translators: %1$lu of %2$lu rows of a file */
      text = g_strdup_printf (_("%1$lu of %2$lu rows"), (gulong) done, (gulong) total);
      gtk_progress_bar_set_fraction (self->progress_bar, MIN (1.0, (double) done / (double) total));
    }
  else
    {
      text = g_strdup_printf (ngettext ("%lu row", "%lu rows", (gulong) done), (gulong) done);
      if (done % PULSE_ROWS == 0)
        gtk_progress_bar_pulse (self->progress_bar);
    }
  gtk_progress_bar_set_text (self->progress_bar, text);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  /* While something is under way this is the only thing that one can do. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->stop_button);
}

/* What was read, on screen. */

static void
fill_sheets (ZbImportDialog *self)
{
  const char *const *sheets = zb_import_sheets (self->import);
  guint n = sheets != NULL ? g_strv_length ((char **) sheets) : 0;
  const char *all[] = { _("All Sheets of This Shape"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (all);

  gtk_string_list_splice (names, 1, 0, sheets);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
}

/* What the dialog says of the lists that are not of members. */
static const struct {
  const ZbKind *kind;
  const char *title;
  const char *description;
  const char *org; /* (nullable): what is chosen for the file; %NULL: nothing is */
} lists[] = {
  { &zb_kind_organization, N_("Import Organisations"),
    N_("A list of organisations as a workbook (.xlsx, .xls, .ods) or a CSV file, with headings such as "
       "name, kind and organisation above. You see everything before anything is written."), N_("Above Those That Name None") },
  { &zb_kind_wish, N_("Import Wishes"),
    N_("A list of wishes as a workbook (.xlsx, .xls, .ods) or a CSV file, with headings such as day, who wishes, what is wished "
       "and community. A household that is there already is recognised. You see everything before anything is written."),
    N_("Branch of Those That Name None") },
  { &zb_kind_claim, N_("Import Claims"),
    N_("A list of claims as a workbook (.xlsx, .xls, .ods) or a CSV file, with headings such as number of the wish, who claims, "
       "day and promised day. Only published wishes can be claimed. You see everything before anything is written."), NULL },
  { &zb_kind_service_hours, N_("Import Hours of Service"),
    N_("A sheet of hours as a workbook (.xlsx, .xls, .ods) or a CSV file, with headings such as name, day, hours, what was done "
       "and confirmed by. You see everything before anything is written."), NULL },
};

/* What the organisation of a list is that names none: the one above all others, or the only branch. */
static gint64
usual_org (const ZbKind *kind, ZbOrgTree *tree)
{
  const ZbOrg *first = zb_org_tree_size (tree) > 0 ? zb_org_tree_at (tree, 0) : NULL;
  gint64 branch = 0;
  guint n = 0;

  if (first == NULL)
    return 0;
  if (kind == &zb_kind_organization)
    return first->kind < ZB_ORG_BRANCH && first->below + 1 == zb_org_tree_size (tree) ? first->id : 0;
  for (guint i = 0; kind == &zb_kind_wish && i < zb_org_tree_size (tree); i++)
    if (zb_org_tree_at (tree, i)->kind == ZB_ORG_BRANCH)
      {
        branch = zb_org_tree_at (tree, i)->id;
        n++;
      }
  return n == 1 ? branch : 0;
}

static void
fill_organizations (ZbImportDialog *self)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);

  gtk_widget_set_visible (GTK_WIDGET (self->org_row), zb_org_tree_size (tree) > 0);
  zb_org_row_fill (self->org_row, tree, _("None"), usual_org (self->kind, tree));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (lists[i].kind != self->kind)
        continue;
      gtk_window_set_title (GTK_WINDOW (self), _(lists[i].title));
      adw_status_page_set_description (self->choose_page, _(lists[i].description));
      if (lists[i].org != NULL)
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->org_row), _(lists[i].org));
      else
        gtk_widget_set_visible (GTK_WIDGET (self->org_row), FALSE);
    }
}

static void
fill_results (ZbImportDialog *self)
{
  const ZbImportCounts *counts = zb_import_counts (self->import);
  g_autofree char *words = zb_words_import_counts (counts);
  g_autofree char *title = NULL;
  guint n;

  zb_import_review_counts (self->counts, self->kind, counts);
  zb_import_review_preview (self->preview, self->import);
  n = zb_import_review_problems (self->problems, self->import);
  /* Translators: title of a list; %u is how many */
  title = n > 0 ? g_strdup_printf (_("Problems (%u)"), n) : g_strdup (_("Problems"));
  adw_view_stack_page_set_title (self->problems_view, title);
  gtk_label_set_text (self->problems_label, n > 0 ? words : _("Nothing in this file is amiss."));
  gtk_widget_set_visible (self->skip_group, counts->errors > 0);
}

static void check (ZbImportDialog *self);

static void
on_mapped (guint column, const ZbField *field, gpointer user_data)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (user_data);

  if (self->filling || self->is_busy || self->import == NULL)
    return;
  zb_import_map (self->import, column, field);
  check (self);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_import_check_finish (ZB_REGISTRY (source), result, &error);

  end (self);
  if (self->registry == NULL)
    return;
  self->is_checked = done;
  update_actions (self);
  if (done)
    fill_results (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_page (self, "choose");
  else
    show_trouble (self, error);
}

static void
check (ZbImportDialog *self)
{
  begin (self);
  zb_registry_import_check_async (self->registry, self->import, on_progress, self, self->cancellable, on_checked,
                                  g_object_ref (self));
}

static void
on_org_selected (ZbImportDialog *self)
{
  if (self->filling || self->is_busy || self->import == NULL)
    return;
  zb_import_set_org (self->import, zb_org_row_get (self->org_row));
  check (self);
}

static void
on_sheet_selected (ZbImportDialog *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->sheet_row);
  gboolean is_all = adw_combo_row_get_selected (self->sheet_row) == 0;
  g_autofree char *sheet = NULL;

  if (self->filling || self->is_busy || chosen == NULL)
    return;
  sheet = is_all ? NULL : g_strdup (gtk_string_object_get_string (chosen));
  read_file (self, sheet);
}

/* Reading. */

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbImport) import = zb_registry_import_read_finish (ZB_REGISTRY (source), result, &error);
  gboolean is_new = self->import == NULL;

  end (self);
  if (self->registry == NULL)
    return;
  if (import == NULL)
    {
      update_actions (self);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_page (self, "choose");
      else
        show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->import, zb_import_free);
  self->import = g_steal_pointer (&import);
  self->is_checked = TRUE;
  self->filling = TRUE;
  if (is_new)
    fill_sheets (self);
  zb_import_review_columns (self->columns_list, self->import, self->kind, on_mapped, self);
  self->filling = FALSE;
  fill_results (self);
  update_actions (self);
  show_page (self, "review");
}

static void
read_file (ZbImportDialog *self, const char *sheet)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *markup = g_markup_escape_text (name, -1);

  begin (self);
  adw_status_page_set_description (self->reading_page, markup);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  zb_registry_import_read_async (self->registry, self->kind, self->path, sheet, zb_org_row_get (self->org_row), on_progress, self,
                                 self->cancellable, on_read, g_object_ref (self));
}

static void
open_file (const char *path, gpointer user_data)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (user_data);

  if (self->registry == NULL || self->is_busy)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->import, zb_import_free);
  self->is_checked = FALSE;
  read_file (self, NULL);
}

/* Actions. */

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_file_choose (GTK_WINDOW (widget), open_file);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ZB_IMPORT_DIALOG (widget)->cancellable);
}

static void
write_report (const char *path, gpointer user_data)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file's name */
  g_autofree char *words = g_strdup_printf (_("Saved: %s"), name);

  if (self->registry == NULL || self->is_busy || self->import == NULL)
    return;
  if (zb_import_write_report (self->import, path, TRUE, zb_words_import_problem, &error))
    say (self, words);
  else
    say_error (self, error);
}

static void
report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_file_save_report (GTK_WINDOW (widget), ZB_IMPORT_DIALOG (widget)->path, write_report);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean done = zb_registry_import_commit_finish (ZB_REGISTRY (source), result, &words, &error);

  end (self);
  if (done)
    {
      g_signal_emit (self, signals[IMPORTED], 0, words != NULL ? words : "");
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("The import was stopped; nothing was changed."));
  else
    words = zb_words_sentence (error);
  if (self->registry == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_signal_emit (self, signals[STOPPED], 0, words);
      return;
    }
  update_actions (self);
  show_page (self, "review");
  say (self, words);
}

static void
commit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (widget);

  begin (self);
  zb_registry_import_commit_async (self->registry, self->import, gtk_switch_get_active (self->skip_switch), on_progress, self,
                                   self->cancellable, on_committed, g_object_ref (self));
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (zb_import_dialog_parent_class)->close_request (window);
}

static void
zb_import_dialog_dispose (GObject *object)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->left);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_import_dialog_parent_class)->dispose (object);
}

/* What is under way holds the dialog, so nobody uses the import any more. */
static void
zb_import_dialog_finalize (GObject *object)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (object);

  g_clear_pointer (&self->import, zb_import_free);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (zb_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, reading_page);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, org_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, skip_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, columns_list);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, problems_view);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, problems_label);
  gtk_widget_class_bind_template_callback (widget_class, on_org_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_selected);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
zb_import_dialog_class_init (ZbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "import.report", NULL, report);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
}

static void
zb_import_dialog_init (ZbImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->counts = zb_facts_new ();
  adw_preferences_group_add (self->counts_group, self->counts);
}

ZbImportDialog *
zb_import_dialog_new (ZbRegistry *registry, const ZbKind *kind, const char *path)
{
  ZbImportDialog *self = g_object_new (ZB_TYPE_IMPORT_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  self->kind = kind;
  self->filling = TRUE;
  fill_organizations (self);
  self->filling = FALSE;
  update_actions (self);
  show_page (self, "choose");
  if (path != NULL)
    open_file (path, self);
  return self;
}
