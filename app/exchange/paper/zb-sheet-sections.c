/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-sheet-private.h"

/* What rows are called after that have none of their own beside others that have one. */
#define ELSE "其他"

static void
clear_section (gpointer data)
{
  g_free (((ZbSheetSection *) data)->name);
}

static GArray *
sections_new (void)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (ZbSheetSection));

  g_array_set_clear_func (sections, clear_section);
  return sections;
}

static void
add_section (GArray *sections, const char *name, guint row, guint level)
{
  ZbSheetSection section = { g_strdup (name), row, level };

  g_array_append_val (sections, section);
}

static const char *
last_name (const GArray *sections)
{
  return sections->len > 0 ? g_array_index (sections, ZbSheetSection, sections->len - 1).name : NULL;
}

/* Whether there are several and each stands in one place: no name comes again after another. */
static gboolean
is_apart (const GArray *sections)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sections->len; i++)
    if (!g_hash_table_add (names, g_array_index (sections, ZbSheetSection, i).name))
      return FALSE;
  return sections->len > 1;
}

/* Rows @from to @to by what the source calls them at a level. Returns: (transfer full) (nullable): %NULL where they are mixed */
static GArray *
by_organization (ZbSheet *sheet, guint from, guint to, guint level, guint depth)
{
  g_autoptr(GArray) sections = sections_new ();

  for (guint row = from; row < to; row++)
    {
      const char *name = sheet->source->section (sheet->data, row, level);

      if (name == NULL)
        name = ELSE;
      if (g_strcmp0 (last_name (sections), name) != 0)
        add_section (sections, name, row, depth);
    }
  return is_apart (sections) ? g_steal_pointer (&sections) : NULL;
}

static void
move_sections (GArray *to, GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      const ZbSheetSection *section = &g_array_index (from, ZbSheetSection, i);

      add_section (to, section->name, section->row, section->level);
    }
}

/* The branches, each with its groups where they are kept together. */
static GArray *
with_groups (ZbSheet *sheet, GArray *branches)
{
  GArray *all = sections_new ();

  for (guint i = 0; i < branches->len; i++)
    {
      const ZbSheetSection *branch = &g_array_index (branches, ZbSheetSection, i);
      guint end = i + 1 < branches->len ? branch[1].row : sheet->n_rows;
      g_autoptr(GArray) groups = by_organization (sheet, branch->row, end, 1, 1);

      add_section (all, branch->name, branch->row, 0);
      if (groups != NULL)
        move_sections (all, groups);
    }
  return all;
}

/* What the order has for sections. */
static GArray *
by_letter (ZbSheet *sheet)
{
  g_autoptr(GArray) sections = sections_new ();

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      g_autofree char *name = sheet->source->letter (sheet->data, row);

      if (name != NULL && g_strcmp0 (last_name (sections), name) != 0)
        add_section (sections, name, row, 0);
    }
  return is_apart (sections) ? g_steal_pointer (&sections) : NULL;
}

/* The column that a list of what is worked out is divided by: the one whose equal cells stand as one, or the organisation. */
static int
dividing_column (ZbSheet *sheet)
{
  static const char *const names[] = { "branch", "org", "organization" };

  for (guint i = 0; i < zb_sheet_n_columns (sheet); i++)
    if (zb_sheet_column (sheet, i)->joined)
      return (int) i;
  for (guint i = 0; i < zb_sheet_n_columns (sheet); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (strcmp (zb_sheet_column (sheet, i)->name, names[j]) == 0)
        return (int) i;
  return -1;
}

static gboolean
by_column (ZbSheet *sheet, GArray **out_sections, GError **error)
{
  int column = sheet->blocks == 1 ? dividing_column (sheet) : -1;
  g_autofree const char **cells = g_new0 (const char *, MAX (zb_sheet_n_columns (sheet), 1));
  g_autoptr(GArray) sections = sections_new ();

  *out_sections = NULL;
  for (guint row = 0; column >= 0 && row < sheet->n_rows; row++)
    {
      if (!zb_sheet_row (sheet, row, cells, error))
        return FALSE;
      if (*cells[column] != '\0' && g_strcmp0 (last_name (sections), cells[column]) != 0)
        add_section (sections, cells[column], row, 0);
    }
  /* One for every row is no division. */
  if (is_apart (sections) && sections->len < sheet->n_rows)
    *out_sections = g_steal_pointer (&sections);
  return TRUE;
}

GArray *
zb_sheet_sections (ZbSheet *sheet, GError **error)
{
  g_autoptr(GArray) found = NULL;

  if (sheet->source == NULL || sheet->n_rows == 0)
    return sections_new ();
  if (sheet->source->section != NULL)
    {
      g_autoptr(GArray) branches = by_organization (sheet, 0, sheet->n_rows, 0, 0);

      if (branches != NULL)
        return with_groups (sheet, branches);
      found = sheet->several ? NULL : by_organization (sheet, 0, sheet->n_rows, 1, 0);
      if (found == NULL && sheet->source->letter != NULL)
        found = by_letter (sheet);
    }
  else if (!by_column (sheet, &found, error))
    return NULL;
  return found != NULL ? g_steal_pointer (&found) : sections_new ();
}
