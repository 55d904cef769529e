# SPDX-License-Identifier: GPL-3.0-or-later
"""Word files, read back with python-docx and held against the order that the schema of WordprocessingML asks for."""
import csv
import io
import os
import re
import sqlite3
import zipfile

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from zhibu_cli import case, main

# ECMA-376 part 1, 17.3 to 17.7: Word does not open a file whose properties stand in another order.
ORDER = {
    'pPr': 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku '
           'wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents '
           'suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
    'rPr': 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w '
           'kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
    'tblPr': 'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout '
             'tblCellMar tblLook',
    'tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    'sectPr': 'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign '
              'noEndnote titlePg textDirection bidi rtlGutter docGrid',
    'style': 'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr',
    'settings': 'zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang',
    'font': 'altName panose1 charset family notTrueType pitch sig',
    'tblBorders': 'top left bottom right insideH insideV', 'tcBorders': 'top left bottom right insideH insideV', 'pBdr': 'top left bottom right between bar',
    'tblCellMar': 'top left bottom right', 'tcMar': 'top left bottom right', 'inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
    'tbl': 'tblPr tblGrid tr', 'tr': 'trPr tc', 'body': None,
}


def local(element):
    return etree.QName(element).localname


def assert_sound(path):
    """Every part is XML in the schema's order, every relation leads somewhere, every row fills its grid."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None and archive.namelist()[0] == '[Content_Types].xml'
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(('.xml', '.rels'))}
        for name, root in parts.items():
            for element in root.iter(etree.Element):
                order = ORDER.get(local(element))
                if order:
                    places = [order.split().index(local(child)) for child in element]
                    assert places == sorted(places), (path, name, local(element), [local(child) for child in element])
        for relation in parts['word/_rels/document.xml.rels']:
            assert 'word/' + relation.get('Target') in archive.namelist(), relation.get('Target')
        used = {element.get(qn('r:id')) or element.get(qn('r:embed')) for element in parts['word/document.xml'].iter(etree.Element)} - {None}
        assert used <= {relation.get('Id') for relation in parts['word/_rels/document.xml.rels']}, used
        styles = {style.get(qn('w:styleId')) for style in parts['word/styles.xml'].iter(qn('w:style'))}
        body = parts['word/document.xml'][0]
        assert {style.get(qn('w:val')) for style in body.iter(qn('w:pStyle'), qn('w:tblStyle'))} <= styles
        assert local(body[-1]) == 'sectPr' and local(body[-2]) == 'p', 'a table may not be the last of a text'
        for before, after in zip(body, body[1:]):
            assert not (local(before) == local(after) == 'tbl'), 'two tables would grow together'
        for row in body.iter(qn('w:tr')):
            spans = [cell.find(f'{qn("w:tcPr")}/{qn("w:gridSpan")}') for cell in row.findall(qn('w:tc'))]
            n = sum(int(span.get(qn('w:val'))) if span is not None else 1 for span in spans)
            assert n == len(row.getparent().find(qn('w:tblGrid'))), (path, n)
        for cell in body.iter(qn('w:tc')):
            assert local(cell[-1]) == 'p', 'a cell ends with a paragraph'


def opened(cli, *words):
    path = cli.path('x.docx')
    cli.ok('export', *words, '--to', path, '--force')
    assert_sound(path)
    return docx.Document(path)


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def xml(cli, part):
    with zipfile.ZipFile(cli.path('x.docx')) as archive:
        return archive.read(part).decode()


def branch(cli):
    """Two branches under a committee, one meeting that was held with a vote, one that is planned."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司委员会', 'kind=党委')
    for number in ('一', '二'):
        cli.ok('add', 'organization', f'name=中共云溪公司第{number}支部委员会', 'kind=党支部', f'short_name=第{number}党支部', 'parent=中共云溪公司委员会')
    for name, joined, more in (('丁一', '2010-07-01', 'note=<b>&"\'  两个空格'), ('王二小', '2010-07-01', 'note=第一行\n第二行'), ('𠮷田䶮', '2011-03', 'note==1+1'),
                               ('李四', '2012-07-15', 'birth_date=1985-07-12')):
        cli.ok('add', 'member', f'name={name}', 'category=正式党员', f'joined_on={joined}', 'confirmed_on=2013-07-15', 'branch=第一党支部', more)
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=支部党员大会', 'title=讨论年度工作', 'held_on=2026-03-05', 'started_at=14:30', 'ended_at=16:30',
           'place=三楼会议室', 'chair=丁一', 'recorder=李四', 'contents=丁一通报工作。\n李四发言。')
    cli.ok('roll', '#1')
    cli.ok('roll', '#1', '全到')
    cli.ok('add', 'resolution', 'meeting=讨论年度工作', 'kind=其他事项', 'subject=年度工作计划', 'entitled=4', 'present=4', 'votes_for=4', 'votes_against=0',
           'abstained=0')
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=党课', 'title=专题党课', 'planned_on=2026-12-10')


@case
def every_paper_is_sound(cli):
    cli.ok('demo', '--members', '60', '--seed', '5')
    with sqlite3.connect(cli.registry) as registry:
        ceremony = str(registry.execute("SELECT meeting FROM ceremony ORDER BY id").fetchone()[0])
        vote = str(registry.execute('SELECT meeting FROM resolution ORDER BY id').fetchone()[0])
    given = {
        '--meeting': ceremony, '--member': cli.members()[0]['name'], '--wish': cli.json('list', 'wish')[0]['number'],
        '--certificate': cli.json('list', 'service_certificate')[0]['number'],
    }
    tables = 0
    for paper in cli.json('export', '--list'):
        # Need more said: see below.
        if paper['name'] in ('letter', 'ballot', 'tally', 'name-cards', 'seats'):
            continue
        words = [paper['name']]
        for option, value in (('', ''), *given.items()):
            status, _, err = cli.run('export', *words, '--to', cli.path('x.docx'), '--force')
            if status == 0 or not option:
                break
        for option, value in given.items():
            if status == 0:
                break
            if paper['name'] == 'resolution' and option == '--meeting':
                value = vote
            status, _, err = cli.run('export', *words, option, value, '--to', cli.path('x.docx'), '--force')
        assert status == 0, (paper, err)
        assert_sound(cli.path('x.docx'))
        document = docx.Document(cli.path('x.docx'))
        assert document.core_properties.title and document.core_properties.language == 'zh-CN', paper
        tables += len(document.tables) > 0
    assert tables > 30, tables


@case
def a_list_says_what_its_csv_says(cli):
    branch(cli)
    document = opened(cli, 'members', '--columns', 'row,name,sex,joined_on,birth_date,note')
    cli.ok('export', 'members', '--columns', 'row,name,sex,joined_on,birth_date,note', '--to', cli.path('x.csv'))
    with open(cli.path('x.csv'), encoding='utf-8-sig', newline='') as file:
        expected = list(csv.reader(file))
    table = document.tables[0]
    found = [[cell.text for cell in row.cells] for row in table.rows]
    assert found[0] == expected[0] and len(found) == 1 + 4 + 1
    for line, row in zip(found[1:-1], expected[1:]):
        row = [text.lstrip("'") or ('—' if i < 5 else '') for i, text in enumerate(row)]
        row[4] = row[4][:7]
        assert line == row, (line, row)
    assert found[-1][0].startswith('共 4 人') and len(set(found[-1])) == 1, found[-1]
    assert {'<b>&"\'  两个空格', '第一行\n第二行', '=1+1'} <= {row[5] for row in found}
    assert texts(document)[0] == '中共云溪公司委员会党员花名册' and document.paragraphs[0].style.name == 'Title'
    assert any('填报单位：' in text and '\t截至日期：2026年11月24日　　总数：4 人' in text for text in texts(document)), texts(document)
    assert texts(document)[-1].startswith('填表人：')


@case
def a_list_prints_as_a_roster(cli):
    branch(cli)
    document = opened(cli, 'members', '--order', 'stroke')
    assert '（按姓氏笔画为序）' in texts(document)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE and abs(section.page_width.mm - 297) < 0.2 and abs(section.page_height.mm - 210) < 0.2
    table = document.tables[0]
    rows = table._tbl.tr_lst
    assert [len(row.findall(f'.//{qn("w:tblHeader")}')) for row in rows] == [1, 0, 0, 0, 0, 0]
    assert all(row.findall(f'.//{qn("w:cantSplit")}') for row in rows)
    # The columns fill the page between its margins, and stand as wide as they say.
    widths = [int(column.get(qn('w:w'))) for column in table._tbl.tblGrid]
    assert abs(sum(widths) - (section.page_width - section.left_margin - section.right_margin) / 635) < 30, widths
    assert [int(cell._tc.tcPr.find(qn('w:tcW')).get(qn('w:w'))) for cell in table.rows[1].cells] == widths
    # The last person and the totals are not parted.
    assert rows[-2].findall(f'.//{qn("w:keepNext")}') and not rows[1].findall(f'.//{qn("w:keepNext")}')
    footer = xml(cli, 'word/footer1.xml')
    assert re.findall(r'instrText[^>]*> (\w+) <', footer) == ['PAGE', 'NUMPAGES'] and '第 ' in footer and ' 页　共 ' in footer


@case
def faces_and_language_are_those_of_an_office(cli):
    branch(cli)
    document = opened(cli, 'members', '--branch', '第一党支部')
    fonts = etree.fromstring(xml(cli, 'word/fontTable.xml').encode())
    names = {font.get(qn('w:name')): font.find(qn('w:altName')).get(qn('w:val')) for font in fonts}
    assert set(names) == {'方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'}
    assert 'FangSong' in names['仿宋_GB2312'] and '华文中宋' in names['方正小标宋简体']
    faces = {style.name: style.element.rPr.find(qn('w:rFonts')).get(qn('w:eastAsia')) for style in document.styles
             if style.type == 1 and style.element.rPr is not None and style.element.rPr.find(qn('w:rFonts')) is not None}
    assert faces['Title'] == '方正小标宋简体' and faces['Heading 1'] == '黑体' and faces['Heading 2'] == '楷体_GB2312', faces
    assert faces['表头'] == '黑体' and faces['表格文字'] == '宋体'
    language = document.styles.element.find(f'.//{qn("w:docDefaults")}//{qn("w:lang")}')
    assert (language.get(qn('w:val')), language.get(qn('w:eastAsia'))) == ('zh-CN', 'zh-CN')
    core = document.core_properties
    assert core.title == '中共云溪公司第一支部委员会党员花名册' and core.author == '中共云溪公司第一支部委员会' and core.created is not None


@case
def a_notice_has_the_shape_of_a_document(cli):
    branch(cli)
    document = opened(cli, 'notice', '--meeting', '2', '--requirements', '准时参加。\\n带好笔记本。')
    cli.ok('export', 'notice', '--meeting', '2', '--requirements', '准时参加。\\n带好笔记本。', '--to', cli.path('x.txt'))
    with open(cli.path('x.txt'), encoding='utf-8') as file:
        said = [line.strip('　') for line in file.read().splitlines() if line.strip('　')]
    assert [text for text in texts(document) if text] == said
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:3] == ['Title', 'Salutation', 'Body Text First Indent'] and styles[-2:] == ['Signature', 'Date'], styles
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == 'Heading 1']
    assert [text[:2] for text in headings] == ['一、', '二、', '三、', '四、', '五、', '六、'][:len(headings)] and len(headings) >= 5, headings
    assert document.styles['Heading 1'].element.pPr.find(qn('w:outlineLvl')).get(qn('w:val')) == '0'
    section = document.sections[0]
    for found, millimetres in ((section.page_width, 210), (section.page_height, 297), (section.top_margin, 37), (section.left_margin, 28), (section.right_margin, 26),
                               (section.bottom_margin, 35)):
        assert abs(found.mm - millimetres) < 0.2, (found.mm, millimetres)
    # — 1 — of 四号, odd pages on the right and even ones on the left.
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = xml(cli, 'word/footer1.xml'), xml(cli, 'word/footer2.xml')
    assert 'PAGE' in odd and '— ' in odd and 'w:val="right"' in odd and 'PAGE' in even and 'w:val="left"' in even
    assert document.styles['footer'].font.size.pt == 14
    # What signs does not stand alone on a page.
    assert document.paragraphs[-3].paragraph_format.keep_with_next and document.paragraphs[-2].paragraph_format.keep_with_next


@case
def minutes_are_a_form(cli):
    branch(cli)
    table = opened(cli, 'minutes', '--meeting', '1').tables[0]
    told = {}
    for row in table.rows:
        cells = list(dict.fromkeys(row.cells))
        told.update({cells[i].text: cells[i + 1].text for i in range(0, len(cells) - 1, 2)})
    assert told['地点'] == '三楼会议室' and told['主持人'] == '丁一' and told['主要内容'] == '丁一通报工作。\n李四发言。', told
    assert '赞成4票' in told['表决情况'].replace(' ', ''), told['表决情况']
    prose = [cell for row in table.rows for cell in row.cells if cell.text == '丁一通报工作。\n李四发言。'][0]
    assert len(prose.paragraphs) == 2 and prose.paragraphs[0].style.name == '表格段落'
    rows = {row.cells[0].text: row._tr for row in table.rows}
    assert rows['地点'].findall(f'.//{qn("w:cantSplit")}') and not rows['主要内容'].findall(f'.//{qn("w:cantSplit")}')


@case
def photos_are_in_the_file(cli):
    branch(cli)
    Image.new('RGB', (800, 400), 'red').save(cli.path('a.jpg'))
    cli.ok('attach', '#1', cli.path('a.jpg'), '--kind', '照片', '--caption', '会场 <全景>')
    document = opened(cli, 'record', '--meeting', '1')
    assert len(document.inline_shapes) == 1
    shape = document.inline_shapes[0]
    assert abs(shape.width / shape.height - 2) < 0.01 and 100 < shape.width.mm < 170
    with zipfile.ZipFile(cli.path('x.docx')) as archive:
        assert Image.open(io.BytesIO(archive.read('word/media/image1.jpeg'))).size == (800, 400)
    assert [p.text for p in document.paragraphs if p.style.name == 'Caption'] == ['图1　会场 <全景>'], texts(document)
    assert shape._inline.docPr.get('descr') == '图1　会场 <全景>'


@case
def cards_are_cut_out_of_the_page(cli):
    branch(cli)
    document = opened(cli, 'birthday-cards', '--branch', '第一党支部', '--month', '2026-07', '--per-page', '4')
    words = '\n'.join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert words.count('政治生日贺卡') == 3 and '丁一同志：' in words and '您于2010年7月1日加入中国共产党' in words
    heights = [row.height.pt for row in document.tables[0].rows]
    assert sum(heights) < document.sections[0].page_height.pt - document.sections[0].top_margin.pt, 'all on one page'
    document = opened(cli, 'certificates', '--member', '丁一')
    assert '入党纪念证书' in document.tables[0].cell(0, 0).text and document.sections[0].orientation == WD_ORIENT.LANDSCAPE


@case
def parts_are_torn_off_on_one_page(cli):
    branch(cli)
    cli.ok('do', 'member', '丁一', 'transfer-out', 'on=2026-11-20', 'to_org=中共青禾公司委员会', 'dues_until=2026-11', 'valid_days=90')
    cli.ok('do', 'member', '丁一', 'issue-letter', 'kind=介绍信', 'handler=赵四', 'addressee=中共青禾市委组织部')
    document = opened(cli, 'letter', '--letter', '2026-0001')
    seams = [paragraph for paragraph in document.paragraphs if paragraph.style.name == '骑缝线']
    assert len(seams) == 2 and all('骑缝章' in seam.text for seam in seams), texts(document)
    assert all('w:leader="hyphen"' in etree.tostring(seam._p).decode() for seam in seams)
    assert [paragraph.style.name for paragraph in document.paragraphs].count('Title') == 3


@case
def papers_with_names(cli):
    branch(cli)
    document = opened(cli, 'ballot', '--names', '王二、张三、丁一', '--elect', '2', '--branch', '第一党支部', '--per-page', '2', '--copies', '3')
    ballots = [cell for row in document.tables[0].rows for cell in row.cells if cell.tables]
    assert len(ballots) == 3
    assert [cell.text for cell in ballots[0].tables[0].columns[1].cells][:4] == ['候选人', '王　二', '张　三', '丁　一']
    assert sum(row.height.pt for row in document.tables[0].rows[:4]) < document.sections[0].page_height.pt
    assert '差额选举' in ''.join(paragraph.text for paragraph in ballots[0].paragraphs)
    document = opened(cli, 'tally', '--names', '王二、张三', '--elect', '1', '--branch', '第一党支部')
    assert any('王二' in cell.text for row in document.tables[0].rows for cell in row.cells)
    document = opened(cli, 'seats', '--branch', '第一党支部', '--per-row', '3')
    seated = [cell.text.split('\n') for row in document.tables[0].rows for cell in row.cells if cell.text]
    assert {name for name, _ in seated} == {'丁　一', '王二小', '𠮷田䶮', '李　四'}, seated
    assert document.tables[1].cell(0, 0).text == '主席台'
    # What is folded has a side that stands upside down.
    assert 'upside down' in cli.refused('export', 'name-cards', '--branch', '第一党支部', '--to', cli.path('n.docx'))
    assert not os.path.exists(cli.path('n.docx'))
    cli.ok('export', 'name-cards', '--branch', '第一党支部', '--to', cli.path('n.pdf'))


@case
def equal_cells_stand_as_one(cli):
    cli.ok('demo', '--members', '60', '--seed', '5')
    table = opened(cli, 'meeting-year').tables[0]
    merged = [row._tr.tc_lst[0].tcPr.find(qn('w:vMerge')) for row in table.rows[1:-1]]
    assert merged[0].get(qn('w:val')) == 'restart' and merged[1] is not None and merged[1].get(qn('w:val')) is None


@case
def equal_cells_of_two_branches_stand_apart(cli):
    """Both committees are in their third term: that is one cell for each of them, as on our own paper."""
    cli.ok('demo', '--members', '48', '--seed', '5')
    table = opened(cli, 'committee').tables[0]
    rows = [row._tr.tc_lst for row in table.rows]
    column = next(i for i, cell in enumerate(table.rows[0].cells) if cell.text == '届次')
    begins = [[i for i, row in enumerate(rows[1:-1]) if row[k].tcPr.find(qn('w:vMerge')).get(qn('w:val')) == 'restart'] for k in (0, column)]
    assert len(begins[0]) > 1 and begins[0] == begins[1], begins


@case
def numbers_have_room(cli):
    """Eleven digits fit in one line where digits are 0.556 of the size wide, as in the faces that other programs take for 宋体."""
    cli.ok('demo', '--members', '30', '--seed', '5')
    document = opened(cli, 'contacts', '--internal')
    table = document.tables[0]
    column = next(i for i, cell in enumerate(table.rows[0].cells) if cell.text == '手机')
    size = table.rows[1].cells[column].paragraphs[0].style.font.size.pt
    cell = table.rows[1]._tr.tc_lst[column]
    margins = sum(int(side.get(qn('w:w'))) for side in table._tbl.tblPr.find(qn('w:tblCellMar')) if side.tag in (qn('w:left'), qn('w:right')))
    room = (int(cell.tcPr.find(qn('w:tcW')).get(qn('w:w'))) - margins) / 20
    assert room >= 11 * 0.556 * size, (room, size)


@case
def a_file_that_is_open_elsewhere_stays_as_it_was(cli):
    branch(cli)
    for name in ('名册.docx', '名册.xlsx', '名册.pdf', '名册.csv'):
        path = cli.path(name)
        cli.ok('export', 'members', '--to', path)
        with open(path, 'rb') as file:
            before = file.read()
        for mark in (f'.~lock.{name}#', f'~${name}', f'~${name[2:]}', f'.~{name}'):
            cli.write(mark, '')
            told = cli.refused('export', 'members', '--branch', '第一党支部', '--to', path, '--force')
            assert 'open in another program' in told and name in told, told
            os.remove(cli.path(mark))
            with open(path, 'rb') as file:
                assert file.read() == before, mark
        cli.ok('export', 'members', '--branch', '第一党支部', '--to', path, '--force')
    # Another file of the folder may be open.
    cli.write('.~lock.别的.docx#', '')
    cli.ok('export', 'members', '--to', cli.path('名册.docx'), '--force')


@case
def names_are_spread_and_the_foot_says_who_made_it(cli):
    branch(cli)
    table = opened(cli, 'members', '--columns', 'name,joined_on', '--spread', '--foot').tables[0]
    assert {row.cells[0].text for row in table.rows[1:-1]} == {'丁　一', '王二小', '𠮷田䶮', '李　四'}
    assert re.search(r'由[^<]+于\d{4}-\d\d-\d\d \d\d:\d\d导出，共4人', xml(cli, 'word/footer1.xml')), xml(cli, 'word/footer1.xml')
    opened(cli, 'members')
    assert '导出' not in xml(cli, 'word/footer1.xml')


@case
def it_is_noted_and_replaces_nothing(cli):
    branch(cli)
    path = cli.path('名单.docx')
    assert 'docx' in cli.refused('export', 'members', '--to', cli.path('x.doc'), status=2)
    assert 'docx' in cli.refused('export', 'minutes', '--meeting', '1', '--to', cli.path('x.doc'), status=2)
    cli.ok('export', 'members', '--to', path)
    before = os.stat(path)
    cli.refused('export', 'members', '--to', path)
    cli.refused('export', 'minutes', '--meeting', '1', '--to', path)
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns
    cli.ok('export', 'minutes', '--meeting', '1', '--to', path, '--force')
    cli.ok('export', 'members', '--internal', '--columns', 'name,phone', '--to', path, '--force')
    with sqlite3.connect(cli.registry) as registry:
        noted = registry.execute('SELECT roster, format, n_rows, private_columns FROM export_log ORDER BY id').fetchall()
    assert noted == [('members', 'docx', 4, None), ('minutes', 'docx', 1, None), ('members', 'docx', 4, 'phone')], noted


main()
