# SPDX-License-Identifier: GPL-3.0-or-later
"""The step from one version to the next: by a program that has one step of the schema more than today's."""
import contextlib
import glob
import os
import resource
import sqlite3
import subprocess

from zhibu_cli import BUILD, case, main

NEXT = os.path.join(BUILD, 'tests', 'cli', 'zhibu-cli-next')
TODAY = os.path.join(BUILD, 'app', 'cli', 'zhibu-cli')
MADE = []


def made_today(cli):
    """A registry of today's program, made once for all cases, then looked at by the next one. Returns the version it has."""
    if not MADE:
        cli.CLI = TODAY
        cli.ok('demo', '--members', '40')
        cli.ok('set', 'member', cli.members()[0]['uid'], 'note=先记')
        with open(cli.registry, 'rb') as file:
            MADE.append(file.read())
    cli.write('registry.zhibu', MADE[0])
    os.chmod(cli.registry, 0o600)
    cli.CLI = NEXT
    return version_of(cli.registry)


def version_of(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute('PRAGMA user_version').fetchone()[0]


def dump(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def change(cli, *statements):
    """Behind the program's back."""
    with contextlib.closing(sqlite3.connect(cli.registry, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def files(cli):
    return sorted(os.listdir(cli.folder))


def assert_refused_and_untouched(cli, version, *, said=None):
    before = dump(cli.registry)
    told = cli.refused('list', 'member')
    assert said is None or said in told, told
    cli.refused('set', 'member', '#1', 'note=x')
    assert version_of(cli.registry) == version and dump(cli.registry) == before
    assert not glob.glob(cli.registry + '.before*'), files(cli)


@case
def reading_brings_it_up_to_date_and_keeps_a_copy(cli):
    version = made_today(cli)
    cli.CLI = TODAY
    before, log = cli.members('--scope', 'all'), cli.json('log')
    cli.CLI = NEXT
    status, _, err = cli.run('list', 'member')
    copy, = glob.glob(cli.registry + '.before-v*')
    assert status == 0 and copy in err, err
    assert version_of(cli.registry) == version + 1
    assert cli.members('--scope', 'all') == before and cli.json('log') == log
    assert cli.run('list', 'member')[2] == '', 'told once'
    with contextlib.closing(sqlite3.connect(cli.registry, isolation_level=None)) as db:
        assert db.execute('SELECT text FROM remark').fetchall() == [('先记',)]
    assert not [f for f in cli.json('check') if f['level'] == 'damage']
    cli.ok('undo')
    assert not [m for m in cli.members() if m['note'] == '先记']
    cli.ok('redo')
    assert cli.members('--scope', 'all') == before

    # Today's program leaves the newer file alone, and finds all of it in the copy.
    cli.CLI = TODAY
    whole = dump(cli.registry)
    assert 'newer' in cli.refused('list', 'member')
    assert 'newer' in cli.refused('add', 'member', 'name=张三')
    assert dump(cli.registry) == whole
    assert os.stat(copy).st_mode & 0o777 == 0o600
    cli.registry = copy
    assert cli.members('--scope', 'all') == before and cli.json('log') == log
    cli.ok('set', 'member', before[0]['uid'], 'note=接着用')


@case
def writing_does_too(cli):
    version = made_today(cli)
    cli.ok('add', 'member', 'name=张三')
    assert version_of(cli.registry) == version + 1 and cli.member('张三')['name'] == '张三'


@case
def a_step_that_fails_changes_nothing(cli):
    version = made_today(cli)
    change(cli, 'CREATE TABLE remark (x)')
    assert_refused_and_untouched(cli, version)
    cli.CLI = TODAY
    assert len(cli.members()) == 40


@case
def broken_links_stop_it(cli):
    version = made_today(cli)
    change(cli, 'PRAGMA foreign_keys = OFF', 'DELETE FROM person WHERE id = 3')
    assert_refused_and_untouched(cli, version, said='damaged')


@case
def a_full_disk_stops_it(cli):
    version = made_today(cli)
    before = dump(cli.registry)
    blocks = os.path.getsize(cli.registry) // 2
    done = subprocess.run([NEXT, '--registry', cli.registry, 'list', 'member'], env=cli.env, capture_output=True, text=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (blocks, blocks)))
    assert done.returncode == 1 and 'full' in done.stderr and done.stderr.count('\n') == 1, done.stderr
    assert version_of(cli.registry) == version and dump(cli.registry) == before
    assert files(cli) == ['registry.zhibu'], files(cli)


@case
def many_programs_at_once_do_it_once(cli):
    version = made_today(cli)
    command = [NEXT, '--registry', cli.registry, 'list', 'member', '--json']
    running = [subprocess.Popen(command, env=cli.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    told = []
    for process in running:
        out, err = process.communicate()
        assert process.returncode == 0, err
        assert out.count('"uid"') == 40
        told += [err] if err else []
    assert version_of(cli.registry) == version + 1
    with contextlib.closing(sqlite3.connect(cli.registry, isolation_level=None)) as db:
        assert db.execute('SELECT count(*) FROM remark').fetchone() == (1,)
    copy, = glob.glob(cli.registry + '.before-v*')
    assert version_of(copy) == version
    assert len(told) == 1 and copy in told[0], told


@case
def an_older_backup_is_restored_and_brought_up_to_date(cli):
    version = made_today(cli)
    cli.CLI = TODAY
    cli.ok('backup', cli.path('copy.zhibu'))
    before = cli.members('--scope', 'all')
    cli.CLI = NEXT
    cli.ok('set', 'member', before[0]['uid'], 'note=后改')
    report = cli.json('restore', cli.path('copy.zhibu'))
    assert report['people'] == len(before), report
    assert version_of(cli.registry) == version + 1 and version_of(cli.path('copy.zhibu')) == version
    assert cli.members('--scope', 'all') == before
    assert not [f for f in os.listdir(cli.folder) if f.startswith('.')], files(cli)
    kept, = glob.glob(cli.registry + '.before-restore-*')
    cli.ok('restore', kept)
    assert cli.members('--scope', 'all')[0]['note'] == '后改' or [m for m in cli.members('--scope', 'all') if m['note'] == '后改']


@case
def a_damaged_older_backup_is_not_restored(cli):
    made_today(cli)
    cli.CLI = TODAY
    cli.ok('backup', cli.path('copy.zhibu'))
    cli.CLI = NEXT
    cli.ok('list', 'member')
    before = dump(cli.registry)
    with open(cli.path('copy.zhibu'), 'r+b') as file:
        file.seek(8192)
        file.write(b'\xff' * 4096)
    cli.refused('restore', cli.path('copy.zhibu'))
    assert dump(cli.registry) == before
    assert not [f for f in os.listdir(cli.folder) if f.startswith('.')], files(cli)


main()
