/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-ceremony-candidates.h"
#include "service/zb-ceremony-slides.h"
#include "service/zb-political-birthdays.h"
#include "service/zb-registry-ceremony.h"
#include "zb-test-life.h"

typedef struct {
  ZbTestRegistry *here;
  gint64 people[3]; /* accepted 40 and 10 days ago; the third, of whom only the year is known */
} Fixture;

static char *
days_ago (Fixture *self, int days)
{
  return zb_date_to_text (zb_date_add_days (zb_registry_today (self->here->registry), -days));
}

static void
join (Fixture *self, guint i, const char *name, const char *joined)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

  record->has_private = TRUE;
  zb_record_set (record, "name", name);
  zb_record_set (record, "category", "probationary");
  zb_record_set (record, "joined_on", joined);
  zb_registry_save_async (self->here->registry, record, self->here->branch, 0, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  self->people[i] = zb_registry_save_finish (self->here->registry, result, NULL, NULL);
  g_assert_cmpint (self->people[i], >, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *long_ago = NULL;
  g_autofree char *lately = NULL;
  g_autofree char *year = NULL;

  self->here = zb_test_registry_new ();
  long_ago = days_ago (self, 40);
  lately = days_ago (self, 10);
  year = g_strdup_printf ("%d", zb_registry_today (self->here->registry).year);
  join (self, 0, "甲", long_ago);
  join (self, 1, "乙", lately);
  join (self, 2, "丙", year);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_registry_free (self->here);
}

static gint64
add (Fixture *self, const char *type, const char *field, const char *day, guint n)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);
  g_autofree char *words = NULL;
  gint64 id;

  zb_record_set_int (meeting, "org", self->here->branch);
  zb_record_set (meeting, field, day);
  zb_record_set (ceremony, "type", type);
  zb_registry_add_ceremony_async (self->here->registry, meeting, ceremony, self->people, n, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  id = zb_registry_save_finish (self->here->registry, result, &words, NULL);
  g_assert_cmpint (id, >, 0);
  g_assert_true (g_str_has_prefix (words, "Entered: "));
  return id;
}

/* Reads what the branch has. Returns: those who have not sworn, with a mark behind who waits too long */
static char *
unsworn (Fixture *self, guint *out_ceremonies)
{
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) ceremonies = NULL;
  g_autoptr(GPtrArray) people = NULL;
  GString *out = g_string_new (NULL);

  zb_registry_ceremonies_async (self->here->registry, self->here->branch, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  ceremonies = zb_registry_ceremonies_finish (self->here->registry, result, &people, NULL);
  g_assert_nonnull (ceremonies);
  for (guint i = 0; i < people->len; i++)
    {
      const ZbUnsworn *one = g_ptr_array_index (people, i);

      g_string_append_printf (out, "%s%d%s%s ", one->name, one->days, one->is_late ? "!" : "", zb_date_is_set (one->planned) ? "+" : "");
    }
  *out_ceremonies = ceremonies->len;
  return g_string_free (out, FALSE);
}

static void
assert_unsworn (Fixture *self, const char *expected, guint n_ceremonies)
{
  guint n;
  g_autofree char *found = unsworn (self, &n);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (n, ==, n_ceremonies);
}

/* Who waits longest stands first; planned is not sworn; undone, it is as before. */
static void
test_unsworn (Fixture *self, gconstpointer data)
{
  g_autofree char *yesterday = days_ago (self, 1);
  g_autofree char *next_week = days_ago (self, -7);

  assert_unsworn (self, "甲40! 乙10 丙-1 ", 0);
  add (self, "oath", "planned_on", next_week, 1);
  assert_unsworn (self, "甲40!+ 乙10 丙-1 ", 1);
  add (self, "oath", "held_on", yesterday, 2);
  assert_unsworn (self, "丙-1 ", 2);
  zb_test_registry_undo (self->here);
  assert_unsworn (self, "甲40!+ 乙10 丙-1 ", 1);
}

static void
test_words (void)
{
  ZbUnsworn one = { .joined = { 2026, 3, 5 }, .days = 41, .planned = { 2026, 4, 20 } };
  ZbPoliticalBirthday ten = { .joined = { 2016, 7, 1 }, .years = 10 }, three = { .joined = { 2023, 7, 0 }, .years = 3 };
  g_autofree char *first = zb_unsworn_words (&one);
  g_autofree char *second = zb_political_birthday_words (&ten);
  g_autofree char *third = zb_political_birthday_words (&three);

  g_assert_cmpstr (first, ==, "Admitted on 2026.03.05, 41 days ago; planned for 2026.04.20");
  g_assert_cmpstr (second, ==, "Joined on 2016.07.01 · whole 10 years");
  g_assert_cmpstr (third, ==, "Joined on 2023.07 · 3 years");
}

/* Of the month, whatever the year; neither next month's nor those who joined later than the month. */
static void
test_birthdays (Fixture *self, gconstpointer data)
{
  ZbMemberColumns *columns = zb_registry_columns (self->here->registry);
  g_autoptr(GPtrArray) may = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) june = NULL;
  const ZbPoliticalBirthday *first;

  zb_test_life_member (self->here, "老党员");
  may = zb_political_birthdays (columns, self->here->branch, (ZbDate) { 2020, 5, 0 });
  before = zb_political_birthdays (columns, 0, (ZbDate) { 2009, 5, 0 });
  june = zb_political_birthdays (columns, 0, (ZbDate) { 1999, 6, 0 });
  g_assert_cmpuint (may->len, ==, 1);
  first = g_ptr_array_index (may, 0);
  g_assert_cmpstr (first->name, ==, "老党员");
  g_assert_cmpuint (first->years, ==, 10);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (june->len, ==, 0);
}

/* People that are added, and what is true of them written down anew. */
static void
test_people (Fixture *self, gconstpointer data)
{
  g_autofree char *yesterday = days_ago (self, 1);
  gint64 meeting = add (self, "reaffirm", "held_on", yesterday, 1);
  g_autoptr(ZbRecord) ceremony = zb_registry_ceremony_of (self->here->registry, meeting);
  g_autoptr(GPtrArray) people = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GAsyncResult *waiting = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      g_autofree char *words = NULL;

      if (i == 0)
        zb_registry_add_swearers_async (self->here->registry, ceremony->id, self->people, 3, NULL, zb_test_take_result, &waiting);
      else
        zb_registry_freeze_swearers_async (self->here->registry, ceremony->id, NULL, zb_test_take_result, &waiting);
      result = zb_test_wait (&waiting);
      g_assert_true (zb_registry_write_finish (self->here->registry, result, &words, NULL));
      /* Nothing is true that was not: nothing is written, and nothing said. */
      g_assert_cmpstr (words, ==, i == 0 ? "People of a ceremony: 重温入党誓词仪式" : NULL);
    }
  people = zb_registry_ceremony_people (self->here->registry, ceremony->id, NULL);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpstr (zb_record_get (g_ptr_array_index (people, 2), "name"), ==, "丙");
}

static ZbRecord *
step_new (const char *kind, const char *title)
{
  ZbRecord *step = zb_record_new (&zb_kind_agenda_item);

  zb_record_set (step, "kind", kind);
  zb_record_set (step, "title", title);
  return step;
}

static ZbRecord *
person_new (const char *role, const char *name)
{
  ZbRecord *person = zb_record_new (&zb_kind_ceremony_person);

  zb_record_set (person, "role", role);
  zb_record_set (person, "name", name);
  return person;
}

/* All texts, a stroke between them; of a clause the next one is told beside it. */
static char *
texts_of (GPtrArray *slides)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", ((ZbSlide *) g_ptr_array_index (slides, i))->text);
  return g_string_free (out, FALSE);
}

/* The oath comes where its step stands; without one before the end; and not at all where nothing is sworn. */
static void
test_slides (void)
{
  g_autoptr(ZbRecord) meeting = zb_record_new (&zb_kind_meeting);
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);
  g_autoptr(GPtrArray) agenda = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);
  static const char *const expected[] = {
    "授旗仪式|开始|甲|宣誓|坚决完成任务！|不怕苦。|宣誓人：|结束", "授旗仪式|开始|甲|坚决完成任务！|不怕苦。|宣誓人：|结束", "授旗仪式|开始|甲|结束"
  };

  zb_record_set (ceremony, "title", "授旗仪式");
  zb_record_set (ceremony, "text", "own");
  zb_record_set (ceremony, "own_text", "坚决完成任务！\n不怕苦。");
  g_ptr_array_add (agenda, step_new ("names", "开始"));
  g_ptr_array_add (agenda, step_new ("oath", "宣誓"));
  g_ptr_array_add (agenda, step_new ("closing", "结束"));
  g_ptr_array_add (people, person_new ("swearer", "甲"));
  g_ptr_array_add (people, person_new ("speaker", "老兵"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(GPtrArray) slides = zb_ceremony_slides (meeting, ceremony, NULL, agenda, people);
      g_autofree char *texts = texts_of (slides);

      g_assert_cmpstr (texts, ==, expected[i]);
      if (i == 0)
        {
          const ZbSlide *clause = g_ptr_array_index (slides, 4);

          g_assert_cmpint (clause->kind, ==, ZB_SLIDE_CLAUSE);
          g_assert_cmpstr (clause->below, ==, "不怕苦。");
          g_assert_cmpstr (((ZbSlide *) g_ptr_array_index (slides, 6))->below, ==, "甲");
          g_ptr_array_remove_index (agenda, 1);
        }
      else
        zb_record_set (ceremony, "text", "none");
    }
}

/* Whom each type of ceremony is held for. */
static void
test_candidates (Fixture *self, gconstpointer data)
{
  static const struct { const char *type; guint n; guint meant; } types[] = { { "birthday", 1, 1 }, { "medal", 1, 1 }, { "reaffirm", 4, 0 }, { "oath", 0, 0 } };
  gint64 old = zb_test_life_save (self->here, &zb_kind_member, "name", "老党员", "category", "full", "joined_on", "1970-05-02", "confirmed_on", "1971-05-02", NULL);

  g_assert_cmpint (old, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GPtrArray) found = zb_ceremony_candidates (self->here->registry, types[i].type, self->here->branch, (ZbDate) { 2021, 5, 20 }, NULL);
      guint meant = 0;

      for (guint k = 0; k < found->len; k++)
        meant += ((ZbCandidate *) g_ptr_array_index (found, k))->is_meant;
      g_test_message ("%s", types[i].type);
      g_assert_cmpuint (found->len, ==, types[i].n);
      g_assert_cmpuint (meant, ==, types[i].meant);
    }
  /* A year before the old member was 49 years in the Party on 1 July. */
  for (int year = 2020; year <= 2021; year++)
    {
      g_autoptr(GPtrArray) found = zb_ceremony_candidates (self->here->registry, "medal", 0, (ZbDate) { (gint16) year, 6, 20 }, NULL);

      g_assert_cmpuint (found->len, ==, (guint) (year - 2020));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ceremonies/unsworn", Fixture, NULL, set_up, test_unsworn, tear_down);
  g_test_add_func ("/ceremonies/words", test_words);
  g_test_add ("/ceremonies/birthdays", Fixture, NULL, set_up, test_birthdays, tear_down);
  g_test_add_func ("/ceremonies/slides", test_slides);
  g_test_add ("/ceremonies/candidates", Fixture, NULL, set_up, test_candidates, tear_down);
  g_test_add ("/ceremonies/people", Fixture, NULL, set_up, test_people, tear_down);
  return g_test_run ();
}
