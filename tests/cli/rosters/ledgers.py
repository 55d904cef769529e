# SPDX-License-Identifier: GPL-3.0-or-later
"""Ledgers of the meetings that a branch has held."""
from . import book, org, roster

BRANCH = [org('云溪厂第一党支部'), org('云溪厂第二党支部')]


@roster(kind='auto', name='三会一课台账.xlsx', before=BRANCH)
def ledger_of_a_year(path):
    """
    row | verdict | org | kind | title | held_on | place | chair | recorder | contents | decisions | note | flags
    4 | new | 云溪厂第一党支部 | 支部党员大会 | 2025年第一次支部党员大会 | 2025-03-05 | 二楼会议室 | 张三 | 李四 | 讨论年度计划 | 通过 | |
    5 | new | 云溪厂第一党支部 | 支部委员会 | 三月支委会 | 2025-03-12 | 支部活动室 | 张三 | 李四 | 研究发展对象 | |
    6 | error | 云溪厂第一党支部 | | 安全生产例会 | 2025-04-02 | 二楼会议室 | 王五 | | | | | kind:unknown-code
    7 | new | 云溪厂第一党支部 | 党课 | 书记讲党课 | 2025-06-30 | 礼堂 | 张三 | | 学习党章 | | 书记主讲
    8 | error | 云溪厂第一党支部 | 主题党日 | 清洁家园 | | 青禾村 | 李四 | | | | | held_on:bad-date
    9 | row-total
    file | branch-from-title:云溪厂第一党支部
    file | unknown-column:应到人数
    file | unknown-column:实到人数
    """
    book(path, """
云溪厂第一党支部2025年“三会一课”台账
填报单位：云溪厂第一党支部
序号|会议类型|会议名称|会议时间|会议地点|主持人|记录人|议题|主要内容|会议决议|应到人数|实到人数|备注
1|党员大会|2025年第一次支部党员大会|2025.3.5|二楼会议室|张三|李四|年度计划\\n党费|讨论年度计划|通过|12|11|
2|支委会|三月支委会|2025年3月12日|支部活动室|张三|李四|发展对象|研究发展对象||5|5|
3|安全会|安全生产例会|2025-04-02|二楼会议室|王五|||||20|18|
4|党课|书记讲党课|2025.06.30|礼堂|张三|||学习党章||12|12|书记主讲
5|主题党日|清洁家园|2025.6.31|青禾村|李四|||||12|9|
合计|5次|||||||||61|55|
""")


@roster(kind='meeting', name='会议.csv', before=[*BRANCH, ('add', 'meeting', 'org=云溪厂第二党支部', 'kind=assembly', 'held_on=2025-01-15', 'title=一月党员大会', 'place=旧会议室')])
def ledger_without_kinds(path):
    """
    row | verdict | org | kind | title | held_on | place | flags
    2 | update | 云溪厂第二党支部 | | 一月党员大会 | 2025-01-15 | 新会议室 | kind:meeting-kind-from-name
    3 | new | 云溪厂第二党支部 | | 第一党小组会议 | 2025-02-10 | 车间 | kind:meeting-kind-from-name
    4 | error | 云溪厂第二党支部 | | 读书分享 | 2025-02-20 | 图书室 | kind:meeting-kind-missing
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('党支部,会议名称,召开日期,地点\n云溪厂第二党支部,一月党员大会,2025-01-15,新会议室\n云溪厂第二党支部,第一党小组会议,2025-02-10,车间\n云溪厂第二党支部,读书分享,2025-02-20,图书室\n')
