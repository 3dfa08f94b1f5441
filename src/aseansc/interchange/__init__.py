"""File formats: a module for each, with the same functions.

`aseansc.interchange.json` is the canonical format of a review. Each module has ``load`` and ``dump`` for paths and open
files, and ``losses``, which lists what the format cannot represent. Modules of text formats also have ``loads`` and
``dumps``. Those that can read incomplete reviews have ``load_draft``.
"""

from aseansc.interchange._losses import Loss

__all__ = ["Loss"]
