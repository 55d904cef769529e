/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-rows.h"

/* Rows of one statement, and the columns of a row. */
#define BATCH 16
#define N_COLUMNS 7

#define INSERT "INSERT INTO change (set_id, seq, kind, record, op, before, after) VALUES "
#define ROW "(?, ?, ?, ?, ?, ?, ?)"
#define FOUR_ROWS ROW ", " ROW ", " ROW ", " ROW

static const char insert_one[] = INSERT ROW;
static const char insert_batch[] = INSERT FOUR_ROWS ", " FOUR_ROWS ", " FOUR_ROWS ", " FOUR_ROWS;

typedef struct {
  gint64 seq;
  gint64 record;
  const char *kind;
  const char *op;
  char *before;
  char *after;
} Row;

struct _ZbChangeRows
{
  ZbDb *db; /* (unowned) */
  gint64 set_id;
  Row rows[BATCH];
  guint n;
};

ZbChangeRows *
zb_change_rows_new (ZbDb *db, gint64 set_id)
{
  ZbChangeRows *self = g_new0 (ZbChangeRows, 1);

  self->db = db;
  self->set_id = set_id;
  return self;
}

static void
forget (ZbChangeRows *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->rows[i].before);
      g_free (self->rows[i].after);
    }
  self->n = 0;
}

void
zb_change_rows_free (ZbChangeRows *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_free (self);
}

static void
bind_text (ZbStmt *stmt, int at, const char *text)
{
  /* A borrowed statement has nothing bound. */
  if (text != NULL)
    sqlite3_bind_text (stmt, at, text, -1, SQLITE_STATIC);
}

static gboolean
write_some (ZbChangeRows *self, guint first, guint n, const char *sql, GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Row *row = &self->rows[first + i];
      int at = (int) i * N_COLUMNS + 1;

      sqlite3_bind_int64 (stmt, at, self->set_id);
      sqlite3_bind_int64 (stmt, at + 1, row->seq);
      bind_text (stmt, at + 2, row->kind);
      sqlite3_bind_int64 (stmt, at + 3, row->record);
      bind_text (stmt, at + 4, row->op);
      bind_text (stmt, at + 5, row->before);
      bind_text (stmt, at + 6, row->after);
    }
  return zb_db_done (self->db, stmt, error);
}

gboolean
zb_change_rows_flush (ZbChangeRows *self, GError **error)
{
  gboolean done = TRUE;

  if (self->n == BATCH)
    done = write_some (self, 0, BATCH, insert_batch, error);
  else
    for (guint i = 0; done && i < self->n; i++)
      done = write_some (self, i, 1, insert_one, error);
  forget (self);
  return done;
}

gboolean
zb_change_rows_add (ZbChangeRows *self, gint64 seq, const char *kind, gint64 record, const char *op, char *before, char *after,
                    GError **error)
{
  self->rows[self->n++] = (Row) { seq, record, kind, op, before, after };
  return self->n < BATCH || zb_change_rows_flush (self, error);
}
