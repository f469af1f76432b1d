"""What a byline begins with before the name, in the languages of the papers read: "By", "Ein Gastbeitrag von"."""

from __future__ import annotations

import re
from functools import cache

from tui.text.late_patterns import late_pattern

# Words before a name, in some forty languages.
LEADS = """
    by|von|door|av|af|par|por|di|de|da|przez|od|автор|автори|авторы|текст|κείμενο|írta|oleh|theo|bởi|yazan|yazı
    |text und fotos|text|texte|texto|testo|tekst|fotos und text|words|author|authors|autor|autoren|autorin|autores
    |auteur|autore|autori|autorzy|written by|story by|posted by|published by|reported by|reporting by|report by
    |analysis by|opinion by|review by|interview by|compiled by|guest post by|contributed by|edited by|escrito por
    |publicado por|écrit par|publié par|propos recueillis par|rédigé par|a cura di|scritto da|geschreven door
    |skriven av|skrevet af|skrevet av|napisał|napisała|verfasst von|geschrieben von|this post was written by
    |this article was written by|this story was written by|authored by|article by|words by|content by|blog by
    |post by|blog post by|this is a guest post by|a guest post by|guest article by|guest column by|submitted by
    |eingereicht von|gepostet von|enviado por|inviato da|ingediend door|geplaatst door|soumis par|του|της|των
    |γράφει ο|γράφει η|γράφει|συντάκτης|συντάκτρια|بقلم|كتب|كتبت|كتبه|كتبته|إعداد|מאת|interview par|entretien par
    |reportage par|recueilli par|texte de|textes de|texto de|textos de|entrevista de|reportaje de|reportagem de
    |testo di|testi di|intervista di|articolo di|servizio di|oprac|opracował|opracowała|opracowanie|rozmawiał
    |rozmawiała|haber|haberi yazan|teksti|kirjoittaja|szerző|napsal|napsala|a report by|column by|essay by
    |veröffentlicht von|aufgezeichnet von|posté par|postado por|pubblicato da|publicerad av
    |udgivet af|publisert av|gepubliceerd door|een artikel van|door onze redacteur|julkaissut|kirjoittanut
    |közzétette|reportage de|tribune de|chronique de|éditorial de|article de|columna de|artículo de
    |opinión de|crónica de|coluna de|artigo de|dal nostro inviato|de notre correspondant|de notre correspondante
    |napísal|napísala|scris de|publicat de|escrit per|text de|viết bởi|tác giả|ditulis oleh|написал|написала|написав
    |parašė|kirjutas|autora|autrice|autorka|autorica|autoři|szerzők|авторка|аутор|ауторка|автор статьи|avtor
    |avtorica|besedilo|autors|teksts|autorius|autorė|tekstas|egilea|testua|höfundur|texti|údar|awdur|skrywer
    |mwandishi|deur|eftir|szöveg|piše|пише|نوشته|نوشتهٔ|به قلم|लेखक|द्वारा|από
"""
# Words for what somebody is or makes: before a name they are its role, and lead it in only with a colon.
ROLE_LABELS = """
    reporter|reporters|correspondent|journalist|journalists|skribent|författare|forfatter|periodista|redactor
    |redactora|redator|redatora|jornalista|reportagem|reportage|entretien|toimittaja|giornalista|journaliste|muhabir
    |yazar|penulis|laporan|bài|biên soạn|корреспондент|журналист|опубликовал|опубликовала|журналіст|ρεπορτάζ|כתב
    |כתבה|الكاتب|الكاتبة|المؤلف|تقرير|نویسنده|خبرنگار|گزارش|रिपोर्ट|opublikował|opublikowała|novinář|novinárka
    |újságíró|novinar|novinarka|ajakirjanik|žurnālists|žurnalistas|kazetaria|blaðamaður|iriseoir|wartawan
    |mwandishi wa habari
"""
GERMAN_LEADS = """
    ein|eine|einen|der|die|das|gast|artikel|kommentar|analyse|interview|bericht|gastbeitrag|gastkommentar|essay|kolumne
    |porträt|reportage|glosse|leitartikel|protokoll|text|beitrag|rezension|kritik|meinung|exklusiv|feature|texte|aus
    |recherche|podcast|video
"""
_words = re.sub(r"\s*\n\s*", "", LEADS).strip()
GERMANS = frozenset(re.sub(r"\s*\n\s*", "", GERMAN_LEADS).strip().split("|"))
GERMAN_LEAD = late_pattern(r"\A(?:\w+((?:\s+\w+){0,2}?)\s+von\s+|\w+\s?:\s+)", re.I)  # "Ein Gastbeitrag von"
_labels = re.sub(r"\s*\n\s*", "", ROLE_LABELS).strip()
ARTICLES = frozenset("un une una uno um uma".split())
ARTICLE_LEAD = late_pattern(  # "Une chronique de", "Un articolo di"
    r"\A\w+\s(?-i:[a-zà-ÿ]){4,14}\s(?:de|di|da|par|por)\s", re.I
)
# The sign for "text" alone begins many words, such as that for culture.
HAN_LEAD = late_pattern(
    r"\A(?:(?:取材・)?文(?!\w)|取材|記者|撰文|作者|編輯|责任编辑|记者|기자"
    r"|(?:文字|撰稿|采写|著者|執筆者?|筆者|작성자|(?:글|취재)(?:·사진)?)(?=\s?[:：／/・=＝|｜]|\s))\s?[:：／/・=＝|｜]?\s*"
)
WORD = re.compile(r"\w+")
# By their first words: few lines begin with one, and a pattern of all leads takes long to make, at each start.
LEADS_BY_WORD: dict[str, list[str]] = {}
LABELS_BY_WORD: dict[str, list[str]] = {}
for _words_of_one, _by_word in ((_words, LEADS_BY_WORD), (_labels, LABELS_BY_WORD)):
    for _lead_words in _words_of_one.split("|"):
        _by_word.setdefault(WORD.findall(_lead_words)[0].casefold(), []).append(_lead_words)
FIRST_WORDS = frozenset((*LEADS_BY_WORD, *LABELS_BY_WORD, *GERMANS, *ARTICLES))
FIRST_SIGNS = frozenset("文取記撰作編责记기采著執筆작글취")


def lead(line: str) -> re.Match[str] | None:
    """What a byline begins with, if the line begins like one."""
    word = _word_of_lead(line)
    return None if word is None else _with(word, line)


def may_be_led(line: str) -> bool:
    """Whether a line has the first word of what bylines begin with: few do, and all else takes longer to ask."""
    return _word_of_lead(line) is not None


def _word_of_lead(line: str) -> str | None:
    """The first word of a line, if a lead begins with it."""
    first = WORD.match(line)
    if first is None:
        return None
    word = first.group().casefold()
    return word if word in FIRST_WORDS or line[0] in FIRST_SIGNS else None


def _with(word: str, line: str) -> re.Match[str] | None:
    """The lead of which this is the first word of a line."""
    found = _leads(word).match(line) if word in LEADS_BY_WORD or word in LABELS_BY_WORD else None
    if found is None and word in ARTICLES:
        found = ARTICLE_LEAD.match(line)
    if found is None and word in GERMANS:
        led = GERMAN_LEAD.match(line)
        found = led if led and GERMANS.issuperset((led[1] or "").casefold().split()) else None
    return HAN_LEAD.match(line) if found is None and line[0] in FIRST_SIGNS else found


@cache
def _leads(first: str) -> re.Pattern[str]:
    """The leads of which a word is the first."""
    led, labelled = (sorted(by.get(first, ()), key=len, reverse=True) for by in (LEADS_BY_WORD, LABELS_BY_WORD))
    ways = [*(rf"{words}(?!\w)\s*[:：]?" for words in led), *(rf"{words}\s*[:：]" for words in labelled)]
    return re.compile(rf"\A(?:{'|'.join(ways)})\s*(?=\S)", re.I)


def is_lead(text: str) -> bool:
    """Whether a text is nothing but what a byline begins with: "by", "Von:"."""
    match = lead(f"{text} x")
    return match is not None and match.end() == len(text) + 1
