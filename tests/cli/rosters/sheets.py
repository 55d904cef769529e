# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks of several sheets."""
from . import book, org, roster


@roster(name='branches.xlsx', before=[org('云溪厂第一党支部')])
def a_sheet_for_each_branch(path):
    """
    row | verdict | name | sex | branch | birth_date | flags
    第一党支部!2 | new | 张三 | 男 | 第一党支部 | 1985-07
    第一党支部!3 | new | 李四 | 女 | 第一党支部 | 1990-12
    第二支部（退休）!3 | new | 王五 | 男 | 第二支部 | 1971
    三支部!2 | new | 赵六 | 女 | 三支部 | 1988-08
    file | sheet-not-taken:封面
    file | sheet-not-taken:统计
    """
    book(path, ('封面', '云溪厂党员名册\n2026年11月'), ('第一党支部', '姓名|性别|出生日期\n张三|男|1985.07\n李四|女|1990.12'),
         ('第二支部（退休）', '党员名单\n序号|姓名|出生年月|性别\n1|王五|1971|男'), ('三支部', '姓名|性别|出生日期\n赵六|女|1988.08'), ('Sheet5', ''),
         ('统计', '支部|人数\n第一党支部|2'))


@roster(name='summary.xlsx')
def a_summary_and_the_branches(path):
    """
    row | verdict | name | sex | branch | birth_date | id_number | phone | flags
    总表!2 | new | 张三 | 男 | 第一党支部 | 1985-07-12 | 990101198507120018 |
    总表!3 | new | 李四 | 女 | 第二党支部 | 1990-12-03 | 990101199012030023 | 19900000002
    总表!4 | new | 王五 | 男 | 第二党支部 | 1971 | |
    第一党支部!2 | row-repeated
    第二党支部!2 | row-repeated
    第二党支部!3 | row-repeated
    """
    book(path, ('总表', '姓名|性别|支部|出生日期|身份证号\n张三|男|第一党支部|1985.7.12|990101198507120018\n李四|女|第二党支部|1990.12.3|990101199012030023\n王五|男|第二党支部|1971|'),
         ('第一党支部', '姓名|性别|出生日期|身份证号|电话\n张三|男|1985-07-12|990101198507120018|'),
         ('第二党支部', '姓名|性别|出生日期|身份证号|电话\n李四|女|1990.12.3|990101199012030023|19900000002\n王五|男|1971||'))


@roster(name='summary.xlsx')
def only_a_summary(path):
    """
    row | verdict | name | sex | branch | flags
    2 | new | 张三 | 男 | 第一党支部
    3 | new | 李四 | 女 | 第二党支部
    file | sheet-not-taken:说明
    """
    book(path, ('说明', '请按要求填写'), ('党员汇总表', '姓名|性别|支部\n张三|男|第一党支部\n李四|女|第二党支部'))


@roster(name='gone.xlsx')
def those_who_left_are_left_out(path):
    """
    row | verdict | name | sex | flags
    2 | new | 张三 | 男
    file | sheet-not-taken:转出党员
    file | sheet-not-taken:历史党员
    """
    book(path, ('在册党员', '姓名|性别\n张三|男'), ('转出党员', '姓名|性别|转出时间\n李四|女|2025.1'), ('历史党员', '姓名|性别\n王五|男'))


@roster(name='kinds.xlsx')
def a_sheet_for_each_stage(path):
    """
    row | verdict | name | sex | category | joined_on | applied_on | flags
    正式党员!2 | new | 张三 | 男 | 正式党员 | 2010-07 |
    预备党员!2 | new | 李四 | 女 | 预备党员 | 2026-06 |
    发展对象!2 | new | 王五 | 男 | 发展对象 | | 2024-01
    入党积极分子!2 | new | 赵六 | 女 | 入党积极分子 | | 2025-01
    file | category-from-title:正式党员
    file | category-from-title:预备党员
    file | category-from-title:发展对象
    file | category-from-title:入党积极分子
    """
    book(path, ('正式党员', '姓名|性别|入党时间\n张三|男|2010.07'), ('预备党员', '姓名|性别|入党时间\n李四|女|2026.06'),
         ('发展对象', '姓名|性别|申请入党时间\n王五|男|2024.01'), ('入党积极分子', '姓名|性别|申请入党时间\n赵六|女|2025.01'))


@roster(name='second.xlsx')
def the_table_is_on_the_second_sheet(path):
    """
    row | verdict | name | sex | phone | flags
    2 | new | 张三 | 男 | 19900000001
    file | sheet-not-taken:Sheet1
    """
    book(path, ('Sheet1', '单位|人数\n云溪厂|1'), ('Sheet2', '姓名|性别|电话\n张三|男|19900000001'), ('Sheet3', ''))


@roster(name='groups.xlsx', before=[org('云溪厂党支部')], options=('--branch', '云溪厂党支部'))
def a_sheet_for_each_group(path):
    """
    row | verdict | name | sex | branch | group | flags
    第一党小组!2 | new | 张三 | 男 | | 第一党小组
    第二党小组!2 | new | 李四 | 女 | | 第二党小组
    """
    book(path, ('第一党小组', '姓名|性别\n张三|男'), ('第二党小组', '姓名|性别\n李四|女'))
