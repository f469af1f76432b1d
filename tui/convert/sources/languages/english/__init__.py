"""English."""

from __future__ import annotations

from itertools import chain

from tui.convert.sources.languages import Pack, words
from tui.convert.sources.languages.english import grammar, people, verbs
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES

CLOSED = {
    "D": "one the a an this that these those some any no every each either neither another all both many several "
    "few much "
    "most more other such half various numerous countless dozens",
    "G": "my your his her its our their whose",
    "R": "i you he she it we they i'm i'd i'll you've you're you'd you'll he'd he'll she'd she'll we're we'd "
    "we'll they're they'd they'll that's there's here's what's who's let's",
    "O": "me him us them myself yourself himself herself itself ourselves themselves each_other",
    "I": "of in on at by for with from into onto over under about against between among through during before after "
    "above below across around behind beside beyond despite except inside near off outside per since till toward "
    "towards "
    "until upon via within without like unlike amid amidst alongside along past throughout versus vs regarding "
    "concerning including following as than given besides absent",
    "S": "if while because although though when whenever where wherever whereas unless once whether why how lest that",
    "W": "who which whom what",
    "C": "and or but nor & yet so",
    "X": "is was are were be been being am has have had having do does did will would can could may might must "
    "shall should "
    "isn't wasn't aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't "
    "shouldn't "
    "isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t "
    "he's she's it's they've i've we've he’s she’s they’ve i’ve we’ve",
    "T": "to",
    "B": "not also then now later earlier recently never ever always often sometimes once again still already just "
    "only even "
    "too very quite rather perhaps maybe instead soon today yesterday tomorrow tonight ago here there however "
    "therefore "
    "moreover meanwhile nevertheless nonetheless thus hence further furthermore first second last twice simply almost "
    "back up down out away well far long much repeatedly together else elsewhere afterward afterwards indeed "
    "subsequently "
    "far publicly privately regardless likewise largely previously",
    "Y": "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september "
    "october november december mon tue tues wed thu thur thurs fri sat jan feb mar apr jun jul aug sept sep oct nov "
    "dec",
    "A": "former late ex longtime outgoing incoming acting veteran retired",
    "E": "familiar close aware briefed responsible opposed loyal critical knowledgeable involved present",
    "#": "two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion hundreds "
    "thousands millions percent",
}
ABBREVIATIONS = words("""
mr mrs ms dr prof sen rep gov gen col capt lt maj sgt cpl adm rev hon st jr sr inc corp co ltd bros vs etc no vol jan
feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo d.c u.s u.k u.n u.s.a e.g i.e a.m p.m ph.d supt det
const cst coun insp ald ont que alta sask n.s n.b n.l p.e.i b.c n.w.t
pvt spc cmdr b ave blvd rd atty asst assoc dept gov't messrs mt ft
""")
PARTICLES = words("von van der den de del della di da dos das du le la al el bin ibn abu ter ten af av zu y e san")
AMBIGUOUS = words("""
rules rule advocates advocate mentions mention jabs jab cautions caution thanks thank lectures lecture rebukes rebuke
boasts boast riffs riff claims claim reports report calls call notes note states state comments comment demands demand
plans plan hopes hope fears fear posts post charges charge questions question answers answer tweets tweet promises
promise pledges pledge requests request warns doubts doubt estimates estimate forecasts forecast attacks attack
reviews records concerns views view works work moves move needs need runs run leads lead shows show finds find hints
hint quotes quote cites jokes joke challenges challenge disputes dispute criticisms counters counter projects project
details detail stresses stress remarks remark polls votes vote supports support talks talk texts text emails email
issues issue vows vow offers offer raises raise points point outlines outline objects object protests protest rails
rail quips quip praises praise blames blame brands brand labels label faults fault credits credit addresses address
tips lists list slams looks look studies results campaigns means mean sounds sound slights slight insults insult
swipes voices voice appeals appeal puts spokes cries cry laughs laugh blogs blog forms form bets bet worries worry
accounts account documents document broadcasts broadcast volunteers volunteer gushes crows crow chants chant barks
bark fumes fume sighs sigh retorts retort announces reads read starts start ends end returns return deals deal changes
change places place targets target uses use bans ban hires hire cuts cut hits hit rises rise falls fall wins win
losses faces face heads head chairs chair trusts trust loves love wants want interests interest trails trail
""")
REACHING = words("""go goes went gone going continue continues continued continuing decline declines declined
declining refuse
refuses refused refusing choose chose proceed proceeded begin began start started rush rushed hasten hastened took
take takes
taking turned used uses using paused pauses stopped stepped pledged vowed promised agreed prompted
forced moved compelled""")


IDLE = frozenset(
    (verb, behind)
    for base, particles in (
        ("call", "off in up it himself herself themselves"), ("report", "from to for"), ("respond", "for"),
        ("contribute", "reporting to"), ("answer", "for"),
        ("point", "toward towards"), ("post", "messages"), ("write", "off"), ("push", "through"), ("tip", "off"),
        ("address", "the"), ("agree", "to"), ("rip", "them up off out away open apart through into"),
        ("accept", "the"), ("charge", "with"), ("accuse", "of"), ("speak", "on"),
    )
    for verb in verbs.forms(base)
    for behind in particles.split()
)  # fmt: skip


NEEDS = {
    form: frozenset(behind.split())
    for base, behind in (
        ("speak", "of about out against highly up"), ("talk", "about of up"), ("refer", "to"), ("point", "to out"),
        ("decline", "comment to an requests"), ("refuse", "to comment"),
    )
    for form in verbs.forms(base)
}  # fmt: skip


def _closed() -> dict[str, str]:
    return {w.replace("_", " "): tag for tag, text in CLOSED.items() for w in text.split()}


def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    lists = (("show", verbs.SHOW), ("weak", verbs.WEAK), ("act", verbs.ACT), ("say", verbs.SAY))
    for name, verb_list in lists:
        for verb in verb_list:
            classes.update(dict.fromkeys(verbs.forms(verb), name))
    return classes


def _pack() -> Pack:
    every = {*verbs.SAY, *verbs.ACT, *verbs.WEAK, *verbs.SHOW, *verbs.PLAIN}
    infinitive, _, _, perfect, present = map(frozenset, zip(*map(verbs.forms, every), strict=True))
    return Pack(
        code="en",
        closed=_closed(),
        cues=_classes(),
        ambiguous=AMBIGUOUS,
        present=present,
        perfect=perfect,
        infinitive=infinitive,
        plain=frozenset(chain.from_iterable(map(verbs.forms, verbs.PLAIN))),
        titles=people.TITLES,
        roles=people.ROLES,
        role_gender={**dict.fromkeys(people.MALE_ROLES, "m"), **dict.fromkeys(people.FEMALE_ROLES, "f")},
        individuals=people.INDIVIDUALS,
        groups=people.GROUPS | people.MORE_GROUPS,
        organisations=people.ORGANISATIONS,
        institutions=people.INSTITUTIONS,
        documents=people.DOCUMENTS,
        pronouns={
            "he": "m",
            "she": "f",
            "they": "p",
            "it": "n",
            "i": "",
            "we": "",
            "you": "",
            "one": "",
            "who": "who",
        },
        according=(("according", "to"), ("per", "the")),
        abbreviations=ABBREVIATIONS,
        particles=PARTICLES,
        that=frozenset(("that",)),
        be=words("is was are were be been being am isn't wasn't aren't weren't"),
        agents=frozenset(("by",)),
        definite=frozenset(("the",)),
        reaching=REACHING,
        known_organisations=people.KNOWN_ORGANISATIONS,
        places=PLACES,
        demonyms=DEMONYMS,
        adverb_endings=("ly",),
        past_endings=("ed",),
        present_endings=("ing",),
        possessive="'s",
        lone_names=True,
        office_roles=words("minister secretary critic"),
        offices=words(
            "transport environment finance immigration fisheries tourism sport sports culture housing resources "
            "science innovation trade infrastructure heritage revenue industry development climate forests mines "
            "safety services "
            "state staff defense defence education energy commerce labor labour justice treasury transportation "
            "agriculture homeland security interior health foreign affairs police police_staff"
        ),
        modals=words("will would should could may might must can can't won't wouldn't shouldn't couldn't"),
        idle=IDLE,
        answering=words("respond responded responding reply replied answer answered"),
        shows=frozenset(form for verb in verbs.SHOW for form in verbs.forms(verb)),
        needs=NEEDS,
        phrasal={
            **{form: frozenset(("back",)) for verb in verbs.BACK for form in verbs.forms(verb)},
            **dict.fromkeys(("put", "puts"), frozenset(("it",))),
            **dict.fromkeys(verbs.forms("point"), frozenset(("out",))),
        },
        spelled=people.SPELLED,
        told=words(
            "tell tells told telling ask asks asked asking assure assured inform informed remind reminded warn warned"
        ),
        light=frozenset(form for verb in verbs.LIGHT for form in verbs.forms(verb)),
        speech=frozenset(verbs.SPEECH),
        articles=grammar.ARTICLES,
        indefinite=words("a an one another"),
        standalone=grammar.STANDALONE,
        counting=grammar.COUNTING,
        partitive_links=words("of"),
        partitive_pronouns=words("them us"),
        conjunctions=grammar.CONJUNCTIONS,
        floating=words("both all each"),
        dating=words("in since until till during last this next early late mid"),
        periods=words("week month year night weekend spring summer fall autumn winter"),
        genitive=words("of"),
        attaching=grammar.ATTACHING,
        role_links=words("to"),
        participle_links=words("by from in on"),
        head_links=grammar.HEAD_LINKS,
        linked_articles=words("the"),
        campus_states=grammar.CAMPUS_STATES,
        office_links=words("of for"),
        held_roles=grammar.HELD_ROLES,
        headed_roles=words("president ceo chairman chairwoman founder cofounder co-founder", grammar.SPOKESPEOPLE),
        common_endings=grammar.COMMON_ENDINGS,
        owning_roles=grammar.OWNING_ROLES,
        leading_ranks=words(
            "group chief vice deputy assistant associate senior executive managing acting lead head staff detective "
            "crown"
        ),
        fused_roles={
            "police": words("officer chief commissioner inspector sergeant constable superintendent"),
            "crown": words("attorney prosecutor counsel lawyer"),
        },
        rank_words=grammar.RANK_WORDS,
        belonging=grammar.BELONGING,
        workplace_links=words("at"),
        service_links=words("for with"),
        sought_roles=words("candidate contender nominee frontrunner front-runner mp msp mep mpp mla mna mha senator"),
        military_ranks=people.MILITARY_RANKS,
        personal_roles=grammar.PERSONAL_ROLES,
        placed_roles=grammar.PLACED_ROLES,
        learned_roles=words("expert specialist professor lecturer scholar authority researcher believer fellow"),
        place_links=words("in near outside"),
        serving=words("serves served works worked acts acted"),
        leading=words("heads headed leads led runs ran chairs chaired directs directed manages managed oversees"),
        employed=words("works worked teaches taught studies researches practices practises"),
        based=words("based living"),
        pointing=words("this that these those some any no every each such"),
        leader_endings=("-in-chief",),
        company_roles=words("executive ceo cfo coo cto founder co-founder cofounder shareholder"),
        third_s=True,
        origins=words("of from"),
        comparing=words("as"),
        accompanying=words("with"),
        relative=words("who which whose"),
        human_relative=words("who"),
        reflexive_endings=("self", "selves"),
        negations=words("not never"),
        neither=words("neither nor"),
        negated_endings=("n't",),
        after_preposition={"that": "D"},
        without_noun={"her": "O"},
        capital_pronouns=words("i i've i'm"),
        addressing=words("you your yours you'll you're you've"),
        honorifics=grammar.HONORIFICS,
        geography=grammar.GEOGRAPHY,
        firm_places=grammar.FIRM_PLACES,
        teams=frozenset(("Team", "Camp", "Operation", "Project")),
        surnames_too=grammar.SURNAMES_TOO,
        bodies=grammar.BODIES,
        nameless=grammar.NAMELESS,
        compound_adjectives=grammar.COMPOUND_ADJECTIVES,
        agent_endings=grammar.AGENT_ENDINGS,
        not_people=grammar.NOT_PEOPLE,
        group_endings=grammar.GROUP_ENDINGS,
        plurals=grammar.PLURALS,
        singulars=words("news politics economics physics mathematics gas bus campus virus census status bonus"),
        participle_endings=grammar.PARTICIPLE_ENDINGS,
        shown=grammar.SHOWN,
        descriptive=words("known seen shown written given"),
        quoted=words("quoted"),
        manners=grammar.MANNERS,
        outlet_links=words("with to by"),
        declining=words("decline declines declined declining refuse refuses refused refusing"),
        unsaid=verbs.UNSAID,
        declined=verbs.DECLINED,
        anonymity=grammar.ANONYMITY,
        reason_openers=words("because as since for out citing due over owing saying"),
        purpose_openers=words("to so"),
        nobody=words("nobody no none no-one noone neither"),
        clausal=words("add adds added adding post posts posted posting"),
        transitive=words("deny denies denied denying"),
        crediting=words("citing quoting"),
        naming=words("called"),
        plain_says=words("say write ask"),
    )


PACK = _pack()
