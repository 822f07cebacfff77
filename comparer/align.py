"""Which articles correspond, across any number of texts.

Every pair of articles of two texts gets a likeness (`profiles.likeness`); then groups grow together from the most
like to the least, as long as no text has two members in a group (agglomerative clustering with mean linkage).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from comparer.citation import citation
from comparer.differences import similarity
from comparer.model import Text
from comparer.profiles import PARALLEL, Profile, are_parallel, likeness, profiles

LEAST = 0.4
"""The lowest likeness at which two articles are said to correspond. Chosen on the digital-trade chapters of CPTPP,
RCEP and USMCA and on the whole of JEEPA: of all pairs of articles of two texts half lie below 0.06 and 95 in 100 below
0.25, while articles on one topic in quite other words begin at 0.4."""
_NEAR_VERBATIM, _REWORDED = 0.85, 0.5
"""Share of common words, in order, from which a group is called so."""
_SMALL = 2_500
"""Pairs of articles of two texts up to which every pair is tried."""
_RARE = 12
"""In larger texts a word must stand in no more articles than this to lead from one article to another."""


class GroupKind(StrEnum):
    """How the members of a group relate, judged on those that share a language."""

    IDENTICAL = "identical"
    NEAR_VERBATIM = "near-verbatim"
    REWORDED = "reworded"
    TRANSLATION = "translation"
    """The same article in other languages of the same agreement."""
    RELATED = "related"
    """The same matter in other words, or in another language."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that correspond. `members` has one entry a text: indices into its provisions, empty where none."""

    members: tuple[tuple[int, ...], ...]
    kind: GroupKind
    score: float
    """Mean likeness of its members, 0..1; 1 means identical."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The articles of several texts; every article stands in exactly one group or among the unmatched."""

    texts: tuple[Text, ...]
    groups: tuple[Group, ...]
    unmatched: tuple[tuple[int, ...], ...]


def align(texts: Sequence[Text]) -> Alignment:
    """Group the corresponding articles of any number of texts.

    Guarantees: every article of every text appears exactly once, in a group or among the unmatched; a group has
    members of two texts at least, and at most one of each; groups stand in the order of the first text that has a
    member; scores lie in 0..1; the order of two texts makes no difference to what is grouped.
    """
    known = [profiles(text) for text in texts]
    scores = _scores(known)
    clusters = _clusters(scores)
    groups = sorted((_group(cluster, known, scores) for cluster in clusters), key=_first_place)
    taken = {node for cluster in clusters for node in cluster}
    unmatched = tuple(
        tuple(profile.index for place, profile in enumerate(own) if (text, place) not in taken)
        for text, own in enumerate(known)
    )
    return Alignment(tuple(texts), tuple(groups), unmatched)


def alignment_payload(alignment: Alignment) -> dict[str, Any]:
    """The alignment as JSON prints it: citations under each text's name, as the user gave it."""
    named = list(zip((text.edition.name for text in alignment.texts), alignment.texts, strict=True))
    return {
        "groups": [
            {
                "members": {
                    name: [citation(text, index) for index in indices]
                    for (name, text), indices in zip(named, group.members, strict=True)
                    if indices
                },
                "kind": group.kind.value,
                "score": round(group.score, 3),
            }
            for group in alignment.groups
        ],
        "unmatched": {
            name: [citation(text, index) for index in indices]
            for (name, text), indices in zip(named, alignment.unmatched, strict=True)
        },
    }


Node = tuple[int, int]
"""An article: number of its text, and its place among that text's articles."""
Scores = dict[tuple[Node, Node], float]
"""Likenesses of at least `LEAST`; the node of the earlier text stands first."""


def _scores(known: Sequence[tuple[Profile, ...]]) -> Scores:
    scores: Scores = {}
    for one, two in combinations(range(len(known)), 2):
        left, right = known[one], known[two]
        parallel = are_parallel(left, right)
        numbers = {profile.number: place for place, profile in enumerate(right)} if parallel else {}
        for i, j in _candidates(left, right):
            score = likeness(left[i], right[j])
            if score >= LEAST and not (parallel and numbers.get(left[i].number, j) != j):
                scores[(one, i), (two, j)] = score
        for i, profile in enumerate(left):
            if profile.number in numbers:
                scores[(one, i), (two, numbers[profile.number])] = PARALLEL
    return scores


def _candidates(left: Sequence[Profile], right: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs worth measuring: all of them in small texts, else those with a topic, a heading or rare words alike."""
    if len(left) * len(right) <= _SMALL:
        yield from ((i, j) for i in range(len(left)) for j in range(len(right)))
        return
    places: dict[object, list[int]] = {}
    for j, profile in enumerate(right):
        for sign in _signs(profile):
            places.setdefault(sign, []).append(j)
    for i, profile in enumerate(left):
        shared: Counter[int] = Counter()
        for sign in _signs(profile):
            found = places.get(sign, ())
            if len(found) <= _RARE:
                shared.update(found)
        yield from ((i, j) for j, _ in shared.most_common(_RARE))


def _signs(profile: Profile) -> set[object]:
    """What leads to a counterpart: its topics, its heading, pairs of neighbouring words."""
    pairs: set[object] = set(zip(profile.words, profile.words[1:], strict=False))
    topics = {("topic", topic) for topic, _ in profile.topics}
    return pairs | topics | {("heading", profile.heading), *(("heading", word) for word in profile.heading)}


def _clusters(scores: Scores) -> list[tuple[Node, ...]]:
    """Groups of nodes, grown from the likest pair to the least like."""
    cluster: dict[Node, tuple[Node, ...]] = {}
    for one, two in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        first, second = cluster.get(one, (one,)), cluster.get(two, (two,))
        if {text for text, _ in first} & {text for text, _ in second}:
            continue
        between = [_score(scores, a, b) for a in first for b in second]
        if sum(between) < LEAST / 2 * len(between):
            continue
        merged = tuple(sorted((*first, *second)))
        cluster.update(dict.fromkeys(merged, merged))
    return sorted(set(cluster.values()))


def _score(scores: Scores, one: Node, two: Node) -> float:
    return scores.get((one, two) if one < two else (two, one), 0.0)


def _group(cluster: Sequence[Node], known: Sequence[tuple[Profile, ...]], scores: Scores) -> Group:
    found: list[tuple[int, ...]] = [()] * len(known)
    for text, place in cluster:
        found[text] = (known[text][place].index,)
    pairs = list(combinations(cluster, 2))
    score = sum(_score(scores, one, two) for one, two in pairs) / len(pairs)
    return Group(tuple(found), _kind([(known[a][i], known[b][j]) for (a, i), (b, j) in pairs], score), score)


def _kind(pairs: Sequence[tuple[Profile, Profile]], score: float) -> GroupKind:
    comparable = [(one, two) for one, two in pairs if one.language == two.language]
    if not comparable:
        return GroupKind.TRANSLATION if score >= PARALLEL else GroupKind.RELATED
    if all(one.is_same_as == two.is_same_as for one, two in comparable):
        return GroupKind.IDENTICAL
    common = min(similarity(one.all_words, two.all_words) for one, two in comparable)
    if common >= _NEAR_VERBATIM:
        return GroupKind.NEAR_VERBATIM
    return GroupKind.REWORDED if common >= _REWORDED else GroupKind.RELATED


def _first_place(group: Group) -> tuple[int, int]:
    return next((text, indices[0]) for text, indices in enumerate(group.members) if indices)
