#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile strokes.txt into C arrays.

usage: compile-strokes.py strokes.txt OUTPUT

Every common character (ours: the first block, extension A, 通用规范汉字表) has a 16-bit rank of its
own. Rare characters between two common ones share one rank and are told apart by a second number,
so that a sort key is two bytes a character and all 98,000 characters still have an exact place.
"""

import sys

sys.dont_write_bytecode = True    # the source folder stays as it is

import hanzi_tables as tables    # noqa: E402

BLOCK = 16


def ranks(strokes):
    """char -> (rank, second number or 0)."""
    found, rank, second = {}, 0, 0
    for char in strokes.order:
        if char in strokes.place or '\u3007' <= char <= '\u9fff':
            rank, second = rank + 1, 0
            found[char] = rank, 0
        else:
            if second == 0:
                rank += 1
            second += 1
            found[char] = rank, second
    assert rank < 0xfffd and all(second < 0x10000 for _, second in found.values())
    return found, rank


def main():
    strokes = tables.Strokes(sys.argv[1])
    found, last = ranks(strokes)
    code, count = dict(strokes.code), dict(strokes.count)
    for twin, plain in list(tables.compatibility_twins(found)):
        found[twin], code[twin], count[twin] = found[plain], code[plain], count[plain]

    numbers, n_pages = tables.pages(found)
    size = n_pages * 256
    rank_of, second_of, count_of, text_of = [0] * size, [0] * size, [0] * size, [''] * size
    for char in found:
        at = tables.slot(numbers, char)
        rank_of[at], second_of[at] = found[char]
        count_of[at] = count[char] | (0 if code[char] else 0x80)
        text_of[at] = code[char]

    packed, block_at = [], []
    for at in range(size):
        if at % BLOCK == 0:
            block_at.append(len(packed))
        text = text_of[at] + '0' * (len(text_of[at]) % 2)
        packed += [int(text[i]) << 4 | int(text[i + 1]) for i in range(0, len(text), 2)]

    with open(sys.argv[2], 'w', encoding='utf-8') as out:
        out.write('/* Made by data/hanzi/compile-strokes.py from data/hanzi/strokes.txt. */\n')
        out.write(f'enum {{ STROKE_BLOCK = {BLOCK}, STROKE_LAST_RANK = {last} }};\n')
        out.write(tables.array('stroke_page', 'guint16', tables.page_index(numbers)))
        out.write(tables.array('stroke_rank', 'guint16', rank_of))
        out.write(tables.array('stroke_second', 'guint16', second_of))
        out.write(tables.array('stroke_count', 'guint8', count_of))
        out.write(tables.array('stroke_block', 'guint32', block_at))
        out.write(tables.array('stroke_packed', 'guint8', packed))


main()
