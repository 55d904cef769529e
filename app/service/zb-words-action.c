/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "service/zb-words.h"

/* What was done, by the last part of the action's key. The steps of the kinds bring their own words. */
static const struct {
  const char *verb;
  const char *format; /* %s: the subject */
} verbs[] = {
  { "add", N_("Entered: %s") },
  { "set", N_("Corrected: %s") },
  { "set-many", N_("Changed for several: %s") },
  { "withdraw", N_("Taken back: %s") },
  { "reorder", N_("Order changed%s") },
  { "restore-value", N_("Earlier value put back: %s") },
  { "roll", N_("Roll made: %s") },
  { "renumber", N_("Meetings numbered in their order: %s") },
  { "mark", N_("Attendance marked: %s") },
  { "attach", N_("Photos and papers added: %s") },
  { "people", N_("People of a ceremony: %s") },
  { "issue-letter", N_("Letter issued: %s") },
  { "certify", N_("Certificate of service issued: %s") },
  { "freeze", N_("Facts of the day written down: %s") },
  { "demo", N_("Demonstration made%s") },
};

static const char *
step_heading (const char *kind_name, const char *verb)
{
  const ZbKind *kind = zb_kind_get (kind_name);
  const ZbStep *step = kind != NULL ? zb_kind_step (kind, verb) : NULL;

  return step != NULL ? step->heading : NULL;
}

static char *
plain_words (const char *action, const char *subject, guint n_records)
{
  g_auto(GStrv) parts = g_strsplit (action, ".", 2);
  const char *verb = parts[1] != NULL ? parts[1] : parts[0];
  const char *what = subject != NULL ? subject : "";
  const char *heading = step_heading (parts[0], verb);

  if (strcmp (parts[0], "import") == 0 && g_str_has_suffix (what, "）"))
    /* Translators: %s is a file's name and, in Chinese brackets, how many people came of it */
    return g_strdup_printf (_("Taken in: %s"), what);
  /* Of an earlier version, that did not count the people. */
  if (strcmp (parts[0], "import") == 0)
    /* Translators: %1$s a file's name, %2$u a number of records */
    return g_strdup_printf (_("Taken in: %1$s (%2$u records)"), what, n_records);
  if (heading != NULL)
    /* Translators: %1$s what was done (a Chinese term), %2$s to whom */
    return g_strdup_printf (_("%1$s: %2$s"), heading, what);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].verb, verb) == 0)
      {
        g_autoptr(GString) out = g_string_new (_(verbs[i].format));

        g_string_replace (out, "%s", what, 1);
        return g_string_free (g_steal_pointer (&out), FALSE);
      }
  return g_strdup (what);
}

char *
zb_words_action (const char *action, const char *subject, guint n_records)
{
  const char *colon = strchr (action, ':');
  g_autofree char *words = plain_words (colon != NULL ? colon + 1 : action, subject, n_records);

  if (g_str_has_prefix (action, "undo:"))
    return g_strdup_printf (_("Undone: %s"), words);
  if (g_str_has_prefix (action, "undo-rest:"))
    return g_strdup_printf (_("Undone but for what was changed since: %s"), words);
  if (g_str_has_prefix (action, "redo:"))
    return g_strdup_printf (_("Done again: %s"), words);
  return g_steal_pointer (&words);
}

static char *
value_words (const ZbField *field, const char *value)
{
  char *text;

  if (value == NULL)
    return g_strdup (_("(empty)"));
  text = zb_field_show (field, value, TRUE);
  if (g_utf8_strlen (text, -1) > 60)
    {
      g_autofree char *head = g_utf8_substring (text, 0, 60);

      g_free (text);
      text = g_strconcat (head, "…", NULL);
    }
  return text;
}

/* A whole record: what kind it is of and, when it has one, its name. */
static char *
record_words (const char *op, const char *kind, const char *title)
{
  static const struct { const char *op; const char *plain; const char *named; } words[] = {
    { "insert", N_("%s entered"), N_("%1$s entered: %2$s") },
    { "revive", N_("%s put back"), N_("%1$s put back: %2$s") },
    { "withdraw", N_("%s taken back"), N_("%1$s taken back: %2$s") },
  };
  g_autoptr(GString) out = NULL;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (words) && strcmp (words[i].op, op) != 0)
    i++;
  if (title == NULL || *title == '\0')
    {
      out = g_string_new (_(words[i].plain));
      g_string_replace (out, "%s", kind, 1);
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  out = g_string_new (_(words[i].named));
  g_string_replace (out, "%1$s", kind, 1);
  g_string_replace (out, "%2$s", title, 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
zb_words_change (const ZbHistoryChange *change)
{
  const ZbKind *kind = zb_kind_get (change->kind);
  const ZbField *field = kind != NULL && change->field != NULL ? zb_kind_field (kind, change->field) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (field == NULL)
    return record_words (change->op, kind != NULL ? kind->heading : change->kind, change->title);
  before = value_words (field, change->before);
  after = value_words (field, change->after);
  /* Translators: %1$s a field, %2$s its value before, %3$s after */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), field->heading, before, after);
}
