"""Texts of one story, of one topic, of one hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.compared_words import words
from tui.compare.likeness import Profile, pack, profile, share, shingle_hashes, sketch, unpack
from tui.compare.passages import passages
from tui.compare.story_groups import DAY, Told, stories
from tui.model.article import Article, Block

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


def told(*articles: tuple[Article, int, str]) -> list[Told]:
    return [Told(n, day * DAY, outlet, of(article)) for n, (article, day, outlet) in enumerate(articles)]


def test_an_event_told_anew_is_one_story_and_another_event_of_its_topic_is_not() -> None:
    assert stories(told((VOTE, 0, "Herald"), (ANOTHER_WALL, 0, "Gull"), (VOTE_TOLD_ANEW, 1, "Gull"))) == [[0, 2]]


def test_what_is_told_a_week_later_is_another_story() -> None:
    assert stories(told((VOTE, 0, "Herald"), (VOTE_TOLD_ANEW, 7, "Gull"))) == []


def test_an_outlet_that_writes_on_of_the_same_people_tells_another_story() -> None:
    assert stories(told((VOTE, 0, "Herald"), (FOLLOW_UP, 0, "Gull"))) == [[0, 1]]
    assert stories(told((VOTE, 0, "Herald"), (FOLLOW_UP, 0, "Herald"))) == []
    assert stories(told((VOTE, 0, "Herald"), (replace(VOTE, title="Wall"), 0, "Herald"))) == [[0, 1]]


def test_the_newest_story_comes_first_and_in_it_the_earliest_text() -> None:
    frost = replace(ANOTHER_WALL, title="Sorn, a wall and the river")
    found = stories(
        told((VOTE_TOLD_ANEW, 1, "Gull"), (VOTE, 0, "Herald"), (ANOTHER_WALL, 9, "Gull"), (frost, 10, "Herald"))
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
