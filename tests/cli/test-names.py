# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers with names: ballots and tallies of an election, cards for the table, plans of seats."""
import re
import subprocess

from zhibu_cli import case, main

BRANCH = '第一党支部'


def branch(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', f'short_name={BRANCH}')
    for name, sex in (('丁一', '男'), ('王二', '女'), ('张三', '女'), ('于四', '男'), ('买买提·吐尔逊', '男')):
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', 'category=正式党员', 'confirmed_on=2013-07-15', f'branch={BRANCH}')
    cli.ok('add', 'meeting', f'org={BRANCH}', 'kind=支部党员大会', 'title=换届选举大会', 'planned_on=2026-12-05')
    cli.ok('roll', '#1')


def text(cli, kind, *words):
    cli.ok('export', kind, *words, '--to', cli.path('paper.txt'), '--force')
    with open(cli.path('paper.txt'), encoding='utf-8') as file:
        return file.read()


def pages(cli, kind, *words):
    cli.ok('export', kind, *words, '--to', cli.path('paper.pdf'), '--force')
    out = subprocess.run(['pdftotext', '-raw', cli.path('paper.pdf'), '-'], capture_output=True, text=True, check=True).stdout
    return [re.sub(r'\s+', '', page) for page in out.split('\f')[:-1]]


@case
def a_ballot_has_the_names_in_their_order(cli):
    branch(cli)
    said = text(cli, 'ballot', '--names', '王二、张三、于四、丁一', '--elect', '3', '--branch', BRANCH, '--copies', '1')
    assert said.startswith('中共云溪公司第一支部委员会选举选票\n'), said
    assert [line.split('　')[1] for line in said.splitlines() if re.match(r'\d　', line)] == ['王二', '张三', '于四', '丁一']
    assert '1　王二　□　□　□' in said and said.count('另选　　□　　\n') == 3, said
    assert '本次选举实行差额选举，应选3名，候选人4名，差额1名。' in said
    assert '等于或少于3名的选票有效' in said and '（盖章）' in said
    # On paper a name of two characters is as wide as one of three.
    cli.ok('export', 'ballot', '--names', '王二、买买提', '--elect', '1', '--to', cli.path('spread.pdf'))
    assert re.search(r'王\s二', subprocess.run(['pdftotext', '-raw', cli.path('spread.pdf'), '-'], capture_output=True, text=True, check=True).stdout)
    said = text(cli, 'ballot', '--where', '女', '--order', 'stroke', '--elect', '2', '--equal', '--blank-rows', '0')
    assert '（候选人按姓氏笔画为序）' in said and '等额选举，应选2名，候选人2名' in said and '另选　' not in said
    assert said.index('1　王二') < said.index('2　张三')


@case
def ballots_fill_pages_to_be_cut(cli):
    branch(cli)
    words = ('--names', '王二、张三、于四、丁一', '--elect', '3')
    for per_page, copies, n in (('1', '3', 3), ('2', '5', 3), ('4', '9', 3)):
        found = pages(cli, 'ballot', *words, '--per-page', per_page, '--copies', copies)
        assert len(found) == n and sum(page.count('（盖章）') for page in found) == int(copies), (per_page, found)
    for n, elect in ((25, '15'), (80, '60')):
        many = '、'.join(f'候选{i}' for i in range(1, n + 1))
        found = pages(cli, 'ballot', '--names', many, '--elect', elect)
        assert [page.count(f'候选{n}') for page in found] == [1, 1], found
        boxes = subprocess.run(['pdftotext', '-bbox', cli.path('paper.pdf'), '-'], capture_output=True, text=True, check=True).stdout
        assert max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes)) < 842, boxes


@case
def too_few_candidates_are_noticed(cli):
    branch(cli)

    def said(names, *words):
        status, out, err = cli.run('export', 'ballot', '--names', names, *words, '--to', cli.path('x.pdf'), '--force')
        assert status == 0, err
        return err

    assert said('甲、乙、丙', '--elect', '3').startswith('3 stand for 3 places; by the rule at least 4 (')
    assert said('甲、乙、丙、丁', '--elect', '3') == ''
    assert said('甲、乙、丙、丁、戊、己', '--elect', '5') == ''
    assert 'at least 8' in said('甲、乙、丙、丁、戊、己、庚', '--elect', '6')
    assert said('甲', '--elect', '1', '--equal') == ''
    assert 'as many should stand' in said('甲、乙', '--elect', '1', '--equal')
    assert said('甲、乙') == ''
    cli.ok('add', 'rule', 'key=election.surplus_min', 'value=0.5', 'reason=本单位规定')
    assert 'at least 5' in said('甲、乙、丙、丁', '--elect', '3')


@case
def candidates_of_a_meeting_are_those_voted_on(cli):
    branch(cli)
    cli.refused('export', 'ballot', '--meeting', '1', '--to', cli.path('x.pdf'))
    cli.ok('add', 'resolution', 'meeting=换届选举大会', 'kind=选举', 'subject=选举委员', 'person=张三', 'entitled=5', 'present=5')
    cli.ok('add', 'resolution', 'meeting=换届选举大会', 'kind=选举', 'subject=王二', 'entitled=5', 'present=5')
    said = text(cli, 'tally', '--meeting', '1', '--elect', '1')
    assert '1　张三' in said and '2　王二' in said and '换届选举大会　2026年12月5日' in said, said
    assert '应到会有选举权的党员 5 人，实到 5 人。发出选票 ＿＿＿ 张，收回 ＿＿＿ 张，其中有效票 ＿＿＿ 张，无效票 ＿＿＿ 张。' in said
    assert '总监票人：' in said and '监票人：' in said and '计票人：' in said and '画“正”字' in said
    found = pages(cli, 'ballot', '--meeting', '1', '--elect', '1')
    assert len(found) == 1 and found[0].count('张三') == 2 and '换届选举大会' in found[0]


@case
def name_cards_have_each_name_twice(cli):
    branch(cli)
    found = pages(cli, 'name-cards', '--meeting', '1')
    assert len(found) == 5, found
    cli.ok('export', 'name-cards', '--branch', BRANCH, '--per-page', '4', '--to', cli.path('four.pdf'))
    boxes = subprocess.run(['pdftotext', '-bbox', cli.path('four.pdf'), '-'], capture_output=True, text=True, check=True).stdout
    letters = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', boxes)
    assert sum(word.count('吐') for *_, word in letters) == 2, letters
    assert all(0 <= float(x) and float(x2) <= 596 and 0 <= float(y) and float(y2) <= 842.5 for x, y, x2, y2, _ in letters), letters
    assert text(cli, 'name-cards', '--names', '甲、乙，丙') == '甲\n乙\n丙\n'


@case
def seats_begin_in_the_middle(cli):
    branch(cli)
    said = text(cli, 'seats', '--names', '甲、乙、丙、丁、戊、己、庚', '--per-row', '5')
    assert '5：戊　3：丙　1：甲　2：乙　4：丁' in said and '6：己　7：庚' in said and '左手为上' in said, said
    said = text(cli, 'seats', '--names', '甲、乙、丙', '--right-first', '--title', '表彰大会座次表')
    assert '2：乙　1：甲　3：丙' in said and '右手为上' in said and said.startswith('表彰大会座次表'), said
    assert '换届选举大会座次表' in pages(cli, 'seats', '--meeting', '1')[0]


@case
def useless_options_are_refused(cli):
    branch(cli)
    file = cli.path('x.pdf')
    assert '--elect' in cli.refused('export', 'seats', '--names', '甲', '--elect', '1', '--to', file, status=2)
    assert '--per-row' in cli.refused('export', 'ballot', '--names', '甲', '--per-row', '3', '--to', file, status=2)
    assert '--names' in cli.refused('export', 'minutes', '--meeting', '1', '--names', '甲', '--to', file, status=2)
    assert '--names' in cli.refused('export', 'members', '--names', '甲', '--to', file, status=2)
    cli.refused('export', 'ballot', '--names', '甲', '--per-page', '3', '--to', file, status=2)
    cli.refused('export', 'ballot', '--names', '甲', '--copies', '-1', '--to', file, status=2)
    cli.refused('export', 'name-cards', '--names', ' 、 ', '--to', file)


main()
