/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-screen.h"

#include <glib/gi18n.h>

#include "core/zb-kind.h"
#include "widgets/zb-big-screen.h"
#include "widgets/zb-big-text.h"

#define N_ROWS 2
#define N_COLUMNS 3
#define N_CARDS (N_ROWS * N_COLUMNS)

typedef struct {
  GtkWidget *box;
  ZbBigText *number;
  ZbBigText *title;
  ZbBigText *whom;
} Card;

struct _ZbWishScreen
{
  GtkWindow parent_instance;

  GPtrArray *lines; /* (owned) (element-type ZbWishLine, borrowed from @all) */
  GPtrArray *all;   /* (owned) */
  guint first;

  ZbBigText *head;
  ZbBigText *keys;
  Card cards[N_CARDS];
};

G_DEFINE_FINAL_TYPE (ZbWishScreen, zb_wish_screen, GTK_TYPE_WINDOW)

static void
show_card (Card *card, const ZbWishLine *line)
{
  g_autofree char *whom = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_opacity (card->box, line != NULL ? 1 : 0);
  if (line == NULL)
    {
      zb_big_text_set_text (card->title, "");
      return;
    }
  title = line->quantity > 1 ? g_strdup_printf (_("%1$s (%2$u left)"), line->title, (guint) line->left) : g_strdup (line->title);
  whom = line->community != NULL ? g_strdup_printf ("%s · %s", line->alias, line->community) : g_strdup (line->alias);
  zb_big_text_set_text (card->number, line->number != NULL ? line->number : "");
  zb_big_text_set_text (card->title, title);
  zb_big_text_set_text (card->whom, whom);
}

static void
show (ZbWishScreen *self)
{
  guint n_pages = MAX (1, (self->lines->len + N_CARDS - 1) / N_CARDS);
  g_autofree char *head = g_strdup_printf (ngettext ("Small Wishes: %u to be claimed", "Small Wishes: %u to be claimed", self->lines->len), self->lines->len);
  g_autofree char *place = g_strdup_printf ("%u / %u", self->first / N_CARDS + 1, n_pages);

  zb_big_text_set_text (self->head, head);
  zb_big_text_set_text (self->keys, self->first == 0 ? _("Space goes on · Backspace goes back · Escape leaves") : place);
  for (guint i = 0; i < N_CARDS; i++)
    show_card (&self->cards[i], self->first + i < self->lines->len ? g_ptr_array_index (self->lines, self->first + i) : NULL);
}

static void
go_to (ZbWishScreen *self, gint64 page)
{
  gint64 last = self->lines->len == 0 ? 0 : (self->lines->len - 1) / N_CARDS;

  self->first = (guint) (CLAMP (page, 0, last) * N_CARDS);
  show (self);
}

gboolean
zb_wish_screen_key (ZbWishScreen *self, guint key)
{
  gint64 page = self->first / N_CARDS;

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_space: case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_Right: case GDK_KEY_Down: case GDK_KEY_Page_Down:
      go_to (self, page + 1);
      return TRUE;
    case GDK_KEY_BackSpace: case GDK_KEY_Left: case GDK_KEY_Up: case GDK_KEY_Page_Up:
      go_to (self, page - 1);
      return TRUE;
    case GDK_KEY_Home: go_to (self, 0); return TRUE;
    case GDK_KEY_End: go_to (self, G_MAXINT); return TRUE;
    case GDK_KEY_Escape: case GDK_KEY_F11: gtk_window_close (GTK_WINDOW (self)); return TRUE;
    default: return FALSE;
    }
}

static gboolean
on_key_pressed (ZbWishScreen *self, guint key, guint code, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && zb_wish_screen_key (self, key);
}

static void
zb_wish_screen_finalize (GObject *object)
{
  ZbWishScreen *self = ZB_WISH_SCREEN (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_wish_screen_parent_class)->finalize (object);
}

static void
zb_wish_screen_class_init (ZbWishScreenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_wish_screen_finalize;
}

static ZbBigText *
text_new (GtkWidget *grid, int row, int column, int width, int height, double share, const char *style)
{
  GtkWidget *text = zb_big_text_new (share);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_add_css_class (text, style);
  gtk_grid_attach (GTK_GRID (grid), text, column, row, width, height);
  return ZB_BIG_TEXT (text);
}

static void
make_card (Card *card, GtkWidget *grid, int row, int column)
{
  card->box = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (card->box), TRUE);
  gtk_widget_add_css_class (card->box, "wish-screen-card");
  gtk_widget_set_hexpand (card->box, TRUE);
  card->number = text_new (card->box, 0, 0, 1, 1, 0.8, "number");
  card->title = text_new (card->box, 1, 0, 1, 3, 0.34, "title");
  card->whom = text_new (card->box, 4, 0, 1, 1, 0.8, "whom");
  gtk_grid_attach (GTK_GRID (grid), card->box, column, row, 1, 6);
}

static void
zb_wish_screen_init (ZbWishScreen *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  self->head = text_new (grid, 0, 0, N_COLUMNS, 2, 0.6, "head");
  for (int i = 0; i < N_CARDS; i++)
    make_card (&self->cards[i], grid, 2 + i / N_COLUMNS * 6, i % N_COLUMNS);
  self->keys = text_new (grid, 2 + N_ROWS * 6, 0, N_COLUMNS, 1, 0.5, "quiet");
  gtk_widget_add_css_class (grid, "wish-screen");
  gtk_window_set_child (GTK_WINDOW (self), grid);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWindow *
zb_wish_screen_present (GtkWidget *from, GPtrArray *lines)
{
  ZbWishScreen *self = g_object_new (ZB_TYPE_WISH_SCREEN, "title", _("Small Wishes"), NULL);

  self->all = g_ptr_array_ref (lines);
  self->lines = g_ptr_array_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbWishLine *line = g_ptr_array_index (lines, i);

      if (line->state >= 0 && g_strcmp0 (zb_kind_wish.states[line->state], "published") == 0)
        g_ptr_array_add (self->lines, (gpointer) line);
    }
  show (self);
  zb_big_screen_present (GTK_WINDOW (self), from);
  return GTK_WINDOW (self);
}
