/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-members-page-private.h"

#include <glib/gi18n.h>

#include "pages/members/zb-columns-popover.h"
#include "pages/members/zb-steps-menu.h"
#include "shell/zb-page.h"
#include "shell/zb-settings.h"
#include "widgets/zb-first-focus.h"

static void page_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbMembersPage, zb_members_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, page_init))

static const char *const shown_labels[ZB_N_SHOWN] = {
  N_("In the Party"), N_("In Development"), N_("Here"), N_("Former"), N_("Everybody")
};

gint64
zb_members_page_get_person (ZbMembersPage *self)
{
  if (self->person != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->person))
    return zb_person_page_get_person (self->person);
  return 0;
}

/* The query. */

void
zb_members_page_apply (ZbMembersPage *self, gboolean to_top)
{
  static const ZbMemberScope scopes[ZB_N_SHOWN] = {
    ZB_SCOPE_HERE, ZB_SCOPE_HERE, ZB_SCOPE_HERE, ZB_SCOPE_LEFT, ZB_SCOPE_ALL
  };
  ZbMemberModel *model = zb_member_table_get_model (self->table);
  g_autoptr(ZbFilter) filter = zb_members_page_make_filter (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  ZbMemberQuery query = {
    .text = (char *) (*text != '\0' ? text : NULL),
    .filter = filter,
    .order = zb_members_page_get_order (self),
    .descending = gtk_toggle_button_get_active (self->descending_button),
    .scope = scopes[self->shown],
    .party_only = self->shown == ZB_SHOWN_PARTY,
  };

  zb_member_model_set_query (model, &query);
  if (to_top && zb_member_model_size (model) > 0)
    zb_member_table_go_to (self->table, zb_member_model_id_at (model, 0));
}

/* The pane beside the table: where there is room for it, somebody to show, and it is wanted. */
static void
reveal_pane (ZbMembersPage *self)
{
  gboolean is_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->table_stack), "empty") == 0;

  self->is_updating = TRUE;
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap) && !is_empty &&
                                          zb_settings_get_boolean ("members-show-detail", TRUE));
  self->is_updating = FALSE;
}

static void
show_count (ZbMembersPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);

  gtk_label_set_label (self->count_label, text);
}

/* What stands there instead of the table, made when it is first needed. */
static void
show_instead (ZbMembersPage *self, const char *name)
{
  if (gtk_stack_get_child_by_name (self->table_stack, name) == NULL)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/zhibu/Zhibu/pages/members/zb-members-%s.ui", name);
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (path);
      GObject *elsewhere = gtk_builder_get_object (builder, "elsewhere_button");

      gtk_stack_add_named (self->table_stack, GTK_WIDGET (gtk_builder_get_object (builder, "page")), name);
      if (elsewhere != NULL)
        self->elsewhere_button = GTK_WIDGET (elsewhere);
    }
  gtk_stack_set_visible_child_name (self->table_stack, name);
}

static void
show_table_or_why_not (ZbMembersPage *self)
{
  ZbMemberModel *model = zb_member_table_get_model (self->table);
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  guint n = zb_member_model_size (model);
  gboolean was_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->table_stack), "empty") == 0;

  if (columns == NULL)
    gtk_label_set_label (self->count_label, "");
  else
    show_count (self, n);
  if (n > 0 || columns == NULL)
    gtk_stack_set_visible_child_name (self->table_stack, "table");
  else if (zb_member_columns_size (columns) == 0)
    show_instead (self, "empty");
  else
    {
      guint elsewhere = self->shown != ZB_SHOWN_ALL ? zb_members_page_count_everywhere (self) : 0;
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u Among Everybody", "Show %u Among Everybody", elsewhere), elsewhere);

      show_instead (self, "no-hits");
      gtk_button_set_label (GTK_BUTTON (self->elsewhere_button), label);
      gtk_widget_set_visible (self->elsewhere_button, elsewhere > 0);
    }
  if (was_empty != (g_strcmp0 (gtk_stack_get_visible_child_name (self->table_stack), "empty") == 0))
    reveal_pane (self);
}

static void
on_queried (ZbMembersPage *self)
{
  ZbMemberModel *model = zb_member_table_get_model (self->table);

  show_table_or_why_not (self);
  if (self->wanted != 0 && zb_member_model_find (model, self->wanted) >= 0)
    zb_members_page_want (self, self->wanted);
  else
    zb_members_page_refresh_pane (self);
}

/* Selects somebody, now or when the table holds them. */
void
zb_members_page_want (ZbMembersPage *self, gint64 id)
{
  if (zb_member_model_find (zb_member_table_get_model (self->table), id) < 0)
    {
      self->wanted = id;
      return;
    }
  self->wanted = 0;
  zb_member_selection_select_only (zb_member_table_get_selection (self->table), id);
  zb_member_table_go_to (self->table, id);
}

/* Letters typed in the table come here: the hand goes on in the entry, as the table may go away. */
static void
on_search_changed (ZbMembersPage *self)
{
  GtkWidget *entry = GTK_WIDGET (self->search_entry);
  const char *searched = zb_member_model_query (zb_member_table_get_model (self->table))->text;

  /* It also says so when it is made, with nothing in it. */
  if (self->is_updating || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), searched != NULL ? searched : "") == 0)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0' && (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      gtk_widget_grab_focus (entry);
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
  zb_members_page_apply (self, TRUE);
}

/* Enter in the search: the first hit. */
static void
on_search_activate (ZbMembersPage *self)
{
  ZbMemberModel *model = zb_member_table_get_model (self->table);

  if (zb_member_model_size (model) == 0)
    return;
  zb_members_page_want (self, zb_member_model_id_at (model, 0));
  zb_member_table_focus (self->table);
}

/* Down from the search: the first hit; with nothing typed, the row where the keys were last. */
static gboolean
on_down (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);
  GtkWidget *entry = GTK_WIDGET (self->search_entry);

  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0
      || zb_member_model_size (zb_member_table_get_model (self->table)) == 0)
    return FALSE;
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    on_search_activate (self);
  else
    zb_member_table_focus (self->table);
  return TRUE;
}

static void
on_stop_search (ZbMembersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  zb_member_selection_clear (zb_member_table_get_selection (self->table));
}

static void
on_filter_changed (ZbMembersPage *self)
{
  if (!self->is_updating)
    zb_members_page_apply (self, TRUE);
}

static void
on_filter_toast (ZbMembersPage *self, const char *words, gboolean can_undo)
{
  zb_page_say (GTK_WIDGET (self), words, can_undo);
}

static void
show_scope (ZbMembersPage *self, ZbShown shown)
{
  if (!gtk_toggle_button_get_active (self->scopes[shown]))
    gtk_toggle_button_set_active (self->scopes[shown], TRUE);
}

static void
on_scope_toggled (ZbMembersPage *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < ZB_N_SHOWN; i++)
    if (self->scopes[i] == button)
      self->shown = i;
  if (!self->is_updating)
    zb_members_page_apply (self, TRUE);
}

void
zb_members_page_clear (ZbMembersPage *self)
{
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  zb_filter_bar_clear (self->filter_bar);
  self->is_updating = FALSE;
  zb_members_page_apply (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
zb_members_page_show_everybody (ZbMembersPage *self)
{
  show_scope (self, ZB_SHOWN_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Order. */

static void
save_order (ZbMembersPage *self)
{
  zb_settings_set_string ("members-sort", zb_member_order_name (zb_members_page_get_order (self)));
  zb_settings_set_boolean ("members-sort-descending", gtk_toggle_button_get_active (self->descending_button));
}

static void
on_order_selected (ZbMembersPage *self)
{
  if (self->is_updating || self->table == NULL)
    return;
  zb_member_table_show_order (self->table, zb_members_page_get_order (self),
                              gtk_toggle_button_get_active (self->descending_button));
  zb_members_page_apply (self, TRUE);
  save_order (self);
}

static void
on_header_order (ZbMembersPage *self, guint order, gboolean descending)
{
  self->is_updating = TRUE;
  zb_members_page_choose_order (self, (ZbMemberOrder) order);
  gtk_toggle_button_set_active (self->descending_button, descending);
  self->is_updating = FALSE;
  zb_members_page_apply (self, TRUE);
  save_order (self);
}

/* The pane and the bar below. */

static gboolean
refresh_pane (gpointer user_data)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (user_data);
  ZbMemberSelection *selection = zb_member_table_get_selection (self->table);
  guint n = zb_member_selection_size (selection);

  self->pane_id = 0;
  if (adw_flap_get_reveal_flap (self->flap))
    zb_member_pane_show (self->pane, n == 1 ? zb_member_selection_first (selection) : 0, n);
  if (n > 1)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

      gtk_label_set_label (self->selected_label, text);
    }
  gtk_revealer_set_reveal_child (self->action_bar, n > 1);
  zb_members_page_update_actions (self);
  return G_SOURCE_REMOVE;
}

void
zb_members_page_refresh_pane (ZbMembersPage *self)
{
  if (self->pane_id == 0)
    self->pane_id = g_idle_add (refresh_pane, self);
}

static void
on_flap_revealed (ZbMembersPage *self)
{
  if (!adw_flap_get_folded (self->flap) && !self->is_updating)
    zb_settings_set_boolean ("members-show-detail", adw_flap_get_reveal_flap (self->flap));
  zb_members_page_refresh_pane (self);
}

static void
on_flap_folded (ZbMembersPage *self)
{
  reveal_pane (self);
}

static void
make_steps (GtkMenuButton *button, gpointer user_data)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (user_data);
  guint n;
  g_autofree gint64 *ids = zb_member_selection_ids (zb_member_table_get_selection (self->table), &n);
  g_autoptr(GMenuModel) menu = zb_steps_menu_new (self->registry, ids, n);

  gtk_menu_button_set_menu_model (button, menu);
}

/* The person's own page. */

static void
show_person (ZbMembersPage *self, gint64 id)
{
  if (self->person == NULL)
    {
      self->person = ZB_PERSON_PAGE (zb_person_page_new (self->registry));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->person), "person");
    }
  zb_person_page_set_person (self->person, id);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->person));
  zb_members_page_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->person));
}

static void
on_table_activated (ZbMembersPage *self, gint64 id)
{
  show_person (self, id);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);

  if (zb_members_page_get_person (self) != 0)
    zb_page_go_back (ZB_PAGE (self));
  else
    on_stop_search (self);
  return TRUE;
}

/* The registry changed. */

static void
on_registry_changed (ZbMembersPage *self)
{
  zb_members_page_refresh_pane (self);
  if (zb_members_page_get_person (self) != 0)
    zb_person_page_set_person (self->person, zb_members_page_get_person (self));
}

/* What the window asks. */

static void
page_find (ZbPage *page)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (page);

  zb_page_go_back (page);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
page_create (ZbPage *page)
{
  zb_members_page_create (ZB_MEMBERS_PAGE (page));
}

static void
page_edit (ZbPage *page)
{
  zb_members_page_edit (ZB_MEMBERS_PAGE (page));
}

static gboolean
page_can_edit (ZbPage *page)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (page);

  return zb_members_page_get_person (self) != 0 || zb_member_selection_size (zb_member_table_get_selection (self->table)) == 1;
}

static void
page_open_record (ZbPage *page, const ZbKind *kind, gint64 id)
{
  zb_members_page_want (ZB_MEMBERS_PAGE (page), id);
  show_person (ZB_MEMBERS_PAGE (page), id);
}

static void
page_show_members (ZbPage *page, const char *text)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse (text, zb_registry_tree (self->registry), &error);

  zb_page_go_back (page);
  if (filter == NULL)
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  show_scope (self, zb_members_page_best_shown (self, filter));
  zb_filter_bar_set_filter (self->filter_bar, filter);
  self->is_updating = FALSE;
  zb_members_page_apply (self, TRUE);
}

static void
page_go_back (ZbPage *page)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (zb_members_page_get_person (self) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "table");
  zb_members_page_update_actions (self);
  /* In the rows, or in the search when there are none; and to be seen, whatever the pointer did before. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static gboolean
page_can_go_back (ZbPage *page)
{
  return zb_members_page_get_person (ZB_MEMBERS_PAGE (page)) != 0;
}

static ZbRosterRequest *
page_make_request (ZbPage *page)
{
  return zb_members_page_make_request (ZB_MEMBERS_PAGE (page));
}

static void
page_init (ZbPageInterface *iface)
{
  iface->find = page_find;
  iface->create = page_create;
  iface->edit = page_edit;
  iface->can_edit = page_can_edit;
  iface->open_record = page_open_record;
  iface->show_members = page_show_members;
  iface->go_back = page_go_back;
  iface->can_go_back = page_can_go_back;
  iface->make_request = page_make_request;
}

/* Making. */

static void
make_scopes (ZbMembersPage *self)
{
  for (guint i = 0; i < ZB_N_SHOWN; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(shown_labels[i]));

      self->scopes[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->scopes[i], self->scopes[0]);
      gtk_toggle_button_set_active (self->scopes[i], i == 0);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_scope_toggled), self);
      gtk_box_append (self->scopes_box, button);
    }
}

static void
make_orders (ZbMembersPage *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *name = zb_settings_get_string ("members-sort", "post");
  ZbMemberOrder order = ZB_ORDER_POST;

  for (guint i = 0; i < ZB_N_ORDERS; i++)
    gtk_string_list_append (labels, _(zb_member_order_label (i)));
  zb_member_order_from_name (name, &order);
  gtk_drop_down_set_model (self->order_choice, G_LIST_MODEL (labels));
  zb_members_page_choose_order (self, order);
  gtk_toggle_button_set_active (self->descending_button, zb_settings_get_boolean ("members-sort-descending", FALSE));
}

static void
make_columns (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, zb_columns_popover_new (ZB_MEMBERS_PAGE (user_data)->table));
}

static gboolean
zb_members_page_grab_focus (GtkWidget *widget)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (widget);

  if (zb_members_page_get_person (self) != 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->person));
  if (zb_member_model_size (zb_member_table_get_model (self->table)) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  zb_member_table_focus (self->table);
  return TRUE;
}

static void
zb_members_page_dispose (GObject *object)
{
  ZbMembersPage *self = ZB_MEMBERS_PAGE (object);

  g_clear_handle_id (&self->pane_id, g_source_remove);
  self->is_updating = TRUE;
  if (self->registry != NULL)
    g_signal_handlers_disconnect_by_data (self->registry, self);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_MEMBERS_PAGE);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_members_page_parent_class)->dispose (object);
}

static void
zb_members_page_class_init (ZbMembersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_members_page_dispose;
  zb_widget_class_set_first_focus (widget_class, zb_members_page_grab_focus);
  g_type_ensure (ZB_TYPE_MEMBER_PANE);
  g_type_ensure (ZB_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/pages/members/zb-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, flap);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, pane);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, tools);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, scopes_box);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, order_choice);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, descending_button);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, detail_button);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, ZbMembersPage, steps_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_order_selected);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_down, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, on_down, NULL);
  zb_members_page_install_actions (widget_class);
}

static void
zb_members_page_init (ZbMembersPage *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_scopes (self);
  make_orders (self);
  gtk_menu_button_set_create_popup_func (self->columns_button, make_columns, self, NULL);
  gtk_menu_button_set_create_popup_func (self->steps_button, make_steps, self, NULL);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_reveal_flap (self->flap, zb_settings_get_boolean ("members-show-detail", TRUE));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap_revealed), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_flap_folded), self);
  self->is_updating = FALSE;
}

static void
connect_parts (ZbMembersPage *self)
{
  g_signal_connect_object (self->filter_bar, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_bar, "toast", G_CALLBACK (on_filter_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_table_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "menu", G_CALLBACK (zb_members_page_show_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (zb_members_page_refresh_pane), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "order-chosen", G_CALLBACK (on_header_order), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zb_member_table_get_model (self->table), "queried", G_CALLBACK (on_queried), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->registry, "changed", G_CALLBACK (on_registry_changed), self);
}

GtkWidget *
zb_members_page_new (ZbRegistry *registry)
{
  ZbMembersPage *self = g_object_new (ZB_TYPE_MEMBERS_PAGE, NULL);

  self->registry = g_object_ref (registry);
  zb_member_pane_set_registry (self->pane, registry);
  self->filter_bar = ZB_FILTER_BAR (zb_filter_bar_new (registry));
  gtk_widget_set_hexpand (GTK_WIDGET (self->filter_bar), TRUE);
  gtk_box_prepend (self->filter_box, GTK_WIDGET (self->filter_bar));
  self->table = ZB_MEMBER_TABLE (zb_member_table_new (registry));
  gtk_box_append (self->table_box, GTK_WIDGET (self->table));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->table));
  connect_parts (self);
  zb_member_table_show_order (self->table, zb_members_page_get_order (self),
                              gtk_toggle_button_get_active (self->descending_button));
  zb_members_page_apply (self, FALSE);
  zb_members_page_refresh_pane (self);
  return GTK_WIDGET (self);
}
