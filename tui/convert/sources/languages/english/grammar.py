"""English small words: what joins the words of a phrase, and what tells people from things."""

from __future__ import annotations

from tui.convert.sources.languages import phrases, words
from tui.model.article import QuoteManner

ARTICLES = words("a an the this that")
STANDALONE = words("many some several most few others all both those these one")
COUNTING = STANDALONE | words("two three four five six")
CONJUNCTIONS = words("and &")
ATTACHING = words("of for at from by de del della du des da do von der")
HEAD_LINKS = words("of for on at de del des du da do der")
BELONGING = words("at for with from of on in")
COMPOUND_ADJECTIVES = ("-based", "-born", "-backed", "-led", "-era", "-owned", "-style")
GEOGRAPHY = words("""
sea bay lake river island islands mountain mountains valley street avenue road square park beach hills heights county
province region city town village harbor harbour airport station tower towers bridge building stadium arena plaza
desert forest ocean gulf peninsula coast border
""")
SURNAMES_TOO = words("""
sun star church house post fox banks king page press brothers green greens marshall trust mission""")
BODIES = words("""
campaign administration government police party team camp newspaper magazine embassy council committee department
cooperative authority firm charity association ministry agency office court university group company network union
organization organisation coalition board commission parliament army military foundation institute bank
studio insurer retailer consultancy startup start-up nonprofit non-profit lab tank""")
NAMELESS = words("campaign administration team party police")
AGENT_ENDINGS = ("er", "or", "ist", "ian", "ant", "sman", "swoman")
GROUP_ENDINGS = ("ists", "ers", "ians", "ors", "ants", "men")
PLURALS = words("people police women men others data many some")
PARTICIPLE_ENDINGS = ("ed", "en", "own", "ade", "ought", "un", "und", "ld")
NOT_PEOPLE = words("""
number matter letter winter summer center computer dinner corner leather weather register chapter quarter factor
mirror horror restaurant october november december september disaster behavior character theater monitor murder hunger
danger border gender rather whether another together either neither newsletter poster banner counter cluster trailer
barrier harbor sector interior exterior tremor terror senior junior instant constant important covenant remnant
elephant career pregnant significant relevant brilliant elegant distant dominant vacant fragrant warrant infant
older pleasant customer consumer container newspaper better higher larger longer greater smaller younger stronger
weaker faster slower easier harder earlier bigger richer poorer closer deeper broader cheaper
""")
SHOWN = words("""
show shows showed shown find finds found describe describes described estimate estimated estimates read reads detail
details detailed accuse accuses accused
""")
CAMPUS_STATES = words("""
alabama alaska arkansas california carolina colorado hawaii illinois maryland massachusetts michigan minnesota
missouri nebraska nevada tennessee texas wisconsin
""")
HONORIFICS = words("""
sir dame mr. mrs. ms. mr mrs ms miss dr dr. drs prof prof. rev rev. hon hon. honourable honorable mp mps mep meps
msp mla mpp da d.a. lord lady
""")
# Roles whose "of X", "at X" or "for X" names the body in which they are held.
HELD_ROLES = words("""
director president founder co-founder cofounder chief executive ceo cfo coo chairman chairwoman chair chairperson head
spokesman spokeswoman spokesperson manager partner owner principal editor publisher analyst economist strategist
secretary-general member treasurer trustee lawyer engineer researcher scientist curator
singer frontman guitarist drummer bassist vocalist keyboardist
""")
SPOKESPEOPLE = "spokesman spokeswoman spokesperson"
COMMON_ENDINGS = (
    "al", "ic", "ive", "ous", "ary", "ory", "ent", "ant", "ion", "ment", "ity", "ness", "ship", "ing", "ed", "ly", "er",
    "ist", "ian", "ware", "ball", "house", "room", "line", "work", "side", "ance", "ence", "age", "ology", "ure",
)  # fmt: skip
OWNING_ROLES = words("""
director president founder cofounder executive ceo cfo coo chairman chairwoman chair chairperson partner owner
principal publisher treasurer trustee
""")
RANK_WORDS = words("""
vice deputy assistant associate senior executive managing general chief press communications communication education
prime attorney acting former interim foreign finance health interior defense defence campaign policy national
political regional team additional joint lead global creative medical research top principal district circuit
investigative minority majority ranking special founding honorary visiting adjunct digital sales marketing product
technology operating financial information tech legal data revenue editorial artistic grand fire rear
""")
# Roles that are always some person's, and roles that are named for a place rather than for a body.
PERSONAL_ROLES = words("""
husband wife widow widower father mother son daughter brother sister uncle aunt nephew niece cousin grandfather
grandmother stepfather stepmother boyfriend girlfriend spouse fiancé fiancée parent relative friend colleague roommate
classmate neighbor neighbour lawyer attorney solicitor barrister ex-wife ex-husband mother-in-law father-in-law
confidant confidante biographer
""")
PLACED_ROLES = words("""
resident native lawyer attorney author novelist poet artist actor businessman businesswoman entrepreneur farmer
mayor governor senator lawmaker voter delegate mother father mom mum dad man woman teenager retiree homeowner councillor
""")
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("statement statements release communique"), "statement"),
    **dict.fromkeys(words("interview interviews podcast"), "interview"),
    **dict.fromkeys(
        words("tweet tweets tweeted tweeting post posted posts blog blogged facebook instagram twitter"),
        "post",
    ),
    **dict.fromkeys(words("report letter memo book article column essay op-ed memoir email paper study"), "document"),
    **dict.fromkeys(words("filing filings lawsuit complaint affidavit indictment petition brief"), "filing"),
}
# What says that someone is not named; the reason may follow.
ANONYMITY = phrases("""
condition_of_anonymity conditions_of_anonymity not_to_be_named not_to_be_identified not_be_named not_be_identified
granted_anonymity requested_anonymity asked_for_anonymity given_anonymity remain_anonymous stay_anonymous
spoke_anonymously speaking_anonymously not_naming not_identifying withhold_their_name withhold_her_name
withhold_his_name name_withheld name_be_withheld names_be_withheld not_use_her_name not_use_his_name
not_to_name not_to_identify n't_be_identified n't_be_named not_being_identified not_being_named granting_anonymity
""")
# Countries and provinces that end names of bodies; no first or last names of people.
FIRM_PLACES = frozenset(
    "Canada Quebec Québec Ontario Alberta Manitoba Saskatchewan Australia Zealand America Europe Britain England "
    "Scotland Wales Africa Asia India Korea".split()
)
