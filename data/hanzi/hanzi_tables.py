# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two compilers of character tables share: reading the text tables, writing C arrays."""

import pathlib
import unicodedata

NEVER = 10**9


def rows(path):
    """The lines of a table, split at tabs; lines that start with # are remarks."""
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            yield line.split('\t')


class Strokes:
    """The stroke table in the order of 姓氏笔画: count, sequence, structure, code point."""

    def __init__(self, path):
        self.code, self.count, self.place = {}, {}, {}
        for char, code, *place in rows(path):
            self.code[char] = '' if code.startswith('#') else code
            self.count[char] = int(code[1:]) if code.startswith('#') else len(code)
            if place:
                self.place[char] = int(place[0])
        groups = {}
        for char in self.code:
            groups.setdefault(self._class(char), []).append(char)
        self.order = [char for key in sorted(groups) for char in self._by_structure(groups[key])]
        self.rank = {char: i for i, char in enumerate(self.order)}

    def _class(self, char):
        return self.count.get(char, NEVER), self.code.get(char) or '9'

    def _by_structure(self, group):
        """Within a level of 通用规范汉字表 its own order; the levels are merged by code point."""
        levels = [sorted((c for c in group if first <= self.place.get(c, 0) <= last),
                         key=self.place.get)
                  for first, last in ((1, 3500), (3501, 6500), (6501, 8105))]
        merged = []
        while any(levels):
            level = min((level for level in levels if level), key=lambda level: level[0])
            merged.append(level.pop(0))
        return merged + sorted(set(group) - set(merged))


def compatibility_twins(chars):
    """Pairs (twin, char) of compatibility ideographs that are canonically one of @chars."""
    for first, last in ((0xf900, 0xfaff), (0x2f800, 0x2fa1f)):
        for point in range(first, last + 1):
            plain = unicodedata.normalize('NFC', chr(point))
            if plain != chr(point) and plain in chars:
                yield chr(point), plain


def pages(chars):
    """Number the 256-character pages that @chars touch: (page -> number, count); 0 is empty."""
    used = sorted({ord(char) >> 8 for char in chars})
    return {page: number for number, page in enumerate(used, 1)}, len(used) + 1


def slot(page_numbers, char):
    return page_numbers[ord(char) >> 8] * 256 + (ord(char) & 255)


def page_index(page_numbers):
    return [page_numbers.get(page, 0) for page in range(max(page_numbers) + 1)]


def array(name, kind, values):
    lines, line = [], ' '
    for value in values:
        word = f' {value},'
        if len(line) + len(word) > 98:
            lines.append(line)
            line = ' '
        line += word
    lines.append(line)
    return f'static const {kind} {name}[{len(values)}] = {{\n' + '\n'.join(lines) + '\n};\n'
