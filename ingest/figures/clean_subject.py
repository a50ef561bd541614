"""The name in the words before an amount."""

from __future__ import annotations

import re

from ingest.figures.stated_amounts import LEAD_NUMBER

YEAR_CUT = re.compile(r"20\d\d\s*年(?:12月(?:31日)?底?|度|[末底](?!尚未))?")
NAMED_BEFORE_YEAR = re.compile(  # “公务用车购置费2031年预算数”: the name stands before the year, what is told of it after
    r"(?P<name>[^，。；：:、\d]*(?:费用?|经费|资金|拨款|补助|采购|服务|支出|收入))20\d\d\s*年度?(?P<aspect>(?:年初|支出)?(?:预算|决算)数?)(?:安排|为|是|共)*"
)
PAID_BY = re.compile(r"(?<=费)(?:通过|使用|由)?一般公共预算(?:财政拨款)?$")  # “三公”经费一般公共预算安排47.10万元
TAIL_WORDS = re.compile(r"(?:共有|共计|累计|均为|为|是|共|约|安排|达到|达|有|：|:|的|\s)+$")
HEAD_WORDS = re.compile(
    r"^(?:其中|包括|另外|此外|全年|当年|期末|本年度|共计|累计|我部门|我单位|我局|我院|我校|本部门|本单位|本街道|我街道|(?:部门|单位)(?=共有)|共有|共|重点项目(?=[一-鿿]{4})|(?:主要)?用于(?=[一-鿿]{4})|[：:，,。；;、\s])+"
)
PRONOUN = re.compile(r"^(?:(?:该项|该|其|上述|此项|前述)(?:支出|收入|经费|资金|费用)?|费用(?:支出)?|相比|对比|比较)$")


def clean_subject(text: str) -> str:
    """The name in the words before an amount: what follows the last year, without lead-ins, copulas and quotation marks."""
    own = NAMED_BEFORE_YEAR.fullmatch(text.strip())
    text = LEAD_NUMBER.sub("", f"{own['name']}{own['aspect']}" if own else YEAR_CUT.split(text)[-1].strip())
    text = HEAD_WORDS.sub("", re.sub(r"[\s“”\"*]+", "", text))
    return PAID_BY.sub("", PRONOUN.sub("", TAIL_WORDS.sub("", text).strip("'，。；、：:（(")))
