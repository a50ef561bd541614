"""Real models of sentence-transformers, made on the spot: two layers with random weights over single characters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any


def tiny_transformer(folder: Path, texts: Iterable[str]) -> str:
    """An embedding model over the characters of these texts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertModel

    model = SentenceTransformer(modules=[Transformer(_save_bert(folder, texts, BertModel)), Pooling(32)], device="cpu")
    model.save(str(folder / "model"))
    return str(folder / "model")


def tiny_reranker(folder: Path, texts: Iterable[str]) -> str:
    """A CrossEncoder over the characters of these texts."""
    from transformers import BertForSequenceClassification

    return _save_bert(folder, texts, BertForSequenceClassification, num_labels=1)


def _save_bert(folder: Path, texts: Iterable[str], kind: Any, **options: int) -> str:
    import torch
    from transformers import BertConfig, BertTokenizer

    torch.manual_seed(1)
    characters = sorted({character for text in texts for character in text if not character.isspace()})
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]), "utf-8")
    config = BertConfig(vocab_size=400, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64, **options)
    kind(config).save_pretrained(folder / "bert")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    return str(folder / "bert")
