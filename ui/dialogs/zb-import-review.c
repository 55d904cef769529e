/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-import-review.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"
#include "widgets/zb-facts.h"

#define PREVIEW_ROWS 30
#define MOST_PROBLEMS 1000
/* Width of a preview column, in characters; names are never cut, long texts are. */
#define CELL_CHARS 14
/* Bounds of a preview column's width, in Chinese characters. */
#define CELL_LEAST 3
#define CELL_MOST 16
#define CELL_PADDING 26

/* Columns of the file. */

typedef struct {
  guint column;
  const ZbKind *kind;
  ZbImportMapped mapped;
  gpointer user_data;
} Mapping;

/* The field at a place of the combo; the first place means: not taken. */
static const ZbField *
field_at (const ZbKind *kind, guint place)
{
  g_autoptr(GPtrArray) fields = zb_import_fields (kind);

  return place > 0 && place <= fields->len ? g_ptr_array_index (fields, place - 1) : NULL;
}

static guint
place_of (const ZbKind *kind, const ZbField *field)
{
  g_autoptr(GPtrArray) fields = zb_import_fields (kind);
  guint place;

  return g_ptr_array_find (fields, field, &place) ? place + 1 : 0;
}

static void
on_field_selected (AdwComboRow *row, GParamSpec *pspec, Mapping *mapping)
{
  mapping->mapped (mapping->column, field_at (mapping->kind, adw_combo_row_get_selected (row)), mapping->user_data);
}

static void
free_mapping (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkStringList *
list_fields (const ZbKind *kind)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) fields = zb_import_fields (kind);

  gtk_string_list_append (names, _("Not Imported"));
  for (guint i = 0; i < fields->len; i++)
    gtk_string_list_append (names, _(((const ZbField *) g_ptr_array_index (fields, i))->label));
  return names;
}

static char *
heading_of (const ZbImportColumn *column)
{
  if (column->heading != NULL && *column->heading != '\0')
    return g_strdup (column->heading);
  /* Translators: a column of a file that has no heading; %u counts from 1 */
  return g_strdup_printf (_("Column %u"), column->index + 1);
}

void
zb_import_review_columns (GtkListBox *list, ZbImport *import, const ZbKind *kind, ZbImportMapped mapped, gpointer user_data)
{
  g_autoptr(GtkStringList) names = list_fields (kind);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < zb_import_n_columns (import); i++)
    {
      const ZbImportColumn *column = zb_import_column (import, i);
      AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
      g_autofree char *heading = heading_of (column);
      Mapping *mapping = g_new0 (Mapping, 1);

      mapping->column = i;
      mapping->kind = kind;
      mapping->mapped = mapped;
      mapping->user_data = user_data;
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), column->sample != NULL ? column->sample : "");
      /* GTK 4.8 warns of a label that may be cut and is narrower than the sign of the cut. */
      if (column->sample != NULL && strlen (column->sample) > 3)
        adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (row, G_LIST_MODEL (names));
      adw_combo_row_set_selected (row, place_of (kind, column->field));
      g_signal_connect_data (row, "notify::selected", G_CALLBACK (on_field_selected), mapping, free_mapping, 0);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
}

/* Preview: a list of lines, each a string array of its cells. */

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
verdict_icon (ZbImportVerdict verdict)
{
  switch (verdict)
    {
    case ZB_IMPORT_NEW:      return "list-add-symbolic";
    case ZB_IMPORT_UPDATE:   return "document-edit-symbolic";
    case ZB_IMPORT_CONFLICT:
    case ZB_IMPORT_ERROR:    return "dialog-warning-symbolic";
    case ZB_IMPORT_SAME:
    case ZB_IMPORT_SKIP:
    default:                 return "media-playback-pause-symbolic";
    }
}

/* Each line is a list of strings: icon, why, row, verdict, then the cells of the file. */
enum { LINE_ICON, LINE_WHY, LINE_ROW, LINE_VERDICT, LINE_CELLS };

/* Why a row gets its verdict: what the import says, and every problem of the row. */
static char *
explain (const ZbImportRow *row, GPtrArray *problems)
{
  g_autoptr(GString) why = g_string_new (row->explanation != NULL ? row->explanation : "");

  for (guint i = 0; i < problems->len; i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = problem->row == row->row ? zb_words_import_problem (problem) : NULL;

      if (words != NULL)
        g_string_append_printf (why, "%s%s", why->len > 0 ? "\n" : "", words);
    }
  return g_string_free (g_steal_pointer (&why), FALSE);
}

static GtkStringList *
line_new (const ZbImportRow *row, GPtrArray *problems)
{
  GtkStringList *line = gtk_string_list_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", row->row);
  g_autofree char *why = explain (row, problems);

  gtk_string_list_append (line, verdict_icon (row->verdict));
  gtk_string_list_append (line, why);
  gtk_string_list_append (line, number);
  gtk_string_list_append (line, verdict_words (row->verdict));
  for (guint i = 0; row->cells != NULL && row->cells[i] != NULL; i++)
    gtk_string_list_append (line, row->cells[i]);
  return line;
}

static void
on_cell_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  guint cell = GPOINTER_TO_UINT (user_data);
  GtkWidget *text = gtk_inscription_new (NULL);
  GtkWidget *child = text;

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), cell == LINE_ROW ? 4 : CELL_CHARS);
  if (cell == LINE_VERDICT)
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (child), gtk_image_new ());
      gtk_box_append (GTK_BOX (child), text);
      gtk_widget_set_hexpand (text, TRUE);
    }
  gtk_list_item_set_child (item, child);
}

static void
on_cell_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  guint cell = GPOINTER_TO_UINT (user_data);
  GtkStringList *line = GTK_STRING_LIST (gtk_list_item_get_item (item));
  GtkWidget *text = gtk_list_item_get_child (item);
  const char *words = gtk_string_list_get_string (line, cell);

  if (cell == LINE_VERDICT)
    {
      GtkWidget *image = gtk_widget_get_first_child (text);

      gtk_image_set_from_icon_name (GTK_IMAGE (image), gtk_string_list_get_string (line, LINE_ICON));
      text = gtk_widget_get_next_sibling (image);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  if (cell == LINE_VERDICT)
    words = gtk_string_list_get_string (line, LINE_WHY);
  else if (words != NULL && g_utf8_strlen (words, -1) <= CELL_CHARS)
    words = NULL;
  gtk_widget_set_tooltip_text (text, words != NULL && *words != '\0' ? words : NULL);
}

/* Width of one Chinese character in the font of the day. */
static int
character_width (GtkWidget *widget)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "党");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
add_preview_column (GtkColumnView *view, const char *title, guint cell, double characters)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  int width = (int) (characters * character_width (GTK_WIDGET (view))) + CELL_PADDING;
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), GUINT_TO_POINTER (cell));
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), GUINT_TO_POINTER (cell));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (view, column);
}

/* As wide as its longest text needs, within bounds. Latin letters take half a character. */
static double
width_of (GPtrArray *rows, const char *heading, guint cell)
{
  glong longest = 2 * g_utf8_strlen (heading, -1);

  for (guint i = 0; i < rows->len; i++)
    {
      const ZbImportRow *row = g_ptr_array_index (rows, i);
      const char *text = row->cells != NULL && g_strv_length (row->cells) > cell ? row->cells[cell] : "";
      glong chars = g_utf8_strlen (text, -1);
      /* A Chinese character has three bytes, a Latin one has one. */
      glong halves = chars + ((glong) strlen (text) - chars) / 2;

      longest = MAX (longest, halves);
    }
  return CLAMP ((double) longest / 2, CELL_LEAST, CELL_MOST);
}

static void
clear_preview (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

void
zb_import_review_preview (GtkColumnView *view, ZbImport *import)
{
  g_autoptr(GPtrArray) rows = zb_import_preview (import, PREVIEW_ROWS);
  g_autoptr(GListStore) lines = g_list_store_new (GTK_TYPE_STRING_LIST);
  g_autoptr(GtkNoSelection) selection = NULL;

  clear_preview (view);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GtkStringList) line = line_new (g_ptr_array_index (rows, i), zb_import_problems (import));

      g_list_store_append (lines, line);
    }
  add_preview_column (view, _("Row"), LINE_ROW, CELL_LEAST);
  add_preview_column (view, _("What Happens"), LINE_VERDICT, 5.5);
  for (guint i = 0; i < zb_import_n_columns (import); i++)
    {
      g_autofree char *heading = heading_of (zb_import_column (import, i));

      add_preview_column (view, heading, LINE_CELLS + i, width_of (rows, heading, i));
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&lines)));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/* Problems. */

static void
on_problem_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* The first character of the text says which icon: an error keeps the row out, a hint does not. */
static void
on_problem_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), *text == '!' ? "dialog-error-symbolic" : "dialog-information-symbolic");
  gtk_widget_set_tooltip_text (image, *text == '!' ? _("Keeps the row out") : _("To be looked at; the row is taken"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (image), -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (image)), text + 1);
}

guint
zb_import_review_problems (GtkListView *view, ZbImport *import)
{
  GPtrArray *problems = zb_import_problems (import);
  g_autoptr(GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    {
      const ZbImportProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = zb_words_import_problem (problem);
      g_autofree char *text = g_strconcat (problem->is_error ? "!" : " ", words, NULL);

      gtk_string_list_append (texts, text);
    }
  if (gtk_list_view_get_factory (view) == NULL)
    {
      g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_problem_setup), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_problem_bind), NULL);
      gtk_list_view_set_factory (view, factory);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&texts)));
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return problems->len;
}

/* Counts. */

static void
add_count (GtkWidget *facts, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  zb_facts_add (facts, label, text);
}

void
zb_import_review_counts (GtkWidget *facts, const ZbKind *kind, const ZbImportCounts *counts)
{
  zb_facts_clear (facts);
  add_count (facts, _("Rows Read"), counts->read);
  add_count (facts, _("New"), counts->fresh);
  add_count (facts, _("Updated"), counts->updated);
  add_count (facts, _("Same"), counts->same);
  add_count (facts, _("Skipped"), counts->skipped);
  add_count (facts, _("With Problems"), counts->errors);
  /* Of a list of organisations these are the new ones above. */
  if (counts->new_organizations > 0 && kind != &zb_kind_organization)
    add_count (facts, _("New Organisations"), counts->new_organizations);
}
