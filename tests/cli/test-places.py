# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries that are damaged, locked or no registries: what each command says, and what stays as it was."""
import contextlib
import os
import shutil
import sqlite3

from zhibu_cli import case, main

OWNER, READER = 65533, 65534
READING = (['list', 'member'], ['list', 'post'], ['search', '张'], ['stats'], ['due'], ['check'], ['log'], ['year'], ['study'])
WRITING = (['add', 'member', 'name=张三'], ['undo'], ['redo'], ['import', 'member', 'in.csv'])


def filled(cli):
    cli.ok('demo', '--members', '25')
    cli.write('in.csv', '姓名,性别\n王新,男\n')
    with open(cli.registry, 'rb') as file:
        return file.read()


def beside(cli):
    return sorted(name for name in os.listdir(cli.folder) if name.startswith('registry'))


@case
def what_is_no_registry_is_named(cli):
    whole = filled(cli)
    for content in (b'', b'no registry at all ' * 900, whole[:100], whole[:len(whole) // 2]):
        for words in (*READING, *WRITING, ['backup', cli.path('copy.zhibu')]):
            cli.write('registry.zhibu', content)
            sentence = cli.refused(*words)
            assert 'registry.zhibu”' in sentence and 'restore a backup' in sentence, (words, sentence)
            with open(cli.registry, 'rb') as file:
                assert file.read() == content, words
        assert beside(cli) == ['registry.zhibu'], beside(cli)


@case
def a_file_cut_at_its_end_may_be_read_only(cli):
    whole = filled(cli)
    for words in WRITING:
        cli.write('registry.zhibu', whole[:-1000])
        assert 'registry.zhibu” is not a registry, or it is damaged' in cli.refused(*words)
        with open(cli.registry, 'rb') as file:
            assert file.read() == whole[:-1000], words
    assert len(cli.members('--scope', 'all')) > 20
    assert 'registry.zhibu”' in cli.refused('backup', cli.path('copy.zhibu'))
    status, out, _ = cli.run('check')
    assert status == 1 and 'The file is damaged' in out
    cli.write('good.zhibu', whole)
    cli.ok('restore', cli.path('good.zhibu'))
    cli.ok('check')


@case
def a_folder_is_no_registry(cli):
    filled(cli)
    cli.ok('backup', cli.path('good.zhibu'))
    cli.registry = cli.path('folder')
    os.mkdir(cli.registry)
    for words in (*READING, *WRITING):
        assert 'is not a registry' in cli.refused(*words)
    assert 'folder” is there already' in cli.refused('restore', cli.path('good.zhibu'))
    assert 'folder” is there already' in cli.refused('init')
    assert os.listdir(cli.registry) == []


@case
def a_link_to_nowhere_is_not_followed(cli):
    filled(cli)
    cli.ok('backup', cli.path('good.zhibu'))
    cli.registry = cli.path('link')
    os.symlink('/nowhere/at/all.zhibu', cli.registry)
    for words in (['list', 'member'], ['add', 'member', 'name=张三'], ['restore', cli.path('good.zhibu')]):
        assert 'link” was not found' in cli.refused(*words)
    assert 'is there already' in cli.refused('init')
    assert os.readlink(cli.registry) == '/nowhere/at/all.zhibu'


@case
def a_reader_does_not_keep_the_owner_from_writing(cli):
    cli.become(OWNER)
    cli.ok('demo', '--members', '25')
    cli.write('in.csv', '姓名,性别\n王新,男\n')
    os.chmod(cli.registry, 0o644)
    if cli.before:
        cli.become(READER)
    else:
        os.chmod(cli.registry, 0o444)
    for words in READING:
        cli.ok(*words)
        assert beside(cli) == ['registry.zhibu'], (words, beside(cli))
    for words in WRITING:
        assert 'may only be read' in cli.refused(*words)
    if not cli.before:
        os.chmod(cli.registry, 0o644)
    cli.become(OWNER)
    cli.ok('add', 'member', 'name=张三')


@case
def a_reader_sees_what_the_owner_has_just_written(cli):
    cli.ok('demo', '--members', '25')
    os.chmod(cli.registry, 0o644)
    with contextlib.closing(sqlite3.connect(cli.registry, isolation_level=None)) as owner:
        owner.execute("UPDATE person SET note = '刚写'")
        cli.become(READER)
        if not cli.before:
            os.chmod(cli.registry, 0o444)
        assert {m['note'] for m in cli.members('--scope', 'all')} == {'刚写'}
        owner.execute("UPDATE person SET note = '又写'")
    os.chmod(cli.registry, 0o644)
    cli.become(0)
    cli.ok('add', 'member', 'name=张三')


@case
def a_locked_folder_lets_read(cli):
    cli.become(OWNER)
    filled(cli)
    folder = cli.path('locked')
    os.mkdir(folder)
    shutil.copy(cli.registry, folder)
    cli.registry = os.path.join(folder, 'registry.zhibu')
    os.chmod(cli.registry, 0o666)
    os.chmod(folder, 0o555)
    for words in READING:
        cli.ok(*words)
    for words in WRITING:
        assert 'may only be read' in cli.refused(*words)
    assert 'may only be read' in cli.refused('export', 'members', '--to', os.path.join(folder, 'out.csv'))
    assert os.listdir(folder) == ['registry.zhibu']
    os.chmod(folder, 0o755)


@case
def what_may_not_be_read_is_called_so(cli):
    cli.become(OWNER)
    filled(cli)
    folder = cli.path('closed')
    os.mkdir(folder)
    shutil.copy(cli.registry, folder)
    os.chmod(cli.registry, 0)
    cli.become(READER)
    for words in (*READING, *WRITING):
        assert 'not be written or read' in cli.refused(*words)
    cli.registry = os.path.join(folder, 'registry.zhibu')
    os.chmod(folder, 0)
    for words in (*READING, *WRITING):
        assert 'not be written or read' in cli.refused(*words), 'not: was not found'
    os.chmod(folder, 0o755)


@case
def somebody_without_an_account_can_work(cli):
    cli.become(2999)
    cli.env.pop('USER', None)
    cli.ok('init')
    status, _, err = cli.run('add', 'member', 'name=张三')
    assert (status, err) == (0, ''), err
    cli.env['USER'] = '值班员'
    cli.ok('add', 'member', 'name=李四')
    assert not cli.before or '值班员' in cli.ok('log')


main()
