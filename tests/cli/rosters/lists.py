# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole lists as their offices keep them: several traps in each."""
from . import book, org, roster, text


@roster(name='retired.xlsx', before=[org('云溪集团党委', 'committee'), org('云溪厂退休党支部', parent='云溪集团党委')])
def retired_members_of_a_factory(path):
    r"""
    row | verdict | name | sex | birth_date | joined_on | work_started_on | phone | address | note | branch | discipline | flags
    5 | new | 张三 | 男 | 1938 | 1960-07 | 1956 | 0579-85550001 | 云溪路1号 | 50年党龄纪念章 | 云溪厂退休党支部
    6 | new | 李四 | 女 | 1942-03 | 1965-10-01 | 1960-08 | 19900000002 | 云溪路2号 | 行动不便，不计入应到 | 云溪厂退休党支部
    7 | new | 王五 | 男 | 1950-01 | 1974-06 | | 19900000003 | | 随子女居住\n在外地 | 云溪厂退休党支部 | | joined_on:two-digit-year
    8 | row-skipped
    9 | row-total
    file | branch-from-title:云溪厂退休党支部
    """
    book(path, r"""
云溪厂退休党支部党员登记册
（2026年度）
序|姓  名|性|出  生|入  党|参加工作|电  话|住  址|备  注
号||别|年  月|时  间|时  间|||
1|张  三|男|1938|1960.7|1956|0579-85550001|云溪路1号|50年党龄纪念章
2|李  四|女|1942.3|1965.10.1|1960.8|19900000002|云溪路2号|行动不便，不计入应到
3|王  五|男|1950.1|74.6||19900000003||随子女居住\n在外地
以下空白
合  计|3人
""", merged=('A1:I1', 'A2:I2'))


@roster(name='abbreviated.xlsx')
def abbreviations_of_a_small_firm(path):
    """
    row | verdict | name | id_number | sex | birth_date | native_place | education | work_unit | category | phone | joined_on | confirmed_on | introducer1 | introducer2 | note | flags
    2 | new | 张三 | 990101198507120018 | 男 | 1985-07 | 东山县 | 大学本科 | 云溪厂 | 正式党员 | 19900000001 | 2010-07-01 | 2011-07-01 | 王甲 | 李乙
    3 | new | 李四 | 990101199012030023 | 女 | 1990-12 | 西山县 | 大学专科 | 云溪厂 | 预备党员 | 19900000002 | 2026-06-30 | | 王甲 | | 缺志愿书
    file | unknown-column:工作地
    file | unknown-column:QQ号
    file | unknown-column:微信号
    file | unknown-column:历史党费缴至
    file | unknown-column:入党申请书
    file | unknown-column:入党志愿书
    """
    book(path, r"""
姓名|身份证号|性别|籍贯|出生年月|学历|工作地|工作单位|预/正|手机号码|QQ号|微信号|入党时间|历史党费缴至|转正时间|介绍人1|介绍人2|入党申请书|入党志愿书|备注
张三|990101198507120018|男|东山县|198507|本科|云溪|云溪厂|正|19900000001|10001|wx1|20100701|2025.12|20110701|王甲|李乙|有|有|
李四|990101199012030023|女|西山县|199012|大专|云溪|云溪厂|预|19900000002|10002||20260630|2026.6||王甲||有|无|缺志愿书
""")


@roster(name='school.xlsx')
def a_school(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | native_place | joined_on | confirmed_on | education | degree | technical_title | duty | branch | flags
    4 | new | 张三 | 男 | 汉族 | 1978-11 | 东山县 | 2001-06 | 2002-06 | 硕士研究生 | 硕士 | 副教授 | 教研室主任 | 教工第一党支部
    5 | new | 李四 | 女 | 藏族 | 1988-08 | | 2009-12 | 2010-12 | 博士研究生 | 博士 | 讲师 | | 教工第二党支部
    file | unknown-column:学工号
    """
    book(path, r"""
学院教工党员名册（截至2026年11月）
序号|学工号|姓名|性别|民族|出生\n年月|籍贯|入党\n时间|转正\n时间|学历学位||专业技术\n职务|行政\n职务|所在党支部
|||||||||学历|学位|||
1|S1|张三|男|汉族|1978.11|东山县|2001.06|2002.06|硕士研究生|管理学硕士|副教授|教研室主任|教工第一党支部
2|S2|李四|女|藏族|1988.08||2009.12|2010.12|博士|工学博士|讲师||教工第二党支部
""", merged=('A1:N1', 'J2:K2'))


@roster(name='village.xlsx')
def a_village(path):
    """
    row | verdict | name | sex | birth_date | id_number | education | joined_on | post | phone | floating | floating_to | note | group | branch | flags
    4 | new | 张三 | 男 | 1965-01-01 | 990101196501010011 | 初中 | 1990-07 | 书记 | 19900000001 | 否 | | | 第一党小组 | 云溪村党支部
    5 | new | 张三 | 男 | 1985-07-12 | 990101198507120034 | 普通高中 | 2010-07 | | 19900000002 | 是 | 省城 | 在外务工 | 第一党小组 | 云溪村党支部
    6 | new | 李四 | 女 | 1971-05-20 | 990101197105200029 | 小学 | 1999-06 | 党小组组长 | | 否 | | | 第二党小组 | 云溪村党支部
    7 | row-footer
    file | branch-from-title:云溪村党支部
    """
    book(path, r"""
云溪村党支部党员基本情况一览表
单位：云溪村党支部||||||||||||
序号|姓名|性别|出生日期|身份证号码|学历|入党时间|党内职务|联系电话|是否流动党员|外出流向|备注|党小组
1|张三|男|1965.1.1|990101196501010011|初中|1990.7|支部书记|19900000001|否|||第一党小组
2|张三|男|1985.7.12|990101198507120034|高中|2010.7||19900000002|是|省城|在外务工|第一党小组
3|李四|女|1971.5.20|990101197105200029|小学|1999.6|党小组长||否|||第二党小组
填报人：王五  审核人：李四  填报时间：2026年11月
""", merged=('A1:M1', 'A7:M7'))


@roster(name='dues.xlsx')
def a_list_of_dues_gives_people_and_no_more(path):
    """
    row | verdict | name | dues_base | note | flags
    3 | new | 张三 | 5000.00
    4 | new | 李四 | 4500.50 | 补交
    5 | row-total
    file | unknown-column:月缴额（元）
    file | unknown-column:1月
    file | unknown-column:2月
    """
    book(path, r"""
2026年党费收缴登记表
序号|姓名|党费缴纳基数（元）|月缴额（元）|1月|2月|签名|备注
1|张三|5000|50|50|50||
2|李四|4,500.50|22.5|22.5||| 补交
合计||9500.5|72.5|72.5|50||
""", merged=('A1:H1',))


@roster()
def an_export_with_code_numbers(path):
    """
    row | verdict | name | sex | ethnicity | education | flags
    2 | new | 张三 | 男 | 汉族 | 大学本科毕业
    3 | new | 李四 | 女 | 回族 | 大学专科毕业
    """
    text(path, '"姓名","性别","民族","学历"\n"张三","1","01","21"\n"李四","2","03","31"')
