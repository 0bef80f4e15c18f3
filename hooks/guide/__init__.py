"""The reporting guide: data files in, Markdown pages out. Knows nothing of MkDocs.

>>> from pathlib import Path
>>> from guide import load, pages
>>> catalogue = load(Path("data"))
>>> for page in pages(catalogue, "es"):
...     print(page.path, page.title)
"""

from guide.load import load
from guide.pages import pages

__all__ = ["load", "pages"]
