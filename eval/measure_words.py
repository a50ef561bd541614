"""What every measure means and where it comes from, for readers of the report."""

from __future__ import annotations

from dataclasses import dataclass

from eval.run import ERROR, Result

TYPE_NAMES = {
    "lookup_table": "查表格", "lookup_text": "查正文", "derived": "要计算", "compare": "比较", "target": "绩效目标", "colloquial": "口语",
    "conflict": "前后矛盾", "ambiguous": "问得不明", "list": "清单", "duty": "职责", "definition": "名词解释", "reason": "原因",
    "followup": "追问", "unanswerable": "答不了",
}  # fmt: skip

RIGHT, UNANSWERED, WRONG_FIGURE, BROKEN = "答对", "没有答出", "答错数字", "程序出错"
OUTCOMES = (RIGHT, UNANSWERED, WRONG_FIGURE, BROKEN)
STATUS_NAMES = {"answered": "作答", "not_found": "说没有", "clarify": "反问", ERROR: BROKEN}


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The Chinese name of a measure, its definition and its source."""

    name: str
    meaning: str
    source: str = ""


ANY_PLACE = "同一答案印在几处的，引到任何一处即算；区间用 Wilson 法"
COUNTED = "准确率、召回率的通常定义（van Rijsbergen 1979）；区间用 Wilson 法"
IR_SOURCE = "ir-measures 0.4.3（trec_eval 的实现）；区间用自助法"
MEASURES = {
    "right": MeasureWords("答对", "状态、数额（单位相符）、必有的话、搭配和比较方向全都对的题占全部题的比例",
    "判分规则见 eval/judge_answer.py；区间用 Wilson 法"),
    "wrong_figure": MeasureWords("答错数字", "说了金额或比例，而应有的没说全、张冠李戴、比反了或年度不对；最坏的一种，越低越好", "同上"),
    "program_error": MeasureWords("程序出错", "回答到一半程序出错中断的题的比例；应当是零，与上次比较时一题也不放过", "区间用 Wilson 法"),
    "citation_precision/document": MeasureWords("出处准确率·文件", "所注出处中文件正确的比例", ANY_PLACE),
    "citation_precision/section": MeasureWords("出处准确率·章节或表", "所注出处中落在已知章节或表格的比例", ANY_PLACE),
    "citation_precision/cell": MeasureWords("出处准确率·单元格", "所注单元格中行列都对的比例（只算有单元格答案的题）", ANY_PLACE),
    "citation_recall/document": MeasureWords("出处召回率·文件",
    "应引的文件中引到了的比例；比较题每份都要，一题几问的每问都要，其余一份即可", ANY_PLACE),
    "citation_recall/section": MeasureWords("出处召回率·章节或表", "应引的文件（一题几问的：每问）中引到了已知章节或表格的比例", ANY_PLACE),
    "citation_recall/cell": MeasureWords("出处召回率·单元格", "应引的文件（一题几问的：每问）中引到了已知单元格的比例", ANY_PLACE),
    "refusal_precision": MeasureWords("拒答准确率", "说“没有”的回答中确实没有的比例", COUNTED),
    "refusal_recall": MeasureWords("拒答召回率", "文件里没有的题中老实说没有的比例", COUNTED),
    "asking_back_precision": MeasureWords("反问准确率", "反问中确实问得不明的比例", COUNTED),
    "asking_back_recall": MeasureWords("反问召回率", "问得不明的题中反问了、或把每种情形都答全了的比例", COUNTED),
    "ungrounded": MeasureWords("无依据的数字", "回答里有金额或比例在引文、问题和算式中都找不到的比例；越低越好",
    "eval/find_strays.py，算式重算一遍"),
    "retrieval_success@1": MeasureWords("检索首位命中", "第一条就出自已知出处的题的比例", IR_SOURCE),
    "retrieval_success@5": MeasureWords("检索前5命中", "前 5 条里有已知出处的题的比例", IR_SOURCE),
    "retrieval_success@10": MeasureWords("检索前10命中", "前 10 条里有已知出处的题的比例", IR_SOURCE),
    "retrieval_recall@10": MeasureWords("检索召回@10", "全部已知出处中出现在前 10 条的比例（各题平均）", IR_SOURCE),
    "retrieval_mrr": MeasureWords("检索 MRR", "第一条命中名次的倒数，各题平均（Voorhees 1999）", IR_SOURCE),
    "retrieval_ndcg@10": MeasureWords("检索 nDCG@10", "越靠前的命中得分越高（Järvelin & Kekäläinen 2002）", IR_SOURCE),
    "figure_recall": MeasureWords("取数召回率", "已知单元格中读对了的比例（数值、单位、表、行、列都对）", "最大匹配（Hopcroft–Karp）"),
    "figure_precision": MeasureWords("取数准确率", "读出的带数字单元格中确有其事的比例", "最大匹配（Hopcroft–Karp）"),
    "contradiction_recall": MeasureWords("矛盾发现率", "有意埋下的矛盾中，有一项不成立的勾稽核对用到了那个错数的比例", COUNTED),
    "contradiction_precision": MeasureWords("矛盾准确率", "不成立的勾稽核对中，确实用到了埋下的错数的比例", COUNTED),
    "unchanged": MeasureWords("换说法不变", "原题答对的题，换一种说法后仍答对的比例", "区间用 Wilson 法"),
    "latency_p50": MeasureWords("用时中位数", "一半的题在这个时间内答完", "区间用自助法"),
    "latency_p95": MeasureWords("用时 95 分位", "95% 的题在这个时间内答完", "区间用自助法"),
}  # fmt: skip


def outcome_of(result: Result) -> str:
    """How a question ended, as one of the four outcomes that the report counts."""
    if result.is_right:
        return RIGHT
    return BROKEN if result.status == ERROR else WRONG_FIGURE if result.is_wrong_figure else UNANSWERED


def words_of(key: str) -> MeasureWords:
    """The words of a measure; those of one type of question are made from its name."""
    if key in MEASURES:
        return MEASURES[key]
    _, _, kind = key.partition("/")
    return MeasureWords(f"答对·{TYPE_NAMES.get(kind, kind)}", f"“{TYPE_NAMES.get(kind, kind)}”一类的题答对的比例")
