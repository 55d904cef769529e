/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-dialog-private.h"

#include <glib/gi18n.h>

#include "dialogs/import/zb-import-lists.h"
#include "dialogs/import/zb-import-remarks.h"
#include "service/zb-words.h"

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

void
zb_import_dialog_update_actions (ZbImportDialog *self)
{
  const ZbImportJob *job = zb_import_jobs_current (self->jobs);
  gboolean is_busy = zb_import_jobs_is_busy (self->jobs), is_done = zb_import_jobs_is_written (self->jobs);
  guint rows = 0, errors = 0;
  gboolean is_ready = !is_busy && zb_import_jobs_count (self->jobs, &rows, &errors);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "import.commit",
                                 is_ready && !is_done && rows > 0 && (errors == 0 || gtk_switch_get_active (self->skip_switch)));
  gtk_widget_action_set_enabled (widget, "import.choose", !is_busy && !is_done);
  gtk_widget_action_set_enabled (widget, "import.paste", !is_busy && !is_done);
  gtk_widget_action_set_enabled (widget, "import.remove", !is_busy && !is_done && zb_import_jobs_size (self->jobs) > 1);
  gtk_widget_action_set_enabled (widget, "import.report",
                                 !is_busy && job != NULL && job->is_checked && zb_import_problems (job->import)->len > 0);
  gtk_widget_action_set_enabled (widget, "import.again", !is_busy);
  gtk_widget_action_set_enabled (widget, "import.undo", !is_busy && is_done);
  gtk_widget_action_set_enabled (widget, "import.stop", is_busy && !zb_import_jobs_is_undoing (self->jobs));
  gtk_widget_set_sensitive (GTK_WIDGET (self->files), !is_busy);
  set_review_sensitive (self, !is_busy);
}

/* Brings a page of the dialog to the front, the focus to what one does there next. */
void
zb_import_dialog_show_page (ZbImportDialog *self, const char *name)
{
  gboolean is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0;
  GtkWidget *next = g_str_equal (name, "choose") ? self->choose_button : g_str_equal (name, "trouble") ? self->again_button : self->import_button;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (is_new)
    gtk_widget_grab_focus (gtk_widget_is_sensitive (next) ? next : GTK_WIDGET (self->switcher));
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
  gtk_widget_set_visible (self->remove_button, zb_import_jobs_size (self->jobs) > 1);
  /* It was read, and the check or reading it anew was stopped or failed: nothing that was answered is lost. */
  gtk_widget_set_visible (self->check_button, job->keep_as != NULL);
  zb_import_dialog_show_page (self, "trouble");
  zb_words_clear (&words);
}

/* What was read, on screen. */

void
zb_import_dialog_fill_files (ZbImportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < zb_import_jobs_size (self->jobs); i++)
    {
      const ZbImportJob *job = zb_import_jobs_at (self->jobs, i);
      const ZbImportCounts *counts = job->import != NULL && job->is_checked ? zb_import_counts (job->import) : NULL;
      g_autofree char *label = NULL;

      if (job->trouble != NULL)
        /* Translators: %s is the name of a file */
        label = g_strdup_printf (_("%s (cannot be read)"), job->name);
      else if (counts != NULL && counts->errors > 0)
        /* Translators: %1$s is the name of a file, %2$u how many of its rows have problems */
        label = g_strdup_printf (_("%1$s (%2$u with problems)"), job->name, counts->errors);
      else
        label = g_strdup (job->name);

      gtk_string_list_append (names, label);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->files, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->files, zb_import_jobs_get_place (self->jobs));
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->title_stack, zb_import_jobs_size (self->jobs) > 1 ? "files" : "title");
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
  guint n = zb_import_questions_page_unanswered (self->questions);
  /* Translators: title of a page; %u is how many */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Questions (%u)"), n) : g_strdup (_("Questions"));
  g_autofree char *words = g_strdup_printf (ngettext ("%u word waits for an answer.", "%u words wait for an answer.", open), open);

  adw_view_stack_page_set_title (self->questions_view, title);
  adw_view_stack_page_set_needs_attention (self->questions_view, open > 0);
  gtk_label_set_text (self->waiting_label, words);
  gtk_widget_set_visible (self->waiting_box, open > 0 && !zb_import_jobs_is_written (self->jobs));
}

/* Why nothing can be imported although this file is in order. */
static void
fill_others (ZbImportDialog *self, const ZbImportJob *job)
{
  g_autofree char *words = NULL;
  guint rows, errors, others;

  zb_import_jobs_count (self->jobs, &rows, &errors);
  others = errors - MIN (errors, zb_import_counts (job->import)->errors);
  words = g_strdup_printf (ngettext ("%u row with problems is in another file.", "%u rows with problems are in other files.", others), others);
  gtk_label_set_text (self->others_label, words);
  gtk_widget_set_visible (self->others_box, others > 0 && others == errors && !zb_import_jobs_is_written (self->jobs));
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
  zb_import_remarks_counts (self->counts, zb_import_kind (job->import), counts, zb_import_jobs_is_written (self->jobs));
}

/* The state of the left pane and the header: before the writing, and after it. */
static void
fill_state (ZbImportDialog *self)
{
  gboolean is_done = zb_import_jobs_is_written (self->jobs);
  guint rows, errors;

  zb_import_jobs_count (self->jobs, &rows, &errors);
  gtk_widget_set_visible (GTK_WIDGET (self->settings), !is_done);
  gtk_widget_set_visible (self->skip_group, !is_done && errors > 0);
  gtk_widget_set_visible (self->done_group, is_done);
  gtk_widget_set_visible (self->report_button, errors > 0);
  gtk_widget_set_visible (self->import_button, !is_done);
  gtk_widget_set_visible (self->switcher, !is_done);
  gtk_button_set_label (self->close_button, is_done ? _("_Close") : _("_Cancel"));
  adw_preferences_group_set_title (self->counts_group, is_done ? _("Result of the Import") : _("What Will Happen"));
  zb_import_rows_view_set_done (self->rows, is_done);
  if (is_done)
    adw_view_stack_set_visible_child_name (self->views, "rows");
}

void
zb_import_dialog_fill (ZbImportDialog *self, gboolean is_same)
{
  ZbImportJob *job = zb_import_jobs_current (self->jobs);

  /* Only what is sensitive takes the focus back. */
  zb_import_dialog_update_actions (self);
  fill_title (self, job);
  if (job == NULL)
    zb_import_dialog_show_page (self, "choose");
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
      fill_others (self, job);
      fill_remarks (self, job);
      zb_import_rows_view_set (self->rows, job->import, is_same);
      self->filling = FALSE;
    }
  zb_import_dialog_update_actions (self);
  if (job != NULL && job->trouble == NULL)
    zb_import_dialog_show_page (self, "review");
}
