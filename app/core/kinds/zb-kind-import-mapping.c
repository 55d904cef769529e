/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define MAPPING N_("How a List Is Read")

static const ZbField import_mapping_fields[] = {
  { "name", N_("Name of the Mapping"), "名称", MAPPING, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, NULL },
  { "kind", N_("Of"), "台账", MAPPING, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "sender", N_("Sender"), "填报单位", MAPPING, ZB_FIELD_TEXT, NULL, NULL, 0, 12, NULL },
  { "answers", N_("Columns and Words"), "列与词语", MAPPING, ZB_FIELD_LONG_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 20, NULL },
};

static const char *const import_mapping_columns[] = { "name", "kind", "sender", NULL };

static const char *const import_mapping_known_by[] = { "name", "kind", NULL };

const ZbKind zb_kind_import_mapping = {
  .name = "mapping",
  .table = "import_mapping",
  .label = N_("Saved Mapping"),
  .label_plural = N_("Saved Mappings"),
  .heading = "导入对照",
  .title_field = "name",
  .fields = import_mapping_fields,
  .n_fields = G_N_ELEMENTS (import_mapping_fields),
  .list_columns = import_mapping_columns,
  .known_by = import_mapping_known_by,
};
