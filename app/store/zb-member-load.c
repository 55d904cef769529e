/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* What people are counted by, in the order that read_person() takes it. */
#define PERSON_COLUMNS                                                                                              \
  "SELECT t.id, t.name, t.reading, t.category, t.birth_date, t.applied_on, t.activist_on, t.candidate_on, "          \
  "t.joined_on, t.confirmed_on, t.standing_correction, t.own_order, t.sex, t.ethnicity, t.education, t.degree, "     \
  "t.marital, t.job, t.stratum, t.frontline, t.entry_kind, t.confirmation_kind, t.migrant_worker, t.lost, "          \
  "t.floating, t.withdrawn FROM person t "

enum { ID, NAME, READING, CATEGORY, FIRST_DATE, CORRECTION = FIRST_DATE + 6, OWN_ORDER, FIRST_CODE, WITHDRAWN = FIRST_CODE + ZB_MEMBER_N_CODES };

/* What they are only searched by. */
#define NUMBERS "SELECT person_id, phone, id_number FROM person_private "

/* What memberships and posts say of a person on the day. */
typedef struct {
  gint64 person;
  gint64 org;
  gint64 group;
  ZbMemberState state;
  guint16 post_rank;   /* of the highest post, NO_POST for none */
  gboolean is_to_come; /* has a membership that begins after the day */
  char ended[11];      /* day on which the one that counts ended */
} Placement;

/* The codes of a table as numbers: comparing these is faster than hashing a text of two letters. */
typedef struct {
  const ZbCodeTable *table; /* (nullable): %NULL for booleans */
  guint64 *packed;          /* (owned) (nullable) */
} Codes;

typedef struct {
  ZbDb *db;
  char *day;
  Codes codes[ZB_MEMBER_N_CODES];
  const ZbCodeTable *post_table;
} Loader;

static void
loader_clear (Loader *loader)
{
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    g_free (loader->codes[i].packed);
  g_free (loader->day);
}

/* The first eight letters, by which codes of people differ. */
static guint64
pack_code (const char *code)
{
  guint64 packed = 0;

  for (guint i = 0; i < sizeof packed && code[i] != '\0'; i++)
    packed = packed << 8 | (guchar) code[i];
  return packed;
}

static void
prepare_codes (Loader *loader)
{
  for (guint i = 0; i < ZB_MEMBER_N_CODES; i++)
    {
      const ZbField *field = zb_kind_field (&zb_kind_member, zb_member_code_field (i));
      Codes *codes = &loader->codes[i];

      codes->table = field->codes != NULL ? zb_code_table_get (field->codes) : NULL;
      codes->packed = codes->table != NULL ? g_new (guint64, codes->table->n_codes) : NULL;
      for (guint j = 0; codes->table != NULL && j < codes->table->n_codes; j++)
        codes->packed[j] = pack_code (codes->table->codes[j].code);
    }
}

/* The place of a code in its table plus one, 0 for none. */
static guint8
place_of_code (const Codes *codes, const char *code)
{
  guint64 packed = pack_code (code);

  for (guint i = 0; i < codes->table->n_codes; i++)
    if (codes->packed[i] == packed && strcmp (codes->table->codes[i].code, code) == 0)
      return (guint8) (i + 1);
  return 0;
}

#define POSTS "SELECT person, post FROM post_holding WHERE withdrawn = 0 AND (started_on IS NULL OR started_on <= ?1) " \
              "AND (ended_on IS NULL OR ended_on > ?1) "

#define NO_POST 0xffff

/* The better of what is known and of the post in the row. */
static guint16
better_post (Loader *loader, ZbStmt *stmt, guint16 known)
{
  const ZbCode *code = zb_code_get (loader->post_table, zb_stmt_text (stmt, 1));

  return MIN (known, code != NULL ? (guint16) code->rank : NO_POST - 1);
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
      const char *code = loader->codes[i].table != NULL ? zb_stmt_text (stmt, column) : NULL;

      if (code != NULL)
        out->codes[i] = place_of_code (&loader->codes[i], code);
      else if (loader->codes[i].table == NULL && sqlite3_column_type (stmt, column) != SQLITE_NULL)
        out->codes[i] = sqlite3_column_int (stmt, column) ? 2 : 1;
    }
  out->post_rank = placement->post_rank;
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

/* A statement whose rows come in the order of the person, who is its first column. */
typedef struct {
  Loader *loader;
  ZbStmt *stmt;
  int more; /* as zb_db_step() */
} Stream;

/* Moves on to the next row of this person; whose the rows before were is not loaded. Returns: whether there is one */
static inline gboolean
stream_take (Stream *self, gint64 person, GError **error)
{
  while (self->more == 1 && sqlite3_column_int64 (self->stmt, 0) < person)
    self->more = zb_db_step (self->loader->db, self->stmt, error);
  return self->more == 1 && sqlite3_column_int64 (self->stmt, 0) == person;
}

static inline gboolean
stream_step (Stream *self, GError **error)
{
  self->more = zb_db_step (self->loader->db, self->stmt, error);
  return self->more >= 0;
}

/* All three come in the order of the person, so one pass over each is enough. */
static gboolean
merge (Loader *loader, ZbStmt *people, Stream *memberships, Stream *posts, ZbMemberColumns *columns, GError **error)
{
  int row = -1;

  if (!stream_step (memberships, error) || !stream_step (posts, error))
    return FALSE;
  while (memberships->more >= 0 && posts->more >= 0 && (row = zb_db_step (loader->db, people, error)) == 1)
    {
      gint64 id = sqlite3_column_int64 (people, ID);
      Placement placement = { .person = id, .state = ZB_MEMBER_UNPLACED, .post_rank = NO_POST };
      ZbMemberEntry entry;

      for (; stream_take (memberships, id, error); stream_step (memberships, error))
        place (&placement, memberships->stmt, loader->day);
      for (; stream_take (posts, id, error); stream_step (posts, error))
        placement.post_rank = better_post (loader, posts->stmt, placement.post_rank);
      if (is_unknown_yet (&placement))
        continue;
      read_person (loader, people, &placement, &entry);
      zb_member_columns_add_bare (columns, &entry);
    }
  return memberships->more >= 0 && posts->more >= 0 && row == 0;
}

static gboolean
load_people (Loader *loader, ZbMemberColumns *columns, GError **error)
{
  g_autoptr(ZbStmt) people = zb_db_borrow (loader->db, PERSON_COLUMNS "WHERE t.withdrawn = 0 ORDER BY t.id", error);
  g_autoptr(ZbStmt) memberships = people != NULL ? zb_db_borrow (loader->db, MEMBERSHIPS "ORDER BY person, id", error) : NULL;
  g_autoptr(ZbStmt) posts = memberships != NULL ? zb_db_borrow (loader->db, POSTS "ORDER BY person", error) : NULL;
  Stream of_memberships = { loader, memberships, 0 }, of_posts = { loader, posts, 0 };

  if (posts == NULL)
    return FALSE;
  zb_stmt_bind_text (posts, 1, loader->day);
  return merge (loader, people, &of_memberships, &of_posts, columns, error);
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
  g_autoptr(ZbStmt) posts = zb_db_borrow (loader->db, POSTS "AND person = ?2", error);
  Placement placement = { .person = id, .state = ZB_MEMBER_UNPLACED, .post_rank = NO_POST };
  ZbMemberEntry entry;
  int row;

  if (person == NULL || memberships == NULL || numbers == NULL || posts == NULL)
    return FALSE;
  sqlite3_bind_int64 (person, 1, id);
  sqlite3_bind_int64 (memberships, 1, id);
  sqlite3_bind_int64 (numbers, 1, id);
  zb_stmt_bind_text (posts, 1, loader->day);
  sqlite3_bind_int64 (posts, 2, id);
  while ((row = zb_db_step (loader->db, memberships, error)) == 1)
    place (&placement, memberships, loader->day);
  if (row == 0)
    while ((row = zb_db_step (loader->db, posts, error)) == 1)
      placement.post_rank = better_post (loader, posts, placement.post_rank);
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
  for (guint i = 0; good && i < n_ids; i++)
    good = reload_one (&loader, columns, ids[i], error);
  loader_clear (&loader);
  return good;
}
