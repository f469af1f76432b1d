"""Words in bylines that are parts of names, or tell that a name is none or who bears it: lists in many languages."""

from __future__ import annotations

# Parts of a name written small, in the languages above.
PARTICLE_WORDS = """
    van von der den de del della di da do dos das du la le les el al bin ibn bint abu ben zu zum zur af av ter ten
    te 'o y e i of the und and d' l' 't à vom st
"""
PARTICLES = frozenset(PARTICLE_WORDS.split())
# Those that stand inside a person's name.
FAMILY_PARTICLES = PARTICLES - frozenset("i of the und and l' à e the".split())
ROLE_NAMES = """
    editor editors reporter reporters correspondent correspondents writer writers journalist journalists columnist
    columnists contributor contributors producer photographer director professor lecturer fellow analyst anchor intern
    bureau desk chief redakteur redakteurin redakteure korrespondent korrespondentin reporterin autor autorin
    journalistin volontär volontärin ressortleiter ressortleiterin chefredakteur chefredakteurin kolumnist kolumnistin
    wirtschaftsredakteur leiter leiterin journaliste rédacteur rédactrice correspondant correspondante envoyé
    envoyée chef periodista redactor redactora corresponsal enviado enviada giornalista redattore inviato jornalista
    repórter redator editora journalistes skribent toimittaja dziennikarz redaktor redaktorka журналист
    корреспондент обозреватель profesorius žurnalistas gazeteci muhabir novinář
    기자 특파원 선임기자 인턴기자 논설위원
"""
# What else may follow a name and is none.
CONTROLS = frozenset("published updated posted subscribe follow share advertisement read minutes min comments".split())
ROLES = frozenset(ROLE_NAMES.split()) | CONTROLS
# What people do who write for others than newspapers: roles behind a name, families' names before one.
PROFESSION_NAMES = """
    expert specialist consultant coordinator reviewer attorney manager ceo cto cfo founder co-founder cofounder
    president dietitian nutritionist strategist engineer developer designer coach physician therapist psychologist
    officer head lead author researcher scientist marketer marketing partner advisor adviser owner lawyer teacher
    instructor trainer counselor copywriter blogger associate assistant expertin geschäftsführer geschäftsführerin
    architect berater beraterin wissenschaftler wissenschaftlerin experte directeur directrice directora
"""
PROFESSIONS = frozenset(PROFESSION_NAMES.split())
# Words of two-word lines near a heading that are no names of people.
PLAIN_NAMES = """
    the an das les read more min share home blog article articles view all our new best how why what top guide free
    get to in on for with by image images photo photos courtesy getty stock table contents privacy policy terms
    contact us about sign log subscribe latest breaking last first next previous january february march april may
    june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    university institute college school health business company inc llc ltd group team staff desk editors services
    international national global world opinion politics sports technology science travel culture food style life
    money market economy press release key points update reviews review tips ideas trends video watch listen play
    support learn start here skip main content menu search book buy shop now today print save email copy link
    facebook twitter online size font suggest edit edits change changes improve
"""
PLAIN = frozenset(PLAIN_NAMES.split())
# What forums say of a member beside the name.
RANK_WORDS = """
    member members user users full super premium senior junior established former registered active veteran likes
    received posts joined location language country city type native home current discussion general games
"""
RANKS = frozenset(RANK_WORDS.split())
NOBODY_WORDS = """
    admin administrator staff editor editorial redaktion redazione redacción redaction rédaction redactie redakcja
    webmaster webdesk anonymous guest unknown author none null team newsroom news online web user root wpadmin
    contributor nachrichten
"""
NOBODIES = frozenset(NOBODY_WORDS.split())
NOBODIES_OR_PLAIN = NOBODIES | PLAIN
# Of these, the ones that say nothing at all.
PLACEHOLDER_WORDS = "admin administrator webmaster anonymous guest unknown author none null user root wpadmin"
PLACEHOLDERS = frozenset(PLACEHOLDER_WORDS.split())
