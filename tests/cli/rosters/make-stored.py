#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-stored.py FOLDER: one roster as LibreOffice, Gnumeric, Perl's Spreadsheet::WriteExcel, openpyxl and odfpy write it, packed
with xz into FOLDER (tests/fixtures/rosters). These programs are asked for here only; the tests read what is kept there.

Every person is invented.
"""
import datetime
import lzma
import os
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.comments import Comment

HEAD = [['云溪厂第一党支部党员花名册'], ['填报单位：云溪厂第一党支部（盖章）', None, None, None, None, None, None, None, '截至2026年11月30日'],
        ['序号', '姓  名', '性别', '出生\n年月', '身份证号', '入党', None, '党小组', '联系电话', '备注'], [None, None, None, None, None, '时间', '转正时间']]
PEOPLE = [[1, '张三', '男', datetime.date(1985, 7, 12), '990101198507120018', datetime.date(2010, 7, 1), datetime.date(2011, 7, 1), '第一党小组', 19900000001,
           '2021.3转入'],
          [2, '李 四', '女', 1990.12, '990101199012030023', '2015.06', '2016年6月', None, '19900000002/0579-85550001', None],
          [3, '买买提·吐尔逊', '男', '1971', '990101710520001', 19950601, None, '第二党小组', '无', '="退"&"休"'],
          [4, '王五（预备党员）', '女', 36525, None, datetime.date(2026, 6, 30), None, '〃', None, '多行\n备注']]
FOOT = [['合计', None, '=COUNTA(B5:B8)'], ['填表人：赵六', None, None, None, '审核人：钱七']]
MERGED = ('A1:J1', 'A2:H2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:G3', 'H3:H4', 'I3:I4', 'J3:J4', 'H5:H6')


def base(path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = '花名册'
    for row in HEAD + PEOPLE + FOOT:
        page.append(row)
    for area in MERGED:
        page.merge_cells(area)
    page['D5'].number_format, page['F5'].number_format, page['G5'].number_format = 'yyyy"年"m"月"', 'yyyy/m/d', 'yyyy\\.mm\\.dd'
    page['D6'].number_format, page['F8'].number_format, page['D8'].number_format = '0.00', 'yyyy-mm-dd', 'yyyy"年"m"月"d"日"'
    page['B5'].comment = Comment('党员示范岗', '某人')
    page.row_dimensions[7].hidden = True
    page.freeze_panes = 'C5'
    other = book.create_sheet('代码')
    other.append(['男'])
    other.append(['女'])
    other.sheet_state = 'hidden'
    book.create_sheet('Sheet3')
    book.save(path)


PERL = r'''
use strict; use warnings; use utf8; use Spreadsheet::WriteExcel;
my $book = Spreadsheet::WriteExcel->new("perl.xls");
my $page = $book->add_worksheet("花名册");
my $bold = $book->add_format(bold => 1, align => "center");
my $month = $book->add_format(num_format => "yyyy\"年\"m\"月\"");
my $day = $book->add_format(num_format => 14);
$page->merge_range("A1:J1", "云溪厂第一党支部党员花名册", $bold);
$page->write_row("A2", ["填报单位：云溪厂第一党支部（盖章）"]);
my @areas = (["A3:A4","序号"],["B3:B4","姓  名"],["C3:C4","性别"],["D3:D4","出生\n年月"],["E3:E4","身份证号"],["F3:G3","入党"],["H3:H4","党小组"],["I3:I4","联系电话"],["J3:J4","备注"]);
$page->merge_range($_->[0], $_->[1], $bold) for @areas;
$page->write("F4", "时间"); $page->write("G4", "转正时间");
$page->write_row("A5", [1, "张三", "男"]);
$page->write_number("D5", 31240, $month); $page->write_string("E5", "990101198507120018");
$page->write_number("F5", 40360, $day); $page->write_number("G5", 40725, $day);
$page->write("I5", 19900000001); $page->write("J5", "2021.3转入");
$page->write_row("A6", [2, "李 四", "女"]); $page->write_number("D6", 1990.12, $book->add_format(num_format => "0.00"));
$page->write_string("E6", "990101199012030023"); $page->write_string("F6", "2015.06"); $page->write_string("G6", "2016年6月");
$page->write_string("I6", "19900000002/0579-85550001");
$page->merge_range("H5:H6", "第一党小组", $bold);
$page->write_row("A7", [3, "买买提·吐尔逊", "男"]); $page->write_string("D7", "1971"); $page->write_string("E7", "990101710520001");
$page->write_number("F7", 19950601); $page->write("H7", "第二党小组"); $page->write("I7", "无");
$page->write_formula("J7", '=CONCATENATE("a","b")', undef, "ab");
$page->write_row("A8", [4, "王五（预备党员）", "女"]); $page->write_number("D8", 36525, $book->add_format(num_format => "yyyy\"年\"m\"月\"d\"日\""));
$page->write_number("F8", 46203, $day); $page->write("H8", "〃"); $page->write("J8", "多行\n备注");
$page->write("A9", "合计"); $page->write_formula("C9", '=COUNTA(B5:B8)', undef, 4);
$page->write("A10", "填表人：赵六"); $page->write("E10", "审核人：钱七");
my $hidden = $book->add_worksheet("代码"); $hidden->write("A1", "男"); $hidden->hide();
$book->close();
'''


def odf(path):
    from odf.office import Annotation
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    page = Table(name='花名册')
    book.spreadsheet.addElement(page)

    def cell(value, **more):
        if isinstance(value, datetime.date):
            out = TableCell(valuetype='date', datevalue=value.isoformat(), **more)
            value = f'{value.year}年{value.month}月{value.day}日'
        elif isinstance(value, (int, float)):
            out = TableCell(valuetype='float', value=value, **more)
        else:
            out = TableCell(valuetype='string', **more)
        for line in str(value).split('\n') if value is not None else ():
            out.addElement(P(text=line))
        return out

    def row(*cells, **more):
        line = TableRow(**more)
        for each in cells:
            line.addElement(each)
        page.addElement(line)

    row(cell(HEAD[0][0], numbercolumnsspanned=10), CoveredTableCell(numbercolumnsrepeated=9))
    row(cell(HEAD[1][0]))
    row(*(cell(text, numbercolumnsspanned=2) if text == '入党' else cell(text, numberrowsspanned=2) if text else CoveredTableCell() for text in HEAD[2]))
    row(CoveredTableCell(numbercolumnsrepeated=5), cell('时间'), cell('转正时间'), CoveredTableCell(numbercolumnsrepeated=3))
    for number, person in enumerate(PEOPLE):
        cells = [cell('退休' if number == 2 and text == PEOPLE[2][9] else text) for text in person]
        if number == 0:
            cells[7] = cell('第一党小组', numberrowsspanned=2)
            note = Annotation()
            note.addElement(P(text='党员示范岗'))
            cells[1].insertBefore(note, cells[1].firstChild)
        if number == 1:
            cells[7] = CoveredTableCell()
        row(*cells, TableCell(numbercolumnsrepeated=1014), **({'visibility': 'collapse'} if number == 2 else {}))
    row(cell('合计'), TableCell(), cell(4))
    row(cell('填表人：赵六'), TableCell(numbercolumnsrepeated=3), cell('审核人：钱七'))
    row(TableCell(numbercolumnsrepeated=1024), numberrowsrepeated=1048566)
    book.save(path)


def convert(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def main(folder):
    folder = os.path.abspath(folder)
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        base('openpyxl.xlsx')
        for kind, wanted in (('xlsx', 'xlsx'), ('xls', 'xls'), ('ods', 'ods'), ('fods', 'fods'), ('html', 'html')):
            convert('soffice', '--headless', f'-env:UserInstallation=file://{work}/profile', '--convert-to', wanted, '--outdir', 'out', 'openpyxl.xlsx')
            os.rename(f'out/openpyxl.{kind}', f'libreoffice.{kind}')
        convert('soffice', '--headless', f'-env:UserInstallation=file://{work}/profile', '--convert-to',
                'csv:Text - txt - csv (StarCalc):44,34,GB18030,1,,0,false,true,false', '--outdir', 'out', 'openpyxl.xlsx')
        os.rename('out/openpyxl.csv', 'libreoffice.csv')
        for kind, exporter in (('xlsx', 'Gnumeric_Excel:xlsx2'), ('xls', 'Gnumeric_Excel:excel_biff8'), ('ods', 'Gnumeric_OpenCalc:odf'), ('html', 'Gnumeric_html:html40')):
            convert('ssconvert', '-T', exporter, 'libreoffice.xlsx', f'gnumeric.{kind}')
        with open('write.pl', 'w', encoding='utf-8') as out:
            out.write(PERL)
        convert('perl', 'write.pl')
        odf('odfpy.ods')
        os.unlink('write.pl')
        for name in sorted(os.listdir('.')):
            if os.path.isfile(name) and name != 'openpyxl.xlsx':
                with open(name, 'rb') as file, lzma.open(os.path.join(folder, name + '.xz'), 'wb', preset=9 | lzma.PRESET_EXTREME) as out:
                    out.write(file.read())


if __name__ == '__main__':
    main(sys.argv[1])
