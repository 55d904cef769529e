#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile the tables of readings into C arrays.

usage: compile-pinyin.py pinyin.txt readings.txt surnames.txt words.txt strokes.txt OUTPUT

The place of a character in a list by pinyin: syllable, tone, strokes. Each (character, reading)
has its own rank, so that 单 as a surname stands at shàn and elsewhere at dān.
"""

import sys

sys.dont_write_bytecode = True    # the source folder stays as it is

import hanzi_tables as tables    # noqa: E402

SEARCHED = 0x8000


def read_table(path):
    return {fields[0]: [field.replace(';', ' ').split() for field in fields[1:]]
            for fields in tables.rows(path)}


def main():
    plain, firsts, surnames, words = (read_table(path) for path in sys.argv[1:5])
    strokes = tables.Strokes(sys.argv[5])

    readings = {char: list(fields[0]) for char, fields in plain.items()}
    searched = {}
    for char, (first,) in firsts.items():
        readings[char] = first + [r for r in readings.get(char, []) if r not in first]
        searched[char] = set(first[1:])
    for text, fields in list(surnames.items()) + list(words.items()):
        for field in fields:
            for char, reading in zip(text, field, strict=True):
                if reading not in readings.setdefault(char, []):
                    readings[char].append(reading)
    for twin, char in list(tables.compatibility_twins(readings)):
        readings[twin] = readings[char]

    syllables = sorted({reading[:-1] for found in readings.values() for reading in found})
    number = {syllable: i for i, syllable in enumerate(syllables)}

    def packed(reading):
        return number[reading[:-1]] << 3 | int(reading[-1])

    # Last of each syllable: a character that is given a reading nobody knows of.
    pairs = [(syllable, 9, 0, '') for syllable in syllables]
    pairs += [(reading[:-1], int(reading[-1]), strokes.rank.get(char, tables.NEVER), char)
              for char, found in readings.items() for reading in found]
    rank = {(char, f'{syllable}{tone}'): i
            for i, (syllable, tone, _, char) in enumerate(sorted(pairs), 1)}
    assert len(pairs) < 0xfffd and len(syllables) < 512

    numbers, n_pages = tables.pages(readings)
    by_slot = {tables.slot(numbers, char): char for char in readings}
    start, reading_of, rank_of = [], [], []
    for at in range(n_pages * 256):
        start.append(len(reading_of))
        char = by_slot.get(at)
        for reading in readings.get(char, []):
            also = SEARCHED if reading in searched.get(char, ()) else 0
            reading_of.append(packed(reading) | also)
            rank_of.append(rank[char, reading])
    start.append(len(reading_of))
    assert len(reading_of) < 0x10000

    def surname(text):
        chars = text.ljust(2, '\0')
        first, other = surnames[text][0], (surnames[text] + [[]])[1]
        both = [packed(r) for r in first] + [0] * (2 - len(text))
        places = [rank[c, r] for c, r in zip(text, first)] + [0] * (2 - len(text))
        others = ([packed(r) for r in other] + [0, 0])[:2]
        return (f'  {{ {{ {ord(chars[0])}, {ord(chars[1])} }}, {{ {both[0]}, {both[1]} }}, '
                f'{{ {others[0]}, {others[1]} }}, {{ {places[0]}, {places[1]} }} }},\n')

    def word(text):
        first, second = (packed(reading) for reading in words[text][0])
        return f'  {{ {{ {ord(text[0])}, {ord(text[1])} }}, {{ {first}, {second} }} }},\n'

    with open(sys.argv[6], 'w', encoding='utf-8') as out:
        out.write('/* Made by data/hanzi/compile-pinyin.py from the tables in data/hanzi. */\n')
        out.write(tables.array('syllable_text', 'char *const',
                               [f'"{syllable}"' for syllable in syllables]))
        out.write(tables.array('syllable_rank', 'guint16',
                               [rank['', f'{syllable}9'] for syllable in syllables]))
        out.write(tables.array('pinyin_page', 'guint16', tables.page_index(numbers)))
        out.write(tables.array('pinyin_start', 'guint16', start))
        out.write(tables.array('pinyin_reading', 'guint16', reading_of))
        out.write(tables.array('pinyin_rank', 'guint16', rank_of))
        out.write('static const ZbSurname surname_table[] = {\n')
        out.writelines(surname(text) for text in sorted(surnames))
        out.write('};\nstatic const ZbWord word_table[] = {\n')
        out.writelines(word(text) for text in sorted(words))
        out.write('};\n')


main()
