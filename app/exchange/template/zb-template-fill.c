/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form filled with a list. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/paper/zb-sheet-private.h"
#include "exchange/template/zb-template-private.h"
#include "store/zb-export-log.h"

typedef struct {
  const ZbTemplateFill *fill; /* (unowned) */
  ZbTemplateCheck *check;     /* (owned) */
  ZbSheet *sheet;             /* (owned) */
  GPtrArray *columns;         /* (owned) (element-type utf8): of the list, each once */
  GPtrArray *facts;           /* (owned): numbers of the facts, each once */
  int list_fd;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->check, zb_template_check_free);
  g_clear_pointer (&work->sheet, zb_sheet_free);
  g_clear_pointer (&work->columns, g_ptr_array_unref);
  g_clear_pointer (&work->facts, g_ptr_array_unref);
  if (work->list_fd >= 0)
    close (work->list_fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Place of a value in an array, which it is added to where it is not there yet. */
static guint
place_of (GPtrArray *array, gpointer value, GEqualFunc equal)
{
  guint i;

  if (g_ptr_array_find_with_equal_func (array, value, equal, &i))
    return i;
  g_ptr_array_add (array, equal == g_str_equal ? g_strdup (value) : value);
  return array->len - 1;
}

/* Marks that stay in the way: all of them are named. */
static gboolean
refuse_unknown (const ZbTemplateCheck *check, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i);

      if (mark->trouble != ZB_TEMPLATE_GOOD)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", mark->text);
    }
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_UNKNOWN_MARKS, names->str);
  return FALSE;
}

/* What a mark in a running text tells of somebody; there everybody's values would stand behind each other: 男、女、男. */
static gboolean
tells_of_one (const ZbTemplateMark *mark)
{
  return mark->trouble == ZB_TEMPLATE_GOOD && mark->meaning.role == ZB_MARK_OF_ROW && !mark->is_joined
         && mark->place.kind == ZB_PLACE_PARAGRAPH;
}

/* A proof or a letter is of one person. A text with one such mark is a list of names, and for everybody. */
static gboolean
check_one_person (const ZbTemplateCheck *check, guint n_rows, GError **error)
{
  for (guint i = 1; n_rows > 1 && i < check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (check->marks, i), *before = g_ptr_array_index (check->marks, i - 1);

      if (!tells_of_one (mark) || !tells_of_one (before) || mark->place.a != before->place.a || strcmp (mark->column, before->column) == 0)
        continue;
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_ONE_PERSON, "%u", n_rows);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_end (char kind, const char *path, GError **error)
{
  const char *end = kind == 'x' ? ".xlsx" : ".docx";
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, end))
    return TRUE;
  g_set_error_literal (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_OTHER_END, end);
  return FALSE;
}

/* The list with the columns that the form asks for. */
static gboolean
make_sheet (Work *work, ZbDb *db, GError **error)
{
  g_autoptr(ZbRosterRequest) request = zb_roster_request_copy (work->fill->request);

  for (guint i = 0; i < work->check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (work->check->marks, i);

      if (mark->trouble == ZB_TEMPLATE_GOOD && mark->meaning.role == ZB_MARK_OF_ROW)
        place_of (work->columns, mark->column, g_str_equal);
    }
  g_strfreev (request->columns);
  request->columns = NULL;
  if (work->columns->len > 0)
    {
      request->columns = g_new0 (char *, work->columns->len + 1);
      for (guint i = 0; i < work->columns->len; i++)
        request->columns[i] = g_strdup (g_ptr_array_index (work->columns, i));
    }
  else
    {
      /* A form that asks for nobody: whoever is in the list is counted, and none of their values is taken out. */
      request->columns = g_new0 (char *, 2);
      request->columns[0] = g_strdup ("row");
    }
  /* Beside each other as the form has it. */
  request->blocks = 1;
  return (work->sheet = zb_sheet_new (db, NULL, request, error)) != NULL;
}

static ZbMarkFormat
format_of (Work *work, const ZbTemplateMark *mark)
{
  const ZbSheetColumn *column = mark->meaning.role == ZB_MARK_OF_ROW
                                  ? zb_sheet_column (work->sheet, place_of (work->columns, mark->column, g_str_equal)) : NULL;

  /* Of a text on paper only: a workbook goes on into the committee's own lists, where 张　三 is nobody's name. */
  if (column != NULL && column->is_name && work->fill->request->spread_names && work->check->kind == 'd')
    return ZB_MARK_SPREAD;
  return mark->meaning.format;
}

static gboolean
write_head (Work *work, ZbTemplateFacts *facts, ZbTemplateWriter *writer, GError **error)
{
  for (guint i = 0; i < work->check->marks->len; i++)
    {
      const ZbTemplateMark *mark = g_ptr_array_index (work->check->marks, i);
      ZbMarkMeaning meaning = mark->meaning;

      if (mark->trouble != ZB_TEMPLATE_GOOD)
        continue;
      if (meaning.role == ZB_MARK_OF_ROW)
        meaning.index = place_of (work->columns, mark->column, g_str_equal);
      else
        meaning.index = place_of (work->facts, GUINT_TO_POINTER (mark->meaning.index), g_direct_equal);
      meaning.format = format_of (work, mark);
      zb_template_writer_meaning (writer, mark->label, &meaning);
    }
  for (guint i = 0; i < work->facts->len; i++)
    {
      ZbValueKind kind;
      g_autofree char *text = zb_template_facts_get (facts, GPOINTER_TO_UINT (g_ptr_array_index (work->facts, i)), &kind, error);

      if (text == NULL)
        return FALSE;
      zb_template_writer_fact (writer, kind, text);
    }
  return TRUE;
}

static gboolean
write_rows (Work *work, ZbTemplateWriter *writer, const ZbWriteProgress *progress, GError **error)
{
  guint n = zb_sheet_n_rows (work->sheet), n_columns = zb_sheet_n_columns (work->sheet);
  g_autofree const char **cells = g_new0 (const char *, n_columns + 1);

  zb_template_writer_size (writer, n_columns, n);
  for (guint i = 0; i < n; i++)
    {
      if (!zb_sheet_row (work->sheet, i, cells, error) || !zb_write_progress_step (progress, i, n, error))
        return FALSE;
      for (guint c = 0; c < n_columns; c++)
        {
          const ZbSheetColumn *column = zb_sheet_column (work->sheet, c);

          zb_template_writer_cell (writer, column->is_date ? ZB_VALUE_DATE : column->is_number ? ZB_VALUE_NUMBER : ZB_VALUE_TEXT, cells[c]);
        }
    }
  return zb_template_writer_finish (writer, error);
}

/* All rows and facts show one moment of the registry. */
static gboolean
write_list (Work *work, ZbDb *db, const ZbWriteProgress *progress, GError **error)
{
  const ZbSheetSource *source = work->sheet->source;
  gboolean holds = source != NULL && source->hold != NULL, done;
  g_autoptr(ZbTemplateFacts) facts = zb_template_facts_new (db, work->sheet, error);
  g_autoptr(ZbTemplateWriter) writer = NULL;

  if (facts == NULL || (work->list_fd = zb_template_memory (error)) < 0)
    return FALSE;
  writer = zb_template_writer_new (work->list_fd);
  if (!write_head (work, facts, writer, error))
    return FALSE;
  if (holds && !source->hold (work->sheet->data, TRUE, error))
    return FALSE;
  done = write_rows (work, writer, progress, error);
  return (!holds || source->hold (work->sheet->data, FALSE, done ? error : NULL)) && done;
}

static gboolean
take_data (ZbTemplateFrame kind, const guint8 *payload, gsize length, gpointer user_data, GError **error)
{
  return zb_new_file_write (user_data, payload, length, error);
}

/* The file is there; a registry that cannot note it (read-only, full) does not take it back. */
static void
note (Work *work, ZbDb *db)
{
  g_autoptr(GError) not_logged = NULL;

  if (!zb_db_is_read_only (db)
      && !zb_export_log_add (db, work->sheet->request->roster->name, work->check->kind == 'x' ? "xlsx" : "docx", zb_sheet_n_rows (work->sheet),
                             work->sheet->private_columns, &not_logged))
    g_debug ("the export was not noted: %s", not_logged->message);
}

gboolean
zb_template_fill (ZbDb *db, const ZbTemplateFill *fill, guint *out_rows, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const ZbWriteProgress steps = { progress, user_data, cancellable };
  g_auto(Work) work = { .fill = fill, .columns = g_ptr_array_new_with_free_func (g_free), .facts = g_ptr_array_new (), .list_fd = -1 };
  g_autoptr(ZbNewFile) file = NULL;
  char kind;

  if (!(work.check = zb_template_check (fill->bytes, fill->request->roster, fill->label, cancellable, error))
      || !check_end (work.check->kind, fill->path, error))
    return FALSE;
  if (work.check->n_trouble > 0 && !fill->keep_unknown)
    return refuse_unknown (work.check, error);
  if (!make_sheet (&work, db, error) || !check_one_person (work.check, zb_sheet_n_rows (work.sheet), error) || !(file = zb_new_file_begin (fill->path, fill->force, error)) || !write_list (&work, db, &steps, error)
      || !zb_template_child_run (fill->bytes, work.list_fd, take_data, file, &kind, cancellable, error) || !zb_new_file_commit (file, error))
    return FALSE;
  note (&work, db);
  if (out_rows != NULL)
    *out_rows = zb_sheet_n_rows (work.sheet);
  return TRUE;
}
