/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/import/zb-import-private.h"
#include "exchange/zb-import-answers.h"
#include "core/zb-rules.h"
#include "store/zb-check.h"
#include "store/zb-history.h"
#include "store/zb-member-reader.h"
#include "store/zb-records.h"

/* How often cancelling is looked at and progress told, in rows. */
#define STEP 256

/* For how many rows the changes are kept in words, for the preview. */
#define MAX_CHANGES 2000

/* The registry's side of the comparison: the stored values of one member after another. */
typedef struct {
  ZbMemberReader *reader;
  guint *fields;
  guint n_fields;
  gboolean *covered;     /* by field: whether it is among these */
  char **stored;
  GHashTable *posts;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  zb_member_reader_free (self->reader);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_free (self->fields);
  g_free (self->covered);
  g_free (self->stored);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

gint64
zb_import_newest_set (ZbImport *self, guint skip, GError **error)
{
  g_autoptr(GPtrArray) sets = zb_history_list (self->db, 0, skip + 1, error);

  if (sets == NULL)
    return -1;
  return sets->len > skip ? ((ZbHistorySet *) g_ptr_array_index (sets, skip))->id : 0;
}

void
zb_import_set_line (ZbImport *self, const ZbImportDraft *draft, ZbImportVerdict verdict, gint64 match)
{
  ZbImportLine *line = &g_array_index (self->lines, ZbImportLine, draft->index);

  line->verdict = (guint8) verdict;
  line->match = match;
  self->counts.read += verdict != ZB_IMPORT_SKIP;
  switch (verdict)
    {
    case ZB_IMPORT_NEW: self->counts.fresh++; break;
    case ZB_IMPORT_UPDATE: self->counts.updated++; break;
    case ZB_IMPORT_SAME: self->counts.same++; break;
    case ZB_IMPORT_SKIP: self->counts.skipped++; break;
    case ZB_IMPORT_CONFLICT:
    case ZB_IMPORT_ERROR: self->counts.errors++; break;
    }
}

/* Fields that some row may fill: the columns', and what is taken from the ID number or the name. */
static gboolean
may_be_filled (ZbImport *self, const ZbField *field)
{
  static const char *const taken_besides[] = { "sex", "birth_date", "note", "introducer2", NULL };

  if (!zb_field_is_stored (field))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    if (((const ZbImportColumnState *) g_ptr_array_index (self->columns, i))->second == field)
      return TRUE;
  if (zb_import_is_own (self, field) && zb_import_default (self, field) != NULL)
    return TRUE;
  return g_strv_contains (taken_besides, field->name) || zb_import_heading_of (self, field->name) != NULL;
}

static gboolean
comparison_init (Comparison *self, ZbImport *import, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  self->fields = g_new0 (guint, import->kind->n_fields);
  self->covered = g_new0 (gboolean, import->kind->n_fields);
  for (guint i = 0; i < import->kind->n_fields; i++)
    if (may_be_filled (import, &import->kind->fields[i]))
      {
        self->fields[self->n_fields++] = i;
        self->covered[i] = TRUE;
        g_ptr_array_add (names, (gpointer) import->kind->fields[i].name);
      }
  self->stored = g_new0 (char *, self->n_fields + 1);
  self->reader = zb_member_reader_new (import->db, (const char *const *) names->pdata, names->len, error);
  if (self->reader != NULL && zb_import_heading_of (import, "post") != NULL)
    self->posts = zb_members_posts (import->db, ZB_IMPORT_LATEST, error);
  return self->reader != NULL && (self->posts != NULL || zb_import_heading_of (import, "post") == NULL);
}

GPtrArray *
zb_import_posts (const char *text, gboolean *out_unknown)
{
  static const char *const nobody[] = { "党员", "普通党员", "正式党员", "预备党员", "无", "群众", "", NULL };
  const ZbCodeTable *table = zb_code_table_get ("post");
  GPtrArray *out = g_ptr_array_new ();
  g_autoptr(GString) even = g_string_new (text);
  g_auto(GStrv) words = NULL;

  *out_unknown = FALSE;
  g_string_replace (even, "、", ",", 0);
  g_string_replace (even, "，", ",", 0);
  g_string_replace (even, "；", ",", 0);
  words = g_strsplit_set (even->str, ",;/ \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const ZbCode *code = g_strv_contains (nobody, words[i]) ? NULL : zb_code_read (table, words[i], NULL);

      if (code != NULL && !g_ptr_array_find (out, code, NULL))
        g_ptr_array_add (out, (gpointer) code);
      *out_unknown = *out_unknown || (code == NULL && !g_strv_contains (nobody, words[i]));
    }
  return out;
}

static gboolean
has_new_post (const ZbImportDraft *draft, const char *held)
{
  gboolean unknown;
  g_autoptr(GPtrArray) posts = draft->post != NULL ? zb_import_posts (draft->post, &unknown) : NULL;
  g_auto(GStrv) labels = held != NULL ? g_strsplit (held, "、", -1) : NULL;

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    if (labels == NULL || !g_strv_contains ((const char *const *) labels, ((const ZbCode *) g_ptr_array_index (posts, i))->label))
      return TRUE;
  return FALSE;
}

/* Branch and group of the row; FALSE when the branch cannot be told. */
static gboolean
find_places (ZbImport *self, ZbImportDraft *draft, ZbImportPlace **out_branch, ZbImportPlace **out_group)
{
  const char *heading = zb_import_heading_of (self, "branch");
  gboolean by_end, is_first;

  *out_branch = zb_import_places_branch (self->places, draft->branch, &by_end);
  is_first = draft->branch != NULL && zb_import_places_count (self->places, draft->branch);
  *out_group = NULL;
  if (*out_branch != NULL && (*out_branch)->is_ambiguous)
    {
      zb_import_add_problem (self, draft->row, heading, draft->branch, "ambiguous-branch", TRUE);
      return FALSE;
    }
  if (by_end)
    zb_import_add_problem (self, draft->row, heading, draft->branch, "branch-matched", FALSE);
  if (is_first && (*out_branch)->is_new && *draft->branch != '+')
    zb_import_add_problem (self, draft->row, heading != NULL ? heading : self->branch_field->heading, draft->branch, "branch-new", FALSE);
  if (*out_branch == NULL && heading != NULL)
    zb_import_add_problem (self, draft->row, heading, NULL, "branch-missing", FALSE);
  self->lacks_branch = self->lacks_branch || *out_branch == NULL;
  if (draft->group == NULL)
    return TRUE;
  if (*out_branch == NULL || (*out_branch)->kind != ZB_ORG_BRANCH)
    {
      zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "group"), draft->group, "group-without-branch", FALSE);
      g_clear_pointer (&draft->group, g_free);
    }
  else
    *out_group = zb_import_places_group (self->places, *out_branch, draft->group);
  return TRUE;
}

static void
add_change (ZbImport *self, GString *out, guint field)
{
  const char *const separator = "、";

  g_string_append_printf (out, "%s%s", out->len > 0 ? separator : "", self->kind->fields[field].heading);
}

/* What the row says in fields that no column is named after: the second of two facts in a cell, a section, a title. */
static gboolean
find_changes_besides (ZbImport *self, const Comparison *comparison, const ZbImportDraft *draft, gint64 id, GString *out, GError **error)
{
  g_autoptr(ZbRecord) record = NULL;

  for (guint i = 0; i < draft->n_values; i++)
    {
      if (draft->values[i] == NULL || comparison->covered[i] || !zb_field_is_stored (&self->kind->fields[i]))
        continue;
      if (record == NULL && !(record = zb_records_get (self->db, self->kind, id, TRUE, error)))
        return FALSE;
      if (zb_import_draft_changes (self, draft, i, record->values[i]))
        add_change (self, out, i);
    }
  return TRUE;
}

/* What would change of a person who is there: headings of the fields, in order; none when nothing would. */
static gboolean
find_changes (ZbImport *self, Comparison *comparison, const ZbImportDraft *draft, const ZbImportMatch *match,
              const ZbImportPlace *branch, const ZbImportPlace *group, GString *out, GError **error)
{
  const char *const separator = "、";

  if (!zb_member_reader_get (comparison->reader, match->id, comparison->stored, error))
    return FALSE;
  for (guint i = 0; i < comparison->n_fields; i++)
    if (zb_import_draft_changes (self, draft, comparison->fields[i], comparison->stored[i]))
      add_change (self, out, comparison->fields[i]);
  if (!find_changes_besides (self, comparison, draft, match->id, out, error))
    return FALSE;
  if (branch != NULL && match->org == 0)
    g_string_append_printf (out, "%s%s", out->len > 0 ? separator : "", zb_kind_field (self->kind, "branch")->heading);
  else if (branch != NULL && branch->id != match->org && draft->branch != NULL)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "branch"), draft->branch, "branch-differs", FALSE);
  if (group != NULL && branch->id == match->org && (group->id == 0 || group->id != match->group))
    g_string_append_printf (out, "%s%s", out->len > 0 ? separator : "", zb_kind_field (self->kind, "group")->heading);
  if (match->org != 0 && comparison->posts != NULL && has_new_post (draft, g_hash_table_lookup (comparison->posts, &match->id)))
    g_string_append_printf (out, "%s%s", out->len > 0 ? separator : "", zb_kind_field (self->kind, "post")->heading);
  return TRUE;
}

static void
report_post (ZbImport *self, const ZbImportDraft *draft, const ZbImportPlace *branch)
{
  gboolean unknown = FALSE;
  g_autoptr(GPtrArray) posts = draft->post != NULL ? zb_import_posts (draft->post, &unknown) : NULL;

  if (unknown)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "post"), draft->post, "unknown-post", FALSE);
  else if (posts != NULL && posts->len > 0 && branch == NULL)
    zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "post"), draft->post, "post-without-branch", FALSE);
}

static void
use_places (ZbImportPlace *branch, ZbImportPlace *group)
{
  if (branch != NULL)
    branch->is_used = TRUE;
  if (group != NULL)
    group->is_used = TRUE;
}

/* Whether the row is about somebody who left, and says so as the registry does: our own list of those who left. */
static gboolean
tells_of_leaving (const ZbImportDraft *draft, const ZbImportMatch *match)
{
  return match->rule != NULL && strcmp (match->rule, "left-already") == 0 && g_strcmp0 (draft->state, zb_member_state_heading (match->state)) == 0;
}

/* That a status is recorded by a step need not be told where it has been. */
static void
forget_status (ZbImport *self, const ZbImportDraft *draft)
{
  for (guint i = self->problems->len; i > 0; i--)
    {
      const ZbImportProblem *problem = g_ptr_array_index (self->problems, i - 1);

      if (problem->row != draft->row || problem->line != (gint) self->line)
        return;
      if (strcmp (problem->rule, "status-by-step") == 0)
        g_ptr_array_remove_index (self->problems, i - 1);
    }
}

/* Of somebody who left nothing is changed; a row that would change nothing is the same. */
static gboolean
judge_leaver (ZbImport *self, Comparison *comparison, const ZbImportDraft *draft, ZbImportMatch *match, gboolean *out_same, GError **error)
{
  g_autoptr(GString) changes = g_string_new (NULL);

  *out_same = FALSE;
  if (!tells_of_leaving (draft, match))
    return TRUE;
  if (!find_changes (self, comparison, draft, match, NULL, NULL, changes, error))
    return FALSE;
  *out_same = changes->len == 0;
  if (*out_same)
    {
      forget_status (self, draft);
      zb_import_set_line (self, draft, ZB_IMPORT_SAME, match->id);
    }
  return TRUE;
}

/* Who is said to have left and is nobody of the registry: no clerk enters him as present, unless a person says so. */
static gboolean
is_to_be_passed_over (ZbImport *self, const ZbImportDraft *draft)
{
  return draft->state != NULL && zb_import_decision (self, draft->index, NULL) == ZB_IMPORT_AS_FOUND && zb_import_is_gone (draft->state);
}

/* What else was wrong with the row does not matter then. @before: how many problems there were before it */
static void
pass_over (ZbImport *self, const ZbImportDraft *draft, guint before)
{
  for (guint i = self->problems->len; i-- > before;)
    if (((ZbImportProblem *) g_ptr_array_index (self->problems, i))->line == (gint) self->line)
      g_ptr_array_remove_index (self->problems, i);
  zb_import_add_problem (self, draft->row, NULL, draft->state, "row-left", FALSE);
  zb_import_set_line (self, draft, ZB_IMPORT_SKIP, 0);
}

/* The verdict of a row. @is_good: whether its values are; @before: how many problems there were before it */
static gboolean
judge (ZbImport *self, Comparison *comparison, ZbImportDraft *draft, ZbImportPlace *branch, ZbImportPlace *group, gboolean is_good, guint before,
       GError **error)
{
  ZbImportMatch match = zb_import_matcher_find (self->matcher, draft, self, branch);
  g_autofree char *with = match.with;
  g_autoptr(GString) changes = g_string_new (NULL);
  gboolean is_same;

  if (!judge_leaver (self, comparison, draft, &match, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;
  if (match.id == 0 && is_to_be_passed_over (self, draft))
    {
      pass_over (self, draft, before);
      return TRUE;
    }
  if (!is_good)
    {
      zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
      return TRUE;
    }
  if (match.rule != NULL)
    zb_import_add_problem (self, draft->row, NULL, with != NULL ? with : zb_import_draft_value (self, draft, "name"), match.rule,
                           match.is_error);
  if (match.is_error)
    {
      zb_import_set_line (self, draft, strcmp (match.rule, "double-in-file") == 0 ? ZB_IMPORT_ERROR : ZB_IMPORT_CONFLICT, match.id);
      return TRUE;
    }
  report_post (self, draft, branch);
  if (match.id == 0)
    {
      use_places (branch, group);
      zb_import_set_line (self, draft, ZB_IMPORT_NEW, 0);
      return TRUE;
    }
  if (!find_changes (self, comparison, draft, &match, branch, group, changes, error))
    return FALSE;
  if (match.org == 0 || (branch != NULL && branch->id == match.org))
    use_places (branch, group);
  zb_import_set_line (self, draft, changes->len > 0 ? ZB_IMPORT_UPDATE : ZB_IMPORT_SAME, match.id);
  if (changes->len > 0 && g_hash_table_size (self->changes) < MAX_CHANGES)
    g_hash_table_insert (self->changes, GUINT_TO_POINTER (draft->index), g_strdup (changes->str));
  return TRUE;
}

static gboolean
check_row (ZbImport *self, Comparison *comparison, ZbImportDraft *draft, guint i, GError **error)
{
  ZbImportPlace *branch = NULL, *group = NULL;
  guint before = self->problems->len;
  gboolean is_good;

  if (!zb_import_draft_load (self, draft, i, TRUE))
    {
      zb_import_set_line (self, draft, ZB_IMPORT_SKIP, 0);
      return TRUE;
    }
  zb_import_draft_read (self, draft, TRUE);
  zb_import_draft_compare (self, draft, TRUE);
  zb_import_draft_weigh (self, draft);
  if (zb_import_draft_value (self, draft, "name") == NULL)
    {
      if (!draft->has_error)
        zb_import_add_problem (self, draft->row, zb_import_heading_of (self, "name"), NULL, "name-missing", TRUE);
      zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
      return TRUE;
    }
  is_good = find_places (self, draft, &branch, &group) && !draft->has_error;
  if (!is_good && !is_to_be_passed_over (self, draft))
    {
      zb_import_set_line (self, draft, ZB_IMPORT_ERROR, 0);
      return TRUE;
    }
  return judge (self, comparison, draft, branch, group, is_good, before, error);
}

/* A title has the branch's name with that of its unit before it. */
void
zb_import_know_titles (ZbImport *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      ZbImportTable *table = g_ptr_array_index (self->tables, i);
      char **texts[] = { &table->unit, &table->branch };

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          const char *known = *texts[t] != NULL ? zb_import_places_in_title (self->places, *texts[t]) : NULL;

          if (known == NULL)
            continue;
          g_free (*texts[t]);
          *texts[t] = g_strdup (known);
        }
    }
}

gboolean
zb_import_check_members (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_auto(Comparison) comparison = { 0 };
  g_autoptr(ZbImportDraft) draft = zb_import_draft_new (self);
  guint before;

  if (!(self->places = zb_import_places_new (self->db, self->org, error)) || !(self->matcher = zb_import_matcher_new (self, error))
      || !comparison_init (&comparison, self, error))
    return FALSE;
  zb_import_know_titles (self);
  zb_import_unite (self);
  before = self->problems->len;
  self->lacks_branch = FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (i % STEP == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, self->lines->len, user_data);
        }
      if (!check_row (self, &comparison, draft, i, error))
        return FALSE;
    }
  self->counts.new_organizations = zb_import_places_n_new (self->places);
  if (self->lacks_branch && zb_import_heading_of (self, "branch") == NULL)
    {
      self->in_hand = NULL;
      zb_import_add_problem (self, 0, NULL, NULL, "branch-missing", FALSE);
      g_ptr_array_insert (self->problems, (gint) before, g_ptr_array_steal_index (self->problems, self->problems->len - 1));
    }
  return TRUE;
}

static gboolean
load_probation (ZbImport *self, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (self->db, error);

  if (rules == NULL)
    return FALSE;
  self->probation_least = (int) (12 * zb_rules_value (rules, "probation.length", self->today));
  self->least_age = (int) zb_rules_value (rules, "join.min_age", self->today);
  self->probation_months = (int) (12 * zb_rules_value (rules, "probation.length", self->today)
                                  + zb_rules_value (rules, "probation.extension_max", self->today));
  return TRUE;
}

gboolean
zb_import_check (ZbImport *self, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gboolean good;

  g_ptr_array_set_size (self->problems, 0);
  g_hash_table_remove_all (self->changes);
  g_clear_pointer (&self->places, zb_import_places_free);
  self->counts = (ZbImportCounts) { 0 };
  self->today = zb_db_today (self->db);
  self->derives_sex = self->derives_birth = self->lacks_category = FALSE;
  self->is_checked = FALSE;
  self->in_hand = NULL;
  if (!self->is_surveyed || self->is_united)
    zb_import_survey (self);
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_array_index (self->lines, ZbImportLine, i).verdict = ZB_IMPORT_NEW;
      g_array_index (self->lines, ZbImportLine, i).match = 0;
    }
  for (guint i = 0; i < self->tables->len; i++)
    {
      ZbImportTable *table = g_ptr_array_index (self->tables, i);

      table->told_branch = table->told_unit = table->told_category = table->told_floating = FALSE;
    }
  zb_import_report_columns (self);
  if ((self->checked_at = zb_import_newest_set (self, 0, error)) < 0 || !load_probation (self, error))
    return FALSE;
  g_hash_table_remove_all (self->found);
  zb_import_answers_begin (self);
  good = self->way->check (self, progress, user_data, cancellable, error);
  g_clear_pointer (&self->matcher, zb_import_matcher_free);
  self->is_checked = good;
  return good;
}
