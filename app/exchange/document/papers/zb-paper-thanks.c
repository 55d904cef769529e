/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-codes.h"
#include "exchange/document/papers/zb-papers.h"
#include "exchange/paper/zb-wish-course.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* 感谢信 and 微心愿反馈卡: what came of one wish. The recipient appears under the name for publication; what is private of the
 * wish is not read, and what is not known is left to be written in by hand. */

typedef struct {
  ZbRecord *wish;
  ZbRecord *household;
  ZbWishCourse *course;
  GPtrArray *claims;     /* those that are not given up */
  GPtrArray *deliveries;
  char *org;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->wish, zb_record_free);
  g_clear_pointer (&facts->household, zb_record_free);
  g_clear_pointer (&facts->course, zb_wish_course_free);
  g_clear_pointer (&facts->claims, g_ptr_array_unref);
  g_clear_pointer (&facts->deliveries, g_ptr_array_unref);
  g_free (facts->org);
  g_free (facts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

static Facts *
load (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(Facts) facts = g_new0 (Facts, 1);
  g_autoptr(ZbOrgTree) tree = zb_org_tree_load (db, request->as_of, TRUE, error);
  const ZbOrg *org;

  if (tree == NULL || !(facts->wish = zb_records_get (db, &zb_kind_wish, request->wish, FALSE, error))
      || !(facts->household = zb_records_get (db, &zb_kind_household, zb_record_get_int (facts->wish, "household"), FALSE, error))
      || !(facts->course = zb_wish_course_load (db, request->wish, error))
      || !(facts->claims = zb_wishes_parts (db, &zb_kind_claim, request->wish, error))
      || !(facts->deliveries = zb_wishes_parts (db, &zb_kind_delivery, request->wish, error)))
    return NULL;
  for (guint i = facts->claims->len; i > 0; i--)
    {
      const char *state = zb_text_words (g_ptr_array_index (facts->claims, i - 1), "state");

      if (strcmp (state, "active") != 0 && strcmp (state, "delivered") != 0)
        g_ptr_array_remove_index (facts->claims, i - 1);
    }
  org = zb_org_tree_get (tree, zb_record_get_int (facts->wish, "org"));
  facts->org = g_strdup (org != NULL ? org->name : "");
  return g_steal_pointer (&facts);
}

/* 王丁、赵三同志、青石商行： as a letter begins. */
static char *
greeting_words (const Facts *facts)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < facts->claims->len; i++)
    {
      const ZbRecord *claim = g_ptr_array_index (facts->claims, i);
      const char *kind = zb_text_words (claim, "kind");
      gboolean is_people = strcmp (kind, "member") == 0 || strcmp (kind, "together") == 0;

      g_string_append_printf (out, "%s%s%s", i > 0 ? "、" : "", zb_record_title (claim), is_people ? "同志" : "");
    }
  if (out->len == 0)
    g_string_append (out, ZB_BLANK);
  g_string_append (out, "：");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
day_or_blank (ZbDate day)
{
  return zb_date_is_set (day) ? zb_day_words (day) : g_strdup ("　　　　年　　月　　日");
}

static char *
thanks_words (const Facts *facts)
{
  const char *community = zb_record_get (facts->household, "community");
  const char *kind = facts->claims->len == 1 ? zb_text_words (g_ptr_array_index (facts->claims, 0), "kind") : "";
  const char *you = facts->claims->len == 0 || strcmp (kind, "member") == 0 ? "您" : "你们";
  g_autofree char *claimed = day_or_blank (facts->course->claimed_on);
  g_autofree char *fulfilled = day_or_blank (zb_record_get_date (facts->wish, "fulfilled_on"));

  return g_strdup_printf ("%s于%s认领了%s%s的微心愿“%s”（编号：%s），并于%s帮助其实现：%s。\n"
                          "一个小小的心愿，一份暖暖的情谊。%s用实际行动践行了党的宗旨，把组织的关怀送到了群众的心坎上。谨向%s表示衷心的感谢！",
                          you, claimed, community != NULL ? community : "", zb_record_title (facts->household), zb_record_title (facts->wish),
                          zb_or_blank (zb_record_get (facts->wish, "number")), fulfilled, zb_or_blank (facts->course->what), you, you);
}

ZbDocument *
zb_paper_thanks_letter (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(Facts) facts = load (db, request, error);
  g_autofree char *greeting = NULL, *words = NULL, *day = NULL;
  ZbDate thanked;
  ZbDocument *document;

  if (facts == NULL)
    return NULL;
  greeting = greeting_words (facts);
  words = thanks_words (facts);
  thanked = zb_record_get_date (facts->wish, "thanked_on");
  day = zb_day_words (zb_date_is_set (thanked) ? thanked : request->as_of);
  document = zb_document_new_empty (request->kind, ZB_LOOK_OFFICIAL);
  g_free (document->title);
  document->title = g_strdup ("感谢信");
  zb_document_add_title (document, "感谢信");
  zb_document_add_line (document, greeting);
  zb_document_add_text (document, words, 0);
  zb_document_add_text (document, "心愿人的话：", 0);
  zb_document_add_blank (document, 3);
  zb_document_add_signature (document, facts->org, day);
  return document;
}

/* Two short facts side by side. */
static void
add_two (ZbBlock *form, const char *label, const char *text, const char *other_label, const char *other)
{
  ZbFormRow *row = zb_form_add_row (form, 9, ZB_ROW_WHOLE);

  zb_form_add_cell (row, label, text, 1);
  zb_form_add_cell (row, other_label, other, 1);
}

static char *
print_day (const ZbRecord *record, const char *field)
{
  return zb_date_to_print (zb_record_get_date (record, field));
}

/* □满意　□基本满意　□不满意, what was said marked. */
static char *
satisfaction_words (const Facts *facts)
{
  const ZbCodeTable *table = zb_code_table_get ("satisfaction");
  const char *said = zb_text_words (facts->wish, "satisfaction");
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < table->n_codes; i++)
    g_string_append_printf (out, "%s%s%s", i > 0 ? "　　" : "", strcmp (table->codes[i].code, said) == 0 ? "☑" : "□", table->codes[i].label);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
witness_words (const Facts *facts)
{
  const ZbRecord *delivery = facts->deliveries->len > 0 ? g_ptr_array_index (facts->deliveries, 0) : NULL;

  return delivery != NULL ? g_strdup_printf ("%s、%s", zb_text_words (delivery, "witness1"), zb_text_words (delivery, "witness2")) : g_strdup ("");
}

static void
add_fulfilment (ZbBlock *form, const Facts *facts)
{
  const ZbWishCourse *course = facts->course;
  g_autofree char *fulfilled = print_day (facts->wish, "fulfilled_on"), *cost = course->n_deliveries > 0 ? zb_money_words (course->cost) : NULL;
  g_autofree char *hours = course->hours > 0 ? zb_hours_words ((int) course->hours) : NULL, *witnesses = witness_words (facts);

  add_two (form, "完成日期", fulfilled, "花费（元）", cost);
  zb_form_add (form, "实际物品\n（服务）", course->what, 12, ZB_ROW_GROWS);
  add_two (form, "凭证号", course->vouchers, "服务时长\n（小时）", hours);
  zb_form_add (form, "见证人", witnesses, 9, ZB_ROW_WHOLE);
  zb_form_add (form, "心愿人签收\n（签名或按印）", "", 18, ZB_ROW_WHOLE);
}

ZbDocument *
zb_paper_feedback_card (ZbDb *db, const ZbDocumentRequest *request, GError **error)
{
  g_autoptr(Facts) facts = load (db, request, error);
  g_autofree char *claimed = NULL, *promised = NULL, *visited = NULL, *satisfaction = NULL;
  ZbDocument *document;
  ZbBlock *form;

  if (facts == NULL)
    return NULL;
  claimed = zb_date_to_print (facts->course->claimed_on);
  promised = zb_date_to_print (facts->course->promised_on);
  visited = print_day (facts->wish, "visited_on");
  satisfaction = satisfaction_words (facts);
  document = zb_document_new_empty (request->kind, ZB_LOOK_FORM);
  g_free (document->title);
  document->title = g_strdup ("微心愿反馈卡");
  zb_document_add_title (document, "微心愿反馈卡");
  form = zb_document_add_form (document);
  add_two (form, "编号", zb_text_words (facts->wish, "number"), "类别", zb_label_words (facts->wish, "category"));
  zb_form_add (form, "心愿内容", zb_record_title (facts->wish), 12, ZB_ROW_GROWS);
  add_two (form, "心愿人\n（化名）", zb_record_title (facts->household), "所在社区\n（村）", zb_text_words (facts->household, "community"));
  add_two (form, "认领人", facts->course->names, "认领党支部", facts->course->branches);
  add_two (form, "认领日期", claimed, "承诺日期", promised);
  add_fulfilment (form, facts);
  add_two (form, "回访人", zb_text_words (facts->wish, "visited_by"), "回访日期", visited);
  zb_form_add (form, "满意度", satisfaction, 10, ZB_ROW_WHOLE);
  zb_form_add (form, "评语", "", 26, ZB_ROW_WHOLE);
  zb_form_add (form, "照片\n（经本人同意）", "", 50, ZB_ROW_WHOLE);
  return document;
}
