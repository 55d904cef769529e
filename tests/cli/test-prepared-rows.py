# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms with empty rows below the marked one, as upper committees send them: people use up the rows that are there; only when there are more people
are rows added, and everything below stays right."""
import datetime
import io
import lzma
import os
import re
import xml.etree.ElementTree as ET

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from forms import W, parts_of, saved
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from zhibu_cli import case, main

NS = {'w': W}
FIXTURES = os.path.join(os.environ['ZB_SOURCEDIR'], 'tests', 'fixtures', 'forms')
NAMES = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八', '壬九', '癸十']
THIN, THICK = Side(style='thin'), Side(style='medium')


def prepare(cli, n):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共青禾镇机关支部委员会', 'short_name=机关支部', 'kind=党支部')
    for i, name in enumerate(NAMES[:n]):
        cli.ok('add', 'member', f'name={name}', 'sex=男', f'birth_date=1980-0{i % 9 + 1}-0{i % 9 + 1}', f'own_order={i + 1}', 'branch=机关支部', 'category=正式党员',
               f'joined_on=200{i % 10}-07-01', f'confirmed_on=201{i % 10}-07-01')


def filled(cli, form, name):
    source, target = cli.write('in-' + name, form), cli.path('out-' + name)
    cli.ok('export', 'members', '--template', source, '--to', target, '--order', 'own', '--force')
    with open(target, 'rb') as file:
        return file.read()


def book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def usual_form(numbered=False, formulas=False):
    """Title, headings in row 3, the marked row 4, empty rows 5 to 9 of which the last closes the table, then sums and a foot."""
    made = openpyxl.Workbook()
    page = made.active
    page.title = '名册'
    page['A1'] = '党员名册'
    page.merge_cells('A1:F1')
    for column, heading in enumerate(['序号', '姓名', None, '入党时间', '年龄', '加倍'], 1):
        page.cell(3, column, heading)
    page.merge_cells('B3:C3')
    for row in range(3, 10):
        page.merge_cells(f'B{row}:C{row}') if row > 3 else None
        for column in range(1, 7):
            cell = page.cell(row, column)
            cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THICK if row == 9 else THIN)
            cell.font = Font(name='仿宋', size=12)
            cell.alignment = Alignment(horizontal='center')
            if column == 4:
                cell.number_format = 'yyyy"."mm'
        page.row_dimensions[row].height = 20 + row
        if numbered and row > 3:
            page.cell(row, 1, row - 3)
        if formulas and row > 3:
            page.cell(row, 6, f'=E{row}*2')
    if not numbered:
        page['A4'] = '{{序号}}'
    page['B4'], page['D4'], page['E4'] = '{{姓名}}', '{{入党时间}}', '{{年龄}}'
    if not formulas:
        page['F4'] = '=E4*2'
    page['A10'], page['B10'], page['E10'], page['F10'] = '合计', '=COUNTA(B4:B9)', '=SUM(E4:E9)', '=SUM(F4:F9)'
    page['A11'], page['D11'] = '填表人：{{填报单位}}', '{{人数}}'
    page.merge_cells('A11:C11')
    page.print_area = 'A1:F11'
    page.print_title_rows = '1:3'
    made.defined_names.append(DefinedName('名单', attr_text="'名册'!$B$4:$B$9"))
    made.defined_names.append(DefinedName('总数格', attr_text="'名册'!$D$11"))
    page.add_data_validation(DataValidation(type='list', formula1='"是,否"', sqref='C4:C9'))
    other = made.create_sheet('汇总')
    other['A1'] = "='名册'!E10"
    return saved(made)


def rows_of(page, first, last, column=2):
    return [page.cell(row, column).value for row in range(first, last + 1)]


@case
def fewer_people_than_rows(cli):
    prepare(cli, 3)
    made = book(filled(cli, usual_form(), 'few.xlsx'))
    page = made['名册']
    assert rows_of(page, 4, 9) == ['甲一', '乙二', '丙三', None, None, None]
    assert rows_of(page, 4, 9, 1) == [1, 2, 3, None, None, None]
    assert [page.cell(row, 4).value for row in range(4, 8)] == [datetime.datetime(2000, 7, 1), datetime.datetime(2001, 7, 1), datetime.datetime(2002, 7, 1), None]
    assert rows_of(page, 4, 9, 6) == ['=E4*2', '=E5*2', '=E6*2', None, None, None]
    assert rows_of(page, 10, 11, 1) == ['合计', '填表人：中共青禾镇机关支部委员会'] and page['D11'].value == 3
    assert (page['B10'].value, page['E10'].value, page['F10'].value) == ('=COUNTA(B4:B9)', '=SUM(E4:E9)', '=SUM(F4:F9)')
    assert page.max_row == 11 and [page.row_dimensions[row].height for row in range(4, 10)] == [24, 25, 26, 27, 28, 29]
    assert sorted(str(area) for area in page.merged_cells.ranges) == sorted(['A1:F1', 'A11:C11'] + [f'B{row}:C{row}' for row in range(3, 10)])
    assert page['B9'].border.bottom.style == 'medium' and page['B8'].border.bottom.style == 'thin' and page['D6'].number_format == 'yyyy"."mm'
    assert made.defined_names['名单'].attr_text == "'名册'!$B$4:$B$9" and made.defined_names['总数格'].attr_text == "'名册'!$D$11"
    assert page.print_area[-1].replace('$', '').endswith('A1:F11') and made['汇总']['A1'].value == "='名册'!E10"


@case
def as_many_people_as_rows(cli):
    prepare(cli, 6)
    page = book(filled(cli, usual_form(), 'even.xlsx'))['名册']
    assert rows_of(page, 4, 9) == NAMES[:6] and rows_of(page, 4, 9, 6) == [f'=E{row}*2' for row in range(4, 10)]
    assert page.max_row == 11 and page['A10'].value == '合计' and page['B9'].border.bottom.style == 'medium'


@case
def more_people_than_rows(cli):
    prepare(cli, 9)
    made = book(filled(cli, usual_form(), 'many.xlsx'))
    page = made['名册']
    assert rows_of(page, 4, 12) == NAMES[:9] and rows_of(page, 4, 12, 1) == list(range(1, 10))
    assert rows_of(page, 4, 12, 6) == [f'=E{row}*2' for row in range(4, 13)]
    assert rows_of(page, 13, 14, 1) == ['合计', '填表人：中共青禾镇机关支部委员会'] and page['D14'].value == 9
    assert (page['B13'].value, page['E13'].value, page['F13'].value) == ('=COUNTA(B4:B12)', '=SUM(E4:E12)', '=SUM(F4:F12)')
    # What is added stands above the row that closes the table.
    assert [page.row_dimensions[row].height for row in range(4, 13)] == [24, 25, 26, 27, 28, 24, 24, 24, 29]
    assert page['B12'].border.bottom.style == 'medium' and [page[f'B{row}'].border.bottom.style for row in range(4, 12)] == ['thin'] * 8
    assert sorted(str(area) for area in page.merged_cells.ranges) == sorted(['A1:F1', 'A14:C14'] + [f'B{row}:C{row}' for row in range(3, 13)])
    assert made.defined_names['名单'].attr_text == "'名册'!$B$4:$B$12" and made.defined_names['总数格'].attr_text == "'名册'!$D$14"
    assert page.print_area[-1].replace('$', '').endswith('A1:F14') and made['汇总']['A1'].value == "='名册'!E13"
    assert [str(choice.sqref) for choice in page.data_validations.dataValidation] == ['C4:C12']


@case
def rows_that_are_numbered_and_computed(cli):
    """Numbers and formulas that are there already stay, and go on in rows that are added."""
    prepare(cli, 4)
    page = book(filled(cli, usual_form(True, True), 'numbered.xlsx'))['名册']
    assert rows_of(page, 4, 9) == NAMES[:4] + [None] * 2 and rows_of(page, 4, 9, 1) == [1, 2, 3, 4, 5, 6]
    assert rows_of(page, 4, 9, 6) == [f'=E{row}*2' for row in range(4, 10)]
    for name in NAMES[4:8]:
        cli.ok('add', 'member', f'name={name}', 'branch=机关支部', 'category=正式党员', 'own_order=9', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    page = book(filled(cli, usual_form(True, True), 'numbered.xlsx'))['名册']
    assert sorted(rows_of(page, 4, 11)) == sorted(NAMES[:8]) and rows_of(page, 4, 11, 1) == list(range(1, 9))
    assert rows_of(page, 4, 11, 6) == [f'=E{row}*2' for row in range(4, 12)] and page['A12'].value == '合计' and page['F12'].value == '=SUM(F4:F11)'


@case
def marked_numbers_over_written_ones(cli):
    """{{序号}} in the marked row, 2, 3, 4 … written below it."""
    prepare(cli, 3)
    made = openpyxl.load_workbook(io.BytesIO(usual_form(True)))
    made['名册']['A4'] = '{{序号}}'
    page = book(filled(cli, saved(made), 'both.xlsx'))['名册']
    assert rows_of(page, 4, 9, 1) == [1, 2, 3, 4, 5, 6] and rows_of(page, 4, 9) == NAMES[:3] + [None] * 3 and page['A10'].value == '合计'


@case
def a_column_merged_over_all_rows(cli):
    """A word at the side of the table, merged over the rows, grows with them."""
    prepare(cli, 8)
    made = openpyxl.Workbook()
    page = made.active
    for row in range(2, 7):
        for column in range(1, 4):
            page.cell(row, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    page['A2'], page['B2'], page['C2'] = '党员', '{{姓名}}', '{{性别}}'
    page['B3'], page['C4'] = '　', ' '
    page.merge_cells('A2:A6')
    page['A7'] = '填表人'
    page = book(filled(cli, saved(made), 'side.xlsx')).active
    assert rows_of(page, 2, 9) == NAMES[:8] and page['A10'].value == '填表人'
    assert [str(area) for area in page.merged_cells.ranges] == ['A2:A9'] and rows_of(page, 2, 9, 1) == ['党员'] + [None] * 7


@case
def two_lines_a_person(cli):
    prepare(cli, 4)
    made = openpyxl.Workbook()
    page = made.active
    for row in range(2, 8):
        for column in range(1, 4):
            page.cell(row, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    for row in (2, 4, 6):
        page.merge_cells(f'A{row}:A{row + 1}')
    page['A2'], page['B2'], page['C2'], page['B3'] = '{{序号}}', '{{姓名}}', '{{性别}}', '入党：{{入党时间|年}}'
    page['A8'] = '填表人'
    page = book(filled(cli, saved(made), 'two.xlsx')).active
    assert [page[f'B{row}'].value for row in range(2, 10)] == ['甲一', '入党：2000', '乙二', '入党：2001', '丙三', '入党：2002', '丁四', '入党：2003']
    assert page['A10'].value == '填表人' and sorted(str(area) for area in page.merged_cells.ranges) == ['A2:A3', 'A4:A5', 'A6:A7', 'A8:A9']


def paired_form(right, step):
    """Two people a row, numbered: 1 … 4 beside 5 … 8, or 1, 2 and below them 3, 4."""
    made = openpyxl.Workbook()
    page = made.active
    for row in range(1, 5):
        for column in range(1, 5):
            page.cell(row, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
        page.cell(row, 1, 1 + (row - 1) * step)
        page.cell(row, 3, right + (row - 1) * step)
    page['B1'], page['D1'], page['A5'] = '{{姓名}}', '{{姓名}}', '填表人'
    return saved(made)


def paired_document(right, step):
    made = docx.Document()
    table = made.add_table(rows=5, cols=4)
    for number, row in enumerate(table.rows[:4]):
        row.cells[0].text, row.cells[2].text = str(1 + number * step), str(right + number * step)
    table.rows[0].cells[1].text = table.rows[0].cells[3].text = '{{姓名}}'
    table.rows[4].cells[0].text = '填表人'
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@case
def numbers_run_down_or_across(cli):
    """Where the numbers that are printed in the form run down each column, people do, too."""
    prepare(cli, 3)
    down = {3: ['1甲一 5', '2乙二 6', '3丙三 7', '4 8'], 6: ['1甲一 5戊五', '2乙二 6己六', '3丙三 7', '4丁四 8'],
            10: ['1甲一 6己六', '2乙二 7庚七', '3丙三 8辛八', '4丁四 9壬九', '5戊五 10癸十']}
    across = {3: ['1甲一 2乙二', '3丙三 4', '5 6', '7 8'], 6: ['1甲一 2乙二', '3丙三 4丁四', '5戊五 6己六', '7 8'],
              10: ['1甲一 2乙二', '3丙三 4丁四', '5戊五 6己六', '7庚七 8辛八', '9壬九 10癸十']}
    for n in (3, 6, 10):
        for i, name in enumerate(NAMES[:n]):
            if i >= len(cli.json('list', 'member')):
                cli.ok('add', 'member', f'name={name}', 'branch=机关支部', 'category=正式党员', f'own_order={i + 1}', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
        for right, step, wanted in ((5, 1, down[n]), (2, 2, across[n])):
            page = book(filled(cli, paired_form(right, step), 'pairs.xlsx')).active
            rows = [[value if value is not None else '' for value in row[:4]] for row in page.iter_rows(values_only=True)]
            assert ['{}{} {}{}'.format(*row) for row in rows[:-1]] == wanted and rows[-1][0] == '填表人', (n, step, rows)
            cells, _ = table_of(filled(cli, paired_document(right, step), 'pairs.docx'))
            assert ['{}{} {}{}'.format(*row) for row in cells[:-1]] == wanted and cells[-1][0] == '填表人', (n, step, cells)


@case
def rows_that_are_not_prepared(cli):
    """Empty rows without lines part a table from what is below; rows with sums or words are no empty ones."""
    prepare(cli, 3)
    made = openpyxl.Workbook()
    page = made.active
    for column in range(1, 3):
        page.cell(2, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
        page.cell(4, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
        page.cell(3, column).font = Font(name='仿宋')
    page['A2'], page['B2'], page['A4'] = '{{姓名}}', '{{年龄}}', '注'
    page = book(filled(cli, saved(made), 'apart.xlsx')).active
    assert rows_of(page, 2, 6, 1) == ['甲一', '乙二', '丙三', None, '注']
    made = openpyxl.Workbook()
    page = made.active
    for row in (2, 3):
        for column in range(1, 3):
            page.cell(row, column).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    page['A2'], page['B2'], page['B3'] = '{{姓名}}', '{{年龄}}', '=SUM(B2:B2)'
    page = book(filled(cli, saved(made), 'sum.xlsx')).active
    assert rows_of(page, 2, 4, 1) == ['甲一', '乙二', '丙三'] and page['B5'].value == '=SUM(B2:B4)'


@case
def a_marked_row_of_another_look(cli):
    """The marked row shows dates, the empty ones do not: dates look as in the marked row."""
    prepare(cli, 2)
    made = openpyxl.Workbook()
    page = made.active
    for row in (1, 2):
        page.cell(row, 1).border = page.cell(row, 2).border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    page['A1'], page['B1'] = '{{姓名}}', '{{入党时间}}'
    page['B1'].number_format = 'yyyy"年"m"月"d"日"'
    page = book(filled(cli, saved(made), 'look.xlsx')).active
    assert [page[f'B{row}'].value for row in (1, 2)] == [datetime.datetime(2000, 7, 1), datetime.datetime(2001, 7, 1)] and page['B2'].number_format == page['B1'].number_format


@case
def of_other_programs(cli):
    """The usual form as LibreOffice and xlsxwriter write it (tests/fixtures/forms/make.py, write.c)."""
    prepare(cli, 3)
    for name in sorted(os.listdir(FIXTURES)):
        if not name.endswith('.xlsx.xz'):
            continue
        with lzma.open(os.path.join(FIXTURES, name)) as file:
            form = file.read()
        for n in (3, 9):
            for person in NAMES[3:n]:
                cli.ok('add', 'member', f'name={person}', 'branch=机关支部', 'category=正式党员', 'own_order=9', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
            made = book(filled(cli, form, name[:-3]))
            page = made['名册']
            last = max(9, n + 3)
            assert rows_of(page, 4, 6) == NAMES[:3] and len([value for value in rows_of(page, 4, last) if value]) == n, (name, n)
            assert page.cell(last + 1, 1).value == '合计' and page.cell(last + 1, 5).value == f'=SUM(E4:E{last})', (name, n, page.cell(last + 1, 5).value)
            assert page.cell(last + 2, 1).value.startswith('填表人') and page.cell(last, 2).border.bottom.style == 'medium', (name, n)
            assert {f'B{row}:C{row}' for row in range(4, last + 1)} <= {str(area) for area in page.merged_cells.ranges}, (name, n)
        for person in NAMES[3:9]:
            cli.ok('undo')


# Documents


def document_form(prepared, labelled=False, numbered=False):
    """A table of python-docx: headings, the marked row, empty rows, a foot in the table."""
    made = docx.Document()
    made.add_paragraph('党员名册')
    table = made.add_table(rows=prepared + 3, cols=4)
    table.style = 'Table Grid'
    for cell, text in zip(table.rows[0].cells, ('序号', '姓名', '入党时间', '备注')):
        cell.text = text
    marks = ('1' if numbered else '党员' if labelled else '{{序号}}', '{{姓名}}', '{{入党时间|年月}}', '')
    for cell, text in zip(table.rows[1].cells, marks):
        cell.text = text
    for number, row in enumerate(table.rows[1:-1], 1):
        row.height = Pt(20 + number)
        if numbered:
            row.cells[0].text = str(number)
    bold = table.rows[1].cells[1].paragraphs[0].runs[0]
    bold.font.bold = True
    for cell in table.rows[prepared + 1].cells:
        borders = OxmlElement('w:tcBorders')
        bottom = OxmlElement('w:bottom')
        bottom.set(qn('w:val'), 'double')
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
    if labelled:
        table.cell(1, 0).merge(table.cell(prepared + 1, 0))
    foot = table.rows[-1].cells
    foot[0].merge(foot[3]).text = '填表人：{{填报单位}}'
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def table_of(data):
    root = ET.fromstring(parts_of(data)['word/document.xml'])
    return [[''.join(t.text or '' for t in cell.iter(f'{{{W}}}t')) for cell in row.findall('w:tc', NS)] for row in root.iter(f'{{{W}}}tr')], root


@case
def documents(cli):
    prepare(cli, 3)
    cells, root = table_of(filled(cli, document_form(5), 'few.docx'))
    assert cells == [['序号', '姓名', '入党时间', '备注'], ['1', '甲一', '2000.07', ''], ['2', '乙二', '2001.07', ''], ['3', '丙三', '2002.07', '']] + [[''] * 4] * 3 + [
        ['填表人：中共青禾镇机关支部委员会']], cells
    heights = [height.get(f'{{{W}}}val') for height in root.iter(f'{{{W}}}trHeight')]
    assert heights == [str((20 + n) * 20) for n in range(1, 7)], heights
    assert len(list(root.iter(f'{{{W}}}b'))) == 3
    for name in NAMES[3:8]:
        cli.ok('add', 'member', f'name={name}', 'branch=机关支部', 'category=正式党员', 'own_order=9', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    cells, root = table_of(filled(cli, document_form(5), 'many.docx'))
    assert [row[0] for row in cells] == ['序号', *map(str, range(1, 9)), '填表人：中共青禾镇机关支部委员会'] and sorted(row[1] for row in cells[1:9]) == sorted(NAMES[:8])
    heights = [height.get(f'{{{W}}}val') for height in root.iter(f'{{{W}}}trHeight')]
    assert heights == [str((20 + n) * 20) for n in (1, 2, 3, 4, 5, 1, 1, 6)], heights
    closing = [bool(row.findall('.//w:tcBorders', NS)) for row in root.iter(f'{{{W}}}tr')]
    assert closing == [False] * 8 + [True, False], closing
    assert docx.Document(io.BytesIO(filled(cli, document_form(5), 'many.docx'))).tables[0].rows[8].cells[1].text


@case
def documents_with_labels_and_numbers(cli):
    prepare(cli, 3)
    for form, n, first in ((document_form(4, numbered=True), 3, ['1', '2', '3', '4', '5']), (document_form(4, labelled=True), 3, ['党员', '', '', '', ''])):
        cells, _ = table_of(filled(cli, form, 'labels.docx'))
        assert [row[0] for row in cells[1:-1]] == first and [row[1] for row in cells[1:-1]] == NAMES[:n] + [''] * 2, cells
    for name in NAMES[3:8]:
        cli.ok('add', 'member', f'name={name}', 'branch=机关支部', 'category=正式党员', 'own_order=9', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    cells, _ = table_of(filled(cli, document_form(4, numbered=True), 'labels.docx'))
    assert [row[0] for row in cells[1:-1]] == [str(n) for n in range(1, 9)] and all(row[1] for row in cells[1:-1]), cells
    cells, root = table_of(filled(cli, document_form(4, labelled=True), 'labels.docx'))
    assert [row[0] for row in cells[1:-1]] == ['党员'] + [''] * 7 and all(row[1] for row in cells[1:-1]), cells
    merges = [merge.get(f'{{{W}}}val', 'continue') for merge in root.iter(f'{{{W}}}vMerge')]
    assert merges == ['restart'] + ['continue'] * 7, merges


@case
def documents_of_other_programs(cli):
    """The document form as LibreOffice writes it (tests/fixtures/forms/make.py)."""
    prepare(cli, 3)
    with lzma.open(os.path.join(FIXTURES, 'libreoffice.docx.xz')) as file:
        form = file.read()
    cells, _ = table_of(filled(cli, form, 'lo.docx'))
    assert [row[1] for row in cells[1:-1]] == NAMES[:3] + [''] * 3 and cells[-1] == ['填表人：中共青禾镇机关支部委员会'], cells
    for name in NAMES[3:8]:
        cli.ok('add', 'member', f'name={name}', 'branch=机关支部', 'category=正式党员', 'own_order=9', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    cells, _ = table_of(filled(cli, form, 'lo.docx'))
    assert len(cells) == 10 and all(row[1] for row in cells[1:-1]) and cells[-1] == ['填表人：中共青禾镇机关支部委员会'], cells


if __name__ == '__main__':
    main()
