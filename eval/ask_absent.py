"""Questions that no loaded document can answer."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eval.amounts_across import COMPARED
from eval.gold import Expectation
from eval.question_draft import Draft, Filed, plain_label

ABSENT_ORG = (
    "{city}地震局{year}年部门预算支出总计是多少？",
    "{city}档案馆{year}年{kind}的公务接待费有多少",
    "请问{city}气象局{year}年{item}是多少？",
    "{city}体育局{year}年{kind}里{item}列了多少钱",
    "麻烦查{city}地方志编纂中心{year}年{kind}的{item}",
)
ABSENT_YEAR = ("{org}{year}年部门{kind}{item}是多少？", "{org}在{year}年的{kind}里{item}有多少钱", "{year}年度{org}{kind}的{item}")
ABSENT_ITEM = (
    "{who}给“{thing}”安排了多少钱？", "{who}里{thing}的金额是多少？", "麻烦查下{who}{thing}花了多少",
    "{who}有没有{thing}，多少钱？", "{who} {thing}",
)  # fmt: skip
THINGS = ("星际航行研究补助", "海底隧道养护", "极光观测站建设", "冰雪大世界门票补贴", "机器人足球队经费", "无人岛巡护项目")
OUTSIDE = (
    "你觉得{org}的预算花得合理吗？", "{org}负责人一个月工资多少？", "预测一下{org}{next}年会花多少钱", "给我讲个笑话吧", "明天会下雨吗",
    "今天股市怎么样", "{org}的电话号码是多少？", "帮我写一首关于财政的诗", "{city}{year}年的地方政府债务余额是多少？",
    "{city}去年GDP增长了多少？",
)  # fmt: skip


def ask_absent(random: Random, filed: Filed, files: Sequence[Filed]) -> list[Draft]:
    """What no loaded document can answer."""
    document = filed.document
    city = document.region.split("市")[0] + "市"
    years = {one.document.year for one in files}
    item = plain_label(random.choice(COMPARED[:8]))
    slots = {"city": city, "org": document.organization, "kind": document.kind, "item": item, "year": document.year, "next": max(years) + 2}
    gone = random.choice([min(years) - 4, max(years) + 3])
    who = f"{document.organization}{document.year}年{document.kind}"
    questions = (
        random.choice(ABSENT_ORG).format(**slots),
        random.choice(ABSENT_YEAR).format(**{**slots, "year": gone}),
        random.choice(ABSENT_ITEM).format(who=who, thing=random.choice(THINGS)),
        random.choice(OUTSIDE).format(**slots),
    )
    return [Draft("unanswerable", "答不了", question, Expectation("not_found")) for question in random.sample(questions, 2)]
