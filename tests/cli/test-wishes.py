# SPDX-License-Identifier: GPL-3.0-or-later
"""微心愿 by the command line: the whole way, steps out of order, and two programs that want the last piece."""
import json
import os
import subprocess

from zhibu_cli import case, main

ROUNDS = int(os.environ.get('ZB_RACE_ROUNDS', '25'))


def fill(cli, people=('王丁', '赵三')):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=党支部')
    for name in people:
        cli.ok('add', 'member', f'name={name}', 'branch=第一党支部', 'category=full', 'joined_on=2010-07', 'confirmed_on=2011-07')
    cli.ok('add', 'household', 'alias=张奶奶', 'name=张桂兰', 'phone=19900000011', 'address=云溪路1号', 'community=云溪社区', 'consent_on=2026-03-01')


def publish(cli, title='一件棉衣', *more):
    made = cli.json('add', 'wish', 'household=张奶奶', 'org=第一党支部', f'title={title}', 'collected_on=2026-03-01', *more)
    number = made['number']
    cli.ok('do', 'wish', number, 'check', 'on=2026-03-02', 'by=李测', 'words=独居，属实')
    cli.ok('do', 'wish', number, 'approve', 'on=2026-03-03', 'by=李测')
    cli.ok('do', 'wish', number, 'publish', 'on=2026-03-04')
    return number


def state(cli, number):
    return next(w for w in cli.json('list', 'wish') if w['number'] == number)['state']


@case
def whole_way(cli):
    fill(cli)
    number = publish(cli, '两件棉衣', 'quantity=2', '类别=衣物')
    assert number == '2026-0001', number
    cli.ok('do', 'wish', number, 'claim', 'on=2026-03-05', 'person=王丁', 'pieces=1', 'promised_on=2026-03-20')
    assert state(cli, number) == 'published'
    cli.ok('do', 'wish', number, 'claim', 'on=2026-03-05', 'partner=青石商行', 'promised_on=2026-03-25')
    assert state(cli, number) == 'claimed'
    for who in ('王丁', '青石商行'):
        cli.ok('do', 'claim', who, 'deliver', 'on=2026-03-10', 'what=棉衣', 'cost=199.90', 'witness1=李测', 'witness2=周六', 'hours=1.5')
    assert state(cli, number) == 'fulfilled'
    hours = cli.json('list', 'service_hours')
    assert [(h['person'], h['hours']) for h in hours] == [('王丁', 1.5)], hours
    cli.ok('do', 'wish', number, 'confirm', 'on=2026-03-10', 'by=本人')
    cli.ok('do', 'wish', number, 'visit', 'on=2026-03-20', 'by=李测', 'satisfaction=满意')
    cli.ok('do', 'wish', number, 'thank', 'on=2026-03-21')
    assert state(cli, number) == 'thanked'
    steps = [e['step_label'] for e in cli.json('list', 'wish_event')]
    assert steps == ['征集', '入户核实', '审核通过', '发布', '认领', '认领', '圆梦', '圆梦', '心愿人确认', '回访', '致谢办结'], steps
    cli.ok('check')


@case
def refused_in_words(cli):
    fill(cli)
    number = publish(cli)
    for words, told in [
            (('claim', 'on=2026-03-05', 'person=王丁', 'pieces=2', 'promised_on=2026-03-20'), '1 are left'),
            (('claim', 'on=2026-03-03', 'person=王丁', 'promised_on=2026-03-20'), '2026.03.04'),
            (('claim', 'on=2026-03-05', 'promised_on=2026-03-20'), 'not said who claims'),
            (('claim', 'on=2026-03-05', 'person=王丁', 'promised_on=2026-03-20', 'money=10.005'), '10.005'),
            (('claim', 'on=2026-03-05', 'person=王丁', 'promised_on=2026-03-20', 'money=-10'), '-10'),
            (('thank', 'on=2026-03-05'), '致谢办结')]:
        said = cli.refused('do', 'wish', number, *words)
        assert told in said and len(said.strip().splitlines()) == 1, said
    for field in ('title=给张桂兰买棉衣', 'title=棉衣（19900000099）', 'quantity=0'):
        cli.refused('set', 'wish', number, field)
    assert 'tells the household' in cli.refused('set', 'household', '张奶奶', 'alias=张桂兰')
    cli.refused('add', 'claim', 'wish=' + number, 'name=王丁', 'promised_on=2026-03-20', 'claimed_on=2026-03-05')
    assert state(cli, number) == 'published'


@case
def long_words(cli):
    """A wish of 10,000 characters goes into what was told, not onto the wall."""
    fill(cli)
    long = '冬' * 10000
    cli.refused('add', 'wish', 'household=张奶奶', 'org=第一党支部', 'title=' + long, 'collected_on=2026-03-01')
    made = cli.json('add', 'wish', 'household=张奶奶', 'org=第一党支部', 'title=取暖', 'details=' + long, 'collected_on=2026-03-01')
    assert made['number'] == '2026-0001'


@case
def lists_come_in(cli):
    """A sheet of wishes and one of claims: what a row cannot be is told in a sentence, and an import is one step back."""
    fill(cli)
    wishes = cli.write('wishes.csv', '征集日期,心愿人,联系电话,心愿内容,所在社区\n2026-03-01,张桂兰,19900000011,一袋米,云溪社区\n'
                       '2026-03-01,吴大山,19900000012,给吴大山一副拐杖,云溪社区\n')
    status, _, told = cli.run('import', 'wish', wishes, '--branch', '第一党支部')
    assert status == 1 and 'Row 3' in told and cli.json('list', 'wish') == [], told
    cli.ok('import', 'wish', wishes, '--branch', '第一党支部', '--skip-bad')
    made = cli.json('list', 'wish')
    assert [(w['number'], w['household'], w['state']) for w in made] == [('2026-0001', '张奶奶', 'collected')], made
    number = publish(cli)
    claims = cli.write('claims.csv', f'心愿编号,认领人,认领日期,承诺日期\n{number},王丁,2026-03-05,2026-03-20\n2026-0001,王丁,2026-03-05,2026-03-20\n')
    status, out, _ = cli.run('import', 'claim', claims, '--dry-run', '--json')
    told = json.loads(out)
    assert (told['new'], told['errors'], [p['row'] for p in told['problems']]) == (1, 1, [3]), told
    cli.ok('import', 'claim', claims, '--skip-bad')
    assert state(cli, number) == 'claimed'
    cli.ok('undo')
    assert state(cli, number) == 'published'
    cli.ok('check')


@case
def two_programs(cli):
    """Of two programs that claim the last piece in the same moment exactly one gets it, and the other is told."""
    fill(cli)
    cli.ok('add', 'rule', 'key=wish.claims_per_member', 'value=0', 'reason=不限')
    for _ in range(ROUNDS):
        number = publish(cli)
        command = [cli.CLI, '--registry', cli.registry, 'do', 'wish', number, 'claim', 'on=2026-03-05', 'promised_on=2026-03-20']
        running = [subprocess.Popen([*command, 'person=' + who], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=cli.env)
                   for who in ('王丁', '赵三')]
        told = [(*program.communicate(), program.returncode) for program in running]
        assert sorted(code for _, _, code in told) == [0, 1], told
        loser = next(error for _, error, code in told if code == 1)
        assert loser.strip() and len(loser.strip().splitlines()) == 1, loser
        mine = [c for c in cli.json('list', 'claim') if c['wish'] and c['state'] == 'active']
        assert len(mine) == _ + 1, mine
    cli.ok('check')


main()
