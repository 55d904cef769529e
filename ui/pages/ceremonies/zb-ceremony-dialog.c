/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremony-dialog.h"

#include <glib/gi18n.h>

#include "service/zb-ceremony-candidates.h"
#include "dialogs/zb-leave-question.h"
#include "service/zb-words.h"
#include "widgets/zb-field-editor.h"
#include "widgets/zb-field-row.h"
#include "widgets/zb-people-picker.h"
#include "widgets/zb-toast.h"

/* What is asked for, in groups. */
static const struct {
  const ZbKind *kind;
  const char *field;
  const char *group;
  const char *hint; /* (nullable): may be left empty: what happens then */
} asked[] = {
  { &zb_kind_ceremony, "type", N_("Ceremony"), NULL },
  { &zb_kind_ceremony, "title", N_("Ceremony"), N_("Made from the type") },
  { &zb_kind_meeting, "org", N_("Ceremony"), NULL },
  { &zb_kind_meeting, "planned_on", N_("When and Where"), NULL },
  { &zb_kind_meeting, "planned_at", N_("When and Where"), NULL },
  { &zb_kind_meeting, "held_on", N_("When and Where"), N_("If it is over already") },
  { &zb_kind_meeting, "place", N_("When and Where"), NULL },
  { &zb_kind_meeting, "chair", N_("Who Leads It"), NULL },
  { &zb_kind_ceremony, "leader", N_("Who Leads It"), NULL },
  { &zb_kind_ceremony, "leader_post", N_("Who Leads It"), NULL },
  { &zb_kind_ceremony, "representative", N_("Who Leads It"), NULL },
};

struct _ZbCeremonyDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GCancellable *asking;      /* (owned) (nullable): who has not sworn */
  ZbRecord *meeting;         /* (owned) */
  ZbRecord *ceremony;        /* (owned): with an id: people are added to it */
  GPtrArray *unsworn;        /* (owned) (nullable) */
  gint64 unsworn_of;
  GPtrArray *rows;           /* (owned) (element-type ZbFieldRow): unowned rows */
  gboolean is_changed;
  gboolean is_leaving;

  AdwToastOverlay *toasts;
  AdwPreferencesPage *page;
  ZbPeoplePicker *picker;
};

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbCeremonyDialog, zb_ceremony_dialog, ADW_TYPE_WINDOW)

static ZbRecord *
record_of (ZbCeremonyDialog *self, ZbFieldRow *row)
{
  /* Both kinds have a title; that of the ceremony is asked for. */
  const ZbField *field = zb_field_row_get_field (row);

  return zb_kind_field (&zb_kind_ceremony, field->name) == field ? self->ceremony : self->meeting;
}

/* People. */

static ZbDate
day_of (ZbCeremonyDialog *self)
{
  return zb_record_get_date (self->meeting, zb_record_get (self->meeting, "held_on") != NULL ? "held_on" : "planned_on");
}

static gboolean
is_there (GPtrArray *people, gint64 person)
{
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (zb_record_get_int (g_ptr_array_index (people, i), "person") == person)
      return TRUE;
  return FALSE;
}

static void
fill_people (ZbCeremonyDialog *self)
{
  const char *type = zb_record_get (self->ceremony, "type");
  g_autoptr(GPtrArray) candidates = zb_ceremony_candidates (self->registry, type, zb_record_get_int (self->meeting, "org"), day_of (self), self->unsworn);
  g_autoptr(GPtrArray) there = self->ceremony->id != 0 ? zb_registry_ceremony_people (self->registry, self->ceremony->id, NULL) : NULL;

  zb_people_picker_clear (self->picker);
  if (candidates->len > ZB_CANDIDATES_MAX)
    {
      zb_people_picker_show (self->picker, _("There are too many people to pick from here: choose a branch under “Organisation”, and add others on the ceremony’s page."));
      return;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const ZbCandidate *one = g_ptr_array_index (candidates, i);

      if (!is_there (there, one->person))
        zb_people_picker_add (self->picker, one->person, one->name, one->detail, one->is_meant && self->ceremony->id == 0);
    }
  if (g_strcmp0 (type, "oath") == 0)
    zb_people_picker_show (self->picker, _("Nobody waits for the oath: every probationary member has sworn."));
  else if (g_strcmp0 (type, "birthday") == 0)
    zb_people_picker_show (self->picker, _("Nobody has the political birthday in the month of that day."));
  else
    zb_people_picker_show (self->picker, _("Nobody to choose from."));
}

static void
on_unsworn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbCeremonyDialog) self = ZB_CEREMONY_DIALOG (user_data);
  g_autoptr(GPtrArray) unsworn = NULL;
  g_autoptr(GPtrArray) ceremonies = zb_registry_ceremonies_finish (ZB_REGISTRY (source), result, &unsworn, NULL);

  if (ceremonies == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_pointer (&self->unsworn, g_ptr_array_unref);
  self->unsworn = g_steal_pointer (&unsworn);
  fill_people (self);
}

/* Who has not sworn is asked for anew with another organisation. */
static void
look_for_people (ZbCeremonyDialog *self)
{
  gint64 org = zb_record_get_int (self->meeting, "org");

  if (self->asking == NULL || self->unsworn_of != org)
    {
      g_cancellable_cancel (self->asking);
      g_clear_object (&self->asking);
      self->asking = g_cancellable_new ();
      self->unsworn_of = org;
      zb_registry_ceremonies_async (self->registry, org, self->asking, on_unsworn, g_object_ref (self));
    }
  fill_people (self);
}

/* Rows. */

static void
on_row_changed (ZbCeremonyDialog *self, ZbFieldRow *row)
{
  static const char *const decide[] = { "type", "org", "planned_on", "held_on", NULL };
  const ZbField *field = zb_field_row_get_field (row);
  g_autofree char *value = NULL;

  self->is_changed = TRUE;
  if (!zb_field_row_read (row, &value, NULL))
    return;
  zb_record_set (record_of (self, row), field->name, value);
  if (g_strv_contains (decide, field->name))
    look_for_people (self);
}

static gboolean
check_rows (ZbCeremonyDialog *self)
{
  ZbFieldRow *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZbFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *value = NULL;

      if (zb_field_row_check (row) && zb_field_row_read (row, &value, NULL))
        zb_record_set (record_of (self, row), zb_field_row_get_field (row)->name, value);
      else if (first == NULL)
        first = row;
    }
  if (first != NULL)
    zb_field_row_focus (first);
  return first == NULL;
}

static void
add_rows (ZbCeremonyDialog *self)
{
  const char *title = NULL;
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const ZbField *field = zb_kind_field (asked[i].kind, asked[i].field);
      ZbRecord *record = asked[i].kind == &zb_kind_ceremony ? self->ceremony : self->meeting;
      GtkWidget *editor, *row;

      /* What is known already is not asked for again. */
      if (asked[i].kind == &zb_kind_meeting && self->meeting->id != 0)
        continue;
      if (g_strcmp0 (title, asked[i].group) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          title = asked[i].group;
          adw_preferences_group_set_title (group, _(title));
          adw_preferences_page_add (self->page, group);
        }
      editor = zb_field_editor_new (self->registry, record, field);
      row = asked[i].hint != NULL ? zb_field_row_new_optional (field, editor, _(asked[i].hint)) : zb_field_row_new (field, editor);
      zb_field_row_set_value (ZB_FIELD_ROW (row), zb_record_get (record, field->name));
      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
add_picker (ZbCeremonyDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->picker = ZB_PEOPLE_PICKER (zb_people_picker_new ());
  adw_preferences_group_set_title (group, _("People"));
  adw_preferences_group_add (group, GTK_WIDGET (self->picker));
  adw_preferences_page_add (self->page, group);
}

/* Saving and leaving. */

static void
leave (ZbCeremonyDialog *self)
{
  self->is_leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbCeremonyDialog) self = ZB_CEREMONY_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean good = self->ceremony->id != 0 ? zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error)
                                          : (self->meeting->id = zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error)) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", TRUE);
  if (!good)
    {
      g_autofree char *sentence = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (sentence));
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, self->meeting->id, words != NULL ? words : _("Saved"));
  leave (self);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbCeremonyDialog *self = ZB_CEREMONY_DIALOG (widget);
  g_autoptr(GArray) chosen = NULL;

  if (!check_rows (self))
    return;
  chosen = zb_people_picker_get_chosen (self->picker);
  gtk_widget_action_set_enabled (widget, "form.save", FALSE);
  if (self->ceremony->id != 0)
    zb_registry_add_swearers_async (self->registry, self->ceremony->id, (const gint64 *) chosen->data, chosen->len, NULL, on_saved, g_object_ref (self));
  else
    zb_registry_add_ceremony_async (self->registry, self->meeting, self->ceremony, (const gint64 *) chosen->data, chosen->len, NULL, on_saved,
                                    g_object_ref (self));
}

static void
on_leave_answer (GtkWindow *window, const char *answer)
{
  if (g_str_equal (answer, "discard"))
    leave (ZB_CEREMONY_DIALOG (window));
  else if (g_str_equal (answer, "save"))
    save (GTK_WIDGET (window), "form.save", NULL);
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbCeremonyDialog *self = ZB_CEREMONY_DIALOG (window);

  if (self->is_leaving || !self->is_changed)
    return GTK_WINDOW_CLASS (zb_ceremony_dialog_parent_class)->close_request (window);
  zb_leave_question_ask (window, NULL, on_leave_answer);
  return TRUE;
}

static void
zb_ceremony_dialog_dispose (GObject *object)
{
  ZbCeremonyDialog *self = ZB_CEREMONY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_ceremony_dialog_parent_class)->dispose (object);
}

static void
zb_ceremony_dialog_finalize (GObject *object)
{
  ZbCeremonyDialog *self = ZB_CEREMONY_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->meeting, zb_record_free);
  g_clear_pointer (&self->ceremony, zb_record_free);
  g_clear_pointer (&self->unsworn, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (zb_ceremony_dialog_parent_class)->finalize (object);
}

static void
zb_ceremony_dialog_class_init (ZbCeremonyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_ceremony_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_ceremony_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_ceremony_dialog_init (ZbCeremonyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
make_bar (ZbCeremonyDialog *self, const char *save_label)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel")), *save_button = gtk_button_new_with_mnemonic (save_label);

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

static ZbCeremonyDialog *
dialog_new (ZbRegistry *registry, const ZbRecord *meeting, const char *title, const char *save_label)
{
  ZbCeremonyDialog *self = g_object_new (ZB_TYPE_CEREMONY_DIALOG, "title", title, "modal", TRUE, "default-width", 640, "default-height", 680, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->registry = g_object_ref (registry);
  self->meeting = zb_record_copy (meeting);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self, save_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  return self;
}

GtkWindow *
zb_ceremony_dialog_new (ZbRegistry *registry, const ZbRecord *meeting, const char *type)
{
  ZbCeremonyDialog *self = dialog_new (registry, meeting, _("New Ceremony"), _("_Save"));

  self->ceremony = zb_record_new (&zb_kind_ceremony);
  zb_record_set (self->ceremony, "type", type != NULL ? type : "oath");
  /* Nobody swears but before the flag, unless somebody says otherwise. */
  zb_record_set (self->ceremony, "flag", "1");
  add_rows (self);
  add_picker (self);
  look_for_people (self);
  zb_field_row_focus (g_ptr_array_index (self->rows, 0));
  return GTK_WINDOW (self);
}

GtkWindow *
zb_ceremony_dialog_new_people (ZbRegistry *registry, const ZbRecord *meeting, const ZbRecord *ceremony)
{
  ZbCeremonyDialog *self = dialog_new (registry, meeting, _("Add People"), _("_Add"));

  self->ceremony = zb_record_copy (ceremony);
  add_picker (self);
  look_for_people (self);
  return GTK_WINDOW (self);
}
