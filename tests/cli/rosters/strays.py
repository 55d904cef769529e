# SPDX-License-Identifier: GPL-3.0-or-later
"""Two facts in one cell, and what belongs to a person on a second line."""
from . import book, roster


@roster(name='two.xlsx')
def facts_beside_each_other(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | joined_on | confirmed_on | category | note | flags
    2 | new | 张三 | 男 | 汉族 | 1960-05 | 2010-07 | 2011-07 | 正式党员 | 出生年月：1960.5/湖南长沙 | sex:cell-of-two birth_date:words-aside joined_on:cell-of-two
    3 | new | 李四 | 女 | 回族 | 1990-12-03 | 2012-05 | 2013-05 | | 出生年月：1990-12-03（湖南长沙） | sex:cell-of-two birth_date:words-aside joined_on:cell-of-two
    4 | new | 王五 | 男 | 满族 | 1979-07 | 2001-06 | 2002-06 | 正式党员 | | sex:cell-of-two joined_on:cell-of-two
    5 | error | 赵六 | | | | | | 预备党员 | | sex:unknown-code birth_date:bad-date joined_on:bad-date
    6 | error | 钱七 | 男 | | | | | 正式党员 | | birth_date:bad-date joined_on:bad-date
    """
    book(path, """
姓名|性别|出生年月|入党时间|人员类别
张三|男/汉族|1960.5/湖南长沙|2010.07（预备）2011.07（转正）|正式党员
李四|女，回|1990-12-03（湖南长沙）|2012.05入党，2013.05转正|
王五|男 满族|1979.07|入党：2001.06\\n转正：2002.06|正式党员
赵六|男/女|1985.07左右|2010.07转正2009.07|预备党员
钱七|男|1985.07/1986.07|2010.07 2011.07|正式党员
""")


@roster(name='headings.xlsx')
def two_facts_under_headings_of_many_spellings(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | native_place | joined_on | confirmed_on | school | major | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07 | 东山县 | 2008-06 | 2009-06 | 云溪大学 | 中文
    3 | new | 李四 | 女 | 回族 | 1990-12-03 | 西山县云溪镇 | 2012-05 | | 云溪学院
    4 | new | 王五 | 男 | 满族 | 1979 | 东山县 | 2001-06-01 | 2002-06-01 | 云溪大学 | 法学
    5 | new | 赵六 | 男 | | 1985-07 | | 2008-06 | 2009-06
    file | column-of-two:性别民族
    file | column-of-two:出生年月及籍贯
    file | column-of-two:入党时间（转正时间）
    file | column-of-two:毕业院校、专业
    """
    book(path, """
姓名|性别民族|出生年月及籍贯|入党时间（转正时间）|毕业院校、专业
张三|男汉族|1985.07东山县|2008.06（2009.06）|云溪大学、中文
李四|女 回|1990-12-03 西山县云溪镇|2012.05|云溪学院
王五|男/满族|1979年东山县|2001-06-01/2002-06-01|云溪大学/法学
赵六|男|1985年7月|2008.06-2009.06|
""")


@roster(name='both.xlsx')
def both_ways_of_learning(path):
    """
    row | verdict | name | education | full_time_education | in_service_education | flags
    2 | new | 张三 | 大学本科 | 大学专科 | 大学本科 | education:two-educations
    3 | new | 李四 | 硕士研究生 | 大学本科 | 硕士研究生 | education:two-educations
    4 | new | 王五 | 大学专科 | 大学专科 | 普通高中 | education:two-educations
    5 | new | 赵六 | 大学本科
    6 | error | 钱七 | | | | education:unknown-code
    """
    book(path, """
姓名|学历
张三|全日制：大专 在职：本科
李四|全日制本科，在职硕士研究生
王五|大专（全日制）/高中（在职）
赵六|全日制大学本科
钱七|全日制：大专 在职：宇宙
""")
