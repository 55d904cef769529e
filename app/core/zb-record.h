/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/zb-date.h"
#include "core/zb-kind.h"

G_BEGIN_DECLS

#define ZB_TYPE_RECORD (zb_record_get_type ())

/**
 * ZbRecord:
 * @kind: what it is a record of
 * @id: handle inside its file, 0 before it is stored
 * @uid: (nullable): UUIDv7, given when it is stored
 * @version: row version it was read at, for noticing that somebody else wrote meanwhile
 * @withdrawn: taken back (undo of its making); kept as a tombstone
 * @has_private: whether the private fields were read too; if not they stay as they are on update
 * @values: (array): one stored text or %NULL for each field of @kind, by position; derived fields
 *   are %NULL unless the reader computed them
 *
 * One record as values; independent of any store, safe to hand between threads when not shared.
 */
typedef struct {
  const ZbKind *kind;
  gint64 id;
  char *uid;
  gint64 version;
  gboolean withdrawn;
  gboolean has_private;
  char **values;
} ZbRecord;

GType zb_record_get_type (void);
ZbRecord *zb_record_new (const ZbKind *kind);
ZbRecord *zb_record_copy (const ZbRecord *record);
void zb_record_free (ZbRecord *record);

/** zb_record_get: Returns: (nullable): the stored text of the field @name (which must exist). */
const char *zb_record_get (const ZbRecord *record, const char *name);

/** zb_record_set: sets the stored text, taken as it is; use zb_field_read() for typed text. */
void zb_record_set (ZbRecord *record, const char *name, const char *value);
gint64 zb_record_get_int (const ZbRecord *record, const char *name);
/** zb_record_get_date: the date in the field @name; %ZB_DATE_NONE when unknown. */
ZbDate zb_record_get_date (const ZbRecord *record, const char *name);
void zb_record_set_int (ZbRecord *record, const char *name, gint64 value);

/** zb_record_title: Returns: the text of the kind's title field, "" when unknown. */
const char *zb_record_title (const ZbRecord *record);

/**
 * zb_record_read:
 * @name: a field, by name or heading
 * @text: as typed
 * @error: of %ZB_DATA_ERROR
 *
 * Reads @text into the field; the record is unchanged on failure.
 */
gboolean zb_record_read (ZbRecord *record, const char *name, const char *text, GError **error);

/** zb_field_check_day: %FALSE when a stored @value of a %ZB_FIELD_PAST field lies after @today. @error: %ZB_DATA_ERROR_REFUSED (`in-future`) */
gboolean zb_field_check_day (const ZbField *field, const char *value, ZbDate today, GError **error);

/** zb_record_check: whether all required fields are there. @error: %ZB_DATA_ERROR_MISSING */
gboolean zb_record_check (const ZbRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbRecord, zb_record_free)

G_END_DECLS
