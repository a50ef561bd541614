"""Models of sentence-transformers by name or path, loaded when first used (the only door to it besides training)."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from retrieval.errors import EmbeddingModelError

REMEDY = "请检查模型的名称或路径；明账自己不下载模型，本机没有的请先下载到一个文件夹，再写这个文件夹。不写即用自带的模型。"


def require_model(model: str) -> None:
    """Say at once, without loading anything, that this machine has no such model."""
    if model_version(model) is None:
        raise _not_loadable(model, "本机没有这个模型")


def open_model(kind: str, model: str) -> Any:
    """The model as a SentenceTransformer or a CrossEncoder, on the processor; nothing is asked of the hub."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # otherwise a missing model costs 70 s of retries
    import sentence_transformers  # 5 s: only when such a model is used

    try:
        return getattr(sentence_transformers, kind)(model, device="cpu", local_files_only=True)
    except Exception as error:  # the libraries below raise whatever they please
        raise _not_loadable(model, type(error).__name__) from error


def model_version(model: str) -> str | None:
    """Tells two states of a folder or two snapshots of a hub model apart; None where this machine has neither."""
    folder = Path(model)
    if any((folder / mark).is_file() for mark in ("modules.json", "config.json")):
        files = [(str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*.*"))]
        return hashlib.sha256(repr(files).encode()).hexdigest()[:12]
    return _hub_snapshot(model)


def _hub_snapshot(model: str) -> str | None:
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        cached = try_to_load_from_cache(model, "config.json")
    except HFValidationError:
        return None
    return Path(cached).parent.name if isinstance(cached, str) else None


def _not_loadable(model: str, reason: str) -> EmbeddingModelError:
    return EmbeddingModelError(f"无法加载模型 {model}（{reason}）。{REMEDY}")
