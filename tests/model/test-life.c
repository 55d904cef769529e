/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/zb-picture.h"
#include "service/zb-registry-life.h"
#include "service/zb-registry-person-life.h"
#include "service/zb-words-life.h"
#include "service/zb-words.h"
#include "zb-test-life.h"

#define HELD "2026-03-05"

/* Three full members of a branch, all of whom may vote; 王二 is ill in March. */
static void
fill (ZbTestRegistry *test)
{
  static const char *const names[] = { "丁一", "王二", "张三" };
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  ZbRecord *exemption = zb_record_new (&zb_kind_exemption);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 id = zb_test_registry_add (test, names[i]);
      ZbRecord *record = zb_registry_get (test->registry, &zb_kind_member, id, TRUE, NULL);

      zb_record_set (record, "category", "full");
      zb_record_set (record, "joined_on", "2010-05-01");
      zb_record_set (record, "confirmed_on", "2011-05-01");
      g_ptr_array_add (records, record);
      if (i == 1)
        zb_record_set_int (exemption, "person", id);
    }
  zb_record_set (exemption, "kind", "illness");
  zb_record_set (exemption, "started_on", "2026-03-01");
  zb_record_set (exemption, "ended_on", "2026-03-31");
  zb_record_set (exemption, "reason", "住院");
  g_ptr_array_add (records, exemption);
  zb_registry_save_many_async (test->registry, "member.set-many", NULL, records, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (test->registry, result, NULL, NULL));
}

static gint64
save_meeting (ZbTestRegistry *test, const char *kind)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  zb_record_set_int (record, "org", test->branch);
  zb_record_set (record, "kind", kind);
  zb_record_set (record, "held_on", HELD);
  zb_registry_save_async (test->registry, record, 0, -1, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  id = zb_registry_save_finish (test->registry, result, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
finish (ZbTestRegistry *test, GAsyncResult **waiting, char **out_words)
{
  g_autoptr(GAsyncResult) result = zb_test_wait (waiting);

  return zb_registry_write_finish (test->registry, result, out_words, NULL);
}

/* Saving a meeting makes its roll; marks and their undo are told as organisational life, not as people. */
static void
test_meeting (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;
  g_autoptr(GPtrArray) roll = NULL;
  g_autoptr(GPtrArray) list = NULL;
  gint64 meeting;

  fill (test);
  g_string_truncate (test->said, 0);
  meeting = save_meeting (test, "assembly");
  roll = zb_registry_roll (test->registry, meeting, NULL);
  g_assert_cmpuint (roll->len, ==, 3);
  g_assert_cmpstr (zb_record_title (g_ptr_array_index (roll, 0)), ==, "丁一");
  zb_registry_roll_command_async (test->registry, meeting, "缺 3 值班；全到", NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test, &waiting, &words));
  g_assert_nonnull (strstr (words, "支部党员大会"));
  g_assert_cmpstr (test->said->str, ==, "L L ");
  figures = zb_registry_count_words (test->registry, meeting);
  g_assert_cmpstr (figures, ==, "Expected 2, present 1, excused 0, absent 1");
  zb_test_registry_undo (test);
  g_clear_pointer (&figures, g_free);
  figures = zb_registry_count_words (test->registry, meeting);
  g_assert_cmpstr (figures, ==, "Expected 2, present 0, excused 0, absent 2 (of these 2 not called yet)");
  list = zb_registry_meetings (test->registry, test->branch, (ZbDate) { 2026, 3, 1 }, (ZbDate) { 2026, 4, 1 }, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((ZbMeetingLine *) g_ptr_array_index (list, 0))->id, ==, meeting);
}

/* A PNG of one red dot. */
static const guint8 dot[] = {
  0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde,
  0, 0, 0, 12, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xc9, 0xfe, 0x92, 0xef,
  0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
};

/* Photos and papers come in together, or not at all, and the registry tells of it. */
static void
test_attach (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  gint64 meeting = save_meeting (test, "lecture");
  g_autofree char *folder = g_dir_make_tmp ("zhibu-photos-XXXXXX", NULL);
  g_autofree char *photo = g_build_filename (folder, "合影.png", NULL), *paper = g_build_filename (folder, "讲稿.pdf", NULL);
  g_autofree char *missing = g_build_filename (folder, "没有.jpg", NULL);
  const char *const good[] = { photo, paper, NULL }, *const bad[] = { photo, missing, NULL };
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *waiting = NULL;
  g_autofree char *words = NULL, *sentence = NULL;

  g_assert_true (g_file_set_contents (photo, (const char *) dot, sizeof dot, NULL));
  g_assert_true (g_file_set_contents (paper, "%PDF-1.7", -1, NULL));
  zb_registry_attach_async (test->registry, &zb_kind_meeting, meeting, bad, NULL, NULL, NULL, zb_test_take_result, &waiting);
  {
    g_autoptr(GAsyncResult) result = zb_test_wait (&waiting);

    g_assert_false (zb_registry_attach_finish (test->registry, result, NULL, &error));
    g_assert_error (error, ZB_PICTURE_ERROR, ZB_PICTURE_ERROR_NOT_FOUND);
    sentence = zb_words_sentence (error);
    g_assert_cmpstr (sentence, ==, "没有.jpg: The file was not found. Check how it is written.");
  }
  zb_registry_attach_async (test->registry, &zb_kind_meeting, meeting, good, NULL, "宣讲现场", NULL, zb_test_take_result, &waiting);
  {
    g_autoptr(GAsyncResult) result = zb_test_wait (&waiting);

    g_assert_true (zb_registry_attach_finish (test->registry, result, &words, NULL));
  }
  g_assert_cmpstr (words, ==, "Photos and papers added: 2026年第1次党课");
  list = zb_registry_attachments (test->registry, meeting, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (zb_record_title (g_ptr_array_index (list, 0)), ==, "合影.jpg");
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (list, 1), "media"), ==, "application/pdf");
  bytes = zb_registry_attachment_bytes (test->registry, ((ZbRecord *) g_ptr_array_index (list, 1))->id, FALSE, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "%PDF-1.7", 8);
  zb_test_registry_undo (test);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = zb_registry_attachments (test->registry, meeting, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  g_unlink (photo);
  g_unlink (paper);
  g_rmdir (folder);
}

static void
test_calendar (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autofree char *folder = g_dir_make_tmp ("zhibu-calendar-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  GAsyncResult *waiting = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  save_meeting (test, "lecture");
  zb_registry_export_calendar_async (test->registry, test->branch, ZB_DATE_NONE, ZB_DATE_NONE, path, FALSE, NULL, zb_test_take_result, &waiting);
  {
    g_autoptr(GAsyncResult) result = zb_test_wait (&waiting);

    g_assert_true (zb_registry_export_calendar_finish (test->registry, result, &n, NULL));
  }
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20260305"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_list (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) all = NULL;

  save_meeting (test, "lecture");
  before = zb_registry_meetings (test->registry, 0, (ZbDate) { 2026, 1, 1 }, (ZbDate) { 2026, 3, 5 }, NULL);
  all = zb_registry_meetings (test->registry, 0, ZB_DATE_NONE, ZB_DATE_NONE, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
}

/* Every figure explains itself. */
static void
test_words (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) roll = NULL;
  g_autoptr(GPtrArray) votes = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  ZbRecord *vote = zb_record_new (&zb_kind_resolution);
  g_autofree char *expected = NULL;
  g_autofree char *excused = NULL;
  g_autofree char *working = NULL;
  gint64 meeting;

  fill (test);
  meeting = save_meeting (test, "assembly");
  roll = zb_registry_roll (test->registry, meeting, NULL);
  expected = zb_registry_roll_words (test->registry, g_ptr_array_index (roll, 0));
  excused = zb_registry_roll_words (test->registry, g_ptr_array_index (roll, 1));
  g_assert_cmpstr (expected, ==, "丁一 is expected: Party member of 第一党支部 on 2026.03.05.");
  g_assert_nonnull (strstr (excused, "王二 is not expected. 因病 from 2026.03.01 until 2026.03.31: 住院."));
  zb_record_set_int (vote, "meeting", meeting);
  zb_record_set (vote, "kind", "confirmation");
  zb_record_set (vote, "subject", "李四转正");
  zb_record_set (vote, "entitled", "20");
  zb_record_set (vote, "present", "18");
  zb_record_set (vote, "votes_for", "10");
  zb_record_set (vote, "votes_against", "8");
  zb_record_set (vote, "abstained", "0");
  g_ptr_array_add (votes, vote);
  working = zb_registry_vote_words (test->registry, vote);
  g_assert_nonnull (strstr (working, "Of 20 entitled 18 came, at least 11 are needed: valid"));
  g_assert_nonnull (strstr (working, "10 in favour, at least 11 are needed: not enough"));
  g_assert_true (g_str_has_suffix (working, "Not passed."));
}

static void
test_several (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autoptr(GPtrArray) stored = NULL;
  g_autofree char *id = NULL;
  gint64 meeting = save_meeting (test, "assembly");

  for (guint i = 0; i < 2; i++)
    {
      ZbRecord *item = zb_record_new (&zb_kind_agenda_item);

      zb_record_set_int (item, "meeting", meeting);
      zb_record_set (item, "title", i == 0 ? "学习文件" : "讨论转正");
      g_ptr_array_add (items, item);
    }
  zb_registry_save_many_async (test->registry, "meeting.set", "议题", items, NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test, &waiting, NULL));
  id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  stored = zb_registry_list (test->registry, &zb_kind_agenda_item, "meeting", id, NULL);
  g_assert_cmpuint (stored->len, ==, 2);
  ((ZbRecord *) g_ptr_array_index (stored, 0))->withdrawn = TRUE;
  zb_registry_save_many_async (test->registry, "meeting.set", "议题", stored, NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test, &waiting, NULL));
  g_clear_pointer (&stored, g_ptr_array_unref);
  stored = zb_registry_list (test->registry, &zb_kind_agenda_item, "meeting", id, NULL);
  g_assert_cmpuint (stored->len, ==, 1);
}

/* Another kind beside it, and a meeting out of the plan: their ids come back. */
static void
test_made (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = NULL;
  gint64 meeting = save_meeting (test, "assembly"), beside;

  zb_registry_beside_async (test->registry, meeting, "lecture", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  beside = zb_registry_save_finish (test->registry, result, NULL, NULL);
  record = zb_registry_get (test->registry, &zb_kind_meeting, beside, FALSE, NULL);
  g_assert_cmpint (beside, !=, meeting);
  g_assert_cmpstr (zb_record_get (record, "kind"), ==, "lecture");
  g_assert_cmpstr (zb_record_get (record, "held_on"), ==, HELD);
}

static char *
suggestions (ZbTestRegistry *test, const char *field, ZbDate day)
{
  g_auto(GStrv) words = zb_registry_suggest (test->registry, &zb_kind_meeting, field, day);

  return g_strjoinv (" ", words);
}

/* What was written lately, the newest first and each once; venues and campaigns of the day. */
static void
test_suggestions (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  static const char *const places[] = { "三楼会议室", "党群服务中心", "三楼会议室" };
  GAsyncResult *waiting = NULL;
  g_autofree char *place = NULL;
  g_autofree char *campaign = NULL;
  ZbRecord *venue = zb_record_new (&zb_kind_venue);

  zb_record_set (venue, "name", "云溪革命纪念馆");
  g_ptr_array_add (records, venue);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ZbRecord *meeting = zb_record_new (&zb_kind_meeting);

      zb_record_set_int (meeting, "org", test->branch);
      zb_record_set (meeting, "kind", "study");
      zb_record_set (meeting, "title", "学习");
      zb_record_set (meeting, "state", "held");
      zb_record_set (meeting, "place", places[i]);
      g_ptr_array_add (records, meeting);
    }
  zb_registry_save_many_async (test->registry, "meeting.add", NULL, records, NULL, zb_test_take_result, &waiting);
  g_assert_true (finish (test, &waiting, NULL));
  place = suggestions (test, "place", ZB_DATE_NONE);
  campaign = suggestions (test, "campaign", (ZbDate) { 2021, 7, 1 });
  g_assert_cmpstr (place, ==, "三楼会议室 党群服务中心 云溪革命纪念馆");
  g_assert_cmpstr (campaign, ==, "党史学习教育 “两学一做”学习教育");
}

/* An order in words, with the names behind its numbers. */
static void
test_command_words (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) roll = NULL;
  g_autofree char *good = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *empty = NULL;
  gboolean is_good;

  fill (test);
  roll = zb_registry_roll (test->registry, save_meeting (test, "assembly"), NULL);
  good = zb_words_roll_command (roll, "缺 3 值班；全到", &is_good);
  g_assert_true (is_good);
  g_assert_cmpstr (good, ==, "缺席: 3 张三 (值班); 到会: the other 1");
  nobody = zb_words_roll_command (roll, "迟 4", &is_good);
  g_assert_false (is_good);
  g_assert_true (g_str_has_prefix (nobody, "“4” is not a number of the sheet."));
  empty = zb_words_roll_command (roll, "", &is_good);
  g_assert_false (is_good);
}

static void
test_year (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) here = NULL;
  g_autoptr(GPtrArray) there = NULL;

  save_meeting (test, "assembly");
  here = zb_registry_year (test->registry, test->branch, 2026, NULL);
  zb_registry_year_async (test->registry, 0, 2026, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  there = zb_registry_year_finish (test->registry, result, NULL);
  g_assert_cmpuint (here->len, ==, 7);
  g_assert_cmpuint (there->len, ==, 7);
  g_assert_cmpuint (((ZbYearRow *) g_ptr_array_index (here, 0))->known.held[2], ==, 1);
}

/* A year's hours of one member against the rule; officers of the committee are asked for more. */
static void
test_hours (void)
{
  g_autoptr(ZbTestRegistry) test = zb_test_registry_new ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *member = NULL;
  g_autofree char *officer = NULL;
  g_autoptr(GPtrArray) gaps = NULL;
  gint64 person;
  guint held = 0;

  fill (test);
  person = zb_test_life_member (test, "甲");
  member = zb_registry_person_hours (test->registry, person, 2026, none);
  g_assert_true (g_str_has_prefix (member, "0.0 of 32 hours ("));
  zb_test_life_save (test, &zb_kind_post, "org", zb_test_id (test->branch), "person", zb_test_id (person), "post", "secretary", "started_on",
                     "2024-03-01", NULL);
  officer = zb_registry_person_hours (test->registry, person, 2026, none);
  g_assert_true (g_str_has_prefix (officer, "0.0 of 56 hours ("));
  gaps = zb_registry_talks_missing (test->registry, test->branch, 2026, &held, NULL);
  g_assert_cmpuint (gaps->len, >, 0);
  g_assert_cmpuint (held, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/meeting", test_meeting);
  g_test_add_func ("/life/attach", test_attach);
  g_test_add_func ("/life/calendar", test_calendar);
  g_test_add_func ("/life/list", test_list);
  g_test_add_func ("/life/words", test_words);
  g_test_add_func ("/life/several", test_several);
  g_test_add_func ("/life/made", test_made);
  g_test_add_func ("/life/suggestions", test_suggestions);
  g_test_add_func ("/life/command-words", test_command_words);
  g_test_add_func ("/life/hours", test_hours);
  g_test_add_func ("/life/year", test_year);
  return g_test_run ();
}
