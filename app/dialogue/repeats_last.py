"""A follow-up that wants the answer before it once more: its source, the same in another unit, how many things it told of."""

from __future__ import annotations

import re

from retrieval.spelling.normalize_question import normalize_question

OF_IT = r"(?:那么?|请问|这|那|该|上面|刚才)?(?:一?个|些|笔|项)?(?:的)?(?:数字?|数据|金额|结果|答案|结论|钱|话)?(?:的)?(?:具体)?"
WHERE = (
    r"(?:出处|来源|依据|原文|原话|原表|页码)(?:呢|是什么|是哪里?|是啥|在哪儿?里?(?:一?页|张表)?|有吗|怎么(?:写|说)的?)?"
    r"|(?:是)?(?:在|从|出自|来自|见)(?:文件的?|原文的?)?(?:哪(?:里|儿)?(?:一?页|张表|个表|看|查|找|得|来|写)*(?:到|出)?的?|第几页|什么表)"
    r"|(?:在)?第几页|哪一?页|哪张表|怎么来的"
)
AGAIN = re.compile(
    rf"(?!.{{0,4}}(?:钱|资金|经费)(?:是|都|主要)*(?:从|打)哪)"
    rf"{OF_IT}(?:{WHERE}|再(?:说|讲|来)一(?:遍|次)|(?:一共|总共|共)有?(?:几|多少)[个项家条类](?:项目|科室|单位|机构)?)\??"
)
IN_UNIT = re.compile(
    rf"{OF_IT}(?:(?:如果|要是)?(?:按|用|以|换算?成|折合?成?|化成|写成|转成)(亿元|万元|元)(?:来|为单位|做单位)?(?:算|计|表示|说|的话)?|(?=[\s\S]{{0,4}}多少元)(?:折?合|换算成|折算成|是|等于|有)?多少(元)"
    r"|(?:相当于|折?合|换算成|折算成|等于|就?是)(?:多少|几)个?(亿元?|万元))"
    r"(?:,?(?:是|合|呢|等于|有)*(?:多少|几)?(?:亿元|万元|元|钱)?)?呢?\??"
)


def repeats_last(question: str) -> str | None:
    """The unit in which a question wants the answer before it, empty where in its own; None where it asks something else."""
    normalized = normalize_question(question)
    unit = IN_UNIT.fullmatch(normalized)
    return (unit[1] or unit[2] or unit[3].rstrip("元") + "元") if unit else "" if AGAIN.fullmatch(normalized) else None
