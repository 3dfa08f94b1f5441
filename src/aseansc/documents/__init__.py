"""Read reports as they come: .docx, .html, .txt, .pdf, .xls, .xlsx, .doc and .rtf files.

`read` returns a `Source`: the reading text that citations refer to, its passages and tables with their places, and the
losses.
"""

from aseansc.documents._column import Column
from aseansc.documents._draft import draft, words_of_cells
from aseansc.documents._read import read
from aseansc.documents._source import Cell, Passage, PassageKind, Source, Table

__all__ = ["Cell", "Column", "Passage", "PassageKind", "Source", "Table", "draft", "read", "words_of_cells"]
