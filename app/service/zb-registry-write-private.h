/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "service/zb-registry-private.h"

G_BEGIN_DECLS

typedef struct _ZbRegistryWrite ZbRegistryWrite;

/** ZbRegistryWriteFunc: does the write on the writer's thread: everything in one change set. */
typedef gboolean (*ZbRegistryWriteFunc) (ZbRegistryWrite *write, ZbDb *db, GError **error);

/**
 * ZbRegistryWrite:
 *
 * One write on its way: what to do on the writer's thread, and what it needs for it. Immutable there but for what it
 * brings back: @set_id, the set that was written, and @record’s or @made’s id.
 */
struct _ZbRegistryWrite
{
  ZbRegistryWriteFunc run;
  const ZbKind *kind;
  ZbRecord *record;   /* (owned) (nullable) */
  GPtrArray *records; /* (owned) (nullable) (element-type ZbRecord) */
  GPtrArray *pictures; /* (owned) (nullable) (element-type ZbPicture) */
  GBytes *bytes;       /* (owned) (nullable): of a file that is kept */
  gint64 *ids;        /* (owned) (nullable) */
  guint n_ids;
  char *field;
  char *value;
  const ZbStep *step;
  GHashTable *fields;
  gint64 org;
  gint64 group;
  ZbDate today;
  gint64 made;
  gint64 set_id; /* of the set to undo; then of the set that was written */
};

/** zb_registry_write_new: @kind: (nullable) */
ZbRegistryWrite *zb_registry_write_new (ZbRegistry *self, ZbRegistryWriteFunc run, const ZbKind *kind);

/** zb_registry_write_push: takes @write over and queues it; finished by zb_registry_write_finish() or zb_registry_save_finish(). */
void zb_registry_write_push (ZbRegistry *self, ZbRegistryWrite *write, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
