"""The words of credits: what labels them, in many languages, and the agencies that pictures come from.

A list is written with "|" between its words; those of labels are patterns.
"""

from __future__ import annotations

import re

# Words before a credit that say nothing more.
PHOTO_LABELS = """
    photographs?|photographers?|photography|photos?|photographed|pictures?|pics?|images?|credits?|photo credits?
    |image credits?|picture credits?|copyright|source|fotos?|bild|bilder|bildquelle|bildrechte|bildnachweis|quelle
    |foto credit|fotografie|fotograf|fotografin|fotoservizio|aufnahme|archivbild|archivfoto|crédits?
    |crédits? photos?|photographies?|fotografías?|imagen|imágenes|imagem|imagens|fotografia|créditos?
    |crédits? images?|crédito da foto|créditos? de la foto|créditos? de la imagen|créditos? da imagem|crediti
    |immagine|immagini|photo d'archives|photo d’archives|photos d'archives|photos d’archives|foto de archivo
    |fotos de archivo|foto de arquivo|imagen de archivo|imagem de arquivo|foto d'archivio|foto d’archivio
    |immagine d'archivio|archieffoto|archiefbeeld|arkivfoto|arkivbild|arkivbilde|arkistokuva|archivfotos|privatfoto
    |photographes?|cliché|clichés|fotógrafos?|fotógrafas?|fotografo|fotografa|fotografi|fotograaf|fotografen
    |fotografe|ph|dok|rys|autor fotografie|autor zdjęcia|autor zdjęć|kuvat|kuvaaja|kuvaajat|valokuvaaja|källa|kilde
    |lähde|источник|джерело|sursă|зображення|фотографії|fotoğraflar|görsel|منبع|عکاس|صور|צילומים|שרטוט
    |beeld|bilde|billede|foto's|zdjęcie|zdjęcia|fot|nuotr|ljósmynd
    |mynd|valokuva|kuva|kép|fénykép|фото|снимок|fuente|fonte|bron|źródło|ảnh|fotoğraf|φωτογραφία|φωτογραφίες
    |φωτογράφος|φωτο|φωτό|φωτ|фотография|светлина|फोटो|छायाचित्र|zdroj|zdroj foto|forrás|fotó|fotók|sursa foto
    |sursă foto|sursa|fotografii|снимка|снимки|світлина|фотограф|gambar|sumber|nguồn|nuotrauka|nuotraukos|allikas
    |avots|izvor|извор|kaynak|şəkil|πηγή|argazkia|picha|צילום|תצלום|תמונה|تصوير|الصورة|صورة|المصدر|عدسة|بعدسة|المصور
    |مصدر الصورة|تصویر|عکس|ภาพ|ছবি|படம்|ფოტო|լուսանկար
"""
# Words that are part of what is credited, unless a colon sets them off.
KIND_LABELS = """
    illustrations?|illustrated|graphics?|screenshots?|screengrabs?|collage|composite|file photo|handout|rendering
    |grafik|symbolbild|symbolfoto|karikatur|montage|infografik|skjáskot|data source|video|visual|artwork|animation
    |map|karte|supplied|provided|submitted|contributed|autor|author|auteur|avtor|charts?|drawings?|paintings?
    |cartoons?|sketch|sketches|design|zeichnung|zeichnungen|gemälde|repro|visualisierung|entwurf|dessins?
    |infographie|infographies|carte|visuel|visuels|peinture|capture d'écran|capture d’écran|reproduction|ilustración
    |ilustraciones|gráfico|gráficos|infografía|dibujo|dibujos|mapa|captura de pantalla|montaje|viñeta|pintura
    |illustrazione|illustrazioni|grafica|infografica|disegno|disegni|mappa|vignetta|dipinto|fotomontaggio|ilustração
    |ilustrações|infográfico|infografia|desenho|arte|captura de tela|captura de ecrã|montagem|charge|illustraties?
    |tekening|tekeningen|infographics?|kaart|schermafbeelding|teckning|karta|tegning|kart|grafikk|illustrasjon
    |illustrasjonsfoto|illustrationsfoto|kuvitus|grafiikka|piirros|kuvakaappaus|ilustracja|ilustracje|grafika
    |rysunek|ilustrace|kresba|vizualizace|illusztráció|rajz|ilustrație|ilustrații|grafică|desen|illüstrasyon|çizim
    |harita|ilustrasi|grafis|đồ họa|minh họa|иллюстрация|коллаж|инфографика|рисунок|карта|скриншот|графика
    |ілюстрація|колаж|інфографіка|малюнок|илюстрация|איור|رسم|イラスト
"""
# Where a picture was kept: part of the credit, too, but behind a caption they need no "by": "Archives Ouest-France".
ARCHIVE_LABELS = "archives?|archivo|archivio|arquivo|archiv|archief|arkiv"
# The Icelandic and the Brazilian way, kept as in "AP Photo/Ada Moreno": "Ljósmynd/Anna Jónsdóttir", "Divulgação/Porto".
SLASHED_LABELS = "ljósmynd|mynd|divulgação|reprodução|arquivo"
# Small words of names.
PARTICLES = frozenset(
    "of the for and de la le les du des del della di da do dos das e y et und von van der den".split()
)
# Of who lets a picture be shown: "courtesy of", with or without a word for "of".
COURTESY = """
    courtesy|photo courtesy|image courtesy|cortesía|cortesia|courtoisie|gracieuseté|per gentile concessione
    |mit freundlicher genehmigung|avec l'aimable autorisation|avec l’aimable autorisation|met dank aan|photo fournie
    |foto cortesía|foto cortesia
"""
HAN_LABELS = (
    "写真提供|写真|撮影|提供|画像|出典|イラスト"
    "|图片来源|图源|图自|圖源|圖自|制图|绘图|圖片來源|图|圖|摄影|攝影|摄|攝|照片|사진|자료"
)
AGENCY_NAMES = """
    AP|AFP|Reuters|REUTERS|dpa|DPA|APA|EPA|EFE|ANSA|ANP|PA|TASS|Sputnik|Xinhua|Kyodo|Jiji|KCNA|AAP|CP|PAP|ČTK|CTK|MTI
    |NTB|TT|Ritzau|Lehtikuva|Belga|Keystone|KEYSTONE|Imago|IMAGO|imago|imago images|picture alliance|picture-alliance
    |Picture Alliance|Getty|Getty Images|GETTY|iStock|iStockphoto|Shutterstock|Unsplash|Pexels|Pixabay|Alamy|Corbis
    |Bloomberg|Zuma|Zuma Press|ZUMA|ZUMA Press|SIPA|Sipa|Abaca|ABACA|Rex|Rex Features|SWNS|LaPresse|Fotogramma|IPA
    |Europa Press|Europapress|ddp|DDP|epd|KNA|ullstein bild|WENN|BACKGRID|Splash|Splash News|MEGA|NurPhoto|Anadolu|AA
    |PTI|ANI|IANS|Yonhap|YONHAP|Antara|VNA|TTXVN|CNA|UPI|USA TODAY|USA TODAY Sports|Magnum|Redux|Polaris|Gallo
    |Gallo Images|GCIS|NASA|ESA|Wikimedia|Wikipedia|Flickr|Creative Commons|Adobe Stock|AdobeStock|stock.adobe.com
    |Fotolia|Depositphotos|Dreamstime|Associated Press|Agence France-Presse|The Canadian Press|Press Association
    |PA Wire|PA Images|AP Images|WireImage|FilmMagic|Photofest|Everett|Scanpix|SCANPIX|NTB Scanpix|RIA Novosti
    |РИА Новости|ТАСС|Коммерсантъ|共同|時事|新華社|新华社|中央社|Ansa|Afp|Epa|Efe|Lapresse|TASR|БТА|ACN|연합뉴스
    |ΑΠΕ-ΜΠΕ|ΑΠΕ|EUROKINISSI|Eurokinissi|ΙΝΤΙΜΕ|INTIME|غيتي إيميجز|غيتي|الأوروبية|واس|وام|سانا|بترا
    |Folhapress|Lusa|LUSA|DHA|İHA|MAXPPP|Hans Lucas|laif|East News
    |رويترز|أ ف ب|ا ف ب|أ ب|د ب أ|فرانس برس|أسوشيتد برس|الأناضول|وفا|पीटीआई|पीटीआइ|एएनआई|रॉयटर्स
"""


def spellings(words: str) -> frozenset[str]:
    """The words of a list in small letters, with and without each letter that is followed by "?"."""
    found: list[str] = []
    waiting = [word.lower() for word in _listed(words)]
    while waiting:
        before, optional, after = waiting.pop().partition("?")
        if optional:
            waiting += (before + after, before[:-1] + after)
        else:
            found.append(before)
    return frozenset(found)


def _listed(words: str) -> list[str]:
    return re.sub(r"\s*\n\s*", "", words).strip().split("|")


WORD = re.compile(r"[^\W_]+")
# By their first words, longest first: a pattern of all of them takes long to make and, at each word, to say no.
AGENCIES_BY_WORD: dict[str, list[str]] = {}
for _name in sorted(_listed(AGENCY_NAMES), key=len, reverse=True):
    AGENCIES_BY_WORD.setdefault(WORD.findall(_name)[0], []).append(_name)


def names_agency(text: str) -> bool:
    """Whether the name of an agency stands in a text, as whole words."""
    if AGENCIES_BY_WORD.keys().isdisjoint(WORD.findall(text)):
        return False
    return any(end_of_agency(text, word.start()) for word in WORD.finditer(text))


def is_agency(text: str) -> bool:
    """Whether a whole text is the name of an agency."""
    return text in AGENCIES_BY_WORD.get(_first_word(text), ())


def end_of_agency(text: str, begin: int = 0) -> int | None:
    """Where the name of an agency ends that begins at a place of a text."""
    for name in AGENCIES_BY_WORD.get(_first_word(text, begin), ()):
        end = begin + len(name)
        if text.startswith(name, begin) and not text[end : end + 1].isalnum():
            return end
    return None


def _first_word(text: str, begin: int = 0) -> str:
    found = WORD.match(text, begin)
    return found.group() if found else ""
