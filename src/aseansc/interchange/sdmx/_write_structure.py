"""Write the SDMX-ML 3.0 structure message of a review.

It has code lists, concepts, the data structure and the dataflow, with names in all languages. Everything else is in
annotations with types that start with ``aseansc:``; a record is written as in the JSON document of the review.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from aseansc.classifications.places import PLACES
from aseansc.codelists import Absent
from aseansc.errors import FieldError, UnknownNameError
from aseansc.interchange._document.line_breaks import line_breaks
from aseansc.interchange._document.versions import VERSION as DOCUMENT_VERSION
from aseansc.interchange._document.write_json import fields_writer, write, write_definition
from aseansc.interchange.sdmx._data_structure import (
    AGENCY,
    ANNOTATION,
    AREAS,
    ATTRIBUTES,
    BREAKDOWNS,
    DIMENSIONS,
    INDICATORS,
    LINE_BREAKS,
    MANDATORY,
    MEASURE,
    NOT_APPLICABLE,
    RECORDS,
    SHARED,
    TOTAL,
    UNITS,
    VERSION,
    CodeListDefinition,
    Component,
    Name,
    dataflow_id,
    slug,
    to_breakdown,
    to_id,
)
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import Unit

MESSAGE: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
COMMON: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
STRUCTURE: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"
SPECIFIC: Final = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def dataflow_urn(review: str) -> str:
    """Return the URN of the dataflow of a review."""
    return f"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={AGENCY}:{dataflow_id(review)}({VERSION})"


def header(review: Review, prepared: dt.date, message: str) -> Iterator[str]:
    """Yield the first lines of the header of a message."""
    yield "  <mes:Header>"
    yield f"    <mes:ID>{message}_{slug(review.id)}</mes:ID>"
    yield "    <mes:Test>false</mes:Test>"
    yield f"    <mes:Prepared>{prepared.isoformat()}</mes:Prepared>"
    yield f'    <mes:Sender id="{AGENCY}"/>'


def structure_text(review: Review, prepared: dt.date) -> str:
    """Return the structure message without the XML declaration."""
    return "\n".join(_message(review, prepared)) + "\n"


def _message(review: Review, prepared: dt.date) -> Iterator[str]:
    name = slug(review.id)
    yield f'<mes:Structure xmlns:mes="{MESSAGE}" xmlns:com="{COMMON}" xmlns:str="{STRUCTURE}">'
    yield from header(review, prepared, "STRUCTURE")
    yield "  </mes:Header>"
    yield "  <mes:Structures>"
    yield "    <str:Codelists>"
    for shared in SHARED:
        items = [_Item(code, _names(title)) for code, title in shared.codes.items()]
        yield from _codelist(shared.agency, shared.id, shared.version, _names(shared.name), items)
    for list_id, title, codes in review_codelists(review):
        yield from _codelist(AGENCY, f"{list_id}_{name}", VERSION, _names(title), codes)
    yield "    </str:Codelists>"
    yield "    <str:ConceptSchemes>"
    yield f'      <str:ConceptScheme agencyID="{AGENCY}" id="CS_REVIEW" version="{VERSION}">'
    yield from _named(_names(Name("Concepts of reviews", "Khái niệm của báo cáo")), 8)
    for component in (*DIMENSIONS, MEASURE, *ATTRIBUTES):
        yield f'        <str:Concept id="{component.id}">'
        yield from _named(_names(component.name), 10)
        yield "        </str:Concept>"
    yield "      </str:ConceptScheme>"
    yield "    </str:ConceptSchemes>"
    yield "    <str:Dataflows>"
    yield f'      <str:Dataflow agencyID="{AGENCY}" id="{dataflow_id(review.id)}" version="{VERSION}">'
    yield from _annotations(_review_annotations(review), 8)
    yield from _named(review.title, 8)
    if not isinstance(review.note, Absent):
        yield from _named(review.note, 8, "Description")
    yield f"        <str:Structure>{_dsd_urn(review)}</str:Structure>"
    yield "      </str:Dataflow>"
    yield "    </str:Dataflows>"
    yield from _data_structure(review)
    yield "  </mes:Structures>"
    yield "</mes:Structure>"


def _dsd_urn(review: Review) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure={AGENCY}:DSD_{slug(review.id)}({VERSION})"


def _data_structure(review: Review) -> Iterator[str]:
    yield "    <str:DataStructures>"
    yield f'      <str:DataStructure agencyID="{AGENCY}" id="DSD_{slug(review.id)}" version="{VERSION}">'
    yield from _named(_names(Name("Figures of a review", "Số liệu của báo cáo")), 8)
    yield "        <str:DataStructureComponents>"
    yield '          <str:DimensionList id="DimensionDescriptor">'
    for number, component in enumerate(DIMENSIONS, 1):
        if component.id == "TIME_PERIOD":
            yield '            <str:TimeDimension id="TIME_PERIOD">'
            yield from _representation(review, component)
            yield "            </str:TimeDimension>"
        else:
            yield f'            <str:Dimension id="{component.id}" position="{number}">'
            yield from _representation(review, component)
            yield "            </str:Dimension>"
    yield "          </str:DimensionList>"
    yield '          <str:AttributeList id="AttributeDescriptor">'
    for component in ATTRIBUTES:
        usage = "mandatory" if component.id in MANDATORY else "optional"
        yield f'            <str:Attribute id="{component.id}" usage="{usage}">'
        yield from _representation(review, component)
        yield "              <str:AttributeRelationship><str:Observation/></str:AttributeRelationship>"
        yield "            </str:Attribute>"
    yield "          </str:AttributeList>"
    yield '          <str:MeasureList id="MeasureDescriptor">'
    yield f'            <str:Measure id="{MEASURE.id}" usage="optional">'
    yield from _representation(review, MEASURE)
    yield "            </str:Measure>"
    yield "          </str:MeasureList>"
    yield "        </str:DataStructureComponents>"
    yield "      </str:DataStructure>"
    yield "    </str:DataStructures>"


def _representation(review: Review, component: Component) -> Iterator[str]:
    concept = f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:CS_REVIEW({VERSION}).{component.id}"
    yield f"              <str:ConceptIdentity>{concept}</str:ConceptIdentity>"
    values = component.values
    if isinstance(values, CodeListDefinition):
        inside = f"<str:Enumeration>{values.urn}</str:Enumeration>"
    elif values.startswith("CL_"):
        urn = f"urn:sdmx:org.sdmx.infomodel.codelist.Codelist={AGENCY}:{values}_{slug(review.id)}({VERSION})"
        inside = f"<str:Enumeration>{urn}</str:Enumeration>"
    else:
        inside = f'<str:TextFormat textType="{values}"/>'
    yield f"              <str:LocalRepresentation>{inside}</str:LocalRepresentation>"


# -- code lists of the review


class _Annotation(NamedTuple):
    type: str
    value: str
    text: Text | None = None
    id: str = ""


class _Item(NamedTuple):
    id: str
    name: Text
    description: Text | Absent = Absent.NOT_APPLICABLE
    annotations: tuple[_Annotation, ...] = ()


def review_codelists(review: Review) -> Iterator[tuple[str, Name, list[_Item]]]:
    yield AREAS, Name("Reference areas", "Địa bàn"), [_area(code) for code in _places(review)]
    yield (
        INDICATORS,
        Name("Indicators", "Chỉ tiêu"),
        [
            *(
                _Item(
                    to_id(indicator.id),
                    indicator.name,
                    indicator.note,
                    (_Annotation("indicator", without(indicator, "id", "name", "note")),),
                )
                for indicator in review.indicators
            ),
            _Item(NOT_APPLICABLE, _names(Name("Not applicable (a claim without an indicator)", "Không áp dụng"))),
        ],
    )
    yield BREAKDOWNS, Name("Breakdowns", "Phân tổ"), list(_breakdowns(review))
    yield UNITS, Name("Units of measure", "Đơn vị tính"), list(_units(review))


def _places(review: Review) -> list[str]:
    figures = (*review.observations, *review.targets, *review.claims)
    return sorted({review.place, *(figure.place for figure in figures)})


def _area(code: str) -> _Item:
    try:
        place = PLACES.code(code)
    except UnknownNameError:
        return _Item(to_id(code), Text(en=code))
    return _Item(to_id(code), Text(en=place.en, vi=place.vi))


def _breakdowns(review: Review) -> Iterator[_Item]:
    yield _Item(TOTAL, _names(Name("Total", "Tổng số")))
    seen = {figure.breakdown for figure in review.observations if figure.breakdown}
    seen |= {target.breakdown for target in review.targets if target.breakdown}
    for codes in sorted(seen):
        yield _Item(to_breakdown(codes), Text(en=", ".join(codes)))


def _units(review: Review) -> Iterator[_Item]:
    own = {unit.code for unit in review.units}
    for unit in review.units:
        yield _Item(to_id(unit.code), _unit_name(unit), annotations=(_Annotation("unit", write_definition(unit)),))
    for unit in sorted(_used_units(review), key=lambda unit: unit.code):
        if unit.code not in own:
            yield _Item(to_id(unit.code), _unit_name(unit))


def _unit_name(unit: Unit) -> Text:
    return Text(en=unit.en, vi=unit.vi)


def _used_units(review: Review) -> set[Unit]:
    """Return the units of all indicators and figures."""
    figures = (*review.observations, *review.targets, *review.claims)
    values = [figure.value for figure in figures if not isinstance(figure.value, Absent)]
    return {*(indicator.unit for indicator in review.indicators), *(value.unit for value in values)}


# -- annotations


def without(record: Any, *names: str) -> str:
    """Return a record as JSON without the given fields."""
    left_out = tuple(f'"{name}": ' for name in names)
    lines = fields_writer(record.__class__)(record)
    return "{" + ", ".join(line for line in lines if not line.startswith(left_out)) + "}"


def untimed(review: Review) -> list[int]:
    """Return the positions of the targets that have no time, in the list of targets."""
    return [number for number, target in enumerate(review.targets) if isinstance(target.time, Absent)]


def _review_annotations(review: Review) -> Iterator[_Annotation]:
    """Yield the annotations of the dataflow."""
    yield _Annotation("version", str(DOCUMENT_VERSION))
    yield _Annotation("id", review.id)
    yield _Annotation("programme", "", review.programme)
    yield _Annotation("place", review.place)
    yield _Annotation("period", str(review.period))
    if review.extra:
        yield _Annotation("extra", _in_xml(write(review.extra)))
    breaks = line_breaks(review, words=True)
    if breaks:
        yield _Annotation(LINE_BREAKS, breaks)
    targets = set(untimed(review))
    for name, (kind, text) in RECORDS.items():
        for number, record in enumerate(getattr(review, name)):
            if name == "targets" and number not in targets:
                continue
            words = getattr(record, text) if text else None
            yield _Annotation(kind, without(record, text) if text else write(record), words, f"{kind}.{number}")


def _in_xml(json: str) -> str:
    """Escape the two characters that JSON allows and XML does not."""
    return json.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


# -- XML

_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


LONGEST_TEXT: Final = 2_000_000
"""The largest number of characters in a text; readers of XML accept ten million bytes."""


def escaped(text: str) -> str:
    """Escape the special characters of a string for an XML element or attribute.

    Raises:
        FieldError: if the text is longer than `LONGEST_TEXT`.
    """
    if len(text) > LONGEST_TEXT:
        raise FieldError(
            "the text is too long for readers of XML",
            where="sdmx.dumps",
            got=text,
            expected=f"at most {LONGEST_TEXT:,} characters",
            hint="Shorten the text.",
        )
    return text.translate(_ESCAPES)


def _names(name: Name) -> Text:
    return Text(en=name.en, vi=name.vi)


def _named(text: Text, depth: int, tag: str = "Name", prefix: str = "com") -> Iterator[str]:
    """Yield an element for each language of a text."""
    for language, words in languages(text):
        yield f'{" " * depth}<{prefix}:{tag} xml:lang="{language}">{escaped(words)}</{prefix}:{tag}>'


def languages(text: Text) -> Iterable[tuple[str, str]]:
    """Yield each language of a text with the words in it."""
    yield "en", text.en
    if not isinstance(text.vi, Absent):
        yield "vi", text.vi
    yield from text.others


def _annotations(annotations: Iterable[_Annotation], depth: int) -> Iterator[str]:
    blank = " " * depth
    yield f"{blank}<com:Annotations>"
    for annotation in annotations:
        ident = f' id="{annotation.id}"' if annotation.id else ""
        yield f"{blank}  <com:Annotation{ident}>"
        if annotation.value:
            yield f"{blank}    <com:AnnotationTitle>{escaped(annotation.value)}</com:AnnotationTitle>"
        yield f"{blank}    <com:AnnotationType>{ANNOTATION}{annotation.type}</com:AnnotationType>"
        if annotation.text is not None:
            yield from _named(annotation.text, depth + 4, "AnnotationText")
        yield f"{blank}  </com:Annotation>"
    yield f"{blank}</com:Annotations>"


def _codelist(agency: str, ident: str, version: str, name: Text, items: Iterable[_Item]) -> Iterator[str]:
    partial = ' isPartial="true"' if agency != AGENCY else ""
    yield f'      <str:Codelist agencyID="{agency}" id="{ident}" version="{version}"{partial}>'
    yield from _named(name, 8)
    for item in items:
        yield f'        <str:Code id="{item.id}">'
        if item.annotations:
            yield from _annotations(item.annotations, 10)
        yield from _named(item.name, 10)
        if not isinstance(item.description, Absent):
            yield from _named(item.description, 10, "Description")
        yield "        </str:Code>"
    yield "      </str:Codelist>"
