# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar as another program reads it, and by the rules of RFC 5545 line by line."""
import datetime

from icalendar import Calendar

from zhibu_cli import case, main

LONG = '学习贯彻上级会议精神，研究部署下一步工作；交流发言、表决事项\\备注' * 6


def house(cli):
    cli.as_of = '2026-04-30'
    cli.ok('init')
    for name in ('第一', '第二'):
        cli.ok('add', 'organization', f'name=中共云溪公司{name}支部委员会', 'kind=党支部', f'short_name={name}党支部')
    cli.ok('add', 'venue', 'name=云溪革命纪念馆', 'address=云溪市红旗路1号')
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=大会', 'held_on=2026-04-15', 'started_at=14:00', 'ended_at=15:30', 'title=四月党员大会',
           'place=三楼会议室', 'chair=张三')
    cli.ok('add', 'agenda_item', 'meeting=四月党员大会', 'number=1', 'title=讨论转正')
    cli.ok('add', 'meeting', 'org=第一党支部', 'kind=主题党日', 'planned_on=2026-05-06', 'planned_at=9:00', f'title={LONG}', 'venue=云溪革命纪念馆')
    cli.ok('add', 'meeting', 'org=第二党支部', 'kind=学习会', 'held_on=2026-03-30', 'held_until=2026-04-01', 'title=读书班')
    cli.ok('add', 'meeting', 'org=第二党支部', 'kind=党课', 'planned_on=2026-04-20', 'title=取消的党课')
    cli.ok('do', 'meeting', '取消的党课', 'cancel', 'reason=防汛')
    cli.ok('add', 'meeting', 'org=第二党支部', 'kind=党课', 'planned_on=2026-06', 'title=日子未定')


def exported(cli, *words):
    """The file's bytes, held against the form that RFC 5545 asks for."""
    path = cli.path('calendar.ics')
    cli.ok('export', 'calendar', '--to', path, '--force', *words)
    with open(path, 'rb') as file:
        data = file.read()
    assert data.endswith(b'END:VCALENDAR\r\n') and b'\n' not in data.replace(b'\r\n', b'')
    for line in data.split(b'\r\n'):
        assert len(line) <= 75, line
        line.decode('utf-8')
    return data


def events(cli, *words):
    calendar = Calendar.from_ical(exported(cli, *words))
    assert calendar['VERSION'] == '2.0' and calendar['PRODID']
    return {str(event['SUMMARY']): event for event in calendar.walk('VEVENT')}


@case
def another_program_reads_the_same(cli):
    house(cli)
    found = events(cli)
    assert set(found) == {'四月党员大会', LONG, '读书班', '取消的党课'}, set(found)
    held = found['四月党员大会']
    zone = datetime.timedelta(hours=8)
    for name, hour, minute in (('DTSTART', 14, 0), ('DTEND', 15, 30)):
        assert held[name].params['TZID'] == 'Asia/Shanghai'
        moment = held[name].dt
        assert (moment.year, moment.month, moment.day, moment.hour, moment.minute) == (2026, 4, 15, hour, minute)
        assert moment.utcoffset() == zone
    assert held['LOCATION'] == '三楼会议室' and held['STATUS'] == 'CONFIRMED'
    assert '张三' in held['DESCRIPTION'] and '讨论转正' in held['DESCRIPTION'] and '\n' in held['DESCRIPTION']
    assert held['UID'] == cli.json('show', 'meeting', '四月党员大会')['uid']
    planned = found[LONG]
    assert planned['DTSTART'].dt.hour == 9 and 'DTEND' not in planned, 'no end is invented'
    assert planned['LOCATION'] == '云溪革命纪念馆（云溪市红旗路1号）'
    several = found['读书班']
    assert (several['DTSTART'].dt, several['DTEND'].dt) == (datetime.date(2026, 3, 30), datetime.date(2026, 4, 2))
    assert found['取消的党课']['STATUS'] == 'CANCELLED' and '防汛' in found['取消的党课']['DESCRIPTION']
    zones = list(Calendar.from_ical(exported(cli)).walk('VTIMEZONE'))
    assert [str(zone['TZID']) for zone in zones] == ['Asia/Shanghai']


@case
def a_branch_and_a_time(cli):
    house(cli)
    assert set(events(cli, '--branch', '第二党支部')) == {'读书班', '取消的党课'}
    assert set(events(cli, '--from', '2026-04-15', '--until', '2026-04-20')) == {'四月党员大会', '取消的党课'}
    assert set(events(cli, '--from', '2026-05')) == {LONG}
    assert events(cli, '--until', '2020') == {}


@case
def an_event_stays_itself_when_it_changes(cli):
    house(cli)
    before = events(cli)['四月党员大会']
    cli.ok('set', 'meeting', '四月党员大会', 'started_at=15:00', 'ended_at=16:00')
    after = events(cli)['四月党员大会']
    assert after['UID'] == before['UID'] and int(after['SEQUENCE']) > int(before['SEQUENCE'])
    assert after['DTSTART'].dt.hour == 15


@case
def bad_orders_leave_nothing(cli):
    house(cli)
    path = cli.path('calendar.ics')
    cli.refused('export', 'calendar', '--to', cli.path('calendar.xlsx'), status=2)
    cli.refused('export', 'calendar', status=2)
    cli.refused('export', 'calendar', '--to', path, '--where', '女', status=2)
    cli.refused('export', 'members', '--to', cli.path('a.csv'), '--until', '2026-01-01', status=2)
    cli.refused('export', 'calendar', '--to', path, '--branch', '没有')
    cli.refused('export', 'calendar', '--to', path, '--from', '某天')
    cli.refused('export', 'calendar', '--to', cli.path('没有的文件夹/calendar.ics'))
    cli.ok('export', 'calendar', '--to', path)
    cli.refused('export', 'calendar', '--to', path)
    assert 'calendar' in cli.ok('export', '--list')


main()
