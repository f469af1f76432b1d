"""Words that a preposition gives to whom or what they come from: "geht aus X hervor", "heißt es in X"."""

from __future__ import annotations

from tui.convert.sources.attributions.cues import Attribution
from tui.convert.sources.verb_second.clause_frames import ClauseFrames
from tui.convert.sources.verb_second.said_words import SaidWords

SHORTEST = 2  # tokens of what stands before a clause of manner and is said
CITED = ("document", "organisation", "group", "role")


class IssuedWords:
    """Such clauses of one tagged sentence."""

    def __init__(self, frames: ClauseFrames, said: SaidWords) -> None:
        self.frames, self.said, self.phrases = frames, said, frames.phrases
        self.line, self.lo, self.hi, self.pack = frames.line, frames.lo, frames.hi, frames.pack

    def at(self, i: int, end: int) -> Attribution | None:
        """ "Aus einem Bericht geht hervor, dass …", "wie aus einer Studie hervorgeht": the document."""
        line, start = self.line, self.frames.clause_start(i)
        for k in range(start, end):
            if line.lows[k] not in self.pack.issuing or line.tags[k] != "I":
                continue
            phrase = self.phrases.at(k + 1)
            if phrase and self.phrases.told(phrase) in ("document", "utterance"):
                document = phrase._replace(kind="document", name=None, person=None)
                manner = line.lows[start] in self.pack.manner and start - self.said.taken > SHORTEST
                content = (self.said.taken, start) if manner else self.said.behind(end)
                return Attribution(document, (i, end), "say", (self.lo, self.hi), manner, content=content)
        return None

    def impersonal(self, i: int) -> Attribution | None:
        """ "…, heißt es in einer Mitteilung", "In dem Bericht heißt es: …", "…, hieß es bei der Polizei"."""
        line, start = self.line, self.frames.clause_start(i)
        first = start if start < i else i + 2
        if line.lows[i + 1 : i + 2] != [self.pack.expletive] or first >= self.hi or line.tags[first] != "I":
            return None
        phrase = self.phrases.at(first + 1)
        if phrase is None or phrase.kind not in CITED:
            return None
        content = self.said.behind(i + 2) if start < i else self.said.before(i, phrase.end)
        whole = self.lo, self.hi
        return Attribution(phrase, (i, i + 2), "say", whole, start == i, content=content) if content else None
