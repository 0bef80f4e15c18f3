"""The reporting guide: data files in, Markdown pages out. Knows nothing of MkDocs.

Its folders are the steps that data take, in this order; each uses only those before it:
``model``, ``reading``, ``deciding``, ``translating``, ``checking``, ``writing``, ``paper``, ``pages``, then
``book.py``, then ``publishing``. ``docs/dev/architecture.md`` says what is where.

>>> from pathlib import Path
>>> from guide.checking.check import load
>>> from guide.pages.all_pages import pages
>>> catalogue = load(Path("data"))
>>> for page in pages(catalogue, "es"):
...     print(page.path, page.title)
"""
