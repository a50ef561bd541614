from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from knowledge_documents import invented_document
from sqlalchemy import create_engine, event, inspect

from ingest.document import Document, DocumentInfo, Figure, Place
from ingest.quantity import Quantity
from retrieval.errors import OutdatedStoreError
from retrieval.store.figure_store import FigureStore

DOCUMENT = invented_document()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FigureStore]:
    opened = FigureStore(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()


@pytest.mark.parametrize("number", ["0", "0.00", "-0.10", "1234567890123456789.0123", "0.30000000000000004", "1E+3", "+0"])
def test_money_keeps_every_printed_digit(store: FigureStore, number: str) -> None:
    figure = Figure(0, ("合计",), ("金额",), number, Quantity(Decimal(number), "万元"), Place(), (1, 1))
    store.insert(dataclasses.replace(DOCUMENT, figures=(figure,)))
    loaded = store.load(DOCUMENT.info.id)
    assert loaded is not None
    quantity = loaded.figures[0].quantity
    assert quantity is not None
    assert str(quantity.number) == str(Decimal(number))


def test_document_without_anything_comes_back(store: FigureStore) -> None:
    empty = Document(DocumentInfo("0", "空.txt"))
    store.insert(empty)
    assert store.load("0") == empty


def test_no_half_document_is_read_while_another_process_removes_it(tmp_path: Path, store: FigureStore) -> None:
    store.insert(DOCUMENT)
    remover = FigureStore(f"sqlite:///{tmp_path / 'store.sqlite'}")
    removals = iter([lambda: remover.delete(DOCUMENT.info.id)])

    def remove_after_the_first_query(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            next(removals, lambda: None)()

    event.listen(store._engine, "after_cursor_execute", remove_after_the_first_query)
    assert store.load(DOCUMENT.info.id) == DOCUMENT
    assert store.load(DOCUMENT.info.id) is None
    remover.close()


def test_many_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    program = f"from retrieval.store.figure_store import FigureStore; FigureStore('sqlite:///{tmp_path / 'new.sqlite'}')"
    root = Path(__file__).resolve().parent.parent
    started = [subprocess.Popen([sys.executable, "-c", program], cwd=root) for _ in range(6)]
    assert [process.wait() for process in started] == [0] * 6


def test_document_is_hidden_until_published(store: FigureStore) -> None:
    store.insert(DOCUMENT)
    assert store.infos() == {}
    assert store.documents_with_label("差旅费") == ()
    store.publish(DOCUMENT.info.id)
    assert list(store.infos()) == [DOCUMENT.info.id]
    assert store.documents_with_label("差 旅费") == (DOCUMENT.info.id,)


@pytest.mark.usefixtures("store")
def test_database_of_another_version_is_refused(tmp_path: Path) -> None:
    with create_engine(f"sqlite:///{tmp_path / 'store.sqlite'}").begin() as connection:
        connection.exec_driver_sql("UPDATE state SET value = 1 WHERE name = 'schema'")
    with pytest.raises(OutdatedStoreError, match="重新导入"):
        FigureStore(f"sqlite:///{tmp_path / 'store.sqlite'}")


def test_every_visible_change_has_a_new_revision(store: FigureStore) -> None:
    seen = [store.revision()]
    store.insert(DOCUMENT)
    assert store.revision() == seen[0]
    for change in (store.publish, lambda _id: store.update_info(DOCUMENT.info), lambda _id: store.touch(), store.hide):
        change(DOCUMENT.info.id)
        seen.append(store.revision())
    assert seen == sorted(set(seen))


def test_deleted_document_leaves_no_rows(tmp_path: Path, store: FigureStore) -> None:
    store.insert(DOCUMENT)
    store.delete(DOCUMENT.info.id)
    with create_engine(f"sqlite:///{tmp_path / 'store.sqlite'}").connect() as connection:
        tables = [name for name in inspect(connection).get_table_names() if name != "state"]
        counts = {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables}
    assert set(counts.values()) == {0}


def test_label_and_quantity_look_ups_use_an_index(tmp_path: Path, store: FigureStore) -> None:
    store.insert(DOCUMENT)
    looked_up = ("labels WHERE label", "figures WHERE quantity_key", "statements WHERE quantity_key", "figures WHERE document_id")
    with create_engine(f"sqlite:///{tmp_path / 'store.sqlite'}").connect() as connection:
        for condition in looked_up:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT * FROM {condition} = 'x'").fetchone()
            assert plan is not None
            assert plan.detail.startswith("SEARCH")  # not SCAN
