"""Read structure messages: components, code lists and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord, unchecked
from aseansc.errors import DocumentError
from aseansc.interchange._languages import OWN_LANGUAGES, language_of
from aseansc.interchange.sdmx._elements import XML_LANG, Element, children, local, reference_to, root_of, within
from aseansc.interchange.sdmx._read_xml import reference
from aseansc.texts import Text


class Definition:
    """The definition of one dataflow or data structure in a structure message.

    Args:
        text: the message.
        root: its root element; the codes of code lists may be left out.
        structure: a reference to the dataflow, data structure or provision agreement, such as ``ECB:EXR(1.0)``;
            ``""`` if the message has only one.

    Raises:
        DocumentError: if the message does not define it, or defines several and `structure` is empty.
    """

    def __init__(self, text: str, root: Element, structure: str) -> None:
        flows = _by_reference(root, "Dataflow")
        designs = _by_reference(root, "DataStructure")
        if structure not in flows and structure not in designs:
            structure = _resolve_provision(root, structure)
        _require_one(structure, flows, designs)
        self.flow = flows.get(structure) if structure else next(iter(flows.values()), None)
        wanted = structure
        if self.flow is not None:
            wanted = next((reference(child) for child in children(self.flow, "Structure")), "")
        self.design = designs.get(wanted) if wanted else next(iter(designs.values()), None)
        if self.flow is None and self.design is None:
            raise _undefined(structure, (*flows, *designs), root)
        self._text = text
        self._codelists = _by_reference(root, *_CODE_LISTS)
        self.dimensions: list[str] = []
        """The ids of the dimensions, in their order."""
        self.measure_dimension = ""
        """The id of the measure dimension of SDMX 2.1, or an empty string."""
        self.measures: list[str] = []
        """The ids of the measures of SDMX 3.0."""
        self.enumerations: dict[str, str] = {}
        """References to the code lists of dimensions and attributes, by the ids of these components."""
        self._codes: dict[str, dict[str, Element]] = {}
        parts = () if self.design is None else children(self.design, *_COMPONENTS)
        for component in (
            component for part in parts for descriptor in part for component in children(descriptor, *_KINDS)
        ):
            self._add(component)

    def _add(self, component: Element) -> None:
        ident = component.get("id")
        if not ident:
            identities = children(component, "ConceptIdentity")
            refs = (inner.get("id", "") for identity in identities for inner in children(identity, "Ref"))
            ident = next(refs, "")
        kind = local(component)
        if kind == "Measure":
            self.measures.append(ident)
        elif kind.endswith("Dimension"):
            self.dimensions.append(ident)
            self.measure_dimension = ident if kind == "MeasureDimension" else self.measure_dimension
        for representation in children(component, "LocalRepresentation"):
            for enumeration in children(representation, "Enumeration"):
                self.enumerations[ident] = reference(enumeration)

    def count(self, component: str) -> int:
        """Return how many codes a dimension or an attribute has."""
        codelist = self._codelist(component)
        return 0 if codelist is None else codelist.left_out + len(list(children(codelist, *_CODES)))

    def codes(self, component: str) -> dict[str, Element]:
        """Return the codes of a dimension or an attribute, by their ids."""
        if component not in self._codes:
            self._codes[component] = {code.get("id"): code for code in self._listed(component)}
        return self._codes[component]

    def name_of(self, component: str, code: str) -> Text | PartialRecord | None:
        """Return the name of a code of a dimension or an attribute."""
        element = self.codes(component).get(code)
        return None if element is None else name_of(element)

    def repeats(self, component: str) -> Iterator[Element]:
        """Yield the codes of a component that have the id of an earlier code."""
        seen: set[str] = set()
        for code in self._listed(component):
            ident = code.get("id")
            if ident in seen:
                yield code
            seen.add(ident)

    def _codelist(self, component: str) -> Element | None:
        lists = {ident.upper(): codelist for ident, codelist in self.enumerations.items()} | self.enumerations
        return self._codelists.get(lists.get(component, ""))

    def _listed(self, component: str) -> Iterator[Element]:
        self.read_codes(component)
        codelist = self._codelist(component)
        return iter(()) if codelist is None else children(codelist, *_CODES)

    def read_codes(self, *components: str) -> None:
        """Parse the message again, for the codes of these components. For several components, this saves time."""
        found = map(self._codelist, components)
        left_out = {reference_to(codelist) for codelist in found if codelist is not None and codelist.left_out}
        if left_out:
            again = _by_reference(root_of(self._text, left_out), *_CODE_LISTS)
            self._codelists.update((ref, again[ref]) for ref in left_out)

    def name(self) -> Text | PartialRecord | None:
        """Return the name of the dataflow or, without a dataflow, of the data structure."""
        element = self.flow if self.flow is not None else self.design
        return None if element is None else name_of(element)


def _require_one(structure: str, flows: Mapping[str, Element], designs: Mapping[str, Element]) -> None:
    if not structure and max(len(flows), len(designs)) > 1:
        raise DocumentError(
            "the structure message defines several dataflows or data structures, and the one to use is not given",
            where="sdmx.loads",
            got=", ".join(flows if len(flows) > 1 else designs),
            expected="one dataflow, with its data structure",
            hint="Give the message together with its data, or split it into one message for each.",
        )


def _only_lists(root: Element) -> DocumentError:
    """Return the error for a message without data that defines neither a dataflow nor a data structure."""
    lists = list(_by_reference(root, *_CODE_LISTS))
    others = [local(child) for structures in within(root, "Structures") for child in structures]
    kinds = [words for tag, words in zip(_CODE_LISTS, _WORDS_OF_LISTS, strict=True) if _by_reference(root, tag)]
    what = f"has only {' and '.join(kinds)}" if kinds else "has no figures"
    use = "the data that use them" if kinds else "the data"
    return DocumentError(
        f"the structure message {what}, and does not define the structure of {use}",
        where="sdmx.loads",
        got=", ".join((lists or others)[:_MOST_SHOWN]) or "an empty message",
        expected="data, or a data structure",
        hint=f"Read {use}: aseansc convert DATA draft.xlsx --structure FILE."
        if lists
        else "Ask the publisher for data.",
    )


_MOST_SHOWN: Final = 5


def _undefined(structure: str, defined: Iterable[str], root: Element) -> DocumentError:
    if not structure:
        return _only_lists(root)
    return DocumentError(
        "the structure message does not define the structure of the data",
        where="sdmx.loads",
        got=", ".join(defined),
        expected=structure,
    )


LONGEST_SHOWN: Final = 300
"""The largest number of characters of a text that the reason of a gap shows."""

_CODE_LISTS: Final = ("Codelist", "ConceptScheme")
_WORDS_OF_LISTS: Final = ("code lists", "concept schemes")
_CODES: Final = ("Code", "Concept")
_COMPONENTS: Final = ("DataStructureComponents", "Components")
_KINDS: Final = ("Dimension", "TimeDimension", "MeasureDimension", "Attribute", "Measure")
_PROVISIONS: Final = ("ProvisionAgreement", "ProvisionAgrement")
"""SDMX-ML 2.1 has both spellings."""


def _resolve_provision(root: Element, structure: str) -> str:
    """Return the reference of the dataflow of a provision agreement; any other reference is returned unchanged."""
    for provision in within(root, *_PROVISIONS):
        if structure and reference_to(provision) == structure:
            for child in children(provision, "StructureUsage", "Dataflow"):
                return reference(child)
    return structure


def _by_reference(root: Element, *names: str) -> dict[str, Element]:
    """Return the structures with the given tags that a message defines, by their references."""
    return {reference_to(element): element for name in names for element in within(root, name) if element.get("id")}


def words_of(element: Element, tag: str = "Name") -> dict[str, str]:
    """Return the names (or descriptions) of an element by language."""
    return {child.get(XML_LANG, "en"): child.text for child in children(element, tag)}


def name_of(element: Element) -> Text | PartialRecord | None:
    """Return the names of an element in all languages, as a partial text if the English name is missing.

    A regional variant such as ``en-GB`` is used as English unless there is a name in ``en``; likewise for Vietnamese.
    """
    return text_of((child.get(XML_LANG, "en"), child.text) for child in children(element, "Name"))


def text_of(names: Iterable[tuple[str, str]]) -> Text | PartialRecord | None:
    """Return the names of one thing, each with its language tag or "", as `name_of` does."""
    given = [(language_of(tag), text) for tag, text in names]
    found: dict[str, str] = {}
    for language, text in sorted(given, key=lambda item: item[0] not in OWN_LANGUAGES):
        primary = language.partition("-")[0]
        tag = primary if primary in OWN_LANGUAGES and primary not in found else language
        words = " ".join(text.split())
        if words:
            found.setdefault(tag, words)
    if not found:
        return None
    nameless = found.pop("", None)
    english, vietnamese = found.pop("en", None), found.pop("vi", None)
    fields: dict[str, object] = {"vi": vietnamese} if vietnamese else {}
    fields |= {"others": found} if found else {}
    if english:
        return Text(en=english, vi=vietnamese or Absent.NOT_STATED, others=found)
    fields = {"en": no_language(nameless) if nameless else _NO_ENGLISH, **fields}
    return PartialRecord(Text, fields) if len(fields) > 1 else unchecked(Text, fields, "")


_NO_ENGLISH: Final = Gap(reason=Text(en="the file gives no name in English", vi="tệp không có tên tiếng Anh"))


def no_language(words: str) -> Gap:
    """Return a gap for a text whose language the file does not state."""
    shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
    return Gap(
        reason=Text(
            en=f"the file does not state the language of this text: {shown}",
            vi=f"tệp không cho biết ngôn ngữ của nội dung này: {shown}",
        )
    )
