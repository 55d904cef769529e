# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of other kinds; with `auto` the program tells by the headings which."""
from . import book, member, org, roster, text

BRANCHES = [org('云溪厂第一党支部'), org('云溪厂第二党支部')]


@roster('auto')
def activists(path):
    """
    row | verdict | name | sex | ethnicity | birth_date | education | work_unit | applied_on | activist_on | mentors | candidate_on | category | note | flags
    4 | new | 张三 | 男 | 汉族 | 1999-12 | 大学本科 | 云溪厂技术员 | 2024-01-03 | 2024-09-10 | 王甲、李乙 | | 入党积极分子 |
    5 | new | 李四 | 女 | 汉族 | 2001-03 | 大学专科 | | 2025-03 | 2025-09 | 王甲 | | 入党积极分子 | 已参加培训
    file | unknown-column:培训时间
    file | category-from-title:入党积极分子
    """
    text(path, """
云溪厂入党积极分子名册

序号|姓名|性别|民族|出生年月|学历|单位职务|申请时间|确定积极分子时间|培养联系人|培训时间|确定发展对象时间|备注
1|张三|男|汉|1999.12|本科|云溪厂技术员|2024.1.3|2024.9.10|王甲、李乙|2025.5|
2|李四|女|汉|2001.3|大专||2025.3|2025.9|王甲|||已参加培训
""")


@roster('auto')
def candidates(path):
    """
    row | verdict | name | sex | birth_date | applied_on | activist_on | candidate_on | introducer1 | introducer2 | category | flags
    3 | new | 张三 | 男 | 1999-12 | 2024-01 | 2024-09 | 2025-10 | 王甲 | 李乙 | 发展对象
    file | category-from-title:发展对象
    """
    text(path, """
发展对象名册
序号|姓名|性别|出生年月|递交入党申请书时间|列为积极分子时间|列为发展对象时间|入党介绍人
1|张三|男|1999.12|2024.1|2024.9|2025.10|王甲 李乙
""")


@roster('auto')
def probationers(path):
    """
    row | verdict | name | sex | joined_on | introducer1 | introducer2 | category | flags
    3 | new | 张三 | 男 | 2026-06-30 | 王甲 | 李乙 | 预备党员
    file | unknown-column:预备期满日
    file | unknown-column:宣誓日期
    file | category-from-title:预备党员
    """
    text(path, """
预备党员名册
序号|姓名|性别|入党时间|预备期满日|介绍人1|介绍人2|宣誓日期
1|张三|男|2026.6.30|2027.6.30|王甲|李乙|2026.7.1
""")


@roster('auto')
def organisations(path):
    """
    row | verdict | name | kind | parent | number | opened_on | contact | phone | note | flags
    3 | new | 云溪集团党委 | 党委 | | 001 | 1969-01 | 张三 | 0579-85550001
    4 | new | 云溪厂党总支 | 党总支 | 云溪集团党委 | 00101 | 1980 | 李四 | 0579-85550002
    5 | new | 云溪厂第一党支部 | 党支部 | 云溪厂党总支 | 0010101 | 1980-07-01 | 王五 | 19900000003
    6 | error | 云溪厂第二党支部 | | 不存在的党委 | 0010102 | | | | | parent:unknown-parent
    7 | row-total
    file | unknown-column:书记
    file | unknown-column:党员人数
    """
    text(path, """
党组织基本信息表
序号|党组织名称|组织类别|上级党组织名称|党组织编码|成立时间|书记|联系人|联系电话|党员人数|备注
1|云溪集团党委|党委|—|001|1969.01|张三|张三|0579-85550001|120|
2|云溪厂党总支|党总支|云溪集团党委|00101|1980年|李四|李四|0579-85550002|60|
3|云溪厂第一党支部|党支部|云溪厂党总支|0010101|1980.7.1|王五|王五|19900000003|30|
4|云溪厂第二党支部||不存在的党委|0010102|||||30
合计|4个
""")


@roster('auto', before=[*BRANCHES, member('张三', branch='云溪厂第一党支部'), member('李四', branch='云溪厂第一党支部'), member('王五', branch='云溪厂第一党支部')])
def a_committee(path):
    """
    row | verdict | person | post | org | started_on | work | flags
    3 | new | 张三 | 书记 | 云溪厂第一党支部 | 2024-05-10 | 主持全面工作
    4 | new | 李四 | 组织委员 | 云溪厂第一党支部 | 2024-05-10 | 组织发展
    5 | new | 王五 | 宣传委员、纪检委员 | 云溪厂第一党支部 | 2024-05-10 | 宣传
    file | unknown-column:工号
    file | unknown-column:办公电话
    file | unknown-column:手机号
    file | branch-from-title:云溪厂第一党支部
    """
    text(path, """
云溪厂第一党支部委员分工表
序号|职务|姓名|工号|分工|任职时间|办公电话|手机号
1|书记|张三|A01|主持全面工作|2024.5.10|0579-85550001|19900000001
2|组织委员|李四|A02|组织发展|2024.5.10||19900000002
3|宣传委员、纪检委员|王五|A03|宣传|2024.5.10||19900000003
""")


@roster('auto', before=BRANCHES)
def wishes_collected(path):
    """
    row | verdict | number | collected_on | channel | title | category | estimate | wanted_by | collector | org | household | flags
    3 | new | W001 | 2026-10-08 | 入户 | 一台电风扇 | 其他物品 | 200.00 | 2026-12 | 王五 | 云溪厂第一党支部 | 张奶奶
    4 | new | W002 | 2026-10-09 | | 修理水管 | 其他服务 | | | 王五 | 云溪厂第二党支部 | 李某
    file | unknown-column:年龄
    """
    text(path, """
微心愿征集表
编号|征集日期|征集渠道|心愿人（公示称呼）|性别|年龄|身份类别|心愿内容|类别|预计金额|期望完成时间|所在社区|详细地址|联系电话|征集人|党支部
W001|2026.10.8|入户|张奶奶|女|78|独居老人|一台电风扇|物品|200元|2026.12|云溪社区|云溪路1号|19900000001|王五|云溪厂第一党支部
W002|2026.10.9||李某|男|40||修理水管|服务|||云溪社区|||王五|云溪厂第二党支部
""")


@roster('auto', before=[*BRANCHES, member('张三', branch='云溪厂第一党支部'), member('李四', branch='云溪厂第二党支部')])
def claims(path):
    """
    row | verdict | wish | name | branch_name | claimed_on | promised_on | given_by | flags
    2 | error | W001 | 张三 | 云溪厂第一党支部 | 2026-10-20 | 2026-11-20 | 出资 | wish:refused
    3 | error | W002 | 李四 | 云溪厂第二党支部 | 2026-10-20 | 2026-11-20 | 出力 | wish:refused
    file | unknown-column:联系电话
    """
    text(path, """
心愿编号|心愿摘要|认领人|认领支部|联系电话|认领日期|承诺完成日期|认领方式|签名
W001|一台电风扇|张三|云溪厂第一党支部|19900000001|2026.10.20|2026.11.20|出资|
W002|修理水管|李四|云溪厂第二党支部|19900000002|2026.10.20|2026.11.20|出力|
""")


@roster('auto', before=[*BRANCHES, member('张三', branch='云溪厂第一党支部'), member('李四', branch='云溪厂第二党支部')])
def hours_of_service(path):
    """
    row | verdict | person | on | hours | contents | place | confirmed_by | flags
    3 | new | 张三 | 2026-10-08 | 2.5 | 清扫街道 | 云溪社区 | 王五
    4 | new | 李四 | 2026-10-08 | 3.0 | 义诊 | 云溪社区 | 王五
    5 | error | 赵六 | 2026-10-08 | 3.0 | 义诊 | 云溪社区 | 王五 | person:refused
    6 | row-total
    """
    text(path, """
志愿服务记录表
序号|姓名|所在党支部|服务日期|服务地点|服务内容|服务时长（小时）|记录人
1|张三|云溪厂第一党支部|2026.10.8|云溪社区|清扫街道|2.5|王五
2|李四|云溪厂第二党支部|2026.10.8|云溪社区|义诊|3|王五
3|赵六|云溪厂第二党支部|2026.10.8|云溪社区|义诊|3|王五
合计||||||8.5|
""")


@roster('auto')
def members_with_posts_are_members(path):
    """
    row | verdict | name | sex | post | branch | joined_on | phone | flags
    2 | new | 张三 | 男 | 书记 | 第一党支部 | 2010-07 | 19900000001
    3 | new | 李四 | 女 | | 第一党支部 | 2015-06 | 19900000002
    """
    text(path, '支部|姓名|性别|党内职务|入党时间|联系电话\n第一党支部|张三|男|书记|2010.07|19900000001\n第一党支部|李四|女||2015.06|19900000002')


@roster('auto')
def a_short_list_of_people(path):
    """
    row | verdict | name | phone | note | flags
    2 | new | 张三 | 19900000001 | 组长
    3 | new | 李四 | 19900000002
    """
    text(path, '姓名|电话|备注\n张三|19900000001|组长\n李四|19900000002|')


@roster('auto', name='branches.xlsx')
def branches_with_their_secretaries(path):
    """
    row | verdict | name | contact | phone | opened_on | note | flags
    3 | new | 云溪厂第一党支部 | 张三 | 19900000001 | 1980-07 | 含退休
    4 | new | 云溪厂第二党支部 | 李四 | 19900000002 | 1990
    5 | row-total
    file | unknown-column:党员数
    file | unknown-column:书记姓名
    """
    book(path, """
各党支部情况一览表
序号|支部名称|书记姓名|联系人|联系电话|成立时间|党员数|备注
1|云溪厂第一党支部|张三|张三|19900000001|1980.07|30|含退休
2|云溪厂第二党支部|李四|李四|19900000002|1990|28|
合计|||||||58
""", merged=('A1:H1',))


@roster('auto', before=[*BRANCHES, member('张三', branch='云溪厂第一党支部')])
def a_branch_by_the_end_of_its_name(path):
    """
    row | verdict | person | post | org | started_on | flags
    3 | new | 张三 | 书记 | 云溪厂第一党支部 | 2024-05
    file | branch-from-title:云溪厂第一党支部
    """
    text(path, '某集团云溪厂第一党支部委员名单\n姓名|职务|任职时间\n张三|书记|2024.05')


@roster('auto', before=[*BRANCHES, member('张三', branch='云溪厂第一党支部'), member('张三', branch='云溪厂第二党支部')])
def hours_of_one_of_two_of_a_name(path):
    """
    row | verdict | person | on | hours | contents | confirmed_by | flags
    2 | new | 张三 | 2026-10-08 | 2.0 | 清扫 | 王五
    3 | error | 张三 | 2026-10-09 | 2.0 | 清扫 | 王五 | person:refused
    """
    text(path, '姓名|党支部|服务日期|服务内容|时长|确认人\n张三|第二党支部|2026.10.8|清扫|2小时|王五\n张三||2026.10.9|清扫|2|王五')


@roster('auto', before=BRANCHES)
def wishes_of_a_short_branch(path):
    """
    row | verdict | number | title | household | org | collected_on | flags
    2 | new | W1 | 一台电扇 | 张奶奶 | 第一党支部 | 2026-10-08
    """
    text(path, '心愿编号|心愿内容|心愿人（公示称呼）|征集党支部|征集时间\nW1|一台电扇|张奶奶|第一党支部|2026.10.8')


@roster('auto', name='wishes.xlsx', before=BRANCHES)
def wishes_with_the_branch_in_charge(path):
    """
    row | verdict | title | household | org | collected_on | flags
    3 | new | 一台电扇 | 张奶奶 | 云溪厂第一党支部 | 2026-10-08
    """
    book(path, '微心愿征集登记表\n序号|心愿人（公示称呼）|心愿内容|征集时间|负责支部\n1|张奶奶|一台电扇|2026.10.8|云溪厂第一党支部')
