#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-stored.py FOLDER: one roster as LibreOffice, Gnumeric, Perl's Spreadsheet::WriteExcel, openpyxl and odfpy write it, and lists
with formulas, filters and sums by these and by libxlsxwriter, and a text document by LibreOffice, packed with xz into FOLDER (tests/fixtures/rosters). These programs are asked for here only; the tests read what is kept there.

Every person is invented.
"""
import datetime
import lzma
import os
import subprocess
import sys
import tempfile

import docx
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


def word(path):
    """A list in a text document, with a cell over two rows and one over two columns."""
    document = docx.Document()
    document.add_paragraph('云溪厂第一党支部党员名单')
    table = document.add_table(5, 6, style='Table Grid')
    for r, row in enumerate((('姓名', '性别', '时间', None, '党小组', '备注'), (None, None, '出生', '入党', None, None), ('张三', '男', '1985.7.12', '2010.7.1', '第一党小组', None),
                             ('李 四', '女', '1990.12', '2015.06', None, None), ('合计', '2人', None, None, None, None))):
        for c, cell in enumerate(row):
            if cell is not None:
                table.cell(r, c).text = cell
    for first, last in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (1, 4)), ((0, 5), (1, 5)), ((2, 4), (3, 4))):
        table.cell(*first).merge(table.cell(*last))
    document.save(path)


# Codes as numbers, an ID number that is one and has lost its digits, sections with the number of their people.
CLINIC = r'''
use strict; use warnings; use utf8; use Spreadsheet::WriteExcel;
my $book = Spreadsheet::WriteExcel->new("clinic.xls");
my $page = $book->add_worksheet("医院党员");
my $bold = $book->add_format(bold => 1, align => "center");
my $month = $book->add_format(num_format => "yyyy\"年\"mm\"月\"");
my $code = $book->add_format(num_format => "00000");
my $day = $book->add_format(num_format => 0x0f);
$page->merge_range("A1:I1", "市第二医院各支部党员名单", $bold);
$page->write_row("A2", ["编号", "姓名", "性别", "出生年月", "身份证号", "职称", "入党日期", "电话", "备注"]);
$page->merge_range("A3:I3", "外科党支部（共2人）", $bold);
$page->write_number("A4", 1, $code); $page->write("B4", "张 三"); $page->write("C4", "男"); $page->write_number("D4", 31240, $month);
$page->write_number("E4", 990101198507120114); $page->write("F4", "主任医师"); $page->write_number("G4", 39600, $day); $page->write_number("H4", 19900000001);
$page->write_number("A5", 2, $code); $page->write("B5", "李  四"); $page->write("C5", "女"); $page->write_number("D5", 33039, $month);
$page->write_string("E5", "990101199006150221"); $page->write("F5", "护师"); $page->write_number("G5", 41061, $day); $page->write_string("H5", "19900000002");
$page->write_comment("B5", "产假");
$page->merge_range("A6:I6", "门诊党支部（共1人）", $bold);
$page->write_number("A7", 3, $code); $page->write("B7", "王五"); $page->write("C7", "男"); $page->write_number("D7", 29041, $month);
$page->write_string("E7", " 990101197907050114 "); $page->write("F7", "主治医师"); $page->write_string("G7", "2003.07");
$page->write_string("H7", "19900000003、8555003"); $page->write("I7", "援外");
$page->write("A8", "共计"); $page->write("B8", "3人");
$page->set_row(4, undef, undef, 1); $page->freeze_panes(2, 2); $page->autofilter("A2:I7");
$book->close();
'''

# A table with a line of sums, rows that a filter hides, a comment, a list of choices on a hidden sheet, a chart.
FILTERED = r'''
#include <xlsxwriter.h>
int
main (void)
{
  char *heads[] = { "姓名", "性别", "民族", "入党日期", "联系电话", "月交党费" };
  struct { const char *name, *sex, *group; double joined; const char *phone; double dues; } people[] = {
    { "张三", "男", "汉族", 39600, "19900000001", 30 }, { "李四", "女", "回族", 41061, "19900000002", 25.5 },
    { "王五", "男", "汉族", 37803, "19900000003", 20 }, { "赵六", "女", "满族", 42705, "", 10 } };
  lxw_workbook *book = workbook_new ("filtered.xlsx");
  lxw_worksheet *page = workbook_add_worksheet (book, "党员名册"), *words = workbook_add_worksheet (book, "字典"), *chart = workbook_add_worksheet (book, "统计图");
  lxw_format *day = workbook_add_format (book), *middle = workbook_add_format (book);
  lxw_table_column columns[6] = { 0 }, *all[7] = { 0 };
  lxw_table_options table = { .columns = all, .total_row = LXW_TRUE };
  lxw_row_col_options hidden = { .hidden = 1, .level = 1 };
  lxw_data_validation choice = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA, .value_formula = "=字典!$A$1:$A$2" };
  lxw_chart *drawn = workbook_add_chart (book, LXW_CHART_COLUMN);

  format_set_num_format (day, "yyyy/m/d;@");
  format_set_align (middle, LXW_ALIGN_CENTER);
  worksheet_merge_range (page, 0, 0, 0, 5, "云溪厂党员名册（2026）", middle);
  for (int i = 0; i < 6; i++)
    {
      columns[i].header = heads[i];
      all[i] = &columns[i];
    }
  columns[0].total_string = "汇总";
  columns[5].total_function = LXW_TABLE_FUNCTION_SUM;
  columns[5].total_value = 85.5;
  worksheet_add_table (page, 2, 0, 7, 5, &table);
  for (int i = 0; i < 4; i++)
    {
      worksheet_write_string (page, 3 + i, 0, people[i].name, NULL);
      worksheet_write_string (page, 3 + i, 1, people[i].sex, NULL);
      worksheet_write_string (page, 3 + i, 2, people[i].group, NULL);
      worksheet_write_number (page, 3 + i, 3, people[i].joined, day);
      worksheet_write_string (page, 3 + i, 4, people[i].phone, NULL);
      worksheet_write_number (page, 3 + i, 5, people[i].dues, NULL);
    }
  worksheet_set_row_opt (page, 4, 15, NULL, &hidden);
  worksheet_set_row_opt (page, 5, 15, NULL, &hidden);
  worksheet_write_comment (page, 3, 0, "党小组组长");
  worksheet_freeze_panes (page, 3, 1);
  worksheet_data_validation_range (page, 3, 1, 60, 1, &choice);
  worksheet_write_string (words, 0, 0, "男", NULL);
  worksheet_write_string (words, 1, 0, "女", NULL);
  worksheet_hide (words);
  chart_add_series (drawn, "=党员名册!$A$4:$A$7", "=党员名册!$F$4:$F$7");
  worksheet_insert_chart (chart, 1, 1, drawn);
  worksheet_repeat_rows (page, 2, 2);
  return workbook_close (book);
}
'''


def formulas(path):
    """Everything but name, number and day is worked out, one branch is not found."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = '党员台账'
    page.append(['2026年党员台账'])
    page.append(['序号', '姓名', '身份证号', '性别', '出生日期', '年龄', '支部', '入党时间', '党龄', '手机'])
    people = [('张三', '990101198507120114', datetime.date(2008, 6, 1), '19900000001'), ('李四', '990101199006150221', datetime.date(2012, 6, 1), '19900000002'),
              ('王五', '990101197907050114', datetime.date(2003, 7, 1), '19900000003')]
    for row, (name, number, joined, phone) in enumerate(people, 3):
        page.append(['=ROW()-2', name, number, f'=IF(MOD(VALUE(MID(C{row},17,1)),2)=1,"男","女")', f'=DATE(MID(C{row},7,4),MID(C{row},11,2),MID(C{row},13,2))',
                     f'=DATEDIF(E{row},DATE(2026,11,1),"y")', f'=VLOOKUP(B{row},人员!A:B,2,0)', joined, f'=DATEDIF(H{row},DATE(2026,11,1),"y")&"年"',
                     f'=HYPERLINK("tel:{phone}","{phone}")'])
        page[f'E{row}'].number_format, page[f'H{row}'].number_format = 'yyyy-mm-dd', 'yyyy.mm.dd'
    page.append(['合计', '=COUNTA(B3:B5)&"人"'])
    other = book.create_sheet('人员')
    for line in (('张三', '一支部'), ('李四', '二支部'), ('赵六', '三支部')):
        other.append(line)
    page.merge_cells('A1:J1')
    page.auto_filter.ref = 'A2:J5'
    book.save(path)


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
        formulas('calculated.xlsx')
        for kind in ('xlsx', 'xls', 'ods'):
            convert('soffice', '--headless', f'-env:UserInstallation=file://{work}/profile', '--convert-to', kind, '--outdir', 'out', 'calculated.xlsx')
            os.rename(f'out/calculated.{kind}', f'formulas.{kind}')
        for kind, exporter in (('ods', 'Gnumeric_OpenCalc:openoffice'), ('html', 'Gnumeric_html:html32')):
            convert('ssconvert', '-T', exporter, 'formulas.xlsx', f'formulas-gnumeric.{kind}')
        os.unlink('calculated.xlsx')
        word('words.docx')
        for kind, wanted in (('docx', 'docx'), ('odt', 'odt'), ('doc', 'doc:MS Word 97')):
            convert('soffice', '--headless', f'-env:UserInstallation=file://{work}/profile', '--convert-to', wanted, '--outdir', 'out', 'words.docx')
            os.rename(f'out/words.{kind}', f'libreoffice.{kind}')
        os.unlink('words.docx')
        for program in (PERL, CLINIC):
            with open('write.pl', 'w', encoding='utf-8') as out:
                out.write(program)
            convert('perl', 'write.pl')
        with open('write.c', 'w', encoding='utf-8') as out:
            out.write(FILTERED)
        convert('cc', '-o', 'write', 'write.c', '-lxlsxwriter')
        convert('./write')
        odf('odfpy.ods')
        for name in ('write.pl', 'write.c', 'write'):
            os.unlink(name)
        for name in sorted(os.listdir('.')):
            if os.path.isfile(name) and name != 'openpyxl.xlsx':
                with open(name, 'rb') as file, lzma.open(os.path.join(folder, name + '.xz'), 'wb', preset=9 | lzma.PRESET_EXTREME) as out:
                    out.write(file.read())


if __name__ == '__main__':
    main(sys.argv[1])
