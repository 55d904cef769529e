# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that break readers by what they ask for over and over: references, ranges, names, marks without an end."""
import io
import struct
import zipfile

from hostile import DAMAGED, EMPTY, MAIN, NO_HEAD, NOT_A_LIST, SAFE, SHEET, TOO_BIG, by_hand, ods, packed, repacked, sheet, xls, xlsx, xml
from hostile_more import OFFICE, PACKAGE, patched, related, text

HONEST_ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>性别</t></is></c></row>' \
              '<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2" t="inlineStr"><is><t>男</t></is></c></row>'


def after_rows(more, rows=HONEST_ROWS):
    return repacked({SHEET: sheet(rows).replace('</worksheet>', more + '</worksheet>')})


def formulas():
    """Each means the one before it, the first the last, and none has a value."""
    return repacked({SHEET: sheet('<row r="1">' + '<c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">XFD1048576</f></c>' + '<c><f t="shared" si="0"/></c>' * 16000 +
                                  '</row><row r="2">' + '<c><f t="array" ref="A1:XFD1048576">A1:XFD1048576</f></c>' * 16000 + '</row>')})


def names():
    """Of the book, each made of the one before it twice."""
    defined = ''.join(f'<definedName name="n{i}">n{i - 1}&amp;n{i - 1}</definedName>' for i in range(1, 300000))
    return repacked({'xl/workbook.xml': zipfile.ZipFile(io.BytesIO(xlsx())).read('xl/workbook.xml').decode().replace('<definedNames/>', '')
                     .replace('</sheets>', f'</sheets><definedNames>{defined}</definedNames>')})


def formats():
    each = range(164, 65536)
    return repacked({'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><numFmts>' + ''.join(f'<numFmt numFmtId="{i}" formatCode="yyyy&quot;{i}&quot;"/>' for i in each) +
                     '</numFmts><cellXfs>' + ''.join(f'<xf numFmtId="{i}"/>' for i in each) + '</cellXfs></styleSheet>',
                     SHEET: sheet(HONEST_ROWS + '<row r="3">' + ''.join(f'<c s="{i * 4}"><v>31229</v></c>' for i in range(16000)) + '</row>')})


def remarks():
    """Remarks on cells, and drawings of them that are elsewhere."""
    remark = ''.join(f'<comment ref="A{i}" authorId="-1"><text><r><t>x</t></r></text></comment>' for i in range(300000))
    return repacked({'xl/comments1.xml': f'<comments xmlns="{MAIN}"><commentList>{remark}</commentList></comments>',
                     'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="file:///etc/passwd"/></xml>',
                     'xl/worksheets/_rels/sheet1.xml.rels': related(('c', 'comments', '../comments1.xml'), ('v', 'vmlDrawing', '../drawings/vmlDrawing1.vml')),
                     SHEET: sheet(HONEST_ROWS).replace('</worksheet>', f'<legacyDrawing xmlns:r="{OFFICE}" r:id="v"/></worksheet>')})


def elsewhere(target):
    """The sheet is no part of the file."""
    rels = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="{target}" TargetMode="External"/></Relationships>'
    return repacked({'xl/_rels/workbook.xml.rels': rels})


def far_strings(index):
    return by_hand(sheet(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'), f'<sst xmlns="{MAIN}"><si><t>姓名</t></si></sst>')


def no_end_of_sectors():
    """A header that says that the list of sectors goes on and on, and begins in itself."""
    return patched(patched(xls(), 68, struct.pack('<I', 1)), 72, b'\xff\xff\xff\x7f')


def small_ring():
    """The chain of small sectors comes back to its beginning."""
    return patched(xls(), 60, struct.pack('<II', 0, 0x7fffffff))


def many_parts():
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as zipped:
        with zipfile.ZipFile(io.BytesIO(xlsx())) as whole:
            for name in whole.namelist():
                zipped.writestr(name, whole.read(name))
        for i in range(60000):
            zipped.writestr(f'xl/media/{i}', b'')
    return out.getvalue()


def long_name():
    return packed({'x/' * 30000: b'', **{name: zipfile.ZipFile(io.BytesIO(xlsx())).read(name) for name in zipfile.ZipFile(io.BytesIO(xlsx())).namelist()}})


def styles_in_a_ring():
    styles = ''.join(f'<style:style style:name="s{i}" style:parent-style-name="s{(i + 1) % 50000}" style:family="table-cell"/>' for i in range(50000))
    row = '<table:table-row>' + ''.join(f'<table:table-cell table:style-name="s0" office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in ('姓名', '性别')) + \
          '</table:table-row>'
    data = ods(row)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        content = whole.read('content.xml').decode()
    content = content.replace('<office:body>', '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">' + styles +
                              '</office:automatic-styles><office:body>', 1)
    return repacked({'content.xml': content}, data)


def quadratic():
    """One entity of a megabyte, a thousand times."""
    return ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + 'x' * 1000000 + '">]>' + xml().decode()[21:].replace('张三', '&a;' * 1000)).encode()


def named_sheet(name):
    return repacked({'xl/workbook.xml': zipfile.ZipFile(io.BytesIO(xlsx())).read('xl/workbook.xml').decode().replace('name="Sheet"', f'name="{name}"')})


FILES = [
    ('formulas.xlsx', formulas, NO_HEAD),
    ('ranges.xlsx', lambda: after_rows('<mergeCells>' + ''.join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(1, 1000001)) + '</mergeCells>'), SAFE),
    ('names.xlsx', names, SAFE),
    ('formats.xlsx', formats, SAFE),
    ('remarks.xlsx', remarks, SAFE),
    ('on-disk.xlsx', lambda: elsewhere('file:///etc/passwd'), EMPTY),
    ('on-a-server.xlsx', lambda: elsewhere('\\\\server\\share\\sheet1.xml'), EMPTY),
    ('string-minus.xlsx', lambda: far_strings('-1'), DAMAGED),
    ('string-part.xlsx', lambda: far_strings('0.5'), SAFE),
    ('string-hex.xlsx', lambda: far_strings('0x10'), SAFE),
    ('row-nought.xlsx', lambda: repacked({SHEET: sheet('<row r="0"><c r="A0"><v>1</v></c></row><row r="-7"><c r="-A7"><v>1</v></c></row><row r="1e3"><c r="1A"><v>1</v></c></row>')}), DAMAGED),
    ('inside.xlsx', lambda: repacked({SHEET: xlsx()}), DAMAGED),
    ('escapes.xlsx', lambda: by_hand(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), f'<sst xmlns="{MAIN}"><si><t>' + '_x005F' * 2000000 + '</t></si></sst>'), TOO_BIG),
    ('runs.xlsx', lambda: repacked({SHEET: sheet('<row r="1"><c r="A1" t="inlineStr"><is>' + '<r><rPr><b/></rPr><t>x</t></r>' * 1000000 + '</is></c></row>')}), TOO_BIG),
    ('sheet-name.xlsx', lambda: named_sheet('&#10;' + '表' * 1000000), SAFE),
    ('parts.xlsx', many_parts, TOO_BIG),
    ('long-name.xlsx', long_name, SAFE),
    ('sectors.xls', no_end_of_sectors, DAMAGED),
    ('small-ring.xls', small_ring, DAMAGED),
    ('far.ods', lambda: ods('<table:table-row table:number-rows-repeated="2147483647"><table:table-cell table:number-columns-repeated="2147483647" office:value-type="string">'
                            '<text:p>姓名</text:p></table:table-cell></table:table-row>'), TOO_BIG),
    ('minus.ods', lambda: ods('<table:table-row table:number-rows-repeated="-1"><table:table-cell table:number-columns-repeated="-2147483648" office:value-type="float" '
                              'office:value="-nan"><text:p><text:s text:c="-1"/></text:p></table:table-cell></table:table-row>'), EMPTY),
    ('ring.ods', styles_in_a_ring, SAFE),
    ('quadratic.xml', quadratic, NOT_A_LIST),
    ('spaces.xml', lambda: ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' + ' '.join(f'xmlns:n{i}="urn:{i}"' for i in range(100000)) +
                            '><Worksheet><Table><Row><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>').encode(), NO_HEAD),
    ('blocks.html', lambda: b'<table><tr><td>' + b'<div>' * 1000000 + b'x', DAMAGED),
    ('letters.html', lambda: b'<table><tr><td>' + b'<b>' * 1000000 + b'x' + b'</i>' * 1000000 + b'</table>', TOO_BIG),
    ('remark.html', lambda: b'<table><tr><td>x' + b'<!--' * 5000000, DAMAGED),
    ('signs.html', lambda: b'<table><tr><td>' + b'&#x110000;&#0;&lt&nbsp&' * 1000000 + b'</table>', TOO_BIG),
    ('lines.csv', lambda: b'\n' * 100000000, EMPTY),
    ('line.csv', lambda: '姓名,性别,'.encode() + b'x' * 200000000, DAMAGED),
    ('digits.csv', lambda: ('姓名,出生日期,身份证号,联系电话,入党时间\n' + ','.join(['9' * 30000] * 5) + '\n').encode(), SAFE),
    ('surrogates.csv', lambda: b'\xff\xfe' + text('utf-16-le') + b'\x00\xd8\x00\xd8,\x00', NOT_A_LIST),
    ('utf32-plain.csv', lambda: text('utf-32-be')[4:], NOT_A_LIST),
    ('ebcdic.csv', lambda: 'NAME,SEX\nZHANG,M\n'.encode('cp500'), NOT_A_LIST),
]
