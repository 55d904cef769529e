/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-appraisal-dialog.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "service/zb-registry-life.h"
#include "service/zb-words.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-toast.h"

/* A line's editors, in the order of the columns. */
static const char *const columns[] = { "self_grade", "outstanding", "qualified", "basic", "unqualified", "grade", "comment" };
#define N_COLUMNS G_N_ELEMENTS (columns)

struct _ZbAppraisalDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  int year;
  GPtrArray *records;   /* (owned) (element-type ZbRecord): a line each */
  GPtrArray *before;    /* (owned) (element-type ZbRecord): as they are stored */
  GtkSizeGroup *groups[N_COLUMNS + 1]; /* (owned): of each column, the name first */
  gboolean is_filling;

  AdwToastOverlay *toasts;
  GtkImage *icon;
  GtkLabel *words;
  GtkListView *view;
};

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbAppraisalDialog, zb_appraisal_dialog, ADW_TYPE_WINDOW)

static void
show_words (ZbAppraisalDialog *self)
{
  gboolean good;
  g_autofree char *words = zb_appraisal_words (self->registry, self->records, self->year, &good);

  gtk_label_set_label (self->words, words);
  gtk_image_set_from_icon_name (self->icon, good ? "dialog-information-symbolic" : "dialog-warning-symbolic");
}

/* Lines: a string list of positions stands for the records. */

static ZbRecord *
record_of (ZbAppraisalDialog *self, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);

  return position < self->records->len ? g_ptr_array_index (self->records, position) : NULL;
}

static GtkWidget *
editor_at (GtkWidget *line, guint column)
{
  GtkWidget *child = gtk_widget_get_first_child (line);

  for (guint i = 0; i <= column; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
column_of (GtkWidget *editor)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (editor), "column"));
}

static void
on_edited (GtkWidget *editor, GtkListItem *item)
{
  ZbAppraisalDialog *self = ZB_APPRAISAL_DIALOG (gtk_widget_get_root (editor));
  ZbRecord *record = self != NULL && !self->is_filling ? record_of (self, item) : NULL;
  const ZbField *field = zb_kind_field (&zb_kind_appraisal, columns[column_of (editor)]);
  g_autofree char *value = NULL;

  if (record == NULL)
    return;
  if (GTK_IS_DROP_DOWN (editor))
    value = g_strdup (zb_choice_get_value (editor));
  else if (!zb_field_read (field, gtk_editable_get_text (GTK_EDITABLE (editor)), &value, NULL))
    {
      gtk_widget_add_css_class (editor, "error");
      return;
    }
  gtk_widget_remove_css_class (editor, "error");
  zb_record_set (record, field->name, value);
  show_words (self);
}

static void
on_choice (GObject *choice, GParamSpec *pspec, GtkListItem *item)
{
  on_edited (GTK_WIDGET (choice), item);
}

/* On a choice 1 is the first grade, 0 takes it away. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  GtkWidget *choice = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  guint wanted = key >= GDK_KEY_0 && key <= GDK_KEY_9 ? key - GDK_KEY_0 : key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : 10;

  if (wanted > zb_code_table_get ("appraisal_grade")->n_codes)
    return FALSE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), wanted);
  return TRUE;
}

static GtkWidget *
editor_new (guint column, GtkListItem *item)
{
  const ZbField *field = zb_kind_field (&zb_kind_appraisal, columns[column]);
  GtkWidget *editor;

  if (field->type == ZB_FIELD_CODE)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      editor = zb_choice_new_codes (zb_code_table_get (field->codes), "—");
      g_signal_connect (editor, "notify::selected", G_CALLBACK (on_choice), item);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (editor, keys);
    }
  else
    {
      editor = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (editor), field->type == ZB_FIELD_INTEGER ? 3 : 12);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (editor), field->type == ZB_FIELD_INTEGER ? 4 : 40);
      g_signal_connect (editor, "changed", G_CALLBACK (on_edited), item);
    }
  gtk_widget_set_hexpand (editor, field->type == ZB_FIELD_LONG_TEXT);
  g_object_set_data (G_OBJECT (editor), "column", GUINT_TO_POINTER (column));
  return editor;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ZbAppraisalDialog *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_size_group_add_widget (self->groups[0], name);
  gtk_box_append (GTK_BOX (line), name);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *editor = editor_new (i, item);

      gtk_size_group_add_widget (self->groups[i + 1], editor);
      gtk_box_append (GTK_BOX (line), editor);
    }
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, line);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ZbAppraisalDialog *self)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  const ZbRecord *record = record_of (self, item);
  g_autofree char *name = zb_registry_title (self->registry, &zb_kind_member, zb_record_get_int (record, "person"));

  self->is_filling = TRUE;
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (line)), name);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_appraisal, columns[i]);
      GtkWidget *editor = editor_at (line, i);
      /* Translators: for a screen reader: %1$s a name, %2$s a field */
      g_autofree char *label = g_strdup_printf (_("%1$s, %2$s"), name, _(field->label));

      if (GTK_IS_DROP_DOWN (editor))
        zb_choice_set_value (editor, zb_record_get (record, columns[i]));
      else
        gtk_editable_set_text (GTK_EDITABLE (editor), zb_record_get (record, columns[i]) != NULL ? zb_record_get (record, columns[i]) : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  self->is_filling = FALSE;
}

static void
rebind (ZbAppraisalDialog *self)
{
  g_autoptr(GtkStringList) positions = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->records->len; i++)
    gtk_string_list_append (positions, "");
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&positions)))));
}

static void
grade_rest (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbAppraisalDialog *self = ZB_APPRAISAL_DIALOG (widget);

  for (guint i = 0; i < self->records->len; i++)
    if (zb_record_get (g_ptr_array_index (self->records, i), "grade") == NULL)
      zb_record_set (g_ptr_array_index (self->records, i), "grade", "qualified");
  rebind (self);
  show_words (self);
}

/* Saving. */

static gboolean
differs (const ZbRecord *one, const ZbRecord *other)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_strcmp0 (zb_record_get (one, columns[i]), zb_record_get (other, columns[i])) != 0)
      return TRUE;
  return FALSE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbAppraisalDialog) self = ZB_APPRAISAL_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", TRUE);
  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      g_autofree char *sentence = zb_words_sentence (error);

      zb_toast_show (self->toasts, zb_toast_new_refusal (sentence));
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, words);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbAppraisalDialog *self = ZB_APPRAISAL_DIALOG (widget);
  g_autoptr(GPtrArray) changed = g_ptr_array_new ();
  g_autofree char *subject = g_strdup_printf ("%d年度民主评议", self->year);

  for (guint i = 0; i < self->records->len; i++)
    if (differs (g_ptr_array_index (self->records, i), g_ptr_array_index (self->before, i)))
      g_ptr_array_add (changed, g_ptr_array_index (self->records, i));
  if (changed->len == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (widget, "form.save", FALSE);
  zb_registry_save_many_async (self->registry, "appraisal.set", subject, changed, NULL, on_saved, g_object_ref (self));
}

static void
zb_appraisal_dialog_dispose (GObject *object)
{
  ZbAppraisalDialog *self = ZB_APPRAISAL_DIALOG (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  adw_window_set_content (ADW_WINDOW (self), NULL);
  for (guint i = 0; i <= N_COLUMNS; i++)
    g_clear_object (&self->groups[i]);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_appraisal_dialog_parent_class)->dispose (object);
}

static void
zb_appraisal_dialog_finalize (GObject *object)
{
  ZbAppraisalDialog *self = ZB_APPRAISAL_DIALOG (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_appraisal_dialog_parent_class)->finalize (object);
}

static void
zb_appraisal_dialog_class_init (ZbAppraisalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_appraisal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_appraisal_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "appraisal.rest", NULL, grade_rest);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zb_appraisal_dialog_init (ZbAppraisalDialog *self)
{
  for (guint i = 0; i <= N_COLUMNS; i++)
    self->groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *save_button = gtk_button_new_with_mnemonic (_("_Save"));

  g_object_set (bar, "show-start-title-buttons", FALSE, "show-end-title-buttons", FALSE, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save_button), "form.save");
  gtk_widget_add_css_class (save_button, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save_button);
  return bar;
}

static GtkWidget *
make_head (ZbAppraisalDialog *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i <= N_COLUMNS; i++)
    {
      GtkWidget *label = gtk_label_new (i == 0 ? _("Member") : zb_kind_field (&zb_kind_appraisal, columns[i - 1])->heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_size_group_add_widget (self->groups[i], label);
      gtk_widget_set_hexpand (label, i == N_COLUMNS);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_widget_add_css_class (line, "life-bar");
  return line;
}

static GtkWidget *
make_foot (ZbAppraisalDialog *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *rest = gtk_button_new_with_mnemonic (_("_All Others 合格"));

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (rest), "appraisal.rest");
  gtk_widget_set_tooltip_text (rest, _("Gives 合格 to everybody who has no grade yet"));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (foot), rest);
  gtk_widget_add_css_class (foot, "bottom-bar");
  return foot;
}

GtkWindow *
zb_appraisal_dialog_new (ZbRegistry *registry, const ZbRecord *meeting)
{
  g_autofree char *title = NULL;
  ZbAppraisalDialog *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sideways = gtk_scrolled_window_new ();
  GtkWidget *table = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  /* Translators: %d is a year */
  title = g_strdup_printf (_("Appraisal of %d"), zb_appraisal_year (meeting));
  self = g_object_new (ZB_TYPE_APPRAISAL_DIALOG, "title", title, "modal", TRUE, "default-width", 980, "default-height", 620, NULL);
  self->registry = g_object_ref (registry);
  self->year = zb_appraisal_year (meeting);
  self->records = zb_appraisal_records (registry, meeting, self->year, TRUE);
  self->before = zb_appraisal_records (registry, meeting, self->year, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "appraisal");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (table), make_head (self));
  gtk_box_append (GTK_BOX (table), scrolled);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (sideways), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (sideways), table);
  gtk_widget_set_vexpand (sideways, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar ());
  gtk_box_append (GTK_BOX (box), sideways);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  rebind (self);
  show_words (self);
  return GTK_WINDOW (self);
}
