"""Structure messages that are read: which codes there are, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import DocumentError
from aseansc.interchange._languages import OWN_LANGUAGES, language_of
from aseansc.interchange.sdmx._messages import reference
from aseansc.interchange.sdmx._xml import XML_LANG, children, local, text_of, within
from aseansc.texts import Text

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element


class Definition:
    """What a structure message says of one dataflow.

    Args:
        root: the message.
        structure: which dataflow, data structure or provision agreement is meant; "" for the only one.

    Raises:
        DocumentError: when the message does not define it.
    """

    def __init__(self, root: Element, structure: str) -> None:
        flows = _by_reference(root, "Dataflow")
        designs = _by_reference(root, "DataStructure")
        if structure not in flows and structure not in designs:
            structure = _provided(root, structure)
        if not structure and max(len(flows), len(designs)) > 1:
            raise DocumentError(
                "the structure message defines several things, and nothing says which one is meant",
                where="sdmx.loads",
                got=", ".join(flows if len(flows) > 1 else designs),
                expected="one dataflow, with its data structure",
                hint="Load each from a message of its own, or give the message beside its data: structure=….",
            )
        self.flow = flows.get(structure) if structure else next(iter(flows.values()), None)
        wanted = structure
        if self.flow is not None:
            wanted = next((reference(child) for child in children(self.flow, "Structure")), "")
        self.design = designs.get(wanted) if wanted else next(iter(designs.values()), None)
        if self.flow is None and self.design is None:
            raise DocumentError(
                "the structure message is not that of the data",
                where="sdmx.loads",
                got=", ".join((*flows, *designs)),
                expected=structure or "a dataflow or a data structure",
            )
        self._codelists = _by_reference(root, "Codelist") | _by_reference(root, "ConceptScheme")
        self.dimensions: list[str] = []
        """The ids of the dimensions, in their order."""
        self.measure_dimension = ""
        """The dimension of SDMX 2.1 that says what is measured."""
        self.measures: list[str] = []
        """The ids of the measures of SDMX 3.0."""
        self.enumerations: dict[str, str] = {}
        """The code lists that dimensions and attributes take their values from, by the ids of those."""
        self._codes: dict[str, dict[str, Element]] = {}
        for components in () if self.design is None else children(self.design, *_COMPONENTS):
            for together in components:
                for component in children(together, *_KINDS):
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

    def codes(self, component: str) -> dict[str, Element]:
        """The codes that a dimension or an attribute may have."""
        if component not in self._codes:
            lists = {ident.upper(): codelist for ident, codelist in self.enumerations.items()} | self.enumerations
            codelist = self._codelists.get(lists.get(component, ""))
            codes = () if codelist is None else children(codelist, "Code", "Concept")
            self._codes[component] = {code.get("id", ""): code for code in codes}
        return self._codes[component]

    def repeats(self, component: str) -> Iterator[Element]:
        """Yield every code of a component whose id another code before it has."""
        codes = self.codes(component)
        codelist = self._codelists.get(self.enumerations.get(component, ""))
        met: set[str] = set()
        for code in () if not codes or codelist is None else children(codelist, "Code"):
            ident = code.get("id", "")
            if ident in met:
                yield code
            met.add(ident)

    def name(self) -> Text | PartialRecord | None:
        """What the dataflow is called, or else its data structure."""
        element = self.flow if self.flow is not None else self.design
        return None if element is None else name_of(element)


LONGEST_SHOWN: Final = 300
"""So many characters of some words are shown in the reason of a gap."""

_COMPONENTS: Final = ("DataStructureComponents", "Components")
_KINDS: Final = ("Dimension", "TimeDimension", "MeasureDimension", "Attribute", "Measure")
_PROVISIONS: Final = ("ProvisionAgreement", "ProvisionAgrement")
"""SDMX-ML 2.1 spells the element both ways."""


def _provided(root: Element, structure: str) -> str:
    """What the provision agreement of a name provides data of; the name itself, where the message has no such one."""
    for provision in within(root, *_PROVISIONS):
        if structure and _reference_to(provision) == structure:
            for child in children(provision, "StructureUsage", "Dataflow"):
                return reference(child)
    return structure


def _reference_to(element: Element) -> str:
    return f"{element.get('agencyID', '')}:{element.get('id')}({element.get('version', '1.0')})"


def _by_reference(root: Element, name: str) -> dict[str, Element]:
    """The structures of some sort that a message defines, by what refers to them."""
    return {_reference_to(element): element for element in within(root, name) if element.get("id")}


def words_of(element: Element, tag: str = "Name") -> dict[str, str]:
    """The words of an element by language."""
    return {child.get(XML_LANG, "en"): text_of(child) for child in children(element, tag)}


def name_of(element: Element) -> Text | PartialRecord | None:
    """What something is called, in the languages that it is given in; a partial text where English is not among them.

    English of a region is English, when no other is given; likewise Vietnamese.
    """
    given = [(language_of(child.get(XML_LANG, "en")), text_of(child)) for child in children(element, "Name")]
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
    return PartialRecord(Text, {"en": no_language(nameless) if nameless else _NO_ENGLISH, **fields})


_NO_ENGLISH: Final = Gap(reason=Text(en="the file gives no name in English", vi="tệp không có tên tiếng Anh"))


def no_language(words: str) -> Gap:
    """A gap for words of which a file does not say in which language they are."""
    shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
    return Gap(
        reason=Text(
            en=f"the file does not say in which language this is: {shown}",
            vi=f"tệp không nói đây là tiếng gì: {shown}",
        )
    )
