"""File formats: a module for each, with the same functions.

`aseansc.interchange.json` is the canonical format of a review. Each module has ``load`` and ``dump`` for paths and open
files, and ``losses``, which lists what the format cannot represent. Modules of text formats also have ``loads`` and
``dumps``. Those that can read incomplete reviews have ``load_draft``.
"""

from aseansc.interchange._archives import is_clutter as is_clutter
from aseansc.interchange._atomic import folder_at as folder_at
from aseansc.interchange._files import read_bytes as read_bytes, write_bytes as write_bytes
from aseansc.interchange._losses import Loss

__all__ = ["Loss"]


def root_of_xml(content: bytes, where: str) -> str:
    """Return the tag of the root element of an XML document.

    Raises:
        DocumentError: if it is not XML.
        MissingExtraError: if lxml is not installed.
    """
    from aseansc.interchange._xml import parsed_xml

    return parsed_xml(content, where).tag
