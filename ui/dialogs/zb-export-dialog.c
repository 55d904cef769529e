/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/templates/zb-template-dialog.h"
#include "dialogs/zb-export-columns.h"
#include "dialogs/zb-export-file.h"
#include "dialogs/zb-export-occasions.h"
#include "dialogs/zb-export-print.h"
#include "dialogs/zb-present.h"
#include "dialogs/zb-sequence-dialog.h"
#include "service/zb-registry-print.h"
#include "service/zb-words.h"
#include "widgets/zb-toast.h"

/* How long the hand must rest before the pages are made anew. */
#define REST_MS 120
/* How long the pages before stay while others are worked out. */
#define BUSY_MS 300

enum {
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbExportDialog, zb_export_dialog, ADW_TYPE_WINDOW)

static void
clear_pages (ZbExportDialog *self)
{
  zb_paper_pane_set_paper (self->pane, NULL, NULL);
  g_clear_pointer (&self->paper, zb_paper_free);
  g_clear_pointer (&self->sheet, zb_sheet_free);
}

static void
stop_working (ZbExportDialog *self)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

static gboolean
show_busy (gpointer user_data)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (user_data);

  self->busy_id = 0;
  clear_pages (self);
  zb_paper_pane_set_busy (self->pane);
  return G_SOURCE_REMOVE;
}

/* The line under the pages: how many or that there are none, and that the letters are not as large as they were asked for. */
static char *
note_of (ZbPaper *paper, ZbSheet *sheet)
{
  double asked, size = zb_paper_letter_size (paper, &asked);
  g_autofree char *smaller = zb_words_smaller_letters (asked, size);
  const char *more = zb_sheet_n_rows (sheet) == 0 ? _("As it is chosen here the list is empty: what is printed is a form without rows.") : smaller;

  return more != NULL ? g_strconcat (zb_sheet_total (sheet), *zb_sheet_total (sheet) != '\0' ? "\n" : "", more, NULL) : g_strdup (zb_sheet_total (sheet));
}

static void
show_pages (ZbExportDialog *self, ZbPaper *paper, ZbSheet *sheet, const GError *error)
{
  static const char *const actions[] = { "export.xlsx", "export.pdf", "export.docx", "export.csv", "export.csv-gb18030", "export.print" };

  clear_pages (self);
  self->paper = paper;
  self->sheet = sheet;
  if (paper == NULL)
    zb_paper_pane_set_problem (self->pane, error);
  else
    {
      g_autofree char *note = note_of (paper, sheet);

      zb_paper_pane_set_paper (self->pane, paper, note);
      zb_export_columns_follow (self->columns_list, sheet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], paper != NULL);
}

static void
on_pages (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbExportDialog) self = ZB_EXPORT_DIALOG (user_data);
  const char *wanted = self->wanted;
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = NULL;
  ZbPaper *paper = zb_registry_paper_finish (ZB_REGISTRY (source), result, &sheet, &error);

  /* Overtaken by another choice, or nobody looks any more. */
  if (self->working == NULL || self->working != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&paper, zb_paper_free);
      g_clear_pointer (&sheet, zb_sheet_free);
      return;
    }
  stop_working (self);
  self->wanted = NULL;
  show_pages (self, paper, sheet, error);
  if (paper != NULL && wanted != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), wanted, NULL);
}

/* Lists of members are read as they are drawn; others are worked out first, which may take a while in a large
 * committee: the pages before stay until then. */
static gboolean
refresh (gpointer user_data)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  ZbSheet *sheet = NULL;
  ZbPaper *paper = NULL;

  self->refresh_id = 0;
  stop_working (self);
  if (zb_export_dialog_read (self, &error) && zb_sheet_is_worked_out (self->request->roster))
    {
      self->working = g_cancellable_new ();
      self->busy_id = g_timeout_add (BUSY_MS, show_busy, self);
      zb_registry_paper_async (self->registry, self->request, self->working, on_pages, g_object_ref (self));
      return G_SOURCE_REMOVE;
    }
  if (error == NULL)
    paper = zb_registry_paper (self->registry, self->request, &sheet, &error);
  show_pages (self, paper, sheet, error);
  return G_SOURCE_REMOVE;
}

void
zb_export_dialog_choice_changed (ZbExportDialog *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add (REST_MS, refresh, self);
}

/* Another list begins as it is declared. What was asked for of one kind of records says nothing of another. */
static void
take_roster (ZbExportDialog *self, const ZbRoster *roster)
{
  ZbRosterRequest *request = zb_roster_request_copy (self->given);

  g_clear_pointer (&request->order, g_free);
  request->descending = FALSE;
  g_clear_pointer (&request->columns, g_strfreev);
  if (roster != self->given->roster)
    {
      request->scope = roster->scope;
      request->internal = roster->is_internal;
    }
  if (strcmp (roster->kind, self->given->roster->kind) != 0)
    {
      g_clear_pointer (&request->ids, g_free);
      request->n_ids = 0;
      g_clear_pointer (&request->filter, zb_filter_unref);
      g_clear_pointer (&request->text, g_free);
    }
  request->roster = roster;
  zb_roster_request_free (self->request);
  self->request = request;
}

static void
forget_people (ZbRosterRequest *request)
{
  g_clear_pointer (&request->ids, g_free);
  request->n_ids = 0;
  g_clear_pointer (&request->text, g_free);
}

/* Not only those who were selected or searched for. */
static void
list_all (ZbExportDialog *self)
{
  g_autoptr(GError) error = NULL;

  /* What else was chosen stays, also where it is not yet right. */
  zb_export_dialog_read (self, &error);
  forget_people (self->given);
  forget_people (self->request);
  self->filling = TRUE;
  zb_export_dialog_fill_for_roster (self);
  self->filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->org_row)) ? self->org_row : self->roster_row));
  zb_export_dialog_choice_changed (self);
}

static void
on_roster_selected (ZbExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->roster_row);
  const ZbRoster *roster;

  if (self->filling || selected >= self->rosters->len)
    return;
  roster = g_ptr_array_index (self->rosters, selected);
  take_roster (self, roster);
  self->filling = TRUE;
  zb_export_dialog_fill_for_roster (self);
  adw_combo_row_set_selected (self->paper_row, roster->landscape ? 0 : 1);
  self->filling = FALSE;
  zb_export_dialog_choice_changed (self);
}

/* 9 and 10.5 (五号), as sizes of type are written. */
static gboolean
on_size_output (GtkSpinButton *spin)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (spin), g_ascii_formatd (text, sizeof text, "%g", gtk_spin_button_get_value (spin)));
  return TRUE;
}

static void
on_internal_changed (ZbExportDialog *self)
{
  if (!self->filling)
    zb_export_columns_set_internal (self->columns_list, self->request->roster, gtk_switch_get_active (self->internal_switch));
  zb_export_dialog_choice_changed (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbExportDialog) self = ZB_EXPORT_DIALOG (user_data);
  gboolean is_cancelled = self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  path = zb_export_file_finish (self->registry, result, &error);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  if (path != NULL)
    {
      zb_toast_show (self->toasts, zb_export_file_toast (path));
      g_signal_emit (self, signals[EXPORTED], 0, path);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *words = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (words));
    }
  else if (is_cancelled)
    zb_toast_show (self->toasts, zb_toast_new (_("Canceled: nothing was written")));
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (user_data);
  /* Translators: %1$lu of %2$lu people */
  g_autofree char *text = g_strdup_printf (_("%1$lu of %2$lu"), (gulong) done, (gulong) total);

  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) done / (double) total : 0);
  gtk_progress_bar_set_text (self->progress_bar, text);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
}

/* What was chosen a moment ago is on the pages before they leave; what has to wait for them is done when they are
 * there. Returns: whether to go on now */
static gboolean
catch_up (ZbExportDialog *self, const char *action)
{
  if (self->refresh_id != 0)
    {
      g_clear_handle_id (&self->refresh_id, g_source_remove);
      refresh (self);
    }
  if (self->working != NULL)
    self->wanted = g_intern_string (action);
  return self->working == NULL;
}

static void
write_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (widget);
  ZbSheetFormat format = strcmp (action, "export.pdf") == 0 ? ZB_SHEET_PDF
                         : strcmp (action, "export.docx") == 0 ? ZB_SHEET_DOCX
                         : strcmp (action, "export.csv") == 0 ? ZB_SHEET_CSV
                         : strcmp (action, "export.csv-gb18030") == 0 ? ZB_SHEET_CSV_GB18030 : ZB_SHEET_XLSX;

  if (!catch_up (self, action) || self->cancellable != NULL || self->sheet == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  zb_export_file_async (GTK_WINDOW (self), self->registry, self->request, zb_sheet_title (self->sheet), format, on_progress, self,
                        self->cancellable, on_written, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* What is being done is left first, then the dialog. */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, ZB_EXPORT_DIALOG (widget)->cancellable != NULL ? "export.cancel" : "window.close", NULL);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (widget);
  g_autoptr(GError) error = NULL;
  gboolean printed = FALSE;

  if (!catch_up (self, action) || self->paper == NULL)
    return;
  if (!zb_export_print (GTK_WINDOW (self), self->paper, zb_sheet_title (self->sheet), &printed, &error))
    {
      g_autofree char *words = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (words));
    }
  if (printed)
    zb_registry_note_sheet_async (self->registry, self->sheet, NULL, NULL);
}

/* The form of an upper committee, filled with the people that are chosen here. */
static void
fill_form (ZbExportDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (zb_export_dialog_read (self, &error))
    zb_template_dialog_show (GTK_WINDOW (self), self->registry, self->request);
}

static void
turn_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_paper_pane_turn (ZB_EXPORT_DIALOG (widget)->pane, strcmp (action, "export.page-next") == 0 ? 1 : -1);
}

/* An order by hand. */

static void
on_arranged (ZbExportDialog *self, GArray *people)
{
  zb_roster_request_set_sequence (self->request, (const gint64 *) (gpointer) people->data, people->len);
  self->filling = TRUE;
  zb_export_dialog_fill_orders (self);
  self->filling = FALSE;
  zb_export_dialog_choice_changed (self);
}

static void
arrange (ZbExportDialog *self)
{
  GtkWindow *dialog;

  if (!catch_up (self, "export.arrange") || self->sheet == NULL)
    return;
  if (zb_sheet_n_rows (self->sheet) > ZB_SEQUENCE_MOST)
    {
      g_autofree char *words = g_strdup_printf (_("Up to %d people are put in order by hand. Choose a branch, or fewer people."), ZB_SEQUENCE_MOST);

      zb_toast_show (self->toasts, zb_toast_new_refusal (words));
      return;
    }
  dialog = zb_sequence_dialog_new (self->registry, self->sheet);
  g_signal_connect_object (dialog, "arranged", G_CALLBACK (on_arranged), self, G_CONNECT_SWAPPED);
  zb_present_over (dialog, GTK_WIDGET (self));
}

static void
arrange_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  arrange (ZB_EXPORT_DIALOG (widget));
}

/* Lists that are remembered. */

static void
show_request (ZbExportDialog *self, ZbRosterRequest *request)
{
  zb_roster_request_free (self->given);
  zb_roster_request_free (self->request);
  self->given = request;
  self->request = zb_roster_request_copy (request);
  zb_export_dialog_fill (self);
  refresh (self);
}

static void
show_occasion_name (ZbExportDialog *self, const char *name)
{
  g_free (self->occasion);
  self->occasion = g_strdup (name);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
}

static void
on_occasion_chosen (ZbExportDialog *self, gint64 id, const char *name)
{
  g_autoptr(GError) error = NULL;
  /* Beside a meeting, its sheet to sign is that of this meeting, not of the next. */
  const ZbRosterRequest *before = self->given;
  ZbRosterRequest *request = zb_registry_occasion_request (self->registry, id, 0, &error);

  if (request != NULL && request->roster->subject == before->roster->subject && before->subject != 0)
    request->subject = before->subject;
  if (request == NULL && before->subject != 0)
    {
      g_clear_error (&error);
      request = zb_registry_occasion_request (self->registry, id, before->subject, &error);
    }
  if (request == NULL)
    {
      g_autofree char *words = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (words));
      return;
    }
  show_occasion_name (self, name);
  show_request (self, request);
}

static void
on_occasion_naming (ZbExportDialog *self, ZbExportOccasions *occasions)
{
  g_autoptr(GError) error = NULL;

  if (zb_export_dialog_read (self, &error))
    zb_export_occasions_set_current (occasions, self->request, NULL);
}

static void
on_occasion_toast (ZbExportDialog *self, const char *words, gboolean is_done)
{
  zb_toast_show (self->toasts, is_done ? zb_toast_new (words) : zb_toast_new_refusal (words));
}

static void
add_occasions (ZbExportDialog *self)
{
  GtkWidget *occasions = zb_export_occasions_new (self->registry);

  g_signal_connect_object (occasions, "chosen", G_CALLBACK (on_occasion_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (occasions, "naming", G_CALLBACK (on_occasion_naming), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (occasions, "toast", G_CALLBACK (on_occasion_toast), self, G_CONNECT_SWAPPED);
  zb_export_occasions_set_current (ZB_EXPORT_OCCASIONS (occasions), self->request, self->occasion);
  gtk_menu_button_set_popover (self->occasions_button, occasions);
}

static void
zb_export_dialog_dispose (GObject *object)
{
  ZbExportDialog *self = ZB_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  stop_working (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->pane != NULL)
    clear_pages (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->given, zb_roster_request_free);
  g_clear_pointer (&self->request, zb_roster_request_free);
  g_clear_pointer (&self->rosters, g_ptr_array_unref);
  g_clear_pointer (&self->occasion, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (zb_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, occasions_button);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, roster_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, people_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, org_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, below_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, below_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, sequence_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, internal_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, internal_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, size_spin);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, spread_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, filter_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, blocks_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, blank_row);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, blank_spin);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, spread_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, foot_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, columns_list);
  gtk_widget_class_bind_template_child (widget_class, ZbExportDialog, pane);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_choice_changed", G_CALLBACK (zb_export_dialog_choice_changed));
  gtk_widget_class_bind_template_callback (widget_class, on_roster_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_internal_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_size_output);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, list_all);
  gtk_widget_class_bind_template_callback (widget_class, fill_form);
}

static void
zb_export_dialog_class_init (ZbExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_export_dialog_dispose;
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
  g_type_ensure (ZB_TYPE_PAPER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "export.xlsx", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "export.pdf", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "export.docx", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "export.csv", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "export.csv-gb18030", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "export.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "export.arrange", NULL, arrange_action);
  gtk_widget_class_install_action (widget_class, "export.page-before", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "export.page-next", NULL, turn_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "export.xlsx", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "export.page-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "export.page-before", NULL);
}

static void
zb_export_dialog_init (ZbExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rosters = g_ptr_array_new ();
}

ZbExportDialog *
zb_export_dialog_new (ZbRegistry *registry, const ZbRosterRequest *request)
{
  return zb_export_dialog_new_for (registry, request, NULL);
}

ZbExportDialog *
zb_export_dialog_new_for (ZbRegistry *registry, const ZbRosterRequest *request, const char *occasion)
{
  ZbExportDialog *self = g_object_new (ZB_TYPE_EXPORT_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  self->given = zb_roster_request_copy (request);
  self->request = zb_roster_request_copy (request);
  show_occasion_name (self, occasion);
  add_occasions (self);
  zb_export_dialog_fill (self);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->roster_row));
  return self;
}
