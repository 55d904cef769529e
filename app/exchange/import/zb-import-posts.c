/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of committees: who has what post, since when. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-name.h"
#include "exchange/import/zb-import-private.h"
#include "store/zb-records.h"

#define NAMES_APART "、"

/* The member of that name in the organisation, else the only one of that name: a committee may have members of its branches. */
static gint64
person_of (ZbImportTaking *row, gint64 org, GError **error)
{
  const char *name = zb_import_draft_value (row->import, row->draft, "person");
  g_autofree char *title = zb_records_title (row->import->db, &zb_kind_organization, org);
  g_autofree char *plain = zb_name_normalize (name);
  g_autofree char *within = g_strdup_printf ("%s@%s", plain, title);
  gint64 person = zb_import_find (row->import, &zb_kind_member, within, NULL);

  return person != 0 ? person : zb_import_seek (row, "person", &zb_kind_member, plain, error);
}

/* What the registry has of the same post already: open or of the same day. */
static gboolean
find_post (ZbImportTaking *row, const ZbRecord *post, ZbRecord **out_post, GError **error)
{
  g_autoptr(GPtrArray) posts = zb_records_list (row->import->db, &zb_kind_post, "person", zb_record_get (post, "person"), FALSE, error);
  const char *started = zb_record_get (post, "started_on");

  for (guint i = 0; posts != NULL && i < posts->len && *out_post == NULL; i++)
    {
      const ZbRecord *other = g_ptr_array_index (posts, i);
      const char *other_started = zb_record_get (other, "started_on");

      if (zb_record_get_int (other, "org") == zb_record_get_int (post, "org")
          && g_strcmp0 (zb_record_get (other, "post"), zb_record_get (post, "post")) == 0
          && (started == NULL || other_started == NULL || g_str_has_prefix (started, other_started) || g_str_has_prefix (other_started, started)))
        *out_post = zb_record_copy (other);
    }
  return posts != NULL;
}

static gboolean
update_post (ZbImportTaking *row, ZbRecord *post, GError **error)
{
  gboolean changes = FALSE;

  row->match = post->id;
  for (guint i = 0; i < zb_kind_post.n_fields; i++)
    {
      const ZbField *field = &zb_kind_post.fields[i];

      if (field->type == ZB_FIELD_LINK || strcmp (field->name, "post") == 0
          || !zb_import_draft_changes (row->import, row->draft, i, post->values[i]))
        continue;
      changes = TRUE;
      g_string_append_printf (row->changes, "%s%s", row->changes->len > 0 ? NAMES_APART : "", field->heading);
      zb_record_set (post, field->name, row->draft->values[i]);
    }
  if (row->verdict != ZB_IMPORT_NEW)
    row->verdict = changes || row->verdict == ZB_IMPORT_UPDATE ? ZB_IMPORT_UPDATE : ZB_IMPORT_SAME;
  return !changes || zb_change_set_update (row->set, post, error);
}

static gboolean
take_post (ZbImportTaking *row, gint64 org, gint64 person, const char *code, GError **error)
{
  g_autoptr(ZbRecord) post = zb_import_draft_record (row);
  g_autoptr(ZbRecord) known = NULL;

  zb_record_set_int (post, "org", org);
  zb_record_set_int (post, "person", person);
  zb_record_set (post, "post", code);
  if (!find_post (row, post, &known, error))
    return FALSE;
  if (known != NULL)
    return update_post (row, known, error);
  row->verdict = ZB_IMPORT_NEW;
  return zb_change_set_insert (row->set, post, error);
}

/* 副书记、组织委员 are two posts; templates say that an empty cell means 委员. */
static GPtrArray *
posts_of (ZbImportTaking *row)
{
  const char *text = zb_import_draft_value (row->import, row->draft, "post");
  gboolean unknown = FALSE;
  GPtrArray *posts = zb_import_posts (text != NULL ? text : "委员", &unknown);

  if (text == NULL)
    zb_import_tell (row, "post", NULL, "post-assumed");
  if (unknown || posts->len == 0)
    zb_import_stop (row, "post", text, "unknown-code");
  return posts;
}

gboolean
zb_import_take_post (ZbImportTaking *row, GError **error)
{
  gint64 org, person;
  g_autoptr(GPtrArray) posts = NULL;

  if (zb_import_draft_value (row->import, row->draft, "person") == NULL)
    return zb_import_stop (row, "person", NULL, "name-missing");
  posts = posts_of (row);
  if (row->verdict == ZB_IMPORT_ERROR)
    return TRUE;
  if ((org = zb_import_seek_org (row, error)) == 0)
    return row->verdict == ZB_IMPORT_ERROR;
  if ((person = person_of (row, org, error)) == 0)
    return FALSE;
  row->verdict = ZB_IMPORT_SAME;
  for (guint i = 0; i < posts->len; i++)
    if (!take_post (row, org, person, ((const ZbCode *) g_ptr_array_index (posts, i))->code, error))
      return FALSE;
  return TRUE;
}
