/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/zb-codes.h"
#include "service/zb-demo-life.h"
#include "store/zb-members.h"
#include "store/zb-records.h"

/* The oath comes so many days after the assembly that accepted the person. */
#define DAYS_UNTIL_OATH 20

static const char *const steps[] = { "opening", "names", "internationale", "address", "oath", "badge", "statement", "remarks", "anthem", "photo" };

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

static gboolean
add_swearer (ZbDemoLife *life, const ZbDemoBranch *branch, gint64 ceremony, const ZbRecord *person, guint number, GError **error)
{
  g_autoptr(ZbRecord) org = zb_records_get (zb_change_set_db (life->set), &zb_kind_organization, branch->id, FALSE, error);
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_ceremony_person);
  g_autofree char *introducers = g_strdup_printf ("%s、%s", zb_record_get (person, "introducer1"), zb_record_get (person, "introducer2"));

  if (org == NULL)
    return FALSE;
  zb_record_set_int (record, "ceremony", ceremony);
  zb_record_set_int (record, "person", person->id);
  zb_record_set_int (record, "number", number);
  zb_record_set (record, "role", "swearer");
  zb_record_set (record, "name", zb_record_title (person));
  zb_record_set (record, "sex", zb_record_get (person, "sex"));
  zb_record_set (record, "birth_date", zb_record_get (person, "birth_date"));
  zb_record_set (record, "joined_on", zb_record_get (person, "joined_on"));
  zb_record_set (record, "introducers", introducers);
  zb_record_set (record, "branch_name", zb_record_get (org, "short_name"));
  return zb_change_set_insert (life->set, record, error);
}

static gboolean
add_programme (ZbDemoLife *life, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (zb_demo_record (life, &zb_kind_agenda_item, error, "meeting", id, "number", number, "kind", steps[i], "title",
                          zb_code_label (zb_code_table_get ("programme_kind"), steps[i]), NULL) == 0)
        return FALSE;
    }
  return TRUE;
}

/* A day's ceremony for everybody who was accepted before it and has not sworn. */
static gboolean
swear (ZbDemoLife *life, const ZbDemoBranch *branch, ZbDate day, GPtrArray *people, GError **error)
{
  ZbDemoMeeting wanted = {
    .org = branch->id, .kind = "ceremony", .day = day, .begin = "10:50", .end = "11:50", .title = "入党宣誓仪式", .venue = life->venue, .place = "云溪革命纪念馆",
    .contents = "新党员在党旗前庄严宣誓，领誓人逐句领读，宣誓人随后跟读。新党员代表作了表态发言。",
  };
  gint64 meeting = zb_demo_meet (life, &wanted, error), ceremony;
  g_autoptr(ZbRecord) held = meeting != 0 ? zb_records_get (zb_change_set_db (life->set), &zb_kind_meeting, meeting, FALSE, error) : NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  guint number = 0;

  if (held == NULL || !add_programme (life, meeting, error))
    return FALSE;
  ceremony = zb_demo_record (life, &zb_kind_ceremony, error, "meeting", id, "type", "oath", "title", wanted.title, "leader", zb_record_get (held, "chair"),
                             "leader_post", "党支部书记", "representative", "公司党委组织部", "text", "constitution", "flag", "1", "flag_size", "192×128 厘米", NULL);
  for (guint i = 0; ceremony != 0 && i < people->len; i++)
    {
      ZbRecord *person = g_ptr_array_index (people, i);

      if (zb_date_compare (oath_day (person), day) <= 0 && !add_swearer (life, branch, ceremony, person, ++number, error))
        return FALSE;
    }
  return ceremony != 0;
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
