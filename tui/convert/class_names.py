"""What the class names and ids of elements say about whether they belong to the article: one vocabulary for the body.

Names are split into words at hyphens, underscores and capitals, so that "ad" is not found in "header".  The words are
those that publishing systems of many makers and languages share.  A word counts wherever it stands in a name, alone or
joined to its neighbour ("related-posts"), except where the name says something else with it: that an element has or
lacks such a part ("with-sidebar"), what a post is about ("category-support"), how an element is drawn at some width
("md:hidden").  Words that say many things ("hidden", "data", "search") count only where they are the whole name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

# Never part of an article, wherever they stand.
COMMENTS = (
    "comments commentlist commentform commentsection commentthread komentar kommentare kommentarer comentarios "
    "commentaires disqus respond replies livefyre spotim usercomments readercomments"
).split()
CONSENT = "cookie cookies consent gdpr newsletter newsletters".split()
POPUPS = "popup popups modal interstitial".split()
FOOTERS = "footer colophon".split()
NOTICE = [*CONSENT, *POPUPS, *FOOTERS]
# One of the readers' comments; on a page of a forum they are the text.
REMARKS = "comment kommentar reply discussion".split()
# Beside a post on a page of a forum: who wrote it, and what software puts under each.
POSTERS = (
    "signature usertitle userinfo userextras userdetails postprofile avatar messageuser messagesignature userblock "
    "notice notices poststats postcontrols postbuttons reactionsbar quickreply similarthreads similartopics topicmap"
).split()
# Foreign parts, by what they are for.
SHARING = (
    "coral share sharing shares sharebar sharebuttons sharer social socials addthis sharethis addtoany followus "
    "follow teilen compartir partager condividi rating ratings vote votes poll feedback reactions likes"
).split()
ASKING = (
    "subscribe subscription signup optin mailchimp mailinglist abo registerwall regwall donate donation donations "
    "paypal login signin"
).split()
OVERLAYS = "overlay lightbox toast snackbar".split()
ADVERTISING = (
    "ad ads adv advert adverts advertisement advertisements advertorial adslot adbox adunit adsbygoogle dfp gpt "
    "anzeige werbung reklame reklama annons publicidad publicidade publicite pubblicita sponsor sponsored sponsors "
    "sponsoring outbrain taboola plista zergnet revcontent ligatus mgid dianomi banner banners marketplace"
).split()
MENUS = (
    "breadcrumb breadcrumbs breadcrumbsnav pager pagination paginator paging pagenav nav navi navbar navigation menu "
    "submenu megamenu topbar toolbar tabbar foot masthead searchform searchbar searchbox skip skiplink dropdown"
).split()
OTHER_READING = (
    "related relatedposts relatedarticles relacionadas relacionados relacionado verwandte recommend recommended "
    "recommendation recommendations recommends recirc recirculation suggested suggestions crosslink crosslinks "
    "readmore readnext readalso alsoread morefrom seealso upnext nextup trending popular mostread mostpopular "
    "mostviewed meistgelesen latestnews lastnews topnews teaserlist promobox calltoaction"
).split()
KEYWORDS = "tags taglist tagcloud posttags hashtags keywords copyright disclaimer".split()
ABOUT_AUTHORS = "authorbio authorbox aboutauthor abouttheauthor authorinfo biobox".split()
BESIDE = (
    "sidebar sidebars rail aside rightcol screenreader visuallyhidden sronly noprint printonly printbutton tooltip "
    "rollover popover hovercard player playlist transcriptbutton audioplayer listen podcastplayer weather stocks "
    "ticker quiz widgetarea sidebarwidget footerwidget widgettitle infobar"
).split()
FOREIGN = [
    *SHARING, *ASKING, *OVERLAYS, *ADVERTISING, *MENUS, *OTHER_READING, *KEYWORDS, *ABOUT_AUTHORS, *BESIDE,
]  # fmt: skip
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
    "postmeta entrymeta articlemeta entryinfo postinfo articleinfo newsinfo articledate newsdate date "
    "datum fecha hora author authors autor autoren readingtime readtime lesezeit category categories categorylabel "
    "categoryname categorylink categorylinks categorylist kicker "
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

# What counts only as the whole of a name.
WHOLE = {
    "hidden": ("hidden", "is-hidden", "js-hidden", "u-hidden", "visually-hidden", "invisible", "d-none"),
    "foreign": ("search", "support", "account", "register", "jobs", "game"),
    "head": ("data", "time"),
}
# A word after these says what an element has or lacks, or how others are placed, not what it is.
QUALIFIERS = frozenset("has with without no not hide".split())
# After these comes what a post is about.
SUBJECTS = frozenset("category tag topic term cat".split())
# Beside "hidden", a name that says at which width the element is shown after all.
SHOWN_AT_WIDTH = re.compile(
    r"(?:^|\s)(?:[a-z0-9]+:|[a-z]{1,8}-(?:[a-z0-9]{2,3}-)?)(?:block|flex|grid|table|contents|inline(?:-\w+)?)(?=\s|$)"
)
SEPARATOR = re.compile(r"[^A-Za-z0-9]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
UTILITY = re.compile(r"[:\[(]")  # stands in the names of utilities that style an element, not in names of parts

_WORDS = {
    "comments": COMMENTS,
    "notice": NOTICE,
    "box": BOXES,
    "pointing": POINTING,
    "remark": REMARKS,
    "poster": POSTERS,
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
WHOLE_KINDS = {name: frozenset((kind,)) for kind, names in WHOLE.items() for name in names}
NONE: frozenset[str] = frozenset()
LONGEST_IDENTITY = 3  # words of an id that names a part; longer ones are slugs of headings


@lru_cache(maxsize=8192)
def kinds_of(names: str) -> frozenset[str]:
    """The kinds ("comments", "foreign", "head", "good", "lead", …) that class names speak of."""
    found = NONE
    for name in names.split():
        if UTILITY.search(name):
            continue
        found = found | WHOLE_KINDS.get(name.lower(), NONE)
        for word in telling(words(name)):
            if word in KINDS:
                found = found | KINDS[word]
    if "hidden" in found and SHOWN_AT_WIDTH.search(names):
        found = found - {"hidden"}
    return found


@lru_cache(maxsize=8192)
def kinds_of_identity(identity: str) -> frozenset[str]:
    """The kinds that an id speaks of, if it is short enough to name a part of a page."""
    return kinds_of(identity) if len(words(identity)) <= LONGEST_IDENTITY else NONE


def telling_words(names: str) -> frozenset[str]:
    """All words of class names, and pairs of neighbours, that say what an element is."""
    return frozenset(word for name in names.split() for word in telling(words(name)))


def telling(parts: list[str]) -> list[str]:
    """Those words of a name, and pairs of neighbours, that say what an element is."""
    pairs = list(map("".join, pairwise(parts)))
    if len(parts) > 1 and parts[0] in SUBJECTS:
        return pairs[:1]
    kept = [word for before, word in pairwise(["", *parts]) if before not in QUALIFIERS]
    return kept + pairs


def words(name: str) -> list[str]:
    """The words of a name in lower case, without what a build tool made up ("n1AuAdJl", "sc-a884a83d")."""
    found = []
    for part in SEPARATOR.split(name.rstrip("0123456789")):
        if not part.isalpha():
            continue
        pieces = CAMEL.split(part)
        if len(pieces) == 1 or min(map(len, pieces)) > 2 or len(pieces[0]) == 2 < len(pieces[-1]):
            found += [p.lower() for p in pieces]
    return found
