# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that break readers, made when they are needed: honest workbooks that were damaged, and ones that no program writes."""
import io
import os
import struct
import zipfile

import openpyxl
import xlwt

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
ROWS = [['姓名', '性别', '出生日期', '联系电话'], ['张三', '男', '1985.07', '19900000001'], ['李四', '女', '1990.12', '19900000002']]


def xlsx():
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def xls():
    book, out = xlwt.Workbook(encoding='utf-8'), io.BytesIO()
    page = book.add_sheet('名册')
    for r, row in enumerate(ROWS * 40):
        for c, cell in enumerate(row):
            page.write(r, c, cell)
    book.save(out)
    return out.getvalue()


def csv():
    return '\r\n'.join(','.join(row) for row in ROWS).encode() + b'\r\n'


def html():
    return ('<html><table>' + ''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in ROWS) + '</table></html>').encode()


def xml():
    rows = ''.join('<Row>' + ''.join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + '</Row>' for row in ROWS)
    return ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
            f'<Worksheet ss:Name="名册"><Table>{rows}</Table></Worksheet></Workbook>').encode()


SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet'
NAMES = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ('office', 'table', 'text'))


def ods(rows=None, manifest='<manifest/>', kind=SPREADSHEET):
    if rows is None:
        rows = ''.join('<table:table-row>' + ''.join(f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
                       + '</table:table-row>' for row in ROWS)
    content = f'<?xml version="1.0"?><office:document-content {NAMES}><office:body><office:spreadsheet><table:table table:name="名册">{rows}' \
              '</table:table></office:spreadsheet></office:body></office:document-content>'
    return packed({'mimetype': kind, 'content.xml': content, 'META-INF/manifest.xml': manifest})


HONEST = {'xlsx': xlsx, 'xls': xls, 'ods': ods, 'csv': csv, 'html': html, 'xml': xml}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as zipped:
        for name, part in parts.items():
            zipped.writestr(name, part)
    return out.getvalue()


def repacked(replaced, data=None):
    """The honest workbook with some of its parts replaced; None takes one out."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data or xlsx())) as whole:
        for name in whole.namelist():
            parts[name] = whole.read(name)
    parts.update(replaced)
    return packed({name: part for name, part in parts.items() if part is not None})


def by_hand(sheet_xml, strings):
    """A workbook that keeps its texts in a part of their own."""
    office, package = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://schemas.openxmlformats.org/package/2006/relationships'

    def related(*entries):
        return f'<Relationships xmlns="{package}">' + ''.join(f'<Relationship Id="{i}" Type="{office}/{kind}" Target="{target}"/>' for i, kind, target in entries) + \
               '</Relationships>'

    return packed({'_rels/.rels': related(('w', 'officeDocument', 'xl/workbook.xml')), 'xl/_rels/workbook.xml.rels': related(
        ('a', 'worksheet', 'worksheets/sheet1.xml'), ('t', 'sharedStrings', 'sharedStrings.xml')),
                   'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>',
                   'xl/worksheets/sheet1.xml': sheet_xml, 'xl/sharedStrings.xml': strings})


def sheet(rows):
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


SHEET = 'xl/worksheets/sheet1.xml'
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'


def wrong_checksum():
    data = bytearray(xlsx())
    at = data.index(SHEET.encode()) - 30
    # The name stands in the list at the end, too; the sum is compared with that one.
    again = data.rindex(SHEET.encode()) - 46
    for place in (at + 14, again + 16):
        data[place:place + 4] = bytes(byte ^ 0xff for byte in data[place:place + 4])
    return bytes(data)


def encrypted_zip():
    """As zip itself locks its parts: the first bit of the flags."""
    data = bytearray(xlsx())
    at = 0
    while (at := data.find(b'PK\x03\x04', at)) >= 0:
        data[at + 6] |= 1
        at += 4
    at = 0
    while (at := data.find(b'PK\x01\x02', at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def locked_xlsx():
    """A workbook with a password is a compound file with a stream of this name."""
    data = xls()
    entry, locked = data.index('Workbook'.encode('utf-16-le')), 'EncryptedPackage'.encode('utf-16-le')
    return data[:entry] + locked.ljust(64, b'\0') + struct.pack('<H', len(locked) + 2) + data[entry + 66:]


def locked_xls():
    data = xls()
    return data[:512 + 20] + b'\x2f\x00' + data[512 + 22:]


def nested(depth=12):
    data = xlsx()
    for level in range(depth):
        data = packed({f'{level}.zip': data})
    return data


def laughs():
    entities = '<!ENTITY a "ha">' + ''.join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>' + sheet(CELL.format('&j;'))[21:]


def picture(kind):
    return {'png': b'\x89PNG\r\n\x1a\n', 'jpg': b'\xff\xd8\xff\xe0\x00\x10JFIF', 'gif': b'GIF89a'}[kind] + os.urandom(3000)


NOT_A_LIST, DAMAGED, TOO_BIG, LOCKED, SAVE_AS_DOCX = '不是表格', '损坏', '文件太大', '密码', '另存为 .docx'
SAVE_AS, EMPTY, TOO_LONG, UNPACK, NO_HEAD = '另存为', '空', '行', '解压', '表头'
SAFE = None    # taken in, or any refusal: but no harm

# name, how it is made, words of the sentence
FILES = [
    ('bomb.xlsx', lambda: repacked({SHEET: sheet(' ' * (300 << 20))}), TOO_BIG),
    ('strings.xlsx', lambda: by_hand(sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), f'<sst xmlns="{MAIN}">' + '<si><t>ha</t></si>' * 20000000 + '</sst>'), TOO_BIG),
    ('nostring.xlsx', lambda: by_hand(sheet('<row r="1"><c r="A1" t="s"><v>99999999999</v></c></row>'), f'<sst xmlns="{MAIN}"><si><t>ha</t></si></sst>'), DAMAGED),
    ('texts.xlsx', lambda: by_hand(sheet('<row>' + '<c t="s"><v>0</v></c>' * 16000 + '</row>'), f'<sst xmlns="{MAIN}"><si><t>' + 'x' * 1000000 + '</t></si></sst>'), TOO_BIG),
    ('bomb.ods', lambda: ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
                             'office:value-type="string"><text:p>' + 'x' * 1000 + '</text:p></table:table-cell></table:table-row>'), TOO_BIG),
    ('nested.xlsx', nested, UNPACK),
    ('inside.zip', lambda: packed({'名册.xlsx': xlsx()}), UNPACK),
    ('laughs.xlsx', lambda: repacked({SHEET: laughs()}), DAMAGED),
    ('laughs.xml', lambda: laughs().encode(), NOT_A_LIST),
    ('outside.xlsx', lambda: repacked({SHEET: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet(CELL.format('&a;'))[21:]}), DAMAGED),
    ('climbing.xlsx', lambda: packed({'../../../tmp/evil': 'x', '/etc/evil': 'x', **{name: zipfile.ZipFile(io.BytesIO(xlsx())).read(name) for name in
                                                                                  zipfile.ZipFile(io.BytesIO(xlsx())).namelist()}}), SAFE),
    ('astray.xlsx', lambda: repacked({'_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type='
                                      '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="../../etc/passwd.xml"/></Relationships>'}), DAMAGED),
    ('long.xlsx', lambda: repacked({SHEET: sheet('<row r="1048577"><c><v>1</v></c></row>')}), TOO_LONG),
    ('long.ods', lambda: ods('<table:table-row table:number-rows-repeated="1048577"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'), TOO_LONG),
    ('long.csv', lambda: b'a\n' * 1048577, TOO_LONG),
    ('long.html', lambda: b'<table>' + b'<tr><td>1' * 1048577 + b'</table>', TOO_LONG),
    ('long.xml', lambda: xml().replace(b'<Row>', b'<Row ss:Index="1048577">', 1), TOO_LONG),
    ('wide.xlsx', lambda: repacked({SHEET: sheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')}), DAMAGED),
    ('wide.csv', lambda: b',' * 20000 + b'1\n', TOO_BIG),
    ('wide.html', lambda: b'<table><tr>' + b'<td>1' * 20000 + b'</table>', TOO_BIG),
    ('deep.xlsx', lambda: repacked({SHEET: sheet('<row>' * 200000)}), TOO_BIG),
    ('deep.html', lambda: b'<table><tr><td>' * 5000, TOO_BIG),
    ('longcell.xlsx', lambda: repacked({SHEET: sheet(CELL.format('x' * (32 << 20)))}), TOO_BIG),
    ('longcell.csv', lambda: '姓名,性别\n"'.encode() + b'x' * (32 << 20) + b'",1\n', DAMAGED),
    ('longcell.html', lambda: b'<table><tr><td>' + b'x' * (32 << 20) + b'</table>', TOO_BIG),
    ('longcell.ods', lambda: ods('<table:table-row><table:table-cell office:value-type="string"><text:p>' + 'x' * (32 << 20) + '</text:p></table:table-cell></table:table-row>'), TOO_BIG),
    ('checksum.xlsx', wrong_checksum, DAMAGED),
    ('missing.xlsx', lambda: repacked({SHEET: None}), DAMAGED),
    ('locked.xlsx', locked_xlsx, LOCKED),
    ('locked.xls', locked_xls, LOCKED),
    ('locked.ods', lambda: ods(manifest='<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'), LOCKED),
    ('locked.zip.xlsx', encrypted_zip, LOCKED),
    ('cut.csv', lambda: csv()[:-3].rsplit(b'1', 1)[0] + '张'.encode()[:2], DAMAGED),
    ('invalid.csv', lambda: b'\xef\xbb\xbf' + '姓名,性别\n'.encode() + b'\xff\xfe\xc3\x28,1\n', DAMAGED),
    ('odd.csv', lambda: '姓名,性别\n'.encode('gbk') + b'\x81\x00\x80\xff\xff\xff,1\n', NOT_A_LIST),
    ('nul.csv', lambda: '姓名,性别\n张\0三,男\n'.encode(), NOT_A_LIST),
    ('nothing.csv', lambda: b'', EMPTY),
    ('blank.csv', lambda: b'\r\n' * 100, EMPTY),
    ('mark.csv', lambda: b'\xef\xbb\xbf', EMPTY),
    ('quote.csv', lambda: '姓名,性别\n"张三,男\n李四,女\n'.encode(), SAFE),
    ('binary.xlsb', lambda: packed({'[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                    '<Relationship Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/>'
                                    '</Relationships>', 'xl/workbook.bin': b'\x83\x01\x00'}), SAVE_AS),
    ('page.mht', lambda: b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n' + html(), SAVE_AS),
    ('apple.numbers', lambda: packed({'Index/Document.iwa': b'\0' * 100, 'Metadata/Properties.plist': b'bplist00'}), SAVE_AS),
    ('letter.docx', lambda: packed({'_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type='
                                    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
                                    'word/document.xml': '<document/>'}), NOT_A_LIST),
    ('letter.wps', lambda: xls().replace('Workbook'.encode('utf-16-le'), 'WordDocu'.encode('utf-16-le')), NOT_A_LIST),
    ('letter.odt', lambda: ods(kind='application/vnd.oasis.opendocument.text'), SAFE),
    ('paper.pdf', lambda: b'%PDF-1.7\n' + os.urandom(3000), NOT_A_LIST),
    ('photo.png', lambda: picture('png'), NOT_A_LIST),
    ('photo.jpg', lambda: picture('jpg'), NOT_A_LIST),
    ('setup.exe', lambda: b'MZ\x90\x00\x03\x00\x00\x00' + os.urandom(3000), NOT_A_LIST),
    ('program.xlsx', lambda: b'\x7fELF\x02\x01\x01' + os.urandom(3000), NOT_A_LIST),
    ('old.rar', lambda: b'Rar!\x1a\x07\x01\x00' + os.urandom(3000), UNPACK),
    ('old.7z', lambda: b'7z\xbc\xaf\x27\x1c' + os.urandom(3000), UNPACK),
    ('letter.rtf', lambda: b'{\\rtf1 x}', SAVE_AS_DOCX),
    ('drawing.svg', lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', NOT_A_LIST),
    ('text.txt', lambda: '今天天气很好，\n我们去爬山。\n'.encode(), NO_HEAD),
    ('noise.xlsx', lambda: b'PK\x03\x04' + os.urandom(5000), DAMAGED),
    ('noise.xls', lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + os.urandom(5000), DAMAGED),
    ('wps.et', xls, SAFE),
]
