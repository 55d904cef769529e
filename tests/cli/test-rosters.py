# SPDX-License-Identifier: GPL-3.0-or-later
"""Every roster of rosters/ comes in as the clerk wrote it down. With words: only those whose names have one of them."""
import json
import sys

from rosters import ROSTERS
from rosters import cells, dates, desks, drawers, formats, habits, hands, kinds, layouts, leavers, ledgers, lists, offices, pages, people, producers, programs, sheets, strays, word  # noqa: F401  each adds its own
from zhibu_cli import CASES, main

MONEY = {'dues_base', 'estimate', 'money'}
NOT_COMPARED = {'uid', 'id', 'row_version', 'age', 'standing', 'state', 'reading'}


def expected_of(roster):
    """Returns: the fields, and for each row of the file what has to come of it."""
    lines = [line.strip() for line in roster.expected.strip().split('\n')]
    fields = [cell.strip() for cell in lines[0].split('|')]
    table = []
    for line in lines[1:]:
        cells = [cell.strip() for cell in line.split('|')]
        if len(cells) <= 2 and not cells[-1] in ('new', 'update', 'same', 'conflict', 'error'):
            table.append((cells[0], cells[1], {}, ''))
            continue
        assert len(cells) <= len(fields), f'{roster.title}: more cells than fields: {line}'
        values = dict(zip(fields, cells + [''] * len(fields)))
        flags = values.pop('flags', '')
        table.append((values.pop('row'), values.pop('verdict'), {key: value for key, value in values.items() if value}, flags))
    return table


def shown(record):
    """What is not empty, codes by their labels."""
    out = {}
    for key, value in (record or {}).items():
        if value is None or value == '' or key.endswith('_label') or key in NOT_COMPARED:
            continue
        out[key] = shown_value(key, value, record).replace('\n', '\\n')
    return out


def shown_value(key, value, record):
    if isinstance(value, bool):
        return '是' if value else '否'
    return f'{value / 100:.2f}' if key in MONEY else str(record.get(f'{key}_label') or value)


def flag(entry):
    field = entry['field'] if 'field' in entry else entry['column']
    kind = entry['kind'] if 'kind' in entry else entry['rule']
    return f'{field}:{kind}' if field else kind


def got_of(report):
    several = len({row['sheet'] for row in report['rows']}) > 1
    table = []
    for problem in report['problems']:
        if problem['row'] == 0 and problem['rule'] not in INFOS:
            value = f'{problem["rule"]}:{problem["column"] or problem["value"] or ""}'.rstrip(':')
            table.append(('file', value, {}, ''))
    for row in report['rows']:
        place = f'{row["sheet"]}!{row["row"]}' if several else str(row['row'])
        if row['verdict'] == 'skipped':
            table.append((place, row['flags'][0]['kind'], {}, ''))
            continue
        flags = ' '.join(flag(entry) for entry in row['flags'] if entry['severity'] != 'info')
        table.append((place, row['verdict'], shown(row.get('record')), flags))
    return table


# Of most lists here; told, but not what they are about.
INFOS = ('from-id-number', 'branch-from-sheet', 'column-computed', 'branch-missing', 'category-missing')


def prepare(cli, roster):
    cli.ok('init')
    for words in roster.before:
        cli.ok(*words)
    path = cli.path(roster.name or roster.title + '.csv')
    roster.write(path)
    return path


def differences(expected, got):
    """What a reader of the log wants to see: only the lines that differ."""
    of_file, told = ({line[1] for line in table if line[0] == 'file'} for table in (expected, got))
    out = [f'want of the file {line}' for line in of_file - told] + [f'got of the file {line}' for line in told - of_file]
    expected, got = ([line for line in table if line[0] != 'file'] for table in (expected, got))
    for index in range(max(len(expected), len(got))):
        want = expected[index] if index < len(expected) else None
        have = got[index] if index < len(got) else None
        if want != have:
            out += [f'want {want}', f'got  {have}']
    return out


def run(cli, roster):
    path = prepare(cli, roster)
    if roster.expected.strip().startswith('refused'):
        sentence = cli.refused('import', roster.kind, path, '--dry-run', *roster.options)
        assert roster.expected.strip().split('|')[1].strip() in sentence, sentence
        return
    status, out, err = cli.run('import', roster.kind, path, '--dry-run', '--json', *roster.options)
    assert out, f'exit {status}: {err}'
    report = json.loads(out)
    expected = expected_of(roster)
    bad = differences(expected, got_of(report))
    assert not bad, '\n' + '\n'.join(bad)
    assert (status == 0) == (report['errors'] == 0), (status, report['errors'])
    assert not cli.json('list', roster.kind if roster.kind != 'auto' else report['kind'], '--scope', 'all') or roster.before


for each in sorted(ROSTERS, key=lambda roster: roster.title):
    if len(sys.argv) < 2 or any(word in each.title for word in sys.argv[1:]):
        def case(cli, each=each):
            run(cli, each)
        case.__name__ = each.title
        CASES.append(case)

main()
