"""German."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, words
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import GERMAN, Inflections, tagged

VERBS = Inflections(GERMAN)
VERBS.regular("say", "sagen erklären betonen berichten äußern versichern warnen ergänzen bemerken kommentieren "
                     "fordern verlangen "
              "behaupten erzählen beteuern bestätigen vermuten kritisieren beklagen bedauern mahnen klagen prophezeien "
              "erläutern unterstreichen erwidern antworten entgegnen kontern twittern posten spotten scherzen "
              "resümieren "
              "bilanzieren verkünden argumentieren prognostizieren formulieren zitieren schildern loben")  # fmt: skip
VERBS.irregular("say", "schreibt schreiben schrieb schrieben", "geschrieben")
VERBS.irregular("say", "spricht sprechen sprach sprachen", "gesprochen")
VERBS.irregular("say", "meint meinen meinte meinten", "gemeint")
VERBS.irregular("say", "gibt_zu weist_hin")
VERBS.irregular("say", "ruft rief riefen", "gerufen")
VERBS.irregular("say", "widerspricht widersprach", "widersprochen")
VERBS.irregular("say", "räumt räumte räumten", "eingeräumt")
VERBS.irregular("say", "kündigt kündigte kündigten", "angekündigt")
VERBS.irregular("say", "teilt teilte teilten", "mitgeteilt")
VERBS.irregular("say", "betont heißt hieß")
VERBS.irregular("say", "verspricht versprach versprachen", "versprochen")
VERBS.irregular("say", "fragt fragte fragten", "gefragt")
VERBS.irregular("say", "wirft warf warfen", "vorgeworfen")
VERBS.irregular("say", "fügt fügte fügten", "hinzugefügt")
VERBS.irregular("say", "dementiert dementierte beschwert beschwerte beschweren")
VERBS.regular("act", "verurteilen beschuldigen verteidigen bezeichnen begrüßen verspotten tadeln rügen")
VERBS.irregular("act", "nennt nannte nannten", "genannt")
VERBS.irregular("weak", "findet fand fanden glaubt glaubte denkt dachte sieht sah weiß lacht lachte", "gefunden")
VERBS.regular("show", "zeigen ergeben belegen")

CLOSED = {
    "D": "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede "
    "jedes kein keine "
    "keinen viele einige mehrere manche alle beide zwei drei vier fünf",
    "G": "mein meine sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren",
    "R": "ich du er sie es wir man",
    "O": "mich mir dich dir ihn ihm ihnen uns euch sich selbst",
    "I": "von vom in im an am auf aus bei beim mit nach zu zum zur für gegen über unter vor durch um ohne seit "
    "während wegen trotz "
    "zwischen hinter neben bis ab gegenüber laut",
    "S": "dass daß wenn weil ob obwohl nachdem bevor damit sodass als wie falls",
    "W": "welche welcher welches was wer deren dessen",
    "C": "und oder aber sondern doch sowie denn",
    "X": "ist sind war waren wird werden wurde wurden hat haben hatte hatten habe sei seien kann können konnte "
    "konnten muss müssen "
    "soll sollen sollte sollten will wollen wollte darf dürfen würde würden hätte hätten wäre wären",
    "B": "nicht auch noch schon nur sehr so dann da hier dort heute gestern morgen bereits jetzt immer wieder nun "
    "erneut zugleich "
    "außerdem zudem jedoch allerdings dabei damit daher deshalb weiter weiterhin zuvor danach später ebenfalls "
    "hinzu ein mit zu "
    "zurück vor an",
    "Y": "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli "
    "august september "
    "oktober november dezember montagabend dienstagabend mittwochabend",
}
TITLES = {
    **dict.fromkeys(words("dr dr. prof prof. doktor präsident kanzler bundeskanzler minister innenminister "
                          "außenminister "
                          "finanzminister kardinal papst richter general graf prinz könig herr herrn bürgermeister "
                          "senator"), "m"),
    **dict.fromkeys(words("frau präsidentin kanzlerin bundeskanzlerin ministerin innenministerin außenministerin "
                          "finanzministerin prinzessin königin bürgermeisterin professorin"), "f"),
    **dict.fromkeys(("dr", "dr.", "prof", "prof."), ""),
}  # fmt: skip
MALE = words("""sprecher regierungssprecher präsident kanzler bundeskanzler minister innenminister außenminister
finanzminister
gesundheitsminister ministerpräsident bürgermeister oberbürgermeister abgeordneter politiker chef vorsitzender
parteichef fraktionschef direktor leiter geschäftsführer professor forscher wissenschaftler ökonom historiker soziologe
politologe experte analyst anwalt rechtsanwalt richter staatsanwalt polizist arzt lehrer trainer spieler autor
schriftsteller journalist reporter redakteur unternehmer gründer berater botschafter generalsekretär sekretär landwirt
bauer bewohner anwohner zeuge augenzeuge student schüler physiker chemiker biologe meteorologe virologe kapitän pfarrer
bischof regisseur schauspieler sänger musiker künstler kommissar ingenieur architekt""")
FEMALE = words("""sprecherin regierungssprecherin präsidentin kanzlerin bundeskanzlerin ministerin innenministerin
außenministerin finanzministerin gesundheitsministerin ministerpräsidentin bürgermeisterin oberbürgermeisterin
abgeordnete politikerin chefin vorsitzende parteichefin fraktionschefin direktorin leiterin geschäftsführerin
professorin
forscherin wissenschaftlerin ökonomin historikerin soziologin politologin expertin analystin anwältin rechtsanwältin
richterin staatsanwältin polizistin ärztin lehrerin trainerin spielerin autorin schriftstellerin journalistin reporterin
redakteurin unternehmerin gründerin beraterin botschafterin generalsekretärin landwirtin bäuerin bewohnerin anwohnerin
zeugin augenzeugin studentin schülerin physikerin chemikerin biologin meteorologin virologin kapitänin pfarrerin
bischöfin
regisseurin schauspielerin sängerin musikerin künstlerin kommissarin ingenieurin architektin""")
GROUPS = words("""experten kritiker beobachter forscher wissenschaftler ökonomen analysten behörden beamte anwohner
bewohner
augenzeugen zeugen politiker abgeordnete gegner befürworter anhänger unterstützer ärzte lehrer eltern schüler studenten
mitarbeiter beschäftigte gewerkschaften verbände vertreter opposition regierung polizei staatsanwaltschaft unternehmen
konzern bank firma partei fraktion ministerium gericht verwaltung stadt feuerwehr diplomaten insider kreise quellen
menschen leute bürger wähler nutzer kunden händler bauern landwirte fischer historiker juristen mediziner virologen""")
DOCUMENTS = words("""bericht studie umfrage untersuchung analyse dokument dokumente papier schreiben brief erklärung
mitteilung
pressemitteilung gutachten urteil statistik zahlen daten buch artikel video protokoll entwurf gesetz vertrag mail
e-mail""")
ORGANISATIONS = words("""universität hochschule institut ministerium amt bundesamt behörde bank verband bund partei
union verein
stiftung gericht kammer rat kommission gesellschaft gmbh ag zeitung nachrichtenagentur agentur polizei klinik verlag
konzern
bundesbank bundestag bundesrat bundeswehr landtag innenministerium außenministerium finanzministerium gewerkschaft
kirche""")
KNOWN = words("""CDU CSU SPD FDP AfD Grüne Linke EU UN UNO Nato NATO Bundestag Bundesrat Bundesregierung Bundesbank
EZB ARD ZDF
Spiegel Bild BASF Bayer Siemens Daimler Volkswagen VW BMW Lufthansa Bahn Greenpeace Reuters dpa AFP DPA Kreml
Pentagon""")


def _pack() -> Pack:
    return Pack(
        code="de", closed=tagged(CLOSED), cues=VERBS.classes, ambiguous=frozenset(), present=frozenset(VERBS.present),
        perfect=frozenset(VERBS.perfect), infinitive=frozenset(),
        plain=words("kommt kam geht ging macht machte gibt gab steht stand liegt lag bleibt blieb führt führte will "
                    "leitet leitete"),
        titles=TITLES, roles=MALE | FEMALE,
        role_gender={**dict.fromkeys(MALE, "m"), **dict.fromkeys(FEMALE, "f")}, groups=GROUPS,
        organisations=ORGANISATIONS, documents=DOCUMENTS,
        pronouns={"er": "m", "sie": "f", "es": "n", "ich": "", "wir": "", "man": "", "du": ""},
        according=(("laut",), ("nach", "angaben", "von"), ("nach", "angaben", "der"), ("nach", "angaben", "des"),
                   ("nach", "den", "worten", "von"), ("nach", "worten", "von"), ("nach", "einschätzung", "von"),
                   ("nach", "ansicht", "von"), ("so",)),
        abbreviations=words("dr prof z.b u.a d.h bzw ca nr st str usw etc mio mrd vgl hr fr dipl ing"),
        particles=words("von van der den zu vom zum de"), that=frozenset(("dass", "daß")),
        be=words("wird werden wurde wurden worden ist sind war waren"), agents=words("von vom durch"),
        definite=words("der die das den dem"), postposed=frozenset(("zufolge",)), compound=True,
        told=frozenset(), known_organisations=KNOWN, places=PLACES, demonyms=DEMONYMS, capital_nouns=True,
    )  # fmt: skip


PACK = _pack()
