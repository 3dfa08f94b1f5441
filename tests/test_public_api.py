"""The public names, their docstrings and their form."""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import pkgutil
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import aseansc
from aseansc import _MODULES, errors

NAMES = ["aseansc", *(info.name for info in pkgutil.walk_packages(aseansc.__path__, "aseansc."))]
MODULES = [importlib.import_module(name) for name in NAMES if "._" not in name]
"""All public modules: those without a leading underscore in their name or in that of a package."""

TYPES = [kind for name in aseansc.__all__ if attrs.has(kind := getattr(aseansc, name))]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_module_lists_its_names_sorted_and_once(module: Any) -> None:
    """Sorted as by ruff: constants first, then classes, then functions; digits as numbers."""

    def order(name: str) -> tuple[int, list[str | int]]:
        parts = [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
        return 0 if name.isupper() else 1 if name[0].isupper() else 2, parts

    assert module.__all__ == sorted(set(module.__all__), key=order)
    for name in module.__all__:
        assert getattr(module, name) is not None


def test_the_package_root_exports_exactly_the_listed_names() -> None:
    assert sorted(_MODULES) == aseansc.__all__
    for name, module in _MODULES.items():
        assert getattr(aseansc, name) is getattr(importlib.import_module(f"aseansc.{module}"), name)
    with pytest.raises(AttributeError, match="no attribute 'Valeu'"):
        aseansc.Valeu  # type: ignore[attr-defined]  # noqa: B018
    assert aseansc.__version__


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_types_are_frozen_slotted_and_keyword_only(kind: Any) -> None:
    assert not hasattr(kind, "__dict__") or "__dict__" not in dir(kind)
    assert kind.__setattr__ is not object.__setattr__
    parameters = inspect.signature(kind).parameters.values()
    assert all(item.kind is item.KEYWORD_ONLY for item in parameters)
    assert getattr(kind, "__final__", False)


@pytest.mark.parametrize("name", aseansc.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    thing = getattr(aseansc, name)
    if inspect.isclass(thing) or inspect.isfunction(thing):
        assert inspect.getdoc(thing)
        for member, what in vars(thing).items():
            if (
                inspect.isclass(thing)
                and not member.startswith("_")
                and (inspect.isfunction(what) or isinstance(what, property))
            ):
                assert inspect.getdoc(what), f"{name}.{member}"


def test_every_error_has_the_common_base_and_a_builtin_parent() -> None:
    kinds = [kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, Exception)]
    for kind in kinds:
        if kind is errors.AseanscError:
            continue
        assert issubclass(kind, errors.AseanscError)
        parents = (ValueError, TypeError, LookupError, ArithmeticError, ImportError, AssertionError)
        assert any(issubclass(kind, parent) for parent in parents)


@given(st.one_of([st.from_type(kind) for kind in TYPES]))
def test_copies_are_equal_and_every_type_has_a_repr(item: Any) -> None:
    """Copies, deep copies and unpickled objects are equal to the original and have the same hash."""
    for twin in (copy.copy(item), copy.deepcopy(item), pickle.loads(pickle.dumps(item))):
        assert twin == item
        assert hash(twin) == hash(item)
    assert repr(item)
