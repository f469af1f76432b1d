"""Addresses under which an article is known: one key for all spellings of one address."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from tui.text.odd_bytes import escape_odd_bytes

# Parameters that say where a reader came from, not what is shown: those that campaign tools, mail
# services, social networks and publishers' own counters document.
TRACKING_NAMES = (
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok cmpid cmp ocid "
    "ito xtor spm smid smtyp ref_src ref_url guccounter guce_referrer guce_referrer_sig _ga _gl _hsenc _hsmi "
    "__twitter_impression at_medium at_campaign at_format at_link_id at_link_type at_link_origin at_ptr_name "
    "at_bbc_team at_custom1 at_custom2 at_custom3 at_custom4 ns_mchannel ns_source ns_campaign ns_linkname ns_fee "
    "wt_mc wt.mc_id wtmc socialreferer s_cid sr_share traffic_source partner_id vero_id vero_conv oly_enc_id "
    "oly_anon_id rb_clickid ml_subscriber ml_subscriber_hash piwik_campaign piwik_kwd pk_campaign pk_kwd "
    "mtm_campaign mtm_keyword hootpostid campaign_id feature_id share_source share_id sharetype"
)
TRACKING = frozenset(TRACKING_NAMES.split())
TRACKING_BEGINNINGS = ("utm_", "hsa_", "pk_", "mtm_", "itm_", "sc_c", "trk_")
ESCAPE = "%[0-9a-fA-F]{2}"
# Most addresses have no query, fragment or escape, and no port but one of four or five digits, nobody's default;
# they need not be taken apart, which takes five times as long.
PLAIN = r"https?://([a-z0-9][a-z0-9.-]*(?::[1-9]\d{3}|:[1-5]\d{4})?)((?:/[!$&-.0-;=@-Z_a-z~/]*)?)"


def key(address: str) -> str | None:
    """What all spellings of an address share; None for standard input, which has no address.

    Scheme, ``www.``, fragment (unless it is a route, ``#!``), default port, a slash at the end and
    tracking parameters make no difference.  A file is known by its absolute path.
    """
    address = address.strip()
    if address in ("", "-"):
        return None
    if not address[:8].lower().startswith(("http://", "https://")):
        return "file:" + escape_odd_bytes(os.path.abspath(address.removeprefix("file://")))
    return _web_key(address)


def as_address(key: str) -> str:
    """An address that has that key."""
    return "https:" + key if key.startswith("//") else key.removeprefix("file:")


@lru_cache(maxsize=256)  # one article's addresses are asked for several times while it is kept
def _web_key(address: str) -> str:
    if plain := re.fullmatch(PLAIN, address):
        return f"//{plain[1].removeprefix('www.')}{plain[2].rstrip('/')}"
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return address
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = re.sub(ESCAPE, lambda m: m.group().upper(), parts.path).rstrip("/")
    route = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    query = _telling(parts.query)
    return f"//{place}{path}{'?' + query if query else ''}{route}"


def _telling(query: str) -> str:
    """The query without parameters that only track."""
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    if not pairs:
        return query
    return urlencode([(name, value) for name, value in pairs if not _tracks(name.lower())])


def _tracks(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_BEGINNINGS)


def names_an_article(address: str) -> bool:
    """Whether a canonical address can stand for one article: a site's front page cannot."""
    return key_names_an_article(key(address) or "")


def key_names_an_article(found: str) -> bool:
    """The same of an address's key."""
    return found.startswith("//") and ("/" in found[2:] or "?" in found)


@lru_cache(maxsize=256)  # as above
def host(address: str | None) -> str | None:
    """The host of an http(s) address without ``www.``; None for a file."""
    found = key(address) if address else None
    if not found or not found.startswith("//"):
        return None
    return re.split("[/?#]", found[2:], maxsplit=1)[0] or None
