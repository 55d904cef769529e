# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters that stand in Word files."""
import docx

from . import member, org, roster, rows
from .producers import unpack


def table(document, text, merged=()):
    """merged: ((row, column), (row, column)), both from 0"""
    lines = rows(text)
    out = document.add_table(len(lines), max(map(len, lines)), style='Table Grid')
    for r, line in enumerate(lines):
        for c, cell in enumerate(line):
            if cell is not None:
                out.cell(r, c).text = cell
    for first, last in merged:
        out.cell(*first).merge(out.cell(*last))
    return out


@roster(name='名册.docx')
def word_list(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | id_number | joined_on | confirmed_on | phone | note | branch | group | category | post | flags
    6 | row-section
    7 | new | 张三 | 男 | 汉族 | 1985-07-12 | 990101198507120018 | 2010-07-01 | 2011-07-01 | 19900000001 | | 云溪镇青禾村党支部 | 第一党小组 | | 书记
    8 | new | 李四 | 女 | 回族 | 1990-12 | | 2015-06 | 2016-06 | 19900000002 | 在外务工\\n（年底返回） | 云溪镇青禾村党支部 | 第一党小组
    9 | row-section
    10 | new | 买买提·吐尔逊 | 男 | 维吾尔族 | 1971 | | 1995-06-01 | | | | 云溪镇青禾村党支部 | 第二党小组
    11 | new | 王五 | 女 | 汉族 | 1999-12-31 | | 2026-06-30 | | | | 云溪镇青禾村党支部 | 第二党小组 | 预备党员
    12 | row-total
    13 | row-footer
    file | branch-from-title:云溪镇青禾村党支部
    """
    document = docx.Document()
    document.add_paragraph('附件1')
    document.add_heading('云溪镇青禾村党支部党员花名册', 0)
    document.add_paragraph('填报单位（盖章）：\t\t\t\t2026年11月30日')
    document.add_paragraph()
    table(document, """
序号|姓  名|性别|民族|出生\\n年月|身份证号|入党|转正|联系电话|备 注
|||||||||
第一党小组|||||||||
1|张三（书记）|男|汉|1985年7月12日|990101198507120018|2010.07.01|2011.07.01|19900000001|
2|李~四|女|回|1990.12||2015.6|2016.6|19900000002|在外务工\\n（年底返回）
第二党小组|||||||||
3|买买提·吐尔逊|男|维吾尔|1971||1995年6月1日||无|
4|王五（预备党员）|女|汉|1999.12.31||2026.06.30|||
合计|4人||||||||
""", merged=(((0, i), (1, i)) for i in range(10)))
    document.add_paragraph('填表人：赵六　　　审核人：钱七')
    document.save(path)


@roster(name='各支部.docx')
def word_branches_below_each_other(path):
    """
    row | verdict | name | branch | sex | birth_date | joined_on | flags
    !4 | new | 张三 | 第一党支部 | 男 | 1985-07 | 2010-07
    !5 | new | 李四 | 第一党支部 | 女 | 1990-12 | 2015-06
    2!3 | new | 王五 | 第二党支部 | 男 | 1979-05 | 2003-07
    file | branch-from-title:第一党支部
    file | branch-from-title:第二党支部
    """
    document = docx.Document()
    document.add_heading('云溪厂各党支部党员名单', 0)
    for branch, people in (('一、第一党支部（2人）', '张三|男|1985.07|2010.07\n李四|女|1990.12|2015.06'), ('二、第二党支部（1人）', '王五|男|1979.05|2003.07')):
        document.add_paragraph(branch)
        table(document, '姓名|性别|出生年月|入党时间\n' + people)
    document.save(path)


@roster(name='分页.docx')
def word_table_on_two_pages(path):
    """
    row | verdict | name | sex | joined_on | flags
    3 | new | 张三 | 男 | 2010-07
    4 | new | 李四 | 女 | 2015-06
    5 | row-headings
    6 | new | 王五 | 男 | 2003-07
    """
    document = docx.Document()
    document.add_paragraph('党员名单')
    table(document, '序号|姓名|性别|入党时间\n1|张三|男|2010.07\n2|李四|女|2015.06')
    document.add_paragraph()
    table(document, '序号|姓名|性别|入党时间\n3|王五|男|2003.07')
    document.save(path)


@roster(kind='auto', name='委员.docx', before=[org('第一党支部'), member('张三', branch='第一党支部'), member('李四', branch='第一党支部')])
def word_committee(path):
    """
    row | verdict | org | person | post | started_on | flags
    3 | new | 第一党支部 | 张三 | 书记 | 2024-07-01
    4 | new | 第一党支部 | 李四 | 组织委员 | 2024-07-01
    """
    document = docx.Document()
    document.add_paragraph('支部委员会成员名单')
    table(document, '党支部|姓名|职务|任职时间\n第一党支部|张三|书记|2024.7.1\n第一党支部|李四|组织委员|2024.7.1')
    document.save(path)


@roster(name='登记表.docx')
def word_form_of_one_person(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | id_number | joined_on | confirmed_on | phone | flags
    2 | new | 张三 | 男 | 汉族 | 1985-07-12 | 990101198507120018 | 2010-07-01 | 2011-07-01 | 19900000001
    file | form-read
    """
    document = docx.Document()
    document.add_paragraph('党员基本情况登记表')
    table(document, """
姓名|张三|性别|男|照片
民族|汉|出生年月|1985.7.12|
身份证号|990101198507120018|||
入党时间|2010年7月1日|转正时间|2011年7月1日|
联系电话|19900000001|||
""", merged=(((0, 4), (4, 4)), ((2, 1), (2, 3))))
    document.save(path)


@roster(name='通知.docx')
def word_letter_without_a_table(path):
    """
    refused | not a spreadsheet
    """
    document = docx.Document()
    document.add_paragraph('关于召开支部党员大会的通知')
    document.save(path)


@roster(name='名册.doc')
def word_file_of_the_old_kind(path):
    """
    refused | .docx
    """
    unpack('libreoffice.doc')(path)


LIBREOFFICE = """
    row | verdict | name | branch | sex | birth_date | joined_on | group | flags
    4 | new | 张三 | 云溪厂第一党支部 | 男 | 1985-07-12 | 2010-07-01 | 第一党小组
    5 | new | 李四 | 云溪厂第一党支部 | 女 | 1990-12 | 2015-06 | 第一党小组
    6 | row-total
    file | branch-from-title:云溪厂第一党支部
"""
for each in ('libreoffice.docx', 'libreoffice.odt'):
    write = unpack(each)
    write.__name__ = 'word_by_' + each.replace('.', '_')
    write.__doc__ = LIBREOFFICE
    roster(name=each)(write)
