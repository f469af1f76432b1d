"""Words and marks of a block's text, and the quotations that they stand around."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import compress

from tui.convert.sources.languages import Pack, load
from tui.convert.sources.words.quotations import Quotation

QUOTED = "“…”"  # the one token that stands for a whole quotation; no token of the text looks like it
TERMINALS = frozenset(".!?…")
CLOSERS = frozenset(")]”’")
ENDINGS = TERMINALS | CLOSERS  # last characters of tokens that may end a sentence
MARKS = "()[]%$€£,;:!?"  # on either side of a word or a number each is a token
POSSESSIVES = ("'s", "’s")
MAX_ABBREVIATION = 6  # letters before the stop
# Letters of Latin-1 that are small: a chunk of nothing else is one word as it stands in word lists
SMALL = bytes(code for code in range(256) if chr(code).isalpha() and chr(code).islower())
ORDINAL = 3  # digits that no ordinal has where a stop makes one: "1990." ends a sentence
MAX_KEPT = 8192  # chunks kept in cut form, a language
MAX_KEPT_LENGTH = 40  # characters of a chunk that is worth keeping


class Line:
    """The outer tokens of one block: what stands outside quotations, each quotation being one token.

    ``words`` as written, ``lows`` lower case with typographic apostrophes made plain; ``quotes[i]`` is the quotation
    that token i stands for, ``quotations`` are those tokens.  ``stops`` are the tokens that may end a sentence,
    ``capitals`` those that begin with a capital.  ``tags`` is filled by ``pos_tags.tag``, sentence by sentence;
    ``tagged`` are the sentences (by first token) that have theirs.
    """

    __slots__ = (
        "_starts", "capitals", "known", "lows", "parts", "quotations", "quotes", "sentences", "stops", "tagged",
        "tags", "text", "words",
    )  # fmt: skip

    lows: list[str]
    quotations: list[int]
    capitals: list[int]
    tags: list[str]

    def __init__(self, text: str) -> None:
        """A line without tokens; ``read`` gives it its own."""
        self.text = text
        self.words: list[str] = []
        self.quotes: dict[int, Quotation] = {}
        self.stops: list[int] = []
        self.tagged: set[int] = set()
        self.sentences: list[tuple[int, int]] = []
        self.known: Collection[str] = ()  # last and given names of the article's people, lower case
        self.parts: list[tuple[int, int]] = []  # first token and offset of each stretch without quotations
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The tokens' first characters as offsets in ``text``, found when first asked for."""
        if self._starts is None:
            self._starts = self._found()
        return self._starts

    def token_at(self, offset: int, word: str) -> int | None:
        """The token that begins at an offset, where ``word`` stands in the text; None inside a quotation.

        A word that stands there once is found without every token's place.
        """
        if self._starts is None and word in self.words and self.text.count(word) == 1:
            return self.words.index(word)
        token = bisect_left(self.starts, offset)
        return token if token < len(self.starts) and self.starts[token] == offset else None

    def end(self, i: int) -> int:
        """The offset behind a token's last character."""
        return self.quotes[i].closes if i in self.quotes else self.starts[i] + len(self.words[i])

    def quoted(self, lo: int, hi: int) -> list[int]:
        """The tokens among ``lo``–``hi`` that are quotations."""
        tokens = self.quotations
        return tokens[bisect_left(tokens, lo) : bisect_left(tokens, hi)] if tokens else []

    def _found(self) -> list[int]:
        """Every token's place: in a stretch without quotations nothing but spaces stands between two tokens."""
        text = self.text
        starts: list[int] = []
        stops = [first for first, _ in self.parts[1:]]
        for (first, at), stop in zip(self.parts, [*stops, len(self.words)], strict=True):
            quoted = stop - 1 in self.quotes
            for word in self.words[first : stop - quoted]:
                while text[at].isspace():
                    at += 1
                starts.append(at)
                at += len(word)
            if quoted:
                starts.append(self.quotes[stop - 1].opens)
        return starts


# The tokens of a chunk, which of them may end a sentence, and which are not written as in word lists.
Cut = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]


class Chunks(dict[str, Cut]):
    """What stands between two spaces, cut into tokens; the most common chunks are kept."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.findall = _pattern(pack).findall

    def __missing__(self, chunk: str) -> Cut:
        cut = self.cut(chunk)
        if len(chunk) <= MAX_KEPT_LENGTH:
            if len(self) >= MAX_KEPT:
                self.clear()
            self[chunk] = cut
        return cut

    def cut(self, chunk: str, behind: str = " ") -> Cut:
        """The tokens of a chunk that stands behind a space; ``behind``: the character behind it, "" at an end."""
        bare, last = chunk[:-1], chunk[-1]
        if bare.isalpha() and not last.isalnum() and last != "’":  # a word and a mark
            unlike = () if bare.islower() else (0,)
            if last == "." and behind and len(bare) <= MAX_ABBREVIATION and _shortened(chunk, self.pack):
                return (chunk,), (0,), unlike
            return (bare, last), (1,) if last in ENDINGS else (), unlike
        if self.pack.capital_nouns and last == "." and behind and bare.isdecimal() and len(bare) < ORDINAL:
            return (chunk,), (0,), ()  # "3. Mai"
        if not bare or chunk.isalnum() or ("-" in chunk and self._hyphened(chunk)):
            # a mark, a number, a word, words with hyphens between them
            return (chunk,), (0,) if last in ENDINGS else (), (0,) if _unlike_low(chunk) else ()
        tokens = self._marked(chunk) or self._irregular(chunk, behind)
        stops = tuple([i for i, token in enumerate(tokens) if token[-1] in ENDINGS])
        if chunk.isascii() and chunk.lower() == chunk:
            return tokens, stops, ()
        return tokens, stops, tuple([i for i, token in enumerate(tokens) if _unlike_low(token)])

    def _hyphened(self, chunk: str) -> bool:
        """Whether a chunk is words with hyphens between them, which tie no pronoun to a verb."""
        return not self.pack.attached and all(map(str.isalpha, chunk.split("-")))

    def _marked(self, chunk: str) -> tuple[str, ...]:
        """A word with its possessive, a word or a number between marks: half of what is irregular; () for all else."""
        if chunk.endswith(POSSESSIVES) and chunk[:-2].isalpha() and not self.pack.elided:
            return chunk[:-2], chunk[-2:]
        stop = "." if chunk[-1] == "." and not chunk[-2:-1].isalpha() else ""
        bare = chunk.removesuffix(stop)
        core = bare.strip(MARKS)
        if not (core.isalpha() or core.isdecimal()):
            return ()
        before, _, behind = bare.partition(core)
        return *before, core, *behind, *stop

    def _irregular(self, chunk: str, behind: str) -> tuple[str, ...]:
        tokens: list[str] = []
        for token in self.findall(chunk + behind):
            if token[-1] == "." and not _shortened(token, self.pack):
                tokens += (token[:-1], ".")
            else:
                tokens.append(token)
        return tuple(tokens)


@lru_cache(maxsize=8)
def chunks(code: str) -> Chunks:
    """The chunks of a pack's language."""
    return Chunks(load(code))


def _pattern(pack: Pack) -> re.Pattern[str]:
    """A token, one alternative a kind.

    Every alternative consumes at least a character and none backtracks over words; all of them together leave out no
    character but spaces.
    """
    elided = rf"(?<!\w)(?i:{_any(pack.elided)})['’](?=\w)|" if pack.elided else ""
    attached = rf"(?<=\w)-(?:t-)?(?:{_any(pack.attached)})\b|" if pack.attached else ""
    unattached = rf"(?!(?:t-)?(?:{_any(pack.attached)})\b)" if pack.attached else ""
    return re.compile(
        rf"(?<!\w)[^\W\d_]{{1,{MAX_ABBREVIATION}}}\.(?=[\s,]|['’]s)|{elided}{attached}"  # perhaps an abbreviation
        r"[^\W\d_]-(?:[^\W\d_]{1,5}\.)+(?=[\s,)\]])"  # R-Wis., D-N.Y.
        r"|(?:[^\W\d_]\.){2,}"  # U.S.
        r"|(?:[^\W\d_a-zß-öø-ÿ][a-z]?\.){2,}"  # Ph.D.
        r"|(?<![^\W_])[^\W\d_a-zß-öø-ÿ]\.(?=\s)"  # an initial
        r"|['’]s\b"
        r"|@\w+"
        r"|\d(?:[^\W_]|[.,:/](?=\d)|-(?=[^\W_]))*"
        rf"|[^\W_](?:[^\W_]|[-/&](?=[^\W_]){unattached}|['’](?!s\b)(?=[^\W_])|\.(?=[a-z0-9]))*"
        r"|\.\.\.|--+|\S"
    )


def _shortened(word: str, pack: Pack) -> bool:
    """Whether the stop belongs to the word: "Dr.", "U.S.", "J."; and whether the token is nothing but stops."""
    bare = word[:-1]
    return (
        not bare.strip(".")
        or "." in bare
        or "-" in bare
        or (len(bare) == 1 and bare.isupper())
        or bare.lower() in pack.abbreviations
    )


def _any(alternatives: Collection[str]) -> str:
    return "|".join(re.escape(a) for a in sorted(alternatives, key=len, reverse=True)) or r"(?!)"


def _nickname(text: str, quotation: Quotation) -> bool:
    """'Robert C. "Bobby" Scott': one word between two capitalised ones belongs to the name and is left out."""
    inner = text[quotation.start : quotation.end]
    if not (inner.isalpha() and inner[0].isupper() and len(inner) < 14):
        return False
    before = text[max(0, quotation.opens - 40) : quotation.opens].split(" ")[-2:-1]
    after = text[quotation.closes : quotation.closes + 2]
    return bool(before and before[0][:1].isupper() and after[:1] == " " and after[1:].isupper())


def read(text: str, quotations: Sequence[Quotation], pack: Pack) -> Line:
    """The outer tokens of a text whose quotations are given in order and do not overlap."""
    line, at, kept = Line(text), 0, chunks(pack.code)
    unlike: list[int] = []  # the words that are not written as in word lists
    for quotation in quotations:
        unlike += _read_part(line, at, quotation.opens, kept)
        if not _nickname(text, quotation):
            line.quotes[len(line.words)] = quotation
            line.stops.append(len(line.words))
            line.words.append(QUOTED)
        at = quotation.closes
    unlike += _read_part(line, at, len(text), kept)
    _read_small(line, unlike, pack)
    line.quotations = [*line.quotes]
    line.tags = [""] * len(line.words)
    for i in line.quotes:
        line.tags[i] = '"'
    return line


def _read_small(line: Line, unlike: Sequence[int], pack: Pack) -> None:
    """The words as ``low_of`` makes them, and which begin with a capital: most stay as they are."""
    words = line.words
    lows = line.lows = words.copy()
    for i in unlike:
        lows[i] = words[i].lower()
    if "’" in line.text:
        for i in unlike:
            lows[i] = lows[i].replace("’", "'")
    if pack.attached:
        line.lows = [_detached(each) if each[0] == "-" else each for each in lows]
    line.capitals = [i for i in unlike if words[i][0].isupper()]


def _unlike_low(token: str) -> bool:
    """Whether a token begins with a capital or is not what ``low_of`` makes of it."""
    return token.lower() != token or "’" in token or token[0].isupper()


def low_of(word: str, pack: Pack) -> str:
    """A word as word lists have it: lower case, plain apostrophes, no hyphen before an attached pronoun."""
    lowered = word.lower().replace("’", "'")
    return _detached(lowered) if pack.attached and word[0] == "-" else lowered


def _detached(pronoun: str) -> str:
    """ "-t-il" → "il"."""
    return pronoun.lstrip("-").removeprefix("t-") if len(pronoun) > 2 else pronoun


def _not_small(chunks: Sequence[str]) -> Iterable[int]:
    """The chunks that are no words in small letters: something of them is left when those are deleted.

    Most have nothing left, which is told of all at once.
    """
    left = " ".join(chunks).encode("latin-1", "replace").translate(None, SMALL)
    return compress(range(len(chunks)), left.split(b" "))


def _read_part(line: Line, at: int, stop: int, kept: Chunks) -> list[int]:
    """Appends the tokens of ``line.text[at:stop]``, which holds no quotation; which are not written as in word lists.

    Most chunks are one word in small letters.
    """
    text, words, stops = line.text[at:stop], line.words, line.stops
    found = text.replace(", ", " , ").split()
    line.parts.append((len(words), at))
    last = found.pop() if found and not (text[-1].isspace() or found[-1].isalpha()) else ""
    unlike: list[int] = []
    copied, before = 0, len(words)  # chunks that are among the words already; a word's index less its chunk's
    for i in _not_small(found):
        chunk = found[i]
        if chunk.isalpha():
            unlike.append(before + i)
        elif chunk != ",":
            tokens, ends, cased = kept[chunk]
            for k in ends:
                stops.append(before + i + k)
            for k in cased:
                unlike.append(before + i + k)
            if len(tokens) > 1:
                words += found[copied:i]
                words += tokens
                copied = i + 1
                before += len(tokens) - 1
    words += found[copied:]
    if last:
        tokens, ends, cased = kept.cut(last, "")
        for k in ends:
            stops.append(len(words) + k)
        for k in cased:
            unlike.append(len(words) + k)
        words += tokens
    return unlike
