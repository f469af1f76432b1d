"""What the class, id, role and tag of an element say about whether it belongs to the article.

Names are split into words at hyphens, underscores and capitals, so that "ad" is not found in "header".
The words are those that publishing systems of many makers and languages share.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Never part of an article, wherever they stand.
COMMENTS = (
    "comments commentlist commentform commentsection commentthread komentar kommentare kommentarer comentarios "
    "commentaires disqus respond replies livefyre spotim usercomments readercomments"
).split()
NOTICE = (
    "cookie cookies consent gdpr cmp popup popups modal interstitial footer colophon newsletter newsletters"
).split()
FOREIGN = (
    "comment kommentar reply discussion coral share sharing shares sharebar sharebuttons sharer social socials "
    "addthis sharethis addtoany followus follow teilen compartir partager condividi subscribe subscription signup "
    "optin mailchimp mailinglist abo registerwall regwall overlay lightbox toast snackbar ad ads adv advert "
    "adverts advertisement advertisements advertorial adslot adbox adunit adsbygoogle dfp gpt anzeige werbung "
    "reklame reklama annons publicidad publicidade publicite pubblicita sponsor sponsored sponsors sponsoring "
    "outbrain taboola plista zergnet revcontent ligatus mgid dianomi sidebar sidebars rail aside rightcol "
    "breadcrumb breadcrumbs breadcrumbsnav pager pagination paginator paging pagenav nav navi navbar navigation "
    "menu submenu megamenu topbar toolbar tabbar foot masthead related relatedposts relatedarticles relacionadas "
    "relacionados relacionado verwandte recommend recommended recommendation recommendations recommends recirc "
    "recirculation suggested suggestions crosslink crosslinks readmore readnext readalso alsoread morefrom "
    "seealso upnext nextup trending popular mostread mostpopular mostviewed meistgelesen latestnews lastnews "
    "topnews teaserlist promobox calltoaction tags taglist tagcloud posttags hashtags keywords authorbio "
    "authorbox aboutauthor abouttheauthor authorinfo biobox rating ratings vote votes poll feedback reactions "
    "likes donate donation donations support paypal login signin register account search searchform searchbox "
    "skip skiplink hidden invisible screenreader visuallyhidden sronly noprint printonly printbutton copyright "
    "disclaimer tooltip rollover popover hovercard player playlist transcriptbutton audioplayer listen "
    "podcastplayer weather stocks ticker quiz game widget widgets banner banners jobs marketplace dropdown "
    "infobar"
).split()
# Foreign when they hold a link; else a paper may call its standfirst or a stressed paragraph so.
POINTING = "teaser teasers promo promos promotion cta card cards".split()
# Boxes beside the text that repeat or explain it.
BOXES = (
    "factbox faktabox factsbox infobox infokasten infobloc expandablebox faktenbox zusatzinfo additionalinfo "
    "infocard placeholderinfobox aisummary aicontent aiarticle keypoints boxinfo cajadedatos despiece"
).split()
# Part of the article's head, not of its body.
HEAD = (
    "byline bylines dateline timestamp datetime pubdate published publishdate postdate entrydate meta metadata "
    "postmeta entrymeta articlemeta entryinfo postinfo articleinfo newsinfo articledate newsdate date data time "
    "datum fecha hora author authors autor autoren readingtime readtime lesezeit category categories kicker "
    "eyebrow overline dachzeile rubrik"
).split()
# A subtree with one of these words in its name is probably the article.
GOOD = (
    "articlebody storybody postbody entrycontent postcontent articlecontent articletext storycontent storytext "
    "newstext bodytext articlecopy bodycopy richtext mainbody textbody contentbody singlecontent postentry "
    "tdpostcontent"
).split()
LEAD = (
    "lead lede leadtext intro introduction standfirst dek deck subtitle subtitulo subheadline subhead subheading "
    "summary excerpt abstract description teasertext articlelead articleintro vorspann anlauf chapeau chapo "
    "bajada copete entradilla sumario ingress manchet sottotitolo occhiello sapo subline unterzeile"
).split()

FOREIGN_TAGS = frozenset("nav footer form button select textarea dialog menu".split())
FOREIGN_ROLES = frozenset(
    "navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar doc-toc".split()
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SEPARATOR = re.compile(r"[^A-Za-z0-9]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_WORDS = {
    "comments": COMMENTS,
    "notice": NOTICE,
    "box": BOXES,
    "pointing": POINTING,
    "foreign": FOREIGN,
    "head": HEAD,
    "good": GOOD,
    "lead": LEAD,
}
KINDS = {
    word: frozenset(kind for kind, words in _WORDS.items() if word in words)
    for words in _WORDS.values()
    for word in words
}
STRANGE = ("foreign", "comments", "notice")
UNWANTED = (*STRANGE, "box")
NONE: frozenset[str] = frozenset()
LONGEST = 2_000  # characters of names that are looked at


@lru_cache(maxsize=8192)
def kinds_of(names: str) -> frozenset[str]:
    """The kinds ("comments", "foreign", "head", "good", "lead") that class and id names speak of.

    Words are looked up singly and with their neighbour ("related-posts", "entry_content").
    """
    found = NONE
    for name in names.split():
        words = _words(name)
        for word in (*words, *map("".join, pairwise(words))):
            if word in KINDS:
                found = found | KINDS[word]
    return found


def _words(name: str) -> list[str]:
    """The words of a name in lower case, without what a build tool made up ("n1AuAdJl", "sc-a884a83d")."""
    words = []
    for part in SEPARATOR.split(name.rstrip("0123456789")):
        if not part.isalpha():
            continue
        pieces = CAMEL.split(part)
        if len(pieces) == 1 or min(map(len, pieces)) > 2 or len(pieces[0]) == 2 < len(pieces[-1]):
            words += [p.lower() for p in pieces]
    return words


def kinds(element: HtmlElement) -> frozenset[str]:
    """What the element's class and id speak of."""
    name, identity = element.get("class"), element.get("id")
    if not identity:
        return kinds_of(name) if name and len(name) < LONGEST else NONE
    names = f"{name} {identity}" if name else identity
    return kinds_of(names) if len(names) < LONGEST else NONE


def is_set_apart(element: HtmlElement) -> bool:
    """Whether tag, role or state alone say that an element is not the article."""
    return element.tag in FOREIGN_TAGS or element.get("role") in FOREIGN_ROLES or is_hidden(element)


def never(element: HtmlElement) -> bool:
    """Whether an element can on no account be the article."""
    return element.tag in ("nav", "footer", "textarea", "select") or not kinds(element).isdisjoint(
        ("comments", "notice")
    )


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page hides the element by its own attributes."""
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true":
        return True
    style = get("style")
    return bool(style and HIDDEN_STYLE.search(style[:500]))
