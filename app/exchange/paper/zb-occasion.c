/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/zb-occasion.h"

#include <stdlib.h>
#include <string.h>

#include "core/zb-error.h"
#include "store/life/zb-meetings.h"
#include "store/zb-change-set.h"
#include "store/zb-records.h"

/*
 * What was chosen is kept as lines `what TAB value`, only what differs from a list as it is declared. A line that this
 * version does not know says nothing to it.
 */

static void
say (GString *out, const char *what, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (out, "%s\t%s\n", what, value);
}

static void
say_number (GString *out, const char *what, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  say (out, what, g_ascii_formatd (text, sizeof text, "%g", number));
}

/* People by uid, which no other file gives to anybody else. */
static gboolean
say_people (GString *out, ZbDb *db, const char *what, const gint64 *ids, guint n, GError **error)
{
  g_autoptr(GString) uids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ZbRecord) record = zb_records_get (db, &zb_kind_member, ids[i], FALSE, error);

      if (record == NULL)
        return FALSE;
      g_string_append_printf (uids, "%s%s", i > 0 ? "," : "", record->uid);
    }
  say (out, what, uids->str);
  return TRUE;
}

static void
say_widths (GString *out, GHashTable *widths)
{
  g_autoptr(GList) names = widths != NULL ? g_list_sort (g_hash_table_get_keys (widths), (GCompareFunc) strcmp) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = g_strdup_printf ("%s=%s", (const char *) l->data,
                                               g_ascii_formatd (number, sizeof number, "%g", *(double *) g_hash_table_lookup (widths, l->data)));

      say (out, "width", text);
    }
}

static void
say_paper (GString *out, const ZbRosterRequest *request)
{
  say (out, "paper", request->paper_a3 ? "a3" : NULL);
  say (out, "direction", request->portrait < 0 ? NULL : request->portrait > 0 ? "portrait" : "landscape");
  if (request->font_size > 0)
    say_number (out, "size", request->font_size);
  if (request->blocks > 0)
    say_number (out, "blocks", request->blocks);
  if (request->blank_rows >= 0)
    say_number (out, "blank-rows", request->blank_rows);
  say (out, "spread", request->spread_names ? "yes" : NULL);
  say (out, "foot", request->note_export ? "yes" : NULL);
}

static char *
choices_of (ZbDb *db, const ZbRosterRequest *request, GError **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, TRUE, error);
  g_autofree char *columns = request->columns != NULL ? g_strjoinv (",", request->columns) : NULL;
  g_autofree char *where = NULL;

  if (tree == NULL)
    return NULL;
  where = request->filter != NULL ? zb_filter_to_text (request->filter, tree) : NULL;
  say (out, "below", request->with_below ? NULL : "no");
  say (out, "where", where);
  say (out, "text", request->text);
  say (out, "scope", request->scope == request->roster->scope ? NULL : request->scope == ZB_SCOPE_LEFT ? "left" : request->scope == ZB_SCOPE_ALL ? "all" : "here");
  say (out, "order", request->order);
  say (out, "descending", request->descending ? "yes" : NULL);
  say (out, "columns", columns);
  say_widths (out, request->widths);
  say (out, "internal", request->internal ? "yes" : NULL);
  say (out, "title", request->title);
  say (out, "reporter", request->reporter);
  say_paper (out, request);
  if (!say_people (out, db, "people", request->ids, request->n_ids, error) || !say_people (out, db, "sequence", request->sequence, request->n_sequence, error)
      || (request->roster->subject == ZB_ROSTER_OF_PERSON && !say_people (out, db, "person", &request->subject, request->subject != 0, error)))
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reading. */

/* Who is still there. */
static gint64 *
read_people (ZbDb *db, const char *text, guint *out_n)
{
  g_auto(GStrv) uids = g_strsplit (text, ",", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; uids[i] != NULL; i++)
    {
      gint64 id = zb_records_find (db, &zb_kind_member, uids[i], NULL);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  *out_n = ids->len;
  /* Nobody left is not everybody: an array that is there, and empty. */
  g_array_set_size (ids, ids->len + 1);
  return (gint64 *) (gpointer) g_array_free (ids, FALSE);
}

static void
take_width (ZbRosterRequest *request, const char *value)
{
  const char *equal = strrchr (value, '=');
  g_autofree char *name = equal != NULL ? g_strndup (value, (gsize) (equal - value)) : NULL;

  if (name != NULL)
    zb_roster_request_set_width (request, name, g_ascii_strtod (equal + 1, NULL));
}

static gboolean
take_filter (ZbDb *db, ZbRosterRequest *request, const char *value, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, TRUE, error);

  if (tree != NULL)
    request->filter = strcmp (request->roster->kind, zb_kind_member.name) == 0
                        ? zb_filter_parse (value, tree, error) : zb_filter_parse_fields (zb_kind_get (request->roster->kind), value, tree, error);
  return request->filter != NULL;
}

static gboolean
take_choice (ZbDb *db, ZbRosterRequest *request, const char *what, const char *value, GError **error)
{
  g_autofree gint64 *person = NULL;
  guint n;

  if (strcmp (what, "where") == 0)
    return take_filter (db, request, value, error);
  if (strcmp (what, "below") == 0)
    request->with_below = FALSE;
  else if (strcmp (what, "text") == 0)
    request->text = g_strdup (value);
  else if (strcmp (what, "scope") == 0)
    request->scope = strcmp (value, "left") == 0 ? ZB_SCOPE_LEFT : strcmp (value, "all") == 0 ? ZB_SCOPE_ALL : ZB_SCOPE_HERE;
  else if (strcmp (what, "order") == 0)
    zb_roster_request_set_order (request, value);
  else if (strcmp (what, "descending") == 0)
    request->descending = TRUE;
  else if (strcmp (what, "columns") == 0)
    request->columns = g_strsplit (value, ",", -1);
  else if (strcmp (what, "width") == 0)
    take_width (request, value);
  else if (strcmp (what, "internal") == 0)
    request->internal = TRUE;
  else if (strcmp (what, "title") == 0)
    request->title = g_strdup (value);
  else if (strcmp (what, "reporter") == 0)
    request->reporter = g_strdup (value);
  else if (strcmp (what, "paper") == 0)
    request->paper_a3 = strcmp (value, "a3") == 0;
  else if (strcmp (what, "direction") == 0)
    request->portrait = strcmp (value, "portrait") == 0;
  else if (strcmp (what, "size") == 0)
    request->font_size = g_ascii_strtod (value, NULL);
  else if (strcmp (what, "blocks") == 0)
    request->blocks = (guint) atoi (value);
  else if (strcmp (what, "blank-rows") == 0)
    request->blank_rows = atoi (value);
  else if (strcmp (what, "spread") == 0)
    request->spread_names = TRUE;
  else if (strcmp (what, "foot") == 0)
    request->note_export = TRUE;
  else if (strcmp (what, "people") == 0)
    request->ids = read_people (db, value, &request->n_ids);
  else if (strcmp (what, "sequence") == 0)
    request->sequence = read_people (db, value, &request->n_sequence);
  else if (strcmp (what, "person") == 0 && request->subject == 0)
    {
      person = read_people (db, value, &n);
      request->subject = n > 0 ? person[0] : 0;
    }
  return TRUE;
}

static gboolean
take_choices (ZbDb *db, ZbRosterRequest *request, const char *choices, GError **error)
{
  g_auto(GStrv) lines = g_strsplit (choices, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      if (!take_choice (db, request, lines[i], tab + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* A list of a meeting that nobody named is about the next one. */
static gboolean
find_meeting (ZbDb *db, ZbRosterRequest *request, GError **error)
{
  GError *failure = NULL;

  request->subject = zb_meetings_next (db, request->org, request->as_of, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (request->subject == 0)
    g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "no-meeting-ahead");
  return request->subject != 0;
}

ZbRosterRequest *
zb_occasion_request (ZbDb *db, const ZbRecord *occasion, ZbDate as_of, gint64 subject, GError **error)
{
  const ZbRoster *roster = zb_roster_get (zb_record_get (occasion, "roster"));
  const char *choices = zb_record_get (occasion, "choices");
  g_autoptr(ZbRosterRequest) request = NULL;

  if (roster == NULL)
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "occasion-list|%s", zb_record_get (occasion, "roster"));
      return NULL;
    }
  request = zb_roster_request_new (roster, as_of);
  request->org = zb_record_get_int (occasion, "org");
  request->subject = subject;
  /* What was remembered decides, not what the list has become. */
  request->internal = FALSE;
  if (choices != NULL && !take_choices (db, request, choices, error))
    return NULL;
  if (roster->subject == ZB_ROSTER_OF_MEETING && request->subject == 0 && !find_meeting (db, request, error))
    return NULL;
  return g_steal_pointer (&request);
}

/* Keeping. */

static ZbRecord *
named (ZbDb *db, const char *name, GError **error)
{
  g_autoptr(GPtrArray) all = zb_records_list (db, &zb_kind_occasion, "name", name, FALSE, error);

  return all != NULL && all->len > 0 ? zb_record_copy (g_ptr_array_index (all, 0)) : NULL;
}

ZbRecord *
zb_occasion_find (ZbDb *db, const char *name, GError **error)
{
  g_autoptr(GError) failure = NULL;
  ZbRecord *found = named (db, name, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (found == NULL)
    g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "no-occasion|%s", name);
  return found;
}

/* The organisation of a list about a meeting is the meeting's. */
static gint64
org_of (ZbDb *db, const ZbRosterRequest *request)
{
  g_autoptr(ZbRecord) meeting = request->roster->subject == ZB_ROSTER_OF_MEETING && request->subject != 0
                                  ? zb_records_get (db, &zb_kind_meeting, request->subject, FALSE, NULL) : NULL;

  return meeting != NULL ? zb_record_get_int (meeting, "org") : request->org;
}

ZbRecord *
zb_occasion_record (ZbDb *db, const char *name, const ZbRosterRequest *request, GError **error)
{
  g_autofree char *tidy = g_strstrip (g_strdup (name));
  g_autofree char *choices = choices_of (db, request, error);
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(GError) failure = NULL;
  gint64 org = org_of (db, request);

  if (choices == NULL)
    return NULL;
  if (*tidy == '\0')
    {
      g_set_error_literal (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "occasion-name");
      return NULL;
    }
  record = named (db, tidy, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (record == NULL)
    record = zb_record_new (&zb_kind_occasion);
  zb_record_set (record, "name", tidy);
  zb_record_set (record, "roster", request->roster->name);
  if (org != 0)
    zb_record_set_int (record, "org", org);
  else
    zb_record_set (record, "org", NULL);
  zb_record_set (record, "choices", *choices != '\0' ? choices : NULL);
  return g_steal_pointer (&record);
}

gboolean
zb_occasion_save (ZbDb *db, const char *name, const ZbRosterRequest *request, gint64 *out_set, GError **error)
{
  g_autoptr(ZbRecord) record = zb_occasion_record (db, name, request, error);
  g_autoptr(ZbChangeSet) set = NULL;

  if (record == NULL || !(set = zb_change_set_begin (db, record->id != 0 ? "occasion.set" : "occasion.add", zb_record_get (record, "name"), error)))
    return FALSE;
  return (record->id != 0 ? zb_change_set_update (set, record, error) : zb_change_set_insert (set, record, error))
         && zb_change_set_commit (set, out_set, error);
}
