# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates: as text in every shape, as numbers, as days of both calendars, and what is none."""
import datetime

from . import book, roster, text


@roster()
def dates_as_text(path):
    """
    row | verdict | name | birth_date | flags
    2 | new | 甲一 | 1985-07
    3 | new | 甲二 | 1985-07
    4 | new | 甲三 | 1985-07-01
    5 | new | 甲四 | 1985-07
    6 | new | 甲五 | 1985-07-01
    7 | new | 甲六 | 1985-07
    8 | new | 甲七 | 1985-07
    9 | new | 甲八 | 1985-07 | birth_date:two-digit-year
    10 | new | 甲九 | 1985-07-01
    11 | new | 乙一 | 1985
    12 | new | 乙二 | 1985
    13 | new | 乙三 | 1985-07-01
    14 | new | 乙四 | 1985-07-01
    15 | new | 乙五 | 1985-07
    16 | new | 乙六 | 1985-07-01
    17 | new | 乙七 | 1985-07-01
    18 | new | 乙八 | 1985-07-12 | birth_date:two-digit-year
    19 | new | 乙九 | 1985-07
    20 | new | 丙一 | 1985-07-01
    21 | new | 丙二 | 1985-12-30
    22 | new | 丙三 | 1985-07-12
    23 | new | 丙四 | 1985-07
    24 | new | 丙五 | 1985-07-01
    25 | new | 丙六 | 1985-07-01
    26 | new | 丙七 | 1985-07-01
    27 | new | 丙八 | 1985-07
    """
    text(path, """
姓名|出生年月
甲一|1985.07
甲二|1985.7
甲三|1985/7/1
甲四|1985-07
甲五|19850701
甲六|198507
甲七|1985年7月
甲八|85.7
甲九|1985年07月01日
乙一|1985
乙二|1985年
乙三|1985．7．1
乙四|1985 年 7 月 1 日
乙五|一九八五年七月
乙六|1985-07-01 00:00:00
乙七|2023/2/30
乙八|85.7.12
乙九|1985.07月
丙一|1985。07。01
丙二|1985年十二月三十日
丙三|12/7/1985年
丙四|1985年7月生
丙五|'1985-07-01
丙六|1985.07.01.
丙七|1985/7/1  0:00
丙八|1985--07
""".replace('2023/2/30', '1985\\7\\1').replace('12/7/1985年', '1985-7-12'))


@roster()
def dates_that_are_none(path):
    """
    row | verdict | name | birth_date | joined_on | flags
    2 | error | 甲一 | | | birth_date:bad-date
    3 | error | 甲二 | | | birth_date:bad-date
    4 | error | 甲三 | | | birth_date:ambiguous-day
    5 | new | 甲四
    6 | new | 甲五
    7 | new | 甲六
    8 | error | 甲七 | | | joined_on:in-future
    9 | error | 甲八 | | | birth_date:bad-date
    10 | error | 甲九 | | | birth_date:bad-date
    11 | error | 乙一 | | | birth_date:bad-date
    12 | error | 乙二 | | | birth_date:bad-date
    13 | error | 乙三 | | | birth_date:bad-date
    14 | error | 乙四 | | | birth_date:bad-date
    15 | error | 乙五 | | | birth_date:bad-date
    16 | new | 乙六
    17 | error | 乙七 | | | birth_date:bad-date
    18 | error | 乙八 | | | birth_date:ambiguous-day
    19 | new | 乙九 | | 1995-11 | joined_on:two-digit-year
    20 | new | 丙一 | | 2005-11 | joined_on:two-digit-year
    21 | error | 丙二 | | | birth_date:bad-date
    22 | error | 丙三 | | | birth_date:bad-date
    23 | error | 丙四 | | | birth_date:bad-date
    """
    text(path, """
姓名|出生日期|入党时间
甲一|1985.13
甲二|1985-02-30
甲三|7/8/1985
甲四|不详
甲五|—
甲六|无
甲七||2027.01
甲八|约1985年
甲九|1985.07-1986.08
乙一|1985.7.
乙二|待查1985
乙三|####
乙四|1985.07（身份证1985.08）
乙五|85
乙六|/
乙七|一月
乙八|05/7/12
乙九||95.11
丙一||05.11
丙二|19850732
丙三|198513
丙四|1985年2月29日
""".replace('1985.7.\n', '1985.7.1x\n'))


def numbers(out):
    page = out.worksheets[0]
    values = [(1985.07, None), (1985.1, None), (1985.1, '0.00'), (198507, None), (19850701, None), (31229, None), (31229, 'yyyy/m/d'),
              (31229, 'yyyy"年"m"月"'), (31229.75, 'yyyy/m/d h:mm'), (datetime.datetime(1985, 7, 1), None), (1985, None), (31229, 'General'),
              (31229, '[$-804]yyyy"年"m"月"d"日";@'), (31229, 'mmm-yy'), (31229, '[DBNum1][$-804]yyyy"年"m"月"'), (2958466, None), (85.7, None),
              (1985.12, None), (-5, None), (31229, 'm/d/yyyy'), (31229, 'yyyy')]
    for row, (value, shape) in enumerate(values, 2):
        page.cell(row, 1, '戊' + chr(0x4e00 + row))
        page.cell(row, 2, value)
        if shape:
            page.cell(row, 2).number_format = shape


@roster(name='numbers.xlsx')
def dates_as_numbers(path):
    """
    row | verdict | name | birth_date | flags
    2 | new | 戊丂 | 1985-07
    3 | new | 戊七 | 1985 | birth_date:ambiguous-date
    4 | new | 戊丄 | 1985-10
    5 | new | 戊丅 | 1985-07
    6 | new | 戊丆 | 1985-07-01
    7 | new | 戊万 | 1985-07-01 | birth_date:date-from-serial
    8 | new | 戊丈 | 1985-07-01
    9 | new | 戊三 | 1985-07
    10 | new | 戊上 | 1985-07-01
    11 | new | 戊下 | 1985-07-01
    12 | new | 戊丌 | 1985
    13 | new | 戊不 | 1985-07-01 | birth_date:date-from-serial
    14 | new | 戊与 | 1985-07-01
    15 | new | 戊丏 | 1985-07
    16 | new | 戊丐 | 1985-07
    17 | error | 戊丑 | | birth_date:bad-date
    18 | new | 戊丒 | 1985-07 | birth_date:two-digit-year
    19 | new | 戊专 | 1985-12
    20 | error | 戊且 | | birth_date:bad-date
    21 | new | 戊丕 | 1985-07-01
    22 | new | 戊世 | 1985-07
    """
    book(path, '姓名|出生日期', after=numbers)


@roster(name='from1904.xlsx')
def dates_of_1904(path):
    """
    row | verdict | name | birth_date | joined_on | flags
    2 | new | 张三 | 1985-07-12 | 2010-07-01
    3 | new | 李四 | 1985-07-12 | | birth_date:date-from-serial
    """
    def days(out):
        from openpyxl.utils.datetime import CALENDAR_MAC_1904
        out.epoch = CALENDAR_MAC_1904
        page = out.worksheets[0]
        page['B2'], page['C2'], page['B3'] = datetime.date(1985, 7, 12), datetime.date(2010, 7, 1), 29778
        page['B3'].number_format = 'General'

    book(path, '姓名|出生日期|入党时间\n张三\n李四', after=days)


@roster(name='parts.xlsx')
def year_and_month_apart(path):
    """
    row | verdict | name | sex | birth_date | joined_on | flags
    3 | new | 张三 | 男 | 1985-07-12 | 2010-07
    4 | new | 李四 | 女 | 1990-12 | 2015-06
    5 | new | 王五 | 男 | 1971 |
    6 | error | 赵六 | 女 | | 2001-01 | birth_date:bad-date
    7 | new | 钱七 | 男 | | 1999 |
    """
    book(path, """
序号|姓名|性别|出生|||入党时间|
|||年|月|日|年|月
1|张三|男|1985|7|12|2010|07
2|李四|女|1990|12||2015年|6月
3|王五|男|1971||||
4|赵六|女|1988|13|1|2001|1
5|钱七|男||||1999|
""", merged=('A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:H1'))


@roster()
def year_and_month_in_flat_columns(path):
    """
    row | verdict | name | birth_date | joined_on | flags
    2 | new | 张三 | 1985-07 | 2010-07-01
    3 | new | 李四 | 1990 | 2015-06
    """
    text(path, """
姓名|出生年|出生月|入党年份|入党月份|入党日
张三|1985|7|2010|7|1
李四|1990||2015|6|
""")
