"""German."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, words
from tui.convert.sources.languages.german import grammar, people, verbs
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import tagged


def _pack() -> Pack:
    inflected = verbs.Verbs()
    return Pack(
        code="de",
        closed=tagged(grammar.CLOSED),
        cues=inflected.cues,
        parted=inflected.parted,
        ambiguous=frozenset(),
        present=frozenset(),
        perfect=frozenset(inflected.perfect),
        infinitive=frozenset(),
        plain=frozenset(),
        titles=people.TITLES,
        roles=people.MALE | people.FEMALE,
        role_gender={**dict.fromkeys(people.MALE, "m"), **dict.fromkeys(people.FEMALE, "f")},
        groups=people.GROUPS,
        organisations=people.ORGANISATIONS,
        documents=people.DOCUMENTS,
        utterances=people.UTTERANCES,
        noun_endings=("s", "es", "n", "en", "e"),
        abstract_endings=people.ABSTRACT,
        pronouns={"er": "m", "sie": "f", "es": "n", "ich": "", "wir": "", "man": "", "du": ""},
        according=(("laut",), ("gemäß",), ("nach",), ("so",)),
        abbreviations=grammar.ABBREVIATIONS,
        particles=grammar.PARTICLES,
        that=words("dass daß ob"),
        be=words("wird werden wurde wurden worden ist sind war waren sei seien"),
        agents=words("von vom durch"),
        definite=words("der die das den dem des"),
        postposed=words("zufolge"),
        trailing=words("so"),
        spatial=words("nach gemäß"),
        infinitive_marks=words("zu"),
        relative=words("der die das welcher welche dessen deren"),
        manner=words("wie"),
        subjunctive=words(" ".join(verbs.SUBJUNCTIVE)),
        subjunctive_stand_ins=words(" ".join(verbs.STAND_INS)),
        known_organisations=people.KNOWN,
        places=PLACES,
        demonyms=DEMONYMS,
        capital_nouns=True,
        verb_second=True,
        articles=words("der die das den dem des ein eine einen einem einer eines dieser diese dieses"),
        indefinite=words("ein eine einem einer"),
        standalone=words("viele einige mehrere manche alle beide andere"),
        nominative=grammar.NOMINATIVE,
        several=grammar.SEVERAL,
        singular=words("der das dieser dieses jeder jedes"),
        opening_adjective_endings=("e", "en"),
        adjective_endings=("e", "en", "er", "es", "em"),
        genitive_articles=grammar.GENITIVE,
        plural_verb_endings=("n",),
        participle_prefixes=("ge",),
        nominal_genitives=words("der einer dieser seiner ihrer"),
        possessive_ending="s",
        case_ambiguous=words("der dieser jeder jener keiner"),
        plural_endings=("en",),
        feminine_endings=grammar.FEMININE_ENDINGS,
        conjunctions=words("und sowie &"),
        attaching=words("von vom für aus beim bei zur zum"),
        role_links=words("im in am an ins gegen bei"),
        manners=grammar.MANNERS,
        outlet_links=words("mit gegenüber"),
        name_links=words("für & der des"),
        belonging=words("in bei beim an von vom der des für"),
        workplace_links=words("bei beim"),
        origins=words("von vom"),
        addressing=words("du dein deine dir dich ihr euch"),
        honorifics=words("herr herrn frau dr dr. prof prof. sir lord lady"),
        agent_endings=people.AGENT_ENDINGS,
        group_endings=people.GROUP_ENDINGS,
    )


PACK = _pack()
