# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves as a file comes back unchanged: into the registry that it left, and into an empty one."""
import json
import os
import shutil

import openpyxl

from zhibu_cli import case, main

# What a file says that is no record, and what the registry works out itself.
TOLD = {'column-computed', 'row-total', 'row-footer', 'branch-from-title', 'row-skipped'}
FORMS = (('xlsx', ()), ('csv', ()), ('csv', ('--encoding', 'gb18030')))

# Texts that a file on the way could spoil.
HARD = ['=1+1', '+1', '-1', '@SUM(A1)', "'单引号", "''两个", '0012', '1e5', '1/2', '999999999999999999999', '第一行\n第二行\n\n第四行', 'a,b;c', '"引号"',
        '表情🌟和𠮷䶮', 'x' * 450, '长' * 4000, '100%', 'TRUE', '是', '#N/A', '<b>&amp;', '{{姓名}}', "'=1+1", "'0012", '="a"', "''@x", 'é e\u0301']


def fields(cli, kind):
    """The names of all fields of a kind but those that only programs know."""
    return [key for key in cli.json('list', kind, '--private')[0] if key != 'uid' and not key.endswith('_label')]


def into_itself(cli, roster, kind, ending, more=(), told=TOLD):
    """Exports a list and takes it into a copy of the registry. Returns the report."""
    path, copy = cli.path(f'{roster}.{ending}'), cli.path('copy.zhibu')
    cli.ok('export', roster, '--to', path, '--internal', '--force', *more)
    shutil.copy(cli.registry, copy)
    registry, cli.registry = cli.registry, copy
    status, out, err = cli.run('import', kind, path, '--json', '--dry-run')
    cli.registry = registry
    assert out, err
    report = json.loads(out)
    assert (report['new'], report['updated'], report['errors'], report['new_organizations']) == (0, 0, 0, 0) and status == 0, (report, out)
    assert report['same'] == report['read'] > 0, report
    assert {problem['rule'] for problem in report['problems']} <= told, report['problems']
    return report


@case
def every_field_of_every_member_is_the_same(cli):
    cli.ok('demo', '--members', '120', '--seed', '9')
    everything = ','.join(fields(cli, 'member'))
    assert any(member['state'] not in ('在册', None) for member in cli.members('--scope', 'all')), 'somebody has left'
    for ending, more in FORMS:
        report = into_itself(cli, 'members', 'member', ending, ('--scope', 'all', '--columns', everything, *more))
        assert report['read'] == len([m for m in cli.members('--scope', 'all') if m['category'] in ('full', 'probationary')]), report['read']
    into_itself(cli, 'former', 'member', 'xlsx', ('--columns', everything), TOLD | {'unknown-column', 'branch-missing'})


@case
def somebody_who_left_is_changed_by_no_list(cli):
    cli.ok('demo', '--members', '60', '--seed', '9')
    gone = [member for member in cli.members('--scope', 'left')][0]
    csv = f'姓名,出生日期,在册情况,备注\n{gone["name"]},{gone["birth_date"]},{gone["state"]},另有说明\n'
    status, out, _ = cli.run('import', 'member', cli.write('gone.csv', csv), '--json')
    assert status == 1 and 'left-already' in out, out
    csv = f'姓名,出生日期,在册情况\n{gone["name"]},{gone["birth_date"]},在册\n'
    assert cli.run('import', 'member', cli.write('gone.csv', csv), '--json')[0] == 1


@case
def hard_texts_come_back_as_they_were(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部')
    for number, text in enumerate(HARD):
        short = text if '\n' not in text and len(text) < 500 else 'x'
        cli.ok('add', 'member', f'name=测试{"甲乙丙丁戊己庚辛壬癸"[number % 10]}{"一二三"[number // 10]}', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01',
               'category=正式党员', 'branch=第一党支部', f'note={text}', f'work_unit={short}', f'skills={short}', f'birth_date=19{number + 50}-0{number % 9 + 1}')
    before = [{k: v for k, v in member.items() if k != 'uid'} for member in sorted(cli.members(), key=lambda m: m['name'])]
    assert len(before) == len(HARD)
    everything = ','.join(fields(cli, 'member'))
    for ending, more in FORMS:
        into_itself(cli, 'members', 'member', ending, ('--columns', everything, *more))
        here, cli.registry = cli.registry, cli.path('fresh.zhibu')
        cli.ok('init')
        cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部')
        cli.ok('import', 'member', cli.path('members.' + ending))
        after = [{k: v for k, v in member.items() if k != 'uid'} for member in sorted(cli.members(), key=lambda m: m['name'])]
        for old, new in zip(before, after, strict=True):
            assert old == new, (ending, more, [(key, old[key], new[key]) for key in old if old[key] != new[key]])
        os.remove(cli.registry)
        cli.registry = here


@case
def organisations_come_back_with_groups_of_one_name(cli):
    cli.ok('demo', '--members', '120', '--seed', '9')
    everything = ','.join(fields(cli, 'organization'))
    for ending, more in FORMS:
        into_itself(cli, 'organizations', 'organization', ending, ('--columns', everything, *more))
    into_itself(cli, 'organizations', 'organization', 'xlsx', told=TOLD | {'unknown-column'})
    before = [{k: v for k, v in org.items() if k != 'uid'} for org in cli.json('list', 'organization', '--private')]
    assert [org['name'] for org in before].count('第一党小组') > 1
    cli.ok('export', 'organizations', '--to', cli.path('all.xlsx'), '--internal', '--columns', everything)
    cli.registry = cli.path('fresh.zhibu')
    cli.ok('init')
    cli.ok('import', 'organization', cli.path('all.xlsx'))
    assert [{k: v for k, v in org.items() if k != 'uid'} for org in cli.json('list', 'organization', '--private')] == before
    # A group that was moved is told, where no other has its name; two rows of one name below one branch are one too many.
    cli.ok('add', 'organization', 'name=青年党小组', 'kind=党小组', 'parent=第一党支部')
    report = cli.json('import', 'organization', cli.write('g.csv', '党组织名称,类别,上级党组织\n青年党小组,党小组,第二党支部\n'), '--dry-run')
    assert report['new'] == 0 and [p['rule'] for p in report['problems']] == ['step-differs'], report
    report = cli.run('import', 'organization', cli.write('g.csv', '党组织名称,类别,上级党组织\n新党小组,党小组,第二党支部\n新党小组,党小组,第二党支部\n'), '--dry-run', '--json')[1]
    assert 'double-in-file' in report, report


@case
def wishes_come_back_from_every_list_of_them(cli):
    cli.ok('demo', '--members', '120', '--seed', '9')
    told = TOLD | {'unknown-column', 'column-by-step'}
    for roster, kind in (('wishes-internal', 'wish'), ('wish-ledger', 'wish'), ('wish-collection', 'wish'), ('wish-claims', 'claim')):
        into_itself(cli, roster, kind, 'xlsx', told=told)
        into_itself(cli, roster, kind, 'csv', told=told)
    for roster in ('activists', 'probationary', 'contacts', 'groups', 'committee', 'reported'):
        into_itself(cli, roster, 'member', 'xlsx', told=told | {'category-from-title', 'matched-by-name', 'column-post'})


@case
def a_file_that_another_program_saved_comes_back_too(cli):
    cli.ok('demo', '--members', '40', '--seed', '9')
    everything = ','.join(fields(cli, 'member'))
    path = cli.path('a.xlsx')
    cli.ok('export', 'members', '--to', path, '--internal', '--columns', everything)
    openpyxl.load_workbook(path).save(path)
    report = cli.json('import', 'member', path)
    assert report['same'] == report['read'] > 0 and {problem['rule'] for problem in report['problems']} <= TOLD, report


@case
def columns_of_codes_are_chosen_from_a_list(cli):
    cli.ok('demo', '--members', '30', '--seed', '9')
    everything = fields(cli, 'member')
    path = cli.path('a.xlsx')
    cli.ok('export', 'members', '--to', path, '--internal', '--columns', ','.join(everything))
    book = openpyxl.load_workbook(path)
    page = book.active
    assert [other.sheet_state for other in book.worksheets] == ['visible', 'hidden']
    head = [row for row in range(1, 8) if '姓名' in [cell.value for cell in page[row]]][0]
    last = max(row for row in range(head, page.max_row + 1) if page.cell(row, everything.index('name') + 1).value)
    lists = {}
    for rule in page.data_validations.dataValidation:
        area = rule.sqref.ranges[0]
        assert rule.type == 'list' and rule.errorStyle == 'warning' and area.min_row == head + 1 and area.max_row <= last
        if rule.formula1.startswith('"'):
            words = rule.formula1.strip('"').split(',')
        else:
            defined = book.defined_names[rule.formula1] if hasattr(book.defined_names, 'keys') else book.defined_names.get(rule.formula1)
            (name, place), = defined.destinations
            words = [cell.value for row in book[name][place] for cell in row]
        lists[page.cell(head, area.min_col).value] = words
    assert lists['性别'][:2] == ['男', '女'] and len(lists['民族']) >= 56 and '大学本科' in lists['学历'] and '学士' in lists['学位']
    assert lists['是否农民工'] == ['是', '否'] and lists['人员类别'][0] == '正式党员' and {'入党类型', '转正情况', '工作岗位', '失联情形'} <= set(lists)
    # Lists that are worked out have them, too.
    cli.ok('export', 'wishes-internal', '--internal', '--to', cli.path('w.xlsx'))
    other = openpyxl.load_workbook(cli.path('w.xlsx')).active
    headings = {cell.column: cell.value for row in other.iter_rows(max_row=6) for cell in row if cell.value in ('类别', '身份类别', '状态')}
    offered = {headings[rule.sqref.ranges[0].min_col]: rule.formula1 for rule in other.data_validations.dataValidation
               if rule.sqref.ranges[0].min_col in headings}
    assert set(offered) == set(headings.values()) and '物品' in offered['类别'], (headings, offered)
    # Whatever is chosen comes in, word by word.
    for heading, words in lists.items():
        if heading in ('人员类别', '转正情况', '所在党支部'):
            continue
        rows = ''.join(f'新人{i // 10}{i % 10}号,第一党支部,2010-07-01,2011-07-01,{word}\n' for i, word in enumerate(words))
        report = cli.json('import', 'member', cli.write('new.csv', f'姓名,所在党支部,入党日期,转正日期,{heading}\n' + rows), '--dry-run')
        assert report['new'] == len(words) and not [p for p in report['problems'] if p['column'] == heading], (heading, report)


@case
def branches_are_chosen_from_a_list(cli):
    """In the rule itself as long as it has room for them, on the hidden page otherwise; of two with one short name each by its whole name."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司委员会', 'short_name=公司党委', 'kind=党委')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'short_name=第一党支部', 'kind=党支部', 'parent=公司党委')
    cli.ok('add', 'organization', 'name=第一党小组', 'kind=党小组', 'parent=第一党支部')
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部', 'category=正式党员', 'joined_on=2010-07-01', 'confirmed_on=2011-07-01')
    path = cli.path('a.xlsx')

    def offered():
        cli.ok('export', 'members', '--columns', 'name,category,joined_on,confirmed_on,branch', '--to', path, '--force')
        book = openpyxl.load_workbook(path)
        rule, = [rule for rule in book.active.data_validations.dataValidation if rule.sqref.ranges[0].min_col == 5]
        assert rule.type == 'list' and rule.errorStyle == 'warning', rule
        if rule.formula1.startswith('"'):
            return book, rule.formula1.strip('"').split(',')
        (name, place), = book.defined_names[rule.formula1].destinations
        assert book[name].sheet_state == 'hidden'
        return book, [cell.value for row in book[name][place] for cell in row]

    assert offered()[1] == ['公司党委', '第一党支部']
    for number in range(2, 40):
        cli.ok('add', 'organization', f'name=中共云溪公司第{number}支部委员会', f'short_name=第{number}党支部', 'kind=党支部', 'parent=公司党委')
    cli.ok('add', 'organization', 'name=中共青禾公司委员会', 'short_name=青禾党委', 'kind=党委')
    cli.ok('add', 'organization', 'name=中共青禾公司第一支部委员会', 'short_name=第一党支部', 'kind=党支部', 'parent=青禾党委')
    book, words = offered()
    assert len(words) == 42 and {'第39党支部', '中共云溪公司第一支部委员会', '中共青禾公司第一支部委员会'} <= set(words) and '第一党小组' not in words, words
    assert cli.json('import', 'member', path, '--dry-run')['same'] == 1
    # Each of them is taken for the organisation that it was offered for.
    page = book.active
    head = [row for row in range(1, 8) if page.cell(row, 1).value == '姓名'][0]
    page.insert_rows(head + 2, len(words))
    for i, word in enumerate(words):
        for column, value in enumerate((f'新人{"甲乙丙丁戊己庚辛壬癸"[i // 10]}{"甲乙丙丁戊己庚辛壬癸"[i % 10]}', '正式党员', '2010.07.01', '2011.07.01', word), 1):
            page.cell(head + 2 + i, column, value)
    book.save(path)
    report = cli.json('import', 'member', path)
    assert (report['new'], report['same'], report['errors'], report['new_organizations']) == (42, 1, 0, 0), report
    cli.ok('export', 'members', '--columns', 'name,branch', '--to', cli.path('b.csv'))
    with open(cli.path('b.csv'), encoding='utf-8-sig') as file:
        listed = dict(line.rstrip('\n').split(',')[:2] for line in file)
    assert [listed[f'新人{"甲乙丙丁戊己庚辛壬癸"[i // 10]}{"甲乙丙丁戊己庚辛壬癸"[i % 10]}'] for i in range(42)] == words


@case
def a_workbook_is_set_up_for_the_printer(cli):
    cli.ok('demo', '--members', '30', '--seed', '9')
    for roster, wide in (('members', True), ('organizations', True), ('terms', True)):
        path = cli.path(roster + '.xlsx')
        cli.ok('export', roster, '--to', path)
        book = openpyxl.load_workbook(path)
        page = book.active
        head = int(page.freeze_panes[1:]) - 1
        assert page.print_title_rows.replace('$', '') == f'{head}:{head}' and page.auto_filter.ref.startswith(f'A{head}:')
        assert page.sheet_properties.pageSetUpPr.fitToPage and int(page.page_setup.fitToHeight) == 0 and int(page.page_setup.paperSize) == 9
        assert (page.page_setup.orientation == 'landscape') == wide
        properties = book.properties
        assert properties.title == page['A1'].value and properties.creator.startswith('中共云溪') and properties.created is not None, properties


main()
