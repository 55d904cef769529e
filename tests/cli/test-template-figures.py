# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that forms of upper committees ask for, counted by hand, and compared with the overview's of the same people and day."""
import io

import openpyxl
from forms import cut, document_parts, packed, paragraph, parts_of, run, saved
from zhibu_cli import BUILD, case, main

# Name, sex, ethnicity, birth, category, joined, confirmed, education, branch.
PEOPLE = [
    ('张三', '男', '汉族', '1985-07-01', '正式党员', '2010-07-01', '2011-07-01', '大学本科', '机关支部'),
    ('李四', '女', '汉族', '1990-12-03', '正式党员', '2015-06-30', '2016-06-30', '大专', '机关支部'),
    ('欧阳修文', '男', '回族', '1950-01-15', '正式党员', '1971-12-01', '1972-12-01', '初中', '机关支部'),
    ('王丽', '女', '藏族', '2000-05-05', '预备党员', '2026-03-01', '', '研究生', '机关支部'),
    ('孙七', '男', '汉族', '1970-02-02', '正式党员', '1995-07-01', '1996-07-01', '大学本科', '二支部'),
]


def prepare(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共青禾镇委员会', 'short_name=青禾镇党委', 'kind=党委')
    for short in ('机关支部', '二支部'):
        cli.ok('add', 'organization', f'name=中共青禾镇{short}委员会', f'short_name={short}', 'kind=党支部', 'parent=青禾镇党委')
    for name, sex, ethnicity, birth, category, joined, confirmed, education, branch in PEOPLE:
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', f'ethnicity={ethnicity}', f'birth_date={birth}', f'category={category}', f'joined_on={joined}',
               f'education={education}', f'branch={branch}', *([f'confirmed_on={confirmed}'] if confirmed else []))
    cli.ok('add', 'member', 'name=赵敏', 'sex=女', 'ethnicity=汉族', 'birth_date=1999-01-01', 'category=入党积极分子', 'applied_on=2025-01-10', 'activist_on=2025-09-01', 'branch=机关支部')


def asked(cli, labels, roster, *options):
    """Fills a workbook that asks for each label in a cell of its own. Returns: what stands there, by label."""
    book = openpyxl.Workbook()
    for row, label in enumerate(labels, 1):
        book.active.cell(row, 1, '{{' + label + '}}')
    source, target = cli.write('figures.xlsx', saved(book)), cli.path('filled.xlsx')
    cli.ok('export', roster, '--template', source, '--to', target, '--force', *options)
    page = openpyxl.load_workbook(target).active
    return {label: page.cell(row, 1).value for row, label in enumerate(labels, 1)}


def overview(cli, table, *options):
    found = [entry for entry in cli.json('stats', table, *options) if entry['name'] == table]
    assert len(found) == 1, found
    return {figure['label']: figure['count'] for figure in found[0]['figures']}


@case
def counted_by_hand(cli):
    prepare(cli)
    wanted = {
        '人数': 4, '总数': 4, '党员数': 4, '党员总数': 4, '正式党员数': 3, '正式党员人数': 3, '预备党员数': 1, '男': 2, '女': 2, '女党员数': 2, '男党员数': 2, '少数民族数': 2, '少数民族党员数': 2,
        '35岁及以下': 2, '35岁以下人数': 2, '61岁及以上党员数': 1, '大专及以上': 3, '30岁及以下人数': 1, '31至35岁人数': 1, '31—35岁': 1, '31-35岁': 1, '３１～３５岁': 1, '36至40岁人数': 0, '41至45岁人数': 1,
        '研究生人数': 1, '本科人数': 1, '大专人数': 1, '初中及以下人数': 1, '党龄50年以上人数': 1, '党龄10至19年人数': 2, '党的十八大以来入党人数': 2, '流动党员数': 0,
    }
    assert asked(cli, list(wanted), 'members', '--branch', '机关支部') == wanted
    whole = asked(cli, ['党员数', '正式党员数', '男', '女'], 'members')
    assert whole == {'党员数': 5, '正式党员数': 4, '男': 3, '女': 2}, whole
    # Of the people in the list: a condition narrows the figures, too.
    assert asked(cli, ['党员数', '正式党员数', '男', '女'], 'members', '--where', '女') == {'党员数': 2, '正式党员数': 1, '男': 0, '女': 2}


@case
def of_the_day_of_the_list(cli):
    prepare(cli)
    cli.as_of = '2026-01-31'
    # 王丽 joined in March; nobody's birthday lies between.
    assert asked(cli, ['党员数', '预备党员数', '35岁及以下'], 'members', '--branch', '机关支部') == {'党员数': 3, '预备党员数': 0, '35岁及以下': 1}
    assert overview(cli, 'summary', '--branch', '机关支部')['党员总数'] == 3


@case
def as_the_overview_has_them(cli):
    cli.ok('demo', '--members', '200', '--seed', '7')
    organizations = [None, *[org['uid'] for org in cli.json('list', 'organization') if org['kind'] != '党小组'][:3]]
    for org in organizations:
        scope = ['--branch', org] if org else []
        summary, ages, levels = (overview(cli, table, *scope) for table in ('summary', 'age', 'education'))
        wanted = {'党员总数': summary['党员总数'], '正式党员数': summary['正式党员'], '预备党员数': summary['预备党员'], '女党员数': summary['女党员'],
                  '少数民族党员数': summary['少数民族党员'], '35岁及以下党员数': summary['35岁及以下党员'], '61岁及以上党员数': summary['61岁及以上党员'],
                  '大专及以上党员数': summary['大专及以上学历党员'], '流动党员数': summary['流动党员'], '失联党员数': summary['失联党员'],
                  **{label + ('人数' if label != '61岁及以上' else '党员数'): count for label, count in ages.items()},
                  **{label + '人数': count for label, count in levels.items() if label != '未填'}}
        assert asked(cli, list(wanted), 'members', *scope) == wanted, org
        # A list of something else tells of everybody in its organisation.
        outside = {**wanted, '入党积极分子数': summary['入党积极分子'], '发展对象数': summary['发展对象'], '入党申请人数': summary['入党申请人']}
        assert asked(cli, list(outside), 'meetings', *scope) == outside, org


@case
def of_other_lists(cli):
    prepare(cli)
    assert asked(cli, ['人数', '女', '积极分子数', '党员数'], 'activists', '--branch', '机关支部') == {'人数': 1, '女': 1, '积极分子数': 1, '党员数': 0}
    assert asked(cli, ['女', '预备党员数'], 'sign-in-people', '--branch', '机关支部', '--blank-rows', '2') == {'女': 2, '预备党员数': 1}
    assert asked(cli, ['男', '党员数'], 'medal50', '--branch', '机关支部', '--year', '2026') == {'男': 1, '党员数': 1}
    labels = cli.json('template', 'labels')
    assert {'正式党员数', '预备党员数', '男', '女', '少数民族数', '35岁及以下党员数', '研究生人数'} <= set(labels), labels
    assert '入党积极分子数' not in labels and '入党积极分子数' in cli.json('template', 'labels', '--for', 'activists')
    assert '正式党员数' not in cli.json('template', 'labels', '--for', 'study-person')


@case
def of_a_meeting(cli):
    prepare(cli)
    cli.ok('add', 'meeting', 'org=机关支部', 'kind=支部党员大会', 'title=二月党员大会', 'planned_on=2026-02-10', 'planned_at=14:30', 'place=三楼会议室')
    cli.ok('roll', '二月党员大会')
    # Her time of probation began after that day.
    before = asked(cli, ['应到', '实到', '请假', '缺席', '人数', '党员数', '正式党员数', '预备党员数', '女'], 'sign-in', '--meeting', '二月党员大会')
    assert before == {'应到': 3, '实到': None, '请假': None, '缺席': None, '人数': 3, '党员数': 3, '正式党员数': 3, '预备党员数': 0, '女': 1}, before
    cli.ok('roll', '二月党员大会', '全到')
    cli.ok('roll', '二月党员大会', '假 1 出差； 缺 2')
    after = asked(cli, ['应到', '实到', '请假', '缺席'], 'sign-in', '--meeting', '二月党员大会')
    assert after == {'应到': 3, '实到': 1, '请假': 1, '缺席': 1}, after


@case
def in_a_document_and_misspelt(cli):
    prepare(cli)
    cli.env.update(LANGUAGE='zh_CN', ZB_LOCALEDIR=f'{BUILD}/po')
    form = packed(document_parts(paragraph(run('共有党员 '), cut('党员总数'), run(' 名，其中正式党员 '), cut('正式党员数'), run(' 名，女 '), cut('女'), run(' 名'))))
    source, target = cli.write('figures.docx', form), cli.path('filled.docx')
    cli.ok('export', 'members', '--template', source, '--to', target, '--branch', '机关支部')
    with open(target, 'rb') as file:
        text = parts_of(file.read())['word/document.xml'].decode()
    assert [word for word in ('<w:t>4</w:t>', '<w:t>3</w:t>', '<w:t>2</w:t>') if word not in text] == [], text
    book = openpyxl.Workbook()
    for row, label in enumerate(('正式党圆数', '预备党员总人数', '少数名族数', '女同志数'), 1):
        book.active.cell(row, 1, '{{' + label + '}}')
    marks = cli.json('template', 'check', cli.write('wrong.xlsx', saved(book)))['marks']
    assert [mark['trouble'] for mark in marks] == ['unknown'] * 4, marks
    assert [mark['suggestions'][0] for mark in marks] == ['正式党员数', '预备党员数', '少数民族数', '女'], marks


main()
