/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-year-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/life/zb-duty-panel.h"
#include "pages/life/zb-year-item.h"
#include "pages/life/zb-year-line.h"
#include "widgets/zb-first-focus.h"

/* From so many organisations on, the year is worked out beside the main thread. */
#define MANY_ORGS 24
#define PANEL_HEIGHT 220

struct _ZbYearView
{
  GtkWidget parent_instance;

  ZbRegistry *registry;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the year being worked out */
  gint64 org;
  int year;
  GListStore *items;         /* (owned) (element-type ZbYearItem) */
  GHashTable *lines;         /* (owned): position → the line on screen (unowned) */
  guint at;                  /* position and month of the cell chosen */
  guint month;
  gboolean wants_focus;      /* the cell takes it as soon as it is on screen */
  gboolean is_ready;

  GtkWidget *stack;
  GtkListView *list;
  GtkWidget *frame;          /* what scrolls sideways */
  ZbDutyPanel *panel;
};

G_DEFINE_FINAL_TYPE (ZbYearView, zb_year_view, GTK_TYPE_WIDGET)

static ZbYearItem *
item_at (ZbYearView *self, guint position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  /* The store keeps it. */
  return (ZbYearItem *) item;
}

static GtkWidget *
cell_at (ZbYearView *self, guint position, guint month)
{
  ZbYearLine *line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (position + 1));

  return line != NULL ? zb_year_line_get_cell (line, month) : NULL;
}

/* The cell chosen. */

static void
show_chosen (ZbYearView *self)
{
  ZbYearItem *item = self->at < g_list_model_get_n_items (G_LIST_MODEL (self->items)) ? item_at (self, self->at) : NULL;

  zb_duty_panel_show (self->panel, item != NULL && item->title == NULL ? &item->row : NULL, self->year, self->month);
}

static void
mark_cell (ZbYearView *self, gboolean is_chosen)
{
  GtkWidget *cell = cell_at (self, self->at, self->month);

  if (cell == NULL)
    return;
  gtk_widget_set_focusable (cell, is_chosen);
  if (is_chosen)
    gtk_widget_add_css_class (cell, "chosen");
  else
    gtk_widget_remove_css_class (cell, "chosen");
}

static void
take_focus (ZbYearView *self)
{
  GtkWidget *cell = cell_at (self, self->at, self->month);

  if (!self->wants_focus || cell == NULL || !gtk_widget_get_mapped (cell))
    return;
  self->wants_focus = FALSE;
  gtk_widget_grab_focus (cell);
}

/* A cell that was not on screen when it was chosen. */
static gboolean
take_focus_later (gpointer user_data)
{
  take_focus (ZB_YEAR_VIEW (user_data));
  return G_SOURCE_REMOVE;
}

static void
choose (ZbYearView *self, guint position, guint month)
{
  mark_cell (self, FALSE);
  self->at = position;
  self->month = month;
  mark_cell (self, TRUE);
  show_chosen (self);
  self->wants_focus = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  take_focus (self);
}

/* The next row that is no title, going by @step. */
static guint
row_from (ZbYearView *self, guint from, int step, guint how_far)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), found = from;

  for (gint64 i = (gint64) from + step; i >= 0 && i < n && how_far > 0; i += step)
    if (item_at (self, (guint) i)->title == NULL)
      {
        found = (guint) i;
        how_far--;
      }
  return found;
}

/* The matrix is one stop for Tab: behind it what the cell is about, before it whatever comes before. */
static gboolean
leave (ZbYearView *self, gboolean backward)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean done;

  if (!backward)
    return gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (self->frame, FALSE);
  done = gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_BACKWARD);
  gtk_widget_set_can_focus (self->frame, TRUE);
  return done;
}

static gboolean
on_key_pressed (ZbYearView *self, guint key, guint code, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || n == 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left: choose (self, self->at, self->month > 0 ? self->month - 1 : 0); return TRUE;
    case GDK_KEY_Right: choose (self, self->at, MIN (self->month + 1, 11)); return TRUE;
    case GDK_KEY_Home: choose (self, self->at, 0); return TRUE;
    case GDK_KEY_End: choose (self, self->at, 11); return TRUE;
    case GDK_KEY_Up: choose (self, row_from (self, self->at, -1, 1), self->month); return TRUE;
    case GDK_KEY_Down: choose (self, row_from (self, self->at, 1, 1), self->month); return TRUE;
    case GDK_KEY_Page_Up: choose (self, row_from (self, self->at, -1, 8), self->month); return TRUE;
    case GDK_KEY_Page_Down: choose (self, row_from (self, self->at, 1, 8), self->month); return TRUE;
    case GDK_KEY_Tab: return leave (self, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_ISO_Left_Tab: return leave (self, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      zb_duty_panel_open (self->panel);
      return TRUE;
    default: return FALSE;
    }
}

/* Lines. */

static void
on_chosen (ZbYearLine *line, guint month, GtkListItem *item)
{
  ZbYearView *self = g_object_get_data (G_OBJECT (line), "view");

  choose (self, gtk_list_item_get_position (item), month);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ZbYearView *self)
{
  GtkWidget *line = zb_year_line_new ();

  g_object_set_data (G_OBJECT (line), "view", self);
  g_signal_connect (line, "chosen", G_CALLBACK (on_chosen), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, line);
}

static guint
month_now (ZbYearView *self)
{
  ZbDate today = zb_registry_today (self->registry);

  return self->year < today.year ? 12 : self->year > today.year ? 0 : today.month - 1u;
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ZbYearView *self)
{
  ZbYearItem *item = gtk_list_item_get_item (list_item);
  ZbYearLine *line = ZB_YEAR_LINE (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);

  g_hash_table_insert (self->lines, GUINT_TO_POINTER (position + 1), line);
  if (item->title != NULL)
    zb_year_line_show_title (line, item->title);
  else
    zb_year_line_show_row (line, &item->row, item->planned, month_now (self));
  for (guint i = 0; i < 12; i++)
    gtk_widget_set_focusable (zb_year_line_get_cell (line, i), FALSE);
  if (position != self->at)
    return;
  mark_cell (self, TRUE);
  if (self->wants_focus)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_focus_later, g_object_ref (self), g_object_unref);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ZbYearView *self)
{
  gpointer key = GUINT_TO_POINTER (gtk_list_item_get_position (list_item) + 1);

  if (g_hash_table_lookup (self->lines, key) == gtk_list_item_get_child (list_item))
    g_hash_table_remove (self->lines, key);
}

/* The cell chosen before, else this month of the first row. */
static void
restore_choice (ZbYearView *self, gint64 org, ZbMeetingKind kind)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      ZbYearItem *item = item_at (self, i);

      if (item->title == NULL && item->row.org == org && item->row.kind == kind)
        {
          self->at = i;
          return;
        }
    }
  for (self->at = 0; self->at < n && item_at (self, self->at)->title != NULL;)
    self->at++;
}

static void
fill (ZbYearView *self, GPtrArray *rows)
{
  g_autoptr(GPtrArray) items = zb_year_items_new (self->registry, rows, self->org, self->year);
  ZbYearItem *before = self->at < g_list_model_get_n_items (G_LIST_MODEL (self->items)) ? item_at (self, self->at) : NULL;
  gint64 org = before != NULL ? before->row.org : 0;
  ZbMeetingKind kind = before != NULL ? before->row.kind : 0;
  gboolean had_focus = gtk_widget_get_focus_child (self->frame) != NULL;

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  restore_choice (self, org, kind);
  mark_cell (self, TRUE);
  show_chosen (self);
  self->is_ready = TRUE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), rows->len > 0 ? "matrix" : "none");
  if (had_focus && rows->len > 0)
    choose (self, self->at, self->month);
}

static void
on_year (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbYearView) self = ZB_YEAR_VIEW (user_data);
  g_autoptr(GPtrArray) rows = zb_registry_year_finish (ZB_REGISTRY (source), result, NULL);

  if (rows != NULL && self->registry != NULL)
    fill (self, rows);
}

void
zb_year_view_show (ZbYearView *self, gint64 org, int year)
{
  const ZbOrg *top = org != 0 ? zb_org_tree_get (zb_registry_tree (self->registry), org) : NULL;
  guint below = top != NULL ? top->below : zb_org_tree_size (zb_registry_tree (self->registry));
  g_autoptr(GPtrArray) rows = NULL;
  ZbDate today = zb_registry_today (self->registry);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->year != year)
    self->month = year == today.year ? today.month - 1u : 0;
  self->org = org;
  self->year = year;
  self->is_ready = FALSE;
  if (below >= MANY_ORGS)
    {
      self->cancellable = g_cancellable_new ();
      zb_registry_year_async (self->registry, org, year, self->cancellable, on_year, g_object_ref (self));
      return;
    }
  rows = zb_registry_year (self->registry, org, year, NULL);
  if (rows != NULL)
    fill (self, rows);
}

gboolean
zb_year_view_choose (ZbYearView *self, gint64 org, ZbMeetingKind kind, guint month)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      ZbYearItem *item = item_at (self, i);

      if (item->title == NULL && item->row.org == org && item->row.kind == kind)
        {
          choose (self, i, month);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
zb_year_view_is_ready (ZbYearView *self)
{
  return self->is_ready;
}

static gboolean
zb_year_view_grab_focus (GtkWidget *widget)
{
  ZbYearView *self = ZB_YEAR_VIEW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    return FALSE;
  choose (self, self->at, self->month);
  return TRUE;
}

static void
zb_year_view_dispose (GObject *object)
{
  ZbYearView *self = ZB_YEAR_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_year_view_parent_class)->dispose (object);
}

static void
zb_year_view_finalize (GObject *object)
{
  ZbYearView *self = ZB_YEAR_VIEW (object);

  g_clear_object (&self->items);
  g_hash_table_unref (self->lines);
  G_OBJECT_CLASS (zb_year_view_parent_class)->finalize (object);
}

static void
zb_year_view_class_init (ZbYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_year_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_year_view_finalize;
  zb_widget_class_set_first_focus (widget_class, zb_year_view_grab_focus);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
scrolled_new (GtkWidget *child, GtkPolicyType sideways, GtkPolicyType down)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), sideways, down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_matrix (ZbYearView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *months = zb_year_line_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)))), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "year-matrix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds of Meetings by Months"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  zb_year_line_show_months (ZB_YEAR_LINE (months));
  gtk_widget_add_css_class (months, "year-head");
  gtk_box_append (GTK_BOX (box), months);
  gtk_box_append (GTK_BOX (box), scrolled_new (GTK_WIDGET (self->list), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC));
  self->frame = scrolled_new (box, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  return self->frame;
}

GtkWidget *
zb_year_view_new (ZbRegistry *registry)
{
  ZbYearView *self = g_object_new (ZB_TYPE_YEAR_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panel_scrolled;
  GtkWidget *none = adw_status_page_new ();

  self->registry = g_object_ref (registry);
  self->panel = ZB_DUTY_PANEL (zb_duty_panel_new (registry));
  panel_scrolled = scrolled_new (GTK_WIDGET (self->panel), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (panel_scrolled, FALSE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (panel_scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (panel_scrolled), PANEL_HEIGHT);
  gtk_box_append (GTK_BOX (box), make_matrix (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), panel_scrolled);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("Nothing Is Demanded Here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("The rules ask meetings of branches. Choose a branch above, or another year; enter a branch in the area of organisations first."));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "matrix");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
zb_year_view_init (ZbYearView *self)
{
  self->items = g_list_store_new (ZB_TYPE_YEAR_ITEM);
  self->lines = g_hash_table_new (NULL, NULL);
}
