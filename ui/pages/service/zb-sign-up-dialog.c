/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-sign-up-dialog.h"

#include <glib/gi18n.h>

#include "core/service/zb-service.h"
#include "service/zb-registry-service.h"
#include "service/zb-words.h"
#include "widgets/zb-people-picker.h"
#include "widgets/zb-toast.h"

struct _ZbSignUpDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 activity;
  char **shifts;        /* (owned) */

  AdwToastOverlay *toasts;
  AdwComboRow *shift_row; /* (nullable): of an activity without shifts */
  ZbPeoplePicker *picker;
};

static guint done;

G_DEFINE_FINAL_TYPE (ZbSignUpDialog, zb_sign_up_dialog, ADW_TYPE_WINDOW)

static void
say (ZbSignUpDialog *self, const char *words)
{
  zb_toast_show (self->toasts, zb_toast_new_refusal (words));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbSignUpDialog) self = ZB_SIGN_UP_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", TRUE);
  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      g_autofree char *sentence = zb_words_sentence (error);

      say (self, sentence);
      return;
    }
  g_signal_emit (self, done, 0, words != NULL ? words : _("They are signed up already"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbSignUpDialog *self = ZB_SIGN_UP_DIALOG (widget);
  g_autoptr(GArray) people = zb_people_picker_get_chosen (self->picker);
  guint shift = self->shift_row != NULL ? adw_combo_row_get_selected (self->shift_row) : 0;

  if (people->len == 0)
    {
      say (self, _("Choose at least one person"));
      return;
    }
  gtk_widget_action_set_enabled (widget, "form.save", FALSE);
  zb_registry_sign_up_async (self->registry, self->activity, (const gint64 *) people->data, people->len, shift > 0 ? self->shifts[shift - 1] : NULL, NULL,
                             on_written, g_object_ref (self));
}

/* Who is on the roll, as what is said of him. */
static GHashTable *
signed_up (ZbSignUpDialog *self, const ZbRecord *activity)
{
  GHashTable *out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GPtrArray) roll = zb_registry_list (self->registry, &zb_kind_attendance, "meeting", zb_record_get (activity, "meeting"), NULL);

  for (guint i = 0; roll != NULL && i < roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (roll, i);
      const char *shift = zb_record_get (row, "shift");
      gint64 person = zb_record_get_int (row, "person");

      if (person != 0)
        g_hash_table_insert (out, g_memdup2 (&person, sizeof person),
                             /* Translators: %s is a shift */
                             shift != NULL ? g_strdup_printf (_("signed up · %s"), shift) : g_strdup (_("signed up")));
    }
  return out;
}

static void
fill_people (ZbSignUpDialog *self, const ZbRecord *activity)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  g_autoptr(ZbRecord) meeting = zb_registry_get (self->registry, &zb_kind_meeting, zb_record_get_int (activity, "meeting"), FALSE, NULL);
  gint64 org = meeting != NULL ? zb_record_get_int (meeting, "org") : 0;
  g_autoptr(GHashTable) there = signed_up (self, activity);
  g_autofree gint64 *ids = NULL;
  guint n = 0;

  if (columns != NULL)
    ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .order = ZB_ORDER_PINYIN, .scope = ZB_SCOPE_HERE }, &n);
  for (guint i = 0; i < n; i++)
    {
      ZbMemberEntry entry;

      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[i]), &entry);
      if (org == 0 || entry.group == org || zb_org_tree_is_below (zb_member_columns_tree (columns), entry.org, org))
        zb_people_picker_add (self->picker, entry.id, entry.name, g_hash_table_lookup (there, &ids[i]), FALSE);
    }
  zb_people_picker_show (self->picker, _("The organisation of this activity has no members yet."));
}

static void
add_shifts (ZbSignUpDialog *self, AdwPreferencesPage *page, const ZbRecord *activity)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->shifts = zb_service_shifts (zb_record_get (activity, "shifts"));
  if (self->shifts[0] == NULL)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }
  gtk_string_list_append (names, _("No shift"));
  for (guint i = 0; self->shifts[i] != NULL; i++)
    gtk_string_list_append (names, self->shifts[i]);
  self->shift_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->shift_row), _("Shift"));
  adw_combo_row_set_model (self->shift_row, G_LIST_MODEL (names));
  adw_preferences_group_add (group, GTK_WIDGET (self->shift_row));
  adw_preferences_page_add (page, group);
}

static void
zb_sign_up_dialog_dispose (GObject *object)
{
  g_clear_object (&ZB_SIGN_UP_DIALOG (object)->registry);
  G_OBJECT_CLASS (zb_sign_up_dialog_parent_class)->dispose (object);
}

static void
zb_sign_up_dialog_finalize (GObject *object)
{
  g_strfreev (ZB_SIGN_UP_DIALOG (object)->shifts);
  G_OBJECT_CLASS (zb_sign_up_dialog_parent_class)->finalize (object);
}

static void
zb_sign_up_dialog_class_init (ZbSignUpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_sign_up_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_sign_up_dialog_finalize;
  done = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_sign_up_dialog_init (ZbSignUpDialog *self)
{
}

static GtkWidget *
bar_new (ZbSignUpDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *save_button = gtk_button_new_with_mnemonic (_("_Sign Up"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save_button), "form.save");
  gtk_widget_add_css_class (save_button, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save_button);
  gtk_window_set_default_widget (GTK_WINDOW (self), save_button);
  return bar;
}

GtkWindow *
zb_sign_up_dialog_new (ZbRegistry *registry, gint64 activity)
{
  ZbSignUpDialog *self = g_object_new (ZB_TYPE_SIGN_UP_DIALOG, "title", _("Sign Up"), "modal", TRUE, "default-width", 560, "default-height", 600, NULL);
  g_autoptr(ZbRecord) record = zb_registry_get (registry, &zb_kind_service_activity, activity, FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->registry = g_object_ref (registry);
  self->activity = activity;
  self->picker = ZB_PEOPLE_PICKER (zb_people_picker_new ());
  if (record != NULL)
    {
      add_shifts (self, ADW_PREFERENCES_PAGE (page), record);
      fill_people (self, record);
    }
  adw_preferences_group_set_title (group, _("People"));
  adw_preferences_group_set_description (group, _("Guests and members of other branches are added on the roll."));
  adw_preferences_group_add (group, GTK_WIDGET (self->picker));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), page);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  return GTK_WINDOW (self);
}
