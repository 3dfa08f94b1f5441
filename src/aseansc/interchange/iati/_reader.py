"""Reads our own files back: exactly, or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from aseansc.codelists import Absent
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange import json
from aseansc.interchange._problems import refusal
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange._versions import VERSION
from aseansc.interchange._xml import XML_LANG, Element, line_of
from aseansc.interchange.iati._codelists import (
    VERSIONS,
    ActivityStatus,
    OrganisationRole,
    OrganisationType,
    ResultType,
)
from aseansc.interchange.iati._own import (
    FAMILY,
    NAMESPACE,
    NO_REVIEW,
    POSITION,
    PREFIX,
    RECORDS,
    OwnReader,
    is_own,
    name_of,
    own,
    update_version,
)
from aseansc.interchange.iati._publication import Organisation, Participant, Publication
from aseansc.interchange.iati._writer import tree_of
from aseansc.reviews import Review
from aseansc.texts import Text

T = TypeVar("T")

_BEFORE_2: Final = "1."

_ALONE: Final = ("indicator", "observation", "target")
"""Records that stand in the elements of IATI, each with its position."""


def own_review(root: Element, activity: Element) -> tuple[Review, Publication]:
    """The review that an activity of ours holds, and how it is published.

    Raises:
        DocumentError: when it holds none, or when the file says anything else than what is written for that review.
    """
    reader = OwnReader()
    document = _document(activity, reader)
    if reader.problems:
        raise problems_of_file(reader.problems)
    try:
        review = json._review(json._migrated(document)[0])
    except DocumentError as error:
        for problem in error.problems:
            problem.where = reader.place(problem.where)
        raise problems_of_file(error.problems) from None
    publication = _publication(root, activity)
    differences = problems_of_file(_differences(root, tree_of(review, publication)))
    if differences.problems:
        raise differences
    return review, publication


def activities_of(root: Element) -> list[Element]:
    """The activities of a file.

    Raises:
        DocumentError: when it is no file of activities, or of a version that is not read, with all that is wrong.
    """
    if root.tag != "iati-activities":
        raise problems_of_file([FieldError("not a file of activities of IATI", where=line_of(root), got=root.tag)])
    problems: list[AseanscError] = []
    version = root.get("version")
    if version not in VERSIONS:
        problems.append(
            FieldError(
                "a version of IATI that is not read",
                where=f"{line_of(root)}, @version",
                got="nothing" if version is None else version,
                expected=f"one of {', '.join(VERSIONS)}",
                hint="Have it converted to version 2.03." if (version or "").startswith(_BEFORE_2) else "",
            )
        )
    activities = list(root.iterchildren("iati-activity"))
    if not activities:
        problems.append(FieldError("no activity", where=line_of(root), expected="at least one iati-activity"))
    if problems:
        raise problems_of_file(problems)
    return activities


def is_ours(root: Element, activities: list[Element]) -> bool:
    """Whether a file is one of ours.

    Raises:
        DocumentError: when it is, but of a version that is not known, or not alone or not whole.
    """
    update_version(root)
    reviews = [
        element
        for activity in activities
        for element in activity.iterchildren("{*}review")
        if element.tag.startswith(f"{{{FAMILY}")
    ]
    stray = next(root.iter(own("*")), None)
    unknown = [element for element in reviews if not is_own(element)]
    if unknown:
        problem, element = "a version of ours that is not known", unknown[0]
    elif not reviews:
        if stray is None:
            return False
        problem, element = "elements of ours without the review that they are of", stray
    elif len(activities) > 1:
        problem, element = "a review of ours among other activities", activities[1]
    else:
        return True
    raise problems_of_file(
        [
            FieldError(
                problem,
                where=f"{line_of(element)}, {_shown(element.tag)}",
                expected=f"one activity with {PREFIX}:review of {NAMESPACE}",
                hint="Save the activity in a file of its own." if len(activities) > 1 else "",
            )
        ]
    )


def problems_of_file(problems: Iterable[AseanscError]) -> DocumentError:
    """The error for a file that cannot be read, with all that is wrong."""
    return refusal(NO_REVIEW, problems)


# -- our own elements


def _document(activity: Element, reader: OwnReader) -> dict[str, Any]:
    """The JSON document that our elements make up."""
    document: dict[str, Any] = {"schema": json.SCHEMA, "version": VERSION}
    positions: dict[str, dict[int, Element]] = {name: {} for name in _ALONE}
    whole: list[Element] = []
    for element in _outermost(activity):
        name = name_of(element)
        if name == "review":
            whole.append(element)
        elif name in _ALONE:
            _put_in_place(element, positions[name], reader)
        else:
            reader.refuse(element, "no such element", name, f"review, {', '.join(_ALONE)}")
    for extra in whole[1:]:
        reader.refuse(extra, "a second review in one activity")
    document.update(reader.read(whole[0], "$", records=True))
    counts = {name: document.pop(RECORDS[name], None) for name in _ALONE}
    for child in whole[0]:
        name = name_of(child)
        if not is_own(child) or name not in RECORDS:
            continue
        if name in _ALONE:
            reader.refuse(child, "a record out of its place", name, "it in the element of IATI that it is of")
        else:
            records = document.setdefault(RECORDS[name], [])
            records.append(reader.read(child, f"$.{RECORDS[name]}[{len(records)}]"))
    for name, found in positions.items():
        if counts[name] != str(len(found)):
            reader.refuse(whole[0], f"not as many records as it says: {RECORDS[name]}", len(found), str(counts[name]))
        for number, position in enumerate(sorted(found)):
            element = found[position]
            if position != number + 1:
                reader.refuse(element, "records before this one are missing", position, f"position {number + 1}")
                break
            data = reader.read(element, f"$.{RECORDS[name]}[{number}]")
            document.setdefault(RECORDS[name], []).append(data)
    return document


def _outermost(element: Element) -> Iterator[Element]:
    """The elements of ours that stand in elements that are not."""
    for found in element.iter(own("*")):
        parent = found.getparent()
        if parent is not None and not is_own(parent):
            yield found


def _put_in_place(element: Element, found: dict[int, Element], reader: OwnReader) -> None:
    text = element.get(POSITION) or ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9 and text[0] != "0"):
        reader.refuse(element, "no position", text, "a whole number from 1")
    elif int(text) in found:
        reader.refuse(element, "two records at one position", text, "each position once")
    else:
        found[int(text)] = element


# -- what a publisher says


def _publication(root: Element, activity: Element) -> Publication:
    """How the activity is published.

    Raises:
        DocumentError: with all of it that cannot be read.
    """
    problems: list[AseanscError] = []

    def first(tag: str) -> Element | None:
        return next(activity.iterchildren(tag), None)

    def read(element: Element | None, tag: str, make: Callable[[Element], T]) -> T | None:
        if element is None:
            problems.append(FieldError("an element is missing", where=line_of(activity), expected=tag))
            return None
        try:
            return make(element)
        except (AseanscError, ValueError) as error:
            said = error if isinstance(error, AseanscError) else FieldError(str(error))
            said.where = f"{line_of(element)}, {tag}"
            problems.append(said)
            if len(problems) > MOST_PROBLEMS:
                raise problems_of_file(problems) from None
            return None

    def generated(element: Element) -> dt.datetime | Absent:
        text = element.get("generated-datetime")
        return Absent.NOT_STATED if text is None else dt.datetime.fromisoformat(text)

    found: dict[str, Any] = {
        "generated": read(root, "iati-activities", generated),
        "publisher": read(first("reporting-org"), "reporting-org", _organisation),
        "identifier": read(first("iati-identifier"), "iati-identifier", lambda element: element.text or ""),
        "status": read(first("activity-status"), "activity-status", lambda e: ActivityStatus(e.get("code") or "")),
        "sector": read(first("sector"), "sector", lambda element: element.get("code") or ""),
        "participants": [
            read(element, "participating-org", _participant) for element in activity.iterchildren("participating-org")
        ],
    }
    result, country = first("result"), first("recipient-country")
    if result is not None:
        found["result_type"] = read(result, "result", lambda element: ResultType(element.get("type") or ""))
    if country is not None:
        found["country"] = country.get("code") or ""
    publication = None if problems else read(activity, "iati-activity", lambda _: Publication(**found))
    if publication is None:
        raise problems_of_file(problems)
    return publication


def _participant(element: Element) -> Participant:
    return Participant(organisation=_organisation(element), role=OrganisationRole(element.get("role") or ""))


def _organisation(element: Element) -> Organisation:
    words = {child.get(XML_LANG) or "en": child.text or "" for child in element.iterchildren("narrative")}
    en, vi = words.pop("en", ""), words.pop("vi", Absent.NOT_STATED)
    return Organisation(
        ref=element.get("ref") or "",
        type=OrganisationType(element.get("type") or ""),
        name=Text(en=en, vi=vi, others=words),
    )


# -- what the file says beside


_ACTIVITY: Final = "iati-activity"
_PUBLISHERS: Final = frozenset(
    {"contact-info", "other-identifier", "related-activity", "budget", "planned-disbursement", "transaction"}
)
"""Elements of an activity that a publisher adds to it, and that say nothing of what was achieved."""

_PUBLISHERS_ATTRIBUTES: Final = frozenset({"last-updated-datetime", "linked-data-default", "linked-data-uri"})
_GENERATED: Final = "generated-datetime"


def _is_publishers(element: Element, name: str, got: str | None, expected: str | None) -> bool:
    """Whether an attribute is the publisher's to change."""
    if element.tag not in ("iati-activities", _ACTIVITY):
        return False
    if name == _GENERATED and got and expected:
        return dt.datetime.fromisoformat(got) == dt.datetime.fromisoformat(expected)  # one time in two forms
    return name in _PUBLISHERS_ATTRIBUTES and expected is None


def _differences(found: Element, written: Element) -> Iterator[AseanscError]:
    """Where a file says something else than the one that is written of the same review; blanks around tags apart."""
    where = f"{line_of(found)}, {_shown(found.tag)}"
    for name in sorted({*found.attrib, *written.attrib}):
        got, expected = found.get(name), written.get(name)
        if got != expected and not _is_publishers(found, name, got, expected):
            yield _difference(where, f"@{_shown(name)}", got, expected)
    leaf = len(found) == 0 and len(written) == 0
    got, expected = found.text or "", written.text or ""
    if got != expected if leaf else got.strip() != expected.strip():
        yield _difference(where, "its text", got, expected)
    ours = list(written)
    theirs = [child for child in found if found.tag != _ACTIVITY or child.tag not in _PUBLISHERS]
    for child in found:
        if (child.tail or "").strip():
            yield _difference(f"{line_of(child)}, {_shown(found.tag)}", "text between its elements", child.tail, "")
    for number, child in enumerate(theirs):
        if number >= len(ours) or child.tag != ours[number].tag:
            expected = _shown(ours[number].tag) if number < len(ours) else "no further element"
            yield _difference(where, "its elements", f"{_shown(child.tag)} on {line_of(child)}", expected)
            return
        yield from _differences(child, ours[number])
    if len(ours) > len(theirs):
        yield _difference(where, "its elements", "no further element", _shown(ours[len(theirs)].tag))


def _difference(where: str, what: str, got: str | None, expected: str | None) -> FieldError:
    return FieldError(
        f"the file differs from the review in it: {what}",
        where=where,
        got="nothing" if got is None else got,
        expected="nothing" if expected is None else repr(expected),
        hint="Undo that. With the elements of aseansc taken out, it is read as a file of others.",
    )


def _shown(tag: str) -> str:
    """A tag or an attribute as it stands in the file."""
    return tag.replace(f"{{{NAMESPACE}}}", f"{PREFIX}:").replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
