/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-plain-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/zb-leave-question.h"
#include "service/zb-words.h"
#include "widgets/zb-field-row.h"
#include "widgets/zb-toast.h"

struct _ZbPlainDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbRecord *record;     /* (owned) */
  GPtrArray *rows;      /* (owned) (element-type ZbFieldRow): rows, unowned */
  GCancellable *cancellable; /* (owned) */
  gboolean is_changed;  /* something was typed or chosen */
  gboolean is_saving;
  gboolean is_leaving;  /* nothing more is asked */

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *group;
  GtkWidget *save_button;
};

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbPlainDialog, zb_plain_dialog, ADW_TYPE_WINDOW)

static void
leave (ZbPlainDialog *self)
{
  self->is_leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *words = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error);
  ZbPlainDialog *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plain.save", TRUE);
  if (id == 0)
    {
      g_autofree char *sentence = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (sentence));
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, words);
  leave (self);
}

static gboolean
read_rows (ZbPlainDialog *self)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZbFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = NULL;

      if (!zb_field_row_check (row) || !zb_field_row_read (row, &value, NULL))
        {
          if (good)
            zb_field_row_focus (row);
          good = FALSE;
          continue;
        }
      zb_record_set (self->record, zb_field_row_get_field (row)->name, value);
    }
  return good;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPlainDialog *self = ZB_PLAIN_DIALOG (widget);

  if (self->is_saving || !read_rows (self))
    return;
  self->is_saving = TRUE;
  gtk_widget_action_set_enabled (widget, "plain.save", FALSE);
  zb_registry_save_async (self->registry, self->record, 0, -1, self->cancellable, on_saved, self);
}

static void
on_leave_answer (GtkWindow *window, const char *answer)
{
  if (g_str_equal (answer, "discard"))
    leave (ZB_PLAIN_DIALOG (window));
  else if (g_str_equal (answer, "save"))
    save (GTK_WIDGET (window), "plain.save", NULL);
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbPlainDialog *self = ZB_PLAIN_DIALOG (window);

  if (!self->is_leaving && (self->is_saving || self->is_changed))
    {
      if (!self->is_saving)
        zb_leave_question_ask (window, NULL, on_leave_answer);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (zb_plain_dialog_parent_class)->close_request (window);
}

static void
on_row_changed (ZbPlainDialog *self)
{
  self->is_changed = TRUE;
}

static void
zb_plain_dialog_dispose (GObject *object)
{
  ZbPlainDialog *self = ZB_PLAIN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->record, zb_record_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_PLAIN_DIALOG);
  G_OBJECT_CLASS (zb_plain_dialog_parent_class)->dispose (object);
}

static void
zb_plain_dialog_finalize (GObject *object)
{
  ZbPlainDialog *self = ZB_PLAIN_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (zb_plain_dialog_parent_class)->finalize (object);
}

static void
zb_plain_dialog_class_init (ZbPlainDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zb_plain_dialog_dispose;
  object_class->finalize = zb_plain_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-plain-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbPlainDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbPlainDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ZbPlainDialog, save_button);
  gtk_widget_class_install_action (widget_class, "plain.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "plain.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_plain_dialog_init (ZbPlainDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_rows (ZbPlainDialog *self, GtkWidget *people)
{
  for (guint i = 0; i < self->record->kind->n_fields; i++)
    {
      const ZbField *field = &self->record->kind->fields[i];
      gboolean is_person = field->type == ZB_FIELD_LINK && g_strcmp0 (field->link, "member") == 0;
      GtkWidget *row;

      if (!zb_field_is_stored (field) || (field->flags & ZB_FIELD_BY_STEP) || (field->type == ZB_FIELD_LINK && (!is_person || people == NULL)))
        continue;
      row = zb_field_row_new (field, is_person ? people : NULL);
      zb_field_row_set_value (ZB_FIELD_ROW (row), self->record->values[i]);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

GtkWindow *
zb_plain_dialog_new (ZbRegistry *registry, const ZbRecord *record, GtkWidget *people)
{
  ZbPlainDialog *self = g_object_new (ZB_TYPE_PLAIN_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  self->record = zb_record_copy (record);
  gtk_window_set_title (GTK_WINDOW (self), _(record->kind->label));
  add_rows (self, people);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  return GTK_WINDOW (self);
}
