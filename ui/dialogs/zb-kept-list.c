/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-kept-list.h"

#include "service/zb-words.h"

/* One row: a place in what is kept. Its words are made when it is seen: there may be a hundred thousand. */
#define ZB_TYPE_KEPT_ITEM (zb_kept_item_get_type ())
G_DECLARE_FINAL_TYPE (ZbKeptItem, zb_kept_item, ZB, KEPT_ITEM, GObject)

struct _ZbKeptItem
{
  GObject parent_instance;

  const ZbHistoryKept *kept; /* (unowned): of the list's rest */
};

G_DEFINE_FINAL_TYPE (ZbKeptItem, zb_kept_item, G_TYPE_OBJECT)

static void
zb_kept_item_class_init (ZbKeptItemClass *klass)
{
}

static void
zb_kept_item_init (ZbKeptItem *self)
{
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const ZbKeptItem *row = gtk_list_item_get_item (item);
  g_autofree char *title = zb_words_kept_title (row->kept);
  g_autofree char *why = zb_words_kept (row->kept);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), why);
}

void
zb_kept_list_fill (GtkListView *list, ZbHistoryRest *rest)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkNoSelection) selection = NULL;
  GListStore *store = g_list_store_new (ZB_TYPE_KEPT_ITEM);

  for (guint i = 0; i < rest->kept->len; i++)
    {
      ZbKeptItem *item = g_object_new (ZB_TYPE_KEPT_ITEM, NULL);

      item->kept = g_ptr_array_index (rest->kept, i);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  selection = gtk_no_selection_new (G_LIST_MODEL (store));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
  g_object_set_data_full (G_OBJECT (store), "zb-rest", rest, (GDestroyNotify) zb_history_rest_free);
}
