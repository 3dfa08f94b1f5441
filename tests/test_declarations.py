"""How classes are declared: attrs flags that no single record shows."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import attrs
import pytest

import aseansc
import aseansc.interchange
from aseansc._attrs import Record
from aseansc.codelists import CodeList
from aseansc.interchange._tables.columns import LONG, tables
from tests._recorded import require_recorded

HEAVY = (
    "aseansc.datasets",
    "aseansc.cli",
    "aseansc.plots",
    "aseansc.frames.",
    "aseansc.documents.",
    "aseansc.__main__",
)
"""Modules that are slow to import, and have no records."""
OWN_REPR = {"Review", "Audit", "Draft", "Series", "RelativeReading"}
"""Records that print a summary, or without defaults."""
OWN_EQ = {"Span"}


@pytest.fixture(scope="module")
def classes() -> list[type]:
    names = [info.name for info in pkgutil.walk_packages(aseansc.__path__, "aseansc.")]
    return list(dict.fromkeys(found for name in names if not name.startswith(HEAVY) for found in _classes(name)))


def _classes(name: str) -> Iterator[type]:
    for found in vars(importlib.import_module(name)).values():
        if inspect.isclass(found) and found.__module__.startswith("aseansc"):
            yield found


def test_records_are_frozen_slotted_and_made_with_keywords_and_compare_as_record_does(classes: list[type]) -> None:
    records = [found for found in classes if issubclass(found, Record) and attrs.has(found)]
    assert len(records) > 50
    for record in records:
        assert "__slots__" in vars(record), record
        assert record.__setattr__ is not object.__setattr__, record
        assert all(field.kw_only for field in attrs.fields(record)), record
        assert ("__eq__" in vars(record)) is (record.__name__ in OWN_EQ), record
        assert ("__repr__" in vars(record)) is (record.__name__ in OWN_REPR), record


def test_public_classes_are_frozen_and_made_with_keywords() -> None:
    names = [info.name for info in pkgutil.walk_packages(aseansc.__path__, "aseansc.")]
    modules = [importlib.import_module(name) for name in names if not name.startswith(HEAVY)]
    exported = [getattr(module, name) for module in modules for name in getattr(module, "__all__", ())]
    public = [found for found in exported if inspect.isclass(found) and attrs.has(found)]
    assert len(public) > 50
    for found in public:
        assert found.__setattr__ is not object.__setattr__, found
        assert all(field.kw_only for field in attrs.fields(found)), found


def test_a_frozen_class_refuses_other_fields(classes: list[type]) -> None:
    slotted = [found for found in classes if attrs.has(found) and found.__setattr__ is not object.__setattr__]
    assert [found for found in slotted if "__slots__" not in vars(found)] == []


def test_codes_are_their_values(classes: list[type]) -> None:
    lists = [found for found in classes if issubclass(found, CodeList) and found is not CodeList]
    assert len(lists) > 30
    for codes in lists:
        assert [str(code) for code in codes] == [code.value for code in codes], codes
        assert all(codes(code.value) is code for code in codes), codes


def test_the_columns_of_tables_are_as_recorded() -> None:
    lines = []
    for table in [*tables().values(), LONG]:
        lines.append(f"{table.name}: {dict(table.refers)}")
        for column in table.columns:
            marks = [mark for mark in ("required", "is_figure") if getattr(column, mark)]
            parts = {name: getattr(column, name) for name in ("absent", "absent_at", "default", "pattern")}
            found = ", ".join(f"{name} {part}" for name, part in parts.items() if part)
            lines.append(f"  {column.name} {column.form.name} {column.path} {marks} {len(column.codes)} codes {found}")
    lines += [
        f"draft {table.name}: {[column.name for column in table.columns]}" for table in tables(draft=True).values()
    ]
    require_recorded("columns.txt", lines)
