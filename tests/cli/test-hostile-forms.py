# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms that are none, broken and hostile: one plain Chinese sentence each, nothing changed, and the program lives."""
import io
import os
import struct
import zipfile
import zlib

from forms import HEAD, S, document_parts, packed, paragraph, parts_of, roster_book, roster_document, run, sheet_parts
from zhibu_cli import BUILD, case, main

UNPREPARED = ('Segmentation', 'core dumped', 'CRITICAL', 'WARNING', 'Traceback', 'ERROR:')
MARKED = '<row r="1"><c r="A1" t="inlineStr"><is><t>{{姓名}}</t></is></c></row>'


def changed(data, name, change):
    parts = parts_of(data)
    parts[name] = change(parts[name])
    return packed(parts)


def of_type(old, new):
    return changed(packed(sheet_parts(MARKED)), '[Content_Types].xml', lambda part: part.replace(old, new))


def with_macros():
    parts = sheet_parts(MARKED, types='<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>', extra={'xl/vbaProject.bin': b'x'})
    return packed(parts)


def compound(words=b''):
    return b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(2000) + words + bytes(2000)


def open_document(kind):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as zipped:
        zipped.writestr('mimetype', 'application/vnd.oasis.opendocument.' + kind)
        zipped.writestr('content.xml', '<x/>')
    return out.getvalue()


def bomb():
    parts = sheet_parts(MARKED)
    parts['xl/sharedStrings.xml'] = HEAD + f'<sst xmlns="{S}">' + '<si><t>' + ' ' * (200 << 20) + '</t></si></sst>'
    return packed(parts)


def many_cells():
    return packed(sheet_parts(MARKED + '<row r="2">' + '<c/>' * 9000000 + '</row>'))


def overlapping():
    """Every part is the same bytes: as in the bombs that need no nesting."""
    data = b'x' * 1000
    local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), 1, 0) + b'a'
    directory = b''.join(struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 20, 20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), 3, 0, 0, 0, 0, 0, 0) + b'%03d' % i
                         for i in range(200))
    return local + data + directory + struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 200, 200, len(directory), len(local) + len(data), 0)


def encrypted():
    data = bytearray(packed(sheet_parts(MARKED), zipfile.ZIP_STORED))
    at = 0
    while (at := data.find(b'PK\x01\x02', at + 1)) > 0:
        data[at + 8] |= 1
    return bytes(data)


def deep():
    return packed(document_parts('<w:p>' * 5000 + run('{{姓名}}') + '</w:p>' * 5000))


def entities():
    return changed(packed(document_parts(paragraph(run('{{姓名}}')))), 'word/document.xml',
                   lambda part: part.replace(b'<w:document', b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document', 1))


# Name, bytes, words of the sentence.
FILES = [
    ('none.xlsx', b'', '文件是空的'),
    ('text.xlsx', '姓名，性别'.encode(), '既不是表格，也不是文字文档'),
    ('picture.docx', b'\x89PNG\r\n\x1a\n' + bytes(100), '既不是表格，也不是文字文档'),
    ('zip.xlsx', packed({'a.txt': 'x'}), '既不是表格，也不是文字文档'),
    ('slides.docx', of_type(b'spreadsheetml.sheet.main', b'presentationml.presentation.main'), '既不是表格，也不是文字文档'),
    ('old.xls', compound(), '旧格式'),
    ('old.doc', compound(b'W\0o\0r\0d\0'), '旧格式'),
    ('locked.xlsx', compound('EncryptedPackage'.encode('utf-16-le')), '密码'),
    ('encrypted.xlsx', encrypted(), '密码'),
    ('open.ods', open_document('spreadsheet'), '.ods 或 .odt'),
    ('open.odt', open_document('text'), '.ods 或 .odt'),
    ('macros.xlsm', of_type(b'openxmlformats-officedocument.spreadsheetml.sheet.main', b'ms-excel.sheet.macroEnabled.main'), '宏'),
    ('hidden-macros.xlsx', with_macros(), '宏'),
    ('unmarked.xlsx', packed(sheet_parts('<row r="1"><c r="A1"><v>1</v></c></row>')), '没有任何标记'),
    ('unmarked.docx', packed(document_parts(paragraph(run('花名册')))), '没有任何标记'),
    ('bomb.xlsx', bomb(), '远远超过'),
    ('cells.xlsx', many_cells(), '远远超过'),
    ('overlap.xlsx', overlapping(), '远远超过'),
    ('deep.docx', deep(), '损坏'),
    ('entities.docx', entities(), '损坏'),
    ('backwards.xlsx', packed(sheet_parts('<row r="9"/><row r="2"/>')), '损坏'),
    ('torn.docx', changed(roster_document(), 'word/document.xml', lambda part: part[:-40]), '损坏'),
]


def chinese(cli):
    cli.ok('init')
    cli.ok('add', 'member', 'name=在册人', 'category=正式党员', 'joined_on=2000-07-01')
    cli.env.update(LANGUAGE='zh_CN', ZB_LOCALEDIR=f'{BUILD}/po')


def refused(cli, path, words):
    target = cli.path('out' + os.path.splitext(path)[1])
    commands = (('template', 'check', path), ('template', 'add', path), ('export', 'members', '--template', path, '--to', target))
    # All three read with the same child; under the sanitizers each reading of a bomb takes many seconds.
    for command in commands[:1] if 'ASAN_OPTIONS' in os.environ else commands:
        status, _, err = cli.run(*command)
        assert not any(word in err for word in UNPREPARED), f'{path}: {err}'
        # Under the sanitizers a child may be stopped for its slowness before it meets the limit that it was to meet.
        said = words in err or ('ASAN_OPTIONS' in os.environ and '没有进展' in err)
        assert status == 1 and err.count('\n') == 1 and said, f'{path}: {err!r} does not say {words}'
        assert not os.path.exists(target), path


@case
def every_file_gets_its_sentence(cli):
    chinese(cli)
    before = cli.ok('log')
    for name, data, words in FILES:
        refused(cli, cli.write(name, data), words)
    assert cli.ok('log') == before and cli.json('template', 'list') == []
    assert not [name for name in os.listdir(cli.folder) if name.endswith('.part')]


@case
def places_that_are_no_files(cli):
    chinese(cli)
    os.mkdir(cli.path('folder.xlsx'))
    os.mkfifo(cli.path('pipe.docx'))
    refused(cli, cli.path('folder.xlsx'), '不是文件')
    refused(cli, cli.path('pipe.docx'), '不是文件')
    refused(cli, cli.path('nowhere.xlsx'), '没有找到')
    refused(cli, '/dev/zero', '不是文件')


@case
def honest_forms_cut_anywhere(cli):
    chinese(cli)
    for name, form in (('cut.xlsx', roster_book()), ('cut.docx', roster_document())):
        for at in [*range(0, 60, 12), *range(200, len(form), len(form) // 8), *range(len(form) - 40, len(form), 13)]:
            status, _, err = cli.run('template', 'check', cli.write(name, form[:at]))
            assert status == 1 and err.count('\n') == 1 and not any(word in err for word in UNPREPARED), f'{name} cut at {at}: {err!r}'


@case
def an_old_file_stays_whole(cli):
    chinese(cli)
    target = cli.write('名册.xlsx', 'alt')
    torn = changed(roster_book(), 'xl/worksheets/sheet1.xml', lambda part: part[:-30])
    status, _, _ = cli.run('export', 'members', '--template', cli.write('torn.xlsx', torn), '--to', target, '--force')
    with open(target, 'rb') as file:
        assert status == 1 and file.read() == b'alt'
    status, _, _ = cli.run('export', 'members', '--template', cli.write('good.xlsx', roster_book()), '--to', cli.registry, '--force')
    assert status != 0
    cli.ok('check')


@case
def names_of_parts_lead_nowhere(cli):
    """Parts with names of other folders go out as they came in, and are written nowhere."""
    chinese(cli)
    parts = sheet_parts(MARKED, extra={'../../etc/evil': b'x', 'xl/media/图 一.png': b'y'})
    target = cli.path('out.xlsx')
    cli.ok('export', 'members', '--template', cli.write('form.xlsx', packed(parts)), '--to', target)
    with open(target, 'rb') as file:
        assert parts_of(file.read())['xl/media/图 一.png'] == b'y'
    assert not os.path.exists('/etc/evil')


@case
def more_rows_than_a_sheet_has(cli):
    chinese(cli)
    rows = MARKED.replace('"1"', '"1048576"').replace('"A1"', '"A1048576"')
    refused(cli, cli.write('last.xlsx', packed(sheet_parts('<row r="1"/>'))), '没有任何标记')
    path = cli.write('form.xlsx', packed(sheet_parts(rows)))
    status, _, err = cli.run('export', 'members', '--template', path, '--to', cli.path('out.xlsx'))
    assert status == 1 and '上限' in err, err


main()
