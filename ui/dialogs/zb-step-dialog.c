/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-step-dialog.h"

#include <glib/gi18n.h>

#include "dialogs/zb-leave-question.h"
#include "service/zb-words.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-field-editor.h"
#include "widgets/zb-field-row.h"
#include "widgets/zb-suggest-entry.h"
#include "widgets/zb-toast.h"

struct _ZbStepDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  const ZbKind *kind;
  gint64 *ids;          /* (owned) */
  guint n_ids;
  const ZbStep *step;   /* (nullable): one field of many is set instead */
  GPtrArray *rows;      /* (owned) (element-type ZbFieldRow): unowned rows */
  GtkWidget *field_choice;
  ZbStepProposal proposal; /* (nullable) */
  const char *deciding;    /* (nullable): the question that it depends on */
  ZbRecord *proposed;      /* (owned) (nullable): what stands in the rows unless it was changed */
  gboolean is_doing;
  gboolean is_changed; /* something was typed or chosen */
  gboolean is_leaving; /* nothing more is asked */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *do_button;
  AdwPreferencesGroup *group;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbStepDialog, zb_step_dialog, ADW_TYPE_WINDOW)

static void
set_doing (ZbStepDialog *self, gboolean is_doing)
{
  self->is_doing = is_doing;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", !is_doing);
}

static void
leave (ZbStepDialog *self)
{
  self->is_leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbStepDialog) self = ZB_STEP_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  set_doing (self, FALSE);
  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      g_autofree char *sentence = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (sentence));
      return;
    }
  g_signal_emit (self, signals[DONE], 0, words != NULL ? words : _("Done"));
  leave (self);
}

static void
do_step (ZbStepDialog *self)
{
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ZbFieldRow *row = g_ptr_array_index (self->rows, i);
      char *value = NULL;

      if (zb_field_row_read (row, &value, NULL) && value != NULL)
        g_hash_table_insert (fields, g_strdup (zb_field_row_get_field (row)->name), value);
    }
  zb_registry_step_async (self->registry, self->kind, self->ids, self->n_ids, self->step, fields, NULL, on_done,
                          g_object_ref (self));
}

static void
set_field (ZbStepDialog *self)
{
  ZbFieldRow *row = g_ptr_array_index (self->rows, 0);
  g_autofree char *value = NULL;

  set_doing (self, TRUE);
  if (zb_field_row_read (row, &value, NULL))
    zb_registry_set_many_async (self->registry, self->kind, self->ids, self->n_ids, zb_field_row_get_field (row)->name, value,
                                NULL, on_done, g_object_ref (self));
}

static void
on_empty_response (ZbStepDialog *self, const char *response)
{
  if (g_str_equal (response, "empty"))
    set_field (self);
}

/* Nothing given: that would take from everybody what is there, which is seldom meant. */
static void
ask_to_empty (ZbStepDialog *self, const ZbField *field)
{
  /* Translators: %s is the name of a field */
  g_autofree char *title = g_strdup_printf (_("Empty the Field “%s”?"), _(field->label));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  ngettext ("No new value was given. What %u person has in this field is taken out.",
                                            "No new value was given. What %u people have in this field is taken out.", self->n_ids),
                                  self->n_ids);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "empty", _("_Empty"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "empty", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_empty_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_field_or_ask (ZbStepDialog *self)
{
  ZbFieldRow *row = g_ptr_array_index (self->rows, 0);
  g_autofree char *value = NULL;

  if (!zb_field_row_read (row, &value, NULL))
    return;
  if (value == NULL || *value == '\0')
    ask_to_empty (self, zb_field_row_get_field (row));
  else
    set_field (self);
}

static void
carry_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbStepDialog *self = ZB_STEP_DIALOG (widget);
  ZbFieldRow *first = NULL;

  if (self->is_doing || self->rows->len == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (!zb_field_row_check (g_ptr_array_index (self->rows, i)) && first == NULL)
      first = g_ptr_array_index (self->rows, i);
  if (first != NULL)
    {
      zb_field_row_focus (first);
      return;
    }
  if (self->step == NULL)
    {
      set_field_or_ask (self);
      return;
    }
  set_doing (self, TRUE);
  do_step (self);
}

static void
on_leave_answer (GtkWindow *window, const char *answer)
{
  if (g_str_equal (answer, "discard"))
    leave (ZB_STEP_DIALOG (window));
  else if (g_str_equal (answer, "save"))
    carry_out (GTK_WIDGET (window), "form.save", NULL);
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbStepDialog *self = ZB_STEP_DIALOG (window);

  if (!self->is_leaving && (self->is_doing || self->is_changed))
    {
      if (!self->is_doing)
        zb_leave_question_ask (window, gtk_button_get_label (GTK_BUTTON (self->do_button)), on_leave_answer);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (zb_step_dialog_parent_class)->close_request (window);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* What is asked. */

static ZbFieldRow *
row_of (ZbStepDialog *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (zb_field_row_get_field (g_ptr_array_index (self->rows, i))->name, name))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* Whether nobody has touched what was proposed for a row. */
static gboolean
is_as_proposed (ZbStepDialog *self, ZbFieldRow *row)
{
  const char *before = self->proposed != NULL ? zb_record_get (self->proposed, zb_field_row_get_field (row)->name) : NULL;
  g_autofree char *value = NULL;

  if (!zb_field_row_read (row, &value, NULL))
    return FALSE;
  return g_strcmp0 (value != NULL ? value : "", before != NULL ? before : "") == 0;
}

static void
propose (ZbStepDialog *self, const char *choice)
{
  g_autoptr(ZbRecord) record = self->proposal (self->registry, self->ids[0], choice);

  for (guint i = 0; record != NULL && i < self->rows->len; i++)
    {
      ZbFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *name = zb_field_row_get_field (row)->name;

      if ((choice == NULL || !g_str_equal (name, self->deciding)) && is_as_proposed (self, row))
        zb_field_row_set_value (row, zb_record_get (record, name));
    }
  if (record == NULL)
    return;
  g_clear_pointer (&self->proposed, zb_record_free);
  self->proposed = g_steal_pointer (&record);
}

static void
on_row_changed (ZbStepDialog *self, ZbFieldRow *row)
{
  g_autofree char *choice = NULL;

  self->is_changed = TRUE;
  if (self->proposal != NULL && row == row_of (self, self->deciding) && zb_field_row_read (row, &choice, NULL) && choice != NULL)
    propose (self, choice);
}

void
zb_step_dialog_tell (ZbStepDialog *self, const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_preferences_group_set_description (self->group, markup);
}

void
zb_step_dialog_propose (ZbStepDialog *self, const char *deciding, ZbStepProposal proposal)
{
  self->proposal = proposal;
  self->deciding = deciding;
  propose (self, NULL);
}

static void
add_row (ZbStepDialog *self, GtkWidget *row)
{
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* What a question is answered with when its type alone does not say it. Of organisations those that may be the answer; one that is to
 * go into another, into one of its kind. */
static GtkWidget *
choice_for (ZbStepDialog *self, const ZbStepField *question)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);
  guint kinds = self->kind == &zb_kind_member ? ZB_CHOICE_BRANCHES : ZB_CHOICE_ALL_ORGS;
  const ZbOrg *own = self->kind == &zb_kind_organization && self->n_ids == 1 ? zb_org_tree_get (tree, self->ids[0]) : NULL;
  gboolean merges = own != NULL && g_str_equal (question->name, "into");
  GtkWidget *choice;

  if (question->type != ZB_FIELD_LINK)
    return NULL;
  if (g_strcmp0 (question->link, "member") == 0)
    return zb_suggest_entry_new_people (self->registry, TRUE);
  if (zb_field_editor_lists (question->link))
    return zb_field_editor_new_records (self->registry, zb_kind_get (question->link), question->required);
  choice = zb_choice_new_orgs (tree, merges ? 1u << own->kind : kinds, 0, question->required ? _("Please choose") : _("Not given"));
  if (own != NULL)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, own->id);

      zb_choice_drop (choice, id);
    }
  return choice;
}

/* What was planned, for one record alone: nothing is typed twice. No day that is still to come, and no month for a day. */
static void
suggest (ZbStepDialog *self, const ZbRecord *record, const ZbStepField *question, GtkWidget *row)
{
  const char *value = record != NULL && question->likely != NULL ? zb_record_get (record, question->likely) : NULL;
  ZbDate today = zb_registry_today (self->registry), day = ZB_DATE_NONE;
  g_autofree char *text = zb_date_to_text (today);

  if (value != NULL && question->type == ZB_FIELD_DATE && g_str_equal (question->name, "on")
      && (!zb_date_parse (value, &day, NULL) || !zb_date_is_complete (day) || zb_date_compare (day, today) > 0))
    value = NULL;
  if (value == NULL && question->type == ZB_FIELD_DATE && question->required && g_str_equal (question->name, "on"))
    value = text;
  if (value != NULL)
    zb_field_row_set_value (ZB_FIELD_ROW (row), value);
}

static void
add_questions (ZbStepDialog *self)
{
  g_autoptr(ZbRecord) record = self->n_ids == 1 ? zb_registry_get (self->registry, self->kind, self->ids[0], FALSE, NULL) : NULL;

  for (guint i = 0; i < self->step->n_fields; i++)
    {
      const ZbStepField *question = &self->step->fields[i];
      GtkWidget *row = zb_field_row_new_for_step (question, choice_for (self, question));

      suggest (self, record, question, row);
      add_row (self, row);
    }
}

/* Set one field of many. */

static gboolean
can_set (const ZbField *field)
{
  static const ZbFieldFlags not_these = ZB_FIELD_PRIVATE | ZB_FIELD_BY_STEP | ZB_FIELD_HIDDEN | ZB_FIELD_REQUIRED;

  if (g_str_equal (field->name, "group"))
    return TRUE;
  return zb_field_is_stored (field) && (field->flags & not_these) == 0 && !g_str_equal (field->name, "reading");
}

static void
on_field_chosen (ZbStepDialog *self)
{
  const ZbField *field = zb_kind_field (self->kind, zb_choice_get_value (self->field_choice));
  GtkWidget *choice = NULL;

  if (self->rows->len > 0)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, 0));
  g_ptr_array_set_size (self->rows, 0);
  if (field->type == ZB_FIELD_LINK)
    choice = zb_choice_new_orgs (zb_registry_tree (self->registry), ZB_CHOICE_GROUPS, 0, _("Not given"));
  self->is_changed = FALSE;
  add_row (self, zb_field_row_new (field, choice));
}

static void
add_field_choice (ZbStepDialog *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GtkWidget *row = adw_action_row_new ();

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (can_set (&self->kind->fields[i]))
      {
        g_ptr_array_add (labels, _(self->kind->fields[i].label));
        g_ptr_array_add (names, (gpointer) self->kind->fields[i].name);
      }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (names, NULL);
  self->field_choice = zb_choice_new_names ((const char *const *) labels->pdata, (const char *const *) names->pdata);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Field"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->field_choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->field_choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field_choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Field"), -1);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->group, row);
  zb_choice_set_value (self->field_choice, "education");
  g_signal_connect_swapped (self->field_choice, "notify::selected", G_CALLBACK (on_field_chosen), self);
  on_field_chosen (self);
}

static void
zb_step_dialog_dispose (GObject *object)
{
  ZbStepDialog *self = ZB_STEP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_STEP_DIALOG);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_step_dialog_parent_class)->dispose (object);
}

static void
zb_step_dialog_finalize (GObject *object)
{
  ZbStepDialog *self = ZB_STEP_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->proposed, zb_record_free);
  g_free (self->ids);
  G_OBJECT_CLASS (zb_step_dialog_parent_class)->finalize (object);
}

static void
zb_step_dialog_class_init (ZbStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_step_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_step_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbStepDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbStepDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ZbStepDialog, do_button);
  gtk_widget_class_bind_template_child (widget_class, ZbStepDialog, group);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, carry_out);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
zb_step_dialog_init (ZbStepDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->do_button);
}

static ZbStepDialog *
dialog_new (ZbRegistry *registry, const ZbKind *kind, const gint64 *ids, guint n_ids, const char *title, const char *about)
{
  ZbStepDialog *self = g_object_new (ZB_TYPE_STEP_DIALOG, "title", title, NULL);

  self->registry = g_object_ref (registry);
  self->kind = kind;
  self->ids = g_memdup2 (ids, n_ids * sizeof (gint64));
  self->n_ids = n_ids;
  adw_window_title_set_title (self->title, title);
  if (about != NULL)
    {
      g_autofree char *safe = g_markup_escape_text (about, -1);

      adw_preferences_group_set_title (self->group, safe);
    }
  return self;
}

GtkWindow *
zb_step_dialog_new (ZbRegistry *registry, const ZbKind *kind, const gint64 *ids, guint n_ids, const ZbStep *step, const char *about)
{
  ZbStepDialog *self = dialog_new (registry, kind, ids, n_ids, _(step->label), about);

  self->step = step;
  gtk_button_set_label (GTK_BUTTON (self->do_button), _(step->label));
  add_questions (self);
  if (self->rows->len > 0)
    zb_field_row_focus (g_ptr_array_index (self->rows, 0));
  return GTK_WINDOW (self);
}

GtkWindow *
zb_step_dialog_new_set_field (ZbRegistry *registry, const ZbKind *kind, const gint64 *ids, guint n_ids, const char *about)
{
  ZbStepDialog *self = dialog_new (registry, kind, ids, n_ids, _("Change One Field"), about);

  gtk_button_set_label (GTK_BUTTON (self->do_button), _("C_hange"));
  add_field_choice (self);
  gtk_widget_grab_focus (self->field_choice);
  return GTK_WINDOW (self);
}
