# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write into one cell: two facts, a date of another calendar, a number that a program has damaged."""
from . import book, org, roster, text


@roster(name='ages.csv')
def ages_in_place_of_births(path):
    """
    row | verdict | name | sex | joined_on | phone | flags
    2 | new | 张三 | 男 | 1985-07 | 19900000001
    3 | new | 李四 | 女 | 2003-12 | 19900000002
    """
    text(path, '姓名|性别|年龄|党龄|入党时间|联系电话\n张三|男|65岁|40年|1985.07|19900000001\n李四|女|45|22|2003.12|19900000002')


@roster()
def names_with_what_belongs_elsewhere(path):
    """
    row | verdict | name | sex | ethnicity | category | post | former_name | note | branch | flags
    2 | new | 张三 | 女 |  |  |  |  |  | 一支部
    3 | new | 李四 |  | 回族 |  |  |  |  | 一支部
    4 | new | 王五 |  |  | 预备党员 |  |  |  | 一支部
    5 | new | 赵六 | 女 | 回族 |  |  |  |  | 一支部
    6 | new | 钱七 | 女 |  |  | 组织委员 |  |  | 一支部
    7 | new | 孙八 |  |  |  |  | 孙大 |  | 一支部
    8 | new | 周九 |  |  |  | 党小组组长 |  |  | 一支部
    9 | new | 吴十 |  |  |  |  |  | 流动 | 一支部 | name:name-note
    10 | new | 阿依古丽 | 女 | 维吾尔族 |  |  |  |  | 一支部
    11 | new | 郑一 |  |  | 正式党员 |  |  |  | 一支部
    12 | new | 冯二 |  |  |  |  |  |  | 一支部
    13 | new | 陈三 |  |  |  | 副书记 |  |  | 一支部
    14 | new | 褚四 |  |  |  |  |  |  | 一支部
    15 | new | 卫五 |  |  |  |  |  |  | 一支部
    16 | new | 蒋六 |  |  |  |  |  | 兼 | 一支部 | name:name-note
    """
    text(path, """
支部|姓名|备注
一支部|张三（女）|
一支部|李四(回族)|
一支部|王五（预备）|
一支部|赵六（女，回）|
一支部|钱七(组织委员、女)|
一支部|孙八（曾用名：孙大）|
一支部|周九（党小组长）|
一支部|吴十【流动】|
一支部|阿依古丽（女，维吾尔族）|
一支部|郑一（正式）|
一支部|1.冯二|
一支部|陈三　副书记|
一支部|②褚四|
一支部| 卫 五 、|
一支部|蒋六（兼）|
""")


@roster()
def education_in_peoples_words(path):
    """
    row | verdict | name | education | degree | note | flags
    2 | new | 甲一 | 大学本科 | | | education:part-taken
    3 | new | 甲二 | 大学专科 | | | education:part-taken
    4 | new | 甲三 | 硕士研究生
    5 | new | 甲四 | 中央党校研究生
    6 | new | 甲五 | 研究生
    7 | new | 甲六 | 大学本科 | | | education:part-taken
    8 | new | 甲七 | 普通高中 | | | education:part-taken
    9 | new | 甲八 | 大学本科 | | | education:part-taken
    10 | new | 甲九 | 大学本科肄业
    11 | new | 乙一 | 初中毕业
    12 | new | 乙二 | 小学
    13 | new | 乙三 | 大学本科 | 学士 | | education:part-taken
    14 | new | 乙四 | 大学专科
    15 | new | 乙五 | 中等专科
    16 | new | 乙六 | 小学
    17 | new | 乙七 | 博士研究生 | 博士 | | education:part-taken
    18 | new | 乙八 | 职业高中
    19 | new | 乙九 | 大学本科 | | | education:part-taken
    20 | error | 丙一 | | | | education:unknown-code
    """
    text(path, """
姓名|学历
甲一|本科（在职）
甲二|大专(函授)
甲三|研究生（硕士）
甲四|中央党校研究生
甲五|在职研究生
甲六|大学（自考）
甲七|高中/中专
甲八|大学本科（在读）
甲九|本科肄业
乙一|初中毕业
乙二|小学文化
乙三|大学本科、工学学士
乙四|电大专科
乙五|中师
乙六|高小
乙七|博士研究生/博士
乙八|职高
乙九|大学本科 （2009年毕业）
丙一|扫盲班
""")


@roster()
def dates_of_other_calendars(path):
    """
    row | verdict | name | birth_date | joined_on | flags
    2 | error | 甲一 | | | birth_date:bad-date
    3 | error | 甲二 | | | birth_date:bad-date
    4 | error | 甲三 | | | birth_date:bad-date
    5 | error | 甲四 | | | birth_date:bad-date
    6 | new | 甲五 | 1985-10
    7 | error | 甲六 | | | birth_date:bad-date
    8 | new | 甲七 | 1985-10 | | birth_date:two-digit-year
    9 | new | 甲八 | | 2003-10
    10 | new | 甲九 | | 2003-09-01
    11 | error | 乙一 | | | joined_on:bad-date
    12 | error | 乙二 | | | birth_date:bad-date
    13 | error | 乙三 | | | birth_date:bad-date
    14 | new | 乙四 | | 1985-10-01
    15 | error | 乙五 | | | joined_on:bad-date
    16 | error | 乙六 | | | joined_on:bad-date
    17 | new | 乙七 | 1985-10
    """
    text(path, """
姓名|出生年月|入党时间
甲一|1985年乙丑|
甲二|民国34年7月|
甲三|农历1950年腊月初八|
甲四|1950年八月（农历）|
甲五|一九八五年十月|
甲六|2023-02-29|
甲七|八五年十月|
甲八||二〇〇三年十月
甲九||二零零三年九月一日
乙一||七十年代
乙二|1985年10月上旬|
乙三|属牛|
乙四||一九八五年十月一日
乙五||1985.10左右
乙六||1969.冬
乙七|1985年 10月|
""")


@roster(name='padded.csv')
def a_month_that_has_lost_its_nought(path):
    """
    row | verdict | name | birth_date | joined_on | flags
    2 | new | 张三 | 1985-07 | 2008-06
    3 | new | 李四 | 1990-12 | 2012-05
    4 | new | 王五 | 1988 | 2009-11 | birth_date:ambiguous-date
    5 | new | 赵六 | 1979-03 | 2001 | joined_on:ambiguous-date
    """
    text(path, '姓名|出生年月|入党时间\n张三|1985.07|2008.06\n李四|1990.12|2012.05\n王五|1988.1|2009.11\n赵六|1979.03|2001.1')


@roster(name='serials.csv')
def serials_and_tabs_of_an_export(path):
    """
    row | verdict | name | sex | id_number | birth_date | joined_on | phone | flags
    2 | new | 张三 | 男 | 990101198507120114 | 1985-07-12 | 2010-07-01 | 19900000001 | birth_date:date-from-serial joined_on:date-from-serial
    3 | new | 李四 | 女 | 990101199006150221 | 1990-06-15 | 2012-06-01 | 19900000002
    4 | error | 王五 | 男 | | 1979-07-05 | | | id_number:id-lost-digits
    5 | new | 赵六 | 女 | 99010119981124022X | 1998-11-24 | | 19900000004
    """
    with open(path, 'w', encoding='gbk', newline='') as out:
        out.write('姓名,性别,身份证号,出生日期,入党时间,手机号\r\n张三,男,"=""990101198507120114""",31240,40360,\t19900000001\r\n'
                  '李四,女,990101199006150221\t,1990/6/15,2012/6/1,19900000002\t\r\n王五,男,9.90101E+17,1979/7/5,,\r\n赵六,女,`99010119981124022X,1998/11/24,,\'19900000004\r\n')


@roster(name='sexes.xlsx')
def sex_and_birth_that_contradict(path):
    """
    row | verdict | name | sex | id_number | birth_date | joined_on | confirmed_on | category | flags
    2 | new | 张三 | 女 | 990101198507120114 | 1985-07-12 | 2008-06-01 | 2009-06-01 | 正式党员 | sex:sex-differs
    3 | new | 李四 | 女 | 990101199006150221 | 1990-06-16 | 2012-06-01 | 2013-06-01 | 正式党员 | birth_date:birth-differs
    4 | new | 王五 | 男 | 990101198110110110 | 1981-10-11 | 1998-01 | 1999-01 | 正式党员 | joined_on:under-age
    5 | new | 赵六 | 女 | 990101198810080223 | 1988-10-08 | 2012-06-01 | 2012-12-01 | 正式党员 | confirmed_on:probation-short
    6 | new | 钱七 | 男 | 990101197907050114 | 1979-07-05 | 2003-06-01 | 2002-06-01 | 正式党员 | confirmed_on:dates-out-of-order
    """
    book(path, """
姓名|性别|身份证号码|出生日期|入党时间|转正时间|类别
张三|女|990101198507120114|1985-07-12|2008-06-01|2009-06-01|正式党员
李四|女|990101199006150221|1990-06-16|2012-06-01|2013-06-01|正式党员
王五|男|990101198110110110|1981-10-11|1998-01|1999-01|正式党员
赵六|女|990101198810080223|1988-10-08|2012-06-01|2012-12-01|正式党员
钱七|男|990101197907050114|1979-07-05|2003-06-01|2002-06-01|正式党员
""")


@roster()
def introducers_in_every_spelling(path):
    """
    row | verdict | name | introducer1 | introducer2 | note | flags
    2 | new | 甲一 | 王甲 | 李乙
    3 | new | 甲二 | 王甲 | 李乙
    4 | new | 甲三 | 王甲 | 李乙
    5 | new | 甲四 | 王甲 | 李乙
    6 | new | 甲五 | 王甲 | 李乙
    7 | new | 甲六 | 王甲 | 李乙
    8 | new | 甲七 | 欧阳娜娜 | 李乙
    9 | new | 甲八 | 王甲 | 李乙
    10 | new | 甲九 | 王甲 | | |
    11 | new | 乙一 | 王甲 | 李乙 |
    12 | new | 乙二 | 买买提·吐尔逊 | 李乙
    """
    text(path, r"""
姓名|入党介绍人|备注
甲一|王甲、李乙|
甲二|"王甲,李乙"|
甲三|王甲；李乙|
甲四|王甲/李乙|
甲五|"王甲\n李乙"|
甲六|王甲和李乙|
甲七|欧阳 娜娜、李乙|
甲八|王甲~李乙|
甲九|王甲、|
乙一|王甲 、 李 乙|
乙二|买买提·吐尔逊、李乙|
""")


@roster(name='status.xlsx')
def a_column_that_tells_who_has_left(path):
    """
    row | verdict | name | sex | joined_on | note | flags
    2 | new | 张三 | 男 | 1985-07
    3 | row-left
    4 | row-left
    5 | new | 赵六 | 女 | 2001-06 | 2024年去世 | note:note-of-leaving
    """
    book(path, '姓名|性别|入党时间|在册情况|备注\n张三|男|1985.07|在册|\n李四|女|1990.12|已转出|\n王五|男|1960.07|去世|\n赵六|女|2001.06|在册|2024年去世')


@roster(name='english.xlsx')
def headings_in_two_languages(path):
    """
    row | verdict | name | sex | birth_date | id_number | joined_on | phone | department | flags
    2 | new | 张三 | 男 | 1985-07-12 | 990101198507120114 | 2010-07-01 | 19900000001 | 研发部
    3 | new | 李四 | 女 | 1990-06-15 | | 2012-06 | 19900000002 | 财务部
    """
    book(path, 'No. 序号|姓名 Name|性别\\nGender|出生日期 Date of Birth|身份证号 (ID No.)|入党时间 Joined|手机 Mobile|部门/Dept.\n'
               '1|张三|Male|1985-07-12|990101198507120114|2010-07-01|19900000001|研发部\n2|李四|Female|1990/6/15||2012.06|19900000002|财务部')


@roster(name='blanks.xlsx', before=[org('云溪厂党支部')], options=('--branch', '云溪厂党支部'))
def every_sign_for_nothing(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | education | joined_on | phone | note | branch | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07 | 大学本科 | 2010-07 | 19900000001 |
    3 | new | 李四
    4 | new | 王五 | | | | | | | 无
    5 | new | 赵六
    6 | new | 钱七
    7 | error | 孙八 | | | | | | | | | phone:bad-phone
    """
    book(path, r"""
姓名|性别|民族|出生年月|学历|入党时间|联系电话|备注
张三|男|汉|1985.07|本科|2010.07|19900000001|
李四|/|/|/|/|/|/|/
王五|无|无|无|无|无|无|无
赵六|-|--|——|—|－|\|
钱七|不详|不详|不详|不详|不清楚|未知|
孙八|***|…|……|N/A|暂无|空号|
""")


@roster(name='phones.xlsx')
def telephones_as_offices_write_them(path):
    """
    row | verdict | name | phone | landline | note | flags
    2 | new | 张三 | 19900000001 | 0579-85550001
    3 | new | 李四 | 19900000002/19900000003
    4 | new | 王五 | 19900000004 | 660004
    5 | new | 赵六 | 19900000005 | 0579-85550005
    6 | new | 钱七 | 85550006
    7 | new | 孙八 | 19900000007 | 0579-85550007转801
    8 | new | 周九 | 199000000088 | | | phone:phone-odd
    9 | new | 吴十 | 19900000010 | | 儿子电话
    """
    book(path, r"""
姓名|联系电话|备注
张三|手机：19900000001\n座机：0579-85550001|
李四|19900000002\n19900000003|
王五|19900000004（短号660004）|
赵六|19900000005 （宅）0579-85550005|
钱七|85550006|
孙八|19900000007 0579-85550007转801|
周九|1990000008|
吴十|19900000010|儿子电话
""".replace('周九|1990000008', '周九|199000000088'))


@roster(name='paths.xlsx', before=[org('云溪集团党委', 'committee'), org('云溪厂党总支', 'general_branch', parent='云溪集团党委'), org('云溪厂第一党支部', parent='云溪厂党总支'),
                                  org('中共云溪厂第二支部委员会', parent='云溪厂党总支')])
def branches_by_their_path(path):
    """
    row | verdict | name | sex | branch | flags
    2 | new | 张三 | 男 | 云溪集团党委/云溪厂党总支/云溪厂第一党支部
    3 | new | 李四 | 女 | 云溪集团党委-云溪厂党总支-云溪厂第二党支部
    4 | new | 王五 | 男 | 中共云溪厂第一支部委员会
    5 | new | 赵六 | 女 | 云溪厂第二支部
    """
    book(path, '姓名|性别|所在党组织\n张三|男|云溪集团党委/云溪厂党总支/云溪厂第一党支部\n李四|女|云溪集团党委-云溪厂党总支-云溪厂第二党支部\n王五|男|中共云溪厂第一支部委员会\n'
               '赵六|女|云溪厂第二支部')
