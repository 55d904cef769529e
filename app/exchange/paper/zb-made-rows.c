/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-made-rows.h"

#include <string.h>

struct _ZbMadeRows
{
  ZbSheet *sheet; /* (unowned): owns us */
  const ZbRowSource *source;
  GPtrArray *texts;   /* (owned): row by row */
  GPtrArray *numbers; /* (owned): 序号 of the row at hand */
  GArray *people;     /* (owned): id of the person whose row it is; 0, or too short, for none */
};

static void
rows_free (gpointer data)
{
  ZbMadeRows *self = data;

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->numbers);
  g_array_unref (self->people);
  g_free (self);
}

static const char *
number_text (ZbMadeRows *self, guint row)
{
  char *text = g_strdup_printf ("%u", row + 1);

  g_ptr_array_add (self->numbers, text);
  return text;
}

static const char *
text_of (ZbMadeRows *self, guint row, const char *column)
{
  const char *text = NULL;

  if (row >= zb_made_rows_size (self))
    return "";
  if (strcmp (column, "row") == 0)
    return number_text (self, row);
  for (guint i = 0; i < self->source->n_columns; i++)
    if (strcmp (self->source->columns[i].name, column) == 0)
      text = zb_made_rows_at (self, row, i);
  return text != NULL ? text : "";
}

static gboolean
rows_row (gpointer data, guint row, const char **out_cells, GError **error)
{
  ZbMadeRows *self = data;
  guint n = zb_sheet_n_columns (self->sheet), each = MAX (n / self->sheet->blocks, 1);

  g_ptr_array_set_size (self->numbers, 0);
  for (guint i = 0; i < n; i++)
    out_cells[i] = text_of (self, row * self->sheet->blocks + i / each, zb_sheet_column (self->sheet, i)->name);
  return TRUE;
}

/* Where rows stand side by side a line is nobody's. */
static gint64
rows_person (gpointer data, guint row)
{
  ZbMadeRows *self = data;

  return self->sheet->blocks == 1 && row < self->people->len ? g_array_index (self->people, gint64, row) : 0;
}

static const ZbSheetSource rows_source = { .row = rows_row, .free = rows_free, .person = rows_person };

ZbMadeRows *
zb_made_rows_new (ZbSheet *sheet, const ZbRowSource *source)
{
  ZbMadeRows *self = g_new0 (ZbMadeRows, 1);

  self->sheet = sheet;
  self->source = source;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->people = g_array_new (FALSE, TRUE, sizeof (gint64));
  zb_sheet_set_source (sheet, &rows_source, self, 0);
  return self;
}

char **
zb_made_rows_add (ZbMadeRows *self)
{
  guint before = self->texts->len;

  g_ptr_array_set_size (self->texts, (int) (before + self->source->n_columns));
  return (char **) &self->texts->pdata[before];
}

void
zb_made_rows_of (ZbMadeRows *self, gint64 person)
{
  g_array_set_size (self->people, zb_made_rows_size (self));
  g_array_index (self->people, gint64, self->people->len - 1) = person;
}

guint
zb_made_rows_size (const ZbMadeRows *self)
{
  return self->texts->len / self->source->n_columns;
}

const char *
zb_made_rows_at (const ZbMadeRows *self, guint row, guint column)
{
  return g_ptr_array_index (self->texts, row * self->source->n_columns + column);
}

char **
zb_made_rows_row (ZbMadeRows *self, guint row)
{
  return (char **) &self->texts->pdata[row * self->source->n_columns];
}

void
zb_made_rows_finish (ZbMadeRows *self)
{
  self->sheet->n_rows = (zb_made_rows_size (self) + self->sheet->blocks - 1) / self->sheet->blocks;
}
