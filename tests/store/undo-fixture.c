/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "undo-fixture.h"

#include <string.h>

#include "store/zb-check.h"
#include "store/zb-records.h"

void
undo_set_up (UndoFixture *self, gconstpointer data)
{
  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->branch = zb_test_organization (self->db, "branch", "第一党支部", 0);
}

static void
assert_sound (ZbDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = zb_check_run (db, zb_test_date (TODAY), FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const ZbFinding *finding = findings->pdata[i];

      if (finding->level != ZB_FINDING_WARNING)
        g_error ("%s: %s", finding->rule, finding->title);
    }
}

void
undo_tear_down (UndoFixture *self, gconstpointer data)
{
  assert_sound (self->db);
  zb_test_db_free (self->test);
}

ZbChangeSet *
undo_begin (UndoFixture *self, const char *kind)
{
  g_autofree char *action = g_strconcat ("import.", kind, NULL);

  return zb_change_set_begin (self->db, action, "名册.xlsx（新增 1 人）", NULL);
}

gint64
undo_finish (ZbChangeSet *set)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  zb_change_set_commit (set, &id, &error);
  g_assert_no_error (error);
  zb_change_set_free (set);
  return id;
}

gint64
undo_insert (ZbChangeSet *set, const ZbKind *kind, const char *field, ...)
{
  g_autoptr(ZbRecord) record = zb_record_new (kind);
  g_autoptr(GError) error = NULL;
  va_list args;

  va_start (args, field);
  for (; field != NULL; field = va_arg (args, const char *))
    zb_record_set (record, field, va_arg (args, const char *));
  va_end (args);
  record->has_private = TRUE;
  zb_change_set_insert (set, record, &error);
  g_assert_no_error (error);
  return record->id;
}

gint64
undo_enter (ZbChangeSet *set, const char *name, gint64 org)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);
  g_autoptr(GError) error = NULL;

  zb_record_set (record, "name", name);
  zb_record_set (record, "phone", "19900000001");
  record->has_private = TRUE;
  zb_members_add (set, record, org, 0, ZB_DATE_NONE, "imported", &error);
  g_assert_no_error (error);
  return record->id;
}

void
undo_change (ZbChangeSet *set, const ZbKind *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr(GError) error = NULL;

  zb_change_set_set (set, kind, id, field, value, &error);
  g_assert_no_error (error);
}

/* What would be done, and then is: both must say the same. */
ZbHistoryRest *
undo_checked (UndoFixture *self, gint64 set)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = zb_test_db_state (self->db);
  g_autofree char *asked = NULL;
  g_autoptr(ZbHistoryRest) plan = zb_history_plan_rest (self->db, set, NULL, NULL, NULL, &error);
  ZbHistoryRest *rest;

  g_assert_no_error (error);
  asked = zb_test_db_state (self->db);
  g_assert_cmpstr (asked, ==, before);
  rest = zb_history_undo_rest (self->db, set, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_new, ==, rest->n_new);
  g_assert_cmpuint (plan->n_changed, ==, rest->n_changed);
  g_assert_cmpuint (plan->n_along, ==, rest->n_along);
  g_assert_cmpuint (plan->kept->len, ==, rest->kept->len);
  assert_sound (self->db);
  return rest;
}

/* `title[ (what)]: reason by_kind` of each that is kept, sorted. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
undo_kept_text (const ZbHistoryRest *rest)
{
  static const char *const reasons[] = { "edited", "referred", "went-on", "rule", "along" };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rest->kept->len; i++)
    {
      const ZbHistoryKept *kept = rest->kept->pdata[i];

      g_assert_true (kept->reason == ZB_KEPT_RULE || kept->reason == ZB_KEPT_REFERRED || (kept->at != NULL && kept->who != NULL));
      g_ptr_array_add (lines, g_strdup_printf ("%s%s%s%s: %s %s", kept->title, kept->what != NULL ? " (" : "",
                                               kept->what != NULL ? kept->what : "", kept->what != NULL ? ")" : "", reasons[kept->reason],
                                               kept->by_kind->name));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (char **) lines->pdata);
}

gboolean
undo_is_there (UndoFixture *self, const ZbKind *kind, gint64 id)
{
  g_autoptr(ZbRecord) record = zb_records_get (self->db, kind, id, FALSE, NULL);

  return record != NULL && !record->withdrawn;
}

guint
undo_count_of (UndoFixture *self, const ZbKind *kind)
{
  return (guint) zb_records_count (self->db, kind, NULL);
}
