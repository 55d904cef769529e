# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes from a terminal and goes to one: encodings, orders to the terminal, words of any length."""
import os
import subprocess

from zhibu_cli import case, main

# For every command: all that a terminal would obey in one word, and words of any length.
ORDERS = ('\x01\x1b[31m红\x7f\u0085\u202e翻\u2066x行\n行\r覆盖', '长' * 5000, 'a' * 100000)
# For a few commands each, taken in turn.
ODD = ('\x1b]0;x\x07', '\u202e翻', '行\n行', '%s%n%d', '-1', '1e99', '99999999999999999999', '../..', '#0', '#-1', '@', '“”', '=', 'a=b', '🙂')
OTHER_PARTS = ('LC_COLLATE', 'LC_TIME', 'LC_NUMERIC', 'LC_MONETARY', 'LC_MESSAGES')


def filled(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=第一党支部', 'kind=党支部')
    cli.ok('add', 'member', 'name=张三', 'sex=女', 'branch=第一党支部')


@case
def help_fits_a_terminal(cli):
    """Of all commands and of each; without a registry, before and behind the command."""
    said = cli.ok('--help')
    commands = [line.split()[0] for line in said.splitlines() if line.startswith('  ') and line[2] != ' ']
    assert {'import', 'export', 'undo-import', 'restore'} <= set(commands), commands
    for command in commands:
        usage = cli.ok(command, '--help')
        assert usage == cli.ok('help', command) and usage in said
        assert all(len(line) < 80 for line in usage.splitlines()[:-1]), usage
    # Every option that stands in the one line of the usage stands in the lines too.
    for option in ('--template', '--public', '--save-occasion', '--right-first', '--per-page', '--until'):
        assert option in cli.ok('export', '--help'), option
    assert not os.path.exists(cli.registry)


@case
def no_word_becomes_an_order_to_the_terminal(cli):
    filled(cli)
    before = cli.members('--scope', 'all')
    commands = ([], ['list'], ['list', 'member', '--where'], ['list', 'member', '--order'], ['list', 'member', '--branch'], ['show', 'member'],
                ['show'], ['add', 'member'], ['set', 'member', '张三'], ['do', 'member', '张三'], ['do', 'member'], ['undo'], ['stats'],
                ['export', 'members', '--to'], ['export'], ['import', 'member'], ['roll'], ['study', '--year'], ['log', '--limit'],
                ['year', '--branch'], ['restore'], ['attachment'])
    for number, command in enumerate(commands):
        for word in (*ORDERS, *(ODD[(2 * number + i) % len(ODD)] for i in range(2))):
            words = [*command, word]
            status, out, err = cli.run_bytes(*(w.encode() for w in words))
            text = out.decode() + err.decode()
            assert status in (0, 1, 2), (words[:3], status, text[:300])
            assert status == 0 or err.count(b'\n') == 1, (words[:3], err[:300])
            assert len(err) < 4000, (command, len(err))
            wrong = [c for c in text if (c < ' ' and c not in '\n\t') or '\x7f' <= c <= '\x9f' or '\u202a' <= c <= '\u202e' or '\u2066' <= c <= '\u2069']
            assert not wrong, (words[:3], wrong[:3])
    assert cli.members('--scope', 'all') == before


@case
def a_list_is_one_line_for_each(cli):
    filled(cli)
    cli.ok('set', 'member', '张三', 'note=一\n二\t三')
    cli.ok('add', 'member', 'name=李四', 'branch=第一党支部')
    cli.ok('add', 'talk', 'on=2026-01-05', 'org=第一党支部', 'person=张三', 'other=李四', 'subject=一', 'contents=一\n二')
    for kind, count in (('member', 3), ('talk', 2), ('organization', 2)):
        lines = cli.ok('list', kind).rstrip('\n').split('\n')
        assert len({line.count('\t') for line in lines}) == 1 and len(lines) == count, lines


@case
def the_terminal_may_speak_another_encoding(cli):
    # GBK is GB 18030 without its characters of four bytes, and made in a fortieth of the time.
    source = 'LC_CTYPE\ncopy "zh_CN"\nEND LC_CTYPE\n' + ''.join(f'{part}\ncopy "POSIX"\nEND {part}\n' for part in OTHER_PARTS)
    subprocess.run(['localedef', '-c', '-i', cli.write('locale', source), '-f', 'GBK', cli.path('zh_CN.GBK')], capture_output=True, check=False)
    if not os.path.isdir(cli.path('zh_CN.GBK')):
        return 'this system knows no GBK'
    cli.ok('init')
    cli.env.update(LC_ALL='zh_CN.GBK', LOCPATH=cli.folder)

    def typed(*words):
        status, out, err = cli.run_bytes(*(word.encode('gbk') for word in words))
        return status, out.decode('gbk'), err.decode('gbk')

    assert typed('add', 'organization', 'name=第一党支部', 'kind=党支部')[0] == 0
    assert typed('add', 'member', 'name=张三', 'branch=第一党支部', 'sex=女')[0] == 0
    status, out, _ = typed('list', 'member', '--where', '女', '--branch', '第一党支部')
    assert status == 0 and '张三' in out
    status, _, err = typed('show', 'member', '李四')
    assert status == 1 and '“李四”' in err
    status, _, err = typed('export', 'members', '--to', cli.path('名册.csv'), '--columns', '体重')
    assert '体重' in err
    # What programs read is UTF-8 wherever it is made.
    assert '张三' in cli.run_bytes('list', 'member', '--json')[1].decode()
    cli.env.update(LC_ALL='C.UTF-8')
    assert [m['name'] for m in cli.members('--scope', 'all')] == ['张三']


@case
def no_terminal_setting_is_needed(cli):
    filled(cli)
    for settings in ({'LC_ALL': 'C'}, {'LC_ALL': 'POSIX'}, {'LC_ALL': ''}, {'LC_ALL': 'xx_YY.UTF-8'}, {'LC_ALL': 'zh_CN.UTF-8'}):
        cli.env.update(settings)
        assert '张三' in cli.ok('list', 'member', '--where', '女')
        assert '李四' in cli.refused('show', 'member', '李四')
    for name in ('HOME', 'LC_ALL', 'LANG', 'XDG_DATA_HOME', 'PATH', 'USER', 'TMPDIR'):
        cli.env.pop(name, None)
    assert '张三' in cli.ok('list', 'member')
    cli.ok('export', 'members', '--to', cli.path('out.xlsx'))
    cli.ok('import', 'member', cli.path('out.xlsx'), '--dry-run')


main()
