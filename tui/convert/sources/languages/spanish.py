"""Spanish."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, phrases, words
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import SPANISH, Inflections, tagged
from tui.model.article import QuoteManner

VERBS = Inflections(SPANISH)
VERBS.regular("say", "afirmar asegurar señalar explicar declarar indicar comentar destacar subrayar manifestar "
                     "aclarar apuntar recordar lamentar criticar denunciar insistir responder contestar replicar "
                     "preguntar anunciar revelar relatar agregar precisar admitir confesar bromear tuitear "
                     "informar exclamar exigir alertar quejar detallar avisar argumentar opinar resaltar "
                     "confirmar negar prometer susurrar zanjar recalcar matizar gritar escribir añadir")  # fmt: skip
VERBS.regular("say", "espetar ironizar rematar ratificar reiterar enfatizar puntualizar expresar describir "
                     "relatar narrar declamar razonar justificar augurar vaticinar pronosticar reclamar acotar "
                     "apostillar remarcar reivindicar plantear bromear anunciar describir rebatir alegar "
                     "constatar dictaminar especificar garantizar insinuar jurar mencionar notificar proclamar "
                     "reafirmar testificar estimar")  # fmt: skip
VERBS.irregular("say", "reitera propone propuso propusieron dispara describe describió rebate", "propuesto")
VERBS.irregular("say", "dice dicen decía decían dijo dijeron dirá", "dicho", "diciendo", "decir")
VERBS.irregular("say", "cuenta cuentan contó contaron contaba", "contado", "contando", "contar")
VERBS.irregular("say", "reconoce reconocen reconoció reconocieron", "reconocido", "reconociendo", "reconocer")
VERBS.irregular("say", "sostiene sostienen sostuvo sostuvieron", "sostenido", "sosteniendo", "sostener")
VERBS.irregular("say", "advierte advierten advirtió advirtieron", "advertido", "advirtiendo", "advertir")
VERBS.irregular("say", "concluye concluyen concluyó concluyeron", "concluido", "concluyendo", "concluir")
VERBS.irregular("say", "pide piden pidió pidieron", "pedido", "pidiendo", "pedir")
VERBS.irregular("say", "sugiere sugirió", "sugerido", "sugiriendo", "sugerir")
VERBS.irregular("say", "escribió escribe escriben escribieron", "escrito")
VERBS.irregular("say", "niega niegan negó negaron", "negado")
VERBS.irregular("say", "añadió añadieron añade añaden", "añadido", "añadiendo")
VERBS.irregular("say", "recuerda recuerdan mantiene mantuvo")
VERBS.regular("act", "acusar calificar tachar elogiar celebrar rechazar reprochar cuestionar censurar")
VERBS.irregular("act", "defiende defienden defendió defendieron defendía", "defendido")
VERBS.regular("weak", "condenar considerar observar esgrimir")
VERBS.irregular("say", "sentenció sentenciaron", "sentenciado")
VERBS.irregular("say", "comunica comunican comunicó comunicaron comunicaba")  # a "comunicado" is a document
VERBS.irregular("weak", "repite repiten repitió repitieron supone suponen supuso supusieron", "repetido supuesto")
VERBS.irregular(
    "say", "desmiente desmienten desmintió desmintieron predice predicen predijo predijeron", "desmentido predicho"
)
VERBS.irregular("weak", "cree piensa ve sonríe ríe espera teme")
VERBS.regular("show", "mostrar revelar concluir")
VERBS.irregular("show", "muestra muestran")

PERFORMING = words("""
canta cantan cantó cantado interpreta interpretan interpretó interpretado protagoniza protagonizó publica
publicó publicado dirige dirigió estrena estrenó firma firmó expone expuso inaugura inauguró gana ganó
""")
# Participles behind a document: "un sondage publié dimanche"
PUBLISHED = words("""
publicado publicada publicados publicadas difundido difundida presentado presentada elaborado
""")
CLOSED = {
    "D": "el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel cada varios varias "
    "algunos algunas muchos "
    "muchas todos todas otro otra otros otras dos tres cuatro ningún ninguna",
    "G": "mi mis tu tus su sus nuestro nuestra nuestros nuestras",
    "R": "yo tú él ella nosotros ellos ellas usted ustedes",
    "O": "me te le les lo nos",
    "I": "de del a al en con por para sin sobre entre hasta desde contra hacia durante según tras ante bajo",
    "S": "que si cuando porque aunque mientras como donde pues",
    "W": "quien quienes cual cuales cuyo cuya",
    "C": "y e o u pero sino ni",
    "X": "es son era eran fue fueron ha han había habían será serán está están estaba puede pueden debe deben va "
    "van sido sea",
    "B": "no también ya más muy bien sólo solo siempre nunca además así ayer hoy mañana ahora aquí allí luego "
    "entonces después antes "
    "se todavía aún sin_embargo",
    "Y": "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre "
    "noviembre diciembre",
}
TITLES = {
    **dict.fromkeys(words("sr sr. señor don presidente ministro rey príncipe alcalde senador padre"), "m"),
    **dict.fromkeys(words("sra sra. señora doña presidenta ministra reina princesa alcaldesa senadora"), "f"),
    **dict.fromkeys(words("dr dr. dra dra. doctor doctora juez general coronel capitán papa"), ""),
}
MALE = words("""
presidente director investigador profesor ministro senador diputado alcalde abogado consejero portavoz vocero
historiador economista analista sociólogo politólogo especialista experto médico fiscal juez general capitán
entrenador jugador escritor autor periodista redactor fundador jefe responsable secretario embajador agricultor
pescador pescadero vecino testigo estudiante alumno actor cantante músico artista ingeniero arquitecto candidato
obispo cura sindicalista activista enfermero maestro gobernador canciller concejal gerente dueño líder científico
biólogo físico panadero carpintero ganadero viticultor librero farmacéutico veterinario geólogo psicólogo químico
astrónomo meteorólogo epidemiólogo virólogo urbanista fotógrafo filósofo cocinero taxista comerciante tendero jubilado
vicepresidente viceministro exministro albañil mecánico apicultor delegado subdirector coordinador delantero portero
defensor centrocampista mediocampista agente comisario inspector sargento teniente coronel magistrado edil
regidor párroco rector decano consultor estratega socio piloto tenista ciclista militar guitarrista pianista
toxicólogo oceanógrafo arqueólogo antropólogo nutricionista pediatra seleccionador técnico
funcionario empleado trabajador camarero conductor obrero cartero bombero vendedor habitante voluntario inquilino
pasajero cliente colega amigo hermano espectador turista dirigente mando
pastor buzo chófer bibliotecario novelista bodeguero rabino imán socorrista rescatista marinero barquero
guardabosques cazador senderista jardinero florista peluquero carnicero pastelero quesero cantinero hotelero
artesano soldador fontanero electricista pintor escultor alfarero bailarín coreógrafo compositor dramaturgo poeta
cineasta productor guionista comediante humorista dibujante diseñador traductor intérprete editor árbitro nadador
esquiador alpinista navegante boxeador futbolista jinete cirujano dentista fisioterapeuta ambulanciero psiquiatra
cardiólogo oncólogo neurólogo inmunólogo desarrollador emprendedor negociante banquero contable contador notario
ujier jurado demandante comandante almirante controlador estibador camionero conserje animador educador asistente
marido esposo padre abuelo hijo tío primo viudo transeúnte
""")
FEMALE = words("""
presidenta directora investigadora profesora ministra senadora diputada alcaldesa abogada consejera portavoz vocera
historiadora economista analista socióloga politóloga especialista experta médica fiscal jueza generala capitana
entrenadora jugadora escritora autora periodista redactora fundadora jefa responsable secretaria embajadora
agricultora vecina testigo estudiante alumna actriz cantante artista ingeniera arquitecta candidata activista
enfermera maestra gobernadora canciller concejala gerente dueña líder científica bióloga física pescadera panadera
carpintera ganadera viticultora librera farmacéutica veterinaria geóloga psicóloga química astrónoma meteoróloga
epidemióloga viróloga urbanista fotógrafa filósofa cocinera taxista comerciante tendera jubilada vicepresidenta
viceministra exministra apicultora delegada subdirectora coordinadora delantera portera defensora agente comisaria
inspectora magistrada piloto tenista ciclista concejera rectora decana consultora estratega socia militar coronel
teniente sargento edil
toxicóloga oceanógrafa arqueóloga antropóloga nutricionista pediatra
funcionaria empleada trabajadora camarera conductora obrera vendedora habitante voluntaria inquilina pasajera clienta
colega amiga hermana espectadora turista dirigente
pastora bibliotecaria novelista bodeguera matrona partera rabina socorrista rescatista marinera cazadora senderista
jardinera florista peluquera carnicera pastelera quesera hotelera artesana electricista pintora escultora alfarera
bailarina coreógrafa compositora dramaturga poeta poetisa cineasta productora guionista comediante humorista
dibujante diseñadora traductora intérprete editora árbitra nadadora esquiadora alpinista boxeadora futbolista
amazona cirujana dentista fisioterapeuta psiquiatra cardióloga oncóloga neuróloga inmunóloga desarrolladora
emprendedora banquera contable contadora notaria demandante comandante almirante azafata controladora conserje
animadora educadora asistente esposa madre abuela hija tía prima viuda transeúnte
""")
GROUPS = words("""
hombre hombres mujer mujeres joven jóvenes chico chica bomberos fuente
expertos analistas críticos observadores investigadores científicos economistas historiadores autoridades vecinos
residentes testigos diputados senadores opositores partidarios médicos enfermeros maestros padres alumnos estudiantes
trabajadores sindicatos asociaciones manifestantes agricultores pescadores policías diplomáticos fuentes votantes
usuarios clientes gobierno oposición policía fiscalía empresa grupo banco partido ministerio tribunal ayuntamiento
activistas abogados ecologistas familiares personas
familia equipo víctima víctimas socorristas sanitarios comerciantes hosteleros ganaderos cazadores turistas
pasajeros viajeros inquilinos propietarios voluntarios empleados obreros huelguistas jubilados dirigentes ministros
alcaldes magistrados fiscales jueces militares soldados rebeldes transeúntes
""")
INSTITUTIONS = words("""
prefectura juzgado ejército armada embajada consulado liga club laboratorio startup fabricante operador operadora
naviera aseguradora proveedor suministradora inmobiliaria editorial eléctrica farmacéutica parlamento asamblea
diócesis arzobispado iglesia parroquia aeropuerto colectivo diputación región comarca provincia ciudad municipio
orquesta teatro festival redacción administración dirección presidencia cancillería acusación defensa coalición
mayoría institución organismo organización consorcio colegio periódico semanario revista
""")
DOCUMENTS = words("""informe estudio encuesta análisis documento documentos comunicado carta texto libro artículo
vídeo video nota
sentencia estadísticas cifras datos correo sondeo investigación
informes estudios encuestas cartas artículos libros vídeos videos correos proyecto tratado memorando expediente acta
dictamen boletín balance censo auditoría barómetro índice factura denuncia querella decreto manifiesto petición
panfleto cartel folleto manual registro mensaje mensajes tuit grabación grabaciones imágenes foto fotos gráfico
tesis ensayo peritaje autopsia testamento patente resumen atestado previsiones estimaciones proyecciones
""")
# By these things vary, "según la zona": behind a word that cites they say nothing.
MEASURES = words("""
ley leyes plan planes calendario caso casos zona zonas edad época tipo necesidad necesidades horario
tamaño contrato norma normas reglamento costumbre tradición leyenda lógica criterio método día momento
temporada orden ritmo gusto precio nivel
""")
ORGANISATIONS = words("""
protección defensoría contraloría
universidad unidad guardia audiencia corte autoridad instituto ministerio escuela agencia banco partido unión
sindicato asociación fundación tribunal consejo comisión comité congreso senado sociedad grupo compañía diario policía
aerolínea empresa firma plataforma cadena constructora petrolera tecnológica productora patronal cooperativa museo
ayuntamiento hospital centro observatorio federación confederación fiscalía gobierno cámara
""")
KNOWN = words("""EFE Efe Reuters AFP ONU OTAN UE PP PSOE Vox Podemos Sumar Junts ERC PNV CCOO UGT Moncloa Kremlin
Pentágono FMI OMS
Iberdrola Telefónica Repsol Inditex Santander BBVA Renfe Pemex INE Greenpeace Amnistía Telemundo Univisión""")
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("comunicado declaración"), "statement"),
    **dict.fromkeys(words("entrevista"), "interview"),
    **dict.fromkeys(words("tuit tuiteó tuitea twitter facebook instagram"), "post"),
    **dict.fromkeys(words("informe carta libro estudio artículo"), "document"),
    **dict.fromkeys(words("demanda querella"), "filing"),
}


def _pack() -> Pack:
    return Pack(
        code="es", closed=tagged(CLOSED), cues=VERBS.classes,
        ambiguous=words("comenta nota cuenta cuentas pregunta preguntas denuncia respuesta anuncia critica crítica"),
        present=frozenset(VERBS.present), perfect=frozenset(VERBS.perfect) | PUBLISHED, infinitive=frozenset(),
        plain=PUBLISHED | words("tiene hace hizo llegó llega trabaja dirige vive quiere sigue"), titles=TITLES,
        roles=MALE | FEMALE,
        role_gender={**dict.fromkeys(FEMALE - MALE, "f"), **dict.fromkeys(MALE - FEMALE, "m")}, groups=GROUPS,
        organisations=ORGANISATIONS, institutions=INSTITUTIONS, documents=DOCUMENTS,
        pronouns={"él": "m", "ella": "f", "ellos": "p", "ellas": "p", "yo": "", "nosotros": "", "usted": ""},
        according=(("según",), ("de", "acuerdo", "con"),
                   *((before, word, of) for before, word in (("en", "palabras"), ("a", "juicio"), ("en", "opinión"))
                     for of in ("de", "del")), ("para",)),
        abbreviations=words("sr sra srta dr dra d dña ee.uu etc av núm pág lic ing gral"),
        particles=words("de del la las los y van von der"), that=frozenset(("que",)),
        be=words("es son fue fueron era eran sido ser será"), agents=words("por"), measures=MEASURES,
        definite=words("el la los las"),
        compound=True, silent=True, known_organisations=KNOWN, places=PLACES, demonyms=DEMONYMS,
        article_gender={"el": "m", "la": "f"},
        honorifics=words("sr sr. sra sra. señor señora don doña dr dr. dra dra."),
        likening=(("como",), ("tal", "y", "como"), ("tal", "como")), likening_fillers=words("lo nos le"),
        reporting_fillers=words("lo que"),
        manners=MANNERS, outlet_links=words("con a"),
        addressing=words("usted tu tus te puedes debes"),
        bodies=words("agencia diario periódico cadena revista"),
        articles=words("el los la las un una unos unas"),
        indefinite=words("un una"),
        standalone=words("muchos algunos varios todos otros"),
        counting=words("uno una dos tres cuatro cinco muchos algunos varios"),
        relative=words("que quien"),
        partitive_links=words("de del los las entre"), partitive_pronouns=words("ellos ellas nosotros"),
        held_roles=words(
            "portavoz director directora presidente presidenta secretario "
            "secretaria fundador fundadora responsable coordinador coordinadora miembro analista economista "
            "estratega socio socia"
        ),
        addressing_links=words("a al"),
        conjunctions=words("y e &"), attaching=words("de del"), head_links=words("de del"),
        name_links=words("de del &"), belonging=words("de del en"),
        origins=words("de del"), head_first=True,
        open_cues=True, performing=PERFORMING,
        opinion=words("para"), general_documents=words("documento texto informe"),
        asides=(("por", "su", "parte"), ("en", "cambio"), ("no", "obstante"), ("sin", "embargo"), ("a", "su", "vez")),
        phrasal=dict.fromkeys(words("hizo hicieron hace"), words("saber notar")),
        anonymity=phrases(
            "anonimato no_dar_su_nombre no_ser_identificado no_ser_identificada no_ser_citado "
            "no_ser_citada"
        ),
        reason_openers=words("por porque para pues debido"),
        negations=words("no nunca jamás"), neither=words("ni"),
        answering=words("respondió responde respondieron contestó contesta"),
        declining=words("declinó declinaron rehusó rechazó evitó"),
        wishing=words("quiso quisieron quiere deseó"),
        commenting=words("comentarios comentario comentar responder declaraciones contestar valorar"),
    )  # fmt: skip


PACK = _pack()
