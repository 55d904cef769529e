/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-ceremony-slides.h"

#include <string.h>

#include "core/life/zb-oath.h"

/* Names on one picture; more could not be read from the last row. */
#define NAMES 12
#define NAMES_IN_A_LINE 4
/* Names under 宣誓人： */
#define SIGNED_NAMES 8

void
zb_slide_free (ZbSlide *slide)
{
  if (slide == NULL)
    return;
  g_free (slide->above);
  g_free (slide->text);
  g_free (slide->below);
  g_free (slide);
}

static const char *
words (const ZbRecord *record, const char *field)
{
  const char *text = zb_record_get (record, field);

  return text != NULL ? text : "";
}

static ZbSlide *
add (GPtrArray *slides, ZbSlideKind kind, const char *above, const char *text, const char *below)
{
  ZbSlide *slide = g_new0 (ZbSlide, 1);

  slide->kind = kind;
  slide->above = g_strdup (above);
  slide->text = g_strdup (text);
  slide->below = g_strdup (below);
  g_ptr_array_add (slides, slide);
  return slide;
}

static void
add_title (GPtrArray *slides, const ZbRecord *meeting, const ZbRecord *ceremony, const char *org)
{
  const char *held = zb_record_get (meeting, "held_on"), *place = words (meeting, "place");
  g_autofree char *day = zb_date_to_print (zb_record_get_date (meeting, held != NULL ? "held_on" : "planned_on"));
  g_autofree char *below = g_strdup_printf ("%s%s%s", day, *day != '\0' && *place != '\0' ? "　" : "", place);

  add (slides, ZB_SLIDE_TITLE, org != NULL ? org : "", words (ceremony, "title"), below);
}

/* Who is read out: everybody but those who only speak; with @role those alone. */
static gboolean
has_role (const ZbRecord *person, const char *role)
{
  return role != NULL ? strcmp (words (person, "role"), role) == 0 : strcmp (words (person, "role"), "speaker") != 0;
}

/* Names in lines of a few, from @first on; how many are left is seen by the next picture. */
static char *
names_from (GPtrArray *people, const char *role, guint first, guint n, guint in_a_line, guint *out_next)
{
  GString *out = g_string_new (NULL);
  guint i = first, shown = 0;

  for (; i < people->len && shown < n; i++)
    {
      const ZbRecord *person = g_ptr_array_index (people, i);

      if (!has_role (person, role))
        continue;
      if (shown > 0)
        g_string_append (out, shown % in_a_line == 0 ? "\n" : "　");
      g_string_append (out, words (person, "name"));
      shown++;
    }
  *out_next = i;
  return g_string_free (out, FALSE);
}

static void
add_names (GPtrArray *slides, const char *above, GPtrArray *people)
{
  guint next = 0;

  while (next < people->len)
    {
      g_autofree char *names = names_from (people, NULL, next, NAMES, NAMES_IN_A_LINE, &next);

      if (*names != '\0')
        add (slides, ZB_SLIDE_NAMES, above, names, "");
    }
}

static char **
clauses_of (const ZbRecord *ceremony)
{
  const char *text = words (ceremony, "text");

  if (strcmp (text, "none") == 0 || (strcmp (text, "own") == 0 && zb_record_get (ceremony, "own_text") == NULL))
    return g_new0 (char *, 1);
  return zb_oath_clauses (strcmp (text, "own") == 0 ? zb_record_get (ceremony, "own_text") : NULL);
}

static char *
leader_words (const ZbRecord *ceremony)
{
  const char *leader = words (ceremony, "leader"), *post = words (ceremony, "leader_post");

  return *leader != '\0' ? g_strdup_printf ("领誓人：%s%s%s", leader, *post != '\0' ? "　" : "", post) : g_strdup ("");
}

static void
add_oath (GPtrArray *slides, const ZbRecord *ceremony, GPtrArray *people)
{
  g_auto(GStrv) clauses = clauses_of (ceremony);
  const char *above = strcmp (words (ceremony, "text"), "own") == 0 ? "誓　词" : "入党誓词";
  guint n = g_strv_length (clauses), next;
  g_autofree char *names = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    add (slides, ZB_SLIDE_CLAUSE, above, clauses[i], i + 1 < n ? clauses[i + 1] : "宣誓人：");
  names = names_from (people, "swearer", 0, SIGNED_NAMES, SIGNED_NAMES, &next);
  add (slides, ZB_SLIDE_SIGNED, above, "宣誓人：", next < people->len ? "" : names);
}

static void
add_step (GPtrArray *slides, const ZbRecord *item, guint i, guint n, const ZbRecord *ceremony, GPtrArray *people)
{
  const char *kind = words (item, "kind"), *speaker = words (item, "speaker"), *title = zb_record_title (item);
  gboolean is_oath = strcmp (kind, "oath") == 0;
  g_autofree char *above = g_strdup_printf ("%u / %u", i + 1, n);
  g_autofree char *leader = is_oath ? leader_words (ceremony) : NULL;

  add (slides, ZB_SLIDE_STEP, above, title, is_oath && *speaker == '\0' ? leader : speaker);
  if (strcmp (kind, "names") == 0)
    add_names (slides, title, people);
  if (is_oath)
    add_oath (slides, ceremony, people);
}

static gboolean
has_oath_step (GPtrArray *agenda)
{
  for (guint i = 0; i < agenda->len; i++)
    if (strcmp (words (g_ptr_array_index (agenda, i), "kind"), "oath") == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
zb_ceremony_slides (const ZbRecord *meeting, const ZbRecord *ceremony, const char *org, GPtrArray *agenda, GPtrArray *people)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_slide_free);
  gboolean has_step = has_oath_step (agenda);

  add_title (slides, meeting, ceremony, org);
  for (guint i = 0; i < agenda->len; i++)
    {
      if (!has_step && i + 1 == agenda->len)
        add_oath (slides, ceremony, people);
      add_step (slides, g_ptr_array_index (agenda, i), i, agenda->len, ceremony, people);
    }
  if (agenda->len == 0)
    add_oath (slides, ceremony, people);
  return slides;
}
