/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-digest.h"
#include "core/zb-record.h"
#include "store/zb-db-private.h"

G_BEGIN_DECLS

/* How the log keeps values: one JSON object a record, field names and stored texts or null. */

/** zb_change_log_append: adds `"name":"value"` (or null) to the object being written in @json. */
void zb_change_log_append (GString *json, const char *name, const char *value);

/** zb_change_log_parse: the object's members into a record's values; FALSE for damaged text. @out_present: (nullable): set TRUE for each field that is there */
gboolean zb_change_log_parse (const char *json, ZbRecord *record, gboolean *out_present);

/* The chain. In the first form the digest left out when and at which desk a set was written: it is read for the
 * sets of earlier programs, and never again once a set has the second form. */

/** ZbChainForm: @ZB_CHAIN_FIRST without stamp and device; @ZB_CHAIN_SECOND with both */
typedef enum {
  ZB_CHAIN_FIRST,
  ZB_CHAIN_SECOND
} ZbChainForm;

/** ZbChainSet: a set's own fields, as the digest takes them. @device: uid of the desk */
typedef struct {
  const char *uid;
  const char *at;
  const char *who;
  const char *action;
  const char *subject;
  gint64 n_records;
  gint64 undoes;
  gint64 stamp;
  const char *device;
} ZbChainSet;

/** zb_change_log_digest_new: begins the digest of a set. Returns: (transfer full) */
ZbDigest *zb_change_log_digest_new (ZbChainForm form);

/** zb_change_log_digest: adds one change row, each part with its length before it. */
void zb_change_log_digest (ZbDigest *digest, gint64 seq, const char *kind, gint64 record, const char *op, const char *before,
                           const char *after);

/** zb_change_log_digest_set: closes the digest over the set's own fields and the hash before it; 32 bytes into @out. */
void zb_change_log_digest_set (ZbDigest *digest, ZbChainForm form, const ZbChainSet *set, const guint8 previous[32], guint8 out[32]);

/** zb_change_log_last_hash: hash of the newest set, zeros when there is none. */
gboolean zb_change_log_last_hash (ZbDb *db, guint8 out[32], GError **error);

G_END_DECLS
