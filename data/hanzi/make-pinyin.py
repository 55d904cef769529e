#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make pinyin.txt from Unihan_Readings (see README.md).

usage: make-pinyin.py UNIHAN-FOLDER > pinyin.txt

One line a character: character TAB readings with tone digits (5 is the light tone), ü as v.
The customary reading comes first, then the readings of 通用规范汉字字典; for characters that
are not in that dictionary, those of 现代汉语词典.
"""

import bz2
import pathlib
import re
import sys
import unicodedata

TONES = {'\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4'}


def with_digit(reading):
    letters, tone = [], '5'
    for mark in unicodedata.normalize('NFD', reading):
        if mark in TONES:
            tone = TONES[mark]
        elif mark == '\u0308':
            letters[-1] = 'v'
        elif 'a' <= mark <= 'z':
            letters.append(mark)
    return ''.join(letters) + tone


def main():
    fields = {'kMandarin': {}, 'kTGHZ2013': {}, 'kXHC1983': {}}
    path = pathlib.Path(sys.argv[1]) / 'Unihan_Readings.txt'
    opened = (open(path, encoding='utf-8') if path.exists()
              else bz2.open(f'{path}.bz2', 'rt', encoding='utf-8'))
    for line in opened:
        parts = line.rstrip('\n').split('\t')
        if len(parts) == 3 and parts[1] in fields:
            words = re.sub(r'[0-9.,*]+:', ' ', parts[2]).replace(',', ' ').split()
            fields[parts[1]][chr(int(parts[0][2:], 16))] = [with_digit(word) for word in words]
    print('# Readings of characters, derived from the Unicode Han Database, (c) Unicode, Inc.')
    print('# Made by make-pinyin.py; licence: licenses/Unicode.txt.')
    mandarin, modern, xhc = fields.values()
    for char in sorted(set(mandarin) | set(modern) | set(xhc)):
        others = modern.get(char) or xhc.get(char, [])
        readings = mandarin.get(char, [])[:1] + others
        if char in modern and readings[0] not in others:
            readings = others + readings[:1]
        print(char, ' '.join(dict.fromkeys(r for r in readings if r[0] in 'abcdefghijklmnopqrstwxyz')),
              sep='\t')


main()
