"""Pages that hold no article: a question of consent, one link, a page for scripts, a front page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.body import set_phrases
from tui.convert.body.leading import leads_on
from tui.convert.body.title_element import links_of
from tui.model.article import Block
from tui.model.warning import POINTS_ON, Warning

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ASKS_CONSENT = Warning("no_article", "this page asks for consent to cookies; the article itself is not on it")
NEEDS_SCRIPTS = Warning("no_article", "this page shows its text only with JavaScript; open it in a browser instead")

CHECKS_READERS = Warning("no_article", "this page only checks who reads it; open it in a browser instead")
NEEDS_LOGIN = Warning("no_article", "this page asks for a password; the article itself is not on it")
ASKS_AGE = Warning("no_article", "this page asks how old its reader is; the article itself is not on it")
OUT_OF_ORDER = Warning("no_article", "this page says that its site is being mended; try again later")
NOT_THERE = Warning("no_article", "this page says that the one that was asked for is not there")

CONSENT_LENGTH = 2_500  # characters of a page that asks for consent
FEW_CONSENT = 600  # characters of one half of whose paragraphs speak of it
CONSENT_WORDS = 2  # different ones of those that such pages use
TRACKING = ("tracking", "personalis")  # what is asked for where one may also pay instead
CHECKING = 700  # characters of a page that looks whether its reader is a machine
MISSING_LINE = 90  # characters of the line that says that a page is not there
LITTLE = 300  # characters of a page that has no article
SENDING = 30  # characters of a page beside its one link: "Redirecting to …"
HEADLINES = 10  # linked headings of a front page
HEADLINE = 15  # characters of such a heading
CARD_HEADLINE = 25  # … of one that is no heading, only a line in a link
RUNNING = 60  # characters of a paragraph outside links that is running text
MOST_LINKS = 600  # links of a page that may be such cards
HEADLINES_SHARE = 0.6  # of a page's headings
# The address of a site itself, or of its edition in a language.
ROOT = re.compile(r"https?://[^/?#]+(?:/[a-z]{2}(?:-[a-z]{2})?)?(?:/(?:index\.\w{3,5})?)?(?:#.*)?", re.I | re.A)
# Compiled when a page shows little: of most runs nobody asks.
SCRIPTS = (
    r"(?:enable|activate|requires?|need|turn on|without) (?:java ?script|js\b)|java ?script (?:is|has been|to be)|"
    r"javascript[- ](?:aktivieren|zu aktivieren|deaktiviert)|(?:activer|activez|nécessite) (?:le )?javascript|"
    r"(?:habilit\w+|activ\w+|requiere) (?:el |o )?javascript|(?:abilita\w*|attiva\w*) javascript|"
    r"schakel javascript|javascript-?(?:et)? (?:in|aan|slå)|включ\w+ javascript|javascriptを有効|启用\s?javascript"
)
CHECKS = (
    r"(?:not|are you) a robot|(?:verify|confirm|check\w*|make sure) (?:that )?you(?:'re|’re| are) (?:a )?human|captcha"
    r"|review the security of your connection|checking (?:if the site connection|your browser)|unusual traffic"
    r"|browser supports javascript and cookies"
    r"|kein(?:e)? (?:roboter|bot)\b|vous n(?:'|’)êtes pas un robot|no eres un robot|non sei un robot"
)
PASSWORD = rb"<input\b[^<>]{0,500}\btype\s?=\s?[\"']?password\b"
MISSING = (
    r"\A\W*(?:error\s)?404\b|(?:page|article|story) (?:was |could |can )?(?:not|(?:ca)?n['’]t) (?:be )?found"
    r"|page you (?:are looking for|requested|were looking for)\b.{0,30}(?:does not|doesn['’]t|no longer) exist"
    r"|seite (?:wurde |konnte )?(?:leider )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada"
    r"|página não encontrada|pagina non trovata|pagina niet gevonden"
)
MOVED = (
    r"\b(?:redirect(?:ed|ing)?|has moved|was moved|weitergeleitet|weiterleitung|umgezogen|redirigée?s?|redirection"
    r"|redirigid[oa]s?|redireccionad[oa]s?|redirecionad[oa]s?|reindirizzat[oaie]|doorgestuurd)\b"
)
ENTRANCE = (  # what makers of drinks ask, and others from whom children may not buy
    r"\b(?:legal drinking age|(?:over|under|at least) (?:1[68]|21)\b(?! (?:per|%))|1[68] (?:years )?or (?:older|over)"
    r"|(?:bist du|sind sie) (?:schon )?(?:über )?1[68]|mindestens 1[68] jahre|(?:avez-vous|plus de) 18 ans"
    r"|mayor de (?:edad|18)|maior de (?:idade|18)|maggiorenne)"
)
MENDING = (
    r"(?:(?:under|for|some|scheduled|undergoing|performing) maintenance\b|be back (?:online )?(?:soon|shortly)"
    r"|wartungsarbeiten|wird gerade gewartet|en maintenance|en mantenimiento|em manutenção|in manutenzione|onderhoud)"
)


def warning(blocks: Sequence[Block], title: str | None = None, html: bytes = b"") -> Warning | None:
    """What to tell the reader of a page that holds no article, if it is such; ``title`` is the page's."""
    texts = [b.text for b in blocks if b.kind not in ("figure", "rule")]
    if sum(map(len, texts)) > CONSENT_LENGTH:
        return None  # as nearly all pages: what follows looks at little text
    text = "\n".join(texts)
    links = [s.url for b in blocks for s in b.spans if s.style == "link" and s.url and s.url.startswith("http")]
    if len(text) <= LITTLE and re.search(SCRIPTS, text, re.I):
        return NEEDS_SCRIPTS
    if len(text) <= CHECKING and re.search(CHECKS, text, re.I):
        return CHECKS_READERS
    lines = [title or "", *(b.text for b in blocks)]
    if len(text) <= LITTLE and any(re.search(MISSING, line, re.I) for line in lines if len(line) <= MISSING_LINE):
        return NOT_THERE
    if len(text) <= LITTLE and any(re.search(MENDING, line, re.I) for line in lines):
        return OUT_OF_ORDER
    if len(text) <= LITTLE and re.search(ENTRANCE, "\n".join(lines), re.I) and b"<button" in html.lower():
        return ASKS_AGE
    if len(text) <= LITTLE and re.search(PASSWORD, html, re.I):
        return NEEDS_LOGIN
    if len(text) <= LITTLE and len(set(links)) == 1 and (_is_all_link(blocks) or re.search(MOVED, text, re.I)):
        return Warning("no_article", POINTS_ON + links[0])
    return ASKS_CONSENT if len(text) <= CONSENT_LENGTH and _asks_consent(blocks) else None


def _asks_consent(blocks: Sequence[Block]) -> bool:
    """Whether several of the words for consent stand on a page, one or another in most of its paragraphs."""
    lowered = [b.text.casefold() for b in blocks if b.kind == "paragraph"]
    said = [{word for word in (*set_phrases.CONSENT, *TRACKING) if word in text} for text in lowered]
    asking, short = sum(map(bool, said)), sum(map(len, lowered)) <= FEW_CONSENT
    return len(set().union(*said)) >= CONSENT_WORDS and 2 * asking + short > len(said)


def _is_all_link(blocks: Sequence[Block]) -> bool:
    linked = sum(s.end - s.start for b in blocks for s in b.spans if s.style == "link")
    length = sum(len(b.text) for b in blocks)
    return 2 * linked >= length or length - linked <= SENDING


def front_page(
    root: HtmlElement, headings: Iterable[HtmlElement], host: str | None, *addresses: str | None
) -> HtmlElement | None:
    """The articles of a page that stands at the root of its site and most of whose headings link to others.

    They are a list of links, each with its heading's words, or its own where the page has no headings and no running
    text; None for any other page.
    """
    if not any(address and ROOT.fullmatch(address) for address in addresses):
        return None
    worded = [h for h in headings if element_text.length(h) >= HEADLINE]
    linked = [(element_text.line(h), href) for h in worded if (href := _led_to(h, host))]
    if len(linked) < HEADLINES or len(linked) < HEADLINES_SHARE * len(worded):
        linked = [] if worded else _cards(root, host)
    titles: dict[str, str] = {}
    for title, href in linked:
        titles.setdefault(href, title)
    if len(titles) < HEADLINES:
        return None
    shown = root.makeelement("ul")
    for href, title in titles.items():
        item, link = shown.makeelement("li"), shown.makeelement("a", href=href)
        link.text = title
        item.append(link)
        shown.append(item)
    return shown


def _cards(root: HtmlElement, host: str | None) -> list[tuple[str, str]]:
    """The links of a page without running text that say a headline, by their first line of that length."""
    texts = (p for p in root.iter("p") if len(element_text.line(p)) >= RUNNING)
    if any(next(text.iterancestors("a"), None) is None for text in texts):
        return []
    found: list[tuple[str, str]] = []
    for link in islice(root.iter("a"), MOST_LINKS):
        href = link.get("href") or ""
        if leads_on(href, host) and next(link.iterancestors("nav", "footer"), None) is None:
            lines = (element_text.line(e) for e in link.iter() if (e.text or "").strip())
            headline = next((line for line in lines if len(line) >= CARD_HEADLINE), None)
            if headline:
                found.append((headline, href))
    return found


def _led_to(heading: HtmlElement, host: str | None) -> str | None:
    return next((href for a in links_of(heading) if leads_on(href := a.get("href"), host)), None)
