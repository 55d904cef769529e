/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of wishes, claims and hours of service: each row goes through the same steps as what is entered by hand. */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/import/zb-import-private.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-records.h"
#include "store/zb-steps.h"

#define NAMES_APART "、"

/* Wishes */

/* The wish that is there already: by its number, else the same wish of the household on the same day. */
static gboolean
find_wish (ZbImportTaking *row, gint64 household, ZbRecord **out_wish, GError **error)
{
  const char *number = zb_import_draft_value (row->import, row->draft, "number");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, household);
  g_autoptr(GPtrArray) wishes = zb_records_list (row->import->db, &zb_kind_wish, number != NULL ? "number" : "household",
                                                 number != NULL ? number : id, TRUE, error);

  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    {
      ZbRecord *wish = g_ptr_array_index (wishes, i);

      if (number == NULL
          && (g_strcmp0 (zb_record_get (wish, "title"), zb_import_draft_value (row->import, row->draft, "title")) != 0
              || g_strcmp0 (zb_record_get (wish, "collected_on"), zb_import_draft_value (row->import, row->draft, "collected_on")) != 0))
        continue;
      *out_wish = zb_record_copy (wish);
      break;
    }
  return wishes != NULL;
}

static gboolean
update_wish (ZbImportTaking *row, ZbRecord *wish, gint64 household, GError **error)
{
  row->match = wish->id;
  if (zb_record_get_int (wish, "household") != household)
    return zb_import_stop (row, "number", zb_record_get (wish, "number"), "number-taken");
  for (guint i = 0; i < zb_kind_wish.n_fields; i++)
    {
      const ZbField *field = &zb_kind_wish.fields[i];

      if (field->type == ZB_FIELD_LINK || (field->flags & ZB_FIELD_BY_STEP) || !zb_import_draft_changes (row->import, row->draft, i, wish->values[i]))
        continue;
      g_string_append_printf (row->changes, "%s%s", row->changes->len > 0 ? NAMES_APART : "", field->heading);
      zb_record_set (wish, field->name, row->draft->values[i]);
    }
  row->verdict = row->changes->len > 0 ? ZB_IMPORT_UPDATE : ZB_IMPORT_SAME;
  return zb_change_set_update (row->set, wish, error);
}

gboolean
zb_import_take_wish (ZbImportTaking *row, GError **error)
{
  gint64 org = zb_import_seek_org (row, error), household;
  g_autoptr(ZbRecord) wish = NULL;
  g_autoptr(ZbRecord) known = NULL;

  if (org == 0)
    return row->verdict == ZB_IMPORT_ERROR;
  if (zb_import_draft_value (row->import, row->draft, "number") != NULL && !find_wish (row, 0, &known, error))
    return FALSE;
  if (zb_import_draft_value (row->import, row->draft, "title") == NULL)
    return zb_import_stop (row, "title", NULL, "title-missing");
  /* Of a wish that is there the registry knows the day. */
  if (zb_import_draft_value (row->import, row->draft, "collected_on") == NULL && known == NULL)
    return zb_import_stop (row, "collected_on", NULL, "day-missing");
  if ((household = zb_import_wish_household (row, org, known != NULL ? zb_record_get_int (known, "household") : 0, error)) == 0)
    return row->verdict == ZB_IMPORT_ERROR || row->verdict == ZB_IMPORT_CONFLICT;
  if (!find_wish (row, household, &wish, error))
    return FALSE;
  if (wish != NULL)
    return update_wish (row, wish, household, error);
  wish = zb_import_draft_record (row);
  zb_record_set_int (wish, "household", household);
  zb_record_set_int (wish, "org", org);
  return zb_wishes_add (row->set, wish, error);
}

/* Claims */

/* The wish by its number, and by what it is called where no number is given. */
static gint64
wish_of (ZbImportTaking *row, GError **error)
{
  const char *number = zb_import_draft_value (row->import, row->draft, "wish");
  const char *title = zb_import_draft_also (row->draft, &zb_kind_wish, "title");
  g_autofree char *stored = NULL;
  gint64 wish;

  if (number == NULL && title == NULL)
    {
      zb_import_stop (row, "wish", NULL, "wish-missing");
      return 0;
    }
  if ((wish = zb_import_seek (row, "wish", &zb_kind_wish, number != NULL ? number : title, error)) == 0)
    return 0;
  stored = zb_records_title (row->import->db, &zb_kind_wish, wish);
  if (number != NULL && title != NULL && strstr (stored, title) == NULL && strstr (title, stored) == NULL)
    zb_import_tell (row, "wish", stored, "wish-differs");
  return wish;
}

static void
set_id (GHashTable *fields, const char *name, gint64 id)
{
  g_hash_table_insert (fields, g_strdup (name), g_strdup_printf ("%" G_GINT64_FORMAT, id));
}

/* 王丁、赵三: the first signs, the others claim together with him; in a branch when the row names it. */
static gboolean
take_people (ZbImportTaking *row, const char *names, GHashTable *fields, GError **error)
{
  const char *branch = zb_import_draft_value (row->import, row->draft, "branch_name");
  const char *further = zb_import_draft_also (row->draft, &zb_kind_claimer, "name");
  g_auto(GStrv) words = g_regex_split_simple ("[,，、;；/\\s]+", names, 0, 0);
  g_autoptr(GString) together = g_string_new (further);
  gint64 person = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *within = zb_import_within (row->import, words[i], branch);

      if (*words[i] == '\0')
        continue;
      if (person != 0)
        g_string_append_printf (together, "%s%s", together->len > 0 ? NAMES_APART : "", within);
      else if ((person = zb_import_seek (row, "name", &zb_kind_member, within, error)) == 0)
        return FALSE;
    }
  set_id (fields, "person", person);
  if (together->len > 0)
    g_hash_table_insert (fields, g_strdup ("together"), g_strdup (together->str));
  return TRUE;
}

/* Whether the word means a record of the kind; several would have to be told apart by the person. */
static gboolean
take_record (ZbImportTaking *row, const ZbKind *kind, const char *name, const char *text, GHashTable *fields)
{
  gint64 id = zb_import_find (row->import, kind, text, NULL);

  if (id != 0)
    set_id (fields, name, id);
  return id != 0;
}

/* Who claims: as the list says it, else members, a team or an organisation of that name. A partner is never guessed. */
static gboolean
take_claimer (ZbImportTaking *row, GHashTable *fields, GError **error)
{
  const char *name = zb_import_draft_value (row->import, row->draft, "name"), *kind = zb_import_draft_value (row->import, row->draft, "kind");
  g_autoptr(GError) failure = NULL;

  if (name == NULL)
    return zb_import_stop (row, "name", NULL, "claimer-missing");
  if (g_strcmp0 (kind, "partner") == 0)
    {
      g_hash_table_insert (fields, g_strdup ("partner"), g_strdup (name));
      return TRUE;
    }
  if ((kind == NULL || strcmp (kind, "member") == 0 || strcmp (kind, "together") == 0) && take_people (row, name, fields, &failure))
    return TRUE;
  if ((kind == NULL || strcmp (kind, "team") == 0) && take_record (row, &zb_kind_team, "team", name, fields))
    return TRUE;
  if ((kind == NULL || strcmp (kind, "org") == 0) && take_record (row, &zb_kind_organization, "org", name, fields))
    return TRUE;
  if (failure == NULL)
    g_set_error_literal (&failure, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND, name);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the same people claimed as much of the wish on that day: the row was taken in before. */
static gboolean
is_claimed (ZbImportTaking *row, gint64 wish, GHashTable *fields, gboolean *out_is, GError **error)
{
  g_autoptr(GPtrArray) claims = zb_wishes_parts (row->import->db, &zb_kind_claim, wish, error);

  *out_is = FALSE;
  for (guint i = 0; claims != NULL && i < claims->len && !*out_is; i++)
    {
      const ZbRecord *claim = g_ptr_array_index (claims, i);
      const char *partner = g_hash_table_lookup (fields, "partner");
      gboolean is_same = partner == NULL || g_strcmp0 (zb_record_get (claim, "name"), partner) == 0;

      for (const char *const *of = (const char *const[]) { "person", "team", "org", NULL }; *of != NULL; of++)
        is_same = is_same && g_strcmp0 (zb_record_get (claim, *of), g_hash_table_lookup (fields, *of)) == 0;
      for (const char *const *given = (const char *const[]) { "pieces", "money", NULL }; *given != NULL; given++)
        is_same = is_same && (g_hash_table_lookup (fields, *given) == NULL || g_strcmp0 (zb_record_get (claim, *given), g_hash_table_lookup (fields, *given)) == 0);
      *out_is = is_same && g_strcmp0 (zb_record_get (claim, "claimed_on"), g_hash_table_lookup (fields, "on")) == 0;
      if (*out_is)
        row->match = claim->id;
    }
  return claims != NULL;
}

gboolean
zb_import_take_claim (ZbImportTaking *row, GError **error)
{
  static const struct { const char *step, *field; } same[] = {
    { "on", "claimed_on" }, { "promised_on", "promised_on" }, { "pieces", "pieces" }, { "given_by", "given_by" }, { "money", "money" },
    { "task", "task" },
  };
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 wish = wish_of (row, error);
  gboolean is_there;

  if (wish == 0)
    return row->verdict == ZB_IMPORT_ERROR;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      const char *value = zb_import_draft_value (row->import, row->draft, same[i].field);

      if (value != NULL)
        g_hash_table_insert (fields, g_strdup (same[i].step), g_strdup (value));
      else if (i < 2)
        return zb_import_stop (row, same[i].field, NULL, "day-missing");
    }
  if (!take_claimer (row, fields, error) || row->verdict == ZB_IMPORT_ERROR)
    return row->verdict == ZB_IMPORT_ERROR;
  if (!is_claimed (row, wish, fields, &is_there, error))
    return FALSE;
  row->verdict = is_there ? ZB_IMPORT_SAME : ZB_IMPORT_NEW;
  return is_there || zb_steps_apply (row->set, &zb_kind_wish, wish, zb_kind_step (&zb_kind_wish, "claim"), fields, row->import->today, error);
}

/* Hours of service */

/* The same hours of the same person, taken in before or twice in the file. */
static gboolean
are_there (ZbImportTaking *row, const ZbRecord *hours, gboolean *out_are, GError **error)
{
  static const char *const same[] = { "on", "hours", "contents", "started_at", NULL };
  g_autoptr(GPtrArray) rows = zb_records_list (row->import->db, &zb_kind_service_hours, "person", zb_record_get (hours, "person"), FALSE, error);

  *out_are = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len && !*out_are; i++)
    {
      const ZbRecord *other = g_ptr_array_index (rows, i);

      *out_are = TRUE;
      for (guint f = 0; same[f] != NULL; f++)
        *out_are = *out_are && g_strcmp0 (zb_record_get (other, same[f]), zb_record_get (hours, same[f])) == 0;
      if (*out_are)
        row->match = other->id;
    }
  return rows != NULL;
}

gboolean
zb_import_take_hours (ZbImportTaking *row, GError **error)
{
  const char *name = zb_import_draft_value (row->import, row->draft, "person");
  const char *branch = zb_import_draft_also (row->draft, &zb_kind_member, "branch");
  g_autofree char *within = name != NULL ? zb_import_within (row->import, name, branch) : NULL;
  g_autoptr(ZbRecord) hours = zb_import_draft_record (row);
  gint64 person;
  gboolean are;

  if (name == NULL)
    return zb_import_stop (row, "person", NULL, "name-missing");
  if ((person = zb_import_seek (row, "person", &zb_kind_member, within, error)) == 0)
    return FALSE;
  zb_record_set_int (hours, "person", person);
  if (zb_record_get (hours, "source") == NULL)
    zb_record_set (hours, "source", "sheet");
  if (!are_there (row, hours, &are, error))
    return FALSE;
  row->verdict = are ? ZB_IMPORT_SAME : ZB_IMPORT_NEW;
  return are || zb_change_set_insert (row->set, hours, error);
}
