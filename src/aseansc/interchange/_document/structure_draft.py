"""Build drafts from the data of a document.

A gap is ``{"gap": {"en": "the reason"}}``, optionally with the likely answers in ``"choices"``. A partial record is an
object with the name of its class in ``"partial"``, optionally the location of its source in ``"origin"``, the words
around it in ``"context"`` and the names of proposed fields in ``"proposed"``, and the known fields. Everything else has
the same form as in the document of a review.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import Any, Final, get_args

import attrs
from cattrs.errors import BaseValidationError

from aseansc.drafts import PARTIAL_TYPES, RECORD_TYPES, Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange._document import scalars
from aseansc.interchange._document.scalars import Data, Hook
from aseansc.interchange._document.structure import converter, field_hooks, structured
from aseansc.reviews import Review
from aseansc.texts import Text

_TYPES: Final = {of.__name__: of for of in PARTIAL_TYPES}
_GAP: Final = scalars.Fields(
    {"gap": lambda data, _type: _reason(data)}, {"choices": lambda data, _type: _read_choices(data)}
)


def structure_draft(data: Data) -> Draft:
    """Return the draft for the fields of a document of the present version.

    Args:
        data: the fields, without ``schema`` and ``version``.

    Raises:
        DocumentError: if they are not a valid draft; lists every problem with its JSON path.
    """
    return structured(lambda: draft_part(data), data)


def draft_part(document: Data) -> Draft:
    """Return a draft for its data, inside `one_document`; raise the same errors as `structure_part`."""
    hooks = _open_hooks(Review)
    in_order = {
        name: document[name] for name in hooks if name in document
    }  # `units` comes first: other fields refer to its units
    return Draft(**_read_fields({**in_order, **document}, Review, {**hooks, "proposed": _read_names}))


@cache
def _open_hooks(cls: type) -> dict[str, Hook]:
    types = attrs.fields_dict(cls)
    return {
        name: _open_hook(cls, name, hook, types[name].type) for name, hook in field_hooks(cls).items() if name in types
    }


def _open_hook(cls: type, name: str, hook: Hook, kind: Any) -> Hook:
    """Return a hook that reads a field which may be a gap or contain gaps."""
    if name == "extra":
        return hook  # free data, in which "gap" has no meaning
    if name == "others":  # "gap" may also be a language tag, whose value is a string
        return lambda data, _type: _read_open(data, ()) if _is_gap(data) else hook(data, kind)
    return _open_field_hook(hook, _item_hook(cls, name), kind)


def _item_hook(cls: type, name: str) -> Hook | None:
    """Return the hook of one item if the field is a list of objects that may be partial; otherwise None."""
    items = get_args(attrs.fields_dict(cls)[name].type)
    if (cls is Review and name not in RECORD_TYPES) or name == "units" or len(items) != 2 or items[1] is not ...:
        return None
    return converter(thorough=True).get_structure_hook(items[0])


def _open_field_hook(hook: Hook, item_hook: Hook | None, kind: Any) -> Hook:
    """Return a hook that reads a gap, a partial record or a list with such items, and otherwise calls `hook`."""
    kinds = get_args(kind) or (kind,)
    item_kinds = get_args(kinds[0]) or kinds[:1]

    def read(data: Any, _type: Any) -> Any:
        if _is_open(data):
            return _read_open(data, kinds if item_hook is None else ())
        if item_hook is not None and data.__class__ is list and any(_is_open(item) for item in data):
            return scalars.read_items(data, partial(_read_item, item_hook, item_kinds))
        return hook(data, kind)

    return read


def _read_item(hook: Hook, kinds: tuple[Any, ...], item: Any, kind: Any) -> Any:
    return _read_open(item, kinds) if _is_open(item) else hook(item, kind)


def _is_open(data: Any) -> bool:
    return data.__class__ is dict and ("gap" in data or "partial" in data)


def _is_gap(data: Any) -> bool:
    return data.__class__ is dict and data.get("gap").__class__ is dict


def _reason(data: Any) -> Text:
    """Return the reason of a gap; cached because a draft repeats a few reasons many times."""
    if data.__class__ is dict and len(data) == 1 and data.get("en").__class__ is str:
        return _in_english(data["en"])
    return converter(thorough=True).structure(data, Text)


@lru_cache(maxsize=256)
def _in_english(words: str) -> Text:
    return converter(thorough=True).structure({"en": words}, Text)


def _read_open(data: dict[str, Any], kinds: tuple[Any, ...]) -> Gap | PartialRecord:
    """Return a gap, or a partial record of one of the given classes; others are refused, which also limits nesting."""
    if "gap" in data:
        found = scalars.read_fields(data, Gap, _GAP)
        return Gap(reason=found["gap"], choices=found.get("choices", ()))
    name = data["partial"]
    of = _TYPES.get(name) if name.__class__ is str else None
    if of is None or of not in kinds:
        fitting = [each for each, kind in _TYPES.items() if kind in kinds]
        expected = f"one of {', '.join(fitting)}" if fitting else "a complete object or a gap"
        error = FieldError("a partial record of this class is not allowed here", got=name, expected=expected)
        raise scalars.class_error([scalars.with_field_name(error, PartialRecord, "partial")], PartialRecord)
    fields = {key: item for key, item in data.items() if key not in _MARKS and key != "partial"}
    marks: dict[str, Any] = {}
    for mark, read in _MARKS.items():
        try:
            marks[mark] = read(data.get(mark, _MARKS_NOT_GIVEN[mark]), None)
            PartialRecord(of, {}, **({} if mark == "proposed" else {mark: marks[mark]}))
        except (AseanscError, BaseValidationError) as error:
            raise scalars.class_error([scalars.with_field_name(error, PartialRecord, mark)], PartialRecord) from None
    return PartialRecord(of, _read_fields(fields, of, _open_hooks(of)), **marks)


def _read_choices(data: Any) -> tuple[str, ...]:
    if data.__class__ is not list:
        raise scalars.wrong_type(data, "a list of likely answers")
    choices = scalars.read_items(data, scalars.read_text)
    return Gap(reason=_in_english("a reason"), choices=choices).choices


def _read_names(data: Any, _type: Any) -> tuple[str, ...]:
    if data.__class__ is not list:
        raise scalars.wrong_type(data, "a list of names of fields")
    return scalars.read_items(data, scalars.read_text)


_MARKS: Final[dict[str, Hook]] = {
    "origin": scalars.read_text,
    "context": scalars.read_text,
    "proposed": _read_names,
}
"""What a partial record has besides its fields."""
_MARKS_NOT_GIVEN: Final[dict[str, Any]] = {"origin": "", "context": "", "proposed": []}


def _read_fields(data: dict[str, Any], cls: type, hooks: dict[str, Hook]) -> dict[str, Any]:
    return scalars.read_fields(data, cls, scalars.Fields({}, hooks))
