# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong words, wrong orders of days and wrong files: one sentence each, and nothing changed."""
from zhibu_cli import case, main

COMMITTEE = '中共青石实业委员会'


def with_branch(cli):
    cli.ok('init')
    cli.ok('add', 'organization', f'name={COMMITTEE}', 'kind=党委', 'opened_on=2010-01-01')
    cli.ok('add', 'organization', 'name=第三党支部', 'kind=党支部', f'parent={COMMITTEE}', 'opened_on=2020-01-01')


def names(cli, day, *words):
    cli.as_of = day
    found = [o['name'] for o in cli.json('list', 'organization', *words)]
    cli.as_of = '2026-11-24'
    return found


@case
def an_old_list_has_the_names_of_its_day(cli):
    with_branch(cli)
    cli.ok('do', 'organization', '第三党支部', 'rename', 'on=2024-05-06', 'name=创新党支部')
    assert names(cli, '2024-05-05') == [COMMITTEE, '第三党支部']
    assert names(cli, '2024-05-06') == [COMMITTEE, '创新党支部']
    assert names(cli, '2019-12-31') == [COMMITTEE], 'founded on 2020-01-01'


@case
def what_is_closed_is_listed_among_the_closed(cli):
    with_branch(cli)
    cli.ok('do', 'organization', '第三党支部', 'close', 'on=2025-03-01')
    assert names(cli, '2025-02-28') == [COMMITTEE, '第三党支部']
    assert names(cli, '2026-11-24') == [COMMITTEE]
    assert names(cli, '2026-11-24', '--scope', 'left') == ['第三党支部']
    assert names(cli, '2026-11-24', '--scope', 'all') == [COMMITTEE, '第三党支部']


@case
def steps_of_an_organisation_come_in_the_order_of_their_days(cli):
    with_branch(cli)
    assert '成立日期' in cli.refused('do', 'organization', '第三党支部', 'rename', 'on=2019-12-31', 'name=早名')
    cli.ok('do', 'organization', '第三党支部', 'rename', 'on=2024-05-06', 'name=创新党支部')
    assert '更名' in cli.refused('do', 'organization', '创新党支部', 'rename', 'on=2023-05-06', 'name=早名')
    assert names(cli, '2023-06-01') == [COMMITTEE, '第三党支部']
    assert '更名' in cli.refused('do', 'organization', '创新党支部', 'close', 'on=2024-01-01')
    cli.ok('do', 'organization', '创新党支部', 'close', 'on=2025-01-01')
    cli.refused('do', 'organization', '创新党支部', 'reopen', 'on=2024-12-31')


@case
def several_files_are_all_taken_or_none(cli):
    cli.ok('init')
    good = cli.write('good.csv', '姓名,性别,所在党支部\n王五,男,甲支部\n')
    bad = cli.write('bad.csv', '姓名,性别,所在党支部\n赵六,猫,甲支部\n')
    more = cli.write('more.csv', '姓名,性别,所在党支部\n王五,男,甲支部\n孙七,女,甲支部\n')
    for files in ((bad, good), (good, bad)):
        status, _, _ = cli.run('import', 'member', *files)
        assert status == 1
        assert cli.members('--scope', 'all') == []
    done = cli.json('import', 'member', good, more)
    assert [(d['new'], d['same']) for d in done] == [(1, 0), (1, 1)]
    assert len(cli.members('--scope', 'all')) == 2


@case
def a_long_or_hidden_value_is_not_poured_out(cli):
    cli.ok('init')
    bad = cli.write('bad.csv', '姓名,性别\n' + '长' * 10000 + ',男\n控\x1b[31m制,男\n')
    status, out, err = cli.run('import', 'member', bad)
    assert status == 1 and len(out + err) < 1000, len(out + err)
    assert '\x1b' not in out + err


@case
def a_birthday_to_come_is_refused(cli):
    cli.ok('init')
    cli.refused('add', 'member', 'name=王丁', 'birth_date=2085-02-20')
    cli.ok('add', 'member', 'name=王丁', 'birth_date=1985-02-20')
    cli.refused('set', 'member', '王丁', 'birth_date=2026-11-25')
    cli.refused('set', 'member', '王丁', 'joined_on=3020')
    assert [m['birth_date'] for m in cli.members('--scope', 'all')] == ['1985-02-20']
    file = cli.write('f.csv', '姓名,出生日期\n王戊,2085.02.20\n王己,1985.02\n')
    status, _, err = cli.run('import', 'member', file)
    assert status == 1 and '2085.02.20' in err and 'has not come yet' in err, err
    assert len(cli.members('--scope', 'all')) == 1
    assert cli.json('import', 'member', file, '--skip-bad')['new'] == 1
    # The day that everything is true for decides, not the clock.
    cli.as_of = '2086-01-01'
    cli.ok('set', 'member', '王丁', 'joined_on=2085-07-01')


@case
def an_end_before_its_beginning_is_refused(cli):
    with_branch(cli)
    cli.ok('add', 'member', 'name=王丁', 'branch=第三党支部')
    told = cli.refused('add', 'term', 'org=第三党支部', 'appointed_on=2024-05', 'due_on=2023-05')
    assert told == '第三党支部: “应换届时间” (2023.05) is before “任命时间” (2024.05). Check both dates.', told
    cli.ok('add', 'term', 'org=第三党支部', 'appointed_on=2024-05-06', 'due_on=2024-05')
    told = cli.refused('add', 'post', 'org=第三党支部', 'person=王丁', 'post=书记', 'started_on=2024-05-06', 'ended_on=2024-05-05')
    assert told.startswith('王丁: “免职日期”'), told
    cli.ok('add', 'post', 'org=第三党支部', 'person=王丁', 'post=书记', 'started_on=2024-05-06')
    post = cli.json('list', 'post')[0]['uid']
    cli.refused('set', 'post', post, 'ended_on=2024-05-05')
    # The post began after the day on which its holder left: told, not made a post of negative length.
    told = cli.refused('do', 'member', '王丁', 'transfer-out', 'on=2024-05-01', 'to_org=外单位')
    assert told.startswith('王丁: “免职日期” (2024.05.01)'), told
    cli.ok('do', 'member', '王丁', 'transfer-out', 'on=2024-06-01', 'to_org=外单位')


@case
def organisations_of_a_file_do_not_end_before_they_began(cli):
    cli.ok('init')
    file = cli.write('o.csv', '党组织名称,组织类别,成立日期,撤销日期\n甲支部,党支部,2020.05,2019.05\n乙支部,党支部,2020.05,2020.05.01\n')
    status, _, err = cli.run('import', 'branch', file)
    assert status == 1 and '撤销日期' in err and 'wrong order' in err, err
    assert cli.json('import', 'branch', file, '--skip-bad')['new'] == 1


@case
def undo_takes_a_number_only(cli):
    cli.ok('init')
    cli.ok('add', 'member', 'name=王丁')
    cli.refused('undo', 'abc', status=2)
    cli.refused('undo', '1x', status=2)
    cli.refused('undo', '0', status=2)
    assert len(cli.members('--scope', 'all')) == 1
    cli.ok('undo', '1')


@case
def a_wrong_column_is_named(cli):
    cli.ok('init')
    assert '体重' in cli.refused('export', 'members', '--to', cli.path('x.csv'), '--columns', '姓名,体重')


@case
def what_only_a_step_changes_is_not_corrected(cli):
    with_branch(cli)
    sentence = cli.refused('set', 'organization', '第三党支部', 'closed_on=2025-03-01', status=2)
    assert '撤销日期' in sentence and 'do organization' in sentence
    assert 'move parent=' in cli.refused('set', 'organization', '第三党支部', f'parent={COMMITTEE}', status=2)
    assert names(cli, '2026-11-24') == [COMMITTEE, '第三党支部']
    cli.ok('add', 'organization', 'name=旧支部', 'kind=党支部', f'parent={COMMITTEE}', 'opened_on=2010-01-01', 'closed_on=2012-01-01')
    assert names(cli, '2026-11-24', '--scope', 'left') == ['旧支部']


main()
