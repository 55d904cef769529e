/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"
#include "store/zb-db.h"

G_BEGIN_DECLS

/** zb_records_get: @error: NOT_FOUND. Derived fields are %NULL; see zb_members_derive(). Returns: (transfer full) */
ZbRecord *zb_records_get (ZbDb *db, const ZbKind *kind, gint64 id, gboolean with_private, GError **error);

/**
 * zb_records_list:
 * @field: (nullable): only records whose link or code field of this name has @value
 *
 * Every living record of a kind (not withdrawn), by id. Cost: one pass; for members use the columns.
 *
 * Returns: (transfer full) (element-type ZbRecord)
 */
GPtrArray *zb_records_list (ZbDb *db, const ZbKind *kind, const char *field, const char *value, gboolean with_private, GError **error);

/**
 * zb_records_find:
 * @text: `#ID`, a uid (or its beginning of 8 or more characters), a name, for organisations and members a number.
 *   What is a part of another record, or of an organisation, also as `name@where` or `number@where`: `张三@第一党支部`,
 *   `第1次党课@第一党支部`, `3@第1次党课` (the third of its roll). A record without a name of its own has that of its person
 * @error: NOT_FOUND, or AMBIGUOUS with the candidates in the message
 *
 * The one record that a word means. Returns its id, 0 on failure.
 */
gint64 zb_records_find (ZbDb *db, const ZbKind *kind, const char *text, GError **error);

/** zb_records_title: the name people use for a record; "" when there is none. Returns: (transfer full) */
char *zb_records_title (ZbDb *db, const ZbKind *kind, gint64 id);

/** zb_records_subject: a record's name for the log; of a post or term with that of whom it belongs to. Returns: (transfer full) */
char *zb_records_subject (ZbDb *db, const ZbRecord *record);

/** zb_records_step_subject: whom or what a step is about: of a claim also the wish that it is of. Returns: (transfer full) */
char *zb_records_step_subject (ZbDb *db, const ZbKind *kind, gint64 id);

/**
 * zb_records_suggest:
 * @field: a text field
 * @limit: how many
 *
 * What was written into the field lately, the newest first, each once. Cost: the newest 2,000 records.
 *
 * Returns: (transfer full) (array zero-terminated=1)
 */
char **zb_records_suggest (ZbDb *db, const ZbKind *kind, const char *field, guint limit, GError **error);

/** zb_records_count: living records of a kind; -1 on error. */
gint64 zb_records_count (ZbDb *db, const ZbKind *kind, GError **error);

G_END_DECLS
