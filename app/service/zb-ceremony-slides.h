/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/zb-record.h"

G_BEGIN_DECLS

/**
 * ZbSlideKind:
 * @ZB_SLIDE_TITLE: what the ceremony is
 * @ZB_SLIDE_STEP: a step of the programme
 * @ZB_SLIDE_NAMES: names that are read out
 * @ZB_SLIDE_CLAUSE: a clause of the oath, read out and repeated
 * @ZB_SLIDE_SIGNED: 宣誓人：, and whose names follow
 */
typedef enum {
  ZB_SLIDE_TITLE,
  ZB_SLIDE_STEP,
  ZB_SLIDE_NAMES,
  ZB_SLIDE_CLAUSE,
  ZB_SLIDE_SIGNED
} ZbSlideKind;

/**
 * ZbSlide: what the big screen shows at once.
 * @above: what it belongs to
 * @text: to be read from the other end of the hall
 * @below: beside it; of a clause the one that comes next
 */
typedef struct {
  ZbSlideKind kind;
  char *above;
  char *text;
  char *below;
} ZbSlide;

void zb_slide_free (ZbSlide *slide);

/**
 * zb_ceremony_slides:
 * @org: (nullable): name of the organisation that holds it
 * @agenda: (element-type ZbRecord): the programme in its order
 * @people: (element-type ZbRecord): in their order
 *
 * A ceremony for the big screen, step by step, the oath clause by clause where its step stands in the programme, else before the
 * last step. A ceremony without an oath has none.
 *
 * Returns: (transfer full) (element-type ZbSlide): at least one
 */
GPtrArray *zb_ceremony_slides (const ZbRecord *meeting, const ZbRecord *ceremony, const char *org, GPtrArray *agenda, GPtrArray *people);

G_END_DECLS
