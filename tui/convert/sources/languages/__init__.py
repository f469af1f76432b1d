"""What a language brings to finding sources: its function words, cue verbs, titles, head nouns and quotation marks.

A pack is data; the rules that read it are the same for every language and live beside this folder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, cast, dataclass_transform

from tui.convert.sources.pack_codes import PACKS
from tui.model.article import QuoteManner

NOTHING: frozenset[str] = frozenset()
NO_WORDS: Mapping[str, Any] = {}


@dataclass_transform(kw_only_default=True)
class _Fields:
    """Fields given by name, or as the class has them: a dataclass of so many takes a fifth of the stage's import."""

    def __init__(self, **given: Any) -> None:
        for field in type(self).__annotations__:
            setattr(self, field, given.pop(field) if field in given else getattr(type(self), field))
        if given:
            raise TypeError(f"no such fields: {', '.join(given)}")


class Pack(_Fields):
    """Word lists of one language; every word is lower case unless its field says otherwise.

    ``closed`` maps function words and verb forms to the tags of ``pos_tags``.  ``cues`` maps each form of a cue verb to
    its class: ``say`` (takes quoted or reported words), ``act`` (a speech act whose object is what was said about:
    "criticised the plan"), ``weak`` (speech only with quoted words, a colon or a content clause) and ``show`` (what
    documents and pictures do).  ``plain`` verbs are known verbs that report nothing; they bound noun phrases.
    """

    code: str
    closed: dict[str, str]
    cues: dict[str, str]
    ambiguous: frozenset[str]  # verb forms that are nouns too ("claims", "report"): verbs only where a verb can stand
    present: frozenset[str]  # present participles ("saying"): the subject is the main clause's
    perfect: frozenset[str]  # past participles, for the passive
    infinitive: frozenset[str]  # base forms: verbs after a modal, "to" or a plural
    plain: frozenset[str]
    titles: dict[str, str]  # before a name, with the gender that it tells: "m", "f" or ""
    roles: frozenset[str]  # head nouns of what a person is: "senator", "professor"
    role_gender: dict[str, str]
    groups: frozenset[str]  # head nouns of unnamed speakers that are no single person's role: "officials"
    individuals: frozenset[str] = NOTHING  # … those of them that one person may be: "an official"
    organisations: frozenset[str]  # head nouns and words of organisations' names: "university", "ministry"
    institutions: frozenset[str] = NOTHING  # nouns of bodies that speak under these alone: "airline", "ambassade"
    documents: frozenset[str]  # head nouns of documents: "report", "poll"
    pronouns: dict[str, str]  # subject pronouns with "m", "f", "p" (several), "n" (thing) or "" (speaker, reader)
    according: tuple[tuple[str, ...], ...]  # prepositions that cite, word by word: ("according", "to")
    abbreviations: frozenset[str]  # without the stop; they do not end a sentence
    particles: frozenset[str]  # inside names: "von", "de"
    that: frozenset[str]  # what opens reported speech
    be: frozenset[str]  # auxiliaries of the passive
    agents: frozenset[str]  # "by"
    definite: frozenset[str]  # "the"
    elided: tuple[str, ...] = ()  # what an apostrophe ties to the next word: "l", "qu"
    attached: tuple[str, ...] = ()  # pronouns that a hyphen ties to the verb: "il" of "dit-il"
    postposed: frozenset[str] = NOTHING  # "zufolge": cites what stands before it
    compound: bool = False  # whether the perfect is the tense of telling, so that its verb may stand before the speaker
    silent: bool = False  # whether subject pronouns are left out
    reaching: frozenset[str] = NOTHING  # verbs whose infinitive is done: "went on to say", "declined to comment"
    known_organisations: frozenset[str] = NOTHING  # as written, one word that would pass for a person's
    spelled: Mapping[str, str] = NO_WORDS  # a title's short form -> its role noun
    modals: frozenset[str] = NOTHING
    idle: frozenset[tuple[str, str]] = frozenset()  # a cue and the word behind it that make it none: ("called", "off")
    answering: frozenset[str] = NOTHING  # cues that, denied, say that nothing was said: "did not respond"
    shows: frozenset[str] = NOTHING  # what documents and organisations do with a finding: "found"
    needs: Mapping[str, frozenset[str]] = NO_WORDS  # a cue -> the words one of which must follow it
    phrasal: Mapping[str, frozenset[str]] = NO_WORDS  # "fired": "back"; the verb alone is no cue
    told: frozenset[str] = NOTHING  # forms that name whom they were said to: "told"
    light: frozenset[str] = NOTHING  # verbs that report with a noun of speech behind them: "made a plea"
    speech: frozenset[str] = NOTHING  # those nouns
    offices: frozenset[str] = NOTHING  # what follows "of" in a title and is no name: "state", "staff"
    office_roles: frozenset[str] = NOTHING  # what holds one, behind its name: "Transport Minister"
    places: frozenset[str] = NOTHING  # as written: countries, capitals, states
    demonyms: frozenset[str] = NOTHING  # as written: "Russian"
    adverb_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    possessive: str = ""  # what marks a possessor: "'s"
    lone_names: bool = False  # whether a lone capitalised word is likelier a person's last name than anything else
    capital_nouns: bool = False  # whether every noun is capitalised
    verb_second: bool = False  # whether the finite verb stands second, its participle or particle last
    parted: Mapping[str, Mapping[str, str]] = NO_WORDS  # finite form -> particle -> class of cue
    utterances: frozenset[str] = NOTHING  # nouns for what someone says, behind a preposition: "nach Angaben"
    noun_endings: tuple[str, ...] = ()  # of cases and plurals, which an entry may lack
    aged_endings: tuple[str, ...] = ()  # of nouns that stand for someone by age: "der 46-Jährige"
    body_links: frozenset[str] = NOTHING  # between a body and what it is for: "Zentrum für Prävention"
    naming_endings: tuple[str, ...] = ()  # of nouns for people that no list has, where a name follows: "Glaziologin X"
    issuing: frozenset[str] = NOTHING  # between a verb of following and the document: "geht aus X hervor"
    impersonal: frozenset[str] = NOTHING  # verbs that cite what a preposition leads to: "heißt es in X"
    expletive: str = ""  # the pronoun that stands for nobody with them: "es"
    addressing_links: frozenset[str] = NOTHING  # before whom words were said to: "dijo a la agencia W. el alcalde"
    surname_ends: frozenset[str] = NOTHING  # nouns that end as many family names as compounds: "mann"
    abstract_endings: tuple[str, ...] = ()  # of nouns that are no names
    convinced: frozenset[str] = NOTHING  # participles of what someone is who says so: "ist X überzeugt"
    trailing: frozenset[str] = NOTHING  # those of ``according`` that follow what is said: "so X"
    spatial: frozenset[str] = NOTHING  # … that cite only with a noun of speech: "nach Angaben", not "nach Berlin"
    infinitive_marks: frozenset[str] = NOTHING  # "zu"
    likening: tuple[tuple[str, ...], ...] = ()  # what cites who does the cue verb behind it: "comme l'explique X"
    likening_fillers: frozenset[str] = NOTHING  # between the two: "l'"
    reporting_fillers: frozenset[str] = NOTHING  # between "according to" and a cue verb: "secondo quanto riferito"
    manner: frozenset[str] = NOTHING  # what opens a clause that says who said it: "wie X mitteilte"
    subjunctive: frozenset[str] = NOTHING  # verb forms of reported speech that needs no cue
    subjunctive_stand_ins: frozenset[str] = NOTHING  # … those that only go on with it
    nominative: frozenset[str] = NOTHING  # determiners that a subject may have
    several: frozenset[str] = NOTHING  # determiners of a plural
    singular: frozenset[str] = NOTHING  # … of a singular, among the nominative ones
    opening_adjective_endings: tuple[str, ...] = ()  # … that may open a sentence; "-er" ends too many names
    adjective_endings: tuple[str, ...] = ()  # of adjectives before their noun, where that is capitalised
    genitive_articles: frozenset[str] = NOTHING
    case_ambiguous: frozenset[str] = NOTHING  # nominative articles that before a feminine noun are none: "der"
    feminine_endings: tuple[str, ...] = ()  # of those nouns
    plural_verb_endings: tuple[str, ...] = ()
    participle_prefixes: tuple[str, ...] = ()  # participles that begin so are never finite: "gesagt"
    nominal_genitives: frozenset[str] = NOTHING  # genitive articles that leave their noun its form: "der"
    possessive_ending: str = ""  # of a name in the genitive: "Linds"
    plural_endings: tuple[str, ...] = ()  # of nouns and verbs: no lone word ending so is a name
    head_first: bool = False  # whether names of organisations begin with their head and go on in lower case
    open_cues: bool = False  # whether any verb between a quotation and who stands beside it reports
    performing: frozenset[str] = NOTHING  # verbs whose object in quotation marks is a work or a part: "chante"
    asides: tuple[tuple[str, ...], ...] = ()  # between a verb and its subject, word by word: "por su parte"
    opinion: frozenset[str] = NOTHING  # those of ``according`` that cite only where they open a sentence: "pour X"
    general_documents: frozenset[str] = NOTHING  # nouns for a document that was named before: "le document"
    bare_articles: frozenset[str] = NOTHING  # singular articles that before a plural are prepositions: "a jornalistas"
    floating: frozenset[str] = NOTHING  # words for all of several that stand between them and their verb: "both"
    dating: frozenset[str] = NOTHING  # words before a month that is no first name: "in May"
    periods: frozenset[str] = NOTHING  # times behind those words: "last week"
    capital_names: frozenset[str] = NOTHING  # function words that are names where they are capitalised: "São"
    wishing: frozenset[str] = NOTHING  # verbs that, denied, say that someone did not want to: "n'a pas souhaité"
    commenting: frozenset[str] = NOTHING  # what was not wanted then: "commenter"
    # Verb forms that, denied in a clause with one of these words, say that someone gave no answer: "wollte … äußern"
    unsaid: Mapping[str, frozenset[str]] = NO_WORDS
    declined: Mapping[str, frozenset[str]] = NO_WORDS  # … not denied: "ließ … unbeantwortet"
    inquiries: frozenset[str] = NOTHING  # nouns of questions and answers, behind which the asked stand: "Anfrage an X"
    anonymity: tuple[tuple[str, ...], ...] = ()  # words of someone's not being named: "condition of anonymity"
    reason_openers: frozenset[str] = NOTHING  # what gives a reason: "because"
    purpose_openers: frozenset[str] = NOTHING  # … right behind the words of not being named: "to"
    after_reasons: frozenset[str] = NOTHING  # small words that no reason ends with: "der aus Angst sich nicht …"
    counting: frozenset[str] = NOTHING  # how many of several: "one", "un"
    partitive_links: frozenset[str] = NOTHING  # between how many and of whom: "of", "d'", "dei"
    partitive_pronouns: frozenset[str] = NOTHING  # of whom: "them", "eux"
    measures: frozenset[str] = NOTHING  # nouns by which things vary, behind a word that cites: "según la zona"
    derived_endings: tuple[str, ...] = ()  # of adjectives that no first name has: "-ische"
    amounts: frozenset[str] = NOTHING  # capitalised words of amounts and times, no names: "Hunderte Kinder"
    limiting: frozenset[str] = NOTHING  # behind a negation, what makes it none: "nicht nur"
    # Small words and what they join
    articles: frozenset[str] = NOTHING  # left out before a source's name: "the", "this"
    article_gender: Mapping[str, str] = NO_WORDS  # of a role both for men and women: "la juge"
    indefinite: frozenset[str] = NOTHING  # "a"
    standalone: frozenset[str] = NOTHING  # determiners that may stand for people: "many", "some"
    conjunctions: frozenset[str] = NOTHING  # what joins two speakers: "and"
    genitive: frozenset[str] = NOTHING  # what ties a title to its office: "Secretary of State"
    attaching: frozenset[str] = NOTHING  # prepositions whose phrase belongs to the noun before it: "of", "for"
    role_links: frozenset[str] = NOTHING  # … where that noun is a role: "aide to the president"
    participle_links: frozenset[str] = NOTHING  # … behind a participle: "documents released by X"
    head_links: frozenset[str] = NOTHING  # behind the head of an organisation's name: "Department of …"
    name_links: frozenset[str] = NOTHING  # anywhere inside such a name, where its head begins it: "&"
    linked_articles: frozenset[str] = NOTHING  # … articles behind them: "Department of the Interior"
    campus_states: frozenset[str] = NOTHING  # places with universities in several towns
    office_links: frozenset[str] = NOTHING  # inside an organisation's name before a role: "Ministry of X spokesman"
    held_roles: frozenset[str] = NOTHING  # roles that are held in a body: what follows "of" is one, "founder of X"
    headed_roles: frozenset[str] = NOTHING  # before which, opening a sentence, a word on no list names a body
    common_endings: tuple[str, ...] = ()  # of common nouns and adjectives: "political"
    owning_roles: frozenset[str] = NOTHING  # … never of a person: what follows "founder of" is a body
    leading_ranks: frozenset[str] = NOTHING  # with which a capitalised role begins: "Chief Product Officer"
    fused_roles: Mapping[str, frozenset[str]] = NO_WORDS  # a body -> roles one with it: "police chief"
    rank_words: frozenset[str] = NOTHING  # words of capitalised roles before their noun: "Vice" of "Vice President"
    belonging: frozenset[str] = NOTHING  # between a role and whom it serves: "of", "at", "with"
    workplace_links: frozenset[str] = NOTHING  # … those that only a place of work follows: "at"
    service_links: frozenset[str] = NOTHING  # … that whoever one works for follows: "for", "with"
    sought_roles: frozenset[str] = NOTHING  # roles whose "for X" is what they want: "candidate for X"
    military_ranks: frozenset[str] = NOTHING  # between a role and a name: "project director Colonel Ann Lee"
    personal_roles: frozenset[str] = NOTHING  # roles that are always someone's: "sister", "lawyer"
    placed_roles: frozenset[str] = NOTHING  # roles named for a place rather than a body: "a Springfield lawyer"
    learned_roles: frozenset[str] = NOTHING  # roles whose "in X" is what they know: "expert in Sharia"
    place_links: frozenset[str] = NOTHING  # between a role and where someone lives: "in"
    serving: frozenset[str] = NOTHING  # verbs before "as" and a role: "who served as director"
    leading: frozenset[str] = NOTHING  # verbs whose subject is in charge of a body: "who heads the Water Board"
    employed: frozenset[str] = NOTHING  # … belongs to one: "who teaches history at X"
    based: frozenset[str] = NOTHING  # … before such a preposition: "based"
    pointing: frozenset[str] = NOTHING  # determiners that begin no role: "this"
    leader_endings: tuple[str, ...] = ()  # of compound roles: "-in-chief"
    company_roles: frozenset[str] = NOTHING  # roles that nobody holds but in a company: "founder"
    third_s: bool = False  # whether verbs end in -s that may stand right before a body's name: "intrigues"
    origins: frozenset[str] = NOTHING  # between a name and an organisation: "Ann Lee of X"
    comparing: frozenset[str] = NOTHING  # "as" of "as reported by X", "was quoted as saying"
    accompanying: frozenset[str] = NOTHING  # "with" of "with X saying that …"
    relative: frozenset[str] = NOTHING  # pronouns of clauses whose antecedent may speak: "who", "which"
    human_relative: frozenset[str] = NOTHING  # … those that mean people
    reflexive_endings: tuple[str, ...] = ()  # of pronouns that part a subject from its verb: "he himself said"
    negations: frozenset[str] = NOTHING
    neither: frozenset[str] = NOTHING  # what opens a subject of two that did not, and joins them: "neither", "nor"
    negated_endings: tuple[str, ...] = ()  # of auxiliaries: "didn't"
    after_preposition: Mapping[str, str] = NO_WORDS  # function words with another tag there
    without_noun: Mapping[str, str] = NO_WORDS  # … with another tag where no noun follows
    capital_pronouns: frozenset[str] = NOTHING  # pronouns that are capitalised anywhere: "I"
    addressing: frozenset[str] = NOTHING  # pronouns that address the reader: "you"
    manners: Mapping[str, QuoteManner] = NO_WORDS  # nouns and verbs that say how: "statement", "tweeted"
    outlet_links: frozenset[str] = NOTHING  # before whom one spoke to: "in an interview with X"
    declining: frozenset[str] = NOTHING  # verbs of who was asked and did not answer: "declined to comment"
    # Words of names and the people and bodies that they name
    honorifics: frozenset[str] = NOTHING  # titles that say nothing about what someone does: "Mr."
    geography: frozenset[str] = NOTHING  # last words of places' names: no two words ending so are a person
    firm_places: frozenset[str] = NOTHING  # as written: places that end names of bodies: "Statistics Canada"
    teams: frozenset[str] = NOTHING  # as written: first words of names that are no person's: "Operation"
    surnames_too: frozenset[str] = NOTHING  # words of organisations' names that are family names as well: "church"
    bodies: frozenset[str] = NOTHING  # nouns that behind a name make an organisation: "the Cologne police"
    nameless: frozenset[str] = NOTHING  # … before a role as well: "Lee campaign spokeswoman"
    compound_adjectives: tuple[str, ...] = ()  # endings: "-based"
    agent_endings: tuple[str, ...] = ()  # of nouns for who does something: "-er"
    not_people: frozenset[str] = NOTHING  # nouns that end so and are no people: "number"
    group_endings: tuple[str, ...] = ()  # … of several who do something: "-ists"
    plurals: frozenset[str] = NOTHING  # nouns that take a plural verb without looking so: "people"
    singulars: frozenset[str] = NOTHING  # … that take one of the singular and end in -s: "news"
    participle_endings: tuple[str, ...] = ()  # of past participles that are on no list: "released"
    # Verbs
    shown: frozenset[str] = NOTHING  # what a document does that says something: "says", "shows", "reads"
    descriptive: frozenset[str] = NOTHING  # participles that without an auxiliary describe: "known"
    quoted: frozenset[str] = NOTHING  # passives whose subject spoke: "was quoted as saying"
    nobody: frozenset[str] = NOTHING  # words that deny whoever they stand for: "nobody", "no"
    clausal: frozenset[str] = NOTHING  # cues that say something only with a clause or a quotation: "added"
    transitive: frozenset[str] = NOTHING  # cues that say nothing of someone whom they have as object: "denied"
    crediting: frozenset[str] = NOTHING  # participles whose object is a source: "citing two officials"
    naming: frozenset[str] = NOTHING  # verbs that name what an indefinite phrase means: "a company called X"
    plain_says: frozenset[str] = NOTHING  # base forms that report right behind a quotation

    def is_demonym(self, name: Sequence[str]) -> bool:
        """Whether the words of a name are a people's: "Russian", "North Korean", "German French"."""
        for word in name:
            if word not in self.demonyms:
                return " ".join(name) in self.demonyms
        return True


_LOADED: dict[str, Pack] = {}


def load(code: str) -> Pack:
    """The pack of a two-letter code of ``PACKS``, built when first asked for."""
    if code not in _LOADED:
        _LOADED[code] = cast(Pack, import_module(f"{__name__}.{PACKS[code]}").PACK)
    return _LOADED[code]


def words(*lists: str) -> frozenset[str]:
    """Words written in a row, parted by spaces; an underscore stands for a space within one entry."""
    text = " ".join(lists)
    entries = text.split()
    return frozenset([entry.replace("_", " ") for entry in entries] if "_" in text else entries)


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases written in a row, parted by spaces, an underscore between the words of one: each as its words."""
    return tuple(tuple(phrase.split("_")) for phrase in text.split())
