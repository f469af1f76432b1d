"""What someone is, in a language that capitalises all nouns: the nouns before the name, or those behind its comma."""

from __future__ import annotations

from tui.convert.sources.entities.mentions import sentence_at
from tui.convert.sources.entities.names import Names
from tui.convert.sources.entities.noun_names import TELLING
from tui.convert.sources.roles.roles_behind import may_follow
from tui.convert.sources.syntax.capitalised_nouns import NounPhrases
from tui.convert.sources.words.pos_tags import tag
from tui.convert.sources.words.tokens import Line

MAX_BEFORE = 14  # tokens of a role before a name
PARTING = frozenset("XRSW:;.")  # tags of what stands in no noun phrase, particles of names aside
Role = tuple[str | None, str | None]  # role and affiliation
NOTHING: Role = (None, None)


def beside(line: Line, token: int, length: int, names: Names) -> Role:
    """Role and affiliation of the person whose name is the ``length`` words from ``token`` on."""
    lo, hi = sentence_at(line.sentences, token)
    reader = _Roles(line, lo, hi, names)
    called = reader.any_role(max(lo, token - MAX_BEFORE), token)
    followed = token + length < hi and may_follow(line.lows[token + length], names.pack)
    if not (called or followed):
        return NOTHING
    tag(line, lo, hi, names.pack)
    before = reader.before(token) if called else NOTHING
    behind = reader.behind(token + length) if followed else NOTHING
    return behind[0] or before[0], behind[1] or before[1]


class _Roles(NounPhrases):
    """Reads roles in one sentence."""

    def before(self, token: int) -> Role:
        """ "die Chefin der Hafenbehörde, Ada M.", "Firmenchef Karl B."."""
        start = self._start(token)
        if start is None:
            return NOTHING
        end = token
        while end > start and self.line.tags[end - 1] in (",", ")"):
            end -= 1
        return self._split(start, end)

    def _start(self, token: int) -> int | None:
        """Where the phrase begins that the name ends and that says what someone is."""
        first, last = self._earliest(token), token - 1
        while last >= first and not self._role(self.line.lows[last]):
            last -= 1
        for start in range(first, last + 1):
            phrase = self.at(start)
            if phrase and phrase.name and phrase.name[0] == token:
                return start
        return None

    def _earliest(self, token: int) -> int:
        """The first token behind which nothing stands that parts a name from what is before it."""
        line, first, lo = self.line, token, max(self.lo, token - MAX_BEFORE)
        if ")" in line.tags[lo:token]:
            return lo  # anything may stand in brackets behind a role
        while first > lo and (line.tags[first - 1] not in PARTING or line.lows[first - 1] in self.pack.particles):
            first -= 1
        return first

    def behind(self, at: int) -> Role:
        """ "…, 42, Ingenieurin bei der Hafenbehörde", "… (CDU)"."""
        line, party = self.line, None
        if at + 2 < self.hi and line.tags[at] == "(" and line.tags[at + 2] == ")":
            word = line.words[at + 1]
            party = word if word in self.pack.known_organisations or word.isupper() else None
            at += 3
        if at + 1 < self.hi and (line.lows[at] in self.pack.origins or line.lows[at] in self.pack.workplace_links):
            return None, self._affiliation(at, self.hi) or party
        if at + 1 >= self.hi or line.tags[at] not in (",", "-"):
            return None, party
        at += 1
        while at + 1 < self.hi and line.tags[at] == "#" and line.tags[at + 1] == ",":
            at += 2
        first = self._first_noun(at, self.hi)
        if first is None or self.nouns[line.lows[self._run_end(first, self.hi) - 1]] not in TELLING:
            return None, party
        role, affiliation = self._split(at, self._attached(self._run_end(first, self.hi), self.hi, True))
        return role, affiliation or party

    def _split(self, start: int, end: int) -> Role:
        """ "Ingenieurin bei der Hafenbehörde" → ("Ingenieurin", "Hafenbehörde")."""
        line = self.line
        verbs = self.pack.parted  # "das kündigte Landrätin X an"
        while start < end and (line.tags[start] in ("D", "G", "#") or line.lows[start] in verbs):
            start += 1
        while start < end and self.nouns[line.lows[start]] == "title":
            start += 1
        while start < end and self.nouns[line.lows[end - 1]] == "title":
            end -= 1  # "Klinikdirektorin Dr. X"
        if not self.any_role(start, end):
            return NOTHING
        for k in range(start + 1, end - 1):
            name = self._affiliation(k, end)
            if name:
                return self._text(start, k), name
        return self._hyphened(start, end)

    def any_role(self, start: int, end: int) -> bool:
        """Whether a noun for what someone is stands among these tokens."""
        for low in self.line.lows[start:end]:  # noqa: SIM110 - ``any`` costs more than most of the looks
            if self._role(low):
                return True
        return False

    def _role(self, low: str) -> bool:
        return self.nouns[low] == "role" or low.endswith(self.pack.naming_endings)

    def _affiliation(self, k: int, end: int) -> str | None:
        """The organisation behind the article or preposition at k; a genitive in -s is no name's own form."""
        line, low = self.line, self.line.lows[k]
        if low in self.pack.body_links and self.nouns[line.lows[k - 1]] in ("organisation", "group"):
            return None  # "die Sprecherin des Ministeriums für Umwelt"
        if line.tags[k] == "I" and low in self.pack.belonging:
            first = self._first_noun(k + 1, end)
        elif low in self.pack.genitive_articles and low in self.pack.nominal_genitives and line.tags[k] in ("D", "G"):
            first = self._first_noun(k, end)
        else:
            return None
        if first is None:
            return None
        stop = self._run_end(first, end)
        kind = self._kind(first, first, stop) if stop - 1 not in line.quotes else "organisation"
        listed = {self.nouns[line.lows[first]], self.nouns[line.lows[stop - 1]]}  # "Universität Köln", "Bremer Polizei"
        if kind == "organisation" or not listed.isdisjoint(("organisation", "group")):
            return self._text(first, self._purpose_end(stop, end))
        return None

    def _purpose_end(self, stop: int, end: int) -> int:
        """The end of "Zentrum für Bildung und Forschung"; ``stop`` where nothing says what the body is for."""
        links = self.pack.body_links
        while stop + 1 < end and self.line.lows[stop] in links:
            first = self._first_noun(stop + 1, end)
            if first is None:
                break
            stop, links = self._run_end(first, end), self.pack.conjunctions
        return stop

    def _hyphened(self, start: int, end: int) -> Role:
        """ "TKW-Experte" → ("Experte", "TKW")."""
        role = self._text(start, end)
        left, hyphen, right = role.partition("-") if role and " " not in role else ("", "", "")
        letters = len(left) > 1 and left.isupper()
        if hyphen and (letters or left in self.pack.known_organisations) and left not in self.pack.places:
            return right, left
        return role, None

    def _text(self, start: int, end: int) -> str | None:
        if end <= start:
            return None
        text = self.line.text[self.line.starts[start] : self.line.end(end - 1)]
        return " ".join(text.strip('„“”"»«').split())
