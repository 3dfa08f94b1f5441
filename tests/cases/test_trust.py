"""Hostile or unlucky input: bounded work, the same result in every environment, one line instead of a traceback."""

from __future__ import annotations

import contextlib
import io
import json as text_json
import struct
import zipfile
from decimal import localcontext
from pathlib import Path

import attrs
import pytest

from aseansc import AseanscError, Value
from aseansc.audit import USUAL
from aseansc.datasets import skeleton
from aseansc.interchange import csv, excel, json
from aseansc.units import Unit, household, kilogram, tonne
from aseansc.values import Qualifier
from tests.growth import peak_megabytes, slope
from tests.test_cli import main_quietly

REFUSED = 256  # megabytes for the whole process that refuses an input


def members(module) -> dict[str, bytes]:
    """Return the archive members of the skeleton in a format."""
    stream = io.BytesIO()
    module.dump(skeleton.load(), stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def document(**more: object) -> str:
    """Return the skeleton's JSON document with records added to its lists."""
    base = text_json.loads(json.dumps(skeleton.load()))
    return text_json.dumps({**base, **{name: base.get(name, []) + records for name, records in more.items()}})


def refuse_or_read(loads, content):
    def work():
        with contextlib.suppress(AseanscError):
            loads(content)

    return work


# -- bounded work

LOAD = """
import sys
from aseansc import AseanscError
from aseansc.interchange import csv, excel
try:
    {"csv": csv, "excel": excel}[sys.argv[1]].load(sys.argv[2])
except AseanscError:
    pass
"""


def test_many_cells_that_refer_to_one_long_string_are_refused(tmp_path: Path):
    files = members(excel)
    strings, sheet = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
    index = files[strings].count(b"<si>")
    files[strings] = files[strings].replace(b"</sst>", b"<si><t>" + b"x" * 10**6 + b"</t></si></sst>")
    cells = b"".join(b'<c r="A%d" t="s"><v>%d</v></c>' % (50 + row, index) for row in range(300))
    files[sheet] = files[sheet].replace(b"</sheetData>", b'<row r="50">' + cells + b"</row></sheetData>")
    path = tmp_path / "strings.xlsx"
    path.write_bytes(packed(files))
    assert peak_megabytes(LOAD, "excel", str(path)) < REFUSED


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["deflate", "bzip2", "lzma"]
)
def test_an_archive_that_understates_its_sizes_is_refused(tmp_path: Path, method: int):
    size = (300 if method == zipfile.ZIP_DEFLATED else 20) * 2**20
    content = bytearray(packed({**members(csv), "observations.csv": b"0" * size}, method))
    entry = content.find(b"PK\x01\x02")
    while entry >= 0:
        length = struct.unpack_from("<H", content, entry + 28)[0]
        if bytes(content[entry + 46 : entry + 46 + length]) == b"observations.csv":
            struct.pack_into("<L", content, entry + 24, 100)
        entry = content.find(b"PK\x01\x02", entry + 4)
    path = tmp_path / "sizes.zip"
    path.write_bytes(content)
    assert peak_megabytes(LOAD, "csv", str(path)) < REFUSED


def test_sections_are_read_in_linear_time():
    def work(count):
        sections = [{"id": f"s{number}", "name": {"en": "x"}} for number in range(count)]
        return refuse_or_read(json.loads, document(sections=sections))

    assert slope(work, (1000, 2000, 4000), runs=1) < 1.2


def test_misspelt_references_are_reported_in_linear_time():
    base = text_json.loads(json.dumps(skeleton.load()))

    def work(count):
        names = [f"ind-{number}-poverty-rate-long-name" for number in range(count)]
        indicators = [{**base["indicators"][0], "id": name} for name in names]
        figures = [
            {**base["observations"][0], "id": f"o{number}", "indicator": name.replace("name", "nome")}
            for number, name in enumerate(names)
        ]
        return refuse_or_read(json.loads, document(indicators=indicators, observations=figures))

    assert slope(work, (100, 200, 400), runs=1) < 1.2


def test_unknown_columns_are_reported_in_linear_time():
    files = members(csv)

    def work(count):
        head = b",".join(b"c%d" % number for number in range(count)) + b"\r\n"
        return refuse_or_read(csv.load, io.BytesIO(packed({**files, "observations.csv": head})))

    assert slope(work, (5000, 10_000, 20_000), runs=1) < 1.2


def test_a_package_of_many_empty_resources_is_refused(tmp_path: Path):
    content = b'{"resources":[' + b"{}," * 5 * 10**6 + b"{}]}"
    path = tmp_path / "resources.zip"
    path.write_bytes(packed({**members(csv), "datapackage.json": content}))
    assert peak_megabytes(LOAD, "csv", str(path)) < REFUSED


# -- the same result everywhere


def test_a_convention_does_not_depend_on_the_ambient_precision():
    about = Value.parse("about 123456 person")
    expected = USUAL.interval(about)
    with localcontext() as context:
        context.prec = 3
        assert USUAL.interval(about) == expected


def test_a_unit_declared_twice_is_refused():
    school = Unit.counting("schoolhouse", en="schoolhouse", vi="ngôi trường")
    with pytest.raises(AseanscError, match="schoolhouse"):
        attrs.evolve(skeleton.load(), units=(school, school))


# -- terminal and files


def test_no_control_character_of_a_document_reaches_the_terminal(tmp_path: Path):
    review = text_json.loads(json.dumps(skeleton.load()))
    review["title"]["en"] = "Results \x9b31mred\x9b0m \u202egnirts\u202c end"
    path = tmp_path / "review.json"
    path.write_text(text_json.dumps(review), encoding="utf-8")
    _, out, err = main_quietly("show", str(path))
    assert not {"\x9b", "\u202e", "\u202c"} & set(out + err)


def test_no_control_character_of_a_member_name_reaches_a_message():
    content = packed({"xl/vbaProject\x1b[31m.bin": b"x"})
    with pytest.raises(AseanscError) as caught:
        excel.load(io.BytesIO(content))
    assert "\x1b" not in str(caught.value)


def test_a_cycle_of_sections_is_refused(tmp_path: Path):
    sections = [
        {"id": "one", "name": {"en": "One"}, "broader": "two"},
        {"id": "two", "name": {"en": "Two"}, "broader": "one"},
    ]
    path = tmp_path / "cycle.json"
    path.write_text(document(sections=sections), encoding="utf-8")
    status, _, err = main_quietly("show", str(path))
    assert status == 1
    assert "one" in err


# -- values


@pytest.mark.parametrize(
    ("left", "right"),
    [(Value.exact("2.0", tonne), Value.over(300, kilogram)), (Value.over(300, kilogram), Value.exact("2.0", tonne))],
)
def test_a_sum_in_two_units_with_a_bound_is_a_bound(left: Value, right: Value):
    assert (left + right).qualifier is Qualifier.OVER


def test_the_message_of_a_positional_value_names_the_constructor():
    with pytest.raises(TypeError, match=r"Value\.exact"):
        Value(household, 5)  # type: ignore[misc]
