"""Readers that pass the fields of an object straight to the constructor of its class and fail at the first problem.

A valid document needs only these readers; an invalid one is read again by the thorough readers, which report every
problem. So an error raised here is never shown, but whatever the thorough readers refuse must fail here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import Parameter, signature
from typing import Any

import attrs

from aseansc.codelists import CodeList
from aseansc.errors import FieldError
from aseansc.interchange._document.scalars import Hook


def quick_reader(cls: type, hooks: Mapping[str, Hook]) -> Hook:
    """Return a function that reads an object with the fields of a class.

    Its source code is generated from the signature of the constructor; a loop over the fields takes twice as long.

    Args:
        cls: the class.
        hooks: the hook that reads each field. It is not called for a str, int or bool field with a validator, because
            the class checks those itself.
    """
    known: dict[str, Any] = {"cls": cls, "FieldError": FieldError}
    types: dict[str, Any] = {
        attribute.name: attribute.type for attribute in attrs.fields(cls) if attribute.validator is not None
    }
    required: list[str] = []
    lines: list[str] = []
    for name, parameter in signature(cls).parameters.items():
        if name not in hooks:
            continue
        kind = types.get(name)
        if kind in (str, int, bool):
            read = f"data[{name!r}]"
        elif isinstance(kind, type) and issubclass(kind, CodeList):
            known[f"read_{name}"] = {code.value: code for code in kind}
            read = f"read_{name}[data[{name!r}]]"
        else:
            known[f"read_{name}"] = hooks[name]
            read = f"read_{name}(data[{name!r}], None)"
        if parameter.default is Parameter.empty:
            required.append(name)
            lines.append(f"{name} = {read}")
        else:
            known[f"default_{name}"] = parameter.default  # for a factory, the marker that makes attrs call it
            lines.append(f"if {name!r} in data:\n        {name} = {read}; count += 1")
            lines.append(f"else:\n        {name} = default_{name}")
    source = "\n    ".join(
        [
            "def read(data, kind=None):",
            f"count = {len(required)}",
            *lines,
            "if count != len(data) or data.__class__ is not dict: raise FieldError('unknown fields')",
            f"return cls({', '.join(f'{name}={name}' for name in hooks)})",
        ]
    )
    exec(source, known)
    reader: Hook = known["read"]
    return reader
