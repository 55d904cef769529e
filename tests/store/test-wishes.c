/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/zb-error.h"
#include "store/wishes/zb-household-list.h"
#include "store/wishes/zb-wish-list.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-history.h"
#include "store/zb-records.h"
#include "zb-test-db.h"

/* The day on which everything here is entered. */
#define TODAY "2026-11-20"

typedef struct {
  ZbTestDb *test;
  ZbDb *db;
  gint64 branch;
  gint64 household;
  gint64 people[4];
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "王丁", "赵三", "钱四", "孙五" };

  self->test = zb_test_db_new ();
  self->db = self->test->db;
  zb_db_set_today (self->db, zb_test_date (TODAY));
  self->branch = zb_test_organization (self->db, "branch", "第一党支部", 0);
  self->household = zb_test_record (self->db, &zb_kind_household, "alias", "张奶奶", "community", "云溪社区", "name", "张桂兰", "phone", "19900000011",
                                    "birth_date", "1941-05", "consent_on", "2026-11-01", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = zb_test_member (self->db, names[i], self->branch, "category", "full", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_db_free (self->test);
}

static gint64
add (Fixture *self, const char *title, const char *day, const char *quantity, GError **error)
{
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "wish.add", title, NULL);
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);

  zb_record_set_int (wish, "household", self->household);
  zb_record_set_int (wish, "org", self->branch);
  zb_record_set (wish, "title", title);
  zb_record_set (wish, "collected_on", day);
  zb_record_set (wish, "quantity", quantity);
  return zb_wishes_add (set, wish, error) && zb_change_set_commit (set, NULL, error) ? wish->id : 0;
}

static void
step (Fixture *self, const ZbKind *kind, gint64 id, const char *name, const char *on, const char *more, const char *value)
{
  g_autoptr(GError) error = NULL;

  zb_test_do (self->db, kind, id, name, TODAY, &error, "on", on, "by", "李测", "words", "属实", more, value, NULL);
  g_assert_no_error (error);
}

/* A wish that is on the wall since 4 November. */
static gint64
published (Fixture *self, const char *quantity)
{
  gint64 wish = add (self, "一件棉衣", "2026-11-01", quantity, NULL);

  step (self, &zb_kind_wish, wish, "check", "2026-11-02", NULL, NULL);
  step (self, &zb_kind_wish, wish, "approve", "2026-11-03", NULL, NULL);
  step (self, &zb_kind_wish, wish, "publish", "2026-11-04", NULL, NULL);
  return wish;
}

static gboolean
claim (Fixture *self, gint64 wish, guint who, const char *pieces, GError **error)
{
  return zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, error, "on", "2026-11-05", "person", zb_test_id (self->people[who]), "promised_on",
                     "2026-11-30", "pieces", pieces, NULL);
}

static void
assert_refused (GError *error, const char *reason)
{
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
  if (strncmp (error->message, reason, strlen (reason)) != 0 || (error->message[strlen (reason)] != '|' && error->message[strlen (reason)] != '\0'))
    g_error ("refused for “%s”, not “%s”", error->message, reason);
}

/* The ids of a wish's claims, in the order they were made. */
static gint64
claim_at (Fixture *self, gint64 wish, guint index)
{
  g_autoptr(GPtrArray) claims = zb_wishes_parts (self->db, &zb_kind_claim, wish, NULL);

  g_assert_cmpuint (claims->len, >, index);
  return ((ZbRecord *) g_ptr_array_index (claims, index))->id;
}

static char *
log_of (Fixture *self, gint64 wish)
{
  g_autoptr(GPtrArray) events = zb_wishes_parts (self->db, &zb_kind_wish_event, wish, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (out, "%s%s>%s", i > 0 ? " " : "", zb_record_get (g_ptr_array_index (events, i), "step"),
                            zb_record_get (g_ptr_array_index (events, i), "state"));
  return g_string_free (out, FALSE);
}

static void
assert_log (Fixture *self, gint64 wish, const char *expected)
{
  g_autofree char *text = log_of (self, wish);

  g_assert_cmpstr (text, ==, expected);
}

/* From collection to thanks, as a wish of one piece goes. */
static void
test_whole_way (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = published (self, NULL);

  g_assert_true (claim (self, wish, 0, NULL, &error));
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "claimed");
  step (self, &zb_kind_wish, wish, "start", "2026-11-06", NULL, NULL);
  g_assert_true (zb_test_do (self->db, &zb_kind_claim, claim_at (self, wish, 0), "deliver", TODAY, &error, "on", "2026-11-10", "what", "羽绒服一件", "cost",
                             "19990", "witness1", "李测", "witness2", "周六", "receipt", "1", NULL));
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "fulfilled");
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "fulfilled_on", "2026-11-10");
  step (self, &zb_kind_wish, wish, "confirm", "2026-11-10", NULL, NULL);
  step (self, &zb_kind_wish, wish, "visit", "2026-11-15", "satisfaction", "satisfied");
  step (self, &zb_kind_wish, wish, "thank", "2026-11-16", NULL, NULL);
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "number", "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "satisfaction", "satisfied");
  assert_log (self, wish, "collect>collected check>checked approve>approved publish>published claim>claimed start>doing deliver>fulfilled "
                          "confirm>confirmed visit>visited thank>thanked");
}

/* Three coats, two claimers, one coat left; never more than wished, whatever comes of the claims. */
static void
test_shares (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = published (self, "3");
  ZbWishLeft left;

  g_assert_true (claim (self, wish, 0, "1", &error));
  g_assert_true (claim (self, wish, 1, "1", &error));
  g_assert_true (zb_wishes_left (self->db, wish, &left, NULL));
  g_assert_cmpint (left.wished - left.claimed, ==, 1);
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "published");
  g_assert_false (claim (self, wish, 2, "2", &error));
  assert_refused (error, "more-than-left");
  g_clear_error (&error);
  g_assert_true (claim (self, wish, 2, NULL, &error));
  zb_test_assert_value (self->db, &zb_kind_claim, claim_at (self, wish, 2), "pieces", "1");
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "claimed");
  g_assert_false (claim (self, wish, 3, NULL, &error));
  assert_refused (error, "not-now");
  g_clear_error (&error);
  /* Who gives up leaves his piece to others. */
  step (self, &zb_kind_claim, claim_at (self, wish, 1), "withdraw", "2026-11-07", NULL, NULL);
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "published");
  g_assert_true (zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, &error, "on", "2026-11-08", "person", zb_test_id (self->people[3]), "promised_on",
                             "2026-11-30", NULL));
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "claimed");
  /* A wish cannot become smaller than what is claimed of it. */
  {
    g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "wish.set", NULL, NULL);

    g_assert_false (zb_change_set_set (set, &zb_kind_wish, wish, "quantity", "2", &error));
    assert_refused (error, "fewer-than-claimed");
  }
}

/* Of two claimers one has delivered: the wish waits for the other. */
static void
test_partly_delivered (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = published (self, "2");

  g_assert_true (claim (self, wish, 0, "1", &error));
  g_assert_true (claim (self, wish, 1, "1", &error));
  step (self, &zb_kind_wish, wish, "start", "2026-11-06", NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      zb_test_do (self->db, &zb_kind_claim, claim_at (self, wish, i), "deliver", TODAY, &error, "on", "2026-11-10", "what", "羽绒服", "witness1", "李测",
                  "witness2", "周六", NULL);
      g_assert_no_error (error);
      zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", i == 0 ? "doing" : "fulfilled");
      zb_test_assert_value (self->db, &zb_kind_wish, wish, "fulfilled_on", i == 0 ? NULL : "2026-11-10");
    }
}

/* What is promised in money adds up to what is needed, and not to more. */
static void
test_money (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = published (self, NULL);
  static const struct { guint who; const char *money; gboolean good; } offers[] = { { 0, "20000", TRUE }, { 1, "10001", FALSE }, { 1, "10000", TRUE } };

  zb_test_set (self->db, &zb_kind_wish, wish, "estimate", "30000");
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      gboolean good = zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, &error, "on", "2026-11-05", "person",
                                  zb_test_id (self->people[offers[i].who]), "promised_on", "2026-11-30", "money", offers[i].money, NULL);

      g_assert_cmpint (good, ==, offers[i].good);
      if (!good)
        assert_refused (error, "more-money-than-needed");
      g_clear_error (&error);
    }
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "claimed");
}

/* Hours go to each, or are divided so that nothing is lost: 2.0 hours among three are 0.7, 0.7 and 0.6. */
static void
test_hours (Fixture *self, gconstpointer data)
{
  static const struct { const char *rule; int tenths[3]; } cases[] = { { "split", { 7, 7, 6 } }, { "each", { 20, 20, 20 } }, { NULL, { 7, 7, 6 } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) hours = NULL;
      gint64 wish = published (self, NULL), made;

      zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, &error, "on", "2026-11-05", "together", "王丁、赵三 钱四", "promised_on", "2026-11-30", NULL);
      g_assert_no_error (error);
      made = claim_at (self, wish, 0);
      zb_test_assert_value (self->db, &zb_kind_claim, made, "kind", "together");
      zb_test_assert_value (self->db, &zb_kind_claim, made, "name", "王丁、赵三、钱四");
      zb_test_assert_value (self->db, &zb_kind_claim, made, "branch_name", "第一党支部");
      zb_test_do (self->db, &zb_kind_claim, made, "deliver", TODAY, &error, "on", "2026-11-10", "what", "全家福", "witness1", "李测", "witness2", "周六",
                  "hours", "20", "hours_rule", cases[i].rule, NULL);
      g_assert_no_error (error);
      hours = zb_records_list (self->db, &zb_kind_service_hours, "claim", zb_test_id (made), FALSE, NULL);
      g_assert_cmpuint (hours->len, ==, 3);
      for (guint k = 0; k < 3; k++)
        {
          g_assert_cmpint (zb_record_get_int (g_ptr_array_index (hours, k), "person"), ==, self->people[k]);
          g_assert_cmpint (zb_record_get_int (g_ptr_array_index (hours, k), "hours"), ==, cases[i].tenths[k]);
        }
    }
}

/* Who claims, and when: each wrong way is refused for its own reason, and nothing stays of it. */
static void
test_refused_claims (Fixture *self, gconstpointer data)
{
  gint64 wish = published (self, "2");
  const char *one = zb_test_id (self->people[0]), *branch = zb_test_id (self->branch);
  const struct { const char *on, *promised, *person, *org, *partner, *reason; } cases[] = {
    { "2026-11-05", "2026-11-30", NULL, NULL, NULL, "who-claims" },
    { "2026-11-05", "2026-11-30", one, branch, NULL, "who-claims" },
    { "2026-11-05", "2026-11-30", one, NULL, "某公司", "who-claims" },
    { "2026-11-03", "2026-11-30", one, NULL, NULL, "before" },
    { "2026-11-05", "2026-11-04", one, NULL, NULL, "promised-before" },
    { "2026-11-21", "2026-11-30", one, NULL, NULL, "in-future" },
  };
  g_autofree char *before = zb_test_db_state (self->db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "claim", TODAY, &error, "on", cases[i].on, "promised_on", cases[i].promised, "person",
                                  cases[i].person, "org", cases[i].org, "partner", cases[i].partner, NULL));
      assert_refused (error, cases[i].reason);
      after = zb_test_db_state (self->db);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_ceiling (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  zb_test_record (self->db, &zb_kind_rule, "key", "wish.claims_per_member", "value", "2", "reason", "试行", NULL);
  g_assert_true (claim (self, published (self, NULL), 0, NULL, &error));
  g_assert_true (claim (self, published (self, NULL), 0, NULL, &error));
  g_assert_false (claim (self, published (self, NULL), 0, NULL, &error));
  assert_refused (error, "too-many-claims");
  g_clear_error (&error);
  g_assert_true (claim (self, published (self, NULL), 1, NULL, &error));
}

/* Giving to somebody else keeps the share, and the log tells to whom. */
static void
test_reassign (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = published (self, "3");

  g_assert_true (claim (self, wish, 0, "2", &error));
  zb_test_do (self->db, &zb_kind_claim, claim_at (self, wish, 0), "reassign", TODAY, &error, "on", "2026-11-08", "org", zb_test_id (self->branch),
              "promised_on", "2026-12-10", "words", "出差", NULL);
  g_assert_no_error (error);
  zb_test_assert_value (self->db, &zb_kind_claim, claim_at (self, wish, 0), "state", "reassigned");
  zb_test_assert_value (self->db, &zb_kind_claim, claim_at (self, wish, 1), "name", "第一党支部");
  zb_test_assert_value (self->db, &zb_kind_claim, claim_at (self, wish, 1), "pieces", "2");
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", "published");
}

/* A wish that the wisher takes back lets everybody go who had it in hand. */
static void
test_side_ways (Fixture *self, gconstpointer data)
{
  static const struct { const char *step, *more, *value, *state; } ways[] = {
    { "take-back", NULL, NULL, "taken_back" },
    { "pass-up", "passed_to", "县民政局", "passed_up" },
    { "make-project", "passed_to", "适老化改造", "project" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gint64 wish = published (self, NULL);

      g_assert_true (claim (self, wish, i, NULL, NULL));
      step (self, &zb_kind_wish, wish, ways[i].step, "2026-11-09", ways[i].more, ways[i].value);
      zb_test_assert_value (self->db, &zb_kind_wish, wish, "state", ways[i].state);
      zb_test_assert_value (self->db, &zb_kind_wish, wish, "closed_on", "2026-11-09");
      zb_test_assert_value (self->db, &zb_kind_claim, claim_at (self, wish, 0), "state", "released");
    }
}

/* Steps out of order, or before the one they follow, are refused by the store itself. */
static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 wish = add (self, "一件棉衣", "2026-11-02", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "publish", TODAY, &error, "on", "2026-11-03", NULL));
  assert_refused (error, "not-now");
  g_clear_error (&error);
  g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "check", TODAY, &error, "on", "2026-11-03", "by", "李测", NULL));
  g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "check", TODAY, &error, "on", "2026-11-01", "by", "李测", "words", "属实", NULL));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* Sent back, it is looked at and judged anew. */
  step (self, &zb_kind_wish, wish, "check", "2026-11-03", NULL, NULL);
  step (self, &zb_kind_wish, wish, "send-back", "2026-11-04", NULL, NULL);
  step (self, &zb_kind_wish, wish, "check", "2026-11-06", NULL, NULL);
  zb_test_assert_value (self->db, &zb_kind_wish, wish, "reviewed_on", NULL);
  step (self, &zb_kind_wish, wish, "approve", "2026-11-06", NULL, NULL);
}

/* Nothing is published of who has not agreed, nor of a child without a guardian. */
static void
test_consent (Fixture *self, gconstpointer data)
{
  static const struct { const char *field, *value, *reason; } cases[] = {
    { "consent_on", NULL, "no-consent" }, { "consent_on", "2026-11-10", "no-consent" }, { "birth_date", "2015-03", "no-guardian" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *old = zb_test_value (self->db, &zb_kind_household, self->household, cases[i].field);
      gint64 wish = add (self, "一件棉衣", "2026-11-01", NULL, NULL);

      step (self, &zb_kind_wish, wish, "check", "2026-11-02", NULL, NULL);
      step (self, &zb_kind_wish, wish, "approve", "2026-11-03", NULL, NULL);
      zb_test_set (self->db, &zb_kind_household, self->household, cases[i].field, cases[i].value);
      g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "publish", TODAY, &error, "on", "2026-11-04", NULL));
      assert_refused (error, cases[i].reason);
      zb_test_set (self->db, &zb_kind_household, self->household, cases[i].field, old);
    }
}

/* Nobody publishes a part of an address unseen; who looked through it may publish what only sounds like one. */
static void
test_addresses (Fixture *self, gconstpointer data)
{
  static const struct { const char *title, *community, *found; } cases[] = {
    { "送到3 号楼 2 单元 501的棉衣", "云溪社区", "looks-like-address|心愿内容|3号楼2单元501" },
    { "一件棉衣", "某小区 5 栋", "looks-like-address|所在社区（村）|5栋" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 wish = add (self, cases[i].title, "2026-11-01", NULL, NULL);
      g_autoptr(GError) error = NULL;

      step (self, &zb_kind_wish, wish, "check", "2026-11-02", NULL, NULL);
      step (self, &zb_kind_wish, wish, "approve", "2026-11-03", NULL, NULL);
      zb_test_set (self->db, &zb_kind_household, self->household, "community", cases[i].community);
      g_assert_false (zb_test_do (self->db, &zb_kind_wish, wish, "publish", TODAY, &error, "on", "2026-11-04", NULL));
      g_assert_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED);
      g_assert_cmpstr (error->message, ==, cases[i].found);
      step (self, &zb_kind_wish, wish, "publish", "2026-11-04", "looked", "1");
    }
}

/* What everybody reads tells nothing of what only the inside knows. */
static void
test_private_words (Fixture *self, gconstpointer data)
{
  static const struct { const char *title, *reason; } cases[] = {
    { "给张桂兰买棉衣", "tells-private" },  { "给张 桂兰买棉衣", "tells-private" },     { "棉衣，电话19900000011", "looks-private" },
    { "棉衣，电话 199-0000 0099", "looks-private" }, { "身份证９９０１０１１９４１０５０１００２Ｘ", "looks-private" },
  };
  g_autofree char *before = zb_test_db_state (self->db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (add (self, cases[i].title, "2026-11-01", NULL, &error), ==, 0);
      if (strcmp (cases[i].reason, "tells-private") != 0 || g_error_matches (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED))
        g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, cases[i].reason) || g_str_has_prefix (error->message, "tells-private"));
    }
  {
    g_autofree char *after = zb_test_db_state (self->db);
    g_autoptr(ZbChangeSet) set = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_cmpstr (before, ==, after);
    /* The name for publication is another one, and a name learnt later may stand in a wish already. */
    g_assert_cmpint (add (self, "李秀英的棉衣", "2026-11-01", NULL, NULL), >, 0);
    set = zb_change_set_begin (self->db, "household.set", NULL, NULL);
    g_assert_false (zb_change_set_set (set, &zb_kind_household, self->household, "alias", "张桂兰", &error));
    assert_refused (error, "tells-private");
    g_clear_error (&error);
    g_clear_pointer (&set, zb_change_set_free);
    set = zb_change_set_begin (self->db, "household.set", NULL, NULL);
    g_assert_false (zb_change_set_set (set, &zb_kind_household, self->household, "name", "李秀英", &error));
    assert_refused (error, "tells-private");
  }
}

/* The log is only added to; what was claimed does not vanish by itself. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  gint64 wish = published (self, NULL);
  g_autoptr(GPtrArray) events = zb_wishes_parts (self->db, &zb_kind_wish_event, wish, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "wish.set", NULL, NULL);
  gint64 event = ((ZbRecord *) g_ptr_array_index (events, 0))->id;

  g_assert_false (zb_change_set_set (set, &zb_kind_wish_event, event, "by", "别人", &error));
  assert_refused (error, "keeps-values");
  g_clear_error (&error);
  g_assert_false (zb_change_set_withdraw_whole (set, &zb_kind_wish_event, event, &error));
  assert_refused (error, "keeps-records");
  g_clear_error (&error);
  g_assert_true (zb_change_set_withdraw_whole (set, &zb_kind_wish, wish, &error));
}

/* Undo takes back a delivery with its hours and its line in the log, redo brings it again. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  gint64 wish = published (self, NULL), set_id = 0;
  g_autofree char *before = NULL, *after = NULL, *again = NULL, *redone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (claim (self, wish, 0, NULL, NULL));
  before = zb_test_db_state (self->db);
  zb_test_do (self->db, &zb_kind_claim, claim_at (self, wish, 0), "deliver", TODAY, &error, "on", "2026-11-10", "what", "羽绒服", "witness1", "李测",
              "witness2", "周六", "hours", "15", NULL);
  g_assert_no_error (error);
  after = zb_test_db_state (self->db);
  g_assert_true (zb_history_undo (self->db, 0, &set_id, &error));
  again = zb_test_db_state (self->db);
  g_assert_cmpstr (before, ==, again);
  g_assert_true (zb_history_redo (self->db, &set_id, &error));
  redone = zb_test_db_state (self->db);
  g_assert_cmpstr (after, ==, redone);
}

static void
test_numbers (Fixture *self, gconstpointer data)
{
  gint64 first = add (self, "甲", "2026-01-05", NULL, NULL), other = add (self, "乙", "2025-12-31", NULL, NULL), last, next;

  zb_test_assert_value (self->db, &zb_kind_wish, first, "number", "2026-0001");
  zb_test_assert_value (self->db, &zb_kind_wish, other, "number", "2025-0001");
  g_assert_cmpint (zb_records_find (self->db, &zb_kind_wish, "2026-0001", NULL), ==, first);
  zb_test_set (self->db, &zb_kind_wish, first, "number", "2026-9999");
  last = add (self, "丙", "2026-02-01", NULL, NULL);
  next = add (self, "丁", "2026-02-01", NULL, NULL);
  zb_test_assert_value (self->db, &zb_kind_wish, last, "number", "2026-10000");
  zb_test_assert_value (self->db, &zb_kind_wish, next, "number", "2026-10001");
}

static void
add_in (ZbChangeSet *set, Fixture *self, const char *number, const char *expected)
{
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);
  g_autoptr(GError) error = NULL;

  zb_record_set_int (wish, "household", self->household);
  zb_record_set_int (wish, "org", self->branch);
  zb_record_set (wish, "title", "米");
  zb_record_set (wish, "collected_on", "2026-02-01");
  zb_record_set (wish, "number", number);
  g_assert_true (zb_wishes_add (set, wish, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (zb_record_get (wish, "number"), ==, expected);
}

/* A roster of wishes: each has the number after the greatest, also of those that came with one, and what was taken back is free again. */
static void
test_numbers_of_a_set (Fixture *self, gconstpointer data)
{
  gint64 first = add (self, "甲", "2026-01-05", NULL, NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "import.wish", NULL, NULL);

  add_in (set, self, NULL, "2026-0002");
  add_in (set, self, NULL, "2026-0003");
  add_in (set, self, "2026-0050", "2026-0050");
  add_in (set, self, NULL, "2026-0051");
  g_assert_true (zb_change_set_set (set, &zb_kind_wish, first, "number", "2026-9998", NULL));
  add_in (set, self, NULL, "2026-9999");
  add_in (set, self, NULL, "2026-10000");
  g_assert_true (zb_change_set_mark (set, NULL));
  add_in (set, self, NULL, "2026-10001");
  g_assert_true (zb_change_set_unmark (set, FALSE, NULL));
  add_in (set, self, NULL, "2026-10001");
  g_assert_true (zb_change_set_set (set, &zb_kind_wish, first, "title", "乙", NULL));
  add_in (set, self, NULL, "2026-10002");
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
}

/* The wall: what is open, the longest waiting first, with what is left and the nearest promise; days are counted by hand. */
static void
test_wall (Fixture *self, gconstpointer data)
{
  gint64 other = zb_test_organization (self->db, "branch", "第二党支部", 0);
  gint64 wish = published (self, "3"), fresh = add (self, "理发", "2026-11-19", NULL, NULL);
  static const struct { const char *day; ZbWishAge age; int days; } days[] = {
    { TODAY, ZB_WISH_ON_TIME, 16 }, { "2026-11-23", ZB_WISH_DUE_SOON, 19 }, { "2026-12-01", ZB_WISH_OVERDUE, 27 }
  };
  ZbWishQuery query = { .org = self->branch, .day = zb_test_date (TODAY) };
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) none = NULL;
  const ZbWishLine *line;

  g_assert_true (claim (self, wish, 0, "2", NULL));
  lines = zb_wishes_list (self->db, &query, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpint (line->id, ==, wish);
  g_assert_cmpstr (line->alias, ==, "张奶奶");
  g_assert_cmpstr (line->claimers, ==, "王丁");
  g_assert_cmpint (line->left, ==, 1);
  g_assert_cmpint (((ZbWishLine *) g_ptr_array_index (lines, 1))->id, ==, fresh);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(GPtrArray) then = NULL;

      query.day = zb_test_date (days[i].day);
      then = zb_wishes_list (self->db, &query, NULL);
      line = g_ptr_array_index (then, 0);
      g_assert_cmpint (line->age, ==, days[i].age);
      g_assert_cmpint (line->days, ==, days[i].days);
    }
  query.org = other;
  none = zb_wishes_list (self->db, &query, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The same household by its ID number in either form, or by its name and something more. */
static void
test_same_household (Fixture *self, gconstpointer data)
{
  static const struct { const char *name, *number, *phone; guint found; } cases[] = {
    { "张桂兰", NULL, "19900000011", 1 }, { "张桂兰", NULL, NULL, 1 }, { "张桂兰", NULL, "19900000099", 0 }, { "另一人", "990101410501002", NULL, 1 }, { "另一人", NULL, "19900000011", 0 },
  };

  zb_test_set (self->db, &zb_kind_household, self->household, "id_number", "990101194105010029");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ZbRecord) household = zb_record_new (&zb_kind_household);
      g_autoptr(GPtrArray) found = NULL;

      zb_record_set (household, "name", cases[i].name);
      zb_record_set (household, "id_number", cases[i].number);
      zb_record_set (household, "phone", cases[i].phone);
      found = zb_households_like (self->db, household, NULL);
      g_assert_cmpuint (found->len, ==, cases[i].found);
    }
}

/* Of thousands one is found by either name, the community and letters; one that was taken back is not. */
static void
test_household_names (Fixture *self, gconstpointer data)
{
  static const struct { const char *typed; guint found; } cases[] = {
    { "", 2 }, { "张奶奶", 1 }, { "张桂", 1 }, { "云溪", 1 }, { "znn", 1 }, { "zhanggui", 1 }, { "ZGL", 1 }, { "云溪 znn", 1 }, { "云溪 lf", 0 },
    { "李伯", 1 }, { "lf", 1 }, { "nn", 0 }, { "王", 0 },
  };
  gint64 gone = zb_test_record (self->db, &zb_kind_household, "alias", "王某", NULL);
  g_autoptr(ZbChangeSet) set = zb_change_set_begin (self->db, "household.withdraw", NULL, NULL);
  g_autoptr(GPtrArray) all = NULL;

  g_assert_true (zb_change_set_withdraw (set, &zb_kind_household, gone, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_record (self->db, &zb_kind_household, "alias", "李伯", "name", "李富", NULL);
  all = zb_households_names (self->db, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      for (guint k = 0; k < all->len; k++)
        n += zb_household_name_matches (g_ptr_array_index (all, k), cases[i].typed);
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (n, ==, cases[i].found);
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/wishes/whole-way", test_whole_way);
  ADD ("/wishes/shares", test_shares);
  ADD ("/wishes/partly-delivered", test_partly_delivered);
  ADD ("/wishes/money", test_money);
  ADD ("/wishes/hours", test_hours);
  ADD ("/wishes/refused-claims", test_refused_claims);
  ADD ("/wishes/ceiling", test_ceiling);
  ADD ("/wishes/reassign", test_reassign);
  ADD ("/wishes/side-ways", test_side_ways);
  ADD ("/wishes/order", test_order);
  ADD ("/wishes/consent", test_consent);
  ADD ("/wishes/addresses", test_addresses);
  ADD ("/wishes/private-words", test_private_words);
  ADD ("/wishes/kept", test_kept);
  ADD ("/wishes/undo", test_undo);
  ADD ("/wishes/numbers", test_numbers);
  ADD ("/wishes/numbers-of-a-set", test_numbers_of_a_set);
  ADD ("/wishes/wall", test_wall);
  ADD ("/wishes/same-household", test_same_household);
  ADD ("/wishes/household-names", test_household_names);
  return g_test_run ();
}
