/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-demo-life.h"
#include "store/life/zb-ceremonies.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* The oath comes so many days after the assembly that accepted the person. */
#define DAYS_UNTIL_OATH 20

static ZbDate
oath_day (const ZbRecord *person)
{
  ZbDate joined = zb_record_get_date (person, "joined_on");

  return zb_date_is_complete (joined) ? zb_demo_weekday (zb_date_add_days (joined, DAYS_UNTIL_OATH)) : ZB_DATE_NONE;
}

/* The probationers of the branch, those accepted first coming first. Returns: (transfer full) (element-type ZbRecord) */
static GPtrArray *
probationers_of (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  g_autoptr(GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_record_free);

  for (guint i = 0; i < branch->people->len; i++)
    {
      ZbRecord *person = zb_records_get (zb_change_set_db (life->set), &zb_kind_member, g_array_index (branch->people, gint64, i), FALSE, error);

      if (person == NULL)
        return NULL;
      if (g_strcmp0 (zb_record_get (person, "category"), "probationary") == 0)
        g_ptr_array_add (out, person);
      else
        zb_record_free (person);
    }
  return g_steal_pointer (&out);
}

/* A day's ceremony for everybody who was accepted before it and has not sworn. */
static gboolean
swear (ZbDemoLife *life, const ZbDemoBranch *branch, ZbDate day, GPtrArray *people, GError **error)
{
  ZbDemoMeeting wanted = {
    .org = branch->id, .kind = "ceremony", .day = day, .begin = "10:50", .end = "11:50", .title = "入党宣誓仪式", .venue = life->venue, .place = "云溪革命纪念馆",
    .contents = "新党员在党旗前庄严宣誓，领誓人逐句领读，宣誓人随后跟读。新党员代表作了表态发言。",
  };
  gint64 meeting = zb_demo_meet (life, &wanted, error);
  g_autoptr(ZbRecord) held = meeting != 0 ? zb_records_get (zb_change_set_db (life->set), &zb_kind_meeting, meeting, FALSE, error) : NULL;
  g_autoptr(ZbRecord) ceremony = zb_record_new (&zb_kind_ceremony);
  g_autoptr(GArray) swearers = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (held == NULL)
    return FALSE;
  zb_record_set_int (ceremony, "meeting", meeting);
  zb_record_set (ceremony, "type", "oath");
  zb_record_set (ceremony, "title", wanted.title);
  zb_record_set (ceremony, "leader", zb_record_get (held, "chair"));
  zb_record_set (ceremony, "leader_post", "党支部书记");
  zb_record_set (ceremony, "representative", "公司党委组织部");
  zb_record_set (ceremony, "flag", "1");
  zb_record_set (ceremony, "flag_size", "192×128 厘米");
  for (guint i = 0; i < people->len; i++)
    {
      const ZbRecord *person = g_ptr_array_index (people, i);

      if (zb_date_compare (oath_day (person), day) <= 0)
        g_array_append_val (swearers, person->id);
    }
  return zb_ceremonies_set_up (life->set, ceremony, (const gint64 *) swearers->data, swearers->len, error);
}

gboolean
zb_demo_ceremony (ZbDemoLife *life, const ZbDemoBranch *branch, GError **error)
{
  g_autoptr(GPtrArray) people = probationers_of (life, branch, error);
  ZbDate day = ZB_DATE_NONE;

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      ZbDate on = oath_day (g_ptr_array_index (people, i));

      if (zb_date_is_set (on) && zb_date_compare (on, life->today) < 0 && zb_date_compare (on, day) > 0)
        day = on;
    }
  return people != NULL && (!zb_date_is_set (day) || swear (life, branch, day, people, error));
}
