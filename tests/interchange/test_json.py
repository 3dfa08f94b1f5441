"""The canonical document loses nothing, invalid documents get every problem, hostile ones are refused quickly."""

from __future__ import annotations

import io
import json as plain_json
import random
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from aseansc import Absent, Observation, Period, Review, Text, Value
from aseansc.datasets import lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.extras import Extra
from aseansc.interchange import _files, json
from aseansc.interchange._document import read_json, structure, write_json
from aseansc.interchange._document.scalars import OddNumber, RepeatedKeys, one_document
from aseansc.interchange._document.write_json import write
from aseansc.observations import SamplingError
from aseansc.strategies import drafts, reviews
from aseansc.units import Unit, UnitKind
from tests.interchange._documents import VALUES, mutated, places_in
from tests.test_records import records_in

GOLDEN = Path(__file__).parent.parent / "golden" / "json"
SKELETON = json.dumps(skeleton.load())


# -- round trips


@given(reviews())
def test_a_review_is_equal_after_writing_and_reading(review: Review) -> None:
    assert json.loads(json.dumps(review)) == review
    assert json.losses(review) == ()


@given(drafts())
def test_a_draft_is_equal_after_writing_and_reading(draft: Draft) -> None:
    assert json.loads_draft(json.dumps(draft)) == draft


@pytest.mark.parametrize("end", ["size", "upper"])
def test_a_sampling_error_with_a_gap_is_equal_after_writing_and_reading(end: str) -> None:
    draft = Draft.of(skeleton.load())
    error = PartialRecord(SamplingError, {"form": Gap(reason=Text(en="?")), end: Decimal("1.50")})
    draft = draft.fill("observations[0].sampling_error", error)
    assert json.loads_draft(json.dumps(draft)) == draft


@given(drafts())
def test_loading_a_draft_as_a_review_reports_each_gap_at_its_path(draft: Draft) -> None:
    document = json.dumps(draft)
    try:
        finished = json.loads(document)
    except DocumentError as error:
        reported = {problem.where.partition(", from ")[0] for problem in error.problems}
        assert {f"$.{where}" for where, _ in draft.gaps} <= reported
    else:
        assert finished == draft.finish()


@given(reviews(max_figures=2))
def test_equal_reviews_have_the_same_bytes(review: Review) -> None:
    again = json.loads(json.dumps(review))
    assert json.dumps(again) == json.dumps(review)
    assert json.loads_draft(json.dumps(review)) == Draft.of(review)


def test_keys_are_sorted_and_decimals_are_strings() -> None:
    document = json.dumps(lai_chau.load())

    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert [key for key, _ in pairs] == sorted(key for key, _ in pairs)
        return dict(pairs)

    def refuse(text: str) -> None:
        pytest.fail(f"{text} is a JSON number with a point")

    found = plain_json.loads(document, object_pairs_hook=check, parse_float=refuse)
    assert {"schema": "aseansc/review", "version": 2}.items() <= found.items()
    assert '"magnitude": "40.40"' in document
    assert "Tỷ lệ hộ nghèo" in document


def test_changing_one_field_changes_one_line() -> None:
    document = json.dumps(lai_chau.load())
    changed = document.replace('"magnitude": "40.40"', '"magnitude": "40.41"', 1)
    before, after = document.splitlines(), json.dumps(json.loads(changed)).splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


# -- files of released versions


def test_the_golden_document_of_the_current_version_is_still_written() -> None:
    assert (GOLDEN / f"skeleton-{json.VERSION}.json").read_text(encoding="utf-8") == SKELETON


# -- paths and files


def test_reads_and_writes_paths_and_open_files(tmp_path: Path) -> None:
    review = skeleton.load()
    json.dump(review, tmp_path / "a.json")
    json.dump(review, str(tmp_path / "b.json"))
    with (tmp_path / "c.json").open("w", encoding="utf-8", newline="") as text:
        json.dump(review, text)
    with (tmp_path / "d.json").open("wb") as binary:
        json.dump(review, binary)
    contents = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(contents) == 1
    assert json.load(tmp_path / "a.json") == json.load(io.BytesIO(*contents)) == review
    assert json.load(io.StringIO(contents.pop().decode())) == review
    assert json.load_draft(tmp_path / "a.json") == Draft.of(review)


def test_a_failed_write_leaves_the_old_file_unchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "review.json"
    path.write_text("as it was", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(_files.os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        json.dump(skeleton.load(), path)
    assert path.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FileNotFoundError):
        json.dump(skeleton.load(), tmp_path / "nowhere" / "review.json")
    with pytest.raises(IsADirectoryError):
        json.dump(skeleton.load(), tmp_path)


@pytest.mark.parametrize("wrong", [None, 5, b"bytes", ["review.json"]])
def test_refuses_arguments_that_are_neither_paths_nor_files(wrong: Any) -> None:
    with pytest.raises(FieldTypeError, match="neither a path nor a file"):
        json.load(wrong)
    with pytest.raises(FieldTypeError, match="neither a path nor a file"):
        json.dump(skeleton.load(), wrong)
    with pytest.raises(FieldTypeError):
        json.dumps(wrong)
    with pytest.raises(FieldTypeError):
        json.losses(wrong)


# -- problems and their paths


def changed(path: str, value: Any) -> str:
    """Return the document of the skeleton with the value at a path replaced."""
    document = plain_json.loads(SKELETON)
    around, *rest = path.replace("[", ".").replace("]", "").split(".")
    place: Any = document
    steps = [around, *rest]
    for step in steps[:-1]:
        place = place[int(step) if step.isdigit() else step]
    place[int(steps[-1]) if steps[-1].isdigit() else steps[-1]] = value
    return plain_json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("title", None, "of the wrong type; got None"),
        ("title.en", None, "of the wrong type"),
        ("id", 2018.7, "of the wrong type"),
        ("place", "Lai Châu", "place"),
        ("observations[0].value.magnitude", 5, "in quotes"),
        ("observations[0].value.magnitude", "5,5", "not a decimal number"),
        ("observations[0].value.magnitude", "1e999999999", "not a decimal number"),
        ("observations[0].value.magnitude", "NaN", "not a decimal number"),
        ("observations[0].value.magnitude", "٣", "not a decimal number"),
        ("observations[0].value.unit", "hausehold", "household"),
        ("observations[0].value.oddity", "x", "no such field"),
        ("observations[0].time_collection", "ende", "ende"),
        ("observations[0].time.start", "2018-02-30", "a day that exists"),
        ("observations[0].statuses", "estimated", "a list"),
        ("observations[0].statuses", ["estimated", "estimated"], "twice"),
        ("observations[0].indicator", "no-such-indicator", "no-such-indicator"),
        ("observations[0].note", {"absent": "qualitative"}, "note"),
        ("claims[0].type", "chance", "unknown type of claim"),
        ("observations[0].value.form", "by", "unknown form; got 'by'; expected change"),
        ("mentions[0].content", [1], "got [1]; expected a string, an integer or an object"),
        ("mentions[0].content", True, "got True; expected a string, an integer or an object"),
        ("extra", {"x": 1e300 * 1e10}, "a number that some JSON readers cannot represent exactly"),
        ("extra", {"x": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}, "at most 32 levels"),
        ("version", True, "unknown document version"),
        ("schema", "aseansc/other", "not a document of a review or a draft"),
    ],
)
def test_a_problem_is_reported_with_its_path(path: str, value: Any, message: str) -> None:
    with pytest.raises(DocumentError) as raised:
        json.loads(changed(path, value))
    (problem,) = raised.value.problems
    assert problem.where.startswith(f"$.{path}")
    assert message in str(problem)


def test_all_problems_are_reported_at_once() -> None:
    document = plain_json.loads(SKELETON)
    document["title"]["en"] = 5
    document["observations"][0]["value"]["unit"] = "no_unit"
    document["observations"][2]["surprise"] = document["observations"][2].pop("indicator")
    del document["indicators"][1]["kind"]
    with pytest.raises(DocumentError) as raised:
        json.loads(plain_json.dumps(document))
    assert sorted(problem.where for problem in raised.value.problems) == [
        "$.indicators[1].kind",
        "$.observations[0].value.unit",
        "$.observations[2].indicator",
        "$.observations[2].surprise",
        "$.title.en",
    ]


def test_problems_of_the_whole_review_name_what_they_are_about() -> None:
    document = plain_json.loads(SKELETON)
    document["units"] = [
        {"code": "person", "kind": "count", "dimension": "person", "en": "head", "plural": "heads", "vi": "đầu"}
    ]
    with pytest.raises(DocumentError) as raised:
        json.loads(plain_json.dumps(document))
    assert {(problem.where, problem.problem) for problem in raised.value.problems} == {
        ("$ (Unit 'person')", "the unit code has two different definitions")
    }


def test_a_number_in_extra_data_is_kept_if_it_is_a_double() -> None:
    for number, kept in (
        ("1.5", 1.5), ("0.1", 0.1), ("-0.5", -0.5), ("1e5", 1e5), ("0.30000000000000004", 0.1 + 0.2), ("1e400", None), ("1e-400", None),
        ("0.1000000000000000055511151231257827", None), ("123456789012345678901.5", None), (f"0.{'0' * 50}1", None),
    ):  # fmt: skip
        document = f'{SKELETON.rstrip().removesuffix("}").rstrip()}, "extra": {{"x": {number}}}}}'
        try:
            assert json.loads(document).extra == Extra({"x": kept}), number
        except DocumentError as error:
            assert kept is None, number
            assert "some JSON readers cannot represent exactly" in str(error)


def test_each_of_very_many_resolutions_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_json, "_MOST_KEPT", 3)
    first = skeleton.load().observations[0]
    values = [
        Value(magnitude=Decimal(6 * size), unit=first.value.unit, resolution=Decimal(size))
        for size in (2, 3, 6, 12, 15)
    ]  # type: ignore[union-attr]
    document = plain_json.loads(SKELETON)
    for value in (*values, *values):
        document["observations"][0]["value"] = {
            "magnitude": f"{value.magnitude:f}",
            "unit": "household",
            "resolution": str(value.resolution),
        }
        review = json.loads(plain_json.dumps(document))
        (read,) = (item for item in review.observations if item.id == first.id)
        assert read.value == value
        assert json.loads(json.dumps(review)) == review


def test_problems_of_a_draft_are_reported_with_their_paths() -> None:
    part = PartialRecord(
        Observation, {"id": "x", "value": PartialRecord(Value, {"magnitude": "5"}), "time": Period.year(2018)}
    )
    document = plain_json.loads(json.dumps(Draft(id="a", observations=[part])))
    document["observations"][0]["value"]["magnitude"] = 5
    document["observations"][0]["value"]["surprise"] = 5
    document["observations"].append({"partial": "Review"})
    document["place"] = {"gap": 5}
    with pytest.raises(DocumentError) as raised:
        json.loads_draft(plain_json.dumps(document))
    assert [problem.where for problem in raised.value.problems] == [
        "$.place.gap",
        "$.observations[0].value.magnitude",
        "$.observations[0].value.surprise",
        "$.observations[1].partial",
    ]
    part = PartialRecord(Observation, {"id": "x", "place": "VN"}, proposed=("place",))
    text = json.dumps(Draft(id="a", observations=[part]))
    for old, new, where in (('["place"]', '"place"', "proposed"), ('["place"]', "[5]", "proposed[0]")):
        with pytest.raises(DocumentError) as raised:
            json.loads_draft(text.replace(old, new))
        assert raised.value.problems[0].where == f"$.observations[0].{where}"
    gap = Gap(reason=Text(en="why"))
    assert json.loads_draft(json.dumps(Draft(place=gap))).place == gap


# -- hostile documents

_DEEP = 10_000

HOSTILE: dict[str, str | bytes] = {
    "an empty document": "",
    "truncated": SKELETON[: len(SKELETON) // 2],
    "another encoding": SKELETON.encode("utf-16"),
    "a byte that is not UTF-8": SKELETON.encode() + b"\xff",
    "a byte-order mark": "\ufeff" + SKELETON,
    "a byte-order mark in bytes": ("\ufeff" + SKELETON).encode(),
    "a repeated key": SKELETON.replace('"version": 2', '"version": 2, "version": 2'),
    "a repeated key inside": SKELETON.replace('"place": "', '"place": "x", "place": "', 1),
    "deep lists": "[" * _DEEP + "]" * _DEEP,
    "deep objects": '{"a":' * _DEEP + "1" + "}" * _DEEP,
    "deep in a field": SKELETON.replace('"version": 2', '"note": ' + "[" * _DEEP + "]" * _DEEP + ', "version": 2'),
    "deep extra": SKELETON.replace('"version": 2', '"extra": ' + '{"a":' * 900 + "1" + "}" * 900 + ', "version": 2'),
    "a huge exponent": SKELETON.replace('"version": 2', '"version": 2e999999999'),
    "a huge exponent in extra": SKELETON.replace('"version": 2', '"extra": {"a": 1e999999999}, "version": 2'),
    "a huge number": SKELETON.replace('"version": 2', '"version": ' + "9" * 1_000_000),
    "NaN": SKELETON.replace('"version": 2', '"version": NaN'),
    "NaN in extra": SKELETON.replace('"version": 2', '"extra": {"a": NaN}, "version": 2'),
    "an infinity": SKELETON.replace('"version": 2', '"version": -Infinity'),
    "a long text": SKELETON.replace('"place": "', '"place": "' + "x " * 5_000_000, 1),
    "a long number in quotes": SKELETON.replace('"magnitude": "', '"magnitude": "' + "9" * 10_000_000, 1),
    "a surrogate": SKELETON.replace('"place": "', '"place": "\\ud800', 1),
    "a surrogate in extra": SKELETON.replace('"version": 2', '"extra": {"\\ud800": "a"}, "version": 2'),
    "an unknown version": SKELETON.replace('"version": 2', '"version": 3'),
    "a version in quotes": SKELETON.replace('"version": 2', '"version": "2"'),
    "an unknown field": SKELETON.replace('"version": 2', '"versions": [], "version": 2'),
    "a list": "[]",
    "a number": "5",
    "null": "null",
    "two documents": SKELETON + SKELETON,
    "zero bytes": "\x00" * 100,
    "a zip": b"PK\x03\x04" + b"\x00" * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_within_a_second(name: str) -> None:
    start = time.process_time()
    with pytest.raises(DocumentError) as raised:
        json.loads(HOSTILE[name])
    assert time.process_time() - start < 1
    assert len(str(raised.value)) < 20_000


@pytest.mark.parametrize("wrong", [None, 5, bytearray(b"{}"), {"schema": "aseansc/review"}])
def test_refuses_arguments_that_are_neither_strings_nor_bytes(wrong: Any) -> None:
    with pytest.raises(FieldTypeError, match="not a document"):
        json.loads(wrong)


def read(content: str | bytes) -> None:
    """Read the content, or check that the error and its problems have a location and are errors of the library."""
    for reader in (json.loads, json.loads_draft):
        try:
            reader(content)
        except DocumentError as error:
            assert error.where or all(problem.where for problem in error.problems)
            assert all(isinstance(problem, AseanscError) for problem in error.problems)


@given(mutated(times=4))
def test_a_damaged_document_is_read_or_refused_with_located_problems(document: dict[str, Any]) -> None:
    read(plain_json.dumps(document))


@given(st.binary() | st.text(), st.integers(0, len(SKELETON)), st.integers(0, 40))
def test_damaged_text_is_read_or_refused_with_located_problems(junk: bytes | str, at: int, cut: int) -> None:
    if isinstance(junk, str):
        read(SKELETON[:at] + junk + SKELETON[at + cut :])
    read(SKELETON.encode()[:at] + (junk if isinstance(junk, bytes) else b"") + SKELETON.encode()[at + cut :])


@settings(max_examples=30)
@given(drafts(), VALUES, st.randoms(use_true_random=False))
def test_a_damaged_draft_is_read_or_refused_with_located_problems(
    draft: Draft, value: Any, chance: random.Random
) -> None:
    document = plain_json.loads(json.dumps(draft))
    path = chance.choice(places_in(document)[1:])
    around: Any = document
    for key in path[:-1]:
        around = around[key]
    around[path[-1]] = value
    read(plain_json.dumps(document))


def wrong_types() -> Iterator[tuple[str, Any]]:
    document = plain_json.loads(SKELETON)
    for path in places_in(document)[1:]:
        yield ".".join(map(str, path)), path


def test_no_field_accepts_null_or_a_number_with_a_point() -> None:
    """``null`` never becomes 'None' and 2018.7 never 2018, in any field."""
    for name, path in wrong_types():
        for wrong in (None, 2018.7):
            document = plain_json.loads(SKELETON)
            around: Any = document
            for key in path[:-1]:
                around = around[key]
            around[path[-1]] = wrong
            with pytest.raises(DocumentError):
                assert json.loads(plain_json.dumps(document)), f"{name} accepts {wrong}"


# -- edge cases of drafts and files


@pytest.mark.parametrize("extra", [{"gap": "x"}, {"partial": "x"}, {"gap": {"en": "x"}}])
def test_the_extra_data_of_a_draft_may_look_like_a_gap(extra: dict[str, Any]) -> None:
    draft = Draft(extra=extra)  # type: ignore[arg-type]
    assert json.loads_draft(json.dumps(draft)) == draft


def test_gap_may_be_a_language_tag() -> None:
    words = Draft(title=PartialRecord(Text, {"others": {"gap": "lời"}}))
    nothing = Draft(title=PartialRecord(Text, {"others": Gap(reason=Text(en="unknown"))}))
    for draft in (words, nothing):
        assert json.loads_draft(json.dumps(draft)) == draft


def test_deeply_nested_partial_records_are_refused() -> None:
    parts = '{"partial": "Observation", "value": ' * 600 + "{}" + "}" * 600
    with pytest.raises(DocumentError, match=r"\$\.observations\[0\]\.value\.partial"):
        json.loads_draft(f'{{"schema": "aseansc/draft", "version": 2, "observations": [{parts}]}}')


def test_an_invalid_origin_is_reported_at_its_path() -> None:
    with pytest.raises(DocumentError, match=r"\$\.title\.origin"):
        json.loads_draft(r'{"schema": "aseansc/draft", "version": 2, "title": {"partial": "Text", "origin": "\ud800"}}')


def test_an_instance_of_a_subclass_of_str_is_written_as_a_string() -> None:
    class Name(str):
        __slots__ = ()

    draft = Draft(id=Name("huyen-a"))
    assert json.loads_draft(json.dumps(draft)) == draft


def test_writing_to_a_symbolic_link_replaces_its_target(tmp_path: Path) -> None:
    (tmp_path / "there.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("there.json")
    json.dump(skeleton.load(), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.load(tmp_path / "there.json") == skeleton.load()


def test_unusual_paths_and_files(tmp_path: Path) -> None:
    long = tmp_path / ("a" * 245 + ".json")
    json.dump(skeleton.load(), long)
    assert [path.name for path in tmp_path.iterdir()] == [long.name]
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as wrapped:
        json.dump(skeleton.load(), wrapped)
        wrapped.seek(0)
        assert json.load(wrapped) == skeleton.load()
    with (tmp_path / "ascii").open("w", encoding="ascii") as narrow, pytest.raises(FieldError, match="encoding"):
        json.dump(skeleton.load(), narrow)
    with pytest.raises(FieldError, match="NUL"):
        json.load("a\0b")
    with pytest.raises(FieldTypeError, match="neither str nor bytes"):
        json.load(type("Odd", (), {"read": lambda _self, _size: 5})())


def _with_three_decimals(version: int, **more: str) -> str:
    data = plain_json.loads(json.dumps(lai_chau.load()))
    data["version"] = version
    found = next(item for item in data["observations"] if item["value"].get("unit") == "household")
    found["value"] = {"magnitude": "1.245", "unit": "household", **more}
    if version == 1:
        for item in (*data["targets"], *data["claims"]):
            if "time_basis" in item:
                item["basis"] = item.pop("time_basis")
    return plain_json.dumps(data)


def test_three_decimals_of_a_count_need_their_resolution() -> None:
    with pytest.raises(DocumentError, match="a point between thousands"):
        json.loads(_with_three_decimals(2))
    with_resolution = json.loads(_with_three_decimals(2, resolution="0.001"))
    assert '"resolution": "0.001"' in json.dumps(with_resolution)
    assert json.loads(json.dumps(with_resolution)) == with_resolution


def test_three_decimals_of_a_count_in_version_1_are_read_as_written() -> None:
    assert json.loads(_with_three_decimals(1)) == json.loads(_with_three_decimals(2, resolution="0.001"))


def test_every_repeated_key_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law: objects with repeated keys are marked, whatever blanks, colons and quotation marks are in the text."""
    monkeypatch.setattr(read_json, "_CHUNK", 7)
    drawn = random.Random(5)
    parts = ('"a"', '"b"', '"c : d"', '"\\":"', '":"', '"\\\\"', '"sex:female"')
    repeated = 0
    for _ in range(2_000):
        items = [
            f"{drawn.choice(parts)}{drawn.choice(('', ' ', chr(10), chr(9)))}:{drawn.choice((*parts, '{}', '[1, {}]'))}"
            for _ in range(drawn.randrange(5))
        ]
        text = f'{{"x": {{{", ".join(items)}}}}}'
        keys = [key for key, _ in plain_json.loads(text, object_pairs_hook=tuple)[0][1]]
        inside = read_json.parsed(text)["x"]
        assert isinstance(inside, RepeatedKeys) is (len(set(keys)) < len(keys)), text
        assert inside == plain_json.loads(text)["x"]
        repeated += isinstance(inside, RepeatedKeys)
    assert 200 < repeated < 1_800


def test_valid_records_are_read_by_the_quick_reader_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "_quick_first", lambda quick, _thorough: quick)
    structure.converter.cache_clear()
    try:
        for path in sorted(GOLDEN.parent.glob("json/s*.json")):
            assert json.loads(path.read_text("utf-8")).observations, path
    finally:
        structure.converter.cache_clear()


def test_the_lines_of_generated_code_are_in_tracebacks() -> None:
    read = structure.converter(thorough=False).get_structure_hook(Observation)
    with pytest.raises(KeyError) as caught:
        read({}, Observation)
    assert str(caught.traceback[-1].statement).strip() == "id = data['id']"


ODD: tuple[Any, ...] = (
    *(None, "", " x", "x", "not_stated", 5, -1, 2**60, True, OddNumber("1.5"), [], {}, ["x"], ["x", "x"], [5], [True]),
    *({"absent": way} for way in (*Absent, "x", 5)),
    *({"absent": "not_stated", "x": 1}, {"en": "x", "vi": 5}, {"en": "x", "others": {"lo": "y"}}, RepeatedKeys(en="x")),
    *(["estimated"], ["planned", "estimated"], ["estimated", "estimated"], ["missing"], ["sex:female"]),
    *({"magnitude": number, "unit": "household"} for number in ("5", "0", "-5", "-0", "1.245", "1e5", 5)),
    *({"magnitude": "5", "unit": "percent", "qualifier": word} for word in ("over", "between", "x")),
    *({"magnitude": "5", "unit": "rank"}, {"magnitude": "5", "unit": "percentage_point", "form": "change"}),
    *({"start": "2018-01-01", "end": "2018-12-31"}, {"date": "2018-01-01"}, {"start": 1, "end": 3, "printed": "ab"}),
)


def test_the_quick_readers_accept_only_what_the_thorough_ones_do() -> None:
    """Law: a record that a quick reader accepts is the one that the thorough reader builds."""
    every = tuple(json.loads(path.read_text("utf-8")) for path in sorted(GOLDEN.glob("s*.json")))
    samples = records_in(every)
    quick, thorough = (structure.converter(thorough=way) for way in (False, True))
    accepted = 0
    with one_document():
        for cls, record in samples.items():
            fields = plain_json.loads(write(record))
            fields.pop("type", None)
            changed = [{**fields, name: odd} for name in attrs.fields_dict(cls) for odd in ODD]
            changed += [{key: fields[key] for key in fields if key != name} for name in fields]
            for data in (fields, {**fields, "x": "x"}, RepeatedKeys(fields), *changed):
                try:
                    found = quick.structure(data, cls)
                except structure._REFUSALS:
                    continue
                assert found == thorough.structure(data, cls), (cls, data)
                accepted += 1
    assert accepted > 100


def test_ids_used_twice_are_reported_with_other_problems_and_versions_and_cut_files_are_explained() -> None:
    document = plain_json.loads(json.dumps(skeleton.load()))
    observations = document["observations"]
    document["observations"] = [*observations, {**observations[0], "place": 1}, {**observations[1]}]
    with pytest.raises(DocumentError) as caught:
        json.loads(plain_json.dumps(document))
    size = len(observations)
    places = [problem.where for problem in caught.value.problems]
    assert places == [f"$.observations[{size}].place", f"$.observations[{size}]", f"$.observations[{size + 1}]"]
    assert "It is the id of another Observation." in str(caught.value)
    with pytest.raises(DocumentError, match="the number 1 or 2, without quotation marks"):
        json.loads(plain_json.dumps({**document, "version": "2"}))
    text = json.dumps(skeleton.load())
    for end in (len(text) // 2, len(text) - 2, text.index('"') + 2):
        with pytest.raises(DocumentError, match="it ends before it is complete"):
            json.loads(text[:end])
    with pytest.raises(DocumentError, match="Expecting"):
        json.loads(text.replace(":", "", 1))


def test_a_custom_unit_that_is_a_multiple_of_another_keeps_its_factor() -> None:
    egg = Unit.counting("egg", en="egg", vi="trứng")
    dozen = attrs.evolve(
        egg, code="dozen_eggs", factor=Decimal(12), en="dozen eggs", plural="dozens of eggs", vi="tá trứng"
    )
    assert dozen.kind is UnitKind.COUNT
    read = json.loads(json.dumps(attrs.evolve(skeleton.load(), units=[egg, dozen])))
    assert Value.exact(2, read.units[1]).to(read.units[0]).magnitude == 24
