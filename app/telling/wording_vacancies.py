"""The Chinese sentences of answers on posts held against the persons who hold them."""

from __future__ import annotations

HEAD = "{document}："
VACANT = "- {name}：编制{posts}{unit}，实有{persons}{unit}，空编**{gap}{unit}**（{formula}）{marks}"
FULL = "- {name}：编制{posts}{unit}，实有{persons}{unit}，**正好满编**（{formula}）{marks}"
OVER = "- {name}：编制{posts}{unit}，实有{persons}{unit}，**超编{gap}{unit}**（{formula}）{marks}"
ALL = "合计空编**{gap}{unit}**（{formula}）。"
RATE = "空编率**{rate}%**（{formula}）。"
KIND = "（{kind}编制）"
VACANCIES, EXCESS, PERSONS_HELD, POSTS_THERE, VACANCY_RATE = "空编", "超编", "实有", "编制", "空编率"
