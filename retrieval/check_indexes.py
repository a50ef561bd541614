"""Whether the vector index holds what SQL says it should."""

from __future__ import annotations

from pathlib import Path

from retrieval.errors import VectorIndexError
from retrieval.figure_store import FigureStore
from retrieval.vector_index import VectorIndex

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
    expected = sum(stored.chunk_count for stored in infos.values())
    return (*problems, *_vector_problems(vectors, expected, bool(unfinished)))


def _vector_problems(vectors: VectorIndex, expected: int, is_unfinished: bool) -> tuple[str, ...]:
    try:
        present = vectors.count()
        others = vectors.other_models()
    except VectorIndexError:
        return (f"向量索引无法读取。{REMEDY}",)
    if not present and expected and others:
        return (f"向量索引由另一个模型生成（{'、'.join(others)}），检索时不采用。{REMEDY}",)
    if present != expected and not is_unfinished:
        return (f"向量索引有 {present} 段，应有 {expected} 段。{REMEDY}",)
    return ()
