# SPDX-License-Identifier: GPL-3.0-or-later
"""组织关系介绍信 and 党员证明信: issued with numbers, printed in parts, printed again, and in the register."""
import csv
import json
import re
import subprocess

from zhibu_cli import case, main

COMMITTEE = '中共云溪集团有限公司委员会'
BRANCH = '中共云溪集团第一支部委员会'


def people(cli):
    cli.ok('init')
    cli.ok('add', 'organization', f'name={COMMITTEE}', 'kind=党委', 'phone=0579-85000000')
    cli.ok('add', 'organization', f'name={BRANCH}', 'kind=党支部', f'parent={COMMITTEE}')
    cli.ok('add', 'member', 'name=王一鸣', 'sex=男', 'ethnicity=汉族', 'birth_date=1985-07-12', 'category=正式党员', 'joined_on=2010-07-01',
           'confirmed_on=2011-07-01', f'branch={BRANCH}', 'id_number=990101198507120015', 'phone=19900000001')
    cli.ok('add', 'member', 'name=买买提·吐尔逊', 'sex=男', 'ethnicity=维吾尔族', 'birth_date=1999-01-02', 'category=预备党员', 'joined_on=2026-07-01',
           f'branch={BRANCH}')


def transfer(cli):
    people(cli)
    cli.ok('do', 'member', '王一鸣', 'transfer-out', 'on=2026-11-20', 'to_org=中共青禾公司委员会', 'dues_until=2026-11', 'valid_days=90')
    return cli.json('do', 'member', '王一鸣', 'issue-letter', 'kind=介绍信', 'handler=赵四', 'addressee=中共青禾市委组织部')


def text(cli, *words):
    cli.ok('export', 'letter', *words, '--to', cli.path('letter.txt'), '--force')
    with open(cli.path('letter.txt'), encoding='utf-8') as file:
        return file.read()


def pdf(path):
    pages = subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, text=True, check=True).stdout.split('\f')[:-1]
    return [re.sub(r'\s+', '', page) for page in pages]


@case
def a_letter_of_introduction_has_three_parts(cli):
    letter = transfer(cli)
    assert letter['number'] == '2026-0001' and letter['issuer'] == COMMITTEE, letter
    said = text(cli, '--member', '王一鸣')
    assert said.count('〔2026〕第1号') == 3, said
    assert said.count('贰零贰陆年第壹号（骑缝章）') == 2, said
    assert f'　　王一鸣同志系中共正式党员，组织关系由{BRANCH}转到中共青禾公司委员会。' in said
    assert '中共青禾市委组织部：' in said
    assert f'王一鸣同志（男，41岁，汉族），系中共正式党员，身份证号码＿＿＿＿＿＿，由{BRANCH}去中共青禾公司委员会，请转接组织关系。' in said
    assert '该同志党费已交到贰零贰陆年壹拾壹月。' in said
    assert said.count('（有效期玖拾天）') == 2 and '开具单位联系电话：0579-85000000　　　　经办人：赵四' in said
    assert '王一鸣同志的党员组织关系已转接到我处，特此回复。' in said
    assert '19900000001' not in said and '990101' not in said


@case
def private_numbers_are_written_in_or_asked_for(cli):
    transfer(cli)
    assert '990101********0015' in text(cli, '--member', '王一鸣', '--id-number', 'masked')
    whole = text(cli, '--letter', '2026-0001', '--id-number', 'whole')
    assert '身份证号码990101198507120015' in whole and '其他联系方式）：19900000001' in whole
    cli.ok('export', 'letter', '--member', '王一鸣', '--id-number', 'whole', '--to', cli.path('a.pdf'))
    found = pdf(cli.path('a.pdf'))
    assert len(found) == 1 and found[0].count('（骑缝章）') == 2, found


@case
def printed_again_it_has_its_number(cli):
    transfer(cli)
    first = text(cli, '--member', '王一鸣')
    assert '2026-0001' in cli.refused('do', 'member', '王一鸣', 'issue-letter', 'kind=介绍信')
    assert text(cli, '--member', '王一鸣') == first
    cli.refused('set', 'letter', '2026-0001', 'to_org=别处')
    cli.ok('undo')
    cli.refused('export', 'letter', '--member', '王一鸣', '--to', cli.path('b.pdf'))
    cli.refused('export', 'letter', '--to', cli.path('b.pdf'), status=2)
    again = cli.json('do', 'member', '王一鸣', 'issue-letter', 'kind=介绍信')
    assert again['number'] == '2026-0002', again


@case
def handled_by_who_handled_the_last(cli):
    """What the window proposes is what the command line takes, unless it is told."""
    transfer(cli)
    proof = cli.json('do', 'member', '买买提·吐尔逊', 'issue-letter', 'kind=证明信')
    assert proof['handler'] == '赵四', proof
    cli.ok('undo')
    proof = cli.json('add', 'letter', 'person=买买提·吐尔逊', 'kind=证明信')
    assert proof['handler'] == '赵四', proof
    assert cli.json('do', 'member', '买买提·吐尔逊', 'issue-letter', 'kind=证明信', 'handler=钱五')['handler'] == '钱五'
    assert cli.json('do', 'member', '买买提·吐尔逊', 'issue-letter', 'kind=证明信', 'handler=')['handler'] is None


@case
def the_demo_has_its_letter_in_the_register(cli):
    """Whoever is asked after in what is due stands in the register of letters, and the letter can be printed again."""
    cli.ok('demo', '--members', '60', '--seed', '7')
    letter, = cli.json('list', 'letter')
    due = [row for row in cli.json('due') if letter['name'] in json.dumps(row, ensure_ascii=False)]
    assert due and letter['kind'] == 'transfer' and letter['number'].endswith('-0001') and letter['handler'], (letter, due)
    assert letter['to_org'] in text(cli, '--member', letter['name'])
    cli.ok('export', 'letters', '--to', cli.path('r.csv'))
    with open(cli.path('r.csv'), encoding='utf-8-sig') as file:
        assert letter['name'] in file.read()


@case
def a_proof_has_a_stub_and_a_letter(cli):
    people(cli)
    cli.ok('do', 'member', '买买提·吐尔逊', 'issue-letter', 'kind=证明信', 'purpose=外出学习', 'to_org=云溪市党校', 'number=证字7号')
    said = text(cli, '--member', '买买提·吐尔逊')
    assert said.count('证字7号') == 3 and said.count('（骑缝章）') == 1, said
    assert f'兹证明买买提·吐尔逊同志（男，27岁，维吾尔族），身份证号码＿＿＿＿＿＿，于2026年7月1日加入中国共产党，系{BRANCH}预备党员。' in said
    assert '现因外出学习前往云溪市党校，该同志党费已交到＿＿＿＿年＿＿月。特此证明。' in said
    assert '（有效期叁拾天）' in said


@case
def the_longest_names_stand_on_one_page(cli):
    people(cli)
    long = '中国共产党云溪市青石新区产业投资集团有限公司物业服务分公司离退休人员管理服务中心委员会'
    cli.ok('do', 'member', '王一鸣', 'transfer-out', 'on=2026-11-20', f'to_org={long}{long}')
    cli.ok('do', 'member', '王一鸣', 'issue-letter', 'kind=介绍信', f'addressee={long}', 'handler=赵四')
    cli.ok('export', 'letter', '--member', '王一鸣', '--to', cli.path('long.pdf'))
    found = pdf(cli.path('long.pdf'))
    assert len(found) == 1 and found[0].count(long) == 5, (len(found), found)


@case
def the_register_tells_what_is_open(cli):
    transfer(cli)
    cli.ok('do', 'member', '买买提·吐尔逊', 'issue-letter', 'kind=证明信', 'issued_on=2026-08-01', 'valid_days=10')

    def register(*words):
        cli.ok('export', 'letters', *words, '--to', cli.path('letters.csv'), '--force')
        with open(cli.path('letters.csv'), encoding='utf-8-sig', newline='') as file:
            return [dict(zip(('序号', '编号', '类别', '姓名'), row[:4]), 至=row[8], 情况=row[11]) for row in list(csv.reader(file))[1:]]

    found = register()
    assert [(row['姓名'], row['至'], row['情况']) for row in found] == \
        [('买买提·吐尔逊', '2026.08.11', '已过有效期'), ('王一鸣', '2027.02.22', '待回执')], found
    cli.ok('do', 'member', '王一鸣', 'receipt', 'on=2026-11-23')
    assert register('--branch', BRANCH)[1]['情况'] == '已收回执'
    assert [row['姓名'] for row in register('--from', '2026-11-01')] == ['王一鸣']
    assert register('--year', '2025') == []


main()
