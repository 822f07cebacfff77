from __future__ import annotations

from comparer.model import Edition, Kind, Provision, Span, Status, Text
from ui.display import display
from ui.reading import Sort, account


def text(view: str, *provisions: Provision, left_over: tuple[Span, ...] = (), raw: str = "") -> Text:
    edition = Edition("draft.txt", "Draft", "Draft", "en", Status.DRAFT)
    return Text(edition, raw or view, view, provisions, left_over)


def node(index: int, kind: Kind, number: str, span: Span, **more: object) -> Provision:
    return Provision(index, kind, number, "", None, span, (span,), **more)  # type: ignore[arg-type]


WORDS = "Article 1 Parcels move.\nPage 7\nArticle 2 Carts wait.\nPage 7\n1 Carts: with wheels."


def made() -> Text:
    first, second = Span(0, 23), Span(31, 52)
    return text(
        WORDS,
        node(0, Kind.ARTICLE, "1", first),
        node(1, Kind.ARTICLE, "2", second, repairs=("The number was read from `l`.",)),
        node(2, Kind.FOOTNOTE, "1", Span(60, len(WORDS))),
        left_over=(Span(24, 30), Span(53, 59)),
    )


def test_an_account_counts_and_every_word_is_in_it() -> None:
    found = account(made())
    assert (found.articles, found.paragraphs, found.footnotes, found.anchored) == (2, 0, 1, 0)
    assert found.words == len(WORDS.replace(":", "").split())
    assert found.left_over == 4


def test_repairs_come_with_their_sentence_and_citation() -> None:
    repaired = [place for place in account(made()).places if place.sort is Sort.REPAIRED]
    assert [(place.said, place.where) for place in repaired] == [("The number was read from `l`.", "Draft Art. 2")]
    assert WORDS[slice(*repaired[0].spans[0])] == "Article 2 Carts wait."


def test_the_same_left_over_words_are_one_entry_with_all_their_places() -> None:
    found = account(made())
    (left,) = [place for place in found.places if place.sort is Sort.LEFT_OVER]
    assert (left.said, left.where, len(left.spans)) == ("Page 7", "Draft Art. 1", 2)
    assert found.count(Sort.LEFT_OVER) == 2
    assert found.count(Sort.REPAIRED) == 1


def test_blank_stretches_are_closed_up_and_places_still_fit() -> None:
    view = "Head      of it\r\n\r\n\r\n\r\n    \U0001d4b3 parcels\rmove\x00\x00\x00 here  \n  end"
    shown = display(text(view))
    assert shown.text == "Head of it\n\n\U0001d4b3 parcels\nmove here\nend"
    units = shown.text.encode("utf-16-le")
    for word in ("Head", "of", "it", "\U0001d4b3", "parcels", "move", "here", "end"):
        at = view.index(word)
        start, end = shown.place(Span(at, at + len(word)))
        assert units[2 * start : 2 * end].decode("utf-16-le") == word


def test_a_place_inside_markup_stands_where_the_markup_was() -> None:
    shown = display(text("one          two"))
    assert shown.text == "one two"
    assert shown.place(Span(6, 9)) == (4, 4)
    assert shown.place(Span(0, 16)) == (0, 7)
