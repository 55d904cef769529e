# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries written by earlier versions: opened twice, whole, and going on as if nothing had been.

test-old-registries.py [PROGRAM STEPS]: with another program, that has so many steps of the schema more.
"""
import contextlib
import glob
import lzma
import os
import sqlite3
import sys

from zhibu_cli import Cli, case, main

ROOT = os.environ['ZB_SOURCEDIR']
FIXTURES = sorted(glob.glob(os.path.join(ROOT, 'tests', 'fixtures', 'db', 'v*.db.xz')))
NEWEST = len(glob.glob(os.path.join(ROOT, 'data', 'schema', '*.sql')))
if len(sys.argv) == 3:
    Cli.CLI = os.path.abspath(sys.argv[1])
    NEWEST += int(sys.argv[2])

# Counted by hand in make.py: who is where on 2026-11-24.
PLACES = {
    '中共青石县水务局机关支部委员会': ['单晓云', '曾国华', '王丁'],
    '中共青石县供水公司支部': ['欧阳志强', '王丁', '阿依古丽·买买提'],
}
# What was done, the newest first; in brackets what was taken back.
LOG = [
    'undo:member.set', '(member.set)', 'redo:member.set', '(undo:member.set)', 'member.set', 'undo:member.add', '(member.add)',
    'member.set', 'organization.rename', 'organization.merge', 'member.transfer-out', 'member.join', 'member.name-candidate',
    'member.name-activist', 'member.apply', 'rule.add', 'filter.add', 'post.add', 'post.add', 'term.add', *['member.add'] * 7,
    *['organization.add'] * 6,
]


def version_of(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute('PRAGMA user_version').fetchone()[0]


def assert_contents(cli):
    """Everything the fixture holds, as this version of the program tells it."""
    members = cli.members()
    places = {}
    for member in members:
        places.setdefault(member['branch'], []).append(member['name'])
    assert {place: sorted(names) for place, names in places.items()} == PLACES, places
    left, = cli.members('--scope', 'left')
    assert left['name'] == '李测试' and left['joined_on'] == '1985-07'
    shan = next(m for m in members if m['name'] == '单晓云')
    assert (shan['birth_date'], shan['id_number'], shan['phone'], shan['address'], shan['post'], shan['group'], shan['standing']) == \
        ('1968-07', '990101196807120029', '19900000001', '青石县云溪路1号', '书记', '第一党小组', 35), shan
    assert shan['note'] == '先改'
    zeng = next(m for m in members if m['name'] == '曾国华')
    assert zeng['note'] == '2021.3转入；“引号”与\\反斜线' and zeng['phone'] == '19900000002' and zeng['dues_base'] == 532150, zeng
    ouyang = next(m for m in members if m['name'] == '欧阳志强')
    assert (ouyang['category'], ouyang['joined_on'], ouyang['introducer2']) == ('probationary', '2024-01-15', '曾国华')
    assert [m['name'] for m in members if m['note'] is None and m['name'].startswith('阿依')], 'taken back'
    assert not [m for m in cli.members('--scope', 'all') if m['name'] == '误录人']
    organizations = {o['short_name'] or o['name']: o for o in cli.json('list', 'organization', '--scope', 'all')}
    assert organizations['泵站党支部']['closed_on'] == '2024-06-01' and len(organizations) == 6
    term, = cli.json('list', 'term')
    assert (term['number'], term['due_on'], term['document']) == (3, '2026-05', '青水党〔2023〕5号'), term
    filters, = cli.json('list', 'filter')
    assert filters['conditions'] == '女 且 机关党支部'
    assert len(cli.members('--where', filters['conditions'])) == 2
    assert len(cli.json('list', 'post')) == 2 and len(cli.json('list', 'rule')) == 1
    cli.as_of = '2024-05-31'
    assert {o['short_name'] for o in cli.json('list', 'organization')} >= {'水厂党支部', '泵站党支部'}
    cli.as_of = '2026-11-24'


def assert_log(cli, log):
    found = [f"({s['action']})" if s['undone_by'] else s['action'] for s in cli.json('log')]
    assert found == log, found
    assert not [f for f in cli.json('check') if f['level'] == 'damage'], cli.json('check')


def open_fixture(cli, path):
    cli.write('registry.zhibu', lzma.open(path).read())
    os.chmod(cli.registry, 0o600)


def each_fixture(function):
    def run(cli):
        assert FIXTURES
        folder = cli.folder
        for path in FIXTURES:
            name = os.path.basename(path)
            os.mkdir(os.path.join(folder, name))
            cli.folder = os.path.join(folder, name)
            cli.registry = cli.path('registry.zhibu')
            open_fixture(cli, path)
            function(cli, int(name[1:5]))
    run.__name__ = function.__name__
    return run


@case
@each_fixture
def it_is_brought_up_to_date_once_and_whole(cli, version):
    assert version_of(cli.registry) == version
    status, _, err = cli.run('list', 'member')
    copies = glob.glob(cli.registry + '.before-v*')
    assert status == 0
    if version < NEWEST:
        copy, = copies
        assert os.path.basename(copy) in err and version_of(copy) == version, err
        assert os.stat(copy).st_mode & 0o777 == 0o600
    else:
        assert copies == [] and err == '', err
    for _ in range(2):
        assert version_of(cli.registry) == NEWEST
        assert_contents(cli)
        assert_log(cli, LOG)
    assert glob.glob(cli.registry + '.before-v*') == copies


@case
@each_fixture
def its_changes_can_be_undone_and_gone_on_from(cli, version):
    before = cli.members('--scope', 'all')
    cli.ok('redo')
    assert cli.member('阿依古丽·买买提')['note'] == '后撤'
    cli.ok('undo')
    assert cli.members('--scope', 'all') == before
    # Back through a step, a renaming and a merger, and forward again.
    for _ in range(4):
        cli.ok('undo')
    assert {o['short_name'] for o in cli.json('list', 'organization')} >= {'水厂党支部', '泵站党支部'}
    assert [m['name'] for m in cli.members('--where', '泵站党支部')] == ['王丁']
    cli.ok('undo')
    assert sorted(m['name'] for m in cli.members('--where', '泵站党支部')) == ['李测试', '王丁']
    for _ in range(5):
        cli.ok('redo')
    assert cli.members('--scope', 'all') == before
    assert_contents(cli)
    cli.ok('do', 'member', '欧阳志强', 'confirm', 'on=2025-01-15')
    assert cli.member('欧阳志强')['category'] == 'full'
    assert not [f for f in cli.json('check') if f['level'] == 'damage'], cli.json('check')


@case
@each_fixture
def it_can_be_restored_from(cli, version):
    copy = cli.path('copy.zhibu')
    os.rename(cli.registry, copy)
    cli.ok('demo', '--members', '5')
    report = cli.json('restore', copy)
    assert report['people'] == 7 and report['organizations'] == 6, report
    assert version_of(copy) == version and version_of(cli.registry) == NEWEST
    assert_contents(cli)
    assert_log(cli, LOG)
    assert sorted(f.split('.before-restore')[0] for f in os.listdir(cli.folder)) == \
        ['copy.zhibu', 'registry.zhibu', 'registry.zhibu'], os.listdir(cli.folder)


main()
