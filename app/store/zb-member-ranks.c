/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "store/zb-db-private.h"
#include "store/zb-members.h"

/* What begins a piece of a text's key: numbers stand before characters, these before letters. */
enum { KEY_NUMBER = 1, KEY_HAN, KEY_OTHER };

/* A value of somebody, by its number or its key. */
typedef struct {
  gint64 id;
  gint64 number; /* or where the key begins */
  guint32 length;
  guint32 rank;
} Value;

typedef struct {
  const ZbField *field;
  GHashTable *codes; /* (owned) (nullable): code → place in its table */
  gboolean is_text;
  GArray *values;    /* (owned) (element-type Value) */
  GByteArray *keys;  /* (owned): one behind the other */
} Ranking;

/* These hold names of people, which are read as such. */
static gboolean
is_of_people (const ZbField *field)
{
  static const char *const fields[] = { "former_name", "introducer1", "introducer2", "mentors", NULL };

  return field->type == ZB_FIELD_NAME || g_strv_contains (fields, field->name);
}

static void
put_byte (GByteArray *keys, guint byte)
{
  guint8 one = (guint8) byte;

  g_byte_array_append (keys, &one, 1);
}

static const char *
put_number (GByteArray *keys, const char *text)
{
  gsize length;

  while (*text == '0' && g_ascii_isdigit (text[1]))
    text++;
  for (length = 0; g_ascii_isdigit (text[length]);)
    length++;
  /* Longer is more; nobody writes a number of more than 255 digits. */
  put_byte (keys, KEY_NUMBER);
  put_byte (keys, (guint) MIN (length, 255));
  g_byte_array_append (keys, (const guint8 *) text, (guint) length);
  return text + length;
}

static const char *
put_han (GByteArray *keys, const char *text, gboolean is_name)
{
  const char *end = text;
  g_autofree char *run = NULL;
  g_autofree char *reading = NULL;
  guint8 key[ZB_HANZI_KEY_MAX];
  gsize n;

  while (*end != '\0' && zb_hanzi_is_han (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  run = g_strndup (text, (gsize) (end - text));
  reading = is_name ? NULL : zb_hanzi_pinyin_text (run);
  n = zb_hanzi_pinyin_key (run, reading, key, sizeof key);
  put_byte (keys, KEY_HAN);
  g_byte_array_append (keys, key, (guint) n);
  /* Shorter than any that goes on. */
  put_byte (keys, 0);
  put_byte (keys, 0);
  return end;
}

static void
put_text (GByteArray *keys, const char *value, gboolean is_name)
{
  g_autofree char *normal = g_utf8_normalize (value, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  const char *p = folded;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (g_ascii_isdigit (*p))
        next = put_number (keys, p);
      else if (zb_hanzi_is_han (c))
        next = put_han (keys, p, is_name);
      else if (!g_unichar_isspace (c))
        {
          put_byte (keys, KEY_OTHER);
          g_byte_array_append (keys, (const guint8 *) p, (guint) (next - p));
        }
      p = next;
    }
}

static void
take_value (Ranking *self, ZbStmt *stmt)
{
  const char *text = zb_stmt_text (stmt, 1);
  Value value = { .id = sqlite3_column_int64 (stmt, 0) };
  gpointer place;

  if (text == NULL || *text == '\0')
    return;
  if (self->is_text)
    {
      value.number = self->keys->len;
      /* Days compare as they are stored: the year alone before its months. */
      if (self->field->type == ZB_FIELD_DATE)
        g_byte_array_append (self->keys, (const guint8 *) text, (guint) strlen (text));
      else
        put_text (self->keys, text, is_of_people (self->field));
      value.length = self->keys->len - (guint32) value.number;
    }
  else if (self->codes == NULL)
    value.number = sqlite3_column_int64 (stmt, 1);
  else
    value.number = g_hash_table_lookup_extended (self->codes, text, NULL, &place) ? GPOINTER_TO_INT (place) : G_MAXINT;
  g_array_append_val (self->values, value);
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Value *one = a, *other = b;
  const Ranking *self = user_data;
  int difference;

  if (!self->is_text)
    return one->number < other->number ? -1 : one->number > other->number;
  difference = memcmp (self->keys->data + one->number, self->keys->data + other->number, MIN (one->length, other->length));
  return difference != 0 ? difference : one->length < other->length ? -1 : one->length > other->length;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const Value *one = a, *other = b;

  return one->id < other->id ? -1 : one->id > other->id;
}

static ZbMemberRanks *
count_ranks (Ranking *self, ZbMemberOrder order)
{
  ZbMemberRanks *ranks = g_new0 (ZbMemberRanks, 1);
  guint n = self->values->len;
  Value *values = (Value *) self->values->data;

  ranks->order = order;
  ranks->n = n;
  ranks->ids = g_new (gint64, n + 1);
  ranks->ranks = g_new (guint32, n + 1);
  g_array_sort_with_data (self->values, compare_values, self);
  for (guint i = 0; i < n; i++)
    values[i].rank = i == 0 ? 1 : values[i - 1].rank + (compare_values (&values[i - 1], &values[i], self) != 0);
  g_array_sort (self->values, compare_ids);
  for (guint i = 0; i < n; i++)
    {
      ranks->ids[i] = values[i].id;
      ranks->ranks[i] = values[i].rank;
    }
  return ranks;
}

static void
ranking_start (Ranking *self, const ZbField *field)
{
  const ZbCodeTable *table = field->codes != NULL ? zb_code_table_get (field->codes) : NULL;

  self->field = field;
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->keys = g_byte_array_new ();
  self->is_text = field->type != ZB_FIELD_INTEGER && field->type != ZB_FIELD_MONEY && field->type != ZB_FIELD_HOURS
                  && field->type != ZB_FIELD_BOOLEAN && table == NULL;
  self->codes = table != NULL ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  for (guint i = 0; table != NULL && i < table->n_codes; i++)
    g_hash_table_insert (self->codes, (gpointer) table->codes[i].code, GUINT_TO_POINTER (i));
}

static void
ranking_clear (Ranking *self)
{
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_array_unref (self->values);
  g_byte_array_unref (self->keys);
}

ZbMemberRanks *
zb_members_rank (ZbDb *db, ZbMemberOrder order, GError **error)
{
  const ZbField *field = zb_member_order_field (order);
  gboolean is_private = (field->flags & ZB_FIELD_PRIVATE) != 0;
  g_autofree char *sql = g_strdup_printf (is_private ? "SELECT person_id, \"%s\" FROM person_private" : "SELECT id, \"%s\" FROM person",
                                          field->name);
  g_autoptr(ZbStmt) stmt = zb_db_borrow (db, sql, error);
  ZbMemberRanks *ranks = NULL;
  Ranking self;
  int row;

  if (stmt == NULL)
    return NULL;
  ranking_start (&self, field);
  while ((row = zb_db_step (db, stmt, error)) == 1)
    take_value (&self, stmt);
  if (row == 0)
    ranks = count_ranks (&self, order);
  ranking_clear (&self);
  return ranks;
}

gboolean
zb_member_columns_rank (ZbDb *db, ZbMemberColumns *columns, ZbMemberOrder order, GError **error)
{
  g_autoptr(ZbMemberRanks) ranks = NULL;

  if (!zb_member_columns_lack_ranks (columns, order))
    return TRUE;
  if (!(ranks = zb_members_rank (db, order, error)))
    return FALSE;
  zb_member_columns_set_ranks (columns, ranks);
  return TRUE;
}
