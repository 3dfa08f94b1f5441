"""Read IATI files that this library wrote, and refuse them if they were changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any, Final, TypeVar

from aseansc.codelists import Absent
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.structure import structure
from aseansc.interchange._recognize import advice
from aseansc.interchange._xml import XML_LANG, Element, line_of
from aseansc.interchange.iati._codelists import (
    VERSIONS,
    ActivityStatus,
    OrganisationRole,
    OrganisationType,
    ResultType,
)
from aseansc.interchange.iati._extension import (
    FAMILY,
    NAMESPACE,
    POSITION,
    PREFIX,
    RECORDS,
    UNREADABLE,
    OwnReader,
    is_own,
    name_of,
    own,
    update_version,
)
from aseansc.interchange.iati._publication import Organisation, Participant, Publication
from aseansc.interchange.iati._write_review import tree_of
from aseansc.limits import in_force
from aseansc.reviews import Review
from aseansc.texts import Text

T = TypeVar("T")

_BEFORE_2: Final = "1."

_PLACED: Final = ("indicator", "observation", "target")
"""Records that are written inside the IATI elements that they belong to, each with its position."""


def own_review(root: Element, activity: Element) -> tuple[Review, Publication]:
    """Return the review in an activity that this library wrote, and its publication.

    Raises:
        DocumentError: if it is not a review, or the file differs from what is written for that review.
    """
    reader = OwnReader()
    document = _document(activity, reader)
    if reader.problems:
        raise _invalid(reader.problems)
    try:
        review = structure(document)
    except DocumentError as error:
        for problem in error.problems:
            problem.where = reader.location(problem.where)
        raise _invalid(error.problems) from None
    publication = _publication(root, activity)
    differences = _invalid(_differences(root, tree_of(review, publication)))
    if differences.problems:
        raise differences
    return review, publication


def activities_of(root: Element) -> list[Element]:
    """Return the activities of a file.

    Raises:
        DocumentError: if the file is not an IATI activity file, has an unsupported version, or has no activities.
    """
    if root.tag != "iati-activities":
        raise unreadable(
            [
                FieldError(
                    "the file is not an IATI activity file",
                    where=line_of(root),
                    got=root.tag,
                    expected="a root element iati-activities",
                    hint=advice(f"<{root.tag.rpartition('}')[2]} {root.tag}>", "iati"),
                )
            ]
        )
    problems: list[AseanscError] = []
    version = root.get("version")
    if version not in VERSIONS:
        problems.append(
            FieldError(
                "the version of IATI is not supported",
                where=f"{line_of(root)}, @version",
                got="nothing" if version is None else version,
                expected=f"one of {', '.join(VERSIONS)}",
                hint="Convert the file to version 2.03." if (version or "").startswith(_BEFORE_2) else "",
            )
        )
    activities = list(root.iterchildren("iati-activity"))
    if not activities:
        problems.append(
            FieldError("the file has no activities", where=line_of(root), expected="at least one iati-activity")
        )
    if problems:
        raise unreadable(problems)
    return activities


def is_own_file(root: Element, activities: list[Element]) -> bool:
    """Return whether this library wrote a file.

    Raises:
        DocumentError: if it did, but the version is unknown, the review is incomplete, or there are other activities.
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
        problem, element = "the version of the aseansc elements is not supported", unknown[0]
        hint = "Install a newer version of aseansc, or remove all aseansc elements to read the file as a draft."
    elif not reviews:
        if stray is None:
            return False
        problem, element = "the file has aseansc elements, but not the element of their review", stray
        hint = "Restore the element, or remove all aseansc elements to read the file as a draft."
    elif len(activities) > 1:
        problem, element = "the file has another activity besides that of the review", activities[1]
        hint = "Save the activity of the review in a separate file."
    else:
        return True
    raise unreadable(
        [
            FieldError(
                problem,
                where=f"{line_of(element)}, {_shown(element.tag)}",
                expected=f"a single activity with one {PREFIX}:review of the namespace {NAMESPACE}",
                hint=hint,
            )
        ]
    )


def unreadable(problems: Iterable[AseanscError]) -> DocumentError:
    """Return the error for a file of any publisher that cannot be read."""
    return refusal(UNREADABLE, problems)


def _invalid(problems: Iterable[AseanscError]) -> DocumentError:
    return refusal(NOT_A_REVIEW, problems)


# -- aseansc elements


def _document(activity: Element, reader: OwnReader) -> Data:
    """Return the JSON document of the review from its elements."""
    reviews, placed = _sorted_out(activity, reader)
    document: Data = {**reader.read(reviews[0], "$", records=True)}
    counts = {name: document.pop(RECORDS[name], None) for name in _PLACED}
    for child in reviews[0]:
        name = name_of(child)
        if name in _PLACED and is_own(child):
            reader.report(
                child, "the record is in the wrong element", name, "it inside the IATI element that it belongs to"
            )
        elif name in RECORDS and is_own(child):
            records = document.setdefault(RECORDS[name], [])
            records.append(reader.read(child, f"$.{RECORDS[name]}[{len(records)}]"))
    for name, found in placed.items():
        if counts[name] != str(len(found)):
            reader.report(reviews[0], f"wrong number of {RECORDS[name]}", len(found), str(counts[name]))
        for number, (position, element) in enumerate(sorted(found.items())):
            if position != number + 1:
                reader.report(element, "records before this one are missing", position, f"position {number + 1}")
                break
            data = reader.read(element, f"$.{RECORDS[name]}[{number}]")
            document.setdefault(RECORDS[name], []).append(data)
    return document


def _sorted_out(activity: Element, reader: OwnReader) -> tuple[list[Element], dict[str, dict[int, Element]]]:
    """Return the elements of reviews (one, in a correct file), and those of the placed records by their positions."""
    reviews: list[Element] = []
    placed: dict[str, dict[int, Element]] = {name: {} for name in _PLACED}
    for element in _outermost(activity):
        name = name_of(element)
        if name == "review":
            reviews.append(element)
        elif name in _PLACED:
            _add_by_position(element, placed[name], reader)
        else:
            reader.report(element, "unknown element", name, f"one of review, {', '.join(_PLACED)}")
    for extra in reviews[1:]:
        reader.report(extra, "a second review in the activity", expected="one review")
    return reviews, placed


def _outermost(element: Element) -> Iterator[Element]:
    """Yield the aseansc elements that are children of IATI elements."""
    for found in element.iter(own("*")):
        parent = found.getparent()
        if parent is not None and not is_own(parent):
            yield found


def _add_by_position(element: Element, found: dict[int, Element], reader: OwnReader) -> None:
    text = element.get(POSITION) or ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 9 and text[0] != "0"):
        reader.report(element, "not a position", text, "a whole number from 1")
    elif int(text) in found:
        reader.report(element, "two records have the same position", text, "each position once")
    else:
        found[int(text)] = element


# -- publication


def _publication(root: Element, activity: Element) -> Publication:
    """Return the publication of an activity.

    Raises:
        DocumentError: if it cannot be read, with every problem.
    """
    fields = _PublicationFields(activity)
    participants = activity.iterchildren("participating-org")
    found: dict[str, Any] = {
        "generated": fields.read(root, "iati-activities", _generated),
        "publisher": fields.first("reporting-org", _organisation),
        "identifier": fields.first("iati-identifier", lambda element: element.text or ""),
        "status": fields.first("activity-status", lambda element: ActivityStatus(element.get("code") or "")),
        "sector": fields.first("sector", lambda element: element.get("code") or ""),
        "participants": [fields.read(element, "participating-org", _participant) for element in participants],
        "result_type": fields.first("result", lambda element: ResultType(element.get("type") or ""), required=False),
        "country": fields.first("recipient-country", lambda element: element.get("code") or "", required=False),
    }
    given = {name: value for name, value in found.items() if value is not None}
    publication = None if fields.problems else fields.read(activity, _ACTIVITY, lambda _: Publication(**given))
    if publication is None:
        raise _invalid(fields.problems)
    return publication


class _PublicationFields:
    """A reader of the fields of a publication; it collects the problems in `problems`."""

    def __init__(self, activity: Element) -> None:
        self._activity = activity
        self.problems: list[AseanscError] = []

    def first(self, tag: str, make: Callable[[Element], T], *, required: bool = True) -> T | None:
        """Return what the first element with a tag states."""
        element = next(self._activity.iterchildren(tag), None)
        if element is not None:
            return self.read(element, tag, make)
        if required:
            self.problems.append(FieldError("an element is missing", where=line_of(self._activity), expected=tag))
        return None

    def read(self, element: Element, tag: str, make: Callable[[Element], T]) -> T | None:
        """Return what an element states, or ``None`` if it cannot be read."""
        try:
            return make(element)
        except (AseanscError, ValueError) as error:
            problem = error if isinstance(error, AseanscError) else FieldError(str(error))
            problem.where = f"{line_of(element)}, {tag}"
            self.problems.append(problem)
        if len(self.problems) > in_force().problems:
            raise _invalid(self.problems)
        return None


def _generated(element: Element) -> dt.datetime | Absent:
    text = element.get(_GENERATED)
    return Absent.NOT_STATED if text is None else dt.datetime.fromisoformat(text)


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


# -- comparison with the file that would be written


_ACTIVITY: Final = "iati-activity"
_PUBLISHERS: Final = frozenset(
    {"contact-info", "other-identifier", "related-activity", "budget", "planned-disbursement", "transaction"}
)
"""Elements that a publisher may add to an activity; they are not about results."""

_PUBLISHERS_ATTRIBUTES: Final = frozenset({"last-updated-datetime", "linked-data-default", "linked-data-uri"})
_GENERATED: Final = "generated-datetime"


def _is_publishers(element: Element, name: str, got: str | None, expected: str | None) -> bool:
    """Return whether a difference in an attribute is allowed, because the publisher may change it."""
    if element.tag not in ("iati-activities", _ACTIVITY):
        return False
    if name == _GENERATED and got and expected:
        return dt.datetime.fromisoformat(got) == dt.datetime.fromisoformat(expected)  # the same time in another form
    return name in _PUBLISHERS_ATTRIBUTES and expected is None


def _differences(found: Element, written: Element) -> Iterator[AseanscError]:
    """Yield the differences between a file and the one written for its review.

    Whitespace around tags is ignored, and so is what the publisher may change.
    """
    where = f"{line_of(found)}, {_shown(found.tag)}"
    yield from _own_differences(found, written, where)
    for child in found:
        if (child.tail or "").strip():
            yield _difference(f"{line_of(child)}, {_shown(found.tag)}", "text between child elements", child.tail, "")
    children = [child for child in found if found.tag != _ACTIVITY or child.tag not in _PUBLISHERS]
    for child, expected in zip_longest(children, written):
        if child is not None and expected is not None and child.tag == expected.tag:
            yield from _differences(child, expected)
            continue
        none = "no further element"
        got = none if child is None else f"{_shown(child.tag)} in {line_of(child)}"
        yield _difference(where, "child elements", got, none if expected is None else _shown(expected.tag))
        return


def _own_differences(found: Element, written: Element, where: str) -> Iterator[AseanscError]:
    """Yield the differences in the attributes and the text of an element."""
    for name in sorted({*found.attrib, *written.attrib}):
        got, expected = found.get(name), written.get(name)
        if got != expected and not _is_publishers(found, name, got, expected):
            yield _difference(where, f"attribute {_shown(name)}", got, expected)
    texts = [found.text or "", written.text or ""]
    if len(found) or len(written):
        texts = [text.strip() for text in texts]
    if texts[0] != texts[1]:
        yield _difference(where, "text", found.text or "", written.text or "")


def _difference(where: str, what: str, got: str | None, expected: str | None) -> FieldError:
    return FieldError(
        f"the file does not agree with the review in it: {what}",
        where=where,
        got="nothing" if got is None else got,
        expected="nothing" if expected is None else repr(expected),
        hint="Undo the change, or remove all aseansc elements to read the file as one of another publisher.",
    )


def _shown(tag: str) -> str:
    """Return a tag or an attribute name as it is written in the file."""
    return tag.replace(f"{{{NAMESPACE}}}", f"{PREFIX}:").replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
