"""Italian."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, phrases, words
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import ITALIAN, Inflections, tagged
from tui.model.article import QuoteManner

VERBS = Inflections(ITALIAN)
VERBS.regular("say", "affermare dichiarare raccontare commentare sottolineare osservare notare ricordare "
                     "confermare assicurare annunciare rivelare replicare ribadire precisare denunciare "
                     "criticare confessare scherzare twittare esclamare lamentare domandare auspicare constatare "
                     "segnalare avvertire chiarire avvisare argomentare spiegare informare garantire riferire "
                     "evidenziare incalzare attaccare postare suggerire")  # fmt: skip
VERBS.regular("say", "comunicare puntualizzare ironizzare tuonare chiosare rimarcare rilanciare argomentare "
                     "motivare annotare sbottare esultare rassicurare contestare minacciare raccomandare "
                     "elencare confidare giurare indicare negare rilevare testimoniare")  # fmt: skip
VERBS.irregular(
    "say", "ribatte ribattono ribatté prevede propone propongono afferma", "ribattuto proposto", "", "ribattere"
)
VERBS.irregular("say", "dice dicono diceva dicevano disse dissero dirà", "detto", "dicendo", "dire")
VERBS.irregular("say", "scrive scrivono scriveva scrisse", "scritto", "scrivendo", "scrivere")
VERBS.irregular("say", "aggiunge aggiungono aggiunse", "aggiunto", "aggiungendo", "aggiungere")
VERBS.irregular("say", "risponde rispondono rispose risposero", "risposto", "rispondendo", "rispondere")
VERBS.irregular("say", "ammette ammettono ammise", "ammesso", "ammettendo", "ammettere")
VERBS.irregular("say", "sostiene sostengono sosteneva", "sostenuto", "sostenendo", "sostenere")
VERBS.irregular("say", "avverte avvertono", "avvertito")
VERBS.irregular("say", "chiede chiedono chiese chiesero", "chiesto", "chiedendo", "chiedere")
VERBS.irregular("say", "conclude concludono concluse", "concluso", "concludendo", "concludere")
VERBS.irregular(
    "say", "prosegue proseguono insiste insistono riferisce riferiscono smentisce smentì promette", "promesso smentito"
)
VERBS.irregular("say", "riconosce riconoscono", "riconosciuto", "riconoscendo", "riconoscere")
VERBS.regular("act", "accusare definire bollare elogiare salutare")
VERBS.irregular("act", "definisce definì", "definito")
VERBS.regular("weak", "condannare considerare")
VERBS.irregular("say", "stimano stimava stimavano stimò", "stimato")
VERBS.irregular("weak", "ripete ripetono ripeté", "ripetuto previsto insistito")
VERBS.irregular("weak", "", "riportato")
VERBS.irregular("weak", "crede pensa ritiene vede sorride ride spera teme")
VERBS.regular("show", "mostrare dimostrare rivelare")
VERBS.irregular("show", "emerge mostra")

PERFORMING = words("""
canta cantano cantato interpreta interpretano interpretato recita recitato pubblica pubblicato dirige diretto
firma firmato espone esposto inaugura inaugurato vince vinto
""")
# Participles behind a document: "un sondage publié dimanche"
PUBLISHED = words("""
pubblicato pubblicata pubblicati pubblicate diffuso diffusa presentato presentata
""")
CLOSED = {
    "D": "il lo la l' i gli le un uno una un' questo questa questi queste quello quella quelli quelle quel quei "
    "ogni alcuni alcune "
    "molti molte tutti tutte altro altra altri altre due tre quattro nessun nessuna",
    "G": "mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre loro",
    "R": "io tu lui lei egli ella noi voi essi",
    "O": "mi ti gli ci vi ne",
    "I": "di d' del dello della dell' dei degli delle a al allo alla all' ai agli alle da dal dallo dalla dall' dai "
    "dagli dalle in nel "
    "nello nella nell' nei nelle con su sul sullo sulla sull' sui per tra fra senza contro verso durante secondo "
    "dopo prima",
    "S": "che se quando perché mentre come dove poiché sebbene anche_se",
    "W": "chi cui quale quali",
    "C": "e ed o ma né però",
    "X": "è sono era erano ha hanno aveva avevano sarà saranno sta stanno può possono deve devono va vanno fu "
    "furono stato stata sia",
    "B": "non anche già più molto bene solo sempre mai inoltre così ieri oggi domani ora qui lì poi allora ancora "
    "si invece",
    "Y": "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno "
    "luglio agosto settembre "
    "ottobre novembre dicembre",
}
TITLES = {
    **dict.fromkeys(words("sig sig. signor signore don presidente ministro re principe sindaco senatore padre"), "m"),
    **dict.fromkeys(words("sig.ra signora donna presidentessa ministra regina principessa sindaca senatrice"), "f"),
    **dict.fromkeys(
        words(
            "dott dott. dottor dottoressa prof prof. professor giudice generale colonnello capitano papa onorevole on."
        ),
        "",
    ),
}
MALE = words("""
presidente direttore ricercatore professore ministro senatore deputato sindaco avvocato consigliere portavoce storico
economista analista sociologo politologo esperto medico procuratore giudice generale capitano allenatore giocatore
scrittore autore giornalista redattore fondatore capo responsabile segretario sottosegretario ambasciatore agricoltore
pescatore vicino testimone studente attore cantante musicista artista ingegnere architetto candidato vescovo parroco
sindacalista attivista infermiere insegnante maestro assessore premier leader scienziato biologo fisico amministratore
falegname fornaio panettiere allevatore viticoltore libraio farmacista veterinario geologo psicologo chimico astronomo
meteorologo epidemiologo virologo urbanista fotografo filosofo cuoco tassista commerciante pensionato vicepresidente
viceministro muratore meccanico apicoltore delegato vicedirettore coordinatore vicesindaco prefetto questore rettore
funzionario dipendente impiegato operaio cameriere autista postino pompiere venditore abitante volontario inquilino
passeggero cliente collega amico fratello spettatore turista dirigente agente
pastore sommozzatore bibliotecario romanziere regista prete rabbino imam soccorritore marinaio skipper barcaiolo
cacciatore escursionista giardiniere fioraio parrucchiere macellaio pescivendolo pasticciere casaro barista
albergatore artigiano saldatore idraulico elettricista pittore scultore ceramista ballerino coreografo compositore
drammaturgo poeta cineasta sceneggiatore umorista disegnatore stilista traduttore interprete istruttore arbitro
nuotatore corridore sciatore alpinista navigatore pugile calciatore cavaliere chirurgo dentista fisioterapista
ambulanziere psichiatra cardiologo oncologo neurologo immunologo sviluppatore imprenditore negoziante banchiere
ragioniere commercialista notaio giurato querelante colonnello comandante ammiraglio controllore ferroviere
camionista portiere animatore educatore assistente marito padre nonno figlio zio cugino vedovo passante vigile
""")
FEMALE = words("""
presidente presidentessa direttrice ricercatrice professoressa ministra senatrice deputata sindaca avvocata
avvocatessa consigliera portavoce storica economista analista sociologa politologa esperta medica procuratrice giudice
allenatrice giocatrice scrittrice autrice giornalista redattrice fondatrice responsabile segretaria sottosegretaria
ambasciatrice agricoltrice vicina testimone studentessa attrice cantante musicista artista ingegnera architetta
candidata attivista infermiera insegnante maestra assessora leader scienziata biologa fisica amministratrice fornaia
panettiera allevatrice viticoltrice libraia farmacista veterinaria geologa psicologa chimica astronoma meteorologa
epidemiologa virologa urbanista fotografa filosofa cuoca tassista commerciante pensionata vicepresidente viceministra
apicoltrice delegata vicedirettrice coordinatrice vicesindaca prefetta rettrice
funzionaria dipendente impiegata operaia cameriera autista postina venditrice abitante volontaria inquilina passeggera
cliente collega amica sorella spettatrice turista dirigente agente
sommozzatrice bibliotecaria romanziera archeologa ostetrica rabbina soccorritrice cacciatrice escursionista
giardiniera fioraia parrucchiera macellaia pescivendola pasticciera barista albergatrice artigiana pittrice
scultrice ceramista ballerina coreografa compositrice drammaturga poetessa cineasta produttrice sceneggiatrice
umorista disegnatrice stilista traduttrice interprete editrice istruttrice arbitra nuotatrice sciatrice alpinista
pugile calciatrice chirurga dentista fisioterapista psichiatra cardiologa oncologa neurologa immunologa
sviluppatrice imprenditrice negoziante banchiera ragioniera commercialista notaia giurata querelante comandante
hostess portiera animatrice educatrice assistente moglie madre nonna figlia zia cugina vedova passante vigilessa
regista colonnello
""")
GROUPS = words("""
uomo uomini donna donne ragazzo ragazza ragazzi giovane fonte
esperti analisti critici osservatori ricercatori scienziati economisti storici autorità residenti vicini testimoni
deputati senatori oppositori sostenitori medici infermieri insegnanti genitori alunni studenti lavoratori sindacati
associazioni manifestanti agricoltori pescatori poliziotti diplomatici fonti elettori utenti clienti governo
opposizione polizia procura azienda gruppo banca partito ministero tribunale comune attivisti avvocati ambientalisti
familiari persone inquirenti carabinieri
famiglia squadra vittima vittime soccorritori pompieri sanitari commercianti ristoratori allevatori viticoltori
cacciatori escursionisti turisti passeggeri viaggiatori inquilini proprietari volontari dipendenti operai
scioperanti pensionati dirigenti ministri sindaci magistrati procuratori giudici soldati ribelli passanti
""")
INSTITUTIONS = words("""
prefettura museo esercito marina ambasciata consolato lega club laboratorio produttore gestore fornitore costruttore
operatore assicuratore editore distributore startup parlamento assemblea diocesi arcidiocesi chiesa parrocchia
aeroporto collettivo regione provincia città municipio orchestra teatro festival redazione emittente amministrazione
direzione presidenza accusa difesa coalizione maggioranza istituzione organismo organizzazione consorzio cooperativa
corte quotidiano settimanale rivista piattaforma
""")
DOCUMENTS = words("""rapporto studio sondaggio analisi documento documenti comunicato lettera testo libro articolo
video nota
sentenza statistiche cifre dati inchiesta ricerca relazione
rapporti studi sondaggi indagini indagine lettere articoli libri ordinanza mail email progetto trattato dossier
verbale parere bollettino bilancio censimento audit barometro indice fattura denuncia querela decreto circolare
direttiva statuto manifesto petizione volantino opuscolo manuale registro messaggio messaggi tweet registrazione
registrazioni immagini foto grafico tesi saggio editoriale perizia autopsia testamento brevetto sintesi previsioni
stime proiezioni
""")
# By these things vary, "según la zona": behind a word that cites they say nothing.
MEASURES = words("""
legge leggi piano piani calendario caso casi zona zone età epoca tipo necessità bisogno orario contratto
norma norme regolamento tradizione leggenda logica criterio metodo giorno momento stagione ordine ritmo
gusto prezzo livello
""")
ORGANISATIONS = words("""
protezione
università autorità istituto ministero scuola agenzia banca partito unione sindacato associazione fondazione tribunale
consiglio commissione comitato camera senato società gruppo compagnia giornale polizia comune ospedale centro
osservatorio federazione confederazione procura politecnico
""")
KNOWN = words("""ANSA Ansa Reuters AFP ONU Onu NATO Nato UE Ue PD Pd Lega Cgil CGIL Cisl Uil Quirinale Cremlino
Pentagono FMI OMS Eni
Enel Fiat Stellantis Tim Istat ISTAT Inps Rai RAI Confindustria Greenpeace Repubblica Viminale Farnesina""")
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("comunicato nota dichiarazione"), "statement"),
    **dict.fromkeys(words("intervista"), "interview"),
    **dict.fromkeys(words("tweet twitta twittato twitter facebook instagram post"), "post"),
    **dict.fromkeys(words("rapporto lettera libro studio articolo"), "document"),
    **dict.fromkeys(words("ricorso denuncia querela"), "filing"),
}


def _pack() -> Pack:
    return Pack(
        code="it", closed=tagged(CLOSED), cues=VERBS.classes,
        ambiguous=words("nota commenta denuncia critica domanda domande risposta conferma lamenta"),
        present=frozenset(VERBS.present), perfect=frozenset(VERBS.perfect) | PUBLISHED, infinitive=frozenset(),
        plain=PUBLISHED | words("fa fece arriva arrivò lavora dirige vive vuole segue"), titles=TITLES,
        roles=MALE | FEMALE,
        role_gender={**dict.fromkeys(FEMALE - MALE, "f"), **dict.fromkeys(MALE - FEMALE, "m")}, groups=GROUPS,
        organisations=ORGANISATIONS, institutions=INSTITUTIONS, documents=DOCUMENTS,
        pronouns={"lui": "m", "egli": "m", "lei": "f", "ella": "f", "loro": "p", "essi": "p", "io": "", "noi": ""},
        according=(
            ("secondo",), *(("stando", to) for to in ("a", "al", "alla", "allo", "all'", "ai", "agli", "alle")),
            *(("a", word, of) for word in ("detta", "giudizio", "parere")
              for of in ("di", "del", "della", "dello", "dell'", "dei", "degli", "delle")), ("per",),
        ),
        abbreviations=words("sig dott prof on avv ing etc ecc art n s"),
        particles=words("de di del della dello dei la lo le von van da d'"), that=frozenset(("che",)),
        be=words("è sono era erano fu furono stato stata stati sarà"),
        agents=words("da dal dalla dallo dall' dai dagli dalle"),
        measures=MEASURES,
        definite=words("il lo la l' i gli le"),
        elided=("l", "d", "dell", "all", "nell", "dall", "sull", "un", "quell", "c", "s", "m", "t", "v", "n"),
        compound=True, silent=True, known_organisations=KNOWN, places=PLACES, demonyms=DEMONYMS,
        article_gender={"il": "m", "lo": "m", "la": "f"},
        honorifics=words("sig sig. sig.ra signor signore signora don donna dott dott. dottor dottoressa on. onorevole "
                         "prof prof."),
        likening=(("come",), ("così", "come")), likening_fillers=words("ci lo l'"),
        reporting_fillers=words("quanto"),
        manners=MANNERS, outlet_links=words("con a al all'"),
        addressing=words("tu tuo tua ti puoi devi"),
        articles=words("il lo i gli la le l' un una uno"),
        indefinite=words("un una"),
        standalone=words("molti alcuni tutti altri"),
        counting=words("uno una due tre quattro cinque molti alcuni"),
        relative=words("che"),
        partitive_links=words("di dei delle degli tra fra"), partitive_pronouns=words("loro noi essi"),
        held_roles=words(
            "presidente direttore direttrice segretario segretaria portavoce "
            "fondatore fondatrice responsabile coordinatore coordinatrice membro"
        ),
        addressing_links=words("a al allo alla all' ai agli alle"),
        conjunctions=words("e &"), attaching=words("del della di dei delle degli dell' dello"),
        head_links=words("del della dell dello degli delle dei di"),
        name_links=words("del della di &"), belonging=words("di del dell' della dello al all'"),
        origins=words("di del della"), head_first=True,
        open_cues=True, performing=PERFORMING,
        opinion=words("per"), general_documents=words("documento testo rapporto relazione"),
        asides=(("da", "parte", "sua"), ("dal", "canto", "suo"), ("per", "sua", "parte"), ("a", "sua", "volta")),
        phrasal={**dict.fromkeys(words("fa fatto fanno"), words("sapere notare presente")),
                 **dict.fromkeys(words("lancia lanciato"), words("l'"))},
        anonymity=phrases(
            "anonimato restare_anonimo restare_anonima rimanere_anonimo rimanere_anonima "
            "non_essere_nominato non_essere_nominata"
        ),
        reason_openers=words("per perché poiché temendo"),
        negations=words("non mai"), neither=words("né"), answering=words("risposto risponde rispose replicato"),
        declining=words("rifiutato rifiuta declinato"),
        wishing=words("voluto vuole preferito preferisce"),
        commenting=words("commentare commenti commento rispondere dichiarazioni rilasciare"),
    )  # fmt: skip


PACK = _pack()
