/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-filling.h"

#include <string.h>

const ZbMarkMeaning *
zb_filling_meaning (const ZbTemplateData *data, const ZbMark *mark)
{
  const ZbMarkMeaning *meaning = mark->is_closed && mark->format != ZB_MARK_NO_FORMAT ? g_hash_table_lookup (data->meanings, mark->label) : NULL;

  return meaning != NULL && meaning->role != ZB_MARK_STAYS ? meaning : NULL;
}

gboolean
zb_filling_is_of_row (const ZbTemplateData *data, const ZbMark *mark)
{
  const ZbMarkMeaning *meaning = zb_filling_meaning (data, mark);

  return meaning != NULL && meaning->role == ZB_MARK_OF_ROW && mark->format != ZB_MARK_JOINED;
}

static char *
formatted (const char *text, ZbMarkFormat format)
{
  return format == ZB_MARK_SPREAD ? zb_mark_spread (text) : zb_mark_date (text, format);
}

/* Everybody, in one line. */
static char *
joined (const ZbTemplateData *data, guint column, ZbMarkFormat format)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < data->n_rows; row++)
    {
      const char *text = data->cells[(gsize) row * data->n_columns + column].text;
      g_autofree char *shown = *text != '\0' ? formatted (text, format) : NULL;

      if (shown != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", shown);
    }
  return g_string_free (out, FALSE);
}

char *
zb_filling_value (const ZbTemplateData *data, const ZbMark *mark, int row, ZbValueKind *out_kind)
{
  const ZbMarkMeaning *meaning = zb_filling_meaning (data, mark);
  ZbMarkFormat format;
  ZbValue value = { ZB_VALUE_TEXT, "" };

  if (meaning == NULL)
    return NULL;
  format = mark->format != ZB_MARK_PLAIN && mark->format != ZB_MARK_JOINED ? mark->format : meaning->format;
  if (meaning->role == ZB_MARK_OF_LIST)
    value = g_array_index (data->facts, ZbValue, meaning->index);
  else if (row < 0 && data->n_rows != 1)
    {
      if (out_kind != NULL)
        *out_kind = ZB_VALUE_TEXT;
      return joined (data, meaning->index, format);
    }
  else if ((guint) MAX (row, 0) < data->n_rows)
    value = data->cells[(gsize) MAX (row, 0) * data->n_columns + meaning->index];
  if (out_kind != NULL)
    *out_kind = mark->format == ZB_MARK_PLAIN ? value.kind : ZB_VALUE_TEXT;
  /* A cell that is made for it gets the value itself. */
  return out_kind != NULL && *out_kind != ZB_VALUE_TEXT ? g_strdup (value.text) : formatted (value.text, format);
}

static char *
key_of (const ZbMark *mark)
{
  return g_strdup_printf ("%s|%d", mark->label, mark->format);
}

guint
zb_filling_number (GArray *marks)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint most = 1, times = 0;
  gboolean is_told = FALSE, is_even = TRUE;
  GHashTableIter iter;
  gpointer count;

  for (guint i = 0; i < marks->len; i++)
    {
      ZbPlacedMark *placed = &g_array_index (marks, ZbPlacedMark, i);
      char *key = key_of (placed->mark);

      is_told = is_told || placed->mark->number > 0;
      most = MAX (most, placed->mark->number);
      placed->number = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (placed->number));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    {
      is_even = is_even && (times == 0 || times == GPOINTER_TO_UINT (count));
      times = GPOINTER_TO_UINT (count);
    }
  if (!is_told && is_even)
    return MAX (times, 1);
  for (guint i = 0; i < marks->len; i++)
    {
      ZbPlacedMark *placed = &g_array_index (marks, ZbPlacedMark, i);

      placed->number = is_told ? MAX (placed->mark->number, 1) : 1;
    }
  return most;
}

ZbFillingOrder
zb_filling_order (guint n_people, const gint64 *numbers, guint n, guint n_rows, guint *out_copies)
{
  ZbFillingOrder order = { n_people, 0, 0 };
  guint each = MAX ((n_rows + n_people - 1) / n_people, 1);
  gboolean runs_down = n_people > 1 && n == n_people && numbers[1] - numbers[0] > 1 && numbers[1] - numbers[0] <= G_MAXINT16;

  for (guint i = 2; runs_down && i < n; i++)
    runs_down = numbers[i] - numbers[i - 1] == numbers[1] - numbers[0];
  if (runs_down)
    {
      order.down_before = (guint) (numbers[1] - numbers[0]);
      order.down = MAX (order.down_before, each);
    }
  *out_copies = runs_down ? CLAMP (n_rows, 1, order.down) : each;
  return order;
}

int
zb_filling_person (const ZbFillingOrder *order, guint copy, guint number)
{
  return order->down > 0 ? (int) ((number - 1) * order->down + copy) : (int) (copy * order->n_people + number - 1);
}

gint64
zb_filling_counted (const ZbFillingOrder *order, gint64 number, gint64 first, gint64 step, guint copy)
{
  gint64 column = order->down_before > 0 ? (number - first) / order->down_before : 0;

  return number + copy * step + column * (gint64) (order->down - order->down_before);
}
