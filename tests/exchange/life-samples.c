/* SPDX-License-Identifier: GPL-3.0-or-later */
/* life-samples FOLDER: writes the papers of a year that test-life-papers.py reads back with other people's programs. */
#include "life-fixture.h"

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

int
main (int argc, char **argv)
{
  ZbLifeFixture fixture;

  g_assert_cmpint (argc, ==, 2);
  zb_life_fixture_set_up (&fixture, NULL);
  write_rosters (&fixture, argv[1]);
  write_crowd (&fixture, argv[1]);
  zb_life_fixture_tear_down (&fixture, NULL);
  return 0;
}
