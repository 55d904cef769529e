# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile and broken files: one plain Chinese sentence each, nothing changed, and the program lives. With ZB_HOSTILE_TIMES the slowest
of them are told."""
import atexit
import json
import os
import shutil
import threading
import time

from hostile import FILES, HONEST
from hostile_more import FILES as MORE
from hostile_rest import FILES as REST
from zhibu_cli import case, main

TIMES = []
UNPREPARED = ('Segmentation', 'core dumped', 'CRITICAL', 'WARNING', 'Traceback', 'ERROR:')


def chinese(cli):
    cli.ok('init')
    cli.ok('add', 'member', 'name=在册人')
    cli.env.update(LANGUAGE='zh_CN', LC_ALL='C.UTF-8', ZB_LOCALEDIR=os.path.join(os.environ['ZB_BUILDDIR'], 'po'))


def content(cli):
    return cli.json('list', 'member', '--scope', 'all', '--private'), cli.ok('log')


def refused(cli, path, words, before, options=()):
    begin = time.monotonic()
    status, out, err = cli.run('import', 'member', path, *options)
    TIMES.append((time.monotonic() - begin, os.path.basename(path)))
    assert not any(word in err for word in UNPREPARED), f'{path}: {err}'
    assert status in (0, 1), f'{path}: exit {status}: {err}'
    if words is None:
        return status
    assert status == 1 and err.count('\n') == 1, f'{path}: exit {status}: {err!r} {out!r}'
    assert words in err, f'{path}: {err!r} does not say {words}'
    assert content(cli) == before, path
    return status


def each_gets_its_sentence(cli, files):
    chinese(cli)
    before = content(cli)
    wrong = []
    for name, make, words in files:
        path = cli.write(name, make())
        try:
            refused(cli, path, words, before, ('--dry-run',) if words is None else ())
        except AssertionError as failure:
            wrong.append(str(failure))
        os.unlink(path)
    assert not wrong, '\n'.join(wrong)
    assert content(cli) == before


@case
def every_file_gets_its_sentence(cli):
    each_gets_its_sentence(cli, FILES)


@case
def files_that_contradict_themselves(cli):
    each_gets_its_sentence(cli, MORE)


@case
def files_that_ask_over_and_over(cli):
    each_gets_its_sentence(cli, REST)


@case
def a_page_that_closes_nothing(cli):
    """Sloppy, not hostile: thousands of marks are open at its end."""
    cli.ok('init')
    rows = ''.join(f'<tr><td><font color=red><b>样本{i}<td><font>男<td><span>1985.07' for i in range(5000))
    path = cli.write('page.xls', f'<html><meta charset=utf-8><table><tr><td>姓名<td>性别<td>出生日期{rows}</table></html>')
    assert cli.json('import', 'member', path)['new'] == 5000


@case
def files_that_change_meanwhile(cli):
    """While a file is read another program goes on writing it, cuts it short, or takes it away."""
    chinese(cli)
    before = content(cli)
    stop = threading.Event()

    def change(path):
        turn = 0
        while not stop.is_set():
            turn += 1
            try:
                with open(path, 'ab' if turn % 3 else 'wb') as out:
                    out.write(HONEST['csv']() * 500)
                if turn % 7 == 0:
                    os.unlink(path)
                elif turn % 5 == 0:
                    os.truncate(path, turn * 131 % 7000)
            except FileNotFoundError:
                pass

    path = cli.write('changing.csv', HONEST['csv']())
    writer = threading.Thread(target=change, args=(path,))
    writer.start()
    try:
        for _ in range(25):
            refused(cli, path, None, before, ('--dry-run',))
    finally:
        stop.set()
        writer.join()
    assert content(cli) == before


@case
def files_of_odd_names(cli):
    """Line breaks, signs that a terminal obeys, and bytes that are no text: told in one line, and taken in as any other."""
    chinese(cli)
    before = content(cli)
    for name in (b'two\nlines.csv', b'\xff\xfe\xd0\xd5.csv', b'\x1b[2J\x1b]0;x\x07.csv', b'-rf', b'--dry-run ', b'%s%n.csv', '\u202ecsv.exe'.encode()):
        path = os.path.join(os.fsencode(cli.folder), name)
        with open(path, 'wb') as out:
            out.write(b'\x7fELF\x02\x01\x01')
        status, out, err = cli.run_bytes('import', 'member', path)
        assert status == 1 and err.count(b'\n') == 1 and '不是表格'.encode() in err, (name, out, err)
        assert b'\x1b' not in out + err, (name, out, err)
        with open(path, 'wb') as out:
            out.write(HONEST['csv']())
        status, out, err = cli.run_bytes('import', 'member', path, '--dry-run', '--json')
        assert status == 0 and json.loads(out)['new'] == 2, (name, out, err)
        status, out, err = cli.run_bytes('import', 'member', path, '--dry-run')
        assert status == 0 and out.count(b'\n') == 1 and b'\x1b' not in out + err, (name, out, err)
    assert content(cli) == before


@case
def files_without_an_end(cli):
    """Of four gigabytes that are not there, and those of the system that hold something else with each reading."""
    chinese(cli)
    before = content(cli)
    for name, start in (('sparse.csv', b''), ('sparse.xlsx', HONEST['xlsx']())):
        with open(cli.path(name), 'wb') as out:
            out.write(start)
            out.truncate(4 << 30)
        refused(cli, cli.path(name), '', before)
    for name in ('/proc/self/maps', '/proc/self/mem', '/proc/self/pagemap', '/dev/stdin'):
        refused(cli, name, '', before)


@case
def honest_files_cut_anywhere(cli):
    """All places near both ends, and some between."""
    chinese(cli)
    before = content(cli)
    for kind, make in HONEST.items():
        data = make()
        places = sorted({*range(0, min(len(data), 12)), *range(max(0, len(data) - 6), len(data)), *(len(data) * part // 24 for part in range(24))})
        for place in places:
            path = cli.write(f'cut.{kind}', data[:place])
            status = refused(cli, path, None, before, ('--dry-run',))
            # Text and pages may end anywhere; what is packed is whole or damaged.
            assert status == 1 or kind in ('csv', 'html', 'xml') or place > len(data) - 600, (kind, place)
        assert content(cli) == before, kind


@case
def what_is_no_file(cli):
    chinese(cli)
    before = content(cli)
    os.mkdir(cli.path('folder.xlsx'))
    os.mkfifo(cli.path('pipe.csv'))
    os.symlink('ring.xlsx', cli.path('ring.xlsx'))
    os.symlink('nowhere.xlsx', cli.path('dangling.xlsx'))
    os.symlink('/dev/zero', cli.path('zero.csv'))
    for name, words in (('folder.xlsx', '不是文件'), ('pipe.csv', '不是文件'), ('ring.xlsx', '没有找到'), ('dangling.xlsx', '没有找到'), ('zero.csv', '不是文件'),
                        ('/dev/zero', '不是文件'), ('/dev/null', '不是文件'), ('nothing.xlsx', '没有找到'), ('x' * 300 + '.xlsx', '')):
        refused(cli, name if name.startswith('/') else cli.path(name), words, before)


@case
def a_file_that_may_not_be_read(cli):
    chinese(cli)
    path = cli.write('secret.xlsx', HONEST['xlsx']())
    os.chmod(path, 0)
    if os.geteuid() == 0:
        return 'root may read everything'
    refused(cli, path, '不能读取', content(cli))


def put_reader(folder, text):
    with open(os.path.join(folder, 'zhibu-sheet'), 'w', encoding='utf-8') as out:
        out.write(text)
    os.chmod(os.path.join(folder, 'zhibu-sheet'), 0o755)


@case
def the_reader_that_dies_is_told(cli):
    """In place of the reader a program that is killed, breaks down, babbles or says nothing."""
    chinese(cli)
    before = content(cli)
    path = cli.write('honest.xlsx', HONEST['xlsx']())
    folder = cli.path('libexec')
    os.makedirs(folder, exist_ok=True)
    cli.env['ZB_LIBEXECDIR'] = folder
    for script in ('kill -9 $$', 'kill -11 $$', 'kill -6 $$', 'exit 0', 'exit 1', 'head -c 100000 /dev/urandom', 'printf "R\\377\\377\\377\\377"',
                   'printf "R\\004\\000\\000\\000abcd"', 'echo hello', 'printf "S\\001\\000\\000\\000\\000"; kill -9 $$'):
        put_reader(folder, f'#!/bin/sh\n{script}\n')
        refused(cli, path, '', before)
    put_reader(folder, '#!/nowhere/sh\n')
    refused(cli, path, '', before)
    shutil.rmtree(folder)


def tell_times():
    for seconds, name in sorted(TIMES, reverse=True)[:12]:
        print(f'# {seconds:.2f} s {name[:60]}')


if os.environ.get('ZB_HOSTILE_TIMES'):
    atexit.register(tell_times)
main()
