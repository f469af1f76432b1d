"""German words for who speaks: titles, roles, groups, organisations, documents.

A compound is what its last part is: "Verkehrsminister" needs no entry beside "minister".
"""

from __future__ import annotations

from tui.convert.sources.languages import words

TITLES = {
    **dict.fromkeys(words("herr herrn graf prinz könig kaiser fürst"), "m"),
    **dict.fromkeys(words("frau gräfin prinzessin königin kaiserin fürstin"), "f"),
    **dict.fromkeys(words("dr dr. prof prof. dipl.-ing. med. jur. sir lord lady"), ""),
}  # fmt: skip
MALE = words("""
sprecher pressesprecher präsident kanzler minister premier premierminister bürgermeister abgeordneter abgeordnete
politiker chef vorsitzender vorsitzende direktor leiter geschäftsführer professor forscher wissenschaftler
wissenschafter ökonom historiker soziologe politologe experte analyst anwalt jurist richter kommissar ermittler polizist
arzt mediziner lehrer trainer coach spieler stürmer torwart kapitän autor schriftsteller journalist reporter redakteur
korrespondent unternehmer gründer berater botschafter sekretär landwirt bauer bewohner anwohner zeuge student schüler
physiker chemiker biologe geologe meteorologe virologe pfarrer bischof kardinal papst priester rabbiner imam regisseur
schauspieler sänger musiker künstler ingenieur architekt manager vorstand senator gouverneur kandidat general oberst
offizier kommandeur kommandant soldat beauftragter beauftragte bevollmächtigter beamter beamte mitarbeiter vertreter
funktionär aktivist kritiker mitglied leutnant major rektor dekan dozent psychologe philosoph theologe dirigent
komponist moderator fahrer rennfahrer pilot händler volkswirt stratege ministerpräsident staatschef regierungschef
könig prinz diplomat gesandter unterhändler verteidiger kläger angeklagter sachverständiger gutachter
aufseher inspektor obmann ratsherr stadtrat landrat staatsrat bundesrat abt pater vater sohn bruder ehemann onkel
nachbar freund astronaut astronom informatiker statistiker mathematiker entwickler erfinder betreiber inhaber eigentümer
besitzer wirt koch bäcker fischer jäger förster züchter organisator veranstalter initiator teilnehmer insider informant
außenminister verhandlungsführer oppositionsführer führer rebellenführer stellvertreter schatzmeister
generalstaatsanwalt präfekt bundespräsident generalsekretär präses ratsvorsitzender ombudsmann dolmetscher übersetzer
lyriker dramatiker maler fotograf verleger intendant kurator bibliothekar archäologe ethnologe ökologe klimaforscher
mann junge geistlicher demonstrant passagier augenzeuge befehlshaber attaché ratgeber publizist kolumnist
fraktionär jugendlicher verdächtiger täter ex-präsident parlamentarier lobbyist banker investor milliardär bundestrainer
jähriger jährige feuerwehrmann geschäftsmann fachmann kameramann staatsmann landsmann hausmeister weltmeister
gastwirt
angreifer mittelfeldspieler vize glaziologe
rezensent dezernent referent beigeordneter meister doktorvater intellektueller intellektuelle ankläger hauptmann
doktorand torhüter torjäger keeper ortsvorsteher
toxikologe bürgerrechtler kammersänger pianist chirurg kinderarzt apotheker hebamme schulleiter
landesvorsitzender""")
FEMALE = words("""
sprecherin präsidentin kanzlerin ministerin bürgermeisterin politikerin chefin direktorin leiterin geschäftsführerin
professorin forscherin wissenschaftlerin ökonomin historikerin soziologin politologin expertin analystin anwältin
juristin richterin polizistin ärztin medizinerin lehrerin trainerin spielerin autorin schriftstellerin journalistin
reporterin redakteurin unternehmerin gründerin beraterin botschafterin sekretärin landwirtin bäuerin bewohnerin
anwohnerin zeugin studentin schülerin physikerin chemikerin biologin meteorologin virologin kapitänin pfarrerin
bischöfin regisseurin schauspielerin sängerin musikerin künstlerin kommissarin ingenieurin architektin managerin
senatorin gouverneurin kandidatin rätin beamtin mitarbeiterin vertreterin funktionärin aktivistin kritikerin rektorin
dozentin psychologin philosophin theologin moderatorin fahrerin pilotin händlerin volkswirtin premierministerin königin
diplomatin gutachterin mutter tochter schwester ehefrau tante nachbarin freundin astronautin entwicklerin inhaberin
betreiberin eigentümerin besitzerin fischerin organisatorin veranstalterin initiatorin teilnehmerin stellvertreterin
meisterin dezernentin referentin beigeordnete fotografin verlegerin intendantin kuratorin archäologin frau
parlamentarierin publizistin torhüterin stürmerin keeperin ortsvorsteherin toxikologin pianistin chirurgin
apothekerin hebamme schulleiterin bürgerrechtlerin""")
GROUPS = words("""
experten beobachter ökonomen analysten behörden behörde beamten anwohnern zeugen gegner befürworter anhänger
unterstützer ärzte eltern studenten demonstranten aktivisten juristen historiker virologen beschäftigte gewerkschaften
gewerkschaft verbände verband opposition regierung polizei staatsanwaltschaft unternehmen konzern bank firma partei
fraktion verwaltung stadt feuerwehr diplomaten kreise quellen menschen leute bürger wähler nutzer kunden händlern bauern
landwirte fischern medien presse zeitung zeitungen zeitschrift magazin sender fernsehen rundfunk nachrichtenagentur
agentur agenturen organisation organisationen veranstalter ermittlern bewohnern augenzeugen politikern kritikern
ministern abgeordneten vertretern wissenschaftlern forschern spd-politiker grünen linken liberalen sozialdemokraten
konservativen republikaner demokraten rebellen taliban terroristen militär armee streitkräfte marine luftwaffe miliz
leitstelle rettungskräfte rettungsdienst retter helfer team mannschaft gruppe gruppen bündnis initiative bewegung
kommission komitee ausschuss rat gremium kabinett koalition union senat parlament justiz gericht gerichte staatsanwälte
anwälte verteidigung klinik krankenhaus schule universität hochschule institut stiftung verein vereine klub club
botschaft kirche gemeinde kommunen länder bund kanton behördenvertreter ministerium ministerien amt zentrale leitung
direktion vorstand geschäftsführung betreiber hersteller anbieter entwickler gesellschaft airline fluggesellschaft
reederei bahn werk fabrik branche industrie wirtschaft arbeitgeber arbeitnehmer belegschaft betriebsrat aufsichtsrat
gläubiger anleger aktionäre investoren händlerkreise seite seiten lager umfeld kreisen jugendliche schüler teilnehmer
zuschauer fans passagiere familie angehörige hinterbliebene opfer nachbarn einwohner bevölkerung hausverwaltung
sozialisten kommunisten separatisten islamisten geiselnehmer entführer gewerkschafter pressestelle pressedienst
redaktion wetterdienst warte warndienst seismologen geologen klimaforscher mediziner psychologen
journalisten reporter korrespondenten bistum erzbistum""")
DOCUMENTS = words("""
bericht berichte studie umfrage untersuchung analyse dokument dokumente papier schreiben brief erklärung mitteilung
pressemitteilung gutachten urteil statistik zahlen daten buch artikel video protokoll entwurf gesetz vertrag mail e-mail
begründung text blog homepage webseite website internetseite liste chronik prognose expertise bilanz resolution
verfassung antrag klage anklage anklageschrift beschluss flugblatt kommuniqué bulletin depesche kommentar interview
aussendung verordnung richtlinie abkommen vertragsentwurf
satzung testament dissertation obduktion
""")
ORGANISATIONS = words("""
universität hochschule institut ministerium amt bundesamt behörde bank verband bund partei union verein stiftung gericht
kammer rat kommission gesellschaft gmbh ag kg zeitung nachrichtenagentur agentur polizei klinik verlag konzern
bundesbank bundestag bundesrat bundeswehr landtag gewerkschaft kirche liga akademie allianz zentrum forum presse
rundfunk fernsehen komitee parlament senat regierung präsidium staatsanwaltschaft anwaltschaft direktion inspektion
fraktion botschaft club klub organisation werk werke bahn post börse versicherung kasse dienst wacht observatorium
museum kanzlei gruppe holding airlines airways group inc ltd company corporation times news journal kurier anzeiger
landesamt kriminalamt landratsamt ordnungsamt jugendamt gesundheitsamt finanzamt bauamt umweltamt veterinäramt
zollamt klinikum blatt nachrichten rundschau tagblatt tageblatt bote stimme merkur echo spiegel welt bild stern
tagesspiegel""")
KNOWN = words("""
CDU CSU SPD FDP AfD Grüne Linke EU UN UNO Nato NATO Bundestag Bundesrat Bundesregierung Bundesbank EZB ARD ZDF NDR WDR
Spiegel BASF Bayer Siemens Daimler Volkswagen VW BMW Lufthansa Bahn Greenpeace Reuters dpa AFP DPA Kreml Pentagon ÖVP
SPÖ FPÖ SVP ORF SRF Airbus Boeing Google Facebook Apple Microsoft Amazon Opel Audi Porsche Telekom Allianz Hisbollah
Hamas Taliban Interfax Xinhua BBC CNN""")
# What someone says, as a noun: "nach Angaben der Polizei"; the word itself names nobody.
UTTERANCES = words("""
angaben angabe aussage aussagen ansicht meinung auffassung einschätzung einschätzungen worten darstellung überzeugung
informationen information erkenntnissen mitteilung bericht berichten meldung meldungen berichts schilderung
schilderungen erklärung auskunft behauptung behauptungen zahlen schätzung schätzungen berechnungen vorstellung
vorstellungen medienbericht presseberichten medienberichten zeitungsbericht zeitungsberichten agenturbericht urteil
bekunden beobachtung beobachtungen äußerung äußerungen statement lesart prognose prognosen analyse studie umfrage
untersuchung untersuchungen daten pressemitteilung stellungnahme befragung erhebung verlautbarung verlautbarungen
augenzeugenberichten vernehmen augenzeugenbericht""")
# Endings of abstract nouns and things: no name ends so, and no speaker.
ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "tion", "tionen", "ismus", "tät", "nis", "nisse", "tum",
            "schaften", "ment", "mente", "thema", "zahl", "zeit", "tag", "jahr", "woche", "monat")  # fmt: skip
# Endings of nouns for people that are on no list.
AGENT_ENDINGS = (
    "er",
    "erin",
    "ist",
    "istin",
    "ent",
    "entin",
    "oge",
    "login",
    "or",
    "orin",
    "eur",
    "eurin",
    "ant",
)
GROUP_ENDINGS = ("amt", "ern", "innen", "isten", "enten", "ogen", "oren", "eure", "anten")
