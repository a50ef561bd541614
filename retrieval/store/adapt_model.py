"""Our own embedding model trained further on a user's documents, so that it knows their words: less than a minute on one processor."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from ingest.document import Document
from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.embedder import OWN_MODEL, StaticEmbedder
from retrieval.ranking.invent_pairs import Pair, invent_pairs
from retrieval.ranking.pair_passages import pair_passages
from retrieval.train_embedder import Vocabulary, save_model, train_embedder

MOST_PAIRS = 6_000
INVENTED_DOCUMENTS = 20  # trained on beside the user's own, so that nothing known before is forgotten
MOST_NEW_GRAMS = 4_000  # times 256 times 2 bytes: 2 MB
FEWEST_PASSAGES = 2
EPOCHS = 2
SEED = 7


def adapt_model(documents: Sequence[Document], folder: Path) -> None:
    """Write into the folder the model that comes with the program, trained further on these documents."""
    own = StaticEmbedder(OWN_MODEL)
    pairs = pair_passages(documents, MOST_PAIRS, SEED)
    vocabulary = _extended(own.vocabulary, pairs)
    others = [replace(pair, document=len(documents) + pair.document) for pair in invent_pairs(INVENTED_DOCUMENTS, SEED)]
    weights = train_embedder([*pairs, *others], vocabulary, EPOCHS, SEED, known=torch.from_numpy(own.weights))
    save_model(weights, vocabulary, folder)


def _extended(numbers: dict[str, int], pairs: Sequence[Pair]) -> Vocabulary:
    """The known grams with their numbers, then the commonest new ones of the passages; only new ones need weights to start with."""
    passages = {pair.passage for pair in pairs}
    frequency = Counter(gram for passage in passages for gram in set(character_grams(passage)))
    new = [gram for gram, count in frequency.most_common() if count >= FEWEST_PASSAGES and gram not in numbers and not gram[0].isdigit()]
    new = new[:MOST_NEW_GRAMS]
    weights = (*(0.0 for _ in numbers), *(math.log(1 + len(passages) / frequency[gram]) for gram in new))
    return Vocabulary(numbers | {gram: number for number, gram in enumerate(new, start=len(numbers))}, weights)
