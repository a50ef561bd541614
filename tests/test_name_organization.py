import pytest

from ingest.name_organization import name_aliases

USUAL_NAMES = [
    ("甲市政务服务和大数据管理局", "甲市", {"大数据局", "大数据管理局", "政务局", "政数局", "政务数据局", "甲市大数据局"}),
    ("青田市示范区行政审批与大数据管理局", "青田市示范区", {"示范区审批局", "审批局", "大数据局"}),
    ("青田市人民政府信息管理中心（青田市云服务中心）", "青田市", {"青田市政府信息管理中心", "云服务中心", "青田云服务中心"}),
    ("青田市柳河区财政局", "青田市柳河区", {"柳河区财政局", "柳河财政局", "财政局"}),
    ("青田市柳河区人民政府东门街道办事处", "青田市柳河区", {"东门街道", "东门街道办", "柳河区东门街道"}),
    ("青田市市场监督管理局", None, {"市监局", "市场监管局", "青田市市监局", "青田市监局"}),
    ("青田市发展和改革委员会", "青田市", {"发改委", "青田市发改委"}),
    ("青田市人力资源和社会保障局", "青田市", {"人社局"}),
    ("青田市卫生健康委员会", "青田市", {"卫健委", "青田卫健委"}),
    ("中共青田市委组织部", "青田市", {"组织部", "青田市委组织部"}),
    ("中国共产主义青年团青田市委员会", "青田市", {"团委", "青田市团委"}),
    ("青田市社会保险中心", "青田市", {"社保中心", "青田市社保中心"}),
    ("青田市疾病预防控制中心", "青田市", {"疾控中心"}),
    ("青田市妇女联合会", "青田市", {"妇联", "青田市妇联"}),
    ("青田市人民检察院", "青田市", {"检察院", "青田市检察院"}),
    ("青田市人民政府", "青田市", {"市政府", "青田市政府"}),
    ("青田县柳河镇人民政府", "青田县", {"柳河镇政府", "青田县柳河镇政府"}),
]


@pytest.mark.parametrize(("organization", "region", "expected"), USUAL_NAMES)
def test_usual_short_forms_are_made_by_rule(organization: str, region: str | None, expected: set[str]) -> None:
    aliases = name_aliases(organization, region)
    assert expected <= set(aliases)
    assert organization not in aliases


def test_a_body_nobody_foresaw_still_loses_its_place_and_shortens_its_ending() -> None:
    assert {"蜜蜂保护中心", "青田蜜蜂保护管理中心"} <= set(name_aliases("青田市蜜蜂保护管理中心", "青田市"))
