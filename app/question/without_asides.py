"""A question without what it says is expressly not meant."""

from __future__ import annotations

import re

NOT_MEANT = re.compile(r"(?<=[^,(]{2}),而?不是(?:指|问|说)?[^,;?()]{2,20}(?=[,)?])")  # what is meant stands right before it
WITHOUT_UNITS = re.compile(  # “本级(大数据中心不算)”: the body's own level says it already
    r"(?:(?<=本级)|(?<=机关)|(?<=机关本身))\((?:[^()]{2,16}(?:不算|除外|不含|不包括|不计)|(?:不算|不含|不包括|不计|不带|除了?|非)[^()]{2,16})\)"
)
WITHOUT_CARS = re.compile(  # “养公车(不含买车)”: running them
    r"(?<=[车费])\((?:不|没)(?:含|包括|算)(?:买|购|购置|更新)新?(?:公务用?|公)?车?(?:的?[费钱])?\)"
)

AS_PERCENT = re.compile(r"[,;(]?(?:请|结果)?用百分(?:数|比)(?:来)?表示\)?")  # a share is told in per cent anyhow
BOTH_KINDS = re.compile(r"\((?:含|包括|包含)([^()]{1,6}、[^()]{1,6})\)")  # “(含行政、事业)”: no kind is left out
GREETING = re.compile(
    r"^(?:老师|同志|领导|师傅|客服)们?(?:您好|你好|好)(?:[,!。 ]+|(?=能否|能不能|可否|请))"
    r"(?:(?:能否|能不能|可否)(?:告诉|告知)(?:我|一下)[,:]?)?(?=.{3})"
)
THANKS = re.compile(r"(?<=[?。!])(?:非常|十分|万分)(?:感谢[^?]{0,3})?[!。]*$")
TO_CENTS = re.compile(r"(?<=[?。!])(?:请)?(?:结果)?保留(?:两|二|2)位小数[。!]?$")
MULTIPLE_TO_CENTS = re.compile(r"(?<=[几少]倍)[,(](?:请|结果)?保留(?:两|二|2)位小数\)?(?=[?。]?$)")  # a multiple is told so anyhow
SHARE = re.compile(r"占|百分")  # told to two decimals anyhow
COUNTED = re.compile(r"多少|几(?![项条点])|百分|平均|人均|占|倍|比|率|合计|总|amount|total", re.IGNORECASE)


def without_asides(question: str) -> str:
    """The question with what is meant alone (“…(局机关,不是下属中心)…”), no greeting before it and no decimals of what is no number."""
    question = MULTIPLE_TO_CENTS.sub("", THANKS.sub("", GREETING.sub("", question)))
    question = question if COUNTED.search(question) and not SHARE.search(question) else TO_CENTS.sub("", question)
    return BOTH_KINDS.sub(r"(\1都算)", AS_PERCENT.sub("", WITHOUT_CARS.sub("", WITHOUT_UNITS.sub("", NOT_MEANT.sub("", question)))))
