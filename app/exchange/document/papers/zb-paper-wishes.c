/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/document/papers/zb-papers.h"
#include "store/wishes/zb-wish-list.h"
#include "store/zb-members.h"

/* 微心愿卡 and 微心愿认领榜: of one wish, or of those of an organisation that can be claimed. Whoever passes may read them, so
 * they are made of the lines of the wall and of nothing else. */

static gboolean
is_on_wall (const ZbWishLine *line)
{
  static const char *const states[] = { "published", "claimed", "doing", NULL };

  return line->state >= 0 && g_strv_contains (states, zb_kind_wish.states[line->state]);
}

/* Keeps what the paper is about. Returns: %FALSE with @error when there is nothing */
static gboolean
keep_asked (GPtrArray *lines, const ZbDocumentRequest *request, GError **error)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const ZbWishLine *line = g_ptr_array_index (lines, i - 1);
      gboolean is_asked = request->wish != 0 ? line->id == request->wish
                                             : line->left > 0 && strcmp (zb_kind_wish.states[MAX (line->state, 0)], "published") == 0;

      if (request->wish != 0 && is_asked && !is_on_wall (line))
        {
          g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "not-published|%s", line->title);
          return FALSE;
        }
      if (!is_asked)
        g_ptr_array_remove_index (lines, i - 1);
    }
  return lines->len > 0 || zb_paper_refuse (error, "no-wishes") != NULL;
}

static GPtrArray *
collect (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  ZbWishQuery query = { .org = request->wish != 0 ? 0 : request->org, .day = request->as_of };
  g_autoptr(GPtrArray) lines = NULL;

  for (guint i = 0; request->wish == 0 && zb_kind_wish.states[i] != NULL; i++)
    if (strcmp (zb_kind_wish.states[i], "published") == 0)
      query.states = 1u << i;
  lines = zb_wishes_list (db, &query, error);
  return lines != NULL && keep_asked (lines, request, error) ? g_steal_pointer (&lines) : NULL;
}

/* 张奶奶（云溪社区） */
static char *
from_words (const ZbWishLine *line)
{
  return line->community != NULL ? g_strdup_printf ("%s（%s）", zb_or_blank (line->alias), line->community) : g_strdup (zb_or_blank (line->alias));
}

static char *
left_words (const ZbWishLine *line)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", line->left > 0 ? line->left : line->quantity, line->unit != NULL ? line->unit : "件");
}

ZbDocument *
zb_paper_wish_cards (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(GPtrArray) lines = collect (db, request, error);
  ZbDocument *document;

  if (lines == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_BARE);
  g_free (document->title);
  document->title = g_strdup ("微心愿卡");
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbWishLine *line = g_ptr_array_index (lines, i);
      g_autofree char *who = from_words (line), *left = left_words (line);
      g_autofree char *words = g_strdup_printf ("心愿人：%s\n数量：%s", who, left);

      zb_document_add_slip (document, line->title, words, line->number);
    }
  return document;
}

static char *
poster_note (ZbDb *db, const ZbDocumentRequest *request, guint n, GError **error)
{
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, TRUE, error);
  const ZbOrg *org = tree != NULL && request->org != 0 ? zb_org_tree_get (tree, request->org) : NULL;
  g_autofree char *day = zb_day_words (request->as_of);

  if (tree == NULL)
    return NULL;
  return g_strdup_printf ("%s%s%s　待认领 %u 件", org != NULL ? org->name : "", org != NULL ? "　" : "", day, n);
}

ZbDocument *
zb_paper_wish_poster (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(GPtrArray) lines = collect (db, request, error);
  g_autofree char *note = lines != NULL ? poster_note (db, request, lines->len, error) : NULL;
  ZbDocument *document;

  if (note == NULL)
    return NULL;
  document = zb_document_new_empty (request->kind, ZB_LOOK_POSTER);
  document->a3 = request->paper_a3;
  g_free (document->title);
  document->title = g_strdup ("微心愿认领榜");
  zb_document_add_title (document, "微心愿，等您来圆");
  zb_document_add_note (document, note);
  for (guint i = 0; i < lines->len; i++)
    {
      const ZbWishLine *line = g_ptr_array_index (lines, i);
      g_autofree char *who = from_words (line), *left = left_words (line);
      g_autofree char *more = g_strdup_printf ("%s　　%s", who, left);

      zb_document_add_entry (document, line->title, more, line->number);
    }
  zb_document_add_note (document, "认领请联系：＿＿＿＿＿＿＿＿　电话：＿＿＿＿＿＿＿＿");
  return document;
}
