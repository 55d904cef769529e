# SPDX-License-Identifier: GPL-3.0-or-later
"""An import is taken back under later changes: what was edited or used since is kept and told."""
from zhibu_cli import case, main

ROSTER = '党支部,姓名,性别,出生年月,手机号码,备注\n' \
         '第二党支部,李四,男,1980.01,19900000001,\n第二党支部,王五,女,1981.02,19900000002,\n第二党支部,赵六,男,1982.03,19900000003,\n' \
         '第一党支部,张三,男,1979.05,19900000009,名册所记\n'


def imported(cli):
    """张三 was there before; three came with the roster, and a branch with them; then work went on."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=branch')
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部', 'birth_date=1979-05', 'phone=19900000008')
    cli.ok('import', 'member', cli.write('roster.csv', ROSTER))
    number = cli.json('log')[0]['set']
    cli.ok('set', 'member', '李四', 'phone=19900000011')
    cli.ok('set', 'member', '张三', 'phone=19900000012')
    cli.ok('add', 'post', 'org=第一党支部', 'person=王五', 'post=书记')
    return number


def names(cli):
    return sorted(m['name'] for m in cli.members('--scope', 'all'))


@case
def the_rest_goes_and_what_stays_is_told(cli):
    number = imported(cli)
    plan = cli.json('undo-import', '--dry-run')
    assert (plan['set'], plan['dry_run'], plan['undone_by']) == (number, True, 0)
    assert names(cli) == sorted(['张三', '李四', '王五', '赵六'])
    done = cli.json('undo-import', str(number))
    assert {**plan, 'dry_run': False, 'undone_by': done['undone_by']} == done and done['undone_by'] > number
    assert (done['kind'], done['new'], done['changed'], done['along']) == ('member', 1, 1, 0)
    assert sorted((k['title'], k['what'], k['reason'], k['by_kind']) for k in done['kept']) == sorted([
        ('李四', None, 'edited', 'member'), ('王五', None, 'referred', 'post'), ('张三', '联系电话', 'edited', 'member'),
        ('第二党支部', None, 'referred', 'member')])
    assert names(cli) == sorted(['张三', '李四', '王五'])
    person = cli.member('张三')
    assert (person['phone'], person['note']) == ('19900000012', None)
    assert [f for f in cli.json('check') if f['level'] != 'warning'] == []
    # The undo is one entry of the log, and one redo brings all of it again.
    last = cli.json('log')[0]
    assert (last['action'], last['undoes']) == ('undo-rest:import.member', number)
    assert last['words'].startswith('Undone but for what was changed since: ')
    cli.ok('redo')
    assert names(cli) == sorted(['张三', '李四', '王五', '赵六']) and cli.member('张三')['note'] == '名册所记'


@case
def it_speaks_plainly(cli):
    imported(cli)
    said = cli.ok('undo-import', '--dry-run').splitlines()
    assert said[:2] == ['Nothing was changed. Taking the import back would do this:',
                        'Member: new ones taken back 1, put back as they were 1, kept 4'], said
    assert len(said) == 6 and any(line.startswith('  kept: 张三: 联系电话\tedited on ') for line in said), said
    assert any(line.startswith('  kept: 王五\tstands in Post “王五 书记”, written on ') for line in said), said
    cli.env['LANGUAGE'] = 'zh_CN'
    said = cli.ok('undo-import', '--dry-run').splitlines()
    assert said[:2] == ['没有改动任何内容。撤销这次导入将会：', '党员：撤回新增 1，恢复原样 1，保留 4'], said
    assert any(line.startswith('  保留：张三：联系电话\t') and line.endswith('修改') for line in said), said


@case
def other_changes_are_not_imports(cli):
    number = imported(cli)
    cli.refused('undo-import', str(number + 1))
    cli.refused('undo-import', '999')
    cli.refused('undo-import', 'abc', status=2)
    cli.ok('undo-import')
    cli.refused('undo-import')
    # By its number what stands of it is looked at once more.
    assert cli.json('undo-import', str(number))['undone_by'] == 0


@case
def weeks_later_with_nothing_since_all_of_it_goes(cli):
    cli.ok('init')
    cli.ok('import', 'member', cli.write('roster.csv', ROSTER))
    done = cli.json('undo-import')
    assert (done['new'], done['changed'], done['along'], done['kept']) == (4, 0, 2, [])
    assert names(cli) == [] and cli.json('list', 'organization') == []


main()
