# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, ID numbers, telephones, sex, ethnic group, education, category: as people write them."""
from . import book, member, org, roster, text


@roster()
def names(path):
    """
    row | verdict | name | sex | ethnicity | post | branch | category | note | flags
    2 | new | 张三 | | | | 一支部
    3 | new | 张四 | | | | 一支部
    4 | new | 欧阳娜娜 | | | | 一支部
    5 | new | 买买提·吐尔逊 | | | | 一支部
    6 | new | 阿依古丽·买买提 | | | | 一支部
    7 | new | 古丽·艾合买提 | | | | 一支部
    8 | new | 李四 | | | 书记 | 一支部
    9 | new | 王五 | | | | 一支部 | | ★ | name:name-note
    10 | new | 赵六 | 女 | 回族 | | 一支部
    11 | new | 钱七 | | | | 一支部 | 预备党员
    12 | new | 孙八 | | | | 一支部 | | 退休 | name:name-note
    13 | new | 𠮷野 | | | | 一支部
    14 | new | 周九 | | | 组织委员 | 一支部
    15 | new | 吴十 | | | | 一支部 | | 大 | name:name-note
    16 | error | 吴十 | | | | 一支部 | | 小 | name:name-note double-in-file
    17 | new | 郑一 | | | | 一支部
    18 | error | | 男 | | | 一支部 | | | name:name-missing
    19 | new | 冯二 | | | | 一支部 | | 已转出 | name:name-note note:note-of-leaving
    20 | new | 陈三 | | | | 一支部
    21 | new | 褚四 | | | | 一支部
    22 | new | John Smith | | | | 一支部
    23 | new | 卫五 | | | | 一支部
    """
    text(path, """
支部|姓名|性别
一支部|张 三
一支部|张~四
一支部|欧阳 娜娜
一支部|买买提•吐尔逊
一支部|阿依古丽・买买提
一支部|古丽.艾合买提
一支部|李四（书记）
一支部|★王五
一支部|赵六(女，回族)
一支部|钱七（预备党员）
一支部|孙八【退休】
一支部|𠮷野
一支部|周九 组织委员
一支部|吴十（大）
一支部|吴十（小）
一支部|郑一\u200b
一支部||男
一支部|冯二（已转出）
一支部|\u00a0陈三\u00a0
一支部|褚　 四
一支部|Ｊｏｈｎ　Ｓｍｉｔｈ
一支部|卫五同志
""".replace('一支部||男', '一支部||男'))


@roster(name='numbers.xlsx')
def id_numbers(path):
    """
    row | verdict | name | id_number | sex | birth_date | note | flags
    2 | new | 甲一 | 990101198507120018 | 男 | 1985-07-12
    3 | new | 甲二 | 99010119901203004X | 女 | 1990-12-03
    4 | new | 甲三 | 99010119650101002X | 女 | 1965-01-01
    5 | new | 甲四 | 99010119880808003X | 男 | 1988-08-08
    6 | new | 甲五 | 990101710520001 | 男 | 1971-05-20
    7 | new | 甲六 | 990101197105200029 | 女 | 1971-05-20
    8 | new | 甲七 | 990101197105200037 | 男 | 1971-05-20
    9 | new | 甲八 | 990101198808080013 | 男 | 1988-08-08
    10 | error | 甲九 | | | | | id_number:id-lost-digits
    11 | error | 乙一 | | | | | id_number:id-lost-digits
    12 | error | 乙二 | | | | | id_number:id-lost-digits
    13 | new | 乙三 | 990101198507120019 | | | | id_number:id-check-digit
    14 | error | 乙四 | | | | | id_number:bad-id-number
    15 | new | 乙五 | | | | | id_number:masked-value
    16 | new | 乙六 | 990101198513120013 | | | | id_number:id-birth id_number:id-check-digit
    17 | new | 乙七
    18 | error | 乙八 | | | | | id_number:bad-id-number
    19 | error | 乙九 | | | | | id_number:bad-id-number
    20 | error | 丙一 | 990101198507120000 | | | | id_number:id-lost-digits
    21 | new | 丙二 | 990101197811110020 | 女 | 1978-11-11
    22 | error | 丙三 | | | | | id_number:bad-id-number
    """
    def damage(out):
        page = out.worksheets[0]
        page['B10'], page['B11'] = 990101198507120018, 9.90101E+17
        page['B21'] = '="990101197811110020"'
        page['B21'].data_type = 's'

    book(path, """
姓名|身份证号
甲一|990101198507120018
甲二|99010119901203004x
甲三|99010119650101002Х
甲四|９９０１０１１９８８０８０８００３Ｘ
甲五|990101710520001
甲六|990101 19710520 0029
甲七|'990101197105200037
甲八|\u200b990101198808080013\ufeff
甲九|
乙一|
乙二|9.90101E+17
乙三|990101198507120019
乙四|99010119850712001
乙五|990101********0018
乙六|990101198513120013
乙七|无
乙八|99O1O1198507120018
乙九|户口本号12345678
丙一|990101198507120000
丙二|
丙三|990101198507120018、990101198507120026
""", after=damage)


@roster(name='phones.xlsx')
def phones(path):
    """
    row | verdict | name | phone | landline | flags
    2 | new | 甲一 | 19900000001
    3 | new | 甲二 | 19900000002
    4 | new | 甲三 | 19900000003
    5 | new | 甲四 | 19900000004
    6 | new | 甲五 | 19900000005 | 0579-85550001
    7 | new | 甲六 | 19900000006/19900000007
    8 | error | 甲七 | | | phone:bad-phone
    9 | new | 甲八 | 57985550001 | | phone:phone-lost-zero
    10 | new | 甲九 | 1990000001 | | phone:phone-odd
    11 | new | 乙一
    12 | new | 乙二 | 19900000008
    13 | new | 乙三 | | | phone:masked-value
    14 | new | 乙四 | 19900000009 | 0579-85550002
    15 | new | 乙五 | 19900000010
    16 | new | 乙六 | 19900000011 | 660011
    17 | error | 乙七 | | | phone:bad-phone
    18 | new | 乙八 | 19900000012
    """
    def numbers(out):
        page = out.worksheets[0]
        page['B3'], page['B9'], page['B10'] = 19900000002, 57985550001, 1990000001

    book(path, """
姓名|联系方式
甲一|19900000001
甲二|
甲三|+86 199 0000 0003
甲四|199-0000-0004
甲五|19900000005/0579-85550001
甲六|19900000006、19900000007
甲七|1.99E+10
甲八|
甲九|
乙一|无
乙二|0086-19900000008
乙三|199****0001
乙四|0579-85550002 19900000009
乙五|１９９００００００１０
乙六|19900000011（660011）
乙七|待补充
乙八|\u202a19900000012\u202c
""", after=numbers)


@roster()
def codes(path):
    """
    row | verdict | name | sex | ethnicity | education | degree | category | flags
    2 | new | 甲一 | 男 | 汉族 | 大学本科 | | 正式党员
    3 | new | 甲二 | 女 | 汉族 | 大学本科 | | 预备党员
    4 | new | 甲三 | 男 | 蒙古族 | 大学专科 | | 正式党员
    5 | new | 甲四 | 女 | 维吾尔族 | 硕士研究生 | | 预备党员
    6 | new | 甲五 | 男 | 乌孜别克族 | 研究生 | | 正式党员
    7 | new | 甲六 | 女 | 哈萨克族 | 中等专科 | | 预备党员
    8 | new | 甲七 | 男 | 汉族 | 普通高中 | | 正式党员
    9 | new | 甲八 | 女 | 满族 | 初中 | | 正式党员
    10 | error | 甲九 | | 土家族 | 小学 | | 入党积极分子 | sex:unknown-code
    11 | error | 乙一 | 男 | | 大学本科 | | 发展对象 | ethnicity:unknown-code
    12 | error | 乙二 | 女 | 汉族 | | | 正式党员 | education:unknown-code
    13 | new | 乙三 | 男 | 汉族 | 大学本科 | 学士 | 群众 | education:part-taken
    14 | new | 乙四 | 女 | 汉族 | 大学本科 | 学士 | 群众 | education:part-taken
    15 | new | 乙五 | 男 | 壮族 | 大学本科 | | 正式党员
    16 | new | 乙六 | 女 | 汉族 | 大学专科 | | 正式党员
    17 | new | 乙七 | 男 | 汉族 | 省（区、市）委党校研究生 | | 正式党员
    18 | new | 乙八 | 女 | 汉族 | 中央党校大学 | | 正式党员
    19 | new | 乙九 | 男 | 汉族 | 技工学校 | | 预备党员
    20 | new | 丙一 | 女 | 汉族 | 大学普通班 | | 正式党员
    21 | error | 丙二 | 男 | 汉族 | 大学专科 | | | category:unknown-code
    22 | new | 丙三 | 女 | 布朗族 | 大学本科 | | 正式党员
    23 | new | 丙四 | 男 | 汉族 | 博士研究生 | | 正式党员
    24 | new | 丙五 | 女 | 汉族 | 大学专科 | | 预备党员
    """
    text(path, """
姓名|性别|民族|文化程度|人员类别
甲一|男|汉|本科|正式
甲二|女|汉 族|大学|预备
甲三|1|蒙|大专|正
甲四|2|维|硕士|预
甲五|M|乌兹别克族|研究生|中共党员
甲六|F|哈族|中专|中共预备党员
甲七|男性|汉族|高中|党员
甲八|女_2|满|初中|正式党员
甲九|男女|土家|小学|积极分子
乙一|男|华族|全日制大学本科学历|发展对象
乙二|女|汉|八年级|正式党员
乙三|男|汉|本科/学士|共青团员
乙四|女|汉|大学本科（管理学学士）|群众
乙五|男|壮|函授本科|正 式
乙六|女|汉|高职|正式党员（已转正）
乙七|男|汉|省委党校研究生|中共正式党员
乙八|女|汉|中央党校本科|正式党员
乙九|男|汉|技校|预备党员
丙一|女|汉|大普|正式
丙二|男|汉|专科|民盟盟员
丙三|女|布朗|大学本科|中共党员（正式）
丙四|男|汉|博士|正
丙五|女|汉|大专|预备期
""")


@roster()
def yes_and_no(path):
    """
    row | verdict | name | category | floating | lost | migrant_worker | flags
    2 | new | 张三 | 正式党员 | 是 | 否 | 否
    3 | new | 李四 | 预备党员 | 否 | 否 | 是
    4 | error | 王五 | | | 否 | 否 | floating:bad-boolean
    """
    text(path, """
姓名|是否正式党员|是否流动党员|是否失联党员|是否农民工 
张三|是|√|×|否
李四|否|否|N|是
王五||可能|0|无
""")


@roster(name='ticks.xlsx')
def ticks(path):
    """
    row | verdict | name | sex | category | flags
    3 | new | 张三 | 男 | 正式党员
    4 | new | 李四 | 女 | 预备党员
    5 | new | 王五 | 男 |
    6 | error | 赵六 | 女 | 正式党员 | category:two-ticks
    """
    book(path, """
序号|姓名|性别||党籍|
||男|女|正式|预备
1|张三|√||√|
2|李四||√||√
3|王五|√|||
4|赵六||√|√|√
""", merged=('A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'))


@roster()
def ticks_without_a_parent(path):
    """
    row | verdict | name | sex | category | flags
    2 | new | 张三 | 男 | 正式党员
    3 | new | 李四 | 女 | 预备党员
    4 | new | 王五 | 女 | 正式党员
    """
    text(path, """
姓名|男|女|正式党员|预备党员
张三|√||是|否
李四||√|否|是
王五||1|是|否
""")


@roster()
def remarks(path):
    """
    row | verdict | name | introducer1 | introducer2 | note | flags
    2 | new | 张三 | 王甲 | 李乙 | 2021.3转入
    3 | new | 李四 | 王甲 | 李乙 | 在杭州打工
    4 | new | 王五 | | | =1+1
    5 | new | 赵六 | 王甲 | | 第一行\\n第二行，“有引号”
    6 | new | 钱七 | | | -5分
    7 | new | 孙八 | | | 无
    """
    text(path, """
姓名|入党介绍人|备注
张三|王甲、李乙|2021.3转入
李四|王甲 李乙|  在杭州打工 
王五|无|=1+1
赵六|王甲|"第一行\\n第二行，“有引号”"
钱七|—|-5分
孙八||无
""")


@roster(before=[org('云溪厂第一党支部'), org('云溪厂第二党支部'),
                member('张三', branch='云溪厂第一党支部', id_number='990101198507120018', birth_date='1985-07-12', education='大专', note='老会员'),
                member('李四', branch='云溪厂第一党支部', birth_date='1990-12'), member('王五', branch='云溪厂第一党支部', birth_date='1971-05-20'),
                member('赵六', branch='云溪厂第一党支部'), member('赵六', branch='云溪厂第二党支部')])
def against_the_registry(path):
    """
    row | verdict | name | branch | birth_date | id_number | education | note | sex | flags
    2 | update | 张三 | 第一党支部 | 1985-07-12 | 990101850712001 | 大学本科 | | 男
    3 | same | 李四 | 第一党支部 | 1990-12
    4 | new | 王五 | 第一党支部 | 1965-01-01
    5 | same | 赵六 | 第二党支部
    6 | error | 李四 | 第一党支部 | 1990-12 | | | | | double-in-file
    7 | error | 钱七 | 第一党支部 | 1985-07-12 | 990101198507120018 | | | 男 | double-in-file
    """
    text(path, """
姓名|党支部|出生日期|身份证号|学历|备注
张三|第一党支部||990101850712001|本科|
李四|第一党支部|1990.12|||
王五|第一党支部|1965.1.1|||
赵六|第二党支部||||
李四|第一党支部|1990.12|||
钱七|第一党支部||990101198507120018||
""")
