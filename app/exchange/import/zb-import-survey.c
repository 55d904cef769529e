/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of the tables are records, and what they take from the rows above them. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-survey-private.h"

/* The first value of a column that is shown, in characters. */
#define MAX_SAMPLE 200

/* Lines above headings further down that may be of their title, and how long a name is at most that stands alone there. */
#define TITLE_ROWS 3
#define LONGEST_NAME 4

/* From so many characters on what stands alone in the column of the names is none. */
#define LONGEST_LONE_NAME 6

/* So many columns at most are merged downwards at one row. */
#define MAX_HANGING 256

static const char *const rules[] = {
  NULL, "row-skipped", "row-section", "row-total", "row-footer", "row-sample", "row-template", "row-headings", "row-continued",
  "row-repeated", "row-joined"
};

const char *
zb_import_skip_rule (ZbImportSkip skip)
{
  return rules[skip];
}

static int
compare_first_rows (gconstpointer one, gconstpointer two)
{
  const ZbSheetMerged *a = one, *b = two;

  return a->first_row < b->first_row ? -1 : a->first_row > b->first_row;
}

static gint
place_of (ZbImport *import, const ZbImportTable *table, const char *field)
{
  for (guint i = 0; field != NULL && i < table->positions->len; i++)
    {
      gint at = g_array_index (table->positions, gint, i);
      const ZbImportColumnState *state = at >= 0 ? g_ptr_array_index (import->columns, at) : NULL;

      if (state != NULL && state->shown.field != NULL && strcmp (state->shown.field->name, field) == 0)
        return at;
    }
  return -1;
}

static void
survey_init (ZbImportSurvey *self, ZbImport *import, guint number)
{
  const ZbImportSheet *sheet;

  self->import = import;
  self->number = number;
  self->table = g_ptr_array_index (import->tables, number);
  self->filled = g_array_new (FALSE, FALSE, sizeof (ZbImportFilled));
  self->merged = g_array_new (FALSE, FALSE, sizeof (ZbSheetMerged));
  self->hanging = g_array_new (FALSE, FALSE, sizeof (ZbImportHanging));
  self->last = g_array_new (FALSE, TRUE, sizeof (ZbSheetCell));
  self->own = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));
  self->title = place_of (import, self->table, zb_import_title (import)->name);
  self->branch = place_of (import, self->table, import->way->branch_field);
  self->note = place_of (import, self->table, "note");
  sheet = self->table->sheet;
  for (guint i = 0; i < sheet->merged->len; i++)
    {
      const ZbSheetMerged *area = &g_array_index (sheet->merged, ZbSheetMerged, i);

      if (area->last_row > area->first_row && area->first_column >= self->table->first_column && area->first_column <= self->table->last_column)
        g_array_append_val (self->merged, *area);
    }
  g_array_sort (self->merged, compare_first_rows);
}

static void
survey_clear (ZbImportSurvey *self)
{
  g_array_unref (self->filled);
  g_array_unref (self->merged);
  g_array_unref (self->hanging);
  g_array_unref (self->last);
  g_array_unref (self->own);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbImportSurvey, survey_clear)

/* The cells of the row that are the table’s and not blank. */
static void
gather (ZbImportSurvey *self)
{
  GArray *cells = self->import->cells;

  g_array_set_size (self->filled, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      const ZbSheetCell *cell = &g_array_index (cells, ZbSheetCell, i);
      ZbImportFilled filled = { cell->column < self->table->positions->len ? g_array_index (self->table->positions, gint, cell->column) : -1, cell };

      if (cell->column >= self->table->first_column && cell->column <= self->table->last_column
          && (cell->kind == ZB_CELL_FORMULA || *zb_import_plain_text (self->import, cell->text, FALSE) != '\0'))
        g_array_append_val (self->filled, filled);
    }
}

static const ZbSheetCell *
cell_at (const ZbImportSurvey *self, gint at)
{
  for (guint i = 0; at >= 0 && i < self->filled->len; i++)
    if (g_array_index (self->filled, ZbImportFilled, i).at == at)
      return g_array_index (self->filled, ZbImportFilled, i).cell;
  return NULL;
}

static const ZbSheetCell *
cell_in (const ZbImportSurvey *self, guint column)
{
  for (guint i = 0; i < self->filled->len; i++)
    if (g_array_index (self->filled, ZbImportFilled, i).cell->column == column)
      return g_array_index (self->filled, ZbImportFilled, i).cell;
  return NULL;
}

/* Takes up the merged cells that begin at this row and lets go of those that ended above it. */
static void
hang (ZbImportSurvey *self, guint row)
{
  for (guint i = self->hanging->len; i-- > 0;)
    if (g_array_index (self->hanging, ZbImportHanging, i).area.last_row < row)
      g_array_remove_index_fast (self->hanging, i);
  for (; self->next_merged < self->merged->len; self->next_merged++)
    {
      ZbImportHanging next = { g_array_index (self->merged, ZbSheetMerged, self->next_merged), { 0 } };
      const ZbSheetCell *cell;

      if (next.area.first_row > row)
        break;
      if (next.area.last_row < row || self->hanging->len >= MAX_HANGING)
        continue;
      if (next.area.first_row == row && (cell = cell_in (self, next.area.first_column)) != NULL)
        next.cell = *cell;
      g_array_append_val (self->hanging, next);
    }
}

static gboolean
is_block (const ZbSheetMerged *area)
{
  return area->last_column > area->first_column;
}

/* Whether the record’s name is merged with that of the row above: a second line of the same record. */
static gboolean
is_continued (const ZbImportSurvey *self, guint row)
{
  for (guint i = 0; i < self->hanging->len; i++)
    {
      const ZbImportHanging *hanging = &g_array_index (self->hanging, ZbImportHanging, i);
      guint column = hanging->area.first_column;

      if (hanging->area.first_row < row && hanging->cell.text != NULL && self->title >= 0 && column < self->table->positions->len
          && g_array_index (self->table->positions, gint, column) == self->title && !is_block (&hanging->area))
        return TRUE;
    }
  return FALSE;
}

/* Whether all the cells but the first say how many there are. */
static gboolean
others_count (const ZbImportSurvey *self)
{
  for (guint i = 1; i < self->filled->len; i++)
    if (!zb_import_is_number_of_people (g_array_index (self->filled, ZbImportFilled, i).cell->text))
      return FALSE;
  return self->filled->len <= 3;
}

/* 填表人：    审核人：    — no name, and every cell a label. */
static gboolean
are_labels (const ZbImportSurvey *self)
{
  for (guint i = 0; i < self->filled->len; i++)
    {
      const char *text = g_array_index (self->filled, ZbImportFilled, i).cell->text;

      if (strstr (text, "：") == NULL && strchr (text, ':') == NULL && zb_import_tell_text (text) == ZB_IMPORT_IS_RECORD)
        return FALSE;
    }
  return TRUE;
}

/* 支部书记（签字）： */
static gboolean
is_signed (const char *text)
{
  return strstr (text, "签字") != NULL || strstr (text, "签名") != NULL || strstr (text, "盖章") != NULL || strstr (text, "签章") != NULL
         || g_str_has_suffix (text, "：") || g_str_has_suffix (text, ":");
}

/* Numbers of the columns, 1 2 3 …, or half of the cells 必填. */
static gboolean
is_of_template (const ZbImportSurvey *self)
{
  guint n_words = 0, n_numbers = 0;
  gint64 before = 0;

  for (guint i = 0; i < self->filled->len; i++)
    {
      const char *text = g_array_index (self->filled, ZbImportFilled, i).cell->text;
      gint64 number = strspn (text, "0123456789") == strlen (text) && strlen (text) < 4 ? g_ascii_strtoll (text, NULL, 10) : 0;

      n_words += zb_import_is_template_word (text);
      n_numbers += number > 0 && (i == 0 || number == before + 1);
      before = number;
    }
  return n_words * 2 > self->filled->len || (n_numbers == self->filled->len && n_numbers >= 3);
}

static guint
count_fields (const ZbImportSurvey *self)
{
  guint n = 0;

  for (guint i = 0; i < self->filled->len; i++)
    {
      gint at = g_array_index (self->filled, ZbImportFilled, i).at;

      const ZbField *field = at >= 0 ? ((ZbImportColumnState *) g_ptr_array_index (self->import->columns, at))->shown.field : NULL;

      /* A prepared row has its number and what is worked out: an age of 126 years. */
      n += field != NULL && (zb_field_is_stored (field) || field->type == ZB_FIELD_LINK || field->type == ZB_FIELD_TEXT);
    }
  return n;
}

/* 应到会党员3名 in the column of numbers: words where a number belongs. */
static gboolean
is_sentence (const ZbImportSurvey *self, const ZbImportFilled *first)
{
  const ZbImportColumnState *state = first->at >= 0 ? g_ptr_array_index (self->import->columns, first->at) : NULL;
  const char *text = first->cell->text;

  if (state == NULL || state->role != ZB_IMPORT_ROLE_SILENT || (guchar) *text < 0x80)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && !g_unichar_isspace (g_utf8_get_char (p)))
      return g_utf8_strlen (text, -1) > LONGEST_NAME;
  return g_utf8_strlen (text, -1) > 2 * LONGEST_NAME;
}

/* | --- | --- |: nothing but signs. */
static gboolean
is_rule (const ZbImportSurvey *self)
{
  for (guint i = 0; i < self->filled->len; i++)
    {
      const char *text = g_array_index (self->filled, ZbImportFilled, i).cell->text;

      if (strspn (text, "-:=+ ") != strlen (text))
        return FALSE;
    }
  return TRUE;
}

/* 以下为转出党员, 中共云溪厂支部委员会: a line that stands alone and is too long for a name. */
static gboolean
is_line (const ZbImportSurvey *self, const char *name)
{
  if (self->filled->len > 1 || self->import->kind != &zb_kind_member || g_utf8_strlen (name, -1) < LONGEST_LONE_NAME || (guchar) *name < 0xe4)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ' || g_utf8_strchr ("·•・.", -1, g_utf8_get_char (p)) != NULL)
      return FALSE;
  return TRUE;
}

/* Whether headings begin in one of the rows below, and the row is a line that stands alone over them: 第二车间党员. */
static gboolean
is_title_of_more (const ZbImportSurvey *self, guint i)
{
  const ZbImportTable *table = self->table;

  if (self->filled->len > 1 || g_utf8_strlen (g_array_index (self->filled, ZbImportFilled, 0).cell->text, -1) <= LONGEST_NAME)
    return FALSE;
  for (guint k = 0; k < table->again->len; k++)
    {
      guint first = g_array_index (table->again, ZbImportSpan, k).first;

      if (i < first && i + TITLE_ROWS >= first)
        return TRUE;
    }
  return table->end != G_MAXUINT && i < table->end && i + TITLE_ROWS >= table->end;
}

/* 民族 | 转正时间: a further line of headings, where each person has as many lines. */
static gboolean
are_headings (const ZbImportSurvey *self)
{
  for (guint i = 0; i < self->filled->len; i++)
    if (zb_import_field_of_heading (self->import, zb_import_plain_text (self->import, g_array_index (self->filled, ZbImportFilled, i).cell->text, FALSE)) == NULL)
      return FALSE;
  return self->filled->len >= 2;
}

/* A row without the name by which a record is known. */
static ZbImportSkip
tell_nameless (ZbImportSurvey *self, guint i, guint row)
{
  const ZbImportFilled *first = &g_array_index (self->filled, ZbImportFilled, 0);

  if (is_continued (self, row))
    return ZB_IMPORT_IS_CONTINUED;
  if (self->import->way->branch_field != NULL && others_count (self) && zb_import_read_section (self->import, first->cell->text, &self->section))
    return ZB_IMPORT_IS_SECTION;
  if (is_of_template (self))
    return ZB_IMPORT_IS_TEMPLATE;
  if (are_headings (self))
    return ZB_IMPORT_IS_HEADINGS;
  if (zb_import_is_sample (first->cell->text, NULL, NULL))
    return ZB_IMPORT_IS_SAMPLE;
  if (are_labels (self) || is_signed (first->cell->text))
    return ZB_IMPORT_IS_FOOTER;
  if (zb_import_survey_is_second_line (self, i, row))
    return ZB_IMPORT_IS_CONTINUED;
  return self->filled->len > 1 && count_fields (self) > 0 ? ZB_IMPORT_IS_RECORD : ZB_IMPORT_IS_OTHER;
}

static ZbImportSkip
tell (ZbImportSurvey *self, guint i, guint row)
{
  const ZbImportFilled *first = &g_array_index (self->filled, ZbImportFilled, 0);
  const ZbSheetCell *title = cell_at (self, self->title), *note = cell_at (self, self->note);
  /* A day with more beside it is that of a record, not the one of signing. */
  gboolean is_day = zb_import_title (self->import)->type == ZB_FIELD_DATE && title != NULL && self->filled->len > 1;
  ZbImportSkip skip = is_day && first->cell == title ? ZB_IMPORT_IS_RECORD : zb_import_tell_text (zb_import_plain_text (self->import, first->cell->text, FALSE));
  const char *name;

  if (skip != ZB_IMPORT_IS_RECORD)
    return skip;
  if (title == NULL)
    return tell_nameless (self, i, row);
  /* A count at the foot of a column whose result is not in the file. */
  if (title->kind == ZB_CELL_FORMULA && self->filled->len == 1)
    return ZB_IMPORT_IS_OTHER;
  name = zb_import_plain_text (self->import, title->text, FALSE);
  if (!is_day && (skip = zb_import_tell_text (name)) != ZB_IMPORT_IS_RECORD)
    return skip;
  if (self->import->way->branch_field != NULL && first->cell == title && others_count (self) && zb_import_read_section (self->import, name, &self->section))
    return ZB_IMPORT_IS_SECTION;
  if (zb_import_is_template_word (name) || (g_ascii_isdigit (*name) && is_of_template (self)))
    return ZB_IMPORT_IS_TEMPLATE;
  if (is_title_of_more (self, i) || is_rule (self) || is_line (self, name) || (first->cell != title && is_sentence (self, first)))
    return ZB_IMPORT_IS_OTHER;
  /* The headings again, as on the pages of a printed list. */
  if (strcmp (name, ((ZbImportColumnState *) g_ptr_array_index (self->import->columns, self->title))->shown.heading) == 0)
    return ZB_IMPORT_IS_HEADINGS;
  if (zb_import_is_sample (first->cell == title ? NULL : first->cell->text, name, note != NULL ? note->text : NULL))
    return ZB_IMPORT_IS_SAMPLE;
  return ZB_IMPORT_IS_RECORD;
}

/* The row takes @cell at column @at from above. */
static void
fill (ZbImportSurvey *self, ZbImportLine *line, gint at, const ZbSheetCell *cell)
{
  ZbImportFill fill = { (guint) at, *cell };

  if (line->n_fills == G_MAXUINT8)
    return;
  g_array_append_val (self->import->fills, fill);
  line->n_fills++;
  if (cell->text != NULL)
    g_array_index (self->last, ZbSheetCell, at) = *cell;
}

static void
take_hanging (ZbImportSurvey *self, ZbImportLine *line, guint row)
{
  for (guint i = 0; i < self->hanging->len; i++)
    {
      const ZbImportHanging *hanging = &g_array_index (self->hanging, ZbImportHanging, i);
      guint column = hanging->area.first_column;
      gint at = column < self->table->positions->len ? g_array_index (self->table->positions, gint, column) : -1;

      if (at < 0 || hanging->cell.text == NULL)
        continue;
      /* A note that somebody wrote across the table. */
      if (is_block (&hanging->area) && hanging->area.first_row == row)
        fill (self, line, at, &(ZbSheetCell) { column, ZB_CELL_TEXT, NULL });
      else if (!is_block (&hanging->area) && hanging->area.first_row < row && cell_at (self, at) == NULL)
        fill (self, line, at, &hanging->cell);
    }
}

/* Whether a sign for “as above” may stand in the column. */
static gboolean
may_repeat (const ZbImportSurvey *self, gint at)
{
  const ZbField *field = ((ZbImportColumnState *) g_ptr_array_index (self->import->columns, at))->shown.field;

  return at != self->title && (field == NULL || (field->type != ZB_FIELD_ID_NUMBER && field->type != ZB_FIELD_NAME));
}

/* The first value of a column, and the first that is another one. */
void
zb_import_survey_sample (ZbImportSurvey *self, gint at, const ZbSheetCell *cell)
{
  ZbImportColumn *shown = &((ZbImportColumnState *) g_ptr_array_index (self->import->columns, at))->shown;
  g_autofree char *sample = NULL;
  const char *text;

  if (shown->other != NULL || (shown->sample != NULL && strcmp (shown->sample, cell->text) == 0))
    return;
  text = zb_import_plain_text (self->import, cell->text, FALSE);
  sample = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SAMPLE));
  if (shown->sample == NULL)
    shown->sample = g_steal_pointer (&sample);
  else if (strcmp (shown->sample, sample) != 0)
    shown->other = g_steal_pointer (&sample);
}

/* How the column writes its months: 1985.1 is October where the others are 1985.07, and a spreadsheet has read them as numbers. */
static void
take_month (ZbImportSurvey *self, gint at, const char *text)
{
  ZbImportColumnState *state = g_ptr_array_index (self->import->columns, at);
  gsize length;

  if (state->shown.field == NULL || state->shown.field->type != ZB_FIELD_DATE || strspn (text, "0123456789") != 4 || text[4] != '.')
    return;
  length = strlen (text);
  if (length == 6 && text[5] >= '2' && text[5] <= '9')
    state->has_bare = TRUE;
  else if (length == 7 && text[5] == '0')
    state->has_padded = TRUE;
  else if (length == 7 && strcmp (text + 5, "10") == 0)
    state->has_ten = TRUE;
}

static void
take_cells (ZbImportSurvey *self, ZbImportLine *line)
{
  for (guint i = 0; i < self->filled->len; i++)
    {
      ZbImportFilled *filled = &g_array_index (self->filled, ZbImportFilled, i);
      ZbSheetCell *last;

      if (filled->at < 0)
        filled->at = zb_import_add_bare_column (self->import, self->table, filled->cell->column);
      if (self->last->len <= (guint) filled->at)
        g_array_set_size (self->last, (guint) filled->at + 1);
      last = &g_array_index (self->last, ZbSheetCell, filled->at);
      if (zb_import_is_ditto (filled->cell->text) && last->text != NULL && may_repeat (self, filled->at))
        {
          ZbSheetCell above = *last;

          fill (self, line, filled->at, &above);
          continue;
        }
      *last = *filled->cell;
      zb_import_survey_sample (self, filled->at, filled->cell);
      take_month (self, filled->at, filled->cell->text);
    }
}

static gboolean
is_filled (ZbImportSurvey *self, const ZbImportLine *line, gint at)
{
  for (guint i = 0; i < line->n_fills; i++)
    if (g_array_index (self->import->fills, ZbImportFill, line->fills + i).at == (guint) at)
      return TRUE;
  return FALSE;
}

/* What the rows above say of this one, kept once for all rows that it is said of. */
static guint
index_section (ZbImportSurvey *self)
{
  GArray *sections = self->import->sections;
  const ZbImportSection *last = &g_array_index (sections, ZbImportSection, sections->len - 1);

  if (memcmp (last, &self->section, sizeof *last) != 0)
    g_array_append_val (sections, self->section);
  return sections->len - 1;
}

static void
take_branch (ZbImportSurvey *self, ZbImportLine *line)
{
  if (self->branch >= 0 && (cell_at (self, self->branch) != NULL || is_filled (self, line, self->branch)))
    {
      self->n_own++;
      self->section.above = NULL;
      line->section = index_section (self);
      self->section.above = g_array_index (self->last, ZbSheetCell, self->branch).text;
      return;
    }
  self->begins_blank = self->begins_blank || (self->n_own == 0 && self->section.branch == NULL);
  self->n_blank++;
  line->section = index_section (self);
}

static gboolean
is_again (const ZbImportTable *table, guint row)
{
  for (guint i = 0; i < table->again->len; i++)
    {
      const ZbImportSpan *span = &g_array_index (table->again, ZbImportSpan, i);

      if (span->first <= row && row < span->next)
        return TRUE;
    }
  return FALSE;
}

static void
survey_row (ZbImportSurvey *self, guint i)
{
  ZbImport *import = self->import;
  ZbImportLine line = { .row = i, .table = (guint16) self->number, .fills = import->fills->len };
  guint row = zb_import_rows_get (self->table->sheet->rows, i, import->cells);

  gather (self);
  if (self->filled->len == 0)
    return;
  if (self->merged->len > 0)
    hang (self, row);
  line.skip = (guint8) (is_again (self->table, i) ? ZB_IMPORT_IS_HEADINGS : tell (self, i, row));
  if (line.skip == ZB_IMPORT_IS_HEADINGS && i == self->table->next && cell_at (self, self->title) == NULL)
    zb_import_survey_learn_below (self);
  if (line.skip == ZB_IMPORT_IS_CONTINUED && zb_import_survey_join (self, row))
    line.skip = ZB_IMPORT_IS_JOINED;
  else if (line.skip != ZB_IMPORT_IS_CONTINUED)
    self->own_row = line.skip == ZB_IMPORT_IS_RECORD ? row : 0;
  if (line.skip == ZB_IMPORT_IS_RECORD)
    {
      g_array_set_size (self->last, MAX (self->last->len, import->columns->len));
      take_cells (self, &line);
      take_hanging (self, &line, row);
      take_branch (self, &line);
      self->own_line = import->lines->len;
      self->own_lines = 0;
    }
  g_array_append_val (import->lines, line);
}

void
zb_import_survey (ZbImport *import)
{
  g_array_set_size (import->lines, 0);
  g_array_set_size (import->fills, 0);
  g_array_set_size (import->sections, 1);
  memset (import->sections->data, 0, sizeof (ZbImportSection));
  g_string_chunk_clear (import->words);
  for (guint i = 0; i < import->columns->len; i++)
    {
      ZbImportColumnState *state = g_ptr_array_index (import->columns, i);

      state->has_padded = state->has_bare = state->has_ten = FALSE;
    }
  for (guint t = 0; t < import->tables->len; t++)
    {
      g_auto(ZbImportSurvey) survey = { 0 };

      survey_init (&survey, import, t);
      for (guint i = survey.table->next; i < MIN (survey.table->end, zb_import_rows_size (survey.table->sheet->rows)); i++)
        survey_row (&survey, i);
      /* The first of twenty people has the branch, the others have nothing: it is said of them all. */
      survey.table->branch_goes_on = (import->kind == &zb_kind_member || import->kind == &zb_kind_post) && survey.n_own > 0 && !survey.begins_blank && survey.n_blank >= survey.n_own;
    }
  import->is_surveyed = TRUE;
  import->is_united = FALSE;
}
