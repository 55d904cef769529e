/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "core/zb-id-number.h"

/* The two examples that GB 11643-1999 itself gives. */
#define EXAMPLE "11010519491231002X"
#define OTHER_EXAMPLE "440524188001010014"

static void
test_check (void)
{
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, ZB_DATE_NONE, NULL), ==, ZB_ID_NUMBER_OK);
  g_assert_cmpuint (zb_id_number_check (OTHER_EXAMPLE, ZB_DATE_NONE, NULL), ==, ZB_ID_NUMBER_OK);
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1949, 12, 31 }, "2"), ==, ZB_ID_NUMBER_OK);
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1949, 12, 0 }, NULL), ==, ZB_ID_NUMBER_OK);
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1949, 0, 0 }, "9"), ==, ZB_ID_NUMBER_OK);
}

/* Any other last character is found out. */
static void
test_check_digit (void)
{
  for (const char *last = "0123456789X"; *last != '\0'; last++)
    {
      char number[] = EXAMPLE;

      number[17] = *last;
      g_assert_cmpuint (zb_id_number_check (number, ZB_DATE_NONE, NULL), ==,
                        *last == 'X' ? ZB_ID_NUMBER_OK : ZB_ID_NUMBER_BAD_CHECK);
    }
}

/* Any one wrong digit and any two neighbours exchanged change the check character: what the standard is for. */
static void
test_typing_mistakes (void)
{
  for (guint i = 0; i < 17; i++)
    {
      for (char digit = '0'; digit <= '9'; digit++)
        {
          char number[] = OTHER_EXAMPLE;

          if (number[i] == digit)
            continue;
          number[i] = digit;
          g_assert_cmpuint (zb_id_number_check (number, ZB_DATE_NONE, NULL) & ZB_ID_NUMBER_BAD_CHECK, !=, 0);
        }
      if (i < 16 && OTHER_EXAMPLE[i] != OTHER_EXAMPLE[i + 1])
        {
          char number[] = OTHER_EXAMPLE;

          number[i] = OTHER_EXAMPLE[i + 1];
          number[i + 1] = OTHER_EXAMPLE[i];
          g_assert_cmpuint (zb_id_number_check (number, ZB_DATE_NONE, NULL) & ZB_ID_NUMBER_BAD_CHECK, !=, 0);
        }
    }
}

static void
test_contradictions (void)
{
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1949, 12, 30 }, NULL), ==, ZB_ID_NUMBER_BIRTH_DIFFERS);
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1949, 11, 0 }, NULL), ==, ZB_ID_NUMBER_BIRTH_DIFFERS);
  g_assert_cmpuint (zb_id_number_check (EXAMPLE, (ZbDate) { 1950, 0, 0 }, "1"), ==,
                    ZB_ID_NUMBER_BIRTH_DIFFERS | ZB_ID_NUMBER_SEX_DIFFERS);
  g_assert_cmpuint (zb_id_number_check ("110105194913310026", ZB_DATE_NONE, NULL) & ZB_ID_NUMBER_BAD_BIRTH, !=, 0);
  g_assert_cmpuint (zb_id_number_check ("110105194902300026", ZB_DATE_NONE, NULL) & ZB_ID_NUMBER_BAD_BIRTH, !=, 0);
}

static void
test_lost_digits (void)
{
  /* A spreadsheet keeps fifteen digits of a number. */
  g_assert_cmpuint (zb_id_number_check ("440524188001010000", ZB_DATE_NONE, NULL), ==,
                    ZB_ID_NUMBER_BAD_CHECK | ZB_ID_NUMBER_LOST_DIGITS);
}

static void
test_fifteen (void)
{
  g_autofree char *grown = zb_id_number_eighteen ("110105491231002");
  g_autofree char *same = zb_id_number_eighteen (EXAMPLE);

  g_assert_cmpstr (grown, ==, EXAMPLE);
  g_assert_cmpstr (same, ==, EXAMPLE);
  g_assert_cmpuint (zb_id_number_check ("110105491231002", (ZbDate) { 1949, 12, 31 }, "2"), ==, ZB_ID_NUMBER_FIFTEEN);
  g_assert_cmpstr (zb_id_number_sex ("110105491231002"), ==, "2");
  g_assert_cmpint (zb_date_compare (zb_id_number_birth ("110105491231002"), (ZbDate) { 1949, 12, 31 }), ==, 0);
}

static void
test_parts (void)
{
  g_assert_cmpint (zb_date_compare (zb_id_number_birth (EXAMPLE), (ZbDate) { 1949, 12, 31 }), ==, 0);
  g_assert_cmpint (zb_date_compare (zb_id_number_birth (OTHER_EXAMPLE), (ZbDate) { 1880, 1, 1 }), ==, 0);
  g_assert_cmpstr (zb_id_number_sex (EXAMPLE), ==, "2");
  g_assert_cmpstr (zb_id_number_sex (OTHER_EXAMPLE), ==, "1");
  g_assert_null (zb_id_number_sex ("1101"));
  g_assert_null (zb_id_number_sex (NULL));
  g_assert_false (zb_date_is_set (zb_id_number_birth (NULL)));
  g_assert_false (zb_date_is_set (zb_id_number_birth ("110105194902300026")));
}

static void
test_normalize (void)
{
  static const struct { const char *typed, *kept; } right[] = {
    { "11010519491231002x", EXAMPLE },
    { " 110105 19491231 002X ", EXAMPLE },
    { "１１０１０５１９４９１２３１００２Ｘ", EXAMPLE },
    { "１１０１０５１９４９１２３１００２ｘ", EXAMPLE },
    { "'11010519491231002X", EXAMPLE },
    { "\xe3\x80\x80" EXAMPLE "\xc2\xa0", EXAMPLE },
    { "\xe2\x80\x8b" EXAMPLE, EXAMPLE },
    { "110105491231002", "110105491231002" },
  };
  static const char *const wrong[] = { "", "1101051949123100", "11010519491231002", "1101051949123100222", "1101051949123100X2",
    "11010549123100X", "3.30725E+17", "无", "11010519491231002Y", "110105-19491231-002X1", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *kept = zb_id_number_normalize (right[i].typed, NULL);

      g_assert_cmpstr (kept, ==, right[i].kept);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (zb_id_number_normalize (wrong[i], &error));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_ID_NUMBER);
    }
  g_assert_null (zb_id_number_normalize (NULL, NULL));
}

static void
assert_mask (char *(*mask) (const char *), const char *text, const char *expected)
{
  g_autofree char *masked = mask (text);

  g_assert_cmpstr (masked, ==, expected);
}

static void
test_masks (void)
{
  assert_mask (zb_id_number_mask, EXAMPLE, "110105********002X");
  assert_mask (zb_id_number_mask, "110105491231002", "110105*****1002");
  assert_mask (zb_id_number_mask, "123", "1****");
  assert_mask (zb_id_number_mask, NULL, NULL);
  assert_mask (zb_phone_mask, "19900000001", "199****0001");
  assert_mask (zb_phone_mask, "19900000001/19900001234", "199****0001/199****1234");
  assert_mask (zb_phone_mask, "0579-85520000", "0****");
  assert_mask (zb_phone_mask, NULL, NULL);
  assert_mask (zb_text_mask, "浙江省义乌市某路1号", "浙****");
  assert_mask (zb_text_mask, "", "");
  assert_mask (zb_text_mask, NULL, NULL);
}

static void
test_phones (void)
{
  static const struct { const char *typed, *kept; } right[] = {
    { "19900000001", "19900000001" },        { " 199 0000 0001 ", "19900000001" },   { "199-0000-0001", "19900000001" },
    { "+8619900000001", "19900000001" },     { "+86 199 0000 0001", "19900000001" }, { "0086-19900000001", "19900000001" },
    { "１９９００００００００１", "199000000001" }, { "0579-85520000", "0579-85520000" }, { "85520000", "85520000" },
    { "19900000001/19900000002", "19900000001/19900000002" }, { "19900000001、19900000002", "19900000001/19900000002" },
    { "19900000001 19900000002", "19900000001/19900000002" }, { "19900000001；0579-85520000", "19900000001/0579-85520000" },
    { "19900000001\n85520000", "19900000001/85520000" },      { "0579-85520000转8001", "0579-85520000转8001" },
    { "(0579)85520000", "(0579)85520000" },
  };
  static const char *const wrong[] = { "", "无", "1.99E+10", "19900000001.0", "abc", "12", "199\x01" "00000001", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *kept = zb_phone_normalize (right[i].typed, NULL);
      g_autofree char *again = zb_phone_normalize (kept, NULL);

      g_assert_cmpstr (kept, ==, right[i].kept);
      g_assert_cmpstr (again, ==, right[i].kept);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      if (zb_phone_normalize (wrong[i], &error) != NULL)
        g_error ("%s was taken for a telephone number", wrong[i]);
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_BAD_VALUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-number/check", test_check);
  g_test_add_func ("/id-number/check-digit", test_check_digit);
  g_test_add_func ("/id-number/typing-mistakes", test_typing_mistakes);
  g_test_add_func ("/id-number/contradictions", test_contradictions);
  g_test_add_func ("/id-number/lost-digits", test_lost_digits);
  g_test_add_func ("/id-number/fifteen", test_fifteen);
  g_test_add_func ("/id-number/parts", test_parts);
  g_test_add_func ("/id-number/normalize", test_normalize);
  g_test_add_func ("/id-number/masks", test_masks);
  g_test_add_func ("/id-number/phones", test_phones);
  return g_test_run ();
}
