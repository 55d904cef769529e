# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the papers of a year back with openpyxl and Poppler. TAP on standard output."""
import csv
import datetime
import os
import re
import subprocess
import sys
import tempfile
import traceback

import openpyxl

CASES = []


def case(function):
    CASES.append(function)
    return function


def sheet(folder, name):
    return openpyxl.load_workbook(os.path.join(folder, name)).active


def values(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages_of(folder, name):
    return int(re.search(r'^Pages:\s+(\d+)$', run('pdfinfo', os.path.join(folder, name)), re.MULTILINE)[1])


def text(folder, name, *options):
    return run('pdftotext', *options, os.path.join(folder, name), '-')


def flat(words):
    """Without the blanks and line ends that a page brings."""
    return re.sub(r'\s+', '', words)


def assert_order(words, *wanted):
    at = 0
    for piece in wanted:
        found = words.find(flat(piece), at)
        assert found >= 0, f'{piece!r} does not follow in {words[at:at + 300]!r}'
        at = found + len(flat(piece))


@case
def the_sign_in_sheet_is_signed_by_hand(folder):
    page = sheet(folder, 'sign-in.xlsx')
    table = values(page)
    assert table[0][0] == '讨论接收王伟同志为预备党员签到表' and page.title == '签到表', (table[0], page.title)
    assert [row[0] for row in table[1:3]] == ['时间：2026年3月5日（星期四）14:30—16:30　　地点：三楼会议室', '主持人：王一鸣'], table[1:3]
    header = next(i for i, row in enumerate(table) if row[0] == '序号')
    assert table[header] == ['序号', '姓名', '职务（支部）', '签名', '备注'], table[header]
    assert [row[0] for row in table[header + 1:header + 10]] == list(range(1, 10))
    assert table[header + 7] == [7, '张三', None, None, '请假：出差'], table[header + 7]
    assert table[header + 13][0] == '应到 9 人　　实到 7 人　　请假 1 人　　缺席 1 人', table[header + 13]
    # 8.5 mm, in points.
    assert page.sheet_format.defaultRowHeight >= 24, page.sheet_format.defaultRowHeight
    assert page.page_setup.orientation in (None, 'portrait')


@case
def a_crowd_signs_in_two_blocks(folder):
    page = sheet(folder, 'crowd.xlsx')
    table = values(page)
    header = next(i for i, row in enumerate(table) if row[0] == '序号')
    assert table[header] == ['序号', '姓名', '签名', '备注'] * 2, table[header]
    assert page.auto_filter.ref is None
    rows = table[header + 1:header + 151]
    assert [number for row in rows for number in (row[0], row[4])] == list(range(1, 301))
    assert rows[74][5] == '买买提·吐尔逊·阿不都热合曼', rows[74]
    # Programs get one name a row.
    with open(os.path.join(folder, 'crowd.csv'), encoding='utf-8-sig', newline='') as file:
        lines = list(csv.reader(file))
    assert lines[0][0] == '序号' and [int(line[0]) for line in lines[1:301]] == list(range(1, 301)), lines[:2]
    words = flat(text(folder, 'crowd.pdf'))
    for number, name in ((1, '赵䶮1'), (4, '赵𠮷4'), (299, '赵𠮷299'), (300, '赵伟300')):
        assert name in words, (number, name)
    assert '买买提·吐尔逊·阿不都热合曼' in words


@case
def rows_to_sign_are_high_enough(folder):
    """The lines of the table, as Poppler draws them: never closer than 8.5 mm."""
    boxes = run('pdftotext', '-bbox', os.path.join(folder, 'crowd.pdf'), '-')
    tops = sorted({round(float(y), 1) for y, word in re.findall(r'yMin="([\d.]+)"[^>]*>(\d+)</word>', boxes.split('</page>')[0])
                   if int(word) <= 48})
    gaps = [b - a for a, b in zip(tops, tops[1:]) if b - a > 5]
    assert len(gaps) >= 20 and min(gaps) >= 8.5 / 25.4 * 72 - 0.2, gaps


@case
def the_year_has_its_gaps_marked_and_explained(folder):
    table = values(sheet(folder, 'meeting-year.xlsx'))
    assert table[0][0] == '中共云溪投资有限公司委员会2026年度“三会一课”情况统计表', table[0]
    header = next(i for i, row in enumerate(table) if row[0] == '党支部')
    assert table[header] == ['党支部', '类别', *(f'{m}月' for m in range(1, 13)), '合计次数', '按时开展月份数', '完成率'], table[header]
    assert table[header + 1] == ['第一党支部', '支部党员大会', None, None, '1', None, None, '△', None, None, '△', None, None, None, 1, 1, '33%'], \
        table[header + 1]
    # Files repeat the branch in every row, so that they can be sorted.
    assert [row[0] for row in table[header + 1:header + 15]] == ['第一党支部'] * 7 + ['第二党支部'] * 7
    below = [row[0] for row in table[header + 15:]]
    assert below[0] == '共 2 个党组织；应开展 42 期，已开展 3 期，未开展 39 期，完成率 7.1%。', below
    assert below[1].startswith('注：') and '“△”为应开展未开展' in below[1], below
    words = text(folder, 'meeting-year.pdf')
    # On paper it stands once.
    assert words.count('第一党支部') == 1 and '“／”为未设支部委员会或党小组' in flat(words), words
    info = run('pdfinfo', os.path.join(folder, 'meeting-year.pdf'))
    assert re.search(r'Page size:\s+841\.89\d* x 595\.2\d*', info), info


@case
def dates_and_figures_are_numbers(folder):
    table = values(sheet(folder, 'meetings.xlsx'))
    header = next(i for i, row in enumerate(table) if row[0] == '序号')
    first, second = table[header + 1], table[header + 2]
    assert first[1] == datetime.datetime(2026, 3, 2) and first[8:12] == [3, 3, 0, 0], first
    assert second[1] == datetime.datetime(2026, 3, 5) and second[8:12] == [9, 7, 1, 1], second
    hours = values(sheet(folder, 'study-hours.xlsx'))
    row = next(row for row in hours if row[1] == '李四')
    assert row[3:7] == [32, 5.5, 26.5, 2], row
    attendance = values(sheet(folder, 'attendance.xlsx'))
    row = next(row for row in attendance if row[1] == '李四')
    assert row[2:7] == [3, 1, 1, 1, 1] and '0/1（补1）' in row, row


@case
def every_list_is_one_title_and_its_rows(folder):
    for name, title in (('attendance', '签到统计表'), ('plan', '2026年度组织生活计划及落实情况表'), ('study-person', '李四同志2026年度学习情况登记表'),
                        ('make-up', '补学清单'), ('appraisal', '2026年度民主评议党员情况汇总表'), ('talks', '谈心谈话登记表'), ('birthdays', '政治生日名单'),
                        ('swearers', '“七一”入党宣誓仪式宣誓人名单')):
        words = flat(text(folder, name + '.pdf'))
        assert title in words, (name, words[:200])
        assert pages_of(folder, name + '.pdf') == 1, name
        assert title in flat(str(values(sheet(folder, name + '.xlsx'))[0][0])), name


@case
def minutes_hold_every_item(folder):
    words = flat(text(folder, 'assembly-minutes.pdf', '-raw'))
    for piece in ('会议记录', '党组织中共云溪投资有限公司第一支部委员会', '会议名称讨论接收王伟同志为预备党员', '支部党员大会', '2026年第1次', '2026年3月4日（星期三）14:00',
                  '2026年3月5日（星期四）14:30—16:30', '三楼会议室', '王一鸣', '李芳', '9人', '7人', '张三（出差）', '李四（原因：', '集团组织部郑和平',
                  '1．介绍王伟同志的情况（李芳）', '2．无记名投票表决', '李芳介绍王伟同志的情况。', '孙立认为还应多到一线锻炼。', '同意接收王伟同志为预备党员。', '赞成6票，反对0票，弃权0票',
                  '表决通过', '主持人签字', '记录人签字'):
        assert piece in words, (piece, words)
    assert pages_of(folder, 'assembly-minutes.pdf') == 2


@case
def twenty_thousand_characters_go_on_over_pages(folder):
    for name, least in (('long-minutes.pdf', 20), ('long-news.pdf', 30)):
        words = flat(text(folder, name, '-raw'))
        n = pages_of(folder, name)
        assert n >= least, (name, n)
        found = [int(number) for number in re.findall(r'第(\d{3})段：会议指出', words)]
        assert found == list(range(1, len(found) + 1)) and len(found) > 250, (name, found[-3:])
        # Every paragraph whole, across pages too: nothing between its first and its last words but the frame of the page.
        bare = re.sub(r'—\d+—|第\d+页共\d+页|主要内容|（续）', '', words)
        for i in found:
            assert f'第{i:03}段：会议指出，要深入学习贯彻会议精神（见《学习材料》第{i}页），结合工作实际，抓好落实；“干在实处，走在前列”，不能有丝毫松懈。' in bare, (name, i)


@case
def no_line_begins_with_a_closing_mark(folder):
    for name in ('long-minutes.pdf', 'long-news.pdf', 'assembly-resolution.pdf', 'notice.pdf', 'assembly-news.pdf'):
        for line in text(folder, name, '-raw').splitlines():
            assert not re.match(r'[，。、；：？！）》”]', line.strip()), (name, line)
            assert not re.search(r'[（《“]$', line.strip()), (name, line)


@case
def nothing_stands_outside_the_page(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.pdf'):
            continue
        boxes = run('pdftotext', '-bbox', os.path.join(folder, name), '-')
        for page in boxes.split('<page ')[1:]:
            width, height = (float(page.split(f'{side}="')[1].split('"')[0]) for side in ('width', 'height'))
            for x1, y1, x2, y2, word in re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page):
                assert float(x1) >= 15 and float(x2) <= width - 15 and float(y1) >= 0 and float(y2) <= height, (name, word, x1, x2)


@case
def documents_are_numbered_as_official_papers_are(folder):
    boxes = run('pdftotext', '-bbox', os.path.join(folder, 'long-news.pdf'), '-').split('<page ')[1:]
    for number, page in enumerate(boxes[:4], 1):
        at = [float(x) for x, word in re.findall(r'xMin="([\d.]+)"[^>]*>([^<]*)</word>', page) if word == str(number)]
        assert at and (max(at) > 400 if number % 2 else min(at) < 160), (number, at)
    assert re.search(rf'第\s*2\s*页\s+共\s*{pages_of(folder, "long-minutes.pdf")}\s*页', text(folder, 'long-minutes.pdf', '-f', '2', '-l', '2'))


@case
def a_notice_says_when_where_who_and_what(folder):
    words = flat(text(folder, 'notice.pdf', '-raw'))
    assert_order(words, '关于召开支部党员大会的通知', '第一党支部全体党员：', '一、会议主题', '年度工作总结', '二、会议时间', '2026年12月10日（星期四）14:00',
                 '三、会议地点', '三楼会议室', '四、参加人员', '应到9人', '五、会议议程', '六、有关要求', '（一）请准时参加', '（二）请佩戴党员徽章。',
                 '中共云溪投资有限公司第一支部委员会', '2026年11月24日')


@case
def the_oath_is_large_and_stands_on_one_page(folder):
    assert pages_of(folder, 'oath-oath.pdf') == 1
    words = flat(text(folder, 'oath-oath.pdf', '-raw'))
    assert_order(words, '入党誓词', '我志愿加入中国共产党，拥护党的纲领，遵守党的章程，履行党员义务，执行党的决定，严守党的纪律，保守党的秘密，对党忠诚，积极工作，'
                 '为共产主义奋斗终身，随时准备为党和人民牺牲一切，永不叛党。', '宣誓人：')
    boxes = run('pdftotext', '-bbox', os.path.join(folder, 'oath-oath.pdf'), '-')
    line = re.search(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>随时准备为党和人民牺牲一切，</word>', boxes)
    # 二号 is 22 points; the line has fourteen characters.
    assert line and (float(line[2]) - float(line[1])) / 14 >= 22, line


@case
def cards_stand_two_and_four_on_a_page(folder):
    assert pages_of(folder, 'cards.pdf') == 4 and pages_of(folder, 'four-cards.pdf') == 2
    for name in ('cards.pdf', 'four-cards.pdf'):
        words = flat(text(folder, name))
        for person in ('王一鸣', '田富', '李芳', '孙立', '李四', '张三', '周洁', '赵敏'):
            assert words.count(f'{person}同志：') == 1, (name, person)
        assert words.count('（盖章）') == 8
    assert pages_of(folder, 'oath-certificates.pdf') == 1


@case
def a_table_repeats_its_headings(folder):
    n = pages_of(folder, 'timed.pdf')
    assert n == 4, n
    found = []
    for page in range(1, n + 1):
        words = flat(text(folder, 'timed.pdf', '-raw', '-f', str(page), '-l', str(page)))
        assert words.count('序号') == words.count('分钟') == 1, words
        found += [int(number) for number in re.findall(r'第(\d+)项议程', words)]
    assert found == list(range(1, 41)), found


@case
def photos_are_in_the_file_as_they_are(folder):
    images = run('pdfimages', '-list', os.path.join(folder, 'oath-record.pdf')).splitlines()[2:]
    found = [(line.split()[3], line.split()[4], line.split()[8]) for line in images]
    assert found == [('1600', '900', 'jpeg'), ('600', '1200', 'jpeg')], images
    words = flat(text(folder, 'oath-record.pdf', '-raw'))
    assert_order(words, '活动纪实', '“七一”入党宣誓仪式', '革命烈士纪念馆', '应到党员9人，实到9人', '图1宣誓人面向党旗宣誓', '图2', '（照片无法读取）', '图3读不出来的照片')


@case
def what_is_not_known_stays_empty(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(('.pdf', '.txt')):
            words = text(folder, name) if name.endswith('.pdf') else open(os.path.join(folder, name), encoding='utf-8').read()
            assert 'NULL' not in words and 'null' not in words and '(nil)' not in words, name


@case
def a_news_note_is_plain_text_too(folder):
    with open(os.path.join(folder, 'assembly-news.txt'), encoding='utf-8') as file:
        words = file.read()
    assert words.startswith('讨论接收王伟同志为预备党员\n（草稿') and '　　3月5日下午，中共云溪投资有限公司第一支部委员会在三楼会议室召开支部党员大会' in words, words


@case
def fonts_and_titles_are_in_the_files(folder):
    for name in ('assembly-minutes.pdf', 'notice.pdf', 'cards.pdf', 'oath-oath.pdf', 'sign-in.pdf'):
        fonts = run('pdffonts', os.path.join(folder, name)).splitlines()[2:]
        assert fonts and all(re.search(r'\byes yes yes\b', font) for font in fonts), (name, fonts)
        assert re.search(r'^Title:\s+\S', run('pdfinfo', os.path.join(folder, name)), re.MULTILINE), name


def main(writer):
    status = 0
    print(f'1..{len(CASES)}')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        for number, function in enumerate(CASES, 1):
            try:
                function(folder)
                print(f'ok {number} - {function.__name__}')
            except Exception:  # a broken file may fail anywhere
                status = 1
                print(f'not ok {number} - {function.__name__}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()))
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
