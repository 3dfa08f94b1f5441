"""Sphinx configuration."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))

project = "aseansc"
author = "aseansc contributors"
extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "accessible",
    "api_pages",
    "command_line",
]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# Furo lists every page beside every page, works without JavaScript and on a phone, has a dark mode, and requests
# nothing from other hosts: it uses the fonts of the system.
html_theme = "furo"
html_title = "aseansc"
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
exclude_patterns = ["_pictures"]
default_role = "code"
nitpicky = False
