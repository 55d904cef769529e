/* SPDX-License-Identifier: GPL-3.0-or-later */
/* life-samples FOLDER: writes the papers of a year that test-life-papers.py reads back with other people's programs. */
#include "life-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "exchange/zb-document.h"
#include "store/life/zb-attachments.h"

static void
write_roster (ZbLifeFixture *fixture, const ZbRosterRequest *request, const char *folder, const char *name)
{
  static const char *const endings[] = { "xlsx", "pdf", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, endings[i]);
      g_autoptr(ZbRosterRequest) copy = zb_roster_request_copy (request);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbSheet) sheet = NULL;

      copy->blocks = i == ZB_SHEET_CSV ? 1 : copy->blocks;
      sheet = zb_sheet_new (fixture->db, NULL, copy, &error);
      g_assert_no_error (error);
      zb_sheet_write (sheet, fixture->db, (ZbSheetFormat) i, path, FALSE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
write_rosters (ZbLifeFixture *fixture, const char *folder)
{
  static const char *const names[] = {
    "attendance", "meetings", "meeting-year", "plan", "study-hours", "make-up", "appraisal", "talks", "birthdays"
  };
  static const char *const of_meeting[] = { "sign-in", "swearers" };
  g_autoptr(ZbRosterRequest) person = zb_life_request (fixture, "study-person");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, names[i]);

      /* All branches in the matrix; everybody joined in July. */
      if (g_str_equal (names[i], "meeting-year"))
        request->org = 0;
      if (g_str_equal (names[i], "birthdays"))
        request->from = (ZbDate) { 2026, 7, 0 };
      write_roster (fixture, request, folder, names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_meeting); i++)
    {
      g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, of_meeting[i]);

      request->subject = i == 0 ? fixture->assembly : fixture->oath;
      write_roster (fixture, request, folder, of_meeting[i]);
    }
  person->subject = fixture->people[3];
  write_roster (fixture, person, folder, "study-person");
}

/* Three hundred people at one meeting, with names that are long, short and rare. */
static void
write_crowd (ZbLifeFixture *fixture, const char *folder)
{
  g_autoptr(ZbRosterRequest) request = zb_life_request (fixture, "sign-in");
  gint64 org = zb_test_organization (fixture->db, "branch", "中共云溪投资有限公司第三支部委员会", fixture->committee);

  request->subject = zb_life_meeting (fixture->db, org, "assembly", "title", "全体党员大会", "planned_on", "2026-12-20", NULL);
  for (guint i = 1; i <= 300; i++)
    {
      static const char *const given[] = { "伟", "䶮", "秀英", "建国", "𠮷" };
      g_autofree char *name = g_strdup_printf ("赵%s%u", given[i % G_N_ELEMENTS (given)], i);
      g_autofree char *seat = g_strdup_printf ("%u", i);

      zb_test_record (fixture->db, &zb_kind_attendance, "meeting", zb_test_id (request->subject), "seat", seat, "name",
                      i == 150 ? "买买提·吐尔逊·阿不都热合曼" : name, "place_of", "第三党支部", "role", "member", "why", "branch", "expected", "1",
                      "voter", "1", NULL);
    }
  write_roster (fixture, request, folder, "crowd");
}

static void
write_document (ZbLifeFixture *fixture, const ZbDocumentRequest *request, const char *folder, const char *name)
{
  static const char *const endings[] = { "pdf", "txt" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, name, endings[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(ZbDocument) document = zb_document_new (fixture->db, request, &error);

      g_assert_no_error (error);
      zb_document_write (document, fixture->db, (ZbDocumentFormat) i, path, FALSE, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
write_of (ZbLifeFixture *fixture, const char *folder, const char *kind, gint64 meeting, const char *name)
{
  g_autoptr(ZbDocumentRequest) request = zb_document_request_new (zb_document_kind_get (kind), ZB_LIFE_DAY);

  request->meeting = meeting;
  write_document (fixture, request, folder, name);
}

/* A picture in one colour with a darker half, so that it can be told which way it stands. */
static GBytes *
picture (int width, int height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr(GdkPixbuf) half = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, width, height / 2);
  g_autoptr(GError) error = NULL;
  char *bytes;
  gsize n;

  gdk_pixbuf_fill (pixbuf, 0xe0a060ff);
  gdk_pixbuf_fill (half, 0x604020ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n, "jpeg", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, n);
}

static void
add_photo (ZbLifeFixture *fixture, gint64 meeting, const char *caption, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (fixture->db, "attachment.add", NULL, &error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_attachment);

  zb_record_set_int (record, "meeting", meeting);
  zb_record_set (record, "kind", "photo");
  zb_record_set (record, "name", "photo.jpg");
  zb_record_set (record, "media", "image/jpeg");
  zb_record_set (record, "caption", caption);
  zb_attachments_add (set, record, bytes, NULL, &error);
  g_assert_no_error (error);
  zb_change_set_commit (set, NULL, &error);
  g_assert_no_error (error);
}

/* Minutes of twenty thousand characters, every paragraph with its number. */
static void
write_long (ZbLifeFixture *fixture, const char *folder)
{
  g_autoptr(GString) contents = g_string_new (NULL);

  for (guint i = 1; g_utf8_strlen (contents->str, -1) < 20000; i++)
    g_string_append_printf (contents, "%s第%03u段：会议指出，要深入学习贯彻会议精神（见《学习材料》第%u页），结合工作实际，抓好落实；“干在实处，走在前列”，不能有丝毫松懈。", i > 1 ? "\n" : "",
                            i, i);
  zb_test_set (fixture->db, &zb_kind_meeting, fixture->lecture, "contents", contents->str);
  write_of (fixture, folder, "minutes", fixture->lecture, "long-minutes");
  write_of (fixture, folder, "news", fixture->lecture, "long-news");
}

/* A programme of forty timed steps, so that its table goes on over pages. */
static void
write_table (ZbLifeFixture *fixture, const char *folder)
{
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *title = g_strdup_printf ("第%u项议程%s", i, i % 7 == 0 ? "，内容较多，一行写不下，须分成两行来写" : "");

      zb_test_record (fixture->db, &zb_kind_agenda_item, "meeting", zb_test_id (fixture->to_come), "number", number, "title", title, "speaker", "王一鸣",
                      "minutes", "5", NULL);
    }
  write_of (fixture, folder, "programme", fixture->to_come, "timed");
}

static void
write_documents (ZbLifeFixture *fixture, const char *folder)
{
  static const char *const of_assembly[] = { "minutes", "resolution", "news", "programme", "notice" };
  static const char *const of_oath[] = { "programme", "script", "oath", "certificates", "record", "minutes", "notice" };
  g_autoptr(GBytes) wide = picture (1600, 900), tall = picture (600, 1200), broken = g_bytes_new_static ("\xff\xd8 no picture", 13);
  g_autoptr(ZbDocumentRequest) cards = zb_document_request_new (zb_document_kind_get ("birthday-cards"), ZB_LIFE_DAY);
  g_autoptr(ZbDocumentRequest) notice = zb_document_request_new (zb_document_kind_get ("notice"), ZB_LIFE_DAY);

  add_photo (fixture, fixture->oath, "宣誓人面向党旗宣誓", wide);
  add_photo (fixture, fixture->oath, NULL, tall);
  add_photo (fixture, fixture->oath, "读不出来的照片", broken);
  for (guint i = 0; i < G_N_ELEMENTS (of_assembly); i++)
    {
      g_autofree char *name = g_strconcat ("assembly-", of_assembly[i], NULL);

      write_of (fixture, folder, of_assembly[i], fixture->assembly, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_oath); i++)
    {
      g_autofree char *name = g_strconcat ("oath-", of_oath[i], NULL);

      write_of (fixture, folder, of_oath[i], fixture->oath, name);
    }
  write_of (fixture, folder, "minutes", fixture->to_come, "empty-minutes");
  notice->meeting = fixture->to_come;
  notice->requirements = g_strdup ("请准时参加，因故不能参加的，会前向党支部书记请假。\n请佩戴党员徽章。");
  write_document (fixture, notice, folder, "notice");
  cards->org = fixture->first;
  cards->month = (ZbDate) { 2026, 7, 0 };
  write_document (fixture, cards, folder, "cards");
  cards->per_page = 4;
  write_document (fixture, cards, folder, "four-cards");
}

int
main (int argc, char **argv)
{
  ZbLifeFixture fixture;

  g_assert_cmpint (argc, ==, 2);
  zb_life_fixture_set_up (&fixture, NULL);
  write_rosters (&fixture, argv[1]);
  write_crowd (&fixture, argv[1]);
  write_documents (&fixture, argv[1]);
  write_long (&fixture, argv[1]);
  write_table (&fixture, argv[1]);
  zb_life_fixture_tear_down (&fixture, NULL);
  return 0;
}
