"""Write and read the elements of the aseansc namespace: the records of the JSON document as XML.

Strings, numbers and booleans become attributes, objects become child elements, and lists of objects several child
elements. The names are those of the JSON document.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.versions import VERSION, VERSIONS, renamed_fields
from aseansc.interchange._xml import Element, add, line_of
from aseansc.limits import in_force

FAMILY: Final = "urn:aseansc:review:"
"""The beginning of the namespaces of all versions."""

NAMESPACE: Final = f"{FAMILY}{VERSION}"
"""The namespace of the extension; its number is the version of the JSON document whose fields it has."""

PREFIX: Final = "aseansc"

UNREADABLE: Final = "the document cannot be read"
"""The message of errors for a whole file."""

RECORDS: Final = {
    "document": "documents",
    "unit": "units",
    "section": "sections",
    "instrument": "instruments",
    "indicator": "indicators",
    "observation": "observations",
    "target": "targets",
    "claim": "claims",
    "mention": "mentions",
    "finding": "findings",
}
"""The elements of records, and the lists of the JSON document that contain them."""

POSITION: Final = "position"
"""The attribute with the number of a record in its list, from 1, for records that IATI orders differently."""
LINE_BREAKS: Final = "line_breaks"
"""The attribute of the review with the numbers of line breaks and tabs in all texts."""

_CODES: Final = frozenset({"statuses", "breakdown", "codes", "parts", "inflows", "outflows"})
_LISTS: Final = frozenset({"governed_by", "breakdowns"})
_TEXTS: Final = frozenset({"lists"})
_TRUTHS: Final = frozenset(
    {"complete", "disjoint", "net", "flows_complete", "structure_stated", "lower_open", "upper_open"}
)
_NUMBERS: Final = frozenset({"start", "end", "month", "day", "order"})
_NUMBERED: Final = frozenset({"citation", "governed_by", "finding", "content", "document"})
"""Elements in which the fields of `_NUMBERS` are integers; in a claim, ``start`` and ``end`` are ids."""

_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,16}")
_NUMBER_OF_CONTENT: Final = "number"


def own(name: str) -> str:
    """Return the tag of an aseansc element."""
    return f"{{{NAMESPACE}}}{name}"


def update_version(root: Element) -> None:
    """Give the extension elements of older versions the present namespace and the present names of their fields."""
    for version in VERSIONS[:-1]:
        older = f"{{{FAMILY}{version}}}"
        names = {element: renamed_fields(version, records) for element, records in RECORDS.items()}
        for element in list(root.iter(f"{older}*")):
            name = element.tag.removeprefix(older)
            element.tag = own(name)
            for old, new in names.get(name, {}).items():
                if old in element.attrib and new not in element.attrib:
                    element.set(new, element.attrib.pop(old))


def is_own(element: Element) -> bool:
    """Return whether an element is in the aseansc namespace."""
    return element.tag.startswith(f"{{{NAMESPACE}}}")


def name_of(element: Element) -> str:
    """Return the local name of an element."""
    return element.tag.rpartition("}")[2]


def add_own(parent: Element, name: str, data: dict[str, Any], *, position: int = 0) -> Element:
    """Add an object of the JSON document as a child element and return it."""
    element = add(parent, own(name))
    if position:
        element.set(POSITION, str(position))
    for key in sorted(data):
        text = _as_attribute(key, data[key])
        if text is None:
            _add_nested(element, key, data[key])
        else:
            element.set(key, text)
    return element


def _as_attribute(key: str, item: Any) -> str | None:
    """Return the text of a field that is written as an attribute; ``None`` for any other."""
    if item.__class__ is str:
        return str(item)
    if item.__class__ is bool:
        return "true" if item else "false"
    if item.__class__ is int:
        return str(item) if key in _NUMBERS else None
    return " ".join(item) if key in _CODES else None


def _add_nested(element: Element, key: str, item: Any) -> None:
    if key == "extra":
        add(element, own(key), text=json.dumps(item, sort_keys=True))
    elif item.__class__ is int:
        add(element, own(key), {_NUMBER_OF_CONTENT: str(item)})
    else:
        for one in item if item.__class__ is list else [item]:
            if key in _TEXTS:
                add(element, own(key), text=one)
            else:
                add_own(element, key, one)


class OwnReader:
    """A reader of aseansc elements; it records the line of each object in `lines`, and problems in `problems`."""

    def __init__(self) -> None:
        self.lines: dict[str, str] = {}
        self.problems: list[AseanscError] = []

    def report(self, element: Element, problem: str, got: object = "", expected: str = "") -> None:
        """Add a problem; raise all of them if there are too many."""
        where = f"{line_of(element)}, {PREFIX}:{name_of(element)}"
        self.problems.append(FieldError(problem, where=where, got=got, expected=expected))
        if len(self.problems) > in_force().problems:
            raise refusal(NOT_A_REVIEW, self.problems) from None

    def location(self, path: str) -> str:
        """Return the line of a path of the JSON document, followed by the path."""
        known = path
        while known and known not in self.lines:
            known = known[: max(known.rfind("."), known.rfind("["), 0)]
        return f"{self.lines[known]} ({path})" if known else path

    def read(self, element: Element, path: str, *, records: bool = False) -> dict[str, Any]:
        """Return the object in an element.

        Args:
            element: the element.
            path: the path of the object in the JSON document.
            records: whether child elements with records are left out.
        """
        self.lines[path] = line_of(element)
        data: dict[str, Any] = {}
        for key, text in element.attrib.items():
            if key not in (POSITION, LINE_BREAKS):
                data[key] = _scalar(name_of(element), key, text)
        if (element.text or "").strip() and len(element) == 0:
            self.report(element, "unexpected text", element.text, "no text in this element")
        for child in element:
            if not is_own(child):
                self.report(
                    child,
                    "an element of another namespace",
                    child.tag,
                    "only aseansc elements inside an aseansc element",
                )
                continue
            name = name_of(child)
            if records and name in RECORDS:
                continue
            self._put(data, name, child, path)
        return data

    def _put(self, data: dict[str, Any], name: str, child: Element, path: str) -> None:
        if name in _TEXTS | _LISTS:
            items: Any = data.setdefault(name, [])
            if items.__class__ is not list:
                self.report(child, "the field is given twice", name, "each field once")
            elif name in _TEXTS:
                items.append(child.text or "")
            else:
                items.append(self.read(child, f"{path}.{name}[{len(items)}]"))
        elif name in data:
            self.report(child, "the field is given twice", name, "each field once")
        elif name == "extra":
            data[name] = self._extra(child)
        elif name == "content" and list(child.attrib) == [_NUMBER_OF_CONTENT]:
            data[name] = _whole(child.get(_NUMBER_OF_CONTENT) or "")
        else:
            data[name] = self.read(child, f"{path}.{name}")

    def _extra(self, element: Element) -> Any:
        try:
            return parsed(element.text or "")
        except AseanscError as error:
            self.report(element, f"not a JSON object: {error}", element.text)
            return {}


def _whole(text: str) -> int | str:
    return int(text) if _WHOLE.fullmatch(text) else text


def _scalar(name: str, key: str, text: str) -> Any:
    """Return the value of an attribute in the form of the JSON document; the converter checks it."""
    if key in _TRUTHS and text in ("true", "false"):
        return text == "true"
    if key in _CODES:
        return text.split(" ")
    return _whole(text) if key in _NUMBERS and name in _NUMBERED else text
