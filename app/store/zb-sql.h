/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/zb-codes.h"
#include "core/zb-kind.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/*
 * Every statement of the store but those composed from the kinds' declarations (zb-kind-sql.c). Values
 * come in by ?1, ?2 … only. tests/store/test-sql.c prepares each on a fresh schema and looks at its plan.
 */

#define ZB_DB_SQL(X)                                                                                                   \
  X (META_GET, "SELECT value FROM meta WHERE key = ?1")                                                                \
  X (META_UPDATE, "UPDATE meta SET value = ?2 WHERE key = ?1")                                                         \
  X (META_INSERT, "INSERT INTO meta (key, value) VALUES (?1, ?2)")                                                     \
  X (OWNER_INSERT, "INSERT INTO owner (id, uid) VALUES (1, ?1)")                                                       \
  X (DEVICE_BY_NAME, "SELECT id FROM device WHERE name = ?1")                                                          \
  X (DEVICE_INSERT, "INSERT INTO device (uid, name) VALUES (?1, ?2)")                                                  \
  X (PERSON_KEYS, "SELECT id, name, reading FROM person WHERE id > ?1 ORDER BY id LIMIT ?2")                           \
  X (PERSON_SET_KEY, "UPDATE person SET name_key = ?2 WHERE id = ?1")

#define ZB_LOG_SQL(X)                                                                                                  \
  X (SET_LAST, "SELECT id, stamp, hash FROM change_set ORDER BY id DESC LIMIT 1")                                      \
  X (SET_INSERT, "INSERT INTO change_set (id, uid, at, stamp, device, who, action, subject, undoes, hash)"             \
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, x'')")                                                  \
  X (SET_FINISH, "UPDATE change_set SET subject = ?2, n_records = ?3, hash = ?4 WHERE id = ?1")                        \
  X (SET_UNDONE_BY, "UPDATE change_set SET undone_by = ?2 WHERE id = ?1")                                              \
  X (SET_BY_ID, "SELECT id, at, who, action, subject, n_records, undoes, undone_by FROM change_set WHERE id = ?1")     \
  X (SETS_BEFORE, "SELECT id, at, who, action, subject, n_records, undoes, undone_by FROM change_set"                  \
                  " WHERE id < ?1 ORDER BY id DESC LIMIT ?2")                                                          \
  X (SET_NEXT_UNDO, "SELECT id, at, who, action, subject, n_records, undoes, undone_by FROM change_set"                \
                    " WHERE undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1")                            \
  X (SET_NEXT_REDO, "SELECT u.id, u.at, u.who, s.action, s.subject, u.n_records, u.undoes, u.undone_by"                \
                    " FROM change_set u JOIN change_set s ON s.id = u.undoes"                                          \
                    " WHERE u.undoes IS NOT NULL AND s.undoes IS NULL AND u.undone_by IS NULL"                         \
                    " AND NOT EXISTS (SELECT 1 FROM change_set n WHERE n.id > u.id AND n.undoes IS NULL)"              \
                    " ORDER BY u.id DESC LIMIT 1")                                                                     \
  X (SETS_CHAIN, "SELECT id, uid, at, stamp, device, who, action, subject, n_records, undoes, hash FROM change_set"    \
                 " ORDER BY id")                                                                                       \
  X (CHANGE_INSERT, "INSERT INTO change (set_id, seq, kind, record, op, before, after)"                                \
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")                                                            \
  X (CHANGES_OF_SET, "SELECT seq, kind, record, op, before, after FROM change WHERE set_id = ?1 ORDER BY seq")         \
  X (CHANGES_OF_SET_BACK, "SELECT seq, kind, record, op, before, after FROM change WHERE set_id = ?1"                  \
                          " ORDER BY seq DESC")                                                                        \
  X (CHANGES_OF_RECORD, "SELECT c.set_id, s.at, s.who, s.action, c.kind, c.record, c.op, c.before, c.after, c.seq"     \
                        " FROM change c JOIN change_set s ON s.id = c.set_id"                                          \
                        " WHERE c.kind = ?1 AND c.record = ?2 ORDER BY c.set_id DESC, c.seq DESC")                     \
  X (CHANGES_BY_RECORD, "SELECT record, set_id, op, after FROM change WHERE kind = ?1 ORDER BY record, set_id, seq")   \
  X (CHANGES_COUNT, "SELECT count (*) FROM change")                                                                    \
  X (REVEAL_INSERT, "INSERT INTO reveal_log (at, who, kind, record, field) VALUES (?1, ?2, ?3, ?4, ?5)")

/* Where people are on the day ?1: from the first day on, not any more on the last. */
#define ZB_MEMBER_SQL(X)                                                                                               \
  X (PEOPLE_BY_NAME, "SELECT id FROM person WHERE name = ?1 AND withdrawn = 0 ORDER BY id")                            \
  X (PEOPLE_BY_NUMBER, "SELECT v.person_id FROM person_private v JOIN person p ON p.id = v.person_id"                  \
                       " WHERE v.id_number IN (?1, ?2) AND p.withdrawn = 0 ORDER BY v.person_id")                      \
  X (PEOPLE_COUNT, "SELECT count (*) FROM person WHERE withdrawn = 0")                                                 \
  X (PEOPLE_SCAN, "SELECT " ZB_PERSON_COLUMNS " FROM person WHERE withdrawn = 0 ORDER BY id")                          \
  X (PERSON_SCAN_ONE, "SELECT " ZB_PERSON_COLUMNS " FROM person WHERE id = ?1 AND withdrawn = 0")                      \
  X (PRIVATE_SCAN, "SELECT person_id, phone, id_number FROM person_private ORDER BY person_id")                        \
  X (PRIVATE_SCAN_ONE, "SELECT person_id, phone, id_number FROM person_private WHERE person_id = ?1")                  \
  X (MEMBERSHIP_SCAN, "SELECT " ZB_MEMBERSHIP_COLUMNS " FROM membership WHERE withdrawn = 0 ORDER BY id")              \
  X (MEMBERSHIP_SCAN_ONE, "SELECT " ZB_MEMBERSHIP_COLUMNS " FROM membership WHERE person = ?1 AND withdrawn = 0"       \
                          " ORDER BY id")                                                                              \
  X (POST_SCAN, "SELECT person, post, started_on, ended_on FROM post_holding WHERE withdrawn = 0 ORDER BY id")         \
  X (POST_SCAN_ONE, "SELECT person, post, started_on, ended_on FROM post_holding WHERE person = ?1 AND withdrawn = 0"  \
                    " ORDER BY id")                                                                                    \
  X (PEOPLE_FIRST_PAGE, "SELECT p.id FROM person p WHERE p.withdrawn = 0 AND"                                          \
                        " (NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = p.id AND m.withdrawn = 0"           \
                        "   AND m.kind = 'organizational')"                                                            \
                        " OR EXISTS (SELECT 1 FROM membership m WHERE m.person = p.id AND m.withdrawn = 0"             \
                        "   AND m.kind = 'organizational' AND (m.started_on IS NULL OR m.started_on <= ?1)"            \
                        "   AND (m.ended_by IS NULL OR m.ended_on > ?1))) ORDER BY p.name_key, p.id LIMIT ?2")         \
  X (MEMBERSHIP_OPEN, "SELECT id FROM membership WHERE person = ?1 AND kind = 'organizational' AND ended_by IS NULL"   \
                      " AND withdrawn = 0")                                                                            \
  X (MEMBERSHIPS_OF, "SELECT id FROM membership WHERE person = ?1 AND withdrawn = 0 ORDER BY id")                      \
  X (MEMBERSHIPS_OF_ANY, "SELECT id FROM membership WHERE person = ?1 ORDER BY id")                                    \
  X (EVENTS_OF_ANY, "SELECT id FROM membership_event WHERE person = ?1 ORDER BY id")                                   \
  X (POSTS_OF_ANY, "SELECT id FROM post_holding WHERE person = ?1 ORDER BY id")                                        \
  X (POSTS_OPEN_OF, "SELECT id, org FROM post_holding WHERE person = ?1 AND withdrawn = 0"                             \
                    " AND (ended_on IS NULL OR ended_on > ?2) ORDER BY id")

#define ZB_PERSON_COLUMNS                                                                                              \
  "id, name, reading, sex, ethnicity, education, degree, marital, job, stratum, frontline, entry_kind,"                \
  " confirmation_kind, migrant_worker, lost, floating, birth_date, category, applied_on, activist_on, candidate_on,"   \
  " joined_on, confirmed_on, standing_correction, own_order"

#define ZB_MEMBERSHIP_COLUMNS "person, org, \"group\", kind, started_on, ended_on, ended_by"

#define ZB_ORG_SQL(X)                                                                                                  \
  X (ORG_ALL, "SELECT id, uid, name, short_name, kind, parent, number, display_order, opened_on, closed_on"            \
              " FROM organization WHERE withdrawn = 0 ORDER BY id")                                                    \
  X (ORG_EVENTS_AFTER, "SELECT org, kind, name_before, short_before, kind_before, parent_before"                       \
                       " FROM organization_event WHERE withdrawn = 0 AND \"on\" > ?1 ORDER BY \"on\" DESC, id DESC")   \
  X (ORG_CLOSED_BEFORE, "SELECT \"on\" FROM organization_event WHERE org = ?1 AND withdrawn = 0"                       \
                        " AND kind IN ('closed', 'merged') AND \"on\" <= ?2 ORDER BY \"on\" DESC, id DESC LIMIT 1")    \
  X (ORG_PATH, "SELECT path FROM organization WHERE id = ?1")                                                          \
  X (ORG_SET_PATH, "UPDATE organization SET path = ?2 WHERE id = ?1")                                                  \
  X (ORG_BELOW, "SELECT id, path FROM organization WHERE path >= ?1 AND path < ?2 ORDER BY path")                      \
  X (ORG_CHILDREN_OPEN, "SELECT id FROM organization WHERE parent = ?1 AND withdrawn = 0 AND closed_on IS NULL"        \
                        " ORDER BY id")                                                                                \
  X (ORG_PEOPLE_OPEN, "SELECT id, person FROM membership WHERE org = ?1 AND withdrawn = 0"                             \
                      " AND (ended_by IS NULL OR ended_on > ?2) ORDER BY id")                                          \
  X (GROUP_PEOPLE_OPEN, "SELECT id, person FROM membership WHERE \"group\" = ?1 AND withdrawn = 0"                     \
                        " AND (ended_by IS NULL OR ended_on > ?2) ORDER BY id")                                        \
  X (ORG_POSTS_OPEN, "SELECT id FROM post_holding WHERE org = ?1 AND withdrawn = 0"                                    \
                     " AND (ended_on IS NULL OR ended_on > ?2) ORDER BY id")

#define ZB_CHECK_SQL(X)                                                                                                \
  X (RULES, "SELECT \"key\", \"value\", started_on, ended_on, source, reason FROM rule WHERE withdrawn = 0 ORDER BY id")

#define ZB_ALL_SQL(X) ZB_DB_SQL (X) ZB_LOG_SQL (X) ZB_MEMBER_SQL (X) ZB_ORG_SQL (X) ZB_CHECK_SQL (X)

typedef enum {
#define ZB_SQL_ID(id, text) ZB_SQL_##id,
  ZB_ALL_SQL (ZB_SQL_ID)
#undef ZB_SQL_ID
  ZB_N_SQL
} ZbSql;

/** zb_sql_text: the text of a statement of the catalogue. */
const char *zb_sql_text (ZbSql id);

G_END_DECLS
