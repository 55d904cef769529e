# SPDX-License-Identifier: GPL-3.0-or-later
"""Volunteer service kept without a window."""
import csv
import re
import subprocess

from zhibu_cli import case, main


def house(cli):
    cli.as_of = '2026-11-20'
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司支部委员会', 'kind=党支部', 'short_name=云溪党支部', 'opened_on=2012-01-01')
    for name in ('张三', '李四', '王五'):
        cli.ok('add', 'member', f'name={name}', 'category=full', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01', 'branch=云溪党支部', 'sex=男')
    cli.ok('add', 'team', 'name=红帆服务队', 'kind=志愿服务队', 'org=云溪党支部', 'captain=张三')
    cli.ok('add', 'team_member', 'team=红帆服务队', 'person=李四', 'joined_on=2026-01-01')


def activity(cli, *words):
    return cli.json('add', 'service_activity', 'title=清洁日', 'org=云溪党支部', 'held_on=2026-10-31', 'started_at=9:00', 'ended_at=11:30',
                    'place=云溪社区', *words)


def text_of(pdf):
    told = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    return re.sub(r'\s', '', told)


def rows_of(cli, roster, *words):
    file = cli.path(roster + '.csv')
    cli.ok('export', roster, '--to', file, '--force', *words)
    with open(file, encoding='utf-8-sig', newline='') as source:
        return list(csv.reader(source))


@case
def an_activity_from_sign_up_to_hours(cli):
    house(cli)
    made = activity(cli, 'responsible=张三', 'people=张三、王五', 'needed=3')
    meeting = cli.json('show', 'meeting', '清洁日')
    assert (meeting['kind'], meeting['count']['expected'], meeting['chair']) == ('service', 2, '张三'), meeting
    cli.refused('do', 'service_activity', made['uid'], 'credit')
    cli.ok('roll', '清洁日', '缺', '2')
    cli.ok('roll', '清洁日', '全到')
    cli.ok('do', 'service_activity', made['uid'], 'credit')
    hours = cli.json('list', 'service_hours')
    assert [(h['person'], h['hours'], h['source'], h['confirmed_by']) for h in hours] == [('张三', 2.5, 'measured', '张三')], hours
    shown = cli.json('show', 'service_activity', made['uid'])
    assert len(shown['hours']) == 1 and shown['findings'] == [], shown
    cli.ok('do', 'service_activity', made['uid'], 'credit', 'by=李四')
    assert len(cli.json('list', 'service_hours')) == 1
    assert '计入时长' in cli.ok('do', 'service_activity', made['uid'])
    # One change: one undo.
    cli.ok('add', 'service_hours', 'person=王五', 'on=2026-10-01', 'hours=1.5', 'contents=送餐', 'source=登记表', 'confirmed_by=张三')
    cli.ok('undo')
    assert len(cli.json('list', 'service_hours')) == 1


@case
def who_signs_up(cli):
    house(cli)
    one = activity(cli, 'team=红帆服务队')
    assert [r['name'] for r in cli.json('list', 'attendance')] == ['李四']
    cli.ok('do', 'service_activity', one['uid'], 'enrol-all')
    assert sorted(r['name'] for r in cli.json('list', 'attendance')) == sorted(['李四', '张三', '王五'])
    cli.ok('add', 'service_activity', 'title=植树', 'org=云溪党支部', 'planned_on=2027-03-12', 'people=全体')
    assert len(cli.json('list', 'attendance')) == 6
    # A meeting of that kind is an activity, however it is entered.
    cli.ok('add', 'meeting', 'org=云溪党支部', 'kind=志愿服务活动', 'held_on=2026-11-01', 'title=巡河')
    assert cli.json('show', 'service_activity', '巡河')['meeting'] == '巡河'
    refused = cli.json('show', 'service_activity', '巡河')
    cli.refused('do', 'service_activity', refused['uid'], 'enrol-team')
    assert 'nobody-in-charge' in refused['findings'], refused


@case
def hours_of_what_is_cancelled_are_taken_back_first(cli):
    house(cli)
    made = activity(cli, 'responsible=张三', 'people=张三')
    cli.ok('do', 'service_activity', made['uid'], 'enrol', 'person=李四', 'shift=下午')
    assert cli.json('list', 'attendance')[1]['shift'] == '下午'
    cli.ok('set', 'service_activity', made['uid'], 'shifts=上午')
    assert '夜里' in cli.refused('do', 'service_activity', made['uid'], 'enrol', 'person=王五', 'shift=夜里')
    cli.ok('roll', '清洁日', '全到')
    cli.ok('do', 'service_activity', made['uid'], 'credit')
    assert '5 hours' in cli.refused('do', 'meeting', '清洁日', 'reopen')
    cli.refused('do', 'service_activity', made['uid'], 'uncredit')
    cli.ok('do', 'service_activity', made['uid'], 'uncredit', 'why=活动取消', 'by=张三')
    assert [h['hours'] for h in cli.json('list', 'service_hours')] == [2.5, 2.5, -2.5, -2.5]
    cli.ok('do', 'meeting', '清洁日', 'reopen')
    assert [f for f in cli.json('check') if f['rule'].startswith('hours')] == []


@case
def hours_are_corrected_by_other_rows(cli):
    house(cli)
    cli.ok('add', 'service_hours', 'person=张三', 'on=2026-05-04', 'hours=13', 'contents=防汛', 'source=登记表', 'confirmed_by=李四')
    assert [f['rule'] for f in cli.json('check')].count('too-many-hours') == 1
    assert '13' in cli.ok('show', 'service_hours', '#1')
    cli.refused('set', 'service_hours', '#1', 'hours=3')
    cli.refused('do', 'service_hours', '#1', 'correct', 'hours=3')
    cli.ok('do', 'service_hours', '#1', 'correct', 'hours=3', 'why=多记一天', 'by=李四')
    shown = cli.json('show', 'service_hours', '#1')
    assert [c['hours'] for c in shown['corrections']] == [-10.0] and shown['findings'] == [], shown
    assert cli.json('show', 'member', '张三')['service'] == {'hours': 3.0, 'hours_year': 3.0, 'stars': 0}
    for words in (['hours=0'], ['hours=-1'], ['hours=2', 'corrects=#1'], ['hours=-4', 'corrects=#1', 'why=算错', 'source=更正']):
        cli.refused('add', 'service_hours', 'person=张三', 'on=2026-05-04', 'contents=防汛', 'source=登记表', 'confirmed_by=李四', *words)
    assert len(cli.json('list', 'service_hours')) == 2


@case
def certificates_and_stars(cli):
    house(cli)
    for month in range(1, 11):
        cli.ok('add', 'service_hours', 'person=张三', f'on=2026-{month:02}-15', 'hours=10.5', 'contents=社区值守', 'source=登记表', 'confirmed_by=李四')
    made = cli.json('do', 'member', '张三', 'certify', 'from=2026-01-01', 'to=2026-06-30', 'handler=李四', 'phone=19900000021')
    assert (made['number'], made['hours'], made['issuer'], made['name']) == ('2026-0001', 63.0, '中共云溪公司支部委员会', '张三'), made
    assert made['contents'] == '社区值守（6次，63小时）', made
    again = cli.json('add', 'service_certificate', 'person=张三', 'from=2026-07-01', 'to=2026-07-31', 'handler=李四')
    assert (again['number'], again['hours']) == ('2026-0002', 10.5), again
    assert cli.json('show', 'member', '张三')['service']['stars'] == 1
    assert '一星' in cli.ok('show', 'member', '张三')
    cli.refused('do', 'member', '李四', 'certify', 'from=2026-01-01', 'to=2026-06-30', 'handler=张三')
    cli.refused('do', 'member', '张三', 'certify', 'from=2026-01-01', 'to=2026-06-30')
    cli.refused('set', 'service_certificate', '2026-0001', 'hours=630')
    assert 'certify' in cli.ok('do', 'member', '张三')
    file = cli.path('certificate.pdf')
    cli.ok('export', 'service-certificate', '--certificate', '2026-0001', '--to', file)
    told = text_of(file)
    for word in ('志愿服务记录证明', '2026-0001', '张三', '63小时', '社区值守', '李四', '19900000021', '盖章', '中共云溪公司支部委员会'):
        assert word in told, (word, told)
    cli.refused('export', 'service-certificate', '--to', file, '--force', status=2)
    # The number of the ID card stands there only when asked for, masked or whole; whole is noted.
    number = '990101198003050011'
    cli.ok('set', 'member', '张三', f'id_number={number}')
    for choice, inside, outside in ((None, None, '0011'), ('masked', '990101********0011', number), ('whole', number, '***')):
        words = ['--id-number', choice] if choice else []
        cli.ok('export', 'service-certificate', '--certificate', '2026-0001', '--to', file, '--force', *words)
        told = text_of(file)
        assert (inside is None or inside in told) and outside not in told, (choice, told)
    taken = [a['private'] for a in cli.json('log', '--access') if a.get('format')]
    assert sorted(taken, key=str) == [None, None, None, 'id_number'], taken
    cli.refused('export', 'service-certificate', '--certificate', '2026-0001', '--id-number', 'half', '--to', file, '--force', status=2)
    cli.refused('export', 'members', '--id-number', 'masked', '--to', cli.path('m.csv'), status=2)


@case
def its_lists(cli):
    house(cli)
    made = activity(cli, 'responsible=张三', 'people=全体', 'team=红帆服务队')
    for seat in cli.json('list', 'attendance'):
        cli.ok('set', 'attendance', seat['uid'], 'state=到会')
    cli.ok('do', 'service_activity', made['uid'], 'credit')
    cli.ok('add', 'service_hours', 'person=王五', 'on=2026-03-05', 'hours=30', 'contents=送餐', 'source=登记表', 'confirmed_by=张三')
    cli.ok('add', 'volunteer', 'person=李四', 'community=云溪社区', 'reported_on=2026-02-01', 'slip=报2026-7', 'skills=电工')
    mine = rows_of(cli, 'service-person', '--member', '王五', '--year', '2026')
    assert [row[3] for row in mine[1:3]] == ['送餐', '清洁日'] or any('送餐' in ''.join(row) for row in mine), mine
    year = rows_of(cli, 'service-hours', '--year', '2026')
    names = [row[1] for row in year[1:4]]
    # In the order of names, whoever has more hours.
    assert names != [] and set(names) == {'张三', '李四', '王五'}, year
    reported = rows_of(cli, 'reported')
    assert any('李四' in ''.join(row) and '报2026-7' in ''.join(row) for row in reported), reported
    teams = rows_of(cli, 'service-teams', '--year', '2026')
    assert any('红帆服务队' in ''.join(row) and '李四' in ''.join(row) for row in teams), teams
    orgs = rows_of(cli, 'service-year', '--year', '2026')
    assert any('云溪党支部' in ''.join(row) and '37.5' in ''.join(row) for row in orgs), orgs
    cli.ok('do', 'member', '王五', 'certify', 'from=2026-01-01', 'to=2026-11-01', 'handler=李四')
    assert any('2026-0001' in ''.join(row) for row in rows_of(cli, 'certificates-issued'))
    assert any('清洁日' in ''.join(row) for row in rows_of(cli, 'service-activities'))
    file = cli.path('sign-in.pdf')
    cli.ok('export', 'sign-in', '--meeting', '清洁日', '--to', file)
    assert '王五' in text_of(file)


main()
