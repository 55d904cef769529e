# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads back what we write with openpyxl, Poppler and the zip archive itself. TAP on standard output."""
import datetime
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile

import openpyxl

CASES = []


def case(function):
    CASES.append(function)
    return function


def sheet(folder, name):
    return openpyxl.load_workbook(os.path.join(folder, name)).active


def rows(page, first):
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=first)]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pdf_text(folder, name, *options):
    return run('pdftotext', '-layout', *options, os.path.join(folder, name), '-')


@case
def the_list_stands_as_it_was_asked_for(folder):
    page = sheet(folder, 'members.xlsx')
    assert page.title == '党员花名册', page.title
    table = rows(page, 1)
    assert table[0][0] == '中共甲乙公司委员会党员花名册'
    assert table[1][0] == '（按姓氏笔画为序）'
    notes = [cell for cell in table[2] if cell]
    assert notes == ['填报单位：中共甲乙公司委员会（盖章）', '截至日期：2026年11月24日　　总数：3 人'], notes
    assert table[3] == ['序号', '姓名', '性别', '民族', '出生年月', '籍贯', '学历', '学位', '参加工作时间', '入党时间',
                        '转正时间', '所在党支部', '党内职务', '工作单位及职务', '备注'], table[3]
    date = datetime.datetime
    assert table[4] == [1, '王伟', '男', '汉族', date(2001, 2, 3), None, None, None, None, date(2026, 3, 5), None, '第二党支部',
                        None, None, '=1+2'], table[4]
    assert table[5] == [2, '王一鸣', '男', '汉族', date(1985, 7, 12), None, '大学本科', None, None, date(2010, 7, 1),
                        date(2011, 7, 1), '第一党支部', None, '综合办公室主任', None], table[5]
    assert table[6] == [3, '田富', '女', '回族', '1970.05', None, None, None, None, '1995.07', '1996.07', '第一党支部',
                        '书记、组织委员', None, None], table[6]
    assert table[7][0] == '共 3 人，其中正式党员 2 人，预备党员 1 人；女 1 人，少数民族 1 人。', table[7]
    assert table[8][0].startswith('填表人：'), table[8]
    assert len(table) == 9


@case
def the_workbook_prints_as_a_roster(folder):
    page = sheet(folder, 'members.xlsx')
    assert page.freeze_panes == 'A5', page.freeze_panes
    assert page.print_title_rows in ('$4:$4', '4:4'), page.print_title_rows
    assert page.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what the format means when it says nothing.
    assert int(page.page_setup.fitToWidth or 1) == 1 and int(page.page_setup.fitToHeight) == 0
    assert page.page_setup.orientation == 'landscape' and int(page.page_setup.paperSize) == 9
    assert page.oddFooter.center.text == '第 &P 页　共 &N 页', page.oddFooter.center.text
    assert page.auto_filter.ref == 'A4:O7', page.auto_filter.ref
    tall = sheet(folder, 'portrait.xlsx')
    assert tall.page_setup.orientation in (None, 'portrait') and int(tall.page_setup.paperSize) == 8


@case
def the_workbook_has_the_faces_of_an_office(folder):
    page = sheet(folder, 'members.xlsx')
    assert (page['A1'].font.name, page['A1'].font.sz) == ('方正小标宋简体', 18)
    assert (page['A4'].font.name, page['A4'].font.sz, page['A4'].font.b) == ('黑体', 11, True)
    assert (page['B5'].font.name, page['B5'].font.sz) == ('宋体', 10)
    for cell in ('A4', 'B5', 'H5', 'O7'):
        border = page[cell].border
        assert {border.left.style, border.right.style, border.top.style, border.bottom.style} == {'thin'}, cell
    assert page['E5'].number_format == 'yyyy.mm' and page['J5'].number_format == 'yyyy.mm.dd'
    assert 'A1:O1' in [str(area) for area in page.merged_cells.ranges]


@case
def numbers_that_are_names_stay_text(folder):
    page = sheet(folder, 'hard.xlsx')
    table = {row[1]: row for row in rows(page, 1) if row[0] in (1, 2, 3)}
    assert set(table) == {'𠮷田䶮', '买买提·吐尔逊', '民生日入'}, table
    one, two, three = table['𠮷田䶮'], table['买买提·吐尔逊'], table['民生日入']
    assert one[2] == '990101198507120015' and one[3] == '19900000001' and two[3] == '0579-1234'
    assert one[4] == datetime.datetime(1985, 7, 12) and one[6] == 41
    assert (two[4], two[5]) == ('1970.05', '1995')
    # Days before the calendar of spreadsheets are text, not another day.
    assert (three[4], three[5]) == ('1899.12.31', '1900.01.01')
    assert two[7] == '<b>&"\'\n第二行', two[7]
    cell = page.cell(row=[row[0] for row in rows(page, 1)].index(1) + 1, column=3)
    assert cell.number_format == '@' and cell.data_type == 's'


@case
def no_text_is_a_formula(folder):
    for name in ('members.xlsx', 'hard.xlsx', 'portrait.xlsx'):
        with zipfile.ZipFile(os.path.join(folder, name)) as archive:
            parts = [part for part in archive.namelist() if part.startswith('xl/worksheets/sheet')]
            assert parts
            for part in parts:
                xml = archive.read(part).decode()
                assert '<f>' not in xml and '<f ' not in xml and 't="str"' not in xml, name
    values = [row[7] for row in rows(sheet(folder, 'hard.xlsx'), 1) if row[0] in (1, 2, 3)]
    assert values[0] == '=1+2' and values[2] == '+1-1@x', values


@case
def the_author_is_an_organisation_and_nobody(folder):
    book = openpyxl.load_workbook(os.path.join(folder, 'members.xlsx'))
    assert book.properties.title == '中共甲乙公司委员会党员花名册'
    assert {book.properties.creator, book.properties.lastModifiedBy} == {'中共甲乙公司委员会'}, book.properties
    info = run('pdfinfo', os.path.join(folder, 'members.pdf'))
    assert re.search(r'^Title:\s+中共甲乙公司委员会党员花名册$', info, re.MULTILINE), info
    assert re.search(r'^Author:\s+中共甲乙公司委员会$', info, re.MULTILINE), info


@case
def the_pages_have_the_size_of_paper(folder):
    for name, width, height in (('members.pdf', 841.89, 595.28), ('portrait.pdf', 841.89, 1190.55)):
        size = re.search(r'Page size:\s+([\d.]+) x ([\d.]+)', run('pdfinfo', os.path.join(folder, name)))
        assert abs(float(size[1]) - width) < 0.1 and abs(float(size[2]) - height) < 0.1, size[0]


@case
def every_font_is_in_the_file(folder):
    for name in ('members.pdf', 'hard.pdf', 'long.pdf'):
        fonts = run('pdffonts', os.path.join(folder, name)).splitlines()[2:]
        assert fonts and all(re.search(r'\byes yes yes\b', font) for font in fonts), fonts


@case
def text_of_pages_can_be_searched(folder):
    text = pdf_text(folder, 'hard.pdf')
    for name in ('𠮷田䶮', '买买提·吐尔逊', '民生日入', '990101198507120015', '19900000001', '第二行', '2010.07.01'):
        assert name in text, (name, text)
    # To the month in a column to the month; a dash for what is not known.
    assert '1985.07' in text and '1985.07.12' not in text and '—' in text
    roster = pdf_text(folder, 'members.pdf')
    for words in ('中共甲乙公司委员会党员花名册', '按姓氏笔画为序', '填报单位：', '（盖章）', '截至日期：2026年11月24日', '总数：3 人', '王一鸣',
                  '共 3 人，其中正式党员 2 人，预备党员 1 人', '填表人：', '审核人：'):
        assert words in roster, (words, roster)
    assert re.search(r'第\s*1\s*页\s+共\s*1\s*页', roster), roster


@case
def the_header_stands_on_every_page(folder):
    pages = int(re.search(r'^Pages:\s+(\d+)$', run('pdfinfo', os.path.join(folder, 'long.pdf')), re.MULTILINE)[1])
    assert pages > 3
    names = []
    for number in range(1, pages + 1):
        text = pdf_text(folder, 'long.pdf', '-f', str(number), '-l', str(number))
        assert '序号' in text and '姓名' in text and '备注' in text, text
        assert re.search(rf'第\s*{number}\s*页\s+共\s*{pages}\s*页', text), text
        assert ('共 120 人。' in text) == ('填表人：' in text) == (number == pages), text
        names += re.findall(r'人员\d{3}号', text)
    assert names == [f'人员{i:03}号' for i in range(1, 121)], names


@case
def what_left_the_registry_is_noted(folder):
    with sqlite3.connect(os.path.join(folder, 'copy.zhibu')) as registry:
        noted = registry.execute('SELECT roster, format, n_rows, private_columns FROM export_log ORDER BY id').fetchall()
    assert noted == [('members', 'csv', 3, None), ('members', 'csv', 3, 'phone,id_number')], noted


def main(writer):
    status = 0
    print(f'1..{len(CASES)}')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        for number, function in enumerate(CASES, 1):
            try:
                function(folder)
                print(f'ok {number} - {function.__name__}')
            except Exception:  # a broken file may fail anywhere
                status = 1
                print(f'not ok {number} - {function.__name__}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
