# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs as other programs see them: qpdf reads the bookmarks and the catalog, Poppler the words of each page."""
import json
import re
import subprocess
import zipfile

from zhibu_cli import case, main


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def written(cli, *words):
    path = cli.path('x.pdf')
    cli.ok('export', *words, '--to', path, '--force')
    checked = subprocess.run(['qpdf', '--check', path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0 and 'warning' not in (checked.stdout + checked.stderr).lower(), checked.stdout + checked.stderr
    return path


def flat(outlines, level=0):
    for one in outlines:
        yield level, one['title'], one['destpageposfrom1']
        yield from flat(one['kids'], level + 1)


def bookmarks(path):
    return list(flat(json.loads(run('qpdf', '--json', '--json-key=outlines', path))['outlines']))


def catalog(path):
    root = re.search(r'/Root (\d+) 0 R', run('qpdf', '--show-object=trailer', path))[1]
    return run('qpdf', f'--show-object={root}', path)


def page(path, number):
    return re.sub(r'\s+', '', run('pdftotext', '-layout', '-f', str(number), '-l', str(number), path, '-'))


def people(cli, n=60):
    """Two branches under a committee, of people whose names are numbered."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司委员会', 'kind=党委')
    for number in ('一', '二'):
        cli.ok('add', 'organization', f'name=中共云溪公司第{number}支部委员会', 'kind=党支部', f'short_name=第{number}党支部', 'parent=中共云溪公司委员会')
    digits = '零一二三四五六七八九'
    rows = ''.join(f'{"丁王张"[i % 3]}{digits[i // 10]}{digits[i % 10]},{"第二党支部" if i % 2 else "第一党支部"},{2000 + i % 20}-07-01,2022-07-01\n' for i in range(n))
    cli.ok('import', 'member', cli.write('people.csv', '姓名,所在党支部,入党日期,转正日期\n' + rows))


@case
def bookmarks_lead_to_the_branches(cli):
    people(cli)
    path = written(cli, 'members')
    found = bookmarks(path)
    assert [(level, title) for level, title, _ in found] == [(0, '第一党支部'), (0, '第二党支部')], found
    assert found[0][2] == 1 and found[1][2] > 1, found
    # The first of the second branch stands on the page that is meant, and nobody of it on the page before.
    assert '第二党支部' in page(path, found[1][2]) and '第二党支部' not in page(path, found[1][2] - 1)


@case
def orders_that_mix_the_branches_have_their_own_bookmarks(cli):
    people(cli)
    path = written(cli, 'members', '--order', 'stroke')
    assert [title for _, title, _ in bookmarks(path)] == ['2 画', '4 画', '7 画'], bookmarks(path)
    assert [title for _, title, _ in bookmarks(written(cli, 'members', '--order', 'pinyin'))] == ['D', 'W', 'Z']
    assert bookmarks(written(cli, 'members', '--order', 'joined')) == [(0, '中共云溪公司委员会党员花名册', 1)]
    assert bookmarks(written(cli, 'members', '--branch', '第一党支部')) == [(0, '中共云溪公司第一支部委员会党员花名册', 1)]


@case
def what_is_worked_out_has_bookmarks_too(cli):
    cli.ok('demo', '--members', '60', '--seed', '5')
    assert [title for _, title, _ in bookmarks(written(cli, 'meeting-year'))] == ['第一党支部', '第二党支部']


@case
def documents_are_marked_by_their_headings(cli):
    people(cli, 4)
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=党课', 'title=专题党课', 'planned_on=2026-12-10')
    found = bookmarks(written(cli, 'notice', '--meeting', '1'))
    assert found[0] == (0, '关于开展专题党课的通知', 1) and {level for level, _, _ in found[1:]} == {1}, found
    assert [title[:2] for _, title, _ in found[1:]] == ['一、', '二、', '三、', '四、', '五、'], found
    cards = bookmarks(written(cli, 'birthday-cards', '--month', '2026-07'))
    assert cards == [(0, '丁零零同志', 1), (0, '丁零三同志', 1), (0, '王零一同志', 2), (0, '张零二同志', 2)] or len(cards) == 4, cards


@case
def the_file_says_what_it_is_and_in_which_language(cli):
    people(cli, 4)
    for words in (('members',), ('birthday-cards', '--month', '2026-07')):
        path = written(cli, *words)
        root = catalog(path)
        assert '/Lang (zh-CN)' in root and '/DisplayDocTitle true' in root and '/Outlines' in root and '/Pages' in root, root
    path = written(cli, 'members', '--branch', '第一党支部')
    info = run('pdfinfo', path)
    for line in (r'Title: +中共云溪公司第一支部委员会党员花名册', r'Author: +中共云溪公司第一支部委员会', r'Subject: +截至日期：2026年11月24日', r'Creator: +Zhibu',
                 r'CreationDate: +\S', r'ModDate: +\S'):
        assert re.search('^' + line, info, re.MULTILINE), (line, info)


@case
def the_foot_says_who_made_it_on_every_page(cli):
    people(cli)
    path = written(cli, 'members', '--foot')
    pages = int(re.search(r'^Pages: +(\d+)$', run('pdfinfo', path), re.MULTILINE)[1])
    assert pages > 1
    for number in range(1, pages + 1):
        assert re.search(r'由.+于\d{4}-\d\d-\d\d\d\d:\d\d导出，共60人', page(path, number)), page(path, number)
    assert '导出' not in page(written(cli, 'members'), 1)
    who = run('sqlite3', cli.registry, 'SELECT DISTINCT who FROM export_log').strip()
    assert f'由{who}于' in page(written(cli, 'members', '--foot'), 1), who
    cli.ok('export', 'members', '--foot', '--to', cli.path('x.xlsx'))
    with zipfile.ZipFile(cli.path('x.xlsx')) as book:
        footer = re.search(r'<oddFooter>(.*)</oddFooter>', book.read('xl/worksheets/sheet1.xml').decode())[1]
    assert re.fullmatch(r'&amp;L&amp;8由.+于.+导出，共60人&amp;C第 &amp;P 页　共 &amp;N 页', footer), footer
    # What is remembered by name has it again.
    cli.ok('export', 'members', '--foot', '--save-occasion', '月报名册', '--to', cli.path('y.pdf'))
    cli.ok('export', '--occasion', '月报名册', '--to', cli.path('z.pdf'))
    assert '导出，共60人' in page(cli.path('z.pdf'), 1)
    cli.refused('export', 'notice', '--meeting', '1', '--foot', '--to', cli.path('n.pdf'), status=2)


@case
def a_period_stays_in_one_line(cli):
    cli.ok('demo', '--members', '48', '--seed', '5')
    words = run('pdftotext', '-layout', written(cli, 'committee'), '-').split()
    assert sum(re.fullmatch(r'\d{4}\.\d{2}—\d{4}\.\d{2}', word) is not None for word in words) >= 2, words


@case
def letters_that_had_to_be_smaller_are_told(cli):
    people(cli, 5)
    path = cli.path('x.pdf')
    *_, said = cli.run('export', 'members', '--to', path, '--size', '18', '--force')
    assert 'At 18 points the columns do not fit' in said, said
    *_, said = cli.run('export', 'members', '--to', path, '--size', '9', '--force')
    assert 'do not fit' not in said, said


def line_height(path):
    """Points between the first two lines of a sheet to sign in two blocks, whose numbers are 1 and 3."""
    boxes = re.findall(r'yMin="([\d.]+)"[^>]*>(1|3)</word>', run('pdftotext', '-f', '1', '-l', '1', '-bbox', path, '-'))
    tops = {number: float(top) for top, number in reversed(boxes)}
    return tops['3'] - tops['1']


@case
def a_sheet_to_sign_spills_no_line(cli):
    """46 people in two blocks with their empty rows are 25 lines, one more than a page has: they move together, to 8 mm at least."""
    cli.ok('demo', '--members', '48', '--seed', '5')
    path = written(cli, 'sign-in-people')
    words = page(path, 1)
    assert 'Pages:           1' in run('pdfinfo', path) and '应到46人' in words, words
    assert line_height(path) >= 8 * 72 / 25.4
    # Where it saves nothing they keep their 9 mm.
    assert line_height(written(cli, 'sign-in-people', '--blocks', '2', '--branch', '第一党支部')) >= 9 * 72 / 25.4


@case
def the_log_says_what_left_and_how_much(cli):
    people(cli, 4)
    for form in ('pdf', 'docx', 'xlsx', 'csv'):
        cli.ok('export', 'members', '--internal', '--columns', 'name,phone,id_number', '--to', cli.path('x.' + form))
    for form in ('pdf', 'docx', 'txt'):
        cli.ok('export', 'birthday-cards', '--month', '2026-07', '--to', cli.path('c.' + form))
    noted = [{key: entry[key] for key in ('list', 'format', 'rows', 'private') if key in entry} for entry in cli.json('log', '--access')]
    assert [entry['list'] for entry in noted] == ['birthday-cards'] * 3 + ['members'] * 4, noted
    assert {entry['format'] for entry in noted[:3]} == {'pdf', 'docx', 'txt'} and {entry['format'] for entry in noted[3:]} == {'pdf', 'docx', 'xlsx', 'csv'}
    assert {entry['rows'] for entry in noted} == {4}, noted
    told = cli.ok('log', '--access')
    assert told.count('Cards for Political Birthdays') == 3 and told.count('Mobile Phone, ID Number') == 4, told


@case
def fonts_of_rare_characters_are_in_the_file(cli):
    cli.ok('init')
    cli.ok('add', 'member', 'name=𠮷田䶮', 'category=正式党员', 'note=堃喆 🌟 ①')
    path = written(cli, 'members')
    fonts = run('pdffonts', path).splitlines()[2:]
    assert fonts and all(re.search(r'\byes yes yes\b', font) for font in fonts), fonts
    text = page(path, 1)
    assert '𠮷田䶮' in text and '堃喆' in text and '①' in text, text


main()
