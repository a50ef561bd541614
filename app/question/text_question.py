"""A question for a document's text: its words, the documents chosen, and which kinds of text it may ask for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest import late_re as re
from ingest.document import Document
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER, load_vocabulary

QUOTED = re.compile(r"“[^”]*”")
LEFT_OVER = re.compile(r"(?<=\s)(?:\(\s*(?:局|机关)?本级\s*\)|局|本级|年度?|部门(?=的)|里(?!程)面?)")
LONE_LINK = re.compile(r"(?:^|(?<=\s))(?:和|与|跟|同|及|、|的)+(?=\s|$)")
SHORTEST_PART = 4
NEVER = r"(?!)"
EDGES = " ,;:、。.?？!！的"
MATTER = re.compile(r"(?:预算数?|决算数?|收入|支出|费用|经费|资金|财政拨款|收支|情况|总计|合计|总额|项目)+$")
OF_KIND = re.compile(r"^(?:预算|决算)(?=.{3})")
NO_NAME = ("其他", "其它", "事业", "经营")  # 其他支出 is not 其他文化和旅游支出, 事业收入 not the pension of a 事业单位
PLAIN_TOTAL = re.compile(
    r"(?:全年|本年|部门|单位|总|整体|年初)*"
    r"(?:收入|支出|收支|收、支|预算|决算|经费|资金|花费|开支|开销|费用|总计|合计|总额|总数|预算数|和|与|及|、)*"
)


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """The normalised question, its rest without the words that chose the documents, the documents, the rests of earlier questions."""

    question: str
    rest: str
    documents: tuple[Document, ...]
    choice: DocumentChoice
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextType:
    """One kind of text asked for; its patterns are compiled when they are first tried, for most questions need few of them."""

    words: Mapping[str, Sequence[str]]

    @property
    def shows(self) -> re.Pattern[str]:
        """What shows it."""
        return _any(tuple(self.words["patterns"]))

    @property
    def rules_out(self) -> re.Pattern[str]:
        """What rules it out."""
        return _any(tuple(self.words["unless"]))

    @property
    def topic(self) -> re.Pattern[str]:
        """The words around the topic."""
        return _any(tuple(self.words["topic"]))


@dataclass(frozen=True, slots=True)
class TextWords:
    """All of text_questions.toml."""

    types: dict[str, TextType]
    amounts: re.Pattern[str]
    fillers: re.Pattern[str]


@cache
def load_text_words() -> TextWords:
    """The words by which questions for text are told apart."""
    data = tomllib.loads((FOLDER / "text_questions.toml").read_text("utf-8"))
    types = {entry["name"]: TextType(entry) for entry in data["type"]}
    return TextWords(types, _any(tuple(data["amounts"])), _any(tuple(data["fillers"])))


def asks_for(asked: TextQuestion, name: str) -> bool:
    """Whether the question shows this type and, outside quotation marks, nothing that rules it out."""
    kind, text = load_text_words().types[name], asked.rest.strip()
    return bool(kind.shows.search(text)) and not kind.rules_out.search(QUOTED.sub("", asked.rest))


def asks_for_amount(asked: TextQuestion) -> bool:
    """Whether the question asks for a figure."""
    return bool(load_text_words().amounts.search(QUOTED.sub("", asked.rest)))


def topic_of(asked: TextQuestion, name: str) -> str:
    """What the question is about: its rest without the words of its type and those that say nothing."""
    kind, words = load_text_words().types[name], load_text_words()
    text = LEFT_OVER.sub(" ", asked.rest).strip(EDGES)
    for _ in range(2):
        text = words.fillers.sub(" ", kind.topic.sub(" ", text)).strip(EDGES)
    return re.sub(r"\s+", " ", LONE_LINK.sub(" ", text)).strip(EDGES)


def topic_keys(topic: str) -> tuple[str, ...]:
    """The spellings under which a document may name a topic, likeliest first: as asked, its synonyms, without 支出, 预算, its parts."""
    key = fold(topic)
    bare = MATTER.sub("", key)
    asked = (key, bare) if len(bare) >= 2 else (key,)  # 购车经费: 购车
    synonyms = [synonym for one in asked for synonym in load_vocabulary().synonyms if one in synonym.asked and not synonym.counted]
    # A short name (运行费) stands for other things too where words, not figures, are searched.
    names = [name for synonym in synonyms for name in synonym.names if len(name) >= SHORTEST_PART]
    names += [part for word in topic.split() if " " in topic and len(part := fold(word)) >= SHORTEST_PART]
    shorter = [short for name in (key, *names) if len(short := MATTER.sub("", name)) >= 2]
    item = OF_KIND.sub("", key)  # 预算河道清淤: the kind of the document named before the item
    return tuple(dict.fromkeys(name for name in (key, *names, *shorter, item) if len(name) >= 2 and name not in NO_NAME))


def is_plain_total(topic: str) -> bool:
    """Whether the topic is the whole income or expenditure."""
    return bool(PLAIN_TOTAL.fullmatch(fold(topic)))


def narrow_documents(asked: TextQuestion) -> TextQuestion:
    """The same question, a generic name at its start (街道办事处, 财政局) taken as the documents' bodies that end in it."""
    text = asked.rest.strip()
    if asked.choice.organizations or len(asked.documents) < 2:
        return asked
    full = {document.info.organization or "" for document in asked.documents}
    names = {name[start:] for name in full for start in range(1, len(name) - 2)}
    named = max((name for name in names if text.startswith(name)), key=len, default="")
    if not named:
        return asked
    fitting = tuple(document for document in asked.documents if (document.info.organization or "").endswith(named))
    return replace(asked, rest=asked.rest.replace(named, " " * len(named), 1), documents=fitting)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or NEVER)
