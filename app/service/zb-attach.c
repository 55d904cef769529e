/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-attach.h"

#include <glib/gi18n.h>

#include "core/zb-error.h"
#include "service/zb-words.h"
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
        {
          g_autofree char *name = g_path_get_basename (paths[i]);

          /* Of several that were chosen, which one; see zb_words_picture(). */
          g_prefix_error (error, "%s\n", name);
          return NULL;
        }
      g_ptr_array_add (pictures, picture);
    }
  return g_steal_pointer (&pictures);
}

/* Where they belong: the meeting, or the wish and, if so, what was brought. */
typedef struct {
  gint64 meeting;
  gint64 wish;
  gint64 delivery;
} Place;

static gboolean
find_place (ZbDb *db, const ZbKind *of, gint64 id, Place *out, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (db, of, id, FALSE, error);

  *out = (Place) { 0 };
  if (record == NULL)
    return FALSE;
  out->meeting = of == &zb_kind_meeting ? id : 0;
  out->delivery = of == &zb_kind_delivery ? id : 0;
  out->wish = of == &zb_kind_delivery ? zb_record_get_int (record, "wish") : of == &zb_kind_wish ? id : 0;
  return TRUE;
}

static void
set_link (ZbRecord *record, const char *field, gint64 id)
{
  if (id != 0)
    zb_record_set_int (record, field, id);
}

static gboolean
write_one (ZbChangeSet *set, const Place *place, const ZbPicture *picture, const char *kind, const char *caption, GError **error)
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
  set_link (record, "meeting", place->meeting);
  set_link (record, "wish", place->wish);
  set_link (record, "delivery", place->delivery);
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "name", picture->name);
  zb_record_set (record, "caption", caption);
  zb_record_set (record, "media", picture->media);
  /* A camera whose clock is wrong says nothing about the day. */
  if (zb_date_compare (picture->taken_on, zb_db_today (zb_change_set_db (set))) <= 0)
    zb_record_set (record, "taken_on", taken_on);
  return zb_attachments_add (set, record, picture->data, picture->preview, error);
}

/* Who has the signed paper need not say beside it that it was signed. */
static gboolean
mark_signed (ZbChangeSet *set, gint64 delivery, GError **error)
{
  g_autoptr(ZbRecord) record = zb_records_get (zb_change_set_db (set), &zb_kind_delivery, delivery, TRUE, error);

  if (record == NULL || zb_record_get_int (record, "receipt") == 1)
    return record != NULL;
  zb_record_set (record, "receipt", "1");
  return zb_change_set_update (set, record, error);
}

gboolean
zb_attach_write (ZbDb *db, const ZbKind *of, gint64 id, GPtrArray *pictures, const char *kind, const char *caption, gint64 *out_set, GError **error)
{
  gint64 wish = 0;
  g_autofree char *title = NULL;
  g_autoptr(ZbChangeSet) set = NULL;
  Place place;

  if (!find_place (db, of, id, &place, error))
    return FALSE;
  wish = place.wish;
  title = wish != 0 ? zb_records_title (db, &zb_kind_wish, wish) : zb_records_title (db, &zb_kind_meeting, id);
  set = zb_change_set_begin (db, wish != 0 ? "wish.attach" : "meeting.attach", title, error);
  for (guint i = 0; set != NULL && i < pictures->len; i++)
    if (!write_one (set, &place, g_ptr_array_index (pictures, i), kind, caption, error))
      return FALSE;
  if (set != NULL && place.delivery != 0 && g_strcmp0 (kind, "receipt") == 0 && !mark_signed (set, place.delivery, error))
    return FALSE;
  return set != NULL && zb_change_set_commit (set, out_set, error);
}

char *
zb_attach_words (ZbDb *db, const ZbKind *of, gint64 id, guint n)
{
  g_autofree char *title = NULL;
  Place place;

  if (!find_place (db, of, id, &place, NULL))
    return g_strdup ("");
  title = place.wish != 0 ? zb_records_title (db, &zb_kind_wish, place.wish) : zb_records_title (db, of, id);
  return zb_words_action (place.wish != 0 ? "wish.attach" : "meeting.attach", title, n);
}

char *
zb_attach_consent (ZbDb *db, gint64 wish)
{
  g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_wish, wish, FALSE, NULL);
  g_autoptr(ZbRecord) household = record != NULL ? zb_records_get (db, &zb_kind_household, zb_record_get_int (record, "household"), FALSE, NULL) : NULL;

  if (household == NULL || g_strcmp0 (zb_record_get (household, "photo_consent"), "1") == 0)
    return g_strdup ("");
  if (zb_record_get (household, "photo_consent") != NULL)
    /* Translators: %s is the name of a household for publication */
    return g_strdup_printf (_("%s does not want photos to be shown: keep them inside."), zb_record_title (household));
  /* Translators: %s is the name of a household for publication */
  return g_strdup_printf (_("%s has not been asked yet whether photos may be shown: keep them inside until it is noted at the household."),
                          zb_record_title (household));
}

static gboolean
has_photo (GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    if (zb_picture_is_photo (g_ptr_array_index (pictures, i)))
      return TRUE;
  return FALSE;
}

char *
zb_attach_note (ZbDb *db, const ZbKind *of, gint64 id, const char *kind, GPtrArray *pictures)
{
  g_autofree char *positions = NULL, *consent = NULL;
  Place place;
  guint n = 0;

  for (guint i = 0; i < pictures->len; i++)
    n += ((ZbPicture *) g_ptr_array_index (pictures, i))->had_position;
  if (n > 0)
    positions = g_strdup_printf (ngettext ("%u photo told where it was taken; that was taken out.", "%u photos told where they were taken; that was taken out.", n), n);
  /* A signed paper is no picture of anybody. */
  if ((kind == NULL || g_str_equal (kind, "photo")) && has_photo (pictures) && find_place (db, of, id, &place, NULL) && place.wish != 0)
    consent = zb_attach_consent (db, place.wish);
  if (consent == NULL || *consent == '\0')
    return g_steal_pointer (&positions);
  return positions != NULL ? g_strdup_printf ("%s %s", positions, consent) : g_steal_pointer (&consent);
}
