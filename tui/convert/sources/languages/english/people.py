"""English words for who speaks: titles, roles, groups, organisations, documents."""

from __future__ import annotations

from tui.convert.sources.languages import words

TITLES = {
    **dict.fromkeys(
        "dr dr. drs drs. sens sens. senators reps reps. representatives govs govs. governors presidents profs "
        "messrs messrs. prof prof. professor president sen sen. senator rep rep. representative gov gov. governor "
        "secretary minister "
        "judge justice gen gen. general col col. colonel capt capt. captain lt lt. lieutenant maj maj. major sgt "
        "sgt. sergeant "
        "cpl cpl. adm adm. admiral rev rev. reverend pastor rabbi imam bishop archbishop cardinal pope chancellor "
        "mayor "
        "chief sheriff officer detective inspector ambassador attorney speaker councilmember councillor councilor "
        "delegate "
        "del del. assemblymember commissioner chairperson chair director superintendent coach cmdr cmdr. commander "
        "hon hon. honourable honorable "
        "attorney_general vice_president prime_minister st. dean premier foreign_minister police_chief emperor "
        "ayatollah "
        "sheikh ag a.g. supt supt. det det. cllr pvt pvt. spc spc. deputy undersecretary "
        "treasurer brigadier brig. coun coun. const const. cst cst. constable insp insp. ald ald. reeve "
        "forward mp mla mpp mna mha mep msp elder justice_minister".replace("_", " ").split(), ""
    ),
    **dict.fromkeys("mr mr. sir lord king prince congressman assemblyman councilman chairman father brother "
                    "alderman".split(), "m"),
    **dict.fromkeys(
        "mrs mrs. ms ms. miss lady dame queen princess congresswoman assemblywoman councilwoman chairwoman "
        "sister".split(), "f"
    ),
}  # fmt: skip

MILITARY_RANKS = words("""
brigadier colonel col. captain capt. lieutenant lt. sergeant sgt. corporal cpl. admiral adm. gen. maj. brig. cmdr.
""")

SPELLED = {
    "sen.": "senator", "sen": "senator", "rep.": "representative", "rep": "representative", "gov.": "governor",
    "gov": "governor", "gen.": "general", "gen": "general", "prof.": "professor", "prof": "professor",
    "col.": "colonel", "capt.": "captain", "lt.": "lieutenant", "sgt.": "sergeant", "adm.": "admiral",
    "rev.": "pastor", "dr.": "doctor", "dr": "doctor", "del.": "delegate", "const.": "constable",
    "coun.": "councillor", "insp.": "inspector",
}  # fmt: skip

MALE_ROLES = words("""
spokesman businessman congressman chairman councilman assemblyman policeman fireman fisherman anchorman cameraman
salesman husband father son brother uncle king prince widower actor grandfather boyfriend man boy nephew stepfather
ombudsman clergyman alderman gentleman waiter pope
""")
FEMALE_ROLES = words("""
spokeswoman businesswoman congresswoman chairwoman councilwoman assemblywoman policewoman saleswoman wife mother
daughter sister aunt queen princess widow actress grandmother girlfriend woman girl niece stepmother waitress nun
housewife lady
""")

ROLES = (
    MALE_ROLES
    | FEMALE_ROLES
    | words("""
senator representative lawmaker governor president mayor minister secretary chancellor premier leader politician
candidate nominee contender front-runner frontrunner challenger incumbent rival opponent spokesperson adviser advisor
aide strategist consultant pollster operative organizer organiser activist advocate lobbyist donor fundraiser
professor lecturer scholar academic historian economist scientist researcher analyst expert fellow sociologist
psychologist psychiatrist physician doctor surgeon nurse epidemiologist biologist physicist chemist climatologist
engineer architect developer programmer designer director manager executive founder co-founder cofounder chief head
chair chairperson ceo cfo coo owner partner principal superintendent dean provost rector trustee
lawyer attorney prosecutor judge justice solicitor barrister counsel magistrate defendant plaintiff suspect witness
victim survivor patient sheriff officer detective inspector commissioner commander general colonel captain sergeant
lieutenant major admiral soldier veteran marine pilot firefighter paramedic journalist reporter correspondent editor
editor-in-chief commander-in-chief columnist commentator anchor host moderator blogger author writer novelist poet
playwright critic publisher photographer producer singer rapper musician composer artist painter comedian
filmmaker screenwriter coach player striker goalkeeper quarterback pitcher midfielder defender athlete runner swimmer
cyclist driver trainer referee worker miner farmer fisher rancher baker chef cook bartender cashier clerk
mechanic electrician plumber carpenter teacher student pupil teenager parent resident neighbour neighbor voter
supporter volunteer delegate member ambassador diplomat envoy negotiator councillor councilor
treasurer auditor accountant banker investor trader broker entrepreneur billionaire millionaire mogul magnate tycoon
heir retiree pensioner pastor priest bishop archbishop cardinal rabbi imam monk preacher curator librarian
archivist archaeologist geologist meteorologist botanist astronomer mathematician statistician demographer philosopher
theologian ecologist criminologist pathologist coroner deputy assistant coordinator co-ordinator vice-president
vice-chairman co-chair cochair co-author coauthor specialist technician inventor contractor landlord
tenant secretary-general friend colleague classmate roommate cousin spouse fiancé fiancée relative
ranger warden guard agent investigator informant whistleblower dissident refugee migrant hostage cleric congressperson
speaker whip legislator councilmember assemblymember campaigner trumpeter violinist conductor commenter confidant
confidante user follower caller listener viewer reader customer buyer seller gunman shooter attacker bystander
onlooker motorist skipper goalie winger fullback dentist pharmacist veterinarian therapist
counselor counsellor biographer translator interpreter bandmate castmate schoolmate flatmate housemate businessperson
shopkeeper restaurateur hotelier brewer
winemaker mother-in-law father-in-law ex-wife ex-husband teammate mentor deputy_director neurosurgeon socialist
democrat republican mp mla mpp mna mha mep msp reeve co-owner co-lead co-director
co-president co-captain co-producer co-writer co-editor co-creator co-host co-leader elder constable vp evp svp cto
cmo cio cso planner staffer mom
mum dad undersecretary employee intern instructor tutor caregiver
commuter passenger hiker skier paddler custodian dispatcher ombudsperson matriarch goaltender netminder defenceman
defenseman linebacker receiver shortstop outfielder infielder catcher sprinter skater
curler rower official gp eyewitness headteacher headmaster headmistress landlady frontman liaison
apprentice astronaut barista barman barmaid boxer curate diver farmhand ferryman foreman grandson granddaughter
inmate jockey juror lifeguard lobsterman mason midwife nanny postman postwoman publican railwayman shepherd
stonemason vet vicar bargee trawlerman deckhand churchwarden passer-by passerby rider steward registrar bailiff
usher actuary carer
""")
)

GROUPS = words("""
officials analysts experts critics supporters opponents aides advisers advisors allies observers sources researchers
scientists economists scholars lawmakers legislators senators leaders activists advocates prosecutors investigators
police authorities residents neighbors neighbours witnesses voters people others officers doctors physicians nurses
teachers parents students workers employees executives lawyers attorneys reporters journalists editors columnists
commentators pundits historians academics professors specialists diplomats ambassadors ministers governors mayors
candidates politicians delegates members organizers organisers protesters demonstrators campaigners strategists
consultants pollsters operatives insiders donors investors traders bankers forecasters meteorologists
engineers developers owners farmers fishermen businesses companies firms banks retailers manufacturers users customers
consumers shoppers passengers commuters tourists visitors fans players coaches athletes survivors victims relatives
families friends colleagues classmates detractors defenders proponents backers sceptics skeptics rivals challengers
republicans democrats conservatives liberals progressives moderates libertarians socialists groups organizations
organisations associations unions charities watchdogs regulators agencies departments judges jurors courts women men
americans many some several most few person man woman official source insider individual attendee attendees
participant participants respondents interviewees panelists panellists authors writers party campaign
administration government team company firm bank university agency council committee board commission court military
army navy union group organization organisation association charity ministry department office embassy hospital school
club network newspaper paper magazine website station channel majority minority percent family crowd jury panel judge
public prosecution defence defense coalition opposition staff staffers staffer commander commanders soldiers troops
rebels militants militia pastors priests bishops clergy rabbis evangelicals christians muslims jews catholics hackers
veterans firefighters rescuers medics paramedics inspectors auditors monitors assistants tribe industry
establishment pollster surrogate surrogates spokespeople spokesmen representatives envoys negotiators
cardinals directors trustees publisher teenager youth youths young millennials locals villagers townspeople citizens
taxpayers immigrants refugees migrants detectives deputies guards agents lobbyists vendors entrepreneurs startups
critic ally pair duo couple trio sisters brothers siblings daughters sons wives husbands mothers fathers ones those
anyone everyone somebody someone nobody voice voices
""")
INDIVIDUALS = words("""
person man woman official source insider individual attendee participant panelist staffer commander judge critic ally
pollster surrogate publisher teenager youth voice
""")

MORE_GROUPS = words("""
outlets media hosts strategist attackers chants folks folk guests conspirators accuser accusers
biographers bloggers contributors counterparts dealers editorial fundraisers heads hardliners
nominees peers practitioners presidents chiefs secretaries superdelegates speakers
teammates tweeters counsel bosses boss house senate congress state city county town country nation white_house kremlin
kids children adults seniors
""")

ORGANISATIONS = words("""
centers centres directorate enforcement
university college school institute institution academy department ministry agency bureau office commission committee
council board administration authority service court congress senate parliament assembly house party union association
federation league alliance coalition foundation fund trust society club group company corporation corp corp. inc inc.
llc ltd ltd. plc gmbh bank partners holdings industries airlines airways motors hospital clinic center centre
laboratory lab museum church diocese army navy force forces police campaign pac network news times post journal
tribune herald gazette chronicle guardian telegraph observer press magazine radio television tv review press-herald
courier register globe monitor star sun standard mail express mirror independent inquirer dispatch sentinel examiner
bulletin newspaper organization organisation task panel embassy consulate mission initiative project program
programme research studies analytics associates brothers enterprises international systems technologies
solutions communications media democrats republicans conservatives liberals labour greens teamsters veterans workers
teachers nation nations states kingdom republic government cabinet pentagon kremlin white_house treasury fed reserve
exchange
team squad fire sheriff's county city_hall chamber conference caucus lobby legislature depot
productions records foods stores pictures studios entertainment pharmaceuticals energy capital ventures
logistics software labs networks resources properties insurance financial securities railways ferries lines shipping
homes cooperative watchdog engineers voters parenthood watch action fact-check factcheck polling strategies consulting
advisors
services healthcare equities equity investment investments investors advisers advisory management publishing publishers
publications games gaming interactive biotech biosciences bioscience therapeutics genomics diagnostics dynamics
aerospace aviation robotics semiconductors electronics chemicals mining minerals metals petroleum utilities renewables
telecom telecommunications wireless broadband brands apparel cosmetics automotive trucking freight cruises railroad
transit realty construction architects llp lending mortgage reinsurance underwriters schools colleges library archives
observatory aquarium zoo charities archdiocese mosque synagogue cathedral ministries tribunal constabulary regiment
brigade wildlife conservancy conservation fisheries forestry statistics customs surgeons physicians nurses farmers
growers manufacturers employers retailers landlords airport hotels resorts orchestra symphony theatre theater gallery
brewery winery federations brewing breweries brewers events festival festivals airline air railway rail roasters bakery
bakeries dairy wines spirits tours shipyard shipyards motorsports fashion footwear furniture kitchens tools
machinery equipment supplies trading packaging plastics roofing plumbing gas solar pipelines recycling barn
palace farms warehouse emporium mart hut against
""")

KNOWN_ORGANISATIONS = words(
    """
White_House Supreme_Court Downing_Street
CNN BBC NPR NBC ABC CBS MSNBC PBS CNBC HBO ESPN Fox Reuters Bloomberg Politico POLITICO BuzzFeed Vox Slate Salon Axios
Breitbart AP AFP Xinhua Tass TASS Interfax Yonhap Kyodo ANSA Efe EFE dpa Spiegel Time Newsweek Forbes Fortune Vogue
Esquire Rolling_Stone Variety Playboy Vice Gawker Mashable Wired Quartz Haaretz Google Facebook Twitter Apple Amazon
Microsoft Netflix Uber Lyft Airbnb Tesla Boeing Airbus Samsung Sony Toyota Honda Nissan Volkswagen BMW Ford Chrysler
Walmart Target Starbucks Nike Adidas Pfizer Moderna Novartis Roche Bayer Siemens Shell Exxon ExxonMobil Chevron BP
Goldman
JPMorgan Citigroup HSBC Barclays UBS Nestle Unilever Intel IBM Oracle Cisco Yahoo Snapchat Instagram LinkedIn YouTube
WhatsApp TikTok Telegram WikiLeaks Wikileaks Greenpeace Oxfam Amnesty UNICEF Unicef Nasa NASA NATO Nato FIFA Fifa UEFA
Uefa Gallup Rasmussen Nielsen Pew Ipsos YouGov Quinnipiac Emerson Monmouth Marist Moody's Fitch Pentagon Kremlin
Interpol
Europol Hamas Hezbollah Taliban Congress Parliament Senate House Treasury Labour Tories Democrats Republicans Liberals
Conservatives Greens GOP DNC RNC FBI CIA NSA IRS EPA FDA CDC FEC SEC UN EU IMF WHO WTO OECD ECB Fed NRA ACLU NAACP
Statista FactCheck Factcheck PolitiFact Snopes Wikipedia Rotten Gizmodo Engadget McDonald's Disney Pixar
Lufthansa Ryanair Delta Harvard Yale Stanford MIT Princeton Oxford Cambridge
"""
)

INSTITUTIONS = words("""
authority watchdog tribunal airline brewery supermarket chain utility league federation society museum gallery
theatre theater library college clinic trust foundation institute institution laboratory lab consultancy consulate
coastguard force service brigade church diocese archdiocese parish monastery mosque synagogue temple village region
parliament cabinet unit division bureau directorate secretariat start-up startup studio band festival orchestra
choir zoo farm cooperative co-operative hotel restaurant pub shop shipyard port harbour harbor airport refinery
observatory exchange fund consortium partnership alliance syndicate conglomerate giant maker palace household
treasury district centre center bakery bookshop nursery kindergarten hospice academy seminary faculty subcommittee
broadcaster platform app channel network station outlet website site blog newsletter podcast paper daily weekly
tabloid carmaker drugmaker chipmaker militia lender operator supplier regulator
""")

DOCUMENTS = words("""
database databases list rankings ranking commentary audio clip clips logs readout tweetstorm newsletter column columns
report study poll polls survey surveys analysis data memo memos email emails e-mail e-mails filing filings document
documents statement statements lawsuit complaint indictment affidavit letter letters book article articles essay
editorial op-ed memoir biography review paper papers research figures statistics numbers records transcript
transcripts video videos footage tape tapes recording recordings photos photographs images pictures ad ads
advertisement commercial release releases announcement notice note notes order ruling decision opinion verdict law
bill legislation act constitution treaty agreement resolution petition manifesto platform guidelines rules findings
results estimates projections forecast forecasts audit census assessment evaluation summary post tweet tweets message
messages website site page blog story stories account accounts diary sign signs banner banners plaque caption headline
headlines polling tally returns reports studies analyses plan proposal draft dossier cable cables file files invoice
contract test tests investigation inquiry index tracker average questionnaire press_release communique communiqué
testimony speech bio profile obituary warrant advisory warning bulletin schedule program model models
simulation chart map graphic film documentary movie episode song lyrics interview leaflet brochure brief submission
preprint preprints pamphlet pamphlets booklet flyer flier handbook manual encyclopedia
dictionary inscription autobiography memoirs subpoena scorecard disclosures disclosure receipts posters placards
placard log minutes evidence
photograph briefing briefings factsheet judgment judgement writ decree directive regulations statute covenant deed
logbook registry thesis dissertation abstract prospectus post-mortem autopsy voicemail voicemails dataset datasets
spreadsheet spreadsheets inventory catalogue catalog poster epitaph preface foreword footnote
footnotes appendix annex blueprint blueprints timesheet worksheet itinerary
""")
