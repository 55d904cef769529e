/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"

/* Characters of a value that a sentence repeats. */
#define LONGEST_VALUE 40

/* The rules of zb-import.h: what is wrong with a value or a row, and what to do. */
static const struct {
  const char *rule;
  const char *words;
} problems[] = {
  { "bad-date", N_("is not a date, or a day that does not exist") },
  { "in-future", N_("is a day that has not come yet") },
  { "dates-reversed", N_("the dates are in the wrong order") },
  { "bad-id-number", N_("is not an ID number") },
  { "id-lost-digits", N_("has lost its last digits in the spreadsheet; type it again as text") },
  { "bad-phone", N_("is not a telephone number, or has lost digits in the spreadsheet") },
  { "unknown-code", N_("is not one of the words for this column") },
  { "bad-number", N_("is not a number") },
  { "bad-clock", N_("is not a time of day") },
  { "bad-boolean", N_("is neither yes nor no") },
  { "bad-name", N_("is not a name") },
  { "bad-value", N_("holds characters that cannot be printed") },
  { "too-long", N_("is too long") },
  { "error-value", N_("is an error of the spreadsheet") },
  { "name-missing", N_("the name is missing") },
  { "double-in-file", N_("the same as in row %s") },
  { "double-in-registry", N_("may be one of several people in the registry; give the ID number or date of birth") },
  { "name-differs", N_("this number stands in the registry under another name") },
  { "left-already", N_("has left the registry; coming back is recorded as a step") },
  { "ambiguous-branch", N_("means several organisations; write the full name") },
  { "unknown-parent", N_("the organisation above is not known") },
  { "wrong-parent", N_("cannot stand there: groups stand below branches, branches below what is higher") },
  { "parent-loop", N_("the organisations stand above each other in a ring") },
  { "kind-missing", N_("the kind of the organisation cannot be told") },
  { "id-check-digit", N_("the check digit is not right; taken as it is, compare with the ID card") },
  { "id-birth", N_("holds no date of birth; taken as it is") },
  { "birth-differs", N_("is not the one that the ID number holds; taken as it is") },
  { "sex-differs", N_("is not the one that the ID number holds; taken as it is") },
  { "ambiguous-date", N_("may be January or October; only the year was taken") },
  { "ambiguous-day", N_("may be one of two days; write the year first") },
  { "two-digit-year", N_("has a year of two digits; look whether the century is right") },
  { "dates-out-of-order", N_("is before a date that comes first; taken as it is, check both dates") },
  { "under-age", N_("is before the 18th birthday; taken as it is, check both dates") },
  { "probation-short", N_("is less than a year after joining; taken as it is, check both dates") },
  { "part-taken", N_("the first part was taken, and a degree behind it") },
  { "cell-of-two", N_("two facts in one cell: each was taken as what it is") },
  { "words-aside", N_("the date was taken; what stands beside it is kept in the notes") },
  { "two-educations", N_("full-time and in-service education in one cell: each was taken, and the higher one as the education") },
  { "phone-lost-zero", N_("has perhaps lost its first 0 in the spreadsheet; taken as it is") },
  { "phone-odd", N_("is no usual telephone number; taken as it is") },
  { "phones-split", N_("two numbers: each was taken") },
  { "name-fact", N_("what stands beside the name was taken as sex, ethnic group, category or post") },
  { "date-from-serial", N_("is a day number of the spreadsheet; taken as that date") },
  { "formula-without-value", N_("is a formula without its result; not taken") },
  { "masked-value", N_("has asterisks in place of digits; not taken") },
  { "name-note", N_("the remark behind the name was moved to the notes") },
  { "branch-differs", N_("is in another branch in the registry; not moved, moving is a step") },
  { "step-differs", N_("differs from the registry; not changed, that is a step") },
  { "matched-by-name", N_("taken as the one person of that name in the branch") },
  { "post-assumed", N_("no post is given; taken as member of the committee") },
  { "category-missing", N_("not given; without it and without the day of confirmation people count as probationary members; say what they are") },
  { "branch-missing", N_("no branch is given; the person is in none") },
  { "group-without-branch", N_("a group without a branch; not taken") },
  { "post-without-branch", N_("a post needs a branch; not taken") },
  { "unknown-post", N_("is not a known post; not taken") },
  { "two-ticks", N_("two columns are ticked of which only one can be") },
  { "status-by-step", N_("is recorded by a step; the person is taken, record the step afterwards") },
  { "note-of-leaving", N_("says that the person has left; taken as present, look whether that is right") },
  { "row-left", N_("has left (%s), so is not entered among those present; if it is to be, choose to take this row and record the step afterwards") },
  { "hidden-sheet-not-taken", N_("the hidden sheet “%s” was not taken") },
  { "table-below", N_("another list begins in row %s; taken, too") },
  { "category-from-title", N_("rows without a category are what the title or the sheet says: %s") },
  { "form-read", N_("a form of one person: what stands beside known labels was taken; look what else it says") },
  { "posts-in-columns", N_("each post has a column of its own: whoever stands in it is taken as holding that post") },
  { "table-turned", N_("the headings stand below each other and the people side by side; read so, and what is called a row here is a column there (row 2 is column B)") },
  { "floating-from-title", N_("the title says that these are floating members; taken as that where nothing else is said") },
  { "row-repeated", N_("is somebody of another sheet who is the same there; taken once") },
  { "answer-unused", N_("this answer met nothing in the file: %s") },
  { "unknown-column", N_("this column is not known; not taken") },
  { "column-post", N_("taken as Party post, as its values are; change it if it is another duty") },
  { "column-duty", N_("taken as administrative duty, as its values are; change it if it is the Party post") },
  { "column-of-two", N_("its heading names two facts; both are taken where a cell has two") },
  { "column-twice", N_("two columns mean the same; the second was not taken") },
  { "remarks-not-taken", N_("the page “%s” of an earlier report was passed over") },
  { "sheet-not-taken", N_("the sheet “%s” is of another shape; not taken") },
  { "column-by-step", N_("is recorded by a step of its own; the column was not taken") },
  { "household-matched", N_("taken as the household that is there already") },
  { "household-kept", N_("the household has something else in the registry; that stays") },
  { "several-households", N_("may be one of several households in the registry; give the ID number or telephone") },
  { "wisher-missing", N_("who wishes is missing") },
  { "title-missing", N_("what is wished is missing") },
  { "day-missing", N_("the day is missing") },
  { "meeting-kind-missing", N_("the kind of the meeting is missing, and its name does not tell it") },
  { "meeting-kind-from-name", N_("taken from the name of the meeting") },
  { "org-missing", N_("no branch is given; choose one for the file") },
  { "number-taken", N_("is the number of another household’s wish") },
  { "wish-missing", N_("the number of the wish is missing") },
  { "wish-differs", N_("this number is another wish in the registry; compare") },
  { "claimer-missing", N_("who claims is missing") },
  { "refused", N_("cannot be taken in") },
  { "from-id-number", N_("taken from the ID number") },
  { "branch-matched", N_("taken as the organisation whose name ends so") },
  { "column-computed", N_("is computed by the registry; the column was not taken") },
  { "row-skipped", N_("is no record; passed over") },
  { "row-section", N_("says where the rows below belong; taken as that") },
  { "row-total", N_("is a total; passed over") },
  { "row-footer", N_("is a line of signatures or remarks; passed over") },
  { "row-sample", N_("is an example; passed over") },
  { "row-template", N_("says how to fill in the list; passed over") },
  { "row-headings", N_("repeats the headings; passed over") },
  { "row-continued", N_("is a second line of the person above; not taken, look whether something is missing") },
  { "row-joined", N_("is a second line of the person above; its words were joined to that person, look at them") },
  { "branch-from-above", N_("no branch is given; taken as the branch of the rows above: %s") },
  { "branch-new", N_("is not in the registry; made as a new organisation") },
  { "row-left-out", N_("left out, as you decided") },
  { "branch-from-sheet", N_("rows without a branch belong to the one that the sheet is named after: %s") },
  { "branch-from-title", N_("rows without a branch belong to the one that the title names: %s") },
};

/* A value as it may be repeated: not at any length, and nothing that a terminal would obey. */
static char *
plain_value (const char *value)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n = 0;

  for (const char *at = value; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (n++ == LONGEST_VALUE)
        return g_string_free (g_string_append (g_steal_pointer (&out), "…"), FALSE);
      g_string_append_unichar (out, g_unichar_isprint (g_utf8_get_char (at)) ? g_utf8_get_char (at) : 0xfffd);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
rule_words (const ZbImportProblem *problem)
{
  if (problem->refusal != NULL)
    return zb_words_sentence (problem->refusal);
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (strcmp (problems[i].rule, problem->rule) == 0)
      {
        g_autoptr(GString) out = g_string_new (_(problems[i].words));

        g_string_replace (out, "%s", problem->value != NULL ? problem->value : "—", 1);
        return g_string_free (g_steal_pointer (&out), FALSE);
      }
  return g_strdup (problem->rule);
}

char *
zb_words_import_row_problem (const ZbImportProblem *problem)
{
  g_autofree char *what = rule_words (problem);
  g_autofree char *value = plain_value (problem->value);

  if (problem->column == NULL)
    return g_steal_pointer (&what);
  if (*value == '\0')
    /* Translators: %1$s a column's heading, %2$s what is wrong with it */
    return g_strdup_printf (_("%1$s: %2$s"), problem->column, what);
  /* Translators: %1$s a column's heading, %2$s a value, %3$s what is wrong with it */
  return g_strdup_printf (_("%1$s “%2$s”: %3$s"), problem->column, value, what);
}

char *
zb_words_import_rule (const char *rule)
{
  ZbImportProblem problem = { .rule = (char *) rule };

  return rule_words (&problem);
}

char *
zb_words_import_problem (const ZbImportProblem *problem)
{
  g_autofree char *what = rule_words (problem);
  g_autofree char *value = plain_value (problem->value);

  if (problem->is_of_several)
    {
      g_autofree ZbImportProblem *alone = g_memdup2 (problem, sizeof *problem);
      g_autofree char *words = NULL;

      alone->is_of_several = FALSE;
      words = zb_words_import_problem (alone);
      /* Translators: %1$s a sheet’s name, %2$s a sentence such as “Row 3: is a total” */
      return g_strdup_printf (_("Sheet “%1$s”, %2$s"), problem->sheet, words);
    }
  if (problem->row == 0 && problem->column != NULL)
    /* Translators: %1$s a column's heading, %2$s what is wrong with it */
    return g_strdup_printf (_("Column “%1$s”: %2$s"), problem->column, what);
  if (problem->row == 0)
    return g_steal_pointer (&what);
  if (problem->column == NULL)
    /* Translators: %1$u a row's number, %2$s what is wrong with it */
    return g_strdup_printf (_("Row %1$u: %2$s"), problem->row, what);
  if (*value == '\0')
    /* Translators: %1$u a row's number, %2$s a column's heading, %3$s what is wrong with it */
    return g_strdup_printf (_("Row %1$u, %2$s: %3$s"), problem->row, problem->column, what);
  /* Translators: %1$u a row's number, %2$s a column's heading, %3$s a value, %4$s what is wrong with it */
  return g_strdup_printf (_("Row %1$u, %2$s “%3$s”: %4$s"), problem->row, problem->column, value, what);
}

char *
zb_words_import_counts (const ZbImportCounts *counts)
{
  /* Translators: numbers of rows: read, new, updated, same, skipped, with errors */
  return g_strdup_printf (_("%1$u rows read: %2$u new, %3$u updated, %4$u the same, %5$u skipped, %6$u with errors"), counts->read,
                          counts->fresh, counts->updated, counts->same, counts->skipped, counts->errors);
}
