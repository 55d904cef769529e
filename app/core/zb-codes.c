/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"

#include <string.h>

#include "core/codes/zb-code-tables.h"
#include "core/zb-error.h"

static const ZbCodeTable *const *const rooms[] = {
  zb_code_tables_person, zb_code_tables_party, zb_code_tables_work, zb_code_tables_organization
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

static gboolean
means (const char *word, const char *folded)
{
  g_autofree char *own = fold (word);

  return strcmp (own, folded) == 0;
}

static gboolean
has_word (const ZbCode *code, const char *folded)
{
  g_auto(GStrv) words = code->words != NULL ? g_strsplit (code->words, "|", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (means (words[i], folded))
      return TRUE;
  return FALSE;
}

static const ZbCode *
find (const ZbCodeTable *table, const char *folded)
{
  for (guint i = 0; i < table->n_codes; i++)
    if (means (table->codes[i].code, folded) || means (table->codes[i].label, folded))
      return &table->codes[i];
  for (guint i = 0; i < table->n_codes; i++)
    if (has_word (&table->codes[i], folded))
      return &table->codes[i];
  return NULL;
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
      /* A code or label as it stands is by far the most frequent: imports read millions of them. */
      for (guint i = 0; i < table->n_codes; i++)
        if (strcmp (table->codes[i].code, text) == 0 || strcmp (table->codes[i].label, text) == 0)
          return &table->codes[i];
      folded = fold (text);
      if ((code = find (table, folded)) != NULL)
        return code;
    }
  some = examples (table);
  g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_CODE, "“%s” is none of: %s", folded != NULL ? text : "…", some);
  return NULL;
}
