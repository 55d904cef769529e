# SPDX-License-Identifier: GPL-3.0-or-later
"""Oath ceremonies kept without a window."""
import os
import re
import subprocess

from zhibu_cli import case, main


def house(cli):
    """A branch with a secretary and two probationers: 李四 was accepted 50 days ago, 王五 20 days ago."""
    cli.as_of = '2026-04-30'
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司支部委员会', 'kind=党支部', 'short_name=云溪党支部', 'opened_on=2012-01-01')
    cli.ok('add', 'member', 'name=张三', 'category=full', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01', 'branch=云溪党支部')
    cli.ok('add', 'member', 'name=李四', 'category=probationary', 'joined_on=2026-03-11', 'branch=云溪党支部', 'introducer1=张三')
    cli.ok('add', 'member', 'name=王五', 'category=probationary', 'joined_on=2026-04-10', 'branch=云溪党支部')


def ceremony(cli, *words):
    return cli.json('add', 'ceremony', 'org=云溪党支部', 'type=入党宣誓', *words)


def text_of(pdf):
    return subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout


@case
def who_has_not_sworn(cli):
    house(cli)
    waiting = cli.json('oaths')
    assert [(one['name'], one['days'], one['late'], one['planned']) for one in waiting] == [('李四', 50, True, None), ('王五', 20, False, None)]
    ceremony(cli, 'planned_on=2026-05-10', 'people=李四')
    assert [(one['name'], one['planned']) for one in cli.json('oaths', '--branch', '云溪党支部')] == [('李四', '2026-05-10'), ('王五', None)]
    ceremony(cli, 'held_on=2026-04-29', 'people=李四、王五', 'title=四月宣誓')
    assert cli.json('oaths') == []
    assert cli.ok('oaths').count('\n') == 1
    cli.refused('oaths', '--branch', '没有')
    cli.refused('oaths', '多余', status=2)


@case
def a_ceremony_in_one_step(cli):
    house(cli)
    made = ceremony(cli, 'held_on=2026-04-20', 'started_at=9:00', 'place=云溪革命纪念馆', 'chair=张三', 'leader=张三', 'people=李四,王五')
    shown = cli.json('show', 'ceremony', made['uid'])
    assert (shown['title'], shown['type'], shown['text']) == ('入党宣誓仪式', 'oath', 'constitution'), shown
    assert [(p['number'], p['name'], p['role'], p['joined_on'], p['introducers']) for p in shown['people']] == [
        (1, '李四', 'swearer', '2026-03-11', '张三'), (2, '王五', 'swearer', '2026-04-10', None)], shown['people']
    assert [step['kind'] for step in shown['programme']][:5] == ['opening', 'names', 'internationale', 'address', 'oath']
    meeting = cli.json('show', 'meeting', shown['meeting'])
    assert (meeting['kind'], meeting['state'], meeting['place'], meeting['count']['expected']) == ('ceremony', 'held', '云溪革命纪念馆', 3), meeting
    told = cli.ok('show', 'ceremony', made['uid'])
    assert '宣誓人\t2\t王五' in told and '议程\t5\t新党员面向党旗宣誓' in told, told
    assert len(cli.json('list', 'ceremony')) == 1
    # One change: one undo takes all of it back, one redo brings it again.
    cli.ok('undo')
    assert cli.json('list', 'ceremony') == cli.json('list', 'meeting') == cli.json('list', 'ceremony_person') == []
    cli.ok('redo')
    assert len(cli.json('list', 'ceremony_person')) == 2


@case
def people_come_later_and_names_are_corrected(cli):
    house(cli)
    made = ceremony(cli, 'held_on=2026-04-20', 'people=李四')
    cli.ok('do', 'ceremony', made['uid'], 'people', 'people=李四、王五')
    cli.ok('set', 'member', '李四', 'name=李思')
    names = [p['name'] for p in cli.json('show', 'ceremony', made['uid'])['people']]
    assert names == ['李四', '王五'], names
    cli.ok('do', 'ceremony', made['uid'], 'freeze')
    names = [p['name'] for p in cli.json('show', 'ceremony', made['uid'])['people']]
    assert names == ['李思', '王五'], names
    assert 'people' in cli.ok('do', 'ceremony', made['uid'])
    cli.refused('do', 'ceremony', made['uid'], 'people', status=2)
    cli.refused('do', 'ceremony', made['uid'], 'people', 'people=没有此人')
    cli.refused('do', 'ceremony', made['uid'], 'freeze', 'now=1', status=2)


@case
def its_papers(cli):
    house(cli)
    ceremony(cli, 'held_on=2026-04-20', 'started_at=9:00', 'place=云溪革命纪念馆', 'chair=张三', 'leader=张三', 'people=李四,王五')
    for paper, words in (('oath', ('入党誓词', '永不叛党')), ('programme', ('新党员面向党旗宣誓',)), ('swearers', ('李四', '王五')),
                         ('certificates', ('李四', '王五')), ('sign-in', ('张三',))):
        file = cli.path(paper + '.pdf')
        cli.ok('export', paper, '--meeting', '1', '--to', file)
        told = re.sub(r'\s', '', text_of(file))
        for word in words:
            assert word in told, (paper, word, told)
    assert os.path.getsize(cli.path('oath.pdf')) > 1000


@case
def a_theme_day_becomes_one(cli):
    house(cli)
    cli.ok('add', 'meeting', 'org=云溪党支部', 'kind=主题党日', 'held_on=2026-04-25', 'title=参观纪念馆')
    cli.ok('add', 'agenda_item', 'meeting=参观纪念馆', 'title=参观', 'number=1')
    cli.ok('add', 'ceremony', 'meeting=参观纪念馆', 'type=重温入党誓词', 'people=张三、李四')
    shown = cli.json('show', 'ceremony', '重温入党誓词仪式')
    assert [step['title'] for step in shown['programme']] == ['参观'] and len(shown['people']) == 2
    assert len(cli.json('list', 'meeting')) == 1
    # To re-affirm is not to swear.
    assert [one['name'] for one in cli.json('oaths')] == ['李四', '王五']


@case
def nonsense_is_refused_and_nothing_changes(cli):
    house(cli)
    for words in (['held_on=2026-05-01'], ['planned_on=某天'], ['held_on=2026-04-01', 'people=没有此人'], ['held_on=2026-04-01', 'text=背诵'],
                  ['meeting=没有这个会'], ['held_on=2026-04-01', 'started_at=15:00', 'ended_at=14:00']):
        cli.refused('add', 'ceremony', 'org=云溪党支部', 'type=入党宣誓', *words)
    cli.refused('add', 'ceremony', 'org=云溪党支部', 'held_on=2026-04-01')
    cli.refused('add', 'ceremony', 'type=入党宣誓', 'held_on=2026-04-01')
    cli.refused('add', 'ceremony', 'org=云溪党支部', 'type=入党宣誓', 'colour=red', status=2)
    assert cli.json('list', 'meeting') == cli.json('list', 'ceremony') == []


@case
def what_cannot_be_is_found(cli):
    house(cli)
    ceremony(cli, 'held_on=2026-04-01', 'people=李四、王五', 'chair=张三', 'contents=宣誓')
    found = [f['rule'] for f in cli.json('show', 'meeting', '入党宣誓仪式')['findings']]
    assert 'oath-before-admission' in found, found


main()
