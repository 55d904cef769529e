/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-columns.h"

#include <string.h>

/* No column vanishes: what is left of it can be taken hold of. */
#define MIN_WIDTH 32

typedef struct {
  ZbTableColumn column; /* its texts are owned */
  guint source;
  int least;            /* never narrower */
} Column;

struct _ZbTableColumns
{
  GObject parent_instance;

  GArray *columns;      /* (owned) (element-type Column) */
  const char *sorted;   /* (nullable): interned */
  gboolean descending;
};

enum { CHANGED, RESIZED, SORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbTableColumns, zb_table_columns, G_TYPE_OBJECT)

static Column *
column_at (ZbTableColumns *self, guint i)
{
  return &g_array_index (self->columns, Column, i);
}

static void
clear_column (gpointer data)
{
  Column *one = data;

  g_free ((char *) one->column.id);
  g_free ((char *) one->column.label);
}

static void
zb_table_columns_finalize (GObject *object)
{
  g_array_unref (ZB_TABLE_COLUMNS (object)->columns);
  G_OBJECT_CLASS (zb_table_columns_parent_class)->finalize (object);
}

static void
zb_table_columns_class_init (ZbTableColumnsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_table_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_table_columns_init (ZbTableColumns *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
}

ZbTableColumns *
zb_table_columns_new (void)
{
  return g_object_new (ZB_TYPE_TABLE_COLUMNS, NULL);
}

void
zb_table_columns_set (ZbTableColumns *self, const ZbTableColumn *columns, guint n_columns)
{
  g_return_if_fail (ZB_IS_TABLE_COLUMNS (self));

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      Column one = { .column = columns[i], .source = i, .least = MIN_WIDTH };

      one.column.id = g_strdup (columns[i].id);
      one.column.label = g_strdup (columns[i].label);
      one.column.width = MAX (columns[i].width, MIN_WIDTH);
      g_array_append_val (self->columns, one);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
zb_table_columns_size (ZbTableColumns *self)
{
  return self->columns->len;
}

const ZbTableColumn *
zb_table_columns_at (ZbTableColumns *self, guint i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);

  return &column_at (self, i)->column;
}

guint
zb_table_columns_source (ZbTableColumns *self, guint i)
{
  g_return_val_if_fail (i < self->columns->len, 0);

  return column_at (self, i)->source;
}

int
zb_table_columns_find (ZbTableColumns *self, const char *id)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (column_at (self, i)->column.id, id) == 0)
      return (int) i;
  return -1;
}

int
zb_table_columns_x (ZbTableColumns *self, guint i)
{
  int x = 0;

  for (guint j = 0; j < MIN (i, self->columns->len); j++)
    x += column_at (self, j)->column.width;
  return x;
}

int
zb_table_columns_width (ZbTableColumns *self)
{
  return zb_table_columns_x (self, self->columns->len);
}

int
zb_table_columns_resize (ZbTableColumns *self, guint i, int width)
{
  Column *one;

  g_return_val_if_fail (i < self->columns->len, 0);

  one = column_at (self, i);
  width = MAX (width, one->least);
  if (width != one->column.width)
    {
      one->column.width = width;
      g_signal_emit (self, signals[RESIZED], 0);
    }
  return width;
}

void
zb_table_columns_widen (ZbTableColumns *self, guint i, int width)
{
  g_return_if_fail (i < self->columns->len);

  if (width <= column_at (self, i)->least)
    return;
  column_at (self, i)->least = width;
  zb_table_columns_resize (self, i, column_at (self, i)->column.width);
}

void
zb_table_columns_move (ZbTableColumns *self, guint from, guint to)
{
  Column one;

  g_return_if_fail (from < self->columns->len && to < self->columns->len);

  if (from == to)
    return;
  one = *column_at (self, from);
  /* Taken out by hand: the array would free its texts. */
  if (from < to)
    memmove (column_at (self, from), column_at (self, from + 1), (to - from) * sizeof one);
  else
    memmove (column_at (self, to + 1), column_at (self, to), (from - to) * sizeof one);
  *column_at (self, to) = one;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
zb_table_columns_sort (ZbTableColumns *self, const char *id, gboolean descending)
{
  g_return_if_fail (ZB_IS_TABLE_COLUMNS (self));

  id = g_intern_string (id);
  if (self->sorted == id && self->descending == !!descending)
    return;
  self->sorted = id;
  self->descending = !!descending;
  g_signal_emit (self, signals[SORTED], 0);
}

const char *
zb_table_columns_sorted (ZbTableColumns *self, gboolean *out_descending)
{
  if (out_descending != NULL)
    *out_descending = self->descending;
  return self->sorted;
}
