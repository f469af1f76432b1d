"""Reads an article's lines in order and gives every quotation and reported clause to its speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui.convert.sources.attributions import beside_quotations, incises
from tui.convert.sources.attributions.cues import Attribution, Sentence
from tui.convert.sources.attributions.manner import Manner, manner_of
from tui.convert.sources.attributions.reported_words import Span, spans
from tui.convert.sources.entities.coreference import Memory
from tui.convert.sources.entities.mentions import sentence_at
from tui.convert.sources.entities.names import Names
from tui.convert.sources.languages import Pack
from tui.convert.sources.source_builder import Voice, Voices
from tui.convert.sources.speakers import Speakers
from tui.convert.sources.syntax.subjects import Clause
from tui.convert.sources.verb_second.clause_cues import VerbSecond
from tui.convert.sources.words import quotations, sentences, tokens
from tui.convert.sources.words.cue_tokens import anchors
from tui.convert.sources.words.pos_tags import tag
from tui.convert.sources.words.tokens import TERMINALS, Line
from tui.model.article import RUNNING_TEXT, Block, Mention, Quote, QuoteKind

SEARCHED = (*RUNNING_TEXT, "heading")
MAX_HEADLINE = 200  # characters
LONGER = re.compile(r"([^\W\d_])[^\W\d_]{3,}")  # first letters of words of four and more
DASHES = "-—–―"
SENTENCE_ENDS = '.”"'  # no headline ends so
MAX_ALONE = 3  # tokens of a paragraph that is a quotation and nothing else
UNCERTAIN = ("pronoun", "silent")  # kinds of speakers that stand for someone named before
NEAR = 12  # tokens between a quotation and the cue that it is given to without standing in its words
LONG_QUOTE = 4  # words; a shorter quotation without a cue is a scare quote or a title


def _headline(text: str, pack: Pack) -> bool:
    """Whether nearly every word is capitalised, so that capitals tell no names."""
    if pack.capital_nouns or len(text) > MAX_HEADLINE or text[-1] in SENTENCE_ENDS:
        return False
    first = LONGER.findall(text)
    return len(first) > 2 and sum(map(str.isupper, first)) > 0.8 * len(first)


def _any_marked(line: Line, quotes: Sequence[int], lo: int, hi: int) -> bool:
    """Whether a quotation stands behind a colon or before a dash, so that its speaker may stand there."""
    for k in quotes:  # noqa: SIM110 - ``any`` costs more than all the looks
        if (k > lo and line.words[k - 1] == ":") or (k + 1 < hi and line.words[k + 1][0] in DASHES):
            return True
    return False


def _end(one: Attribution, words: Sequence[Span]) -> int:
    """The token behind a cue and its words."""
    end = one.cue[1]
    for span in words:
        end = max(end, span.tokens[1])
    return end


class Reader:
    """One pass over an article."""

    def __init__(self, blocks: Sequence[Block], pack: Pack) -> None:
        self.blocks, self.pack = blocks, pack
        self.lines: dict[int, Line] = {}
        for index, block in enumerate(blocks):
            if block.kind in SEARCHED and block.text and not _headline(block.text, pack):
                line = self.lines[index] = tokens.read(block.text, quotations.find(block.text), pack)
                line.sentences = sentences.split(line, pack)
        self.anchors = anchors(pack.code)
        self.clauses: type[VerbSecond | Sentence] = VerbSecond if pack.verb_second else Sentence
        self.names = Names([ln for i, ln in self.lines.items() if blocks[i].kind != "heading"], pack)
        self.memory = Memory(self.names)
        self.voices = Voices(self.names, self.memory)
        self.speakers = Speakers(self.voices, self.clauses)
        self.manner = Manner()  # of the attribution being read
        self.unspoken = 0  # the sentence that the paragraph before was, where nobody spoke in it
        self.carried: Voice | None = None  # whose speech the block before left open

    def read(self) -> None:
        """Fills ``voices``."""
        for index, line in self.lines.items():
            self._read_line(index, line)

    def _read_line(self, index: int, line: Line) -> None:
        hooks = self.anchors.of(line)
        if not hooks and not line.quotes:
            for lo, hi in line.sentences:
                self.memory.read(line, lo, hi)
            self.carried, self.unspoken = None, self._only_sentence(line)
            return
        given: dict[int, Voice] = {}
        loose: list[int] = []
        speech: Voice | None = None  # whose reported speech the next sentence may go on with
        first = 0  # of the hooks not read yet
        for lo, hi in line.sentences:
            self.memory.read(line, lo, hi)
            last = bisect_left(hooks, hi, first)
            mine = self.anchors.attribute(line, lo, hi, hooks[first:last]) if last > first else []
            first = last
            quotes = line.quoted(lo, hi) if line.quotations else []
            told = bool(mine or quotes) and self._read_sentence(index, line, lo, hi, mine, quotes, given)
            if self.pack.subjunctive:
                speech = self.speakers.last if told else speech and self._going_on(index, line, lo, hi, speech, given)
            if quotes:
                loose += [k for k in quotes if k not in given]
        if loose:
            self._settle(index, line, loose, given)
        self._carry(line, given)
        self.unspoken = 0 if given else self._only_sentence(line)

    def _only_sentence(self, line: Line) -> int:
        """The sentence read last, if it is all of the line; else 0."""
        return self.memory.sentence if len(line.sentences) == 1 else 0

    def _read_sentence(
        self, index: int, line: Line, lo: int, hi: int, hooks: Sequence[int], quotes: Sequence[int],
        given: dict[int, Voice],
    ) -> bool:  # fmt: skip
        """Gives the sentence's words to their speakers; whether any cue stands in it."""
        if not hooks and not (quotes and self.pack.open_cues) and not _any_marked(line, quotes, lo, hi):
            return False
        tag(line, lo, hi, self.pack)
        sentence = self.clauses(line, lo, hi, self.names)
        found = sentence.attributions(hooks, self.anchors.citing)
        taken = lo
        for n, one in enumerate(found):
            if one.sort in ("silence", "unsaid"):
                self._withheld(index, line, one)
                continue
            following = self._limit(line, found, n, hi)
            voice = self.speakers.of(one)
            if voice is None:
                continue
            self.manner = manner_of(one, sentence)
            words = spans(line, one, max(following, one.cue[1]), taken, self.pack)
            if not words and lo - 1 in line.quotes and lo - 1 not in given and one.sort in ("say", "weak"):
                self._give(index, line, lo - 1, voice, one, given)
            self._add_words(index, line, one, voice, words, given)
            taken = max(taken, _end(one, words))
        if not found:
            self._introduced(index, sentence, quotes, given)
        if self.pack.open_cues:
            self._beside(index, sentence, quotes, bool(found), given)
        if found and quotes:
            self._give_nearest(index, line, found, quotes, given)
        return bool(found)

    def _withheld(self, index: int, line: Line, one: Attribution) -> None:
        """Notes who gave no answer, and keeps in mind whom a sentence is about that tells what somebody did not say."""
        if one.sort == "unsaid":
            self.speakers.note_unsaid(one.speaker)
        elif voice := self.speakers.of(one):
            for each, asked in ((voice, one), *self.speakers.others(one)):
                each.silent = True
                self._name_only(index, line, each, asked)

    def _add_words(
        self, index: int, line: Line, one: Attribution, voice: Voice, words: Sequence[Span], given: dict[int, Voice]
    ) -> None:
        """Give the words of one cue to its speaker, and to those who said them together, with where they are named."""
        speakers = [(voice, one), *self.speakers.others(one)]
        for each, its in speakers:
            self._name_only(index, line, each, its)
        for span in words:
            if line.quotations:
                given.update(dict.fromkeys(line.quoted(*span.tokens), voice))
            for each, its in speakers:
                self._add(index, line, each, its, span)

    def _give_nearest(
        self, index: int, line: Line, found: Sequence[Attribution], quotes: Sequence[int], given: dict[int, Voice]
    ) -> None:
        """Give each quotation that no cue led to, and that is no title, to whom the nearest cue names."""
        for k in quotes:
            if k in given:
                continue
            near = min(found, key=lambda a: abs(a.cue[0] - k))
            if abs(near.cue[0] - k) < NEAR and not self._title(line, k):
                voice = self.speakers.of(near)
                if voice:
                    self._give(index, line, k, voice, near, given)

    def _title(self, line: Line, k: int) -> bool:
        """Whether a quotation is a name rather than words: of the noun before it, or few words, all capitalised."""
        if beside_quotations.names_a_thing(line, k, self.pack):
            return True
        words = line.text[line.quotes[k].start : line.quotes[k].end].split()
        return self.pack.capital_nouns and len(words) < LONG_QUOTE and all(word[0].isupper() for word in words)

    def _going_on(
        self, index: int, line: Line, lo: int, hi: int, speech: Voice, given: dict[int, Voice]
    ) -> Voice | None:
        """Gives a sentence in the subjunctive to whoever was reported right before it; None if it is no such one."""
        lows = line.lows[lo:hi]
        if self.pack.subjunctive.isdisjoint(lows) and self.pack.subjunctive_stand_ins.isdisjoint(lows):
            return None
        end = hi - 1 if line.words[hi - 1] in TERMINALS else hi
        if end <= lo or any(k in given for k in range(lo, hi)):
            return None
        quoted = line.quoted(lo, hi)
        given.update(dict.fromkeys(quoted, speech))
        start, stop = line.starts[lo], line.end(end - 1)
        kind: QuoteKind = "mixed" if quoted else "indirect"
        speech.quotes.append(Quote(line.text[start:stop], kind, index, start, stop, certain=False))
        return speech

    def _limit(self, line: Line, found: list[Attribution], n: int, hi: int) -> int:
        """Where the words that the n-th attribution may claim end: at the next one, or at what that one claims."""
        if n + 1 == len(found):
            return hi
        one, after = found[n], found[n + 1]
        limit = after.cue[0]
        if after.speaker.start > one.cue[0]:
            limit = min(limit, after.speaker.start)
            trailing = after.cue[1] >= hi - 1 or line.tags[after.cue[1]] in (",", ".")
            if trailing and limit - 1 > one.cue[1] and limit - 1 in line.quotes:
                limit -= 1  # "X cited “…,” Y reported": the quotation is Y's
        return max(one.cue[1], limit)

    def _introduced(self, index: int, sentence: Clause, quotes: Sequence[int], given: dict[int, Voice]) -> None:
        """Quotations without a cue verb: "Her answer: “…”", "“…” — Ann Lee", "Ann Lee: …"."""
        whole = sentence.lo, sentence.hi
        for k in quotes:
            phrase, at = beside_quotations.introduction(sentence, k), k - 1
            if not phrase:
                phrase, at = beside_quotations.signature(sentence, k), k + 1
            voice = self.speakers.of(Attribution(phrase, (at, at + 1), "say", whole)) if phrase else None
            if phrase and voice:
                self._give(index, sentence.line, k, voice, Attribution(phrase, (at, at + 1), "say", whole), given)

    def _beside(self, index: int, sentence: Clause, quotes: Sequence[int], cued: bool, given: dict[int, Voice]) -> None:
        """Quotations with a verb that is no known cue beside them: "«…», peste un céréalier", "X elogia «…»"."""
        whole = sentence.lo, sentence.hi
        for k in quotes:
            if k in given or beside_quotations.names_a_thing(sentence.line, k, self.pack):
                continue
            beside = beside_quotations.behind(sentence, k)
            inside = beside_quotations.inside(sentence, k) if beside is None and not cued else None
            either = beside or inside
            if either is None:
                continue
            one = Attribution(either.speaker, (either.verb, either.verb + 1), "say", whole)
            voice = self.speakers.of(one)
            if voice:
                self._give(index, sentence.line, k, voice, one, given)
                self._name_only(index, sentence.line, voice, one)

    def _add(self, index: int, line: Line, voice: Voice, one: Attribution, span: Span) -> None:
        cue = Mention(index, line.starts[one.cue[0]], line.end(one.cue[1] - 1))
        certain = one.speaker.kind not in UNCERTAIN
        text, manner = line.text[span.start : span.end], self.manner
        quote = Quote(text, span.kind, index, span.start, span.end, False, cue, certain, manner.via, manner.kind)
        voice.quotes.append(quote)

    def _name_only(self, index: int, line: Line, voice: Voice, one: Attribution) -> None:
        if one.speaker.kind == "silent":
            return
        start, end = one.speaker.name or (one.speaker.start, one.speaker.core)
        voice.places.add(Mention(index, line.starts[start], line.end(end - 1)))
        if one.speaker.kind in ("role", "group"):
            voice.forms.setdefault(" ".join(one.speaker.words.split()))

    def _give(
        self, index: int, line: Line, k: int, voice: Voice, one: Attribution | None, given: dict[int, Voice],
        continued: bool = False,
    ) -> None:  # fmt: skip
        quotation = line.quotes[k]
        given[k] = voice
        cue = Mention(index, line.starts[one.cue[0]], line.end(one.cue[1] - 1)) if one else None
        text = line.text[quotation.start : quotation.end]
        start, end = quotation.start, quotation.end
        certain = one is not None and one.speaker.kind not in UNCERTAIN
        manner = self.manner if one else Manner()
        quote = Quote(text, "direct", index, start, end, continued, cue, certain, manner.via, manner.kind)
        voice.quotes.append(quote)

    def _settle(self, index: int, line: Line, loose: list[int], given: dict[int, Voice]) -> None:
        """Quotations without a cue of their own: the speaker before them in the block, the one behind, the last one."""
        if self.blocks[index].kind == "heading":
            return
        if self.pack.open_cues:
            self._incised(index, line, loose, given)
        known = sorted(given)
        for k in loose:
            if k in given:
                continue
            if k == 0 and self.carried:
                self._give(index, line, k, self.carried, None, given, True)
                continue
            quotation = line.quotes[k]
            alone = self._alone(line, k)
            if not alone and len(line.text[quotation.start : quotation.end].split()) < LONG_QUOTE:
                continue
            if beside_quotations.names_a_thing(line, k, self.pack):
                continue
            at = bisect_left(known, k)
            voice = given[known[at - 1]] if at else given[known[at]] if known else self._before(line) if alone else None
            if voice:
                self._give(index, line, k, voice, None, given)

    def _incised(self, index: int, line: Line, loose: list[int], given: dict[int, Voice]) -> None:
        """Gives quotations to whom a clause within their marks names."""
        for k in loose:
            start, end = line.quotes[k].start, line.quotes[k].end
            one = incises.within(line.text[start:end], self.names, self.anchors) if k not in given else None
            voice = self.speakers.of(one) if one else None
            if one and voice:
                given[k] = voice
                inner = one.speaker.line
                cue = Mention(index, start + inner.starts[one.cue[0]], start + inner.end(one.cue[1] - 1))
                certain = one.speaker.kind not in UNCERTAIN
                voice.quotes.append(Quote(line.text[start:end], "direct", index, start, end, False, cue, certain))

    def _before(self, line: Line) -> Voice | None:
        """Whose words a paragraph is that is nothing but a quotation: whom the one before was about, else who spoke."""
        alone = self.unspoken and len(line.words) <= MAX_ALONE
        topic = self.memory.opening(self.unspoken) if alone else None
        return self.voices.of_person(topic) if topic else self.speakers.last

    def _alone(self, line: Line, k: int) -> bool:
        """Whether the quotation is a sentence of its own."""
        lo, hi = sentence_at(line.sentences, k)
        return 0 < hi - lo <= 2

    def _carry(self, line: Line, given: dict[int, Voice]) -> None:
        last = line.quotations[-1] if line.quotations else None
        self.carried = given.get(last) if last is not None and line.quotes[last].open else None
