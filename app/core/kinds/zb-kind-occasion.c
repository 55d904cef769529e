/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define OCCASION N_("List for an Occasion")

static const ZbField occasion_fields[] = {
  { "name", N_("Name of the Occasion"), "名称", OCCASION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 10, NULL },
  { "roster", N_("Which List"), "名册", OCCASION, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "org", N_("Organisation"), "党组织", OCCASION, ZB_FIELD_LINK, NULL, "organization", 0, 10, NULL },
  { "choices", N_("What Was Chosen"), "选项", OCCASION, ZB_FIELD_LONG_TEXT, NULL, NULL, 0, 20, NULL },
};

static const char *const occasion_columns[] = { "name", "roster", "org", NULL };

static const char *const occasion_known_by[] = { "name", NULL };

const ZbKind zb_kind_occasion = {
  .name = "occasion",
  .table = "occasion",
  .label = N_("Usual List"),
  .label_plural = N_("Usual Lists"),
  .heading = "常用名册",
  .title_field = "name",
  .fields = occasion_fields,
  .n_fields = G_N_ELEMENTS (occasion_fields),
  .list_columns = occasion_columns,
  .known_by = occasion_known_by,
};
