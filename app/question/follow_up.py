"""A follow-up for text made whole: the kind of text and the topic that it leaves out come from the questions before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.question.text_question import TextQuestion, asks_for, topic_of
from ingest import late_re as re
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import fold

ItemOf = Callable[[Sequence[str]], str]

KINDS = ("outline", "reason", "rank", "duty", "definition", "goals", "structure", "composition", "statement")
POINTERS = re.compile(
    r"(?:在)?(?:这|那|该|此|上述|前面)(?:一|几)?(?:个|项|条|方面|一?块|点|些|笔|样|种)?(?:的|里|中)?(?=$|\W|职|词|名|原|负|有|没|怎|是|管|科|表|钱|费|支|项)"
    r"|它们?|(?<![及尤])其(?!他|它|中|余)"
)
LINKS = re.compile(
    r"\W|那么?|换成|换作|再(?:看|问|查)?(?:一下|看|问)?|如果是|至于|还有|以及|同样|一样|相比|对比|跟|和|与|的|呢|里|中|又|也|都|是|怎么?样|怎样|如何|情况|方面"
)
OPEN_END = re.compile(r"(?:呢|怎么样|如何)?[?？。\s]*$")
ASKS = re.compile(r"多少|几|吗|么(?![样])|哪|谁|什么|怎|啥|咋|是否|有没有|有无|一样|出处|算")
CHANGE = re.compile(
    r"(?:比|较|和|与|跟|同)?(?:上年度?|去年|上一年|年初预算数?|预算数?)(?:相比)?|增加|减少|增长|下降|上升|降低|超支|持平|[大小高低]于"
)
DUTY_NUMBERED = re.compile(
    r"第\s*[（(]?[一二三四五六七八九十\d]+[）)]?\s*(?:个|项|条|款|点)|最后的?一(?:项|条|个)|前[两二三四五六七八九十\d]+(?:项|条)"
)
DUTY_PICKED = re.compile(r"(?:哪|第几|多少|几)一?(?:些|几)?(?:项|条|款|点)|(?:提到|涉及|关于|管)(?!理费).{2,}(?:吗|没有|是哪)")
OF_BODY = re.compile(
    r"^[那\W]*(?:它们?|他们|这个?(?:局|单位|部门|中心|街道)|该(?:局|单位|部门|中心))的?(?:主要|部门|单位|基本|工作)?职[责能]"
    r"(?:都|主要)?(?:是|有|包括)?(?:什么|哪些|啥|多少|几)"
)
COUNTED_AGAIN = re.compile(r"(?:一共|总共|共)?(?:有|是)?(?:多少|几)(?:个|家|项|条)?")  # “乙局几个” after a question for offices or duties
HAS_IT_TOO = re.compile(
    r"^\W*(?:也)?有(?:没有)?(?:这|那|同样的?|类似的?|这样的?|相同的?|一样的?)一?(?:条|项|款)?(?:职责|规定|内容)?(?:吗|么|没有|没)?\W*$"
)
LONGEST_TOPIC = 16
LEADING = re.compile(r"^(?:那么?|还有|其中|至于|换成|再看看?)+")
TEMPLATES = {
    "definition": "什么是{topic}?",
    "composition": "{topic}主要包括哪些?",
    "statement": "有没有{topic}?",
    "duty": "哪一项职责提到{topic}?",
}
KEPT = ("definition", "composition", "duty", "reason")  # “公务接待费呢” after one of these asks it the same
COUNTED = ("structure", "duty")
SAME = {"reason": "原因", "definition": "解释", "duty": "职责"}
DEFINES = re.compile(r"^[\s\w]{0,4}(?:什么是|什么叫|何谓|解释)|(?:什么|啥)意思|含义|定义|名词解释")
SAME_QUESTION = "上一问"
DIRECTION = re.compile(r"增加|减少|增长|下降|上升|降低")


@dataclass(frozen=True, slots=True)
class Thread:
    """What a dialogue speaks of: kind of text (none for figures), topic, the whole question, its words of change, what was taken over.

    `is_other_topic` says that only the kind was taken over: the question may as well be for the topic's amount.
    """

    kind: str = ""
    topic: str = ""
    text: str = ""
    change: str = ""
    taken: str = ""
    is_other_topic: bool = False

    @property
    def is_final(self) -> bool:
        """Whether only the text can answer: no figure says why or what a word means, nor what follows on words."""
        is_told_by_words = self.kind == "reason" or (self.kind == "definition" and bool(DEFINES.search(self.text)))
        return (is_told_by_words or bool(self.taken)) and bool(self.kind) and not self.is_other_topic


def follow_up(parts: Sequence[str], choice: DocumentChoice, item_of: ItemOf) -> Thread:
    """The thread after the last part; `item_of` names the item of figures that the parts given to it ask for."""
    thread = Thread()
    for place, part in enumerate(parts):
        thread = _next(thread, part, choice, lambda place=place: item_of(parts[:place]))  # type: ignore[misc]
    return thread


def restate(thread: Thread, item: str) -> str:
    """The question why, in plain words, of the item that figures know it by; empty where another kind of text is asked for."""
    return f"{item}{thread.change}的原因是什么?" if thread.kind == "reason" and item and item != thread.topic else ""


def _next(before: Thread, part: str, choice: DocumentChoice, item: Callable[[], str]) -> Thread:
    """The thread after one more part."""
    kind = next((one for one in KINDS if asks_for(_asked(part, choice), one)), "")
    topic = _topic(part, kind, choice)
    if not before.text:
        return Thread(kind, topic, part, _change(part))
    if before.kind == "duty" and _is_about_duties(part):
        text = f"职责{POINTERS.sub('', part)}"
        return Thread("duty", _topic(text, "duty", choice), text, taken=SAME["duty"])
    if before.kind == "duty" and before.topic and HAS_IT_TOO.search(part):
        return _with_topic(before, before.topic)
    bare = COUNTED_AGAIN.sub("", part) if before.kind in COUNTED else part
    if not kind and not LINKS.sub("", bare):
        is_named = before.kind in ("", *TEMPLATES, *SAME)
        return replace(before, taken=before.taken or before.topic if is_named and before.topic else SAME_QUESTION)
    if not kind and before.kind in KEPT and _is_bare(part, topic) and (before.kind != "duty" or before.topic):
        return _with_topic(before, topic)
    if kind == "duty" and OF_BODY.search(part):
        return Thread(kind, "", part)
    if (kind in ("reason", "definition", "composition", "statement") and not topic) or (kind == "duty" and _points_back(part, topic)):
        return _with_kind(before, kind, part, before.topic if before.kind else item() or before.topic)
    if kind:
        return Thread(kind, topic, part, _change(part))
    return Thread("", topic or before.topic, part, _change(part) or (before.change if _is_bare(part, topic) else ""))


def _with_topic(before: Thread, topic: str) -> Thread:
    """The same kind of text, asked of another topic."""
    change = DIRECTION.sub("变化", before.change)  # another thing may have gone the other way
    text = TEMPLATES[before.kind].format(topic=topic) if before.kind in TEMPLATES else f"{topic}{change}的原因是什么?"
    return Thread(before.kind, topic, text, before.change, SAME.get(before.kind, SAME_QUESTION), is_other_topic=True)


def _with_kind(before: Thread, kind: str, part: str, topic: str) -> Thread:
    """Another kind of text, asked of the same topic."""
    change = _change(part) or before.change
    asked = POINTERS.sub("", part).strip(" ?？,，的")
    if kind == "duty":
        pointer = POINTERS.search(part)
        text = POINTERS.sub(topic, part, count=1) if pointer else f"{asked}{topic}?"
    else:
        text = TEMPLATES[kind].format(topic=topic) if kind in TEMPLATES else f"{topic}{'' if _change(part) else change}{asked}?"
    return Thread(kind, topic, text if topic else part, change, topic)


def _topic(part: str, kind: str, choice: DocumentChoice) -> str:
    """The topic that the part names itself."""
    asked = _asked(POINTERS.sub("", part), choice)
    topic = LEADING.sub("", topic_of(asked, kind or "reason"))
    return topic if LINKS.sub("", CHANGE.sub("", topic)) else ""


def _is_about_duties(part: str) -> bool:
    """Whether a part after a question for duties numbers, counts or picks some of them."""
    return "职责" not in part and bool(DUTY_NUMBERED.search(part) or DUTY_PICKED.search(part))


def _is_bare(part: str, topic: str) -> bool:
    """Whether a part only names another topic (“那公务接待费呢”)."""
    return bool(topic) and len(topic) <= LONGEST_TOPIC and not ASKS.search(OPEN_END.sub("", part))


def _points_back(part: str, topic: str) -> bool:
    """Whether a question for duties leaves its topic to the one before (“谁没有这项职责”)."""
    return not topic and bool(POINTERS.search(part) or (re.search(r"谁|哪", fold(part)) and not re.search(r"哪些|哪几", part)))


def _change(part: str) -> str:
    """The words of a part that say how something changed and against what."""
    return "".join(CHANGE.findall(part))


def _asked(part: str, choice: DocumentChoice) -> TextQuestion:
    return TextQuestion(part, part, (), choice)
