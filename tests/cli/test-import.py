# SPDX-License-Identifier: GPL-3.0-or-later
"""What `import --json` tells of every row, and which kind of list a file is."""
import json
import os
import subprocess
import zipfile

from zhibu_cli import case, main

ROSTER = '云溪厂第一党支部党员花名册\n序号,姓名,性别,出生年月,学历,身份证号,备注\n' \
         '1,张三,男,1985.07,本科,990101198507120018,好\n2,李四,女,1990.13,,,\n3,王五,男,1990.01,大专,990101199001010035,\n' \
         '4,赵六,男,1990.01,,990101199001010035,\n合计,4人,,,,,\n'


def rows(report):
    """Row, verdict, what was read, what changes, flags — all that is not empty."""
    return [(row['row'], row['verdict'], {k: v for k, v in row.get('record', {}).items() if v is not None},
             [(c['field'], c['old'], c['new']) for c in row['changes']],
             [(f['field'], f['kind'], f['severity']) for f in row['flags']]) for row in report['rows']]


@case
def every_row_is_told(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=云溪厂第一党支部', 'kind=branch')
    cli.ok('add', 'member', 'name=张三', 'branch=云溪厂第一党支部', 'birth_date=1985-07-12', 'id_number=990101850712001', 'education=大专')
    path = cli.write('roster.csv', ROSTER)
    report = cli.json('import', 'member', path, '--skip-bad')
    where = {'branch': '云溪厂第一党支部'}
    assert rows(report) == [
        (3, 'update', {'name': '张三', 'sex': '1', 'sex_label': '男', 'birth_date': '1985-07', 'education': '20', 'education_label': '大学本科',
                       'id_number': '990101198507120018', 'note': '好', **where},
         [('sex', None, '1'), ('id_number', '990101850712001', '990101198507120018'), ('education', '30', '20'), ('note', None, '好')], []),
        (4, 'error', {'name': '李四', 'sex': '2', 'sex_label': '女', **where}, [], [('birth_date', 'bad-date', 'error')]),
        (5, 'new', {'name': '王五', 'sex': '1', 'sex_label': '男', 'birth_date': '1990-01', 'education': '30', 'education_label': '大学专科',
                    'id_number': '990101199001010035', **where}, [], []),
        (6, 'error', {'name': '赵六', 'sex': '1', 'sex_label': '男', 'birth_date': '1990-01', 'id_number': '990101199001010035', **where}, [],
         [(None, 'double-in-file', 'error')]),
        (7, 'skipped', {}, [], [(None, 'row-total', 'info')]),
    ], rows(report)
    assert all(row['file'] == path and row['sheet'] == '' for row in report['rows'])
    assert report['rows'][1]['flags'][0]['sentence'] == 'Row 4, 出生年月 “1990.13”: is not a date, or a day that does not exist'
    assert [row['match'] for row in report['rows']] == [cli.member('张三')['uid'], None, None, None, None]
    # The keys are those of the list.
    assert set(report['rows'][0]['record']) == set(cli.json('list', 'member', '--private')[0])
    assert [row['verdict'] for row in cli.json('import', 'member', path, '--skip-bad')['rows']] == ['same', 'error', 'same', 'error', 'skipped']


@case
def the_kind_is_told_by_the_headings(cli):
    cli.ok('init')
    members = cli.write('a.csv', '党支部,姓名,性别,入党时间\n第一党支部,张三,男,2010.07\n')
    posts = cli.write('b.csv', '党组织,姓名,职务,任职时间\n第一党支部,张三,书记,2024.05\n')
    assert cli.json('import', 'auto', members)['kind'] == 'member'
    report = cli.json('import', 'auto', posts)
    assert report['kind'] == 'post' and report['rows'][0]['record']['person'] == '张三' and report['rows'][0]['verdict'] == 'new'
    assert [(p['person'], p['post_label'], p['started_on']) for p in cli.json('list', 'post')] == [('张三', '书记', '2024-05')]
    cli.refused('import', 'auto', cli.write('c.csv', '今天天气很好\n'))
    cli.ok('undo')
    assert cli.json('list', 'post') == []


WORDS = '姓名,学历,所在党支部,备用\n张三,宇宙本科,青禾二支部,男\n李四,宇宙本科,青禾二支部,女\n王五,大专,青禾二支部,男\n'


@case
def answers_settle_words_cells_and_rows(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=青禾镇第二党支部', 'kind=branch')
    path = cli.write('roster.csv', WORDS)
    assert cli.run('import', 'member', path)[0] == 1
    answers = cli.write('answers.tsv', '# 答复\nword\t学历\t宇宙本科\t大学本科\nword\t所在党支部\t青禾二支部\t青禾镇第二党支部\n'
                        'cell\troster.csv\t4\t姓名\t王小五\nrow\troster.csv\t3\tskip\ncolumn\t备用\t性别\n'.replace('roster.csv', ''))
    report = cli.json('import', 'member', path, '--answers', answers)
    assert [(row['row'], row['verdict'], row.get('record', {}).get('name'), row.get('record', {}).get('education'), row.get('record', {}).get('sex'))
            for row in report['rows']] == [(2, 'new', '张三', '20', '1'), (3, 'skipped', None, None, None), (4, 'new', '王小五', '30', '1')], report['rows']
    assert [flag['kind'] for flag in report['rows'][1]['flags']] == ['row-left-out']
    assert sorted((m['name'], m['branch']) for m in cli.json('list', 'member')) == [('张三', '青禾镇第二党支部'), ('王小五', '青禾镇第二党支部')]
    said = cli.refused('import', 'member', path, '--answers', cli.write('bad.tsv', 'word\t学历\n\nnonsense\n'))
    assert '3' in said, said
    # An editor of another office's computer writes GB18030.
    cli.ok('undo')
    with open(answers, encoding='utf-8') as file:
        text = file.read()
    with open(answers, 'w', encoding='gb18030') as file:
        file.write(text)
    assert cli.json('import', 'member', path, '--answers', answers)['new'] == 2


@case
def a_mapping_is_saved_by_name(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=青禾镇第二党支部', 'kind=branch')
    answers = cli.write('answers.tsv', 'column\t备用\t性别\nword\t学历\t宇宙本科\t大学本科\nword\t所在党支部\t青禾二支部\t青禾镇第二党支部\n')
    cli.ok('import', 'member', cli.write('a.csv', WORDS), '--answers', answers, '--save-map', '青禾镇报表')
    assert [(m['name'], m['kind']) for m in cli.json('list', 'mapping')] == [('青禾镇报表', 'member')]
    # The next list has a column more, and the columns stand in another order.
    report = cli.json('import', 'member', cli.write('b.csv', '备用,姓名,新列,学历,所在党支部\n女,赵六,x,宇宙本科,青禾二支部\n'), '--map', '青禾镇报表')
    assert report['new'] == 1 and report['new_organizations'] == 0
    assert cli.member('赵六')['sex'] == '2' and cli.member('赵六')['education'] == '20'
    # The import is taken back, the mapping stays; saving it again under the name keeps one.
    cli.ok('undo')
    cli.ok('import', 'member', cli.write('a.csv', WORDS), '--map', '青禾镇报表', '--save-map', '青禾镇报表')
    assert len(cli.json('list', 'mapping')) == 1
    cli.refused('import', 'member', cli.write('a.csv', WORDS), '--map', '没有的对照')
    # As before a file of headings and fields.
    assert cli.json('import', 'member', cli.write('c.csv', '甲,乙,姓名\n男,本科,钱七\n'), '--map', cli.write('map.tsv', '甲\tsex\n乙\t\n'))['new'] == 1
    assert cli.member('钱七')['sex'] == '1' and cli.member('钱七')['education'] is None


@case
def a_table_comes_through_a_pipe(cli):
    cli.ok('init')
    scratch = cli.path('scratch')
    os.mkdir(scratch)
    done = subprocess.run([cli.CLI, '--registry', cli.registry, 'import', 'member', '-'], env=dict(cli.env, TMPDIR=scratch), capture_output=True,
                          input='姓名\t性别\t所在党支部\n张三\t男\t第一党支部\n'.encode(), check=False)
    assert done.returncode == 0, done
    assert cli.member('张三')['sex'] == '1'
    # What came through the pipe is not left lying about.
    assert os.listdir(scratch) == []


@case
def several_files_have_a_report_each(cli):
    cli.ok('init')
    one = cli.write('一.csv', '姓名,出生日期\n张三,1985.13\n')
    two = cli.write('二.csv', '姓名,出生日期\n李四,1985.14\n')
    assert cli.run('import', 'member', one, two, '--report', cli.path('problems.xlsx'))[0] == 1
    for name, person in (('一', '张三'), ('二', '李四')):
        report = cli.path('problems-%s.xlsx' % name)
        found = json.loads(cli.run('import', 'member', report, '--dry-run', '--json')[1])
        assert [row['record']['name'] for row in found['rows']] == [person], found
        with zipfile.ZipFile(report) as book:
            assert b'FFFF0000' in book.read('xl/styles.xml')


@case
def a_report_replaces_nothing_that_is_needed(cli):
    cli.ok('init')
    text = '姓名,出生日期\n张三,1985.13\n'
    path = cli.write('名册.csv', text)
    answers = cli.write('答复.tsv', 'column\t姓名\t姓名\n')
    os.symlink(path, cli.path('链接.xlsx'))
    for report in (path, answers, cli.registry, cli.path('链接.xlsx')):
        with open(report, 'rb') as file:
            before = file.read()
        cli.refused('import', 'member', path, '--answers', answers, '--report', report, '--dry-run')
        with open(report, 'rb') as file:
            assert file.read() == before, report
    # An older report is replaced; lists of one name from several folders have a report each.
    os.mkdir(cli.path('东村'))
    other = cli.write('东村/名册.csv', text.replace('张三', '李四'))
    for _again in range(2):
        assert cli.run('import', 'member', path, other, '--report', cli.path('未导入.xlsx'), '--dry-run')[0] == 1
    for name, person in (('未导入-名册.xlsx', '张三'), ('未导入-名册-2.xlsx', '李四')):
        found = json.loads(cli.run('import', 'member', cli.path(name), '--dry-run', '--json')[1])
        assert [row['record']['name'] for row in found['rows']] == [person], found


@case
def a_new_organisation_is_called_by_its_name(cli):
    cli.ok('init')
    said = cli.run('import', 'member', cli.write('a.csv', '填报单位：青禾三支部,,\n姓名,性别,民族\n张三,男,汉\n'), '--dry-run')[2]
    assert '青禾三支部' in next(line for line in said.split('\n') if 'new organisation' in line), said


@case
def answers_that_are_no_text_are_refused(cli):
    cli.ok('init')
    path = cli.write('名册.csv', '姓名,出生日期\n张三,1985-07-12\n')
    good = 'cell\t\t2\t姓名\t张小三\n'
    for bad in (good.encode('gb18030') + b'\0' + good.encode('gb18030'), b'# \0\n' + good.encode('gb18030'), good.encode('utf-16'), bytes(range(256)) * 8):
        cli.refused('import', 'member', path, '--answers', cli.write('答复.tsv', bad))
    cli.refused('import', 'member', path, '--answers', cli.folder)
    cli.refused('import', 'member', path, '--answers', cli.path('没有'))
    assert '--save-map' in cli.refused('import', 'member', path, '--save-map', ' ', status=2)
    assert cli.members() == [] and cli.json('list', 'mapping') == []


@case
def answers_that_meet_nothing_are_told(cli):
    cli.ok('init')
    one, two = cli.write('一.csv', '姓名,性别,出生日期\n张三,男,1985.07\n李四,女人,1990.13\n'), cli.write('二.csv', '姓名,性别,出生日期\n王五,男,1979.07\n')
    answers = cli.write('答复.tsv', 'word\t性别\t女人\t女\nword\t性别\t男人\t男\ncell\t\t3\t出生日期\t1990.12\ncell\t\t9\t姓名\t赵六\ncell\t\t3\t手机\t1\n'
                                      'row\t\t99\tskip\ncolumn\t工号\t备注\ncolumn\t性别\t性别\n')
    idle = ['column 工号 备注', 'word 性别 男人 男', 'cell  9 姓名 赵六', 'cell  3 手机 1', 'row  99 skip']
    told = [problem['value'] for problem in cli.json('import', 'member', one, '--answers', answers, '--dry-run')['problems'] if problem['rule'] == 'answer-unused']
    assert told == idle, told
    # What one of several files has is not idle; what a mapping names beyond the file is never told.
    cli.write('both.tsv', 'cell\t\t3\t出生日期\t1990.12\nword\t性别\t女人\t女\n')
    reports = cli.json('import', 'member', two, one, '--answers', cli.path('both.tsv'), '--map', answers, '--dry-run')
    assert not [problem for report in reports for problem in report['problems'] if problem['rule'] == 'answer-unused']


@case
def who_is_said_to_have_left_is_taken_only_when_a_person_says_so(cli):
    cli.ok('init')
    path = cli.write('名册.csv', '姓名,性别,出生日期\n张三,男,1985.07\n以下为转出党员,,\n李四,女,1990.12\n王五,男,1979.07\n')
    report = cli.json('import', 'member', path, '--dry-run')
    assert [row['verdict'] for row in report['rows']] == ['new', 'skipped', 'skipped', 'skipped'], report['rows']
    assert report['rows'][2]['flags'][0]['severity'] == 'warning' and '已转出' in report['rows'][2]['flags'][0]['sentence'], report['rows'][2]
    cli.ok('import', 'member', path, '--answers', cli.write('答复.tsv', 'row\t\t5\ttake\n'))
    assert sorted(member['name'] for member in cli.members()) == ['张三', '王五']


@case
def our_own_page_of_remarks_is_no_list(cli):
    """The report of rows left out has a page of what is to be looked at; some lists have columns of the same names."""
    cli.ok('init')
    path = cli.write('名册.csv', '姓名,性别,出生日期,备注\n张三,男,85.7,\n李四,女,1990.13,\n')
    assert cli.run('import', 'member', path, '--report', cli.path('未导入.xlsx'), '--dry-run')[0] == 1
    for kind in ('member', 'auto'):
        report = json.loads(cli.run('import', kind, cli.path('未导入.xlsx'), '--dry-run', '--json')[1])
        told = [(problem['rule'], problem['value']) for problem in report['problems'] if problem['rule'].startswith('remarks')]
        assert len(report['rows']) == 1 and told == [('remarks-not-taken', '导入提示')], report['problems']


@case
def a_ledger_of_meetings_is_taken_once_and_taken_back(cli):
    """The items of the agenda are its lines; the same ledger again changes nothing."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=branch')
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部', 'category=full', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    path = cli.write('台账.csv', '会议类型,会议名称,会议时间,主持人,议题\n党员大会,年度总结大会,2025.12.20,张三,"总结工作\n讨论计划"\n党课,,2025-06-30,,学习党章\n')
    assert cli.json('import', 'auto', path, '--branch', '第一党支部')['new'] == 2
    meetings = {meeting['held_on']: meeting for meeting in cli.json('list', 'meeting')}
    assert {meeting['state'] for meeting in meetings.values()} == {'held'} and meetings['2025-06-30']['title'] == '2025年第1次党课', meetings
    items = [(item['number'], item['title']) for item in cli.json('list', 'agenda_item')]
    assert sorted(items, key=str) == sorted([(1, '总结工作'), (2, '讨论计划'), (1, '学习党章')], key=str), items
    # Who was there the ledger does not say: nobody is absent for that.
    assert cli.json('list', 'attendance') == []
    again = cli.json('import', 'meeting', path, '--branch', '第一党支部')
    assert (again['new'], again['updated'], again['same']) == (0, 0, 2), again
    cli.ok('undo-import')
    assert cli.json('list', 'meeting') == [] and cli.json('list', 'agenda_item') == []


@case
def a_ledger_says_that_a_planned_meeting_was_held(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=branch')
    for day in ('2025-12-20', '2025-11-01'):
        cli.ok('add', 'meeting', 'org=第一党支部', 'kind=assembly', f'title={day}的大会', f'planned_on={day}')
    path = cli.write('台账.csv', '会议类型,会议时间,会议地点\n党员大会,2025.12.20,礼堂\n')
    report = cli.json('import', 'meeting', path, '--branch', '第一党支部')
    assert (report['new'], report['updated']) == (0, 1), report
    assert {(meeting['planned_on'], meeting['state'], meeting['place']) for meeting in cli.json('list', 'meeting')} \
        == {('2025-12-20', 'held', '礼堂'), ('2025-11-01', 'planned', None)}


main()
