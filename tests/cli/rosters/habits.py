# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters of the second look: prepared rows, long instructions, blocks of several branches, texts of other makes."""
from . import book, org, roster, text


@roster(name='prepared.xlsx')
def rows_prepared_for_more_people(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | joined_on | flags
    3 | new | 张三 | 男 | 汉族 | 1985-07 | 2008-06
    4 | new | 李四 | 女 | 汉族 | 1990-12 | 2012-05
    5 | row-skipped
    6 | row-skipped
    7 | row-skipped
    """
    book(path, [['党员名册'], ['序号', '姓名', '性别', '民族', '出生年月', '入党时间', '年龄', '党龄'], [1, '张三', '男', '汉', '1985.07', '2008.06', 41, 18],
                [2, '李四', '女', '汉', '1990.12', '2012.05', 35, 14], [3, None, None, None, None, None, 126, 126], [4, None, None, None, None, None, '#VALUE!', 126], [5]])


@roster(name='date.xlsx', before=[org('云溪厂党支部')])
def a_date_and_a_seal_at_the_foot(path):
    """
    row | verdict | name | sex | joined_on | branch | flags
    3 | new | 张三 | 男 | 2008-06 | 云溪厂党支部
    4 | new | 李四 | 女 | 2012-05 | 云溪厂党支部
    6 | row-section
    7 | row-footer
    file | branch-from-title:云溪厂党支部
    """
    book(path, '云溪厂党支部党员花名册\n姓名|性别|入党时间\n张三|男|2008.06\n李四|女|2012.05\n\n中共云溪厂支部委员会\n2026年11月20日\n')


@roster(name='blocks.xlsx')
def blocks_of_several_branches(path):
    """
    row | verdict | name | sex | phone | branch | flags
    4 | new | 张三 | 男 | 19900000001 | 第一党支部
    5 | new | 李四 | 女 | 19900000002 | 第一党支部
    4 | new | 王五 | 男 | 19900000003 | 第二党支部
    5 | new | 赵六 | 女 | 19900000004 | 第二党支部
    file | branch-from-title:第一党支部
    file | branch-from-title:第二党支部
    """
    book(path, """
云溪厂党员通讯录
第一党支部||||第二党支部||
姓名|性别|电话||姓名|性别|电话
张三|男|19900000001||王五|男|19900000003
李四|女|19900000002||赵六|女|19900000004
""", merged=('A1:G1', 'A2:C2', 'E2:G2'))


@roster(name='instructions.xlsx')
def thirty_lines_of_instructions(path):
    """
    row | verdict | name | sex | birth_date | flags
    33 | new | 张三 | 男 | 1985-07
    34 | new | 李四 | 女 | 1990-12
    """
    book(path, '\n'.join(['党员信息采集表', '填表说明'] + [f'{i}. 第{i}项按档案填写，不得空缺。' for i in range(1, 30)] + ['序号|姓名|性别|出生年月', '1|张三|男|1985.07', '2|李四|女|1990.12']))


@roster(name='shifted.xlsx')
def a_table_in_the_middle_of_the_sheet(path):
    """
    row | verdict | name | sex | birth_date | phone | flags
    10 | new | 张三 | 男 | 1985-07 | 19900000001
    12 | new | 李四 | 女 | 1990-12 | 19900000002
    14 | row-total
    file | unknown-column:编  号
    """
    def after(out):
        page = out.worksheets[0]
        page['E6'] = '党 员 名 单'
        page['H7'] = '2026年'
        for row, line in ((9, ('编  号', '姓　　名', '性　别', '出　生　年　月', '电　话')), (10, (1, '张三', '男', '1985.07', '19900000001')),
                          (12, (2, '李四', '女', '1990.12', 19900000002)), (14, ('总　　计', '2人'))):
            for column, cell in enumerate(line, 5):
                page.cell(row, column, cell)

    book(path, [[None]], after=after)


@roster(name='sep.csv')
def a_text_that_names_its_separator(path):
    """
    row | verdict | name | sex | note | flags
    3 | new | 张三 | 男 | 一，二
    4 | new | 李四 | 女 |
    """
    with open(path, 'w', encoding='utf-8-sig') as out:
        out.write('sep=;\n姓名;性别;备注\n张三;男;一，二\n李四;女;\n')


@roster(name='export.xls')
def a_tabbed_text_named_xls(path):
    """
    row | verdict | name | sex | birth_date | joined_on | phone | flags
    2 | new | 张三 | 男 | 1985-07-12 | 2010-07-01 | 19900000001
    3 | new | 李四 | 女 | 1990-12-03 | 2015-06-01 |
    """
    text(path, """
姓名|性别|出生日期|入党日期|手机
张三|男|1985-07-12 00:00:00|2010/7/1 0:00:00|19900000001
李四|女|1990-12-03T00:00:00|2015年6月1日|
""", separator='\t', encoding='gbk')


@roster(name='pipes.txt')
def a_table_of_strokes(path):
    """
    row | verdict | name | sex | joined_on | flags
    2 | row-skipped
    3 | new | 张三 | 男 | 2008-06
    4 | new | 李四 | 女 | 2012-05
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('| 姓名 | 性别 | 入党时间 |\n| --- | --- | --- |\n| 张三 | 男 | 2008.06 |\n| 李四 | 女 | 2012.05 |\n')


@roster(name='blanks.txt')
def a_table_of_blanks(path):
    """
    refused | No row of headings
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('姓名      性别   入党时间    联系电话\n张三      男     2008.06     19900000001\n李四      女     2012.05     19900000002\n欧阳娜娜  女     2015.06     19900000003\n')


@roster(name='codes.csv')
def words_with_their_codes(path):
    """
    row | verdict | name | sex | ethnicity | education | category | flags
    2 | new | 张三 | 男 | 汉族 | 大学本科毕业 | 正式党员
    3 | new | 李四 | 女 | 回族 | 大学专科 | 预备党员
    4 | new | 王五 | 男 | 土家族 | 普通高中 | 正式党员
    """
    text(path, """
姓名|性别|民族|学历|人员类别
张三|1-男|01-汉族|21-大学本科毕业|1-正式党员
李四|女(2)|回族(03)|大学专科(30)|预备党员(2)
王五|男_1|土家族_15|60普通高中|正式党员
""")


@roster(name='both.xlsx')
def both_ways_of_learning_in_one_cell(path):
    """
    row | verdict | name | education | full_time_education | in_service_education | flags
    2 | new | 张三 | 硕士研究生 | 大学本科 | 硕士研究生 | education:two-educations
    3 | new | 李四 | 大学本科 | 大学专科 | 大学本科 | education:two-educations
    4 | new | 王五 | 普通高中 | 普通高中 | | education:two-educations
    """
    book(path, '姓名|学历（全日制/在职）\n张三|全日制：大学本科\\n在职：硕士研究生\n李四|大专/本科\n王五|高中/')


@roster(name='lines.xlsx')
def two_lines_for_each_person(path):
    """
    row | verdict | name | sex | joined_on | ethnicity | confirmed_on | flags
    3 | row-headings
    4 | new | 张三 | 男 | 2008-06 | 汉族 | 2009-06
    5 | row-joined
    6 | new | 李四 | 女 | 2012-05 | 回族 | 2013-05
    7 | row-joined
    """
    book(path, """
党员名册
序号|姓名|性别|入党时间
||民族|转正时间
1|张三|男|2008.06
||汉|2009.06
2|李四|女|2012.05
||回|2013.05
""", merged=('A1:D1', 'A2:A3', 'B2:B3', 'A4:A5', 'B4:B5', 'A6:A7', 'B6:B7'))


@roster(name='spaced.xlsx')
def cells_broken_and_spread(path):
    """
    row | verdict | name | sex | birth_date | id_number | phone | branch | joined_on | flags
    2 | new | 张三 | 男 | 1985-07-12 | 990101198507120114 | 19900000001 | 云溪厂第一党支部 | 2008-06-01
    3 | new | 欧阳娜娜 | 女 | 1990-06-15 | 990101199006150221 | 19900000002 | 云溪厂第一党支部 | 2012-05-01
    """
    book(path, [['姓  名', '性  别', '身份证\n号  码', '联系\n电话', '所 在\n党 支 部', '入党\n时间'],
                ['张\n三', ' 男', '990101\n19850712\n0114', '199 0000\n0001', '云溪厂\n第一党支部', '2008年\n6月1日'],
                ['欧阳\n娜娜', '女 ', '990101 1990 0615 0221', '199-00000002', '云溪厂第一党支部 ', '2012. 05. 01']])


@roster(name='merged.xlsx')
def names_over_two_columns(path):
    """
    row | verdict | name | sex | joined_on | phone | flags
    3 | new | 张三 | 男 | 2008-06 | 19900000001
    4 | new | 李四 | 女 | 2012-05 | 19900000002
    """
    book(path, """
党员名册
序号|姓名||性别|入党时间||电话
1|张三||男|2008.06||19900000001
2|李四||女|2012.05||19900000002
""", merged=('A1:G1', 'B2:C2', 'E2:F2', 'B3:C3', 'E3:F3', 'B4:C4', 'E4:F4'))


@roster(name='one.csv')
def dates_in_one_cell(path):
    """
    row | verdict | name | joined_on | confirmed_on | flags
    2 | new | 张三 | 2010-07 | 2011-07 | joined_on:cell-of-two
    3 | error | 李四 | | | joined_on:bad-date
    4 | new | 王五 | 1985-07-12
    """
    text(path, '姓名|入党时间\n张三|2010.07（预备）2011.07（转正）\n李四|2010.07-2011.07\n王五|1985/07/12')


@roster(name='counts.xlsx')
def branches_with_their_numbers(path):
    """
    row | verdict | name | branch | sex | flags
    2 | new | 张三 | 第一党支部 | 男
    3 | new | 李四 | 第一党支部 | 女
    4 | new | 王五 | 第二党支部 | 男
    """
    book(path, '支部（人数）|姓名|性别\n第一党支部（2人）|张三|男\n|李四|女\n第二党支部\\n（1人）|王五|男', merged=('A2:A3',))


@roster(name='people.xlsx')
def headings_of_a_personnel_office(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | native_place | birth_place | joined_on | work_started_on | full_time_education | full_time_school | in_service_education | duty | technical_title | phone | flags
    3 | new | 张三 | 男 | 汉族 | 1968-02 | 东山县 | 西山县 | 1990-05 | 1988-08 | 大学本科 | 云溪大学中文系 | 研究生 | 局长 | 高级政工师 | 19900000001
    4 | new | 李四 | 女 | 回族 | 1981-10 | 东山县 | | 2003-12 | 2004-07 | 硕士研究生 | | | 副科长 | | 19900000002
    file | unknown-column:任现职时间
    file | unknown-column:任现职级时间
    """
    book(path, """
干部名册
人员姓名|性别|民族|出生年月|籍贯|出生地|入党时间|参加工作时间|全日制教育学历|全日制毕业院校系及专业|在职教育学历|现任职务|专业技术职务|任现职时间|任现职级时间|手机号码（长号）
张三|男|汉族|1968.02|东山县|西山县|1990.05|1988.08|大学|云溪大学中文系|研究生|局长|高级政工师|2020.05|2019.01|19900000001
李四|女|回族|1981.10|东山县||2003.12|2004.07|硕士研究生|||副科长||2022.05|2021.01|19900000002
""")


@roster(name='empty.xlsx')
def every_second_row_is_empty(path):
    """
    row | verdict | name | sex | phone | flags
    2 | new | 张三 | 男 | 19900000001
    4 | new | 李四 | 女 | 19900000002
    306 | new | 王五 | 男 | 19900000003
    """
    def after(out):
        page = out.worksheets[0]
        for row in range(5, 300):
            page.cell(row, 1, ' ')
        for column, cell in enumerate(('王五', '男', '19900000003'), 1):
            page.cell(306, column, cell)

    book(path, '姓名|性别|电话\n张三|男|19900000001\n\n李四|女|19900000002', after=after)


@roster(name='moved.xlsx')
def people_who_came_and_went(path):
    """
    row | verdict | name | sex | joined_on | note | branch | flags
    3 | new | 张三 | 男 | 2008-06 | 2021.3转入 | 第一党支部
    4 | row-section
    5 | row-left
    file | branch-from-title:第一党支部
    """
    book(path, """
第一党支部党员名册
姓名|性别|入党时间|备注
张三|男|2008.06|2021.3转入
以下为转出党员|||
李四|女|2012.05|
""", merged=('A4:D4',))


@roster(name='slashes.xlsx')
def two_facts_under_one_heading(path):
    """
    row | verdict | name | sex | ethnicity | education | degree | birth_date | native_place | joined_on | confirmed_on | flags
    2 | new | 张三 | 男 | 汉族 | 大学本科 | 学士 | 1985-07 | 东山县 | 2008-06 | 2009-06 | education:part-taken
    3 | new | 李四 | 女 | 回族 | 硕士研究生 | 硕士 | 1990-12 | 西山县 | 2012-05 | | education:part-taken
    4 | new | 王五 | 男 | 满族 | 大学专科 | | 1979-07 | | 2001-06 | 2002-06
    5 | error | 赵六 | | 汉族 | | | | 1985.07 | | | sex:unknown-code birth_date:bad-date joined_on:bad-date
    file | column-of-two:性别/民族
    file | column-of-two:出生年月/籍贯
    file | column-of-two:入党/转正时间
    """
    book(path, '姓名|性别/民族|学历/学位|出生年月/籍贯|入党/转正时间\n张三|男/汉|本科/学士|1985.07/东山县|2008.06/2009.06\n李四|女/回族|硕士研究生/硕士|1990.12/西山县|2012.05/\n'
               '王五|男、满|大专|1979.07|2001.06/2002.06\n赵六|人/汉||东山/1985.07|2001/06/2002/06')
