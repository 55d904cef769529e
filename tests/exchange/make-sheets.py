#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-sheets.py FOLDER [lists]: writes the workbooks that the tests read: honest ones, odd ones and hostile ones; with
`lists` only those that are laid out as offices do.

Every person is invented. Parts are written by hand where a library would not write what is to be tested.
"""
import datetime
import glob
import lzma
import os
import struct
import sys
import zipfile

import openpyxl
import xlwt

import word_documents
from office_packages import HEAD, OFFICE, STRICT_OFFICE, relations

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'fixtures', 'sheets')
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'


def sheet(rows, main=MAIN, before='', after=''):
    return f'{HEAD}<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(sheets, strings=None, styles=None, main=MAIN, office=OFFICE, properties=''):
    """A workbook of hand-written parts. sheets: (name, state, xml)."""
    entries = [(f's{i}', 'worksheet', f'worksheets/sheet{i}.xml') for i in range(len(sheets))]
    listed = ''.join(f'<sheet name="{name}" sheetId="{i + 1}"{state} r:id="s{i}"/>' for i, (name, state, _) in enumerate(sheets))
    out = {'_rels/.rels': relations(('w', 'officeDocument', 'xl/workbook.xml'), office=office)}
    if strings is not None:
        entries.append(('t', 'sharedStrings', '/xl/sharedStrings.xml'))
        out['xl/sharedStrings.xml'] = f'{HEAD}<sst xmlns="{main}">{strings}</sst>'
    if styles is not None:
        entries.append(('y', 'styles', 'styles.xml'))
        out['xl/styles.xml'] = f'{HEAD}<styleSheet xmlns="{main}">{styles}</styleSheet>'
    out['xl/_rels/workbook.xml.rels'] = relations(*entries, office=office)
    out['xl/workbook.xml'] = f'{HEAD}<workbook xmlns="{main}" xmlns:r="{office}">{properties}<sheets>{listed}</sheets></workbook>'
    for i, (_, _, xml) in enumerate(sheets):
        out[f'xl/worksheets/sheet{i}.xml'] = xml
    return out


def write(name, files):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as out:
        for path, text in files.items():
            out.writestr(path, text)


def text(column, row, value):
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{value}</t></is></c>'


def roster():
    """As a library of another language writes it."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = '花名册'
    page.append(['某公司第一党支部党员花名册'])
    page.merge_cells('A1:F1')
    page.append(['序号', '姓名', '性别', '出生年月', '入党时间', '所在党支部', '身份证号', '备注'])
    page.append([1, '张三', '男', datetime.date(1985, 7, 1), datetime.date(2010, 7, 1), '第一党支部', '990101198507120018', None])
    page['D3'].number_format = 'yyyy"年"m"月"'
    page['E3'].number_format = 'yyyy/m/d'
    page.append([2, '李四', '女', 1990.12, '2011.07', '第一党支部', None, '=1+1'])
    page.append(['合计', None, None, None, None, None, '2人'])
    book.create_sheet('Sheet2')
    hidden = book.create_sheet('旧的')
    hidden.append(['姓名', '性别'])
    hidden.append(['不要', '男'])
    hidden.sheet_state = 'hidden'
    book.save('roster.xlsx')


def laid_out():
    """Lists as offices lay them out: headings on several lines, merged cells, a sheet for each branch."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = 'Sheet1'
    rows = [['云溪厂第一党支部党员花名册'], ['填报单位：云溪厂（盖章）', None, None, None, None, None, None, None, '截至 2026 年 11 月'],
            ['序号', '基本情况', None, None, '党内情况', None, '学历', '联系\n方式', '工作单位'], [None, '姓  名', '性别', '出生\n年月', '入党', None],
            [None, None, None, None, '时间', '转正时间'],
            [1, '张三', '男', 1985.07, datetime.date(2010, 7, 1), datetime.date(2011, 7, 1), '本科', 19900000001, '第一车间'],
            [2, '李四', '女', '1990.12', datetime.date(2015, 6, 1), datetime.date(2016, 6, 1), '大专', 19900000002],
            [3, '王五', '男', 1971, 1995, 1996, '高中', 19900000003, '第二车间'], [None, None, None, None, None, None, '党校大专'],
            ['合计', None, '3 人']]
    for row in rows:
        page.append(row)
    for area in ('A1:I1', 'A2:H2', 'A3:A5', 'B3:D3', 'B4:B5', 'C4:C5', 'D4:D5', 'E3:F3', 'E4:F4', 'G3:G5', 'H3:H5', 'I3:I5', 'I6:I7', 'B8:B9',
                 'A8:A9'):
        page.merge_cells(area)
    book.save('stepped.xlsx')

    book = openpyxl.Workbook()
    page = book.active
    page.append(['支部名称', '党小组', '姓名', '工作单位', '联系电话', '备注'])
    for row in (['第一党支部', '一组', '张三', '云溪厂', '19900000001'], [None, None, '李四'], [None, '二组', '王五', '溪南厂', '请各支部核对'],
                ['第二党支部', None, '赵六'], [None, None, '钱七']):
        page.append(row)
    for area in ('A2:A4', 'B2:B3', 'D2:D3', 'D4:D5', 'E4:F5'):
        page.merge_cells(area)
    book.save('down.xlsx')

    book = openpyxl.Workbook()
    page = book.active
    page.append(['学工号', '姓名', '身份证号码', '二级党委名称', '编码', '所在党支部', '编码', '党籍状态（正式党员或预备党员）', '组织关系转入时间', '提交申请书时间',
                 '积极分子时间', '发展对象时间', '入党介绍人', '加入党组织日期', '入党时所在党支部', '转为正式党员日期', '转正时所在党支部', '党内职务', '党内奖励',
                 '其他奖励', '来源', '备注1', '备注2', '备注3'])
    page.append(['S1', '张三', '990101198507120018', '机械学院党委', '01', '第一党支部', '0101', '正式党员', '2012.09', '2008-1-3', '2008.9', '2009年10月', '王甲、王乙',
                 datetime.date(2010, 7, 1), '学生支部', '2011/7/1', '学生支部', '书记', '优秀党员', '先进工作者', '本院', '甲', None, '丙'])
    page.append(['S2', '李四', '990101198507120026', None, None, '第一党支部', None, '正式党员'] + [None] * 5 + [30247])
    page.append([None, '王五', '990101199001010035', None, None, '第二党支部', None, '预备党员'] + [None] * 4 + ['赵丙', '2026.06'] + [None] * 3 + ['组织委员'] +
                [None] * 4 + ['乙'])
    page['C5'] = '说明：身份证号码和学工号必须填写一个'
    page['C6'] = '日期格式：2010.07.01'
    page['C8'] = '请勿修改表头'
    page['N3'].number_format = 'yyyy/m/d'
    page.merge_cells('C8:H14')
    book.save('template.xlsx')

    book = openpyxl.Workbook()
    pages = {'填写说明': [['请按支部填写'], ['姓名', '性别', '出生日期'], ['张三', '男', '1985.07']],
             '第一党支部': [['姓名', '性别', '出生日期'], ['张三', '男', '1985.07'], ['李四', '女', '1990.12']],
             '第二党支部': [['党员名单'], ['序号', '姓名', '出生年月', '性别', '手机'], [1, '王五', 1971, '男', '19900000003'], ['小计', None, None, '1人']],
             '三支部': [['姓名', '性别', '出生日期'], ['赵六', '女', '1988.08'], ['钱七', '女', '1988.13']],
             'Sheet5': [], '统计': [['支部', '人数'], ['第一党支部', 2]], '转出': [['姓名', '性别', '出生日期'], ['孙八', '男', '1960.01']]}
    book.remove(book.active)
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save('branches.xlsx')


CELLS = ''.join([
    '<row r="2">', text('B', 2, 'inline'), '<c r="D2" t="s"><v>0</v></c>', '<c r="E2" t="str"><f>A1</f><v>formula</v></c>',
    '<c r="F2" t="b"><v>1</v></c>', '<c r="G2" t="e"><v>#N/A</v></c>', '<c r="H2"><f>1+1</f></c>', '<c r="I2"/>', '</row>',
    '<row><c><v>42</v></c><c><v>3.0</v></c><c><v>1985.0699999999999</v></c><c><v>9.90101198507120018E+17</v></c><c><v>-0.5</v></c></row>',
    '<row r="10"><c r="A10" s="1"><v>31229</v></c><c r="B10" s="2"><v>31229</v></c><c r="C10" s="3"><v>31229.5</v></c>'
    '<c r="D10" s="4"><v>31245</v></c><c r="E10" s="5"><v>0.5</v></c><c r="F10" s="6"><v>1985.1</v></c>'
    '<c r="G10" s="7"><v>7</v></c><c r="H10" s="8"><v>31229</v></c><c r="I10" s="9"><v>31229</v></c>'
    '<c r="J10" t="d"><v>2023-05-06T00:00:00</v></c><c r="K10" s="10"><v>29221</v></c><c r="L10" s="1"><v>60</v></c></row>',
])
STRINGS = '<si><r><t xml:space="preserve">Chinese </t></r><r><rPr><b/></rPr><t>中文</t></r><rPh sb="0" eb="1"><t>zhong</t></rPh></si>' \
          '<si><t>a_x000A_b &amp; &#20013;</t></si>'
STYLES = '<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/>' \
         '<numFmt numFmtId="165" formatCode="0.00"/><numFmt numFmtId="166" formatCode="00000"/>' \
         '<numFmt numFmtId="167" formatCode="[$-804]yyyy\\-mm\\-dd"/><numFmt numFmtId="168" formatCode="yyyy"/></numFmts>' \
         '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' \
         '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="57"/><xf numFmtId="20"/>' \
         '<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="31"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs>'


def honest():
    write('cells.xlsx', parts([('甲', '', sheet(CELLS))], STRINGS, STYLES))
    write('strict.xlsx', parts([('甲', '', sheet(CELLS, STRICT))], STRINGS, STYLES, STRICT, STRICT_OFFICE))
    write('from1904.xlsx', parts([('甲', '', sheet('<row><c s="1"><v>29767</v></c></row>'))], None, STYLES,
                                 properties='<workbookPr date1904="1"/>'))
    prefixed = sheet(CELLS).replace('<', '<x:').replace('<x:/', '</x:').replace('<x:?', '<?').replace('xmlns=', 'xmlns:x=')
    write('prefixed.xlsx', parts([('甲', '', prefixed)], STRINGS, STYLES))
    areas = ''.join(f'<mergeCell ref="{area}"/>' for area in
                    ('A1:F1', 'A2:A4', 'B3:B3', 'C9:B8', 'A0:A2', 'A1:A9999999', 'A1', ':B2', 'Z9:AA9', 'A1:XFE1', ''))
    rows = '<row>' + text('A', 1, '题') + '</row><row>' + text('A', 2, '支部') + '</row>'
    write('merged.xlsx', parts([('甲', '', sheet(rows, after=f'<mergeCells>{areas}<mergeCell/></mergeCells>'))]))
    three = [(name, state, sheet('<row>' + text('A', 1, name) + '</row>' if name != '空' else ''))
             for name, state in (('空', ''), ('藏', ' state="hidden"'), ('乙', ''), ('丙', ''))]
    write('sheets.xlsx', parts(three))
    files = parts([('甲', '', sheet('<row>' + text('A', 1, 'x') + '</row>', before='<dimension ref="A1:XFD1048576"/>'))])
    # As numbers, what should be dates and ID numbers; and a second sheet with people.
    rows = '<row>' + ''.join(text(column, 1, heading) for column, heading in zip('ABCD', ('姓名', '出生日期', '身份证号', '备注'))) + '</row>'
    cells = (('<v>1985.1</v>', '', ''), ('<v>31229</v>', '', ''), ('', '<v>9.90101198507120018E+17</v>', ''), ('', '', '#REF!'),
             ('<v>1985.1</v>', '', ''))
    for i, (birth, number, note) in enumerate(cells):
        rows += f'<row>{text("A", i + 2, "张" + "甲乙丙丁戊"[i])}<c r="B{i + 2}"' + (' s="6"' if i == 4 else '') + \
                f'>{birth}</c><c r="C{i + 2}">{number}</c><c r="D{i + 2}" t="e"><v>{note}</v></c></row>'
    write('odd.xlsx', parts([('说明', '', sheet('<row>' + text('A', 1, '请看下一页') + '</row>')), ('名册', '', sheet(rows)),
                             ('二支部', '', sheet(rows))], None, STYLES))
    write('backslash.xlsx', {path.replace('/', '\\'): part for path, part in files.items()})


def hostile():
    one_cell = parts([('甲', '', sheet('<row>' + text('A', 1, '姓名') + '</row>'))])
    bomb = dict(one_cell)
    bomb['xl/worksheets/sheet0.xml'] = sheet(' ' * (200 * 1024 * 1024))
    write('bomb.xlsx', bomb)
    laughs = HEAD + '<!DOCTYPE x [<!ENTITY a "ha">' + ''.join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + ']>'
    write('laughs.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': laughs + sheet('<row>' + text('A', 1, '&j;') + '</row>')[len(HEAD):]}))
    outside = HEAD + '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    write('outside.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': outside + sheet('<row>' + text('A', 1, '&a;') + '</row>')[len(HEAD):]}))
    write('deep.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': sheet('<row>' * 100000)}))
    write('hugecell.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': sheet('<row>' + text('A', 1, 'x' * (32 << 20)) + '</row>')}))
    write('farcell.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': sheet('<row>' + text('ZZZZ', 1, 'x') + '</row>')}))
    write('farrow.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': sheet('<row r="1048577"><c><v>1</v></c></row>')}))
    write('nostring.xlsx', dict(one_cell, **{'xl/worksheets/sheet0.xml': sheet('<row><c t="s"><v>99999999999</v></c></row>')}))
    write('nosheet.xlsx', {path: part for path, part in one_cell.items() if 'sheet0' not in path})
    write('empty.xlsx', parts([('甲', '', sheet(''))]))
    write('climbing.xlsx', dict(one_cell, **{'_rels/.rels': relations(('w', 'officeDocument', '../../../etc/passwd'))}))
    write('archive.zip', {'a.txt': 'nothing'})
    with open('picture.csv', 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + bytes(100))
    with open('binary.csv', 'wb') as out:
        out.write(struct.pack('<200I', *range(200)))
    with open('cells.xlsx', 'rb') as whole, open('broken.xlsx', 'wb') as out:
        data = bytearray(whole.read())
        start = data.index(b'xl/worksheets/sheet0.xml') + 40
        data[start:start + 4] = bytes(byte ^ 0x55 for byte in data[start:start + 4])
        out.write(data)


def other_programs():
    """What other programs wrote, and an old workbook with all that its format has."""
    for path in glob.glob(os.path.join(FIXTURES, '*.xz')):
        with lzma.open(path) as packed, open(os.path.basename(path)[:-3], 'wb') as out:
            out.write(packed.read())
    book = xlwt.Workbook(encoding='utf-8')
    page = book.add_sheet('花名册')
    page.write_merge(0, 0, 0, 5, '花名册')
    month, zeros = xlwt.easyxf(num_format_str='yyyy"年"m"月"'), xlwt.easyxf(num_format_str='00000')
    row = ['张三', 1, -0.5, 12345.678, 990101198507120018, True, xlwt.Formula('1+1'), 1e300, '很长' * 6000, 'a' * 9000]
    for column, value in enumerate(row):
        page.write(2, column, value)
    page.write(1, 1, datetime.date(1985, 7, 1), month)
    page.write(1, 0, 7, zeros)
    page.write(1, 2, datetime.datetime(1985, 7, 1, 12, 30), xlwt.easyxf(num_format_str='yyyy-mm-dd hh:mm'))
    page.write_rich_text(1, 3, (('李', xlwt.easyfont('bold true')), ('四', xlwt.easyfont(''))))
    hidden = book.add_sheet('旧的')
    hidden.visibility = 1
    hidden.write(0, 0, '不要')
    book.save('old.xls')


ODS = ('office', 'table', 'text', 'style', 'number', 'calcext', 'draw')
ODS_STYLES = """<office:automatic-styles><style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:date-style style:name="n1"><number:year/><number:text>.</number:text><number:month/></number:date-style>
<number:date-style style:name="n2"><number:year/></number:date-style>
<number:number-style style:name="n3"><number:number number:min-integer-digits="5"/></number:number-style>
<style:style style:name="c1" style:family="table-cell" style:data-style-name="n1"/>
<style:style style:name="c2" style:family="table-cell" style:data-style-name="n2"/>
<style:style style:name="c3" style:family="table-cell" style:data-style-name="n3"/></office:automatic-styles>"""
ODS_ROWS = """<table:table table:name="藏" table:style-name="off"><table:table-row><table:table-cell office:value-type="string"><text:p>不要</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="甲"><table:shapes><draw:frame><text:p>画</text:p></draw:frame></table:shapes>
<table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1">
<office:annotation><text:p>注</text:p></office:annotation><text:p>张<text:span>三</text:span><text:s text:c="2"/>丰</text:p><text:p>二</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7" table:style-name="c3"><text:p>00007</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="5"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="1985-07-01" table:style-name="c1"/>
<table:table-cell office:value-type="date" office:date-value="1985-01-01" table:style-name="c2"/>
<table:table-cell office:value-type="date" office:date-value="1985-07-01T12:30:00"/><table:table-cell office:value-type="date" office:date-value="1985-07-17" table:style-name="c1"/>
<table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:formula="of:=A1"/>
<table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.5"/><table:table-cell office:value-type="string" office:string-value="串"/></table:table-row>
<table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"""


def flat(rows, styles=ODS_STYLES):
    names = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ODS)
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document {names}>{styles}<office:body><office:spreadsheet>{rows}</office:spreadsheet></office:body></office:document>'


def ods(name, rows, manifest='<manifest/>'):
    write(name, {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': manifest, 'content.xml': flat(rows)})


XML_2003 = """<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="甲"><Table><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">题</Data></Cell><Cell><Data ss:Type="String">后</Data></Cell></Row>
<Row ss:Index="5"><Cell ss:Index="2"><Data ss:Type="String"><html:B>张</html:B>三</Data><Comment><Data>注</Data></Comment></Cell>
<Cell ss:StyleID="m"><Data ss:Type="DateTime">1985-07-01T00:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">1985-07-01T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="DateTime">1985-07-01T12:30:00.000</Data></Cell><Cell><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
<Cell ss:Formula="=A1"/><Cell ss:Formula="=A1"><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">31229</Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="藏"><Table><Row><Cell><Data ss:Type="String">不要</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""
PAGE = """<!DOCTYPE html><html><head><meta charset=gb2312><title>x</title><style>td { color: red }</style></head><body><p>外面</p>
<table><tr><td>版面<table border=1><caption>名册</caption><tr><th>姓&nbsp;名<th rowspan=2>  出生
年月 <tr><td>张三<br>丰<tr><td colspan="2">合<b>计</b></td><td><script>x()</script>尾</td></tr></table></td></tr></table><table><tr><td></td></tr></table></body></html>"""


def markup():
    ods('calc.ods', ODS_ROWS)
    for name, text_, encoding in (('calc.fods', flat(ODS_ROWS), 'utf-8'), ('calc.xml', XML_2003, 'gb18030'), ('xml.xls', XML_2003, 'utf-16'),
                                  ('page.xls', PAGE, 'gb18030'), ('page.html', '\ufeff' + PAGE, 'utf-8'), ('cut.html', PAGE[:-40], 'utf-8'),
                                  ('cut.xml', XML_2003[:-60], 'utf-8'), ('notable.html', '<html><body>姓名</body></html>', 'utf-8'),
                                  ('svg.xls', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf-8'),
                                  ('deep.html', '<table><tr><td>' * 100 + '</table>' * 100, 'utf-8'),
                                  ('wide.html', '<table><tr>' + '<td colspan=1000>x</td>' * 20 + '</tr></table>', 'utf-8')):
        with open(name, 'w', encoding=encoding, newline='') as out:
            out.write(text_)
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>' + 'x' * 1000 + '</text:p></table:table-cell>'
    ods('bomb.ods', f'<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row></table:table>')
    row = '<table:table-row table:number-rows-repeated="1048577"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    ods('farrow.ods', f'<table:table table:name="a">{row}</table:table>')
    ods('locked.ods', ODS_ROWS, '<manifest><encryption-data/></manifest>')
    ods('empty.ods', '<table:table table:name="a"/>')
    write('text.ods', {'mimetype': 'application/vnd.oasis.opendocument.text', 'content.xml': flat('')})
    write('nothing.ods', {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>'})


def broken_workbooks():
    """Old workbooks that are cut, locked, point elsewhere, or are of another program."""
    with open('old.xls', 'rb') as whole:
        data = whole.read()
    # The stream of the book begins in the sector behind the header.
    assert data[512:516] == b'\x09\x08\x10\x00'
    variants = {'cut.xls': data[:len(data) // 2], 'header.xls': data[:512], 'magic.xls': data[:8],
                'locked.xls': data[:512 + 20] + b'\x2f\x00' + data[512 + 22:], 'biff4.xls': data[:512] + b'\x09\x04' + data[514:],
                'other.xls': data.replace('Workbook'.encode('utf-16-le'), 'WordDocu'.encode('utf-16-le'))}
    # A locked workbook of the new kind is a compound file with a stream of that name.
    entry, locked = data.index('Workbook'.encode('utf-16-le')), 'EncryptedPackage'.encode('utf-16-le')
    variants['locked.xlsx'] = data[:entry] + locked.ljust(64, b'\0') + struct.pack('<H', len(locked) + 2) + data[entry + 66:]
    sheet = data.index(b'\x85\x00', 512)
    variants['astray.xls'] = data[:sheet + 4] + b'\xff\xff\xff\x7f' + data[sheet + 8:]
    texts = data.index(b'\xfc\x00', sheet)
    cell = data.index(b'\xfd\x00\x0a\x00', sheet)
    variants['far.xls'] = data[:cell + 6] + b'\xff\xc5' + data[cell + 8:]
    variants['texts.xls'] = data[:texts + 8] + b'\xff\xff\xff\xff' + data[texts + 12:]
    for name, content in variants.items():
        with open(name, 'wb') as out:
            out.write(content)


def main(folder, only=None):
    os.chdir(folder)
    laid_out()
    if only:
        return
    roster()
    honest()
    hostile()
    for name, files in word_documents.documents().items():
        write(name, files)
    with open('rich.doc', 'wb') as out:
        out.write(b'{\\rtf1\\ansi ' + bytes(100))
    other_programs()
    markup()
    broken_workbooks()


if __name__ == '__main__':
    main(*sys.argv[1:])
