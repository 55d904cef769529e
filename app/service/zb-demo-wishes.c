/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/zb-demo-life.h"
#include "store/wishes/zb-wishes.h"
#include "store/zb-steps.h"

/* Wishes of the first branches: of the first one in every state, of the others a few, so that all of them are never more than two
 * hundred, however large the registry. */
#define BRANCHES_WITH_WISHES 21
#define WISHES_OF_OTHERS 9
/* Days from step to step, and from a claim to what was promised. */
#define PACE 2
#define PROMISE 20
/* The first people of a branch carry its posts. */
#define FIRST_CLAIMER 5

typedef struct {
  const char *name;
  const char *sex;
  const char *birth;
  const char *category;
  const char *people;
  const char *situation;
  const char *guardian; /* (nullable) */
} Household;

static const Household households[] = {
  { "周桂珍", "2", "1941-05", "alone", "1", "独居，子女在外地工作，冬天取暖不便", NULL },
  { "沈长林", "1", "1946-11", "empty_nest", "2", "老两口同住，老伴行动不便", NULL },
  { "方小禾", "2", "2015-03", "child", "3", "父母在外务工，由祖母照顾", "方玉梅" },
  { "陆志平", "1", "1968-08", "disabled", "2", "肢体二级残疾，以修鞋为生", NULL },
};

/* What is wished, how long ago it was collected, and how far it has come. */
typedef struct {
  const char *title;
  const char *category;
  const char *quantity;
  const char *unit;
  const char *estimate; /* 分 */
  guint household;
  int ago;
  const char *state;
} Wish;

static const Wish wishes[] = {
  { "一件过冬的棉衣", "clothes", "1", "件", "20000", 0, 62, "claimed" },
  { "一盏护眼台灯", "study", "1", "盏", "12000", 2, 21, "published" },
  { "一辆轮椅", "aid", "1", "辆", "48000", 1, 55, "published" },
  { "家里的水龙头换一换", "repair", "1", "次", "5000", 0, 40, "thanked" },
  { "每周有人上门理发", "haircut", "4", "次", NULL, 1, 30, "doing" },
  { "一套小学生图书和书包", "study", "2", "套", "16000", 2, 35, "visited" },
  { "一把修鞋用的遮阳伞", "goods", "1", "把", "9000", 3, 28, "fulfilled" },
  { "陪着去医院复查一次", "medical", "1", "次", NULL, 1, 3, "collected" },
  { "拍一张全家福", "company", "1", "次", "8000", 0, 8, "approved" },
  { "一台电风扇", "appliance", "1", "台", "15000", 3, 24, "confirmed" },
  { "一袋大米和一桶油", "daily", "1", "份", "13000", 3, 6, "checked" },
  { "周末有人辅导功课", "tutoring", "8", "次", NULL, 2, 5, "returned" },
  { "一部大字老人手机", "appliance", "1", "部", "29900", 0, 33, "declined" },
  { "一个热水袋", "daily", "1", "个", "4000", 1, 26, "taken_back" },
  { "老楼加装电梯", "service", "1", "处", NULL, 1, 45, "project" },
  { "办理残疾人补贴", "advice", "1", "次", NULL, 3, 37, "passed_up" },
  { "三双防滑棉鞋", "clothes", "3", "双", "18000", 0, 16, "published" },
};

/* The way, and where it is left for each state. */
static const char *const way[] = { "check", "approve", "publish", "claim", "start", "deliver", "confirm", "visit", "thank" };
static const struct {
  const char *state;
  guint steps;
  const char *then; /* (nullable) */
} ends[] = {
  { "collected", 0, NULL },  { "returned", 0, "send-back" }, { "checked", 1, NULL },      { "approved", 2, NULL },
  { "published", 3, NULL },  { "claimed", 4, NULL },         { "doing", 5, NULL },        { "fulfilled", 6, NULL },
  { "confirmed", 7, NULL },  { "visited", 8, NULL },         { "thanked", 9, NULL },      { "declined", 1, "decline" },
  { "taken_back", 3, "take-back" }, { "passed_up", 2, "pass-up" }, { "project", 1, "make-project" },
};

static const struct {
  const char *step;
  const char *field;
  const char *value;
} answers[] = {
  { "check", "by", "网格员" },        { "check", "words", "入户看过，情况属实" }, { "approve", "by", "党群服务中心" },
  { "send-back", "words", "请补充每周方便的时间" }, { "decline", "words", "已由社区统一发放" }, { "take-back", "words", "家人已经买好" },
  { "pass-up", "words", "需由主管部门办理" }, { "pass-up", "passed_to", "云溪街道党工委" }, { "make-project", "words", "需立项解决" },
  { "make-project", "passed_to", "老旧小区改造" }, { "deliver", "what", "按心愿送到家里" }, { "deliver", "witness1", "社区网格员" },
  { "deliver", "witness2", "志愿者代表" }, { "deliver", "receipt", "1" }, { "deliver", "hours", "15" }, { "deliver", "voucher", "云票0001" },
  { "confirm", "by", "本人" },        { "visit", "by", "组织委员" },        { "visit", "satisfaction", "satisfied" },
};

static char *
day_text (ZbDate day)
{
  return zb_date_to_text (day);
}

static gint64
add_household (ZbDemoLife *life, const ZbDemoBranch *branch, guint index, GError **error)
{
  const Household *from = &households[index];
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_household);
  g_autofree char *phone = g_strdup_printf ("1990000%02u%02u", 60 + branch->number % 40, index);
  g_autofree char *address = g_strdup_printf ("云溪市青石街道幸福路 %u 号 %u 室", branch->number, 101 + index);
  g_autofree char *consent = day_text (zb_date_add_days (life->today, -90));

  zb_record_set (record, "name", from->name);
  zb_record_set (record, "sex", from->sex);
  zb_record_set (record, "birth_date", from->birth);
  zb_record_set (record, "category", from->category);
  zb_record_set (record, "people", from->people);
  zb_record_set (record, "community", branch->number % 2 == 1 ? "幸福社区" : "青石社区");
  zb_record_set (record, "situation", from->situation);
  zb_record_set (record, "guardian", from->guardian);
  zb_record_set (record, "phone", phone);
  zb_record_set (record, "address", address);
  zb_record_set (record, "consent_on", consent);
  zb_record_set (record, "consent_by", from->guardian != NULL ? from->guardian : "本人");
  zb_record_set_int (record, "org", branch->id);
  return zb_households_add (life->set, record, error) ? record->id : 0;
}

static gint64
add_wish (ZbDemoLife *life, const ZbDemoBranch *branch, const Wish *from, gint64 household, GError **error)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_wish);
  g_autofree char *on = day_text (zb_date_add_days (life->today, -from->ago));
  g_autofree char *wanted = day_text (zb_date_add_days (life->today, 60 - from->ago));

  zb_record_set_int (record, "household", household);
  zb_record_set_int (record, "org", branch->id);
  zb_record_set (record, "title", from->title);
  zb_record_set (record, "category", from->category);
  zb_record_set (record, "quantity", from->quantity);
  zb_record_set (record, "unit", from->unit);
  zb_record_set (record, "estimate", from->estimate);
  zb_record_set (record, "wanted_by", wanted);
  zb_record_set (record, "collected_on", on);
  zb_record_set (record, "channel", from->household % 2 == 0 ? "visit" : "box");
  zb_record_set (record, "collector", "宣传委员");
  return zb_wishes_add (life->set, record, error) ? record->id : 0;
}

/* One step of a wish, or of its only claim. */
static gboolean
step (ZbDemoLife *life, gint64 wish, const char *name, ZbDate day, gint64 person, const char *cost, GError **error)
{
  g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *on = day_text (day), *promise = day_text (zb_date_add_days (day, PROMISE)), *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  const ZbKind *kind = strcmp (name, "deliver") == 0 ? &zb_kind_claim : &zb_kind_wish;
  gint64 id = wish;

  if (kind == &zb_kind_claim)
    {
      g_autoptr(GPtrArray) claims = zb_wishes_parts (zb_change_set_db (life->set), kind, wish, error);

      if (claims == NULL || claims->len == 0)
        return FALSE;
      id = ((ZbRecord *) g_ptr_array_index (claims, 0))->id;
      if (cost != NULL)
        g_hash_table_insert (fields, (gpointer) "cost", (gpointer) cost);
    }
  g_hash_table_insert (fields, (gpointer) "on", on);
  if (strcmp (name, "claim") == 0)
    {
      g_hash_table_insert (fields, (gpointer) "person", who);
      g_hash_table_insert (fields, (gpointer) "promised_on", promise);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (answers[i].step, name) == 0)
      g_hash_table_insert (fields, (gpointer) answers[i].field, (gpointer) answers[i].value);
  return zb_steps_apply (life->set, kind, id, zb_kind_step (kind, name), fields, life->today, error);
}

static gboolean
lead (ZbDemoLife *life, const Wish *from, gint64 wish, gint64 person, GError **error)
{
  ZbDate day = zb_date_add_days (life->today, -from->ago);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (strcmp (ends[i].state, from->state) != 0)
        continue;
      for (guint k = 0; k < ends[i].steps; k++)
        {
          day = zb_date_add_days (day, PACE);
          if (!step (life, wish, way[k], day, person, from->estimate, error))
            return FALSE;
        }
      return ends[i].then == NULL || step (life, wish, ends[i].then, zb_date_add_days (day, PACE), person, NULL, error);
    }
  g_return_val_if_reached (FALSE);
}

gboolean
zb_demo_wishes (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  guint n = branch->number == 1 ? G_N_ELEMENTS (wishes) : WISHES_OF_OTHERS;
  gint64 at_home[G_N_ELEMENTS (households)];

  /* The first carry posts; one wish each for those behind them. */
  if (branch->number > BRANCHES_WITH_WISHES || branch->people->len < FIRST_CLAIMER + WISHES_OF_OTHERS)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (households); i++)
    if ((at_home[i] = add_household (life, branch, i, error)) == 0)
      return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gint64 person = g_array_index (branch->people, gint64, FIRST_CLAIMER + i % (branch->people->len - FIRST_CLAIMER));
      /* Not the same in every branch. */
      const Wish *from = &wishes[(i + (branch->number - 1) * 5) % G_N_ELEMENTS (wishes)];
      gint64 wish = add_wish (life, branch, from, at_home[from->household], error);

      if (wish == 0 || !lead (life, from, wish, person, error))
        return FALSE;
    }
  return TRUE;
}
