"""Cars that a sentence counts and lists by kind."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, document

from ingest.checks.check_listed_counts import check_listed_counts

COUNTED = "共有车辆2辆，其中：应急保障用车1辆、其他用车1辆。"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (COUNTED, [("holds", 0)]),
        (COUNTED.replace("车辆2辆", "车辆3辆"), [("broken", 1)]),
        (COUNTED.replace("、其他用车1辆", ""), []),
        (COUNTED.replace("、其他用车1辆", "、其他用车若干"), []),
        (COUNTED.replace("2辆，其中：", "2辆。其中："), []),
    ],
)
def test_the_kinds_of_cars_come_to_their_count(sentence: str, found: list[tuple[str, int]]) -> None:
    checks = check_listed_counts(document(FINAL.replace(COUNTED, sentence)))
    assert [(check.verdict, int(check.difference.number)) for check in checks] == found


def test_what_one_kind_of_cars_is_made_of_ends_no_list() -> None:
    told = "共有车辆5辆，其中：执法执勤用车4辆（稽查一队巡查车1辆、稽查二队巡查车1辆、物资运输车辆2辆）、其他用车1辆。"
    checks = check_listed_counts(document(FINAL.replace(COUNTED, told)))
    assert [(check.verdict, int(check.difference.number)) for check in checks] == [("holds", 0)]
