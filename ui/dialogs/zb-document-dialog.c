/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-document-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-error.h"
#include "dialogs/zb-export-file.h"
#include "dialogs/zb-export-folder.h"
#include "dialogs/zb-export-print.h"
#include "service/zb-registry-life.h"
#include "service/zb-registry-print.h"
#include "service/zb-words.h"
#include "widgets/zb-paper-pane.h"
#include "widgets/zb-toast.h"

/* How long the hand must rest before the pages are made anew. */
#define REST_MS 120

struct _ZbDocumentDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;       /* (owned) */
  ZbDocumentRequest *request; /* (owned) */
  GPtrArray *kinds;           /* (owned) (element-type ZbDocumentKind): those that are offered */
  ZbPaper *paper;             /* (owned) (nullable): freed before the document */
  ZbDocument *document;       /* (owned) (nullable) */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it asks */
  char *path;                 /* (owned) (nullable): of the file being written */
  guint refresh_id;
  gboolean filling;

  AdwToastOverlay *toasts;
  AdwComboRow *kind_row;
  AdwEntryRow *day_row;
  AdwComboRow *cards_row;
  AdwComboRow *identity_row;
  GtkWidget *names_group;
  AdwEntryRow *names_row;
  AdwEntryRow *elect_row;
  GtkWidget *equal_row;
  GtkSwitch *equal_switch;
  AdwComboRow *on_page_row;
  AdwComboRow *side_row;
  GtkWidget *copies_row;
  GtkSpinButton *copies_spin;
  GtkWidget *per_row_row;
  GtkSpinButton *per_row_spin;
  GtkLabel *warning_label;
  GtkWidget *notice_group;
  AdwEntryRow *addressee_row;
  GtkTextView *requirements_view;
  ZbPaperPane *pane;
};

enum {
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbDocumentDialog, zb_document_dialog, ADW_TYPE_WINDOW)

static void
clear_pages (ZbDocumentDialog *self)
{
  zb_paper_pane_set_paper (self->pane, NULL, NULL);
  g_clear_pointer (&self->paper, zb_paper_free);
  g_clear_pointer (&self->document, zb_document_free);
}

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* Cards or ballots on a page, as the row offers them. */
static const guint on_page[] = { 1, 2, 4 };

static gboolean
is_named (ZbDocumentDialog *self, const char *kind)
{
  return g_str_equal (self->request->kind->name, kind);
}

/* Names with a comma or 、 between; none: those that are known. */
static char **
split_names (const char *text)
{
  g_autoptr(GString) names = g_string_new (text);

  g_string_replace (names, "，", "、", 0);
  g_string_replace (names, ",", "、", 0);
  return *names->str != '\0' ? g_strsplit (names->str, "、", -1) : NULL;
}

static void
read_names (ZbDocumentDialog *self)
{
  ZbDocumentRequest *request = self->request;
  guint64 elect = 0;

  g_strfreev (request->names);
  request->names = split_names (gtk_editable_get_text (GTK_EDITABLE (self->names_row)));
  g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->elect_row)), 10, 0, ZB_DOCUMENT_MOST_ELECTED, &elect, NULL);
  request->elect = (guint) elect;
  request->equal = gtk_switch_get_active (self->equal_switch);
  request->copies = (guint) gtk_spin_button_get_value_as_int (self->copies_spin);
  request->per_row = (guint) gtk_spin_button_get_value_as_int (self->per_row_spin);
  request->right_first = adw_combo_row_get_selected (self->side_row) == 1;
  if (is_named (self, "ballot") || is_named (self, "name-cards"))
    request->per_page = on_page[MIN (adw_combo_row_get_selected (self->on_page_row), G_N_ELEMENTS (on_page) - 1)];
}

/* Takes what the rows say into the request. */
static gboolean
read_rows (ZbDocumentDialog *self, GError **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->requirements_view);
  GtkTextIter start, end;

  if (!zb_date_read (gtk_editable_get_text (GTK_EDITABLE (self->day_row)), &self->request->as_of, error))
    return FALSE;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  take_text (&self->request->requirements, gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  take_text (&self->request->addressee, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->addressee_row))));
  self->request->identity = (ZbDocumentIdentity) adw_combo_row_get_selected (self->identity_row);
  self->request->per_page = adw_combo_row_get_selected (self->cards_row) == 1 ? 4 : 2;
  read_names (self);
  return TRUE;
}

static void
update_actions (ZbDocumentDialog *self)
{
  static const char *const names[] = { "document.print", "document.pdf", "document.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->document != NULL);
}

/* What should be looked at before the paper is used. */
static void
show_warning (ZbDocumentDialog *self)
{
  const char *warning = self->document != NULL ? zb_document_warning (self->document) : NULL;
  g_autoptr(GError) error = warning != NULL ? g_error_new_literal (ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, warning) : NULL;
  g_autofree char *words = error != NULL ? zb_words_sentence (error) : g_strdup ("");

  gtk_label_set_label (self->warning_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), error != NULL);
}

static gboolean
refresh (gpointer user_data)
{
  ZbDocumentDialog *self = ZB_DOCUMENT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;

  self->refresh_id = 0;
  clear_pages (self);
  if (read_rows (self, &error))
    self->document = zb_registry_document (self->registry, self->request, &error);
  if (self->document == NULL)
    zb_paper_pane_set_problem (self->pane, error);
  else
    {
      self->paper = zb_document_paper (self->document);
      zb_paper_pane_set_paper (self->pane, self->paper, zb_document_title (self->document));
    }
  show_warning (self);
  update_actions (self);
  return G_SOURCE_REMOVE;
}

static void
on_choice_changed (ZbDocumentDialog *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add (REST_MS, refresh, self);
}

/* What was typed a moment ago is on the pages before they leave. */
static void
catch_up (ZbDocumentDialog *self)
{
  if (self->refresh_id == 0)
    return;
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  refresh (self);
}

/* Out of a register of papers that were issued. */
static gboolean
is_issued (const ZbDocumentRequest *request)
{
  return request->certificate != 0 || request->letter != 0;
}

static void
show_rows (ZbDocumentDialog *self)
{
  gtk_widget_set_visible (self->notice_group, g_str_equal (self->request->kind->name, "notice"));
  gtk_widget_set_visible (GTK_WIDGET (self->cards_row), g_str_equal (self->request->kind->name, "birthday-cards"));
  /* A certificate or a letter is of the day it was issued on. */
  gtk_widget_set_visible (GTK_WIDGET (self->day_row), !is_issued (self->request));
  gtk_widget_set_visible (GTK_WIDGET (self->identity_row), is_issued (self->request));
  gtk_widget_set_visible (self->names_group, self->request->kind->subject == ZB_DOCUMENT_OF_NAMES);
  gtk_widget_set_visible (GTK_WIDGET (self->elect_row), is_named (self, "ballot") || is_named (self, "tally"));
  gtk_widget_set_visible (self->equal_row, is_named (self, "ballot") || is_named (self, "tally"));
  gtk_widget_set_visible (GTK_WIDGET (self->on_page_row), is_named (self, "ballot") || is_named (self, "name-cards"));
  gtk_widget_set_visible (GTK_WIDGET (self->side_row), is_named (self, "seats"));
  gtk_widget_set_visible (self->copies_row, is_named (self, "ballot"));
  gtk_widget_set_visible (self->per_row_row, is_named (self, "seats"));
}

/* Shown in full, it is noted like every private value that is shown. */
static void
on_identity_selected (ZbDocumentDialog *self)
{
  gboolean is_letter = self->request->letter != 0;
  g_autoptr(ZbRecord) issued = NULL;

  if (!self->filling && adw_combo_row_get_selected (self->identity_row) == ZB_IDENTITY_WHOLE
      && (issued = zb_registry_get (self->registry, is_letter ? &zb_kind_letter : &zb_kind_service_certificate,
                                    is_letter ? self->request->letter : self->request->certificate, FALSE, NULL)) != NULL)
    {
      zb_registry_reveal_async (self->registry, &zb_kind_member, zb_record_get_int (issued, "person"), "id_number");
      if (is_letter)
        zb_registry_reveal_async (self->registry, &zb_kind_member, zb_record_get_int (issued, "person"), "phone");
    }
  on_choice_changed (self);
}

static void
on_kind_selected (ZbDocumentDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->filling || selected >= self->kinds->len)
    return;
  self->request->kind = g_ptr_array_index (self->kinds, selected);
  adw_combo_row_set_selected (self->on_page_row, is_named (self, "ballot") ? 1 : 0);
  show_rows (self);
  on_choice_changed (self);
}

/* Files */

static void
say_error (ZbDocumentDialog *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  zb_toast_show (self->toasts, zb_toast_new_refusal (words));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbDocumentDialog) self = ZB_DOCUMENT_DIALOG (user_data);
  g_autofree char *path = g_steal_pointer (&self->path);
  g_autoptr(GError) error = NULL;

  gboolean good = zb_registry_write_document_finish (ZB_REGISTRY (source), result, &error);

  /* The dialog may have been closed meanwhile. */
  if (self->registry == NULL)
    return;
  if (!good)
    {
      say_error (self, error);
      return;
    }
  adw_toast_overlay_add_toast (self->toasts, zb_export_file_toast (path));
  g_signal_emit (self, signals[EXPORTED], 0, path);
}

/* The file dialog has asked already whether a file of that name may be replaced; one whose ending was added here has not
 * been seen by it and is never replaced. */
static void
on_chosen (GtkFileChooserNative *chooser, int response, ZbDocumentDialog *self)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  const char *ending = g_object_get_data (G_OBJECT (chooser), "zb-ending");
  ZbDocumentFormat format = ZB_DOCUMENT_PDF;
  gboolean complete;

  /* Gone before the file is written: see zb-export-file.c. */
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL && g_file_peek_path (file) != NULL && self->path == NULL)
    {
      complete = g_str_has_suffix (g_file_peek_path (file), ending);
      self->path = complete ? g_file_get_path (file) : g_strconcat (g_file_peek_path (file), ending, NULL);
      zb_export_folder_keep (self->path);
      zb_document_format_from_name (ending, &format);
      zb_registry_write_document_async (self->registry, self->request, format, self->path, complete, NULL, on_written, g_object_ref (self));
    }
}

static void
write_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbDocumentDialog *self = ZB_DOCUMENT_DIALOG (widget);
  const char *ending = strrchr (action, '.'); /* document.pdf: .pdf */
  g_autofree char *name = NULL;

  catch_up (self);
  if (self->document == NULL || self->chooser != NULL)
    return;
  name = g_strconcat (zb_document_title (self->document), ending, NULL);
  self->chooser = gtk_file_chooser_native_new (_("Write the Paper"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  g_object_set_data (G_OBJECT (self->chooser), "zb-ending", (gpointer) ending);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  zb_export_folder_propose (self->chooser);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbDocumentDialog *self = ZB_DOCUMENT_DIALOG (widget);
  g_autoptr(GError) error = NULL;
  gboolean printed = FALSE;

  catch_up (self);
  if (self->paper != NULL && !zb_export_print (GTK_WINDOW (self), self->paper, zb_document_title (self->document), &printed, &error))
    say_error (self, error);
  if (printed)
    zb_registry_note_document_async (self->registry, self->document, NULL, NULL);
}

static void
turn_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zb_paper_pane_turn (ZB_DOCUMENT_DIALOG (widget)->pane, g_str_equal (action, "document.page-next") ? 1 : -1);
}

static gboolean
has_ceremony (ZbDocumentDialog *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->request->meeting);
  g_autoptr(GPtrArray) ceremonies = zb_registry_list (self->registry, &zb_kind_ceremony, "meeting", id, NULL);

  return ceremonies != NULL && ceremonies->len > 0;
}

/* Papers about the same: those that the meeting can have, those for people, or those about wishes. */
static gboolean
is_offered (const ZbDocumentRequest *request, const ZbDocumentKind *kind, gboolean with_ceremony)
{
  gboolean is_of_wishes = request->kind->subject == ZB_DOCUMENT_OF_WISHES || request->kind->subject == ZB_DOCUMENT_OF_WISH;

  if (is_issued (request))
    return kind == request->kind;
  if (request->people != NULL)
    return kind->subject == ZB_DOCUMENT_OF_NAMES;
  if (is_of_wishes)
    return kind == request->kind || kind->subject == ZB_DOCUMENT_OF_WISHES || (kind->subject == ZB_DOCUMENT_OF_WISH && request->wish != 0);
  if (request->meeting == 0)
    return kind->subject == ZB_DOCUMENT_OF_PEOPLE;
  return kind == request->kind || kind->subject == ZB_DOCUMENT_OF_MEETING || kind->subject == ZB_DOCUMENT_OF_NAMES
         || (with_ceremony && (kind->subject == ZB_DOCUMENT_OF_CEREMONY || kind->subject == ZB_DOCUMENT_OF_PEOPLE));
}

/* A ballot for everybody who may vote, where there is a roll. */
static guint
ballots_needed (ZbDocumentDialog *self)
{
  ZbMeetingCount count = { 0 };

  return self->request->meeting != 0 && zb_registry_meeting_count (self->registry, self->request->meeting, &count, NULL)
           ? MIN (count.voters, ZB_DOCUMENT_MOST_COPIES) : 0;
}

static gboolean
on_copies_output (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value_as_int (spin) != 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), _("One page"));
  return TRUE;
}

/* What is no number is the page. */
static int
on_copies_input (GtkSpinButton *spin, double *out_value)
{
  guint64 number = 0;

  g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (spin)), 10, 0, ZB_DOCUMENT_MOST_COPIES, &number, NULL);
  *out_value = (double) number;
  return TRUE;
}

static void
fill (ZbDocumentDialog *self)
{
  const ZbDocumentKind *const *all = zb_document_kinds ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *day = zb_date_to_print (self->request->as_of);
  gboolean with_ceremony = self->request->meeting != 0 && has_ceremony (self);
  guint selected = 0;

  self->filling = TRUE;
  for (guint i = 0; all[i] != NULL; i++)
    {
      if (!is_offered (self->request, all[i], with_ceremony))
        continue;
      if (all[i] == self->request->kind)
        selected = self->kinds->len;
      g_ptr_array_add (self->kinds, (gpointer) all[i]);
      gtk_string_list_append (names, _(all[i]->label));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind_row, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), day);
  gtk_editable_set_text (GTK_EDITABLE (self->addressee_row), self->request->addressee != NULL ? self->request->addressee : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->requirements_view),
                            self->request->requirements != NULL ? self->request->requirements : "", -1);
  adw_combo_row_set_selected (self->cards_row, self->request->per_page == 4 ? 1 : 0);
  adw_combo_row_set_selected (self->identity_row, self->request->identity);
  adw_combo_row_set_selected (self->on_page_row, is_named (self, "ballot") ? 1 : 0);
  gtk_spin_button_set_range (self->copies_spin, 0, ZB_DOCUMENT_MOST_COPIES);
  gtk_spin_button_set_value (self->copies_spin, ballots_needed (self));
  gtk_spin_button_set_range (self->per_row_spin, 1, ZB_DOCUMENT_MOST_SEATS);
  gtk_spin_button_set_value (self->per_row_spin, self->request->per_row > 0 ? self->request->per_row : ZB_DOCUMENT_SEATS_A_ROW);
  show_rows (self);
  self->filling = FALSE;
}

static void
zb_document_dialog_dispose (GObject *object)
{
  ZbDocumentDialog *self = ZB_DOCUMENT_DIALOG (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->pane != NULL)
    clear_pages (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->request, zb_document_request_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_DOCUMENT_DIALOG);
  G_OBJECT_CLASS (zb_document_dialog_parent_class)->dispose (object);
}

static void
zb_document_dialog_finalize (GObject *object)
{
  ZbDocumentDialog *self = ZB_DOCUMENT_DIALOG (object);

  g_free (self->path);
  G_OBJECT_CLASS (zb_document_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, cards_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, identity_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, names_group);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, elect_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, equal_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, equal_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, on_page_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, copies_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, copies_spin);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, per_row_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, per_row_spin);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, warning_label);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, notice_group);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, addressee_row);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, requirements_view);
  gtk_widget_class_bind_template_child (widget_class, ZbDocumentDialog, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_copies_output);
  gtk_widget_class_bind_template_callback (widget_class, on_copies_input);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_identity_selected);
}

static void
zb_document_dialog_class_init (ZbDocumentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zb_document_dialog_dispose;
  object_class->finalize = zb_document_dialog_finalize;
  signals[EXPORTED] = g_signal_new ("exported", ZB_TYPE_DOCUMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (ZB_TYPE_PAPER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-document-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "document.pdf", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "document.docx", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "document.txt", NULL, write_file);
  gtk_widget_class_install_action (widget_class, "document.page-before", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "document.page-next", NULL, turn_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "document.page-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "document.page-before", NULL);
}

static void
zb_document_dialog_init (ZbDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kinds = g_ptr_array_new ();
  g_signal_connect_object (gtk_text_view_get_buffer (self->requirements_view), "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
}

ZbDocumentDialog *
zb_document_dialog_new (ZbRegistry *registry, const ZbDocumentRequest *request)
{
  ZbDocumentDialog *self = g_object_new (ZB_TYPE_DOCUMENT_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  self->request = zb_document_request_copy (request);
  fill (self);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind_row));
  return self;
}
