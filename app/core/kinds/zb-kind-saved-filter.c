/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define FILTER N_("Saved Filter")

static const ZbField saved_filter_fields[] = {
  { "name", N_("Name of the Filter"), "名称", FILTER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "kind", N_("Of"), "台账", FILTER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "conditions", N_("Conditions"), "条件", FILTER, ZB_FIELD_TEXT, NULL, NULL, 0, 12, NULL },
};

static const char *const saved_filter_columns[] = { "name", "kind", "conditions", NULL };

static const char *const saved_filter_known_by[] = { "name", "kind", NULL };

const ZbKind zb_kind_saved_filter = {
  .name = "filter",
  .table = "saved_filter",
  .label = N_("Saved Filter"),
  .label_plural = N_("Saved Filters"),
  .heading = "常用筛选",
  .title_field = "name",
  .fields = saved_filter_fields,
  .n_fields = G_N_ELEMENTS (saved_filter_fields),
  .list_columns = saved_filter_columns,
  .known_by = saved_filter_known_by,
};
