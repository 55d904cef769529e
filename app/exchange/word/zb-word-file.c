/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/word/zb-word-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <math.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "exchange/paper/zb-new-file.h"
#include "exchange/word/zb-word-parts.h"
#include "exchange/word/zb-word-text.h"

/* Bytes that are gathered before they are packed. */
#define ENOUGH (128 * 1024)
/* Measure of drawings. */
#define EMU_A_POINT 12700

#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006"

struct _ZbWordFile
{
  ZbWordPage page;
  struct archive *archive; /* (owned) */
  GString *body;           /* (owned) */
  GPtrArray *pictures;     /* (owned) (element-type GBytes) */
  int fd;
  int errnum; /* why the disk took no more */
};

/* What the disk does not take is remembered and let go: libarchive 3.6 never frees the state of a part whose bytes were refused. */
static la_ssize_t
on_write (struct archive *archive, void *data, const void *buffer, size_t length)
{
  ZbWordFile *self = data;
  const char *p = buffer;
  size_t left = self->errnum == 0 ? length : 0;

  while (left > 0)
    {
      gssize n = write (self->fd, p, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          self->errnum = errno;
          break;
        }
      p += n;
      left -= (size_t) n;
    }
  return (la_ssize_t) length;
}

static gboolean
fail (ZbWordFile *self, GError **error)
{
  zb_new_file_set_error (error, self->errnum != 0 ? self->errnum : EIO, "docx");
  return FALSE;
}

static gboolean
begin_part (ZbWordFile *self, const char *name, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int status;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, time (NULL), 0);
  status = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return (status == ARCHIVE_OK && self->errnum == 0) || fail (self, error);
}

static gboolean
write_part (ZbWordFile *self, const void *data, gsize n, GError **error)
{
  return (archive_write_data (self->archive, data, n) == (la_ssize_t) n && self->errnum == 0) || fail (self, error);
}

static gboolean
add_part (ZbWordFile *self, const char *name, char *owned, GError **error)
{
  g_autofree char *text = owned;

  return begin_part (self, name, error) && write_part (self, text, strlen (text), error);
}

static char *
content_types (const ZbWordPage *page)
{
  const char *word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  GString *out = g_string_new (ZB_WORD_HEAD "<Types xmlns=\"" PACKAGE "/content-types\">"
                               "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                               "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
                               "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                               "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");

  g_string_append_printf (out, "<Override PartName=\"/word/document.xml\" ContentType=\"%s.document.main+xml\"/>", word);
  g_string_append_printf (out, "<Override PartName=\"/word/styles.xml\" ContentType=\"%s.styles+xml\"/>", word);
  g_string_append_printf (out, "<Override PartName=\"/word/settings.xml\" ContentType=\"%s.settings+xml\"/>", word);
  g_string_append_printf (out, "<Override PartName=\"/word/fontTable.xml\" ContentType=\"%s.fontTable+xml\"/>", word);
  if (page->numbers != ZB_WORD_NO_NUMBERS)
    g_string_append_printf (out, "<Override PartName=\"/word/footer1.xml\" ContentType=\"%s.footer+xml\"/>", word);
  if (page->numbers == ZB_WORD_NUMBERS_DASHED)
    g_string_append_printf (out, "<Override PartName=\"/word/footer2.xml\" ContentType=\"%s.footer+xml\"/>", word);
  g_string_append (out, "</Types>");
  return g_string_free (out, FALSE);
}

static char *
package_relations (void)
{
  return g_strdup (ZB_WORD_HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
                   "<Relationship Id=\"rId1\" Type=\"" ZB_WORD_RELATION "/officeDocument\" Target=\"word/document.xml\"/>"
                   "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                   "<Relationship Id=\"rId3\" Type=\"" ZB_WORD_RELATION "/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");
}

static char *
program_part (void)
{
  return g_strdup (ZB_WORD_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                   "<Application>Zhibu</Application></Properties>");
}

static char *
document_relations (ZbWordFile *self)
{
  GString *out = g_string_new (ZB_WORD_HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
                               "<Relationship Id=\"rId1\" Type=\"" ZB_WORD_RELATION "/styles\" Target=\"styles.xml\"/>"
                               "<Relationship Id=\"rId2\" Type=\"" ZB_WORD_RELATION "/settings\" Target=\"settings.xml\"/>"
                               "<Relationship Id=\"rId3\" Type=\"" ZB_WORD_RELATION "/fontTable\" Target=\"fontTable.xml\"/>");

  if (self->page.numbers != ZB_WORD_NO_NUMBERS)
    g_string_append (out, "<Relationship Id=\"rId4\" Type=\"" ZB_WORD_RELATION "/footer\" Target=\"footer1.xml\"/>");
  if (self->page.numbers == ZB_WORD_NUMBERS_DASHED)
    g_string_append (out, "<Relationship Id=\"rId5\" Type=\"" ZB_WORD_RELATION "/footer\" Target=\"footer2.xml\"/>");
  for (guint i = 0; i < self->pictures->len; i++)
    g_string_append_printf (out, "<Relationship Id=\"rIdP%u\" Type=\"" ZB_WORD_RELATION "/image\" Target=\"media/image%u.jpeg\"/>", i + 1, i + 1);
  g_string_append (out, "</Relationships>");
  return g_string_free (out, FALSE);
}

/* All parts that are known before the text; the text comes last but for what it brings with it. */
static gboolean
add_first_parts (ZbWordFile *self, const ZbWordPage *page, const char *title, const char *author, GError **error)
{
  return add_part (self, "[Content_Types].xml", content_types (page), error) && add_part (self, "_rels/.rels", package_relations (), error)
         && add_part (self, "docProps/core.xml", zb_word_part_core (title, author), error)
         && add_part (self, "docProps/app.xml", program_part (), error) && add_part (self, "word/styles.xml", zb_word_part_styles (page), error)
         && add_part (self, "word/settings.xml", zb_word_part_settings (page), error)
         && add_part (self, "word/fontTable.xml", zb_word_part_fonts (), error)
         && (page->numbers == ZB_WORD_NO_NUMBERS || add_part (self, "word/footer1.xml", zb_word_part_footer (page, FALSE), error))
         && (page->numbers != ZB_WORD_NUMBERS_DASHED || add_part (self, "word/footer2.xml", zb_word_part_footer (page, TRUE), error))
         && begin_part (self, "word/document.xml", error);
}

ZbWordFile *
zb_word_file_new (int fd, const char *title, const char *author, const ZbWordPage *page, GError **error)
{
  g_autoptr(ZbWordFile) self = g_new0 (ZbWordFile, 1);

  self->page = *page;
  /* Needed no longer than for the parts that are written now. */
  self->page.foot_note = NULL;
  self->fd = fd;
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->body = g_string_sized_new (ENOUGH + 4096);
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  /* Office programs of an age do not read archives for more than 4 GB. */
  archive_write_set_format_option (self->archive, "zip", "zip64", NULL);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  if (archive_write_open (self->archive, self, NULL, on_write, NULL) != ARCHIVE_OK)
    fail (self, error);
  else if (add_first_parts (self, page, title, author, error))
    {
      g_string_append (self->body, ZB_WORD_HEAD "<w:document xmlns:w=\"" ZB_WORD_NAMESPACE "\" xmlns:r=\"" ZB_WORD_RELATION "\""
                                   " xmlns:wp=\"" DRAWING "/wordprocessingDrawing\"><w:body>");
      return g_steal_pointer (&self);
    }
  return NULL;
}

void
zb_word_file_free (ZbWordFile *self)
{
  if (self == NULL)
    return;
  archive_write_free (self->archive);
  g_string_free (self->body, TRUE);
  g_ptr_array_unref (self->pictures);
  g_free (self);
}

GString *
zb_word_file_body (ZbWordFile *self)
{
  return self->body;
}

static gboolean
hand_on (ZbWordFile *self, GError **error)
{
  gboolean done = write_part (self, self->body->str, self->body->len, error);

  g_string_truncate (self->body, 0);
  return done;
}

gboolean
zb_word_file_flush (ZbWordFile *self, GError **error)
{
  return self->body->len < ENOUGH || hand_on (self, error);
}

void
zb_word_file_add_picture (ZbWordFile *self, GBytes *jpeg, double width, double height, const char *description)
{
  g_autofree char *words = zb_word_clean (description);
  guint n = self->pictures->len + 1;
  int wide = (int) lround (width * EMU_A_POINT), high = (int) lround (height * EMU_A_POINT);

  g_ptr_array_add (self->pictures, g_bytes_ref (jpeg));
  g_string_append_printf (self->body,
                          "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
                          "<wp:extent cx=\"%d\" cy=\"%d\"/><wp:docPr id=\"%u\" name=\"图片 %u\" descr=\"%s\"/>"
                          "<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"" DRAWING "/main\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                          "<a:graphic xmlns:a=\"" DRAWING "/main\"><a:graphicData uri=\"" DRAWING "/picture\"><pic:pic xmlns:pic=\"" DRAWING "/picture\">"
                          "<pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"image%u.jpeg\"/><pic:cNvPicPr/></pic:nvPicPr>"
                          "<pic:blipFill><a:blip r:embed=\"rIdP%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                          "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>"
                          "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
                          wide, high, n, n, words, n, n, n, wide, high);
}

static gboolean
add_pictures (ZbWordFile *self, GError **error)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/image%u.jpeg", i + 1);
      gsize n;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (self->pictures, i), &n);

      if (!begin_part (self, name, error) || !write_part (self, data, n, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
zb_word_file_finish (ZbWordFile *self, GError **error)
{
  g_autofree char *section = zb_word_part_section (&self->page);

  g_string_append_printf (self->body, "%s</w:body></w:document>", section);
  if (!hand_on (self, error) || !add_part (self, "word/_rels/document.xml.rels", document_relations (self), error) || !add_pictures (self, error))
    return FALSE;
  return (archive_write_close (self->archive) == ARCHIVE_OK && self->errnum == 0) || fail (self, error);
}
