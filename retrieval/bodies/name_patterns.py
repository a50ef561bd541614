"""Data: how names of bodies look in running text."""

from __future__ import annotations

from ingest import late_re as re

STOP = "的了是有在多少哪几吗呢把给从到由为年每占比和与及跟同"
# What a body does or is to do, and words that leave another one out, stand in no name.
NO_PART = (
    r"(?<!机)要|对(?![外口台])|指导(?!中心|站|委|组|处|所)|准备|打算|统筹|负责|不[含算包]|除[去了开掉]|扣[除掉]|[剔刨抛][除去开]|去掉|减去"
)
TIGHT = rf"(?![{STOP}]|{NO_PART})[\u4e00-\u9fff]"
ENDING = (
    r"(?:(?<![格布大全结])局|委员会|(?<=[改健资工科编教建商农监])委|办公室|中心|法院|检察院|医院|学院|大学|中学|(?<!中)小学|学校|党校|幼儿园|街道办事处|街道|办事处|"
    r"支队|大队|总队|总站|保护站|监督所|服务所|研究所|看守所|财政所|馆|总工会|妇联|残联|工商联|联合会|协会|红十字会|团委|管委会|纪委|集团|公司|政府(?!采购|性基金|购买|债务|债券|投资|网站|收支)|"
    r"组织部|宣传部|统战部|武装部|指挥部|(?<![乡城集村])镇|(?<![县下返故家])乡(?![镇村道]))"
)
NOT_A_BODY = (
    r"(?!(?:新建|改建|扩建|迁建|重建|续建|改扩建|维修|修缮|装饰|提升)|建设|项目|运维|运营|租赁|服务费|工程|改造|装修|[\u4e00-\u9fff]{0,3}面积|窗口|大厅|"
    r"大楼|办公楼|业务用房|办公用房|场地|网站|门户)"
)
FOREIGN_BODY = re.compile(rf"(?:{TIGHT}){{1,14}}?{ENDING}{NOT_A_BODY}")
_PART = rf"(?:(?!收入|支出|[预决]算|经费){TIGHT})"
# 城市更新和园林绿化局: one body whose name joins two tasks; 甲局和乙局 are two.
JOINED_BODY = re.compile(rf"{_PART}{{2,8}}?(?<![局厅委办院处所站馆心会队])[和与]{_PART}{{2,10}}?(?:委员会|[局厅]){NOT_A_BODY}")
# Behind a unit's name: its building is meant, and the document of the body above tells of it.
BUILDING = re.compile(r"(?:新建|改建|扩建|迁建|重建)|工程|改造|装修|大楼|办公楼|建设(?:工程|项目)")
# 城东 and 城西, 第一中学 and 第二中学 differ by one character and are two places.
TELLING = frozenset("东西南北中上下前后左右新老大小内外一二三四五六七八九十")
FOREIGN_PLACE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{1,3}?)(?:自治县|自治州|市|县|区|旗|州)"
)
BUREAU = re.compile(r"([两三四五六七八九])?局(?![面部域势限]|\()")
