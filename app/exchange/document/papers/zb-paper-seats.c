/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/life/zb-seats.h"
#include "exchange/document/papers/zb-paper-names.h"

/* 座次表: the seats of a platform as the hall sees them, rows behind each other, each filled from its middle by the order of protocol. */

/* One row, from the left of those who look at it. */
static void
add_row (ZbBlock *seats, const ZbNames *names, guint from, guint n, gboolean right_first)
{
  ZbFormRow *row = zb_form_add_row (seats, 0, ZB_ROW_WHOLE);
  g_autofree guint *ranks = g_new0 (guint, n);

  for (guint rank = 0; rank < n; rank++)
    ranks[zb_seat_of_rank (n, rank, right_first)] = rank;
  for (guint seat = 0; seat < n; seat++)
    {
      g_autofree char *place = g_strdup_printf ("%u", from + ranks[seat] + 1);

      zb_form_add_cell (row, place, g_ptr_array_index (names->names, from + ranks[seat]), 1);
    }
}

ZbDocument *
zb_paper_seats (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbNames) names = zb_names_load (db, request, ZB_NAMES_PRESENT, error);
  guint each = request->per_row > 0 ? request->per_row : ZB_DOCUMENT_SEATS_A_ROW;
  g_autofree char *title = NULL;
  ZbDocument *document;
  ZbBlock *seats;

  if (names == NULL)
    return NULL;
  title = request->title != NULL && *request->title != '\0' ? g_strdup (request->title)
                                                            : g_strdup_printf ("%s座次表", *names->occasion != '\0' ? names->occasion : names->org);
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  document->landscape = TRUE;
  g_free (document->title);
  document->title = g_strdup (title);
  zb_document_add_title (document, title);
  seats = zb_document_add_seats (document, "主席台",
                                 request->right_first ? "自台下看；数字为座次，居中为首，右手为上，依次向两侧排列，前排满后排第二排。"
                                                      : "自台下看；数字为座次，居中为首，左手为上，依次向两侧排列，前排满后排第二排。");
  for (guint from = 0; from < names->names->len; from += each)
    add_row (seats, names, from, MIN (each, names->names->len - from), request->right_first);
  return document;
}
