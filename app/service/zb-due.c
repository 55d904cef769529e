/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-due-private.h"

#include "store/zb-check.h"
#include "store/zb-records.h"
#include "store/zb-terms.h"

void
zb_due_free (ZbDue *due)
{
  g_free (due->title);
  g_free (due->unit);
  g_free (due->source);
  g_free (due);
}

const char *
zb_due_name (ZbDueKind kind)
{
  switch (kind)
    {
    case ZB_DUE_CONFIRMATION: return "confirmation";
    case ZB_DUE_ELECTION: return "election";
    case ZB_DUE_RECEIPT: return "receipt";
    case ZB_DUE_TALK: return "talk";
    case ZB_DUE_ACTIVIST: return "activist";
    case ZB_DUE_MEETING: return "meeting";
    case ZB_DUE_OATH: return "oath";
    case ZB_DUE_MAKE_UP: return "make-up";
    case ZB_DUE_PROMISE: return "promise";
    case ZB_DUE_UNCLAIMED: return "unclaimed";
    case ZB_DUE_BIRTHDAY: return "birthday";
    }
  g_assert_not_reached ();
}

ZbDue *
zb_due_add (ZbDueFinder *finder, ZbDueKind kind, const ZbKind *record_kind, gint64 record, const char *title, ZbDate since, ZbDate on,
            const char *rule_key)
{
  const ZbRule *rule = zb_rules_get (finder->rules, rule_key, finder->today);
  ZbDue *due = g_new0 (ZbDue, 1);

  due->kind = kind;
  due->record_kind = record_kind;
  due->record = record;
  due->title = g_strdup (title);
  due->since = since;
  due->on = on;
  due->value = rule != NULL ? rule->value : 0;
  due->unit = g_strdup (rule != NULL ? rule->unit : "");
  due->source = g_strdup (rule != NULL ? rule->source : "");
  g_ptr_array_add (finder->out, due);
  return due;
}

static int
number (ZbDueFinder *finder, const char *key)
{
  return (int) zb_rules_value (finder->rules, key, finder->today);
}

/* Whether @on comes within @months from today, or has passed. */
static gboolean
is_near (ZbDueFinder *finder, ZbDate on, int months)
{
  return zb_date_is_set (on) && zb_date_compare (on, zb_date_add_months (finder->today, months)) <= 0;
}

/* A probation that was prolonged ends on its own day. */
static void
find_probation (ZbDueFinder *finder, const ZbMemberEntry *entry)
{
  guint until = GPOINTER_TO_UINT (g_hash_table_lookup (finder->facts->prolonged, &entry->id));
  ZbDate on = until != 0 ? zb_date_unpack (until) : zb_date_add_months (entry->standing.joined, 12 * number (finder, "probation.length"));

  if (zb_date_is_set (entry->standing.joined) && is_near (finder, on, 1))
    zb_due_add (finder, ZB_DUE_CONFIRMATION, &zb_kind_member, entry->id, entry->name, entry->standing.joined, on, "probation.length");
}

static void
find_on_the_way (ZbDueFinder *finder, const ZbMemberEntry *entry, ZbCategory category)
{
  ZbDate on;

  if (category == ZB_CATEGORY_APPLICANT && zb_date_is_set (entry->standing.applied))
    {
      on = zb_date_add_months (entry->standing.applied, number (finder, "dev.talk_deadline"));
      if (zb_date_months_between (on, finder->today) < 6)
        zb_due_add (finder, ZB_DUE_TALK, &zb_kind_member, entry->id, entry->name, entry->standing.applied, on, "dev.talk_deadline");
    }
  else if (category == ZB_CATEGORY_ACTIVIST && zb_date_is_set (entry->standing.activist))
    {
      on = zb_date_add_months (entry->standing.activist, 12 * number (finder, "dev.activist_to_target_min"));
      if (is_near (finder, on, 0))
        zb_due_add (finder, ZB_DUE_ACTIVIST, &zb_kind_member, entry->id, entry->name, entry->standing.activist, on,
             "dev.activist_to_target_min");
    }
}

static void
find_people (ZbDueFinder *finder)
{
  guint n = zb_member_columns_size (finder->columns);

  for (guint i = 0; i < n; i++)
    {
      ZbCategory category = zb_member_columns_category (finder->columns, i);
      ZbMemberEntry entry;

      if (category == ZB_CATEGORY_FULL || category == ZB_CATEGORY_NONE)
        continue;
      zb_member_columns_get (finder->columns, i, &entry);
      if (entry.state != ZB_MEMBER_HERE)
        continue;
      if (category == ZB_CATEGORY_PROBATIONARY)
        find_probation (finder, &entry);
      else
        find_on_the_way (finder, &entry, category);
    }
}

/* The term in which each organisation is decides; an extension moves its end. */
static gboolean
find_elections (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GHashTable) terms = zb_terms_current (finder->db, finder->today, error);
  GHashTableIter iter;
  gpointer value;

  if (terms == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ZbOrg *org = zb_org_tree_get (finder->tree, zb_record_get_int (value, "org"));
      ZbDate on = zb_term_end (value);
      ZbDate since = ZB_DATE_NONE;

      zb_date_parse (zb_record_get (value, "appointed_on"), &since, NULL);
      if (org != NULL && !zb_term_is_held (value, finder->today) && is_near (finder, on, number (finder, "term.remind_before")))
        zb_due_add (finder, ZB_DUE_ELECTION, &zb_kind_organization, org->id, zb_org_short (org), since, on, "term.remind_before");
    }
  return TRUE;
}

static gboolean
find_receipts (ZbDueFinder *finder, GError **error)
{
  g_autoptr(GPtrArray) gone = zb_records_list (finder->db, &zb_kind_membership, "ended_by", "transferred_out", FALSE, error);

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      ZbRecord *membership = g_ptr_array_index (gone, i);
      gint64 person = zb_record_get_int (membership, "person");
      const char *days = zb_record_get (membership, "valid_days");
      ZbDate since = ZB_DATE_NONE;
      g_autofree char *name = NULL;

      if (zb_record_get (membership, "receipt_on") != NULL
          || !zb_date_parse (zb_record_get (membership, "ended_on"), &since, NULL)
          || zb_date_months_between (since, finder->today) >= 24)
        continue;
      name = zb_records_title (finder->db, &zb_kind_member, person);
      zb_due_add (finder, ZB_DUE_RECEIPT, &zb_kind_member, person, name, since,
           zb_date_add_days (since, days != NULL ? (int) g_ascii_strtoll (days, NULL, 10)
                                                 : number (finder, "transfer.letter_valid_days")),
           "transfer.letter_valid_days");
    }
  return gone != NULL;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const ZbDue *left = *(ZbDue *const *) a;
  const ZbDue *right = *(ZbDue *const *) b;
  int order = zb_date_compare (left->on, right->on);

  return order != 0 ? order : left->record < right->record ? -1 : left->record > right->record;
}

static gboolean
read_prolonged (ZbDueFacts *facts, ZbDb *db, const gint64 *probationers, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_member, probationers[i], FALSE, error);
      ZbDate until;

      if (record == NULL)
        return FALSE;
      if (zb_date_parse (zb_record_get (record, "probation_until"), &until, NULL))
        g_hash_table_insert (facts->prolonged, g_memdup2 (&record->id, sizeof record->id), GUINT_TO_POINTER (zb_date_pack (until)));
    }
  return TRUE;
}

void
zb_due_facts_free (ZbDueFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->rules, zb_rules_free);
  g_ptr_array_unref (facts->found);
  g_hash_table_unref (facts->prolonged);
  g_clear_pointer (&facts->sworn, g_hash_table_unref);
  g_clear_pointer (&facts->missed, g_hash_table_unref);
  g_free (facts);
}

ZbDueFacts *
zb_due_facts_load (ZbDb *db, ZbDate today, const gint64 *probationers, guint n, GError **error)
{
  g_autoptr(ZbDueFacts) facts = g_new0 (ZbDueFacts, 1);
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, today, FALSE, error);
  ZbDueFinder finder = { facts, db, tree, NULL, NULL, today, NULL };

  facts->today = today;
  facts->found = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_due_free);
  facts->prolonged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  facts->rules = tree != NULL ? zb_rules_load (db, error) : NULL;
  finder.rules = facts->rules;
  finder.out = facts->found;
  if (facts->rules == NULL || !read_prolonged (facts, db, probationers, n, error) || !find_elections (&finder, error)
      || !find_receipts (&finder, error) || !zb_due_load_life (&finder, error) || !zb_due_load_wishes (&finder, error))
    return NULL;
  return g_steal_pointer (&facts);
}

GPtrArray *
zb_due_from_facts (ZbDueFacts *facts, ZbMemberColumns *columns)
{
  g_autoptr(GPtrArray) out = g_steal_pointer (&facts->found);
  ZbDueFinder finder = { facts, NULL, NULL, columns, facts->rules, facts->today, out };

  facts->found = g_ptr_array_new ();
  find_people (&finder);
  zb_due_find_life (&finder);
  g_ptr_array_sort (out, compare_due);
  return g_steal_pointer (&out);
}

GArray *
zb_due_probationers (ZbMemberColumns *columns)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < zb_member_columns_size (columns); i++)
    if (zb_member_columns_category (columns, i) == ZB_CATEGORY_PROBATIONARY)
      {
        gint64 id = zb_member_columns_id (columns, i);

        g_array_append_val (out, id);
      }
  return out;
}

GPtrArray *
zb_due_list (ZbDb *db, ZbMemberColumns *columns, GError **error)
{
  g_autoptr(GArray) probationers = zb_due_probationers (columns);
  g_autoptr(ZbDueFacts) facts = zb_due_facts_load (db, zb_member_columns_as_of (columns), (const gint64 *) probationers->data, probationers->len, error);

  return facts != NULL ? zb_due_from_facts (facts, columns) : NULL;
}
