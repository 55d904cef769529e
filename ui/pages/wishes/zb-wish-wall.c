/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-wall.h"

#include <glib/gi18n.h>

#include "pages/wishes/zb-wish-card.h"
#include "pages/wishes/zb-wish-item.h"
#include "pages/wishes/zb-wish-moves.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"

#define MAX_COLUMNS 8
#define COLUMN_WIDTH 144
/* Cards of a column at first, and more of them each time that its end comes near: a list makes two hundred at once, in a city with
 * thousands of wishes, and to make them all takes a second. */
#define FIRST_CARDS 5
#define MORE_CARDS 8
/* In the second frame the first one has placed the cards. */
#define FRAMES_TO_PLACE 2
/* How near: pages below what is in sight. */
#define PAGES_AHEAD 0.25

struct _ZbWishWall
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  guint n_columns;
  GPtrArray *lines;                /* (owned) (nullable): of all columns */
  GArray *places[MAX_COLUMNS];     /* (owned) (element-type guint): which of the lines stand in each */
  GListStore *stores[MAX_COLUMNS]; /* (owned) (element-type ZbWishItem): the first of these, as far as they have cards */
  GtkLabel *heads[MAX_COLUMNS];
  GtkWidget *lists[MAX_COLUMNS];
  GtkWidget *empty[MAX_COLUMNS];
  guint growing;                   /* source that looks for ends that came near, 0 */
  guint placing;                   /* the same, frame by frame, after other cards were made, 0 */
  guint frames;                    /* since then */
};

G_DEFINE_FINAL_TYPE (ZbWishWall, zb_wish_wall, ADW_TYPE_BIN)

/* The card that is, holds or stands in the row that is @widget. */
static ZbWishCard *
card_at (GtkWidget *widget)
{
  GtkWidget *card = widget != NULL ? gtk_widget_get_ancestor (widget, ZB_TYPE_WISH_CARD) : NULL;

  if (card == NULL && widget != NULL)
    card = gtk_widget_get_first_child (widget);
  return card != NULL && ZB_IS_WISH_CARD (card) ? ZB_WISH_CARD (card) : NULL;
}

gint64
zb_wish_wall_get_wish (ZbWishWall *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  ZbWishCard *card;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return 0;
  card = card_at (focus);
  return card != NULL && zb_wish_card_get_line (card) != NULL ? zb_wish_card_get_line (card)->id : 0;
}

static void
show_head (ZbWishWall *self, guint column)
{
  guint n_columns;
  const ZbWishColumn *columns = zb_wish_columns (&n_columns);
  guint n = self->places[column]->len;
  /* Translators: a column of the wall: %1$s its title, %2$u how many wishes stand in it */
  g_autofree char *text = g_strdup_printf (_("%1$s %2$u"), _(columns[column].title), n);

  gtk_label_set_label (self->heads[column], text);
  gtk_widget_set_visible (self->empty[column], n == 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->lists[column]), n > 0);
}

/* Cards */

static GtkAdjustment *
adjustment_of (ZbWishWall *self, guint column)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (self->lists[column])));
}

/* The first @n lines of a column have cards, the first @kept of which are there. */
static void
make_cards (ZbWishWall *self, guint column, guint kept, guint n)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint had = g_list_model_get_n_items (G_LIST_MODEL (self->stores[column]));

  for (guint i = kept; i < MIN (n, self->places[column]->len); i++)
    g_ptr_array_add (items, zb_wish_item_new (self->lines, g_array_index (self->places[column], guint, i)));
  g_list_store_splice (self->stores[column], kept, had - kept, items->pdata, items->len);
}

static gboolean
has_more (ZbWishWall *self, guint column)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->stores[column])) < self->places[column]->len;
}

static gboolean
is_end_near (ZbWishWall *self, guint column)
{
  GtkAdjustment *at = adjustment_of (self, column);
  double page = gtk_adjustment_get_page_size (at);

  return page > 0 && has_more (self, column) && gtk_adjustment_get_value (at) + page * (1 + PAGES_AHEAD) > gtk_adjustment_get_upper (at);
}

/* Where the cards there are do not fill a column nothing can be scrolled. */
static gboolean
is_unfilled (ZbWishWall *self, guint column)
{
  GtkAdjustment *at = adjustment_of (self, column);
  double page = gtk_adjustment_get_page_size (at);

  return page > 0 && has_more (self, column) && gtk_adjustment_get_upper (at) <= page;
}

/* Returns: whether a column for which @needs_more has got more cards */
static gboolean
grow_columns (ZbWishWall *self, gboolean (*needs_more) (ZbWishWall *self, guint column))
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stores[i]));

      if (!needs_more (self, i))
        continue;
      make_cards (self, i, n, n + MORE_CARDS);
      any = TRUE;
    }
  return any;
}

static gboolean
grow (gpointer user_data)
{
  ZbWishWall *self = user_data;

  self->growing = 0;
  grow_columns (self, is_end_near);
  return G_SOURCE_REMOVE;
}

static gboolean
fill_columns (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  ZbWishWall *self = ZB_WISH_WALL (widget);

  if (++self->frames < FRAMES_TO_PLACE)
    return G_SOURCE_CONTINUE;
  self->frames = 0;
  if (grow_columns (self, is_unfilled))
    return G_SOURCE_CONTINUE;
  self->placing = 0;
  return G_SOURCE_REMOVE;
}

/* Once the cards are placed: after others were made no adjustment needs to change that would tell it. */
static void
fill_soon (ZbWishWall *self)
{
  self->frames = 0;
  if (self->placing == 0)
    self->placing = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_columns, NULL, NULL);
}

static void
on_resized (ZbWishWall *self)
{
  for (guint i = 0; self->placing == 0 && i < self->n_columns; i++)
    if (is_unfilled (self, i))
      fill_soon (self);
}

/* Not at once: the list may be in the midst of placing its cards. */
static void
on_scrolled (ZbWishWall *self)
{
  for (guint i = 0; self->growing == 0 && i < self->n_columns; i++)
    if (is_end_near (self, i))
      self->growing = g_idle_add (grow, self);
}

void
zb_wish_wall_show (ZbWishWall *self, GPtrArray *lines)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_ptr_array_ref (lines);
  for (guint i = 0; i < self->n_columns; i++)
    g_array_set_size (self->places[i], 0);
  for (guint i = 0; i < lines->len; i++)
    {
      int column = zb_wish_column_of (((const ZbWishLine *) g_ptr_array_index (lines, i))->state);

      if (column >= 0 && column < (int) self->n_columns)
        g_array_append_val (self->places[column], i);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      /* Who has scrolled down stays there. */
      gboolean is_at_top = gtk_adjustment_get_value (adjustment_of (self, i)) <= 0;

      make_cards (self, i, 0, is_at_top ? FIRST_CARDS : MAX (FIRST_CARDS, g_list_model_get_n_items (G_LIST_MODEL (self->stores[i]))));
      show_head (self, i);
    }
  fill_soon (self);
}

/* Keys */

static int
column_with_focus (ZbWishWall *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->n_columns; i++)
    if (focus == self->lists[i] || gtk_widget_is_ancestor (focus, self->lists[i]))
      return (int) i;
  return -1;
}

/* The next column, that way, in which there is a card. */
static gboolean
go_beside (ZbWishWall *self, int by)
{
  for (int i = column_with_focus (self) + by; i >= 0 && i < (int) self->n_columns; i += by)
    if (g_list_model_get_n_items (G_LIST_MODEL (self->stores[i])) > 0)
      return gtk_widget_grab_focus (self->lists[i]);
  return FALSE;
}

gboolean
zb_wish_wall_key (ZbWishWall *self, guint key, GdkModifierType state)
{
  gboolean with_control = (state & GDK_CONTROL_MASK) != 0;
  gint64 wish = zb_wish_wall_get_wish (self);

  if ((key == GDK_KEY_End || key == GDK_KEY_KP_End) && column_with_focus (self) >= 0)
    {
      guint column = (guint) column_with_focus (self);

      /* The end is that of all of them; the list goes there by itself. */
      make_cards (self, column, g_list_model_get_n_items (G_LIST_MODEL (self->stores[column])), G_MAXUINT);
      return FALSE;
    }
  if ((state & GDK_ALT_MASK) != 0 || (key != GDK_KEY_Left && key != GDK_KEY_Right && key != GDK_KEY_KP_Left && key != GDK_KEY_KP_Right))
    return FALSE;
  if (!with_control)
    return go_beside (self, key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : 1);
  if (wish == 0 || key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return FALSE;
  zb_wish_move (GTK_WIDGET (self), self->registry, wish, -1);
  return TRUE;
}

static gboolean
on_key_pressed (ZbWishWall *self, guint key, guint code, GdkModifierType state)
{
  return zb_wish_wall_key (self, key, state);
}

static void
on_activate (GtkListView *list, guint position, ZbWishWall *self)
{
  g_autoptr(ZbWishItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (item != NULL)
    zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_wish, zb_wish_item_get_line (item)->id);
}

/* Dragging */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, ZbWishCard *card)
{
  const ZbWishLine *line = zb_wish_card_get_line (card);

  return line != NULL ? gdk_content_provider_new_typed (G_TYPE_INT64, line->id) : NULL;
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, ZbWishCard *card)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (card));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ZbWishWall *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "column"));

  zb_wish_move (GTK_WIDGET (self), self->registry, g_value_get_int64 (value), column);
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, ZbWishWall *self)
{
  GtkWidget *card = zb_wish_card_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), card, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), card, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (item, card);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ZbWishWall *self)
{
  zb_wish_card_show (ZB_WISH_CARD (gtk_list_item_get_child (item)), zb_wish_item_get_line (ZB_WISH_ITEM (gtk_list_item_get_item (item))));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, ZbWishWall *self)
{
  zb_wish_card_show (ZB_WISH_CARD (gtk_list_item_get_child (item)), NULL);
}

static GtkWidget *
list_new (ZbWishWall *self, guint column, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->stores[column]))));
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  list = gtk_list_view_new (model, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), FALSE);
  gtk_widget_add_css_class (list, "wish-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (on_activate), self, 0);
  return list;
}

static GtkWidget *
column_new (ZbWishWall *self, guint column, const ZbWishColumn *declared)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  self->stores[column] = g_list_store_new (ZB_TYPE_WISH_ITEM);
  self->places[column] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heads[column] = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heads[column], 0);
  gtk_label_set_wrap (self->heads[column], TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heads[column]), "heading");
  self->lists[column] = list_new (self, column, _(declared->title));
  self->empty[column] = gtk_label_new (_("None"));
  gtk_label_set_xalign (GTK_LABEL (self->empty[column]), 0);
  gtk_widget_add_css_class (self->empty[column], "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->lists[column]);
  gtk_widget_set_vexpand (scrolled, TRUE);
  g_signal_connect_object (adjustment_of (self, column), "changed", G_CALLBACK (on_resized), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment_of (self, column), "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heads[column]));
  gtk_box_append (GTK_BOX (box), self->empty[column]);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (box, "wish-column");
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (box, TRUE);
  g_object_set_data (G_OBJECT (box), "column", GINT_TO_POINTER ((int) column));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  return box;
}

static gboolean
zb_wish_wall_grab_focus (GtkWidget *widget)
{
  ZbWishWall *self = ZB_WISH_WALL (widget);

  for (guint i = 0; i < self->n_columns; i++)
    if (g_list_model_get_n_items (G_LIST_MODEL (self->stores[i])) > 0)
      return gtk_widget_grab_focus (self->lists[i]);
  return FALSE;
}

static void
zb_wish_wall_dispose (GObject *object)
{
  ZbWishWall *self = ZB_WISH_WALL (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_clear_object (&self->stores[i]);
      g_clear_pointer (&self->places[i], g_array_unref);
    }
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_wish_wall_parent_class)->dispose (object);
}

static void
zb_wish_wall_class_init (ZbWishWallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_wish_wall_dispose;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_wish_wall_grab_focus);
}

static void
zb_wish_wall_init (ZbWishWall *self)
{
}

GtkWidget *
zb_wish_wall_new (ZbRegistry *registry)
{
  ZbWishWall *self = g_object_new (ZB_TYPE_WISH_WALL, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const ZbWishColumn *columns = zb_wish_columns (&self->n_columns);

  self->registry = g_object_ref (registry);
  for (guint i = 0; i < self->n_columns; i++)
    gtk_box_append (GTK_BOX (box), column_new (self, i, &columns[i]));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  for (guint i = 0; i < self->n_columns; i++)
    show_head (self, i);
  return GTK_WIDGET (self);
}
