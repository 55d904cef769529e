# SPDX-License-Identifier: GPL-3.0-or-later
"""How offices arrange their pages: groups above headings, pages below each other, tables that lie on their side."""
from . import book, org, roster


@roster(name='three.xlsx')
def headings_of_three_lines(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | joined_on | confirmed_on | education | degree | phone | address | flags
    5 | new | 张三 | 男 | 汉族 | 1985-07 | 2008-06 | 2009-06 | 大学本科 | 学士 | 19900000001 | 云溪路1号
    6 | new | 李四 | 女 | 回族 | 1990-12 | 2012-05 | 2013-05 | 大学专科 | 无 | 19900000002 | 云溪路2号
    """
    book(path, """
云溪厂党员信息采集汇总表
序号|基本情况||||党内情况||文化情况||联系情况|
|姓名|性别|民族|出生|入党|转正|学历|学位|电话|住址
||||年月|时间|时间||||
1|张三|男|汉|1985.07|2008.06|2009.06|本科|学士|19900000001|云溪路1号
2|李四|女|回|1990.12|2012.05|2013.05|大专|无|19900000002|云溪路2号
""", merged=('A1:K1', 'A2:A4', 'B2:E2', 'F2:G2', 'H2:I2', 'J2:K2', 'B3:B4', 'C3:C4', 'D3:D4', 'H3:H4', 'I3:I4', 'J3:J4', 'K3:K4'))


@roster(name='totals.xlsx')
def totals_in_the_middle(path):
    """
    row | verdict | name | branch | sex | joined_on | flags
    2 | new | 张三 | 第一党支部 | 男 | 1985-07
    3 | new | 李四 | 第一党支部 | 女 | 1990-12
    4 | row-total
    5 | new | 王五 | 第二党支部 | 男 | 2001-06
    6 | row-total
    7 | row-total
    8 | new | 赵六 | 第三党支部 | 女 | 2012-05
    9 | row-total
    10 | row-total
    11 | row-total
    """
    book(path, """
支部|序号|姓名|性别|入党时间
第一党支部|1|张三|男|1985.07
|2|李四|女|1990.12
第一党支部 汇总|||2|
第二党支部|3|王五|男|2001.06
第二党支部小计：1人||||
本页小计||3人||
第三党支部|4|赵六|女|2012.05
第三党支部 计数||||1
总计数||||4
累计|||4|
""", merged=('A2:A3',))


@roster(name='pages.xls')
def pages_with_the_columns_in_another_order(path):
    """
    row | verdict | name | sex | birth_date | joined_on | phone | flags
    4 | new | 张三 | 男 | 1985-07 | 2008-06 | 19900000001
    5 | new | 李四 | 女 | 1990-12 | 2012-05 | 19900000002
    6 | row-footer
    9 | row-skipped
    10 | row-footer
    12 | new | 王五 | 男 | 1979-07 | 2001-06 | 19900000003
    13 | new | 赵六 | 女 | 1988-01 | 2010-12 | 19900000004
    14 | row-footer
    file | table-below:11
    """
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    page = out.add_sheet('党员')
    lines = ['云溪厂党员名册', '第1页|||填报日期：2026年11月', '序号|姓名|性别|出生年月|入党时间|联系电话', '1|张三|男|1985.07|2008.06|19900000001', '2|李四|女|1990.12|2012.05|19900000002',
             '制表：王五', '', '', '云溪厂党员名册（续）', '第2页|||填报日期：2026年11月', '序号|姓名|出生年月|性别|联系电话|入党时间', '3|王五|1979.07|男|19900000003|2001.06',
             '4|赵六|1988.01|女|19900000004|2010.12', '制表：王五']
    for r, line in enumerate(lines):
        for c, cell in enumerate(line.split('|')):
            if cell:
                page.write(r, c, cell)
    page.merge(0, 0, 0, 5)
    page.merge(8, 8, 0, 5)
    out.save(path)


@roster(name='lying.xlsx')
def a_table_on_its_side(path):
    """
    row | verdict | name | sex | birth_date | joined_on | phone | flags
    2 | new | 张三 | 男 | 1985-07 | 2008-06 | 19900000001
    3 | new | 李四 | 女 | 1990-12 | 2012-05 | 19900000002
    4 | new | 王五 | 男 | 1979-07 | 2001-06 | 19900000003
    file | table-turned
    """
    book(path, """
党员信息
姓名|张三|李四|王五
性别|男|女|男
出生年月|1985.07|1990.12|1979.07
入党时间|2008.06|2012.05|2001.06
联系电话|19900000001|19900000002|19900000003
""")


@roster('auto', name='lying.xls', before=[org('云溪厂第一党支部')])
def a_table_on_its_side_with_groups(path):
    """
    row | verdict | name | sex | birth_date | branch | full_time_education | in_service_education | joined_on | confirmed_on | note | flags
    3 | new | 张三 | 男 | 1985-07-12 | 云溪厂第一党支部 | 大学专科 | 大学本科 | 2008-06-01 | 2009-06-01
    4 | new | 李四 | 女 | 1990-12 | 云溪厂第一党支部 | 大学本科 | | 2012-05 | 2013-05 | 兼职
    6 | error | 王五 | 男 | 1979-07 | 云溪厂第一党支部 | 普通高中 | | | | | joined_on:bad-date
    file | table-turned
    file | branch-from-title:云溪厂第一党支部
    """
    import datetime
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    page = out.add_sheet('Sheet1')
    day = xlwt.easyxf(num_format_str='yyyy-mm-dd')
    page.write_merge(0, 0, 0, 5, '云溪厂第一党支部党员情况对比表')
    page.write_merge(1, 3, 0, 0, '基本情况')
    page.write_merge(4, 5, 0, 0, '学历')
    page.write_merge(6, 7, 0, 0, '党内情况')
    for row, label in enumerate(('姓名', '性别', '出生日期', '全日制', '在职', '入党时间', '转正时间'), 1):
        page.write(row, 1, label)
    page.write_merge(8, 8, 0, 1, '备注')
    for column, values in ((2, ('张三', '男', datetime.date(1985, 7, 12), '大专', '本科', datetime.date(2008, 6, 1), datetime.date(2009, 6, 1))),
                           (3, ('李四', '女', '1990.12', '本科', '', '2012.05', '2013.05', '兼职')), (5, ('王五', '男', '1979年7月', '高中', None, '2001.13'))):
        for row, value in enumerate(values, 1):
            if isinstance(value, datetime.date):
                page.write(row, column, value, day)
            elif value:
                page.write(row, column, value)
    out.save(path)


@roster(name='grid.xlsx')
def only_names_in_a_grid(path):
    """
    refused | No row of headings
    """
    book(path, '云溪厂党支部党员名单（12名）\n张 三|李 四|王 五|赵 六\n钱 七|孙 八|周 九|吴 十\n郑 一|冯 二|陈 三|褚 四', merged=('A1:D1',))


@roster(name='pasted.txt')
def pasted_from_a_page_with_broken_cells(path):
    """
    row | verdict | name | sex | education | phone | note | flags
    2 | new | 张三 | 男 | 大学本科 | 19900000001 | 党小组组长，\\n兼宣传员 | education:part-taken
    3 | new | 李四 | 女 | 大学专科 | 19900000002
    4 | new | 王五 | 男 | 普通高中 | 19900000003
    """
    with open(path, 'w', encoding='utf-8', newline='') as out:
        out.write('姓名\t性别\t学历\t电话\t备注\n张三\t男\t"本科\n（在职）"\t19900000001\t"党小组组长，\n兼宣传员"\n李四\t女\t大专\t19900000002\t\n王五\t男\t高中\t19900000003\t\n')


@roster(name='broken.txt')
def pasted_with_line_breaks_and_no_quotes(path):
    """
    row | verdict | name | sex | education | phone | flags
    2 | new | 张三 | 男 | 大学本科 |
    3 | error | (在职) | | | | sex:unknown-code
    4 | new | 李四 | 女 | 大学专科 | 19900000002
    """
    with open(path, 'w', encoding='utf-8', newline='') as out:
        out.write('姓名\t性别\t学历\t电话\n张三\t男\t本科\n（在职）\t19900000001\n李四\t女\t大专\t19900000002\n')


@roster(name='mixed.csv')
def a_text_put_together_from_two(path):
    """
    row | verdict | name | sex | birth_date | phone | flags
    3 | new | 张三 | 男 | 1985-07 | 19900000001
    4 | new | 李四 | 女 | 1990-12 | 19900000002
    6 | row-skipped
    7 | row-headings
    8 | new | 王五 | 男 | 1979-07 | 19900000003
    9 | new | 赵六 | 女 | 1988-01 |
    """
    with open(path, 'wb') as out:
        out.write('\ufeff第一党支部党员,,,,,,\r\n姓名,性别,出生年月,电话,,,\r\n张三,男,1985.07,19900000001,,,\n李四,女,1990.12,19900000002,,,\r,,,,,,\n'
                  '\ufeff第二车间党员,,,,,,\r\n姓名,性别,出生年月,电话,,,\r\n王五,男,1979.07,19900000003,,,\n赵六,女,1988.01,,,,'.replace('第一党支部', '第一车间').encode())


@roster(name='wide.xlsx')
def two_hundred_columns(path):
    """
    row | verdict | name | sex | id_number | birth_date | ethnicity | joined_on | confirmed_on | phone | note | flags
    3 | new | 张三 | 男 | 990101198507120114 | 1985-07-12 | 汉族 | 2008-06-01 | 2009-06-01 | 19900000001 | 末列
    4 | new | 李四 | 女 | 990101199006150221 | 1990-06-15 | 回族 | 2012-06-01 | 2013-06-01 | 19900000002 |
    """
    def wide(out):
        page = out.worksheets[0]
        page['A1'] = '党员信息全量导出'
        heads = {1: '序号', 5: '姓名', 20: '性别', 40: '公民身份号码', 80: '民族', 120: '入党日期', 121: '转正日期', 150: '手机号码', 200: '备注'}
        people = [{1: 1, 5: '张三', 20: '男', 40: '990101198507120114', 80: '汉族', 120: '2008-06-01', 121: '2009-06-01', 150: '19900000001', 200: '末列'},
                  {1: 2, 5: '李四', 20: '女', 40: '990101199006150221', 80: '回族', 120: '2012-06-01', 121: '2013-06-01', 150: '19900000002'}]
        for column in range(1, 201):
            page.cell(2, column, heads.get(column, f'扩展字段{column:03d}'))
            for row, person in enumerate(people, 3):
                if column in person:
                    page.cell(row, column, person[column])
        page.freeze_panes = 'F3'

    book(path, [[None]], after=wide)


@roster(name='bands.xlsx')
def sections_that_stand_in_the_name_column(path):
    """
    row | verdict | name | sex | joined_on | category | branch | flags
    3 | row-section
    4 | new | 张三 | 男 | 1985-07 | 正式党员 | 
    5 | new | 李四 | 女 | 1990-12 | 正式党员 |
    6 | row-section
    7 | new | 王五 | 男 | 2026-01 | 预备党员 |
    """
    book(path, """
党员名册
序号|姓名|性别|入党时间
|正式党员|
1|张三|男|1985.07
2|李四|女|1990.12
|预备党员：1名|
3|王五|男|2026.01
""", merged=('A1:D1',))


@roster(name='notes.xlsx')
def remarks_in_two_columns_and_comments(path):
    """
    row | verdict | name | sex | phone | note | flags
    2 | new | 张三 | 男 | 19900000001 | 退休；返聘
    3 | new | 李四 | 女 | 19900000002 | 转入
    4 | new | 王五 | 男 | | 借调
    """
    from openpyxl.comments import Comment

    def after(out):
        page = out.worksheets[0]
        page['B2'].comment = Comment('身份证待核', '某人')
        page['C2'].hyperlink = 'tel:19900000001'
        page['C2'].value = '19900000001'
        page['A2'].hyperlink = 'https://example.org/'
        page['A2'].value = '张三'

    book(path, '姓名|性别|电话|备注|备注2\n张三|男||退休|返聘\n李四|女|19900000002||转入\n王五|男||借调|', after=after)


@roster(name='twice.xlsx')
def the_same_heading_twice(path):
    """
    row | verdict | name | sex | phone | joined_on | flags
    2 | new | 张三 | 男 | 19900000001 | 2008-06
    3 | new | 李四 | 女 | | 2012-05
    file | column-twice:联系电话
    """
    book(path, '姓名|性别|联系电话|入党时间|联系电话\n张三|男|19900000001|2008.06|\n李四|女||2012.05|19900000002')


@roster(name='weeks.xlsx')
def days_in_formats_of_other_lands(path):
    """
    row | verdict | name | birth_date | flags
    2 | new | 甲一 | 1985-07-12
    3 | new | 甲二 | 1985-07-12
    4 | new | 甲三 | 1985-07-12
    5 | new | 甲四 | 1985-07-12
    6 | new | 甲五 | 1985-07-12
    7 | new | 甲六 | 1985-07-12
    8 | new | 甲七 | 1985-07-12
    """
    def after(out):
        page = out.worksheets[0]
        for row, shape in enumerate(('e"年"m"月"d"日"', 'e.m', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '[$-411]ge.m.d', '[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'yyyy.mm;@',
                                     'yyyy/mm/dd\\ aaaa'), 2):
            page.cell(row, 2, 31240).number_format = shape

    book(path, '姓名|出生日期\n甲一\n甲二\n甲三\n甲四\n甲五\n甲六\n甲七', after=after)


@roster(name='doubles.xlsx')
def one_person_in_two_branches(path):
    """
    row | verdict | name | branch | sex | id_number | birth_date | phone | flags
    2 | new | 张三 | 一支部 | 男 | 990101198507120114 | 1985-07-12 | 19900000001
    3 | new | 李四 | 一支部 | 女 | | | 19900000002
    4 | error | 张三 | 二支部 | 男 | 990101198507120114 | 1985-07-12 | 19900000009 | double-in-file
    5 | new | 李四 | 二支部 | 女 | | | 19900000005
    """
    book(path, '支部|姓名|性别|身份证号|电话\n一支部|张三|男|990101198507120114|19900000001\n一支部|李四|女||19900000002\n二支部|张三|男|990101198507120114|19900000009\n二支部|李四|女||19900000005')


@roster(name='card.xlsx')
def a_table_beside_its_statistics(path):
    """
    row | verdict | name | sex | birth_date | education | flags
    3 | new | 张三 | 男 | 1985-07 | 大学本科
    4 | new | 李四 | 女 | 1990-12 | 大学专科
    5 | new | 王五 | 男 | 1979-07 | 普通高中
    file | unknown-column:项目
    file | unknown-column:人数
    """
    book(path, """
党员名单|||||统计
姓名|性别|出生年月|学历||项目|人数
张三|男|1985.07|本科||男|2
李四|女|1990.12|大专||女|1
王五|男|1979.07|高中||合计|3
""")


@roster('auto', name='orgs.xlsx')
def organisations_with_counts_below(path):
    """
    row | verdict | name | opened_on | contact | phone | flags
    4 | new | 云溪厂第一党支部 | 1980-07 | 张三 | 19900000001
    5 | new | 云溪厂第二党支部 | 1990-12-01 | 李四 | 19900000002
    6 | row-total
    file | unknown-column:党员总数
    file | unknown-column:其中/女
    file | unknown-column:其中/预备党员
    file | unknown-column:其中/少数民族
    """
    book(path, """
云溪厂党总支所属党支部基本情况统计表
序号|党支部名称|成立时间|联系人|联系电话|党员总数|其中||
||||||女|预备党员|少数民族
1|云溪厂第一党支部|1980.07|张三|19900000001|30|10|1|2
2|云溪厂第二党支部|1990.12.1|李四|19900000002|28|9|0|1
合计|||||58|19|1|3
""", merged=('A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:I2'))
