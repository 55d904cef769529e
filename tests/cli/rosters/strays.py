# SPDX-License-Identifier: GPL-3.0-or-later
"""Two facts in one cell, and what belongs to a person on a second line."""
from . import book, member, org, roster


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


@roster(name='lines.xlsx')
def second_lines_below_merged_names(path):
    """
    row | verdict | name | sex | education | full_time_education | in_service_education | work_unit | phone | address | note | flags
    3 | new | 张三 | 男 | 大学本科 | 大学专科 | 大学本科 | 云溪厂；云溪公司董事 | 19900000001/19900000011 | 东山县云溪镇云溪路1号 | 退休返聘；兼任调解员 | education:two-educations
    4 | row-joined
    5 | new | 李四 | 女 | 硕士研究生 | | | 云溪小学 | 19900000002 | 西山县 | 工龄：2012.05；曾用名李小四
    6 | row-joined
    7 | new | 王五 | 男 | | | | | 19900000003
    8 | row-continued
    file | unknown-column:工龄
    """
    book(path, """
党员信息登记
序号|姓名|性别|学历|工作单位|联系电话|家庭住址|备注|工龄
1|张三|男|大专|云溪厂|19900000001|东山县云溪镇|退休返聘|20
|||本科|云溪公司董事|19900000011|云溪路1号|兼任调解员|
2|李四|女|硕士研究生|云溪小学|19900000002|西山县||
|||||||工龄：2012.05；曾用名李小四|
3|王五|男|||19900000003|||30
||||||||31
""", merged=('A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'A7:A8', 'B7:B8'))


@roster(name='blank.csv')
def second_lines_without_a_name(path):
    """
    row | verdict | name | sex | work_unit | joined_on | address | note | flags
    2 | new | 张三 | 男 | 云溪厂；云溪公司 | 2008-06 | 东山县云溪镇云溪路1号
    3 | row-joined
    4 | new | 李四 | 女 | 云溪小学 | 2012-05 | 西山县云溪路2号
    5 | row-joined
    6 | new | 王五 | 男 | | 2001-06
    7 | error | | 男 | 云溪厂 | | | | name:name-missing
    8 | new | 赵六 | 女 | | 1999-07 | 东山县
    9 | row-section
    """
    from . import text
    text(path, """
姓名|性别|工作单位|入党时间|家庭住址|备注
张三|男|云溪厂|2008.06|东山县云溪镇|
||云溪公司||云溪路1号|
李四|女|云溪小学|2012.05|西山县|
||||云溪路2号|
王五|男||2001.06||
|男|云溪厂|||
赵六|女||1999.07|东山县|
||||云溪厂党支部|
""")


@roster(name='pairs.xlsx')
def second_lines_with_what_cannot_be_joined(path):
    """
    row | verdict | name | sex | joined_on | birth_date | note | flags
    2 | new | 张三 | 男 | 2008-06 | 1985-07 | 先进；入党时间：2009.06
    3 | row-joined
    4 | new | 李四 | 女 | 2012-05 | 1990-12 | 入党时间：2013.05
    5 | row-joined
    """
    book(path, '姓名|性别|入党时间|出生年月|备注\n张三|男|2008.06|1985.07|先进\n||2009.06||\n李四|女|2012.05||\n||2013.05|1990.12|',
         merged=('A2:A3', 'B2:B3', 'A4:A5', 'B4:B5'))


@roster(name='long.xlsx')
def a_name_merged_over_many_lines(path):
    """
    row | verdict | name | sex | note | phone | flags
    2 | new | 张三 | 男 | 一；二；三；四；五；六；七；八；九
    3 | row-joined
    4 | row-joined
    5 | row-joined
    6 | row-joined
    7 | row-joined
    8 | row-joined
    9 | row-joined
    10 | row-joined
    11 | row-continued
    12 | new | 李四 | 女
    13 | error | | | 有 | 19900000003 | name:name-missing
    """
    book(path, '姓名|性别|备注|手机\n张三|男|一\n' + '\n'.join(f'||{word}' for word in '二三四五六七八九十') + '\n李四|女\n||有|19900000003', merged=('A2:A11',))


@roster(name='known.xlsx', before=[org('第一党支部'), member('张三', branch='第一党支部', birth_date='1985-07', sex='男'),
                                   member('李四', branch='第一党支部', birth_date='1990-12', sex='女', ethnicity='回族')])
def second_facts_of_who_is_there(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | branch | flags
    2 | update | 张三 | 男 | 汉族 | 1985-07 | 第一党支部 | sex:cell-of-two
    3 | same | 李四 | 女 | 回族 | 1990-12 | 第一党支部 | sex:cell-of-two
    """
    book(path, '姓名|性别|出生年月|党支部\n张三|男/汉族|1985.07|第一党支部\n李四|女/回族|1990.12|第一党支部')
