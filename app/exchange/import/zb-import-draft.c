/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-id-number.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"

/* Longest value that a problem shows. */
#define MAX_SHOWN 200

static void
also_clear (gpointer also)
{
  g_free (((ZbImportAlso *) also)->value);
}

ZbImportDraft *
zb_import_draft_new (ZbImport *self)
{
  ZbImportDraft *draft = g_new0 (ZbImportDraft, 1);

  draft->n_cells = self->columns->len;
  draft->cells = g_new0 (const ZbSheetCell *, draft->n_cells);
  draft->n_values = self->kind->n_fields;
  draft->values = g_new0 (char *, draft->n_values);
  draft->is_default = g_new0 (gboolean, draft->n_values);
  draft->also = g_array_new (FALSE, FALSE, sizeof (ZbImportAlso));
  g_array_set_clear_func (draft->also, also_clear);
  draft->phone = zb_kind_field_index (self->kind, "phone");
  draft->landline = zb_kind_field_index (self->kind, "landline");
  draft->introducers[0] = zb_kind_field_index (self->kind, "introducer1");
  draft->introducers[1] = zb_kind_field_index (self->kind, "introducer2");
  return draft;
}

static void
clear (ZbImportDraft *draft)
{
  for (guint i = 0; i < draft->n_values; i++)
    {
      g_clear_pointer (&draft->values[i], g_free);
      draft->is_default[i] = FALSE;
    }
  g_array_set_size (draft->also, 0);
  g_clear_pointer (&draft->branch, g_free);
  g_clear_pointer (&draft->group, g_free);
  g_clear_pointer (&draft->post, g_free);
  g_clear_pointer (&draft->state, g_free);
  g_clear_pointer (&draft->started_on, g_free);
  g_clear_pointer (&draft->aside, g_free);
  draft->is_from_name = draft->sex_is_derived = draft->birth_is_derived = draft->has_error = FALSE;
}

void
zb_import_draft_free (ZbImportDraft *draft)
{
  if (draft == NULL)
    return;
  clear (draft);
  g_free (draft->cells);
  g_free (draft->replaced);
  g_free (draft->values);
  g_free (draft->is_default);
  g_array_unref (draft->also);
  g_free (draft);
}

static int
index_in (const ZbKind *kind, const ZbField *field)
{
  return field >= kind->fields && field < kind->fields + kind->n_fields ? (int) (field - kind->fields) : -1;
}

const char *
zb_import_draft_also (const ZbImportDraft *draft, const ZbKind *kind, const char *name)
{
  const ZbField *field = zb_kind_field (kind, name);

  for (guint i = 0; i < draft->also->len; i++)
    if (g_array_index (draft->also, ZbImportAlso, i).field == field)
      return g_array_index (draft->also, ZbImportAlso, i).value;
  return NULL;
}

gboolean
zb_import_is_own (ZbImport *self, const ZbField *field)
{
  return index_in (self->kind, field) >= 0;
}

const char *
zb_import_draft_value (ZbImport *self, const ZbImportDraft *draft, const char *name)
{
  return draft->values[zb_kind_field_index (self->kind, name)];
}

const char *
zb_import_heading_of (ZbImport *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ZbImportColumnState *state = g_ptr_array_index (self->columns, i);

      if (state->shown.field != NULL && strcmp (state->shown.field->name, name) == 0)
        return state->shown.heading;
    }
  return NULL;
}

/* What the row takes from above, or what is not its own. */
static void
take_fills (ZbImport *self, ZbImportDraft *draft, const ZbImportLine *line)
{
  for (guint i = 0; i < line->n_fills; i++)
    {
      const ZbImportFill *fill = &g_array_index (self->fills, ZbImportFill, line->fills + i);

      draft->cells[fill->at] = fill->cell.text != NULL ? &fill->cell : NULL;
    }
}

guint
zb_import_row_number (ZbImport *self, guint index)
{
  const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, index);
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (ZbSheetCell));

  return zb_import_rows_get (((ZbImportTable *) g_ptr_array_index (self->tables, line->table))->sheet->rows, line->row, cells);
}

gboolean
zb_import_draft_load (ZbImport *self, ZbImportDraft *draft, guint index, gboolean report)
{
  const ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, index);
  ZbImportTable *table = g_ptr_array_index (self->tables, line->table);
  const char *first = NULL;
  ZbImportDecision decision;

  clear (draft);
  for (guint i = 0; i < self->columns->len; i++)
    draft->cells[i] = NULL;
  draft->index = self->line = index;
  draft->table = table;
  draft->section = &g_array_index (self->sections, ZbImportSection, line->section);
  self->in_hand = table;
  self->from_1904 = table->sheet->from_1904;
  draft->row = zb_import_rows_get (table->sheet->rows, line->row, self->cells);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const ZbSheetCell *cell = &g_array_index (self->cells, ZbSheetCell, i);
      gint at = cell->column < table->positions->len && cell->column >= table->first_column && cell->column <= table->last_column
                  ? g_array_index (table->positions, gint, cell->column) : -1;

      if (first == NULL && cell->column >= table->first_column && *zb_import_plain_text (self, cell->text, FALSE) != '\0')
        first = cell->text;
      if (at >= 0 && (cell->kind == ZB_CELL_FORMULA || *zb_import_plain_text (self, cell->text, FALSE) != '\0'))
        draft->cells[at] = cell;
    }
  take_fills (self, draft, line);
  if (self->answers != NULL && !draft->is_of_file)
    zb_import_answers_apply (self, draft, report);
  decision = zb_import_decision (self, index, NULL);
  if (decision == ZB_IMPORT_LEAVE_OUT || (line->skip != ZB_IMPORT_IS_RECORD && decision == ZB_IMPORT_AS_FOUND))
    {
      if (report)
        zb_import_add_problem (self, draft->row, NULL, first, decision == ZB_IMPORT_LEAVE_OUT ? "row-left-out" : zb_import_skip_rule (line->skip), FALSE);
      return FALSE;
    }
  return TRUE;
}

static void
report_value (ZbImport *self, const ZbImportDraft *draft, const char *heading, const char *text, const char *rule, gboolean is_error)
{
  g_autofree char *shown = g_utf8_strlen (text, -1) > MAX_SHOWN ? g_utf8_substring (text, 0, MAX_SHOWN) : NULL;

  zb_import_add_problem (self, draft->row, heading, shown != NULL ? shown : text, rule, is_error);
}

/* The cell of the name, without what stands behind it. */
static ZbImportValue
read_name (ZbImport *self, ZbImportDraft *draft, ZbImportColumnState *state, const ZbSheetCell *cell, char **out_behind, gboolean report)
{
  g_autofree char *name = NULL;
  ZbSheetCell plain = *cell;

  if (zb_import_is_kept_name (cell->text) && !g_str_has_suffix (cell->text, ZB_IMPORT_COMRADE))
    return zb_import_read_value (self, state, cell);
  *out_behind = zb_import_split_name (zb_import_plain_text (self, cell->text, FALSE), &name);
  if (*name == '\0')
    {
      g_clear_pointer (out_behind, g_free);
      return zb_import_read_value (self, state, cell);
    }
  plain.text = name;
  return zb_import_read_value (self, state, &plain);
}

/* What stood behind the name goes to the notes, after what the row has there. */
static void
add_note (ZbImport *self, ZbImportDraft *draft, const char *behind)
{
  char **note = &draft->values[zb_kind_field_index (self->kind, "note")];
  g_autofree char *own = *note;

  draft->is_from_name = own == NULL;
  *note = own != NULL ? g_strdup_printf ("%s；%s", own, behind) : g_strdup (behind);
}

/* What stood beside the name goes where it belongs, else to the notes. */
static void
place_behind (ZbImport *self, ZbImportDraft *draft, const char *behind, gboolean report)
{
  g_autofree char *rest = zb_import_place_facts (self, draft, behind);

  if (rest != NULL)
    add_note (self, draft, rest);
  if (report)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "name"), behind, rest != NULL ? "name-note" : "name-fact", FALSE);
}

/* Where a value goes that is no stored field of the record. */
static char **
place_of_derived (ZbImportDraft *draft, const ZbField *field)
{
  if (strcmp (field->name, "branch") == 0)
    return &draft->branch;
  if (strcmp (field->name, "group") == 0)
    return &draft->group;
  if (strcmp (field->name, "post") == 0)
    return &draft->post;
  if (strcmp (field->name, "state") == 0)
    return &draft->state;
  return strcmp (field->name, "started_on") == 0 ? &draft->started_on : NULL;
}

/* Two remarks in one. */
static char *
join (char *one, char *two)
{
  char *both = strcmp (one, two) == 0 ? g_strdup (one) : g_strdup_printf ("%s；%s", one, two);

  g_free (one);
  g_free (two);
  return both;
}

static void
take_value (ZbImport *self, ZbImportDraft *draft, const ZbField *field, char *value)
{
  int own = index_in (self->kind, field);
  char **target = NULL;

  if (own >= 0 && zb_field_is_stored (field))
    target = &draft->values[own];
  else if (self->kind == &zb_kind_member)
    target = place_of_derived (draft, field);
  else if (own < 0 && value != NULL)
    {
      g_array_append_val (draft->also, ((ZbImportAlso) { field, value }));
      return;
    }

  if (target == NULL || value == NULL)
    {
      g_free (value);
      return;
    }
  if (*target != NULL && field->type == ZB_FIELD_LONG_TEXT)
    value = join (g_steal_pointer (target), value);
  g_free (*target);
  *target = value;
}

/* 本科/学士, 大学本科（理学学士）: the degree stands behind the education. */
static void
take_degree (ZbImport *self, ZbImportDraft *draft, const char *text)
{
  int degree = zb_kind_field_index (self->kind, "degree");
  g_auto(GStrv) parts = g_regex_split_simple ("[/、,，；;（()）\\s]+", text, 0, 0);

  for (guint i = 1; degree >= 0 && draft->values[degree] == NULL && parts[0] != NULL && parts[i] != NULL; i++)
    {
      const ZbCode *code = *parts[i] != '\0' ? zb_code_read (zb_code_table_get ("degree"), parts[i], NULL) : NULL;

      if (code != NULL)
        draft->values[degree] = g_strdup (code->code);
    }
}

/* What sections, the name of the sheet and the title say of the row, where it says nothing itself. */
static const char *
branch_from_above (ZbImport *self, ZbImportDraft *draft, gboolean report, const char **out_rule)
{
  ZbImportTable *table = draft->table;

  *out_rule = NULL;
  if (table->branch_goes_on && draft->section->above != NULL)
    {
      *out_rule = "branch-from-above";
      return draft->section->above;
    }
  if (draft->section->branch != NULL)
    return draft->section->branch;
  if (table->branch != NULL)
    {
      *out_rule = table->told_branch ? NULL : "branch-from-sheet";
      table->told_branch = table->told_branch || report;
      return table->branch;
    }
  if (self->org != 0 || table->unit == NULL)
    return NULL;
  *out_rule = table->told_unit ? NULL : "branch-from-title";
  table->told_unit = table->told_unit || report;
  return table->unit;
}

static gboolean
has_branch (ZbImport *self, const ZbImportDraft *draft, const ZbField *field, int own)
{
  if (own >= 0 && zb_field_is_stored (field))
    return draft->values[own] != NULL;
  return own >= 0 ? draft->branch != NULL : zb_import_draft_also (draft, &zb_kind_member, field->name) != NULL;
}

/* What a title or the name of the sheet says that its people are, unless the row's own dates tell that it has gone on. */
static const char *
category_of_table (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  const char *code = draft->table->category;
  const char *later = g_strcmp0 (code, "full") == 0 ? NULL : g_strcmp0 (code, "probationary") == 0 ? "confirmed_on" : "joined_on";

  if (code == NULL || (later != NULL && zb_import_draft_value (self, draft, later) != NULL))
    return NULL;
  if (report && !draft->table->told_category)
    zb_import_add_problem (self, 0, NULL, zb_code_label (zb_code_table_get ("category"), code), "category-from-title", FALSE);
  draft->table->told_category = draft->table->told_category || report;
  return code;
}

static void
take_from_above (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  const ZbField *field = self->branch_field;
  int own = field != NULL ? index_in (self->kind, field) : -1;
  int category = self->kind == &zb_kind_member ? self->category : -1;
  const char *text, *rule;

  if (field != NULL && !has_branch (self, draft, field, own) && (text = branch_from_above (self, draft, report, &rule)) != NULL)
    {
      const char *meaning = zb_import_meaning (self, field, text, report);
      g_autofree char *plain = g_strdup (meaning != NULL ? meaning : zb_import_plain_text (self, text, FALSE));

      if (*plain == '\0')
        g_clear_pointer (&plain, g_free);
      if (rule != NULL && report)
        zb_import_add_problem (self, strcmp (rule, "branch-from-above") == 0 ? draft->row : 0, zb_import_heading_of (self, field->name), plain, rule,
                               FALSE);
      take_value (self, draft, field, g_steal_pointer (&plain));
    }
  if (self->kind == &zb_kind_member && draft->group == NULL)
    draft->group = g_strdup (draft->section->group != NULL ? draft->section->group : draft->table->group);
  if (self->kind == &zb_kind_member && draft->section->department != NULL && zb_import_draft_value (self, draft, "department") == NULL)
    draft->values[zb_kind_field_index (self->kind, "department")] = g_strdup (draft->section->department);
  if (category >= 0 && draft->values[category] == NULL)
    draft->values[category] = g_strdup (draft->section->category != NULL ? draft->section->category : category_of_table (self, draft, report));
}

/*
 * Whoever joined so long ago that the probation and its longest extension are over is no probationary member, which the registry
 * would think him to be without the day of the confirmation. Told once for the file, a person has to say what they are.
 */
static void
miss_category (ZbImport *self, ZbImportDraft *draft)
{
  ZbDate joined = ZB_DATE_NONE;

  if (self->lacks_category || draft->state != NULL || draft->values[self->category] != NULL || zb_import_draft_value (self, draft, "confirmed_on") != NULL
      || zb_import_draft_value (self, draft, "probation_until") != NULL
      || !zb_date_parse (zb_import_draft_value (self, draft, "joined_on"), &joined, NULL) || !zb_date_is_set (joined))
    return;
  /* Of a date that is not known to the day the last day counts. */
  joined.month = joined.month == 0 ? 12 : joined.month;
  joined.day = joined.day == 0 ? g_date_get_days_in_month ((GDateMonth) joined.month, (GDateYear) joined.year) : joined.day;
  if (zb_date_compare (zb_date_add_months (joined, self->probation_months), self->today) >= 0)
    return;
  self->lacks_category = TRUE;
  zb_import_add_problem (self, 0, self->kind->fields[self->category].heading, NULL, "category-missing", FALSE);
}

/* Below 失联党员 everybody is one. */
static void
take_flag (ZbImport *self, ZbImportDraft *draft)
{
  int at = draft->section->flag != NULL ? zb_kind_field_index (self->kind, draft->section->flag) : -1;

  if (at >= 0 && draft->values[at] == NULL)
    draft->values[at] = g_strdup ("1");
}

/* Below 转出党员 nobody is there any more, unless the row itself says what became of somebody. */
static void
take_leaving (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  const char *leaving = draft->section->leaving != NULL ? draft->section->leaving : draft->table->leaving;

  if (leaving == NULL || draft->state != NULL)
    return;
  draft->state = g_strdup (leaving);
  if (report)
    zb_import_add_problem (self, draft->row, NULL, leaving, "status-by-step", FALSE);
}

/* 2024年去世 among the remarks: kept word for word, and told. */
static void
tell_note (ZbImport *self, const ZbImportDraft *draft)
{
  const char *note = draft->state == NULL ? zb_import_draft_value (self, draft, "note") : NULL, *heading;

  if (note == NULL || !zb_import_tells_leaving (note))
    return;
  heading = zb_import_heading_of (self, "note");
  zb_import_add_problem (self, draft->row, heading != NULL ? heading : zb_kind_field (self->kind, "note")->heading, note, "note-of-leaving", FALSE);
}

/* On a list of floating members everybody is one. */
static void
take_floating (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  int at = draft->table->is_floating ? zb_kind_field_index (self->kind, "floating") : -1;

  if (at < 0 || draft->values[at] != NULL)
    return;
  draft->values[at] = g_strdup ("1");
  if (report && !draft->table->told_floating)
    zb_import_add_problem (self, 0, self->kind->fields[at].heading, NULL, "floating-from-title", FALSE);
  draft->table->told_floating = draft->table->told_floating || report;
}

/* What a person said is true of all rows that say nothing. */
static void
take_defaults (ZbImport *self, ZbImportDraft *draft)
{
  for (guint i = 0; self->answers != NULL && i < draft->n_values; i++)
    {
      const char *text = draft->values[i] == NULL ? zb_import_default (self, &self->kind->fields[i]) : NULL;

      if (text != NULL && zb_field_read (&self->kind->fields[i], text, &draft->values[i], NULL))
        draft->is_default[i] = TRUE;
    }
}

/* 男/汉 below 性别/民族: each as if it stood in a column of its own. */
static void
take_two (ZbImport *self, ZbImportDraft *draft, const ZbImportColumnState *column, const ZbSheetCell *cell, char *const *two, gboolean report)
{
  const ZbField *const fields[] = { column->shown.field, column->second };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      ZbImportColumnState own = *column;
      ZbSheetCell part = { cell->column, ZB_CELL_TEXT, two[i] };
      ZbImportValue value;

      own.shown.field = fields[i];
      own.cache = NULL;
      value = zb_import_read_value (self, &own, &part);
      g_clear_pointer (&own.cache, g_hash_table_unref);
      if (value.rule != NULL && report)
        report_value (self, draft, column->shown.heading, two[i], value.rule, value.is_error);
      draft->has_error = draft->has_error || (value.rule != NULL && value.is_error);
      take_value (self, draft, fields[i], value.value);
    }
}

void
zb_import_draft_read (ZbImport *self, ZbImportDraft *draft, gboolean report)
{
  const ZbField *name = self->kind == &zb_kind_member ? zb_kind_field (self->kind, "name") : NULL;
  g_autofree char *behind = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ZbImportColumnState *state = g_ptr_array_index (self->columns, i);
      const ZbSheetCell *cell = draft->cells[i];
      g_auto(GStrv) two = NULL;
      ZbImportValue value;

      if (state->shown.field == NULL || cell == NULL)
        continue;
      if (state->second != NULL && (two = zb_import_split_two (self, cell, state->shown.field, state->second)) != NULL)
        {
          take_two (self, draft, state, cell, two, report);
          continue;
        }
      if (state->shown.field == name)
        value = read_name (self, draft, state, cell, &behind, report);
      else
        value = zb_import_read_part (self, draft, state, cell);
      if (value.rule != NULL)
        zb_import_take_strays (self, draft, state, cell, &value);
      if (value.rule != NULL && report)
        report_value (self, draft, state->shown.heading, cell->text, value.rule, value.is_error);
      draft->has_error = draft->has_error || (value.rule != NULL && value.is_error);
      take_value (self, draft, state->shown.field, value.value);
      /* 人员类别: 已转出 */
      if (value.rule != NULL && value.value == NULL && draft->state == NULL && strcmp (value.rule, "status-by-step") == 0)
        draft->state = g_strdup (zb_import_plain_text (self, cell->text, FALSE));
      if (value.rule != NULL && strcmp (value.rule, "part-taken") == 0 && strcmp (state->shown.field->name, "education") == 0)
        take_degree (self, draft, cell->text);
    }
  take_from_above (self, draft, report);
  if (draft->aside != NULL)
    add_note (self, draft, draft->aside);
  if (behind != NULL)
    place_behind (self, draft, behind, report);
  if (self->kind == &zb_kind_member)
    zb_import_split_phones (self, draft, report);
  if (self->kind == &zb_kind_member)
    {
      take_flag (self, draft);
      take_floating (self, draft, report);
      take_leaving (self, draft, report);
    }
  zb_import_split_introducers (draft);
  take_defaults (self, draft);
  if (report && self->kind == &zb_kind_member)
    {
      miss_category (self, draft);
      tell_note (self, draft);
    }
}
