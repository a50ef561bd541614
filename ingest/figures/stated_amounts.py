"""How sentences print amounts, what they compare them with and where a bracket is open: data."""

from __future__ import annotations

import re

from ingest.quantity import COUNTERS

UNITS = "|".join(("百万元", "亿元", "万元", "千元", "元", "%", "％", *COUNTERS, "分(?![钟之])"))
AMOUNT = re.compile(rf"(?<![\d.A-Za-z])([-−]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s*({UNITS})(?:（套）|\(套\))?")
ITEM_NUMBER = r"(?:（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d+\s*[.、．])\s*"
CHANGE_WORDS = dict.fromkeys(("增加", "增长", "上升", "提高", "多"), "增加") | dict.fromkeys(("减少", "下降", "降低", "少"), "减少")
COMPARED = re.compile(
    r"(?P<subject>.*?)(?:比|较|与|同)(?P<base>(?:上年|去年|20\d\d年|年初|(?:全年|当年)?预算(?=数?(?:相比|持平|$)))[^，]*?)(?:相比|持平|保持一致)?$"
)
COMPLETION = re.compile(r"完成(?P<base>[^，]*?)(?:的)?$")
LEAD_NUMBER = re.compile(rf"^{ITEM_NUMBER}")
SPACES = re.compile(r"\s+")
# “场次由420场减少为360场”: the first is no count of this year
FROM_COUNT = re.compile(r"(?P<subject>.*[^自理是])[由从](?:上年|去年|原来|原先|20\d\d年)?的?$")
TO_COUNT = re.compile(r"(?:减少|下降|压减|减|降|增加|增长|提高|上升|扩大|增|升|调整|变|改)[为到至]")
OPEN_BRACKET = re.compile(r"[（(][^）)]*$")
