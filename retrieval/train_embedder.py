"""Trains our own small embedding model on invented question–passage pairs: `python -m retrieval.train_embedder`.

The model is a sentence-transformers StaticEmbedding over character grams (one vector a gram, a text is their mean). It is
trained with a contrastive loss: of all passages in a batch, the question's own must be nearest. The start is random vectors
scaled by inverse document frequency, which carries to unseen texts better than plain random ones.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save

from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.embedder import GRAM_MARK, OWN_MODEL, STATIC_FOLDER
from retrieval.ranking.invent_pairs import Pair, common_characters, invent_pairs

DIMENSION = 256
VOCABULARY_SIZE = 9_400  # times 256 times 2 bytes: under 5 MB
UNKNOWN = "[UNK]"
UNSEEN_WEIGHT = 5.0  # about the weight of a gram in one text of 150
SCALE = 20.0
BATCH_SIZE = 128
DOCUMENTS_IN_A_BATCH = 6
LEARNING_RATE = 0.002  # higher rates unlearn that a gram matches itself


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Grams with their numbers and their inverse document frequencies; number 0 is the unknown gram."""

    numbers: dict[str, int]
    weights: tuple[float, ...]


def build_vocabulary(texts: Sequence[str]) -> Vocabulary:
    """The commonest grams of the texts, then common characters that the texts lack (their untrained vectors still match themselves)."""
    frequency: Counter[str] = Counter()
    for text in texts:
        frequency.update(set(character_grams(text)))
    kept = sorted((gram for gram in frequency if not gram[0].isdigit()), key=lambda gram: (-frequency[gram], gram))
    unseen = [character for character in common_characters() if character not in frequency]
    grams = (kept + unseen)[: VOCABULARY_SIZE - 1]
    weights = (0.0, *(math.log(1 + len(texts) / frequency[gram]) if gram in frequency else UNSEEN_WEIGHT for gram in grams))
    return Vocabulary({UNKNOWN: 0} | {gram: number for number, gram in enumerate(grams, start=1)}, weights)


def train_embedder(
    pairs: Sequence[Pair],
    vocabulary: Vocabulary,
    epochs: int,
    seed: int,
    known: torch.Tensor | None = None,
    report: Callable[[str], None] = lambda _line: None,
) -> torch.Tensor:
    """The trained vectors of all grams; `known` are vectors that the first of them begin with."""
    torch.manual_seed(seed)
    start = torch.randn(len(vocabulary.weights), DIMENSION) / math.sqrt(DIMENSION) * torch.tensor(vocabulary.weights)[:, None]
    if known is not None:
        start[: len(known)] = known
    bag = torch.nn.EmbeddingBag.from_pretrained(start, freeze=False, mode="mean")
    optimizer = torch.optim.Adam(bag.parameters(), lr=LEARNING_RATE)
    for epoch in range(epochs):
        losses = [_step(bag, optimizer, batch, vocabulary) for batch in _batches(pairs, random.Random(seed + epoch))]
        report(f"epoch {epoch + 1}: loss {sum(losses) / max(1, len(losses)):.3f}")
    weights = bag.weight.detach().clone()
    weights[0] = 0  # an unknown gram says nothing
    return weights


def save_model(weights: torch.Tensor, vocabulary: Vocabulary, folder: Path) -> None:
    """Write the folder that sentence-transformers loads by path."""
    module = folder / STATIC_FOLDER
    module.mkdir(parents=True, exist_ok=True)
    (module / "model.safetensors").write_bytes(save({"embedding.weight": weights.half().contiguous()}))
    package = "sentence_transformers.sentence_transformer.modules"
    modules = [
        {"idx": 0, "name": "0", "path": STATIC_FOLDER, "type": f"{package}.static_embedding.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": f"{package}.normalize.Normalize"},
    ]
    _write_json(folder / "modules.json", modules)
    _write_json(folder / "config_sentence_transformers.json", {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"})
    _write_json(folder / GRAM_MARK, {"input": "character_grams of the text, joined by spaces"})
    _write_json(module / "tokenizer.json", _tokenizer(vocabulary))


def _step(bag: torch.nn.EmbeddingBag, optimizer: torch.optim.Optimizer, batch: Sequence[Pair], vocabulary: Vocabulary) -> float:
    questions = _embed(bag, (pair.question for pair in batch), vocabulary)
    passages = _embed(bag, (pair.passage for pair in batch), vocabulary)
    scores = (questions @ passages.T * SCALE).masked_fill(_also_right(batch), -math.inf)
    loss = torch.nn.functional.cross_entropy(scores, torch.arange(len(batch)))
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return float(loss.detach())


def _also_right(batch: Sequence[Pair]) -> torch.Tensor:
    """Other passages of the question's document that name what it asks about: no answers, but no wrong ones either."""
    rows = [[_is_also_right(asked, other) for other in batch] for asked in batch]
    return torch.tensor(rows)


def _is_also_right(asked: Pair, other: Pair) -> bool:
    return bool(asked.subject) and asked is not other and asked.document == other.document and asked.subject in other.passage


def _embed(bag: torch.nn.EmbeddingBag, texts: Iterable[str], vocabulary: Vocabulary) -> torch.Tensor:
    rows = [[vocabulary.numbers[gram] for gram in character_grams(text) if gram in vocabulary.numbers] or [0] for text in texts]
    offsets = torch.tensor([0, *(len(row) for row in rows[:-1])]).cumsum(0)
    return torch.nn.functional.normalize(bag(torch.tensor([number for row in rows for number in row]), offsets), dim=1)


def _batches(pairs: Sequence[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """Batches without two pairs of one passage (each would be the other's false negative), of few documents each (hard negatives)."""
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    shuffled.sort(key=lambda pair: pair.document // DOCUMENTS_IN_A_BATCH)
    batch: dict[str, Pair] = {}
    for pair in shuffled:
        batch.setdefault(pair.passage, pair)
        if len(batch) == BATCH_SIZE:
            yield list(batch.values())
            batch = {}


def _tokenizer(vocabulary: Vocabulary) -> dict[str, object]:
    model = {"type": "WordLevel", "vocab": vocabulary.numbers, "unk_token": UNKNOWN}
    parts = ("truncation", "padding", "normalizer", "post_processor", "decoder")
    return {"version": "1.0", **dict.fromkeys(parts), "added_tokens": [], "pre_tokenizer": {"type": "WhitespaceSplit"}, "model": model}


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=OWN_MODEL)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    pairs = invent_pairs(options.documents, options.seed)
    vocabulary = build_vocabulary([text for pair in pairs for text in (pair.question, pair.passage)])
    print(f"{len(pairs)} pairs, {len(vocabulary.numbers)} grams")
    save_model(train_embedder(pairs, vocabulary, options.epochs, options.seed, report=print), vocabulary, options.output)


if __name__ == "__main__":
    main()
