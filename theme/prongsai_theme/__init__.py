"""The MkDocs theme of prongsai, on Material; a package, so that MkDocs finds its files."""

import os

# Material prints a page about its own future at every build; those who build a site of an agency
# can do nothing about it. The variable is Material's own switch.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
