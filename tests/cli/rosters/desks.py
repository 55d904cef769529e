# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the desks of offices: lists that grew over years, and what many hands made of them."""
import datetime
import zipfile

from . import book, fill, member, org, roster, text


@roster(name='numbered.xlsx')
def headings_with_numbers(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | id_number | joined_on | phone | flags
    3 | new | 张三 | 男 | 汉族 | 1985-07 | 990101198507120114 | 2008-06 | 19900000001
    4 | new | 李四 | 女 | 回族 | 1990-06 | 990101199006150221 | 2012-05 | 19900000002
    """
    book(path, """
党员信息采集汇总表
1.姓名|2.性别|（3）民族|④出生年月(如1985.07)|5、身份证号码（18位）*|6．入党时间\\n（年月日）|*7 联系电话
张三|男|汉|1985.07|990101198507120114|2008.06|19900000001
李四|女|回|1990.06|990101199006150221|2012.05|19900000002
""", merged=('A1:G1',))


@roster(name='guarded.csv')
def numbers_guarded_in_many_ways(path):
    """
    row | verdict | name | id_number | phone | sex | birth_date | joined_on | flags
    2 | new | 张三 | 990101198507120114 | 19900000001 | 男 | 1985-07-12 | 2008-06-01
    3 | new | 李四 | 990101199006150221 | 19900000002 | 女 | 1990-06-15 | 2012-05-01
    4 | new | 王五 | 990101197907120119 | 19900000003 | 男 | 1979-07-12 | 2001-06-01
    """
    with open(path, 'wb') as out:
        out.write(('姓名,身份证号,联系电话,入党时间\r\n张三,"\t990101198507120114","\t19900000001","2008-06-01\t"\r\n李四,"=""990101199006150221""","=""19900000002""",2012/5/1 0:00\r\n'
                   "王五,'990101197907120119,`19900000003,2001年06月01日 00:00:00\r\n").encode('gb18030'))


@roster(name='dates.xlsx')
def days_with_words(path):
    """
    row | verdict | name | birth_date | joined_on | confirmed_on | flags
    2 | new | 张三 | 1975-07 | 1998-07 | 1999-07
    3 | new | 李四 | 1985-07 | 2010-07-01 | 2011-07-01
    4 | new | 王五 | 1985 | 2010-07-01
    5 | new | 赵六 | 1985-07-12 | 2010-07-01
    6 | new | 钱七 | 1985-07-12 | 2010
    7 | new | 孙八 | 1985-07-12
    8 | error | 周九 | | | | birth_date:bad-date joined_on:bad-date
    """
    book(path, """
姓名|出生年月|入党时间|转正时间
张三|1975年7月生|1998年7月入党|1999年7月转正
李四|1985-07-00|2010年7月1日加入|2011.7.1转正
王五|1985.00.00|于2010年7月1日|
赵六|一九八五年七月十二日|２０１０年７月１日|
钱七|1985 7 12|2010年|未转正
孙八|1985·07·12|未入党|
周九|1985.7.12或1986.7.12|2010.7前后|
""")


@roster(name='phones.xlsx')
def phones_with_words(path):
    """
    row | verdict | name | phone | landline | flags
    2 | new | 张三 | 19900000001
    3 | new | 李四 | 19900000002 | 0579-85550002
    4 | new | 王五 | 19900000003/19900000004(妻)
    5 | new | 赵六 | 19900000005
    6 | new | 钱七 | 0579-85550001
    """
    book(path, """
姓名|联系电话
张三|199 0000 0001（微信同号）
李四|手机：19900000002\\n办公：0579-85550002
王五|19900000003；19900000004（妻）
赵六|(+86)19900000005
钱七|0579-85550001
""")


@roster(name='words.xlsx')
def education_and_category_in_more_words(path):
    """
    row | verdict | name | education | category | ethnicity | sex | flags
    2 | new | 张三 | 大学本科 | 正式党员 | 汉族 | 男
    3 | new | 李四 | 硕士研究生 | 预备党员 | 汉族 | 女
    4 | new | 王五 | 大学专科毕业 | 正式党员 | 壮族 | 男
    5 | new | 赵六 | 中等专科 | 预备党员 | 土家族 | 女 | education:part-taken
    6 | new | 钱七 | 普通高中毕业 | 正式党员 | 汉族 | 男
    7 | new | 孙八 | 大学本科毕业 | 正式党员 | 汉族 | 女
    """
    book(path, """
姓名|学历|党员类别|民族|性别
张三|本科在读|正式党员|汉 族|男
李四|硕士研究生在读|预备党员（未转正）|汉族 |女
王五|大专毕业|中共党员|壮 |男
赵六|中专（中师）|中共预备党员|土家 族|女
钱七|高中毕业|正式|汉|男
孙八|大学本科毕业|正式党员|汉|女
""")


@roster(name='office.xls')
def a_page_with_spans(path):
    """
    row | verdict | name | sex | birth_date | joined_on | confirmed_on | id_number | branch | note | flags
    4 | new | 张三 | 男 | 1985-07-12 | 2008-06-01 | 2009-06-01 | 990101198507120114 | 云溪厂第一党支部 | 第一行；第二行
    5 | new | 李四 | 女 | 1990-06-15 | 2012-05-01 | | 990101199006150221 | 云溪厂第一党支部
    6 | new | 王五 | 男 | 1979-07-12 | | | | 云溪厂第二党支部 | A<B & C
    """
    with open(path, 'w', encoding='gb18030') as out:
        out.write('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"}</style></head>'
                  '<body><table border=1><tr><td colspan=8 align=center><b>党员基本信息&nbsp;导出</b></td></tr>'
                  '<tr><th rowspan=2>姓&nbsp;&nbsp;名<th rowspan=2>性别<th rowspan=2>出生日期<th colspan=2>党内情况<th rowspan=2>证件号码<th rowspan=2>所在党支部<th rowspan=2>备注</tr>'
                  '<tr><th>入党<br>日期<th>转正<br>日期</tr>'
                  '<tr><td>张三<td>男<td>1985-07-12<td>2008-06-01<td>2009-06-01<td x:str="990101198507120114">990101198507120114<td rowspan=2>云溪厂第一党支部<td>第一行；第二行</tr>'
                  '<tr><td>李四<td>女<td>1990-06-15<td>2012-05-01<td>&nbsp;<td>990101199006150221<td></tr>'
                  '<tr><td>王五<td>男<td>1979-07-12<td><td><td><td>云溪厂第二党支部<td>A&lt;B &amp; C</tr></table></body></html>')


@roster(name='sheet.xml', before=[org('云溪厂第一党支部')])
def an_xml_sheet_with_gaps(path):
    """
    row | verdict | name | sex | birth_date | branch | joined_on | flags
    4 | new | 张三 | 男 | 1985-07-12 | 云溪厂第一党支部 | 2008-06
    5 | new | 李四 | 女 | 1990-12 | 云溪厂第一党支部 | 2012-05
    8 | new | 王五 | 男 | 1979-07-12 | 云溪厂第一党支部
    """
    cell = '<Cell{1}><Data ss:Type="{2}">{0}</Data></Cell>'

    def row(*cells, index=''):
        return f'<Row{index}>' + ''.join(cell.format(*(each if isinstance(each, tuple) else (each, '', 'String'))) for each in cells) + '</Row>'

    with open(path, 'w', encoding='utf-8') as out:
        out.write('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
                  '<Worksheet ss:Name="名册"><Table>' + row(('党员名册', ' ss:MergeAcross="5"', 'String')) +
                  row('序号', '姓名', '性别', '出生日期', '所在支部', '入党时间', index=' ss:Index="3"') +
                  row(('1', '', 'Number'), '张三', '男', ('1985-07-12T00:00:00.000', '', 'DateTime'), ('云溪厂第一党支部', ' ss:MergeDown="4"', 'String'), ('2008.06', '', 'Number')) +
                  row(('2', '', 'Number'), '李四', '女', '1990年12月', ('2012.05', ' ss:Index="6"', 'String')) +
                  row(('3', '', 'Number'), '王五', ('男', ' ss:Index="3"', 'String'), ('1979-07-12T00:00:00.000', '', 'DateTime'), index=' ss:Index="8"') +
                  '</Table></Worksheet></Workbook>')


@roster(name='old.xls')
def a_workbook_of_the_nineties(path):
    """
    row | verdict | name | sex | birth_date | joined_on | confirmed_on | group | id_number | phone | flags
    4 | new | 张三 | 男 | 1985-07-12 | 2008-06-01 | 2009-06-01 | 第一党小组 | 990101198507120114 | 19900000001 | group:group-without-branch
    5 | new | 李四 | 女 | 1990-12 | 2012-05 | | 第一党小组 | 990101199012030023 | 19900000002 | group:group-without-branch
    file | unknown-column:编号
    7 | new | 王五 | 男 | 1979-07-12 | 2001-06-01 | 2002-06-01 | | 990101197907120119 | 19900000003
    """
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    out.dates_1904 = True
    page = out.add_sheet('党员')
    day = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
    page.write_merge(0, 1, 0, 8, '党 员 名 册')
    for column, label in enumerate(('编号', '姓　名', '性别', '出生日期', '入党日期', '转正日期', '党小组', '身份证号码', '手机')):
        page.write(2, column, label)
    page.write_merge(3, 4, 6, 6, '第一党小组')
    people = {3: (1, '张三', '男', datetime.date(1985, 7, 12), datetime.date(2008, 6, 1), datetime.date(2009, 6, 1), None, '990101198507120114', 19900000001),
              4: (2, '李 四', '女', '1990.12', '2012年5月', '', None, '990101199012030023', '19900000002'),
              6: (3, '王五', '男', datetime.date(1979, 7, 12), datetime.date(2001, 6, 1), datetime.date(2002, 6, 1), None, '990101197907120119', 19900000003)}
    for row, values in people.items():
        for column, value in enumerate(values):
            # The library knows the calendar of 1900 only.
            if isinstance(value, datetime.date):
                page.write(row, column, (value - datetime.date(1904, 1, 1)).days, day)
            elif value is not None:
                page.write(row, column, value)
    out.save(path)


@roster(name='leaders.xlsx', before=[org('云溪厂党支部')])
def groups_with_their_leaders(path):
    """
    row | verdict | name | sex | branch | group | flags
    3 | row-section
    4 | new | 张三 | 男 | 云溪厂党支部 | 第一党小组
    5 | new | 李四 | 女 | 云溪厂党支部 | 第一党小组
    6 | row-section
    7 | new | 王五 | 男 | 云溪厂党支部 | 第二党小组
    8 | row-section
    9 | new | 赵六 | 女 | 云溪厂党支部 | 第三党小组
    file | branch-from-title:云溪厂党支部
    """
    book(path, """
云溪厂党支部党员名册
序号|姓名|性别
第一党小组（组长：张三）||
1|张三|男
2|李四|女
第二党小组  组长：王五||
1|王五|男
第三党小组：组长赵六||
1|赵六|女
""", merged=('A1:C1', 'A3:C3', 'A6:C6', 'A8:C8'))


@roster(name='staff.xlsx')
def a_list_of_the_whole_staff(path):
    """
    row | verdict | name | sex | department | duty | category | joined_on | flags
    3 | new | 张三 | 男 | 办公室 | 主任 | 正式党员 | 2008-06
    4 | new | 李四 | 女 | 办公室 | 科员 | 群众
    5 | new | 王五 | 男 | 财务科 | 科长 | 预备党员 | 2026-06
    6 | new | 赵六 | 女 | 财务科 | 出纳 | 群众
    7 | new | 钱七 | 男 | 财务科 | | 入党积极分子
    file | column-duty:职务
    """
    book(path, """
云溪厂职工花名册
部门|姓名|性别|职务|政治面貌|入党时间
办公室|张三|男|主任|中共党员|2008.06
|李四|女|科员|群众|
财务科|王五|男|科长|中共预备党员|2026.06
|赵六|女|出纳|共青团员|
|钱七|男||入党积极分子|
""", merged=('A1:F1', 'A3:A4', 'A5:A7'))


@roster(name='mixed.csv', before=[org('云溪厂第一党支部')], options=('--branch', '云溪厂第一党支部'))
def a_text_with_everything_quoted(path):
    """
    row | verdict | name | sex | joined_on | note | address | flags
    2 | new | 张三 | 男 | 2008-06 | 他说："好"，就走了 | 东山县, 云溪镇
    3 | new | 李四 | 女 | 2012-05 | 两行\\n备注 |
    """
    with open(path, 'wb') as out:
        out.write('"姓名","性别","入党时间","备注","家庭住址"\n"张三","男","2008.06","他说：""好""，就走了","东山县, 云溪镇"\n"李四","女","2012.05","两行\n备注",""\n'.encode('utf-16'))


@roster(name='late.xlsx')
def joined_the_branch_at_a_day(path):
    """
    row | verdict | name | sex | branch | category | introducer1 | introducer2 | joined_branch | dues_base | flags
    2 | new | 张三 | 男 | 一支部 | 正式党员 | 王甲 | 李乙 | 云溪大学学生支部 | 3500.00
    3 | new | 李四 | 女 | 一支部 | 正式党员 | 王甲 | | | 1250.50
    file | unknown-column:是否退役军人
    """
    book(path, """
姓名|性别|支部|正式/预备|介绍人姓名|入党时所在党支部|党费基数（元）|组织关系转入时间|是否退役军人
张三|男|一支部|正式|王甲  李乙|云溪大学学生支部|3,500.00元|2015.9|否
李四|女|一支部|正式|王甲||￥1250.5|2016-09-01|是
""")


@roster('auto', name='develop.xlsx')
def a_plan_of_development(path):
    """
    row | verdict | name | sex | birth_date | education | applied_on | activist_on | candidate_on | mentors | category | flags
    4 | new | 张三 | 男 | 1999-12 | 大学本科 | 2023-01-03 | 2023-09-10 | 2024-10-12 | 王甲、李乙 | 发展对象
    5 | new | 李四 | 女 | 2001-03 | 大学专科 | 2025-03-01 | 2025-09-20 | | 王甲 | 入党积极分子
    6 | new | 王五 | 男 | 2003-05 | 大学本科 | 2026-01-05 | | | | 入党申请人
    """
    book(path, """
2026年度发展党员工作计划表
序号|基本情况||||发展进程|||培养联系人|目前阶段
|姓名|性别|出生年月|文化程度|递交入党申请书时间|确定为入党积极分子时间|确定为发展对象时间||
1|张三|男|1999.12|本科|2023.01.03|2023.09.10|2024.10.12|王甲、李乙|发展对象
2|李四|女|2001.03|大专|2025.3.1|2025.9.20||王甲|积极分子
3|王五|男|2003.05|本科|2026.1.5||||申请人
""", merged=('A1:J1', 'A2:A3', 'B2:E2', 'F2:H2', 'I2:I3', 'J2:J3'))


@roster('auto', name='indent.xlsx')
def organisations_by_indentation(path):
    """
    row | verdict | name | kind | opened_on | contact | flags
    2 | new | 云溪集团党委 | 党委 | 1969-01
    3 | new | 云溪厂党总支 | 党总支 | 1980 | 李四
    4 | new | 云溪厂第一党支部 | 党支部 | 1980-07-01 | 王五
    5 | new | 云溪厂第二党支部 | 党支部 | 1990-12
    """
    book(path, """
党组织名称|组织类型|成立日期|联系人
云溪集团党委|党委|1969.01|
~云溪厂党总支|党总支|1980年|李四
~~云溪厂第一党支部|党支部|1980.7.1|王五
~~云溪厂第二党支部|支部|1990.12|
""")


@roster('auto', name='committee.xls', before=[org('云溪厂第一党支部'), org('云溪厂第二党支部'), *(member(name, branch='云溪厂第一党支部') for name in ('张三', '李四')),
                                                member('王五', branch='云溪厂第二党支部')])
def a_committee_by_branches(path):
    """
    row | verdict | org | person | post | started_on | flags
    3 | new | 云溪厂第一党支部 | 张三 | 支部书记 | 2024-05
    4 | new | 云溪厂第一党支部 | 李四 | 组织委员 | 2024-05
    5 | new | 云溪厂第二党支部 | 王五 | 书记 | 2023-11
    """
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    page = out.add_sheet('班子')
    page.write_merge(0, 0, 0, 4, '各党支部班子成员名单')
    for column, label in enumerate(('序号', '党支部名称', '姓名', '党内职务', '任职时间')):
        page.write(1, column, label)
    page.write_merge(2, 3, 1, 1, '云溪厂第一党支部')
    for row, values in enumerate(((1, None, '张三', '支部书记', '2024.05'), (2, None, '李四', '组织委员', '2024.05'), (3, '云溪厂第二党支部', '王五', '书记', '2023.11')), 2):
        for column, value in enumerate(values):
            if value is not None:
                page.write(row, column, value)
    out.save(path)


@roster(name='wps.xlsx')
def a_book_without_results(path):
    """
    row | verdict | name | sex | birth_date | id_number | note | flags
    2 | new | 张三 | 男 | 1985-07-12 | 990101198507120114 | 红字说明 | sex:formula-without-value birth_date:formula-without-value
    3 | new | 李四 | 女 | 1990-06-15 | 990101199006150221 | | sex:formula-without-value birth_date:formula-without-value
    """
    parts = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                       'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                           '<sheets><sheet name="党员" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                                      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
                                      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>姓名</t><rPh sb="0" eb="2"><t>xìngmíng</t></rPh></si><si><t>性别</t></si><si><t>出生日期</t></si>'
                                '<si><t>身份证号</t></si><si><t>备注</t></si><si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb="0" eb="1"><t>zhāng</t></rPh></si>'
                                '<si><r><rPr><color rgb="FFFF0000"/></rPr><t xml:space="preserve">红字</t></r><r><t>说明</t></r></si></sst>',
        'xl/worksheets/sheet1.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData>'
                                    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>'
                                    '<row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2"><f>IF(MOD(MID(D2,17,1),2),"男","女")</f></c><c r="C2"><f>TEXT(MID(D2,7,8),"0-00-00")</f></c>'
                                    '<c r="D2" t="inlineStr"><is><t>990101198507120114</t></is></c><c r="E2" t="s"><v>6</v></c></row>'
                                    '<row r="3"><c r="A3" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c><c r="B3"><f>IF(MOD(MID(D3,17,1),2),"男","女")</f></c>'
                                    '<c r="C3"><f>TEXT(MID(D3,7,8),"0-00-00")</f></c><c r="D3" t="str"><v>990101199006150221</v></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        for name, part in parts.items():
            out.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + part)


@roster(name='village.xlsx')
def a_village_by_households(path):
    """
    row | verdict | name | sex | birth_date | address | branch | floating | floating_to | note | flags
    4 | new | 张三 | 男 | 1955-07 | 云溪村1组 | 云溪村党支部 | | | 五保户
    5 | new | 李四 | 女 | 1990-12 | 云溪村1组 | 云溪村党支部 | 是 | 东山县
    6 | new | 王五 | 男 | 1979-07 | 云溪村2组 | 云溪村党支部 | 否 | |
    7 | row-total
    file | branch-from-title:云溪村党支部
    file | unknown-column:是否无职党员
    """
    book(path, """
云溪村党支部党员基本情况一览表
填报日期：2026年11月|||||||联系人：王五
序号|姓名|性别|出生年月|家庭住址|是否无职党员|是否流动党员|流动去向|备注
1|张三|男|1955.7|云溪村1组|是|||五保户
2|李四|女|1990.12|〃|否|是|东山县|
3|王五|男|1979.7|云溪村2组|是|否||
合计：3人，其中女1人||||||||
""", merged=('A1:I1', 'A7:I7'))


@roster(name='pages.xlsx')
def printed_pages_with_totals(path):
    """
    row | verdict | name | sex | joined_on | flags
    3 | new | 张三 | 男 | 2008-06
    4 | row-total
    5 | row-footer
    6 | row-skipped
    7 | row-headings
    8 | new | 李四 | 女 | 2012-05
    9 | row-total
    10 | row-footer
    """
    book(path, """
党员花名册
序号|姓名|性别|入党时间
1|张三|男|2008.06
本页小计|1人||
第1页 共2页|||
党员花名册|||
序号|姓名|性别|入党时间
2|李四|女|2012.05
本页小计|1人||
第2页，共2页|||
""", merged=('A1:D1', 'A6:D6'))


@roster(name='gone.xlsx')
def who_left_in_the_remarks(path):
    """
    row | verdict | name | sex | note | flags
    2 | new | 张三 | 男 | 2021.3转入
    3 | new | 李四 | 女 | 2025.3转出至东山县 | note:note-of-leaving
    4 | new | 王五 | 男 | 已去世 | note:note-of-leaving
    5 | new | 赵六 | 女 | 父亲2020年去世
    6 | new | 钱七 | 男 | 2024年11月病故 | note:note-of-leaving
    """
    book(path, '姓名|性别|备注\n张三|男|2021.3转入\n李四|女|2025.3转出至东山县\n王五|男|已去世\n赵六|女|父亲2020年去世\n钱七|男|2024年11月病故')


@roster(name='beside.xlsx')
def three_blocks_of_names_with_phones(path):
    """
    row | verdict | name | phone | flags
    3 | new | 张三 | 19900000001
    4 | new | 赵六 | 19900000004
    3 | new | 李四 | 19900000002
    4 | new | 钱七 |
    3 | new | 王五 | 19900000003
    """
    book(path, """
党员通讯录
姓名|手机|姓名|手机|姓名|手机
张三|19900000001|李四|19900000002|王五|19900000003
赵六|19900000004|钱七|||
""", merged=('A1:F1',))
