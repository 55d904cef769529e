/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "bench-minutes.h"

#define SENTENCES 12
/* How far back the copied minutes lie. */
#define BACK 21

static const char *const who[] = { "与会党员", "支部委员", "各党小组", "几位老同志", "生产班组长", "机关党员", "年轻党员", "车间负责人", "楼栋联络员" };
static const char *const did[] = { "围绕", "逐条讨论了", "认真学习", "结合岗位谈了", "对照标准检查了", "重点研究", "交流了", "回顾了", "安排部署", "分头落实", "实地查看了" };
static const char *const what[] = {
  "码头安全生产的薄弱环节", "本季度理论学习计划", "困难职工走访情况", "招商项目的进度", "发展对象的培养考察", "志愿服务队的排班", "雨季防汛的值守", "社区楼道整治方案",
  "仓储物流的节能改造", "党费收缴和公示", "入户收集到的心愿", "红色教育基地的参观", "新员工的传帮带", "夜间施工扰民的投诉", "党员积分的核对", "换届的准备工作", "老党员的健康状况", "食堂满意度调查"
};
static const char *const how[] = { "，指出了不足", "，提出了三点建议", "，明确了责任人", "，要求月底前完成", "，决定下次会议再议", "，一致认为方向正确", "，也有同志表示担心", "，请宣传委员整理", "，形成了清单" };

static guint32
next (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

#define ANY(list_, state_) list_[next (state_) % G_N_ELEMENTS (list_)]

static void
append (GString *out, guint32 *state)
{
  g_string_append (out, ANY (who, state));
  g_string_append (out, ANY (did, state));
  g_string_append (out, ANY (what, state));
  g_string_append (out, ANY (how, state));
  g_string_append (out, "。");
}

static void
minutes (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  guint branch = (guint) sqlite3_value_int (values[0]), n = (guint) sqlite3_value_int (values[1]);
  gboolean is_copy = n % BENCH_MINUTES_COPIED == BENCH_MINUTES_COPIED - 1;
  guint32 state = (branch * 100003u + (is_copy ? n - BACK : n)) * 2654435761u, end = n;
  g_autoptr(GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%u月%u日，", n % 12 + 1, n % 28 + 1);
  for (guint i = 0; i < SENTENCES; i++)
    append (out, &state);
  if (is_copy)
    append (out, &end);
  sqlite3_result_text (context, out->str, (int) out->len, SQLITE_TRANSIENT);
}

void
bench_minutes_register (sqlite3 *sqlite)
{
  if (sqlite3_create_function (sqlite, "minutes", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, minutes, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (sqlite));
}
