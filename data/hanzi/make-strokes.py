#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make strokes.txt from its sources (see README.md).

usage: make-strokes.py STROKE.DICT.YAML CNCHAR.ORDER.MIN.JS UNIHAN-FOLDER > strokes.txt

The order of 通用规范汉字表 (field kTGH of Unihan) is itself an order of strokes, so it decides
between codes: of all codes of a character, the one is taken that keeps the longest part of each
level in order; among those, the one that both sources give.
"""

import bz2
import json
import pathlib
import re
import sys
from collections import defaultdict

HERE = pathlib.Path(__file__).parent
LEVELS = ((1, 3500), (3501, 6500), (6501, 8105))
# The first source gives this code to thousands of characters it has no code for.
FILLER = '25111212341252'


def order_key(code):
    return len(code), code


def read_rime(path):
    codes = defaultdict(list)
    to_digits = str.maketrans('hspnz', '12345')
    for line in open(path, encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        if len(fields) < 2 or len(fields[0]) != 1 or not re.fullmatch('[hspnz]+', fields[1]):
            continue
        code = fields[1].translate(to_digits)
        if code != FILLER and code not in codes[fields[0]]:
            codes[fields[0]].append(code)
    return {char: found for char, found in codes.items() if found}


def read_cnchar(path):
    script = open(path, encoding='utf-8').read()
    table = json.loads(re.search(r"JSON\.parse\('(\{\"一\".*?\})'\)", script).group(1))
    digit = {'j': '1', 'i': '1', 'f': '2', 'g': '2', 's': '3', 'k': '4', 'l': '4', 'd': '4'}
    return {char: ''.join(digit.get(letter, '5') for letter in code)
            for char, code in table.items()}


def read_unihan(folder, name, fields):
    path = pathlib.Path(folder) / f'Unihan_{name}.txt'
    opened = (open(path, encoding='utf-8') if path.exists()
              else bz2.open(f'{path}.bz2', 'rt', encoding='utf-8'))
    found = {field: {} for field in fields}
    for line in opened:
        parts = line.rstrip('\n').split('\t')
        if len(parts) == 3 and parts[1] in found:
            found[parts[1]][chr(int(parts[0][2:], 16))] = parts[2]
    return [found[field] for field in fields]


def read_parts():
    for line in open(HERE / 'strokes-parts.txt', encoding='utf-8'):
        if not line.startswith('#') and '\t' in line:
            yield line.rstrip('\n').split('\t')


def longest_chain(level, candidates, weight):
    """Choose codes for the characters of @level so that as many as can be are in order."""
    codes = sorted({code for char in level for code in candidates[char]}, key=order_key)
    place = {code: i + 1 for i, code in enumerate(codes)}
    best = [(0, None)] * (len(codes) + 1)          # prefix maximum (Fenwick tree)
    for char in level:
        fresh = []
        for code in candidates[char]:
            top, i = (0, None), place[code]
            while i:
                top = max(top, best[i], key=lambda node: node[0])
                i &= i - 1
            fresh.append((place[code], (top[0] + weight(char, code), (char, code, top[1]))))
        for i, node in fresh:
            while i < len(best):
                best[i] = max(best[i], node, key=lambda other: other[0])
                i += i & -i
    node = max(best, key=lambda other: other[0])[1]
    chosen = {}
    while node:
        chosen[node[0]] = node[1]
        node = node[2]
    return chosen


def main():
    rime, cnchar = read_rime(sys.argv[1]), read_cnchar(sys.argv[2])
    tgh, = read_unihan(sys.argv[3], 'OtherMappings', ['kTGH'])
    totals, = read_unihan(sys.argv[3], 'IRGSources', ['kTotalStrokes'])
    listed = sorted(tgh, key=lambda char: int(tgh[char].split(':')[1]))

    candidates = {char: list(rime.get(char, [])) for char in set(rime) | set(cnchar) | set(listed)}
    for char, code in cnchar.items():
        if code not in candidates[char]:
            candidates[char].append(code)
    # The last code of the first source is the mainland shape, when there are several.
    chosen = {char: cnchar.get(char) or codes[-1] for char, codes in candidates.items() if codes}

    def weight(char, code):
        return 100 + 4 * (cnchar.get(char) == code) + 2 * (rime.get(char, [None])[-1] == code)

    parts = dict(read_parts())
    for _ in range(2):
        for char, pieces in parts.items():
            chosen[char] = ''.join(p if p.isdigit() else chosen[p] for p in pieces)
            candidates[char] = [chosen[char]]
        for first, last in LEVELS:
            level = listed[first - 1:last]
            chain = longest_chain(level, candidates, weight)
            for char in level:
                if char not in chain:
                    print(f'out of order: {char} {candidates[char]}', file=sys.stderr)
            chosen.update(chain)

    for char in listed:
        if char in cnchar and chosen[char] != cnchar[char]:
            print(f'not as cnchar: {char} {chosen[char]} {cnchar[char]}', file=sys.stderr)
        if rime.get(char) and char in cnchar and rime[char][-1] != cnchar[char]:
            print(f'differ: {char} rime {rime[char]} cnchar {cnchar[char]} taken {chosen[char]}',
                  file=sys.stderr)
    print('# Strokes of characters, derived from rime-stroke (LGPL-3), cnchar-order (MIT) and Unihan.')
    print('# Made by make-strokes.py; sources, licences and the choices made: README.md.')
    rank = {char: int(place.split(':')[1]) for char, place in tgh.items()}
    for char in sorted(set(chosen) | set(totals)):
        code = chosen.get(char) or '#' + totals[char].split()[0]
        print(char, code, *([rank[char]] if char in rank else []), sep='\t')


main()
