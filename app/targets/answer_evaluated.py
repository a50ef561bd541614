"""What an evaluation by others than the project's own people found (部门评价, 重点评价, 第三方评价), as the paragraph on it tells."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from rapidfuzz.distance import LCSseq

from app.answer import Answer
from app.forms.form_rows import read_rows
from app.forms.match_rows import bare, named_project
from app.question.text_question import TextQuestion, load_text_words
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER

PIECE = re.compile(r"[^；;]+[；;]?")
YEAR, OPENING = re.compile(r"(?<!\d)(20\d\d)年"), re.compile(r"^[^，,。；;]*20\d\d年度?[^，,。；;]{0,12}")
IN_HEADING = "重点"  # how an evaluation is called may stand over its paragraph alone, but not who made it
SELF_EVALUATED = re.compile(r"自评")
SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that an evaluation tells: how people ask for it, and how the text says it."""

    asked: re.Pattern[str]
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EvaluationWords:
    """All of evaluations.toml."""

    said: re.Pattern[str]
    named: re.Pattern[str]
    denied: re.Pattern[str]
    by: re.Pattern[str]
    evaluation: re.Pattern[str]
    own: re.Pattern[str]
    scene: re.Pattern[str]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A paragraph's sentences on the evaluation of one project: what they open with (its year), their pieces, the projects named."""

    section: Section
    paragraph: Paragraph
    opening: str
    pieces: tuple[str, ...]
    projects: tuple[str, ...]


@cache
def load_evaluation_words() -> EvaluationWords:
    """The words of evaluations and of questions for them."""
    data = tomllib.loads((FOLDER / "evaluations.toml").read_text("utf-8"))
    said, named, denied, by, evaluation, own = (re.compile(data[name]) for name in ("said", "named", "denied", "by", "evaluation", "own"))
    facets = tuple(Facet(re.compile(one["asked"]), re.compile(one["said"])) for one in data["facet"])
    return EvaluationWords(said, named, denied, by, evaluation, own, re.compile("|".join(data["scene"])), facets)


def answer_evaluated(asked: TextQuestion) -> Answer | None:
    """The sentences on the one evaluation meant; None where they do not tell all that is asked, or a word of the question is not theirs."""
    text = fold(asked.rest)
    before = fold(asked.earlier[-1]) if asked.earlier and not _speaks(text) else ""
    if not _speaks(before or text) or load_evaluation_words().own.search(before + text):
        return None
    found = {document.info.id: _find(document, asked, text, before) for document in asked.documents}
    if asked.choice.is_each or not any(found.values()):  # of one evaluation asked for, that others made none says nothing
        found = {one.info.id: found[one.info.id] or _denied(one, text, before) for one in asked.documents}
    return offer_founds(asked, [one for one in found.values() if one])


def _speaks(text: str) -> bool:
    words = load_evaluation_words()
    return bool(words.evaluation.search(text) or words.by.search(text))


def _find(document: Document, asked: TextQuestion, text: str, before: str) -> Found | None:
    """The pieces of the only evaluation that fits (`before` is the question that named it, if another did)."""
    told = [(one, facets) for one in _evaluations(document) if (facets := _facets(document, one, text, before))]
    fitting = [(one, facets) for one, facets in told if _is_of_year(document, one, asked)]
    return _quoted(document, *fitting[0]) if len(fitting) == 1 else None


def _denied(document: Document, text: str, before: str) -> Found | None:
    """The sentence that says that there was no evaluation of the kind asked for, in a document that tells of none."""
    if any(_facets(document, one, text, before) for one in _evaluations(document)):
        return None
    words = load_evaluation_words()
    text = f"{before}~{text}"
    by, left = set(words.by.findall(text)), text
    for facet in words.facets:
        left = facet.asked.sub("~", left)
    for section in narrative(document) if by and left != text else ():
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                is_of_kind = words.said.search(sentence) and by <= set(words.by.findall(sentence))
                if is_of_kind and words.denied.search(sentence) and not _unexplained(left, bare(sentence)):
                    shown = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
                    return Found(document, shown, (cite_passage(document, section, sentence, paragraph.place),))
    return None


def _evaluations(document: Document) -> Iterator[Evaluation]:
    """Every evaluation of a project that the text tells of, to the end of its paragraph or to the next one."""
    words = load_evaluation_words()
    for section in narrative(document):
        for paragraph in section.paragraphs:
            told = [(one, piece) for one in sentences(paragraph.text) for piece in PIECE.findall(one)]
            names = [_projects(piece) if words.said.search(piece) and not words.denied.search(piece) else () for _, piece in told]
            starts = [place for place, projects in enumerate(names) if projects]
            for start, end in zip(starts, [*starts[1:], len(told)], strict=False):
                sentence, piece = told[start]
                opening = OPENING.search(sentence)
                is_apart = opening is not None and not piece.startswith(opening[0])
                pieces = tuple(piece for _, piece in told[start:end])
                yield Evaluation(section, paragraph, opening[0] if opening and is_apart else "", pieces, names[start])


def _projects(piece: str) -> tuple[str, ...]:
    found = load_evaluation_words().named.finditer(piece)
    return tuple(one["quoted"] or one["chosen"] for one in found)


def _facets(document: Document, evaluation: Evaluation, text: str, before: str) -> tuple[Facet, ...]:
    """What is asked for, where the evaluation tells all of it and the question says nothing that is not of it; else nothing."""
    words, facets, left = load_evaluation_words(), [], text
    named = named_project((before + text).replace("、", ""), evaluation.projects)
    left, before = ("~".join(one.split(named[1])) if named else one for one in (left, before))
    for facet in words.facets:
        if facet.asked.search(left):
            facets.append(facet)
            left = facet.asked.sub("~", left)
        before = facet.asked.sub("~", before)
    said = "".join((evaluation.opening, *evaluation.pieces))
    unexplained = _unexplained(f"{before}~{left}", bare(said))
    is_shortened = bool(unexplained) and all(_shortens(run, evaluation.projects) for run in unexplained)
    is_meant = _is_meant(document, evaluation, words.by.findall(before + left), bool(named or is_shortened))
    if not is_meant or (unexplained and not is_shortened):
        return ()
    is_told = all(any(facet.said.search(piece) for piece in evaluation.pieces) for facet in facets)
    return tuple(facets) if is_told else ()


def _is_meant(document: Document, evaluation: Evaluation, by: Sequence[str], is_named: bool) -> bool:
    """Whether the evaluation is of the kind named; where none is, whether its project is named and did not evaluate itself."""
    if not by:
        return is_named and not any(row.cell("score") for row in read_rows(document, SELF_EVALUATED))
    heading = last_heading(evaluation.section)
    return all(one in evaluation.pieces[0] or (one == IN_HEADING and one in heading) for one in by)


def _unexplained(left: str, said: str) -> list[str]:
    """The words left of a question that are not those of the text, but for single characters."""
    for words in (load_text_words().fillers, load_evaluation_words().scene):
        left = words.sub("~", left)
    runs = [bare(run) for run in re.split(r"[^\w]+", left)]
    return [run for run in runs if len(run) > 1 and run not in said]


def _shortens(run: str, projects: Sequence[str]) -> bool:
    """Whether words are the only project's name with some characters left out (户厕改造 of 农村户用厕所改造)."""
    name = bare(projects[0]) if len(projects) == 1 else ""
    is_within = bool(name) and len(run) >= SHORTEST_NAME and LCSseq.similarity(run, name) == len(run)
    return is_within and bool(pairs(run) & pairs(name))


def _is_of_year(document: Document, evaluation: Evaluation, asked: TextQuestion) -> bool:
    """Whether the document is of the year asked for, or tells of that year's evaluation where no kind of document is named."""
    years, own = asked.choice.years, document.info.year
    said = YEAR.findall(evaluation.opening or evaluation.pieces[0])
    return not years or own in years or (not asked.choice.kinds and len(said) == 1 and int(said[0]) in years)


def _quoted(document: Document, evaluation: Evaluation, facets: tuple[Facet, ...]) -> Found:
    """The piece that names the project, and those that tell what is asked."""
    pieces = enumerate(evaluation.pieces)
    told = [(place, piece) for place, piece in pieces if not place or any(facet.said.search(piece) for facet in facets)]
    runs = ["".join(piece for _, (_, piece) in run) for _, run in groupby(enumerate(told), key=lambda one: one[1][0] - one[0])]
    opened = wording.SHORTENED_QUOTE.format(opening=evaluation.opening, clause=runs[0]) if evaluation.opening else runs[0]
    quotes = "\n".join(wording.QUOTE.format(text=run) for run in (opened, *runs[1:]))
    section = evaluation.section
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=quotes)
    return Found(document, text, tuple(cite_passage(document, section, run, evaluation.paragraph.place) for run in runs))
