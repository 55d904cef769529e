/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/service/zb-service.h"
#include "exchange/document/papers/zb-papers.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* 志愿服务记录证明 (民政部令第67号): who served how long with what, who issues it, with its number and room for the seal. It says
 * what stands in the register of those issued; the number of the ID card is private and written in by hand unless it is asked for. */

#define PLAIN 11
#define TALL 40

static void
add_two (ZbBlock *form, const char *first, const char *one, const char *second, const char *other)
{
  ZbFormRow *row = zb_form_add_row (form, PLAIN, ZB_ROW_WHOLE);

  zb_form_add_cell (row, first, one, 1);
  zb_form_add_cell (row, second, other, 1);
}

static char *
period_words (const ZbRecord *certificate)
{
  g_autofree char *from = zb_day_words (zb_record_get_date (certificate, "from"));
  g_autofree char *to = zb_day_words (zb_record_get_date (certificate, "to"));

  return g_strdup_printf ("%s至%s", from, to);
}

static char *
identity_words (const ZbRecord *member, ZbDocumentIdentity identity)
{
  const ZbField *field = zb_kind_field (&zb_kind_member, "id_number");
  const char *number = zb_record_get (member, "id_number");

  return identity != ZB_IDENTITY_BY_HAND && number != NULL ? zb_field_show (field, number, identity == ZB_IDENTITY_MASKED) : NULL;
}

static void
fill_form (ZbBlock *form, const ZbRecord *certificate, const ZbRecord *member, const char *branch, ZbDocumentIdentity identity)
{
  g_autofree char *number = identity_words (member, identity);
  g_autofree char *birth = zb_day_words (zb_record_get_date (member, "birth_date"));
  g_autofree char *period = period_words (certificate);
  g_autofree char *tenths = zb_service_hours_text (zb_record_get_int (certificate, "hours"));
  g_autofree char *hours = g_strdup_printf ("%s小时（不含往返交通时间）", tenths);

  add_two (form, "证明编号", zb_text_words (certificate, "number"), "用途", zb_text_words (certificate, "purpose"));
  add_two (form, "姓名", zb_text_words (certificate, "name"), "性别", zb_label_words (member, "sex"));
  add_two (form, "出生日期", birth, "证件号码", number);
  zb_form_add (form, "所在党支部", branch, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "服务期间", period, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "服务时长", hours, PLAIN, ZB_ROW_WHOLE);
  zb_form_add (form, "服务内容", zb_text_words (certificate, "contents"), TALL, ZB_ROW_GROWS);
  zb_form_add (form, "出具单位", zb_text_words (certificate, "issuer"), PLAIN, ZB_ROW_WHOLE);
  add_two (form, "单位负责人", zb_text_words (certificate, "responsible"), "经办人", zb_text_words (certificate, "handler"));
  zb_form_add (form, "联系电话", zb_text_words (certificate, "phone"), PLAIN, ZB_ROW_WHOLE);
}

ZbDocument *
zb_paper_service_certificate (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(ZbRecord) certificate = zb_records_get (db, &zb_kind_service_certificate, request->certificate, FALSE, error);
  g_autoptr(ZbRecord) member = certificate != NULL ? zb_records_get (db, &zb_kind_member, zb_record_get_int (certificate, "person"), request->identity != ZB_IDENTITY_BY_HAND, error) : NULL;
  g_autofree char *day = NULL, *who = NULL, *branch = NULL;
  ZbDocument *document;

  if (member == NULL || !zb_members_derive (db, member, zb_record_get_date (certificate, "issued_on"), error))
    return NULL;
  branch = zb_record_get (member, "branch") != NULL ? zb_records_title (db, &zb_kind_organization, zb_record_get_int (member, "branch")) : g_strdup ("");
  day = zb_day_words (zb_record_get_date (certificate, "issued_on"));
  who = g_strdup_printf ("%s（盖章）", zb_text_words (certificate, "issuer"));
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  g_free (document->title);
  document->title = g_strdup_printf ("%s志愿服务记录证明", zb_text_words (certificate, "name"));
  zb_document_add_title (document, "志愿服务记录证明");
  fill_form (zb_document_add_form (document), certificate, member, branch, request->identity);
  if (request->identity == ZB_IDENTITY_WHOLE && zb_record_get (member, "id_number") != NULL)
    document->private_fields = "id_number";
  zb_document_add_signature (document, who, day);
  return document;
}
