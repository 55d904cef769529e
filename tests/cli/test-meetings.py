# SPDX-License-Identifier: GPL-3.0-or-later
"""A branch's organisational life kept without a window. Every number is counted by hand from the house below."""
from zhibu_cli import case, main

ASSEMBLY = '讨论李四转正'


def house(cli):
    """A branch of seven full members, three of them its committee, and a probationer; another branch beside it.

    In the order of posts, then strokes of the surname: 1 张三, 2 王二, 3 丁一, 4 孙七, 5 李四 (probationary), 6 周八, 7 赵五, 8 钱六.
    """
    cli.as_of = '2026-04-30'
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司委员会', 'kind=党委', 'short_name=公司党委', 'opened_on=2012-01-01')
    for name in ('第一', '第二'):
        cli.ok('add', 'organization', f'name=中共云溪公司{name}支部委员会', 'kind=党支部', f'short_name={name}党支部', 'parent=公司党委',
               'opened_on=2012-01-01')
    for name in ('张三', '王二', '丁一', '赵五', '钱六', '孙七', '周八'):
        cli.ok('add', 'member', f'name={name}', 'category=full', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=李四', 'category=probationary', 'joined_on=2025-04-10', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=郑九', 'category=full', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01', 'branch=第二党支部')
    for name, post in (('张三', '书记'), ('王二', '组织委员'), ('丁一', '宣传委员')):
        cli.ok('add', 'post', 'org=第一党支部', f'person={name}', f'post={post}', 'started_on=2024-01-01')


def roll(cli, meeting=ASSEMBLY):
    """The roll as {number: (name, state, reason)}, and its figures."""
    found = cli.json('roll', meeting)
    return {row['seat']: (row['name'], row['state'], row['reason']) for row in found['rows']}, found['count']


def figures(count):
    assert count['expected'] == count['present'] + count['excused'] + count['absent'], count
    return tuple(count[name] for name in ('expected', 'present', 'excused', 'absent', 'unmarked'))


def assembly(cli):
    """The plan's assembly of 15 April, held from two to half past three."""
    cli.ok('add', 'plan_item', 'org=第一党支部', 'month=2026-04', 'kind=大会', f'title={ASSEMBLY}', 'preparer=张三')
    cli.ok('do', 'plan_item', ASSEMBLY, 'meet', 'on=2026-04-15')
    cli.ok('do', 'meeting', ASSEMBLY, 'hold', 'on=2026-04-15', 'started_at=下午2:00', 'ended_at=15:30', 'place=三楼会议室')


@case
def a_month_is_kept_whole(cli):
    house(cli)
    # The committee first, whose three members are expected.
    committee = cli.json('add', 'meeting', 'org=第一党支部', 'kind=支委会', 'held_on=2026-04-08', 'started_at=9:00', 'ended_at=10:00',
                         'chair=张三', 'recorder=王二', 'contents=审查李四同志的转正申请，同意提交党员大会讨论')
    assert (committee['title'], committee['number'], committee['state'], committee['hours']) == ('2026年第1次支部委员会', 1, 'held', 1.0)
    assert figures(roll(cli, committee['uid'])[1]) == (3, 0, 0, 3, 3)
    cli.ok('roll', committee['title'], '全到')
    cli.ok('add', 'resolution', f'meeting={committee["title"]}', 'kind=转正', 'subject=同意提交大会讨论', 'person=李四', 'entitled=3', 'present=3',
           'written=0', 'votes_for=3', 'votes_against=0', 'abstained=0')
    # The assembly out of the plan: eight are expected, seven have a vote.
    assembly(cli)
    people, count = roll(cli)
    assert [people[seat][0] for seat in range(1, 9)] == ['张三', '王二', '丁一', '孙七', '李四', '周八', '赵五', '钱六']
    assert (count['voters'], figures(count)) == (7, (8, 0, 0, 8, 8))
    cli.ok('set', 'meeting', ASSEMBLY, 'chair=张三', 'recorder=王二', 'contents=李四同志汇报一年来的情况，与会党员充分讨论', 'decisions=同意按期转正')
    cli.ok('add', 'agenda_item', f'meeting={ASSEMBLY}', 'number=1', 'title=李四汇报预备期情况', 'speaker=李四')
    cli.ok('roll', ASSEMBLY, '缺 3 看病； 假 7 出差')
    people, count = roll(cli)
    assert people[3] == ('丁一', 'absent', '看病') and people[7] == ('赵五', 'excused', '出差') and people[1][1] is None
    assert figures(count) == (8, 0, 1, 7, 6)
    cli.ok('roll', ASSEMBLY, '全到')
    people, count = roll(cli)
    assert (figures(count), count['voters'], count['voters_present']) == ((8, 6, 1, 1, 0), 7, 5)
    assert people[3] == ('丁一', 'absent', '看病'), 'what was marked stays'
    # Seven are entitled: four must be there and four in favour.
    cli.ok('add', 'resolution', f'meeting={ASSEMBLY}', 'number=1', 'kind=转正', 'subject=李四同志按期转正', 'person=李四', 'method=票决', 'entitled=7',
           'present=5', 'written=0', 'votes_for=4', 'votes_against=1', 'abstained=0')
    shown = cli.json('show', 'meeting', ASSEMBLY)
    assert [item['title'] for item in shown['agenda']] == ['李四汇报预备期情况']
    assert [vote['subject'] for vote in shown['resolutions']] == ['李四同志按期转正']
    assert 'at least 4 are needed: enough' in shown['resolutions'][0]['working'] and shown['resolutions'][0]['working'].endswith('Passed.')
    assert shown['findings'] == [] and shown['hours'] == 1.5 and shown['chair'] == '张三'
    text = cli.ok('show', 'meeting', ASSEMBLY)
    assert 'Expected 8, present 6, excused 1, absent 1' in text and 'Passed.' in text and '李四汇报预备期情况' in text
    cli.ok('do', 'member', '李四', 'confirm', 'on=2026-04-15')
    # Two were not there; both make up for it and get their hours.
    due = {d['title']: d['words'] for d in cli.json('due') if d['kind'] == 'make-up'}
    assert sorted(due) == ['丁一', '赵五'] and '1.5' in due['丁一']
    cli.ok('set', 'attendance', f'3@{ASSEMBLY}', 'made_up_on=2026-04-20', 'made_up_how=自学', 'made_up_hours=1.5', 'made_up_with=王二')
    cli.ok('set', 'attendance', f'赵五@{ASSEMBLY}', 'made_up_on=2026-04-22', 'made_up_how=送学上门', 'made_up_hours=1')
    assert not [d for d in cli.json('due') if d['kind'] == 'make-up']
    study = {one['name']: (one['hours'], one['needed'], one['lacking']) for one in cli.json('study', '--branch', '第一党支部')}
    assert study['张三'] == (2.5, 56, 53.5), 'an hour of the committee and one and a half of the assembly'
    assert study['丁一'] == (2.5, 56, 53.5) and study['赵五'] == (1.0, 32, 31.0) and study['李四'] == (1.5, 32, 30.5)
    mine = cli.json('study', '--member', '赵五')
    assert [(one['on'], one['hours'], one['made_up']) for one in mine] == [('2026-04-22', 1.0, True)]
    # The month has its committee and its assembly; the theme day is still open, the first quarter is a gap.
    rows = {row['kind']: row for row in cli.json('year', '--branch', '第一党支部')}
    assert rows['assembly']['held'] == [0, 0, 0, 1] + [0] * 8 and rows['assembly']['cells'][0] == 'gap'
    assert (rows['assembly']['done'], rows['assembly']['demanded']) == (1, 2)
    assert rows['committee']['cells'][:5] == ['gap', 'gap', 'gap', 'held', 'none'] and rows['theme_day']['cells'][3] == 'open'
    assert {d['words'].split(' was')[0] for d in cli.json('due') if d['kind'] == 'meeting' and d['on'] == '2026-04-30'} == {'第一党支部: 主题党日', '第二党支部: 主题党日'}
    titles = [line['title'] for line in cli.json('list', 'meeting', '--branch', '第一党支部', '--from', '2026-04', '--to', '2026-04-15')]
    assert titles == ['2026年第1次支部委员会', ASSEMBLY]
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=党课', 'planned_on=2027-03-02', 'title=明年的党课')
    assert '2027.03.02' in cli.ok('list', 'meeting', '--from', '2027'), 'a day that is planned'
    found = [(f['rule'], f['title']) for f in cli.json('check') if f['kind'] == 'meeting']
    assert found == [], found
    assert '缺' in cli.ok('year') and '1/2' in cli.ok('year', '--branch', '第一党支部')


@case
def a_mark_is_taken_back_as_it_was_made(cli):
    house(cli)
    assembly(cli)
    cli.ok('roll', ASSEMBLY, '缺', '3', '5-6', '病假')
    assert figures(roll(cli)[1]) == (8, 0, 0, 8, 5)
    assert roll(cli)[0][6] == ('周八', 'absent', '病假')
    cli.ok('undo')
    assert figures(roll(cli)[1]) == (8, 0, 0, 8, 8)
    cli.ok('redo')
    assert figures(roll(cli)[1]) == (8, 0, 0, 8, 5)
    cli.ok('roll', ASSEMBLY, '到 3')
    assert roll(cli)[0][3] == ('丁一', 'present', None)


@case
def newcomers_are_added_in_place(cli):
    house(cli)
    assembly(cli)
    cli.ok('roll', ASSEMBLY, '--add', '郑九', '--guest', '陈老兵', '--observer', '王总')
    found = cli.json('roll', ASSEMBLY)
    assert [(row['seat'], row['name'], row['role'], row['voter']) for row in found['rows'][8:]] == [
        (9, '郑九', 'member', False), (10, '王总', 'observer', False), (11, '陈老兵', 'guest', False)]
    assert found['rows'][8]['place_of'] == '第二党支部'
    assert (found['count']['expected'], found['count']['guests'], found['count']['observers']) == (9, 1, 1)
    assert '郑九' in cli.refused('roll', ASSEMBLY, '--add', '郑九')
    assert '第一党支部' in cli.ok('roll', ASSEMBLY, '--why', '8') and '2026.04.15' in cli.ok('roll', ASSEMBLY, '--why', '8')
    cli.refused('roll', ASSEMBLY, '--why', '12')
    cli.refused('roll', ASSEMBLY, '--why', '8', '--refresh', status=2)


@case
def the_roll_is_that_of_the_day(cli):
    house(cli)
    assembly(cli)
    cli.ok('roll', ASSEMBLY, '假 8 探亲')
    # 孙七 had left before, 钱六 too: the free row follows, the marked one stays as it was signed.
    cli.ok('do', 'member', '孙七', 'move', 'to=第二党支部', 'on=2026-04-01')
    cli.ok('do', 'member', '钱六', 'move', 'to=第二党支部', 'on=2026-04-01')
    cli.ok('roll', ASSEMBLY, '--refresh')
    people, count = roll(cli)
    assert '孙七' not in {name for name, _, _ in people.values()} and people[8] == ('钱六', 'excused', '探亲')
    assert count['expected'] == 7
    # Who moves later stays on it.
    cli.ok('do', 'member', '周八', 'move', 'to=第二党支部', 'on=2026-04-16')
    cli.ok('roll', ASSEMBLY, '--refresh')
    assert figures(roll(cli)[1])[0] == 7


@case
def who_is_exempt_is_not_expected_and_told_why(cli):
    house(cli)
    cli.ok('add', 'exemption', 'person=周八', 'kind=因病', 'started_on=2026-03-01', 'ended_on=2026-05-31', 'reason=住院治疗')
    assembly(cli)
    assert figures(roll(cli)[1])[0] == 7
    assert '住院治疗' in cli.ok('roll', ASSEMBLY, '--why', '6')
    assert cli.json('show', 'exemption', '周八')['reason'] == '住院治疗'


@case
def one_occasion_is_recorded_as_several_kinds(cli):
    house(cli)
    assembly(cli)
    cli.ok('roll', ASSEMBLY, '全到')
    cli.ok('do', 'meeting', ASSEMBLY, 'beside', 'kind=党课')
    lecture = cli.json('show', 'meeting', '2026年第1次党课')
    assert (lecture['held_on'], lecture['place'], lecture['count']['present']) == ('2026-04-15', '三楼会议室', 8)
    assert 'beside' in cli.ok('do', 'meeting', ASSEMBLY) and 'meet' in cli.ok('do', 'plan_item', ASSEMBLY)
    cli.refused('do', 'meeting', ASSEMBLY, 'beside', status=2)
    cli.refused('do', 'meeting', ASSEMBLY, 'beside', 'kind=跳舞')


@case
def steps_go_to_and_fro(cli):
    house(cli)
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=主题党日', 'planned_on=2026-05-06', 'title=走进纪念馆')
    assert cli.json('show', 'meeting', '走进纪念馆')['state'] == 'planned'
    assert '2026.05.06' in cli.refused('roll', '走进纪念馆', '全到')
    cli.refused('do', 'meeting', '走进纪念馆', 'hold', 'on=2026-05-06')
    cli.ok('do', 'meeting', '走进纪念馆', 'cancel', 'reason=防汛')
    cli.refused('do', 'meeting', '走进纪念馆', 'hold', 'on=2026-04-06')
    cli.refused('roll', '走进纪念馆', '全到')
    cli.ok('do', 'meeting', '走进纪念馆', 'reopen')
    cli.ok('do', 'meeting', '走进纪念馆', 'hold', 'on=2026-04-29', 'started_at=8:00', 'ended_at=11:30')
    meeting = cli.json('show', 'meeting', '走进纪念馆')
    assert (meeting['state'], meeting['held_on'], meeting['hours']) == ('held', '2026-04-29', 4.0), 'half a day'
    cli.refused('set', 'meeting', '走进纪念馆', 'state=planned', status=2)


@case
def things_are_found_by_name(cli):
    house(cli)
    cli.ok('add', 'venue', 'name=云溪革命纪念馆', 'address=云溪市红旗路1号', 'red_base=是')
    for branch in ('第一党支部', '第二党支部'):
        cli.ok('add', 'meeting', f'org={branch}', 'kind=党课', 'held_on=2026-04-02', 'title=专题党课', 'venue=云溪革命纪念馆', 'lecturer=陈老兵')
    assert '@第一党支部' in cli.refused('show', 'meeting', '专题党课')
    meeting = cli.json('show', 'meeting', '专题党课@第二党支部')
    assert (meeting['org'], meeting['venue'], meeting['lecturer']) == ('中共云溪公司第二支部委员会', '云溪革命纪念馆', '陈老兵')
    assert len(cli.json('list', 'meeting', '--where', 'venue=云溪革命纪念馆')) == 2
    assert len(cli.json('list', 'meeting', '--branch', '第二党支部')) == 1
    assert len(cli.json('list', 'meeting', '--where', '会议类型=党课 且 召开日期>=2026-04-02')) == 2
    assert [m['name'] for m in cli.json('list', 'member', '--branch', '第二党支部')] == ['郑九']
    cli.refused('list', 'member', '--from', '2026-01-01', status=2)
    cli.refused('list', 'rule', '--branch', '第一党支部', status=2)
    cli.refused('list', 'meeting', '--from', '昨天')


@case
def who_has_not_sworn_is_due(cli):
    house(cli)
    oaths = [d for d in cli.json('due') if d['kind'] == 'oath']
    assert [(d['title'], d['since'], d['on']) for d in oaths] == [('李四', '2025-04-10', '2025-05-10')]
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=仪式', 'held_on=2025-06-01', 'title=入党宣誓仪式', 'chair=王二', 'recorder=丁一', 'contents=宣誓')
    cli.ok('add', 'ceremony', 'meeting=入党宣誓仪式', 'type=入党宣誓', 'title=入党宣誓仪式', 'text=入党誓词')
    cli.ok('add', 'ceremony_person', 'ceremony=入党宣誓仪式', 'person=李四', 'role=宣誓人', 'name=李四')
    assert not [d for d in cli.json('due') if d['kind'] == 'oath']
    # The day before the ceremony it was still due.
    cli.as_of = '2025-05-31'
    assert [d['title'] for d in cli.json('due') if d['kind'] == 'oath'] == ['李四']


@case
def nonsense_is_refused_and_nothing_changes(cli):
    house(cli)
    assembly(cli)
    before = cli.json('list', 'meeting'), cli.json('list', 'attendance')
    for words in (['kind=大会', 'held_on=2026-04-01'], ['org=第一党支部', 'held_on=2026-04-01'], ['org=没有', 'kind=大会'],
                  ['org=第一党支部', 'kind=大会', 'held_on=2026-05-01'], ['org=第一党支部', 'kind=大会', 'held_on=2026-02-30'],
                  ['org=第一党支部', 'kind=大会', 'held_on=2026-04-01', 'started_at=15:00', 'ended_at=14:00'],
                  ['org=第一党支部', 'kind=大会', 'held_on=2026-04-02', 'held_until=2026-04-01'],
                  ['org=第一党支部', 'kind=大会', 'state=已召开'], ['org=第一党支部', 'kind=大会', 'held_on=2026-04-01', 'started_at=25:00']):
        cli.refused('add', 'meeting', *words)
    for marks in ('缺 9', '缺 0', '缺 3-99', '呵呵', '缺', '全到 3', '缺 3；呵呵 4'):
        cli.refused('roll', ASSEMBLY, marks)
    cli.refused('roll', '没有这个会', '全到')
    cli.refused('roll', ASSEMBLY, '--add', '没有此人')
    cli.refused('roll', ASSEMBLY, '--guest', '')
    cli.refused('do', 'plan_item', ASSEMBLY, 'meet', 'on=某天')
    cli.refused('do', 'plan_item', ASSEMBLY, 'meet', 'when=2026-04-01', status=2)
    cli.refused('set', 'attendance', f'3@{ASSEMBLY}', 'made_up_on=2026-05-20')
    cli.refused('roll', status=2)
    cli.refused('year', '--year', '-5', status=2)
    cli.refused('study', '--branch', '第一党支部', '--member', '张三', status=2)
    cli.refused('study', '--branch', '没有')
    assert (cli.json('list', 'meeting'), cli.json('list', 'attendance')) == before


@case
def it_speaks_chinese(cli):
    house(cli)
    assembly(cli)
    cli.env['LANGUAGE'] = 'zh_CN'
    assert '应到 8 人，实到 0 人' in cli.ok('roll', ASSEMBLY)
    assert '请在2026.04.30前召开' in cli.ok('due')
    assert '不是签到表上的序号' in cli.refused('roll', ASSEMBLY, '缺 9')


@case
def meetings_entered_out_of_order_are_numbered_anew(cli):
    house(cli)
    for day in ('2026-03-10', '2026-01-12', '2026-02-09'):
        cli.ok('add', 'meeting', 'org=第一党支部', 'kind=党课', f'held_on={day}')
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=主题党日', 'title=植树', 'held_on=2026-03-12')

    def numbers():
        return {row['held_on']: (row['number'], row['title']) for row in cli.json('list', 'meeting')}

    assert numbers()['2026-03-10'] == (1, '2026年第1次党课')
    assert 'renumber --branch' in cli.refused('renumber', status=2)
    assert cli.json('renumber', '--branch', '第一党支部', '--year', '2026') == {'changed': 3}
    # Titles made of the number follow it; the theme day stays the first of its kind.
    assert numbers() == {'2026-01-12': (1, '2026年第1次党课'), '2026-02-09': (2, '2026年第2次党课'), '2026-03-10': (3, '2026年第3次党课'),
                         '2026-03-12': (1, '植树')}
    assert cli.json('renumber', '--branch', '第一党支部') == {'changed': 0}
    cli.ok('undo')
    assert numbers()['2026-03-10'] == (1, '2026年第1次党课')


main()
