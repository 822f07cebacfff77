"""Invented agreements as files, and libraries that hold them."""

from __future__ import annotations

from pathlib import Path

HARBOUR = """Harbour Agreement

Chapter 9: Harbour Data

Article 9.1: Definitions

For the purposes of this Chapter:

harbour data means any reading taken in a harbour by a pilot.

Article 9.2: Free Flow of Harbour Data

1. Each Party shall allow the sending of harbour data abroad by a pilot of another Party.

2. Nothing in this Article keeps a Party from a measure that guards the lanterns of its lighthouses.

Article 9.3: Café Licences

1. No Party shall demand a licence for a café in port.

2. Buoys are painted red before the winter comes.
"""

PILOT = """Pilot Agreement

Article 1: Free Flow of Harbour Data

1. Each Party shall allow the sending of harbour data abroad by a pilot or a captain of another Party.

2. A captain may keep a parrot.

Article 2: Foghorns

The Parties shall sound every foghorn at noon, and the lanterns are lit at dusk.
"""

PUERTO = """Acuerdo de Puertos

Artículo 1: Datos del puerto

Cada Parte permitirá la transmisión de datos del puerto por un práctico de otra Parte.

Artículo 2: Protección

Las Partes procurarán que la protección del faro no sea una restricción encubierta.
"""

GANGKOU = """港口协定

第1条 定义

港口数据指在港口取得的任何读数。

第2条 港口数据流动

1. 任何一方不得禁止另一方船舶向境外发送港口数据。

2. 灯塔应在黄昏点亮，个人信息受到保护。
"""

TOTA = """<?xml version="1.0" encoding="UTF-8"?>
<treaty><meta><name>{name}</name><date_signed>{signed}</date_signed><date_into_force>2011-01-01</date_into_force>
<parties><partyisocode n="1">{one}</partyisocode><partyisocode n="2">{two}</partyisocode></parties>
<language>en</language></meta><body><chapter name="Lamps" number="Chapter 1">
<article number="Article 1" name="{heading}">1. The Parties shall trim the wicks of {lamps}.
2. The oil &amp; the matches are kept dry.</article>
<article number="Article 2" name="Cooperation">The Parties shall meet at the lighthouse in {signed}.</article>
</chapter></body></treaty>
"""


def tota(name: str, signed: str = "2010-05-06", parties: tuple[str, str] = ("JPN", "CHL"), lamps: str = "lamps") -> str:
    """A collection's file on an agreement; `lamps` makes it another source."""
    return TOTA.format(name=name, signed=signed, one=parties[0], two=parties[1], heading="Wicks", lamps=lamps)


INDEXES_ARE_WHOLE = (
    "INSERT INTO words_fts (words_fts, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO wide_fts (wide_fts, rank) VALUES ('integrity-check', 1)",
)
"""Each fails where an index and the words it was made from have come apart."""


def write(folder: Path, **files: str) -> Path:
    """Files named by their keyword, `_` for the dot before the suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content, encoding="utf-8")
    return folder


def all_four(folder: Path) -> Path:
    return write(folder, harbour_txt=HARBOUR, pilot_txt=PILOT, puerto_txt=PUERTO, gangkou_txt=GANGKOU)
