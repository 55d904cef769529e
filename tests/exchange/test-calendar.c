/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/zb-calendar.h"

static char *
one (ZbCalendarEvent *event)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new ();
  g_autofree char *text = NULL;
  const char *begin, *end;

  event->uid = (char *) "0190";
  g_ptr_array_add (events, event);
  text = zb_calendar_text (events, "会议", "20260430T000000Z");
  begin = strstr (text, "BEGIN:VEVENT\r\n");
  /* A line of its own: a text may hold the words too. */
  end = strstr (text, "\r\nEND:VEVENT\r\n");
  return g_strndup (begin, (gsize) (end + 2 - begin));
}

static void
assert_has (ZbCalendarEvent event, const char *expected)
{
  g_autofree char *text = one (&event);

  if (strstr (text, expected) == NULL)
    g_error ("no %s in %s", expected, text);
}

static void
assert_lacks (ZbCalendarEvent event, const char *unexpected)
{
  g_autofree char *text = one (&event);

  g_assert_null (strstr (text, unexpected));
}

static void
test_times (void)
{
  const ZbDate day = { 2026, 12, 31 }, next = { 2027, 1, 2 };

  assert_has ((ZbCalendarEvent) { .first = day, .begin = -1, .end = -1 }, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  assert_has ((ZbCalendarEvent) { .first = day, .last = next, .begin = -1, .end = -1 }, "DTEND;VALUE=DATE:20270103\r\n");
  assert_has ((ZbCalendarEvent) { .first = day, .begin = 545, .end = 600 },
              "DTSTART;TZID=Asia/Shanghai:20261231T090500\r\nDTEND;TZID=Asia/Shanghai:20261231T100000\r\n");
  assert_has ((ZbCalendarEvent) { .first = day, .last = next, .begin = 540, .end = 480 }, "DTEND;TZID=Asia/Shanghai:20270102T080000\r\n");
  /* Several days of which the last hour is not known are whole days. */
  assert_has ((ZbCalendarEvent) { .first = day, .last = next, .begin = 540, .end = -1 }, "DTSTART;VALUE=DATE:20261231\r\n");
  assert_lacks ((ZbCalendarEvent) { .first = day, .begin = 540, .end = -1 }, "DTEND");
}

/* Example of RFC 5545, 3.3.11, and what has no place in a text. */
static void
test_escapes (void)
{
  const ZbDate day = { 2026, 4, 15 };

  assert_has ((ZbCalendarEvent) { .first = day, .begin = -1, .summary = (char *) "Project XYZ Final Review\nConference Room - 3B\nCome Prepared." },
              "SUMMARY:Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.\r\n");
  assert_has ((ZbCalendarEvent) { .first = day, .begin = -1, .summary = (char *) "a;b,c\\d" }, "SUMMARY:a\\;b\\,c\\\\d\r\n");
  assert_has ((ZbCalendarEvent) { .first = day, .begin = -1, .summary = (char *) "a\r\nEND:VEVENT\x01" }, "SUMMARY:a\\nEND:VEVENT\r\n");
  assert_lacks ((ZbCalendarEvent) { .first = day, .begin = -1, .location = (char *) "" }, "LOCATION");
  assert_has ((ZbCalendarEvent) { .first = day, .begin = -1, .is_cancelled = TRUE }, "STATUS:CANCELLED\r\n");
}

/* Folded at 75 octets and put together again it is the same text, whatever characters it has. */
static void
test_folds (void)
{
  static const char *const letters[] = { "a", "é", "党", "𠮷" };

  for (guint letter = 0; letter < G_N_ELEMENTS (letters); letter++)
    for (guint n = 1; n < 90; n++)
      {
        g_autoptr(GString) summary = g_string_new ("");
        g_autofree char *text = NULL;
        g_auto(GStrv) lines = NULL;
        g_autoptr(GString) joined = g_string_new ("");
        g_autofree char *expected = NULL;

        for (guint i = 0; i < n; i++)
          g_string_append (summary, letters[letter]);
        text = one (&(ZbCalendarEvent) { .first = { 2026, 4, 15 }, .begin = -1, .summary = summary->str });
        lines = g_strsplit (text, "\r\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
          {
            g_assert_cmpuint (strlen (lines[i]), <=, 75);
            g_assert_true (g_utf8_validate (lines[i], -1, NULL));
            g_string_append_printf (joined, "%s%s", lines[i][0] == ' ' ? "" : "\n", lines[i] + (lines[i][0] == ' '));
          }
        expected = g_strdup_printf ("\nSUMMARY:%s\n", summary->str);
        g_assert_nonnull (strstr (joined->str, expected));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/times", test_times);
  g_test_add_func ("/calendar/escapes", test_escapes);
  g_test_add_func ("/calendar/folds", test_folds);
  return g_test_run ();
}
