/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-hanzi.h"
#include "service/zb-registry-life.h"
#include "widgets/zb-suggest-entry.h"

/* What entries offer: people, and what was written before. */

#define MAX_OFFERS 8

/* People */

static GPtrArray *
suggest_people (const char *typed, gpointer user_data)
{
  ZbRegistry *registry = ZB_REGISTRY (user_data);
  ZbMemberColumns *columns = zb_registry_columns (registry);
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_suggestion_free);
  g_autofree gint64 *ids = NULL;
  guint n = 0;

  if (columns == NULL || *typed == '\0')
    return out;
  ids = zb_member_columns_query (columns, &(ZbMemberQuery) { .text = typed, .order = ZB_ORDER_PINYIN, .scope = ZB_SCOPE_HERE }, &n);
  for (guint i = 0; i < MIN (n, MAX_OFFERS); i++)
    {
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, ids[i]);
      g_autofree char *branch = NULL;
      ZbMemberEntry entry;

      zb_member_columns_get (columns, (guint) zb_member_columns_find (columns, ids[i]), &entry);
      branch = entry.org != 0 ? zb_registry_title (registry, &zb_kind_organization, entry.org) : NULL;
      g_ptr_array_add (out, zb_suggestion_new (entry.name, branch, value));
    }
  return out;
}

static char *
name_of_member (ZbRegistry *registry, gint64 id)
{
  return zb_registry_title (registry, &zb_kind_member, id);
}

GtkWidget *
zb_suggest_entry_new_people (ZbRegistry *registry, gboolean must_choose)
{
  GtkWidget *entry = zb_suggest_entry_new (suggest_people, g_object_ref (registry), g_object_unref, must_choose);

  zb_suggest_entry_set_namer (ZB_SUGGEST_ENTRY (entry), registry, name_of_member);
  return entry;
}

/* Words */

typedef struct {
  ZbRegistry *registry; /* (owned) */
  const ZbKind *kind;
  char *field;
  ZbDate day;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_object_unref (words->registry);
  g_free (words->field);
  g_free (words);
}

/* By the text itself, or by the letters of its reading. */
static gboolean
matches (const char *word, const char *typed)
{
  g_autofree char *lower = g_utf8_strdown (typed, -1);
  g_autofree char *readings = NULL;
  g_auto(GStrv) each = NULL;

  if (strstr (word, typed) != NULL)
    return TRUE;
  readings = zb_hanzi_search_readings (word, NULL);
  each = g_strsplit (readings, "|", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (g_str_has_prefix (each[i], lower))
      return TRUE;
  return FALSE;
}

static GPtrArray *
suggest_words (const char *typed, gpointer user_data)
{
  Words *words = user_data;
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_suggestion_free);
  g_auto(GStrv) all = zb_registry_suggest (words->registry, words->kind, words->field, words->day);

  for (guint i = 0; all[i] != NULL && out->len < MAX_OFFERS; i++)
    if (*typed == '\0' || matches (all[i], typed))
      g_ptr_array_add (out, zb_suggestion_new (all[i], NULL, NULL));
  return out;
}

GtkWidget *
zb_suggest_entry_new_words (ZbRegistry *registry, const ZbKind *kind, const char *field, ZbDate day)
{
  Words *words = g_new0 (Words, 1);

  words->registry = g_object_ref (registry);
  words->kind = kind;
  words->field = g_strdup (field);
  words->day = day;
  return zb_suggest_entry_new (suggest_words, words, words_free, FALSE);
}
