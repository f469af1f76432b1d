"""The words that publishing systems put into class names and ids, by what they speak of: one vocabulary for all rooms.

A word stands under one subject; what a subject means for the body, for pictures and near the headline, each of these
rooms says itself.  Words are in lower case, those that makers write as two ("most-read") joined to one, as
``class_names`` reads them.  They are words that makers of many languages share, never the name of one site's part.
"""

from __future__ import annotations

# What is beside an article.
COMMENTS = (
    "comments commentlist commentform commentsection commentthread komentar kommentare kommentarer comentarios "
    "commentaires disqus respond replies livefyre spotim usercomments readercomments"
).split()
# One of the readers' comments; on a page of a forum they are the text.
COMMENT = ["comment"]  # the other words may name a piece of opinion, or of debate
REMARKS = [*COMMENT, *"kommentar reply discussion".split()]
# Beside a post on a page of a forum: what software puts under and beside each.
POSTS_PARTS = (
    "usertitle userinfo userextras userdetails postprofile messageuser messagesignature userblock notice notices "
    "poststats postcontrols postbuttons reactionsbar quickreply similarthreads similartopics topicmap"
).split()
AVATARS = ["avatar"]
# The words of a post alone, without who wrote it and when, beside those that blogs' posts share (WRITTEN); what says so
# only as the whole of a name; and the same, or the whole post, where no part of it is named so.
POST_TEXTS = [
    *("postmessage", "posttext", "questionmessage", "postmsg", "usertextbody", "emailbody", "emailcontent"),
    *("notebody", "notetext"),
    *(
        of + part
        for of in "message comment reply answer question topic".split()
        for part in "body content text".split()
    ),
]
WHOLE_POST_TEXTS = "bbwrapper cooked commtext toptext kmsg t_f".split()
POSTS = "post message".split()
# Who wrote a post, beside what a paper's authors are called.
POSTERS = (
    "username poster membername nickname displayname screenname postername bigusername hnuser personlisting".split()
)
WHOLE_POSTERS = "name nick fn authi by".split()
# When a post was written.
POST_TIMES = "age timeago posttime commentdate commenttime localdate".split()
SIGNATURES = ["signature"]
CONSENT = "cookie cookies consent gdpr newsletter newsletters".split()
POPUPS = "popup popups modal interstitial".split()
FOOTERS = "footer colophon".split()
SHARING = (
    "coral share sharing shares sharebar sharebuttons sharer social socials addthis sharethis addtoany sharedaddy "
    "followus follow teilen compartir partager condividi"
).split()
VOTES = "rating ratings vote votes poll feedback reactions likes".split()
ASKING = (
    "subscribe subscription signup optin mailchimp mailinglist abo registerwall regwall donate donation donations "
    "paypal login signin"
).split()
UPSELLS = ["upsell"]
WALLS = ["paywall", *UPSELLS]  # a paywall may be around the article itself
LIGHTBOXES = "lightbox toast snackbar".split()
OVERLAYS = ["overlay", *LIGHTBOXES]
ADVERTISING = (
    "ad ads adv advert adverts advertising advertisement advertisements advertorial adslot adbox adunit adsbygoogle "
    "dfp gpt anzeige werbung reklame reklama annons publicidad publicidade publicite pubblicita sponsor "
    "sponsored sponsors sponsoring outbrain taboola plista zergnet revcontent ligatus mgid dianomi marketplace"
).split()
BANNERS = "banner banners".split()  # of an advertiser, or as wide as the page and the article's own picture
MENUS = "breadcrumb breadcrumbs breadcrumbsnav nav navi navbar navigation menu submenu megamenu".split()
PAGERS = "pager pagination paginator paging pagenav toolbar tabbar".split()
BARS = "topbar foot masthead searchform searchbar searchbox skip skiplink dropdown".split()
OTHER_READING = (
    "related relatedposts relatedarticles relacionadas relacionados relacionado verwandte recommend recommended "
    "recommendation recommendations recommends recirc recirculation crosslink crosslinks "
    "readmore readnext readalso alsoread morefrom moreon morestories morenews morearticles seealso upnext nextup "
    "trending popular mostread mostpopular mostviewed meistgelesen latestnews lastnews topnews teaserlist promobox "
    "calltoaction toaction"
).split()
SUGGESTIONS = "suggested suggestions".split()  # of a page; on a page of questions answers are so marked up
TEASERS = "teaser teasers promo promos promotion".split()
CARDS = "card cards".split()
ACTIONS = ["cta"]
LATEST = ["latest"]
LISTS = [*LATEST, "list", "widget"]
COPYRIGHT = ["copyright"]
ENDS = [*"tags taglist tagcloud posttags hashtags keywords disclaimer".split(), *COPYRIGHT]
ABOUT_AUTHORS = "authorbio authorbox aboutauthor abouttheauthor authorinfo biobox".split()
# What is told of an author beside the name.
AUTHOR_FACTS = (
    "authordescription authordesc authorrole authorjob authorjobtitle authorposition authoroccupation authorlocation "
    "authorcity bylinelocation bylinerole bylinejobtitle"
).split()
PROFILES = "bio profile".split()
SIDEBARS = "sidebar sidebars".split()
RAILS = ["rail"]
COLUMNS = "aside rightcol widgetarea sidebarwidget footerwidget widgettitle infobar".split()
UNSEEN = "screenreader visuallyhidden sronly noprint printonly hideme".split()
TIPS = "tooltip rollover popover hovercard".split()
GADGETS = "printbutton transcriptbutton listen weather stocks ticker quiz".split()
PLAYERS = "player playlist audioplayer podcastplayer".split()
BESIDE = [*SIDEBARS, *RAILS, *COLUMNS, *UNSEEN, *TIPS, *GADGETS, *PLAYERS]
# Boxes beside the text that explain it, and those in which machines repeat it.
BOXES = (
    "factbox faktabox factsbox infobox infokasten infobloc expandablebox faktenbox zusatzinfo additionalinfo "
    "infocard keypoints boxinfo despiece"
).split()
SUMMARIES = "aisummary aicontent".split()

# The head of an article: who wrote it, when, and under which heading of the paper.
BYLINES = "byline bylines author authors autor autoren auteur".split()
AUTHORS = (
    "authorname autore auteurs writer writers authoredby creatorname contributor contributors verfasser "
    "skribent journalist journalists reporter writtenby firma authorline articleauthor hcard contribgroup yazar"
).split()
DATES = (
    "dateline timestamp datetime pubdate published publishdate postdate entrydate articledate newsdate date datum "
    "fecha hora datecreated datepublished dates postedon publicado publisheddate"
).split()
TIMES = "time times posted publish publication".split()
HEAD_LINES = (
    "meta metadata postmeta entrymeta articlemeta entryinfo postinfo articleinfo newsinfo readingtime readtime lesezeit"
).split()
SECTIONS = (
    "category categories categorylabel categoryname categorylink categorylinks categorylist kicker eyebrow overline "
    "dachzeile rubrik"
).split()
LEADS = (
    "lead lede leadtext leadparagraph intro introduction introtext standfirst dek deck subtitle subtitulo subheadline "
    "subhead subhed subheading summary excerpt abstract description teasertext articlelead articleintro vorspann "
    "anlauf anleser chapeau chapo chapô bajada copete entradilla sumario sommario catenaccio ingress manchet perex "
    "shorttext synopsis sottotitolo occhiello sapo subline unterzeile preamble"
).split()

# The article's title, where it stands in a heading of a lower level.
TITLES = "entrytitle posttitle articletitle storytitle headline".split()

# The article itself; some words are those of posts, of a blog or of a forum.
WRITTEN = "postbody postcontent entrycontent usercontent".split()
TEXTS = [
    *WRITTEN,
    *"articlebody storybody articlecontent articletext storycontent storytext newstext bodytext articlecopy".split(),
    *"bodycopy richtext mainbody textbody contentbody singlecontent postentry tdpostcontent".split(),
]

# Pictures, what stands under them, and what plays.
PICTURES = "image img photo picture pic media foto bild figure visual gallery slide thumbnail illustration".split()
PICTURE_PARTS = (
    "images imgs photos pictures imagebox imgboxa imagewrapper imagecontainer imageblock photobox thumb carousel "
    "carouselslide slides grafik infographic graphic pics"
).split()
CAPTIONS = (
    "caption captions captiontext captioned figcaption legend legende légende bildunterschrift bildunterzeile bu pie "
    "piefoto didascalia cutline bijschrift fotobijschrift podpis infodescription thumbcaption bildzeile fotozeile "
    "onderschrift beeldonderschrift fotoonderschrift billedtekst bildetekst kuvateksti popisek resimalti fotoalti "
    "legenda"
).split()
CAPTIONS += [picture + part for picture in PICTURES for part in ("description", "desc", "legend", "info")]
CAPTIONS += [picture + "text" for picture in PICTURES if picture != "media"]  # "media-text": text beside a picture
# Captions of a picture and of nothing else.
PICTURE_CAPTIONS = [f"{of}caption" for of in (*PICTURES, "wp", "lead", "main", "featured", "article", "hero")]
CAPTION_PARTS = ("captionbutton captionbtn captiontoggle captionicon captionclose captionlink tablecaption").split()
CREATORS = ["creator"]
CREDITS = (
    "credit credits source sources src quelle bildquelle urheber urheberin photographer photographers photog fotograf "
    "attribution agency agentur creditline photocredit imagecredit owner provider courtesy fuente "
    "fonte crédit crédits photoby imagesource distributor"
).split()
CREDITS += CREATORS
RIGHTS = "copyrightholder rights bildrechte rechte license licence".split()
PODCASTS = "podcast podcasts".split()
RECORDINGS = "audio video videos livestream videoplayer jwplayer brightcove".split()
CONTROLS = "expansion enlarge zoom counter count button btn play duration close openin".split()
