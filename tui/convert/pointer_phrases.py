"""Phrases by which pages point away from the article, in the languages of the papers read.

They are formulas that templates and editors use everywhere, not the words of one paper, and are matched
against short blocks only.  All are in lower case, and folded further where letters have several small forms.
"""

from __future__ import annotations

import re
import string
from functools import cache
from itertools import groupby
from operator import itemgetter

from tui.text.late_patterns import late_pattern
from tui.text.plain_letters import spaced, spacing, without_typography
from tui.text.plain_looks import holds

_POINTERS = (
    "previous message:|next message:|messages sorted by|"  # archives of mailing lists
    "read more|read also|also read|read next|read the full|see also|see more|related:|related stor|"
    "related article|related news|related content|related link|more on this|more stories|more from|more news|"
    "more great|more on:|more:|don't miss|don’t miss|you may also|you might also|recommended|trending|"
    "most read|most popular|click here|watch:|watch now|listen:|listen to the|must read|editor's pick|"
    "editors' pick|editor’s pick|explore further|further reading|suggested reading|what to read next|"
    "continue reading|keep reading|latest news|top stories|in case you missed|up next|next up|learn more|"
    "find out more|go deeper|have a story|got a tip|share this|share on|view comments|join the conversation|"
    "leave a comment|skip advert|story continues|article continues|advertisement|scroll to continue|tap here|"
    "try it free|what do you think|have your say|lesen sie|lesen sie auch|lesen sie mehr|mehr zum thema|mehr über |"
    "mehr dazu|mehr zu |mehr lesen|mehr aus|auch interessant|das könnte sie|weitere artikel|weiterlesen|"
    "hier lesen|zum thema|anzeige$|werbung$|empfohlener|meistgelesen|passend zum thema|siehe auch|hier geht|"
    "hier finden sie|lies auch|lesetipp|jetzt lesen|alle aktuellen|alles zum thema|mehr news|lire aussi|à lire|"
    "a lire aussi|a lire également|a lire :|a voir aussi|"
    "lire également|lire la suite|à voir aussi|voir aussi|en savoir plus|pour aller plus loin|"
    "sur le même sujet|la suite après|publicité$|notre sélection|lea también|lee también|lee más|leer más|"
    "lea más|te puede interesar|le puede interesar|más información|más noticias|ver también|vea también|"
    "mira también|relacionad|noticias relacionadas|te recomendamos|publicidad$|leia também|leia mais|"
    "veja também|saiba mais|confira também|notícias relacionadas|publicidade$|leggi anche|leggi tutto|"
    "potrebbe interessarti|approfondi|continua a leggere|vedi anche|llegeix també|lees ook|lees meer|"
    "lees verder|zie ook|bekijk ook|les også|les mer|se også|läs mer|läs också|läs även|se mer|annons$|"
    "annonse$|læs også|læs mere|annonce$|hør også|lue myös|lue lisää|katso myös|mainos$|lesið|lesa meira|"
    "sjá einnig|czytaj też|czytaj także|czytaj więcej|czytaj również|zobacz też|zobacz także|przeczytaj|"
    "polecamy|reklama$|čtěte také|přečtěte si|čítajte|prečítajte|читайте также|читайте|читать также|"
    "смотрите также|подробнее|материалы по теме|реклама$|читайте також|прочитајте|pročitajte|preberite|"
    "skaitykite|taip pat skaitykite|susiję|lasi vēl|lasīt|loe ka|loe veel|olvasd el|kapcsolódó|citește și|"
    "citiţi|citește|διαβάστε|δείτε επίσης|ilgili haber|devamını oku|прочетете|xem thêm|đọc thêm|tin liên quan|"
    "baca juga|baca selengkapnya|関連記事|関連リンク|あわせて読みたい|おすすめ|こちらもおすすめ|相关阅读|"
    "延伸阅读|相關新聞|相关新闻|推荐阅读|관련기사|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|"
    "بیشتر بخوانید|קראו עוד|อ่านเพิ่มเติม"
)
_SECTIONS = (
    "related|related links|related news|related stories|related articles|related content|related posts|"
    "related topics|top stories|most popular|most read|most viewed|trending|trending now|latest news|"
    "latest stories|latest|more stories|more news|recommended|recommended stories|recommended for you|"
    "recommended reading|you may also like|you might also like|more from this author|editors' picks|"
    "popular posts|partner news|read next|up next|comments|mehr zum thema|das könnte sie auch interessieren|"
    "das könnte dich auch interessieren|meistgelesen|weitere artikel|weitere themen|ähnliche artikel|"
    "verwandte artikel|neueste artikel|kommentare|sur le même sujet|articles liés|les plus lus|"
    "noticias relacionadas|lo más leído|más noticias|notícias relacionadas|mais lidas|articoli correlati|"
    "potrebbe interessarti|meest gelezen|mest lest|mest läst|mest læste|najczęściej czytane|популярное|"
    "материалы по теме|関連記事|おすすめ記事|アクセスランキング|相关阅读|相關新聞|热门|관련기사|xem thêm|"
    "tin liên quan|ilgili haberler|çok okunanlar|kapcsolódó cikkek|související"
)
_APPEALS = (
    "newsletter|subscribe|already a subscriber|a paid subscriber|become a subscriber|subscribers only|"
    "create an account|sign in to|log in to continue|register to|already have an account|"
    "einloggen|jetzt registrieren|sign up|signup|sign-up|follow us|follow @|download our app|download the app|"
    "get the app|our app|whatsapp|telegram channel|google news|support our|donate|become a member|join us on|"
    "become a supporter|"
    "like us on|enter your email|your inbox|abonnieren|abonnement|abonnez|inscrivez-vous|suivez-nous|suscríbe|"
    "síguenos|siga-nos|inscreva|assine|iscriviti|seguici|folgen sie|folge uns|anmelden|nieuwsbrief|nyhetsbrev|"
    "nyhedsbrev|uutiskirje|biuletyn|подпис|підпис|ニュースレター|フォロー|メルマガ|订阅|關注|关注我们|뉴스레터|"
    "bültene|abone ol|đăng ký|odebírat|hírlevél|ενημερωτικό"
)
_ENDMATTER = (
    "copyright|©|(c) |all rights reserved|alle rechte vorbehalten|tous droits|todos los derechos|"
    "todos os direitos|reproduction|reporting by|additional reporting|editing by|our standards|"
    "this article was originally|this story was originally|this article originally|originally published|"
    "first published|last updated|citation:|contributed to this|the associated press contributed|tags:|tags$|"
    "topics:|topics$|keywords:|filed under|posted in|categories:|schlagworte|themen:|etiquetas|mots-clés|"
    "tópicos|temas:|теги|タグ|source link|source:|quelle:|quellen:|fuente:|fonte:|via:|kilde:|källa:|źródło|"
    "источник|责编|责任编辑|責任編輯|编辑：|記者：|（责|lähde:|forrás|zdroj|photo:|photos:|foto:|fotos:|bild:|"
    "image:|picture:|credit:|crédito|contact the author|email the author|send tips|reach the|to contact the|"
    "written by|about the author|über den autor|this document is subject|"
    # under letters that were sent to many
    "you are receiving this|you're receiving this|you’re receiving this|you received this|this email was sent to|"
    "this e-mail was sent to|was this email forwarded|want to change how you receive|unsubscribe|"
    "sie erhalten diese|du erhältst diese|diese e-mail wurde|wenn sie diese e-mail|vous recevez ce|"
    "cet e-mail a été envoyé|se désabonner|se désinscrire|recibes este|recibe este|has recibido este|"
    "darse de baja|você recebeu este|está a receber este|ricevi questa|hai ricevuto questa|je ontvangt deze|"
    "u ontvangt deze|du får detta|du mottar denne|otrzymujesz tę|otrzymałeś tę|вы получили это"
)
DISMISSALS = (
    "email address will not be published|e-mail-adresse wird nicht veröffentlicht|"
    "adresse e-mail ne sera pas publiée|correo electrónico no será publicada|e-?mail non (?:verrà|"
    "sarà) pubblicato|e-mail não será publicado|required fields are marked|share (?:your love|this|on)\\b|"
    "articles: ?\\d|posts: ?\\d|skip to (?:main )?content|all rights reserved|(?:^|\\W)\\d+ comments?$|"
    "save my name, email"
)
FORMS = (
    "leave a (?:reply|comment)|post a comment|add a comment|write a comment|join the discussion|comments?$|"
    "\\d+ comments?$|(?:hinterlasse|schreibe?) einen kommentar|kommentare?$|laisser un commentaire|"
    "commentaires?$|deja (?:una respuesta|un comentario)|comentarios?$|deixe um comentário|lascia un commento|"
    "commenti$|geef een reactie|reacties$|lämna ett svar|legg igjen|skriv en kommentar|dodaj komentarz|"
    "komentarze$|добавить комментарий|комментарии$|コメント$|댓글$|评论$"
)

POINTERS = tuple(p for p in _POINTERS.casefold().split("|") if p and not p.endswith("$"))
POINTERS_BY_START = {start: tuple(found) for start, found in groupby(sorted(POINTERS), key=itemgetter(slice(2)))}
LABELS = frozenset(p[:-1] for p in f"{_POINTERS}|{_ENDMATTER}".casefold().split("|") if p.endswith("$"))
SECTIONS = frozenset(_SECTIONS.casefold().split("|"))
APPEALS = tuple(_APPEALS.casefold().split("|"))
PLAIN_APPEALS = tuple(filter(str.isascii, APPEALS))
# The longest word of each of these, with and without the "s" that may end it: where none stands, no phrase does.
APPEALING = frozenset(
    f"{max(words.replace('-', ' ').split(), key=len)}{ending}" for words in PLAIN_APPEALS for ending in ("", "s")
)
PLAIN_WORDS = spacing(f"{string.ascii_lowercase}{string.digits}_")
ENDMATTER = tuple(p for p in _ENDMATTER.casefold().split("|") if p and not p.endswith("$"))
# Of these, what an article may speak of itself.
MENTIONED = frozenset(("whatsapp", "google news", "newsletter", "donate", "abonnement"))
# What others do, too ("users who subscribe"): it asks only where nobody is said to do it but "you".
DONE_BY_OTHERS = frozenset(
    ("subscribe", "sign up", "signup", "sign-up", "register to", "donate", "become a member", "become a supporter")
)
ASKED_TO = r"(?:^|[^\w\s'’]\s*|(?<!\w)(?:please|to|and|or|you|you can|you could|now|simply|just|don[’']t forget to) )"
DISMISSAL = late_pattern(DISMISSALS, re.I)


@cache  # most never stand in a text: to make them all would lengthen each start
def appeal_pattern(words: str) -> re.Pattern[str]:
    """A phrase as whole words; of languages that end words in many ways, or part none, only its beginning is sure."""
    before = ASKED_TO if words in DONE_BY_OTHERS else r"(?<!\w)" if words[0].isascii() else ""
    return re.compile(before + re.escape(words) + (r"s?(?!\w)" if words.isascii() and words[-1].isalpha() else ""))


FORM = late_pattern(r"\W{0,3}(?:" + FORMS + ")", re.I)

BEGINNING = 120  # characters looked at for a phrase at the beginning
_LEADING = " \t\n>»›→▶►•·*+-–—|#:[]()（）【】「」『』0123456789✦📱👉🔴➡️"
_STOPS = tuple(".。।۔")
_ENDS = (*_STOPS, *"!?…:;！？؟‽")
_DOTS = ("…", "...", "…]", "...]")
_CLOSING = "\"'”’»«“)]」』*_ \t\n\u00a0"


def points_away(text: str) -> bool:
    """Whether a text begins like a pointer to something else to read."""
    beginning = text[:BEGINNING].casefold().lstrip(_LEADING)
    return beginning.startswith(POINTERS_BY_START.get(beginning[:2], ())) or beginning.strip(_LEADING) in LABELS


def begins_other_reading(text: str) -> bool:
    """Whether a text is the label over a list of other things to read."""
    return text.strip(_LEADING + ".…").casefold() in SECTIONS


def appeals(text: str) -> bool:
    """Whether a text asks the reader to subscribe, to follow or to give."""
    return bool(_appeals(text))


def mentions(text: str) -> bool:
    """Whether a text that may be an appeal only names what appeals are about, as a sentence of an article may."""
    return MENTIONED.issuperset(_appeals(text))


def _appeals(text: str) -> list[str]:
    """The phrases of appeals in a text."""
    plain = without_typography(text)
    phrases = PLAIN_APPEALS if plain.isascii() else APPEALS
    if phrases is PLAIN_APPEALS and APPEALING.isdisjoint(spaced(plain, PLAIN_WORDS).split()):
        return []
    lowered = text.casefold()
    return [words for words in phrases if words in lowered and appeal_pattern(words).search(lowered)]


def is_endmatter(text: str) -> bool:
    """Whether a text begins like what stands under an article: rights, sources, tags, who reported."""
    beginning = text[:BEGINNING].casefold().lstrip(_LEADING)
    return beginning.startswith(ENDMATTER) or beginning.strip(_LEADING) in LABELS


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text[-12:].rstrip(_CLOSING).endswith(_ENDS)


def ends_statement(text: str) -> bool:
    """Whether a text ends with a full stop, as few headlines do."""
    return text[-12:].rstrip(_CLOSING).endswith(_STOPS)


def has_sentence_end(text: str) -> bool:
    """Whether a mark that ends sentences stands anywhere in a text."""
    return holds(text, _ENDS)


def breaks_off(text: str) -> bool:
    """Whether a text ends in the dots with which the beginning of something longer does."""
    return text.rstrip().endswith(_DOTS)
