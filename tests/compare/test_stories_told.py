"""Texts of one story, of one topic, of one hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.compared_words import words
from tui.compare.likeness import Profile, beginning, pack, profile, share, shingle_hashes, sketch, unpack
from tui.compare.passages import passages
from tui.compare.story_groups import DatedText, stories
from tui.model.article import Article, Block
from tui.text.dates import DAY

VOTE = Article(
    "a",
    "Port Ellery raises its harbour wall",
    (
        Block(
            "paragraph",
            "The council of Port Ellery voted on Tuesday to raise the harbour wall by a metre before the autumn storms."
            " Ada Moreno of the Port Authority led the survey of the wall after the fish market was flooded.",
        ),
    ),
    "",
)
VOTE_TOLD_ANEW = Article(
    "b",
    "Harbour wall at Port Ellery to be a metre higher",
    (
        Block(
            "paragraph",
            "Late on Tuesday councillors in Port Ellery set money aside for a higher harbour wall. The survey of Ada "
            "Moreno had found that the old stone settled; the fish market stood under water in January.",
        ),
    ),
    "",
)
ANOTHER_WALL = Article(
    "c",
    "Sorn builds a wall against the river",
    (
        Block(
            "paragraph",
            "In the Vale of Sorn growers are paying for a river wall of their own. Milo Brandt said that the flood of "
            "spring took half of his apricots, and that no council had ever answered his letters.",
        ),
    ),
    "",
)

FOLLOW_UP = Article(
    "d",
    "Port Ellery needs four pumps behind its wall",
    (
        Block(
            "paragraph",
            "Ada Moreno of the Port Authority told the council that four pumps would be "
            "needed behind the slipway, each as dear as a fishing boat. Two of them failed in the January storm, and "
            "nobody had ordered parts since the railway closed.",
        ),
    ),
    "",
)


def of(article: Article) -> Profile:
    return profile(article, words(article.text), [words(passage.text) for passage in passages(article)])


def stories_of(*articles: tuple[Article, int, str]) -> list[list[int]]:
    """The stories among articles, each with its day and outlet, by their index."""
    told = [DatedText(n, day * DAY, outlet, of(article)) for n, (article, day, outlet) in enumerate(articles)]
    texts = [article for article, *_ in articles]
    return stories(told, lambda numbers: {n: beginning(texts[n].title, texts[n].text, texts[n].words) for n in numbers})


def test_an_event_told_anew_is_one_story_and_another_event_of_its_topic_is_not() -> None:
    assert stories_of((VOTE, 0, "Herald"), (ANOTHER_WALL, 0, "Gull"), (VOTE_TOLD_ANEW, 1, "Gull")) == [[0, 2]]


def test_what_is_told_a_week_later_is_another_story() -> None:
    assert stories_of((VOTE, 0, "Herald"), (VOTE_TOLD_ANEW, 7, "Gull")) == []


def test_an_outlet_that_writes_on_of_the_same_people_tells_another_story() -> None:
    assert stories_of((VOTE, 0, "Herald"), (FOLLOW_UP, 0, "Gull")) == [[0, 1]]
    assert stories_of((VOTE, 0, "Herald"), (FOLLOW_UP, 0, "Herald")) == []
    assert stories_of((VOTE, 0, "Herald"), (replace(VOTE, title="Wall"), 0, "Herald")) == [[0, 1]]


# What two newsrooms know of the people of a long affair, and print again whenever something comes of it.
HERALDS = (
    "Ada Moreno has run the port of Ellery since the ferry Halcyon struck its pier. “The pier was never lit, and "
    "Moreno knew that from the divers,” her master Milo Brandt said then."
)
GULLS = (
    "The Halcyon went down off Ellery, three miles short of Sorn. “The pier was never lit, and Moreno knew that from "
    "the divers,” Milo Brandt told an inquiry."
)


def with_background(title: str, opening: str, background: str) -> Article:
    return Article(title, title, (Block("paragraph", opening), Block("paragraph", background)), "")


def test_texts_that_repeat_what_is_known_of_the_same_people_are_one_story_only_if_they_begin_alike() -> None:
    arrest = with_background(
        "Master arrested at the airport",
        "Police took a master mariner from an aeroplane on Thursday evening after a court in Northmere had issued a "
        "warrant. Two officers led him past the queue, a passenger said, and a judge is to hear him before noon.",
        HERALDS,
    )
    arrest_told_anew = with_background(
        "Police lead mariner from aeroplane",
        "A warrant of a court in Northmere ended the flight of a master mariner before it began: officers arrested him "
        "at the airport on Thursday. A judge will hear him, said the police.",
        GULLS,
    )
    dredger = with_background(
        "New dredger arrives",
        "Growers watched from the dunes when a dredger with a yellow crane came in under tow. It is to keep the "
        "channel open in winter and was built for eleven million in a dock abroad. Its crew of nine sleeps ashore.",
        GULLS,
    )
    assert stories_of((arrest, 0, "Herald"), (dredger, 0, "Gull")) == []
    assert stories_of((arrest, 0, "Herald"), (arrest_told_anew, 0, "Gull")) == [[0, 1]]


def test_a_text_that_is_like_one_of_a_story_and_far_from_another_of_it_is_not_of_that_story() -> None:
    """An outlet that told the event itself tells another one of the same council."""
    price = Article(
        "e",
        "Berths are to be dearer",
        (
            Block(
                "paragraph",
                "Boats are to pay a fifth more from March. Ada Moreno of the Port Authority of Ellery told the council "
                "that berths lose money, and that a loan for new pontoons would cost more than such a rise.",
            ),
        ),
        "",
    )
    assert stories_of((VOTE, 0, "Herald"), (price, 0, "Gull")) == [[0, 1]]
    assert stories_of((VOTE, 0, "Herald"), (VOTE_TOLD_ANEW, 0, "Gull"), (price, 0, "Gull")) == [[0, 1]]


def test_of_a_short_text_only_a_third_is_its_beginning() -> None:
    text = "Lanterns burned along quays. Ferries waited outside. Pilots slept."
    assert beginning("", text, 9) == beginning("", "Lanterns burned along", 9)
    assert beginning("", f"{text} " * 40, 360).keys() > beginning("", text, 9).keys()
    assert beginning("Fog", text, 9).keys() > beginning("", text, 9).keys()


def test_a_text_that_cannot_be_read_is_compared_by_its_profile_alone() -> None:
    told = [DatedText(n, 0, outlet, of(VOTE)) for n, outlet in enumerate(("Herald", "Gull"))]
    assert stories(told, lambda _: {}) == [[0, 1]]


def test_the_newest_story_comes_first_and_in_it_the_earliest_text() -> None:
    frost = replace(ANOTHER_WALL, title="Sorn, a wall and the river")
    found = stories_of(
        (VOTE_TOLD_ANEW, 1, "Gull"), (VOTE, 0, "Herald"), (ANOTHER_WALL, 9, "Gull"), (frost, 10, "Herald")
    )
    assert found == [[2, 3], [1, 0]]


def test_a_profile_comes_out_as_it_was_packed() -> None:
    packed = unpack(pack(of(VOTE)))
    assert packed.quotations == of(VOTE).quotations
    assert packed.terms.keys() == of(VOTE).terms.keys()
    assert all(abs(packed.terms[term] / count - 1) < 0.11 for term, count in of(VOTE).terms.items())


@given(st.text(max_size=400))
def test_any_text_has_a_profile(text: str) -> None:
    unpack(pack(of(Article("a", text[:40], (Block("paragraph", text),), ""))))


LONG = [f"word{n * n % 101}x{n}" for n in range(400)]


def test_a_text_with_a_few_words_changed_is_a_copy_and_its_sketch_leads_to_it() -> None:
    changed = [*LONG[:200], "another", *LONG[201:380], "end"]
    assert share(shingle_hashes(LONG), shingle_hashes(changed)) > 0.9
    assert len(set(sketch(LONG)) & set(sketch(changed))) >= 1


def test_texts_that_share_a_quarter_or_a_part_are_no_copies() -> None:
    other = [*LONG[:100], *(f"else{n}" for n in range(300))]
    assert share(shingle_hashes(LONG), shingle_hashes(other)) < 0.8
    assert share(shingle_hashes(LONG), shingle_hashes(LONG[:150])) == 0.0
    assert share(shingle_hashes(LONG[:30]), shingle_hashes(LONG[:30])) == 0.0
    assert sketch(LONG[:30]) == []
