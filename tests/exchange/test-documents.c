/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life-fixture.h"

#include <string.h>

#include "core/zb-error.h"
#include "exchange/document/zb-document-blocks.h"
#include "exchange/document/zb-document-layout.h"
#include "exchange/zb-document.h"

#define CASE(path, function) \
  g_test_add ("/documents/" path, ZbLifeFixture, NULL, zb_life_fixture_set_up, function, zb_life_fixture_tear_down)

static ZbDocument *
write_of (ZbLifeFixture *fixture, const char *kind, gint64 meeting)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get (kind), ZB_LIFE_DAY);
  g_autoptr(GError) error = NULL;
  ZbDocument *document;

  request->meeting = meeting;
  document = zb_document_new (fixture->db, request, &error);
  g_assert_no_error (error);
  return document;
}

static char *
text_of (ZbLifeFixture *fixture, const char *kind, gint64 meeting)
{
  g_autoptr(ZbDocument) document = write_of (fixture, kind, meeting);

  return zb_document_text (document);
}

/* All of @words stand in the text, each behind the one before. */
static void
assert_order (const char *text, const char *const *words)
{
  const char *at = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        g_error ("“%s” does not follow in:\n%s", words[i], text);
      at = found + strlen (words[i]);
    }
}

#define ASSERT_ORDER(text, ...) assert_order (text, (const char *const[]) { __VA_ARGS__, NULL })

static void
test_notice (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("notice"), ZB_LIFE_DAY);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDocument) document = NULL;
  g_autofree char *text = text_of (fixture, "notice", fixture->to_come);
  g_autofree char *other = NULL;

  ASSERT_ORDER (text, "关于召开支部党员大会的通知", "第一党支部全体党员：", "一、会议主题", "年度工作总结", "二、会议时间", "2026年12月10日（星期四）14:00",
                "三、会议地点", "三楼会议室", "四、参加人员", "第一党支部全体党员（应到9人）。", "五、会议议程", "六、有关要求",
                "中共云溪投资有限公司第一支部委员会", "2026年11月24日");
  request->meeting = fixture->oath;
  request->addressee = g_strdup ("各党小组");
  request->requirements = g_strdup ("佩戴党员徽章。\n提前十分钟到场。");
  document = zb_document_new (fixture->db, request, &error);
  g_assert_no_error (error);
  other = zb_document_text (document);
  /* It was held before the day of the paper: a notice of that day would be too late. */
  ASSERT_ORDER (other, "提前十分钟到场。", "　　　　年　　月　　日");
  /* Its title names the ceremony already. */
  ASSERT_ORDER (other, "关于举行“七一”入党宣誓仪式的通知", "各党小组：", "一、活动时间", "革命烈士纪念馆", "（一）宣布开始，宣读宣誓人名单（田富）", "（二）宣誓",
                "有关要求", "（一）佩戴党员徽章。", "（二）提前十分钟到场。");
}

/* Entered afterwards: an hour that was planned is that of the day itself. */
static void
test_hour_without_day (ZbLifeFixture *fixture, gconstpointer unused)
{
  gint64 meeting = zb_life_meeting (fixture->db, fixture->first, "assembly", "title", "总结", "held_on", "2026-09-01", "planned_at", "09:30", NULL);
  g_autofree char *notice = text_of (fixture, "notice", meeting);
  g_autofree char *minutes = text_of (fixture, "minutes", meeting);

  ASSERT_ORDER (notice, "会议时间", "2026年9月1日（星期二）09:30");
  ASSERT_ORDER (minutes, "计划时间：2026年9月1日（星期二）09:30");
}

/* What is still to be filled in by hand gives way before the signature goes to a page of its own. */
static void
test_notice_of_one_page (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbDocument) document = NULL;
  g_autoptr(ZbPaper) paper = NULL;
  g_autoptr(GError) error = NULL;
  guint blanks = 0;

  g_assert_true (zb_test_do (fixture->db, &zb_kind_organization, fixture->first, "rename", "2026-11-24", &error, "on", "2026-11-01", "name",
                             "中国共产党云溪产业投资集团有限公司机关第一支部委员会", NULL));
  document = write_of (fixture, "notice", fixture->to_come);
  for (guint i = 0; i < document->blocks->len; i++)
    blanks += ((ZbBlock *) g_ptr_array_index (document->blocks, i))->type == ZB_BLOCK_BLANK;
  g_assert_cmpuint (blanks, ==, 2);
  paper = zb_document_paper (document);
  g_assert_cmpuint (zb_paper_n_pages (paper), ==, 1);
}

/* Where it spares no page, there is as much room to write in as was asked for. */
static void
test_room_to_write (void)
{
  for (int n = 2; n < 60; n++)
    {
      g_autoptr(ZbDocument) document = zb_document_new_empty (zb_document_kind_get ("notice"), ZB_LOOK_OFFICIAL);
      g_autoptr(ZbPaper) paper = NULL;
      guint lines = 0;

      zb_document_add_blank (document, (guint) n);
      paper = zb_document_paper (document);
      for (guint page = 0; page < zb_paper_n_pages (paper); page++)
        lines += ((GArray *) g_ptr_array_index (((ZbDocumentPaper *) paper)->pages, page))->len - 1;
      g_test_message ("%d lines", n);
      g_assert_cmpuint (lines, ==, n > 22 && n % 22 > 0 && n % 22 <= 2 ? n - n % 22 : n);
    }
}

/* Every item that minutes must have, and the names behind the figures. */
static void
test_minutes (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = text_of (fixture, "minutes", fixture->assembly);
  g_autofree char *ceremony = text_of (fixture, "minutes", fixture->oath);
  g_autofree char *planned = text_of (fixture, "minutes", fixture->to_come);

  ASSERT_ORDER (text, "会议记录", "党组织：中共云溪投资有限公司第一支部委员会", "会议名称：讨论接收王伟同志为预备党员", "会议类型：支部党员大会", "次数：2026年第1次",
                "计划时间：2026年3月4日（星期三）14:00", "实际时间：2026年3月5日（星期四）14:30—16:30", "地点：三楼会议室", "主持人：王一鸣", "记录人：李芳",
                "应到：9人", "实到：7人", "请假：1人", "缺席：1人", "张三（出差）", "李四（原因：" ZB_BLANK "）", "列席人员：集团组织部 郑和平",
                "1．介绍王伟同志的情况（李芳）", "2．无记名投票表决", "主要内容：李芳介绍王伟同志的情况。\n与会党员充分发表意见。",
                "不同意见：孙立认为还应多到一线锻炼。", "决议：同意接收王伟同志为预备党员。",
                "表决情况：1．接收王伟同志为预备党员（无记名投票）：应到会有表决权党员8人，实到6人；赞成6票，反对0票，弃权0票。到会须不少于5人，符合规定人数；"
                "通过须赞成票不少于5票，表决通过。（依据：", "主持人签字：", "记录人签字：");
  /* Nobody was missing, and that is known; before the meeting nothing is. */
  ASSERT_ORDER (ceremony, "请假：0人", "缺席：0人", "请假人员\n及原因：无", "缺席人员\n及原因：无", "迟到人员：周洁");
  ASSERT_ORDER (planned, "应到：9人", "实到：　　人", "请假人员\n及原因：\n", "缺席人员\n及原因：\n");
  g_assert_null (strstr (planned, "NULL"));
}

/* Who is not counted among those expected is named, and why. */
static void
test_minutes_of_exempt (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;
  gint64 meeting;

  zb_test_record (fixture->db, &zb_kind_exemption, "person", zb_test_id (fixture->people[6]), "kind", "illness", "started_on", "2026-02-01", "ended_on",
                  "2026-12-31", "reason", "手术后休养", NULL);
  meeting = zb_life_meeting (fixture->db, fixture->first, "assembly", "title", "学习会", "held_on", "2026-09-01", NULL);
  zb_life_roll (fixture->db, meeting, "全到");
  text = text_of (fixture, "minutes", meeting);
  ASSERT_ORDER (text, "应到：8人", "不计入应到\n人员及原因：赵敏（因病：手术后休养）");
}

static void
test_resolution (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = text_of (fixture, "resolution", fixture->assembly);
  g_autofree char *incomplete = NULL;
  g_autofree char *lost = NULL;

  ASSERT_ORDER (text, "关于接收王伟同志为预备党员的决议",
                "2026年3月5日，中共云溪投资有限公司第一支部委员会召开支部党员大会，就“接收王伟同志为预备党员”以无记名投票方式进行表决。",
                "应到会有表决权党员8人，实到6人；赞成6票，反对0票，弃权0票。", "表决通过", "支部工作条例", "发展党员工作细则", "（盖章）", "2026年3月5日");
  zb_test_set (fixture->db, &zb_kind_resolution, fixture->resolution, "votes_for", "4");
  zb_test_set (fixture->db, &zb_kind_resolution, fixture->resolution, "votes_against", "2");
  lost = text_of (fixture, "resolution", fixture->assembly);
  ASSERT_ORDER (lost, "赞成4票，反对2票", "通过须赞成票不少于5票，表决未通过。");
  zb_test_set (fixture->db, &zb_kind_resolution, fixture->resolution, "votes_for", NULL);
  incomplete = text_of (fixture, "resolution", fixture->assembly);
  ASSERT_ORDER (incomplete, "赞成＿＿票，反对2票");
  g_assert_null (strstr (incomplete, "通过"));
}

/* What is not entered is not said. */
static void
test_news (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = text_of (fixture, "news", fixture->lecture);
  g_autofree char *bare = NULL;
  gint64 meeting = zb_life_meeting (fixture->db, fixture->second, "study", "title", "学习文件", "held_on", "2026-10", NULL);

  ASSERT_ORDER (text, "老兵讲历史故事", "草稿", "4月10日下午，中共云溪投资有限公司第一支部委员会在红色驿站开展党课，主题为“老兵讲历史故事”。活动由田富主持。应到党员9名，实到7名。职工26人参加。",
                "主讲人为退役老兵钱守义。学习内容：《中国共产党简史》第一章。");
  bare = text_of (fixture, "news", meeting);
  g_assert_cmpstr (bare, ==, "学习文件\n（草稿：只由已登记的内容组成，请核对、修改后使用）\n　　2026年10月，中共云溪投资有限公司第二支部开展学习会，主题为“学习文件”。\n");
}

static void
test_ceremony (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *programme = text_of (fixture, "programme", fixture->oath);
  g_autofree char *script = text_of (fixture, "script", fixture->oath);
  g_autofree char *oath = text_of (fixture, "oath", fixture->oath);
  g_autofree char *certificate = text_of (fixture, "certificates", fixture->oath);
  g_autofree char *own = NULL;

  ASSERT_ORDER (programme, "“七一”入党宣誓仪式议程", "（2026年7月1日（星期三）09:00—10:30　革命烈士纪念馆）", "主持人：田富", "一、宣布开始，宣读宣誓人名单（田富）",
                "二、宣誓");
  ASSERT_ORDER (script, "主持词", "一、宣布开始", "同志们，入党宣誓仪式现在开始。", "二、宣誓");
  ASSERT_ORDER (oath, "入党誓词\n", "我志愿加入中国共产党，", "拥护党的纲领，", "遵守党的章程，", "履行党员义务，", "执行党的决定，", "严守党的纪律，", "保守党的秘密，",
                "对党忠诚，", "积极工作，", "为共产主义奋斗终身，", "随时准备为党和人民牺牲一切，", "永不叛党。", "宣誓人：");
  ASSERT_ORDER (certificate, "入党纪念证书", "王伟同志：", "您于2026年3月5日加入中国共产党，入党介绍人：田富、李芳。2026年7月1日，您在革命烈士纪念馆面向党旗宣誓。",
                "中共云溪投资有限公司第一支部委员会（盖章）", "2026年7月1日");
  zb_test_set (fixture->db, &zb_kind_ceremony, fixture->ceremony, "text", "own");
  zb_test_set (fixture->db, &zb_kind_ceremony, fixture->ceremony, "own_text", "我们是党员突击队，坚决完成任务！");
  own = text_of (fixture, "oath", fixture->oath);
  ASSERT_ORDER (own, "誓　词\n我们是党员突击队，\n坚决完成任务！\n宣誓人：");
}

/* The oath is eighty characters in twelve clauses. */
static void
test_oath_text (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autofree char *text = text_of (fixture, "oath", fixture->oath);
  g_autofree char *words = g_strdup (strchr (text, '\n') + 1);
  guint n = 0, clauses = 0;

  *strstr (words, "宣誓人") = '\0';
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      clauses += c == 0xff0c || c == 0x3002;
      n += c != '\n' && c != 0xff0c && c != 0x3002;
    }
  g_assert_cmpuint (clauses, ==, 12);
  g_assert_cmpuint (n + clauses, ==, 92);
  g_assert_cmpuint (n, ==, 80);
}

static void
test_cards (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get ("birthday-cards"), ZB_LIFE_DAY);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDocument) month = NULL;
  g_autoptr(ZbDocument) person = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  request->org = fixture->first;
  request->month = (ZbDate) { 2026, 7, 0 };
  month = zb_document_new (fixture->db, request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (month->blocks->len, ==, 8);
  all = zb_document_text (month);
  ASSERT_ORDER (all, "政治生日贺卡", "王一鸣同志：", "您于2010年7月1日加入中国共产党。2026年7月1日是您入党16周年的政治生日，党龄15年。",
                "中共云溪投资有限公司第一支部委员会（盖章）", "2026年7月1日", "田富同志：", "李芳同志：");
  /* A probationer has no standing yet. */
  request->person = fixture->people[8];
  request->month = (ZbDate) { 2027, 3, 0 };
  person = zb_document_new (fixture->db, request, &error);
  g_assert_no_error (error);
  one = zb_document_text (person);
  ASSERT_ORDER (one, "王伟同志：", "您于2026年3月5日加入中国共产党。2027年3月5日是您入党1周年的政治生日。\n");
}

/* The cards of a ceremony bear its wish and its day. */
static void
test_cards_of_a_ceremony (ZbLifeFixture *fixture, gconstpointer unused)
{
  gint64 meeting = zb_life_meeting (fixture->db, fixture->first, "ceremony", "title", "七月政治生日", "held_on", "2026-07-10", NULL);
  gint64 ceremony = zb_test_record (fixture->db, &zb_kind_ceremony, "meeting", zb_test_id (meeting), "type", "birthday", "title", "七月政治生日", "text",
                                    "none", "wish", "愿您初心不改，奋进不止。", NULL);
  g_autofree char *text = NULL;

  zb_test_record (fixture->db, &zb_kind_ceremony_person, "ceremony", zb_test_id (ceremony), "person", zb_test_id (fixture->people[1]), "role", "honoured",
                  "name", "田富", "joined_on", "2010-07", NULL);
  text = text_of (fixture, "birthday-cards", meeting);
  ASSERT_ORDER (text, "田富同志：", "您于2010年7月加入中国共产党。2026年7月是您入党16周年的政治生日，党龄15年。", "愿您初心不改，奋进不止。", "2026年7月10日");
}

static void
assert_refused (ZbLifeFixture *fixture, const char *kind, gint64 meeting, const char *reason)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get (kind), ZB_LIFE_DAY);
  g_autoptr(GError) error = NULL;

  request->meeting = meeting;
  g_assert_null (zb_document_new (fixture->db, request, &error));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, reason);
}

static void
test_refused (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(ZbDocumentRequest) nothing = zb_document_request_new (zb_document_kind_get ("minutes"), ZB_LIFE_DAY);
  g_autoptr(GError) error = NULL;

  assert_refused (fixture, "minutes", 0, "which-meeting");
  assert_refused (fixture, "oath", fixture->assembly, "no-ceremony");
  assert_refused (fixture, "resolution", fixture->lecture, "no-resolution");
  assert_refused (fixture, "birthday-cards", fixture->oath, "nobody-to-name");
  zb_test_set (fixture->db, &zb_kind_ceremony, fixture->ceremony, "text", "none");
  assert_refused (fixture, "oath", fixture->oath, "no-oath-text");
  nothing->meeting = 4711;
  g_assert_null (zb_document_new (fixture->db, nothing, &error));
  g_assert_error (error, ZB_STORE_ERROR, ZB_STORE_ERROR_NOT_FOUND);
}

/* A name that an organisation bore on the day stands on its papers for ever. */
static void
test_the_name_of_the_day (ZbLifeFixture *fixture, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (zb_test_do (fixture->db, &zb_kind_organization, fixture->first, "rename", "2026-11-24", &error, "on", "2026-08-01", "name",
                             "中共云溪投资有限公司机关支部委员会", NULL));
  text = text_of (fixture, "minutes", fixture->assembly);
  ASSERT_ORDER (text, "党组织：中共云溪投资有限公司第一支部委员会");
  g_assert_null (strstr (text, "机关支部"));
}

/* 22 lines of 28 characters on a page. */
static void
test_official_page (void)
{
  g_autoptr(ZbDocument) document = zb_document_new_empty (zb_document_kind_get ("notice"), ZB_LOOK_OFFICIAL);
  g_autoptr(ZbDocument) more = zb_document_new_empty (zb_document_kind_get ("notice"), ZB_LOOK_OFFICIAL);
  g_autoptr(GString) page = g_string_new (NULL);
  g_autoptr(ZbPaper) one = NULL;
  g_autoptr(ZbPaper) two = NULL;
  double width, height;

  /* Two of the characters are the indent. */
  for (guint i = 0; i < 22 * 28 - 2; i++)
    g_string_append (page, "党");
  zb_document_add_text (document, page->str, 0);
  one = zb_document_paper (document);
  g_assert_cmpuint (zb_paper_n_pages (one), ==, 1);
  g_string_append (page, "党");
  zb_document_add_text (more, page->str, 0);
  two = zb_document_paper (more);
  g_assert_cmpuint (zb_paper_n_pages (two), ==, 2);
  zb_paper_size (one, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210 / 25.4 * 72, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 297 / 25.4 * 72, 0.1);
}

/* Whether anything is drawn near the left edge of the text, above the number of the page. */
static gboolean
has_ink_at_left (ZbPaper *paper, guint page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  g_assert_true (zb_paper_draw (paper, cr, page, NULL));
  cairo_surface_flush (surface);
  for (int y = 0; y < 700 && !found; y++)
    found = cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 100] != 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

/* Who signs does not stand on a page alone, behind lines to write on either. */
static void
test_signature_has_company (void)
{
  for (guint n = 1; n < 30; n++)
    {
      g_autoptr(ZbDocument) document = zb_document_new_empty (zb_document_kind_get ("notice"), ZB_LOOK_OFFICIAL);
      g_autoptr(ZbPaper) paper = NULL;

      zb_document_add_blank (document, (int) n);
      zb_document_add_signature (document, "第一支部委员会", "2026年11月24日");
      paper = zb_document_paper (document);
      g_test_message ("%u lines", n);
      g_assert_true (has_ink_at_left (paper, zb_paper_n_pages (paper) - 1));
    }
}

/* Whatever a block holds, every page can be drawn and none is empty. */
static void
test_any_length (void)
{
  static const ZbDocumentLook looks[] = { ZB_LOOK_OFFICIAL, ZB_LOOK_FORM };

  for (guint n = 0; n < 1500; n += 97)
    for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
      {
        g_autoptr(ZbDocument) document = zb_document_new_empty (zb_document_kind_get ("minutes"), looks[i]);
        g_autofree char *words = g_strnfill (n, 'x');
        g_autofree char *lines = g_strnfill (n / 10, '\n');
        g_autoptr(ZbPaper) paper = NULL;
        ZbBlock *form = zb_document_add_form (document);

        zb_form_add (form, "内容", words, 10, ZB_ROW_PROSE);
        zb_form_add (form, "空行", lines, 400, ZB_ROW_GROWS);
        zb_form_add (form, words, "标签很长", 10, ZB_ROW_WHOLE);
        zb_document_add_text (document, words, 3);
        zb_document_add_heading (document, 1, "标题");
        zb_document_add_text (document, "正文", 0);
        zb_document_add_signature (document, "某支部委员会", "2026年1月1日");
        paper = zb_document_paper (document);
        for (guint page = 0; page < zb_paper_n_pages (paper); page++)
          {
            const GArray *marks = g_ptr_array_index (((ZbDocumentPaper *) paper)->pages, page);

            /* The number of the page is one mark. */
            g_assert_cmpuint (marks->len, >, 1);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  CASE ("notice", test_notice);
  CASE ("notice/hour-without-day", test_hour_without_day);
  CASE ("notice/one-page", test_notice_of_one_page);
  CASE ("minutes", test_minutes);
  CASE ("minutes/exempt", test_minutes_of_exempt);
  CASE ("resolution", test_resolution);
  CASE ("news", test_news);
  CASE ("ceremony", test_ceremony);
  CASE ("oath-text", test_oath_text);
  CASE ("cards", test_cards);
  CASE ("cards-of-a-ceremony", test_cards_of_a_ceremony);
  CASE ("refused", test_refused);
  CASE ("the-name-of-the-day", test_the_name_of_the_day);
  g_test_add_func ("/documents/official-page", test_official_page);
  g_test_add_func ("/documents/signature-has-company", test_signature_has_company);
  g_test_add_func ("/documents/room-to-write", test_room_to_write);
  g_test_add_func ("/documents/any-length", test_any_length);
  return g_test_run ();
}
