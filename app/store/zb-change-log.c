/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-log.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

void
zb_change_log_append (GString *json, const char *name, const char *value)
{
  g_string_append_c (json, json->len == 0 ? '{' : ',');
  append_string (json, name);
  g_string_append_c (json, ':');
  if (value == NULL)
    g_string_append (json, "null");
  else
    append_string (json, value);
}

gboolean
zb_change_log_parse (const char *json, ZbRecord *record, gboolean *out_present)
{
  g_autoptr(JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (json == NULL || *json == '\0')
    return TRUE;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      int i = zb_kind_field_index (record->kind, name);

      if (i < 0)
        continue;
      g_free (record->values[i]);
      record->values[i] = JSON_NODE_HOLDS_NULL (value) ? NULL : g_strdup (json_node_get_string (value));
      if (out_present != NULL)
        out_present[i] = TRUE;
    }
  return TRUE;
}

static void
digest_text (GChecksum *digest, const char *text)
{
  gint64 length = text == NULL ? -1 : (gint64) strlen (text);
  guint64 big_endian = GUINT64_TO_BE ((guint64) length);

  g_checksum_update (digest, (const guchar *) &big_endian, sizeof big_endian);
  if (text != NULL)
    g_checksum_update (digest, (const guchar *) text, (gssize) length);
}

static void
digest_int (GChecksum *digest, gint64 value)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) value);

  g_checksum_update (digest, (const guchar *) &big_endian, sizeof big_endian);
}

void
zb_change_log_digest (GChecksum *digest, gint64 seq, const char *kind, gint64 record, const char *op, const char *before,
                      const char *after)
{
  digest_int (digest, seq);
  digest_text (digest, kind);
  digest_int (digest, record);
  digest_text (digest, op);
  digest_text (digest, before);
  digest_text (digest, after);
}

void
zb_change_log_digest_set (GChecksum *digest, const guint8 previous[32], const char *uid, const char *at, const char *who,
                          const char *action, const char *subject, gint64 n_records, gint64 undoes, guint8 out[32])
{
  gsize length = 32;

  digest_text (digest, uid);
  digest_text (digest, at);
  digest_text (digest, who);
  digest_text (digest, action);
  digest_text (digest, subject);
  digest_int (digest, n_records);
  digest_int (digest, undoes);
  g_checksum_update (digest, previous, 32);
  g_checksum_get_digest (digest, out, &length);
}

gboolean
zb_change_log_last_hash (ZbDb *db, guint8 out[32], GError **error)
{
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, "SELECT hash FROM change_set ORDER BY id DESC LIMIT 1", error);
  int row = stmt != NULL ? zb_db_step (db, stmt, error) : -1;

  memset (out, 0, 32);
  if (row == 1 && sqlite3_column_bytes (stmt, 0) == 32)
    memcpy (out, sqlite3_column_blob (stmt, 0), 32);
  return row >= 0;
}
