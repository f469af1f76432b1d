"""The contracts that scripts rely on: which value a line of JSON is made of, and what each of its fields holds.

Names and their order are those under which the values are printed (``json_lines``), types those of the values
themselves; what is written here is only what neither can say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.model.article import Article, Caption, LeftOut, Link, Mention, Quote, Source
from tui.model.json_lines import Failure
from tui.model.printed_values import (
    ArticleRow,
    ElsewhereRow,
    ImportRow,
    PrintedEnclosure,
    PrintedEntry,
    PrintedFeed,
    PrintedSettings,
    QuotationRow,
    SameWordsRow,
    StoryRow,
    SubscriptionRow,
    SyncRow,
    VoiceRow,
)


class Contract(NamedTuple):
    """A kind of line: the value that it is made of, what it is, and whether an address may give a Failure instead."""

    kind: type
    purpose: str
    may_fail: bool = False


CONTRACTS = {
    "article": Contract(
        Article,
        "an article, as newsreader convert --to json prints it",
        may_fail=True,
    ),
    "list": Contract(ArticleRow, "an article of the library, as newsreader list --json prints it"),
    "search": Contract(ArticleRow, "an article that was found, as newsreader search --json prints it"),
    "voice": Contract(VoiceRow, "someone cited in what is kept, as newsreader voices --json prints it"),
    "quotation": Contract(QuotationRow, "what a voice said, as newsreader voices --json NUMBER prints it"),
    "elsewhere": Contract(
        ElsewhereRow, "a quotation that stands in other kept articles, as newsreader elsewhere --json prints it"
    ),
    "story": Contract(StoryRow, "articles that tell one story, as newsreader stories --json prints it"),
    "import": Contract(
        ImportRow, "what came of an import, or would come of it, as newsreader import --json prints it", may_fail=True
    ),
    "subscription": Contract(SubscriptionRow, "a feed of the library, as newsreader feeds list --json prints it"),
    "sync": Contract(
        SyncRow, "the account that feeds are kept in step with, as newsreader sync status --json prints it"
    ),
    "feed": Contract(PrintedFeed, "a feed, as newsreader feeds show --to json prints it", may_fail=True),
}


ENTRY = re.compile(r"\n {4}(?! )")  # where the next one begins


def _told(table: str) -> dict[str, str]:
    """What each field holds: its name, then the words; a line that is indented goes on."""
    return {
        name: words
        for name, _, words in (" ".join(entry.split()).partition(" ") for entry in ENTRY.split(table.strip()))
    }


FIELDS: dict[type, dict[str, str]] = {
    Failure: _told("""
    address the address or file name as it was given
    error why the address gave nothing, in one line; such a line holds this and the address alone
    """),
    Article: _told("""
    address the address or file name as it was given
    url canonical address of the page; null for a file that names none
    title the headline
    authors their names, in the order of the byline
    published when it was published: ISO 8601, with an offset where the page gave one, else a bare date or local time
    modified when it was changed last, written as published is
    language language of the text, a code such as "en" or "pt-BR"
    site name of the outlet
    lead standfirst or summary shown above the body
    original where a republished article says that it came from
    markdown the body as CommonMark with tables; figures where they stand
    text the body as plain text: lead, headings and paragraphs, a blank line between; no captions, no title
    captions what its pictures show, in order
    sources who and what is cited, in the order of first citation
    links links of the body, in order
    warnings sentences, each a reason why text, sources or date may not be whole
    left_out with --left-out: what of the page was left out of the body, in order; null where that could not be told
    """),
    LeftOut: _told("""
    text its text, a blank line between paragraphs
    reason why it was left out, in plain words
    before the block of the body that it stood before, counted from 0; their number for what stood after the last
    """),
    Caption: _told("""
    text what the picture is said to show; "" where only its credit is given
    credit who took it or owns it
    alt the text for those who do not see the picture
    image address of the picture
    block which block of the body it stands in, counted from 0
    """),
    Source: _told("""
    name the fullest name that the article gives; of an unnamed source its description
    kind what sort of source it is
    role office, profession or other role that the article gives it
    affiliation whom it speaks for
    mentions where the article names it
    quotes the words given to it, in order
    names what the article calls it, descriptions such as "the senator" too, the name first
    answered false for who was asked and declined or did not answer, true for who spoke, null where that is not told
    unnamed_because the reason given for not naming it, in the article's words; null where none is given
    """),
    Mention: _told("""
    block which block of the body it is in, counted from 0
    start where it begins in the plain text of the block, in characters from 0
    end where it ends, behind the last character
    """),
    Quote: _told("""
    text the words, without the outer quotation marks
    kind direct: wholly in quotation marks; mixed: reported with quoted words in it; indirect: reported only
    block which block of the body the words stand in, counted from 0
    start where they begin in the plain text of the block, in characters from 0
    end where they end, behind the last character
    continued whether they go on from the quotation before in this list: a speech over several paragraphs
    evidence where the words stand that give them to this source, such as "said"
    certain true where such words name the source itself, false where it was inferred
    via the outlet that the words came through
    manner how they were uttered
    """),
    Link: _told("""
    text the words that are linked
    url where they lead, an http(s) address
    block which block of the body they stand in, counted from 0
    """),
    ArticleRow: _told("""
    number the number by which commands know the article
    url canonical address, else the one that it was kept under; of a file its path
    title the headline, at most 300 characters of it
    site name of the outlet, else its host; null for a file that names none
    published when it was published: ISO 8601, with an offset where the page gave one, else a bare date or local time
    kept when it was kept, ISO 8601 with an offset
    read whether it is marked read
    starred whether it has a star
    later whether it was put off for later
    tags tags given by hand, in alphabetical order
    feeds titles of the feeds that brought it; empty for what was added by hand
    minutes minutes that reading it takes; 0 where there is no text
    progress how far it was read, from 0 to 1
    text whole: the article's own; feed: only what its feed says; none: there is no text
    pictures how many of the pictures that its captions speak of are kept
    sources whether it cites anybody
    """),
    ImportRow: _told("""
    file the file or folder as it was given
    format whose form it has; several are parted by commas
    kept articles that were not kept before
    skipped what was not taken over: how many things by the reason
    doubled entries of articles that were kept already, or that are in it more than once
    feeds feeds that were not subscribed to before
    """),
    VoiceRow: _told("""
    name the name as the articles give it
    kind what sort of source it is
    role the role given last
    affiliation whom it speaks for
    articles how many articles cite it
    outlets how many sites these articles are of
    quotations how many quotations are given to it in all of them
    """),
    QuotationRow: _told("""
    number the number by which commands know the article
    title the headline of the article
    site name of the outlet
    published when it was published: ISO 8601, with an offset where the page gave one, else a bare date or local time
    speaker the name as this article gives it
    role the role that this article gives
    affiliation whom the speaker speaks for, as this article gives it
    kind direct: wholly in quotation marks; mixed: reported with quoted words in it; indirect: reported only;
        named: the article names the source and quotes it nowhere
    text the words, without the outer quotation marks; "" where it is only named
    block which block of the body the words stand in, counted from 0
    start where they begin in the plain text of the block, in characters from 0
    end where they end, behind the last character
    continued whether they go on from the quotation before: a speech over several paragraphs
    """),
    ElsewhereRow: _told("""
    text the words, without the outer quotation marks
    speaker whom this article gives them to; null where it names nobody
    block which block of the body the words stand in, counted from 0
    start where they begin in the plain text of the block, in characters from 0
    end where they end, behind the last character
    others the other articles that have them, the earliest of those that are kept first
    """),
    SameWordsRow: _told("""
    number the number by which commands know the article
    url canonical address, else the one that it was kept under; of a file its path
    title the headline, at most 300 characters of it
    site name of the outlet, else its host; null for a file that names none
    published when it was published: ISO 8601, with an offset where the page gave one, else a bare date or local time
    text the words as they stand there
    speaker whom that article gives them to; null where it names nobody
    kind identical: word for word; trimmed: one of the two has more of the same speech; reworded: words differ
    block which block of that article's body they stand in, counted from 0
    start where they begin in the plain text of the block, in characters from 0
    end where they end, behind the last character
    """),
    StoryRow: _told("""
    articles numbers of the articles that tell it, the earliest first
    copies numbers of those of them that are one text, in groups
    outlets names of the outlets, in the order of their articles
    from when the earliest of them was published, else kept, ISO 8601
    to when the latest of them was, ISO 8601
    """),
    SyncRow: _told("""
    account where the API of its server begins
    last when a sync came to its end the last time, ISO 8601 with an offset; null before the first
    pending how many marks and changes of feeds the server has not been told of
    error why the last sync did not come to its end; null where it did
    user the name that the server knows
    """),
    SubscriptionRow: _told("""
    number by which commands name it
    address where it stands
    title the name that it was given, else its own, else its address
    folder path of the first folder that it is in, its names parted by slashes
    unread how many of its articles are not read
    error why it could not be had the last time
    since when it could not be had for the first time, ISO 8601 with an offset
    settings what is set for it, by itself, its folders or for all
    folders paths of all folders that it is in
    tags names that it was given
    site address of what it is a feed of
    """),
    PrintedSettings: _told("""
    full_text whether the pages of its entries are fetched; auto: where it gives summaries
    pictures whether their pictures are fetched, too
    interval the least time between two refreshes in seconds
    user_agent what it is told about the program that asks
    headers names of the headers that are sent with each request; their values are not printed
    cookies_from path of the file with the cookies that are sent
    keep_days days after which an entry goes that nobody touched; 0 for ever
    update whether an entry that changed becomes unread
    by_story whether what tells one story is listed in one row
    login the user as whom its server is asked; the password is not printed
    """),
    PrintedFeed: _told("""
    address the address or file name as it was given
    title what the feed is called
    url address of the site that it belongs to
    entries its entries, in the order of the feed
    warnings sentences, each saying what is wrong with the feed
    """),
    PrintedEntry: _told("""
    title the headline, plain text on one line, made from the text where the entry has none
    url address of the entry's page; of the site where it has none of its own
    id its identifier (guid) as it stands in the feed
    published when it was published, ISO 8601 with an offset
    updated when it was changed last, ISO 8601 with an offset
    authors their names, in the order of the feed
    summary what the feed has as a summary: HTML, cleaned, with absolute addresses
    content the whole text where the feed has it: HTML, cleaned, with absolute addresses
    enclosures files that come with the entry
    """),
    PrintedEnclosure: _told("""
    url address of the file
    type media type of the file, in lower case
    medium what it is: image, audio, video or document
    length length in bytes
    duration duration in seconds
    title its name or description
    """),
}
