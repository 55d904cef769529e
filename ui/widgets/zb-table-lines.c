/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-body-private.h"

/* The row widgets of a table: which of them live, what they show, and in which order they stand. */

/* A text that is never cut makes its column so wide at most, in Chinese characters. */
#define MOST_CHARS 24

ZbTableLine *
zb_table_body_line_at (ZbTableBody *self, guint position)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->position == position)
        return line;
    }
  return NULL;
}

/* One line. */

static int
padding_of (ZbTableLine *line, guint i)
{
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (line->row));
  int padding;

  while (i-- > 0)
    cell = gtk_widget_get_next_sibling (cell);
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &padding, NULL, NULL, NULL);
  return padding;
}

/* How wide its column must be for a text that is not to be cut. */
static int
width_for (ZbTableBody *self, ZbTableLine *line, guint i, const char *text)
{
  int most = MOST_CHARS * self->font->character;
  int padding = padding_of (line, i);

  /* No letter is wider than a Chinese character: the exact measure is seldom needed. */
  if (MIN (g_utf8_strlen (text, -1) * self->font->character, most) + padding <= zb_table_columns_at (self->columns, i)->width)
    return 0;
  return MIN (zb_table_font_width (self->font, text), most) + padding;
}

void
zb_table_body_fill_line (ZbTableBody *self, ZbTableLine *line)
{
  for (guint i = 0; i < zb_table_columns_size (self->columns); i++)
    {
      const char *text = self->text (line->item, zb_table_columns_source (self->columns, i), self->text_data);

      zb_table_row_set_text (line->row, i, text != NULL ? text : "");
      if (text == NULL || (zb_table_columns_at (self->columns, i)->flags & ZB_TABLE_WHOLE) == 0)
        continue;
      if (i >= self->least_widths->len)
        g_array_set_size (self->least_widths, i + 1);
      g_array_index (self->least_widths, int, i) = MAX (g_array_index (self->least_widths, int, i), width_for (self, line, i, text));
    }
}

/* When all lines are filled: columns that grow have these allocated anew. */
void
zb_table_body_widen_columns (ZbTableBody *self)
{
  g_autoptr(GArray) widths = g_steal_pointer (&self->least_widths);

  self->least_widths = g_array_new (FALSE, TRUE, sizeof (int));
  for (guint i = 0; i < widths->len; i++)
    if (g_array_index (widths, int, i) > 0)
      zb_table_columns_widen (self->columns, i, g_array_index (widths, int, i));
}

static void
on_item_revised (GObject *item, GParamSpec *pspec, ZbTableBody *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->item == item)
        zb_table_body_fill_line (self, line);
    }
  zb_table_body_widen_columns (self);
}

void
zb_table_body_show_selected (ZbTableBody *self, ZbTableLine *line)
{
  zb_table_row_set_selected (line->row, gtk_selection_model_is_selected (self->model, line->position));
}

void
zb_table_body_release_line (ZbTableBody *self, ZbTableLine *line)
{
  if (line->item != NULL)
    g_signal_handlers_disconnect_by_func (line->item, on_item_revised, self);
  g_clear_object (&line->item);
  line->position = GTK_INVALID_LIST_POSITION;
}

static void
bind_line (ZbTableBody *self, ZbTableLine *line, guint position)
{
  zb_table_body_release_line (self, line);
  line->position = position;
  line->item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  g_signal_connect (line->item, "notify::revision", G_CALLBACK (on_item_revised), self);
  zb_table_body_fill_line (self, line);
  zb_table_body_show_selected (self, line);
}

ZbTableLine *
zb_table_body_make_line (ZbTableBody *self)
{
  ZbTableLine *line = g_new0 (ZbTableLine, 1);

  line->position = GTK_INVALID_LIST_POSITION;
  line->row = zb_table_row_new (self->columns, self->font);
  zb_table_row_set_view (line->row, 0, self->page_width);
  gtk_widget_insert_before (GTK_WIDGET (line->row), GTK_WIDGET (self), NULL);
  return line;
}

/* All lines. */

/* The positions in sight; before there is room, that of the row that shall have the keys. */
void
zb_table_body_find_sight (ZbTableBody *self, guint *out_first, guint *out_n)
{
  guint size = zb_table_body_size (self);
  int top, end;

  *out_first = *out_n = 0;
  if (size == 0 || self->along == NULL)
    return;
  if (self->page_height <= 0 || self->row_height <= 0)
    {
      *out_first = self->cursor < size ? self->cursor : 0;
      *out_n = self->cursor < size;
      return;
    }
  top = (int) CLAMP (gtk_adjustment_get_value (self->along), 0, MAX (0, (double) size * self->row_height - self->page_height));
  end = MIN ((top + self->page_height - 1) / self->row_height + 1, (int) size);
  *out_first = (guint) (top / self->row_height);
  *out_n = (guint) end - *out_first;
}

/* A line that shows nothing that is wanted: one that went out of sight, else a hidden one, else a new one. */
static ZbTableLine *
take_free_line (ZbTableBody *self, GPtrArray *old)
{
  ZbTableLine *line;

  for (guint i = 0; i < old->len; i++)
    if (g_ptr_array_index (old, i) != NULL)
      {
        line = g_ptr_array_index (old, i);
        old->pdata[i] = NULL;
        return line;
      }
  if (self->spare->len == 0)
    return zb_table_body_make_line (self);
  line = g_ptr_array_steal_index (self->spare, self->spare->len - 1);
  gtk_widget_set_visible (GTK_WIDGET (line->row), TRUE);
  return line;
}

static void
hide_rest (ZbTableBody *self, GPtrArray *old)
{
  for (guint i = 0; i < old->len; i++)
    if (g_ptr_array_index (old, i) != NULL)
      {
        ZbTableLine *line = g_ptr_array_index (old, i);

        zb_table_body_release_line (self, line);
        gtk_widget_set_visible (GTK_WIDGET (line->row), FALSE);
        /* Behind those in sight, so that these stand in their order. */
        gtk_widget_insert_before (GTK_WIDGET (line->row), GTK_WIDGET (self), NULL);
        g_ptr_array_add (self->spare, line);
      }
}

/* Takes out of @old the lines that stay, each at its place in the new ones. */
static void
keep_lines (ZbTableBody *self, GPtrArray *old, guint first, guint n)
{
  g_ptr_array_set_size (self->lines, (int) n);
  for (guint i = 0; i < n; i++)
    self->lines->pdata[i] = NULL;
  for (guint i = 0; i < old->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (old, i);

      if (line->position < first || line->position - first >= n)
        continue;
      self->lines->pdata[line->position - first] = line;
      old->pdata[i] = NULL;
    }
}

/* The row with the keys lives on when it is scrolled out of sight. */
static void
keep_focused (ZbTableBody *self, GPtrArray *old, guint first)
{
  for (guint i = 0; i < old->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (old, i);

      if (line == NULL || line->position == GTK_INVALID_LIST_POSITION || !gtk_widget_is_focus (GTK_WIDGET (line->row)))
        continue;
      g_ptr_array_insert (self->lines, line->position < first ? 0 : -1, line);
      old->pdata[i] = NULL;
      return;
    }
}

void
zb_table_body_update_lines (ZbTableBody *self)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->lines);
  GtkWidget *before = NULL;
  guint first, n, skip;

  zb_table_body_find_sight (self, &first, &n);
  self->lines = g_ptr_array_sized_new (n + 1);
  keep_lines (self, old, first, n);
  keep_focused (self, old, first);
  skip = n > 0 && self->lines->len > n && g_ptr_array_index (self->lines, 0) != NULL
         && ((ZbTableLine *) g_ptr_array_index (self->lines, 0))->position < first;
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      if (line == NULL)
        {
          line = self->lines->pdata[i] = take_free_line (self, old);
          bind_line (self, line, first + i - skip);
          if (gtk_widget_get_prev_sibling (GTK_WIDGET (line->row)) != before)
            gtk_widget_insert_after (GTK_WIDGET (line->row), GTK_WIDGET (self), before);
        }
      before = GTK_WIDGET (line->row);
    }
  hide_rest (self, old);
  zb_table_body_widen_columns (self);
}

void
zb_table_body_free_lines (ZbTableBody *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (lines, i);

      zb_table_body_release_line (self, line);
      gtk_widget_unparent (GTK_WIDGET (line->row));
      g_free (line);
    }
  g_ptr_array_set_size (lines, 0);
}
