"""The tree while it grows, and its turning into provisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from comparer.model import Kind, Provision, Span


@dataclass(slots=True, eq=False)
class Node:
    """A provision that is still being read."""

    kind: Kind
    number: str
    heading: str
    parent: Node | None
    runs: list[tuple[int, int]] = field(default_factory=list)
    """Its own words, in the order in which they were met."""
    anchor: int | None = None
    repairs: list[str] = field(default_factory=list)
    rank: int = 0
    """Place in the order of making: parents before children."""

    def add(self, start: int, end: int) -> None:
        """Take [start, end) as its own."""
        if end > start:
            self.runs.append((start, end))


class Tree:
    """All nodes, in the order of making."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def make(self, kind: Kind, number: str, heading: str, parent: Node | None) -> Node:
        """A new node."""
        node = Node(kind, number, heading, parent, rank=len(self.nodes))
        self.nodes.append(node)
        return node

    def provisions(self, raw: str) -> tuple[Provision, ...]:
        """The nodes that have words, in document order, a parent before its children."""
        kept = [node for node in self.nodes if node.runs]
        for node in kept:
            while node.parent is not None and not node.parent.runs:
                node.parent = node.parent.parent
        starts = _starts(kept)
        kept.sort(key=lambda node: (starts[id(node)], node.rank))
        index = {id(node): place for place, node in enumerate(kept)}
        ends = {id(node): max(end for _, end in node.runs) for node in kept}
        for node in sorted(kept, key=lambda node: -node.rank):
            if node.parent is not None and node.kind is not Kind.FOOTNOTE:
                ends[id(node.parent)] = max(ends[id(node.parent)], ends[id(node)])
        return tuple(
            Provision(
                index=place,
                kind=node.kind,
                number=node.number,
                heading=node.heading,
                parent=None if node.parent is None else index[id(node.parent)],
                span=Span(min(start for start, _ in node.runs), ends[id(node)]),
                own=_merged(node.runs, raw),
                anchor=node.anchor,
                repairs=tuple(node.repairs),
            )
            for place, node in enumerate(kept)
        )


def _starts(nodes: list[Node]) -> dict[int, int]:
    """Where each node begins; a footnote printed before its parent is put right behind it."""
    starts: dict[int, int] = {}
    for node in nodes:
        own = min(start for start, _ in node.runs)
        if node.parent is not None:
            own = max(own, starts.get(id(node.parent), own))
        starts[id(node)] = own
    return starts


def _merged(runs: list[tuple[int, int]], raw: str) -> tuple[Span, ...]:
    """Runs in order, those that only blanks divide made one."""
    merged: list[Span] = []
    for start, end in sorted(runs):
        if merged and not raw[merged[-1].end : start].strip():
            merged[-1] = Span(merged[-1].start, end)
        else:
            merged.append(Span(start, end))
    return tuple(merged)
