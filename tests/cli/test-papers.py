# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import sqlite3
import subprocess
import zipfile

from zhibu_cli import case, main

BRANCH = '第一党支部'


def branch(cli):
    """A branch of four, one meeting that was held with a vote, one that is planned."""
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', f'short_name={BRANCH}')
    for name, joined in (('丁一', '2010-07-01'), ('王二', '2010-07-01'), ('张三', '2011-03-08'), ('李四', '2012-07-15')):
        cli.ok('add', 'member', f'name={name}', 'category=正式党员', f'joined_on={joined}', 'confirmed_on=2013-07-15', f'branch={BRANCH}')
    cli.ok('add', 'meeting', f'org={BRANCH}', 'kind=支部党员大会', 'title=讨论年度工作', 'held_on=2026-03-05', 'started_at=14:30', 'ended_at=16:30',
           'place=三楼会议室', 'chair=丁一', 'recorder=王二', 'contents=丁一通报工作。')
    cli.ok('roll', '#1')
    cli.ok('roll', '#1', '全到')
    cli.ok('add', 'resolution', 'meeting=讨论年度工作', 'kind=其他事项', 'subject=年度工作计划', 'entitled=4', 'present=4', 'votes_for=4', 'votes_against=0',
           'abstained=0')
    cli.ok('add', 'meeting', f'org={BRANCH}', 'kind=党课', 'title=专题党课', 'planned_on=2026-12-10')


def pdf(path):
    return re.sub(r'\s+', '', subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, text=True, check=True).stdout)


@case
def papers_of_a_meeting_come_by_its_number(cli):
    branch(cli)
    for name, words in (('sign-in', '讨论年度工作签到表'), ('minutes', '会议记录'), ('resolution', '关于年度工作计划的决议'), ('news', '讨论年度工作'),
                        ('programme', '讨论年度工作议程'), ('script', '主持词'), ('record', '活动纪实'), ('notice', '关于召开支部党员大会的通知')):
        file = cli.path(name + '.pdf')
        cli.ok('export', name, '--meeting', '1', '--to', file)
        assert words in pdf(file), (name, pdf(file))
    cli.ok('export', 'news', '--meeting', '#1', '--to', cli.path('news.txt'))
    with open(cli.path('news.txt'), encoding='utf-8') as file:
        assert '丁一通报工作。' in file.read()
    answer = cli.json('export', 'minutes', '--meeting', '1', '--to', cli.path('again.pdf'))
    assert answer == {'file': cli.path('again.pdf'), 'document': 'minutes'}, answer


@case
def a_notice_takes_its_words_from_the_command(cli):
    branch(cli)
    file = cli.path('notice.pdf')
    cli.ok('export', 'notice', '--meeting', '2', '--to', file, '--addressee', '各党小组', '--requirements', '准时参加。\\n带好笔记本。')
    words = pdf(file)
    for piece in ('关于开展专题党课的通知', '各党小组：', '2026年12月10日', '（一）准时参加。', '（二）带好笔记本。', '2026年11月24日'):
        assert piece in words, (piece, words)


@case
def lists_take_a_member_a_year_and_a_time(cli):
    branch(cli)
    cli.ok('export', 'study-person', '--member', '李四', '--year', '2026', '--to', cli.path('person.pdf'))
    assert '李四同志2026年度学习情况登记表' in pdf(cli.path('person.pdf'))
    cli.ok('export', 'meeting-year', '--branch', BRANCH, '--year', '2025', '--to', cli.path('year.pdf'))
    assert '2025年度“三会一课”情况统计表' in pdf(cli.path('year.pdf'))
    answer = cli.json('export', 'meetings', '--from', '2026-03', '--until', '2026-03', '--to', cli.path('march.csv'))
    assert answer['rows'] == 1, answer
    answer = cli.json('export', 'meetings', '--from', '2026-04', '--to', cli.path('rest.csv'))
    assert answer['rows'] == 0, answer
    cli.ok('export', 'birthdays', '--month', '2026-07', '--to', cli.path('july.csv'))
    with open(cli.path('july.csv'), encoding='utf-8-sig') as file:
        assert [line.split(',')[1] for line in file.read().splitlines()[1:]] == ['丁一', '王二', '李四']
    cli.ok('export', 'birthday-cards', '--branch', BRANCH, '--month', '2026-07', '--per-page', '4', '--to', cli.path('cards.pdf'))
    assert pdf(cli.path('cards.pdf')).count('同志：') == 3
    cli.ok('export', 'certificates', '--member', '丁一', '--to', cli.path('one.pdf'))
    assert '丁一同志：您于2010年7月1日加入中国共产党。' in pdf(cli.path('one.pdf'))


@case
def what_is_missing_or_useless_is_said(cli):
    branch(cli)
    file = cli.path('x.pdf')
    cli.refused('export', 'sign-in', '--to', file, status=2)
    cli.refused('export', 'minutes', '--to', file, status=2)
    cli.refused('export', 'study-person', '--to', file, status=2)
    assert '--meeting' in cli.refused('export', 'members', '--meeting', '1', '--to', file, status=2)
    assert '--year' in cli.refused('export', 'members', '--year', '2026', '--to', file, status=2)
    assert '--order' in cli.refused('export', 'minutes', '--meeting', '1', '--order', 'post', '--to', file, status=2)
    assert '--addressee' in cli.refused('export', 'minutes', '--meeting', '1', '--addressee', '各位', '--to', file, status=2)
    cli.refused('export', 'birthday-cards', '--per-page', '3', '--to', file, status=2)
    cli.refused('export', 'minutes', '--meeting', '1', '--to', cli.path('x.xlsx'), status=2)
    cli.refused('export', 'sign-in', '--meeting', '99', '--to', file)
    cli.refused('export', 'minutes', '--meeting', '99', '--to', file)
    cli.refused('export', 'oath', '--meeting', '1', '--to', file)
    cli.refused('export', 'resolution', '--meeting', '2', '--to', file)
    cli.refused('export', 'meetings', '--from', '2026-05', '--until', '2026-03', '--to', file)
    cli.refused('export', 'meeting-year', '--where', 'kind=lecture', '--to', file)
    assert not os.path.exists(file)
    cli.ok('export', 'minutes', '--meeting', '1', '--to', file)
    cli.refused('export', 'minutes', '--meeting', '1', '--to', file)
    cli.ok('export', 'minutes', '--meeting', '1', '--to', file, '--force')


@case
def all_papers_are_named_and_noted(cli):
    branch(cli)
    papers = cli.json('export', '--list')
    names = [paper['name'] for paper in papers]
    for name in ('sign-in', 'attendance', 'study-person', 'study-hours', 'meeting-year', 'make-up', 'appraisal', 'plan', 'meetings', 'talks',
                 'swearers', 'birthdays', 'notice', 'minutes', 'resolution', 'news', 'record', 'programme', 'script', 'oath', 'birthday-cards',
                 'certificates'):
        assert name in names, name
    assert {paper['what'] for paper in papers} == {'roster', 'document'}
    assert len(names) == len(set(names))
    cli.ok('export', 'minutes', '--meeting', '1', '--to', cli.path('a.pdf'))
    cli.ok('export', 'news', '--meeting', '1', '--to', cli.path('a.txt'))
    cli.ok('export', 'sign-in', '--meeting', '1', '--to', cli.path('a.xlsx'))
    with sqlite3.connect(cli.registry) as registry:
        noted = registry.execute('SELECT roster, format FROM export_log ORDER BY id').fetchall()
    assert noted == [('minutes', 'pdf'), ('news', 'txt'), ('sign-in', 'xlsx')], noted


@case
def a_long_title_has_room(cli):
    """Two lines of 18 points need more than 43 points; one line stands in a row as high as ever."""
    cli.ok('init')
    long = '中共云溪产业投资集团有限公司青石物业服务分公司离退休人员支部委员会'
    cli.ok('add', 'organization', f'name={long}', 'kind=党支部')
    heights = []
    for title in ((), ('--title', '评议汇总表')):
        cli.ok('export', 'appraisal', '--branch', long, *title, '--to', cli.path('a.xlsx'), '--force')
        with zipfile.ZipFile(cli.path('a.xlsx')) as book:
            row = re.search(rb'<row r="1"[^>]* ht="([0-9.]+)"', book.read('xl/worksheets/sheet1.xml'))
        heights.append(float(row.group(1)))
    assert heights[0] > 43 and heights[1] == 38, heights


if __name__ == '__main__':
    main()
