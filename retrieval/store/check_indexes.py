"""Whether the vector index holds what SQL says it should."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from retrieval.errors import VectorIndexError
from retrieval.ranking.vector_index import VectorIndex
from retrieval.store.figure_store import FigureStore

REMEDY = "请运行 mingzhang rebuild 重建索引。"


def check_indexes(store: FigureStore, vectors: VectorIndex, home: Path) -> tuple[str, ...]:
    """What is wrong, each with its remedy, in Chinese; nothing when all is well."""
    problems = []
    unfinished = store.unfinished()
    infos = store.infos()
    if unfinished:
        problems.append(f"有 {len(unfinished)} 个文件上次没有写完，下次写入时会自动完成：{'、'.join(unfinished)}。")
    lost = [stored.info.file_name for stored in infos.values() if not any((home / "originals" / stored.info.id).glob("*"))]
    if lost:
        problems.append(f"以下文件的原件不在知识库文件夹中，请重新导入：{'、'.join(lost)}。")
    return (*problems, *_vector_problems(vectors, {name: stored.chunk_count for name, stored in infos.items()}, bool(unfinished)))


def _vector_problems(vectors: VectorIndex, counts: Mapping[str, int], is_unfinished: bool) -> tuple[str, ...]:
    expected = sum(counts.values())
    try:
        present = vectors.count()
        others = vectors.other_models()
        is_of_others = present == expected and vectors.lacks([(name, count - 1) for name, count in counts.items() if count])
    except VectorIndexError:
        return (f"向量索引无法读取。{REMEDY}",)
    if not present and expected and others:
        return (f"向量索引由另一个模型生成（{'、'.join(others)}），检索时不采用。{REMEDY}",)
    if present != expected and not is_unfinished:
        return (f"向量索引有 {present} 段，应有 {expected} 段。{REMEDY}",)
    return (f"向量索引里的段落与知识库的文件不一致。{REMEDY}",) if is_of_others else ()
