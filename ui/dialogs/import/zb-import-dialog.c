/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/import/zb-import-file.h"
#include "dialogs/import/zb-import-remarks.h"
#include "dialogs/import/zb-import-row-list.h"
#include "dialogs/zb-leave-question.h"
#include "service/zb-words.h"
#include "widgets/zb-facts.h"
#include "widgets/zb-toast.h"

/* How often a bar that knows no total moves. */
#define PULSE_ROWS 500
#define PULSE_MS 120

enum {
  IMPORTED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportDialog, zb_import_dialog, ADW_TYPE_WINDOW)

static void
say (ZbImportDialog *self, const char *words)
{
  zb_toast_show (self->toasts, zb_toast_new (words));
}

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (ZB_IMPORT_DIALOG (data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

/* Taking back knows no total; one that takes long is seen to go on. */
static void
show_undoing (ZbImportDialog *self)
{
  gtk_progress_bar_set_text (self->progress_bar, _("Taking the import back…"));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  if (self->pulse_id == 0)
    self->pulse_id = g_timeout_add (PULSE_MS, on_pulse, self);
}

static void
on_begun (ZbImportDialog *self, const char *name)
{
  g_autofree char *markup = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  if (!self->is_held)
    g_object_ref (self);
  self->is_held = TRUE;
  if (self->registry == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  zb_import_rows_view_set (self->rows, NULL, TRUE);
  zb_import_columns_set (self->columns, NULL);
  zb_import_questions_page_set (self->questions, NULL);
  if (name != NULL)
    {
      adw_status_page_set_description (self->reading_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "reading");
    }
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (zb_import_jobs_is_undoing (self->jobs))
    show_undoing (self);
  zb_import_dialog_update_actions (self);
}

static void
on_progress (ZbImportDialog *self, guint64 done, guint64 total)
{
  g_autofree char *text = NULL;

  if (self->registry == NULL || !zb_import_jobs_is_busy (self->jobs))
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

/* What stands in the dialog and in no job yet. */
static void
keep_typed (ZbImportDialog *self)
{
  ZbImportJob *job = zb_import_jobs_current (self->jobs);

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
on_ended (ZbImportDialog *self, gboolean is_same)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->registry != NULL)
    {
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
      zb_import_dialog_fill_files (self);
      zb_import_dialog_fill (self, is_same);
      if (zb_import_jobs_is_written (self->jobs))
        gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
    }
  if (self->is_held)
    g_object_unref (self);
  self->is_held = FALSE;
}

static void
on_file_selected (ZbImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->files);

  if (self->filling || zb_import_jobs_is_busy (self->jobs) || selected >= zb_import_jobs_size (self->jobs)
      || selected == zb_import_jobs_get_place (self->jobs))
    return;
  keep_typed (self);
  zb_import_jobs_set_place (self->jobs, selected);
  zb_import_dialog_fill (self, FALSE);
}

/* Whether files may be added and answers given now. */
static gboolean
is_open (ZbImportDialog *self)
{
  return self->registry != NULL && !self->filling && !zb_import_jobs_is_busy (self->jobs) && !zb_import_jobs_is_written (self->jobs);
}

/* A cell or a row was answered. */
static void
on_answered (ZbImportDialog *self)
{
  if (!is_open (self) || zb_import_jobs_current (self->jobs) == NULL)
    return;
  zb_import_jobs_current (self->jobs)->is_touched = TRUE;
  zb_import_jobs_check (self->jobs);
}

/* A column or a word was answered: that serves for the next file, unless somebody says no. */
static void
on_learned (ZbImportDialog *self)
{
  ZbImportJob *job = zb_import_jobs_current (self->jobs);

  if (!is_open (self) || job == NULL)
    return;
  if (!job->has_learned)
    zb_import_columns_set_name (self->columns, job->keep_as, TRUE);
  job->has_learned = job->is_touched = TRUE;
  zb_import_jobs_check (self->jobs);
}

/* Kind, sheet or mapping were chosen: what was answered was about the file as it was read before. */
static void
on_read_anew (ZbImportDialog *self)
{
  ZbImportJob *job = zb_import_jobs_current (self->jobs);

  if (!is_open (self) || job == NULL)
    return;
  zb_import_job_reset (job);
  zb_import_jobs_go_on (self->jobs, FALSE);
}

void
zb_import_dialog_add (ZbImportDialog *self, GSList *files)
{
  if (!is_open (self))
    {
      if (self->registry != NULL)
        say (self, zb_import_jobs_is_written (self->jobs) ? _("This import is finished: close it first, then give the next files.")
                                                        : _("Give these files once more when the work under way is done."));
      return;
    }
  keep_typed (self);
  zb_import_jobs_add_files (self->jobs, files);
  zb_import_jobs_go_on (self->jobs, FALSE);
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
  g_autofree char *words = NULL;
  ZbImportJob *job;

  if (!is_open (self))
    return;
  if (text == NULL || *text == '\0')
    {
      say (self, _("Nothing to paste: copy the cells of a table first, with its headings."));
      return;
    }
  if ((job = zb_import_job_new_pasted (text, &error)) == NULL)
    {
      words = zb_words_sentence (error);
      say (self, words);
      return;
    }
  keep_typed (self);
  zb_import_jobs_add (self->jobs, job);
  zb_import_jobs_go_on (self->jobs, FALSE);
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

  zb_import_jobs_remove (self->jobs, zb_import_jobs_get_place (self->jobs));
  zb_import_jobs_go_on (self->jobs, FALSE);
}

static void
check_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_jobs_check (ZB_IMPORT_DIALOG (widget)->jobs);
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_jobs_stop (ZB_IMPORT_DIALOG (widget)->jobs);
}

static void
write_report (GSList *files, GtkWindow *window)
{
  zb_import_jobs_report (ZB_IMPORT_DIALOG (window)->jobs, g_file_peek_path (files->data));
}

static void
report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const ZbImportJob *job = zb_import_jobs_current (ZB_IMPORT_DIALOG (widget)->jobs);
  g_autofree char *folder = job == NULL || job->is_scratch ? NULL : g_path_get_dirname (job->path);

  if (job != NULL)
    zb_import_file_save_report (GTK_WINDOW (widget), folder, job->name, write_report);
}

static void
on_written (ZbImportDialog *self, gboolean done, const char *words)
{
  if (self->registry == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    g_signal_emit (self, signals[done ? IMPORTED : STOPPED], 0, words);
  else if (!done)
    say (self, words);
}

static void
commit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (widget);

  keep_typed (self);
  /* What was typed and not confirmed is to be looked at before it is taken in. */
  if (zb_import_rows_view_apply (self->rows) | zb_import_questions_page_apply (self->questions))
    zb_import_jobs_check (self->jobs);
  else
    zb_import_jobs_commit (self->jobs, gtk_switch_get_active (self->skip_switch));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_import_jobs_undo (ZB_IMPORT_DIALOG (widget)->jobs);
}

static void
show_questions (ZbImportDialog *self)
{
  adw_view_stack_set_visible_child_name (self->views, "questions");
  zb_import_questions_page_take_keys (self->questions);
}

static void
show_questions_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_questions (ZB_IMPORT_DIALOG (widget));
}

static void
show_rows (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (widget);

  adw_view_stack_set_visible_child_name (self->views, "rows");
  zb_import_rows_view_show_filter (self->rows, g_variant_get_uint32 (parameter));
}

/* What keeps the import back stands in another file. */
static void
show_bad (ZbImportDialog *self)
{
  gint place = zb_import_jobs_next_bad (self->jobs);

  if (place < 0 || !is_open (self))
    return;
  gtk_drop_down_set_selected (self->files, (guint) place);
  adw_view_stack_set_visible_child_name (self->views, "rows");
  zb_import_rows_view_show_filter (self->rows, ZB_IMPORT_SHOW_REFUSED);
}

static void
on_remark_activated (ZbImportDialog *self, guint place)
{
  const ZbImportJob *job = zb_import_jobs_current (self->jobs);
  gint row = !zb_import_jobs_is_busy (self->jobs) && job != NULL && job->import != NULL ? zb_import_remarks_row (job->import, place) : -1;

  if (row < 0)
    return;
  adw_view_stack_set_visible_child_name (self->views, "rows");
  zb_import_rows_view_open (self->rows, (guint) row);
}

/* Whether somebody would have to answer something again. */
static gboolean
has_answers (ZbImportDialog *self)
{
  if (zb_import_jobs_is_written (self->jobs))
    return FALSE;
  for (guint i = 0; i < zb_import_jobs_size (self->jobs); i++)
    if (zb_import_jobs_at (self->jobs, i)->is_touched)
      return TRUE;
  return zb_import_rows_view_is_typed (self->rows);
}

static void
on_leave_answer (GtkWindow *window, const char *answer)
{
  if (!g_str_equal (answer, "discard"))
    return;
  ZB_IMPORT_DIALOG (window)->is_left = TRUE;
  gtk_window_close (window);
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (window);

  if (!self->is_left && has_answers (self))
    {
      zb_leave_question_ask (window, "", on_leave_answer);
      return TRUE;
    }
  zb_import_jobs_stop (self->jobs);
  if (zb_import_jobs_words (self->jobs) != NULL)
    g_signal_emit (self, signals[IMPORTED], 0, zb_import_jobs_words (self->jobs));
  return GTK_WINDOW_CLASS (zb_import_dialog_parent_class)->close_request (window);
}

static void
zb_import_dialog_dispose (GObject *object)
{
  ZbImportDialog *self = ZB_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->jobs != NULL)
    zb_import_jobs_close (self->jobs);
  g_clear_weak_pointer (&self->left);
  if (self->rows != NULL)
    zb_import_rows_view_set (self->rows, NULL, TRUE);
  self->rows = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_import_dialog_parent_class)->dispose (object);
}

static void
zb_import_dialog_finalize (GObject *object)
{
  g_clear_object (&ZB_IMPORT_DIALOG (object)->jobs);
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
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, check_button);
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
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, others_box);
  gtk_widget_class_bind_template_child (widget_class, ZbImportDialog, others_label);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "update_actions", G_CALLBACK (zb_import_dialog_update_actions));
  gtk_widget_class_bind_template_callback (widget_class, show_questions);
  gtk_widget_class_bind_template_callback (widget_class, show_bad);
  gtk_widget_class_bind_template_callback (widget_class, on_remark_activated);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "import.remove", NULL, remove_file);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "import.report", NULL, report);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, check_again);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "import.show-rows", "u", show_rows);
  gtk_widget_class_install_action (widget_class, "import.show-questions", NULL, show_questions_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
}

static void
zb_import_dialog_init (ZbImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

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
  self->jobs = zb_import_jobs_new (registry, hint);
  g_signal_connect_object (self->jobs, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "progress", G_CALLBACK (on_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "said", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->jobs, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  add_pages (self);
  zb_import_dialog_fill (self, FALSE);
  zb_import_dialog_show_page (self, "choose");
  gtk_widget_grab_focus (self->choose_button);
  if (file != NULL)
    {
      GSList files = { file, NULL };

      zb_import_dialog_add (self, &files);
    }
  return self;
}
