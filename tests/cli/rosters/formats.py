# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in every encoding, tables of pages and of XML, and workbooks written by hand where no library would."""
import zipfile

from . import book, roster, rows, text

TABLE = """
姓名|性别|出生日期|备注
张三|男|1985.07|好
李四|女|1990.12|
"""
ROWS = """
    row | verdict | name | sex | birth_date | note | flags
    2 | new | 张三 | 男 | 1985-07 | 好
    3 | new | 李四 | 女 | 1990-12
"""


def same(write):
    write.__doc__ = ROWS
    return write


@roster()
@same
def csv_of_excel_in_gbk(path):
    text(path, TABLE, encoding='gbk')


@roster()
@same
def csv_with_a_mark(path):
    text(path, TABLE, encoding='utf-8-sig')


@roster(name='unicode.txt')
@same
def unicode_text_of_excel(path):
    text(path, TABLE, separator='\t', encoding='utf-16')


@roster(name='big.txt')
@same
def utf_16_big_end_first(path):
    with open(path, 'wb') as out:
        out.write(b'\xfe\xff' + '\r\n'.join('\t'.join(cell or '' for cell in row) for row in rows(TABLE)).encode('utf-16-be'))


@roster()
@same
def semicolons(path):
    text(path, TABLE, separator=';', end='\n')


@roster()
@same
def full_width_commas(path):
    text(path, TABLE, separator='，', encoding='gb18030')


@roster()
@same
def old_line_ends(path):
    text(path, TABLE, end='\r')


@roster(name='roster.tsv')
@same
def pasted_from_a_sheet(path):
    text(path, TABLE, separator='\t', end='\n')


@roster()
def gb18030_with_four_bytes(path):
    """
    row | verdict | name | sex | note | flags
    2 | new | 张䶮 | 男 | 𠮷祥里
    3 | new | 㑇四 | 女 | 
    """
    with open(path, 'wb') as out:
        out.write('姓名,性别,备注\r\n张䶮,男,𠮷祥里\r\n㑇四,女,\r\n'.encode('gb18030'))


@roster()
def quotes_and_ragged_rows(path):
    """
    row | verdict | name | sex | birth_date | note | flags
    3 | new | 张三 | 男 | 1985-07 | 说“好”,\\n第二行
    4 | new | 李四 | 女
    5 | new | 王五 | 男 | 1971 | a"b
    file | unknown-column:E
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('某厂党员名册\n姓名,性别,出生日期,备注\n"张三","男",1985.07,"说“好”,\n第二行"\n李四,女\n王五,男,1971,"a""b",多余\n')


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset={charset}">
<style>.xl1 {{mso-number-format:"\\@";}}</style></head><body><table border=1>
<tr><td colspan=5 align=center><b>云溪厂党员花名册</b></td></tr>
<tr><th rowspan=2>姓&nbsp;&nbsp;名</th><th rowspan=2>性别</th><th colspan=2>入党</th><th rowspan=2>身份证号</th></tr><tr><th>时间</th><th>介绍人</th></tr>
<tr><td>张三<td>男<td>2010-07-01<td>王甲<br>李乙<td class=xl1 x:str>990101198507120018
<tr><td>李四</td><td>女</td><td></td><td>&mdash;</td><td style='mso-number-format:"\\@"'>99010119901203004X</td></tr>
<tr style="display:none"><td>王五</td><td>男</td><td>1995&#46;06</td><td></td><td></td></tr>
<tr><td colspan=5>共 3 人</td></tr></table></body></html>"""


@roster(name='export.xls')
def a_page_named_xls(path):
    """
    row | verdict | name | sex | joined_on | introducer1 | introducer2 | id_number | birth_date | flags
    4 | new | 张三 | 男 | 2010-07-01 | 王甲 | 李乙 | 990101198507120018 | 1985-07-12
    5 | new | 李四 | 女 | | | | 99010119901203004X | 1990-12-03
    6 | new | 王五 | 男 | 1995-06
    7 | row-total
    """
    with open(path, 'wb') as out:
        out.write(PAGE.format(charset='gb2312').encode('gbk'))


@roster(name='export.html')
def a_page_in_utf_8(path):
    """
    row | verdict | name | sex | joined_on | introducer1 | introducer2 | id_number | birth_date | flags
    4 | new | 张三 | 男 | 2010-07-01 | 王甲 | 李乙 | 990101198507120018 | 1985-07-12
    5 | new | 李四 | 女 | | | | 99010119901203004X | 1990-12-03
    6 | new | 王五 | 男 | 1995-06
    7 | row-total
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write(PAGE.format(charset='utf-8'))


@roster(name='export.xls')
def an_xml_spreadsheet_of_2003(path):
    """
    row | verdict | name | birth_date | joined_on | work_unit | note | flags
    3 | new | 张三 | 1985-07-12 | 2010-07 | 云溪厂 | 粗体
    4 | new | 李四 | 1990-12-03 | | 云溪厂
    6 | new | 王五 | | 1995 | | | birth_date:formula-without-value
    file | hidden-sheet-not-taken:旧的
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write("""<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:h="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d;@"/></Style><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>
<Worksheet ss:Name="旧的"><Table><Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">性别</Data></Cell></Row><Row><Cell>
<Data ss:Type="String">旧人</Data></Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
<Worksheet ss:Name="名册"><Table><Row><Cell ss:MergeAcross="4"><Data ss:Type="String">云溪厂党员名册</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">出生日期</Data></Cell><Cell><Data ss:Type="String">入党时间</Data></Cell>
<Cell><Data ss:Type="String">工作单位</Data></Cell><Cell><Data ss:Type="String">备注</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">张三</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">1985-07-12T00:00:00.000</Data></Cell><Cell ss:StyleID="m">
<Data ss:Type="DateTime">2010-07-01T00:00:00.000</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">云溪厂</Data></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>体</ss:Data></Cell></Row>
<Row><Cell><Data ss:Type="String">李四</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">33210</Data></Cell></Row>
<Row ss:Index="6"><Cell><Data ss:Type="String">王五</Data></Cell><Cell ss:Formula="=TODAY()"/><Cell ss:Index="3"><Data ss:Type="Number">1995</Data></Cell></Row>
</Table></Worksheet></Workbook>""")


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN, STRICT = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'
OFFICE, STRICT_OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'


def workbook(path, sheet, strings='', styles='', main=MAIN, office=OFFICE, root='xl/', absolute=True, prefix=''):
    """A workbook of hand-written parts."""
    def related(*entries):
        return f'{HEAD}<Relationships xmlns="{PACKAGE}">' + ''.join(
            f'<Relationship Id="{i}" Type="{office}/{kind}" Target="{target}"/>' for i, kind, target in entries) + '</Relationships>'

    def part(name, content, space=f' xmlns:r="{office}"'):
        xml = f'<{name} xmlns="{main}"{space}>{content}</{name}>'
        if prefix:
            xml = xml.replace('</', '</' + prefix + ':\0').replace('<', '<' + prefix + ':').replace(f'<{prefix}:/{prefix}:\0', f'</{prefix}:').replace(
                ' xmlns=', f' xmlns:{prefix}=')
        return HEAD + xml

    before = '/' + root if absolute else ''
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as out:
        out.writestr('_rels/.rels', related(('w', 'officeDocument', ('/' if absolute else '') + root + 'workbook.xml')))
        out.writestr(root + '_rels/workbook.xml.rels', related(('a', 'worksheet', before + 'worksheets/s.xml'), ('t', 'sharedStrings', before + 'strings.xml'),
                                                              ('y', 'styles', before + 'styles.xml')))
        out.writestr(root + 'workbook.xml', part('workbook', '<sheets><sheet name="名册" sheetId="7" r:id="a"/></sheets>'))
        out.writestr(root + 'worksheets/s.xml', part('worksheet', sheet))
        out.writestr(root + 'strings.xml', part('sst', strings))
        out.writestr(root + 'styles.xml', part('styleSheet', styles))


CELLS = """<dimension ref="A1:B2"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>
<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>入党时间</t></is></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="str"><v>备注</v></c></row>
<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>31240</v></c><c r="C2" s="2"><v>40360</v></c><c r="D2"><v>19900000001</v></c><c r="E2" t="str"><f>A1&amp;"x"</f><v>算出来的</v></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><r><t xml:space="preserve">李 </t></r><r><rPr><b/></rPr><t>四</t></r><rPh sb="0" eb="1"><t>li</t></rPh></is></c><c r="B3" s="3"><v>33210</v></c><c r="C3" s="4"><v>42156</v></c><c r="D3"><v>1.9900000002E10</v></c><c r="E3"><f>NOW()</f></c></row>
<row r="4"/><row r="7"><c r="A7" t="s"><v>4</v></c><c r="B7" t="e"><v>#REF!</v></c><c r="C7" s="5"><v>34851</v></c><c r="E7" t="b"><v>1</v></c></row>
</sheetData><phoneticPr fontId="1"/>"""
STRINGS = '<si><t>姓名</t><phoneticPr fontId="1"/></si><si><r><t>出生</t></r><r><t>日期</t></r></si><si><t xml:space="preserve"> 联系电话 </t></si>' \
          '<si><t>张</t><rPh sb="0" eb="1"><t>zhang</t></rPh><t>三</t></si><si><t>王_x000D_\n五</t></si>'
STYLES = '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\.mm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="57"/>' \
         '<xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="27"/></cellXfs>'
BY_HAND = """
    row | verdict | name | birth_date | joined_on | phone | note | flags
    2 | new | 张三 | 1985-07-12 | 2010-07 | 19900000001 | 算出来的
    3 | new | 李四 | 1990-12-03 | 2015-06 | 19900000002 | | note:formula-without-value
    7 | error | 王五 | | 1995-06 | | 1 | birth_date:error-value
"""


def by_hand(write):
    write.__doc__ = BY_HAND
    return write


@roster(name='hand.xlsx')
@by_hand
def every_kind_of_cell(path):
    workbook(path, CELLS, STRINGS, STYLES)


@roster(name='strict.xlsx')
@by_hand
def strict_open_xml(path):
    workbook(path, CELLS, STRINGS, STYLES, main=STRICT, office=STRICT_OFFICE)


@roster(name='prefix.xlsx')
@by_hand
def prefixes_of_any_spelling(path):
    workbook(path, CELLS, STRINGS, STYLES, prefix='ss')


@roster(name='elsewhere.xlsx')
@by_hand
def parts_in_another_folder(path):
    workbook(path, CELLS, STRINGS, STYLES, root='book/', absolute=False)


@roster(name='named.xls')
@same
def a_workbook_named_xls(path):
    book(path + 'x', TABLE)
    import os
    os.rename(path + 'x', path)


@roster(name='named.xlsx')
@same
def a_text_named_xlsx(path):
    text(path, TABLE, encoding='gbk')
