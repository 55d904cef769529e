/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/template/zb-package.h"

#include <string.h>
#include <zlib.h>

/* Honest forms have a few dozen parts, or hundreds with pictures. */
#define MAX_PARTS 5000

/* Bytes of all parts that are read, inflated. */
#define MAX_READ (G_GUINT64_CONSTANT (128) << 20)

/* Bytes of a filled part: a hundred thousand people of thirty columns. */
#define MAX_WRITTEN (G_GUINT64_CONSTANT (1) << 30)

/* Signatures and lengths of the records   [PKWARE APPNOTE 4.3] */
#define LOCAL_MAGIC 0x04034b50
#define CENTRAL_MAGIC 0x02014b50
#define END_MAGIC 0x06054b50
#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22

enum { IS_ENCRYPTED = 1 << 0, HAS_DESCRIPTOR = 1 << 3, IS_STRONG = 1 << 6 };
enum { STORED = 0, DEFLATED = 8 };

typedef struct {
  char *name;            /* (owned): as people and relations write it */
  const guint8 *central; /* the record of the directory, with name, extra field and comment */
  gsize n_central;
  guint16 method;
  guint32 crc;
  guint32 packed_size;
  guint32 size;
  const guint8 *packed;
  GBytes *replacement;   /* (owned) (nullable) */
  gboolean is_removed;
} Part;

struct _ZbPackage {
  GBytes *bytes;     /* (owned) */
  const guint8 *data;
  gsize size;
  GArray *parts;     /* (owned) (element-type Part) */
  GHashTable *names; /* (owned): in small letters → place + 1 */
  guint64 n_read;
};

static guint16
get_u16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static guint32
get_u32 (const guint8 *at)
{
  return (guint32) get_u16 (at) | (guint32) get_u16 (at + 2) << 16;
}

static void
put_u16 (guint8 *at, guint value)
{
  at[0] = (guint8) value;
  at[1] = (guint8) (value >> 8);
}

static void
put_u32 (guint8 *at, guint32 value)
{
  put_u16 (at, value & 0xffff);
  put_u16 (at + 2, value >> 16);
}

static gboolean
refuse (GError **error, ZbTemplateError code, const char *why)
{
  g_set_error (error, ZB_TEMPLATE_ERROR, (int) code, "zip: %s", why);
  return FALSE;
}

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_clear_pointer (&part->replacement, g_bytes_unref);
}

void
zb_package_free (ZbPackage *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_array_unref (self->parts);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* The record at the end that says where the directory is; a comment may follow it. */
static const guint8 *
find_end (ZbPackage *self)
{
  for (gsize back = END_SIZE; back <= self->size && back <= END_SIZE + 0xffff; back++)
    {
      const guint8 *at = self->data + self->size - back;

      if (get_u32 (at) == END_MAGIC && get_u16 (at + 20) <= back - END_SIZE)
        return at;
    }
  return NULL;
}

static char *
read_name (const guint8 *bytes, gsize length)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, length);
  g_autofree char *name = g_utf8_make_valid (raw, -1);

  g_strdelimit (name, "\\", '/');
  return g_strdup (name + strspn (name, "/"));
}

/* Sizes of 32 bits that do not hold stand in the extra field of zip64, in this order. */
static void
read_large (const guint8 *extra, gsize length, Part *part, guint32 *offset)
{
  while (length >= 4 && length - 4 >= get_u16 (extra + 2))
    {
      const guint8 *at = extra + 4, *end = at + get_u16 (extra + 2);
      guint32 *const values[] = { &part->size, &part->packed_size, offset };

      for (guint i = 0; get_u16 (extra) == 1 && i < G_N_ELEMENTS (values); i++)
        if (*values[i] == G_MAXUINT32 && end - at >= 8)
          {
            if (get_u32 (at + 4) == 0)
              *values[i] = get_u32 (at);
            at += 8;
          }
      length -= (gsize) (end - extra);
      extra = end;
    }
}

static gboolean
add_part (ZbPackage *self, Part *part, GError **error)
{
  g_autofree char *key = g_utf8_casefold (part->name, -1);

  g_array_append_val (self->parts, *part);
  if (g_hash_table_contains (self->names, key))
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "two parts of one name");
  g_hash_table_insert (self->names, g_steal_pointer (&key), GUINT_TO_POINTER (self->parts->len));
  return TRUE;
}

/* One record of the directory, and where its bytes are. @at: moved behind it */
static gboolean
read_part (ZbPackage *self, const guint8 **at, const guint8 *end, guint64 *total, GError **error)
{
  const guint8 *record = *at, *local;
  guint16 flags, n_name, n_extra;
  guint32 offset;
  Part part = { .central = record };

  if (end - record < CENTRAL_SIZE || get_u32 (record) != CENTRAL_MAGIC)
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "a directory cut short");
  flags = get_u16 (record + 8);
  n_name = get_u16 (record + 28);
  n_extra = get_u16 (record + 30);
  part.n_central = CENTRAL_SIZE + (gsize) n_name + n_extra + get_u16 (record + 32);
  if ((gsize) (end - record) < part.n_central)
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "a directory cut short");
  if (flags & (IS_ENCRYPTED | IS_STRONG))
    return refuse (error, ZB_TEMPLATE_ERROR_PASSWORD, "encrypted");
  part.method = get_u16 (record + 10);
  part.crc = get_u32 (record + 16);
  part.packed_size = get_u32 (record + 20);
  part.size = get_u32 (record + 24);
  offset = get_u32 (record + 42);
  read_large (record + CENTRAL_SIZE + n_name, n_extra, &part, &offset);
  *at += part.n_central;
  if ((part.method != STORED && part.method != DEFLATED) || (part.method == STORED && part.size != part.packed_size))
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "packed in an unknown way");
  if (offset > self->size || self->size - offset < LOCAL_SIZE || get_u32 (local = self->data + offset) != LOCAL_MAGIC)
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "a part that is elsewhere");
  part.packed = local + LOCAL_SIZE + get_u16 (local + 26) + get_u16 (local + 28);
  if (part.packed > self->data + self->size || (gsize) (self->data + self->size - part.packed) < part.packed_size)
    return refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "cut short");
  /* Parts do not share their bytes. */
  if ((*total += part.packed_size) > self->size)
    return refuse (error, ZB_TEMPLATE_ERROR_TOO_BIG, "parts that lie over each other");
  part.name = read_name (record + CENTRAL_SIZE, n_name);
  return add_part (self, &part, error);
}

ZbPackage *
zb_package_new (GBytes *bytes, GError **error)
{
  g_autoptr(ZbPackage) self = g_new0 (ZbPackage, 1);
  const guint8 *end, *at;
  guint64 total = 0;
  guint32 offset;
  guint n;

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!(end = find_end (self)))
    {
      refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "the end is missing");
      return NULL;
    }
  n = get_u16 (end + 10);
  offset = get_u32 (end + 16);
  if (n > MAX_PARTS)
    {
      refuse (error, ZB_TEMPLATE_ERROR_TOO_BIG, "too many parts");
      return NULL;
    }
  if (offset > (gsize) (end - self->data))
    {
      refuse (error, ZB_TEMPLATE_ERROR_DAMAGED, "the directory is elsewhere");
      return NULL;
    }
  at = self->data + offset;
  for (guint i = 0; i < n; i++)
    if (!read_part (self, &at, end, &total, error))
      return NULL;
  return g_steal_pointer (&self);
}

guint
zb_package_n_parts (ZbPackage *self)
{
  return self->parts->len;
}

const char *
zb_package_name (ZbPackage *self, guint part)
{
  return g_array_index (self->parts, Part, part).name;
}

int
zb_package_find (ZbPackage *self, const char *name)
{
  g_autofree char *key = g_utf8_casefold (name + strspn (name, "/"), -1);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key)) - 1;
}

static gboolean
inflate_part (const Part *part, guint8 *out)
{
  z_stream stream = { .next_in = (Bytef *) part->packed, .avail_in = part->packed_size, .next_out = out, .avail_out = part->size };
  int status;

  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return FALSE;
  status = inflate (&stream, Z_FINISH);
  inflateEnd (&stream);
  return status == Z_STREAM_END && stream.total_out == part->size;
}

GBytes *
zb_package_read (ZbPackage *self, guint index, GError **error)
{
  Part *part = &g_array_index (self->parts, Part, index);
  g_autofree guint8 *out = NULL;

  if (part->replacement != NULL)
    return g_bytes_ref (part->replacement);
  if ((self->n_read += part->size) > MAX_READ)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_TOO_BIG, "%s: far too large", part->name);
      return NULL;
    }
  out = g_malloc ((gsize) part->size + 1);
  if (part->method == STORED)
    memcpy (out, part->packed, part->size);
  else if (part->size > 0 && !inflate_part (part, out))
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "%s: not to be unpacked", part->name);
      return NULL;
    }
  if (crc32 (0, out, part->size) != part->crc)
    {
      g_set_error (error, ZB_TEMPLATE_ERROR, ZB_TEMPLATE_ERROR_DAMAGED, "%s: wrong checksum", part->name);
      return NULL;
    }
  out[part->size] = '\0';
  return g_bytes_new_take (g_steal_pointer (&out), part->size);
}

void
zb_package_replace (ZbPackage *self, guint index, GBytes *bytes)
{
  Part *part = &g_array_index (self->parts, Part, index);
  GBytes *old = part->replacement;

  part->replacement = g_bytes_ref (bytes);
  g_clear_pointer (&old, g_bytes_unref);
}

void
zb_package_remove (ZbPackage *self, guint index)
{
  g_array_index (self->parts, Part, index).is_removed = TRUE;
}

/* Packs what a part is to be. Returns: (transfer full) (nullable): %NULL when it is too large */
static guint8 *
pack (Part *part)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (part->replacement, &size);
  g_autofree guint8 *out = NULL;
  z_stream stream = { .next_in = (Bytef *) data };
  int status;

  if (size > MAX_WRITTEN || deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  stream.avail_in = (uInt) size;
  stream.avail_out = (uInt) deflateBound (&stream, (uLong) size);
  out = g_malloc (stream.avail_out);
  stream.next_out = out;
  status = deflate (&stream, Z_FINISH);
  deflateEnd (&stream);
  if (status != Z_STREAM_END)
    return NULL;
  part->method = DEFLATED;
  part->crc = (guint32) crc32 (0, data, (uInt) size);
  part->size = (guint32) size;
  part->packed_size = (guint32) stream.total_out;
  part->packed = out;
  return g_steal_pointer (&out);
}

/* What goes before the bytes of a part. Lengths stand in it, so nothing has to follow the bytes. */
static void
local_header (const Part *part, guint8 out[LOCAL_SIZE])
{
  const guint8 *central = part->central;

  put_u32 (out, LOCAL_MAGIC);
  memcpy (out + 4, central + 6, 2);
  put_u16 (out + 6, get_u16 (central + 8) & ~(guint) HAS_DESCRIPTOR);
  put_u16 (out + 8, part->method);
  memcpy (out + 10, central + 12, 4);
  put_u32 (out + 14, part->crc);
  put_u32 (out + 18, part->packed_size);
  put_u32 (out + 22, part->size);
  put_u16 (out + 26, get_u16 (central + 28));
  put_u16 (out + 28, 0);
}

/* The record of the directory; extra fields that speak of where and how large the part was are left out. */
static void
central_record (const Part *part, guint32 offset, GByteArray *directory)
{
  guint16 n_name = get_u16 (part->central + 28);
  guint8 head[CENTRAL_SIZE];

  memcpy (head, part->central, CENTRAL_SIZE);
  put_u16 (head + 8, get_u16 (head + 8) & ~(guint) HAS_DESCRIPTOR);
  put_u16 (head + 10, part->method);
  put_u32 (head + 16, part->crc);
  put_u32 (head + 20, part->packed_size);
  put_u32 (head + 24, part->size);
  put_u16 (head + 30, 0);
  put_u16 (head + 32, 0);
  put_u32 (head + 42, offset);
  g_byte_array_append (directory, head, CENTRAL_SIZE);
  g_byte_array_append (directory, part->central + CENTRAL_SIZE, n_name);
}

gboolean
zb_package_write (ZbPackage *self, ZbPackageWrite write, gpointer user_data, GError **error)
{
  g_autoptr(GByteArray) directory = g_byte_array_new ();
  guint8 end[END_SIZE] = { 0 };
  guint64 offset = 0;
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      g_autofree guint8 *packed = NULL;
      guint16 n_name = get_u16 (part->central + 28);
      guint8 head[LOCAL_SIZE];

      if (part->is_removed)
        continue;
      if (part->replacement != NULL && !(packed = pack (part)))
        return refuse (error, ZB_TEMPLATE_ERROR_TOO_BIG, "what was filled is too large");
      local_header (part, head);
      central_record (part, (guint32) offset, directory);
      if (!write (head, LOCAL_SIZE, user_data, error) || !write (part->central + CENTRAL_SIZE, n_name, user_data, error)
          || !write (part->packed, part->packed_size, user_data, error))
        return FALSE;
      n++;
      if ((offset += LOCAL_SIZE + (guint64) n_name + part->packed_size) > G_MAXINT32)
        return refuse (error, ZB_TEMPLATE_ERROR_TOO_BIG, "what was filled is too large");
    }
  put_u32 (end, END_MAGIC);
  put_u16 (end + 8, n);
  put_u16 (end + 10, n);
  put_u32 (end + 12, directory->len);
  put_u32 (end + 16, (guint32) offset);
  return write (directory->data, directory->len, user_data, error) && write (end, END_SIZE, user_data, error);
}
