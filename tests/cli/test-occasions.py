# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that are remembered by the name of their occasion. What came out is read with other programs."""
import csv
import re
import subprocess

from zhibu_cli import case, main


def branch(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=青禾镇党委', 'kind=committee')
    for name in ('第一党支部', '第二党支部'):
        cli.ok('add', 'organization', f'name={name}', 'kind=branch', 'parent=青禾镇党委')
    for name, sex, at, joined in (('王听雨', '女', '第一党支部', '2001-07-01'), ('丁望川', '男', '第一党支部', '1999-07-01'), ('于小禾', '女', '第二党支部', '2010-07-01')):
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', f'branch={at}', 'category=full', f'joined_on={joined}')


def rows(cli, *words):
    path = cli.path('out.csv')
    cli.ok('export', *words, '--to', path, '--force')
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


def pages(cli, *words):
    path = cli.path('out.pdf')
    cli.ok('export', *words, '--to', path, '--force')
    facts = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    return re.search(r'Page size:\s+(\d+)\S* x (\d+)', facts).groups()


@case
def what_was_chosen_comes_again(cli):
    branch(cli)
    chosen = ('members', '--branch', '第一党支部', '--order', 'stroke', '--columns', 'name,joined_on', '--paper', 'a3', '--direction', 'portrait',
              '--size', '14', '--title', '七月名册')
    assert pages(cli, *chosen, '--save-occasion', '七月名册') == ('841', '1190')
    assert pages(cli, '--occasion', '七月名册') == ('841', '1190')
    assert rows(cli, '--occasion', '七月名册') == [['姓名', '入党时间'], ['丁望川', '1999.07.01'], ['王听雨', '2001.07.01']]
    # What happened since is in it: the day is that of the day, the people are those of the day.
    cli.ok('add', 'member', 'name=丁一', 'branch=第一党支部', 'category=full', 'joined_on=2005-07-01')
    assert [row[0] for row in rows(cli, '--occasion', '七月名册')] == ['姓名', '丁一', '丁望川', '王听雨']
    # A word beside it holds for this time.
    assert [row[0] for row in rows(cli, '--occasion', '七月名册', '--branch', '第二党支部')] == ['姓名', '于小禾']
    assert [row[0] for row in rows(cli, '--occasion', '七月名册', '--where', '女')] == ['姓名', '王听雨']
    assert [o['name'] for o in cli.json('list', 'occasion')] == ['七月名册']


@case
def conditions_and_scope_are_remembered(cli):
    branch(cli)
    rows(cli, 'members', '--where', '女 且 入党时间 < 2005', '--save-occasion', '女党员')
    assert [row[1] for row in rows(cli, '--occasion', '女党员')] == ['姓名', '王听雨']


@case
def an_order_by_hand(cli):
    branch(cli)
    assert [row[0] for row in rows(cli, 'members', '--columns', 'name', '--order', 'pinyin', '--sequence', '于小禾，王听雨', '--save-occasion', '主席台')] \
        == ['姓名', '于小禾', '王听雨', '丁望川']
    # Whoever comes later stands behind, in the order below; whoever is gone leaves no gap.
    cli.ok('add', 'member', 'name=安然', 'branch=第二党支部', 'category=full', 'joined_on=2012-07-01')
    assert [row[0] for row in rows(cli, '--occasion', '主席台')] == ['姓名', '于小禾', '王听雨', '安然', '丁望川']
    # Another order takes its place.
    assert [row[0] for row in rows(cli, '--occasion', '主席台', '--order', 'pinyin')] == ['姓名', '安然', '丁望川', '王听雨', '于小禾']
    assert [row[0] for row in rows(cli, 'members', '--columns', 'name', '--people', '王听雨,丁望川', '--order', 'joined')] == ['姓名', '丁望川', '王听雨']
    cli.refused('export', 'members', '--people', '没有这人', '--to', cli.path('x.csv'))
    cli.refused('export', 'meetings', '--sequence', '王听雨', '--to', cli.path('x.csv'), status=2)


@case
def a_sheet_to_sign_is_for_the_next_meeting(cli):
    branch(cli)
    for day in ('2026-12-20', '2026-12-05', '2026-11-02'):
        cli.ok('add', 'meeting', 'org=第一党支部', 'kind=支部党员大会', f'planned_on={day}', f'title=党员大会{day[5:]}')
    path = cli.path('out.pdf')
    cli.ok('export', 'sign-in', '--meeting', '1', '--blocks', '2', '--to', path, '--save-occasion', '签到')
    cli.ok('export', '--occasion', '签到', '--to', path, '--force')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    assert '12-05' in text and '12-20' not in text, text
    cli.as_of = '2026-12-06'
    cli.ok('export', '--occasion', '签到', '--to', path, '--force')
    assert '12-20' in subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
    cli.ok('export', '--occasion', '签到', '--meeting', '2', '--to', path, '--force')
    assert '12-05' in subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
    cli.as_of = '2027-01-06'
    assert 'No meeting is planned' in cli.refused('export', '--occasion', '签到', '--to', path, '--force')


@case
def the_same_name_is_written_over_and_undone(cli):
    branch(cli)
    rows(cli, 'members', '--columns', 'name', '--save-occasion', '月报')
    rows(cli, 'members', '--columns', 'sex', '--save-occasion', ' 月报 ')
    assert len(cli.json('list', 'occasion')) == 1 and rows(cli, '--occasion', '月报')[0] == ['性别']
    cli.ok('undo')
    assert rows(cli, '--occasion', '月报')[0] == ['姓名']
    cli.ok('undo')
    assert '月报' in cli.refused('export', '--occasion', '月报', '--to', cli.path('x.csv'))
    cli.ok('check')


@case
def an_organisation_that_is_closed_is_still_named(cli):
    branch(cli)
    rows(cli, 'members', '--branch', '第二党支部', '--save-occasion', '二支部')
    cli.ok('set', 'organization', '第二党支部', 'name=青禾二支部')
    path = cli.path('out.pdf')
    cli.ok('export', '--occasion', '二支部', '--to', path, '--force')
    assert '青禾二支部' in subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout


@case
def no_two_have_one_name(cli):
    branch(cli)
    for name in ('月报', '季报'):
        cli.ok('export', 'members', '--to', cli.path(name + '.csv'), '--save-occasion', name)
    assert '“月报”' in cli.refused('set', 'occasion', '季报', 'name=月报')
    cli.ok('set', 'occasion', '季报', 'name=半年报')
    cli.ok('export', '--occasion', '半年报', '--to', cli.path('half.csv'))
    # One of the same name is written over when the list is remembered anew.
    cli.ok('export', 'members', '--columns', '姓名', '--to', cli.path('names.csv'), '--save-occasion', '月报')
    assert sorted(row['name'] for row in cli.json('list', 'occasion')) == ['半年报', '月报']


@case
def it_is_removed_and_comes_back(cli):
    branch(cli)
    rows(cli, 'members', '--save-occasion', '月报')
    assert '月报' in cli.ok('remove', 'occasion', '月报')
    assert cli.json('list', 'occasion') == []
    cli.refused('export', '--occasion', '月报', '--to', cli.path('x.csv'))
    cli.refused('remove', 'occasion', '月报')
    cli.ok('undo')
    assert len(rows(cli, '--occasion', '月报')) == 4
    # Records of people are not removed by anybody.
    cli.refused('remove', 'member', '王听雨', status=2)


@case
def widths_are_those_asked_for(cli):
    branch(cli)

    def left_of(word, *words):
        path = cli.path('out.pdf')
        cli.ok('export', 'members', '--columns', 'name,sex,joined_on', '--to', path, '--force', *words)
        text = subprocess.run(['pdftotext', '-bbox', path, '-'], capture_output=True, text=True, check=True).stdout
        return float(re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', text).group(1))
    assert left_of('性别', '--widths', '姓名=12') > left_of('性别', '--widths', 'name=3') + 50
    for wrong in ('name', 'name=x', 'name=0', 'name=-1', 'name=999', 'name=nan'):
        cli.refused('export', 'members', '--widths', wrong, '--to', cli.path('x.pdf'), status=2)


@case
def what_makes_no_sense_is_told(cli):
    branch(cli)
    to = ('--to', cli.path('x.pdf'))
    rows(cli, 'members', '--save-occasion', '月报')
    cli.refused('export', 'members', '--occasion', '月报', *to, status=2)
    cli.refused('export', '--occasion', '没有', *to)
    cli.refused('export', '--occasion', '月报', *to, '--meeting', '1')
    cli.refused('export', 'members', '--save-occasion', '  ', *to)
    cli.refused('export', 'members', '--paper', 'a5', *to, status=2)
    cli.refused('export', 'members', '--direction', 'up', *to, status=2)
    cli.refused('export', 'members', '--size', '30', *to, status=2)
    cli.refused('export', 'minutes', '--meeting', '1', '--paper', 'a3', *to, status=2)
    cli.refused('export', 'calendar', '--size', '12', '--to', cli.path('x.ics'), status=2)


main()
