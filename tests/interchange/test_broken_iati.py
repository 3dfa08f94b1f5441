"""Broken and hostile IATI files are refused with the line of the problem."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from aseansc.drafts import Draft, Gap
from aseansc.errors import DocumentError, FieldError
from aseansc.interchange import iati
from tests.interchange.test_iati_drafts import GOLDEN, file_of, value_of

ALL = {path.stem: path.read_bytes() for path in sorted(GOLDEN.glob("*.xml"))}


def refused(content: str | bytes) -> DocumentError:
    """Return the error of a file, which must be found quickly."""
    begun = time.process_time()
    with pytest.raises(DocumentError) as caught:
        iati.loads_draft(content)
    assert time.process_time() - begun < 1
    return caught.value


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><iati-activities version="2.03">&b;</iati-activities>'


OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><iati-activities version="2.03">&a;</iati-activities>'
)


HOSTILE: dict[str, str | bytes] = {
    "nothing": b"",
    "blanks": b" \n ",
    "not XML": b"{}",
    "entities": BOMB,
    "an external entity": OUTSIDE,
    "an external document type": '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd"><x/>',
    "a document type after a comment": "<?xml version='1.0'?>\n<!-- <x/> -->\n" + BOMB,
    "an undeclared entity": "<iati-activities version='2.03'>&x;</iati-activities>",
    "deep nesting": "<x>" * 10_000 + "</x>" * 10_000,
    "a long text": b"<iati-activities version='2.03'>" + b"x" * 10_500_000 + b"</iati-activities>",
    "a long attribute": b"<iati-activities version='" + b"x" * 10_500_000 + b"'/>",
    "a comment without an end": b"<!--" + b"x" * 10_000_000,
    "many spaces": b" " * 10_000_000,
    "not UTF-8": b"<iati-activities version='2.03'>\n\xff</iati-activities>",
    "another encoding than declared": "<?xml version='1.0' encoding='US-ASCII'?>\n<x>á</x>".encode(),
    "an unsupported encoding": b"<?xml version='1.0' encoding='UTF-7'?><x/>",
    "half of a surrogate pair": "<x>\ud800</x>",
    "a control character": b"<x>\x01</x>",
    "a repeated attribute": b"<x a='1' a='2'/>",
    "two roots": b"<x/><x/>",
    "too many elements": b"<iati-activities version='2.03'><iati-activity>"
    + b"<a/>" * 1_500_000
    + b"</iati-activity></iati-activities>",
    "no activities": b"<iati-activities version='2.03'/>",
    "another root": b"<html/>",
    "organisations": b"<iati-organisations version='2.03'/>",
    "a namespace": b"<iati-activities xmlns='urn:x' version='2.03'><iati-activity/></iati-activities>",
    "no version": b"<iati-activities><iati-activity/></iati-activities>",
    "an old version": b"<iati-activities version='1.05'><iati-activity/></iati-activities>",
    "a future version": b"<iati-activities version='3.01'><iati-activity/></iati-activities>",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_with_the_line(content: str | bytes) -> None:
    error = refused(content)
    places = [problem.where for problem in error.problems] or [error.where]
    assert all(place.startswith("line ") for place in places)
    assert len(str(error)) < 1500


def test_both_problems_are_reported() -> None:
    assert len(refused(b"<iati-activities version='1.05'/>").problems) == 2


@pytest.mark.parametrize("name", ALL)
def test_a_truncated_file_is_refused(name: str) -> None:
    content = ALL[name]
    for end in range(0, len(content) - 20, max(1, len(content) // 40)):
        refused(content[:end])


@pytest.mark.parametrize("name", ALL)
def test_declared_encodings_are_read(name: str) -> None:
    content = ALL[name].decode()
    expected = iati.loads_draft(content)
    assert iati.loads_draft(b"\xef\xbb\xbf" + ALL[name]) == expected, "a byte-order mark is not part of the document"
    assert iati.loads_draft("\ufeff" + content) == expected
    assert iati.loads_draft(content.encode("utf-16")) == expected
    in_latin = content.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1", "xmlcharrefreplace")
    assert iati.loads_draft(in_latin) == expected


def test_a_long_text_is_kept_completely() -> None:
    begun = time.process_time()
    found = iati.loads_draft(file_of("", head=f"<contact-info>{'x' * 9_900_000}</contact-info>"))
    assert time.process_time() - begun < 1
    assert "x" * 9_900_000 in found.extra["iati"]["unread"][0]["xml"]


def test_a_long_value_is_shortened_in_the_reason_of_a_gap() -> None:
    begun = time.process_time()
    value = value_of("9" * 1_000_000)
    assert time.process_time() - begun < 1
    assert isinstance(value, Gap)
    assert len(value.reason.en) < 400


@pytest.mark.parametrize("wrong", [None, 5, ["x"], object()])
def test_arguments_of_other_types_are_refused(wrong: object) -> None:
    with pytest.raises(FieldError):
        iati.loads_draft(wrong)  # type: ignore[arg-type]
    with pytest.raises(FieldError):
        iati.load_draft(wrong)  # type: ignore[arg-type]


@given(st.data())
def test_any_bytes_give_a_draft_or_a_document_error(data: st.DataObject) -> None:
    content = bytearray(ALL[data.draw(st.sampled_from(list(ALL)))])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        how = data.draw(st.sampled_from(["byte", "cut", "double", "put"]))
        if how == "byte":
            content[at] = data.draw(st.integers(0, 255))
        elif how == "cut":
            del content[at : at + data.draw(st.integers(1, 200))]
        elif how == "double":
            content[at:at] = content[at : at + data.draw(st.integers(1, 200))]
        else:
            content[at:at] = data.draw(
                st.sampled_from([b"&x;", b"<", b"]]>", b"<![CDATA[x]]>", b'"', b"\x00", b"&#0;", b"<a/>"])
            )
        if not content:
            break
    try:
        assert isinstance(iati.loads_draft(bytes(content)), Draft)
    except DocumentError as error:
        assert error.problems or error.where


@given(st.data())
def test_any_tree_gives_a_draft_or_a_document_error(data: st.DataObject) -> None:
    """Elements of a valid file are moved, emptied and renamed."""
    root = etree.fromstring(ALL[data.draw(st.sampled_from(list(ALL)))], etree.XMLParser(remove_comments=True))
    for _ in range(data.draw(st.integers(1, 4))):
        elements = list(root.iter())
        element, other = data.draw(st.sampled_from(elements)), data.draw(st.sampled_from(elements))
        how = data.draw(st.sampled_from(["move", "empty", "rename", "attribute", "clear"]))
        if how == "move" and other not in set(element.iter()) and element.getparent() is not None:
            other.append(element)
        elif how == "empty":
            element.attrib.clear()
        elif how == "rename":
            element.tag = other.tag
        elif how == "clear":
            element.clear()
        else:
            name = data.draw(st.sampled_from([*element.attrib, *other.attrib, "value"]))
            element.set(
                name, data.draw(st.sampled_from(["", "x", "1e999999999", "NaN", "-1", "2018-12-31", "null", "true"]))
            )
    try:
        assert isinstance(iati.loads_draft(etree.tostring(root)), Draft)
    except DocumentError as error:
        assert error.problems
