"""Which of very many chosen documents can answer: those that print the amount, bear the row or column, or write the words, named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.disclosures import Disclosures
from app.question.asked_amounts import AMOUNT, asked_amounts
from ingest import late_re as re
from retrieval.knowledge_base import KnowledgeBase
from retrieval.query import DocumentChoice
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import Vocabulary

MOST_DOCUMENTS = 24
MOST_OF_EACH = 100  # a document that was not read before takes some 40 ms
MOST_PASSAGES = 60
SHORTEST_NAME = 4  # characters: shorter ones head rows and columns in every document
ASKED = re.compile(
    r"(?:一共|总共|分别|各)?(?:是|有|为|花了?|用了?|安排了?)?(?:多少|几)(?:钱|万元|元|万|个|项)?"
    r"|(?:谁|(?:由|归)?哪[个些家]?(?:单位|部门|局|机构)?)(?:来|在)?(?:负责|承担|主管|管)?|为什么|为何|是什么|怎么样?|没有?|完成|做完"
)
APART = re.compile(r"[\s~,;:?!。、“”]+")
OF = re.compile(r"的(?:金额|预算|决算|支出|经费|情况)?$|^的")


def narrow_choice(choice: DocumentChoice, vocabulary: Vocabulary, base: KnowledgeBase | Disclosures) -> DocumentChoice:
    """The same choice where it is of few enough documents, or of too many still when narrowed."""
    if not is_too_many(choice):
        return choice
    for found in _found(choice, vocabulary, base):
        kept = tuple(one for one in choice.documents if one in found)
        if kept and not is_too_many(narrowed := replace(choice, documents=kept)):
            return narrowed
    return choice


def is_too_many(choice: DocumentChoice) -> bool:
    """Whether more documents are chosen than are read to answer one question."""
    return len(choice.documents) > (MOST_OF_EACH if choice.is_each else MOST_DOCUMENTS)


def _found(choice: DocumentChoice, vocabulary: Vocabulary, base: KnowledgeBase | Disclosures) -> Iterator[frozenset[str]]:
    """The documents of each amount in the words that are left of a question, then those of each name, the longest first."""
    rest, documents = choice.rest, None if len(choice.documents) == len(base.documents()) else choice.documents
    for amount in asked_amounts(rest):
        yield frozenset(base.documents_with_quantity(amount))
    left = ASKED.sub("~", AMOUNT.sub("~", rest))
    for _, operation in vocabulary.operations:
        left = operation.sub("~", left)
    pieces = {OF.sub("", piece) for words in (left, vocabulary.long_fillers.sub("~", left)) for piece in APART.split(words)}
    for name in sorted((piece for piece in pieces if len(piece) >= SHORTEST_NAME), key=lambda piece: (-len(piece), piece)):
        yield frozenset(base.documents_with_label(name))
        yield _writing(name, documents, base)


def _writing(name: str, documents: Sequence[str] | None, base: KnowledgeBase | Disclosures) -> frozenset[str]:
    """The documents that write a name; none where more passages may do so than were looked at."""
    passages = base.search(name, documents, k=MOST_PASSAGES)
    writing = [one.document.id for one in passages if fold(name) in fold(one.chunk.text)]
    return frozenset(writing if len(writing) < len(passages) else ())
