"""Nothing that is printed acts on a terminal, hides, or reorders the text around it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from aseansc import Text
from aseansc._printable import printable, printable_lines
from aseansc.errors import AseanscError, DocumentError, FieldError

REFUSED = [
    *(chr(number) for number in (*range(0x20), *range(0x7F, 0xA0)) if chr(number) not in "\t\n\r"),
    *map(chr, (*range(0x2028, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC))),
    "\ud800",
    "\udc9b",
    "\ufffe",
    "\uffff",
]
"""What no text of a review holds."""
ESCAPED = [*REFUSED, "\t", "\n", "\r", "\u061c", "\u200e", "\u200f", "\u2061", "\ufeff", "\U000e0001", "\U000e0041"]
"""What is escaped wherever it is printed."""
KEPT = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\xad",
    "\xa0",
    "ệ",
    "e\u0323\u0302",
    "ក្រុង",
    "\u1019\u103c\u1014\u103a",
    "\U0001f33e",
]
"""What scripts are written with: zero-width spaces and joiners among them."""


@pytest.mark.parametrize("character", REFUSED, ids=ascii)
def test_a_text_holds_no_character_that_controls_or_reorders(character: str) -> None:
    with pytest.raises(FieldError, match="control character") as refused:
        Text(en=f"Results {character}of 2018")
    assert character not in str(refused.value)


@pytest.mark.parametrize("kept", [*KEPT, "\t", "\n", "\r\n", "\u200e", "\u200f", "\u061c"], ids=ascii)
def test_a_text_holds_what_its_script_is_written_with(kept: str) -> None:
    assert Text(en=f"a{kept}b").en == f"a{kept}b"


@pytest.mark.parametrize("character", ESCAPED, ids=ascii)
def test_what_is_escaped_reads_as_python_writes_it(character: str) -> None:
    assert printable(f"a{character}b") == f"a{ascii(character)[1:-1]}b"


@pytest.mark.parametrize("kept", KEPT, ids=ascii)
def test_what_scripts_are_written_with_is_printed_as_it_is(kept: str) -> None:
    assert printable(kept) == printable_lines(kept) == kept


def test_lines_and_tabs_may_be_kept() -> None:
    assert printable_lines("a\r\nb\rc\n\td\x1b\u2028") == "a\nb\nc\n\td\\x1b\\u2028"


@given(st.text())
def test_what_is_printed_has_no_control_character(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert {unicodedata.bidirectional(character) for character in shown}.isdisjoint(
        {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    assert printable(shown) == shown
    shown.encode()


BAD = "x\x1b[31m\x9b0m\u202e\ny"


@pytest.mark.parametrize("part", ["problem", "where", "got", "expected", "way_out"])
def test_no_part_of_a_message_reaches_a_terminal_as_it_is(part: str) -> None:
    error = AseanscError(**{"problem": "no", part: BAD})
    assert str(error).isprintable()
    assert r"x\x1b[31m\x9b0m\u202e\ny" in str(error)
    assert getattr(error, part) == BAD


def test_a_value_at_fault_shows_itself_without_control_characters() -> None:
    class Odd:
        def __repr__(self) -> str:
            return BAD

    assert str(FieldError("no", got=Odd())).isprintable()


def test_many_problems_take_one_line_each() -> None:
    error = DocumentError(BAD, problems=(FieldError(BAD), FieldError("two", where=BAD)))
    assert len(str(error).splitlines()) == 3
    assert all(line.isprintable() for line in str(error).splitlines())
