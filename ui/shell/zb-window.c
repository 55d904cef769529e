/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shell/zb-window-private.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"
#include "shell/zb-areas.h"
#include "shell/zb-settings.h"
#include "widgets/zb-toast.h"

/* How long something must take before the window says that it is working. */
#define BUSY_MS 300
/* So long a window waits for something to show before it shows that there is nothing yet. */
#define PRESENT_MS 200
/* A toast with a way back stays longer than one that only tells. */
#define UNDO_SECONDS 12

G_DEFINE_FINAL_TYPE (ZbWindow, zb_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
on_present (gpointer user_data)
{
  ZbWindow *self = ZB_WINDOW (user_data);

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

void
zb_window_present_soon (ZbWindow *self)
{
  g_return_if_fail (ZB_IS_WINDOW (self));

  if (self->present_id == 0)
    self->present_id = g_timeout_add (PRESENT_MS, on_present, self);
}

void
zb_window_show (ZbWindow *self, const char *child)
{
  gtk_stack_set_visible_child_name (self->stack, child);
  zb_window_update_actions (self);
  if (self->present_id == 0 || g_str_equal (child, "empty"))
    return;
  g_source_remove (self->present_id);
  on_present (self);
}

ZbPage *
zb_window_get_page (ZbWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  return child != NULL && ZB_IS_PAGE (child) ? ZB_PAGE (child) : NULL;
}

static void
set_tooltip (GtkWidget *button, const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_undo (ZbWindow *self, gboolean can_write)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_words = NULL;
  g_autofree char *redo_words = NULL;

  if (self->registry != NULL)
    g_object_get (self->registry, "undo-label", &undo, "redo-label", &redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_write && undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_write && redo != NULL);
  /* Translators: %s is what was done last, such as “Saved: Zhang San” */
  undo_words = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  /* Translators: %s is what was undone last */
  redo_words = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  set_tooltip (self->undo_button, undo_words);
  set_tooltip (self->redo_button, redo_words);
}

void
zb_window_update_actions (ZbWindow *self)
{
  static const char *const with_registry[] = { "win.print", "win.export", "win.templates", "win.log", "win.check", "win.backup" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->registry != NULL;
  gboolean can_write = is_open && !zb_registry_is_read_only (self->registry);
  ZbPage *page = zb_window_get_page (self);

  for (guint i = 0; i < G_N_ELEMENTS (with_registry); i++)
    gtk_widget_action_set_enabled (widget, with_registry[i], is_open);
  gtk_widget_action_set_enabled (widget, "win.import", can_write);
  gtk_widget_action_set_enabled (widget, "win.import-organizations", can_write);
  gtk_widget_action_set_enabled (widget, "win.import-list", can_write);
  gtk_widget_action_set_enabled (widget, "win.restore", can_write || !is_open);
  gtk_widget_action_set_enabled (widget, "win.new", can_write && page != NULL && zb_page_can_create (page));
  gtk_widget_action_set_enabled (widget, "win.edit", can_write && page != NULL && zb_page_can_edit (page));
  gtk_widget_action_set_enabled (widget, "win.find", page != NULL);
  gtk_widget_action_set_enabled (widget, "win.area", is_open);
  gtk_widget_action_set_enabled (widget, "win.back", page != NULL && zb_page_can_go_back (page));
  gtk_widget_set_visible (self->back_button, page != NULL && zb_page_can_go_back (page));
  update_undo (self, can_write);
}

void
zb_window_toast (ZbWindow *self, const char *words, gboolean can_undo)
{
  AdwToast *toast = zb_toast_new (words);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_timeout (toast, UNDO_SECONDS);
    }
  zb_toast_show (self->toasts, toast);
}

void
zb_window_toast_error (ZbWindow *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = zb_words_sentence (error);
  zb_window_toast (self, words, FALSE);
}

/* What pages ask for. */

static GtkWidget *ensure_page (ZbWindow *self, const ZbArea *area);

/* The page of the area for records of @kind, brought to the front. */
static ZbPage *
go_to_kind (ZbWindow *self, const ZbKind *kind)
{
  guint n;
  const ZbArea *areas = zb_areas (&n);
  int position = zb_area_for_kind (kind);

  if (position < 0)
    return NULL;
  zb_window_go_to_area (self, (guint) position);
  return ZB_PAGE (ensure_page (self, &areas[position]));
}

static void
on_page_toast (ZbWindow *self, const char *words, gboolean can_undo)
{
  zb_window_toast (self, words, can_undo);
}

static void
on_page_open_record (ZbWindow *self, const ZbKind *kind, gint64 id)
{
  ZbPage *page;

  if (kind == &zb_kind_occasion)
    {
      zb_window_present_occasion (self, id);
      return;
    }
  page = go_to_kind (self, kind);
  if (page != NULL)
    zb_page_open_record (page, kind, id);
}

static void
on_page_show_members (ZbWindow *self, const char *filter)
{
  ZbPage *page = go_to_kind (self, &zb_kind_member);

  if (page != NULL)
    zb_page_show_members (page, filter);
}

static void
on_page_export (ZbWindow *self, const ZbRosterRequest *request)
{
  zb_window_present_export (self, request);
}

static void
on_page_document (ZbWindow *self, const ZbDocumentRequest *request)
{
  zb_window_present_document (self, request);
}

/* Areas. */

static GtkWidget *
ensure_page (ZbWindow *self, const ZbArea *area)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, area->name);

  if (page != NULL)
    return page;
  page = area->create (self->registry);
  g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open-record", G_CALLBACK (on_page_open_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-members", G_CALLBACK (on_page_show_members), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "export", G_CALLBACK (on_page_export), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "document", G_CALLBACK (on_page_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "state-changed", G_CALLBACK (zb_window_update_actions), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, area->name);
  return page;
}

void
zb_window_go_to_area (ZbWindow *self, guint position)
{
  guint n;
  const ZbArea *areas = zb_areas (&n);

  if (self->registry == NULL || position >= n)
    return;
  ensure_page (self, &areas[position]);
  gtk_list_box_select_row (self->areas_list, gtk_list_box_get_row_at_index (self->areas_list, (int) position));
  adw_window_title_set_title (self->title, _(areas[position].label));
  zb_window_show (self, areas[position].name);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  zb_settings_set_string ("last-area", areas[position].name);
}

static void
on_area_activated (ZbWindow *self, GtkListBoxRow *row)
{
  zb_window_go_to_area (self, (guint) gtk_list_box_row_get_index (row));
}

static void
fill_areas (ZbWindow *self)
{
  guint n;
  const ZbArea *areas = zb_areas (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (_(areas[i].label));
      g_autofree char *tooltip = g_strdup_printf ("Alt+%u", i + 1);

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (areas[i].icon));
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_widget_set_tooltip_text (row, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(areas[i].label), -1);
      gtk_list_box_append (self->areas_list, row);
    }
}

static void
remove_pages (ZbWindow *self)
{
  guint n;
  const ZbArea *areas = zb_areas (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, areas[i].name);

      if (page != NULL)
        gtk_stack_remove (self->stack, page);
    }
}

static gboolean
on_busy_for_long (gpointer user_data)
{
  ZbWindow *self = ZB_WINDOW (user_data);

  self->busy_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->busy_spinner), TRUE);
  gtk_spinner_start (self->busy_spinner);
  return G_SOURCE_REMOVE;
}

static void
on_registry_busy (ZbWindow *self)
{
  gboolean is_busy = FALSE;

  if (self->registry != NULL)
    g_object_get (self->registry, "busy", &is_busy, NULL);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (is_busy)
    {
      self->busy_id = g_timeout_add (BUSY_MS, on_busy_for_long, self);
      return;
    }
  gtk_spinner_stop (self->busy_spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->busy_spinner), FALSE);
}

void
zb_window_set_registry (ZbWindow *self, ZbRegistry *registry)
{
  g_autofree char *area = zb_settings_get_string ("last-area", "home");
  int position = zb_area_find (area);

  if (self->registry != NULL)
    g_signal_handlers_disconnect_by_data (self->registry, self);
  remove_pages (self);
  g_set_object (&self->registry, registry);
  gtk_widget_set_visible (self->sidebar, registry != NULL);
  /* Hidden it is not even measured. */
  gtk_widget_set_visible (GTK_WIDGET (self->read_only_revealer), registry != NULL && zb_registry_is_read_only (registry));
  gtk_revealer_set_reveal_child (self->read_only_revealer, registry != NULL && zb_registry_is_read_only (registry));
  on_registry_busy (self);
  if (registry == NULL)
    {
      adw_window_title_set_title (self->title, _("Zhibu"));
      zb_window_show (self, "empty");
      return;
    }
  g_autofree char *name = g_path_get_basename (zb_registry_path (registry));

  gtk_label_set_label (self->registry_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->registry_label), zb_registry_path (registry));
  g_signal_connect_swapped (registry, "notify::undo-label", G_CALLBACK (zb_window_update_actions), self);
  g_signal_connect_swapped (registry, "notify::redo-label", G_CALLBACK (zb_window_update_actions), self);
  g_signal_connect_swapped (registry, "notify::busy", G_CALLBACK (on_registry_busy), self);
  zb_window_go_to_area (self, position >= 0 ? (guint) position : 0);
}

/* Actions. */

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWindow) self = ZB_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_window_toast_error (self, error);
  else if (words != NULL)
    zb_window_toast (self, words, FALSE);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);

  if (self->registry != NULL)
    zb_registry_undo_async (self->registry, 0, NULL, on_taken_back, g_object_ref (self));
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbWindow *self = ZB_WINDOW (widget);

  if (self->registry != NULL)
    zb_registry_redo_async (self->registry, NULL, on_taken_back, g_object_ref (self));
}

static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPage *page = zb_window_get_page (ZB_WINDOW (widget));

  if (page == NULL)
    return;
  if (g_str_equal (action, "win.find"))
    zb_page_find (page);
  else if (g_str_equal (action, "win.new"))
    zb_page_create (page);
  else if (g_str_equal (action, "win.edit"))
    zb_page_edit (page);
  else if (zb_page_can_go_back (page))
    zb_page_go_back (page);
}

static void
go_to_area (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int number = g_variant_get_int32 (parameter);

  if (number > 0)
    zb_window_go_to_area (ZB_WINDOW (widget), (guint) number - 1);
}

/* When first opened: a menu costs as much as a page. */
static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, ZB_WINDOW (user_data)->primary_menu);
}

static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (ZB_WINDOW (widget)->menu_button);
}

static void
on_sidebar_clicked (ZbWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_folded (ZbWindow *self)
{
  gtk_widget_set_visible (self->sidebar_button, adw_leaflet_get_folded (self->leaflet));
}

static gboolean
on_close_request (GtkWindow *window)
{
  ZbWindow *self = ZB_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  zb_settings_set_int ("window-width", MAX (width, 360));
  zb_settings_set_int ("window-height", MAX (height, 294));
  zb_settings_set_boolean ("window-maximized", gtk_window_is_maximized (window));
  return zb_window_close_registry (self);
}

static void
zb_window_dispose (GObject *object)
{
  ZbWindow *self = ZB_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_handle_id (&self->present_id, g_source_remove);
  if (self->registry != NULL)
    g_signal_handlers_disconnect_by_data (self->registry, self);
  if (self->stack != NULL)
    remove_pages (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_WINDOW);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_window_parent_class)->dispose (object);
}

static void
zb_window_finalize (GObject *object)
{
  ZbWindow *self = ZB_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_slist_free_full (self->waiting, g_object_unref);
  g_free (self->path);
  g_free (self->before);
  G_OBJECT_CLASS (zb_window_parent_class)->finalize (object);
}

static void
zb_window_class_init (ZbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/shell/zb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, areas_list);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, registry_label);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, busy_spinner);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, read_only_revealer);
  gtk_widget_class_bind_template_child (widget_class, ZbWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_area_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.edit", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.area", "i", go_to_area);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, open_menu);
  zb_window_install_registry_actions (widget_class);
  zb_window_install_dialog_actions (widget_class);
}

static void
zb_window_init (ZbWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), zb_settings_get_int ("window-width", 1180),
                               zb_settings_get_int ("window-height", 760));
  if (zb_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  fill_areas (self);
  gtk_widget_set_visible (self->sidebar, FALSE);
  zb_window_accept_files (self);
  zb_window_update_actions (self);
}

ZbWindow *
zb_window_new (AdwApplication *application)
{
  return g_object_new (ZB_TYPE_WINDOW, "application", application, NULL);
}

const char *
zb_window_get_path (ZbWindow *self)
{
  return self->path;
}

ZbRegistry *
zb_window_get_registry (ZbWindow *self)
{
  return self->registry;
}
