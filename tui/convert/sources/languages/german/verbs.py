"""German verbs: which report words, and how they are inflected.

Collected by hand from grammars' lists of verbs of saying (Duden, Die Grammatik; Zifonun et al., E2) and from general
knowledge.
"""

from __future__ import annotations

from tui.convert.sources.languages import NOTHING, words

SAY = """
sagen erklären betonen berichten äußern versichern warnen ergänzen bemerken kommentieren behaupten erzählen beteuern
bestätigen erläutern unterstreichen erwidern antworten entgegnen kontern twittern posten spotten scherzen resümieren
bilanzieren verkünden argumentieren prognostizieren formulieren schildern mahnen klagen prophezeien melden mutmaßen
bekunden verlautbaren konstatieren präzisieren bekräftigen beschwichtigen ankündigen mitteilen anmerken hinzufügen
einräumen darlegen hinweisen feststellen klarstellen zusichern voraussagen vorhersagen nachfragen urteilen folgern
sprechen schreiben rufen widersprechen versprechen angeben bekanntgeben zugeben zugestehen gestehen vorwerfen
fortfahren aussagen zusagen beschreiben ausführen verlauten raunen jubeln schwärmen schimpfen wettern flüstern
bestreiten dementieren begründen vermelden referieren signalisieren appellieren verraten enthüllen beichten plädieren
fragen hervorheben bitten beharren drohen anmahnen auffordern aufrufen raten beschließen schätzen bezweifeln
unterstellen verweisen drängen witzeln seufzen murmeln unken frotzeln sticheln poltern ätzen sinnieren stöhnen jammern
brüllen höhnen giften frohlocken wispern schwören schreien notieren
""".split()

ACT = """
verurteilen verteidigen bezeichnen begrüßen verspotten tadeln nennen ablehnen titulieren preisen befürworten anklagen
kritisieren rügen loben würdigen fordern verlangen anprangern beklagen bedauern monieren beanstanden bemängeln
beschuldigen zurückweisen empfehlen vorschlagen
""".split()

WEAK = """
glauben meinen denken finden sehen wissen hoffen befürchten fürchten vermuten erwarten annehmen ausgehen einschätzen
freuen ärgern wundern empören beschweren entrüsten ereifern rechtfertigen bestehen befinden ermahnen einigen bekennen
zweifeln ahnen erinnern wiederholen offenbaren
""".split()

SHOW = "zeigen ergeben belegen besagen vorsehen hervorgehen".split()

# Third person of the present, past, participle; plurals are the infinitive and the past with "-en".
STRONG = {
    "sprechen": "spricht sprach gesprochen", "schreiben": "schreibt schrieb geschrieben", "rufen": "ruft rief gerufen",
    "geben": "gibt gab gegeben", "stehen": "steht stand gestanden", "werfen": "wirft warf geworfen",
    "fahren": "fährt fuhr gefahren", "weisen": "weist wies gewiesen", "heißen": "heißt hieß geheißen",
    "streiten": "streitet stritt gestritten", "dringen": "dringt drang gedrungen", "lassen": "lässt ließ gelassen",
    "nennen": "nennt nannte genannt", "finden": "findet fand gefunden", "denken": "denkt dachte gedacht",
    "sehen": "sieht sah gesehen", "wissen": "weiß wusste gewusst", "nehmen": "nimmt nahm genommen",
    "gehen": "geht ging gegangen", "bringen": "bringt brachte gebracht", "halten": "hält hielt gehalten",
    "kennen": "kennt kannte gekannt", "raten": "rät riet geraten", "schlagen": "schlägt schlug geschlagen",
    "schwören": "schwört schwor geschworen", "schreien": "schreit schrie geschrien",
    "schließen": "schließt schloss geschlossen",
    "streichen": "streicht strich gestrichen", "heben": "hebt hob gehoben",
    "bieten": "bietet bot geboten", "bitten": "bittet bat gebeten",
    "empfehlen": "empfiehlt empfahl empfohlen", "treten": "tritt trat getreten",
}  # fmt: skip
STRONG_BASES = tuple(sorted(STRONG, key=len, reverse=True))
SEPARABLE = """
an ab auf aus bei bekannt dar ein entgegen fest fort frei hervor hin hinzu klar mit nach vor voraus vorher zu zurück
zusammen
""".split()
PARTICLES = tuple(sorted(SEPARABLE, key=len, reverse=True))
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "wider", "zer", "unter", "über")
WITHOUT_PARTICLE = frozenset(("beichten", "antworten", "einigen"))

# Nouns that with "kommen zu" report: "kommt zu dem Schluss, dass".
CONCLUSIONS = {form: {"schluss": "say", "ergebnis": "say"} for form in ("kommt", "kommen", "kam", "kamen")}

# Indirect speech without a cue: verbs in the first subjunctive, and those of the second that stand in for it.
SUBJUNCTIVE = """
sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe komme stehe liege bleibe mache lasse führe halte
bestehe handele brauche wisse sehe finde nehme bringe trage fehle sage gelte heiße laufe spiele zeige arbeite erhalte
bekomme stelle gehöre erwarte bedeute reiche diene drohe
""".split()
STAND_INS = "würden hätten wären könnten müssten sollten dürften wollten würde hätte wäre".split()

# What says that someone gave no answer: forms with the words that they need in their clause, denied in ``UNSAID``.
ANSWERS = "äußern kommentieren stellung stellungnahme kommentar auskunft auskünfte beantworten interview antworten"
INQUIRIES = "anfrage anfragen nachfrage nachfragen bitte bitten"
UNSAID = {
    **dict.fromkeys(words("wollte wollten will wollen möchte möchten mochte mochten konnte konnten"), words(ANSWERS)),
    **dict.fromkeys(words("gab gaben gibt geben gegeben abgegeben erteilte erteilten"),
                    words("auskunft auskünfte kommentar stellungnahme antwort interview interviews")),
    **dict.fromkeys(words("nahm nahmen nimmt nehmen genommen"), words("stellung")),
    **dict.fromkeys(words("war waren ist sind"), words("erreichen erreichbar")),
    **dict.fromkeys(words("reagierte reagierten reagiert"), words(INQUIRIES)),
    **dict.fromkeys(words("lag lagen liegt"), words("vor")),
    **dict.fromkeys(words("äußerte äußerten geäußert antwortete antworteten geantwortet beantwortete beantworteten "
                          "beantwortet"), NOTHING),
}  # fmt: skip
DECLINED = {
    **dict.fromkeys(words("lehnte lehnten lehnt lehnen ablehnte ablehnten abgelehnt"),
                    words("äußern kommentieren stellungnahme kommentar auskunft interview interviews")),
    **dict.fromkeys(words("verweigerte verweigerten verweigert"), words("stellungnahme kommentar auskunft antwort")),
    **dict.fromkeys(words("verzichtete verzichteten"), words("stellungnahme kommentar")),
    **dict.fromkeys(words("ließ ließen lässt lassen blieb blieben bleibt gelassen"), words("unbeantwortet")),
    **dict.fromkeys(words("schweigt schweigen schwieg schwiegen"), words("zu dazu hierzu")),
}  # fmt: skip


class Verbs:
    """The forms of many verbs: whole, and parted from their particle."""

    def __init__(self) -> None:
        self.cues: dict[str, str] = {}
        self.perfect: set[str] = set()
        self.parted: dict[str, dict[str, str]] = {}  # finite form -> particle -> class
        for sort, verbs in (("show", SHOW), ("weak", WEAK), ("act", ACT), ("say", SAY)):
            for verb in verbs:
                self._add(verb, sort)

    def _add(self, verb: str, sort: str) -> None:
        particle = _particle(verb)
        *finite, perfect = forms(verb.removeprefix(particle))
        if not particle:
            self.cues.update(dict.fromkeys((*finite, perfect), sort))
            self.perfect.add(perfect)
            return
        for form in finite:
            self.parted.setdefault(form, {})[particle] = sort
            self.cues[particle + form] = sort
        self.cues[particle + perfect] = sort
        self.perfect.add(particle + perfect)


def _particle(verb: str) -> str:
    """The particle that leaves a verb in a main clause; "" if it has none."""
    if not verb.startswith(PARTICLES):
        return ""
    return next((particle for particle in PARTICLES if _parts(verb, particle)), "")


def _parts(verb: str, particle: str) -> bool:
    """Whether a verb begins with a particle that leaves it: "mitteilen", not "antworten"."""
    rest = verb.removeprefix(particle)
    return rest != verb and verb not in WITHOUT_PARTICLE and len(rest) > 4 and rest.endswith("n")


def forms(verb: str) -> tuple[str, str, str, str, str]:
    """Third person of the present and past, both numbers, and the participle: sagt, sagen, sagte, sagten, gesagt."""
    if verb.endswith(STRONG_BASES):
        base = next(base for base in STRONG_BASES if verb.endswith(base))
        prefix = verb.removesuffix(base)
        present, past, perfect = STRONG[base].split()
        bare = perfect.removeprefix("ge") if prefix else perfect
        plural = past + ("n" if past.endswith("e") else "en")
        return prefix + present, verb, prefix + past, prefix + plural, prefix + bare
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    linked = stem + "e" if stem.endswith(("t", "d", "chn", "ffn", "gn")) else stem
    unprefixed = verb.startswith(INSEPARABLE) or verb.endswith("ieren")
    return linked + "t", verb, linked + "te", linked + "ten", ("" if unprefixed else "ge") + linked + "t"
