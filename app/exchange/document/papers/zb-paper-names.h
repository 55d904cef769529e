/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/document/papers/zb-papers.h"

G_BEGIN_DECLS

/**
 * ZbNamesUse:
 * @ZB_NAMES_CANDIDATES: of a meeting those whose election it votes on
 * @ZB_NAMES_PRESENT: of a meeting everybody on its roll
 */
typedef enum {
  ZB_NAMES_CANDIDATES,
  ZB_NAMES_PRESENT
} ZbNamesUse;

/**
 * ZbNames:
 * @names: in their order
 * @org: (nullable): the name of the organisation
 * @occasion: title of the meeting, "" without one
 * @day: of the meeting or of the request
 * @by_strokes: whether they stand by the strokes of the surname
 * @entitled: of an election, −1 when it is not known
 */
typedef struct {
  GPtrArray *names; /* (owned) (element-type utf8) */
  char *org;        /* (owned) */
  char *occasion;   /* (owned) */
  ZbDate day;
  gboolean by_strokes;
  int entitled;
  int present;
} ZbNames;

/** zb_names_load: those given by hand, else the people asked for, else those of the meeting. @error: REFUSED: `no-names`. Returns: (transfer full) */
ZbNames *zb_names_load (ZbDb *db, const ZbDocumentRequest *request, ZbNamesUse use, GError **error);
void zb_names_free (ZbNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbNames, zb_names_free)

G_END_DECLS
