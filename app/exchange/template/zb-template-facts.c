/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form may ask of a list as a whole, and of the meeting that it is about. */
#include "config.h"

#include <string.h>

#include "exchange/paper/zb-meeting-facts.h"
#include "exchange/paper/zb-meeting-words.h"
#include "exchange/template/zb-template-private.h"
#include "store/life/zb-meetings.h"
#include "store/zb-export-log.h"
#include "store/zb-records.h"

struct _ZbTemplateFacts {
  ZbDb *db;                /* (unowned) */
  ZbSheet *sheet;          /* (unowned) */
  ZbMeetingFacts *meeting; /* (owned) (nullable) */
  ZbMeetingCount count;
  ZbTemplateFigures *figures; /* (owned) (nullable): once they are asked for */
};

static const struct {
  const char *words;
  gboolean of_meeting;
  ZbMarkFormat format;
} facts[ZB_N_FACTS] = {
  [ZB_FACT_TITLE] = { "标题|表名|名册名称|表格名称", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_ORG] = { "党组织|党组织名称|党组织全称|单位名称|本支部", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_REPORTER] = { "填报单位|填表单位|报送单位|制表单位|上报单位", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_AS_OF] = { "截至日期|截止日期|统计日期|截至时间|截止时间", FALSE, ZB_MARK_DAY_WORDS },
  [ZB_FACT_COUNT] = { "共几人|人数|总人数|共计人数|合计人数|总数", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_TOTAL] = { "合计|人数说明|共计", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_ORDER] = { "排序说明|排序方式", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_WHO] = { "填表人|制表人|填报人|经办人", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_TODAY] = { "今天|填表日期|制表日期|填报日期|填报时间|填表时间|打印日期", FALSE, ZB_MARK_DAY_WORDS },
  [ZB_FACT_YEAR] = { "年|年份|年度", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_MONTH] = { "月|月份", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_DAY] = { "日", FALSE, ZB_MARK_PLAIN },
  [ZB_FACT_TIME] = { "时间|会议时间|召开时间|活动时间", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_EXPECTED] = { "应到|应到人数|应参加人数|应到会人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_PRESENT] = { "实到|实到人数|实参加人数|实到会人数|到会人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_EXCUSED] = { "请假|请假人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_ABSENT] = { "缺席|缺席人数|缺勤人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_LATE] = { "迟到|迟到人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_OBSERVERS] = { "列席人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_VOTERS] = { "有表决权人数|应到有表决权|应到有表决权人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_VOTERS_PRESENT] = { "实到有表决权|实到有表决权人数", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_WHO_CAME] = { "参会人员|实到人员|出席人员|到会人员|参加人员", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_WHO_EXCUSED] = { "请假人员|请假名单", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_WHO_ABSENT] = { "缺席人员|缺席名单", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_AGENDA] = { "议题|会议议题|议程|会议议程", TRUE, ZB_MARK_PLAIN },
  [ZB_FACT_DECISIONS] = { "决议|会议决议|决定事项|议定事项", TRUE, ZB_MARK_PLAIN },
};

const char *
zb_template_fact_words (const ZbRoster *roster, ZbTemplateFact fact)
{
  return facts[fact].of_meeting && roster->subject != ZB_ROSTER_OF_MEETING ? NULL : facts[fact].words;
}

ZbMarkFormat
zb_template_fact_format (ZbTemplateFact fact)
{
  return facts[fact].format;
}

ZbTemplateFacts *
zb_template_facts_new (ZbDb *db, ZbSheet *sheet, GError **error)
{
  g_autoptr(ZbTemplateFacts) self = g_new0 (ZbTemplateFacts, 1);

  self->db = db;
  self->sheet = sheet;
  if (sheet->request->roster->subject == ZB_ROSTER_OF_MEETING
      && (!(self->meeting = zb_meeting_facts_load (db, sheet->request->subject, sheet->request->as_of, error))
          || !zb_meetings_count (db, sheet->request->subject, &self->count, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
zb_template_facts_free (ZbTemplateFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->meeting, zb_meeting_facts_free);
  g_clear_pointer (&self->figures, zb_template_figures_free);
  g_free (self);
}

/* Names of the roll, with 、 between. @states: those that are meant */
static char *
names_of (ZbTemplateFacts *self, const char *const *states)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->meeting->roll->len; i++)
    {
      const ZbRecord *row = g_ptr_array_index (self->meeting->roll, i);

      if (g_strv_contains (states, zb_text_words (row, "state")))
        g_string_append_printf (out, "%s%s", out->len > 0 ? "、" : "", zb_text_words (row, "name"));
    }
  return g_string_free (out, FALSE);
}

/* Texts of records, one a line, numbered where there are several. */
static char *
lines_of (GPtrArray *records, const char *field)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      if (records->len > 1)
        g_string_append_printf (out, "%s%u．", i > 0 ? "\n" : "", i + 1);
      g_string_append (out, zb_text_words (g_ptr_array_index (records, i), field));
    }
  return g_string_free (out, FALSE);
}

/* Figures once everybody is marked; until then there is room to write them. */
static char *
figure (ZbTemplateFacts *self, guint value, gboolean is_known_before)
{
  gboolean is_known = self->count.expected > 0 && (is_known_before || self->count.unmarked == 0);

  return is_known ? g_strdup_printf ("%u", value) : g_strdup ("");
}

static char *
decisions_of (ZbTemplateFacts *self)
{
  const char *text = zb_text_words (self->meeting->meeting, "decisions");

  return *text != '\0' ? g_strdup (text) : lines_of (self->meeting->resolutions, "text");
}

static char *
meeting_fact (ZbTemplateFacts *self, ZbTemplateFact fact)
{
  static const char *const came[] = { "present", "late", NULL }, *const excused[] = { "excused", NULL }, *const absent[] = { "absent", NULL };

  switch ((int) fact)
    {
    case ZB_FACT_TIME: return zb_meeting_time_words (self->meeting->meeting);
    case ZB_FACT_EXPECTED: return figure (self, self->count.expected, TRUE);
    case ZB_FACT_PRESENT: return figure (self, self->count.present, FALSE);
    case ZB_FACT_EXCUSED: return figure (self, self->count.excused, FALSE);
    case ZB_FACT_ABSENT: return figure (self, self->count.absent, FALSE);
    case ZB_FACT_LATE: return figure (self, self->count.late, FALSE);
    case ZB_FACT_OBSERVERS: return g_strdup_printf ("%u", self->count.observers);
    case ZB_FACT_VOTERS: return figure (self, self->count.voters, TRUE);
    case ZB_FACT_VOTERS_PRESENT: return figure (self, self->count.voters_present, FALSE);
    case ZB_FACT_WHO_CAME: return names_of (self, came);
    case ZB_FACT_WHO_EXCUSED: return names_of (self, excused);
    case ZB_FACT_WHO_ABSENT: return names_of (self, absent);
    case ZB_FACT_AGENDA: return lines_of (self->meeting->agenda, "title");
    default: return decisions_of (self);
    }
}

static gboolean
is_figure (ZbTemplateFact fact)
{
  return fact == ZB_FACT_COUNT || (fact >= ZB_FACT_YEAR && fact <= ZB_FACT_DAY) || (fact >= ZB_FACT_EXPECTED && fact <= ZB_FACT_VOTERS_PRESENT);
}

static const char *
org_name (ZbTemplateFacts *self)
{
  if (self->meeting != NULL)
    return zb_meeting_facts_org_name (self->meeting);
  return self->sheet->org_name != NULL ? self->sheet->org_name : "";
}

/* Of a list of a year or a month its own, else that of its day. */
static ZbDate
day_of (ZbTemplateFacts *self)
{
  const ZbRosterRequest *request = self->sheet->request;

  return request->roster->time == ZB_ROSTER_IN_YEAR || request->roster->time == ZB_ROSTER_IN_MONTH ? request->from : request->as_of;
}

static char *
number_text (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
}

static char *
list_fact (ZbTemplateFacts *self, ZbTemplateFact fact)
{
  const ZbRosterRequest *request = self->sheet->request;

  switch ((int) fact)
    {
    case ZB_FACT_TITLE: return g_strdup (zb_sheet_title (self->sheet));
    case ZB_FACT_ORG: return g_strdup (org_name (self));
    case ZB_FACT_REPORTER: return g_strdup (request->reporter != NULL ? request->reporter : org_name (self));
    case ZB_FACT_AS_OF: return zb_date_to_print (request->as_of);
    case ZB_FACT_COUNT: return g_strdup_printf ("%u", self->meeting != NULL ? self->meeting->roll->len : zb_sheet_n_rows (self->sheet));
    case ZB_FACT_TOTAL: return g_strdup (zb_sheet_total (self->sheet));
    case ZB_FACT_ORDER: return g_strdup (zb_sheet_order_line (self->sheet));
    case ZB_FACT_WHO: return g_strdup (zb_export_log_who ());
    case ZB_FACT_TODAY: return zb_date_to_print (zb_db_today (self->db));
    case ZB_FACT_YEAR: return number_text (day_of (self).year);
    case ZB_FACT_MONTH: return number_text (day_of (self).month);
    default: return number_text (day_of (self).day);
    }
}

static char *
meeting_field (ZbTemplateFacts *self, const ZbField *field, ZbValueKind *out_kind)
{
  const char *value = zb_record_get (self->meeting->meeting, field->name);

  *out_kind = field->type == ZB_FIELD_DATE ? ZB_VALUE_DATE
              : field->type == ZB_FIELD_INTEGER || field->type == ZB_FIELD_HOURS ? ZB_VALUE_NUMBER : ZB_VALUE_TEXT;
  if (strcmp (field->name, "org") == 0)
    return g_strdup (org_name (self));
  if (field->type == ZB_FIELD_LINK)
    return value != NULL ? zb_records_title (self->db, zb_kind_get (field->link), zb_record_get_int (self->meeting->meeting, field->name)) : g_strdup ("");
  return zb_field_show (field, value, TRUE);
}

char *
zb_template_facts_get (ZbTemplateFacts *self, guint index, ZbValueKind *out_kind, GError **error)
{
  *out_kind = ZB_VALUE_TEXT;
  if (index >= ZB_TEMPLATE_FIGURES)
    {
      *out_kind = ZB_VALUE_NUMBER;
      if (self->figures == NULL && !(self->figures = zb_template_figures_new (self->db, self->sheet, self->meeting, error)))
        return NULL;
      return zb_template_figures_get (self->figures, index - ZB_TEMPLATE_FIGURES, error);
    }
  if (index >= ZB_N_FACTS)
    return meeting_field (self, &zb_kind_meeting.fields[index - ZB_N_FACTS], out_kind);
  if (is_figure ((ZbTemplateFact) index))
    *out_kind = ZB_VALUE_NUMBER;
  if (index == ZB_FACT_AS_OF || index == ZB_FACT_TODAY)
    *out_kind = ZB_VALUE_DATE;
  return facts[index].of_meeting ? meeting_fact (self, (ZbTemplateFact) index) : list_fact (self, (ZbTemplateFact) index);
}
