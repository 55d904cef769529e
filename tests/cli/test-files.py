# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os
import sqlite3
import shutil
import subprocess

from zhibu_cli import case, main

ROSTER = '序号,姓名,性别,民族,出生年月,学历,入党时间,转正时间,所在党支部,身份证号,联系电话,备注\r\n' \
         '1,张三,男,汉,1985.07,本科,2010.07.01,2011.07.01,第一党支部,990101198507120015,19900000001,老党员\r\n' \
         '2,李小红,女,回族,1990.12,大专,2024.07,,第二党支部,,19900000002,\r\n'


@case
def a_roster_comes_in_and_can_be_taken_back(cli):
    cli.ok('init')
    path = cli.write('roster.csv', ROSTER.encode('gb18030'))
    report = cli.json('import', 'member', path)
    assert (report['read'], report['new'], report['errors']) == (2, 2, 0), report
    zhang = cli.member('张三')
    assert zhang['birth_date'] == '1985-07' and zhang['joined_on'] == '2010-07-01' and zhang['branch'] == '第一党支部'
    assert cli.member('李小红')['joined_on'] == '2024-07'
    again = cli.json('import', 'member', path)
    assert (again['new'], again['updated'], again['same']) == (0, 0, 2), again
    cli.ok('undo')
    assert cli.members('--scope', 'all') == []
    cli.ok('redo')
    assert len(cli.members()) == 2


@case
def one_bad_row_refuses_the_file(cli):
    cli.ok('init')
    path = cli.write('bad.csv', ROSTER.replace('1990.12', '1990.13'))
    status, out, _ = cli.run('import', 'member', path, '--json')
    assert status == 1 and '"row" : 3' in out and '1990.13' in out, out
    assert cli.members('--scope', 'all') == []
    cli.run('import', 'member', path, '--skip-bad')
    assert [m['name'] for m in cli.members()] == ['张三']


@case
def a_dry_run_writes_nothing(cli):
    cli.ok('init')
    report = cli.json('import', 'member', cli.write('roster.csv', ROSTER), '--dry-run')
    assert report['new'] == 2 and report['written'] is False
    assert cli.members('--scope', 'all') == []


# A value for every field that a member has, and some that a file on the way could spoil.
EVERY_FIELD = {
    'name': '曾晓云', 'reading': 'zeng xiao yun', 'former_name': '曾小云·甲', 'sex': '女', 'ethnicity': '壮', 'birth_date': '1985-07-12',
    'id_number': '990101198507120026', 'native_place': '广西,南宁', 'birth_place': '"云溪"', 'marital': '未婚',
    'phone': '19900000001/19900000002', 'landline': '0990-1234567', 'address': '=和平路1号2室', 'registered_at': '户 籍;地',
    'education': '本科', 'degree': '硕士', 'school': '云溪大学', 'major': '001', 'full_time_education': '大专', 'full_time_school': '甲;乙',
    'in_service_education': '研究生', 'in_service_school': "'单引号", 'work_started_on': '2005-07', 'work_unit': '-财务部',
    'department': '+一部', 'duty': '@处长', 'technical_title': '1/2', 'job': '公务员', 'stratum': '自由职业人员', 'frontline': '工作一线',
    'migrant_worker': '否', 'category': 'full', 'applied_on': '2007', 'activist_on': '2008-01', 'candidate_on': '2009-03-01',
    'joined_on': '2010-07-01', 'confirmed_on': '2011-07-01', 'probation_until': '2011-08-01', 'standing_correction': '-3',
    'entry_kind': '发展', 'confirmation_kind': '按期转正', 'joined_branch': '2020-01-01', 'introducer1': '王甲', 'introducer2': '李乙',
    'mentors': '赵、钱', 'dues_base': '5000.50', 'floating': '是', 'floating_to': '云溪市', 'floating_since': '2020-01-01', 'lost': '否',
    'lost_since': '2020-05', 'lost_kind': '出国', 'skills': '1e5', 'awards': '第一行\n第二行\n\n第四行', 'discipline': '警告 2020',
    'archive_place': '0012', 'papers': '齐', 'own_order': '7', 'note': '999999999999999999999', 'branch': '第一党支部', 'group': '第一党小组',
}
COMPUTED = ('age', 'post', 'standing', 'state')


def with_group(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部')
    cli.ok('add', 'organization', 'name=第一党小组', 'kind=党小组', 'parent=第一党支部')


def without_uid(members):
    return [{key: value for key, value in member.items() if key != 'uid'} for member in sorted(members, key=lambda m: m['name'])]


@case
def every_field_comes_back_from_every_file(cli):
    with_group(cli)
    cli.ok('add', 'member', *(f'{field}={value}' for field, value in EVERY_FIELD.items()))
    cli.ok('add', 'member', 'name=只有月', 'birth_date=1990', 'joined_on=2011-07', 'confirmed_on=2012', 'branch=第一党支部',
           'migrant_worker=是', 'floating=否', 'lost=是')
    before = cli.members('--scope', 'all')
    fields = [key for key in before[0] if key != 'uid' and not key.endswith('_label')]
    assert sorted(fields) == sorted((*EVERY_FIELD, *COMPUTED)), 'a field was added: give it a value here'
    for ending in ('xlsx', 'csv'):
        cli.ok('export', 'members', '--to', cli.path('all.' + ending), '--internal', '--columns', ','.join(fields))
    for ending in ('xlsx', 'csv'):
        cli.registry = cli.path(f'{ending}.zhibu')
        with_group(cli)
        report = cli.json('import', 'member', cli.path('all.' + ending))
        assert (report['new'], report['errors'], report['new_organizations']) == (2, 0, 0), report
        assert {p['rule'] for p in report['problems']} <= {'column-computed', 'row-total', 'row-footer', 'branch-from-title'}, report
        for old, new in zip(without_uid(before), without_uid(cli.members('--scope', 'all')), strict=True):
            assert old == new, [(key, old[key], new.get(key)) for key in old if old[key] != new.get(key)]


@case
def a_tab_holds_words_apart_in_every_file(cli):
    with_group(cli)
    cli.ok('add', 'member', 'name=张三', 'joined_on=2010', 'confirmed_on=2011', 'branch=第一党支部', 'note=先\t后')
    for ending in ('xlsx', 'csv'):
        cli.registry = cli.path('registry.zhibu')
        cli.ok('export', 'members', '--to', cli.path('tab.' + ending), '--columns', 'name,joined_on,confirmed_on,branch,note')
        cli.registry = cli.path(f'{ending}.zhibu')
        with_group(cli)
        cli.ok('import', 'member', cli.path('tab.' + ending))
        assert cli.member('张三')['note'] == '先 后', ending


@case
def an_export_comes_back_the_same(cli):
    cli.ok('demo', '--members', '25')
    before = cli.members()
    cli.ok('export', 'members', '--to', cli.path('out.xlsx'), '--internal', '--columns',
           'name,sex,ethnicity,birth_date,education,joined_on,confirmed_on,category,branch,id_number,phone')
    cli.refused('export', 'members', '--to', cli.path('out.xlsx'))
    report = cli.json('import', 'member', cli.path('out.xlsx'))
    assert report['errors'] == 0 and report['new'] == 0 and report['updated'] == 0, report
    assert cli.members() == before


@case
def rosters_come_in_three_forms(cli):
    cli.ok('demo', '--members', '30')
    for end, magic in (('xlsx', b'PK'), ('pdf', b'%PDF'), ('csv', b'\xef\xbb\xbf')):
        cli.ok('export', 'members', '--to', cli.path('r.' + end), '--order', 'stroke')
        with open(cli.path('r.' + end), 'rb') as file:
            assert file.read(4).startswith(magic), end
    assert cli.run('export', 'members', '--to', cli.path('r.exe'))[0] == 2
    names = [m['name'] for m in cli.members()]
    text = subprocess.run(['pdftotext', '-layout', cli.path('r.pdf'), '-'], capture_output=True, text=True, check=True).stdout
    assert '党员花名册' in text and '截至日期' in text
    party = [m['name'] for m in cli.members() if m['category'] in ('full', 'probationary')]
    flat = text.replace(' ', '').replace('\u3000', '')
    assert party and all(name in flat for name in party), [n for n in party if n not in flat]
    assert len(names) == 30


def table_of(cli, *words):
    """A list written as CSV, read back: its rows, headings first."""
    cli.ok('export', *words, '--to', cli.path('list.csv'), '--force')
    with open(cli.path('list.csv'), encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


@case
def organisations_are_listed_with_their_people(cli):
    cli.ok('demo', '--members', '60')
    names = {entry['name'] for entry in cli.json('export', '--list')}
    assert {'organizations', 'terms', 'members'} <= names, names
    for end, magic in (('xlsx', b'PK'), ('pdf', b'%PDF')):
        cli.ok('export', 'organizations', '--to', cli.path('o.' + end))
        with open(cli.path('o.' + end), 'rb') as file:
            assert file.read(4).startswith(magic), end
    text = subprocess.run(['pdftotext', '-layout', cli.path('o.pdf'), '-'], capture_output=True, text=True, check=True).stdout
    assert '党组织一览表' in text and '预备党员' in text.replace(' ', '').replace('\n', ''), text
    head, *rows = table_of(cli, 'organizations')
    assert len(rows) == len(cli.json('list', 'organization')), rows
    party = cli.members('--where', '党员')
    assert int(rows[0][head.index('党员数')]) == len(party), rows[0]
    branches = table_of(cli, 'organizations', '--where', '类别=党支部', '--columns', '党组织名称,党员数')[1:]
    assert len(branches) == 2 and sum(int(row[1]) for row in branches) == len(party), branches
    below = table_of(cli, 'organizations', '--branch', '第一党支部', '--columns', 'kind')[1:]
    assert below[0] == ['党支部'] and set(map(tuple, below[1:])) == {('党小组',)}, below
    assert cli.run('export', 'organizations', '--to', cli.path('x.csv'), '--order', 'stroke')[0] == 2
    cli.refused('export', 'organizations', '--to', cli.path('x.csv'), '--where', '女')
    cli.refused('export', 'organizations', '--to', cli.path('x.csv'), '--columns', '姓名')


@case
def terms_are_listed_for_any_day(cli):
    cli.ok('init')
    for name in ('甲党支部', '乙党支部'):
        cli.ok('add', 'organization', 'name=' + name, 'kind=党支部')
    cli.ok('add', 'term', 'org=甲党支部', 'number=2', 'appointed_on=2023.05.01', 'due_on=2026.05.01')
    head, *rows = table_of(cli, 'terms')
    assert [(row[head.index('党组织')], row[head.index('剩余（超期）')]) for row in rows] == [
        ('甲党支部', '超期6个月'), ('乙党支部', '未登记届次')], rows
    cli.as_of = '2025-05-01'
    assert table_of(cli, 'terms')[1][head.index('剩余（超期）')] == '剩余1年'
    cli.as_of = '2023-04-30'
    assert table_of(cli, 'terms', '--branch', '甲党支部')[1][head.index('剩余（超期）')] == '未登记届次'


@case
def rosters_show_no_numbers_unless_asked(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=党支部')
    cli.ok('add', 'member', 'name=张三', 'category=full', 'branch=第一党支部', 'id_number=990101198507120015', 'phone=19900000001')
    for words in ([], ['--columns', 'name,id_number,phone']):
        cli.ok('export', 'members', '--to', cli.path('m.csv'), '--force', *words)
        with open(cli.path('m.csv'), encoding='utf-8-sig') as file:
            text = file.read()
        assert '990101198507120015' not in text and '19900000001' not in text, text
    cli.ok('export', 'members', '--to', cli.path('m.csv'), '--force', '--internal', '--columns', 'name,id_number,phone')
    with open(cli.path('m.csv'), encoding='utf-8-sig') as file:
        assert '990101198507120015' in file.read()


@case
def a_backup_proves_itself_and_comes_back(cli):
    cli.ok('demo', '--members', '12')
    report = cli.json('backup', cli.path('copy.zhibu'))
    assert report['people'] == 12 + 2, report  # two who left are kept too
    cli.refused('backup', cli.path('copy.zhibu'))
    name = cli.members()[0]['uid']
    cli.ok('set', 'member', name, 'note=改过')
    cli.ok('restore', cli.path('copy.zhibu'))
    assert all(m['note'] is None for m in cli.members())
    kept = [f for f in os.listdir(cli.folder) if f.startswith('registry.zhibu.before-restore')]
    assert len(kept) == 1, os.listdir(cli.folder)
    cli.ok('restore', cli.path(kept[0]))
    assert [m['note'] for m in cli.members() if m['uid'] == name] == ['改过']


@case
def what_is_no_backup_is_not_restored(cli):
    cli.ok('demo', '--members', '12')
    words = cli.refused('restore', cli.write('letter.zhibu', 'only a letter, long enough to be a file of its own'))
    assert 'letter.zhibu' in words and 'Nothing was changed' in words, words
    assert len(cli.members()) == 12


@case
def nothing_happens_tomorrow_in_the_invented_branch(cli):
    cli.ok('demo', '--members', '60', '--seed', '43')
    for field in ('work_started_on', 'joined_on', 'confirmed_on'):
        assert all(m[field] is None or m[field] <= cli.as_of for m in cli.members()), field


@case
def what_is_no_registry_is_refused(cli):
    good = cli.registry
    cli.ok('demo', '--members', '5')
    with open(good, 'rb') as file:
        whole = file.read()
    os.mkdir(cli.path('folder'))
    for path in (cli.write('empty', b''), cli.write('text', 'x' * 5000), cli.write('short', whole[:3000]), cli.path('folder'),
                 cli.path('missing')):
        cli.registry = path
        cli.refused('list', 'member')
        cli.refused('add', 'member', 'name=张三')
    other = cli.path('other.db')
    with sqlite3.connect(other) as db:
        db.execute('CREATE TABLE x (y)')
    cli.registry = other
    cli.refused('list', 'member')
    cli.registry = good
    for broken in ('empty', 'short', 'missing'):
        cli.refused('restore', cli.path(broken))
    assert len(cli.members()) == 5


@case
def a_newer_registry_is_left_alone(cli):
    cli.ok('demo', '--members', '5')
    with sqlite3.connect(cli.registry) as db:
        db.execute('PRAGMA user_version = 999')
    db.close()
    cli.refused('list', 'member')
    cli.refused('add', 'member', 'name=张三')
    with sqlite3.connect(cli.registry) as db:
        assert db.execute('PRAGMA user_version').fetchone() == (999,)


@case
def check_finds_what_was_done_behind_the_log(cli):
    cli.ok('demo', '--members', '10')
    assert not [f for f in cli.json('check') if f['level'] == 'damage']
    with sqlite3.connect(cli.registry) as db:
        db.execute("UPDATE person SET note = '偷改' WHERE id = 3")
    db.close()
    status, out, _ = cli.run('check', '--json')
    assert status == 1 and '"damage"' in out, out


@case
def check_explains_what_cannot_be_right(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=党支部')
    cli.ok('add', 'member', 'name=小明', 'birth_date=2005-01-01', 'joined_on=2020-07-01', 'confirmed_on=2021-07-01', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=小红', 'category=full', 'branch=第一党支部')
    found = cli.json('check')
    assert [f for f in found if f['title'] == '小明' and '2020' in f['words']], found
    assert [f for f in found if f['title'] == '小红'], found


@case
def figures_open_to_their_people(cli):
    cli.ok('demo', '--members', '60')
    for table in cli.json('stats'):
        for figure in table['figures']:
            people = cli.members('--where', figure['filter'])
            assert len(people) == figure['count'], figure


@case
def figures_add_up(cli):
    cli.ok('demo', '--members', '60')
    tables = {t['name']: {f['label']: f['count'] for f in t['figures']} for t in cli.json('stats')}
    total = tables['summary']['党员总数']
    members = cli.members()
    assert total == sum(m['category'] in ('full', 'probationary') for m in members)
    assert tables['summary']['女党员'] == sum(m['category'] in ('full', 'probationary') and m['sex'] == '2' for m in members)
    for name in ('sex', 'ethnicity', 'age', 'education', 'joined'):
        assert sum(tables[name].values()) == total, (name, tables[name])


@case
def the_same_seed_gives_the_same_people(cli):
    cli.ok('demo', '--members', '20', '--seed', '7')
    first = [(m['name'], m['birth_date'], m['phone']) for m in cli.members()]
    cli.registry = cli.path('second.zhibu')
    cli.ok('demo', '--members', '20', '--seed', '7')
    assert [(m['name'], m['birth_date'], m['phone']) for m in cli.members()] == first


@case
def a_demonstration_shows_service(cli):
    cli.as_of = '2026-11-24'
    cli.ok('demo', '--members', '60')
    for kind in ('team', 'team_member', 'volunteer', 'community_feedback', 'service_activity', 'service_hours', 'service_certificate'):
        assert cli.json('list', kind), kind
    assert [h['hours'] for h in cli.json('list', 'service_hours') if h['source'] == 'correction'] == [-1.5]
    # Some have been, one is still to come.
    assert {m['state'] for m in cli.json('list', 'meeting') if m['kind'] == 'service'} == {'planned', 'held'}


@case
def a_demonstration_has_nothing_to_find_but_advice(cli):
    """On whatever day it is made: one theme day of the second branch is missing on purpose."""
    for number, (people, day) in enumerate(((60, '2026-11-24'), (59, '2026-11-28'), (40, '2026-06-30'), (61, '2024-02-29'), (31, '2026-01-01'),
                                            (5, '2025-12-31'), (2, '2026-05-05'))):
        cli.registry, cli.as_of = cli.path(f'{number}.zhibu'), day
        cli.ok('demo', '--members', str(people), '--seed', str(number))
        found = cli.json('check')
        assert not [f for f in found if f['level'] in ('damage', 'error')], found
        meant = [f for f in found if f['kind'] == 'organization' and f['rule'] == 'meeting-missing' and '第二支部' in f['title']]
        assert len(meant) <= 1 and all('主题党日' in f['words'] for f in meant), found
        assert {f['rule'] for f in found if f not in meant} <= {'branch-too-small'}, found


@case
def a_demonstration_has_a_year_of_meetings(cli):
    cli.ok('demo', '--members', '60')
    meetings = cli.json('list', 'meeting')
    kinds = {kind: sum(m['kind'] == kind for m in meetings) for kind in ('committee', 'theme_day', 'lecture', 'group', 'assembly', 'life', 'appraisal', 'ceremony')}
    # Two branches with three groups each, December of last year to November: a theme day is missing on purpose.
    assert (kinds['theme_day'], kinds['lecture'], kinds['group'], kinds['life'], kinds['appraisal']) == (23, 8, 72, 2, 2), kinds
    assert kinds['ceremony'] == 2 and kinds['assembly'] >= 8
    assert all(m['held_on'] < cli.as_of for m in meetings if m['state'] == 'held')
    rows = cli.json('list', 'attendance')
    assert {'present', 'late', 'excused', 'absent'} <= {row['state'] for row in rows}
    assert all(row['reason'] for row in rows if row['state'] in ('excused', 'absent')) and any(row['made_up_on'] for row in rows)
    for vote in cli.json('list', 'resolution'):
        assert vote['kind'] == 'admission' and vote['votes_for'] * 2 > vote['entitled'], vote
    assert {'swearer'} == {person['role'] for person in cli.json('list', 'ceremony_person')}
    for kind in ('exemption', 'plan_item', 'talk', 'appraisal', 'venue', 'agenda_item', 'life_problem'):
        assert cli.json('list', kind), kind


@case
def what_is_to_come_is_planned_and_not_marked(cli):
    cli.as_of = '2026-11-12'
    cli.ok('demo', '--members', '60')
    planned = [m for m in cli.json('list', 'meeting') if m['state'] == 'planned']
    assert planned and all(m['planned_on'] >= cli.as_of and m['held_on'] is None for m in planned)
    titles = {m['title'] for m in planned}
    assert not [row for row in cli.json('list', 'attendance') if row['meeting'] in titles and row['state']]


@case
def a_large_demonstration_has_meetings_only_if_asked(cli):
    cli.ok('demo', '--members', '5000')
    assert cli.json('list', 'meeting') == []


@case
def meetings_are_the_same_for_a_seed(cli):
    seen = []
    for name in ('one', 'two'):
        cli.registry = cli.path(f'{name}.zhibu')
        cli.ok('demo', '--members', '30', '--seed', '7')
        seen.append([(row['name'], row['state'], row['reason'], row['made_up_on']) for row in cli.json('list', 'attendance')])
    assert seen[0] == seen[1] and seen[0]


@case
def a_program_in_its_build_folder_needs_no_environment(cli):
    cli.ok('init')
    path = cli.write('roster.csv', ROSTER)
    build = cli.env.pop('ZB_LIBEXECDIR').removesuffix('/app/exchange/sheet')
    cli.env.pop('ZB_LOCALEDIR', None)
    cli.env.update(LANGUAGE='zh_CN')
    # A build folder moved elsewhere: nothing of it is where it was configured.
    moved = {'app/cli/zhibu-cli': cli.CLI, 'app/exchange/sheet/zhibu-sheet': f'{build}/app/exchange/sheet/zhibu-sheet',
             'po/zh_CN/LC_MESSAGES/zhibu.mo': f'{build}/po/zh_CN/LC_MESSAGES/zhibu.mo'}
    for place, own in moved.items():
        os.makedirs(os.path.dirname(cli.path(place)), exist_ok=True)
        shutil.copy(own, cli.path(place))
    cli.CLI = cli.path('app/cli/zhibu-cli')
    assert '新增' in cli.ok('import', 'member', path)
    assert len(cli.members()) == 2


@case
def a_registry_is_never_written_over(cli):
    cli.ok('init')
    cli.ok('add', 'member', 'name=张三')
    cli.ok('backup', cli.path('备份.zhibu'))
    for name in (cli.registry, cli.path('备份.zhibu')):
        with open(name, 'rb') as file:
            before = file.read()
        cli.refused('import', 'member', cli.write('名册.csv', '姓名,出生日期\n李四,1985.13\n'), '--report', name, '--dry-run')
        with open(name, 'rb') as file:
            assert file.read() == before, name
    os.rename(cli.registry, cli.path('台账.csv'))
    cli.registry = cli.path('台账.csv')
    cli.refused('export', 'members', '--to', cli.registry, '--force')
    assert [m['name'] for m in cli.members()] == ['张三']


main()
