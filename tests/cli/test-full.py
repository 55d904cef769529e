# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full, and a limit on the size of files: one sentence, no broken file, nothing of a library's own."""
import json
import os
import resource
import shutil
import subprocess
import zipfile

from zhibu_cli import case, main

FULL = 'The disk is full; nothing of this was kept. Make room on the disk and try again.'
# A mount of its own for the one command, gone with it.
INSIDE = ['unshare', '--map-root-user', '--mount', 'sh', '-c',
          'mount -t tmpfs -o size="$SIZE" none "$WHERE" && "$@"; status=$?; ls -A "$WHERE" >"$LEFT"; exit $status', 'sh']


def limited(blocks):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (blocks * 1024, blocks * 1024))
    return limit


def assert_whole_or_refused(path, done, n_rows):
    """The file is whole, or there is none and one sentence says why."""
    if done.returncode == 0:
        with zipfile.ZipFile(path) as book:
            assert book.testzip() is None
            sheet = book.read('xl/worksheets/sheet1.xml')
        assert sheet.rstrip().endswith(b'</worksheet>'), sheet[-80:]
        assert sheet.count(b'<row ') >= n_rows, sheet.count(b'<row ')
        os.remove(path)
        return True
    assert done.returncode == 1 and done.stderr.strip() == FULL, (done.returncode, done.stderr)
    assert not os.path.exists(path)
    return False


def export(cli, kind, **how):
    path = cli.path('x.' + kind)
    command = [*how.pop('before', []), cli.CLI, '--registry', cli.registry, 'export', 'members', '--to', how.pop('to', path)]
    return path, subprocess.run(command, env=dict(cli.env, **how.pop('env', {})), capture_output=True, text=True, check=False, **how)


def with_people(cli):
    """So many that a sheet, 270 kB before it is packed, does not fit into the smaller sizes below."""
    rows = ''.join(f'张三{i},男,2010-07-01,2011-07-01,第一党支部,第{i}行的备注\n' for i in range(600))
    cli.ok('init')
    cli.ok('import', 'member', cli.write('people.csv', '姓名,性别,入党日期,转正日期,所在党支部,备注\n' + rows))
    return 600


@case
def a_limit_on_the_size_of_files_breaks_no_workbook(cli):
    n = with_people(cli)
    verdicts = []
    for blocks in (1, 16, 64, 128, 200, 256, 400, 100000):
        path, done = export(cli, 'xlsx', preexec_fn=limited(blocks))
        verdicts.append(assert_whole_or_refused(path, done, n))
    assert verdicts == sorted(verdicts) and verdicts[0] is False and verdicts[-1] is True, verdicts


def can_mount(cli):
    return shutil.which('unshare') and subprocess.run(
        ['unshare', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', cli.folder], capture_output=True, check=False).returncode == 0


@case
def a_full_disk_is_told_in_one_sentence(cli):
    if not can_mount(cli):
        return 'no file system can be mounted here'
    n = with_people(cli)
    disk = cli.path('disk')
    os.mkdir(disk)
    # A PDF brings its fonts with it and becomes full in another place for every size.
    for kind, size in (('xlsx', '16k'), ('csv', '16k'), ('pdf', '8k'), ('pdf', '64k'), ('pdf', '200k'), ('docx', '8k'), ('docx', '16k')):
        env = {'SIZE': size, 'WHERE': disk, 'LEFT': cli.path('left')}
        _, done = export(cli, kind, before=INSIDE, env=env, to=os.path.join(disk, 'x.' + kind))
        assert done.returncode == 1 and done.stderr.strip() == FULL, (kind, size, done.returncode, done.stderr)
        with open(cli.path('left'), encoding='utf-8') as left:
            assert left.read() == '', 'nothing half-written stays'


@case
def a_list_that_does_not_fit_is_told_so(cli):
    """The check writes every row and takes it back: also there it is the disk that is told, and nothing is kept."""
    if not can_mount(cli):
        return 'no file system can be mounted here'
    rows = ''.join(f'2026-03-01,张三{i},一袋米,{"冬" * 1500}\n' for i in range(6000))
    path = cli.write('wishes.csv', '征集日期,心愿人,心愿内容,详细说明\n' + rows)
    disk = cli.path('disk')
    os.mkdir(disk)
    script = ('r="$WHERE/r.zhibu"; "$0" --registry "$r" init && "$0" --registry "$r" add organization name=第一党支部 kind=党支部 && '
              '"$0" --registry "$r" import wish "$1" --branch 第一党支部 2>"$LEFT.error"; status=$?; '
              '"$0" --registry "$r" list household --json >"$LEFT.list"; exit $status')
    # Where it becomes full differs: in a row, or between two.
    for size in ('2m', '3m', '5m'):
        env = dict(cli.env, SIZE=size, WHERE=disk, LEFT=cli.path('left'))
        done = subprocess.run([*INSIDE, 'sh', '-c', script, cli.CLI, path], env=env, capture_output=True, text=True, check=False)
        with open(cli.path('left.error'), encoding='utf-8') as error, open(cli.path('left.list'), encoding='utf-8') as kept:
            told, households = error.read().strip().splitlines(), json.load(kept)
        assert done.returncode == 1 and told[-1:] == [FULL], (size, done.returncode, told[-1:], done.stderr[-300:])
        assert households == [], households


@case
def a_full_folder_for_scratch_files_breaks_no_workbook(cli):
    if not can_mount(cli):
        return 'no file system can be mounted here'
    n = with_people(cli)
    disk = cli.path('disk')
    os.mkdir(disk)
    verdicts = []
    for size in ('8k', '64k', '200k', '272k', '288k', '400k', '500k', '600k', '700k', '760k', '820k', '20m'):
        env = {'SIZE': size, 'WHERE': disk, 'LEFT': cli.path('left'), 'TMPDIR': disk}
        path, done = export(cli, 'xlsx', before=INSIDE, env=env)
        verdicts.append(assert_whole_or_refused(path, done, n))
    assert verdicts == sorted(verdicts) and verdicts[0] is False and verdicts[-1] is True, verdicts


@case
def a_report_of_errors_is_whole_or_refused(cli):
    cli.ok('init')
    rows = ''.join(f'张三{i},1985-13-40\n' for i in range(3000))
    file = cli.write('bad.csv', '姓名,出生日期\n' + rows)
    path = cli.path('report.xlsx')
    command = [cli.CLI, '--registry', cli.registry, 'import', 'member', file, '--dry-run', '--report', path]
    for blocks in (1, 64, 200, 100000):
        done = subprocess.run(command, env=cli.env, capture_output=True, text=True, check=False, preexec_fn=limited(blocks))
        if blocks < 100000 and not os.path.exists(path):
            assert done.returncode == 1 and FULL in done.stderr and '[ERROR]' not in done.stderr, done.stderr[-300:]
            continue
        with zipfile.ZipFile(path) as book:
            assert book.read('xl/worksheets/sheet1.xml').count(b'<row ') >= 3001
        os.remove(path)


main()
