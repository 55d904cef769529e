/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/life/zb-ceremonies.h"

#include "core/life/zb-programmes.h"
#include "core/zb-codes.h"
#include "store/life/zb-meetings.h"
#include "store/life/zb-roll.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* What people are at a ceremony of a type, unless somebody says otherwise. */
static const char *
role_at (const char *type)
{
  if (g_strcmp0 (type, "birthday") == 0 || g_strcmp0 (type, "medal") == 0)
    return "honoured";
  return g_strcmp0 (type, "flag") == 0 ? "team" : "swearer";
}

static ZbDate
day_of (const ZbRecord *meeting, ZbDb *db)
{
  const char *held = zb_record_get (meeting, "held_on"), *planned = zb_record_get (meeting, "planned_on");
  ZbDate day = ZB_DATE_NONE;

  zb_date_parse (held != NULL ? held : planned, &day, NULL);
  return zb_date_is_complete (day) ? day : zb_db_today (db);
}

/* People */

/* What is written down of people, as of one day; the names of branches of that day are read once. */
typedef struct {
  ZbDb *db;
  ZbDate day;
  ZbOrgTree *tree;
} Facts;

static void
facts_clear (Facts *facts)
{
  g_clear_pointer (&facts->tree, zb_org_tree_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static gboolean
facts_init (Facts *facts, ZbDb *db, const ZbRecord *ceremony, GError **error)
{
  g_autoptr(ZbRecord) meeting = zb_records_get (db, &zb_kind_meeting, zb_record_get_int (ceremony, "meeting"), FALSE, error);

  if (meeting == NULL)
    return FALSE;
  facts->db = db;
  facts->day = day_of (meeting, db);
  facts->tree = zb_org_tree_load (db, facts->day, TRUE, error);
  return facts->tree != NULL;
}

static char *
introducers_of (const ZbRecord *member)
{
  const char *first = zb_record_get (member, "introducer1"), *second = zb_record_get (member, "introducer2");

  return first != NULL && second != NULL ? g_strdup_printf ("%s、%s", first, second) : g_strdup (first != NULL ? first : second);
}

static gboolean
freeze (Facts *facts, gint64 person, ZbRecord *row, GError **error)
{
  static const char *const same[] = { "sex", "birth_date", "joined_on" };
  g_autoptr(ZbRecord) member = zb_records_get (facts->db, &zb_kind_member, person, FALSE, error);
  g_autofree char *introducers = NULL;
  const ZbOrg *branch;

  if (member == NULL || !zb_members_derive (facts->db, member, facts->day, error))
    return FALSE;
  introducers = introducers_of (member);
  branch = zb_org_tree_get (facts->tree, zb_record_get_int (member, "branch"));
  zb_record_set_int (row, "person", person);
  zb_record_set (row, "name", zb_record_title (member));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    zb_record_set (row, same[i], zb_record_get (member, same[i]));
  zb_record_set (row, "introducers", introducers);
  zb_record_set (row, "branch_name", branch != NULL ? zb_org_short (branch) : NULL);
  return TRUE;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const ZbRecord *left = *(ZbRecord *const *) a, *right = *(ZbRecord *const *) b;
  gint64 one = zb_record_get_int (left, "number"), two = zb_record_get_int (right, "number");

  return one != two ? (one < two ? -1 : 1) : left->id < right->id ? -1 : left->id > right->id;
}

GPtrArray *
zb_ceremonies_people (ZbDb *db, gint64 ceremony, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ceremony);
  GPtrArray *people = zb_records_list (db, &zb_kind_ceremony_person, "ceremony", id, FALSE, error);

  if (people != NULL)
    g_ptr_array_sort (people, compare_people);
  return people;
}

static gboolean
is_there (GPtrArray *people, gint64 person)
{
  for (guint i = 0; i < people->len; i++)
    if (zb_record_get_int (g_ptr_array_index (people, i), "person") == person)
      return TRUE;
  return FALSE;
}

gboolean
zb_ceremonies_add_people (ZbChangeSet *set, gint64 id, const gint64 *ids, guint n, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) ceremony = zb_records_get (db, &zb_kind_ceremony, id, FALSE, error);
  g_autoptr(GPtrArray) people = ceremony != NULL ? zb_ceremonies_people (db, id, error) : NULL;
  g_auto(Facts) facts = { 0 };
  gint64 number = 0;

  if (people == NULL || !facts_init (&facts, db, ceremony, error))
    return FALSE;
  if (people->len > 0)
    number = zb_record_get_int (g_ptr_array_index (people, people->len - 1), "number");
  for (guint i = 0; i < n; i++)
    {
      ZbRecord *row;

      if (is_there (people, ids[i]))
        continue;
      row = zb_record_new (&zb_kind_ceremony_person);
      g_ptr_array_add (people, row);
      zb_record_set_int (row, "ceremony", id);
      zb_record_set_int (row, "number", ++number);
      zb_record_set (row, "role", role_at (zb_record_get (ceremony, "type")));
      if (!freeze (&facts, ids[i], row, error) || !zb_change_set_insert (set, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_ceremonies_freeze (ZbChangeSet *set, gint64 id, GError **error)
{
  ZbDb *db = zb_change_set_db (set);
  g_autoptr(ZbRecord) ceremony = zb_records_get (db, &zb_kind_ceremony, id, FALSE, error);
  g_autoptr(GPtrArray) people = ceremony != NULL ? zb_ceremonies_people (db, id, error) : NULL;
  g_auto(Facts) facts = { 0 };

  if (people == NULL || !facts_init (&facts, db, ceremony, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      ZbRecord *row = g_ptr_array_index (people, i);

      /* Who is not in the registry stays as he was entered. */
      if (zb_record_get (row, "person") == NULL)
        continue;
      if (!freeze (&facts, zb_record_get_int (row, "person"), row, error) || !zb_change_set_update (set, row, error))
        return FALSE;
    }
  return TRUE;
}

/* Making one */

static gboolean
add_programme (ZbChangeSet *set, gint64 meeting, const char *type, GError **error)
{
  g_autoptr(GPtrArray) steps = zb_programme_steps (type);

  for (guint i = 0; i < steps->len; i++)
    {
      const ZbProgrammeStep *step = g_ptr_array_index (steps, i);
      g_autoptr(ZbRecord) item = zb_record_new (&zb_kind_agenda_item);

      zb_record_set_int (item, "meeting", meeting);
      zb_record_set_int (item, "number", i + 1);
      zb_record_set (item, "kind", step->kind);
      zb_record_set (item, "title", step->title);
      if (step->minutes > 0)
        zb_record_set_int (item, "minutes", step->minutes);
      if (!zb_change_set_insert (set, item, error))
        return FALSE;
    }
  return TRUE;
}

/* A name and an oath, where only the type was said. */
static void
give_defaults (ZbRecord *ceremony)
{
  const char *type = zb_record_get (ceremony, "type");
  const char *label = zb_code_label (zb_code_table_get ("ceremony_type"), type);
  g_autofree char *title = label == NULL || g_str_has_suffix (label, "仪式") ? g_strdup (label) : g_strconcat (label, "仪式", NULL);

  if (zb_record_get (ceremony, "title") == NULL)
    zb_record_set (ceremony, "title", title);
  if (zb_record_get (ceremony, "text") == NULL && type != NULL)
    zb_record_set (ceremony, "text", g_str_equal (type, "flag") ? "own" : g_str_equal (type, "medal") || g_str_equal (type, "other") ? "none"
                                                                                                                               : "constitution");
}

/* A meeting that has an agenda already keeps it. */
static gboolean
has_agenda (ZbDb *db, gint64 meeting, gboolean *out_has, GError **error)
{
  g_autoptr(GPtrArray) agenda = zb_meetings_parts (db, &zb_kind_agenda_item, meeting, error);

  *out_has = agenda != NULL && agenda->len > 0;
  return agenda != NULL;
}

gboolean
zb_ceremonies_set_up (ZbChangeSet *set, ZbRecord *ceremony, const gint64 *people, guint n_people, GError **error)
{
  gint64 meeting = zb_record_get_int (ceremony, "meeting");
  gboolean has = FALSE;

  give_defaults (ceremony);
  return zb_record_check (ceremony, error) && zb_change_set_insert (set, ceremony, error)
         && has_agenda (zb_change_set_db (set), meeting, &has, error)
         && (has || add_programme (set, meeting, zb_record_get (ceremony, "type"), error))
         && zb_ceremonies_add_people (set, ceremony->id, people, n_people, error);
}

gboolean
zb_ceremonies_add (ZbChangeSet *set, ZbRecord *meeting, ZbRecord *ceremony, const gint64 *people, guint n_people, GError **error)
{
  zb_record_set (meeting, "kind", "ceremony");
  give_defaults (ceremony);
  if (zb_record_get (meeting, "title") == NULL)
    zb_record_set (meeting, "title", zb_record_get (ceremony, "title"));
  if (!zb_meetings_add (set, meeting, error) || (zb_meetings_has_day (meeting) && !zb_roll_fill (set, meeting->id, error)))
    return FALSE;
  zb_record_set_int (ceremony, "meeting", meeting->id);
  return zb_ceremonies_set_up (set, ceremony, people, n_people, error);
}

ZbRecord *
zb_ceremonies_of_meeting (ZbDb *db, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  g_autoptr(GPtrArray) found = zb_records_list (db, &zb_kind_ceremony, "meeting", id, FALSE, error);

  return found != NULL && found->len > 0 ? zb_record_copy (g_ptr_array_index (found, 0)) : NULL;
}

/* Lists */

void
zb_ceremony_line_free (ZbCeremonyLine *line)
{
  if (line == NULL)
    return;
  g_free (line->type);
  g_free (line->title);
  g_free (line->place);
  g_free (line->leader);
  g_free (line->state);
  g_free (line);
}

static ZbCeremonyLine *
read_line (ZbStmt *stmt)
{
  ZbCeremonyLine *line = g_new0 (ZbCeremonyLine, 1);

  line->ceremony = sqlite3_column_int64 (stmt, 0);
  line->meeting = sqlite3_column_int64 (stmt, 1);
  line->org = sqlite3_column_int64 (stmt, 2);
  line->type = g_strdup (zb_stmt_text (stmt, 3));
  line->title = g_strdup (zb_stmt_text (stmt, 4));
  zb_date_parse (zb_stmt_text (stmt, 5), &line->day, NULL);
  line->place = g_strdup (zb_stmt_text (stmt, 6));
  line->leader = g_strdup (zb_stmt_text (stmt, 7));
  line->state = g_strdup (zb_stmt_text (stmt, 8));
  line->n_people = (guint) sqlite3_column_int (stmt, 9);
  return line;
}

GPtrArray *
zb_ceremonies_list (ZbDb *db, gint64 org, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db,
    "SELECT c.id, c.meeting, m.org, c.type, c.title, coalesce (m.held_on, m.planned_on) AS day, m.place, c.leader, m.state, "
    "(SELECT count (*) FROM ceremony_person s WHERE s.ceremony = c.id AND s.withdrawn = 0) "
    "FROM ceremony c JOIN meeting m ON m.id = c.meeting WHERE c.withdrawn = 0 AND m.withdrawn = 0 ORDER BY day DESC, c.id DESC", error);
  g_autoptr(ZbOrgTree) tree = org != 0 ? zb_org_tree_load (db, (ZbDate) { 9999, 12, 31 }, TRUE, error) : NULL;
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_ceremony_line_free);
  int row;

  if (stmt == NULL || (org != 0 && tree == NULL))
    return NULL;
  while ((row = zb_db_step (db, stmt, error)) == 1)
    if (org == 0 || zb_org_tree_is_below (tree, sqlite3_column_int64 (stmt, 2), org))
      g_ptr_array_add (out, read_line (stmt));
  return row == 0 ? g_steal_pointer (&out) : NULL;
}
