# SPDX-License-Identifier: GPL-3.0-or-later
"""Further files that break readers: containers that contradict themselves, references in rings, other things under the name of a list."""
import gzip
import io
import lzma
import os
import struct
import tarfile
import warnings
import zipfile

import docx

from hostile import CELL, DAMAGED, EMPTY, LOCKED, MAIN, NO_HEAD, NOT_A_LIST, SAFE, SAVE_AS, SHEET, TOO_BIG, TOO_LONG, UNPACK, by_hand, csv, ods, packed, repacked, sheet, xls, xlsx, xml

OFFICE, PACKAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://schemas.openxmlformats.org/package/2006/relationships'


def related(*entries):
    return f'<Relationships xmlns="{PACKAGE}">' + ''.join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in entries) + \
           '</Relationships>'


def sheets(n, part):
    """A workbook of n sheets, the i-th of them in the part part(i)."""
    parts = {'_rels/.rels': related(('w', 'officeDocument', 'xl/workbook.xml')), 'xl/_rels/workbook.xml.rels': related(
        *((f'r{i}', 'worksheet', part(i)) for i in range(n))),
             'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + ''.join(f'<sheet name="s{i}" sheetId="{i + 1}" r:id="r{i}"/>' for i in range(n)) +
                                '</sheets></workbook>', 'xl/worksheets/s0.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>')}
    return packed(parts)


def with_merged(areas):
    return repacked({SHEET: sheet(CELL.format('姓名')).replace('</worksheet>', f'<mergeCells>{areas}</mergeCells></worksheet>')})


def patched(data, at, value):
    return data[:at] + value + data[at + len(value):]


def every(data, mark, at, value):
    """The bytes @at behind each mark, replaced."""
    data, place = bytearray(data), 0
    while (place := data.find(mark, place)) >= 0:
        data[place + at:place + at + len(value)] = value
        place += 4
    return bytes(data)


LOCAL, CENTRAL, END = b'PK\x03\x04', b'PK\x01\x02', b'PK\x05\x06'


def lies_of_zip64():
    data = xlsx()
    end = data.rindex(END)
    record = b'PK\x06\x06' + struct.pack('<QHHIIQQQQ', 44, 45, 45, 0, 0, 2 ** 60, 2 ** 60, 2 ** 62, 2 ** 61) + b'PK\x06\x07' + struct.pack('<IQI', 0, end, 1)
    return data[:end] + record + data[end:end + 8] + b'\xff' * 12 + data[end + 20:]


def the_same_part_twice():
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(xlsx())) as whole, zipfile.ZipFile(out, 'w') as zipped:
        warnings.simplefilter('ignore')
        for name in (*whole.namelist(), SHEET):
            zipped.writestr(name, whole.read(name))
    return out.getvalue()


def packed_as(method):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx())) as whole, zipfile.ZipFile(out, 'w', method) as zipped:
        for name in whole.namelist():
            zipped.writestr(name, whole.read(name))
    return out.getvalue()


def ring_of_sectors():
    data = xls()
    table = 512 + struct.unpack('<I', data[76:80])[0] * 512
    return patched(data, table, b''.join(struct.pack('<I', (i + 1) % 20) for i in range(126)))


def ring_of_entries():
    data = xls()
    first = 512 + struct.unpack('<I', data[48:52])[0] * 512
    for i in range(4):
        data = patched(data, first + 128 * i + 68, struct.pack('<III', i, (i + 1) % 4, 0))
    return data


def more_texts_than_there_are():
    data = xls()
    return patched(data, data.find(b'\xfc\x00', 512) + 4, b'\xff\xff\xff\x7f' * 2)


def a_letter_with_a_table():
    out, letter = io.BytesIO(), docx.Document()
    table = letter.add_table(1, 3)
    for cell, text in zip(table.rows[0].cells, ('姓名', '性别', '民族')):
        cell.text = text
    letter.save(out)
    return out.getvalue()


def document(body):
    return packed({'_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type='
                                  '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
                   'word/document.xml': f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'})


def in_a_tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as tar:
        entry = tarfile.TarInfo('名册.csv')
        entry.size = len(csv())
        tar.addfile(entry, io.BytesIO(csv()))
    return out.getvalue()


def text(encoding):
    return '姓名,性别,民族\n张三,男,汉\n'.encode(encoding)


WORKBOOK = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
COLUMNS = ','.join(['姓名', '性别', '民族'] * 4000)

FILES = [
    ('same-place.xlsx', lambda: repacked({SHEET: sheet('<row r="1">' + ''.join(f'<c r="XFD{i}"><v>1</v></c>' for i in range(200000)) + '</row>')}), TOO_BIG),
    ('backwards.xlsx', lambda: repacked({SHEET: sheet(''.join(f'<row r="{90000 - i}"><c r="A{90000 - i}"><v>1</v></c></row>' for i in range(90000)))}), NO_HEAD),
    ('styles.xlsx', lambda: repacked({'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><cellXfs>' + '<xf numFmtId="200"/>' * 3000000 + '</cellXfs></styleSheet>'}), SAFE),
    ('format.xlsx', lambda: repacked({'xl/styles.xml': f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="' + 'y' * 30000000 +
                                      '"/></numFmts></styleSheet>'}), TOO_BIG),
    ('counts.xlsx', lambda: by_hand(sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="10000000"><si><t>x</t></si></sst>'),
     DAMAGED),
    ('merged.xlsx', lambda: with_merged('<mergeCell ref="A1:XFD1048576"/>' * 200000), SAFE),
    ('odd-merged.xlsx', lambda: with_merged('<mergeCell ref="Z99:A1"/><mergeCell ref=""/><mergeCell ref="A0:B-1"/><mergeCell ref="A1:A99999999999999999999"/>'), SAFE),
    ('itself.xlsx', lambda: packed({'_rels/.rels': related(('w', 'officeDocument', '_rels/.rels'))}), SAVE_AS),
    ('one-part.xlsx', lambda: sheets(1000, lambda i: 'worksheets/s0.xml'), DAMAGED),
    ('sheets.xlsx', lambda: sheets(60000, lambda i: f'worksheets/s{i}.xml'), TOO_BIG),
    ('zip64.xlsx', lies_of_zip64, DAMAGED),
    ('overlap.xlsx', lambda: every(xlsx(), CENTRAL, 42, b'\0' * 4), UNPACK),
    ('twice.xlsx', the_same_part_twice, SAFE),
    ('sizes.xlsx', lambda: every(every(xlsx(), CENTRAL, 24, b'\1\0\0\0'), LOCAL, 22, b'\1\0\0\0'), DAMAGED),
    ('offset.xlsx', lambda: every(xlsx(), END, 16, b'\xff' * 4), DAMAGED),
    ('method.xlsx', lambda: every(every(xlsx(), CENTRAL, 10, b'\x63\0'), LOCAL, 8, b'\x63\0'), DAMAGED),
    ('bzip.xlsx', lambda: packed_as(zipfile.ZIP_BZIP2), SAFE),
    ('whole-locked.ods', lambda: ods(manifest='<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="encrypted-package">'
                                              '<m:encryption-data/></m:file-entry></m:manifest>'), LOCKED),
    ('columns.ods', lambda: ods('<table:table-row>' + '<table:table-cell table:number-columns-repeated="999999999"/>' * 1000 + '</table:table-row>'), EMPTY),
    ('blanks.ods', lambda: ods('<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/>b</text:p></table:table-cell></table:table-row>'),
     NO_HEAD),
    ('paragraphs.ods', lambda: ods('<table:table-row><table:table-cell>' + '<text:p>' * 90000 + '</text:p>' * 90000 + '</table:table-cell></table:table-row>'), TOO_BIG),
    ('ring.xls', ring_of_sectors, DAMAGED),
    ('entries.xls', ring_of_entries, NOT_A_LIST),
    ('shift.xls', lambda: patched(xls(), 30, b'\x1f\0'), DAMAGED),
    ('nowhere.xls', lambda: patched(xls(), 48, b'\xf0\xff\xff\x7f'), DAMAGED),
    ('texts.xls', more_texts_than_there_are, DAMAGED),
    ('old.xls', lambda: b'\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00\x0a\x00\x00\x00', NOT_A_LIST),
    ('deep.xml', lambda: (WORKBOOK + '<Worksheet><Table><Row><Cell>' * 100000).encode(), TOO_BIG),
    ('far.xml', lambda: xml().replace(b'<Row>', b'<Row ss:Index="-1">').replace(b'<Cell>', b'<Cell ss:Index="99999999999" ss:MergeAcross="99999999">'), TOO_LONG),
    ('attribute.xml', lambda: (WORKBOOK + '<Worksheet x="' + 'x' * 20000000).encode(), TOO_BIG),
    ('attributes.html', lambda: b'<table><tr><td ' + b' '.join(b'a%d="x"' % i for i in range(200000)) + b'>x</table>', TOO_BIG),
    ('spans.html', lambda: b'<table>' + b'<tr><td rowspan=65535 colspan=65535>x' * 2000 + b'</table>', TOO_BIG),
    ('tables.html', lambda: b'<table>' * 200000, TOO_BIG),
    ('utf7.csv', lambda: text('utf-7'), NO_HEAD),
    ('no-mark.csv', lambda: text('utf-16-le'), SAFE),
    ('utf32.csv', lambda: text('utf-32'), NOT_A_LIST),
    ('odd-bytes.csv', lambda: text('utf-16') + b'x', DAMAGED),
    ('big5.csv', lambda: '姓名,性別,民族\n張三,男,漢\n'.encode('big5'), NO_HEAD),
    ('nuls.csv', lambda: b'\0' * 2000000, NOT_A_LIST),
    ('quotes.csv', lambda: b'"' * 5000000, DAMAGED),
    ('terminal.csv', lambda: '姓名,性别,民族\n\x1b]0;x\x07\x1b[2J张三,男,汉\n'.encode(), SAFE),
    ('heads.csv', lambda: (COLUMNS + '\n' + COLUMNS.replace('姓名', '张三')).encode(), SAFE),
    ('turning.csv', lambda: ('姓名,性别,民族\n张三,男,汉\n性别,姓名,民族\n男,李四,汉\n' * 3000).encode(), SAFE),
    ('macro.xlsm', lambda: repacked({'xl/vbaProject.bin': b'\xd0\xcf\x11\xe0' + os.urandom(4000)}), SAFE),
    ('letter.docx.xlsx', a_letter_with_a_table, SAFE),
    ('grid.docx', lambda: document('<w:tbl><w:tr>' + '<w:tc><w:tcPr><w:gridSpan w:val="4294967295"/></w:tcPr><w:p/></w:tc>' * 1000 + '</w:tr></w:tbl>'), NOT_A_LIST),
    ('wide.docx', lambda: document('<w:tbl>' + ('<w:tr>' + '<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>' * 20000 + '</w:tr>') * 3 + '</w:tbl>'), DAMAGED),
    ('rows.docx', lambda: document('<w:tbl>' + '<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>' * 400000 + '</w:tbl>'), NOT_A_LIST),
    ('text.docx', lambda: document('<w:tbl><w:tr><w:tc><w:p>' + '<w:r><w:t>xxxxxxxxxx</w:t></w:r>' * 60000 + '</w:p></w:tc></w:tr></w:tbl>'), TOO_BIG),
    ('tables.docx', lambda: document('<w:p><w:r><w:t>x</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' * 20000), TOO_BIG),
    ('nested.docx', lambda: document('<w:tbl><w:tr><w:tc>' * 30), TOO_BIG),
    ('open.docx', lambda: document('<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名'), DAMAGED),
    ('photo.xlsx', lambda: b'\0\0\0\x18ftypheic' + os.urandom(3000), NOT_A_LIST),
    ('photo.xls', lambda: b'RIFF\x10\0\0\0WEBPVP8 ' + os.urandom(3000), NOT_A_LIST),
    ('paper.xlsx', lambda: packed({'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<x/>'}), UNPACK),
    ('packed.csv', lambda: gzip.compress(csv()), UNPACK),
    ('packed.xls', lambda: lzma.compress(csv()), UNPACK),
    ('tar.csv', in_a_tar, NOT_A_LIST),
    ('base.xlsx', lambda: b'\0\1\0\0Standard ACE DB\0' + os.urandom(3000), NOT_A_LIST),
    ('sylk.xls', lambda: b'ID;PWXL;N;E\r\nC;Y1;X1;K"x"\r\nE\r\n', SAVE_AS),
    ('dif.xls', lambda: b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,3\r\n""\r\n', SAVE_AS),
]
