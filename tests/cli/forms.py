# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms as offices send them: workbooks of openpyxl, and documents written as a word processor writes them, with marks cut into
several runs. Each function returns the bytes of one."""
import io
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PNG = bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef'
                    '0000000049454e44ae426082')


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', compression) as zipped:
        for name, part in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, (2024, 3, 5, 9, 30, 0)), part, compression)
    return out.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


# Workbooks


def roster_book():
    """A member roster: title, one row that repeats, sums below, everything that names rows."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = '党员 名册'
    thin = Side(style='thin')
    page['A1'] = '{{党组织}}党员名册（{{年}}年）'
    page['A1'].font = Font(name='方正小标宋简体', size=20)
    page.merge_cells('A1:H1')
    page['A2'], page['H2'] = '填报单位：｛｛ 填报单位 ｝｝', '{{截至日期}}'
    headings = ['序号', '姓名', '性别', '出生年月', '入党时间', '党龄', '双倍', '累计']
    marks = ['{{序号}}', '{{姓名}}', '{{性别}}', '{{出生年月}}', '{{入党时间}}', '{{年龄}}', '=F5*2', '=SUM($F$5:F5)']
    for column, (heading, mark) in enumerate(zip(headings, marks), 1):
        page.cell(4, column, heading)
        cell = page.cell(5, column, mark)
        cell.font = Font(name='仿宋', size=11, bold=column == 2)
        cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
    page['E5'].number_format = 'yyyy"年"m"月"d"日"'
    page.row_dimensions[5].height = 31
    page.row_dimensions[6].height = 44
    page['A6'], page['B6'], page['F6'], page['G6'] = '合计', '=COUNTA(B5:B5)', '=SUM(F5:F5)', '=SUM(G5)'
    page['A7'] = '共 {{共几人}} 人'
    page.merge_cells('A7:H7')
    page['H8'] = '{{共几人}}'
    page.print_area = 'A1:H8'
    page.print_title_rows = '4:4'
    page.row_breaks.append(Break(id=6))
    page.conditional_formatting.add('F5:F5', CellIsRule(operator='greaterThan', formula=['$F$6'], font=Font(color='FFFF0000')))
    choice = DataValidation(type='list', formula1='"男,女"', sqref='C5')
    page.add_data_validation(choice)
    page['A8'].hyperlink = 'https://example.org/'
    page.oddHeader.center.text = '{{党组织}}'
    page.oddFooter.right.text = '第 &P 页'
    page.page_setup.orientation = 'landscape'
    page.column_dimensions['E'].width = 22
    other = book.create_sheet('汇总')
    other['A1'], other['B1'], other['B2'] = '人数', "=COUNTA('党员 名册'!B5:B5)", "='党员 名册'!F6"
    return saved(book)


def drawn_book():
    """A table of the spreadsheet program, a comment, a picture and a chart below the row that repeats."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = '图'
    for column, (heading, mark) in enumerate([('姓名', '{{姓名}}'), ('年龄', '{{年龄}}')], 1):
        page.cell(1, column, heading)
        page.cell(2, column, mark)
    page.add_table(Table(displayName='人员', ref='A1:B2'))
    page['A4'] = '注'
    page['A4'].comment = Comment('由{{填表人}}填', '甲')
    page.add_image(Image(io.BytesIO(PNG)), 'A6')
    chart = BarChart()
    chart.title = '{{党组织}}'
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    page.add_chart(chart, 'D8')
    return saved(book)


def two_line_book():
    """Two lines a person, the number merged over both; then three names a row, told apart by their order."""
    book = openpyxl.Workbook()
    page = book.active
    page['A1'], page['B1'], page['C1'] = '序号', '姓名', '性别'
    page['A2'], page['B2'], page['C2'] = '{{序号}}', '{{姓名}}', '{{性别}}'
    page['B3'] = '入党：{{入党时间|中文年月}}'
    page.merge_cells('A2:A3')
    page['A4'] = '完'
    names = book.create_sheet('名签')
    for column in range(1, 4):
        names.cell(1, column, '{{姓名}}')
    numbered = book.create_sheet('编号')
    numbered['A1'], numbered['B1'], numbered['C1'], numbered['D1'] = '{{姓名#1}}', '{{性别#1}}', '{{姓名#2}}', '{{性别#2}}'
    return saved(book)


def sheet_parts(rows, strings='', after='', extra=None, types='', relations=''):
    """A workbook by hand. Strings are shared; @after follows the rows."""
    parts = {
        '[Content_Types].xml': HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        f'{types}</Types>',
        '_rels/.rels': HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': HEAD + f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/sharedStrings" Target="/xl/sharedStrings.xml"/>{relations}</Relationships>',
        'xl/sharedStrings.xml': HEAD + f'<sst xmlns="{S}">{strings}</sst>',
        'xl/worksheets/sheet1.xml': HEAD + f'<worksheet xmlns="{S}" xmlns:r="{R}"><sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    parts.update(extra or {})
    return parts


def rich_strings_book():
    """A mark cut into runs of one shared string, beside text that stays; a shared formula; the order of calculation."""
    strings = ('<si><r><rPr><b/><sz val="11"/></rPr><t>姓名：{{</t></r><r><rPr><i/></rPr><t>姓名</t></r><r><t xml:space="preserve">}} 同志</t></r></si>'
               '<si><t>{{入党时间}}</t></si><si><t>静</t></si>')
    rows = ('<row r="2" ht="33" customHeight="1"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><f t="shared" ref="C2:C3" si="0">LEN(A2)</f><v>9</v></c></row>'
            '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3"><f t="shared" si="0"/><v>1</v></c><c r="D3"><f>SUM(C2)</f><v>9</v></c></row>')
    extra = {'xl/calcChain.xml': HEAD + f'<calcChain xmlns="{S}"><c r="C2" i="1"/><c r="C3"/><c r="D3"/></calcChain>'}
    return packed(sheet_parts(rows, strings, extra=extra,
                              types='<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
                              relations=f'<Relationship Id="rId3" Type="{R}/calcChain" Target="calcChain.xml"/>'))


# Documents


def run(text, properties=''):
    space = ' xml:space="preserve"' if text != text.strip() else ''
    return f'<w:r w:rsidR="00AB12CD"><w:rPr>{properties}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t{space}>{text}</w:t></w:r>'


def cut(mark, properties=''):
    """A mark as word processors cut it: braces, name and braces apart, with a note of the spelling between."""
    return (run('{{') + '<w:proofErr w:type="spellStart"/>' + run(mark, properties) + '<w:proofErr w:type="spellEnd"/>' + run('}}'))


def paragraph(*runs, number='11223344'):
    return f'<w:p w14:paraId="{number}" w14:textId="77777777" w:rsidR="00AB12CD"><w:pPr><w:jc w:val="center"/></w:pPr>{"".join(runs)}</w:p>'


def table_row(*cells, number='22334455', properties=''):
    inside = ''.join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f'<w:tr w14:paraId="{number}" w14:textId="77777777" w:rsidR="00AB12CD"><w:trPr>{properties}</w:trPr>{inside}</w:tr>'


def document_parts(body, header='', footer=''):
    names = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
             'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
             'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"')
    word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
    return {
        '[Content_Types].xml': HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{word}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="{word}.footer+xml"/></Types>',
        '_rels/.rels': HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/header" Target="header1.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/footer" Target="footer1.xml"/><Relationship Id="rId3" Type="{R}/image" Target="media/image1.png"/></Relationships>',
        'word/document.xml': HEAD + f'<w:document {names}><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:body></w:document>',
        'word/header1.xml': HEAD + f'<w:hdr {names}>{header or paragraph(run("页眉"))}</w:hdr>',
        'word/footer1.xml': HEAD + f'<w:ftr {names}>{footer or paragraph(run("页脚"))}</w:ftr>',
        'word/media/image1.png': PNG,
    }


BOX = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="5" name="框"/><a:graphic>'
       '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
       '</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent>'
       '</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def roster_document():
    """A roster as a document: marks in pieces, a row that repeats, a header, a footer, a text box."""
    bold = '<w:b/><w:sz w:val="36"/>'
    body = (paragraph(cut('党组织', bold), run('党员名册')) + paragraph(run('名单：'), cut('姓名'))
            + '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
            + table_row(paragraph(run('序号')), paragraph(run('姓名')), paragraph(run('入党时间')), properties='<w:tblHeader/>')
            + table_row(paragraph('<w:bookmarkStart w:id="3" w:name="行"/>' + cut('序号') + '<w:bookmarkEnd w:id="3"/>'), paragraph(cut('姓名', '<w:b/>'), BOX.format(paragraph(run('框'))))
                        , paragraph(cut('入党时间|中文年月日')), properties='<w:trHeight w:val="600"/>')
            + table_row(paragraph(run('合计')), paragraph(cut('共几人'), run(' 人')), paragraph(run('')))
            + '</w:tbl>' + paragraph(BOX.format(paragraph(cut('填表人')))))
    return packed(document_parts(body, paragraph(cut('填报单位')), paragraph(run('截至'), cut('截至日期'))))


def meeting_document():
    body = (paragraph(cut('会议名称')) + paragraph(run('时间：'), cut('时间'), run('　地点：'), cut('地点')) + paragraph(run('应到 '), cut('应到'), run(' 人，实到 '), cut('实到'), run(' 人'))
            + paragraph(run('议题：'), cut('议题')) + '<w:tbl>' + table_row(paragraph(cut('姓名')), paragraph(cut('签名')), paragraph(cut('姓名')), paragraph(cut('签名'))) + '</w:tbl>')
    return packed(document_parts(body))
