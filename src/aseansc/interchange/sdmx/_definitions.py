"""Structure messages that are read: which codes there are, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aseansc.errors import DocumentError
from aseansc.interchange.sdmx._ml import reference
from aseansc.interchange.sdmx._xml import XML_LANG, children, local, text_of, within
from aseansc.texts import LANGUAGE_TAG, Text

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element


class Definition:
    """What a structure message says of one dataflow.

    Args:
        root: the message.
        structure: which dataflow or data structure is meant; "" for the only one.

    Raises:
        DocumentError: when the message does not define it.
    """

    def __init__(self, root: Element, structure: str) -> None:
        flows = _by_reference(root, "Dataflow")
        designs = _by_reference(root, "DataStructure")
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
        self._codelists = _by_reference(root, "Codelist")
        self.dimensions: list[str] = []
        """The ids of the dimensions, in their order."""
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
        if local(component).endswith("Dimension"):
            self.dimensions.append(ident)
        for representation in children(component, "LocalRepresentation"):
            for enumeration in children(representation, "Enumeration"):
                self.enumerations[ident] = reference(enumeration)

    def codes(self, component: str) -> dict[str, Element]:
        """The codes that a dimension or an attribute may have."""
        if component not in self._codes:
            codelist = self._codelists.get(self.enumerations.get(component, ""))
            codes = () if codelist is None else children(codelist, "Code")
            self._codes[component] = {code.get("id", ""): code for code in codes}
        return self._codes[component]

    def name(self) -> Text | None:
        """What the dataflow is called, or else its data structure."""
        element = self.flow if self.flow is not None else self.design
        return None if element is None else name_of(element)


_COMPONENTS: Final = ("DataStructureComponents", "Components")
_KINDS: Final = ("Dimension", "TimeDimension", "MeasureDimension", "Attribute")


def _by_reference(root: Element, name: str) -> dict[str, Element]:
    """The structures of some sort that a message defines, by what refers to them."""
    return {
        f"{element.get('agencyID', '')}:{element.get('id')}({element.get('version', '1.0')})": element
        for element in within(root, name)
        if element.get("id")
    }


def words_of(element: Element, tag: str = "Name") -> dict[str, str]:
    """The words of an element by language."""
    return {child.get(XML_LANG, "en"): text_of(child) for child in children(element, tag)}


def name_of(element: Element) -> Text | None:
    """What something is called, in the languages that it is given in; nothing when English is not among them."""
    words = {
        language: " ".join(text.split())
        for language, text in words_of(element).items()
        if LANGUAGE_TAG.fullmatch(language) and text.strip()
    }
    if "en" not in words:
        return None
    english, vietnamese = words.pop("en"), words.pop("vi", "")
    return Text(en=english, others=words, **({"vi": vietnamese} if vietnamese else {}))
