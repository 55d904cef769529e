# SPDX-License-Identifier: GPL-3.0-or-later
"""What programs write besides a plain table: formulas with their results, filters, sums of tables, masks; some of it kept beside by
make-stored.py."""
import datetime

from . import roster
from .producers import unpack


def stored(name, expected):
    write = unpack(name)
    write.__name__ = 'with_' + name.replace('.', '_').replace('-', '_')
    write.__doc__ = expected
    roster(name=name)(write)


FORMULAS = """
    row | verdict | name | sex | id_number | birth_date | branch | joined_on | phone | flags
    3 | new | 张三 | 男 | 990101198507120114 | 1985-07-12 | 一支部 | 2008-06-01 | 19900000001
    4 | new | 李四 | 女 | 990101199006150221 | 1990-06-15 | 二支部 | 2012-06-01 | 19900000002
    5 | error | 王五 | 男 | 990101197907050114 | 1979-07-05 | | 2003-07-01 | 19900000003 | branch:error-value branch:branch-missing
    6 | row-total
    file | sheet-not-taken:人员
"""
for each in ('formulas.ods', 'formulas.xls', 'formulas.xlsx', 'formulas-gnumeric.ods'):
    stored(each, FORMULAS)
stored('formulas-gnumeric.html', FORMULAS.replace('人员', '2'))
stored('filtered.xlsx', """
    row | verdict | name | sex | ethnicity | joined_on | phone | flags
    4 | new | 张三 | 男 | 汉族 | 2008-06-01 | 19900000001
    5 | new | 李四 | 女 | 回族 | 2012-06-01 | 19900000002
    6 | new | 王五 | 男 | 汉族 | 2003-07-01 | 19900000003
    7 | new | 赵六 | 女 | 满族 | 2016-12-01 |
    8 | row-total
    file | unknown-column:月交党费
    file | hidden-sheet-not-taken:字典
""")
stored('clinic.xls', """
    row | verdict | name | sex | birth_date | id_number | technical_title | joined_on | phone | landline | note | branch | flags
    3 | row-section
    4 | error | 张三 | 男 | 1985-07-12 | | 主任医师 | 2008-06-01 | 19900000001 | | | 外科党支部 | id_number:id-lost-digits
    5 | new | 李四 | 女 | 1990-06-15 | 990101199006150221 | 护师 | 2012-06-01 | 19900000002 | | | 外科党支部
    6 | row-section
    7 | new | 王五 | 男 | 1979-07-05 | 990101197907050114 | 主治医师 | 2003-07 | 19900000003 | 8555003 | 援外 | 门诊党支部
    8 | row-total
    file | unknown-column:编号
""")


@roster(name='system.xls')
def a_system_export_with_masks(path):
    """
    row | verdict | name | sex | birth_date | joined_on | address | branch | flags
    3 | new | 张三 | 男 | 1985-07 | 2008-06-01 | 云溪路1号 | 云溪社区第一党支部 | id_number:masked-value phone:masked-value
    4 | new | 李四 | 女 | 1990-06 | 2012-06-01 | 云溪路2号 | 云溪社区第一党支部 | id_number:masked-value phone:masked-value
    5 | new | 王五 | 男 | 1979-07 | 2003-07-01 | 云溪路3号 | 云溪社区第二党支部 | id_number:masked-value
    6 | row-skipped
    file | unknown-column:所属网格
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write("""<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>导出</title><style>td{mso-number-format:'\\@'} .h{display:none}</style><script>var a="<table><tr><td>x</td></tr></table>";</script></head>
<body><div>导出时间：2026-11-20 08:00:00</div>
<TABLE BORDER="1" cellspacing=0><CAPTION>云溪社区党员信息</CAPTION><THEAD><TR><TH COLSPAN=9>云溪社区党员信息</TH></TR>
<TR><TH>所属党支部<TH>所属网格<TH>姓名<TH>性别<TH>身份证号<TH>出生年月<TH>入党日期<TH>手机<TH>居住地</THEAD>
<TBODY><TR><TD ROWSPAN="2">云溪社区第一党支部</TD><TD>一网格</TD><TD><a href="x?id=1">张三</a></TD><TD>男</TD><TD>990101********0114</TD><TD>1985-07</TD><TD>2008-06-01</TD><TD>199****0001</TD><TD>云溪路1号</TD></TR>
<TR><TD>二网格</TD><TD><font color=red>李</font>四</TD><TD>女</TD><TD>990101********0221</TD><TD>1990-06</TD><TD>2012-06-01</TD><TD>199****0002</TD><TD>云溪路2号</TD></TR>
<TR><TD>云溪社区第二党支部</TD><TD>一网格</TD><TD>王五<!-- 备注 --></TD><TD>男</TD><TD>990101********0114</TD><TD>1979-07</TD><TD>2003-07-01</TD><TD>&nbsp;</TD><TD>云溪路3号</TD></TR></TBODY>
<TFOOT><TR><TD COLSPAN="9">第 1 页 / 共 1 页 &copy; 系统导出</TD></TR></TFOOT></TABLE></body></html>""")


@roster(name='wps.et')
def a_book_of_wps(path):
    """
    row | verdict | name | sex | birth_date | joined_on | phone | flags
    3 | new | 张三 | 男 | 1985-07-12 | 2008-06-01 | 19900000001
    4 | new | 李四 | 女 | 1990-06-15 | 2012-06 | 19900000002
    5 | row-skipped
    """
    import xlwt
    out = xlwt.Workbook(encoding='utf-8')
    page = out.add_sheet('党员名册')
    out.add_sheet('Sheet2')
    day = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
    day2 = xlwt.easyxf(num_format_str='yyyy\\-m\\-d')
    page.write_merge(0, 0, 0, 5, '党员名册')
    for c, cell in enumerate(('序号', '姓名', '性别', '出生日期', '入党日期', '手机号码')):
        page.write(1, c, cell)
    for r, line in enumerate(((1, '张三', '男', datetime.date(1985, 7, 12), datetime.date(2008, 6, 1), 19900000001),
                              (2, '李四', '女', datetime.date(1990, 6, 15), 2012.06, '19900000002')), 2):
        for c, cell in enumerate(line):
            page.write(r, c, cell, *((day if c == 3 else day2,) if isinstance(cell, datetime.date) else ()))
    page.write(4, 1, xlwt.Formula('COUNTA(B3:B4)'))
    out.save(path)
