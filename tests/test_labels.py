"""Labels: names of codes for people."""

from __future__ import annotations

import importlib
import pkgutil
import string

import pytest

import aseansc
from aseansc._label_table import LABELS
from aseansc.codelists import CodeList
from aseansc.errors import FieldError
from aseansc.labels import LANGUAGES, label

for found in pkgutil.walk_packages(aseansc.__path__, "aseansc."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)

CODE_LISTS = [each for each in CodeList.__subclasses__() if not each.__module__.startswith("aseansc.interchange")]
"""All code lists except those of other standards."""


@pytest.mark.parametrize("code_list", CODE_LISTS, ids=lambda each: each.__name__)
def test_every_code_has_a_label_in_every_language(code_list: type[CodeList]) -> None:
    assert set(LABELS[code_list.__name__]) == {code.value for code in code_list}
    for code in code_list:
        assert all(label(code, lang).strip() for lang in LANGUAGES)


def fields_of(text: str) -> list[str]:
    return [field for _, field, _, _ in string.Formatter().parse(text) if field]


def test_every_label_is_of_a_code_list() -> None:
    assert set(LABELS) == {each.__name__ for each in CODE_LISTS}


def test_the_labels_of_a_code_have_the_same_fields_in_every_language() -> None:
    for labels in LABELS.values():
        for words in labels.values():
            assert len(words) == len(LANGUAGES)
            assert len({frozenset(fields_of(text)) for text in words}) == 1


def test_a_language_without_labels_is_refused() -> None:
    with pytest.raises(FieldError, match="unknown language"):
        label(next(iter(CODE_LISTS[0])), "lo")  # type: ignore[arg-type]
