"""What questions say over one knowledge base: the documents they speak of, and what each document has for them."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from app.disclosures import Disclosures
from app.forms.evidence_units import read_units
from app.forms.weigh_evidence import EvidenceIndex
from app.question.ask_year_before import ask_year_before
from app.question.body_first import body_first
from app.question.follow_up import LINKS
from app.question.narrow_choice import narrow_choice
from app.question.read_told_relation import asks_against_body
from app.question.spell_budget import spell_budget
from app.question.spell_composition import spell_composition
from app.question.spell_years import spell_years
from retrieval.bodies.called_by_kind import called_by_kind
from retrieval.bodies.choose_documents import choose_documents
from retrieval.bodies.part_from_body import part_from_body
from retrieval.bodies.respell_names import respell, respell_names
from retrieval.bodies.spell_units import spell_units
from retrieval.bodies.units_asked import UnitsAsked, units_of_dialogue
from retrieval.catalog import Catalog, build_catalog
from retrieval.english.translate_question import is_english
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding
from retrieval.facts.index_facts import index_facts
from retrieval.knowledge_base import KnowledgeBase
from retrieval.lookup.find_figures import WHOLE_BUDGET, find_figures
from retrieval.lookup.find_of_all_units import find_of_all_units
from retrieval.names.join_names import join_names
from retrieval.names.mend_names import mend_names
from retrieval.names.own_words import without_own_words
from retrieval.names.read_glosses import read_glosses
from retrieval.names.restore_labels import restore_labels
from retrieval.query import DocumentChoice
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.keep_last import keep_last
from retrieval.spelling.load_staff_words import StaffWords, StaffWordsError, load_staff_words
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.mend_slips import mend_slips
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.read_pinyin import read_pinyin, read_within
from retrieval.spelling.rename_bodies import rename_bodies
from retrieval.spelling.reword import in_usual_words

OF_BODY = "{body}呢"
OTHER_TIME = re.compile(r"去年|上年|上一年|往年|前年|年初")
JOINTS = ("和", "与", "及")
# 高中教育, 中等职业教育: a link elsewhere
PART_OF_WORD = re.compile(r"(?<=[高初集])中|(?<![其之])中(?=[等学央医小心期职药华])|里(?=程|约)|都(?=市)")
ASKS_AMOUNT = re.compile(r"(?:是|有|为)?(?:多少|几)(?:钱|万元|元|万)?")
MOST_HISTORY = 40
LONGEST_PINYIN, LONG_FORM, MOST_NAMED = 300, 4, 20  # letters; characters of a body's form; documents whose labels are read
MOST_KEPT = 512  # a dialogue's questions are read again for every part of every later question
UNIT_CODE = re.compile(r"(?<=\s)\(\d{6}\)")  # of a unit, behind its name
YEAR_SAID = re.compile(r"20\d\d年")
REMARK = re.compile(r"(?<=\?)\([^()?]*\)$")  # what is added in brackets after the question mark asks nothing
BOTH_DOCUMENTS = re.compile(r"这?[两三四五六](?:个|者|家|份)(?:单位|部门|局|机构)?|俩|它们|二者")
ADDED_UP = re.compile(r"(?<=[一-鿿])合计(?=$|[?。]|(?:是|有|为)?(?:多少|几))")  # of several documents, no row of one of them
SIDE_ASKED = re.compile(r"[、,和又]?(?:预算|决算|实际|执行)(?:数|支出)?(?:花了|用了|支出了?|安排了?|是|为)?多少(?!个|人|次)")
Chooser = Callable[[str, tuple[DocumentChoice, ...]], DocumentChoice]
logger = logging.getLogger(__name__)


class QuestionReader:
    """Reads questions over one knowledge base; it keeps the indexes of the documents it has read."""

    def __init__(self, knowledge_base: KnowledgeBase | Disclosures, home: Path) -> None:
        """Read over this knowledge base, with the words that staff keep in this folder."""
        self.knowledge_base = knowledge_base
        self._home = home
        self._index = lru_cache(maxsize=64)(self._make_index)
        self._evidence = lru_cache(maxsize=64)(self._make_evidence)
        self._catalog = keep_last(build_catalog)
        self._chooser = lru_cache(maxsize=1)(self._make_chooser)

    @property
    def catalog(self) -> Catalog:
        """What is loaded, by region, body, year and kind."""
        return self._catalog(self.knowledge_base.documents())

    def choose(self, question: str, history: Sequence[str] = ()) -> tuple[DocumentChoice, tuple[str, ...]]:
        """The documents that a normalised question speaks of, and what is left of it and of the questions it follows on."""
        choose = self._chooser(self.catalog, self.vocabulary)
        earlier: tuple[DocumentChoice, ...] = ()
        for past in [self.read(_normalized(one))[0] for one in history[-MOST_HISTORY:]]:
            earlier = (*earlier, choose(past, earlier))
        choice = choose(question, earlier)
        return choice, (*(one.rest for one in earlier), choice.rest)

    def named_item(self, question: str, history: Sequence[str]) -> str:
        """The words by which a question of a dialogue names an item; empty where it leaves that to those before it."""
        rest = LINKS.sub(_within_name, ASKS_AMOUNT.sub("", self.choose(self.read(_normalized(question))[0], history)[0].rest))
        only_asked = rest
        for _, operation in self.vocabulary.operations:
            only_asked = operation.sub("", only_asked)
        return "" if is_talk(self.vocabulary.long_fillers.sub("", only_asked), self.vocabulary.talk) else rest

    def is_bare(self, question: str, history: Sequence[str]) -> bool:
        """Whether a question of a dialogue names neither a body, year or kind nor an item."""
        read = self.read(_normalized(question))[0]
        is_of_change = bool(OTHER_TIME.search(read))
        return not is_of_change and self.choose(read, history)[0].rest == read and not self.named_item(question, history)

    def in_characters(self, question: str) -> str:
        """A question in pinyin, or with words in it, in characters; empty for any other."""
        if len(question) > LONGEST_PINYIN:
            return ""
        return read_pinyin(question, self._all_names()) if is_english(question) else read_within(question, self._all_names())

    def _all_names(self) -> Iterator[str]:
        catalog, words = self.catalog, self.vocabulary
        yield from (*catalog.names, *catalog.place_forms, *(form for form in catalog.body_forms if len(form) >= LONG_FORM))
        yield from (word for one in words.synonyms for word in one.asked)
        yield from words.standard_names
        for info in catalog.documents[:MOST_NAMED]:
            yield from self._names(info.id)

    def left_of(self, question: str) -> str:
        """What is left of a question without the body, the year and the kind of document that it names."""
        return self.choose(self.read(_normalized(question))[0])[0].rest

    def held_against(self, question: str, history: Sequence[str]) -> str:
        """“甲局呢” for “比甲局多吗”, which only holds a body against the one before it; empty for any other question."""
        choice = self.choose(self.read(_normalized(question))[0], history)[0]
        is_named = len(choice.organizations) == 1 and not choice.units and "organization" not in choice.inherited and not choice.failed
        return OF_BODY.format(body=choice.organizations[0]) if is_named and asks_against_body(choice.rest) else ""

    def named_documents(self, question: str, history: Sequence[str]) -> tuple[str, ...]:
        """The documents of the body that a question of a dialogue names itself; none where it names none."""
        choice = self.choose(self.read(_normalized(question))[0], history)[0]
        is_named = bool(choice.organizations) and "organization" not in choice.inherited and not choice.failed
        return choice.documents if is_named else ()

    def without_remark(self, question: str) -> str:
        """A normalised question without the remark behind it, but for the body, year or kind of document that only the remark names."""
        remark, asked = REMARK.search(question), REMARK.sub("", question)
        year = YEAR_SAID.search(remark[0]) if remark and not YEAR_SAID.search(asked) else None
        asked = f"{asked}({year[0]}度)" if year else asked  # “去年花了多少（2024年度）”
        if remark is None or self.choose(asked)[0].organizations or not (told := self.choose(remark[0][1:-1])[0]).organizations:
            return asked
        named = (one for one, left in zip(remark[0][1:-1], told.rest, strict=False) if left == " " != one)
        return f"{''.join(named)},{asked}"

    def read(self, question: str) -> tuple[str, list[str]]:
        """A normalised question with its slips mended and the staff's names of bodies put in full, and what was put in."""
        mended, slips = _spelt(question)
        renamed, names = rename_bodies(mended, self.staff_words.aliases)
        asked = ask_year_before(body_first(renamed, self._chosen), self._chosen)
        spelt = spell_units(asked, self.catalog)
        if spelt != asked and (respelt := respell_names(asked, self.catalog)):  # the end of a name with a slip in it is no unit
            spelt, names = spell_units(respell(asked, respelt), self.catalog), (*names, *(one.meant for one in respelt))
        return self._parted(called_by_kind(spelt, self.catalog)), [*(meant for _, meant in slips), *names]

    def question_for(self, item: str) -> str:
        """The normalised question for an item named in a few words."""
        return mend_slips(_normalized(f"{item}是多少"))[0]

    def _chosen(self, words: str) -> DocumentChoice:
        return self.choose(words)[0]

    def _parted(self, question: str) -> str:
        """The question with what its body's documents list set apart from the body's name."""
        choice = self._chooser(self.catalog, self.vocabulary)(question, ())
        unknown = choice.unknown_organizations if choice.failed == "organization" else ()
        return part_from_body(question, unknown[0], self.catalog, self._names) if len(unknown) == 1 else question

    def _names(self, document_id: str) -> frozenset[str]:
        return self._index(document_id, self._revision(document_id)).names

    def item(self, document_id: str, parts: Sequence[str]) -> str:
        """The item whose figures the questions so far ask for, as one document names it; empty where they ask for none."""
        tasks = self.look_up(document_id, parts, (), is_compared=False).reading.tasks if parts else ()
        named = [one for task in tasks[-1:] for want in task.wants[:1] for one in want.mentions if one.keys]
        return (named[-1].asked if named[-1].asked in named[-1].keys[1:] else named[-1].keys[0]) if named else ""

    def find(self, document_id: str, question: str, parts: Sequence[str], choice: DocumentChoice) -> Finding:
        """What one document has for the question, alone where it stands on its own, else after the questions before it."""
        index = self._index(document_id, self._revision(document_id))
        is_compared = len(choice.documents) > 1
        asked = None if is_compared or choice.units else units_of_dialogue(question, parts, index.document.info)
        rest = asked.rest if asked else restore_labels(question, parts[-1], index)
        rest = UNIT_CODE.sub(lambda found: " " * len(found[0]), without_own_words(join_names(read_glosses(rest, index), index), index))
        if asked and (told := self._of_all_units(document_id, asked, rest)):
            return told
        if is_compared:
            rest = without_other_sides(BOTH_DOCUMENTS.sub(lambda found: "~" * len(found[0]), rest))
            rest = ADDED_UP.sub("一共", rest)
        own = [unit for unit in choice.units if unit in index.document.info.units] or list(choice.units)
        finding = self.look_up(document_id, (rest,), own, is_compared)
        stands_alone = bool(finding.reading.tasks) and "organization" not in choice.inherited
        if stands_alone or len(parts) == 1:
            return finding
        joined = self.look_up(document_id, (*parts[:-1], rest), own, is_compared)
        names_another = joined.reading.unexplained and finding.tasks and not finding.reading.unexplained
        is_another = names_another and self.named_item(rest, ())  # “无人机多少钱” after another item
        return finding if is_another or is_by_class(joined, finding) else joined

    def _of_all_units(self, document_id: str, asked: UnitsAsked, rest: str) -> Finding | None:
        finding = self.look_up(document_id, (*asked.before, rest), (), is_compared=False)
        if not finding.tasks and asked.before:  # “多的是哪两家单位的”, after two totals
            finding = self.look_up(document_id, (*asked.before, f"{WHOLE_BUDGET}{rest}"), (), is_compared=False)
        return find_of_all_units(finding, asked, self.vocabulary)

    def look_up(self, document_id: str, parts: Sequence[str], units: Sequence[str], is_compared: bool) -> Finding:
        """The figures of one document for the last of the parts; `make_figure_tool` makes a LangChain tool of it."""
        index = self._index(document_id, self._revision(document_id))
        return find_figures(index, parts, self.vocabulary, units, is_compared=is_compared)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that questions are made of, the staff's own before the program's."""
        return self.knowledge_base.vocabulary()

    @property
    def staff_words(self) -> StaffWords:
        """The staff's names of bodies and fixed answers."""
        try:
            return load_staff_words(self._home)
        except StaffWordsError as error:
            logger.exception("%s cannot be read", error.path)
            return StaffWords()

    def mended(self, document_id: str, rest: str) -> str:
        """What is left of a question with the slips in the names of one document put right, and no words for its body."""
        index = self._index(document_id, self._revision(document_id))
        return without_own_words(mend_names(rest, index.windows, self.vocabulary)[0], index)

    def _revision(self, document_id: str) -> int:
        return id(self.knowledge_base.document(document_id))

    def evidence(self, document_id: str) -> EvidenceIndex:
        """All that can be quoted of one document."""
        return self._evidence(document_id, self._revision(document_id))

    def _make_chooser(self, catalog: Catalog, vocabulary: Vocabulary) -> Chooser:
        """The choice of documents, kept for every question with the choices of those before it."""
        return lru_cache(maxsize=MOST_KEPT)(
            lambda question, earlier: narrow_choice(choose_documents(question, catalog, earlier), vocabulary, self.knowledge_base)
        )

    def _make_index(self, document_id: str, _revision: int) -> FactIndex:
        return index_facts(self.knowledge_base.document(document_id))

    def _make_evidence(self, document_id: str, _revision: int) -> EvidenceIndex:
        return EvidenceIndex(read_units(self.knowledge_base.document(document_id)))


_normalized = lru_cache(maxsize=MOST_KEPT)(normalize_question)


@lru_cache(maxsize=MOST_KEPT)
def _spelt(question: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return mend_slips(in_usual_words(spell_composition(spell_years(spell_budget(question)))))


def is_by_class(joined: Finding, alone: Finding) -> bool:
    """Whether the row of what was asked before bears the new item only as its class (劳务费 | 委托业务费), which has a row of its own."""
    first = (found for one in (joined, alone) for task in one.tasks[:1] for found in task.found[:1])
    rows = [found.candidates[0].facts[0] for found in first if found.candidates]
    keys = {key for task in alone.tasks[:1] for want in task.task.wants for one in want.mentions for key in one.keys}
    borne = {key for key, _ in rows[0].labels} & keys if rows else set()
    return len(rows) > 1 and bool(borne) and borne <= rows[0].classes


def without_other_sides(rest: str) -> str:
    """“预算多少、实际多少” asked of several documents: each is asked for its own amount, once."""
    sides = list(SIDE_ASKED.finditer(rest))
    for one in sides[1:]:
        rest = f"{rest[: one.start()]}{'~' * len(one[0])}{rest[one.end() :]}"
    return rest


def _within_name(found: re.Match[str]) -> str:
    """Nothing for a word that links, but the word itself where it joins parts of one name (商品和服务支出) or is part of a word (高中)."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if PART_OF_WORD.match(found.string, found.start()):
        return found[0]
    return found[0] if found[0] in JOINTS and all(re.match("[一-鿿]", one) for one in (before, after)) else ""
