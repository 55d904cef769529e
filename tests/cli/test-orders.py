# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders of names against the rules themselves: the tables are read here and the names put in order without the program."""
import json
import functools
import os
import random

from zhibu_cli import case, main

TABLES = os.path.join(os.environ['ZB_SOURCEDIR'], 'data', 'hanzi')
# Where the three levels of 通用规范汉字表 end.
LEVELS = (3500, 6500, 8105)
SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟' \
           '单仇解朴区查盖覃卜万乐翟瞿臧尹申甲由'
COMPOUND = ('欧阳', '上官', '司马', '诸葛', '万俟', '尉迟', '夏侯')
OTHERS = ('买买提·吐尔逊', '阿依古丽·买买提', '田富', '田大利', '田大力', '王', '王一', '王一一', '由甲', '田甲', '申甲', '甲申', '欧阳', '重庆', '乐乐')


def rows(name):
    with open(os.path.join(TABLES, name), encoding='utf-8') as file:
        return [line.rstrip('\n').split('\t') for line in file if line.strip() and not line.startswith('#')]


STROKES = {row[0]: (row[1], int(row[2]) if len(row) > 2 else 0) for row in rows('strokes.txt')}
READINGS = {row[0]: row[1].split()[0] for row in rows('pinyin.txt')} | {row[0]: row[1].split()[0] for row in rows('readings.txt')}
READ_AS_SURNAME = {row[0]: row[1].split() for row in rows('surnames.txt')}


def level(place):
    return sum(place > end for end in LEVELS) if place else None


def compare_characters(a, b):
    """Fewer strokes first, then 横竖撇点折; of the same strokes as printed within a level, else as numbered."""
    (left, left_place), (right, right_place) = STROKES[a], STROKES[b]
    if (len(left), left) != (len(right), right):
        return -1 if (len(left), left) < (len(right), right) else 1
    if left_place and right_place and level(left_place) == level(right_place):
        return (left_place > right_place) - (left_place < right_place)
    return (a > b) - (a < b)


CHARACTER = functools.cmp_to_key(compare_characters)


def letters(name):
    return [c for c in name if c not in ' ·']


def by_characters(name):
    return [(1, CHARACTER(c)) for c in letters(name)]


def by_surname(name):
    """A given name of one character stands before those of two: as if there were an empty one before it."""
    keys = by_characters(name)
    return keys[:1] + [(0,)] + keys[1:] if len(keys) == 2 else keys


def by_reading(name):
    text = letters(name)
    said = [READINGS[c] for c in text]
    own = next((READ_AS_SURNAME[''.join(text[:n])] for n in (2, 1) if ''.join(text[:n]) in READ_AS_SURNAME), [])
    if len(text) > 1 and '·' not in name:
        said[:len(own)] = own
    return [(reading[:-1], int(reading[-1]), CHARACTER(c)) for c, reading in zip(text, said)]


def some_names():
    chance = random.Random(20261124)
    known = [c for c, (strokes, place) in STROKES.items() if c in READINGS and strokes.isdigit() and (place or ord(c) < 0xa000)]
    common = [c for c in known if 0 < STROKES[c][1] <= LEVELS[0]]
    names = set(OTHERS)
    while len(names) < 240:
        surname = chance.choice(COMPOUND) if chance.random() < 0.1 else chance.choice(SURNAMES[:12] if chance.random() < 0.4 else SURNAMES)
        given = ''.join(chance.choice(common if chance.random() < 0.7 else known) for _ in range(chance.choice((1, 2, 2))))
        names.add(surname + given)
    names = sorted(names)
    chance.shuffle(names)
    return names


@case
def lists_stand_in_the_orders_of_the_rules(cli):
    names = some_names()
    cli.ok('init')
    cli.ok('import', 'member', cli.write('names.csv', '姓名,所在党支部\n' + ''.join(f'{name},第一党支部\n' for name in names)))
    for order, key in (('stroke', by_surname), ('stroke-full', by_characters), ('pinyin', by_reading)):
        found = [m['name'] for m in cli.members('--order', order, '--scope', 'all')]
        expected = sorted(names, key=key)
        assert sorted(found) == sorted(names)
        wrong = next((i for i in range(len(names)) if found[i] != expected[i]), None)
        assert wrong is None, f'{order}: {found[wrong - 1:wrong + 2]}, not {expected[wrong - 1:wrong + 2]}'


@case
def a_printed_roster_stands_like_the_list(cli):
    cli.ok('demo', '--members', '200')
    for order, key in (('stroke', by_surname), ('pinyin', by_reading)):
        cli.ok('export', 'members', '--to', cli.path('out.csv'), '--order', order, '--columns', 'name,sex', '--force')
        with open(cli.path('out.csv'), encoding='utf-8-sig') as file:
            written = [line.split(',')[0] for line in file.read().split('\n')[1:] if line]
        assert len(written) > 150 and [key(name) for name in written] == sorted(key(name) for name in written), order


PEOPLE = (('甲样本', '19900000003', '10号楼', '2003-07'), ('乙样本', '19900000001', '重庆路', '1999'), ('丙样本', '', '', ''),
          ('丁样本', '19900000002', '9号楼', '2010-01-01'))
BY_FIELD = (('phone', '乙丁甲丙', '甲丁乙丙'), ('address', '丁甲乙丙', '乙甲丁丙'), ('work_started_on', '乙甲丁丙', '丁甲乙丙'))


@case
def any_field_orders_forwards_and_backwards(cli):
    """Whoever has no value stands last both ways; nothing of a private value is shown."""
    cli.ok('init')
    rows = ''.join(','.join((name, '第一党支部', phone, address, day, '正式党员')) + '\n' for name, phone, address, day in PEOPLE)
    cli.ok('import', 'member', cli.write('people.csv', '姓名,所在党支部,联系电话,家庭住址,参加工作时间,人员类别\n' + rows))
    for field, forwards, backwards in BY_FIELD:
        for words, expected in ((['--order', field], forwards), (['--order', field, '--descending'], backwards)):
            shown = cli.ok('list', 'member', *words)
            assert '19900000001' not in shown
            assert [m['name'][0] for m in cli.members(*words)] == list(expected), words
            cli.ok('export', 'members', '--to', cli.path('out.csv'), *words, '--columns', 'name,sex', '--force')
            with open(cli.path('out.csv'), encoding='utf-8-sig') as file:
                assert [line[0] for line in file.read().split('\n')[1:] if line] == list(expected), words
    assert 'nothing' in cli.refused('list', 'member', '--order', 'nothing', status=2)
    assert '--descending' in cli.refused('list', 'meeting', '--descending', status=2)
    assert '--descending' in cli.refused('export', 'meetings', '--to', cli.path('x.csv'), '--descending', status=2)


@case
def a_csv_file_speaks_gb18030_too(cli):
    """For programs that know no UTF-8, and back in without a loss: a rare name, a text that would be a formula."""
    cli.ok('init')
    names = ['𠮷野文', '张㼆', '=样本', '买买提·吐尔逊']
    rows = ''.join(f"{name},第一党支部,正式党员,'+1 号\n" for name in names if name[0] != '=')
    cli.ok('import', 'member', cli.write('people.csv', '姓名,所在党支部,人员类别,备注\n' + rows))
    cli.ok('export', 'members', '--to', cli.path('out.csv'), '--columns', 'name,note', '--encoding', 'gb18030')
    with open(cli.path('out.csv'), 'rb') as file:
        content = file.read()
    assert not content.startswith(b'\xef\xbb\xbf')
    lines = content.decode('gb18030').split('\r\n')
    assert lines[0] == '姓名,备注' and sorted(line.split(',')[0] for line in lines[1:] if line) == sorted(name for name in names if name[0] != '=')
    assert all(line.endswith(",'+1 号") for line in lines[1:] if line), lines
    report = json.loads(cli.run('import', 'member', cli.path('out.csv'), '--branch', '第一党支部', '--dry-run', '--json')[1])
    assert report['same'] == 3, report
    assert 'gb18030' in cli.refused('export', 'members', '--to', cli.path('x.csv'), '--encoding', 'latin1', status=2)
    cli.refused('export', 'members', '--to', cli.path('x.xlsx'), '--encoding', 'gb18030', status=2)
    cli.refused('export', 'minutes', '--to', cli.path('x.pdf'), '--meeting', '1', '--encoding', 'gb18030', status=2)


main()
