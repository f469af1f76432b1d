"""Who speaks within the marks of a quotation: « Il ne sait rien, a lancé Ann Lee. Il se tait. »

French and Italian papers do not close the marks around such a clause.
"""

from __future__ import annotations

from tui.convert.sources.attributions.cues import Attribution, Sentence
from tui.convert.sources.entities.names import Names
from tui.convert.sources.words import sentences, tokens
from tui.convert.sources.words.cue_tokens import Anchors
from tui.convert.sources.words.pos_tags import tag

ENDS = frozenset(",.")  # tags of the marks that end the clause


def within(text: str, names: Names, anchors: Anchors) -> Attribution | None:
    """The first clause in a quotation's text that tells who says it, its places being those in the text."""
    line = tokens.read(text, [], names.pack)
    hooks = anchors.of(line)
    for lo, hi in sentences.split(line, names.pack) if hooks else ():
        mine = anchors.attribute(line, lo, hi, [k for k in hooks if lo < k < hi])
        if not mine:
            continue
        tag(line, lo, hi, names.pack)
        for one in Sentence(line, lo, hi, names).attributions(mine, anchors.citing):
            end = max(one.cue[1], one.speaker.end)
            if one.inverted and line.tags[one.cue[0] - 1] == "," and (end >= hi or line.tags[end] in ENDS):
                return one
    return None
