/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define TEMPLATE N_("Form of the Upper Committee")

static const ZbField template_fields[] = {
  { "name", N_("Name of the Form"), "名称", TEMPLATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 12, NULL },
  { "roster", N_("Filled With"), "名册", TEMPLATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 6, NULL },
  { "file_name", N_("File Name"), "文件名", TEMPLATE, ZB_FIELD_TEXT, NULL, NULL, 0, 12, NULL },
  { "media", N_("Kind of File"), "文件类型", TEMPLATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "size", N_("Size"), "大小", TEMPLATE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, NULL },
  { "digest", N_("Checksum"), "校验值", TEMPLATE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_HIDDEN, 8, NULL },
  { "checked_on", N_("Checked"), "检查日期", TEMPLATE, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
};

static const char *const template_columns[] = { "name", "roster", "file_name", "media", "checked_on", NULL };

static const char *const template_known_by[] = { "name", NULL };

const ZbKind zb_kind_template = {
  .name = "template",
  .table = "template",
  .label = N_("Form of the Upper Committee"),
  .label_plural = N_("Forms of the Upper Committee"),
  .heading = "上级模板",
  .title_field = "name",
  .fields = template_fields,
  .n_fields = G_N_ELEMENTS (template_fields),
  .list_columns = template_columns,
  .known_by = template_known_by,
};
