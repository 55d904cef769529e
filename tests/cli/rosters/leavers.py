# SPDX-License-Identifier: GPL-3.0-or-later
"""People of a list who are not there any more: no clerk enters them as present, whatever tells it."""
from . import book, member, org, roster, text


@roster(name='sections.xlsx')
def sections_of_people_who_left(path):
    """
    row | verdict | name | sex | joined_on | branch | category | flags
    3 | row-section
    4 | new | 张三 | 男 | 2008-06 | 第一党支部 | 正式党员
    5 | row-section
    6 | row-left
    7 | row-left
    8 | row-section
    9 | row-left
    10 | row-section
    11 | row-left
    12 | row-section
    13 | row-left
    14 | row-section
    15 | new | 冯二 | 男 | 2025-06 | 第一党支部 | 预备党员
    file | branch-from-title:第一党支部
    """
    book(path, """
第一党支部党员名册
序号|姓名|性别|入党时间|备注
正式党员（1人）
1|张三|男|2008.06|
以下为转出党员
1|李四|女|2012.05|
2|王五|男|1999.07|2025.3转往东山县
去世党员
1|赵六|男|1960.07|
出党（除名）人员（1人）
1|钱七|男|不是日期|
三、历史党员
1|孙八|女|1988.07|
预备党员
1|冯二|男|2025.06|
""", merged=('A1:E1', 'A3:E3', 'A5:E5', 'A8:E8', 'A10:E10', 'A12:E12', 'A14:E14'))


@roster(name='lines.xlsx')
def lines_in_the_column_of_names(path):
    """
    row | verdict | name | sex | branch | flags
    2 | new | 张三 | 男 | 第一党支部
    3 | row-section
    4 | row-left
    5 | row-section
    6 | new | 王五 | 男 | 第二党支部
    7 | row-section
    8 | row-left
    9 | row-section
    10 | new | 钱七 | 女 | 第二党支部
    """
    book(path, """
姓名|性别|支部
张三|男|第一党支部
已转出||
李四|女|第一党支部
第二党支部||
王五|男|
转出人员：2人||
赵六|男|
在册党员||
钱七|女|
""")


@roster(name='below.xlsx')
def a_table_of_leavers_below(path):
    """
    row | verdict | name | sex | joined_on | flags
    3 | new | 张三 | 男 | 2008-06
    4 | new | 李四 | 女 | 2012-05
    5 | row-section
    7 | row-left
    8 | row-left
    file | table-below:6
    file | unknown-column:转往单位
    file | unknown-column:转出时间
    """
    book(path, """
党员花名册
姓名|性别|入党时间
张三|男|2008.06
李四|女|2012.05
2025年度转出党员名单
姓名|性别|转往单位|转出时间
王五|男|东山县委|2025.3
赵六|女|西山县委|2025.9
""", merged=('A1:C1', 'A5:D5'))


@roster(name='gone.xlsx', before=[org('第一党支部'), member('张三', branch='第一党支部', birth_date='1985-07')])
def a_list_of_leavers_only(path):
    """
    row | verdict | name | sex | birth_date | branch | flags
    3 | update | 张三 | 男 | 1985-07 | 第一党支部 | status-by-step
    4 | row-left
    """
    book(path, """
云溪厂转出党员名册
姓名|性别|出生年月|支部
张三|男|1985.07|第一党支部
李四|女|1990.12|第一党支部
""", merged=('A1:D1',))


@roster(name='taken.csv')
def words_that_are_no_section(path):
    """
    row | verdict | name | note | branch | flags
    2 | new | 张三 | 2021.3从东山县转出 | 一支部
    3 | new | 李四 | | 一支部
    4 | row-skipped
    5 | new | 王五 | | 一支部
    """
    text(path, '姓名|备注|支部\n张三|2021.3从东山县转出|一支部\n李四||一支部\n转出党员请在备注中说明||\n王五||一支部')


@roster()
def who_left_by_a_column(path):
    """
    row | verdict | name | sex | category | flags
    2 | new | 张三 | 男 | 正式党员
    3 | row-left
    4 | row-left
    5 | new | 赵六 | 女 | | category:status-by-step
    6 | row-left
    7 | new | 孙八 | 男 | 预备党员
    """
    text(path, '姓名|性别|党籍状态\n张三|男|正式\n李四|女|已转出\n王五|男|死亡\n赵六|女|停止党籍\n钱七|男|开除党籍\n孙八|男|预备')


@roster(name='floating.xlsx')
def sections_of_floating_and_lost(path):
    """
    row | verdict | name | sex | floating | lost | flags
    2 | new | 张三 | 男
    3 | row-section
    4 | new | 李四 | 女 | 是
    5 | row-section
    6 | new | 王五 | 男 | | 是
    7 | row-section
    8 | new | 赵六 | 女
    """
    book(path, '序号|姓名|性别\n1|张三|男\n二、流动党员（1人）\n1|李四|女\n失联党员\n1|王五|男\n在册党员\n1|赵六|女', merged=('A3:C3', 'A5:C5', 'A7:C7'))


@roster(name='both.xlsx')
def a_title_of_those_who_left_and_others(path):
    """
    row | verdict | name | sex | branch | flags
    3 | new | 张三 | 男 | 历史学院党支部
    file | branch-from-title:历史学院党支部
    file | unknown-column:去向
    """
    book(path, '历史学院党支部流动、转出党员名册\n姓名|性别|去向\n张三|男|东山县', merged=('A1:C1',))


@roster(name='died.xlsx')
def a_title_of_two_ways_to_leave(path):
    """
    row | verdict | name | sex | flags
    3 | row-left
    """
    book(path, '云溪厂2025年去世、转出党员名单\n姓名|性别\n张三|男', merged=('A1:B1',))
