"""The English sentences that stand below answers to questions in English."""

from __future__ import annotations

NOT_FOUND = "In English: the loaded documents do not contain an answer to this question. The documents named above can be asked about."
CLARIFY = "In English: several answers are possible; please choose one of the questions offered."
ANSWER = "In English: {values}."
VALUE = "{label}: {value} {unit}"
QUOTED = "In English: the words above are quoted from {sources}."
UNITS = {"元": "yuan", "万元": "× 10,000 yuan", "亿元": "× 100,000,000 yuan", "人": "persons", "辆": "vehicles", "个": "", "%": "%"}
