/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-clock.h"
#include "core/zb-error.h"
#include "core/zb-kind.h"

static void
test_read (void)
{
  static const struct { const char *text; int minutes; } good[] = {
    { "14:30", 870 }, { "9:05", 545 }, { "09：05", 545 }, { "0905", 545 }, { "0000", 0 }, { "23:59", 1439 }, { " 8 : 00 ", 480 },
    { "9时", 540 }, { "9时5分", 545 }, { "9点半", 570 }, { "9点30", 570 }, { "9点整", 540 }, { "下午2:30", 870 }, { "下午2点半", 870 },
    { "晚上7时", 1140 }, { "上午9:00", 540 }, { "下午14:30", 870 }, { "14:30:00", 870 }, { "１４：３０", 870 },
  };
  static const char *const bad[] = {
    "", "24:00", "12:60", "9", "930", "25:00", "9:3", "9:300", "-1:00", "ab", "14:30pm", "下午", "99:99", "1985-07-01", "14:30 开会",
    "111111111111111111111111111111111111111111111111",
  };
  int minutes;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", good[i].text);
      g_assert_true (zb_clock_read (good[i].text, &minutes, &error));
      g_assert_no_error (error);
      g_assert_cmpint (minutes, ==, good[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", bad[i]);
      minutes = -7;
      g_assert_false (zb_clock_read (bad[i], &minutes, &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE);
      g_assert_cmpint (minutes, ==, -7);
    }
}

static void
test_stored (void)
{
  static const char *const bad[] = { NULL, "", "9:05", "24:00", "12:60", "12-30", "12:3a", "012:30" };
  g_autofree char *text = zb_clock_to_text (545);

  g_assert_cmpstr (text, ==, "09:05");
  for (int minutes = 0; minutes < 24 * 60; minutes++)
    {
      g_autofree char *each = zb_clock_to_text (minutes);

      g_assert_cmpint (zb_clock_parse (each), ==, minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (zb_clock_parse (bad[i]), ==, -1);
}

/* A field of that type as a person types it and sees it. */
static void
assert_field (ZbFieldType type, const char *typed, const char *stored, const char *shown)
{
  ZbField field = { "x", "x", "x", NULL, type, NULL, NULL, 0, 0, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  gboolean good = zb_field_read (&field, typed, &value, &error);

  g_test_message ("%s", typed);
  if (stored == NULL)
    {
      g_assert_false (good);
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, stored);
  text = zb_field_show (&field, value, FALSE);
  g_assert_cmpstr (text, ==, shown);
}

static void
test_fields (void)
{
  assert_field (ZB_FIELD_CLOCK, "9点半", "09:30", "09:30");
  assert_field (ZB_FIELD_CLOCK, "9点60", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "8", "80", "8");
  assert_field (ZB_FIELD_HOURS, "1.5", "15", "1.5");
  assert_field (ZB_FIELD_HOURS, "０．５", "5", "0.5");
  assert_field (ZB_FIELD_HOURS, "0", "0", "0");
  assert_field (ZB_FIELD_HOURS, "32.0", "320", "32");
  assert_field (ZB_FIELD_HOURS, "1.25", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "-1", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "inf", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "nan", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "10001", NULL, NULL);
  assert_field (ZB_FIELD_HOURS, "两小时", NULL, NULL);
  assert_field (ZB_FIELD_INTEGER, "２６", "26", "26");
  assert_field (ZB_FIELD_INTEGER, "0", "0", "0");
  assert_field (ZB_FIELD_INTEGER, "-3", NULL, NULL);
  assert_field (ZB_FIELD_INTEGER, "-9223372036854775808", NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/read", test_read);
  g_test_add_func ("/clock/stored", test_stored);
  g_test_add_func ("/clock/fields", test_fields);
  return g_test_run ();
}
