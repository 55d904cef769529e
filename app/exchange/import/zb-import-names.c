/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a name: 张三（书记）★, 李四（女，回族）. It goes where it belongs, else to the notes. */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-name.h"
#include "exchange/import/zb-import-private.h"

static const char marks[] = "★☆●○▲△*＊※◆◇■□";

static gboolean
is_mark (const char *at)
{
  return *at != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (at)) != NULL;
}

/* 1.张三, ②李四, 3、王五: the number of a row that stands in the cell of the name. Returns: where the name begins */
static char *
skip_number (char *text)
{
  char *at = text;
  gunichar c = g_utf8_get_char (at);
  const char *behind;

  if ((c >= 0x2460 && c <= 0x249b) || (c >= 0x2776 && c <= 0x2793))
    at = g_utf8_next_char (at);
  else
    for (at += *at == '('; g_ascii_isdigit (*at); at++)
      ;
  if (at == text || (*text == '(' && (at == text + 1 || *at != ')')))
    return text;
  behind = at;
  while (*at != '\0' && g_utf8_strchr ("、.．,，:：) ", -1, g_utf8_get_char (at)) != NULL)
    at = g_utf8_next_char (at);
  /* 3号 begins with a number that belongs to it. */
  if (at == behind && g_ascii_isdigit (*text))
    return text;
  return g_unichar_isalpha (g_utf8_get_char (at)) ? at : text;
}

/* A comma or a full stop that somebody left behind the name. */
static void
cut_signs (char *text)
{
  for (char *last; *text != '\0'; *last = '\0')
    {
      last = g_utf8_prev_char (text + strlen (text));
      if (last == text || (!g_unichar_isspace (g_utf8_get_char (last)) && g_utf8_strchr ("、，。；：,;:", -1, g_utf8_get_char (last)) == NULL))
        return;
    }
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

  start = skip_number (start);
  cut_signs (start);
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

/* 曾用名：张小三 */
static gboolean
take_former_name (ZbImport *self, ZbImportDraft *draft, const char *word)
{
  static const char *const labels[] = { "曾用名", "原名", "曾名" };
  char **former = &draft->values[zb_kind_field_index (self->kind, "former_name")];

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (word, labels[i]))
      {
        const char *name = word + strlen (labels[i]);

        while (*name != '\0' && g_utf8_strchr ("：:为叫", -1, g_utf8_get_char (name)) != NULL)
          name = g_utf8_next_char (name);
        if (*name == '\0' || *former != NULL)
          return FALSE;
        *former = g_strdup (name);
        return TRUE;
      }
  return FALSE;
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
                  || take_code (self, draft, "category", words[i]) || take_former_name (self, draft, words[i])
                  || take_post (self, draft, words[i]);
      all = placed[i];
    }
  return all ? NULL : g_strdup (behind);
}

/* A name as it is compared, where it is nothing but a name. */
static char *
bare_name (const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_isalpha (g_utf8_get_char (p))
        && g_utf8_strchr ("·•・.", -1, g_utf8_get_char (p)) == NULL)
      return g_steal_pointer (&name);
  return zb_name_normalize (name);
}

/* The names of a cell that @separator parts, without what is empty; %NULL when there are not two. */
static GStrv
part_names (const char *text, const char *separator)
{
  g_auto(GStrv) parts = g_regex_split_simple (separator, text, 0, 0);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      {
        g_autofree char *name = bare_name (parts[i]);

        g_strv_builder_add (names, name);
        n++;
      }
  return n == 2 ? g_strv_builder_end (names) : NULL;
}

/* 张三和李四 are two where each of them has two characters and more; 王和平 is one, and 张 三 李 四 is left as it is. */
static gboolean
are_whole (char *const *names)
{
  return names != NULL && g_utf8_strlen (names[0], -1) >= 2 && g_utf8_strlen (names[1], -1) >= 2;
}

void
zb_import_split_introducers (ZbImportDraft *draft)
{
  static const char *const signs = "[、，；,;/\n]+", *const words[] = { "和|与|及", "[\\s\u3000]+" };
  int one = draft->introducers[0], two = draft->introducers[1];
  g_auto(GStrv) names = NULL;
  char **first;

  if (one < 0 || draft->values[one] == NULL)
    return;
  first = &draft->values[one];
  /* A sign at the end parts nothing. */
  cut_signs (*first);
  if (draft->values[two] != NULL)
    return;
  names = part_names (*first, signs);
  for (guint i = 0; names == NULL && strpbrk (*first, ",;/\n") == NULL && i < G_N_ELEMENTS (words); i++)
    {
      names = part_names (*first, words[i]);
      if (!are_whole (names))
        g_clear_pointer (&names, g_strfreev);
    }
  if (names == NULL)
    return;
  g_free (*first);
  *first = g_strdup (names[0]);
  draft->values[two] = g_strdup (names[1]);
}
