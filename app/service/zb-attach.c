/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-attach.h"

#include <glib/gi18n.h>

#include "core/zb-error.h"
#include "store/life/zb-attachments.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

GPtrArray *
zb_attach_read (ZbDb *db, const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr(ZbRules) rules = zb_rules_load (db, error);
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_picture_free);
  gsize limit;

  if (rules == NULL)
    return NULL;
  limit = (gsize) (zb_rules_value (rules, "attachment.max_mb", zb_db_today (db)) * 1024 * 1024);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      ZbPicture *picture = zb_picture_read (paths[i], limit, cancellable, error);

      if (picture == NULL)
        return NULL;
      g_ptr_array_add (pictures, picture);
    }
  return g_steal_pointer (&pictures);
}

static gboolean
write_one (ZbChangeSet *set, gint64 meeting, const ZbPicture *picture, const char *kind, const char *caption, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_attachment);
  g_autofree char *taken_on = zb_date_to_text (picture->taken_on);
  gboolean is_photo = zb_picture_is_photo (picture);

  if (kind == NULL)
    kind = is_photo ? "photo" : "other";
  if (!is_photo && g_str_equal (kind, "photo"))
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "not-a-photo|%s", picture->name);
      return FALSE;
    }
  zb_record_set_int (record, "meeting", meeting);
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "name", picture->name);
  zb_record_set (record, "caption", caption);
  zb_record_set (record, "media", picture->media);
  /* A camera whose clock is wrong says nothing about the day. */
  if (zb_date_compare (picture->taken_on, zb_db_today (zb_change_set_db (set))) <= 0)
    zb_record_set (record, "taken_on", taken_on);
  return zb_attachments_add (set, record, picture->data, picture->preview, error);
}

gboolean
zb_attach_write (ZbDb *db, gint64 meeting, GPtrArray *pictures, const char *kind, const char *caption, gint64 *out_set, GError **error)
{
  g_autofree char *title = zb_records_title (db, &zb_kind_meeting, meeting);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (db, "meeting.attach", title, error);

  for (guint i = 0; set != NULL && i < pictures->len; i++)
    if (!write_one (set, meeting, g_ptr_array_index (pictures, i), kind, caption, error))
      return FALSE;
  return set != NULL && zb_change_set_commit (set, out_set, error);
}

char *
zb_attach_note (GPtrArray *pictures)
{
  guint n = 0;

  for (guint i = 0; i < pictures->len; i++)
    n += ((ZbPicture *) g_ptr_array_index (pictures, i))->had_position;
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u photo told where it was taken; that was taken out.", "%u photos told where they were taken; that was taken out.", n), n);
}
