/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/templates/zb-template-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/templates/zb-template-file.h"
#include "dialogs/templates/zb-template-labels.h"
#include "dialogs/templates/zb-template-marks.h"
#include "dialogs/zb-export-file.h"
#include "service/zb-words-template.h"
#include "widgets/zb-org-row.h"
#include "widgets/zb-toast.h"

struct _ZbTemplateDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry;      /* (owned) */
  ZbRosterRequest *given;    /* (owned) */
  GPtrArray *forms;          /* (owned) (element-type ZbRecord): those that are remembered */
  GBytes *bytes;             /* (owned) (nullable): the form in hand */
  ZbTemplateCheck *check;    /* (owned) (nullable): what is in it */
  char *path;                /* (owned) (nullable): of a form that is not remembered */
  char *file_name;           /* (owned) (nullable): the same as people read it */
  GCancellable *checking;    /* (owned) (nullable) */
  GCancellable *filling;     /* (owned) (nullable) */
  gboolean is_choosing;      /* a file dialog is open */
  gboolean is_loading;       /* rows are set by us */

  AdwToastOverlay *toasts;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkStack *stack;
  GtkWidget *first_button;
  GtkWidget *fill_button;
  GtkWidget *choose_button;
  AdwComboRow *form_row;
  AdwEntryRow *name_row;
  GtkWidget *keep_button;
  GtkWidget *remove_button;
  AdwComboRow *roster_row;
  AdwComboRow *org_row;
  AdwActionRow *chosen_row;
  GtkWidget *internal_row;
  GtkSwitch *internal_switch;
  GtkWidget *unknown_row;
  GtkSwitch *unknown_switch;
  AdwPreferencesGroup *marks_group;
  GtkListBox *marks_list;
};

enum {
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbTemplateDialog, zb_template_dialog, ADW_TYPE_WINDOW)

static void
say_error (ZbTemplateDialog *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  zb_toast_show (self->toasts, zb_toast_new_refusal (words));
}

/* The form that is remembered and chosen. Returns: (nullable): %NULL for the file in hand */
static const ZbRecord *
chosen_form (ZbTemplateDialog *self)
{
  guint i = adw_combo_row_get_selected (self->form_row);

  return i < self->forms->len ? g_ptr_array_index (self->forms, i) : NULL;
}

static gboolean
has_private (const ZbTemplateCheck *check)
{
  for (guint i = 0; i < check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);

      if (mark->trouble == ZB_TEMPLATE_GOOD && mark->is_private)
        return TRUE;
    }
  return FALSE;
}

/* Of which organisation, or who was chosen before; a list about a meeting or a person has neither. */
static void
update_whom (ZbTemplateDialog *self)
{
  gboolean of_org = self->check != NULL && self->check->roster->subject == ZB_ROSTER_OF_ORG, chosen = of_org && zb_template_takes_people (self->given, self->check->roster);
  g_autofree char *words = g_strdup_printf (ngettext ("%u that was chosen", "%u that were chosen", self->given->n_ids), self->given->n_ids);

  gtk_widget_set_visible (GTK_WIDGET (self->org_row), of_org && !chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_row), chosen);
  adw_action_row_set_subtitle (self->chosen_row, words);
}

/* What can be done with what is in hand. */
static void
update (ZbTemplateDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_form = self->check != NULL, has_trouble = has_form && self->check->n_trouble > 0;
  gboolean can_go_on = has_form && (!has_trouble || gtk_switch_get_active (self->unknown_switch));
  gboolean can_write = self->registry != NULL && !zb_registry_is_read_only (self->registry);

  gtk_stack_set_visible_child_name (self->stack, has_form || self->forms->len > 0 ? "form" : "empty");
  gtk_widget_set_visible (self->choose_button, has_form || self->forms->len > 0);
  gtk_widget_set_visible (self->fill_button, has_form || self->forms->len > 0);
  gtk_widget_set_visible (self->unknown_row, has_trouble);
  gtk_widget_set_visible (self->internal_row, has_form && has_private (self->check) && zb_sheet_can_be_internal (self->check->roster));
  gtk_widget_set_visible (self->remove_button, chosen_form (self) != NULL);
  update_whom (self);
  gtk_widget_action_set_enabled (widget, "template.fill", can_go_on && self->filling == NULL);
  gtk_widget_action_set_enabled (widget, "template.keep", can_go_on && can_write);
  gtk_widget_action_set_enabled (widget, "template.remove", can_write && chosen_form (self) != NULL);
  gtk_widget_action_set_enabled (widget, "template.choose", !self->is_choosing);
  gtk_widget_action_set_enabled (widget, "template.stop", self->filling != NULL);
}

/* The forms by name, and the file in hand behind them. @chosen: (nullable): the one that is to be chosen */
static void
load_forms (ZbTemplateDialog *self, const char *chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GError) error = NULL;
  GPtrArray *forms = zb_registry_templates (self->registry, &error);
  guint at = GTK_INVALID_LIST_POSITION;

  if (forms == NULL)
    {
      say_error (self, error);
      return;
    }
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = forms;
  for (guint i = 0; i < forms->len; i++)
    {
      const char *name = zb_record_title (g_ptr_array_index (forms, i));

      gtk_string_list_append (names, name);
      if (g_strcmp0 (name, chosen) == 0)
        at = i;
    }
  if (self->file_name != NULL)
    {
      gtk_string_list_append (names, self->file_name);
      at = chosen == NULL ? forms->len : at;
    }
  self->is_loading = TRUE;
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->form_row, at != GTK_INVALID_LIST_POSITION ? at : 0);
  self->is_loading = FALSE;
}

static guint
place_of_roster (const ZbRoster *roster)
{
  for (guint i = 0; zb_rosters ()[i] != NULL; i++)
    if (zb_rosters ()[i] == roster)
      return i;
  return 0;
}

static void
show_check (ZbTemplateDialog *self)
{
  const ZbTemplateCheck *check = self->check;
  g_autofree char *words = NULL;

  self->is_loading = TRUE;
  adw_combo_row_set_selected (self->roster_row, place_of_roster (check->roster));
  self->is_loading = FALSE;
  zb_template_marks_fill (self->marks_list, check);
  if (check->n_trouble > 0)
    words = g_strdup_printf (ngettext ("%u mark cannot be filled.", "%u marks cannot be filled.", check->n_trouble), check->n_trouble);
  else
    words = g_strdup (check->repeats ? _("Every mark has a meaning; rows with marks of a person repeat.") : _("Every mark has a meaning."));
  adw_preferences_group_set_description (self->marks_group, words);
  update (self);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbTemplateDialog) self = ZB_TEMPLATE_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  ZbTemplateCheck *check = zb_registry_check_template_finish (ZB_REGISTRY (source), result, &bytes, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->registry == NULL)
    {
      g_clear_pointer (&check, zb_template_check_free);
      return;
    }
  g_clear_object (&self->checking);
  if (check == NULL)
    {
      say_error (self, error);
      update (self);
      return;
    }
  g_clear_pointer (&self->check, zb_template_check_free);
  self->check = check;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);
  show_check (self);
}

static void
look_into (ZbTemplateDialog *self, const char *path, GBytes *bytes, const ZbRoster *roster)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  zb_registry_check_template_async (self->registry, path, bytes, roster, self->checking, on_checked, g_object_ref (self));
}

/* The file that is not remembered yet. */
static void
look_into_file (ZbTemplateDialog *self)
{
  g_autofree char *name = g_strdup (self->file_name);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_switch_set_active (self->unknown_switch, FALSE);
  look_into (self, self->path, NULL, NULL);
}

/* Another form was chosen. */
static void
on_form_selected (ZbTemplateDialog *self)
{
  const ZbRecord *form = chosen_form (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!self->is_loading && form == NULL && self->path != NULL)
    look_into_file (self);
  if (self->is_loading || form == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), zb_record_title (form));
  gtk_switch_set_active (self->unknown_switch, FALSE);
  if (!(bytes = zb_registry_read_template (self->registry, form, &error)))
    say_error (self, error);
  else
    look_into (self, NULL, bytes, zb_roster_get (zb_record_get (form, "roster")));
}

static void
on_roster_selected (ZbTemplateDialog *self)
{
  if (!self->is_loading && self->bytes != NULL)
    look_into (self, NULL, self->bytes, zb_rosters ()[adw_combo_row_get_selected (self->roster_row)]);
}

void
zb_template_dialog_open (ZbTemplateDialog *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->file_name);
  self->file_name = g_filename_display_basename (path);
  load_forms (self, NULL);
  look_into_file (self);
}

static gboolean
on_drop (ZbTemplateDialog *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  const char *path = files != NULL ? g_file_peek_path (files->data) : NULL;

  if (path != NULL)
    zb_template_dialog_open (self, path);
  g_slist_free (files);
  return path != NULL;
}

static void
on_file_chosen (const char *path, gpointer user_data)
{
  ZbTemplateDialog *self = user_data;

  self->is_choosing = FALSE;
  if (self->registry == NULL)
    return;
  update (self);
  if (path != NULL)
    zb_template_dialog_open (self, path);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (widget);

  self->is_choosing = TRUE;
  update (self);
  zb_template_file_open (GTK_WINDOW (self), on_file_chosen, g_object_ref (self), g_object_unref);
}

/* Remembering */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbTemplateDialog) self = ZB_TEMPLATE_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      if (self->registry != NULL)
        say_error (self, error);
      return;
    }
  if (self->registry == NULL)
    return;
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->file_name, g_free);
  load_forms (self, gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  update (self);
  zb_toast_show (self->toasts, zb_toast_new (words != NULL ? words : _("This form is remembered already.")));
}

static void
on_keep (ZbTemplateDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  const ZbRecord *form = chosen_form (self);
  const char *file_name = form != NULL ? zb_record_get (form, "file_name") : self->file_name;

  if (*name == '\0' || self->check == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  zb_registry_keep_template_async (self->registry, name, file_name, self->check, self->bytes, NULL, on_kept, g_object_ref (self));
}

static void
keep (GtkWidget *widget, const char *action, GVariant *parameter)
{
  on_keep (ZB_TEMPLATE_DIALOG (widget));
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbTemplateDialog) self = ZB_TEMPLATE_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      if (self->registry != NULL)
        say_error (self, error);
      return;
    }
  if (self->registry == NULL)
    return;
  g_clear_pointer (&self->check, zb_template_check_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  zb_template_marks_fill (self->marks_list, NULL);
  load_forms (self, NULL);
  on_form_selected (self);
  update (self);
  zb_toast_show (self->toasts, zb_toast_new (words));
}

static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (widget);
  const ZbRecord *form = chosen_form (self);

  if (form != NULL)
    zb_registry_withdraw_async (self->registry, &zb_kind_template, form->id, NULL, on_removed, g_object_ref (self));
}

/* Filling */

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  ZbTemplateDialog *self = user_data;
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT, done, total);

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) done / (double) total : 0);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbTemplateDialog) self = ZB_TEMPLATE_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = zb_template_file_finish (ZB_REGISTRY (source), result, &error);

  if (self->registry == NULL)
    return;
  g_clear_object (&self->filling);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  update (self);
  if (path == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (self, error);
  if (path == NULL)
    return;
  zb_toast_show (self->toasts, zb_export_file_toast (path));
  g_signal_emit (self, signals[EXPORTED], 0, path);
}

static void
fill (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (widget);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  g_autoptr(ZbRosterRequest) request = zb_template_request (self->given, self->check->roster);

  if (request->ids == NULL)
    request->org = zb_org_row_get (self->org_row);
  request->internal = gtk_switch_get_active (self->internal_switch);
  self->filling = g_cancellable_new ();
  update (self);
  zb_template_file_async (GTK_WINDOW (self), self->registry, self->check, self->bytes, request, *name != '\0' ? name : _("Form"),
                          gtk_switch_get_active (self->unknown_switch), on_progress, self, self->filling, on_filled, g_object_ref (self));
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ZB_TEMPLATE_DIALOG (widget)->filling);
}

/* What a form may say, before there is one as well as beside its marks. */
static void
show_labels (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (widget);
  GtkWindow *window = zb_template_labels_window_new (self->check != NULL ? self->check->roster : zb_roster_get ("members"));

  gtk_window_set_transient_for (window, GTK_WINDOW (self));
  gtk_window_present (window);
}

static void
zb_template_dialog_dispose (GObject *object)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (object);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_cancellable_cancel (self->filling);
  g_clear_object (&self->filling);
  g_clear_object (&self->registry);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_TEMPLATE_DIALOG);
  G_OBJECT_CLASS (zb_template_dialog_parent_class)->dispose (object);
}

static void
zb_template_dialog_finalize (GObject *object)
{
  ZbTemplateDialog *self = ZB_TEMPLATE_DIALOG (object);

  g_clear_pointer (&self->given, zb_roster_request_free);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->check, zb_template_check_free);
  g_free (self->path);
  g_free (self->file_name);
  G_OBJECT_CLASS (zb_template_dialog_parent_class)->finalize (object);
}

static void
zb_template_dialog_class_init (ZbTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = zb_template_dialog_dispose;
  object_class->finalize = zb_template_dialog_finalize;
  signals[EXPORTED] = g_signal_new ("exported", ZB_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/templates/zb-template-dialog.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, ZbTemplateDialog, name)
  BIND (toasts);
  BIND (progress_revealer);
  BIND (progress_bar);
  BIND (stack);
  BIND (first_button);
  BIND (fill_button);
  BIND (choose_button);
  BIND (form_row);
  BIND (name_row);
  BIND (keep_button);
  BIND (remove_button);
  BIND (roster_row);
  BIND (org_row);
  BIND (chosen_row);
  BIND (internal_row);
  BIND (internal_switch);
  BIND (unknown_row);
  BIND (unknown_switch);
  BIND (marks_group);
  BIND (marks_list);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_form_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_roster_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "template.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "template.fill", NULL, fill);
  gtk_widget_class_install_action (widget_class, "template.labels", NULL, show_labels);
  gtk_widget_class_install_action (widget_class, "template.keep", NULL, keep);
  gtk_widget_class_install_action (widget_class, "template.remove", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "template.stop", NULL, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "template.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "template.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "template.fill", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_template_dialog_init (ZbTemplateDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  self->forms = g_ptr_array_new ();
  self->is_loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; zb_rosters ()[i] != NULL; i++)
    gtk_string_list_append (labels, _(zb_rosters ()[i]->label));
  adw_combo_row_set_model (self->roster_row, G_LIST_MODEL (labels));
  self->is_loading = FALSE;
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

ZbTemplateDialog *
zb_template_dialog_new (ZbRegistry *registry, const ZbRosterRequest *request)
{
  ZbTemplateDialog *self = g_object_new (ZB_TYPE_TEMPLATE_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  self->given = request != NULL ? zb_roster_request_copy (request) : zb_roster_request_new (zb_roster_get ("members"), zb_registry_today (registry));
  gtk_switch_set_active (self->internal_switch, self->given->internal);
  zb_org_row_fill (self->org_row, zb_registry_tree (registry), _("All Organisations"), self->given->org);
  load_forms (self, NULL);
  on_form_selected (self);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_visible (self->choose_button) ? GTK_WIDGET (self->form_row) : self->first_button);
  return self;
}

ZbTemplateDialog *
zb_template_dialog_show (GtkWindow *parent, ZbRegistry *registry, const ZbRosterRequest *request)
{
  GtkWindow *dialog = GTK_WINDOW (zb_template_dialog_new (registry, request));

  gtk_window_set_transient_for (dialog, parent);
  gtk_window_set_modal (dialog, TRUE);
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_present (dialog);
  return ZB_TEMPLATE_DIALOG (dialog);
}
