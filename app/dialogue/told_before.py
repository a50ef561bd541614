"""Follow-ups that are answered by what was told before them, and what they leave for the questions after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answer import Answer
from app.dialogue.ask_of_row import NAMED
from app.dialogue.change_told import change_told
from app.dialogue.earlier_turns import Dialogue
from app.dialogue.relate_told import end_told, relate_told
from app.dialogue.share_told import AMOUNT_OF, share_told
from app.dialogue.sum_otherwise import sum_otherwise
from app.dialogue.told_things import OF_WHOLE, told_sum, told_things
from app.question.read_share_asked import read_share_asked
from app.question.read_told_relation import read_told_relation
from app.telling.cite import document_name
from app.telling.wording_told import OF_TOLD, SHARE_UNKNOWN
from ingest.document import DocumentInfo
from retrieval.spelling.label_key import label_key

SHARED = 4  # characters in a row that are no chance


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """The dialogue so far; `info_of` gives a document by its id."""

    dialogue: Dialogue
    info_of: Callable[[str], DocumentInfo]

    def answer(self, question: str, history: Sequence[str]) -> Answer | None:
        """The answer to a question that only relates what was told, or goes on asking for shares of it; None of any other question."""
        told = relate_told(question, history, self.dialogue, self.info_of)
        if told or (told := change_told(question, history, self.dialogue, self.info_of)):
            return told
        if told := sum_otherwise(question, tuple(history), self.dialogue.ask, self.info_of):
            return told
        asked = read_share_asked(question)
        if asked and asked.together and history:
            sum_asked = AMOUNT_OF.format(thing=asked.together)
            added = relate_told(sum_asked, history, self.dialogue, self.info_of)
            told = self.share(question, (*history, sum_asked)) if added and added.status == "answered" else added
            return told or Answer("not_found", SHARE_UNKNOWN)  # one of them alone is not what was asked for
        if asked and not asked.thing and not asked.together and (end := end_told(history, self.dialogue, self.info_of)):
            return self.dialogue.ask(f"{end}{question}", ())  # “占总支出多少” after “哪个最大”
        if asked and not asked.thing and not asked.together and history and (named := self._end_named(self._last(history))):
            return self.dialogue.ask(f"{named}{question}", ())
        if asked and not asked.thing and history and told_sum(self._last(history)):
            return self.share(question, history)
        is_told_share = bool(history) and self._is_share(history[-1], history[:-1])
        return self.share(question, history) if is_told_share and asked is None else None

    def _end_named(self, last: Answer) -> str:
        """The thing of one document that an answer names as the highest or lowest of a list, with its body; empty where it names none."""
        documents = {one.document_id for one in last.citations}
        named = NAMED.search(last.text) if last.status == "answered" and len(documents) == 1 else None
        return f"{document_name(self.info_of(documents.pop()))},{named[1]}" if named else ""

    def share(self, question: str, history: Sequence[str]) -> Answer | None:
        """The share, of what was told before, for which a question asks that nothing else answers."""
        last = self._last(history).values if history else ()
        share = OF_WHOLE.match(last[0].label) if last else None
        return share_told(question, history, self.dialogue, self.info_of, share["whole"] if share else "")

    def is_share_of_another(self, question: str, history: Sequence[str], answer: Answer) -> bool:
        """Whether the share of the only thing told just before is asked for, and the answer speaks of something else."""
        asked = read_share_asked(question)
        if asked is None or asked.thing or asked.together or answer.status != "answered":
            return False
        told = told_things(self._last(history))
        if len(told) > 1 and told_sum(self._last(history)) is None:
            return sum(value.unit == "%" for value in answer.values) < len(told)
        if len(told) != 1:
            return False
        name = label_key(told[0].amounts[0].label.partition("·")[0])
        spoken = label_key("".join((*(value.label for value in answer.values), *(one.quote for one in answer.citations))))
        shared = max(SHARED, len(name) // 2)  # 档案馆运行经费 is not 机关运行经费
        return not any(name[at : at + shared] in spoken for at in range(max(1, len(name) - shared + 1)))

    def left_of(self, question: str, history: Sequence[str]) -> str | None:
        """What a question answered by what was told leaves for those after it: empty, or the question that it stands on.

        A relation or share alone that was refused leaves nothing either; None of any other question.
        """
        if read_told_relation(question) is None and read_share_asked(question) is None:
            of_body = self.dialogue.of_body(question, history)
            return of_body or (self._amount(question) if history and self._is_share(question, history) else None)
        if relate_told(question, history, self.dialogue, self.info_of) or self._is_share(question, history):
            return self._amount(question)
        return "" if read_told_relation(question) and self.dialogue.ask(question, history).status == "not_found" else None

    def _last(self, history: Sequence[str]) -> Answer:
        """The answer to the latest question."""
        return self.dialogue.ask(history[-1], history[:-1])

    def _is_share(self, question: str, history: Sequence[str]) -> bool:
        return OF_TOLD in self.dialogue.ask(question, history).text

    def _amount(self, question: str) -> str:
        """The question for the amount of the thing whose share is asked for; empty where it names none."""
        share = read_share_asked(question, is_after_share=True)
        return AMOUNT_OF.format(thing=share.thing) if share and share.thing else ""
