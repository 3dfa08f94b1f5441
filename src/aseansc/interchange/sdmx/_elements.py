"""Read SDMX-ML as a tree of small elements, which takes a third of the memory of lxml's tree.

Elements are found by their local names, without regard to namespaces. Only `root_of` needs lxml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from aseansc.errors import DocumentError, bug

if TYPE_CHECKING:
    from aseansc.interchange import _xml

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
DATA_MESSAGES: Final = frozenset(
    {"StructureSpecificData", "StructureSpecificTimeSeriesData", "GenericData", "GenericTimeSeriesData"}
)
"""The root elements of data messages."""

MOST_CELLS: Final = 1_000
MOST_UNREAD: Final = 10_000
PARTS_OF_SETS: Final = frozenset({"Series", "Obs", "Group", "Atts"})
"""The elements of data sets that hold rows, or attributes of rows."""
_READ_IN_SETS: Final = PARTS_OF_SETS | {
    *("Comp", "SeriesKey", "ObsKey", "GroupKey", "Attributes", "ObsDimension", "ObsValue"),
}
_READ_IN: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(DATA_MESSAGES, frozenset({"Header", "DataSet"})),
    "Header": frozenset({"Structure", "DataSetAction"}),
    **dict.fromkeys(("DataSet", *PARTS_OF_SETS), _READ_IN_SETS),
}
"""The children that are read of some elements of data messages; all others are kept as XML."""


class Element:
    """An element of SDMX-ML."""

    __slots__ = ("inside", "left_out", "names", "sourceline", "tag", "tail", "text", "values")

    def __init__(self, tag: str, text: str, line: int) -> None:
        self.tag: str = tag
        self.text: str = text
        """The text before the first child; of an element that is not read, its XML."""
        self.tail: str = ""
        self.sourceline: int = line
        self.names: tuple[str, ...] = ()
        self.values: tuple[str, ...] = ()
        """The names and the values of the attributes."""
        self.inside: tuple[Element, ...] = ()
        """The children: first the rows or codes, then all others."""
        self.left_out: int = 0
        """How many codes of the code list are left out."""

    @property
    def attrib(self) -> dict[str, str]:
        """The attributes by name."""
        return dict(zip(self.names, self.values, strict=True))

    def get(self, name: str, default: str = "") -> str:
        """Return the value of an attribute."""
        return self.values[self.names.index(name)] if name in self.names else default

    def __iter__(self) -> Iterator[Element]:
        return iter(self.inside)

    def release(self) -> None:
        """Drop the attributes and the children, to save memory."""
        self.names = self.values = self.inside = ()

    def iter(self) -> Iterator[Element]:
        """Yield the element and all its descendants."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.inside))


_STREAMED: Final = ("Obs", "Series", "Group", "Atts", "Code", "Concept")
_CODE_LISTS: Final = frozenset({"Codelist", "ConceptScheme"})


class _Builder:
    """Makes the elements of a document while lxml parses it, and removes what is made from lxml's tree.

    Args:
        lists: the code lists with their codes; the codes of all others are only counted.
    """

    def __init__(self, lists: Collection[str]) -> None:
        self._lists = lists
        self._tags: dict[str, str] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._line = 1
        self._unread = 0
        self._made: dict[_xml.Element, list[Element]] = {}
        """The children that were removed from an element."""
        self._left_out: Counter[_xml.Element] = Counter()
        self._read_in: Mapping[str, frozenset[str]] = {}

    def root(self, events: Iterator[tuple[str, _xml.Element]]) -> Element:
        """Return the root element."""
        parent: _xml.Element | None = None
        kind = ""
        done: _xml.Element | None = None
        for event, given in events:
            if done is not None and parent is not None:
                done.clear(keep_tail=True)  # to remove an element with many others inside takes quadratic time
                parent.remove(done)  # not before the next event: the parser may still add the text after it
                done = None
            if event == "root":
                self._read_in = _READ_IN if _local(given.tag) in DATA_MESSAGES else {}
                return self._whole(given, "")
            above = given.getparent()
            if above is not parent:
                parent, kind = above, _kind_of(above)
            if above is not None and kind:
                self._take(given, above, kind)
                done = given
        raise bug(done)  # the parser yields the root at last

    def _take(self, given: _xml.Element, parent: _xml.Element, kind: str) -> None:
        """Make a row, or a code of one of the code lists; count any other code."""
        if kind == "rows":
            self._read_in = _READ_IN
        elif reference_to(parent) not in self._lists:
            self._left_out[parent] += 1
            return
        self._made.setdefault(parent, []).append(self._whole(given, _local(parent.tag)))

    def _whole(self, given: _xml.Element, parent: str) -> Element:
        """Return an element with its descendants, those first that were removed from it."""
        tag = self._tags.setdefault(given.tag, given.tag)
        attributes = given.attrib
        if len(attributes) > MOST_CELLS:  # lxml takes quadratic time to read them
            raise too_many(tag, given.sourceline or 1, len(attributes))
        made = Element(tag, given.text or "", self._line_of(given))
        if attributes:
            names, made.values = zip(*attributes.items(), strict=True)
            made.names = self._names.setdefault(names, names)
        name = _local(tag)
        if name not in self._read_in.get(parent, (name,)):
            made.text = self._source_of(given)
            return made
        if given in self._made or len(given):
            made.inside = (*self._made.pop(given, ()), *[self._whole(child, name) for child in given])
        made.left_out = self._left_out[given] if self._left_out else 0
        made.tail = given.tail or ""
        return made

    def _line_of(self, given: _xml.Element) -> int:
        line = given.sourceline or 1
        if line != self._line:  # one copy of the number for all elements of a line
            self._line = line
        return self._line

    def _source_of(self, given: _xml.Element) -> str:
        from aseansc.interchange._xml import source_of

        self._unread += 1
        return source_of(given) if self._unread <= MOST_UNREAD else ""  # `Message` refuses more


def _kind_of(parent: _xml.Element | None) -> str:
    """Return whether the children of an element are ``rows`` or ``codes``, or an empty string."""
    names: list[str] = []
    while parent is not None and len(names) < 4:
        names.append(_local(parent.tag))
        parent = parent.getparent()
    if not names or names[0] in _CODE_LISTS:
        return "codes" if names else ""
    sets = names[1:] if names[0] == "Series" else names
    return "rows" if len(sets) == 2 and sets[0] == "DataSet" and sets[1] in DATA_MESSAGES else ""


def reference_to(element: _xml.Element | Element) -> str:
    """Return the reference of a structure, such as ``SDMX:CL_FREQ(2.1)``."""
    return f"{element.get('agencyID', '')}:{element.get('id', '')}({element.get('version', '1.0')})"


def too_many(tag: str, line: int, count: int) -> DocumentError:
    """Return the error for an element with too many attributes or values."""
    return DocumentError(
        "an element has too many attributes or values",
        where=f"sdmx.loads, line {line}",
        got=f"{count} in {_local(tag)}",
        expected=f"at most {MOST_CELLS:,}",
    )


def root_of(text: str, lists: Collection[str] = ()) -> Element:
    """Parse an XML document and return its root element.

    Args:
        text: the document.
        lists: the references of the code lists to read with their codes.

    Raises:
        DocumentError: if the document is not well formed, exceeds a limit, or declares an encoding other than UTF-8,
            US-ASCII and UTF-16.
        MissingExtraError: if lxml is not installed; SDMX-CSV can be read without it.
    """
    from aseansc.interchange._xml import declared_encoding, xml_events

    if declared_encoding(text) not in ("utf-8", "us-ascii", "utf-16"):
        raise DocumentError(
            "the encoding that the document declares is not supported",
            where="line 1",
            got=declared_encoding(text),
            expected="UTF-8, or UTF-16 with a byte-order mark",
            hint="Save the file as UTF-8.",
        )
    return _Builder(lists).root(xml_events(text, "sdmx.loads", _STREAMED))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: Element) -> str:
    """Return the local name of an element."""
    return _local(element.tag)


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of the given local names."""
    for child in element:
        if _local(child.tag) in names:
            yield child


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the element itself and its descendants, if they have one of the given local names."""
    for inner in element.iter():
        if _local(inner.tag) in names:
            yield inner


def line_of(element: Element, first: int = 1) -> str:
    """Return the line of an element, such as ``line 12``; `first` is the line where its document starts."""
    return f"line {element.sourceline + first - 1}"
