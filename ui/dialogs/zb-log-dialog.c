/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-log-dialog.h"

#include <glib/gi18n.h>

#include "dialogs/zb-log-entry.h"
#include "dialogs/zb-undo-import-dialog.h"
#include "service/zb-words.h"
#include "widgets/zb-toast.h"

/* Sets fetched at a time; a search looks through many more. */
#define PAGE 100
#define SEARCHED 5000
/* Fields shown of one set: an import changes hundreds of thousands. */
#define MOST_CHANGES 200

struct _ZbLogDialog
{
  AdwWindow parent_instance;

  ZbRegistry *registry; /* (owned) */
  GListStore *entries;  /* (owned): of ZbLogEntry, those that match, newest first */
  GtkSingleSelection *selection; /* (owned) */
  gint64 oldest;        /* id of the last set fetched, 0 before the first */
  gboolean at_end;

  AdwToastOverlay *toasts;
  GtkSearchEntry *search_entry;
  GtkListView *list;
  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkLabel *words_label;
  GtkLabel *about_label;
  GtkWidget *undo_button;
  GtkWidget *take_back_button;
  GtkListBox *changes_list;
  GtkLabel *rest_label;
};

enum {
  OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbLogDialog, zb_log_dialog, ADW_TYPE_WINDOW)

static void
say (ZbLogDialog *self, const char *words)
{
  zb_toast_show (self->toasts, zb_toast_new (words));
}

static void
say_error (ZbLogDialog *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  say (self, words);
}

static ZbLogEntry *
selected_entry (ZbLogDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The change that is chosen. */

/* Whether the record has a page to show: what was taken back has none. */
static gboolean
can_open (ZbLogDialog *self, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbRecord) record = NULL;

  if (kind != &zb_kind_member && kind != &zb_kind_organization)
    return FALSE;
  record = zb_registry_get (self->registry, kind, id, FALSE, NULL);
  return record != NULL && !record->withdrawn;
}

static GtkWidget *
change_row (ZbLogDialog *self, const ZbHistoryChange *change)
{
  const ZbKind *kind = zb_kind_get (change->kind);
  g_autofree char *words = zb_words_change (change);
  g_autofree char *title = kind != NULL ? zb_registry_title (self->registry, kind, change->record) : NULL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title != NULL ? title : "");
  if (can_open (self, kind, change->record))
    {
      gint64 *id = g_new (gint64, 1);

      *id = change->record;
      g_object_set_data_full (G_OBJECT (row), "record", id, g_free);
      g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

static void
show_changes (ZbLogDialog *self, const ZbHistorySet *set)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = zb_registry_changes (self->registry, set->id, MOST_CHANGES + 1, &error);
  g_autofree char *rest = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes_list))) != NULL)
    gtk_list_box_remove (self->changes_list, child);
  if (changes == NULL)
    {
      say_error (self, error);
      return;
    }
  for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
    gtk_list_box_append (self->changes_list, change_row (self, g_ptr_array_index (changes, i)));
  if (changes->len > MOST_CHANGES)
    rest = g_strdup_printf (ngettext ("The first %1$u fields are shown; the change concerns %2$u record.",
                                      "The first %1$u fields are shown; the change concerns %2$u records.", set->n_records),
                            MOST_CHANGES, set->n_records);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_list), changes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), rest != NULL);
  gtk_label_set_text (self->rest_label, rest != NULL ? rest : "");
}

static void
on_selected (ZbLogDialog *self)
{
  ZbLogEntry *entry = selected_entry (self);
  const ZbHistorySet *set = entry != NULL ? zb_log_entry_get_set (entry) : NULL;

  gboolean is_import = set != NULL && zb_history_is_import (set);
  gboolean can_undo = set != NULL && !is_import && set->undone_by == 0 && set->undoes == 0 && !zb_registry_is_read_only (self->registry);

  /* Of an import what was changed since is kept; so it can always be asked what would go. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.take-back", is_import && set->may_stand);
  gtk_widget_set_visible (self->take_back_button, is_import && set->may_stand);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.undo", can_undo);
  gtk_widget_set_visible (self->undo_button, can_undo);
  if (set == NULL)
    {
      gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';

      adw_status_page_set_title (self->none_page, searching ? _("Nothing Found") : _("Nothing Was Changed Yet"));
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  gtk_label_set_text (self->words_label, zb_log_entry_get_words (entry));
  gtk_label_set_text (self->about_label, zb_log_entry_get_about (entry));
  show_changes (self, set);
  gtk_stack_set_visible_child_name (self->stack, "detail");
}

static void
on_change_activated (ZbLogDialog *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "record");

  if (id == NULL)
    return;
  g_signal_emit (self, signals[OPEN_RECORD], 0, g_object_get_data (G_OBJECT (row), "kind"), *id);
  gtk_window_close (GTK_WINDOW (self));
}

/* The list. */

/* Fetches one more page; %FALSE when there is nothing more. */
static gboolean
fetch (ZbLogDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  g_autofree gpointer *stolen = NULL;
  gsize n = 0;

  if (self->at_end)
    return FALSE;
  sets = zb_registry_log (self->registry, self->oldest, PAGE, &error);
  if (sets == NULL)
    {
      self->at_end = TRUE;
      say_error (self, error);
      return FALSE;
    }
  self->at_end = sets->len < PAGE;
  stolen = g_ptr_array_steal (sets, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(ZbLogEntry) entry = zb_log_entry_new (stolen[i]);

      self->oldest = zb_log_entry_get_set (entry)->id;
      if (zb_log_entry_matches (entry, text))
        g_list_store_append (self->entries, entry);
    }
  return !self->at_end;
}

static void
reload (ZbLogDialog *self)
{
  ZbLogEntry *entry = selected_entry (self);
  gint64 kept = entry != NULL ? zb_log_entry_get_set (entry)->id : 0;
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean was_in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  guint pages = searching ? SEARCHED / PAGE : MAX (1, (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) + PAGE - 1) / PAGE);

  g_list_store_remove_all (self->entries);
  self->oldest = 0;
  self->at_end = FALSE;
  for (guint i = 0; i < pages && fetch (self); i++)
    ;
  for (guint i = 0; kept != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    {
      g_autoptr(ZbLogEntry) one = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (zb_log_entry_get_set (one)->id == kept)
        {
          gtk_single_selection_set_selected (self->selection, i);
          break;
        }
    }
  /* The row that had it is gone. */
  if (was_in_list)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  on_selected (self);
}

static void
on_search_changed (ZbLogDialog *self)
{
  reload (self);
}

/* Escape clears the search first, then closes. */
static void
on_stop_search (ZbLogDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_edge_reached (ZbLogDialog *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    fetch (self);
}

static void
on_row_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "caption");
        }
    }
  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
on_row_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  ZbLogEntry *entry = ZB_LOG_ENTRY (gtk_list_item_get_item (item));
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (words), zb_log_entry_get_words (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (words)), zb_log_entry_get_about (entry));
}

/* Actions. */

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbLogDialog) self = ZB_LOG_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean done = zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error);

  if (self->registry == NULL)
    return;
  if (!done)
    {
      on_selected (self);
      say_error (self, error);
    }
  else if (words != NULL)
    say (self, words);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLogDialog *self = ZB_LOG_DIALOG (widget);
  ZbLogEntry *entry = selected_entry (self);

  if (entry == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "log.undo", FALSE);
  zb_registry_undo_async (self->registry, zb_log_entry_get_set (entry)->id, NULL, on_undone, g_object_ref (self));
}

static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbLogDialog *self = ZB_LOG_DIALOG (widget);
  ZbLogEntry *entry = selected_entry (self);

  if (entry != NULL)
    zb_undo_import_dialog_present (GTK_WINDOW (self), self->registry, zb_log_entry_get_set (entry)->id);
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ZB_LOG_DIALOG (widget)->search_entry));
}

static void
on_registry_changed (ZbLogDialog *self)
{
  if (self->registry != NULL)
    reload (self);
}

static void
zb_log_dialog_dispose (GObject *object)
{
  ZbLogDialog *self = ZB_LOG_DIALOG (object);

  if (self->registry != NULL)
    g_signal_handlers_disconnect_by_data (self->registry, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_LOG_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_log_dialog_parent_class)->dispose (object);
}

static void
zb_log_dialog_class_init (ZbLogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_log_dialog_dispose;
  signals[OPEN_RECORD] = g_signal_new ("open-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/zb-log-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, words_label);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, about_label);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, changes_list);
  gtk_widget_class_bind_template_child (widget_class, ZbLogDialog, rest_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_edge_reached);
  gtk_widget_class_bind_template_callback (widget_class, on_change_activated);
  gtk_widget_class_install_action (widget_class, "log.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "log.take-back", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "log.find", NULL, find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "log.find", NULL);
}

static void
zb_log_dialog_init (ZbLogDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_list_store_new (ZB_TYPE_LOG_ENTRY);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWindow *
zb_log_dialog_new (ZbRegistry *registry)
{
  ZbLogDialog *self = g_object_new (ZB_TYPE_LOG_DIALOG, NULL);

  self->registry = g_object_ref (registry);
  reload (self);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_swapped (registry, "changed", G_CALLBACK (on_registry_changed), self);
  return GTK_WINDOW (self);
}
