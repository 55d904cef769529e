/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/zb-change-log.h"

#include <string.h>

static void
append_string (GString *json, const char *text)
{
  const char *start = text;

  g_string_append_c (json, '"');
  for (const char *p = text;; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;
      g_string_append_len (json, start, p - start);
      start = p + 1;
      if (*p == '\0')
        break;
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else
        g_string_append_printf (json, "\\u%04x", *p);
    }
  g_string_append_c (json, '"');
}

void
zb_change_log_append (GString *json, const char *name, const char *value)
{
  g_string_append_c (json, json->len == 0 ? '{' : ',');
  /* Names of fields are plain. */
  g_string_append_c (json, '"');
  g_string_append (json, name);
  g_string_append (json, "\":");
  if (value == NULL)
    g_string_append (json, "null");
  else
    append_string (json, value);
}

/* Reading back: exactly what append_string() writes. */

static gboolean
take (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  ++*p;
  return TRUE;
}

static gboolean
read_escape (const char **p, GString *out)
{
  gunichar number = 0;

  if (**p == '"' || **p == '\\')
    {
      g_string_append_c (out, *(*p)++);
      return TRUE;
    }
  if (!take (p, 'u'))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (**p))
        return FALSE;
      number = number << 4 | (gunichar) g_ascii_xdigit_value (*(*p)++);
    }
  g_string_append_unichar (out, number);
  return number != 0;
}

static gboolean
read_string (const char **p, GString *out)
{
  g_string_truncate (out, 0);
  if (!take (p, '"'))
    return FALSE;
  while (TRUE)
    {
      const char *start = *p;

      while ((guchar) **p >= 0x20 && **p != '"' && **p != '\\')
        ++*p;
      g_string_append_len (out, start, *p - start);
      if (take (p, '"'))
        return TRUE;
      if (!take (p, '\\') || !read_escape (p, out))
        return FALSE;
    }
}

static gboolean
read_member (const char **p, GString *name, GString *value, gboolean *out_is_null)
{
  if (!read_string (p, name) || !take (p, ':'))
    return FALSE;
  *out_is_null = g_str_has_prefix (*p, "null");
  if (!*out_is_null)
    return read_string (p, value);
  *p += strlen ("null");
  return TRUE;
}

gboolean
zb_change_log_parse (const char *json, ZbRecord *record, gboolean *out_present)
{
  g_autoptr(GString) name = g_string_sized_new (32);
  g_autoptr(GString) value = g_string_sized_new (64);
  const char *p = json;

  if (json == NULL || *json == '\0')
    return TRUE;
  if (!take (&p, '{'))
    return FALSE;
  do
    {
      gboolean is_null;
      int i;

      if (!read_member (&p, name, value, &is_null))
        return FALSE;
      /* A field of a later version of the program is left alone. */
      if ((i = zb_kind_field_index (record->kind, name->str)) < 0)
        continue;
      g_free (record->values[i]);
      record->values[i] = is_null ? NULL : g_strdup (value->str);
      if (out_present != NULL)
        out_present[i] = TRUE;
    }
  while (take (&p, ','));
  return take (&p, '}') && *p == '\0';
}

static void
digest_text (ZbDigest *digest, const char *text)
{
  gint64 length = text == NULL ? -1 : (gint64) strlen (text);
  guint64 big_endian = GUINT64_TO_BE ((guint64) length);

  zb_digest_add (digest, &big_endian, sizeof big_endian);
  if (text != NULL)
    zb_digest_add (digest, text, (gsize) length);
}

static void
digest_int (ZbDigest *digest, gint64 value)
{
  guint64 big_endian = GUINT64_TO_BE ((guint64) value);

  zb_digest_add (digest, &big_endian, sizeof big_endian);
}

ZbDigest *
zb_change_log_digest_new (ZbChainForm form)
{
  ZbDigest *digest = zb_digest_new ();

  /* So that what is digested in one form is never the same as something else in the other. */
  if (form == ZB_CHAIN_SECOND)
    digest_text (digest, "zhibu-chain-2");
  return digest;
}

void
zb_change_log_digest (ZbDigest *digest, gint64 seq, const char *kind, gint64 record, const char *op, const char *before,
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
zb_change_log_digest_set (ZbDigest *digest, ZbChainForm form, const ZbChainSet *set, const guint8 previous[32], guint8 out[32])
{
  digest_text (digest, set->uid);
  digest_text (digest, set->at);
  digest_text (digest, set->who);
  digest_text (digest, set->action);
  digest_text (digest, set->subject);
  digest_int (digest, set->n_records);
  digest_int (digest, set->undoes);
  if (form == ZB_CHAIN_SECOND)
    {
      digest_int (digest, set->stamp);
      digest_text (digest, set->device);
    }
  zb_digest_add (digest, previous, 32);
  zb_digest_finish (digest, out);
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
