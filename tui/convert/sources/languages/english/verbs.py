"""English verbs: which report words, how they are inflected, and the common ones that report nothing.

Collected by hand from newspaper style guides' and grammars' lists of reporting verbs (Quirk et al., 16.31; Biber et
al., 9.2.2) and from general knowledge.
"""

from __future__ import annotations

from functools import cache

from tui.convert.sources.languages import NOTHING, words

SAY = """
say tell write add note argue claim insist contend assert allege suggest warn explain reply respond answer
acknowledge admit concede confirm deny declare announce state report reveal disclose predict recall remark observe
comment joke quip tweet retweet post lament complain boast brag vow pledge promise swear stress emphasize emphasise
reiterate conclude testify counter retort shout yell exclaim caution cite opine muse muses intone deadpan snap
inform assure notify remind interject chime clarify affirm reaffirm attest profess proclaim pronounce underscore
underline stipulate conjecture surmise speculate reckon theorize hypothesize hint imply blog email text fume gripe
grumble moan mutter murmur whisper scoff sneer crow gush rave rail riff relate recount confess divulge volunteer
elaborate urge recommend ask propose demand request plead implore beg thunder bellow
bark chant cheer sigh sob stammer wonder quote repeat object retaliate rejoin counsel chuckle
enthuse marvel grouse ponder mention confide summarize summarise groan gloat mumble intimate insinuate posit postulate
theorise aver prophesy sympathise sympathize
""".split()

ACT = """
criticize criticise condemn denounce blast slam praise accuse blame call describe dismiss mock ridicule reject defend
question tout hail decry deride rebuke chide lambaste apologize apologise discuss dispute refer portray
characterize characterise label dub brand point speak talk disparage belittle berate bash rip excoriate castigate
chastise scold assail lash rebut refute contradict disavow renounce repudiate echo applaud laud commend
congratulate welcome extol invoke warn threaten compliment slight insult jab taunt tease vilify deplore bemoan
advocate espouse preach paint liken allude attribute credit fault lecture detail outline attack rescind
address urge voice disagree express tell swipe endorse
""".split()

WEAK = """
continue begin go think believe see find show feel know learn hear conclude expect hope fear worry understand
read figure estimate calculate determine decide consider doubt suspect imagine assume guess bet mean remember
agree accept respond challenge advise oppose offer threaten propose sing rule raise cry laugh smile nod shrug open
close sum
reflect reason beam venture crack
protest signal specify deduce infer suppose foresee decree wager discover
start finish end joke pray charge maintain publish project forecast broadcast
""".split()

SHOW = """
show find indicate estimate describe detail read call project forecast document point depict illustrate
demonstrate outline accuse
""".split()

# With a noun of speech as their object these report: "made a plea", "issued a statement".
LIGHT = "make give deliver issue release send offer post publish have take file write read cast put fire draft".split()
SPEECH = """statement statements speech remarks remark comments comment claim claims accusation accusations allegation
allegations argument arguments case point pitch plea call calls promise promises pledge pledges vow warning warnings
threat
threats joke jokes apology criticism reference references swipe shot shots jab jabs announcement declaration assertion
assertions suggestion testimony address message messages tweet tweets letter letters email emails note memo blame
account
retort rebuke observation prediction confession admission denial complaint complaints op-ed post interview interviews
answer reply response explanation description insult insults words praise tirade rant lecture sermon demand demands
""".split()

# Verbs that answer with "back" behind them: "fired back".
BACK = "fire shoot hit strike push punch snap come".split()

PLAIN = """
be have do make take get come give keep let seem help turn leave work run move live bring happen provide sit stand
lose pay meet include set lead change watch follow stop create allow win spend grow walk love appear
buy wait serve die send build stay fall cut reach kill remain pass sell require pull develop carry break
receive face support become hold visit arrive enter travel join return launch fire hire sign vote elect appoint use
try need plike want look plan seek draw drive fight fly throw choose deal rise eat beat catch
cover cause marry manage represent involve contain prevent control produce protect earn own settle treat
attend target ban block back push press force arrest release sue file handle host lift limit
drop design direct divide enjoy establish examine exist explore extend fail fill form gain gather
guarantee hang hide hit hurt ignore improve increase reduce intend introduce invite lack land last lay lie
listen mark matter measure miss name obtain occur operate oversee perform pick place pour prefer prepare
present prove put quit realize recognize refuse rely remove replace rest retire ride save score search
select separate shake share shoot shut sleep solve spread steal step stick strike struggle study
succeed suffer survive swim switch teach tend test touch train transfer trust wear wish nominate defeat co-author
coauthor head chair edit specialize specialise won trail favor favour tie tied crossed slip climb surge plunge
""".split()

IRREGULAR = {
    "say": "says said said saying", "tell": "tells told told telling", "write": "writes wrote written writing",
    "find": "finds found found finding", "show": "shows showed shown showing", "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing", "give": "gives gave given giving", "put": "puts put put putting",
    "read": "reads read read reading", "think": "thinks thought thought thinking", "see": "sees saw seen seeing",
    "know": "knows knew known knowing", "hear": "hears heard heard hearing", "feel": "feels felt felt feeling",
    "understand": "understands understood understood understanding", "begin": "begins began begun beginning",
    "go": "goes went gone going", "mean": "means meant meant meaning", "bet": "bets bet bet betting",
    "foresee": "foresees foresaw foreseen foreseeing", "aver": "avers averred averred averring",
    "infer": "infers inferred inferred inferring",
    "forecast": "forecasts forecast forecast forecasting", "broadcast": "broadcasts broadcast broadcast broadcasting",
    "make": "makes made made making", "take": "takes took taken taking", "get": "gets got gotten getting",
    "come": "comes came come coming", "keep": "keeps kept kept keeping", "let": "lets let let letting",
    "leave": "leaves left left leaving", "run": "runs ran run running", "bring": "brings brought brought bringing",
    "sit": "sits sat sat sitting", "stand": "stands stood stood standing", "lose": "loses lost lost losing",
    "pay": "pays paid paid paying", "meet": "meets met met meeting", "set": "sets set set setting",
    "lead": "leads led led leading", "win": "wins won won winning", "spend": "spends spent spent spending",
    "grow": "grows grew grown growing", "buy": "buys bought bought buying", "send": "sends sent sent sending",
    "build": "builds built built building", "fall": "falls fell fallen falling", "cut": "cuts cut cut cutting",
    "sell": "sells sold sold selling", "break": "breaks broke broken breaking", "hold": "holds held held holding",
    "become": "becomes became become becoming", "draw": "draws drew drawn drawing",
    "drive": "drives drove driven driving",
    "fight": "fights fought fought fighting", "fly": "flies flew flown flying", "throw": "throws threw thrown throwing",
    "choose": "chooses chose chosen choosing", "deal": "deals dealt dealt dealing", "rise": "rises rose risen rising",
    "eat": "eats ate eaten eating", "beat": "beats beat beaten beating", "catch": "catches caught caught catching",
    "seek": "seeks sought sought seeking", "hang": "hangs hung hung hanging", "hide": "hides hid hidden hiding",
    "hit": "hits hit hit hitting", "hurt": "hurts hurt hurt hurting", "lay": "lays laid laid laying",
    "lie": "lies lay lain lying", "quit": "quits quit quit quitting", "ride": "rides rode ridden riding",
    "shake": "shakes shook shaken shaking", "shoot": "shoots shot shot shooting", "shut": "shuts shut shut shutting",
    "sing": "sings sang sung singing", "sleep": "sleeps slept slept sleeping",
    "spread": "spreads spread spread spreading",
    "steal": "steals stole stolen stealing", "stick": "sticks stuck stuck sticking",
    "strike": "strikes struck struck striking",
    "swim": "swims swam swum swimming", "teach": "teaches taught taught teaching", "wear": "wears wore worn wearing",
    "oversee": "oversees oversaw overseen overseeing", "die": "dies died died dying", "tie": "ties tied tied tying",
    "rip": "rips ripped ripped ripping", "bash": "bashes bashed bashed bashing", "lash": "lashes lashed lashed lashing",
    "learn": "learns learned learnt learning",
}  # fmt: skip
DOUBLING = frozenset(
    "beg dub quip snap admit rebut sum plan stop drop ban tap jab bet refer commit permit rip brag hint_ blog nod "
    "shrug "
    "slam step slip tag win chat grab hit pen wed spot rap plug deter transfer".split()
)


@cache
def forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, past participle and present participle."""
    if verb in IRREGULAR:
        third, past, perfect, present = IRREGULAR[verb].split()
        return verb, third, past, perfect, present
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = verb + verb[-1] if verb in DOUBLING else verb
    return verb, third, stem + "ed", stem + "ed", stem + "ing"


# What says that someone gave no answer: forms with one of the words that must follow, denied in ``UNSAID``.
UNSAID = {
    "reached": words("for on before by ."),
    "available": words("for"),
    "comment": NOTHING,
    "elaborate": NOTHING,
    "had": words("comment"),
    "has": words("comment"),
    "have": words("comment"),
    "offered": words("comment"),
    **dict.fromkeys(("return", "returned"), words("call calls message messages email emails request requests")),
    **dict.fromkeys(("answer", "answered"), words("questions calls emails")),
}
DECLINED = {"unavailable": words("comment interview interviews")}
