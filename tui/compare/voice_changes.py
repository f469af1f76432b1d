"""Which voices a newer text of an article dropped, added, or let say other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tui.compare.alignment import PreparedPassage, compare
from tui.compare.passages import Passage, passages
from tui.compare.utterances import speakers
from tui.model.article import Article, Source

Change = Literal["dropped", "added", "reworded"]


class VoiceChange(NamedTuple):
    """What became of a voice; of a rewording the words before and after, else both are empty."""

    change: Change
    name: str
    before: str = ""
    after: str = ""


def voice_changes(old: Article, new: Article) -> list[VoiceChange]:
    """The voices that are gone, those that came, and quotations that the same voice says in other words."""
    before, after = _voices(old), _voices(new)
    gone = [VoiceChange("dropped", source.name) for source in before if not _among(source, after)]
    came = [VoiceChange("added", source.name) for source in after if not _among(source, before)]
    return [*gone, *came, *_reworded(passages(old), passages(new))]


def _voices(article: Article) -> list[Source]:
    return [source for source in article.sources if source.kind != "unnamed" and (source.quotes or source.answered)]


def _among(source: Source, others: Sequence[Source]) -> bool:
    return any(speakers(source.name, other.name) == "same" for other in others)


def _reworded(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[VoiceChange]:
    left = {passage.text for passage in before} - {passage.text for passage in after}
    came = [passage for passage in after if passage.text not in {one.text for one in before}]
    for passage in (one for one in before if one.text in left and one.speaker):
        for other in came:
            found = compare(PreparedPassage(passage.text), PreparedPassage(other.text))
            if found and found.kind == "reworded" and speakers(passage.speaker, other.speaker) != "other":
                yield VoiceChange("reworded", passage.speaker or "", passage.text, other.text)
                break
