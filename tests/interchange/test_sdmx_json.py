"""SDMX-JSON data messages: reviews written and read, and messages of other publishers."""

from __future__ import annotations

import copy
import json as plain_json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aseansc import Period, Review, Status, Text, strategies
from aseansc.drafts import PartialRecord
from aseansc.errors import AseanscError, DocumentError, LimitError
from aseansc.interchange import json, sdmx
from aseansc.interchange._document.read_json import depth_of
from aseansc.interchange.sdmx import _read_json
from aseansc.interchange.sdmx._parse_json import _is_shallow, parsed
from aseansc.limits import Limits
from tests._profile import examples
from tests.growth import slope
from tests.interchange._sdmx import REVIEW, SMALL, problems


def component(ident: str, *codes: str | dict[str, Any] | None, **more: Any) -> dict[str, Any]:
    """Return a component, with codes whose names are their ids in lower case."""
    values = [code if code is None or isinstance(code, dict) else {"id": code, "name": code.lower()} for code in codes]
    return {"id": ident, "name": ident.title(), **({"values": values} if values else {}), **more}


STRUCTURE: dict[str, Any] = {
    "links": [{"rel": "dataflow", "urn": "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=GSO:POP(1.0)"}],
    "name": "Population",
    "names": {"en": "Population", "vi": "Dân số"},
    "dimensions": {
        "dataSet": [component("FREQ", "A")],
        "series": [component("INDICATOR", {"id": "POP", "names": {"en": "Persons", "vi": "Số dân"}}, "BIRTHS")],
        "observation": [
            component("LOCATION", "VN-01", "VN-02", role="REF_AREA"),
            component("TIME_PERIOD", "2017", "2018", role="TIME_PERIOD"),
        ],
    },
    "attributes": {
        "dataSet": [component("UNIT_MEASURE", "PS")],
        "series": [component("SOURCE", {"name": "Census"}, {"name": "Register"})],
        "observation": [component("OBS_STATUS", None, "A", "E")],
    },
}
VALUES = {"0:0": [378000, 2], "0:1": [380.5], "1:1": [12.0, 1]}


def old(structure: dict[str, Any] = STRUCTURE, /, **dataset: Any) -> str:
    """Return a message of version 1.0."""
    content = dataset or {"attributes": [0], "series": {"0": {"attributes": [1], "observations": VALUES}}}
    return plain_json.dumps({"header": {"id": "X"}, "structure": structure, "dataSets": [content]})


def new(structure: dict[str, Any] = STRUCTURE, /, **dataset: Any) -> str:
    """Return a message of version 2.0."""
    content = dataset or {"attributes": [0], "series": {"0": {"attributes": [1], "observations": VALUES}}}
    data = {"structures": [structure], "dataSets": [{"structure": 0, "action": "Information", **content}]}
    return plain_json.dumps({"meta": {"id": "X"}, "data": data})


def with_changes(level: str, kind: str, *components: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(STRUCTURE)
    made.setdefault(kind, {})[level] = list(components)
    return made


@given(strategies.reviews(max_figures=8))
@settings(max_examples=examples(0.7))
def test_a_review_round_trips_with_its_structure_message(review: Review) -> None:
    assert sdmx.loads(sdmx.dumps(review, "json"), structure=sdmx.structure(review)) == review


@given(strategies.reviews(max_figures=8))
def test_without_the_structure_message_all_figures_are_kept(review: Review) -> None:
    rows, table = sdmx.loads_draft(sdmx.dumps(review, "json")), sdmx.loads_draft(sdmx.dumps(review, "csv"))
    for found, expected in zip(
        (*rows.observations, *rows.targets, *rows.claims),
        (*table.observations, *table.targets, *table.claims),
        strict=True,
    ):
        assert found.fields == expected.fields if isinstance(expected, PartialRecord) else found == expected
    assert sdmx.losses(review, "json") == sdmx.losses(review, "csv")


def test_numbers_are_written_with_their_digits() -> None:
    text = sdmx.dumps(REVIEW, "json")
    assert "[40.40, " in text
    assert '"40.40"' not in text


def test_names_of_codes_are_written_in_both_languages() -> None:
    content = plain_json.loads(sdmx.dumps(SMALL, "json"))
    dimensions = content["data"]["structures"][0]["dimensions"]["observation"]
    indicator = next(item for item in dimensions if item["id"] == "INDICATOR")["values"][0]
    assert indicator["names"] == {"en": SMALL.indicators[0].name.en, "vi": SMALL.indicators[0].name.vi}


def test_files_are_read_by_their_content(tmp_path: Path) -> None:
    from aseansc.interchange import load

    sdmx.dump(REVIEW, tmp_path / "review.json", "json")
    (tmp_path / "review.structure.xml").write_text(sdmx.structure(REVIEW), encoding="utf-8")
    assert load(tmp_path / "review.json") == REVIEW


@pytest.mark.parametrize("write", [old, new])
def test_a_message_of_another_publisher_is_a_draft(write: Any) -> None:
    draft = sdmx.loads_draft(write())
    assert draft.title == Text(en="Population", vi="Dân số")
    assert [item["name"] for item in draft.indicators] == [Text(en="Persons", vi="Số dân")]
    first, second, third = draft.observations
    assert (first["place"], first["time"], first["statuses"]) == ("VN-01", Period.year(2017), (Status.ESTIMATED,))
    assert [str(item["value"].magnitude) for item in draft.observations] == ["378000", "380.5", "12.0"]
    assert all(item["value"].unit.code == "person" for item in draft.observations)
    assert second["statuses"] == third["statuses"] == ()
    assert all("SOURCE=Register" in str(item["note"]) for item in draft.observations)
    assert draft.extra["sdmx"]["structure"] == "GSO:POP(1.0)"  # type: ignore[index, call-overload]
    assert draft.extra["sdmx"]["labels"]["codes"]["LOCATION"]["VN-01"] == {"": "vn-01"}  # type: ignore[index, call-overload]
    assert json.loads_draft(json.dumps(draft)) == draft


def test_both_versions_and_a_flat_data_set_are_read_alike() -> None:
    flat = {f"0:{key}": items for key, items in VALUES.items()}
    source = with_changes("series", "attributes")
    found = [
        sdmx.loads_draft(message).observations
        for message in (old(source, attributes=[0], observations=flat), new(source, attributes=[0], observations=flat))
    ]
    found.append(sdmx.loads_draft(new(source, attributes=[0], series={"0": {"observations": VALUES}})).observations)
    assert (
        [item.fields for item in found[0]] == [item.fields for item in found[1]] == [item.fields for item in found[2]]
    )


def test_attributes_of_a_part_of_the_key_apply_to_its_rows() -> None:
    structure = with_changes("dimensionGroup", "attributes", component("COMMENT_OBS"))
    groups = {":0:1:": ["a remark"], ":0::": [{"en": "all", "vi": "tất cả"}]}
    observations = sdmx.loads_draft(
        new(structure, dimensionGroupAttributes=groups, series={"0": {"observations": VALUES}})
    ).observations
    notes = [str(item["note"]) for item in observations]
    assert ["a remark" in note for note in notes] == [False, False, True]
    assert "tất cả [vi]" in notes[0]


def test_several_measures_are_indicators() -> None:
    structure = with_changes("observation", "measures", component("VALUE_A"), component("VALUE_B"))
    structure = {**structure, "dimensions": {**structure["dimensions"], "series": []}}
    draft = sdmx.loads_draft(new(structure, observations={"0:0": [1, 2], "1:1": [3, 4]}))
    assert sorted(str(item["value"].fields["magnitude"]) for item in draft.observations) == ["1", "2", "3", "4"]
    structure["measures"]["observation"][1]["id"] = "VALUE_A"
    with pytest.raises(DocumentError, match="two measures have the same id"):
        sdmx.loads_draft(new(structure, observations={"0:0": [1, 2]}))
    for empty in ({}, None):
        with pytest.raises(DocumentError, match="the message has no structure"):
            sdmx.loads_draft(old(empty, observations={"0:0": [1, 2]}))


@pytest.mark.parametrize(
    ("dataset", "expected"),
    [
        ({"series": {"2": {"observations": VALUES}}}, "no value of INDICATOR has this index; got 2; expected 0 to 1"),
        ({"series": {"0:0": {"observations": VALUES}}}, "a key has the wrong number of parts; got '0:0'"),
        ({"series": {"0": {"observations": {"0:x": [1]}}}}, "not the index of a code; got 'x'"),
        ({"series": {"0": {"observations": {"0:0": [1, 9]}}}}, "no value of OBS_STATUS has this index; got 9"),
        ({"series": {"0": {"observations": {"0:0": 1}}}}, "not a list of values; got 1"),
        ({"series": {"0": {"attributes": [0, 0], "observations": VALUES}}}, "expected at most 1 values in a list"),
        ({"series": {"0": [1]}}, "wrong type in an SDMX-JSON message; got [1]; expected an object"),
        ({"action": "Delete"}, "the action of the data set is to delete data"),
        ({"structure": 3}, "the data sets must have one structure"),
        ({"structure": [0]}, "the data sets must have one structure"),
        ({"series": {"0": {"observations": {"0:0": None, "0:x": None}}}}, "not the index of a code; got 'x'"),
        ({"structure": True}, "the data sets must have one structure"),
        (
            {"dimensionGroupAttributes": {":0": []}},
            'dimensionGroupAttributes[":0"]: a key has the wrong number of parts',
        ),
        ({"dimensionGroupAttributes": {":9:1:": []}}, "no value of INDICATOR has this index; got 9; expected 0 to 1"),
    ],
)
def test_faults_are_reported_with_their_location(dataset: dict[str, Any], expected: str) -> None:
    assert expected in problems(new(**dataset))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "the document is not JSON"),
        ("{}", "not an SDMX-JSON data message; got 'an object with no keys'"),
        ('{"schema": "aseansc/review"}', "This is a review in JSON. Give it a name that ends in .json"),
        ('{"dataSets": [], "dataSets": []}', "the same key twice; got 'dataSets'"),
        ('{"dataSets": 5}', "expected a list"),
        ('{"dataSets": [{}], "structure": {"dimensions": {"observation": [5]}}}', "expected an object"),
        ('{"dataSets": [{}], "structure": {"dimensions": {"observation": [{"name": "x"}]}}}', "the id of a component"),
        ('{"dataSets":' + "[" * 100_000, "nested too deeply"),
        ('{"dataSets":' + "[" * 400 + "]" * 400 + "}", "nested too deeply"),
    ],
)
def test_documents_of_other_kinds_are_refused(text: str, expected: str) -> None:
    assert expected in problems(text)[0]


def test_the_structure_of_a_message_is_named_by_a_link_in_any_form() -> None:
    for link, structure in (
        ({"urn": "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=GSO:POP(1.0)"}, "GSO:POP(1.0)"),
        ({"href": "https://example.org/rest/dataflow/GSO/POP/1.0"}, "GSO:POP(1.0)"),
        ({"href": "https://example.org/rest/datastructure/GSO:POP(1.0)"}, None),
        ({"href": "https://example.org"}, None),
        ({"urn": 5, "href": 5}, None),
    ):
        found: Any = sdmx.loads_draft(new({**STRUCTURE, "links": [{"rel": "dataflow", **link}]})).extra["sdmx"]
        assert found.get("structure") == structure, link


def test_the_name_of_a_structure_may_be_an_object_of_languages_as_in_drafts_of_the_standard() -> None:
    names = {**STRUCTURE, "name": {"en": "Population", "vi": "Dân số", "fr": 5}}
    del names["names"]
    assert sdmx.loads_draft(new(names)).title == Text(en="Population", vi="Dân số")
    assert sdmx.loads_draft(new({**names, "name": 5})).title != Text(en="Population", vi="Dân số")


def test_annotations_of_a_series_are_kept() -> None:
    series = {"0": {"attributes": [1], "annotations": [7], "observations": VALUES}}
    unread: Any = sdmx.loads_draft(new(attributes=[0], series=series)).extra["sdmx"]["unread"]
    assert {"json": [7], "location": 'data.dataSets[0].series["0"].annotations'} in unread


def test_the_reader_of_reviews_names_an_sdmx_message() -> None:
    with pytest.raises(DocumentError, match=r"This is an SDMX-JSON data message\. Give it"):
        json.loads(new())


def test_the_same_figure_twice_is_refused() -> None:
    data = plain_json.loads(new())
    data["data"]["dataSets"] *= 2
    assert "two rows have the same key" in problems(plain_json.dumps(data))[0]


def test_rows_that_are_read_together_are_read_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that end early, or have an unusual key, number or value, are read one by one."""
    times = component("TIME_PERIOD", *map(str, range(2010, 2020)))
    usual = {"0": [1.5, 1], "1": [2, None], "2": [None, 2], "3": ["4", "A"], "4": [12345678, 0], "5": [-1, 1]}
    odd = {"06": [7], "7": [1234567890, 1], "8": [True, 1], "9": None}
    faulty = {"x": [1, 1], "9:0": [1, 1], "10": [1, 1], "6": [1, 3], "7": [1, 1, 5], "8": "34", "9": [1, True]}
    rows = [usual, {"0": [1], **usual}, {"0": [1, 1], "1": [2]}, {**usual, **odd}, {**usual, **faulty}]
    texts = [old(with_changes("observation", "dimensions", times), series={"1": {"observations": row}}) for row in rows]
    several = with_changes("observation", "dimensions", times)
    codes = [f"C{number}" for number in range(len(rows) + 1)]
    several["dimensions"]["series"] = [component("INDICATOR", *codes)]
    every = [*({"observations": row} for row in rows), "none", {"observations": {"0": [3, 1]}}, {}]
    alike = [{"observations": row} for row in (usual, {"7": [3, 1], "2": [8, 2]}, {}, usual)]
    texts += [old(several, series=dict(zip("0123456789", chosen, strict=False))) for chosen in (alike, every)]
    flat = with_changes("observation", "dimensions", *STRUCTURE["dimensions"]["series"], times)
    flat["dimensions"]["series"] = []
    texts += [new(flat, observations={f"1:{key}": items for key, items in row.items()}) for row in rows]
    found = [_draft_or_problems(text) for text in texts]
    assert [len(items) for items in found] == [1, 1, 1, 1, 5, 1, 8, 1, 1, 1, 1, 5]
    for most in (1, 2):
        for module, name in ((sdmx, "MOST_TOGETHER"), (_read_json, "MOST_TOGETHER"), (_read_json, "_MOST_SERIES")):
            monkeypatch.setattr(module, name, most)
        assert [_draft_or_problems(text) for text in texts] == found, most
    monkeypatch.undo()
    monkeypatch.setattr(_read_json._Layout, "usual_rows", lambda *_: None)
    assert [_draft_or_problems(text) for text in texts] == found


def _draft_or_problems(text: str) -> tuple[object, ...]:
    try:
        return (sdmx.loads_draft(text),)
    except DocumentError as error:
        return tuple(map(str, error.problems))


def test_the_depth_and_the_numbers_of_a_message_are_read_from_its_text() -> None:
    """Brackets in texts are not counted; only long numbers and -0 need a function that reads each number."""
    for depth in (1, 5, 12, 24, 25, 40):
        for opened, closed in (("[", "]"), ('{"a":', "}"), ('[{"[":', "}]"), ('{"\\"]":["[]",', "]}")):
            text = opened * (depth // len(closed)) + "[]" + closed * (depth // len(closed))
            assert depth_of(parsed(text)) == depth // len(closed) * len(closed) + 1, text
            assert depth <= 24 or not _is_shallow(text.encode()), text
    for text, number in (("123", 123), ("-0", "-0"), ("1234567890", "1234567890"), ("[-0.5, 1e5]", ["-0.5", "1e5"])):
        assert parsed(text) == number
    for depth in (3, 30):
        deep = old({**STRUCTURE, "annotations": [0]}).replace("[0]", "[" * depth + "0" + "]" * depth)
        assert sdmx.loads_draft(deep, limits=Limits(depth=depth + 5)) == sdmx.loads_draft(deep)
        with pytest.raises(LimitError, match="nested too deeply"):
            sdmx.loads_draft(deep, limits=Limits(depth=depth))


def test_what_does_not_belong_to_a_row_is_kept() -> None:
    structure = {**STRUCTURE, "annotations": [{"text": "draft"}]}
    found = sdmx.loads_draft(new(structure, validFrom="2018-01-01", series={"0": {"observations": {"0:0": [1, 1, 0]}}}))
    kept: Any = found.extra["sdmx"]
    assert {item["location"]: item["json"] for item in kept["unread"]} == {
        "meta": {"id": "X"},
        "data.structures[0].links": STRUCTURE["links"],
        "data.structures[0].annotations": [{"text": "draft"}],
        "data.dataSets[0].validFrom": "2018-01-01",
        'data.dataSets[0].series["0"].observations["0:0"].annotations': [0],
    }


@given(st.data())
@settings(max_examples=examples(4))
def test_a_damaged_message_is_read_or_refused(data: st.DataObject) -> None:
    document: Any = plain_json.loads(data.draw(st.sampled_from([old(), new(), sdmx.dumps(SMALL, "json")])))
    at = document
    while isinstance(at, dict | list) and at:
        keys = sorted(at) if isinstance(at, dict) else range(len(at))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(at[key], dict | list) or data.draw(st.integers(0, 3)) == 0:
            at[key] = data.draw(
                st.sampled_from([None, "", "0", 0, -1, 99, 1.5, True, [], {}, [0], {"en": "x"}, "A" * 50])
            )
            break
        at = at[key]
    try:
        draft = sdmx.loads_draft(plain_json.dumps(document))
    except AseanscError as refused:
        assert str(refused)
    else:
        assert json.loads_draft(json.dumps(draft)) == draft


def test_reading_takes_linear_time() -> None:
    def read(count: int) -> Any:
        values = {f"0:{number}": [number] for number in range(count)}
        codes = [str(1000 + number) for number in range(count)]
        times = component("TIME_PERIOD", *codes)
        structure = with_changes("observation", "dimensions", component("REF_AREA", "VN-01"), times)
        text = new(structure, series={"0": {"observations": values}})
        return lambda: sdmx.loads_draft(text)

    assert slope(read, (500, 1000, 2000)) < 1.25


def test_a_long_attribute_of_very_many_rows_is_refused() -> None:
    structure = with_changes("series", "attributes", component("SOURCE"))
    values = {f"{number % 2}:{number // 2}": [1] for number in range(4)}
    text = new(
        structure, series={str(number): {"attributes": ["x" * 4_000_000], "observations": values} for number in (0, 1)}
    )
    assert sdmx.loads_draft(text.replace("x" * 4_000_000, "x"))
    many = component("TIME_PERIOD", *map(str, range(1000, 1400)))
    structure["dimensions"]["observation"][1] = many
    values = {f"0:{number}": [1] for number in range(400)}
    text = new(structure, series={"0": {"attributes": ["x" * 100_000], "observations": values}})
    assert "the rows have too many attributes" in problems(text)[0]
    structure["attributes"]["series"].append(component("OBS_STATUS"))  # a name that its rows have, too
    assert (
        "the rows have too many attributes"
        in problems(new(structure, **plain_json.loads(text)["data"]["dataSets"][0]))[0]
    )


def test_a_dimension_of_the_data_set_needs_a_value() -> None:
    structure = copy.deepcopy(STRUCTURE)
    del structure["dimensions"]["dataSet"][0]["values"]
    assert "the dimension FREQ of the data set has no value" in problems(new(structure))[0]
