/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-kind.h"

#include <glib/gi18n.h>

#define VENUE N_("Venue")
#define PAPER N_("Paper or Photo")

/* Where meetings are held: remembered once, with the address for the notice. */
static const ZbField venue_fields[] = {
  { "name", N_("Name of the Venue"), "名称", VENUE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 10, "场馆|场所" },
  { "address", N_("Address"), "地址", VENUE, ZB_FIELD_TEXT, NULL, NULL, 0, 12, NULL },
  { "red_base", N_("Red Education Base"), "是否红色教育基地", VENUE, ZB_FIELD_BOOLEAN, NULL, NULL, 0, 4, "红色教育基地" },
  { "level", N_("Level"), "级别", VENUE, ZB_FIELD_TEXT, NULL, NULL, 0, 5, NULL },
  { "contact", N_("Contact"), "联系人", VENUE, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_OF_NAME, 4, NULL },
  { "phone", N_("Telephone"), "预约电话", VENUE, ZB_FIELD_PHONE, NULL, NULL, 0, 6, "联系电话" },
  { "capacity", N_("Seats"), "可容纳人数", VENUE, ZB_FIELD_INTEGER, NULL, NULL, 0, 4, NULL },
  { "note", N_("Note"), "备注", VENUE, ZB_FIELD_TEXT, NULL, NULL, 0, 8, NULL },
};
static const char *const venue_columns[] = { "name", "address", "red_base", "level", "contact", "phone", NULL };

const ZbKind zb_kind_venue = {
  .name = "venue",
  .table = "venue",
  .label = N_("Venue"),
  .label_plural = N_("Venues"),
  .heading = "场馆",
  .title_field = "name",
  .fields = venue_fields,
  .n_fields = G_N_ELEMENTS (venue_fields),
  .list_columns = venue_columns,
};

/* A photo or scan kept inside the registry; its bytes stand in attachment_data, which only grows. */
static const ZbField attachment_fields[] = {
  { "meeting", N_("Meeting"), "会议", PAPER, ZB_FIELD_LINK, NULL, "meeting", ZB_FIELD_PART_OF, 8, NULL },
  { "wish", N_("Wish"), "心愿", PAPER, ZB_FIELD_LINK, NULL, "wish", ZB_FIELD_PART_OF, 8, NULL },
  { "delivery", N_("Delivery"), "圆梦记录", PAPER, ZB_FIELD_LINK, NULL, "delivery", 0, 8, NULL },
  { "person", N_("Member"), "党员", PAPER, ZB_FIELD_LINK, NULL, "member", 0, 4, NULL },
  { "kind", N_("Kind"), "材料类别", PAPER, ZB_FIELD_CODE, "attachment_kind", NULL, ZB_FIELD_REQUIRED, 4, NULL },
  { "name", N_("File Name"), "文件名", PAPER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED, 8, NULL },
  { "caption", N_("Caption"), "说明", PAPER, ZB_FIELD_TEXT, NULL, NULL, 0, 10, NULL },
  { "taken_on", N_("Taken On"), "拍摄日期", PAPER, ZB_FIELD_DATE, NULL, NULL, 0, 5, NULL },
  { "media", N_("Kind of File"), "文件类型", PAPER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_BY_STEP, 5, NULL },
  { "size", N_("Size"), "大小（字节）", PAPER, ZB_FIELD_INTEGER, NULL, NULL, ZB_FIELD_BY_STEP, 4, NULL },
  { "digest", N_("Checksum"), "校验值", PAPER, ZB_FIELD_TEXT, NULL, NULL, ZB_FIELD_REQUIRED | ZB_FIELD_HIDDEN | ZB_FIELD_BY_STEP, 8, NULL },
};
static const char *const attachment_columns[] = { "meeting", "wish", "kind", "name", "caption", "taken_on", "size", NULL };

const ZbKind zb_kind_attachment = {
  .name = "attachment",
  .table = "attachment",
  .label = N_("Paper or Photo"),
  .label_plural = N_("Papers and Photos"),
  .heading = "附件",
  .title_field = "name",
  .fields = attachment_fields,
  .n_fields = G_N_ELEMENTS (attachment_fields),
  .list_columns = attachment_columns,
};
