"""Word documents for tests, written part by part."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(words: str, *, style: str = "", numbered: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph; `words` may be runs already (`<w:r>…`)."""
    list_place = ""
    if numbered is not None:
        list_place = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = words if words.startswith("<") or not words else r(words)
    return f"<w:p><w:pPr>{named}{list_place}{properties}</w:pPr>{runs}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def call(number: int, note: str = "footnote") -> str:
    return f'<w:r><w:{note}Reference w:id="{number}"/></w:r>'


def note(number: int, words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{r(" " + words)}</w:p></w:{kind}>'


def level(which: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{which}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(lists: dict[int, str], nums: dict[int, tuple[int, str]]) -> str:
    """`lists`: levels by abstract id; `nums`: abstract id and overrides by list id."""
    return "".join(f'<w:abstractNum w:abstractNumId="{k}">{v}</w:abstractNum>' for k, v in lists.items()) + "".join(
        f'<w:num w:numId="{k}"><w:abstractNumId w:val="{v[0]}"/>{v[1]}</w:num>' for k, v in nums.items()
    )


def _types(parts: list[str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((name, name) for name in parts)]
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def write_docx(path: Path, body: str, *, namespace: str = W, **parts: str) -> Path:
    """Write a document with `body`; `parts` are the contents of the other parts by name."""
    relations = "".join(
        f'<Relationship Id="r{k}" Type="{REL}/{name}" Target="{name}.xml"/>' for k, name in enumerate(parts)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _types(list(parts)))
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{REL}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>')
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{namespace}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{namespace}">{content}</w:{name}>')
    return path
