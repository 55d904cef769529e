/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a name: 张三（书记）★, 李四（女，回族）. It goes where it belongs, else to the notes. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/sheet/zb-import-private.h"

static const char marks[] = "★☆●○▲△*＊※◆◇■□";

static gboolean
is_mark (const char *at)
{
  return *at != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (at)) != NULL;
}

/* A post behind a blank: 张三 书记. A name itself may have blanks, so only a whole word of the table counts. */
static char *
split_post (char *name)
{
  char *last = NULL;
  g_autoptr(GPtrArray) posts = NULL;
  gboolean unknown = FALSE;

  for (char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      last = p;
  if (last == NULL || g_utf8_strlen (name, last - name) < 2 || g_utf8_strlen (g_utf8_next_char (last), -1) < 2)
    return NULL;
  posts = zb_import_posts (g_utf8_next_char (last), &unknown);
  if (unknown || posts->len == 0)
    return NULL;
  return g_strdup (g_utf8_next_char (last));
}

char *
zb_import_split_name (const char *text, char **out_name)
{
  static const char *const opening[] = { "（", "(", "【", "[", "〔" };
  static const char *const closing[] = { "）", ")", "】", "]", "〕" };
  g_autofree char *name = g_strdup (text);
  g_autoptr(GString) note = g_string_new (NULL);
  g_autofree char *post = NULL;
  const char *last;
  char *start = name;

  while (is_mark (start))
    {
      g_string_append_len (note, start, g_utf8_next_char (start) - start);
      start = g_strchug (g_utf8_next_char (start));
    }
  while (*start != '\0' && is_mark (last = g_utf8_prev_char (start + strlen (start))))
    {
      g_string_prepend (note, last);
      start[last - start] = '\0';
      g_strchomp (start);
    }
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      char *open = strstr (start, opening[i]);

      if (open == NULL || open == start || !g_str_has_suffix (start, closing[i == 0 ? 0 : i]))
        continue;
      g_string_prepend_len (note, open + strlen (opening[i]), (gssize) (strlen (open) - strlen (opening[i]) - strlen (closing[i])));
      *open = '\0';
      break;
    }
  g_strstrip (start);
  if (note->len == 0 && g_str_has_suffix (start, ZB_IMPORT_COMRADE) && g_utf8_strlen (start, -1) >= 4)
    {
      g_string_append (note, ZB_IMPORT_COMRADE);
      start[strlen (start) - strlen (ZB_IMPORT_COMRADE)] = '\0';
      g_strstrip (start);
    }
  if (note->len == 0 && (post = split_post (start)) != NULL)
    {
      g_string_append (note, post);
      start[strlen (start) - strlen (post)] = '\0';
    }
  *out_name = g_strdup (g_strstrip (start));
  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

/* Whether the row now says so in the field: it said nothing, or the same. */
static gboolean
take_code (ZbImport *self, ZbImportDraft *draft, const char *field, const char *word)
{
  int at = zb_kind_field_index (self->kind, field);
  const ZbCode *code = zb_code_read (zb_code_table_get (self->kind->fields[at].codes), word, NULL);

  /* A letter or a number is a code of the table, not a word. */
  if (code == NULL || g_ascii_isalnum (*word))
    return FALSE;
  if (draft->values[at] == NULL)
    draft->values[at] = g_strdup (code->code);
  return strcmp (draft->values[at], code->code) == 0;
}

/* A post needs a branch to be one of. */
static gboolean
take_post (ZbImport *self, ZbImportDraft *draft, const char *word)
{
  gboolean unknown = FALSE;
  g_autoptr(GPtrArray) posts = zb_import_posts (word, &unknown);
  g_autoptr(GPtrArray) own = draft->post != NULL ? zb_import_posts (draft->post, &(gboolean) { FALSE }) : NULL;
  char *both;

  if (unknown || posts->len == 0 || (draft->branch == NULL && self->org == 0))
    return FALSE;
  if (own != NULL && g_ptr_array_find (own, g_ptr_array_index (posts, 0), NULL))
    return TRUE;
  both = draft->post != NULL ? g_strdup_printf ("%s、%s", draft->post, word) : g_strdup (word);
  g_free (draft->post);
  draft->post = both;
  return TRUE;
}

char *
zb_import_place_facts (ZbImport *self, ZbImportDraft *draft, const char *behind)
{
  g_auto(GStrv) words = g_regex_split_simple ("[,，、;；\\s]+", behind, 0, 0);
  gboolean placed[16] = { FALSE };
  gboolean all = g_strv_length (words) <= G_N_ELEMENTS (placed);

  for (guint i = 0; all && words[i] != NULL; i++)
    {
      placed[i] = *words[i] == '\0' || strcmp (words[i], ZB_IMPORT_COMRADE) == 0 || take_code (self, draft, "sex", words[i]) || take_code (self, draft, "ethnicity", words[i])
                  || take_code (self, draft, "category", words[i]) || take_post (self, draft, words[i]);
      all = placed[i];
    }
  return all ? NULL : g_strdup (behind);
}
