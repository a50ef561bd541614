"""The committed sample documents are what the generator writes, and worth asking about."""

from __future__ import annotations

from pathlib import Path

from eval.write_samples import FOLDER, SAMPLES, sample_documents, write_samples

SIZE_LIMIT_BYTES = 1_500_000


def test_the_committed_samples_are_what_the_generator_writes(tmp_path: Path) -> None:
    written = write_samples(tmp_path)
    assert {path.name for path in written} | {"README.md"} == {path.name for path in FOLDER.iterdir()}
    for path in written:
        assert path.read_bytes() == (FOLDER / path.name).read_bytes(), f"{path.name}: run python -m eval.write_samples"


def test_the_samples_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < SIZE_LIMIT_BYTES


def test_the_samples_cover_departments_years_kinds_and_formats() -> None:
    documents = sample_documents()
    assert len(documents) >= 8
    assert len({document.organization for document in documents.values()}) == 4
    assert {(document.year, document.kind) for document in documents.values()} == {
        (year, kind) for year in (2023, 2024) for kind in ("预算", "决算")
    }
    suffixes = [Path(sample.file_name).suffix for sample in SAMPLES]
    assert suffixes.count(".pdf") >= 2
    assert {".txt", ".md"} <= set(suffixes)


def test_every_sample_department_has_units_duties_and_projects() -> None:
    for document in sample_documents().values():
        assert len(document.units) > 1
        assert len(document.duties) >= 14
        assert document.projects
        assert all(project.indicators for project in document.projects)
