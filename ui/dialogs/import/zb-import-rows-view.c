/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-rows-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dialogs/import/zb-import-columns.h"
#include "dialogs/import/zb-import-row-list.h"
#include "dialogs/import/zb-import-row-page.h"
#include "widgets/zb-table.h"

/* How many rows are looked at to tell how wide a column should be; bounds of that, in Chinese characters. */
#define MEASURED_ROWS 50
#define CELL_LEAST 3
#define CELL_MOST 16
#define WHY_CHARS 14

/* The columns before those of the file. */
enum { COLUMN_ROW, COLUMN_VERDICT, COLUMN_WHY, N_COLUMNS };

struct _ZbImportRowsView
{
  GtkBox parent_instance;

  ZbImport *import;         /* (unowned) (nullable) */
  ZbImportRowList *rows;    /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) (nullable) */
  gboolean filling;
  gboolean is_done;
  guint filters[ZB_IMPORT_N_SHOWN]; /* of the places of the drop-down */
  guint n_filters;
  ZbImportFilter filter;
  gboolean names_sheets;    /* rows of several sheets are there */
  char *number;             /* (owned): the last row number that was shown */

  GtkStack *stack;
  GtkDropDown *drop_down;
  GtkLabel *hint;
  GtkStack *table_stack;
  ZbTable *table;
  ZbImportRowPage *page;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportRowsView, zb_import_rows_view, GTK_TYPE_BOX)

static const char *
verdict_words (ZbImportVerdict verdict)
{
  switch (verdict)
    {
    case ZB_IMPORT_NEW:      return _("New");
    case ZB_IMPORT_UPDATE:   return _("Updated");
    case ZB_IMPORT_SAME:     return _("Same");
    case ZB_IMPORT_SKIP:     return _("Skipped");
    case ZB_IMPORT_CONFLICT: return _("Unclear");
    case ZB_IMPORT_ERROR:    return _("Problem");
    default:                 return "";
    }
}

static const char *
text_of (gpointer item, guint source, gpointer user_data)
{
  ZbImportRowsView *self = user_data;
  const ZbImportRow *row = zb_import_row_item_get (item);

  if (row == NULL)
    return NULL;
  switch (source)
    {
    case COLUMN_ROW:
      g_free (self->number);
      /* Each sheet counts its rows anew. */
      return self->number = self->names_sheets ? g_strdup_printf ("%s %u", row->sheet, row->row) : g_strdup_printf ("%u", row->row);
    case COLUMN_VERDICT:
      return verdict_words (row->verdict);
    case COLUMN_WHY:
      return zb_import_row_item_get_why (item);
    default:
      return g_strv_length (row->cells) > source - N_COLUMNS ? row->cells[source - N_COLUMNS] : NULL;
    }
}

/* Latin letters and digits take a little more than half a character. */
#define LATIN_WIDTH 0.58

static double
characters (const char *text)
{
  glong chars = g_utf8_strlen (text, -1);
  /* Wide ones have three bytes. */
  glong wide = ((glong) strlen (text) - chars) / 2;

  return (double) wide + (double) (chars - wide) * LATIN_WIDTH;
}

/* As wide as its longest text needs, within bounds. */
static double
width_of (ZbImportRowsView *self, guint column, const char *heading)
{
  double longest = characters (heading);

  for (guint i = 0; i < MIN (MEASURED_ROWS, zb_import_n_rows (self->import)); i++)
    {
      g_autoptr(ZbImportRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const ZbImportRow *row = item != NULL ? zb_import_row_item_get (item) : NULL;

      /* Titles and signatures run over the columns beside them. */
      if (row != NULL && row->verdict != ZB_IMPORT_SKIP && row->cells[column] != NULL)
        longest = MAX (longest, characters (row->cells[column]));
    }
  return CLAMP (longest, CELL_LEAST, CELL_MOST);
}

/* How wide the place of a row is: with the sheet that it stands on where there are several. */
static double
measure_places (ZbImportRowsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr(ZbImportRowItem) first = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
  g_autoptr(ZbImportRowItem) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->rows), n - 1) : NULL;
  const char *const *sheets = zb_import_sheets (self->import);
  double longest = 0;

  /* Rows of a sheet follow each other. */
  self->names_sheets = first != NULL && last != NULL
                       && g_strcmp0 (zb_import_row_item_get (first)->sheet, zb_import_row_item_get (last)->sheet) != 0;
  for (guint i = 0; self->names_sheets && sheets != NULL && sheets[i] != NULL; i++)
    longest = MAX (longest, characters (sheets[i]));
  return CELL_LEAST + MIN (longest, CELL_MOST);
}

static void
set_columns (ZbImportRowsView *self)
{
  guint n = zb_import_n_columns (self->import);
  g_autofree ZbTableColumn *columns = g_new0 (ZbTableColumn, n + N_COLUMNS);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint name = 0;

  /* A row is called by the name that it has. */
  for (guint i = n; i-- > 0;)
    if (zb_import_column (self->import, i)->field != NULL && zb_import_column (self->import, i)->field->type == ZB_FIELD_NAME)
      name = i;

  columns[COLUMN_ROW] = (ZbTableColumn) { "row", _("Row"), measure_places (self), 0, ZB_TABLE_WHOLE };
  columns[COLUMN_VERDICT] = (ZbTableColumn) { "verdict", _("What Happens"), 4, 0, ZB_TABLE_WHOLE };
  columns[COLUMN_WHY] = (ZbTableColumn) { "why", _("Remarks"), WHY_CHARS, 0, 0 };
  for (guint i = 0; i < n; i++)
    {
      char *heading = zb_import_column_heading (zb_import_column (self->import, i));
      char *id = g_strdup_printf ("%u", i);

      g_ptr_array_add (words, heading);
      g_ptr_array_add (words, id);
      columns[N_COLUMNS + i] = (ZbTableColumn) { id, heading, width_of (self, i, heading), 0, i == name ? ZB_TABLE_NAMES_ROW : 0 };
    }
  zb_table_set_columns (self->table, columns, n + N_COLUMNS);
}

/* Only what some row is: with its count. */
static void
fill_filters (ZbImportRowsView *self)
{
  static const char *const labels[] = {
    N_("All Rows"), N_("To Be Looked At"), N_("New"), N_("Updated"), N_("Same"), N_("With Problems"), N_("Skipped"),
    N_("Rows Read")
  };
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->n_filters = 0;
  for (guint f = 0; f < ZB_IMPORT_N_SHOWN; f++)
    {
      guint count = zb_import_row_list_count (self->rows, (ZbImportFilter) f);
      /* Translators: %1$s is which rows of a file, %2$u how many they are */
      g_autofree char *label = g_strdup_printf (_("%1$s (%2$u)"), _(labels[f]), count);

      if ((count == 0 && f != ZB_IMPORT_SHOW_ALL)
          || (f == ZB_IMPORT_SHOW_READ && count == zb_import_row_list_count (self->rows, ZB_IMPORT_SHOW_ALL)))
        continue;
      if (f == (guint) self->filter)
        chosen = self->n_filters;
      self->filters[self->n_filters++] = f;
      gtk_string_list_append (names, label);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, chosen);
  self->filling = FALSE;
  self->filter = (ZbImportFilter) self->filters[chosen];
}

static void
update_empty (ZbImportRowsView *self)
{
  gtk_stack_set_visible_child_name (self->table_stack, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "rows" : "empty");
}

static void
on_filter_selected (ZbImportRowsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || self->rows == NULL || self->import == NULL || selected >= self->n_filters)
    return;
  self->filter = (ZbImportFilter) self->filters[selected];
  zb_import_row_list_filter (self->rows, self->filter);
  update_empty (self);
}

/* The page of a row. */

static void
show_row (ZbImportRowsView *self, guint index)
{
  if (self->import == NULL)
    return;
  zb_import_row_page_set (self->page, self->import, index, zb_import_row_list_problems (self->rows, index), self->is_done);
  gtk_stack_set_visible_child_name (self->stack, "row");
}

static void
on_activate (ZbImportRowsView *self, guint position)
{
  g_autoptr(ZbImportRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item == NULL)
    return;
  show_row (self, zb_import_row_item_get_index (item));
  zb_import_row_page_focus (self->page);
}

static void
on_page_left (ZbImportRowsView *self)
{
  gint at = self->rows != NULL ? zb_import_row_list_find (self->rows, zb_import_row_page_get_index (self->page)) : -1;

  gtk_stack_set_visible_child_name (self->stack, "table");
  if (at >= 0)
    zb_table_put_cursor (self->table, (guint) at);
  zb_table_focus_rows (self->table);
}

/* The next or the previous row of those that the filter shows. */
static void
on_page_step (ZbImportRowsView *self, int step)
{
  guint index = zb_import_row_page_get_index (self->page);
  gint at = zb_import_row_list_find (self->rows, index);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  /* Once it was mended the row may be none of them any more: the first one behind it is next. */
  for (guint i = 0; at < 0 && i < n; i++)
    {
      g_autoptr(ZbImportRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (zb_import_row_item_get_index (item) > index)
        {
          at = (gint) i - (step > 0);
          break;
        }
    }
  at += step;
  if (at < 0 || at >= (gint) n)
    on_page_left (self);
  else
    on_activate (self, (guint) at);
}

static void
on_page_changed (ZbImportRowsView *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
zb_import_rows_view_set (ZbImportRowsView *self, ZbImport *import, gboolean is_same)
{
  gboolean is_on_row = is_same && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "row") == 0;
  guint position = self->selection != NULL ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;

  self->import = import;
  if (import == NULL)
    {
      if (self->rows != NULL)
        zb_import_row_list_forget (self->rows);
      zb_import_row_page_forget (self->page);
      return;
    }
  if (!is_same)
    self->filter = ZB_IMPORT_SHOW_ALL;
  zb_table_set_model (self->table, NULL, text_of, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  self->rows = zb_import_row_list_new (import);
  set_columns (self);
  fill_filters (self);
  zb_import_row_list_filter (self->rows, self->filter);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  zb_table_set_model (self->table, GTK_SELECTION_MODEL (self->selection), text_of, self);
  update_empty (self);
  if (is_same && position < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    zb_table_put_cursor (self->table, position);
  if (is_on_row && zb_import_row_page_get_index (self->page) < zb_import_n_rows (import))
    show_row (self, zb_import_row_page_get_index (self->page));
  else
    gtk_stack_set_visible_child_name (self->stack, "table");
}

void
zb_import_rows_view_set_done (ZbImportRowsView *self, gboolean is_done)
{
  self->is_done = is_done;
  gtk_label_set_text (self->hint, is_done ? _("Open a row with Enter or a double click to see all of it.")
                                          : _("Open a row with Enter or a double click to correct it."));
}

void
zb_import_rows_view_show_filter (ZbImportRowsView *self, guint filter)
{
  guint place = 0;
  gboolean typed = zb_import_rows_view_apply (self);

  if (self->import == NULL)
    return;
  /* Where nothing was skipped, the rows read are all rows. */
  for (guint i = 0; i < self->n_filters; i++)
    if (self->filters[i] == filter)
      place = i;
  gtk_drop_down_set_selected (self->drop_down, place);
  gtk_stack_set_visible_child_name (self->stack, "table");
  zb_table_focus_rows (self->table);
  if (typed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
zb_import_rows_view_open (ZbImportRowsView *self, guint index)
{
  gboolean typed = zb_import_rows_view_apply (self);

  if (self->import == NULL || index >= zb_import_n_rows (self->import))
    return;
  show_row (self, index);
  zb_import_row_page_focus (self->page);
  if (typed)
    g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
zb_import_rows_view_is_typed (ZbImportRowsView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "row") == 0 && zb_import_row_page_is_typed (self->page);
}

gboolean
zb_import_rows_view_apply (ZbImportRowsView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "row") == 0 && zb_import_row_page_apply (self->page);
}

static void
zb_import_rows_view_dispose (GObject *object)
{
  ZbImportRowsView *self = ZB_IMPORT_ROWS_VIEW (object);

  if (self->table != NULL)
    zb_table_set_model (self->table, NULL, text_of, self);
  self->table = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (zb_import_rows_view_parent_class)->dispose (object);
}

static void
zb_import_rows_view_finalize (GObject *object)
{
  g_free (ZB_IMPORT_ROWS_VIEW (object)->number);
  G_OBJECT_CLASS (zb_import_rows_view_parent_class)->finalize (object);
}

static void
zb_import_rows_view_class_init (ZbImportRowsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_rows_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_import_rows_view_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-rows-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowsView, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowsView, drop_down);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowsView, hint);
  gtk_widget_class_bind_template_child (widget_class, ZbImportRowsView, table_stack);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_selected);
}

static void
zb_import_rows_view_init (ZbImportRowsView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = ZB_TABLE (zb_table_new (_("Rows of the File")));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_stack_add_named (self->table_stack, scrolled, "rows");
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (on_activate), self);
}

GtkWidget *
zb_import_rows_view_new (ZbRegistry *registry)
{
  ZbImportRowsView *self = g_object_new (ZB_TYPE_IMPORT_ROWS_VIEW, NULL);

  self->page = ZB_IMPORT_ROW_PAGE (zb_import_row_page_new (registry));
  g_signal_connect_swapped (self->page, "left", G_CALLBACK (on_page_left), self);
  g_signal_connect_swapped (self->page, "step", G_CALLBACK (on_page_step), self);
  g_signal_connect_swapped (self->page, "changed", G_CALLBACK (on_page_changed), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "row");
  return GTK_WIDGET (self);
}
