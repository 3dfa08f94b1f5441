"""IATI of figures that are not plain values: what is lost has a name, and our own files lose nothing."""

from __future__ import annotations

import pytest
from lxml import etree
from okfn_iati.iati_schema_validator import IatiValidator

from aseansc import Status
from aseansc.drafts import PartialRecord
from aseansc.interchange import iati
from tests.interchange._special import ABSENCES, SPECIAL

TEXT = iati.dumps(SPECIAL)
TREE = etree.fromstring(TEXT.encode())
OWN = {"aseansc": "urn:aseansc:review:2"}


def element_of(ident: str) -> etree._Element:
    """Return the IATI element of a figure."""
    (found,) = TREE.xpath(f"//*[aseansc:observation[@id='{ident}'] or aseansc:target[@id='{ident}']]", namespaces=OWN)
    return found


def comment_of(ident: str, number: int = 0) -> str:
    return element_of(ident).findall("comment/narrative")[number].text or ""


def test_every_added_field_is_written_and_read() -> None:
    assert iati.loads(TEXT) == SPECIAL
    assert IatiValidator().validate_xml(TEXT) == (True, [])


def test_a_net_flow_is_a_number_below_zero() -> None:
    assert element_of("net").get("value") == "-1200"


@pytest.mark.parametrize("ident", [*(status.value for status in ABSENCES), "fall", "decline", "women"])
def test_absent_values_bounds_and_planned_changes_have_no_value(ident: str) -> None:
    element = element_of(ident)
    assert element.get("value") is None
    assert element.xpath("ancestor::indicator")[0].get("measure") == "5"


def test_a_rank_is_ordinal_and_gets_better_downwards() -> None:
    indicator = element_of("place").xpath("ancestor::indicator")[0]
    assert (indicator.get("measure"), indicator.get("ascending"), indicator.get("aggregation-status")) == (
        "4",
        "false",
        "false",
    )


def test_a_target_for_a_category_has_its_dimensions() -> None:
    dimensions = [(it.get("name"), it.get("value")) for it in element_of("women").findall("dimension")]
    assert dimensions == [("sex", "female"), ("residence", "rural")]


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("suppressed", "no number is printed; at some time in 2018; estimated; suppressed; confidential because"),
        ("fall", "planned change: between -3 and -2 percentage point per year; at the end of 2018"),
        ("decline", "planned change (by): -5 percent per year; at the end of 2018; replaces fall"),
        ("margin", "by the standard VN-POVERTY:2016-2020; margin of error 1.2; at a confidence of 95 %; free"),
        ("interval", "confidence interval from -0.5 to 50.5; replaces margin"),
        ("cpi", "characters 4 to 6; found at t1.r4c5"),
    ],
)
def test_the_comment_says_what_the_element_cannot(ident: str, words: str) -> None:
    assert words in comment_of(ident)


def test_the_comment_is_in_vietnamese_too() -> None:
    assert "biên sai số 1,2; với độ tin cậy 95 %; được công bố" in comment_of("margin", 1)
    assert comment_of("suppressed", 1).startswith("không in con số; ")
    assert comment_of("fall", 1).startswith("mức thay đổi theo kế hoạch: từ -3 đến -2 điểm phần trăm")


def test_what_other_readers_do_not_get_has_a_name() -> None:
    lost = {loss.what: loss for loss in iati.losses(SPECIAL)}
    for name in ("standard", "sampling_error", "confidentiality", "revises"):
        assert f"Observation and Target, {name}" in lost
    assert "base_period, standard, net, statistic" in next(what for what in lost if what.startswith("Indicator, kind"))
    assert "planned change" in lost["Target 'fall', value"].why
    assert "the report prints none" in lost["Observation 'suppressed', value"].why
    assert "Observation 'net', value" not in lost


def test_without_our_elements_a_target_for_a_category_keeps_its_category() -> None:
    root = etree.fromstring(TEXT.encode())
    for element in root.xpath("//aseansc:*", namespaces=OWN):
        if element.getparent() is not None:
            element.getparent().remove(element)
    draft = iati.loads_draft(etree.tostring(root))
    targets = [target for target in draft.targets if isinstance(target, PartialRecord)]
    assert [target["breakdown"] for target in targets if "breakdown" in target] == [("sex:female", "residence:rural")]


def test_the_reasons_of_missing_values_stay_in_our_elements() -> None:
    again = iati.loads(TEXT)
    for status in ABSENCES:
        assert again.observation(status.value).statuses == (Status.ESTIMATED, status)
