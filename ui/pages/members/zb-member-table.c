/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-member-table.h"

#include <glib/gi18n.h>

#include "pages/members/zb-column-sorter.h"
#include "shell/zb-settings.h"

/* Rows of the first frame: more than a window shows, fewer than GTK keeps. */
#define FIRST_ROWS 30
/* Padding of a cell and room for the arrow of a header, in pixels. */
#define CELL_PADDING 16
#define ARROW_WIDTH 20
#define MAX_NAME_CHARS 24
#define SAVE_MS 400

struct _ZbMemberTable
{
  GtkWidget parent_instance;

  ZbMemberModel *model;         /* (owned) */
  ZbMemberSelection *selection; /* (owned) */
  char **fields;                /* (owned) */
  int char_width;
  gboolean is_updating;
  guint save_id;
  guint grow_id;
  gulong paint_id;
  int name_width;               /* wanted, when a longer name turned up */

  GtkWidget *scrolled;
  GtkColumnView *view;
};

enum {
  ACTIVATED,
  SELECTION_CHANGED,
  ORDER_CHOSEN,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbMemberTable, zb_member_table, GTK_TYPE_WIDGET)

/* The order that a click on the header of a field means. */
static const struct {
  const char *field;
  ZbMemberOrder order;
} header_orders[] = {
  { "name", ZB_ORDER_PINYIN }, { "sex", ZB_ORDER_SEX }, { "ethnicity", ZB_ORDER_ETHNICITY },
  { "birth_date", ZB_ORDER_BIRTH }, { "age", ZB_ORDER_BIRTH }, { "education", ZB_ORDER_EDUCATION },
  { "degree", ZB_ORDER_DEGREE }, { "job", ZB_ORDER_JOB }, { "category", ZB_ORDER_CATEGORY },
  { "branch", ZB_ORDER_ORG }, { "post", ZB_ORDER_POST }, { "joined_on", ZB_ORDER_JOINED },
  { "confirmed_on", ZB_ORDER_CONFIRMED }, { "standing", ZB_ORDER_CONFIRMED }, { "own_order", ZB_ORDER_OWN },
};

gboolean
zb_member_column_offered (const ZbField *field)
{
  return (field->flags & ZB_FIELD_HIDDEN) == 0;
}

/* The older a person the earlier the date of birth: the headers of ages run the other way. */
static gboolean
runs_backwards (const char *field)
{
  return g_str_equal (field, "age") || g_str_equal (field, "standing");
}

/* Cells. */

static void
fill_cell (GtkListItem *item, guint column)
{
  ZbMemberRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (row != NULL && cell != NULL)
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), zb_member_row_cell (row, column));
}

static void
on_row_revised (ZbMemberRow *row, GParamSpec *pspec, GtkListItem *item)
{
  fill_cell (item, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "column")));
}

static gboolean
on_cell_tooltip (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (cell, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (cell))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (cell, TRUE);
  gtk_widget_add_css_class (cell, "tabular");
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (on_cell_tooltip), NULL);
  g_object_set_data (G_OBJECT (item), "column", column);
  gtk_list_item_set_child (item, cell);
}

/* GTK 4.8 toggles twice on Ctrl+click, once for the row and once for the cell: the cell claims it. */
static void
on_cell_pressed (GtkGestureClick *gesture, int n_press, double x, double y)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         (state & GDK_CONTROL_MASK) != 0 ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

/* Once for each cell, when it has found its place in a row. */
static void
prepare_cell (GtkListItem *item, gboolean is_name)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *holder = gtk_widget_get_parent (cell);
  GtkWidget *row = holder != NULL ? gtk_widget_get_parent (holder) : NULL;
  GtkGesture *gesture;

  if (holder == NULL || g_object_get_data (G_OBJECT (item), "prepared") != NULL)
    return;
  g_object_set_data (G_OBJECT (item), "prepared", item);
  gesture = gtk_gesture_click_new ();
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_cell_pressed), NULL);
  gtk_widget_add_controller (holder, GTK_EVENT_CONTROLLER (gesture));
  if (is_name && row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, cell, NULL, -1);
}

static gboolean
widen_names (gpointer user_data)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (user_data);
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->grow_id = 0;
  for (guint i = 0; self->fields[i] != NULL; i++)
    if (g_str_equal (self->fields[i], "name"))
      {
        g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        self->is_updating = TRUE;
        if (column != NULL && gtk_column_view_column_get_fixed_width (column) < self->name_width)
          gtk_column_view_column_set_fixed_width (column, self->name_width);
        self->is_updating = FALSE;
      }
  return G_SOURCE_REMOVE;
}

/* Names of people are never cut: the column grows with the longest that is shown. */
static void
see_name (ZbMemberTable *self, const char *name)
{
  glong chars = g_utf8_strlen (name, -1);
  int width = (int) MIN (chars, MAX_NAME_CHARS) * self->char_width + CELL_PADDING;

  if (width <= self->name_width)
    return;
  self->name_width = width;
  if (self->grow_id == 0)
    self->grow_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, widen_names, self, NULL);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  ZbMemberTable *self = g_object_get_data (G_OBJECT (factory), "table");
  ZbMemberRow *row = gtk_list_item_get_item (item);
  gboolean is_name = g_str_equal (self->fields[column], "name");

  prepare_cell (item, is_name);
  g_signal_connect (row, "notify::revision", G_CALLBACK (on_row_revised), item);
  fill_cell (item, column);
  if (is_name)
    see_name (self, zb_member_row_cell (row, column));
}

static void
on_cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_revised, item);
}

/* Columns. */

static int
measure_char (ZbMemberTable *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (width, 8);
}

static int
natural_width (ZbMemberTable *self, const ZbField *field, gboolean is_sorted)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _(field->label));
  int header;

  pango_layout_get_pixel_size (layout, &header, NULL);
  header = header * 11 / 10 + (is_sorted ? ARROW_WIDTH : 0);
  return MAX (header, (int) (field->width * self->char_width)) + CELL_PADDING;
}

static int
order_of (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_orders); i++)
    if (g_str_equal (header_orders[i].field, field))
      return (int) header_orders[i].order;
  return -1;
}

static gboolean
save_columns (gpointer user_data)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (user_data);
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->save_id = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *name = g_object_get_data (G_OBJECT (column), "field");
      int kept = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "kept-width"));
      int width = gtk_column_view_column_get_fixed_width (column);

      if (width > 0 && width != kept)
        {
          zb_settings_set_width ("members-column-widths", name, width);
          g_object_set_data (G_OBJECT (column), "kept-width", GINT_TO_POINTER (width));
        }
    }
  return G_SOURCE_REMOVE;
}

static void
on_width_changed (ZbMemberTable *self)
{
  if (self->is_updating)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_MS, save_columns, self);
}

static void
add_column (ZbMemberTable *self, guint position, const ZbField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (_(field->label), factory);
  int order = order_of (field->name);
  int kept = zb_settings_get_width ("members-column-widths", field->name);
  int width = kept > 0 ? kept : natural_width (self, field, order >= 0);

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind), GUINT_TO_POINTER (position));
  if (g_str_equal (field->name, "name"))
    {
      width = MAX (width, self->name_width);
      self->name_width = width;
    }
  g_object_set_data (G_OBJECT (column), "field", (gpointer) field->name);
  g_object_set_data (G_OBJECT (column), "kept-width", GINT_TO_POINTER (width));
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (order >= 0)
    {
      g_autoptr(GtkSorter) sorter = zb_column_sorter_new (position);

      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, column);
}

static void
clear_columns (ZbMemberTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* Names that the declaration knows, each once; the name of the person is always there. */
static char **
clean_fields (const char *const *fields)
{
  g_autoptr(GPtrArray) clean = g_ptr_array_new ();

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, fields[i]);

      if (field != NULL && zb_member_column_offered (field) && !g_ptr_array_find (clean, field->name, NULL))
        g_ptr_array_add (clean, (gpointer) field->name);
    }
  if (!g_ptr_array_find (clean, zb_kind_field (&zb_kind_member, "name")->name, NULL))
    g_ptr_array_insert (clean, 0, (gpointer) zb_kind_field (&zb_kind_member, "name")->name);
  g_ptr_array_add (clean, NULL);
  return g_strdupv ((char **) clean->pdata);
}

static void
rebuild (ZbMemberTable *self, const char *const *fields)
{
  char **clean = clean_fields (fields);

  self->is_updating = TRUE;
  clear_columns (self);
  g_strfreev (self->fields);
  self->fields = clean;
  zb_member_model_set_fields (self->model, (const char *const *) clean);
  for (guint i = 0; clean[i] != NULL; i++)
    add_column (self, i, zb_kind_field (&zb_kind_member, clean[i]));
  self->is_updating = FALSE;
}

void
zb_member_table_set_columns (ZbMemberTable *self, const char *const *fields)
{
  const ZbMemberQuery *query = zb_member_model_query (self->model);

  rebuild (self, fields);
  zb_settings_set_strv ("members-columns", (const char *const *) self->fields);
  if (query != NULL)
    zb_member_table_show_order (self, query->order, query->descending);
}

const char *const *
zb_member_table_get_columns (ZbMemberTable *self)
{
  return (const char *const *) self->fields;
}

/* A header was dragged to another place: the cells keep their texts, only the order is kept. */
static void
on_columns_moved (ZbMemberTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (self->is_updating || g_list_model_get_n_items (columns) != g_strv_length (self->fields))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_ptr_array_add (names, g_object_get_data (G_OBJECT (column), "field"));
    }
  g_ptr_array_add (names, NULL);
  zb_settings_set_strv ("members-columns", (const char *const *) names->pdata);
}

/* Order. */

static void
on_sorter_changed (ZbMemberTable *self)
{
  gboolean descending;
  int column;

  if (self->is_updating)
    return;
  column = zb_column_sorter_probe (gtk_column_view_get_sorter (self->view), &descending);
  if (column < 0)
    g_signal_emit (self, signals[ORDER_CHOSEN], 0, (guint) ZB_ORDER_POST, FALSE);
  else
    g_signal_emit (self, signals[ORDER_CHOSEN], 0, (guint) order_of (self->fields[column]),
                   descending != runs_backwards (self->fields[column]));
}

void
zb_member_table_show_order (ZbMemberTable *self, ZbMemberOrder order, gboolean descending)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->is_updating = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *name = g_object_get_data (G_OBJECT (column), "field");

      if (order_of (name) != (int) order)
        continue;
      gtk_column_view_sort_by_column (self->view, column,
                                      descending != runs_backwards (name) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      break;
    }
  self->is_updating = FALSE;
}

/* Moving about. */

static GtkWidget *
list_of (ZbMemberTable *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

void
zb_member_table_scroll_to (ZbMemberTable *self, gint64 id)
{
  gint position = zb_member_model_find (self->model, id);
  GtkWidget *list = list_of (self);

  if (position < 0 || list == NULL)
    return;
  zb_member_selection_open (self->selection);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", (guint) position);
}

void
zb_member_table_focus (ZbMemberTable *self)
{
  GtkWidget *list = list_of (self);

  if (list == NULL)
    return;
  gtk_widget_grab_focus (list);
  /* Before any row had it the list itself takes it, where Enter opens nobody. */
  if (gtk_widget_is_focus (list))
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

static void
on_activate (ZbMemberTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, zb_member_model_id_at (self->model, position));
}

static void
on_selection_changed (ZbMemberTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Tab would visit every row. */
static gboolean
on_key_pressed (ZbMemberTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LEAVE], 0, keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) == 0);
  return GDK_EVENT_STOP;
}

/* The rest of the rows come when the first frame has been seen. */
static void
on_painted (GdkFrameClock *clock, gpointer user_data)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (user_data);

  g_clear_signal_handler (&self->paint_id, clock);
  zb_member_selection_open (self->selection);
}

static void
zb_member_table_map (GtkWidget *widget)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (widget);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  GTK_WIDGET_CLASS (zb_member_table_parent_class)->map (widget);
  if (clock != NULL && self->paint_id == 0)
    self->paint_id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), self);
}

static void
zb_member_table_unmap (GtkWidget *widget)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (widget);

  if (self->paint_id != 0)
    g_clear_signal_handler (&self->paint_id, gtk_widget_get_frame_clock (widget));
  GTK_WIDGET_CLASS (zb_member_table_parent_class)->unmap (widget);
}

static void
zb_member_table_dispose (GObject *object)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (object);

  self->is_updating = TRUE;
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (zb_member_table_parent_class)->dispose (object);
}

static void
zb_member_table_finalize (GObject *object)
{
  g_strfreev (ZB_MEMBER_TABLE (object)->fields);
  G_OBJECT_CLASS (zb_member_table_parent_class)->finalize (object);
}

static void
zb_member_table_class_init (ZbMemberTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_member_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_member_table_finalize;
  widget_class->map = zb_member_table_map;
  widget_class->unmap = zb_member_table_unmap;
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHOSEN] = g_signal_new ("order-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                        G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zb_member_table_init (ZbMemberTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scrolled = gtk_scrolled_window_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->char_width = measure_char (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Members"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", G_CALLBACK (on_columns_moved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
zb_member_table_new (ZbRegistry *registry)
{
  ZbMemberTable *self = g_object_new (ZB_TYPE_MEMBER_TABLE, NULL);
  g_auto(GStrv) wanted = zb_settings_get_strv ("members-columns", zb_kind_member.list_columns);

  self->fields = clean_fields ((const char *const *) wanted);
  self->model = zb_member_model_new (registry, (const char *const *) self->fields);
  self->selection = zb_member_selection_new (self->model, FIRST_ROWS);
  rebuild (self, (const char *const *) wanted);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  return GTK_WIDGET (self);
}

ZbMemberModel *
zb_member_table_get_model (ZbMemberTable *self)
{
  return self->model;
}

ZbMemberSelection *
zb_member_table_get_selection (ZbMemberTable *self)
{
  return self->selection;
}
