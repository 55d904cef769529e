# SPDX-License-Identifier: GPL-3.0-or-later
"""One roster as many programs write it; make-stored.py made the files in tests/fixtures/rosters."""
import lzma
import os
import re

from . import org, roster

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'fixtures', 'rosters')

ROWS = r"""
    row | verdict | name | sex | birth_date | id_number | joined_on | confirmed_on | group | phone | landline | note | category | branch | flags
    5 | new | 张三 | 男 | 1985-07-12 | 990101198507120018 | 2010-07-01 | 2011-07-01 | 第一党小组 | 19900000001 | | 2021.3转入 | | 云溪厂第一党支部
    6 | new | 李四 | 女 | 1990-12 | 990101199012030023 | 2015-06 | 2016-06 | 第一党小组 | 19900000002 | 0579-85550001 | | | 云溪厂第一党支部
    7 | new | 买买提·吐尔逊 | 男 | 1971 | 990101710520001 | 1995-06-01 | | 第二党小组 | | | 退休 | | 云溪厂第一党支部
    8 | new | 王五 | 女 | 1999-12-31 | | 2026-06-30 | | 第二党小组 | | | 多行\n备注 | 预备党员 | 云溪厂第一党支部
    9 | row-total
    10 | row-footer
    file | branch-from-title:云溪厂第一党支部
    file | hidden-sheet-not-taken:代码
"""


def unpack(name):
    def write(path):
        with lzma.open(os.path.join(FOLDER, name + '.xz')) as packed, open(path, 'wb') as out:
            out.write(packed.read())
    return write


def add(name, expected):
    write = unpack(name)
    write.__name__ = 'written_by_' + re.sub(r'\W', '_', name)
    write.__doc__ = expected
    roster(name=name, before=[org('云溪厂第一党支部')])(write)


for each in ('libreoffice.xlsx', 'libreoffice.xls', 'libreoffice.ods', 'libreoffice.fods', 'gnumeric.xls', 'gnumeric.ods'):
    add(each, ROWS)
# What these programs do not write: that a sheet is hidden, how a day is shown.
add('gnumeric.xlsx', ROWS.replace('hidden-sheet', 'sheet'))
add('perl.xls', ROWS.replace('退休', 'ab'))
add('odfpy.ods', ROWS.replace('    file | hidden-sheet-not-taken:代码\n', '').replace('| 多行\\n备注 | 预备党员 | 云溪厂第一党支部', '| 多行\\n备注 | 预备党员 | 云溪厂第一党支部 | '
                                                                                   'birth_date:date-from-serial'))
# A page has what the sheet shows: months, rounded numbers that are refused; the hidden row is not in LibreOffice's.
add('gnumeric.html', r"""
    row | verdict | name | sex | birth_date | id_number | joined_on | confirmed_on | group | phone | landline | note | category | branch | flags
    5 | error | 张三 | 男 | 1985-07 | 990101198507120018 | 2010-07-01 | 2011-07-01 | 第一党小组 | | | 2021.3转入 | | 云溪厂第一党支部 | phone:bad-phone
    6 | new | 李四 | 女 | 1990-12 | 990101199012030023 | 2015-06 | 2016-06 | 第一党小组 | 19900000002 | 0579-85550001 | | | 云溪厂第一党支部
    7 | error | 买买提·吐尔逊 | 男 | 1971 | 990101710520001 | | | 第二党小组 | | | 退休 | | 云溪厂第一党支部 | joined_on:bad-date
    8 | new | 王五 | 女 | 1999-12-31 | | 2026-06-30 | | 第二党小组 | | | 多行\n备注 | 预备党员 | 云溪厂第一党支部
    9 | row-total
    10 | row-footer
    file | branch-from-title:云溪厂第一党支部
    file | sheet-not-taken:2
""")
add('libreoffice.html', r"""
    row | verdict | name | sex | birth_date | id_number | joined_on | confirmed_on | group | phone | landline | note | category | branch | flags
    5 | new | 张三 | 男 | 1985-07 | 990101198507120018 | 2010-07-01 | 2011-07-01 | 第一党小组 | 19900000001 | | 2021.3转入 | | 云溪厂第一党支部
    6 | new | 李四 | 女 | 1990-12 | 990101199012030023 | 2015-06 | 2016-06 | 第一党小组 | 19900000002 | 0579-85550001 | | | 云溪厂第一党支部
    7 | new | 王五 | 女 | 1999-12-31 | | 2026-06-30 | | 第一党小组 | | | 多行\n备注 | 预备党员 | 云溪厂第一党支部
    8 | row-total
    9 | row-footer
    file | branch-from-title:云溪厂第一党支部
""")
# Days as another country writes them could be two days; merged cells are only in their first row.
add('libreoffice.csv', r"""
    row | verdict | name | sex | birth_date | id_number | joined_on | confirmed_on | group | phone | landline | note | category | branch | flags
    5 | error | 张三 | 男 | | 990101198507120018 | | | 第一党小组 | 19900000001 | | 2021.3转入 | | 云溪厂第一党支部 | birth_date:ambiguous-day joined_on:ambiguous-day confirmed_on:ambiguous-day
    6 | new | 李四 | 女 | 1990-12 | 990101199012030023 | 2015-06 | 2016-06 | | 19900000002 | 0579-85550001 | | | 云溪厂第一党支部
    7 | new | 买买提·吐尔逊 | 男 | 1971 | 990101710520001 | 1995-06-01 | | 第二党小组 | | | 退休 | | 云溪厂第一党支部
    8 | new | 王五 | 女 | 1999-12-31 | | 2026-06-30 | | 第二党小组 | | | 多行\n备注 | 预备党员 | 云溪厂第一党支部
    9 | row-total
    10 | row-footer
    file | branch-from-title:云溪厂第一党支部
""")
