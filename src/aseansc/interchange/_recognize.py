"""Recognize files of other kinds; the hints of errors name the kind and the command that handles it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from aseansc.errors import AseanscError, LimitError

_PYTHON: Final = re.compile(r"\b\w+\.?\w*\(")
"""A Python call in a hint."""


def without_python(error: AseanscError) -> None:
    """Remove or replace the Python code in the hints of an error and its problems, for a person at a terminal."""
    for found in (error, *getattr(error, "problems", ())):
        if isinstance(found, LimitError) and found.needed:
            cure = f"aseansc --limit {found.limit}={found.needed} …"
            found.hint = f"Split the input, or put a higher limit before the command if you trust its source: {cure}"
        elif _PYTHON.search(found.hint):
            found.hint = ""


class _Kind(NamedTuple):
    name: str
    """What the file is."""
    advice: str
    """What to do with it."""
    fits: Callable[[str], bool]
    """Return whether a text is of this kind."""
    format: str = ""
    """The format that reads it."""


def _convert(suffix: str) -> str:
    return f"Give it a name that ends in {suffix}, and read it with: aseansc convert FILE{suffix} draft.xlsx."


_REPORT: Final = "Figures in a report are read with: aseansc draft REPORT -o draft.xlsx."
_TABLE: Final = (
    "To enter its figures, fill in a workbook: aseansc template my.xlsx. To find contradictions in it:"
    " aseansc audit TABLE.csv --structure FILE.toml, where FILE.toml says what its columns mean."
)
_ASK_FOR_DATA: Final = "Ask for data in SDMX-ML 2.1 or 3.0, SDMX-CSV or SDMX-JSON."
_WITH_DATA: Final = "It has no figures. Read the data with it: aseansc convert DATA draft.xlsx --structure FILE."


def _has(*parts: str, start: str = "") -> Callable[[str], bool]:
    """Return a function that returns whether a text contains all of some strings, and begins with a character."""
    return lambda text: text.startswith(start) and all(part in text for part in parts)


_ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def _root(text: str) -> str:
    """Return the local name of the root element of an XML document; empty for other files."""
    found = _ROOT.search(_COMMENTS.sub("", text[:_BEGINNING])) if text.startswith("<") else None
    return found[1] if found else ""


def _is_root(*names: str) -> Callable[[str], bool]:
    """Return a function that returns whether the root element of an XML document has one of some local names."""

    def fits(text: str) -> bool:
        return _root(text) in names

    return fits


def _columns(text: str) -> list[str]:
    """Return the names of the columns of a table; at most one if the text is not a table."""
    first = text[:_BEGINNING].partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return [name.strip().strip('"') for name in first.split(delimiter)]


_BEGINNING: Final = 10_000
_COMMENTS: Final = re.compile("<!--.*?(?:-->|$)", re.DOTALL)


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Return a function that returns whether a text begins with a pattern."""
    return lambda text: pattern.match(text) is not None


_STRUCTURES: Final = ('"dataStructures"', '"dataflows"', '"codelists"', "sdmx-json-structure")
_MESSAGES: Final = re.compile(r'\{\s*"(?:meta|header)"')
_PROSE: Final = re.compile(r"(?=(?:\S+ ){3})[^\W\d_](?:[^\n,;\t|]|[,;] )*(?:\n|$)")
"""A first line of several words, in which a comma has a blank after it."""
_RECORDS: Final = re.compile(r"\[\s*[\[{]")


def _is_structure(text: str) -> bool:
    return text.startswith("{") and any(name in text for name in _STRUCTURES)


def _is_html(text: str) -> bool:
    return _root(text).casefold() == "html" or _DOCTYPE.match(_COMMENTS.sub("", text[:_BEGINNING]).lstrip()) is not None


_DOCTYPE: Final = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)


def _is_registry(text: str) -> bool:
    return _root(text) == "RegistryInterface" or (_root(text) == "Error" and "sdmx" in text[:_BEGINNING])


def _is_query(text: str) -> bool:
    return _root(text).endswith("Query")


def _is_sdmx_csv(text: str) -> bool:
    return _columns(text)[0] in ("STRUCTURE", "DATAFLOW")


def _is_open_sdg(text: str) -> bool:
    return {"Year", "Value"} <= set(_columns(text)) and text[:_BEGINNING].partition("\n")[0].count(",") > 0


def _is_nearly_open_sdg(text: str) -> bool:
    return {"year", "value"} <= {name.casefold() for name in _columns(text)}


def _is_table(text: str) -> bool:
    return text[:1] not in ("<", "{", "[") and len(_columns(text)) > 1


_SIGNATURE: Final = 8
_BINARY: Final = (
    _Kind("a PDF file", _REPORT, _has(start="%PDF")),
    _Kind("a zip archive or an Office file", "Name it .zip, .xlsx or .docx.", _has(start="PK\x03\x04")),
    _Kind("a Parquet file", "Name it .parquet, and check it with: aseansc check.", _has(start="PAR1")),
    _Kind("an old Office file", "Name it .doc or .xls.", _has(start="\xd0\xcf\x11\xe0")),
)
_KINDS: Final = (
    *_BINARY,
    _Kind(
        "an HTML page, perhaps an error or a login page of a web service",
        f"Open it in a browser. {_REPORT}",
        _is_html,
    ),
    _Kind("a review in JSON", _convert(".json"), _has('"aseansc/', start="{"), "json"),
    _Kind("an SDMX-JSON data message", _convert(".json"), _has('"dataSets"', start="{"), "sdmx"),
    _Kind("an SDMX-JSON metadata message", _ASK_FOR_DATA, _has('"metadataSets"', start="{")),
    _Kind(
        "an SDMX-JSON structure message",
        f"It has no figures, and structures are read in SDMX-ML only. {_ASK_FOR_DATA}",
        _is_structure,
    ),
    _Kind("a JSON-stat dataset", _ASK_FOR_DATA, _has('"class"', '"dimension"', '"id"', '"size"', start="{")),
    _Kind(
        "an SDMX-JSON message without data",
        _ASK_FOR_DATA,
        _matches(_MESSAGES),
    ),
    _Kind(
        "the description of a Data Package",
        "If it is a review, give its folder instead: aseansc check FOLDER.",
        _has('"resources"', start="{"),
    ),
    _Kind(
        "a GeoJSON file",
        "It has shapes of places, and no figures that can be read.",
        _has('"FeatureCollection"', start="{"),
    ),
    _Kind(
        "the description of a table (CSVW)", f"Read the table. {_TABLE}", _has("http://www.w3.org/ns/csvw", start="{")
    ),
    _Kind("a list of records in JSON", _TABLE, _matches(_RECORDS)),
    _Kind("an IATI activity file", _convert(".xml"), _is_root("iati-activities", "iati-activity"), "iati"),
    _Kind(
        "an IATI organisation file",
        "It has budgets and no results. Ask for the activity file of the publisher.",
        _is_root("iati-organisations", "iati-organisation"),
    ),
    _Kind(
        "an SDMX-ML data message",
        _convert(".xml"),
        _is_root(
            *("GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData"),
        ),
        "sdmx",
    ),
    _Kind("an SDMX-ML structure message", _WITH_DATA, _is_root("Structure"), "sdmx"),
    _Kind(
        "an answer of an SDMX registry, without data",
        _ASK_FOR_DATA,
        _is_registry,
    ),
    _Kind("an SDMX-ML metadata message", _ASK_FOR_DATA, _is_root("GenericMetadata", "StructureSpecificMetadata")),
    _Kind(
        "an SDMX-ML query",
        f"It asks a web service for data, and has none. {_ASK_FOR_DATA}",
        _is_query,
    ),
    _Kind(
        "the answer of a web service in an envelope of SOAP",
        f"Save the message in its Body as a file of its own. {_ASK_FOR_DATA}",
        _is_root("Envelope"),
    ),
    _Kind(
        "a code list of IATI", "It has no figures. Ask for the activity file of the publisher.", _is_root("codelist")
    ),
    _Kind("SDMX-CSV", _convert(".csv"), _is_sdmx_csv, "sdmx"),
    _Kind(
        "a data file of Open SDG",
        f"{_convert('.csv')} Any other table: fill in a workbook, aseansc template my.xlsx.",
        _is_open_sdg,
        "open_sdg",
    ),
    _Kind(
        "a table with the columns of Open SDG in another delimiter or case",
        f"Separate the columns with commas, and write Year and Value with capitals. If it is another table: {_TABLE}",
        _is_nearly_open_sdg,
    ),
    _Kind("a text", _REPORT, _matches(_PROSE)),
    _Kind(
        "a plain table",
        _TABLE,
        _is_table,
    ),
)
"""The kinds of files; the first that fits is shown."""


def advice_on_bytes(content: bytes) -> str:
    """Return what a file is that is not text, and what to do with it; empty if it is not recognized."""
    beginning = content[:_SIGNATURE].decode("latin-1")
    return next((f"This is {kind.name}. {kind.advice}" for kind in _BINARY if kind.fits(beginning)), "")


def advice(content: str, format: str) -> str:  # noqa: A002
    """Return what a file is and what to do with it; empty if it is not recognized, or a format reads it itself.

    Args:
        content: the file, or its beginning.
        format: the format that refuses it: the name of its module; empty if several refuse it.
    """
    text = content.lstrip("\ufeff \t\r\n")
    if not text:
        return "The file is empty."
    for kind in _KINDS:
        if kind.fits(text):
            return "" if format and kind.format == format else f"This is {kind.name}. {kind.advice}"
    return ""
