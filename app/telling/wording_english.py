"""The English sentences that stand below answers to questions in English, and the Chinese ones on how these were understood."""

from __future__ import annotations

IN_ENGLISH = "In English:"
NOT_FOUND = " the loaded documents do not contain an answer to this question."
LOOKED_IN = "Looked in: {names}."
LOADED = "Loaded documents: {names}."
CLARIFY = " several answers are possible; please say which of these you mean:"
CHOICE = "- {name}"
VALUE = "- {where}{value}"
HIGHEST, LOWEST = "Highest: {name}{amount}", "Lowest: {name}{amount}"
IN_ALL = " {count} in all;"
GREETING = " I answer questions about the loaded budgets and final accounts, and show where each figure stands."
NOTE = "Note: the Chinese answer carries a remark on these figures (注意)."
CALCULATION = "Calculation: {formula}"
QUOTED = " the words above are quoted, in Chinese, from {sources}."
NO_VALUE = "see the Chinese answer above."
UNITS = {
    "元": "yuan", "万元": "× 10,000 yuan", "亿元": "× 100,000,000 yuan", "人": "persons", "名": "persons", "辆": "vehicles", "个": "",
    "项": "", "分": "points", "倍": "times", "台": "units", "%": "%", "件": "pieces", "分钟": "minutes", "平方米": "square metres",
}  # fmt: skip
UP, DOWN = "up ", "down "
AGAINST = {
    "多": "{first} exceeds {second} by", "少": "{first} is less than {second} by",
    "高": "{first} exceeds {second} by", "低": "{first} is less than {second} by", "的": "{first} against {second}",
}  # fmt: skip
UNDERSTOOD = "（英文问题按“{chinese}”理解{read}。 Understood as the Chinese question quoted here.）"
READ_AS = "“{typed}”读作“{meant}”"
UNKNOWN_CHINESE = "没有看懂这个英文问题里的“{words}”，因此不作回答。"
UNKNOWN = "not understood: “{words}” is neither a term known here nor the name of a loaded body, so no answer is given."
NO_BODY_CHINESE = "没有载入“{names}”的文件，无法回答。"
NO_BODY = "no document of “{names}” is loaded, so no answer is given."
UNREAD_CHINESE = "没有看懂这个英文问题的问法，因此不作回答；请换一种更简单的说法。"
UNREAD = "the words are known, but not the way the question is put, so no answer is given; please ask more plainly."
