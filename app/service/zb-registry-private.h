/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry.h"
#include "service/zb-worker.h"
#include "store/wishes/zb-wish-finder.h"
#include "store/zb-db-guard.h"
#include "store/zb-member-reader.h"

G_BEGIN_DECLS

struct _ZbRegistry
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  ZbDate today;
  ZbDb *db;               /* (owned) (nullable): the main thread's, for reading what is on screen */
  ZbDbGuard *guard;       /* (owned) (nullable): while anything is open */
  ZbWorker *writer;       /* (owned) (nullable) */
  ZbWorker *reader;       /* (owned) (nullable) */
  ZbWishFinder *wishes;   /* (owned) (nullable): used on the thread of the reader alone */
  ZbOrgTree *tree;        /* (owned) (nullable) */
  ZbMemberColumns *columns; /* (owned) (nullable) */
  GPtrArray *figures;     /* (owned) (nullable) (element-type ZbStat): the summary; %NULL while it has to be counted anew */
  GCancellable *loading;  /* (owned) (nullable): the load of the columns that is under way */
  ZbMemberOrder order;    /* in which somebody asked for members last */
  GCancellable *ranking;  /* (owned) (nullable): the ranks that are being made of that order */
  gint64 data_version;    /* when last looked for other programs' writes */
  gint64 last_set;        /* id of the newest change set that everybody was told of */
  guint poll_id;
  guint start_id;         /* the first load of the columns, not begun yet */
  guint n_writes;
  ZbMemberReader *cells;  /* (owned) (nullable): of the fields that tables show */
  char **cell_fields;     /* (owned) (nullable) */
  char *undo_label;
  char *redo_label;
};

/** zb_registry_take_note: after a change set was committed: brings tree, columns and labels up to date, tells everybody. @set_id 0: everything may have changed. */
void zb_registry_take_note (ZbRegistry *self, gint64 set_id);

/** zb_registry_renew: reads a file afresh that only others may write. Returns: whether they had */
gboolean zb_registry_renew (ZbRegistry *self);

/** zb_registry_look: looks whether another program wrote, or a new day began; done by itself every two seconds. Our own writes are noted when they finish. */
void zb_registry_look (ZbRegistry *self);

/** zb_registry_load_columns: loads the columns anew on the reader. */
void zb_registry_load_columns (ZbRegistry *self);

/** zb_registry_stop_ranking: what is being ranked is not true any more. */
void zb_registry_stop_ranking (ZbRegistry *self);

/** zb_registry_open_reader: on the reader's thread: the connection that its tasks share. */
gboolean zb_registry_open_reader (ZbRegistry *self, ZbDb **db, GError **error);

void zb_registry_begin_write (ZbRegistry *self);
void zb_registry_end_write (ZbRegistry *self);

/** zb_registry_words_of_set: the words for a committed set, for the toast. Returns: (transfer full) (nullable) */
char *zb_registry_words_of_set (ZbRegistry *self, gint64 set_id);

/** zb_restore_words: what was restored, and under which name what was there before is kept (nullable). Returns: (transfer full) */
char *zb_restore_words (const ZbBackupReport *report, const char *kept);

/** ZbRegistryTeller: tells progress of a thread's work on the main thread, at most twenty times a second. */
typedef struct {
  ZbRegistryProgress progress;
  gpointer progress_data;
  gint64 last;
  GCancellable *cancellable; /* (unowned) (nullable): nothing is told after it was cancelled */
} ZbRegistryTeller;

/** zb_registry_tell: a #ZbProgressFunc whose data is a #ZbRegistryTeller. */
void zb_registry_tell (guint64 done, guint64 total, gpointer teller);

G_END_DECLS
