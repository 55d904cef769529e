# SPDX-License-Identifier: GPL-3.0-or-later
from zhibu_cli import case, main


def branch(cli):
    cli.ok('init')
    cli.ok('add', 'organization', 'name=中共云溪公司委员会', 'kind=党委', 'short_name=公司党委')
    cli.ok('add', 'organization', 'name=中共云溪公司第一支部委员会', 'kind=党支部', 'short_name=第一党支部', 'parent=公司党委')
    cli.ok('add', 'organization', 'name=第一党小组', 'kind=党小组', 'parent=第一党支部')


@case
def a_member_comes_back_as_it_was_entered(cli):
    branch(cli)
    cli.ok('add', 'member', '姓名=单晓云', '性别=女', '民族=壮', 'birth_date=1985.07', 'id_number=99010119850712002x',
           '学历=本科', 'joined_on=2010.07.01', 'confirmed_on=2011-07-01', 'category=正式党员', '所在党支部=第一党支部',
           'group=第一党小组', '联系电话=199 0000 0001', 'work_unit=财务部会计', 'note=2021.3转入')
    member, = cli.members()
    assert member['name'] == '单晓云'
    assert (member['sex'], member['sex_label']) == ('2', '女')
    assert member['ethnicity_label'] == '壮族'
    assert member['birth_date'] == '1985-07'
    assert member['id_number'] == '99010119850712002X'
    assert member['education_label'].startswith('大学')
    assert member['degree'] is None
    assert member['joined_on'] == '2010-07-01' and member['confirmed_on'] == '2011-07-01'
    assert (member['category'], member['category_label']) == ('full', '正式党员')
    assert member['branch'] == '中共云溪公司第一支部委员会' and member['group'] == '第一党小组'
    assert member['phone'] == '19900000001'
    assert member['work_unit'] == '财务部会计' and member['note'] == '2021.3转入'
    assert member['standing'] == 15 and member['age'] == 41


@case
def private_fields_need_asking(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=张三', 'phone=19900000002', 'branch=第一党支部')
    member, = cli.json('list', 'member')
    assert 'phone' not in member and 'id_number' not in member
    assert '19900000002' not in cli.ok('list', 'member')
    assert '19900000002' not in cli.ok('show', 'member', '张三')
    assert '19900000002' in cli.ok('show', 'member', '张三', '--private')


@case
def shown_by_its_id(cli):
    """What --meeting 2 and --member 2 mean is what show and roll take, too; what changes a record wants it said with #."""
    branch(cli)
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=李四', 'branch=第一党支部')
    for day in ('2026-03-02', '2026-04-02'):
        cli.ok('add', 'meeting', 'org=第一党支部', 'kind=assembly', 'title=%s党员大会' % day, 'planned_on=' + day)
    assert '2026-04-02党员大会' in cli.ok('show', 'meeting', '2') and '2026-04-02党员大会' in cli.ok('show', 'meeting', '#2')
    assert '2026-03-02党员大会' in cli.ok('roll', '1')
    assert cli.json('show', 'member', '2')['name'] == '李四'
    cli.ok('export', 'notice', '--meeting', '2', '--to', cli.path('n.txt'))
    cli.refused('show', 'member', '7')
    cli.refused('set', 'member', '2', 'note=x')
    cli.ok('set', 'member', '#2', 'note=x')
    assert cli.json('show', 'member', '李四')['note'] == 'x'
    # Where records carry numbers of their own, a number is that number.
    cli.ok('set', 'organization', '第一党支部', 'number=7')
    assert cli.json('show', 'organization', '7')['short_name'] == '第一党支部'
    cli.refused('show', 'organization', '1')


@case
def programs_find_every_key(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=张三')
    public = ('uid', 'name', 'sex', 'ethnicity', 'birth_date', 'education', 'degree', 'joined_on', 'confirmed_on', 'category',
              'category_label', 'branch', 'group', 'post', 'work_unit', 'note')
    private = ('id_number', 'phone')
    member, = cli.json('list', 'member', '--scope', 'all')
    assert [key for key in public if key not in member] == [] and [key for key in private if key in member] == []
    member, = cli.members('--scope', 'all')
    assert [key for key in (*public, *private) if key not in member] == []
    known = {key: value for key, value in member.items() if key in (*public, *private) and value is not None}
    assert known == {'uid': member['uid'], 'name': '张三', 'category': 'none', 'category_label': '群众'}, known


@case
def the_log_says_whose(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部')
    cli.ok('add', 'post', 'person=张三', 'org=第一党支部', 'post=书记', 'started_on=2024-01-01')
    cli.ok('add', 'term', 'org=第一党支部', 'number=3', 'appointed_on=2024-01-01')
    cli.ok('set', 'term', '3@第一党支部', 'due_on=2027-01-01')
    log = cli.ok('log', '--limit', '3')
    assert 'Entered: 张三 书记' in log, log
    assert log.count('第一支部委员会 3') == 2, log


@case
def nonsense_is_refused_and_nothing_changes(cli):
    branch(cli)
    for words in (['name='], ['name=张三', 'birth_date=2023-02-30'], ['name=张三', 'id_number=123'],
                  ['name=张三', 'sex=3'], ['name=' + '长' * 10000], ['name=张\x01三'], ['name=张三', 'education=飞天'],
                  ['name=张三', 'branch=没有这个支部']):
        cli.refused('add', 'member', *words)
    assert cli.members('--scope', 'all') == []
    cli.refused('add', 'member', 'name=张三', 'wings=2', status=2)
    cli.refused('add', 'dragon', 'name=张三', status=2)
    cli.refused('frobnicate', status=2)


@case
def steps_move_the_record_along(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=李四', 'birth_date=1995-05-05', 'branch=第一党支部', 'category=applicant')
    cli.ok('do', 'member', '李四', 'apply', 'on=2023-01-10')
    cli.ok('do', 'member', '李四', 'name-activist', 'on=2023-06-01')
    cli.ok('do', 'member', '李四', 'name-candidate', 'on=2024-07-01')
    assert cli.member('李四')['category'] == 'candidate'
    cli.ok('do', 'member', '李四', 'join', 'on=2025-01-15', 'introducer1=王五')
    member = cli.member('李四')
    assert member['category'] == 'probationary' and member['joined_on'] == '2025-01-15'
    assert member['standing'] is None or member['standing'] == '预备期'
    cli.ok('do', 'member', '李四', 'confirm', 'on=2026-01-15')
    assert cli.member('李四')['category'] == 'full'
    cli.refused('do', 'member', '李四', 'confirm', 'on=2026-01-15')
    cli.ok('do', 'member', '李四', 'transfer-out', 'on=2026-03-01', 'to_org=中共白渡市委员会', 'letter=云组介001', 'valid_days=30')
    assert cli.members() == []
    assert [m['name'] for m in cli.members('--scope', 'left')] == ['李四']
    assert [d for d in cli.json('due') if d['kind'] == 'receipt' and d['on'] == '2026-03-31']
    cli.ok('do', 'member', '李四', 'receipt', 'on=2026-03-20')
    assert not [d for d in cli.json('due') if d['kind'] == 'receipt']


@case
def the_category_is_that_of_the_day(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=李四', 'joined_on=2024-07-01', 'confirmed_on=2025-07-01', 'branch=第一党支部')
    for day, category in (('2024-07-01', 'probationary'), ('2025-06-30', 'probationary'), ('2025-07-01', 'full')):
        cli.as_of = day
        assert cli.member('李四')['category'] == category, day


@case
def undo_and_redo_survive_the_program(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=张三', 'note=一', 'branch=第一党支部')
    cli.ok('set', 'member', '张三', 'note=二')
    cli.ok('undo')
    assert cli.member('张三')['note'] == '一'
    cli.ok('undo')
    assert cli.members('--scope', 'all') == []
    cli.ok('redo')
    cli.ok('redo')
    assert cli.member('张三')['note'] == '二'
    cli.refused('redo')


@case
def an_organisation_keeps_the_name_of_its_day(cli):
    branch(cli)
    cli.ok('do', 'organization', '第一党支部', 'rename', 'on=2026-05-01', 'name=中共云溪公司机关支部委员会', 'document=云组〔2026〕3号')
    assert '机关支部' in cli.ok('list', 'organization')
    cli.ok('add', 'member', 'name=张三', 'branch=机关支部')
    cli.as_of = '2026-04-30'
    assert cli.member('张三')['branch'] == '中共云溪公司第一支部委员会'
    cli.as_of = '2026-05-01'
    assert cli.member('张三')['branch'] == '中共云溪公司机关支部委员会'


@case
def two_people_of_one_name_stay_two(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=张三', 'birth_date=1980-01', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=张三', 'birth_date=1990-02', 'branch=第一党支部')
    assert '张三' in cli.refused('set', 'member', '张三', 'note=x')
    first = [m for m in cli.members() if m['birth_date'] == '1980-01'][0]
    cli.ok('set', 'member', first['uid'], 'note=x')
    assert sorted((m['birth_date'], m['note']) for m in cli.members()) == [('1980-01', 'x'), ('1990-02', None)]


@case
def filters_combine(cli):
    branch(cli)
    people = (('王一', '女', '1990-01-01', '本科'), ('王二', '女', '1970-01-01', '本科'), ('王三', '男', '1990-01-01', '本科'),
              ('王四', '女', '1990-01-01', '高中'))
    for name, sex, birth, education in people:
        cli.ok('add', 'member', f'name={name}', f'sex={sex}', f'birth_date={birth}', f'education={education}', 'category=full',
               'branch=第一党支部')
    assert [m['name'] for m in cli.members('--where', '女 且 45岁以下 且 本科以上 且 第一党支部')] == ['王一']
    assert [m['name'] for m in cli.members('--where', 'sex=2 and age<=45')] == ['王四', '王一'] or \
        {m['name'] for m in cli.members('--where', 'sex=2 and age<=45')} == {'王一', '王四'}
    cli.refused('list', 'member', '--where', '天上掉下来')


@case
def search_knows_pinyin_and_numbers(cli):
    branch(cli)
    cli.ok('add', 'member', 'name=单晓云', 'id_number=99010119850712002X', 'phone=19900000077', 'branch=第一党支部')
    cli.ok('add', 'member', 'name=张三', 'branch=第一党支部')
    for text in ('单', '晓云', 'shanxiaoyun', 'sxy', 'shanx', '0077', '002X', '002x'):
        assert [m['name'] for m in cli.json('search', text)] == ['单晓云'], text


main()
