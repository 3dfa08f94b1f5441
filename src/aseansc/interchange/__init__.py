"""File formats: a module for each, with the same functions.

`aseansc.interchange.json` is the canonical format of a review. Each module has ``load`` and ``dump`` for paths and open
files, and ``losses``, which lists what the format cannot represent. Modules of text formats also have ``loads`` and
``dumps``. Those that can read incomplete reviews have ``load_draft``. `load` reads a file of any of them.
"""

from aseansc.interchange._any_format import (
    AMBIGUOUS as AMBIGUOUS,
    BY_SUFFIX as BY_SUFFIX,
    DRAFTS as DRAFTS,
    SUFFIXES as SUFFIXES,
    FileFormat as FileFormat,
    finished as finished,
    format_module as format_module,
    load,
    load_any as load_any,
    located as located,
    no_structure as no_structure,
    structure_beside as structure_beside,
)
from aseansc.interchange._archives import Archive as Archive, is_clutter as is_clutter
from aseansc.interchange._atomic import folder_at as folder_at
from aseansc.interchange._files import (
    in_file as in_file,
    read_bytes as read_bytes,
    unreadable as unreadable,
    write_bytes as write_bytes,
)
from aseansc.interchange._recognize import without_python as without_python
from aseansc.losses import Loss

__all__ = ["Loss", "load"]
