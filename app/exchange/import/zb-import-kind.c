/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of list a file is, by its headings. */
#include "config.h"

#include <string.h>

#include "exchange/import/zb-import-private.h"

/* So many known headings leave no doubt. */
#define NO_DOUBT 3

/* What a heading that only lists of posts have counts for: their people have the headings of a list of members, too. */
#define TELLING 5

static guint
score_head (ZbImport *self, const ZbImportSheet *sheet)
{
  static const char *const telling[] = { "started_on", "ended_on", "document", "term", "how", "work", NULL };
  ZbImportHead head;
  guint score = 0;

  if (zb_import_find_head (self, sheet, &head))
    {
      score = head.score;
      for (guint i = 0; self->kind == &zb_kind_post && i < head.headings->len; i++)
        {
          const ZbField *field = g_array_index (head.headings, ZbImportHeading, i).field;

          score += field != NULL && g_strv_contains (telling, field->name) ? TELLING : 0;
        }
    }
  zb_import_head_clear (&head);
  return score;
}

/* The kind that knows most of the headings of a sheet; the first of those that know as many. */
static void
judge (ZbImport *self, const ZbImportSheet *sheet, const ZbKind **best, guint *best_score)
{
  for (const ZbKind *const *kind = zb_kinds (); *kind != NULL; kind++)
    {
      guint score;

      if (!zb_import_knows (*kind))
        continue;
      zb_import_set_kind (self, *kind);
      score = score_head (self, sheet);
      if (score > *best_score || (score == *best_score && score > 0 && *kind == &zb_kind_member))
        {
          *best = *kind;
          *best_score = score;
        }
    }
}

const ZbKind *
zb_import_tell_kind (ZbImport *self, const ZbKind *hint)
{
  const ZbKind *best = NULL;
  guint score = 0;

  for (guint i = 0; i < self->read->len && score < NO_DOUBT; i++)
    {
      const ZbImportSheet *sheet = g_ptr_array_index (self->read, i);

      judge (self, sheet, &best, &score);
      if (hint == NULL || best == hint || score == 0)
        continue;
      zb_import_set_kind (self, hint);
      if (score_head (self, sheet) == score)
        best = hint;
    }
  return best;
}
