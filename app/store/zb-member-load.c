/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* From so many people on all posts are read at once. */
#define MANY 1000

/* What people are counted by, in the order that read_person() takes it. */
#define PERSON_COLUMNS                                                                                              \
  "SELECT t.id, t.name, t.reading, t.category, t.birth_date, t.applied_on, t.activist_on, t.candidate_on, "          \
  "t.joined_on, t.confirmed_on, t.standing_correction, t.own_order, t.sex, t.ethnicity, t.education, t.degree, "     \
  "t.marital, t.job, t.stratum, t.frontline, t.entry_kind, t.confirmation_kind, t.migrant_worker, t.lost, "          \
  "t.floating, t.withdrawn FROM person t "

enum { ID, NAME, READING, CATEGORY, FIRST_DATE, CORRECTION = FIRST_DATE + 6, OWN_ORDER, FIRST_CODE, WITHDRAWN = FIRST_CODE + ZB_MEMBER_N_CODES };

/* What they are only searched by. */
#define NUMBERS "SELECT person_id, phone, id_number FROM person_private "

/* What a membership says of a person on the day. */
typedef struct {
  gint64 person;
  gint64 org;
  gint64 group;
  ZbMemberState state;
  gboolean is_to_come; /* has a membership that begins after the day */
  char ended[11];      /* day on which the one that counts ended */
} Placement;

typedef struct {
  ZbDb *db;
  char *day;
  const ZbCodeTable *tables[ZB_MEMBER_N_CODES];
  GHashTable *indexes[ZB_MEMBER_N_CODES]; /* code → place plus one; NULL for booleans */
  const ZbCodeTable *post_table;
  GHashTable *posts;                      /* (nullable): person → best rank plus one; of a few each is asked for alone */
} Loader;

static void
loader_clear (Loader *loader)
{
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    g_clear_pointer (&loader->indexes[i], g_hash_table_unref);
  g_clear_pointer (&loader->posts, g_hash_table_unref);
  g_free (loader->day);
}

static void
prepare_codes (Loader *loader)
{
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, zb_member_code_field (i));
      const ZbCodeTable *table = field->codes != NULL ? zb_code_table_get (field->codes) : NULL;

      if (table == NULL)
        continue;
      loader->indexes[i] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint j = 0; j < table->n_codes; j++)
        g_hash_table_insert (loader->indexes[i], (gpointer) table->codes[j].code, GUINT_TO_POINTER (j + 1));
    }
}

#define POSTS "SELECT person, post FROM post_holding WHERE withdrawn = 0 AND (started_on IS NULL OR started_on <= ?1) " \
              "AND (ended_on IS NULL OR ended_on > ?1)"

static guint
rank_of (Loader *loader, ZbStmt *stmt)
{
  const ZbCode *code = zb_code_get (loader->post_table, zb_stmt_text (stmt, 1));

  return code != NULL ? (guint) code->rank + 1 : G_MAXUINT16;
}

static gboolean
load_posts (Loader *loader, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (loader->db, POSTS, error);
  int row;

  loader->posts = g_hash_table_new (NULL, NULL);
  if (stmt == NULL)
    return FALSE;
  zb_stmt_bind_text (stmt, 1, loader->day);
  while ((row = zb_db_step (loader->db, stmt, error)) == 1)
    {
      gpointer person = GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (stmt, 0));
      guint rank = rank_of (loader, stmt);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (loader->posts, person));

      if (known == 0 || rank < known)
        g_hash_table_insert (loader->posts, person, GUINT_TO_POINTER (rank));
    }
  return row == 0;
}

/* The best post of one person plus one, 0 for none. */
static guint
post_of (Loader *loader, gint64 person)
{
  g_autoptr(ZbStmt) stmt = NULL;
  guint best = 0;

  if (loader->posts != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (loader->posts, GSIZE_TO_POINTER ((gsize) person)));
  if (!(stmt = zb_db_borrow (loader->db, POSTS " AND person = ?2", NULL)))
    return 0;
  zb_stmt_bind_text (stmt, 1, loader->day);
  sqlite3_bind_int64 (stmt, 2, person);
  while (zb_db_step (loader->db, stmt, NULL) == 1)
    best = best == 0 ? rank_of (loader, stmt) : MIN (best, rank_of (loader, stmt));
  return best;
}

static ZbMemberState
state_of_end (const char *ended_by)
{
  static const struct { const char *code; ZbMemberState state; } ends[] = {
    { "transferred_out", ZB_MEMBER_TRANSFERRED }, { "suspended", ZB_MEMBER_SUSPENDED }, { "deceased", ZB_MEMBER_DECEASED },
    { "disqualified", ZB_MEMBER_DISQUALIFIED }, { "moved", ZB_MEMBER_TRANSFERRED }, { "merged", ZB_MEMBER_TRANSFERRED },
    { "ended", ZB_MEMBER_TRANSFERRED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_strcmp0 (ends[i].code, ended_by) == 0)
      return ends[i].state;
  return ZB_MEMBER_EXPELLED;
}

/* A membership row as it counts on the day: holding, not begun yet, or ended. Of several the one that holds
 * decides, otherwise the last that ended. */
static void
place (Placement *placement, ZbStmt *stmt, const char *day)
{
  const char *started = zb_stmt_text (stmt, 3);
  const char *ended = zb_stmt_text (stmt, 4);
  const char *ended_by = zb_stmt_text (stmt, 5);

  if (started != NULL && strcmp (started, day) > 0)
    {
      placement->is_to_come = TRUE;
      return;
    }
  if (ended_by == NULL || (ended != NULL && strcmp (ended, day) > 0))
    {
      placement->org = sqlite3_column_int64 (stmt, 1);
      placement->group = sqlite3_column_int64 (stmt, 2);
      placement->state = ZB_MEMBER_HERE;
    }
  else if (placement->state != ZB_MEMBER_HERE && strcmp (ended != NULL ? ended : "", placement->ended) >= 0)
    {
      g_strlcpy (placement->ended, ended != NULL ? ended : "", sizeof placement->ended);
      placement->org = sqlite3_column_int64 (stmt, 1);
      placement->group = 0;
      placement->state = state_of_end (ended_by);
    }
}

#define MEMBERSHIPS "SELECT person, org, \"group\", started_on, ended_on, ended_by FROM membership " \
                    "WHERE withdrawn = 0 AND kind = 'organizational' "

/* Who comes later is neither here on the day nor gone. */
static gboolean
is_unknown_yet (const Placement *placement)
{
  return placement->state == ZB_MEMBER_UNPLACED && placement->is_to_come;
}

static void
read_person (Loader *loader, ZbStmt *stmt, const Placement *placement, ZbMemberEntry *out)
{
  guint post = post_of (loader, sqlite3_column_int64 (stmt, ID));
  ZbDate *dates[] = { &out->birth, &out->standing.applied, &out->standing.activist, &out->standing.candidate,
                      &out->standing.joined, &out->standing.confirmed };

  memset (out, 0, sizeof *out);
  out->id = sqlite3_column_int64 (stmt, ID);
  out->name = zb_stmt_text (stmt, NAME);
  out->reading = zb_stmt_text (stmt, READING);
  out->standing.declared = zb_category_from_code (zb_stmt_text (stmt, CATEGORY));
  for (int i = 0; i < (int) G_N_ELEMENTS (dates); i++)
    {
      const char *text = zb_stmt_text (stmt, FIRST_DATE + i);

      if (text != NULL)
        zb_date_parse (text, dates[i], NULL);
    }
  out->standing.correction_months = sqlite3_column_int (stmt, CORRECTION);
  out->own_order = sqlite3_column_int (stmt, OWN_ORDER);
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    {
      int column = FIRST_CODE + (int) i;
      const char *code = loader->indexes[i] != NULL ? zb_stmt_text (stmt, column) : NULL;

      if (code != NULL)
        out->codes[i] = (guint8) GPOINTER_TO_UINT (g_hash_table_lookup (loader->indexes[i], code));
      else if (loader->indexes[i] == NULL && sqlite3_column_type (stmt, column) != SQLITE_NULL)
        out->codes[i] = sqlite3_column_int (stmt, column) ? 2 : 1;
    }
  out->post_rank = post == 0 ? 0xffff : (guint16) (post - 1);
  out->org = placement->org;
  out->group = placement->group;
  out->state = placement->state;
}

static void
start (Loader *loader, ZbDb *db, ZbDate as_of)
{
  loader->db = db;
  loader->day = zb_date_to_text (as_of);
  loader->post_table = zb_code_table_get ("post");
  prepare_codes (loader);
}

/* Both tables come in the order of the person, so one pass over each is enough. */
static gboolean
merge (Loader *loader, ZbStmt *people, ZbStmt *memberships, ZbMemberColumns *columns, GError **error)
{
  int more = zb_db_step (loader->db, memberships, error);
  int row;

  while (more >= 0 && (row = zb_db_step (loader->db, people, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (people, ID);
      Placement placement = { .person = id, .state = ZB_MEMBER_UNPLACED };
      ZbMemberEntry entry;

      while (more == 1 && sqlite3_column_int64 (memberships, 0) <= id)
        {
          if (sqlite3_column_int64 (memberships, 0) == id)
            place (&placement, memberships, loader->day);
          more = zb_db_step (loader->db, memberships, error);
        }
      if (is_unknown_yet (&placement))
        continue;
      read_person (loader, people, &placement, &entry);
      zb_member_columns_add_bare (columns, &entry);
    }
  return more >= 0 && row == 0;
}

static gboolean
load_people (Loader *loader, ZbMemberColumns *columns, GError **error)
{
  g_autoptr(ZbStmt) people = zb_db_borrow (loader->db, PERSON_COLUMNS "WHERE t.withdrawn = 0 ORDER BY t.id", error);
  g_autoptr(ZbStmt) memberships = people != NULL ? zb_db_borrow (loader->db, MEMBERSHIPS "ORDER BY person, id", error) : NULL;

  return memberships != NULL && load_posts (loader, error) && merge (loader, people, memberships, columns, error);
}

/* By a pass of its own: looking each up beside the person costs twice as much. */
static gboolean
load_numbers (ZbDb *db, ZbMemberColumns *columns, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, NUMBERS "ORDER BY person_id", error);
  int row = stmt != NULL ? 1 : -1;

  while (row == 1 && (row = zb_db_step (db, stmt, error)) == 1)
    zb_member_columns_add_numbers (columns, sqlite3_column_int64 (stmt, 0), zb_stmt_text (stmt, 1), zb_stmt_text (stmt, 2));
  return row == 0;
}

gboolean
zb_members_are_few (ZbDb *db, guint limit)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT count(*) FROM (SELECT 1 FROM person LIMIT ?1)", NULL);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, (gint64) limit + 1);
  return zb_db_step (db, stmt, NULL) == 1 && sqlite3_column_int64 (stmt, 0) <= (gint64) limit;
}

static ZbMemberColumns *
load (ZbDb *db, ZbOrgTree *tree, ZbDate as_of, ZbMemberColumnsFunc counted, gpointer user_data, GError **error)
{
  gint64 total = zb_db_int (db, "SELECT count(*) FROM person", 0, error);
  g_autoptr(ZbMemberColumns) columns = NULL;
  Loader loader = { 0 };
  gboolean good;

  if (total < 0)
    return NULL;
  columns = zb_member_columns_new (tree, as_of, (guint) total);
  start (&loader, db, as_of);
  good = load_people (&loader, columns, error);
  loader_clear (&loader);
  if (good && counted != NULL)
    counted (columns, user_data);
  if (!good || !load_numbers (db, columns, error))
    return NULL;
  zb_member_columns_complete (columns);
  return g_steal_pointer (&columns);
}

/* All of it as it was at one moment. */
ZbMemberColumns *
zb_member_columns_load (ZbDb *db, ZbOrgTree *tree, ZbDate as_of, ZbMemberColumnsFunc counted, gpointer user_data, GError **error)
{
  gboolean holds = sqlite3_get_autocommit (db->sqlite);
  ZbMemberColumns *columns = NULL;

  if (holds && !zb_db_run (db, "BEGIN", error))
    return NULL;
  columns = load (db, tree, as_of, counted, user_data, error);
  if (holds && !zb_db_run (db, "COMMIT", NULL))
    zb_db_run (db, "ROLLBACK", NULL);
  return columns;
}

static gboolean
reload_one (Loader *loader, ZbMemberColumns *columns, gint64 id, GError **error)
{
  g_autoptr(ZbStmt) person = zb_db_borrow (loader->db, PERSON_COLUMNS "WHERE t.id = ?1", error);
  g_autoptr(ZbStmt) memberships = zb_db_borrow (loader->db, MEMBERSHIPS "AND person = ?1 ORDER BY id", error);
  g_autoptr(ZbStmt) numbers = zb_db_borrow (loader->db, NUMBERS "WHERE person_id = ?1", error);
  Placement placement = { .person = id, .state = ZB_MEMBER_UNPLACED };
  ZbMemberEntry entry;
  int row;

  if (person == NULL || memberships == NULL || numbers == NULL)
    return FALSE;
  sqlite3_bind_int64 (person, 1, id);
  sqlite3_bind_int64 (memberships, 1, id);
  sqlite3_bind_int64 (numbers, 1, id);
  while ((row = zb_db_step (loader->db, memberships, error)) == 1)
    place (&placement, memberships, loader->day);
  if (row < 0 || (row = zb_db_step (loader->db, person, error)) < 0)
    return FALSE;
  if (row == 0 || sqlite3_column_int (person, WITHDRAWN) || is_unknown_yet (&placement))
    {
      zb_member_columns_remove (columns, id);
      return TRUE;
    }
  if ((row = zb_db_step (loader->db, numbers, error)) < 0)
    return FALSE;
  read_person (loader, person, &placement, &entry);
  entry.phone = row == 1 ? zb_stmt_text (numbers, 1) : NULL;
  entry.id_number = row == 1 ? zb_stmt_text (numbers, 2) : NULL;
  zb_member_columns_put (columns, &entry);
  return TRUE;
}

gboolean
zb_member_columns_reload (ZbDb *db, ZbMemberColumns *columns, const gint64 *ids, guint n_ids, GError **error)
{
  Loader loader = { 0 };
  gboolean good = TRUE;

  start (&loader, db, zb_member_columns_as_of (columns));
  if (n_ids >= MANY)
    good = load_posts (&loader, error);
  for (guint i = 0; good && i < n_ids; i++)
    good = reload_one (&loader, columns, ids[i], error);
  loader_clear (&loader);
  return good;
}
