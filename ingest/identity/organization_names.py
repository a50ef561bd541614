"""How organisations are called: their endings, and the place names they start with. Data and its reading."""

from __future__ import annotations

import re

ORGANIZATION_ENDINGS = (
    "局", "厅", "委", "办公室", "中心", "政府", "院", "大学", "中学", "小学", "学校", "幼儿园", "党校",
    "队", "所", "站", "馆", "处", "部", "会", "联", "社", "台", "公司", "集团", "署", "室", "园", "场", "库",
)  # fmt: skip
ENDING = "|".join(sorted(ORGANIZATION_ENDINGS, key=len, reverse=True))
ORGANIZATION = re.compile(rf"^[^\d，。；：:、]{{2,40}}?(?:{ENDING})(?:[（(][^（()）]{{1,30}}[）)])?$")
OWN_LEVEL = re.compile(r"[（(]?(?:本级|本部|机关本级|部门)[）)]?$")
UNIT_ENDINGS = re.compile(
    r"(?:局|中心|委员会|办公室|[学医科究书法察生]院|所|站|队|办事处|学校|[中小]学|幼儿园|馆|[林农牧渔茶]场|苗圃|本级|机关|本部)(?:[（(].{1,30}[）)])?$"
)
# Behind a place a name may end in any word for a body: 甲县老年协会, 甲县敬老院, 甲县残疾人联合会（本级）.
PLACED_ENDINGS = re.compile(rf"(?:{ENDING})(?:[（(].{{1,30}}[）)])?$")

PARTY = re.compile(r"^(?:中国共产党|中共|共青团|中国共产主义青年团)")
AUTONOMOUS = "内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区"
PLAIN = "[^省市县区旗局厅院委部处站所队校级和与（(]"
PROVINCE = rf"(?:{AUTONOMOUS}|{PLAIN}{{2,3}}省)"
# 市场、市容、市政工程 are no cities, 市政务 and 市政府 follow one.
NOT_A_CITY = "场|容|民|级|监|政(?![务府协法])"
CITY = rf"(?:(?!城市){PLAIN}{{1,7}}市(?!{NOT_A_CITY})|{PLAIN}{{2,10}}(?:自治州|地区|盟))"
ZONES = "示范区|开发区|高新区|新区|管理区|产业区|工业园区|园区|风景区|景区|自治县|林区"
COUNTY = (
    rf"(?:(?!城市){PLAIN}{{1,10}}(?:{ZONES}|(?<![社灾地])区(?!域|划|块|委)|县(?!委)|旗|市(?!{NOT_A_CITY})))"
)
TOWN = rf"(?:{PLAIN}{{1,8}}(?:乡|镇))(?=人民政府|政府|党委|财政|机关|委员会|$)"
REGION = re.compile(rf"(?P<province>{PROVINCE})?(?P<city>{CITY})?(?P<county>{COUNTY})?(?P<town>{TOWN})?")
COMMITTEE = re.compile(r"^(?P<place>.{1,10}[市县区])委(?!员会)")
STREET = re.compile(r"街道(?:办事处|党工委|$)")
LEVEL_ENDINGS = (("街道", "街道"), ("镇", "镇"), ("乡", "乡"), ("县", "县"), ("旗", "县"), ("区", "区"), ("省", "省"), ("市", "市"))


def read_region(organization: str) -> tuple[str | None, str | None]:
    """The place name that an organisation's name starts with, and its level."""
    name = PARTY.sub("", organization)
    committee = COMMITTEE.match(name)
    found = REGION.match(committee.group("place") if committee else name)
    region = found.group(0) if found else ""
    if not region:
        return None, None
    if STREET.search(name):
        return region, "街道"
    return region, _level(region, found.groupdict() if found else {})


def _level(region: str, parts: dict[str, str | None]) -> str | None:
    if re.fullmatch(AUTONOMOUS, region):
        return "省"
    # A 市 below another 市 is governed as a county.
    if region.endswith("市") and parts.get("county"):
        return "县"
    if region.endswith(("自治州", "地区", "盟")):
        return "市"
    return next((level for ending, level in LEVEL_ENDINGS if region.endswith(ending)), None)
