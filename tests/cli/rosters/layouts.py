# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the table stands, what its headings are, and which rows are no people."""
import datetime

from . import book, org, roster, text


@roster(name='roster.xlsx', before=[org('云溪厂第一党支部')])
def title_unit_and_footers(path):
    """
    row | verdict | name | sex | branch | birth_date | phone | note | flags
    5 | new | 张三 | 男 | 云溪厂第一党支部 | 1985-07 | 19900000001
    6 | new | 李四 | 女 | 云溪厂第一党支部 | 1990-12 | 19900000002 | 退休
    7 | row-total
    8 | row-footer
    9 | row-footer
    10 | row-footer
    file | branch-from-title:云溪厂第一党支部
    """
    book(path, r"""
云溪厂第一党支部党员花名册
填报单位：云溪厂（盖章）|||||截至2026年11月30日
说明：1.出生年月按档案填写；2.联系电话填写手机。
序号|姓 名|性别|出生\n年月|联系电话\n（手机）|备注
1|张三|男|1985.07|19900000001|
2|李四|女|1990.12|19900000002|退休
合计|2人
填表人：王五||审核人：赵六||填表日期：2026.11.30
备注：1. 本表一式两份。
支部书记（签字）：
""", merged=('A1:F1', 'A3:F3'))


@roster(name='headings.xlsx')
def headings_of_every_spelling(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | id_number | native_place | education | joined_on | confirmed_on | category | post | phone | address | work_unit | note | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07-12 | 990101198507120018 | 东山县 | 大学本科 | 2010-07-01 | 2011-07-01 | 正式党员 | 书记 | 19900000001 | 云溪路1号 | 云溪厂 | 好 | post:post-without-branch
    """
    book(path, r"""
序\n号|姓~~名\n（必填）|性 别|民  族|出生年月日|公民身份证号码|籍  贯|文化\n程度|加入党组织时间|转为正式党员的时间|党员类别（正式/预备）|党内\n职务|联系电话（11位）|现居住地详细地址|工作单位*|备 注
1|张三|男|汉|1985.7.12|990101198507120018|东山县|本科|2010.7.1|2011.7.1|正式|书记|19900000001|云溪路1号|云溪厂|好
""")


@roster(name='headings.xlsx')
def more_spellings(path):
    """
    row | verdict | name | sex | birth_date | id_number | education | joined_on | confirmed_on | phone | branch | activist_on | applied_on | flags
    2 | new | 张三 | 男 | 1985-07-12 | 990101198507120018 | 大学本科 | 2010-07-01 | 2011-07-01 | 19900000001 | 第一党支部 | 2008-09 | 2008-01-03
    file | unknown-column:编号
    """
    book(path, r"""
编号|党员姓名|性別|出生年月（档案）|居民身份证号码（18位）|最高学历（学位）|入党年月日|转正日期（预备党员不填）|本人手机号|组织关系所在党支部名称|列为入党积极分子时间|递交入党申请书日期
1|张三|男|1985.7.12|990101198507120018|本科|2010.7.1|2011.7.1|19900000001|第一党支部|2008.9|2008-1-3
""")


@roster(name='two.xlsx')
def headings_on_two_lines(path):
    """
    row | verdict | name | sex | birth_date | joined_on | confirmed_on | full_time_education | full_time_school | in_service_education | in_service_school | phone | flags
    4 | new | 张三 | 男 | 1985-07 | 2010-07-01 | 2011-07-01 | 大学本科 | 云溪学院 | | | 19900000001
    5 | new | 李四 | 女 | 1990-12 | 2015-06 | | 大学专科 | | 省（区、市）委党校大学 | 省委党校 | 19900000002
    """
    book(path, r"""
党员信息表
序号|姓名|性别|出生年月|入党||全日制教育||在职教育||联系\\n电话
||||时间|转正时间|学历|毕业院校系及专业|学历|毕业院校系及专业|
1|张三|男|1985.07|2010.7.1|2011.7.1|本科|云溪学院|||19900000001
2|李四|女|1990.12|2015.06||大专||省委党校大学|省委党校|19900000002
""", merged=('A1:K1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2', 'I2:J2', 'K2:K3'))


@roster(name='family.xlsx')
def family_beside_the_member(path):
    """
    row | verdict | name | sex | phone | flags
    3 | new | 张三 | 男 | 19900000001
    4 | new | 李四 | 女 | 19900000002
    file | unknown-column:家庭成员/姓名
    file | unknown-column:家庭成员/关系
    file | unknown-column:家庭成员/联系电话
    """
    book(path, r"""
序号|姓名|性别|联系电话|家庭成员||
||||姓名|关系|联系电话
1|张三|男|19900000001|张甲|父|19900000009
2|李四|女|19900000002|李乙|母|
""", merged=('A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1'))


@roster(name='beside.xlsx')
def two_blocks_side_by_side(path):
    """
    row | verdict | name | sex | phone | flags
    2 | new | 张三 | 男 | 19900000001
    3 | new | 李四 | 女 | 19900000002
    4 | new | 王五 | 男 |
    2 | new | 赵六 | 女 | 19900000004
    3 | new | 钱七 | 男 |
    """
    book(path, r"""
序号|姓名|性别|电话||序号|姓名|性别|电话
1|张三|男|19900000001||4|赵六|女|19900000004
2|李四|女|19900000002||5|钱七|男|
3|王五|男
""")


@roster(name='sections.xlsx')
def sections_and_totals(path):
    """
    row | verdict | name | sex | branch | group | category | flags
    3 | row-section
    4 | new | 张三 | 男 | 第一党支部
    5 | new | 李四 | 女 | 第一党支部
    6 | row-total
    7 | row-section
    8 | row-section
    9 | new | 王五 | 男 | 第二党支部 | 第一党小组
    10 | row-section
    11 | new | 赵六 | 女 | 第二党支部 | 第二党小组
    12 | row-total
    """
    book(path, r"""
云溪厂党员名册
序号|姓名|性别
一、第一党支部（2人）
1|张三|男
2|李四|女
小计|2人
二、第二党支部（2人）
第一党小组
1|王五|男
（二）第二党小组
2|赵六|女
总计|4|
""", merged=('A1:C1', 'A3:C3', 'A7:C7', 'A8:C8', 'A10:C10'))


@roster(name='sections.xlsx')
def sections_by_category(path):
    """
    row | verdict | name | sex | category | flags
    2 | row-section
    3 | new | 张三 | 男 | 正式党员
    4 | new | 李四 | 女 | 正式党员
    5 | row-section
    6 | new | 王五 | 男 | 预备党员
    7 | row-section
    8 | new | 赵六 | 女 | 入党积极分子
    """
    book(path, r"""
序号|姓名|性别
正式党员（2名）
1|张三|男
2|李四|女
预备党员
3|王五|男
三、入党积极分子（1人）
4|赵六|女
""", merged=('A2:C2', 'A5:C5', 'A7:C7'))


@roster(name='down.xlsx')
def merged_down_and_ditto(path):
    """
    row | verdict | name | branch | group | work_unit | joined_on | flags
    2 | new | 张三 | 第一党支部 | 第一小组 | 云溪厂 | 2010-07
    3 | new | 李四 | 第一党支部 | 第一小组 | 云溪厂 | 2010-07
    4 | new | 王五 | 第一党支部 | 第二小组 | 云溪厂 | 2011-07
    5 | new | 赵六 | 第二党支部 | | 溪南厂 | 2011-07
    6 | new | 钱七 | 第二党支部 | | |
    """
    book(path, r"""
支部名称|党小组|姓名|工作单位|入党时间
第一党支部|第一小组|张三|云溪厂|2010.07
||李四|〃|同上
|第二小组|王五|″|2011.7
第二党支部||赵六|溪南厂|"
||钱七||
""", merged=('A2:A4', 'B2:B3', 'A5:A6'))


@roster(name='once.xlsx')
def branch_only_in_its_first_row(path):
    """
    row | verdict | name | branch | flags
    2 | new | 张三 | 第一党支部
    3 | new | 李四 | 第一党支部 | branch:branch-from-above
    4 | new | 王五 | 第一党支部 | branch:branch-from-above
    5 | new | 赵六 | 第二党支部
    6 | new | 钱七 | 第二党支部 | branch:branch-from-above
    """
    book(path, '支部|姓名\n第一党支部|张三\n|李四\n|王五\n第二党支部|赵六\n|钱七')


@roster(name='template.xlsx')
def notes_inside_the_data(path):
    """
    row | verdict | name | id_number | branch | sex | birth_date | joined_on | flags
    2 | new | 张三 | 990101198507120018 | 第一党支部 | 男 | 1985-07-12 | 2010-07-01
    3 | new | 李四 | 990101199012030023 | 第一党支部 | 女 | 1990-12-03 | 2015-06-01
    4 | row-footer
    5 | row-footer
    7 | row-skipped
    """
    book(path, [['姓名', '身份证号码', '所在党支部', '加入党组织日期'], ['张三', '990101198507120018', '第一党支部', datetime.date(2010, 7, 1)],
                ['李四', '990101199012030023', '第一党支部', datetime.date(2015, 6, 1)], [None, '说明：身份证号码和学工号必须填写一个'],
                [None, '日期格式：2010.07.01'], [], [None, '请勿修改表头']], merged=('B7:D14',))


@roster(name='template.xlsx')
def required_rows_and_samples(path):
    """
    row | verdict | name | sex | birth_date | id_number | phone | flags
    7 | row-template
    8 | row-template
    9 | row-sample
    10 | new | 张三 | 男 | 1985-07 | | 19900000001
    11 | row-sample
    12 | new | 李四 | 女 | 1990-12
    """
    book(path, r"""
党员信息采集表
填写说明：
1. 姓名、性别为必填项；
2. 出生日期格式为“1985.07”或“1985-07-01”；
3. 联系电话填写手机号码，示例行请勿删除。
序号|姓名|性别|出生日期|身份证号|联系电话
|必填|必填|选填|选填|选填
1|2|3|4|5|6
示例|王小明|男|1985.07|990101198507120018|19900000000
1|张三|男|1985.07||19900000001
例|某某某|女|1990.01||
2|李四|女|1990.12||
""", merged=('A1:F1', 'A2:F2', 'A3:F3', 'A4:F4', 'A5:F5'))


@roster(name='stray.xlsx')
def stray_cells(path):
    """
    row | verdict | name | sex | phone | flags
    2 | new | 张三 | 男 | 19900000001
    3 | new | 李四 | 女 | 19900000002
    40 | row-skipped
    file | unknown-column:O
    """
    def strays(out):
        page = out.worksheets[0]
        page['O2'], page['H40'], page['E3'] = '核对过', 'x', ' '

    book(path, '姓名|性别|电话\n张三|男|19900000001\n李四|女|19900000002', after=strays)


@roster(name='pages.xlsx')
def headings_on_every_page(path):
    """
    row | verdict | name | sex | phone | flags
    3 | new | 张三 | 男 | 19900000001
    4 | row-footer
    5 | row-skipped
    6 | row-headings
    7 | new | 李四 | 女 | 19900000002
    8 | row-footer
    """
    book(path, r"""
第一车间党员名册
序号|姓  名|性别|电话
1|张三|男|19900000001
第 1 页，共 2 页
第一车间党员名册
序号|姓  名|性别|电话
2|李四|女|19900000002
第 2 页，共 2 页
""", merged=('A1:D1', 'A4:D4', 'A5:D5', 'A8:D8'))


@roster(name='below.xlsx')
def another_table_below(path):
    """
    row | verdict | name | sex | joined_on | confirmed_on | category | applied_on | activist_on | mentors | phone | flags
    3 | new | 张三 | 男 | 2010-07 | 2011-07 | 正式党员 | | | | 19900000001
    4 | new | 李四 | 女 | 2015-06 | 2016-06 | 正式党员 | | | | 19900000002
    6 | row-skipped
    8 | new | 王五 | 男 | | | 入党积极分子 | 2025-01-03 | 2025-09 | 张三、李四 | 19900000003
    9 | new | 赵六 | 女 | | | 入党积极分子 | 2025-03 | | 张三 |
    file | table-below:7
    file | category-from-title:正式党员
    file | category-from-title:入党积极分子
    """
    book(path, r"""
正式党员名册
序号|姓名|性别|入党时间|转正时间|联系电话
1|张三|男|2010.07|2011.07|19900000001
2|李四|女|2015.06|2016.06|19900000002

入党积极分子名册
序号|姓名|性别|申请入党时间|确定积极分子时间|培养联系人|联系电话
1|王五|男|2025.1.3|2025.9|张三、李四|19900000003
2|赵六|女|2025.3||张三|
""", merged=('A1:F1', 'A6:G6'))


@roster(name='hidden.xlsx', before=[org('第一党支部')])
def hidden_rows_columns_and_sheets(path):
    """
    row | verdict | name | sex | phone | branch | flags
    2 | new | 张三 | 男 | 19900000001 | 第一党支部
    3 | new | 李四 | 女 | 19900000002 | 第一党支部
    4 | new | 王五 | 男 | 19900000003 | 第一党支部
    file | hidden-sheet-not-taken:旧名册
    """
    def hide(out):
        page = out.worksheets[0]
        page.row_dimensions[3].hidden = True
        page.column_dimensions['C'].hidden = True
        page.auto_filter.ref = 'A1:C4'
        out.worksheets[1].sheet_state = 'hidden'

    book(path, ('第一党支部', '姓名|性别|电话\n张三|男|19900000001\n李四|女|19900000002\n王五|男|19900000003'),
         ('旧名册', '姓名|性别|电话\n赵六|女|19900000004'), after=hide)


@roster(name='card.xlsx')
def a_form_of_one_person(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | education | native_place | id_number | phone | joined_on | confirmed_on | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07-12 | 大学本科 | 东山县 | 990101198507120018 | 19900000001 | 2010-07-01 | 2011-07-01
    file | form-read
    """
    book(path, r"""
党员基本信息采集表
姓名|张三|性别|男|民族|汉族
出生日期|1985.07.12|学历|本科|籍贯|东山县
身份证号|990101198507120018||联系电话|19900000001|
入党时间|2010.07.01|转正时间|2011.07.01|党内职务|无
""", merged=('A1:F1',))


@roster(name='duty.xlsx')
def a_duty_that_may_be_two(path):
    """
    row | verdict | name | post | branch | flags
    2 | new | 张三 | 书记 | 第一党支部
    3 | new | 李四 | 组织委员 | 第一党支部
    4 | new | 王五 | | 第一党支部
    file | column-post:职务
    """
    book(path, '支部|姓名|职务\n第一党支部|张三|书记\n第一党支部|李四|组织委员\n第一党支部|王五|')


@roster()
def posts_that_are_none(path):
    """
    row | verdict | name | duty | flags
    2 | new | 张三 | 车间主任
    3 | new | 李四 | 会计
    file | column-duty:职务
    file | unknown-column:工号
    """
    text(path, '姓名|职务|工号\n张三|车间主任|A01\n李四|会计|A02')


@roster(name='official.xlsx')
def the_sixteen_items(path):
    """
    row | verdict | name | sex | id_number | ethnicity | birth_date | education | category | branch | joined_on | confirmed_on | job | phone | landline | address | lost | floating | flags
    2 | new | 张三 | 男 | 990101198507120018 | 汉族 | 1985-07-12 | 大学本科 | 正式党员 | 中共云溪厂第一支部委员会 | 2010-07-01 | 2011-07-01 | 退休人员 | 19900000001 | 0579-85550001 | 云溪路1号 | 否 | 否
    3 | new | 李四 | 女 | 990101199012030023 | 汉族 | 1990-12-03 | 大学专科 | 正式党员 | 中共云溪厂第一支部委员会 | 2015-06-01 | 2016-06-01 | | | | | | | state:status-by-step
    """
    book(path, r"""
姓名|性别|公民身份号码|民族|出生日期|学历|人员类别|所在党支部|加入党组织日期|转为正式党员日期|工作岗位|联系电话（手机）|联系电话（固话）|家庭住址|党籍状态|是否为失联党员|是否为流动党员
张三|男|990101198507120018|汉族|1985-07-12|大学|正式党员|中共云溪厂第一支部委员会|2010-07-01|2011-07-01|退休人员|19900000001|0579-85550001|云溪路1号|正常|否|否
李四|女|990101199012030023|汉族|1990-12-03|大专|正式党员|中共云溪厂第一支部委员会|2015-06-01|2016-06-01|—|—|—|—|停止党籍|—|—
""")


@roster(name='national.xls')
def an_export_of_the_national_system(path):
    """
    row | verdict | name | sex | id_number | ethnicity | birth_date | education | category | degree | branch | phone | joined_on | confirmed_on | standing_correction | job | technical_title | migrant_worker | address | registered_at | lost | floating | entry_kind | confirmation_kind | joined_branch | flags
    2 | new | 张三 | 男 | 990101198507120018 | 汉族 | 1985-07-12 | 大学本科 | 正式党员 | 学士 | 第一党支部 | 19900000001 | 2010-07-01 | 2011-07-01 | -6 | 退休人员 | 工程师 | 否 | 云溪路1号 | 东山县 | 否 | 否 | 发展 | 按期转正 | 学生支部
    file | unknown-column:党员增加信息
    """
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    page = out.add_sheet('党员信息')
    head = '序号|姓名|性别|公民身份号码|民族|出生日期|学历|人员类别|学位|所在党支部|手机号码|入党日期|转正日期|党龄|党龄校正值|工作岗位|从事专业技术职务|是否农民工|现居住地|' \
           '户籍所在地|是否失联党员|是否流动党员|党员增加信息|党员减少信息|入党类型|转正情况|入党时所在支部'
    row = '1|张三|男_1|990101198507120018|汉族|1985-07-12|大学本科|正式党员|学士|第一党支部|19900000001|2010-07-01|2011-07-01|15|-6|退休人员|工程师|否|云溪路1号|东山县|否|否|转入||新吸收|' \
          '按期转正|学生支部'
    for r, line in enumerate((head, row)):
        for c, cell in enumerate(line.split('|')):
            page.write(r, c, cell)
    out.save(path)


@roster(name='stats.xlsx')
def figures_below_the_list(path):
    """
    row | verdict | name | sex | birth_date | education | flags
    2 | new | 张三 | 男 | 1985-07 | 大学本科
    3 | new | 李四 | 女 | 1990-12 | 大学专科
    5 | row-total
    6 | row-total
    7 | row-section
    8 | row-section
    """
    book(path, """
姓名|性别|出生年月|学历
张三|男|1985.07|本科
李四|女|1990.12|大专

合计|2||
其中：女|1
正式党员|2
预备党员|0
""")


@roster(name='two.xlsx')
def headings_of_two_lines_on_every_page(path):
    """
    row | verdict | name | joined_on | confirmed_on | phone | flags
    3 | new | 张三 | 2010-07 | 2011-07 | 19900000001
    5 | row-headings
    6 | row-headings
    7 | new | 李四 | 2015-06 | 2016-06 |
    """
    book(path, """
姓名|入党||电话
|时间|转正时间|
张三|2010.07|2011.07|19900000001

姓名|入党||电话
|时间|转正时间|
李四|2015.06|2016.06|
""", merged=('A1:A2', 'B1:C1', 'D1:D2', 'A5:A6', 'B5:C5', 'D5:D6'))


@roster(name='card.xlsx')
def a_form_with_a_family(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | education | phone | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07 | 大学本科 | 19900000001
    file | form-read
    """
    book(path, """
党员登记表
姓名|张三|性别|男|民族|汉族
出生年月|1985.07|学历|本科|电话|19900000001
家庭成员
称谓|姓名|出生年月|政治面貌|工作单位|
父|张甲|1960.01|群众|务农|
""", merged=('A1:F1', 'A4:F4'))


@roster(name='collection.xlsx', before=[org('云溪厂第一党支部')])
def a_form_with_blanks_and_other_words(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | id_number | joined_on | confirmed_on | branch | work_unit | phone | flags
    3 | new | 张三 | 男 | 汉族 | 1985-07 | 990101198507120018 | 2010-07 | 2011-07 | 云溪厂第一党支部 | 云溪厂 | 19900000001
    file | form-read
    file | branch-from-title:云溪厂第一党支部
    """
    book(path, """
中共党员基本信息采集表
填报单位：云溪厂第一党支部
姓 名|张 三||性 别|男|照片
民 族|汉|籍 贯||身体状况|健康
出生年月|1985.07|身份证号|990101198507120018||
入党时间|2010.07|转正时间|2011.07|党籍状态|正常
工作单位|云溪厂|学 历||联系电话|19900000001
个人简历|2008年7月至今在云溪厂工作||||
家庭主要成员|称谓|姓名|出生年月|政治面貌|工作单位
|父亲|张甲|1960.01|中共党员|退休
审核意见|情况属实。||||
""", merged=('A1:F1', 'A2:F2', 'B3:C3', 'F3:F6', 'D5:F5', 'B8:F8', 'A9:A10', 'B11:F11'))


@roster('auto', name='form.xlsx')
def a_form_of_what_kind(path):
    """
    row | verdict | name | sex | ethnicity | native_place | birth_date | joined_on | phone | flags
    2 | new | 张三 | 男 | 汉族 | 东山县 | 1985-07 | 2010-07 | 19900000001
    file | form-read
    """
    book(path, '中共党员基本信息采集表\n姓名|张三|性别|男\n民族|汉|籍贯|东山县\n出生年月|1985.07|入党时间|2010.07\n联系电话|19900000001')


@roster(name='cards.xlsx')
def a_form_on_each_sheet(path):
    """
    row | verdict | name | sex | birth_date | phone | flags
    张三!2 | new | 张三 | 男 | 1985-07 | 19900000001
    李四!2 | new | 李四 | 女 | 1990-12 | 19900000002
    file | form-read
    """
    book(path, ('张三', '党员登记卡\n姓名|张三|性别|男\n出生年月|1985.07|电话|19900000001'), ('李四', '党员登记卡\n姓名|李四|性别|女\n出生年月|1990.12|电话|19900000002'))
