# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters as offices send them, each beside the records that a careful clerk would enter from it.

A roster is a function that writes one file and whose docstring is what has to come of it, by hand:

    row | verdict | name | sex | flags
    file | unknown-column:工号
    3 | new | 张三 | 男 |
    4 | error | 李四 | | birth_date:bad-date
    5 | row-total

The first line names the fields; all others of the record have to be empty. Codes are told by their labels. `flags` are the
warnings and errors of the row, `file` those of the whole file; a row that is no record has the reason in place of the verdict.
"""
import openpyxl

ROSTERS = []


class Roster:
    def __init__(self, write, kind, before, options, name):
        self.write, self.kind, self.before, self.options, self.name = write, kind, before, options, name
        self.title = write.__name__
        self.expected = write.__doc__


def roster(kind='member', before=(), options=(), name=None):
    """before: commands on the new registry; options: of the import; name: of the file, if it is not title.csv"""
    def mark(write):
        ROSTERS.append(Roster(write, kind, before, options, name))
        return write
    return mark


def org(name, kind='branch', **fields):
    return ('add', 'organization', f'name={name}', f'kind={kind}', *(f'{key}={value}' for key, value in fields.items()))


def member(name, **fields):
    return ('add', 'member', f'name={name}', *(f'{key}={value}' for key, value in fields.items()))


def rows(text):
    """A table written with | between the cells; \\n is a line break in a cell, ~ a full-width space."""
    out = []
    for line in text.strip('\n').split('\n'):
        cells = [cell.strip(' ').replace('\\n', '\n').replace('~', '　') for cell in line.split('|')]
        out.append([cell if cell != '' else None for cell in cells])
    return out


def fill(page, text, at=1):
    for r, row in enumerate(rows(text) if isinstance(text, str) else text, at):
        for c, cell in enumerate(row, 1):
            if cell is not None:
                page.cell(r, c, cell)
                if isinstance(cell, str) and cell.startswith('='):
                    page.cell(r, c).data_type = 'f'
    return page


def book(path, *sheets, merged=(), after=None):
    """A workbook by openpyxl. sheets: (name, table) or only the table; merged: areas of the first sheet."""
    out = openpyxl.Workbook()
    out.remove(out.active)
    for number, sheet in enumerate(sheets, 1):
        name, text = sheet if isinstance(sheet, tuple) else (f'Sheet{number}', sheet)
        fill(out.create_sheet(name), text)
    for area in merged:
        out.worksheets[0].merge_cells(area)
    if after is not None:
        after(out)
    out.save(path)


def text(path, table, separator=',', encoding='utf-8', end='\r\n'):
    with open(path, 'wb') as out:
        out.write(''.join(separator.join(cell or '' for cell in row) + end for row in rows(table)).encode(encoding))
