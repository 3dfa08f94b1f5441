"""Printed text cannot control a terminal, hide, or reorder the text around it."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from aseansc import Text
from aseansc._printable import printable, printable_lines
from aseansc.cli import main
from aseansc.cli._datasets import load_any
from aseansc.cli._output import as_json
from aseansc.datasets import skeleton
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange import json as json_documents

REFUSED = [
    *(chr(number) for number in (*range(0x20), *range(0x7F, 0xA0)) if chr(number) not in "\t\n\r"),
    *map(chr, (*range(0x2028, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC))),
    "\ud800",
    "\udc9b",
    "\ufffe",
    "\uffff",
]
"""Characters that are not allowed in texts of a review."""
ESCAPED = [*REFUSED, "\t", "\n", "\r", "\u061c", "\u200e", "\u200f", "\u2061", "\ufeff", "\U000e0001", "\U000e0041"]
"""Characters that are escaped in all output."""
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
"""Characters that scripts need, such as zero-width spaces and joiners."""


@pytest.mark.parametrize("character", REFUSED, ids=ascii)
def test_a_text_with_a_character_that_controls_or_reorders_is_an_error(character: str) -> None:
    with pytest.raises(FieldError, match="control character") as refused:
        Text(en=f"Results {character}of 2018")
    assert character not in str(refused.value)


@pytest.mark.parametrize("kept", [*KEPT, "\t", "\n", "\r\n", "\u200e", "\u200f", "\u061c"], ids=ascii)
def test_a_text_may_have_the_characters_that_its_script_needs(kept: str) -> None:
    assert Text(en=f"a{kept}b").en == f"a{kept}b"


@pytest.mark.parametrize("character", ESCAPED, ids=ascii)
def test_characters_are_escaped_as_in_python(character: str) -> None:
    assert printable(f"a{character}b") == f"a{ascii(character)[1:-1]}b"


@pytest.mark.parametrize("kept", KEPT, ids=ascii)
def test_the_characters_of_scripts_are_not_escaped(kept: str) -> None:
    assert printable(kept) == printable_lines(kept) == kept


def test_line_ends_and_tabs_can_be_kept() -> None:
    assert printable_lines("a\r\nb\rc\n\td\x1b\u2028") == "a\nb\nc\n\td\\x1b\\u2028"


@given(st.text())
def test_escaped_text_has_no_control_characters(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert {unicodedata.bidirectional(character) for character in shown}.isdisjoint(
        {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )
    assert printable(shown) == shown
    shown.encode()


BAD = "x\x1b[31m\x9b0m\u202e\ny"


@pytest.mark.parametrize("part", ["problem", "where", "got", "expected", "hint"])
def test_every_part_of_a_message_is_escaped(part: str) -> None:
    error = AseanscError(**{"problem": "no", part: BAD})
    assert str(error).isprintable()
    assert r"x\x1b[31m\x9b0m\u202e\ny" in str(error)
    assert getattr(error, part) == BAD


def test_the_wrong_value_is_shown_without_control_characters() -> None:
    class Odd:
        def __repr__(self) -> str:
            return BAD

    assert str(FieldError("no", got=Odd())).isprintable()


def test_each_problem_takes_one_line() -> None:
    error = DocumentError(BAD, problems=(FieldError(BAD), FieldError("two", where=BAD)))
    assert len(str(error).splitlines()) == 3
    assert all(line.isprintable() for line in str(error).splitlines())


# -- the command line

C0_C1_AND_BIDI = "\x1b[31m\x9b31m\x9d0;owned\x9c\u202e\x07\r\udc9b"


def refused_by(call: Callable[[], object]) -> str:
    with pytest.raises(AseanscError) as error:
        call()
    return str(error.value)


def is_safe(printed: str) -> bool:
    return printable_lines(printed) == printed


def documents(folder: Path, odd: str) -> dict[str, Path]:
    """Write a file of each format with an unusual name in a position that the error message shows."""
    plain = json.loads(json_documents.dumps(skeleton.load()))
    plain[odd] = plain["title"]["en"] = f"Results {odd}"
    files = {"json": folder / "odd.json", "archive": folder / "odd.zip", "workbook": folder / "odd.xlsx"}
    files["json"].write_text(json.dumps(plain), encoding="utf-8")
    for name in ("archive", "workbook"):
        with zipfile.ZipFile(files[name], "w") as archive:
            archive.writestr("xl/vbaProject" + odd.encode("utf-8", "replace").decode() + ".bin", b"x")
            archive.writestr(
                "datapackage.json", b'{"resources": [{"name": "\\u009b31m", "path": "\\u202e"}], "\\u009b": 1}'
            )
    files["xml"] = folder / "odd.xml"
    files["xml"].write_text('<a\u0600b xmlns="\u202e\x9b"><c d="\x9b\u202e"/></a\u0600b>', encoding="utf-8")
    files["csv"] = folder / "odd.csv"
    files["csv"].write_text("STRUCTURE,\u202e\x9b\x1b[31m\ndataflow,\x9b\n", encoding="utf-8")
    files["python"] = folder / "odd.py"
    files["python"].write_text("def load():\n    raise ValueError('\\x9b31m\\u202e\\x1b[0m')\n", encoding="utf-8")
    return files


def test_names_in_documents_are_escaped(tmp_path: Path) -> None:
    for name, file in documents(tmp_path, C0_C1_AND_BIDI).items():
        message = refused_by(lambda file=file: load_any(str(file)))
        assert is_safe(message), name


def test_arguments_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = "x\x1b[31m\x9b31m\u202e"
    file = str(tmp_path / odd)
    for arguments in (
        ["show", odd],
        ["show", f"{file}.json"],
        ["show", "skeleton", "--lang", odd],
        ["show", "skeleton", "--status", odd],
        ["show", "skeleton", "--indicator", odd],
        ["show", "skeleton", f"--{odd}"],
        ["verify", "skeleton", "--text", file],
        ["convert", "skeleton", f"{file}.xml", "--to", "iati"],
        ["convert", "skeleton", f"{file}.{odd}"],
        ["template", f"{file}.txt"],
        ["template", f"{file}.py"],
        ["draft", f"{file}.txt", "-o", f"{file}.json", "--period", odd],
        [odd],
        ["audit", f"{file}.py"],
        ["show", "--help"],
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        printed = capsys.readouterr()
        assert is_safe(printed.out), arguments
        assert is_safe(printed.err), arguments
        assert printed.out + printed.err


def test_direction_marks_are_escaped_and_lines_fit_80_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = "Kết quả \u200e\u061c\ufeff\U000e0041" * 6 + "."
    plain = json.loads(json_documents.dumps(skeleton.load()))
    for text in (plain["title"], plain["programme"], *(item["name"] for item in plain["indicators"])):
        text["en"] = marked
    file = tmp_path / "marked.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    indicator = plain["indicators"][0]["id"]
    for arguments in (["show", str(file)], ["show", str(file), "--indicator", indicator]):
        with pytest.raises(SystemExit):
            main(arguments)
        printed = capsys.readouterr().out
        assert is_safe(printed)
        assert "\\u200e" in printed
        assert max(map(len, printed.splitlines())) <= 80


@given(st.text())
def test_printed_json_is_the_same_document(text: str) -> None:
    printed = as_json({text: text.encode("utf-8", "replace").decode()})
    assert is_safe(printed)
    assert json.loads(printed) == {text: text.encode("utf-8", "replace").decode()}


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16", "cp1258"])
def test_output_works_with_a_terminal_of_any_encoding(encoding: str) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    with redirect_stdout(terminal), suppress(SystemExit):
        main(["show", "skeleton", "--lang", "vi"])
    terminal.flush()
    assert terminal.buffer.getvalue()  # type: ignore[attr-defined]
