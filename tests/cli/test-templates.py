# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of upper committees: looked into, remembered and filled by the real command line, and compared with what other programs read."""
import io
import os
import re
import xml.etree.ElementTree as ET

import docx
import openpyxl
from forms import (PACKAGE, S, W, cut, document_parts, drawn_book, meeting_document, packed, paragraph, parts_of, rich_strings_book, roster_book, roster_document,
                   sheet_parts, table_row, two_line_book)
from zhibu_cli import BUILD, case, main

NS = {'w': W, 's': S}
PEOPLE = [('张三', '男', '1985-07', '2010-07-01'), ('李四', '女', '1990-12-03', '2015-06-30'), ('欧阳修文', '男', '1978-01-15', '1999-12-01')]


def prepare(cli):
    """Three people of one branch, in the order in which they stand here."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共青禾镇机关支部委员会', 'short_name=机关支部', 'kind=党支部')
    for number, (name, sex, birth, joined) in enumerate(PEOPLE, 1):
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', f'birth_date={birth}', f'own_order={number}', 'branch=机关支部', f'phone=1990000000{number}',
               'category=正式党员', f'joined_on={joined}', f'confirmed_on={int(joined[:4]) + 1}{joined[4:]}')


def filled(cli, form, name='form.xlsx', roster='members', *options):
    """Fills a form. Returns: the parts of what came out."""
    source, target = cli.write('in-' + name, form), cli.path('out-' + name)
    cli.ok('export', roster, '--template', source, '--to', target, '--order', 'own', '--force', *options)
    with open(target, 'rb') as file:
        data = file.read()
    parts = parts_of(data)
    check_package(parts)
    return data, parts


def check_package(parts):
    """What makes office programs offer a repair: parts that are not well-formed, relations into nothing, cells twice."""
    types = ET.fromstring(parts['[Content_Types].xml'])
    for override in types.findall(f'{{{PACKAGE}/content-types}}Override'):
        assert override.get('PartName').lstrip('/') in parts, override.get('PartName')
    for name, part in parts.items():
        if name.endswith(('.xml', '.rels')):
            root = ET.fromstring(part)
        if name.endswith('.rels'):
            folder = name.split('_rels/')[0]
            for relation in root:
                target = relation.get('Target')
                if relation.get('TargetMode') != 'External':
                    assert (target.lstrip('/') if target.startswith('/') else folder + target) in parts, (name, target)
        if name.startswith('xl/worksheets/sheet'):
            rows = [int(row.get('r')) for row in root.iter(f'{{{S}}}row')]
            cells = [cell.get('r') for cell in root.iter(f'{{{S}}}c')]
            assert rows == sorted(set(rows)) and len(cells) == len(set(cells)), name
            for row in root.iter(f'{{{S}}}row'):
                assert all(re.sub('[A-Z]', '', cell.get('r')) == row.get('r') for cell in row), name
            merges = root.find('s:mergeCells', NS)
            assert merges is None or int(merges.get('count')) == len(merges), name


def texts(part):
    """The paragraphs of a document, each in one piece."""
    return [''.join(t.text or '' if t.tag.endswith('}t') else '\n' for t in p.iter() if t.tag in (f'{{{W}}}t', f'{{{W}}}br')) for p in ET.fromstring(part).iter(f'{{{W}}}p')]


@case
def a_workbook_repeats_its_row(cli):
    prepare(cli)
    data, _ = filled(cli, roster_book())
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book['党员 名册']
    rows = list(page.iter_rows(values_only=True))
    assert rows[0][0] == '中共青禾镇机关支部委员会党员名册（2026年）', rows[0]
    assert rows[1][0] == '填报单位：中共青禾镇机关支部委员会' and rows[1][7] == '2026年11月24日', rows[1]
    assert rows[3][0] == '序号'
    assert [row[:4] for row in rows[4:7]] == [(1, '张三', '男', '1985.07'), (2, '李四', '女', '1990.12'), (3, '欧阳修文', '男', '1978.01')]
    assert [row[4].strftime('%Y-%m-%d') for row in rows[4:7]] == ['2010-07-01', '2015-06-30', '1999-12-01']
    assert [row[5] for row in rows[4:7]] == [41, 35, 48]
    assert [row[6] for row in rows[4:7]] == ['=F5*2', '=F6*2', '=F7*2']
    assert [row[7] for row in rows[4:7]] == ['=SUM($F$5:F5)', '=SUM($F$5:F6)', '=SUM($F$5:F7)']
    assert rows[7][:7] == ('合计', '=COUNTA(B5:B7)', None, None, None, '=SUM(F5:F7)', '=SUM(G5:G7)')
    assert rows[8][0] == '共 3 人' and rows[9][7] == 3


@case
def what_names_rows_goes_along(cli):
    prepare(cli)
    data, _ = filled(cli, roster_book())
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book['党员 名册']
    assert sorted(str(merged) for merged in page.merged_cells.ranges) == ['A1:H1', 'A9:H9']
    assert [page.row_dimensions[row].height for row in (4, 5, 6, 7, 8)] == [None, 31, 31, 31, 44]
    assert page.print_area in ('$A$1:$H$10', ['$A$1:$H$10'], "'党员 名册'!$A$1:$H$10") and page.print_title_rows.replace('$', '') == '4:4'
    assert [str(choice.sqref) for choice in page.data_validations.dataValidation] == ['C5:C7']
    condition = list(page.conditional_formatting)[0]
    assert str(condition.sqref) == 'F5:F7' and condition.rules[0].formula == ['$F$8']
    assert [broken.id for broken in page.row_breaks.brk] == [8]
    assert page['A10'].hyperlink.target == 'https://example.org/'
    other = book['汇总']
    assert other['B1'].value == "=COUNTA('党员 名册'!B5:B7)" and other['B2'].value == "='党员 名册'!F8"
    assert page.oddHeader.center.text == '中共青禾镇机关支部委员会' and page.oddFooter.right.text == '第 &P 页'


@case
def tables_comments_pictures_and_charts(cli):
    prepare(cli)
    form = drawn_book()
    data, parts = filled(cli, form)
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page.tables['人员'].ref == 'A1:B4' and page.tables['人员'].autoFilter.ref == 'A1:B4'
    assert page['A6'].value == '注' and page['A6'].comment.text.startswith('由') and '{{' not in page['A6'].comment.text
    assert page._images[0].anchor._from.row == 7
    charts = [part.decode() for name, part in parts.items() if name.startswith('xl/charts/chart')]
    assert len(charts) == 1 and "'图'!$B$2:$B$4" in charts[0] and '中共青禾镇机关支部委员会' in charts[0], charts
    drawing = parts['xl/drawings/drawing1.xml'].decode()
    assert re.findall(r'<(?:xdr:)?row>(\d+)</', drawing)[0] in ('7', '9'), drawing
    before = parts_of(form)
    assert before['xl/media/image1.png'] == parts['xl/media/image1.png'] and before['xl/styles.xml'] == parts['xl/styles.xml']


@case
def nothing_else_is_touched(cli):
    prepare(cli)
    form = roster_book()
    before, (_, after) = parts_of(form), filled(cli, form)
    assert list(before) == list(after)
    for name in before:
        if not name.startswith(('xl/worksheets/', 'xl/workbook.xml', 'xl/sharedStrings')):
            assert before[name] == after[name], name
    page = openpyxl.load_workbook(io.BytesIO(filled(cli, form)[0])).worksheets[0]
    assert [page[f'B{row}'].font.name for row in (5, 6, 7)] == ['仿宋'] * 3 and page['B7'].font.b and not page['C7'].font.b
    assert page['E7'].number_format == 'yyyy"年"m"月"d"日"' and page['A7'].border.left.style == 'thin'
    assert page['A1'].font.name == '方正小标宋简体' and page.column_dimensions['E'].width == 22 and page.page_setup.orientation == 'landscape'


@case
def two_lines_and_several_people_a_row(cli):
    prepare(cli)
    data, _ = filled(cli, two_line_book())
    book = openpyxl.load_workbook(io.BytesIO(data))
    first, names, numbered = book.worksheets
    rows = list(first.iter_rows(values_only=True))
    assert rows[1] == (1, '张三', '男') and rows[2] == (None, '入党：2010年7月', None), rows
    assert rows[5] == (3, '欧阳修文', '男') and rows[6] == (None, '入党：1999年12月', None), rows
    assert rows[7][0] == '完' and len(rows) == 8
    assert sorted(str(merged) for merged in first.merged_cells.ranges) == ['A2:A3', 'A4:A5', 'A6:A7']
    assert list(names.iter_rows(values_only=True)) == [('张三', '李四', '欧阳修文')]
    assert list(numbered.iter_rows(values_only=True)) == [('张三', '男', '李四', '女'), ('欧阳修文', '男', None, None)]


@case
def marks_in_pieces_of_a_shared_string(cli):
    prepare(cli)
    data, parts = filled(cli, rich_strings_book())
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [page[f'A{row}'].value for row in (2, 3, 4, 5)] == ['姓名：张三 同志', '姓名：李四 同志', '姓名：欧阳修文 同志', '静']
    assert [page[f'B{row}'].value for row in (2, 3)] == ['2010.07.01', '2015.06.30']
    assert [page[f'C{row}'].value for row in (2, 3, 4, 5)] == ['=LEN(A2)', '=LEN(A3)', '=LEN(A4)', '=LEN(A5)']
    assert page['D5'].value == '=SUM(C2:C4)'
    assert 'xl/calcChain.xml' not in parts and b'calcChain' not in parts['[Content_Types].xml'] + parts['xl/_rels/workbook.xml.rels']
    sheet = parts['xl/worksheets/sheet1.xml'].decode()
    assert sheet.count('<i/></rPr><t>张三</t>') == 1, 'the value looks as the name of its mark did'
    assert '<v>9</v>' not in sheet and 'fullCalcOnLoad="1"' in parts['xl/workbook.xml'].decode()
    assert '{{' not in parts['xl/sharedStrings.xml'].decode() + sheet


@case
def a_document_repeats_its_row(cli):
    prepare(cli)
    form = roster_document()
    before, (_, parts) = parts_of(form), filled(cli, form, 'form.docx')
    lines = texts(parts['word/document.xml'])
    assert lines[:2] == ['中共青禾镇机关支部委员会党员名册', '名单：张三、李四、欧阳修文'], lines
    cells = [[''.join(t.text or '' for t in cell.iter(f'{{{W}}}t')).replace('框', '') for cell in row.findall('w:tc', NS)]
             for row in ET.fromstring(parts['word/document.xml']).iter(f'{{{W}}}tr')]
    assert cells == [['序号', '姓名', '入党时间'], ['1', '张三', '2010年7月1日'], ['2', '李四', '2015年6月30日'], ['3', '欧阳修文', '1999年12月1日'], ['合计', '3 人', '']], cells
    assert texts(parts['word/header1.xml']) == ['中共青禾镇机关支部委员会'] and texts(parts['word/footer1.xml']) == ['截至2026年11月24日']
    assert b'{{' not in parts['word/document.xml']
    for name in before:
        if name not in ('word/document.xml', 'word/header1.xml', 'word/footer1.xml'):
            assert before[name] == parts[name], name
    document = parts['word/document.xml'].decode()
    assert document.count('<w:trHeight w:val="600"/>') == 3 and document.count('<w:tblHeader/>') == 1
    assert document.count('w:name="行"') == 1 and document.count('<wp:docPr id="5"') == 2, 'what there may be only once is there once'
    ids = re.findall(r'<w:tr w14:paraId="(\d+)"', document)
    assert len(ids) == 3, ids
    assert '<w:b/><w:sz w:val="36"/><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>中共青禾镇机关支部委员会</w:t>' in document


@case
def names_are_spread_on_paper_only(cli):
    """张　三 is how paper has it; in a workbook that goes on into other lists it would be nobody's name."""
    prepare(cli)
    _, parts = filled(cli, roster_document(), 'form.docx', 'members', '--spread')
    assert '张　三' in ''.join(texts(parts['word/document.xml']))
    data, _ = filled(cli, roster_book(), 'form.xlsx', 'members', '--spread')
    rows = list(openpyxl.load_workbook(io.BytesIO(data))['党员 名册'].iter_rows(values_only=True))
    assert [row[1] for row in rows[4:7]] == ['张三', '李四', '欧阳修文'], rows


@case
def a_meeting_fills_a_document(cli):
    prepare(cli)
    cli.ok('add', 'meeting', 'org=机关支部', 'kind=支部党员大会', 'title=七月党员大会', 'planned_on=2026-07-01', 'planned_at=14:30', 'place=三楼会议室')
    meeting = '七月党员大会'
    cli.ok('roll', meeting)
    cli.ok('add', 'agenda_item', f'meeting={meeting}', 'number=1', 'title=通过工作报告')
    cli.ok('add', 'agenda_item', f'meeting={meeting}', 'number=2', 'title=选举代表')
    check = cli.json('template', 'check', cli.write('会议.docx', meeting_document()))
    assert check['roster'] == 'sign-in' and check['trouble'] == 0, check
    source, target = cli.path('会议.docx'), cli.path('会议-填好.docx')
    cli.ok('export', 'sign-in', '--template', source, '--to', target, '--meeting', meeting)
    with open(target, 'rb') as file:
        parts = parts_of(file.read())
    lines = texts(parts['word/document.xml'])
    assert lines[:4] == ['七月党员大会', '时间：2026年7月1日（星期三）14:30　地点：三楼会议室', '应到 3 人，实到  人', '议题：1．通过工作报告\n2．选举代表'], lines
    cells = [[''.join(t.text or '' for t in cell.iter(f'{{{W}}}t')) for cell in row] for row in
             [row.findall('w:tc', NS) for row in ET.fromstring(parts['word/document.xml']).iter(f'{{{W}}}tr')]]
    assert sorted(cell for row in cells for cell in row if cell) == sorted(name for name, *_ in PEOPLE), cells


@case
def private_columns_are_masked_and_noted(cli):
    prepare(cli)
    form = packed(sheet_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>{{姓名}}</t></is></c><c r="B1" t="inlineStr"><is><t>{{手机号码}}</t></is></c></row>'))
    assert [mark['private'] for mark in cli.json('template', 'check', cli.write('form.xlsx', form))['marks']] == [False, True]
    masked = openpyxl.load_workbook(io.BytesIO(filled(cli, form)[0])).active['B1'].value
    assert masked.startswith('199') and '*' in masked, masked
    full = openpyxl.load_workbook(io.BytesIO(filled(cli, form, 'full.xlsx', 'members', '--internal')[0])).active['B1'].value
    assert full == '19900000001'
    log = cli.json('log', '--access')
    assert [(entry['list'], entry['format'], entry['rows'], entry['private']) for entry in log[:2]] == [('members', 'xlsx', 3, 'phone'), ('members', 'xlsx', 3, None)], log


@case
def conditions_and_nobody(cli):
    prepare(cli)
    data, _ = filled(cli, roster_book(), 'some.xlsx', 'members', '--where', '女')
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True))
    assert rows[4][:2] == (1, '李四') and rows[5][0] == '合计'
    data, _ = filled(cli, roster_book(), 'none.xlsx', 'members', '--where', '100岁以上')
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True))
    assert rows[4][:6] == (None,) * 6 and rows[5][0] == '合计' and rows[6][0] == '共 0 人', rows


@case
def unknown_marks_are_named_with_their_places(cli):
    prepare(cli)
    cli.env.update(LANGUAGE='zh_CN', ZB_LOCALEDIR=f'{BUILD}/po')
    form = packed(sheet_parts('<row r="3"><c r="B3" t="inlineStr"><is><t>{{姓民}}和{{姓名|斜体}}</t></is></c><c r="C3" t="inlineStr"><is><t>{{没有的东西}}、{{姓名</t></is></c></row>',
                              after='<headerFooter><oddHeader>&amp;C{{填报单立}}</oddHeader></headerFooter>'))
    path = cli.write('form.xlsx', form)
    marks = cli.json('template', 'check', path)['marks']
    assert [(mark['place'], mark['label'], mark['trouble']) for mark in marks] == [
        ('表一!B3', '姓民', 'unknown'), ('表一!B3', '姓名', 'no-format'), ('表一!C3', '没有的东西', 'unknown'), ('表一!C3', '姓名', 'not-closed'), ('表一，页眉', '填报单立', 'unknown')], marks
    assert marks[0]['suggestions'][0] == '姓名' and '年月' in marks[1]['suggestions'] and marks[4]['suggestions'][0] == '填报单位', marks
    words = cli.refused('template', 'add', path)
    assert '{{姓民}}（表一!B3）：无法识别，是不是姓名' in words and '表一，页眉' in words, words
    assert cli.json('template', 'list') == []
    words = cli.refused('export', 'members', '--template', path, '--to', cli.path('out.xlsx'))
    assert '{{姓民}}' in words, words
    cli.ok('export', 'members', '--template', path, '--to', cli.path('out.xlsx'), '--keep-unknown')
    assert openpyxl.load_workbook(cli.path('out.xlsx')).active['B3'].value == '{{姓民}}和{{姓名|斜体}}'


@case
def meant(cli):
    """What a mark was meant to be: a slip of the hand, or another word for it, found for the list that the form is for."""
    prepare(cli)
    wrong = {'支部名': '所在党支部', '组织名称': '所在党支部', '岁数': '年龄', '生辰': '出生年月', '手提电话': '联系电话', '证号': '公民身份号码',
             '祖籍': '籍贯', '职位': '党内职务', '应转正时间': '预备期满日', '政治生日': '入党时间', '入党时问': '入党时间', '介绍人二': '入党介绍人2',
             '落款日期': '今天', '顺序号': '序号', '审核人': None}
    path = cli.path('meant.xlsx')
    book = openpyxl.Workbook()
    for column, label in enumerate(wrong, 1):
        book.active.cell(1, column, '{{%s}}' % label)
    book.save(path)
    for mark in cli.json('template', 'check', path, '--for', 'members')['marks']:
        expected = wrong[mark['label']]
        assert mark['trouble'] == 'unknown', mark
        assert (mark['suggestions'] or [None])[0] == expected, mark
    assert [mark['suggestions'] for mark in cli.json('template', 'check', path, '--for', 'members')['marks'] if mark['label'] == '落款日期'] == [['今天', '截至日期']]
    # Other names of a member's fields are those of the columns of the committee's list, too.
    book = openpyxl.Workbook()
    for column, label in enumerate(['支部', '手机', '生日', '单位', '党员姓名'], 1):
        book.active.cell(1, column, '{{%s}}' % label)
    book.save(path)
    marks = {mark['label']: mark for mark in cli.json('template', 'check', path, '--for', 'committee')['marks']}
    assert [marks[label]['means'] for label in ('手机', '生日', '单位', '党员姓名')] == ['手机号', '出生年月', '工作单位及职务', '姓名'], marks
    marks = {mark['label']: mark for mark in cli.json('template', 'check', path, '--for', 'groups')['marks']}
    assert (marks['支部']['means'], marks['手机']['means'], marks['手机']['private']) == ('所在党支部', '联系电话', True), marks


@case
def a_proof_is_of_one_person(cli):
    """A sentence about somebody is no list: of several people nothing is written, of one it is."""
    prepare(cli)
    path, out = cli.path('proof.docx'), cli.path('out.docx')
    text = docx.Document()
    text.add_paragraph('兹证明{{姓名}}同志，{{性别}}，于{{入党时间}}入党。')
    text.save(path)
    people = cli.json('list', 'member')
    words = cli.refused('export', 'members', '--template', path, '--to', out)
    assert 'tells of one person, and the list has 3' in words, words
    assert not os.path.exists(out)
    cli.ok('export', 'members', '--template', path, '--people', people[0]['name'], '--to', out)
    assert docx.Document(out).paragraphs[0].text.startswith('兹证明%s同志，' % people[0]['name'])
    # Names alone are a list.
    text = docx.Document()
    text.add_paragraph('参加人员：{{姓名}}。')
    text.save(path)
    cli.ok('export', 'members', '--template', path, '--to', out, '--force')
    assert '、' in docx.Document(out).paragraphs[0].text


@case
def everybody_in_one_cell(cli):
    prepare(cli)
    data, _ = filled(cli, packed(sheet_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>名单</t></is></c><c r="B1" t="inlineStr"><is><t>{{姓名|合并}}等</t></is></c></row>')))
    assert list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)) == [('名单', '张三、李四、欧阳修文等')]


@case
def marks_where_nothing_can_be_filled(cli):
    prepare(cli)
    parts = sheet_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>{{姓名}}</t></is></c><c r="B1"><f>"共"&amp;"{{共几人}}"</f></c></row>')
    parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('表一', '{{年}}年')
    marks = cli.json('template', 'check', cli.write('form.xlsx', packed(parts)))['marks']
    assert [(mark['label'], mark['trouble']) for mark in marks] == [('姓名', None), ('年', 'not-here'), ('共几人', 'not-here')], marks
    assert marks[2]['place'].endswith('!B1'), marks


@case
def remembered_replaced_and_taken_back(cli):
    prepare(cli)
    path = cli.write('县委组织部花名册.xlsx', roster_book())
    cli.ok('template', 'add', path)
    cli.ok('template', 'add', cli.write('二.xlsx', two_line_book()), '--name', '两行一人', '--for', 'members')
    assert [(form['name'], form['roster'], form['format']) for form in cli.json('template', 'list')] == [('县委组织部花名册', 'members', 'xlsx'), ('两行一人', 'members', 'xlsx')]
    cli.ok('export', '--template', '县委组织部花名册', '--to', cli.path('七月.xlsx'))
    assert openpyxl.load_workbook(cli.path('七月.xlsx')).worksheets[0]['A9'].value == '共 3 人'
    cli.ok('template', 'add', cli.write('三.docx', roster_document()), '--name', '两行一人')
    assert cli.json('template', 'list')[1]['format'] == 'docx'
    cli.ok('undo')
    cli.ok('export', '--template', '两行一人', '--to', cli.path('两行.xlsx'))
    assert openpyxl.load_workbook(cli.path('两行.xlsx')).worksheets[0]['B2'].value
    cli.ok('template', 'remove', '县委组织部花名册')
    cli.refused('export', '--template', '县委组织部花名册', '--to', cli.path('八月.xlsx'))
    cli.ok('undo')
    # Removed like whatever else is remembered by name, too.
    cli.ok('remove', 'template', '县委组织部花名册')
    cli.refused('export', '--template', '县委组织部花名册', '--to', cli.path('八月.xlsx'))
    cli.ok('undo')
    cli.ok('export', 'members', '--template', '县委组织部花名册', '--to', cli.path('八月.xlsx'), '--where', '男')
    cli.ok('check')


@case
def options_and_names(cli):
    prepare(cli)
    path, target = cli.write('form.xlsx', roster_book()), cli.path('out.xlsx')
    cli.refused('export', 'members', '--template', path, '--to', cli.path('out.docx'))
    cli.refused('export', 'members', '--template', path, '--to', target, '--columns', 'name', status=2)
    cli.refused('export', 'members', '--template', cli.path('nowhere.xlsx'), '--to', target)
    cli.refused('template', 'check', path, '--for', 'nowhere', status=2)
    cli.refused('template', 'frobnicate', status=2)
    cli.ok('export', 'members', '--template', path, '--to', target)
    cli.refused('export', 'members', '--template', path, '--to', target)
    cli.refused('export', 'wishes', '--template', path, '--to', cli.path('w.xlsx'))
    labels = cli.json('template', 'labels')
    assert {'姓名', '入党时间', '填报单位', '共几人', '序号'} <= set(labels) and '应到' not in labels
    assert '应到' in cli.json('template', 'labels', '--for', 'sign-in')


@case
def texts_that_would_break_a_file(cli):
    prepare(cli)
    cli.ok('set', 'member', '张三', 'work_unit=甲<乙>&"丙"_x0041_', 'note=第一行\n第二行')
    form = packed(sheet_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>{{工作单位}}</t></is></c><c r="B1" t="inlineStr"><is><t>{{备注}}</t></is></c></row>',
                              after='<headerFooter><oddHeader>&amp;14{{年}}&amp;C{{标题}}</oddHeader></headerFooter>'))
    data, parts = filled(cli, form, 'form.xlsx', 'members', '--title', 'R&D 名册')
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page['B1'].value == '第一行\n第二行'
    assert '甲&lt;乙&gt;&amp;&quot;丙&quot;_x005F_x0041_' in parts['xl/worksheets/sheet1.xml'].decode()
    assert '&amp;14 2026&amp;CR&amp;&amp;D 名册' in parts['xl/worksheets/sheet1.xml'].decode()
    body = '<w:tbl>' + table_row(paragraph(cut('工作单位')), paragraph(cut('备注'))) + '</w:tbl>'
    _, parts = filled(cli, packed(document_parts(body)), 'form.docx', 'members')
    assert texts(parts['word/document.xml'])[:2] == ['甲<乙>&"丙"_x0041_', '第一行\n第二行']


@case
def other_prefixes(cli):
    """Some programs write every element with a prefix, and not the same one in every part."""
    prepare(cli)
    parts = sheet_parts('<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>LEN(A1)</x:f></x:c></x:row>',
                        '<si><r><t>{{姓</t></r><r><t>名}}</t></r><rPh sb="0" eb="1"><t>音</t></rPh></si>')
    for old, new in (('<worksheet xmlns=', '<x:worksheet xmlns:x='), ('</worksheet>', '</x:worksheet>'), ('sheetData>', 'x:sheetData>')):
        parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].replace(old, new)
    parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].replace('</x:x:', '</x:').replace('<x:x:', '<x:').replace('</sheetData', '</x:sheetData')
    data, parts = filled(cli, packed(parts))
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))
    assert rows == [('张三', '=LEN(A1)'), ('李四', '=LEN(A2)'), ('欧阳修文', '=LEN(A3)')], rows
    assert b'<x:is><x:t xml:space="preserve">' in parts['xl/worksheets/sheet1.xml']


@case
def rows_without_numbers(cli):
    """Rows and cells may leave out where they are."""
    prepare(cli)
    source, target = cli.write('in.xlsx', packed(sheet_parts('<row><c t="inlineStr"><is><t>头</t></is></c></row><row><c t="inlineStr"><is><t>{{姓名}}</t></is></c></row>'
                                                             '<row><c t="inlineStr"><is><t>尾</t></is></c></row>'))), cli.path('out.xlsx')
    cli.ok('export', 'members', '--template', source, '--to', target, '--order', 'own')
    assert [row[0] for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)] == ['头', '张三', '李四', '欧阳修文', '尾']


@case
def a_template_file_becomes_a_document(cli):
    prepare(cli)
    parts = sheet_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>{{姓名}}</t></is></c></row>')
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace('sheet.main+xml', 'template.main+xml')
    _, out = filled(cli, packed(parts))
    assert b'spreadsheetml.sheet.main+xml' in out['[Content_Types].xml'] and b'template.main' not in out['[Content_Types].xml']


@case
def a_thousand_people(cli):
    cli.ok('demo', '--members', '1200')
    n = len(cli.json('list', 'member', '--where', '党员')) or len(cli.json('list', 'member'))
    for name, form in (('big.xlsx', roster_book()), ('big.docx', roster_document())):
        cli.ok('export', 'members', '--template', cli.write('in-' + name, form), '--to', cli.path(name))
    rows = list(openpyxl.load_workbook(cli.path('big.xlsx'), read_only=True).worksheets[0].iter_rows(values_only=True))
    listed = [row for row in rows if isinstance(row[0], int)]
    assert 1000 <= len(listed) <= n and [row[0] for row in listed] == list(range(1, len(listed) + 1))
    with open(cli.path('big.docx'), 'rb') as file:
        parts = parts_of(file.read())
    assert len(list(ET.fromstring(parts['word/document.xml']).iter(f'{{{W}}}tr'))) == len(listed) + 2
    check_package(parts)


main()
