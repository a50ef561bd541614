"""What questions are answered over: the documents of a knowledge base, the files of one disclosure joined to one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from app.answer import Answer, Citation
from ingest.document import Document, DocumentInfo
from ingest.identity.are_parts import are_parts, lie_together
from ingest.identity.join_disclosure import PLACES_PER_FILE, file_of, join_disclosure, offsets_of
from ingest.quantity import Quantity
from retrieval.evidence import PassageEvidence
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.fuse_rankings import PassageKey
from retrieval.spelling.keep_last import keep_last
from retrieval.spelling.load_vocabulary import Vocabulary

Parts = Mapping[str, tuple[str, ...]]  # the ids of a disclosure's files by that of the file that it is called by


class Disclosures:
    """Reads like a knowledge base; what is cited of a joined document is led back to the file that prints it."""

    def __init__(self, knowledge_base: KnowledgeBase) -> None:
        """Join what belongs together in this knowledge base."""
        self._base = knowledge_base
        self._parts = keep_last(self._find_parts)
        self._shown = keep_last(self._hide_parts)
        self._joined = lru_cache(maxsize=64)(lambda ids, _revision: join_disclosure([knowledge_base.document(one) for one in ids]))

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What there is, a disclosure once; the same object until something changes."""
        return self._shown(self._base.documents())

    def _hide_parts(self, infos: tuple[DocumentInfo, ...]) -> tuple[DocumentInfo, ...]:
        hidden = {one for ids in self._parts(infos).values() for one in ids[1:]}
        return tuple(info for info in infos if info.id not in hidden) if hidden else infos

    def document(self, document_id: str) -> Document:
        """All that was read from one file, or from all files of the disclosure that is called by it."""
        ids = self.files(document_id)
        if len(ids) == 1:
            return self._base.document(document_id)
        return self._joined(ids, tuple(id(self._base.document(one)) for one in ids))

    def files(self, document_id: str) -> tuple[str, ...]:
        """The ids of the files that make up a document."""
        return self._parts(self._base.documents()).get(document_id, (document_id,))

    def documents_with_label(self, label: str) -> tuple[str, ...]:
        """The ids of the documents in whose tables a row or a column bears exactly this label."""
        return self._called(self._base.documents_with_label(label))

    def documents_with_quantity(self, quantity: Quantity) -> tuple[str, ...]:
        """The ids of the documents that print this quantity, in whatever unit of money."""
        return self._called(self._base.documents_with_quantity(quantity))

    def _called(self, files: Sequence[str]) -> tuple[str, ...]:
        """The ids of the documents that these files are, or are parts of."""
        first = {file: ids[0] for ids in self._parts(self._base.documents()).values() for file in ids}
        return tuple(dict.fromkeys(first.get(file, file) for file in files))

    def vocabulary(self) -> Vocabulary:
        """The words that questions are made of."""
        return self._base.vocabulary()

    def search(
        self, question: str, documents: Sequence[str] | None = None, k: int = 10, figures: Sequence[PassageKey] = ()
    ) -> tuple[PassageEvidence, ...]:
        """The best passages, each of the file that prints it; `figures` are places in what `document` gives."""
        files = None if documents is None else [file for one in documents for file in self.files(one)]
        return self._base.search(question, files, k, [self._key_of(*key) for key in figures])

    def _key_of(self, document_id: str, position: int) -> PassageKey:
        for file in self.files(document_id):
            count = len(self._base.document(file).chunks)
            if position < count:
                return file, position
            position -= count
        return document_id, position

    def lead_back(self, answer: Answer) -> Answer:
        """The answer with every citation of the file that prints it."""
        citations = tuple(map(self._led_back, answer.citations))
        return answer if citations == answer.citations else replace(answer, citations=citations)

    def _led_back(self, citation: Citation) -> Citation:
        ids = self.files(citation.document_id)
        number = file_of(citation.page, citation.lines)
        if len(ids) == 1 or not number:
            return citation
        documents = [self._base.document(one) for one in ids]
        info, shift = documents[number].info, number * PLACES_PER_FILE
        index = citation.table_index
        return replace(
            citation,
            document=info.file_name, document_id=info.id, title=info.title or citation.title, url=info.url, published=info.published,
            page=citation.page and citation.page - shift,
            lines=citation.lines and (citation.lines[0] - shift, citation.lines[1] - shift),
            table_index=None if index is None else index - offsets_of(documents)[number].tables,
        )  # fmt: skip

    def _find_parts(self, infos: tuple[DocumentInfo, ...]) -> Parts:
        found: dict[str, tuple[str, ...]] = {}
        groups: dict[tuple[object, ...], list[DocumentInfo]] = defaultdict(list)
        for info in infos:
            groups[info.organization, info.year, info.kind].append(info)
        superseded = {info.supersedes for info in infos}
        for group in groups.values():
            current = [info for info in group if not superseded & {info.id, info.file_name}]
            if len(current) < 2 or not all(lie_together(one, other) for one, other in combinations(current, 2)):
                continue
            documents = [self._base.document(info.id) for info in current]
            if all(are_parts(one, other) for one, other in combinations(documents, 2)):
                ids = [one.info.id for one in sorted(documents, key=lambda one: -sum(len(section.text) for section in one.sections))]
                found[ids[0]] = tuple(ids)
        return found
