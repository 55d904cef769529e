# SPDX-License-Identifier: GPL-3.0-or-later
"""More of what offices keep: committees as a matrix, rosters between other things, lists of wishes and hours by hand."""
from . import book, member, org, roster, text

BRANCHES = [org('云溪厂第一党支部'), org('云溪厂第二党支部')]
PEOPLE = [member(name, branch='云溪厂第一党支部') for name in ('张三', '李四', '王五', '赵六')]


@roster('auto', name='matrix.xlsx', before=[*BRANCHES, *PEOPLE, member('孙八', branch='云溪厂第二党支部'), member('周九', branch='云溪厂第二党支部')])
def committees_with_a_column_for_each_post(path):
    """
    row | verdict | org | person | post | flags
    3 | new | 云溪厂第一党支部 | 张三 | 书记
    3 | new | 云溪厂第一党支部 | 李四 | 组织委员
    3 | new | 云溪厂第一党支部 | 王五 | 宣传委员
    3 | new | 云溪厂第一党支部 | 赵六 | 纪检委员
    4 | new | 云溪厂第二党支部 | 孙八 | 书记
    4 | new | 云溪厂第二党支部 | 周九 | 组织委员
    4 | new | 云溪厂第二党支部 | 周九 | 宣传委员
    file | posts-in-columns
    """
    book(path, """
各党支部班子成员一览表
序号|党支部名称|书记|组织委员|宣传委员|纪检委员
1|云溪厂第一党支部|张三|李四|王五|赵六
2|云溪厂第二党支部|孙八|周九|周九|无
""", merged=('A1:F1',))


@roster('auto', name='posts.csv', before=[*BRANCHES, *PEOPLE])
def committees_one_below_the_other(path):
    """
    row | verdict | org | person | post | started_on | how | flags
    2 | new | 云溪厂第一党支部 | 张三 | 书记 | 2024-05-10 | 选举
    3 | new | 云溪厂第一党支部 | 李四 | 副书记、组织委员 | 2024-05-10 | 选举 | org:branch-from-above
    4 | new | 云溪厂第一党支部 | 王五 | 宣传委员 | 2024-05-10 | 选举 | org:branch-from-above
    """
    text(path, """
所在支部|姓名|党内职务|任职日期|产生方式
云溪厂第一党支部|张三|书记|2024-05-10|选举
|李四|副书记、组织委员|2024-05-10|选举
|王五|宣传委员|2024-05-10|选举
""")


@roster('wish', name='wishes.xlsx', before=BRANCHES)
def wishes_written_by_hand(path):
    """
    row | verdict | collected_on | title | estimate | org | flags
    3 | new | 2026-10-08 | 一台电风扇 | 200.00 | 云溪厂第一党支部
    4 | new | 2026-10-09 | 修理水管 | | 云溪厂第一党支部
    5 | row-total
    """
    book(path, """
微心愿登记表
序号|征集时间|心愿人|心愿内容|预计金额（元）|党支部|联系电话
1|2026.10.8|张奶奶|一台电风扇|200元|云溪厂第一党支部|19900000001
2|2026.10.9|李某|修理水管||云溪厂第一党支部|
合计|||2个|200||
""", merged=('A1:G1',))


@roster('auto', name='tree.csv', before=[org('云溪集团党委', 'committee')])
def organisations_with_words_of_their_own(path):
    """
    row | verdict | name | kind | parent | opened_on | contact | phone | flags
    2 | new | 云溪厂党总支 | 党总支 | 云溪集团党委 | 1980 | 李四 | 0579-85550002
    3 | new | 云溪厂第一党支部 | 党支部 | 云溪厂党总支 | 1980-07-01 | 王五 | 19900000003
    4 | new | 云溪厂第一党支部第一党小组 | 党小组 | 云溪厂第一党支部 | | 赵六 |
    """
    text(path, """
党组织全称|党组织类型|上级党组织|成立时间|联系人|联系电话
云溪厂党总支|党总支部|云溪集团党委|1980年|李四|0579-85550002
云溪厂第一党支部|党支部|云溪厂党总支|1980.7.1|王五|19900000003
云溪厂第一党支部第一党小组|党小组|云溪厂第一党支部||赵六|
""")


@roster(name='retired.xlsx', before=[org('云溪厂退休党支部')])
def retired_with_their_former_posts(path):
    """
    row | verdict | name | sex | birth_date | work_unit | joined_on | address | phone | landline | branch | note | flags
    4 | new | 张三 | 男 | 1945-07 | 云溪厂 | 1966-05 | 东山县云溪路1号 | 19900000001 | 85550001 | 云溪厂退休党支部 | 光荣在党50年
    5 | new | 李四 | 女 | 1950-12 | 云溪厂 | 1975-07-01 | 东山县云溪路2号 | | 85550002 | 云溪厂退休党支部 | 瘫痪在床
    6 | new | 王五 | 男 | 1938 | 云溪小学 | 1960 | | | | 云溪厂退休党支部 | 去世 | note:note-of-leaving
    file | branch-from-title:云溪厂退休党支部
    file | unknown-column:退休时间
    file | unknown-column:原职务
    """
    book(path, """
云溪厂退休党支部离退休党员花名册
（截至2026年11月30日，共3人）
序号|姓名|性别|出生年月|原工作单位|原职务|入党时间|退休时间|家庭住址|手机|座机|备注
1|张三|男|1945.7|云溪厂|车间主任|1966.5|2005.7|东山县云溪路1号|19900000001|85550001|光荣在党50年
2|李四|女|1950.12|云溪厂||1975.7.1|2000|东山县云溪路2号||85550002|瘫痪在床
3|王五|男|1938|云溪小学|教师|1960||||/|去世
""", merged=('A1:L1', 'A2:L2'))


@roster(name='student.xlsx')
def students_by_classes(path):
    """
    row | verdict | name | sex | ethnicity | native_place | birth_date | category | joined_on | phone | flags
    3 | new | 张三 | 男 | 汉族 | 东山县 | 2004-07-12 | 预备党员 | 2026-06-01 | 19900000001
    4 | new | 李四 | 女 | 维吾尔族 | 西山县 | 2003-12-03 | 正式党员 | 2025-06-01 | 19900000002
    5 | new | 王五 | 男 | 汉族 | | 2005-01-02 | 入党积极分子 | | 19900000003
    file | unknown-column:学号
    file | unknown-column:班级
    file | unknown-column:宿舍
    """
    book(path, """
学生党员及积极分子信息表
学号|姓名|性别|民族|籍贯|出生日期|班级|政治面貌|入党日期|宿舍|联系方式
23010101|张三|男|汉|东山县|20040712|云溪2301班|中共预备党员|20260601|1-101|19900000001
23010102|李四|女|维吾尔|西山县|20031203|云溪2301班|中共党员|20250601|1-102|19900000002
23020101|王五|男|汉||20050102|云溪2302班|入党积极分子||2-201|19900000003
""")


@roster(name='twice.csv', before=[org('云溪厂第一党支部'), member('张三', branch='云溪厂第一党支部', id_number='990101198507120114', phone='19900000001', education='大专')])
def an_update_of_what_is_there(path):
    """
    row | verdict | name | id_number | phone | education | branch | sex | birth_date | flags
    2 | update | 张三 | 990101198507120114 | | 大学本科 | 第一党支部 | 男 | 1985-07-12
    3 | new | 李四 | 990101199006150221 | 19900000002 | | 第一党支部 | 女 | 1990-06-15
    4 | error | 李四 | 990101199006150221 | | | 第一党支部 | 女 | 1990-06-15 | double-in-file
    """
    text(path, """
姓名|身份证号|手机号|学历|支部
张 三|990101198507120114|—|本科|第一党支部
李四|990101199006150221|19900000002||第一党支部
李四|99010119900615 0221|||第一党支部
""")


@roster(name='vertical.xlsx')
def groups_written_downwards(path):
    """
    row | verdict | name | sex | joined_on | branch | group | flags
    3 | new | 张三 | 男 | 2008-06 | 第一党支部 | 第一党小组
    4 | new | 李四 | 女 | 2012-05 | 第一党支部 | 第一党小组
    5 | new | 王五 | 男 | 2001-06 | 第一党支部 | 第二党小组
    6 | new | 赵六 | 女 | 1999-07 | 第二党支部 | 第一党小组
    """
    book(path, """
党员分布情况
支部|小组|姓名|性别|入党时间
第\\n一\\n党\\n支\\n部|第一\\n党小组|张三|男|2008.06
||李四|女|2012.05
|第二党小组|王五|男|2001.06
第二党支部|第一党小组|赵六|女|1999.07
""", merged=('A1:E1', 'A3:A5', 'B3:B4'))
