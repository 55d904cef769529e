# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of wishes by the command line: what everybody reads tells nothing private, and every figure opens to its rows."""
import csv
import re
import subprocess
import zipfile

from PIL import Image

from zhibu_cli import case, main

BRANCH = '第一党支部'

# Every private field of the household, the wish and the member who claims it, each with a value that stands nowhere else.
HOUSEHOLD = {'name': '秘甲兰', 'sex': '女', 'birth_date': '1941-05-12', 'id_number': '990101194105120028', 'phone': '19900000171',
             'address': '秘乙路17号', 'situation': '秘丙：独居多病', 'guardian': '秘丁某', 'guardian_phone': '19900000172', 'consent_by': '秘戊某',
             'note': '秘己备注'}
WISH = {'details': '秘庚详情', 'note': '秘辛备注'}
STEPS = {'check': '秘壬核实', 'approve': '秘癸审核', 'visit': '秘子评语', 'start': '秘丑办理', 'thank': '秘寅致谢', 'confirm': '秘卯确认'}
MEMBER = {'id_number': '990101198003050011', 'phone': '19900000173', 'address': '秘辰路3号'}
# Nobody has said that it may be shown.
PHOTO = {'name': '秘巳照片', 'caption': '秘午说明'}
# As they would be printed: dates with dots.
PRINTED = ['1941.05.12', '1941年5月12日']


def marks():
    said = [*HOUSEHOLD.values(), *WISH.values(), *STEPS.values(), *MEMBER.values(), *PHOTO.values(), *PRINTED]
    return [mark for mark in said if mark != '女']


def fields(values):
    return [f'{name}={value}' for name, value in values.items()]


def fill(cli):
    cli.ok('init')
    cli.ok('add', 'organization', f'name={BRANCH}', 'kind=党支部')
    for name, more in (('王丁', fields(MEMBER)), ('赵三', [])):
        cli.ok('add', 'member', f'name={name}', f'branch={BRANCH}', 'category=full', 'joined_on=2010-07', 'confirmed_on=2011-07', *more)
    cli.ok('add', 'household', 'alias=张奶奶', 'community=云溪社区', 'consent_on=2026-01-01', *fields(HOUSEHOLD))


def wish(cli, title, category, *more):
    number = cli.json('add', 'wish', 'household=张奶奶', f'org={BRANCH}', f'title={title}', f'类别={category}', 'collected_on=2026-03-01', *more)['number']
    cli.ok('do', 'wish', number, 'check', 'on=2026-03-02', 'by=李测', f'words={STEPS["check"]}')
    cli.ok('do', 'wish', number, 'approve', 'on=2026-03-03', 'by=李测', f'words={STEPS["approve"]}')
    cli.ok('do', 'wish', number, 'publish', 'on=2026-03-04')
    return number


def fulfil(cli, number):
    cli.ok('do', 'wish', number, 'claim', 'on=2026-03-05', 'person=王丁', 'promised_on=2026-03-20')
    cli.ok('do', 'wish', number, 'start', 'on=2026-03-06', f'words={STEPS["start"]}')
    cli.ok('do', 'claim', '王丁', 'deliver', 'on=2026-03-10', 'what=棉衣', 'cost=99.90', 'witness1=李测', 'witness2=周六', 'hours=1.5')
    cli.ok('do', 'wish', number, 'confirm', 'on=2026-03-11', 'by=李测', f'words={STEPS["confirm"]}')
    cli.ok('do', 'wish', number, 'visit', 'on=2026-03-12', 'by=李测', 'satisfaction=满意', f'words={STEPS["visit"]}')
    cli.ok('do', 'wish', number, 'thank', 'on=2026-03-13', f'words={STEPS["thank"]}')


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode('utf-8', 'replace')


def words_of(path):
    """Everything that can be read out of a file, its description too."""
    with open(path, 'rb') as file:
        raw = file.read()
    said = [path, raw.decode('utf-8', 'replace'), raw.decode('utf-16-be', 'replace')]
    if path.endswith('.xlsx'):
        with zipfile.ZipFile(path) as book:
            said += [book.read(name).decode('utf-8', 'replace') for name in book.namelist()]
    if path.endswith('.pdf'):
        said += [run('pdftotext', '-raw', path, '-'), run('pdftotext', '-layout', path, '-'), run('pdfinfo', path), run('pdfinfo', '-meta', path)]
    return ''.join(re.sub(r'\s+', '', text) for text in said)


def pictures_of(path):
    """Pictures within a file; what a household looks like leaves in none."""
    if path.endswith('.pdf'):
        return run('pdfimages', '-list', path).splitlines()[2:]
    if path.endswith('.xlsx'):
        with zipfile.ZipFile(path) as book:
            return [name for name in book.namelist() if 'media' in name]
    return []


def rows(cli, roster, *words):
    path = cli.path('rows.csv')
    cli.ok('export', roster, '--to', path, '--force', *words)
    with open(path, encoding='utf-8-sig') as file:
        return list(csv.DictReader(file))


@case
def no_private_value_leaves_with_what_everybody_reads(cli):
    fill(cli)
    number = wish(cli, '一件棉衣', '衣物', *fields(WISH))
    fulfil(cli, number)
    wish(cli, '一辆轮椅', '辅助器具', *fields(WISH))
    Image.new('RGB', (300, 200), 'red').save(cli.path(f'{PHOTO["name"]}.jpg'))
    cli.ok('attach', number, cli.path(f'{PHOTO["name"]}.jpg'), '--of', 'wish', '--caption', PHOTO['caption'])
    # The marks are there: the list for inside says them, and nobody has added a private field without a mark.
    inside = rows(cli, 'wish-collection', '--internal')[0]
    assert inside['心愿人'] == HOUSEHOLD['name'] and inside['联系电话'] == HOUSEHOLD['phone'] and inside['备注'] == WISH['note'], inside
    household = cli.json('list', 'household', '--private')[0]
    assert all(household.get(name) for name in HOUSEHOLD), household
    files = []
    for ending in ('csv', 'xlsx', 'pdf'):
        files.append(cli.path('wishes.' + ending))
        cli.ok('export', 'wishes', '--to', files[-1])
        files.append(cli.path('more.' + ending))
        cli.ok('export', 'wishes', '--columns', '序号,编号,心愿人（化名）,花费（元）,待认领数,征集党支部', '--to', files[-1])
    for name in ('wish-cards', 'wish-poster'):
        for ending in ('pdf', 'txt'):
            files.append(cli.path(f'{name}.{ending}'))
            cli.ok('export', name, '--to', files[-1])
    # These go to the claimer and stay in the file; they, too, name the recipient as everybody may.
    for name in ('thanks-letter', 'feedback-card'):
        for ending in ('pdf', 'txt'):
            files.append(cli.path(f'{name}.{ending}'))
            cli.ok('export', name, '--wish', number, '--to', files[-1])
    # Lists of the house without --internal.
    for name in ('wishes-internal', 'wish-collection', 'wish-ledger', 'wish-claims', 'wish-open', 'wish-year', 'wish-form'):
        for ending in ('csv', 'xlsx', 'pdf'):
            files.append(cli.path(f'{name}.{ending}'))
            cli.ok('export', name, '--to', files[-1])
    for path in files:
        said = words_of(path)
        assert '张奶奶' in said or 'claims' in path or 'year' in path or 'form' in path, path
        for mark in marks():
            assert mark not in said, (path, mark)
        assert not pictures_of(path), path


@case
def nothing_private_can_be_asked_for(cli):
    fill(cli)
    wish(cli, '一件棉衣', '衣物', *fields(WISH))
    file = cli.path('x.csv')
    for columns in ('phone', '联系电话', 'number,address', '心愿人', 'details', '备注', 'household', 'claimers'):
        cli.refused('export', 'wishes', '--columns', columns, '--to', file)
    assert '--internal' in cli.refused('export', 'wishes', '--internal', '--to', file, status=2)
    cli.refused('export', 'wishes', '--where', 'note=秘辛备注', '--to', file)
    cli.refused('export', 'wish-cards', '--internal', '--to', cli.path('x.pdf'), status=2)
    # Elsewhere what is asked for is masked without --internal.
    assert rows(cli, 'wishes-internal', '--columns', '编号,联系电话,心愿人') == [{'编号': '2026-0001', '联系电话': '199****0171', '心愿人': '秘****'}]
    assert rows(cli, 'wishes-internal', '--columns', '编号,联系电话,心愿人', '--internal')[0]['联系电话'] == HOUSEHOLD['phone']


@case
def every_figure_of_the_year_opens_to_its_rows(cli):
    fill(cli)
    fulfil(cli, wish(cli, '一件棉衣', '衣物'))
    wish(cli, '两双棉鞋', '衣物')
    number = wish(cli, '一辆轮椅', '辅助器具')
    cli.ok('do', 'wish', number, 'claim', 'on=2026-03-05', 'partner=青石商行', 'promised_on=2026-03-20')
    cli.ok('add', 'wish', 'household=张奶奶', f'org={BRANCH}', 'title=一盏台灯', 'collected_on=2026-11-01')
    year = rows(cli, 'wish-year', '--columns', 'category,collected,claimed,fulfilled,cost,hours,find,find_claimed,find_fulfilled')
    assert [row['类别'] for row in year] == ['衣物', '辅助器具', '未分类', '合计'], year
    assert [(row['征集（件）'], row['认领（件）'], row['圆梦（件）'], row['花费（元）'], row['服务时长（小时）']) for row in year] == [
        ('2', '1', '1', '99.90', '1.5'), ('1', '1', '0', '0.00', '0'), ('1', '0', '0', '0.00', '0'), ('4', '2', '1', '99.90', '1.5')], year
    for row in year:
        for figure, find in (('征集（件）', '征集数的查询条件'), ('认领（件）', '认领数的查询条件'), ('圆梦（件）', '圆梦数的查询条件')):
            assert len(cli.json('list', 'wish', '--where', row[find])) == int(row[figure]), (row, figure)
    assert len(rows(cli, 'wishes-internal', '--where', year[0]['圆梦数的查询条件'])) == 1
    assert rows(cli, 'wish-year', '--year', '2025') == [dict(zip(['类别', '征集（件）', '发布（件）', '认领（件）', '圆梦（件）', '圆梦率', '花费（元）', '服务时长（小时）'],
                                                              ['合计', '0', '0', '0', '0', '', '0.00', '0']))]


@case
def papers_of_wishes_say_what_they_need(cli):
    fill(cli)
    said = cli.refused('export', 'wish-cards', '--to', cli.path('cards.pdf'))
    assert 'No wish' in said, said
    number = wish(cli, '一件棉衣', '衣物')
    cli.ok('export', 'wish-cards', '--wish', number, '--to', cli.path('one.pdf'))
    cli.ok('export', 'wish-poster', '--branch', BRANCH, '--a3', '--to', cli.path('poster.pdf'))
    assert 'A3' in run('pdfinfo', cli.path('poster.pdf'))
    cli.refused('export', 'thanks-letter', '--to', cli.path('x.pdf'), status=2)
    cli.refused('export', 'thanks-letter', '--wish', '2026-0099', '--to', cli.path('x.pdf'))
    cli.refused('export', 'wish-cards', '--a3', '--to', cli.path('x.pdf'), status=2)
    cli.refused('export', 'minutes', '--wish', number, '--to', cli.path('x.pdf'), status=2)
    cli.refused('export', 'wishes', '--wish', number, '--to', cli.path('x.pdf'), status=2)


@case
def the_demonstration_has_wishes_in_every_state(cli):
    cli.ok('demo', '--members', '100')
    found = cli.json('list', 'wish')
    states = {w['state'] for w in found}
    assert len(states) == 15 and 40 <= len(found) <= 200, (states, len(found))
    assert {row['情形'] for row in rows(cli, 'wish-open')} == {'承诺已过期', '久无人认领'}
    cli.ok('check')


main()
