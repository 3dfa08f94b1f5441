"""The limits that the page about untrusted input states are those of the code."""

from __future__ import annotations

from pathlib import Path

from aseansc._decimals import EXPONENT_LIMIT
from aseansc.documents import _html, _parts, _programs, _sheets
from aseansc.interchange import _archives, _xml
from aseansc.interchange._document import read_json, scalars
from aseansc.interchange.csv import _read_rows
from aseansc.interchange.excel import _check_parts

PAGE = Path(__file__).parent.parent / "docs/explanation/untrusted-input.md"


def test_the_page_states_the_limits_of_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    megabyte = 2**20
    for stated in (
        f"| {_archives.LARGEST // megabyte} MB; {_archives.MOST_MEMBERS:,} members of an archive |",
        f"| memory of {read_json._MOST_BYTES // 10**6} MB, or {read_json._BYTES_OF_CHARACTER} bytes for each character |",
        f"| memory of {_xml._MOST_BYTES // 10**6} MB, or {_xml._BYTES_OF_CHARACTER} bytes for each character;",
        f"| {_read_rows.LONGEST_CELL:,} characters a cell |",
        f"| {_check_parts._MOST_ELEMENTS:,} XML tags; {_check_parts._MOST_CHARACTERS // megabyte} MB of cells; "
        f"sheets of {_check_parts._LEAST_AREA:,} places",
        f"| {_parts._MOST_ELEMENTS:,} XML elements, nested at most {_parts._DEEPEST} deep; {_sheets.MOST_CELLS:,} cells |",
        f"| {_html._LARGEST // megabyte} MB; {_html._MOST_TAGS:,} tags; {_html._MOST_CELLS:,} cells |",
        f"at most {_programs.MEMORY // 2**30} GB of memory |",
        f"| −{EXPONENT_LIMIT} to {EXPONENT_LIMIT} |",
        f"| {scalars.MOST_PROBLEMS:,} |",
    ):
        assert stated in page, stated
