# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of a branch, from a registry without anybody to one of more than a thousand."""
import csv
import re
import subprocess
import zipfile

from zhibu_cli import case, main

LISTS = ('members', 'probationary', 'activists', 'former', 'groups', 'committee', 'contacts', 'medal50', 'organizations', 'terms', 'sign-in-people')
BRANCH = '第一党支部'


def branch(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', f'short_name={BRANCH}')
    cli.ok('add', 'organization', 'name=第一党小组', 'kind=党小组', f'parent={BRANCH}')
    for name, sex, confirmed, phone in (('丁一', '男', '1976-07-01', '19900000011'), ('王二', '女', '1977-01-01', '19900000012'),
                                        ('张三', '女', '2011-03-08', '19900000013'), ('于四', '男', '2011-03-08', '19900000014')):
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', 'category=正式党员', f'confirmed_on={confirmed}', f'branch={BRANCH}',
               'group=第一党小组', f'phone={phone}')
    cli.ok('add', 'post', f'org={BRANCH}', 'person=张三', 'post=书记', 'started_on=2024-05-01', 'work=主持全面工作')
    cli.ok('add', 'post', 'org=第一党小组', 'person=王二', 'post=党小组组长', 'started_on=2024-05-01')


def rows(cli, *words):
    path = cli.path('list.csv')
    cli.ok('export', *words, '--to', path, '--force')
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


def column(cli, heading, *words):
    table = rows(cli, *words)
    return [row[table[0].index(heading)] for row in table[1:]]


def pages(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    return [re.sub(r'\s+', '', page) for page in text.split('\f')[:-1]]


@case
def lists_of_nobody_are_whole(cli):
    cli.ok('init')
    for name in LISTS:
        for end in ('pdf', 'xlsx', 'csv'):
            answer = cli.json('export', name, '--to', cli.path(f'{name}.{end}'))
            assert answer['rows'] == (3 if name == 'sign-in-people' else 0), answer
        assert len(pages(cli.path(f'{name}.pdf'))) == 1, name
        with zipfile.ZipFile(cli.path(f'{name}.xlsx')) as book:
            assert book.testzip() is None


@case
def lists_of_a_thousand_repeat_their_header(cli):
    cli.ok('demo', '--members', '1100', '--seed', '7')
    n_members = len(cli.json('list', 'member', '--where', '人员类别=正式党员|预备党员'))
    assert n_members > 950, n_members
    for name, first in (('contacts', '党内职务'), ('groups', '组内职务'), ('members', '籍贯')):
        answer = cli.json('export', name, '--to', cli.path(f'{name}.pdf'))
        assert answer['rows'] == n_members, (name, answer)
        found = pages(cli.path(f'{name}.pdf'))
        assert len(found) > 20 and all(first in page for page in found), (name, len(found))
        assert f'第{len(found)}页共{len(found)}页' in found[-1], found[-1]
    everybody = sorted(column(cli, '姓名', 'members'))
    assert sorted(column(cli, '姓名', 'groups')) == everybody
    assert sorted(column(cli, '姓名', 'contacts')) == everybody
    assert len(column(cli, '姓名', 'committee')) == len(set(zip(column(cli, '党组织', 'committee'), column(cli, '姓名', 'committee'))))


@case
def who_leads_a_group_stands_first(cli):
    branch(cli)
    assert column(cli, '姓名', 'groups') == ['王二', '张三', '丁一', '于四'], column(cli, '姓名', 'groups')
    assert column(cli, '组内职务', 'groups') == ['组长', '', '', '']
    assert column(cli, '姓名', 'groups', '--order', 'stroke') == ['王二', '丁一', '于四', '张三']
    assert column(cli, '分工', 'committee') == ['主持全面工作']


@case
def the_same_term_of_two_branches_stands_twice(cli):
    branch(cli)
    cli.ok('add', 'organization', 'name=中共云溪公司第二支部委员会', 'kind=党支部', 'short_name=第二党支部')
    cli.ok('add', 'member', 'name=李五', 'category=正式党员', 'branch=第二党支部')
    for name, person in ((BRANCH, '张三'), ('第二党支部', '李五')):
        cli.ok('add', 'term', f'org={name}', 'number=2', 'appointed_on=2024-05-01')
        for post in ('副书记', '组织委员'):
            who = cli.json('list', 'member', '--branch', name)[-1]['name'] if post == '组织委员' else person
            cli.ok('add', 'post', f'org={name}', f'person={who}', f'post={post}')
    cli.ok('export', 'committee', '--to', cli.path('a.pdf'))
    text = pages(cli.path('a.pdf'))[0]
    assert text.count('第2届') == 2 and text.count('第二党支部') == 1, text


@case
def private_numbers_are_for_inside(cli):
    branch(cli)
    for name, heading in (('contacts', '手机'), ('committee', '手机号')):
        assert heading not in rows(cli, name, '--public')[0], name
        assert '199****0013' in column(cli, heading, name, '--columns', 'name,phone', '--public')
        assert '19900000013' in column(cli, heading, name, '--internal')
    # A list of contacts is for inside from the beginning, other lists are when it is said.
    assert '19900000013' in column(cli, '手机', 'contacts')
    assert '手机号' not in rows(cli, 'committee')[0]
    assert '--public' in cli.refused('export', 'contacts', '--internal', '--public', '--to', cli.path('x.csv'), status=2)
    # What was remembered for everybody stays so.
    cli.ok('export', 'contacts', '--public', '--to', cli.path('for-all.csv'), '--save-occasion', '公开通讯录')
    cli.ok('export', 'contacts', '--to', cli.path('inside.csv'), '--save-occasion', '内部通讯录')
    assert '手机' not in rows(cli, '--occasion', '公开通讯录')[0]
    assert '手机' in rows(cli, '--occasion', '内部通讯录')[0]
    assert '手机' not in rows(cli, '--occasion', '内部通讯录', '--public')[0]


@case
def fifty_years_are_counted_to_july(cli):
    branch(cli)
    assert column(cli, '认定情况', 'medal50', '--year', '2026') == ['符合', '差6个月']
    assert column(cli, '认定情况', 'medal50', '--year', '2025') == ['差1年']
    assert column(cli, '认定情况', 'medal50', '--year', '2027') == ['符合', '符合']
    cli.ok('add', 'rule', 'key=medal50.near', 'value=3', 'reason=只列三个月内的')
    assert column(cli, '认定情况', 'medal50', '--year', '2026') == ['符合']


@case
def the_longest_standing_comes_first(cli):
    branch(cli)
    assert column(cli, '姓名', 'members', '--order', 'standing') == ['丁一', '王二', '于四', '张三']
    assert column(cli, '姓名', 'members', '--order', 'standing', '--descending') == ['张三', '于四', '王二', '丁一']


@case
def a_sheet_to_sign_has_rows_for_guests(cli):
    branch(cli)
    assert column(cli, '备注', 'sign-in-people') == [''] * 4 + ['列席'] * 3
    assert column(cli, '备注', 'sign-in-people', '--blank-rows', '0') == [''] * 4
    assert column(cli, '备注', 'sign-in-people', '--where', '女', '--blank-rows', '5') == [''] * 2 + ['列席'] * 5
    cli.ok('add', 'meeting', f'org={BRANCH}', 'kind=支部党员大会', 'title=讨论工作', 'planned_on=2026-12-05')
    cli.ok('roll', '#1')
    assert column(cli, '备注', 'sign-in', '--meeting', '1', '--blank-rows', '2').count('列席') == 2
    assert '--blank-rows' in cli.refused('export', 'members', '--blank-rows', '2', '--to', cli.path('x.pdf'), status=2)
    cli.refused('export', 'sign-in-people', '--blank-rows', '201', '--to', cli.path('x.pdf'), status=2)
    cli.ok('export', 'sign-in-people', '--to', cli.path('sheet.pdf'))
    assert '应到4人' in pages(cli.path('sheet.pdf'))[0]


@case
def a_saved_filter_makes_a_list(cli):
    branch(cli)
    cli.ok('add', 'filter', 'name=女党员', 'kind=member', 'conditions=sex=2')
    assert column(cli, '姓名', 'members', '--filter', '女党员', '--order', 'stroke') == ['王二', '张三']
    assert column(cli, '姓名', 'contacts', '--filter', '女党员', '--where', '党龄40年以上') == ['王二']
    assert '“没有的”' in cli.refused('export', 'members', '--filter', '没有的', '--to', cli.path('x.csv'))
    cli.refused('export', 'committee', '--filter', '女党员', '--to', cli.path('x.csv'))


main()
