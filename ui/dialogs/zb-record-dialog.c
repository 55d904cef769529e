/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-dialog.h"

#include <glib/gi18n.h>

#include "dialogs/zb-leave-question.h"
#include "service/zb-words.h"
#include "widgets/zb-record-form.h"
#include "widgets/zb-toast.h"

struct _ZbRecordDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  gboolean is_saving;
  const ZbFormSpec *spec; /* (unowned) (nullable) */
  gboolean is_prepared; /* a new record of which something is filled in already */
  gboolean is_leaving;  /* nothing more is asked */
  gboolean wants_next;
  gint64 look_at;       /* who is looked at when the draft is left */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkWidget *next_button;
  ZbRecordForm *form;
};

enum {
  SAVED,
  OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbRecordDialog, zb_record_dialog, ADW_TYPE_WINDOW)

static void
update_actions (ZbRecordDialog *self)
{
  /* What a page has prepared may be taken as it is. */
  gboolean can_save = !self->is_saving && (zb_record_form_is_changed (self->form) || self->is_prepared);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", can_save);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save-next", can_save);
}

static void
on_changed (ZbRecordDialog *self)
{
  update_actions (self);
}

static void
say (ZbRecordDialog *self, const char *words)
{
  zb_toast_show (self->toasts, zb_toast_new_refusal (words));
}

/* Somebody else wrote meanwhile: what was typed is not lost to that. */
static void
say_conflict (ZbRecordDialog *self, const GError *error)
{
  g_autofree char *fields = zb_record_form_take_newer (self->form);
  g_autofree char *words = NULL;

  if (fields == NULL || *fields == '\0')
    words = zb_words_sentence (error);
  else
    /* Translators: %s are names of fields */
    words = g_strdup_printf (_("Somebody else changed this record meanwhile: %s. What you typed is still here: look at it, and save again."),
                             fields);
  say (self, words);
}

static void
leave (ZbRecordDialog *self)
{
  self->is_leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
begin_next (ZbRecordDialog *self, const char *words)
{
  g_autoptr(ZbRecord) empty = zb_record_new (zb_record_form_get_draft (self->form)->kind);
  gint64 org = zb_record_form_get_org (self->form);

  if (self->spec != NULL && self->spec->next != NULL)
    self->spec->next (zb_record_form_get_draft (self->form), empty);
  zb_record_form_fill (self->form, self->registry, empty, org);
  zb_record_form_focus_field (self->form, NULL);
  say (self, words);
  update_actions (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRecordDialog) self = ZB_RECORD_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error);

  self->is_saving = FALSE;
  update_actions (self);
  if (id == 0)
    {
      g_autofree char *sentence = zb_words_sentence (error);

      self->look_at = 0;
      if (g_error_matches (error, ZB_STORE_ERROR, ZB_STORE_ERROR_CONFLICT))
        say_conflict (self, error);
      else
        say (self, sentence);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, id, words != NULL ? words : _("Saved"));
  if (self->wants_next)
    begin_next (self, words != NULL ? words : _("Saved"));
  else
    leave (self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbRecordDialog *self = ZB_RECORD_DIALOG (widget);

  if (self->is_saving || !zb_record_form_check (self->form))
    return;
  self->wants_next = g_strcmp0 (action, "form.save-next") == 0;
  self->is_saving = TRUE;
  update_actions (self);
  zb_registry_save_async (self->registry, zb_record_form_get_draft (self->form), zb_record_form_get_org (self->form),
                          zb_record_form_get_group (self->form), NULL, on_saved, g_object_ref (self));
}

static void
on_leave_answer (GtkWindow *window, const char *answer)
{
  ZbRecordDialog *self = ZB_RECORD_DIALOG (window);

  if (g_str_equal (answer, "discard"))
    leave (self);
  else if (g_str_equal (answer, "save"))
    save (GTK_WIDGET (self), "form.save", NULL);
  else
    self->look_at = 0;
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbRecordDialog *self = ZB_RECORD_DIALOG (window);

  if (!self->is_leaving && (self->is_saving || zb_record_form_is_changed (self->form)))
    {
      if (!self->is_saving)
        zb_leave_question_ask (window, NULL, on_leave_answer);
      return TRUE;
    }
  if (self->look_at != 0)
    g_signal_emit (self, signals[OPEN_RECORD], 0, self->look_at);
  return GTK_WINDOW_CLASS (zb_record_dialog_parent_class)->close_request (window);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
on_open_record (ZbRecordDialog *self, gint64 id)
{
  self->look_at = id;
  /* Who takes what is there already has nothing to keep here. */
  self->is_leaving = self->spec != NULL && self->spec->same != NULL;
  gtk_window_close (GTK_WINDOW (self));
}

static void
zb_record_dialog_dispose (GObject *object)
{
  ZbRecordDialog *self = ZB_RECORD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_RECORD_DIALOG);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_record_dialog_parent_class)->dispose (object);
}

static void
zb_record_dialog_class_init (ZbRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_record_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[OPEN_RECORD] = g_signal_new ("open-record", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (ZB_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbRecordDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbRecordDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ZbRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ZbRecordDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, ZbRecordDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_open_record);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.save-next", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
zb_record_dialog_init (ZbRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
}

ZbRecordDialog *
zb_record_dialog_new_with (ZbRegistry *registry, const ZbRecord *record, gint64 org, const ZbFormSpec *spec, const char *title)
{
  ZbRecordDialog *self = g_object_new (ZB_TYPE_RECORD_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  self->is_prepared = record->id == 0 && spec != NULL;
  self->spec = spec;
  gtk_widget_set_visible (self->next_button, record->id == 0 && (spec == NULL || spec->next != NULL));
  zb_record_form_set_spec (self->form, spec);
  zb_record_form_fill (self->form, registry, record, org);
  zb_record_form_focus_field (self->form, NULL);
  update_actions (self);
  return self;
}

ZbRecordDialog *
zb_record_dialog_new (ZbRegistry *registry, const ZbRecord *record, gint64 org)
{
  const ZbField *title = zb_kind_field (record->kind, record->kind->title_field);
  gboolean has_name = title->type == ZB_FIELD_TEXT || title->type == ZB_FIELD_NAME;
  g_autofree char *text = NULL;

  if (record->id != 0)
    /* Translators: title of a form; %s is the name of the record */
    text = g_strdup_printf (_("Edit %s"), has_name ? zb_record_title (record) : _(record->kind->label));
  else
    /* Translators: title of a form; %s is a kind of record, such as Member */
    text = g_strdup_printf (_("New: %s"), _(record->kind->label));
  return zb_record_dialog_new_with (registry, record, org, NULL, text);
}

void
zb_record_dialog_set_prepared (ZbRecordDialog *self)
{
  self->is_prepared = TRUE;
  update_actions (self);
}

GtkWidget *
zb_record_dialog_get_editor (ZbRecordDialog *self, const char *name)
{
  return zb_record_form_get_editor (self->form, name);
}

void
zb_record_dialog_focus_field (ZbRecordDialog *self, const char *name)
{
  zb_record_form_focus_field (self->form, name);
}
