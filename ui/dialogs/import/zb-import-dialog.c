/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/import/zb-import-columns.h"
#include "dialogs/import/zb-import-file.h"
#include "dialogs/import/zb-import-job.h"
#include "dialogs/import/zb-import-lists.h"
#include "dialogs/import/zb-import-questions-page.h"
#include "dialogs/import/zb-import-remarks.h"
#include "dialogs/import/zb-import-row-list.h"
#include "dialogs/import/zb-import-rows-view.h"
#include "dialogs/import/zb-import-settings.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-toast.h"

/* How often a bar that knows no total moves. */
#define PULSE_ROWS 500

struct _ZbImportDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) */
  const ZbKind *hint;
  GPtrArray *jobs;           /* (owned) (element-type ZbImportJob): not touched while is_busy */
  guint current;             /* the one that is shown */
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean is_busy;
  gboolean filling;
  GtkWidget *left;           /* (weak) (nullable): what had the focus when the review was made insensitive */
  GArray *sets;              /* (owned) (nullable) (element-type gint64): what was written, while it can be taken back */
  char *done_words;          /* (owned) (nullable): what was written */

  AdwToastOverlay *toasts;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkButton *close_button;
  GtkWidget *import_button;
  GtkDropDown *files;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkWidget *choose_button;
  AdwStatusPage *reading_page;
  AdwStatusPage *trouble_page;
  GtkWidget *again_button;
  GtkWidget *remove_button;
  GtkWidget *review;
  GtkBox *left_box;
  ZbImportSettings *settings;
  AdwPreferencesGroup *counts_group;
  GtkWidget *counts;
  GtkWidget *skip_group;
  GtkSwitch *skip_switch;
  GtkWidget *done_group;
  GtkWidget *report_button;
  GtkWidget *undo_button;
  GtkWidget *switcher;
  AdwViewStack *views;
  AdwViewStackPage *questions_view;
  AdwViewStackPage *remarks_view;
  GtkListView *problems;
  GtkLabel *problems_label;
  ZbImportRowsView *rows;
  ZbImportColumns *columns;
  ZbImportQuestionsPage *questions;
  GtkWidget *waiting_box;
  GtkLabel *waiting_label;
};

enum {
  IMPORTED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportDialog, zb_import_dialog, ADW_TYPE_WINDOW)

static void go_on (ZbImportDialog *self, gboolean is_same);

static ZbImportJob *
job_at (ZbImportDialog *self)
{
  return self->current < self->jobs->len ? g_ptr_array_index (self->jobs, self->current) : NULL;
}

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

/* What all files would do together; FALSE while one of them is not checked or could not be read. */
static gboolean
sum_counts (ZbImportDialog *self, guint *out_rows, guint *out_errors)
{
  *out_rows = *out_errors = 0;
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);
      const ZbImportCounts *counts = job->import != NULL && job->is_checked ? zb_import_counts (job->import) : NULL;

      if (counts == NULL)
        return FALSE;
      *out_rows += counts->fresh + counts->updated;
      *out_errors += counts->errors;
    }
  return self->jobs->len > 0;
}

static void
update_actions (ZbImportDialog *self)
{
  const ZbImportJob *job = job_at (self);
  guint rows = 0, errors = 0;
  gboolean is_ready = !self->is_busy && sum_counts (self, &rows, &errors);
  gboolean is_done = self->sets != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "import.commit",
                                 is_ready && !is_done && rows > 0 && (errors == 0 || gtk_switch_get_active (self->skip_switch)));
  gtk_widget_action_set_enabled (widget, "import.choose", !self->is_busy && !is_done);
  gtk_widget_action_set_enabled (widget, "import.paste", !self->is_busy && !is_done);
  gtk_widget_action_set_enabled (widget, "import.remove", !self->is_busy && self->jobs->len > 1);
  gtk_widget_action_set_enabled (widget, "import.report",
                                 !self->is_busy && job != NULL && job->is_checked && zb_import_problems (job->import)->len > 0);
  gtk_widget_action_set_enabled (widget, "import.undo", !self->is_busy && is_done && self->sets->len > 0);
  gtk_widget_action_set_enabled (widget, "import.stop", self->is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->files), !self->is_busy);
  set_review_sensitive (self, !self->is_busy);
}

/* Brings a page of the dialog to the front, the focus to what one does there next. */
static void
show_page (ZbImportDialog *self, const char *name)
{
  gboolean is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0;
  GtkWidget *next = g_str_equal (name, "choose") ? self->choose_button : g_str_equal (name, "trouble") ? self->again_button : self->import_button;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (is_new)
    gtk_widget_grab_focus (gtk_widget_is_sensitive (next) ? next : GTK_WIDGET (self->switcher));
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
show_trouble (ZbImportDialog *self, const ZbImportJob *job)
{
  ZbWords words = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;

  zb_words_error (job->trouble, &words);
  title = g_markup_escape_text (words.title != NULL ? words.title : "", -1);
  advice = g_markup_escape_text (words.advice != NULL ? words.advice : "", -1);
  adw_status_page_set_title (self->trouble_page, title);
  adw_status_page_set_description (self->trouble_page, advice);
  gtk_widget_set_visible (self->remove_button, self->jobs->len > 1);
  show_page (self, "trouble");
  zb_words_clear (&words);
}

/* From here until end() the imports are the writer's. */
static void
begin (ZbImportDialog *self)
{
  self->is_busy = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  zb_import_rows_view_set (self->rows, NULL, TRUE);
  zb_import_columns_set (self->columns, NULL);
  zb_import_questions_page_set (self->questions, NULL);
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
fill_files (ZbImportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);
      g_autofree char *label = job->trouble == NULL ? g_strdup (job->name)
                               /* Translators: %s is the name of a file */
                               : g_strdup_printf (_("%s (cannot be read)"), job->name);

      gtk_string_list_append (names, label);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->files, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->files, self->current);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->title_stack, self->jobs->len > 1 ? "files" : "title");
}

static void
fill_title (ZbImportDialog *self, const ZbImportJob *job)
{
  const ZbImportList *list = zb_import_list_of (job != NULL && job->import != NULL ? zb_import_kind (job->import) : self->hint);

  gtk_window_set_title (GTK_WINDOW (self), list != NULL ? _(list->title) : _("Import a File"));
  adw_window_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->window_title, job != NULL ? job->name : "");
}

static void
fill_questions (ZbImportDialog *self, const ZbImportJob *job)
{
  guint open = zb_import_questions_page_set (self->questions, job->import);
  guint n = zb_import_questions_page_size (self->questions);
  /* Translators: title of a page; %u is how many */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Questions (%u)"), n) : g_strdup (_("Questions"));
  g_autofree char *words = g_strdup_printf (ngettext ("%u word waits for an answer.", "%u words wait for an answer.", open), open);

  adw_view_stack_page_set_title (self->questions_view, title);
  adw_view_stack_page_set_needs_attention (self->questions_view, open > 0);
  gtk_label_set_text (self->waiting_label, words);
  gtk_widget_set_visible (self->waiting_box, open > 0 && self->sets == NULL);
}

static void
fill_remarks (ZbImportDialog *self, const ZbImportJob *job)
{
  const ZbImportCounts *counts = zb_import_counts (job->import);
  g_autofree char *words = zb_words_import_counts (counts);
  guint n = zb_import_remarks_fill (self->problems, job->import);
  /* Translators: title of a page; %u is how many */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Remarks (%u)"), n) : g_strdup (_("Remarks"));

  adw_view_stack_page_set_title (self->remarks_view, title);
  gtk_label_set_text (self->problems_label, n > 0 ? words : _("Nothing in this file is amiss."));
  zb_import_remarks_counts (self->counts, zb_import_kind (job->import), counts);
}

/* The state of the left pane and the header: before the writing, and after it. */
static void
fill_state (ZbImportDialog *self)
{
  gboolean is_done = self->sets != NULL;
  guint rows, errors;

  sum_counts (self, &rows, &errors);
  gtk_widget_set_visible (GTK_WIDGET (self->settings), !is_done);
  gtk_widget_set_visible (self->skip_group, !is_done && errors > 0);
  gtk_widget_set_visible (self->done_group, is_done);
  gtk_widget_set_visible (self->import_button, !is_done);
  gtk_widget_set_visible (self->switcher, !is_done);
  gtk_button_set_label (self->close_button, is_done ? _("_Close") : _("_Cancel"));
  adw_preferences_group_set_title (self->counts_group, is_done ? _("What Was Done") : _("What Will Happen"));
  zb_import_rows_view_set_done (self->rows, is_done);
  if (is_done)
    adw_view_stack_set_visible_child_name (self->views, "rows");
}

static void
fill_job (ZbImportDialog *self, gboolean is_same)
{
  ZbImportJob *job = job_at (self);

  /* Only what is sensitive takes the focus back. */
  update_actions (self);
  fill_title (self, job);
  if (job == NULL)
    show_page (self, "choose");
  else if (job->trouble != NULL)
    show_trouble (self, job);
  else if (job->import != NULL && job->is_checked)
    {
      self->filling = TRUE;
      fill_state (self);
      zb_import_settings_set (self->settings, job);
      zb_import_columns_set (self->columns, job->import);
      if (!is_same)
        zb_import_columns_set_name (self->columns, job->keep_as, job->is_kept);
      fill_questions (self, job);
      fill_remarks (self, job);
      zb_import_rows_view_set (self->rows, job->import, is_same);
      self->filling = FALSE;
    }
  update_actions (self);
  if (job != NULL && job->trouble == NULL)
    show_page (self, "review");
}

/* What stands in the dialog and in no job yet. */
static void
keep_typed (ZbImportDialog *self)
{
  ZbImportJob *job = job_at (self);

  if (job == NULL)
    return;
  job->is_kept = zb_import_columns_get_name (self->columns) != NULL;
  if (job->is_kept)
    {
      g_free (job->keep_as);
      job->keep_as = g_strdup (zb_import_columns_get_name (self->columns));
    }
}

static void
on_file_selected (ZbImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->files);

  if (self->filling || self->is_busy || selected >= self->jobs->len || selected == self->current)
    return;
  keep_typed (self);
  self->current = selected;
  fill_job (self, FALSE);
}

/* The first file that is not read or not checked. */
static ZbImportJob *
next_job (ZbImportDialog *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (job->trouble == NULL && !job->is_checked)
        return job;
    }
  return NULL;
}

/* Checking */

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_import_check_finish (ZB_REGISTRY (source), result, &error);
  ZbImportJob *job = next_job (self);

  end (self);
  if (self->registry == NULL || job == NULL)
    return;
  job->is_checked = done;
  if (!done && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Half of it was judged anew: what is shown would not be true. */
      g_ptr_array_set_size (self->jobs, 0);
      self->current = 0;
      fill_files (self);
    }
  else if (!done)
    job->trouble = g_steal_pointer (&error);
  go_on (self, TRUE);
}

/* Checks the file that is shown: something about it was answered. */
static void
check (ZbImportDialog *self)
{
  ZbImportJob *job = job_at (self);

  if (job == NULL || job->import == NULL)
    return;
  job->is_checked = FALSE;
  go_on (self, TRUE);
}

/* A cell or a row was answered. */
static void
on_answered (ZbImportDialog *self)
{
  ZbImportJob *job = job_at (self);

  if (!self->filling && !self->is_busy && job != NULL)
    check (self);
}

/* A column or a word was answered: that serves for the next file, unless somebody says no. */
static void
on_learned (ZbImportDialog *self)
{
  ZbImportJob *job = job_at (self);

  if (!self->filling && job != NULL && !job->has_learned)
    {
      job->has_learned = TRUE;
      zb_import_columns_set_name (self->columns, job->keep_as, TRUE);
    }
  on_answered (self);
}

/* Reading */

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *used = NULL;
  g_autoptr(ZbImport) import = zb_registry_import_read_finish (ZB_REGISTRY (source), result, &used, &error);
  ZbImportJob *job = NULL;

  end (self);
  if (self->registry == NULL)
    return;
  job = next_job (self);
  if (job == NULL)
    return;
  if (import == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_ptr_array_set_size (self->jobs, 0);
      self->current = 0;
      fill_files (self);
      fill_job (self, FALSE);
      return;
    }
  if (import == NULL)
    job->trouble = g_steal_pointer (&error);
  else
    {
      job->import = g_steal_pointer (&import);
      job->is_checked = TRUE;
      job->used = g_steal_pointer (&used);
      if (job->keep_as == NULL)
        {
          g_autofree char *sender = zb_import_sender (job->import);

          job->keep_as = g_strdup (job->used != NULL ? job->used : sender != NULL ? sender : job->name);
          if (job->used == NULL && sender == NULL && strrchr (job->keep_as, '.') != NULL)
            *strrchr (job->keep_as, '.') = '\0';
        }
    }
  go_on (self, FALSE);
}

static void
read_job (ZbImportDialog *self, const ZbImportJob *job)
{
  g_autofree char *markup = g_markup_escape_text (job->name, -1);
  ZbImportRequest request = { job->path, job->kind, self->hint, job->is_scratch ? job->name : NULL, job->sheet, job->org, job->mapping };

  adw_status_page_set_description (self->reading_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  zb_registry_import_read_async (self->registry, &request, on_progress, self, self->cancellable, on_read, g_object_ref (self));
}

/* The next file that is to be read or checked; when there is none, what there is to see. @is_same: whether that was seen before */
static void
go_on (ZbImportDialog *self, gboolean is_same)
{
  const ZbImportJob *job = next_job (self);

  if (job == NULL)
    {
      fill_files (self);
      fill_job (self, is_same);
      return;
    }
  begin (self);
  if (job->import == NULL)
    read_job (self, job);
  else
    zb_registry_import_check_async (self->registry, job->import, on_progress, self, self->cancellable, on_checked, g_object_ref (self));
}

/* Kind, sheet or mapping were chosen: what was answered was about the file as it was read before. */
static void
on_read_anew (ZbImportDialog *self)
{
  ZbImportJob *job = job_at (self);

  if (self->filling || self->is_busy || job == NULL)
    return;
  zb_import_job_reset (job);
  go_on (self, FALSE);
}

static void
add_job (ZbImportDialog *self, ZbImportJob *job)
{
  if (self->sets != NULL)
    return;
  keep_typed (self);
  self->current = self->jobs->len;
  g_ptr_array_add (self->jobs, job);
}

/* Files that stand there already are read anew: somebody has mended them meanwhile. */
void
zb_import_dialog_add (ZbImportDialog *self, GSList *files)
{
  if (self->registry == NULL || self->is_busy || self->sets != NULL)
    return;
  keep_typed (self);
  for (GSList *at = files; at != NULL; at = at->next)
    {
      const char *path = g_file_peek_path (at->data);
      gboolean is_known = FALSE;

      for (guint i = 0; path != NULL && i < self->jobs->len; i++)
        {
          ZbImportJob *job = g_ptr_array_index (self->jobs, i);

          if (g_strcmp0 (job->path, path) != 0)
            continue;
          zb_import_job_reset (job);
          self->current = i;
          is_known = TRUE;
        }
      if (path != NULL && !is_known)
        add_job (self, zb_import_job_new (path));
    }
  /* A file that could not be read makes room for the one that was chosen in its place. */
  for (guint i = self->jobs->len; i-- > 0 && self->jobs->len > 1;)
    {
      ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      if (job->trouble == NULL || files == NULL)
        continue;
      g_ptr_array_remove_index (self->jobs, i);
      self->current -= self->current > i;
    }
  self->current = MIN (self->current, self->jobs->len > 0 ? self->jobs->len - 1 : 0);
  if (self->jobs->len > 0)
    go_on (self, FALSE);
}

/* Actions. */

static void
on_files_chosen (GSList *files, GtkWindow *window)
{
  zb_import_dialog_add (ZB_IMPORT_DIALOG (window), files);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_file_choose (GTK_WINDOW (widget), on_files_chosen);
}

static gboolean
on_drop (ZbImportDialog *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  zb_import_dialog_add (self, files);
  g_slist_free (files);
  return TRUE;
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  ZbImportJob *job;

  if (self->registry == NULL || self->is_busy || self->sets != NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      say (self, _("Nothing to paste: copy the cells of a table first, with its headings."));
      return;
    }
  if (!(job = zb_import_job_new_pasted (text, &error)))
    {
      say_error (self, error);
      return;
    }
  add_job (self, job);
  go_on (self, FALSE);
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_pasted, g_object_ref (widget));
}

static void
remove_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (widget);

  g_ptr_array_remove_index (self->jobs, self->current);
  self->current = MIN (self->current, self->jobs->len - 1);
  fill_files (self);
  fill_job (self, FALSE);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ZB_IMPORT_DIALOG (widget)->cancellable);
}

static void
on_reported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_import_report_finish (ZB_REGISTRY (source), result, &error);

  end (self);
  if (self->registry == NULL)
    return;
  fill_job (self, TRUE);
  if (done)
    say (self, _("Saved. Mend the rows there and import that file."));
  else
    say_error (self, error);
}

static void
write_report (GSList *files, GtkWindow *window)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (window);
  ZbImportJob *job = job_at (self);

  if (self->registry == NULL || self->is_busy || job == NULL || job->import == NULL)
    return;
  begin (self);
  zb_registry_import_report_async (self->registry, job->import, g_file_peek_path (files->data), on_reported, g_object_ref (self));
}

static void
report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const ZbImportJob *job = job_at (ZB_IMPORT_DIALOG (widget));
  g_autofree char *folder = job == NULL || job->is_scratch ? NULL : g_path_get_dirname (job->path);

  if (job == NULL)
    return;
  zb_import_file_save_report (GTK_WINDOW (widget), folder, job->name, write_report);
}

/* Writing */

static void
on_committed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) sets = NULL;
  g_autofree char *words = NULL;
  gboolean done = zb_registry_import_commit_finish (ZB_REGISTRY (source), result, &sets, &words, &error);
  gboolean is_gone = self->registry == NULL || !gtk_widget_get_visible (GTK_WIDGET (self));

  end (self);
  if (!done && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    words = g_strdup (_("The import was stopped; nothing was changed."));
  else if (!done)
    words = zb_words_sentence (error);
  if (is_gone)
    {
      g_signal_emit (self, signals[done ? IMPORTED : STOPPED], 0, words);
      return;
    }
  if (done)
    {
      self->sets = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < sets->len; i++)
        if (g_array_index (sets, gint64, i) != 0)
          g_array_append_val (self->sets, g_array_index (sets, gint64, i));
      self->done_words = g_strdup (words);
    }
  fill_job (self, FALSE);
  if (done)
    gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
  else
    say (self, words);
}

static void
commit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (widget);
  g_autoptr(GPtrArray) imports = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  /* What was typed and not confirmed is to be looked at before it is taken in. */
  if (zb_import_rows_view_apply (self->rows))
    {
      check (self);
      return;
    }
  keep_typed (self);
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const ZbImportJob *job = g_ptr_array_index (self->jobs, i);

      g_ptr_array_add (imports, job->import);
      g_ptr_array_add (names, job->is_kept ? job->keep_as : NULL);
    }
  begin (self);
  zb_registry_import_commit_async (self->registry, (ZbImport *const *) imports->pdata, (const char *const *) names->pdata, imports->len,
                                   gtk_switch_get_active (self->skip_switch), on_progress, self, self->cancellable, on_committed,
                                   g_object_ref (self));
}

/* Taking it back: the last file first. */

static void undo_last (ZbImportDialog *self);

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbImportDialog) self = ZB_IMPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  gboolean done = zb_registry_write_finish (ZB_REGISTRY (source), result, NULL, &error);

  end (self);
  if (self->registry == NULL)
    return;
  if (!done)
    {
      fill_job (self, TRUE);
      say_error (self, error);
      return;
    }
  g_array_set_size (self->sets, self->sets->len - 1);
  undo_last (self);
}

static void
undo_last (ZbImportDialog *self)
{
  if (self->sets->len > 0)
    {
      begin (self);
      zb_registry_undo_async (self->registry, g_array_index (self->sets, gint64, self->sets->len - 1), NULL, on_undone, g_object_ref (self));
      return;
    }
  g_clear_pointer (&self->sets, g_array_unref);
  g_clear_pointer (&self->done_words, g_free);
  say (self, _("The import was taken back."));
  fill_state (self);
  /* What was answered stays: only what would happen is judged anew. */
  for (guint i = 0; i < self->jobs->len; i++)
    ((ZbImportJob *) g_ptr_array_index (self->jobs, i))->is_checked = FALSE;
  go_on (self, TRUE);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  undo_last (ZB_IMPORT_DIALOG (widget));
}

static void
show_questions (ZbImportDialog *self)
{
  adw_view_stack_set_visible_child_name (self->views, "questions");
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->done_words != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, self->done_words);
  g_clear_pointer (&self->done_words, g_free);
  return GTK_WINDOW_CLASS (zb_import_dialog_parent_class)->close_request (window);
}

static void
zb_import_dialog_dispose (GObject *object)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->left);
  if (self->rows != NULL && !self->is_busy)
    zb_import_rows_view_set (self->rows, NULL, TRUE);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_import_dialog_parent_class)->dispose (object);
}

/* What is under way holds the dialog, so nobody uses the imports any more. */
static void
zb_import_dialog_finalize (GObject *object)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (object);

  g_ptr_array_unref (self->jobs);
  g_clear_pointer (&self->sets, g_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->done_words);
  G_OBJECT_CLASS (zb_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, files);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, title_stack);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, reading_page);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, left_box);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, skip_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, done_group);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, report_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, views);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, questions_view);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, remarks_view);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, problems_label);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, waiting_label);
}

static void
zb_import_dialog_class_init (ZbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[IMPORTED] = g_signal_new ("imported", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STOPPED] = g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_file_selected);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_bind_template_callback (widget_class, show_questions);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "import.remove", NULL, remove_file);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "import.report", NULL, report);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
}

static void
zb_import_dialog_init (ZbImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_import_job_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->counts = zb_facts_new ();
  adw_preferences_group_add (self->counts_group, self->counts);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
add_pages (ZbImportDialog *self)
{
  self->rows = ZB_IMPORT_ROWS_VIEW (zb_import_rows_view_new (self->registry));
  self->columns = ZB_IMPORT_COLUMNS (zb_import_columns_new ());
  self->questions = ZB_IMPORT_QUESTIONS_PAGE (zb_import_questions_page_new (self->registry));
  self->settings = ZB_IMPORT_SETTINGS (zb_import_settings_new (self->registry));
  gtk_box_prepend (self->left_box, GTK_WIDGET (self->settings));
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->views, "rows")), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->views, "columns")), GTK_WIDGET (self->columns));
  adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->views, "questions")), GTK_WIDGET (self->questions));
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (on_learned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "changed", G_CALLBACK (on_learned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "read-anew", G_CALLBACK (on_read_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
}

ZbImportDialog *
zb_import_dialog_new (ZbRegistry *registry, const ZbKind *hint, const char *path)
{
  ZbImportDialog *self = g_object_new (ZB_TYPE_IMPORT_DIALOG, NULL);
  g_autoptr(GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  self->registry = g_object_ref (registry);
  self->hint = hint;
  add_pages (self);
  fill_job (self, FALSE);
  show_page (self, "choose");
  gtk_widget_grab_focus (self->choose_button);
  if (file != NULL)
    {
      GSList files = { file, NULL };

      zb_import_dialog_add (self, &files);
    }
  return self;
}
