/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/paper/zb-row-source.h"

/* Columns that every list can have. */
static const ZbRowColumn common_columns[] = {
  { "row", "序号", 2.5, TRUE, FALSE },
  { "blank", "", 6, FALSE, FALSE },
};

/* A column with a width that nobody declared. */
#define DEFAULT_WIDTH 6

static void
clear_column (gpointer data)
{
  ZbSheetColumn *column = data;

  g_free (column->name);
  g_free (column->heading);
}

ZbSheet *
zb_sheet_new_empty (const ZbRosterRequest *request)
{
  ZbSheet *sheet = g_new0 (ZbSheet, 1);

  sheet->request = zb_roster_request_copy (request);
  sheet->title = g_strdup ("");
  sheet->order_line = g_strdup ("");
  sheet->note_left = g_strdup ("");
  sheet->note_right = g_strdup ("");
  sheet->total = g_strdup ("");
  sheet->export_note = g_strdup ("");
  sheet->legend = g_strdup (request->roster->legend != NULL ? request->roster->legend : "");
  sheet->blocks = 1;
  sheet->columns = g_array_new (FALSE, TRUE, sizeof (ZbSheetColumn));
  g_array_set_clear_func (sheet->columns, clear_column);
  return sheet;
}

void
zb_sheet_free (ZbSheet *sheet)
{
  if (sheet == NULL)
    return;
  if (sheet->source != NULL && sheet->source->free != NULL)
    sheet->source->free (sheet->data);
  zb_roster_request_free (sheet->request);
  g_array_unref (sheet->columns);
  g_free (sheet->title);
  g_free (sheet->order_line);
  g_free (sheet->note_left);
  g_free (sheet->note_right);
  g_free (sheet->time_words);
  g_free (sheet->total);
  g_free (sheet->legend);
  g_free (sheet->export_note);
  g_free (sheet->author);
  g_free (sheet->subject);
  g_free (sheet->org_name);
  g_clear_pointer (&sheet->branches, g_ptr_array_unref);
  g_free (sheet->private_columns);
  g_free (sheet);
}

void
zb_sheet_set_source (ZbSheet *sheet, const ZbSheetSource *source, gpointer data, guint n_rows)
{
  if (sheet->source != NULL && sheet->source->free != NULL)
    sheet->source->free (sheet->data);
  sheet->source = source;
  sheet->data = data;
  sheet->n_rows = n_rows;
}

/* The name of somebody: a member's, or one that is only written down. */
static gboolean
is_name_field (const ZbField *field)
{
  return field != NULL && (field->type == ZB_FIELD_NAME || (field->flags & ZB_FIELD_OF_NAME)
                           || (field->type == ZB_FIELD_LINK && g_strcmp0 (field->link, zb_kind_member.name) == 0));
}

static gboolean
is_name_column (const ZbRowColumn *column)
{
  return column->is_name || is_name_field (zb_row_column_field (column));
}

gboolean
zb_sheet_has_names (const ZbRoster *roster)
{
  const ZbRowSource *source = zb_row_source_for (roster);
  const ZbKind *kind = zb_kind_get (roster->kind);
  gboolean has_names = FALSE;

  for (guint i = 0; i < source->n_columns; i++)
    has_names |= is_name_column (&source->columns[i]);
  for (guint i = 0; !source->is_made && i < kind->n_fields; i++)
    has_names |= is_name_field (&kind->fields[i]) && !(kind->fields[i].flags & ZB_FIELD_HIDDEN);
  return has_names;
}

/* A column that is no field: one of every list, or one that the rows of the kind have besides. */
static gboolean
fill_own_column (ZbSheetColumn *column, const ZbRowSource *source, const char *name)
{
  const ZbRowColumn *computed = zb_row_source_column (source, name);
  const ZbRowColumn *own = computed;

  for (guint i = 0; own == NULL && i < G_N_ELEMENTS (common_columns); i++)
    if (strcmp (common_columns[i].name, name) == 0 || (*name != '\0' && strcmp (common_columns[i].heading, name) == 0))
      own = &common_columns[i];
  if (own == NULL)
    return FALSE;
  column->name = g_strdup (own->name);
  column->heading = g_strdup (own->heading);
  column->width = own->width;
  column->is_number = own->is_number;
  column->is_date = own->is_date;
  column->is_name = is_name_column (own);
  column->dash = computed != NULL && !source->is_made;
  return TRUE;
}

/* What everybody reads has the columns of its rows and no field of the kind besides, and of those only what is public. */
static gboolean
is_allowed (const ZbRoster *roster, const ZbRowSource *source, const char *name)
{
  const ZbRowColumn *column = zb_row_source_column (source, name);

  return !roster->is_public || (source->is_made && (column == NULL || zb_row_column_is_public (column)));
}

static gboolean
fill_field_column (ZbSheetColumn *column, const ZbField *field)
{
  if (field == NULL || (field->flags & ZB_FIELD_HIDDEN))
    return FALSE;
  column->field = field;
  column->name = g_strdup (field->name);
  column->heading = g_strdup (field->heading);
  column->width = field->width > 0 ? field->width : DEFAULT_WIDTH;
  column->is_number = field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_MONEY
                      || field->type == ZB_FIELD_HOURS;
  column->is_date = field->type == ZB_FIELD_DATE;
  column->is_name = is_name_field (field);
  column->align = field->type == ZB_FIELD_LONG_TEXT ? ZB_ROSTER_LEFT : ZB_ROSTER_CENTER;
  column->dash = field->type != ZB_FIELD_LONG_TEXT;
  return TRUE;
}

gboolean
zb_sheet_add_column (ZbSheet *sheet, const char *name, const ZbRosterColumn *declared, GError **error)
{
  const ZbKind *kind = zb_kind_get (sheet->request->roster->kind);
  const ZbRowSource *source = zb_row_source_for (sheet->request->roster);
  ZbSheetColumn column = { 0 };

  if (!is_allowed (sheet->request->roster, source, name)
      || (!fill_own_column (&column, source, name)
          && (source->is_made || (!fill_field_column (&column, zb_kind_field (kind, name))
                                  && !fill_field_column (&column, zb_kind_field_by_heading (kind, name))))))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_FIELD, "“%s” is not a column", name);
      return FALSE;
    }
  if (declared != NULL)
    {
      if (declared->heading != NULL)
        {
          g_free (column.heading);
          column.heading = g_strdup (declared->heading);
        }
      column.width = declared->width > 0 ? declared->width : column.width;
      column.align = declared->align;
      column.to_month = declared->to_month;
      column.joined = declared->joined;
    }
  g_array_append_val (sheet->columns, column);
  return TRUE;
}

const ZbRosterRequest *
zb_sheet_request (ZbSheet *sheet)
{
  return sheet->request;
}

const char *
zb_sheet_title (ZbSheet *sheet)
{
  return sheet->title;
}

const char *
zb_sheet_order_line (ZbSheet *sheet)
{
  return sheet->order_line;
}

const char *
zb_sheet_note_left (ZbSheet *sheet)
{
  return sheet->note_left;
}

const char *
zb_sheet_time_words (ZbSheet *sheet)
{
  return sheet->time_words != NULL ? sheet->time_words : sheet->note_right;
}

const char *
zb_sheet_note_right (ZbSheet *sheet)
{
  return sheet->note_right;
}

const char *
zb_sheet_total (ZbSheet *sheet)
{
  return sheet->total;
}

const char *
zb_sheet_legend (ZbSheet *sheet)
{
  return sheet->legend;
}

const char *
zb_sheet_footer (ZbSheet *sheet)
{
  return sheet->request->roster->footer != NULL ? sheet->request->roster->footer : "";
}

const char *
zb_sheet_export_note (ZbSheet *sheet)
{
  return sheet->export_note;
}

guint
zb_sheet_n_columns (ZbSheet *sheet)
{
  return sheet->columns->len;
}

const ZbSheetColumn *
zb_sheet_column (ZbSheet *sheet, guint i)
{
  g_return_val_if_fail (i < sheet->columns->len, NULL);
  return &g_array_index (sheet->columns, ZbSheetColumn, i);
}

guint
zb_sheet_n_rows (ZbSheet *sheet)
{
  return sheet->n_rows;
}

gboolean
zb_sheet_row (ZbSheet *sheet, guint row, const char **out_cells, GError **error)
{
  g_return_val_if_fail (row < sheet->n_rows, FALSE);
  return sheet->source->row (sheet->data, row, out_cells, error);
}

const char *
zb_sheet_private_columns (ZbSheet *sheet)
{
  return sheet->private_columns;
}

gint64
zb_sheet_person (ZbSheet *sheet, guint row)
{
  g_return_val_if_fail (row < sheet->n_rows, 0);
  return sheet->source->person != NULL ? sheet->source->person (sheet->data, row) : 0;
}

double
zb_sheet_width_of (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += (guchar) *p < 0x80 ? 0.55 : g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0 : 1;
  return width;
}

gboolean
zb_sheet_needs_guard (const char *text)
{
  const char *behind = text + strspn (text, "'");

  if (behind > text)
    return *behind != '\0' && (strchr ("=+-@", *behind) != NULL || g_ascii_isdigit (*behind));
  return g_str_has_prefix (text, "=\"") && strlen (text) > 3 && text[strlen (text) - 1] == '"';
}

gboolean
zb_sheet_format_from_name (const char *file_name, ZbSheetFormat *out_format)
{
  static const struct { const char *end; ZbSheetFormat format; } ends[] = {
    { ".xlsx", ZB_SHEET_XLSX }, { ".pdf", ZB_SHEET_PDF }, { ".docx", ZB_SHEET_DOCX }, { ".csv", ZB_SHEET_CSV }
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i].end))
      {
        *out_format = ends[i].format;
        return TRUE;
      }
  return FALSE;
}
