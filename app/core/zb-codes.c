/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"

#include <string.h>

#include "core/codes/zb-code-tables.h"
#include "core/zb-error.h"

static const ZbCodeTable *const *const rooms[] = {
  zb_code_tables_person, zb_code_tables_party, zb_code_tables_work, zb_code_tables_organization, zb_code_tables_life,
  zb_code_tables_ceremony, zb_code_tables_service
};

const ZbCodeTable *
zb_code_table_get (const char *name)
{
  if (name == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (guint j = 0; rooms[i][j] != NULL; j++)
      if (strcmp (rooms[i][j]->name, name) == 0)
        return rooms[i][j];
  return NULL;
}

const ZbCode *
zb_code_get (const ZbCodeTable *table, const char *code)
{
  for (guint i = 0; table != NULL && code != NULL && i < table->n_codes; i++)
    if (strcmp (table->codes[i].code, code) == 0)
      return &table->codes[i];
  return NULL;
}

const char *
zb_code_label (const ZbCodeTable *table, const char *code)
{
  const ZbCode *found = zb_code_get (table, code);

  return found != NULL ? found->label : code != NULL ? code : "";
}

int
zb_code_index (const ZbCodeTable *table, const char *code)
{
  const ZbCode *found = zb_code_get (table, code);

  return found != NULL ? (int) (found - table->codes) : -1;
}

/* As words are compared: half width, lower case, without blanks. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_words (GHashTable *words, const ZbCode *code)
{
  g_auto(GStrv) parts = code->words != NULL ? g_strsplit (code->words, "|", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      char *folded = fold (parts[i]);

      if (g_hash_table_contains (words, folded))
        g_free (folded);
      else
        g_hash_table_insert (words, folded, (gpointer) code);
    }
}

/* Every folded code, label and word of a table; codes and labels go before words. */
static GHashTable *
index_table (const ZbCodeTable *table)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < table->n_codes; i++)
    {
      g_hash_table_insert (words, fold (table->codes[i].code), (gpointer) &table->codes[i]);
      g_hash_table_insert (words, fold (table->codes[i].label), (gpointer) &table->codes[i]);
    }
  for (guint i = 0; i < table->n_codes; i++)
    add_words (words, &table->codes[i]);
  return words;
}

/* The words of a table. Imports read millions of them: the indexes are made once, then never change. */
static GHashTable *
words_of (const ZbCodeTable *table)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      GHashTable *indexes = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
        for (guint j = 0; rooms[i][j] != NULL; j++)
          g_hash_table_insert (indexes, (gpointer) rooms[i][j], index_table (rooms[i][j]));
      g_once_init_leave (&made, (gsize) indexes);
    }
  return g_hash_table_lookup ((GHashTable *) made, table);
}

/* Some labels, for the message. */
static char *
examples (const ZbCodeTable *table)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < MIN (table->n_codes, 6); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", table->codes[i].label);
  if (table->n_codes > 6)
    g_string_append (out, "…");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

const ZbCode *
zb_code_read (const ZbCodeTable *table, const char *text, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *some = NULL;
  const ZbCode *code;

  g_return_val_if_fail (table != NULL, NULL);

  if (text != NULL && g_utf8_validate (text, -1, NULL) && strlen (text) < 200)
    {
      if ((code = g_hash_table_lookup (words_of (table), text)) != NULL)
        return code;
      folded = fold (text);
      if ((code = g_hash_table_lookup (words_of (table), folded)) != NULL)
        return code;
    }
  some = examples (table);
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_CODE, "“%s” is none of: %s", folded != NULL ? text : "…", some);
  return NULL;
}

gboolean
zb_post_is_of_committee (const char *post)
{
  const ZbCode *code = zb_code_get (zb_code_table_get ("post"), post);

  return code != NULL && g_strcmp0 (code->band, "committee") == 0;
}
