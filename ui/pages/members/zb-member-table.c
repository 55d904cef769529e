/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-member-table.h"

#include <glib/gi18n.h>

#include "shell/zb-settings.h"
#include "widgets/zb-table.h"

struct _ZbMemberTable
{
  GtkWidget parent_instance;

  ZbMemberModel *model;         /* (owned) */
  ZbMemberSelection *selection; /* (owned) */
  char **fields;                /* (owned): as their columns stand */

  GtkWidget *scrolled;
  ZbTable *table;
};

enum {
  ACTIVATED,
  MENU,
  SELECTION_CHANGED,
  ORDER_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbMemberTable, zb_member_table, GTK_TYPE_WIDGET)

gboolean
zb_member_column_offered (const ZbField *field)
{
  return (field->flags & ZB_FIELD_HIDDEN) == 0;
}

/* The older a person the earlier the date of birth, and the longest standing comes first: their headers run the other way. */
static gboolean
runs_backwards (const char *field)
{
  return g_str_equal (field, "age") || g_str_equal (field, "standing");
}

/* The order that a click on the header of a field means. */
static ZbMemberOrder
order_of (const char *field)
{
  return g_str_equal (field, "age") ? ZB_ORDER_BIRTH : zb_member_order_by (zb_kind_field (&zb_kind_member, field));
}

static const char *
text_of (gpointer row, guint source, gpointer user_data)
{
  return zb_member_row_cell (row, source);
}

/* Columns. */

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
  g_auto(GStrv) clean = clean_fields (fields);
  g_autofree ZbTableColumn *columns = g_new0 (ZbTableColumn, g_strv_length (clean));
  guint n;

  for (n = 0; clean[n] != NULL; n++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, clean[n]);

      columns[n] = (ZbTableColumn) { field->name, _(field->label), field->width,
                                     zb_settings_get_width ("members-column-widths", field->name),
                                     ZB_TABLE_SORTABLE };
      /* Names of people are never cut. */
      if (g_str_equal (field->name, "name"))
        columns[n].flags |= ZB_TABLE_WHOLE | ZB_TABLE_NAMES_ROW;
    }
  zb_member_model_set_fields (self->model, (const char *const *) clean);
  zb_table_set_columns (self->table, columns, n);
}

/* The fields as their columns stand now. */
static void
keep_fields (ZbMemberTable *self)
{
  ZbTableColumns *columns = zb_table_get_columns (self->table);
  guint n = zb_table_columns_size (columns);

  g_strfreev (self->fields);
  self->fields = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->fields[i] = g_strdup (zb_table_columns_at (columns, i)->id);
  zb_settings_set_strv ("members-columns", (const char *const *) self->fields);
}

void
zb_member_table_set_columns (ZbMemberTable *self, const char *const *fields)
{
  const ZbMemberQuery *query = zb_member_model_query (self->model);

  rebuild (self, fields);
  keep_fields (self);
  if (query != NULL)
    zb_member_table_show_order (self, query->order, query->descending);
}

const char *const *
zb_member_table_get_columns (ZbMemberTable *self)
{
  return (const char *const *) self->fields;
}

static void
on_column_resized (ZbMemberTable *self, const char *column, int width)
{
  zb_settings_set_width ("members-column-widths", column, width);
}

static void
on_columns_moved (ZbMemberTable *self)
{
  keep_fields (self);
}

/* Order. */

static void
on_sort_chosen (ZbMemberTable *self, const char *column, gboolean descending)
{
  zb_table_show_sort (self->table, column, descending);
  g_signal_emit (self, signals[ORDER_CHOSEN], 0, (guint) order_of (column), descending != runs_backwards (column));
}

void
zb_member_table_show_order (ZbMemberTable *self, ZbMemberOrder order, gboolean descending)
{
  for (guint i = 0; self->fields[i] != NULL; i++)
    if (order_of (self->fields[i]) == order)
      {
        zb_table_show_sort (self->table, self->fields[i], descending != runs_backwards (self->fields[i]));
        return;
      }
  zb_table_show_sort (self->table, NULL, FALSE);
}

/* Moving about. */

void
zb_member_table_go_to (ZbMemberTable *self, gint64 id)
{
  gint position = zb_member_model_find (self->model, id);

  if (position >= 0)
    zb_table_put_cursor (self->table, (guint) position);
}

void
zb_member_table_focus (ZbMemberTable *self)
{
  zb_table_focus_rows (self->table);
}

static void
on_activate (ZbMemberTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, zb_member_model_id_at (self->model, position));
}

static void
on_menu (ZbMemberTable *self, int x, int y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
on_selection_changed (ZbMemberTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
zb_member_table_dispose (GObject *object)
{
  ZbMemberTable *self = ZB_MEMBER_TABLE (object);

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
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHOSEN] = g_signal_new ("order-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                        G_TYPE_UINT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zb_member_table_init (ZbMemberTable *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->table = ZB_TABLE (zb_table_new (_("Members")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->table, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect_swapped (self->table, "sort-chosen", G_CALLBACK (on_sort_chosen), self);
  g_signal_connect_swapped (self->table, "column-resized", G_CALLBACK (on_column_resized), self);
  g_signal_connect_swapped (self->table, "columns-moved", G_CALLBACK (on_columns_moved), self);
}

GtkWidget *
zb_member_table_new (ZbRegistry *registry)
{
  ZbMemberTable *self = g_object_new (ZB_TYPE_MEMBER_TABLE, NULL);
  g_auto(GStrv) wanted = zb_settings_get_strv ("members-columns", zb_kind_member.list_columns);

  self->fields = clean_fields ((const char *const *) wanted);
  self->model = zb_member_model_new (registry, (const char *const *) self->fields);
  self->selection = zb_member_selection_new (self->model);
  rebuild (self, (const char *const *) wanted);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  zb_table_set_model (self->table, GTK_SELECTION_MODEL (self->selection), text_of, NULL);
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
