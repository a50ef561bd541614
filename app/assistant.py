"""Question to answer: choose the documents, find text or figures in them, tell them with their source, or honestly say no."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from app.answer import Answer
from app.answer_by_quote import answer_by_quote
from app.answer_consistency import adds_up, tell_consistency, without_consistency
from app.answer_figures import answer_figures, answer_results
from app.answer_fixed import answer_fixed
from app.answer_library import answer_library
from app.answer_nothing import answer_no_document, answer_no_figure, exists
from app.answer_stated import answer_stated
from app.answer_statement import tell_absence
from app.answer_text import answer_text
from app.ask_back import ask_back, ask_item
from app.check_asked import tells_less
from app.check_grounding import check_grounding
from app.check_measure import is_of_another_measure
from app.check_named import leaves_named
from app.cite import document_name
from app.compare_years import compare_years
from app.find_previous import find_previous
from app.follow_up import Thread, follow_up, restate
from app.join_answers import complete, follows, join_answers
from app.settings import Settings
from app.spell_budget import spell_budget
from app.split_question import split_question
from app.tell_amounts import asks_what, tell_amounts
from app.tell_checks import warn_of_checks
from app.tell_in_english import is_english, tell_in_english
from app.tell_other_print import tell_other_print
from app.text_question import TextQuestion
from app.without_asides import without_asides
from app.without_premise import without_premise
from app.wording import (
    CORRECTED,
    EMPTY_QUESTION,
    FOLLOWS_ON,
    INHERITED,
    NO_PASSAGE,
    NO_PREVIOUS,
    NOTHING_LOADED,
    OUT_OF_SCOPE,
    SAMPLE_QUESTION,
    SLOTS,
    TOO_LONG,
    TOO_MANY,
)
from ingest.document import Document, DocumentInfo
from retrieval.catalog import build_catalog
from retrieval.choose_documents import choose_documents
from retrieval.find_figures import Finding, find_figures
from retrieval.index_facts import FactIndex, index_facts
from retrieval.knowledge_base import KnowledgeBase
from retrieval.label_key import fold
from retrieval.langchain_objects import BudgetRetriever, call_figure_tool, make_figure_tool
from retrieval.load_staff_words import StaffWords, StaffWordsError, load_staff_words
from retrieval.load_vocabulary import Vocabulary, load_vocabulary
from retrieval.mend_slips import mend_slips
from retrieval.normalize_question import normalize_question
from retrieval.query import DocumentChoice
from retrieval.rename_bodies import rename_bodies
from retrieval.restore_labels import restore_labels

LONGEST_QUESTION = 1000
MOST_DOCUMENTS = 24
MOST_HISTORY = 6
MOST_PASSAGES = 5
LAST_YEAR = re.compile(r"(?<![比较和跟同与])(?:上一年|上年度?|去年)(?!.{0,6}(?:相比|比较|末)|的?结转|的?结余)")
WHOLE_GOVERNMENT = re.compile(
    r"(?:全市|全县|全区|全省|全国|全镇|市本级|县本级)的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?(?:收入|支出))|政府债务(?:余额|限额)|GDP|财政总收入"
)
REMARK = re.compile(r"(?<=\?)\([^()?]*\)$")  # what is added in brackets after the question mark asks nothing
GOVERNMENT_ITEM = re.compile(r"\s*的?(?:一般公共预算|财政|税收|政府性基金|债务|转移支付|总?收入|总?支出)(?!.*(?:局|厅|委|中心|办))")
BOTH_DOCUMENTS = re.compile(r"这?(?:两|三)(?:个|者|家|份)|俩|它们|二者")
QUOTED_AMOUNT = re.compile(r"\d\s*(?:[万亿]?元|%)")
SIDE_ASKED = re.compile(r"[、,和又]?(?:预算|决算|实际|执行)(?:数|支出)?(?:花了|用了|支出了?|安排了?|是|为)?多少(?!个|人|次)")
NO_ANSWER = Answer(status="not_found", text=NO_PASSAGE.format(documents="已载入的文件"))
logger = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one knowledge base; it keeps the indexes of the documents it has read."""

    def __init__(self, knowledge_base: KnowledgeBase, settings: Settings) -> None:
        """Answer over this knowledge base with these settings."""
        self.knowledge_base = knowledge_base
        self.settings = settings
        self.passages = BudgetRetriever(knowledge_base=knowledge_base)
        self.figures = make_figure_tool(self._look_up)
        self._index = lru_cache(maxsize=64)(self._make_index)
        self._catalog = lru_cache(maxsize=1)(build_catalog)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question, given the user's earlier questions, oldest first; to one in English in both languages."""
        answer = self._ask(question, history)
        return tell_in_english(answer) if is_english(question) else answer

    def _ask(self, question: str, history: Sequence[str]) -> Answer:
        if len(question) > LONGEST_QUESTION:
            return Answer(status="clarify", text=TOO_LONG.format(length=len(question), most=LONGEST_QUESTION))
        normalized, understood = self._read(without_premise(without_asides(self._without_remark(normalize_question(question)))))
        history = () if is_english(normalized) else history  # what was not understood follows on nothing
        if len(re.sub(r"\W", "", normalized)) < 2:
            return Answer(status="clarify", text=EMPTY_QUESTION.format(example=SAMPLE_QUESTION))
        infos = self.knowledge_base.documents()
        if not infos:
            return Answer(status="not_found", text=NOTHING_LOADED)
        fixed = answer_fixed(self.choose(normalized, history)[0], self._staff_words.answers)
        if fixed is not None:
            return fixed
        answer = answer_library(normalized, infos) or self._compared(normalized, history, infos)
        if answer is None:
            answer = self._part_by_part(self._answer(normalized, history, infos), normalized, history, infos)
            answer = self._checked(answer, normalized)
            answer = NO_ANSWER if answer.status == "answered" and tells_less(answer, normalized) else answer
        answer = self._warned(with_corrections(answer, understood))
        return with_inherited(answer, self.choose(normalized, history)[0]) if history else answer

    def _part_by_part(self, whole: Answer, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
        """The answer to a question of several things, where it was refused or tells fewer of them: each part after those before it."""
        parts = split_question(question)
        if whole.status == "clarify" or len(parts) == 1 or max(len(whole.values), told_in_quote(whole)) >= len(parts):
            return whole
        answers: list[Answer] = []
        for place, part in enumerate(parts):
            answer = self._checked(self._answer(part, (*history, *parts[:place]), infos), part)
            if answer.status != "answered" or (answers and answer.values and not follows(answer, answers, part)):
                return whole
            answers.append(answer)
        return join_answers(answers) if whole.status == "not_found" else complete(whole, answers)

    def choose(self, question: str, history: Sequence[str] = ()) -> tuple[DocumentChoice, tuple[str, ...]]:
        """The documents that a normalised question speaks of, and what is left of it and of the questions it follows on."""
        catalog = self._catalog(self.knowledge_base.documents())
        earlier: list[DocumentChoice] = []
        for past in [self._read(normalize_question(one))[0] for one in history[-MOST_HISTORY:]]:
            earlier.append(choose_documents(past, catalog, earlier))
        choice = choose_documents(question, catalog, earlier)
        return choice, (*(one.rest for one in earlier), choice.rest)

    def _without_remark(self, question: str) -> str:
        """A normalised question without the remark behind it, but for the body, year or kind of document that only the remark names."""
        remark, asked = REMARK.search(question), REMARK.sub("", question)
        if remark is None or self.choose(asked)[0].organizations or not (told := self.choose(remark[0][1:-1])[0]).organizations:
            return asked
        named = (one for one, left in zip(remark[0][1:-1], told.rest, strict=False) if left == " " != one)
        return f"{''.join(named)},{asked}"

    def _read(self, question: str) -> tuple[str, list[str]]:
        """A normalised question with its slips mended and the staff's names of bodies put in full, and what was put in."""
        mended, slips = mend_slips(spell_budget(question))
        renamed, names = rename_bodies(mended, self._staff_words.aliases)
        return renamed, [*(meant for _, meant in slips), *names]

    def ask_document(self, document_id: str, item: str) -> Answer:
        """One document's figure for an item named in a few words."""
        info = self.knowledge_base.document(document_id).info
        normalized, _ = mend_slips(normalize_question(f"{item}是多少"))
        chosen = choose_documents(f"{document_name(info)}:{normalized}", self._catalog(self.knowledge_base.documents()), [])
        choice = replace(chosen, documents=(document_id,), rest=chosen.rest.rpartition(":")[2], failed=None, is_each=False)
        findings = [self._find(document_id, normalized, (choice.rest,), choice)]
        answer = answer_figures(normalized, choice, findings) if is_understood(choice.rest, findings[0], self._vocabulary) else None
        return self._warned(self._checked(answer or answer_no_figure(findings), normalized))

    def _answer(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
        choice, parts = self.choose(question, history)
        if not choice.documents:
            return answer_no_document(choice, infos)
        if len(choice.documents) > MOST_DOCUMENTS and not choice.is_each:
            return Answer(status="clarify", text=TOO_MANY.format(count=len(choice.documents)))
        documents = [self.knowledge_base.document(one) for one in choice.documents]
        thread = follow_up(parts, choice, lambda earlier: self._item(choice.documents[0], earlier))
        quoted = self._text(question, parts, thread, documents, choice) if choice.failed is None else None
        if quoted is not None and (quoted.status != "not_found" or thread.is_final):
            return noted(quoted, choice, ())
        findings = [self._find(one, question, parts, choice) for one in choice.documents]
        if choice.failed is not None:
            return self._previous(question, choice, findings, infos)
        if WHOLE_GOVERNMENT.search(question) or is_of_region(question, choice, documents[0].info.region):
            return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{exists(infos)}")
        indexes = [finding.index for finding in findings]
        answer = self._earlier(question, choice, findings) or answer_figures(question, choice, findings)
        asked = TextQuestion(question, choice.rest, tuple(documents), choice)
        if answer is not None and (is_of_another_measure(answer, question) or leaves_named(answer, parts[-1], self._vocabulary)):
            answer = answer_stated(asked)
        answer = tell_absence(asked, answer or self._years(question, parts, choice, findings), only_item(findings[0]))
        if answer is None or asks_what(question):
            told = tell_amounts(question, Answer(status="answered", text=""), indexes)
            if told.values or answer is None:
                return told if told.values else quoted or self._in_words(asked, findings)
        answer = tell_amounts(question, tell_other_print(answer, findings[0]) if len(findings) == 1 else answer, indexes)
        return noted(answer, choice, tuple(pair for finding in findings[:1] for pair in finding.reading.corrections))

    def _text(
        self, question: str, parts: Sequence[str], thread: Thread, documents: Sequence[Document], choice: DocumentChoice
    ) -> Answer | None:
        """What the text says, the question taken with those it follows on; None where no text is asked for."""
        if not thread.taken:
            quoted = answer_text(question, choice.rest, documents, choice, parts[:-1])
            return None if quoted is None else self._restated(quoted, thread, documents, choice)
        quoted = answer_text(thread.text, thread.text, documents, choice) if thread.kind else None
        if quoted is None or quoted.status != "answered":
            return quoted
        return replace(quoted, text=f"{quoted.text}\n{FOLLOWS_ON.format(topic=thread.taken.strip('“”'))}")

    def _restated(self, answer: Answer, thread: Thread, documents: Sequence[Document], choice: DocumentChoice) -> Answer:
        """The answer, or where no reason was found the reason for the item as the figures name it."""
        item = self._item(documents[0].info.id, [choice.rest]) if answer.status == "not_found" else ""
        if not (restated := restate(thread, item)):
            return answer
        again = answer_text(restated, restated, documents, choice)
        return again if again is not None and again.status == "answered" else answer

    def _item(self, document_id: str, parts: Sequence[str]) -> str:
        """The item whose figures the questions so far ask for, as one document names it; empty where they ask for none."""
        tasks = self._look_up(document_id, parts, (), is_compared=False).reading.tasks if parts else ()
        named = [one.keys[0] for task in tasks[-1:] for want in task.wants[:1] for one in want.mentions if one.keys]
        return named[-1] if named else ""

    def _find(self, document_id: str, question: str, parts: Sequence[str], choice: DocumentChoice) -> Finding:
        """What one document has for the question, alone where it stands on its own, else after the questions before it."""
        index = self._index(document_id, self._revision(document_id))
        rest = restore_labels(question, parts[-1], index)
        if len(choice.documents) > 1:
            rest = without_other_sides(BOTH_DOCUMENTS.sub(lambda found: "~" * len(found[0]), rest))
        is_compared = len(choice.documents) > 1
        own = [unit for unit in choice.units if unit in index.document.info.units] or list(choice.units)
        asked = {"document": document_id, "question": rest, "units": own, "is_compared": is_compared}
        finding = call_figure_tool(self.figures, **asked)
        stands_alone = bool(finding.reading.tasks) and "organization" not in choice.inherited
        return finding if stands_alone or len(parts) == 1 else call_figure_tool(self.figures, **asked, earlier=list(parts[:-1]))

    def _look_up(self, document_id: str, parts: Sequence[str], units: Sequence[str], is_compared: bool) -> Finding:
        """The function behind the tool: the figures of one document for the last of the parts."""
        index = self._index(document_id, self._revision(document_id))
        return find_figures(index, parts, self._vocabulary, units, is_compared=is_compared)

    def _in_words(self, asked: TextQuestion, findings: Sequence[Finding]) -> Answer:
        """Where no figure answers: what the text states in passing, else a question back or an honest no."""
        quoted = answer_stated(asked) or self._quote(asked.question, asked.choice)
        return quoted or ask_item(findings) or answer_no_figure(findings)

    def _quote(self, question: str, choice: DocumentChoice) -> Answer | None:
        """A passage that answers a question for text, found by keyword and meaning in the chosen documents."""
        found = self.passages.model_copy(update={"documents": list(choice.documents), "k": MOST_PASSAGES}).invoke(question)
        return answer_by_quote(question, choice.rest, found, {info.id: info for info in self.knowledge_base.documents()})

    def _previous(self, question: str, choice: DocumentChoice, findings: Sequence[Finding], infos: Sequence[DocumentInfo]) -> Answer:
        """The year that was asked is not loaded, but the next year's document may tell of it."""
        if choice.failed == "year" and choice.years:
            tried = [(finding.index.document.info, find_previous(finding, choice.years[0], choice.units)) for finding in findings]
            handled = [one for one, finding in zip(tried, findings, strict=True) if not finding.reading.unhandled]
            # A final account tells of last year's final account, never of last year's budget.
            told = [(info, results) for info, results in handled if results and (not choice.kinds or info.kind in choice.kinds)]
            if len(told) > 1 and not choice.is_each:
                return ask_back(question, [info for info, _ in told])
            if told:
                return answer_results(told)
        return answer_no_document(choice, infos)

    def _years(self, question: str, parts: Sequence[str], choice: DocumentChoice, findings: Sequence[Finding]) -> Answer | None:
        """A change that the text does not state, where the same body's document of the year before is loaded."""
        now = findings[0].index.document.info
        same = [
            info for info in self.knowledge_base.documents()
            if (info.organization, info.kind, info.scope) == (now.organization, now.kind, now.scope) and info.year == (now.year or 0) - 1
        ]  # fmt: skip
        ids = {finding.index.document.info.id for finding in findings}
        if len(same) != 1 or ids - {now.id, same[0].id} or findings[0].reading.unhandled:
            return None
        results = compare_years(findings[0], self._find(same[0].id, question, parts, choice))
        return answer_results([(now, results)]) if results else None

    def _earlier(self, question: str, choice: DocumentChoice, findings: Sequence[Finding]) -> Answer | None:
        """The answer to “推算上一年的…”: one document, the year before it named, and an amount (no change) asked for."""
        if len(findings) != 1 or not is_of_year_before(question, choice, findings[0]):
            return None
        info = findings[0].index.document.info
        results = find_previous(findings[0], (info.year or 0) - 1, choice.units)
        wanted = sum(len(found.task.wants) for found in findings[0].tasks)
        if len(results) < wanted or findings[0].reading.unhandled:
            return Answer(status="not_found", text=NO_PREVIOUS.format(document=document_name(info)))
        return answer_results([(info, results)])

    def _compared(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer | None:
        """A figure that was asked for with what the checks say of its other prints; None where nothing of that is asked or known."""
        plain = without_consistency(question, self.choose(question, history)[0].rest)
        if plain is None:
            return None
        checked = self._checked(self._answer(plain, history, infos), plain)
        if checked.status != "answered" or not checked.values:
            return None
        choice, parts = self.choose(plain, history)
        facts = [fact for one in choice.documents for found in self._find(one, plain, parts, choice).tasks for fact in found.prints]
        cited = dict.fromkeys(citation.document_id for citation in checked.citations)
        library = self.knowledge_base.document
        return tell_consistency(checked, facts, [library(one) for one in cited], library, is_sum=adds_up(question))

    def _checked(self, answer: Answer, question: str) -> Answer:
        """The answer, or an honest no where an amount in it has no ground."""
        stray = check_grounding(answer, question) if answer.status == "answered" else ()
        if not stray and not (answer.status == "answered" and is_of_another_measure(answer, question)):
            return answer
        if stray:
            logger.error("ungrounded amounts %s in the answer to %r", stray, question)
        return NO_ANSWER

    def _warned(self, answer: Answer) -> Answer:
        """The answer with a warning where the documents contradict a figure that it states."""
        if answer.status != "answered" or not answer.values:
            return answer
        cited = dict.fromkeys(citation.document_id for citation in answer.citations)
        return warn_of_checks(answer, map(self.knowledge_base.document, cited), self.knowledge_base.document)

    @property
    def _vocabulary(self) -> Vocabulary:
        try:
            return load_vocabulary(self.settings.home)
        except (ValueError, TypeError):  # written wrongly while we run: `doctor` tells what is wrong
            logger.exception("synonyms.toml cannot be read")
            return load_vocabulary()

    @property
    def _staff_words(self) -> StaffWords:
        try:
            return load_staff_words(self.settings.home)
        except StaffWordsError as error:
            logger.exception("%s cannot be read", error.path)
            return StaffWords()

    def _revision(self, document_id: str) -> int:
        return id(self.knowledge_base.document(document_id))

    def _make_index(self, document_id: str, _revision: int) -> FactIndex:
        return index_facts(self.knowledge_base.document(document_id))


def told_in_quote(answer: Answer) -> int:
    """How many amounts and shares the words quoted in an answer give."""
    return len(QUOTED_AMOUNT.findall(answer.text)) if answer.status == "answered" and answer.answered_by == "quote" else 0


def only_item(finding: Finding) -> str:
    """The one thing whose plain figure a question asks for; empty where it asks for several or more of it."""
    named = [one for task in finding.tasks for want in task.task.wants for one in (*want.mentions, *want.context)]
    is_plain = all(task.task.measure == "value" and task.task.reducer is None for task in finding.tasks)
    return named[0].asked if len(named) == 1 and is_plain and not finding.reading.unhandled else ""


def is_understood(item: str, finding: Finding, vocabulary: Vocabulary) -> bool:
    """Whether names of the document account for every word of an item, spelt as they are printed or usually called."""
    left = fold(item)
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions if one.correction is None]
    for one in sorted(mentions, key=lambda one: one.start - one.end):
        left = left.replace(one.asked, "~")
    return not re.sub(r"[\W\d_]", "", vocabulary.fillers.sub("", left))


def is_of_region(question: str, choice: DocumentChoice, region: str | None) -> bool:
    """Whether only a region is named, and an item that its whole government has (“甲市2024年一般公共预算收入”)."""
    named = "".join(asked for asked, left in zip(question, choice.rest, strict=False) if left == " " != asked)
    return bool(region) and re.sub(r"[\W\d年度]", "", named) == region and bool(GOVERNMENT_ITEM.match(choice.rest))


def without_other_sides(rest: str) -> str:
    """“预算多少、实际多少” asked of several documents: each is asked for its own amount, once."""
    sides = list(SIDE_ASKED.finditer(rest))
    for one in sides[1:]:
        rest = f"{rest[: one.start()]}{'~' * len(one[0])}{rest[one.end() :]}"
    return rest


def is_of_year_before(question: str, choice: DocumentChoice, finding: Finding) -> bool:
    """Whether a question to one document asks for an amount of the year before it."""
    year = finding.index.document.info.year
    asks_amount = all(found.task.measure == "value" and found.task.reducer is None for found in finding.tasks)
    is_named = year is not None and year - 1 in choice.years
    return (is_named or bool(LAST_YEAR.search(question))) and asks_amount and bool(finding.tasks)


def noted(answer: Answer, choice: DocumentChoice, corrections: tuple[tuple[str, str], ...]) -> Answer:
    """The answer with a line on what was corrected."""
    return with_corrections(answer, [good for asked, good in (*choice.corrections, *corrections) if asked != good])


def with_inherited(answer: Answer, choice: DocumentChoice) -> Answer:
    """The answer with a line on what was taken over from earlier questions."""
    slots = "、".join(SLOTS[slot] for slot in choice.inherited if slot in SLOTS)
    is_told = bool(slots) and answer.status == "answered"
    return replace(answer, text=f"{answer.text}\n{INHERITED.format(slots=slots)}") if is_told else answer


def with_corrections(answer: Answer, understood: Sequence[str]) -> Answer:
    """The answer with a line for each word that was not read as it was typed."""
    lines = [CORRECTED.format(understood=good) for good in dict.fromkeys(understood)]
    return replace(answer, text="\n".join([answer.text, *lines])) if lines and answer.status == "answered" else answer
