# SPDX-License-Identifier: GPL-3.0-or-later
"""What `import --json` tells of every row, and which kind of list a file is."""
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


main()
