/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-table-body-private.h"

G_DEFINE_FINAL_TYPE (ZbTableBody, zb_table_body, GTK_TYPE_WIDGET)

guint
zb_table_body_size (ZbTableBody *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

gboolean
zb_table_body_has_keys (ZbTableBody *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
configure (ZbTableBody *self, double value)
{
  double upper = MAX ((double) zb_table_body_size (self) * self->row_height, self->page_height);

  if (self->along == NULL || self->page_height <= 0)
    return;
  value = CLAMP (value, 0, upper - self->page_height);
  gtk_adjustment_configure (self->along, value, 0, upper, self->page_height * 0.1, self->page_height * 0.9, self->page_height);
}

static void
on_scrolled (ZbTableBody *self)
{
  zb_table_body_update_lines (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The height of all rows is that of one; the topmost stays where it is when that changes. */
static void
measure_rows (ZbTableBody *self)
{
  int old = self->row_height;
  ZbTableLine *line;

  if (self->lines->len > 0)
    line = g_ptr_array_index (self->lines, 0);
  else if (old > 0)
    return;
  else
    {
      if (self->spare->len == 0)
        g_ptr_array_add (self->spare, zb_table_body_make_line (self));
      line = g_ptr_array_index (self->spare, 0);
      gtk_widget_set_visible (GTK_WIDGET (line->row), TRUE);
    }
  gtk_widget_measure (GTK_WIDGET (line->row), GTK_ORIENTATION_VERTICAL, -1, NULL, &self->row_height, NULL, NULL);
  if (self->lines->len == 0)
    gtk_widget_set_visible (GTK_WIDGET (line->row), FALSE);
  if (old > 0 && old != self->row_height)
    configure (self, gtk_adjustment_get_value (self->along) / old * self->row_height);
}

/* The model. */

static guint
position_after (guint position, guint at, guint removed, guint added)
{
  if (position == GTK_INVALID_LIST_POSITION || position < at)
    return position;
  return position >= at + removed ? position + added - removed : GTK_INVALID_LIST_POSITION;
}

/* What is in sight stays there when rows above come or go. */
static void
keep_in_sight (ZbTableBody *self, guint at, guint removed, guint added)
{
  double value = self->along != NULL ? gtk_adjustment_get_value (self->along) : 0;
  guint top = self->row_height > 0 ? (guint) value / (guint) self->row_height : 0;

  if (self->along == NULL)
    return;
  if (at < top)
    value += ((double) added - MIN (removed, top - at)) * self->row_height;
  configure (self, value);
}

static void
on_items_changed (ZbTableBody *self, guint at, guint removed, guint added)
{
  gboolean had_keys = zb_table_body_has_keys (self);
  guint size = zb_table_body_size (self);
  guint cursor = self->cursor;

  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      line->position = position_after (line->position, at, removed, added);
      if (line->position == GTK_INVALID_LIST_POSITION)
        zb_table_body_release_line (self, line);
    }
  self->anchor = position_after (self->anchor, at, removed, added);
  self->cursor = position_after (self->cursor, at, removed, added);
  if (cursor != GTK_INVALID_LIST_POSITION && self->cursor == GTK_INVALID_LIST_POSITION && size > 0)
    self->cursor = MIN (cursor, size - 1);
  keep_in_sight (self, at, removed, added);
  zb_table_body_update_lines (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* Its row went away: the keys go to the one that stands there now. */
  if (had_keys && cursor != self->cursor && self->cursor != GTK_INVALID_LIST_POSITION && self->page_height > 0)
    zb_table_body_go_to (self, self->cursor, FALSE, FALSE, FALSE);
}

static void
on_selection_changed (ZbTableBody *self, guint position, guint n)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      if (line->position >= position && line->position - position < n)
        zb_table_body_show_selected (self, line);
    }
}

/* The columns. */

static void
on_columns_changed (ZbTableBody *self)
{
  for (guint i = 0; i < self->spare->len; i++)
    zb_table_row_columns_changed (((ZbTableLine *) g_ptr_array_index (self->spare, i))->row);
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      zb_table_row_columns_changed (line->row);
      zb_table_body_fill_line (self, line);
    }
  zb_table_body_widen_columns (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_columns_resized (ZbTableBody *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_queue_resize (GTK_WIDGET (((ZbTableLine *) g_ptr_array_index (self->lines, i))->row));
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_queue_resize (GTK_WIDGET (((ZbTableLine *) g_ptr_array_index (self->spare, i))->row));
}

/* The widget. */

static void
zb_table_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = zb_table_columns_width (self->columns);
  else
    {
      *minimum = 0;
      *natural = (int) MIN ((gint64) zb_table_body_size (self) * MAX (self->row_height, self->font->height), G_MAXINT / 4);
    }
}

/* Less room below, as when a bar comes up there: the row where the keys are is not to go under it. */
static void
keep_cursor_in_sight (ZbTableBody *self, int page_before)
{
  double value = gtk_adjustment_get_value (self->along);
  double top = (double) self->cursor * self->row_height;

  if (self->page_height < page_before && self->cursor < zb_table_body_size (self)
      && top >= value && top + self->row_height <= value + page_before)
    zb_table_body_scroll_to (self, self->cursor);
}

static void
zb_table_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);
  int x = self->across != NULL ? (int) gtk_adjustment_get_value (self->across) : 0;
  int page_before = self->page_height;
  int wide, y;

  self->page_width = width;
  self->page_height = height;
  g_signal_handlers_block_by_func (self->along, on_scrolled, self);
  measure_rows (self);
  keep_cursor_in_sight (self, page_before);
  configure (self, gtk_adjustment_get_value (self->along));
  if (self->wanted != GTK_INVALID_LIST_POSITION)
    zb_table_body_scroll_to (self, self->wanted);
  self->wanted = GTK_INVALID_LIST_POSITION;
  g_signal_handlers_unblock_by_func (self->along, on_scrolled, self);
  zb_table_body_update_lines (self);
  wide = MAX (width, zb_table_columns_width (self->columns));
  y = (int) gtk_adjustment_get_value (self->along);
  for (guint i = 0; i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);
      GtkAllocation place = { -x, (int) line->position * self->row_height - y, wide, self->row_height };

      zb_table_row_set_view (line->row, x, width);
      gtk_widget_measure (GTK_WIDGET (line->row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (line->row), &place, -1);
    }
}

static void
look_at_font (ZbTableBody *self)
{
  if (self->font == NULL || !zb_table_font_update (self->font))
    return;
  if (self->lines->len == 0)
    self->row_height = 0;
  for (guint i = 0; i < self->lines->len; i++)
    zb_table_row_font_changed (((ZbTableLine *) g_ptr_array_index (self->lines, i))->row);
  for (guint i = 0; i < self->spare->len; i++)
    zb_table_row_font_changed (((ZbTableLine *) g_ptr_array_index (self->spare, i))->row);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
zb_table_body_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (zb_table_body_parent_class)->css_changed (widget, change);
  look_at_font (ZB_TABLE_BODY (widget));
}

static void
zb_table_body_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (zb_table_body_parent_class)->system_setting_changed (widget, setting);
  look_at_font (ZB_TABLE_BODY (widget));
}

/* One stop for Tab: the row where the keys were last. */
static gboolean
zb_table_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !zb_table_body_has_keys (ZB_TABLE_BODY (widget)) && gtk_widget_grab_focus (widget);
}

static gboolean
zb_table_body_grab_focus (GtkWidget *widget)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);
  guint first, n;

  zb_table_body_find_sight (self, &first, &n);
  return zb_table_body_go_to (self, self->cursor < zb_table_body_size (self) ? self->cursor : first, FALSE, FALSE, FALSE);
}

static void
zb_table_body_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  ZbTableBody *self = ZB_TABLE_BODY (widget);

  GTK_WIDGET_CLASS (zb_table_body_parent_class)->set_focus_child (widget, child);
  for (guint i = 0; child != NULL && i < self->lines->len; i++)
    {
      ZbTableLine *line = g_ptr_array_index (self->lines, i);

      if (GTK_WIDGET (line->row) == child)
        self->cursor = line->position;
    }
}

static void
zb_table_body_dispose (GObject *object)
{
  ZbTableBody *self = ZB_TABLE_BODY (object);

  zb_table_body_free_lines (self, self->lines);
  zb_table_body_free_lines (self, self->spare);
  zb_table_body_set_model (self, NULL);
  zb_table_body_set_adjustments (self, NULL, NULL);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  G_OBJECT_CLASS (zb_table_body_parent_class)->dispose (object);
}

static void
zb_table_body_finalize (GObject *object)
{
  ZbTableBody *self = ZB_TABLE_BODY (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->spare);
  g_array_unref (self->least_widths);
  zb_table_font_free (self->font);
  G_OBJECT_CLASS (zb_table_body_parent_class)->finalize (object);
}

static void
zb_table_body_class_init (ZbTableBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_table_body_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_table_body_finalize;
  widget_class->measure = zb_table_body_measure;
  widget_class->size_allocate = zb_table_body_size_allocate;
  widget_class->css_changed = zb_table_body_css_changed;
  widget_class->system_setting_changed = zb_table_body_system_setting_changed;
  widget_class->focus = zb_table_body_focus;
  widget_class->grab_focus = zb_table_body_grab_focus;
  widget_class->set_focus_child = zb_table_body_set_focus_child;
  g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  zb_table_body_install_keys (widget_class);
  /* The names that style sheets have for the list of a GtkColumnView. */
  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
zb_table_body_init (ZbTableBody *self)
{
  self->lines = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->least_widths = g_array_new (FALSE, TRUE, sizeof (int));
  self->font = zb_table_font_new (GTK_WIDGET (self));
  self->cursor = self->anchor = self->wanted = self->pressed = GTK_INVALID_LIST_POSITION;
  gtk_widget_add_css_class (GTK_WIDGET (self), "separators");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  zb_table_body_add_pointer (self);
}

ZbTableBody *
zb_table_body_new (ZbTableColumns *columns)
{
  ZbTableBody *self = g_object_new (ZB_TYPE_TABLE_BODY, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (on_columns_changed), self);
  g_signal_connect_swapped (columns, "resized", G_CALLBACK (on_columns_resized), self);
  return self;
}

void
zb_table_body_set_text (ZbTableBody *self, ZbTableText text, gpointer user_data)
{
  self->text = text;
  self->text_data = user_data;
}

void
zb_table_body_set_model (ZbTableBody *self, GtkSelectionModel *model)
{
  if (self->model == model)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    zb_table_body_release_line (self, g_ptr_array_index (self->lines, i));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  self->cursor = self->anchor = GTK_INVALID_LIST_POSITION;
  zb_table_body_update_lines (self);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (model, "selection-changed", G_CALLBACK (on_selection_changed), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
zb_table_body_set_adjustments (ZbTableBody *self, GtkAdjustment *across, GtkAdjustment *along)
{
  if (self->along != NULL)
    g_signal_handlers_disconnect_by_data (self->along, self);
  g_set_object (&self->across, across);
  g_set_object (&self->along, along);
  if (along != NULL)
    g_signal_connect_swapped (along, "value-changed", G_CALLBACK (on_scrolled), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
zb_table_body_scroll_to (ZbTableBody *self, guint position)
{
  double top = (double) position * self->row_height;
  double value;

  if (position >= zb_table_body_size (self))
    return;
  if (self->page_height <= 0 || self->along == NULL)
    {
      self->wanted = position;
      return;
    }
  value = gtk_adjustment_get_value (self->along);
  if (top < value)
    gtk_adjustment_set_value (self->along, top);
  else if (top + self->row_height > value + self->page_height)
    gtk_adjustment_set_value (self->along, MIN (top, top + self->row_height - self->page_height));
}

void
zb_table_body_put_cursor (ZbTableBody *self, guint position)
{
  if (position >= zb_table_body_size (self))
    return;
  self->cursor = self->anchor = position;
  if (zb_table_body_has_keys (self))
    zb_table_body_go_to (self, position, FALSE, FALSE, FALSE);
  else
    zb_table_body_scroll_to (self, position);
}

int
zb_table_body_character_width (ZbTableBody *self)
{
  return self->font->character;
}

int
zb_table_body_text_width (ZbTableBody *self, const char *text)
{
  return zb_table_font_width (self->font, text);
}
