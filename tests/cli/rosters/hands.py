# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that nobody has drawn up for a program: what people added by hand over the years."""
import datetime

from . import book, member, org, roster, text


@roster(name='mixed.xlsx')
def lists_of_transfers_in_and_out(path):
    """
    row | verdict | name | sex | flags
    3 | new | 张三 | 男
    4 | row-left
    file | unknown-column:转往何处
    file | unknown-column:转接时间
    """
    book(path, """
2025年度党员组织关系转接台账
姓名|性别|党籍状态|转接时间|转往何处
张三|男|正常|2025.3|
李四|女|转出|2025.9|东山县
""", merged=('A1:E1',))


@roster(name='dead.xls')
def a_page_with_people_who_died(path):
    """
    row | verdict | name | sex | category | flags
    2 | new | 张三 | 男 | 正式党员
    3 | row-section
    4 | row-left
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('<html><meta charset="utf-8"><table><tr><td>姓名<td>性别<td>人员类别</tr><tr><td>张三<td>男<td>正式党员</tr><tr><td colspan="3">已去世党员</tr><tr><td>李四<td>女<td>正式党员</tr></table></html>')


@roster(name='lines.csv')
def a_second_line_for_the_other_job(path):
    """
    row | verdict | name | sex | work_unit | duty | phone | flags
    2 | new | 张三 | 男 | 云溪厂；云溪协会 | 厂长；会长 | 19900000001
    3 | row-joined
    4 | new | 李四 | 女 | 云溪小学 | 教师 | 19900000002
    """
    text(path, '姓名|性别|工作单位|行政职务|手机\n张三|男|云溪厂|厂长|19900000001\n||云溪协会|会长|\n李四|女|云溪小学|教师|19900000002', encoding='gb18030')


@roster(name='lying.csv')
def a_table_on_its_side_as_text(path):
    """
    row | verdict | name | sex | id_number | birth_date | phone | flags
    2 | new | 张三 | 男 | 990101198507120114 | 1985-07-12 | 19900000001
    3 | new | 李四 | 女 | 990101199006150221 | 1990-06-15 | 19900000002
    file | table-turned
    """
    text(path, '姓名|张三|李四\n性别|男|女\n身份证号码|990101198507120114|990101199006150221\n手机号码|19900000001|19900000002', separator='\t', encoding='utf-16')


@roster(name='two.csv')
def sex_and_ethnic_group_in_one_cell(path):
    """
    row | verdict | name | sex | ethnicity | education | degree | joined_on | confirmed_on | flags
    2 | new | 张三 | 男 | 汉族 | 大学本科 | 学士 | 2008-06-01 | 2009-06-01 | education:part-taken
    3 | new | 李四 | 女 | 土家族 | 硕士研究生 | 硕士 | 2012-05 | 2013-05 | education:part-taken
    file | column-of-two:性别、民族
    file | column-of-two:入党及转正时间
    """
    text(path, '姓名|性别、民族|学历学位|入党及转正时间\n张三|男、汉|本科/学士|2008-06-01、2009-06-01\n李四|女土家族|硕士研究生（硕士）|2012.05/2013.05')


@roster(name='year.xlsx')
def ages_of_the_party_and_of_people(path):
    """
    row | verdict | name | sex | birth_date | joined_on | confirmed_on | category | flags
    3 | new | 张三 | 男 | 1955-07 | 1975-07-01 | 1976-07-01 | 正式党员
    4 | new | 李四 | 女 | 2000-12 | 2025-12-01 | | 预备党员
    """
    book(path, """
党龄统计表
姓名|性别|出生年月|年龄|入党时间|转正时间|党龄|类别
张三|男|1955年7月|71岁|1975.7.1|1976.7.1|50年|正式
李四|女|2000年12月|25|2025.12.1||预备期|预备
""")


@roster(name='trap.xlsx')
def names_that_look_like_words(path):
    """
    row | verdict | name | sex | joined_on | flags
    2 | new | 和平 | 男 | 2008-06
    3 | new | 党建国 | 男 | 2008-06
    4 | new | 合小平 | 女 | 2008-06
    5 | new | 年羹尧 | 男 | 2008-06
    6 | new | 支书明 | 男 | 2008-06
    7 | new | 单位先 | 女 | 2008-06
    """
    book(path, '姓名|性别|入党时间\n和平|男|2008.06\n党建国|男|2008.06\n合小平|女|2008.06\n年羹尧|男|2008.06\n支书明|男|2008.06\n单位先|女|2008.06')


@roster(name='wide.xlsx', before=[org('云溪厂第一党支部')])
def headings_far_to_the_right(path):
    """
    row | verdict | name | sex | branch | joined_on | phone | note | flags
    6 | new | 张三 | 男 | 云溪厂第一党支部 | 2008-06-01 | 19900000001 | 转入
    7 | new | 李四 | 女 | 云溪厂第一党支部 | 2012-05-01 | 19900000002
    8 | row-footer
    """
    def after(out):
        page = out.active
        page['C2'] = '云溪厂党员情况登记表'
        page['C3'] = '填报时间：2026年11月'
        for column, label in enumerate(('序号', '姓名', '性别', '党支部', '入党时间', '手机', '备注'), 10):
            page.cell(5, column, label)
        for row, values in enumerate(((1, '张三', '男', '云溪厂第一党支部', datetime.date(2008, 6, 1), 19900000001, '转入'), (2, '李四', '女', '云溪厂第一党支部', '2012/05/01', '19900000002', None)), 6):
            for column, value in enumerate(values, 10):
                if value is not None:
                    page.cell(row, column, value)
        page.cell(8, 10, '填表人：王五')
        page.cell(8, 14, '审核人：赵六')
    book(path, '', after=after)


@roster(name='copy.txt')
def a_list_copied_from_a_chat(path):
    """
    row | verdict | name | sex | phone | joined_on | flags
    2 | new | 张三 | 男 | 19900000001 | 2008-06
    3 | new | 李四 | 女 | 19900000002 | 2012-05
    4 | new | 王五 | 男 | | 2001-06
    """
    with open(path, 'w', encoding='utf-8') as out:
        out.write('姓名\t性别\t电话\t入党时间\n张三\t男\t199-0000-0001\t2008.06\n李四\t女\t199 0000 0002\t2012.05\n王五\t男\t\t2001.06\n\n以上共3人\n'.replace('\n\n以上共3人\n', '\n'))


@roster(name='status.xlsx', before=[org('第一党支部'), member('李四', branch='第一党支部', birth_date='1990-12')])
def who_is_there_and_said_to_have_left(path):
    """
    row | verdict | name | sex | birth_date | branch | flags
    2 | new | 张三 | 男 | 1985-07 | 第一党支部
    3 | update | 李四 | 女 | 1990-12 | 第一党支部 | category:status-by-step
    4 | row-left
    """
    book(path, '姓名|性别|出生年月|党支部|党员状态\n张三|男|1985.07|第一党支部|正常\n李四|女|1990.12|第一党支部|已转出\n王五|男|1979.07|第一党支部|死亡'.replace('党员状态', '党籍状态'))
