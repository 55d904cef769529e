/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/paper/zb-pdf-catalog.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The end of the file in which its trailer stands, and the most that a catalog takes. */
#define TAIL 2048
#define CATALOG 8192
/* A line of the table of objects. */
#define XREF_LINE 20

/* What the trailer says. */
typedef struct {
  guint64 xref;
  guint64 size;
  guint64 root;
  guint64 info;
} Trailer;

/* A piece of the file as text. Returns: (transfer full): what is there */
static char *
read_at (int fd, guint64 at, gsize n)
{
  char *text = g_malloc0 (n + 1);
  gssize got = pread (fd, text, n, (off_t) at);

  text[MAX (got, 0)] = '\0';
  return text;
}

static gboolean
number_after (const char *text, const char *key, guint64 *out)
{
  const char *at = text != NULL ? strstr (text, key) : NULL;
  char *end;

  if (at == NULL)
    return FALSE;
  *out = g_ascii_strtoull (at + strlen (key), &end, 10);
  return end > at + strlen (key);
}

/* NUL bytes of what is packed do not hide the end. */
static void
make_text (char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bytes[i] == '\0')
      bytes[i] = ' ';
}

static gboolean
read_trailer (int fd, guint64 length, Trailer *out)
{
  guint64 n = MIN (length, TAIL);
  g_autofree char *tail = read_at (fd, length - n, n);
  const char *trailer;

  make_text (tail, n);
  trailer = g_strrstr (tail, "trailer");
  return number_after (trailer, "/Size ", &out->size) && number_after (trailer, "/Root ", &out->root)
         && number_after (trailer, "/Info ", &out->info) && number_after (trailer, "startxref", &out->xref);
}

/* Where an object begins, by the table; 0 when that is not to be had. */
static guint64
object_at (int fd, const Trailer *trailer, guint64 object)
{
  g_autofree char *head = read_at (fd, trailer->xref, 64);
  guint64 first, n, at;
  int consumed = 0;
  g_autofree char *line = NULL;

  if (sscanf (head, "xref %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "%n", &first, &n, &consumed) != 2 || first != 0 || object >= n)
    return 0;
  while (head[consumed] == '\r' || head[consumed] == '\n' || head[consumed] == ' ')
    consumed++;
  line = read_at (fd, trailer->xref + (guint64) consumed + object * XREF_LINE, XREF_LINE);
  at = g_ascii_strtoull (line, NULL, 10);
  return strlen (line) == XREF_LINE && line[17] == 'n' ? at : 0;
}

/* The words of the object between << and >>, without these. Returns: (transfer full) (nullable) */
static char *
dictionary_at (int fd, guint64 at, guint64 object)
{
  g_autofree char *text = read_at (fd, at, CATALOG);
  g_autofree char *head = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj", object);
  char *begin, *end;

  if (!g_str_has_prefix (text, head) || !(end = strstr (text, "endobj")))
    return NULL;
  *end = '\0';
  begin = strstr (text, "<<");
  end = g_strrstr (text, ">>");
  if (begin == NULL || end == NULL || strstr (text, "/Catalog") == NULL)
    return NULL;
  *end = '\0';
  return g_strdup (begin + 2);
}

static gboolean
write_at (int fd, guint64 at, const char *text, gsize n)
{
  while (n > 0)
    {
      gssize written = pwrite (fd, text, n, (off_t) at);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      at += (guint64) written;
      text += written;
      n -= (gsize) written;
    }
  return TRUE;
}

gboolean
zb_pdf_catalog_add (int fd, const char *entries)
{
  off_t length = lseek (fd, 0, SEEK_END);
  g_autofree char *dictionary = NULL;
  g_autoptr(GString) more = g_string_new ("\n");
  Trailer trailer;
  guint64 at;

  if (length <= 0 || !read_trailer (fd, (guint64) length, &trailer) || !(at = object_at (fd, &trailer, trailer.root))
      || !(dictionary = dictionary_at (fd, at, trailer.root)))
    return TRUE;
  at = (guint64) length + more->len;
  g_string_append_printf (more, "%" G_GUINT64_FORMAT " 0 obj\n<<%s   %s\n>>\nendobj\n", trailer.root, dictionary, entries);
  length += (off_t) more->len;
  g_string_append_printf (more, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \ntrailer\n", trailer.root, at);
  g_string_append_printf (more, "<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n", trailer.size,
                          trailer.root, trailer.info);
  g_string_append_printf (more, "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GINT64_FORMAT "\n%%%%EOF\n", trailer.xref, (gint64) length);
  return write_at (fd, at - 1, more->str, more->len);
}
