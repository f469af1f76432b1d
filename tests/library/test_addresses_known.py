"""Addresses: what makes no difference, what makes one, and what can stand for an article."""

import pytest

from tui.library.store.address_keys import host, key, names_an_article

ARTICLE = "https://coast.example/2026/wall"
# What mail services, campaign tools, social networks and publishers put behind an address, as each documents it.
TRACKERS = (
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok cmpid cmp ocid ito"
    " xtor spm smid smtyp ref_src ref_url guccounter guce_referrer guce_referrer_sig _ga _gl _hsenc _hsmi"
    " __twitter_impression at_medium at_campaign at_format at_link_id at_link_type at_link_origin at_ptr_name"
    " at_bbc_team at_custom1 at_custom2 at_custom3 at_custom4 ns_mchannel ns_source ns_campaign ns_linkname ns_fee"
    " wt_mc wt.mc_id wtmc socialreferer s_cid sr_share traffic_source partner_id vero_id vero_conv oly_enc_id"
    " oly_anon_id rb_clickid ml_subscriber ml_subscriber_hash piwik_campaign piwik_kwd pk_campaign pk_kwd mtm_campaign"
    " mtm_keyword hootpostid campaign_id feature_id share_source share_id sharetype"
    " utm_source UTM_Medium hsa_acc pk_cpn mtm_group itm_term sc_channel trk_msg"
)


@pytest.mark.parametrize(
    "spelled",
    [
        "http://coast.example/2026/wall",
        "HTTPS://WWW.coast.example/2026/wall/",
        "https://coast.example:443/2026/wall",
        "http://coast.example:80/2026/wall",
        "https://coast.example/2026/wall#comments",
        " https://coast.example/2026/wall?utm_source=mail&fbclid=1\n",
    ],
)
def test_spellings_of_an_address_are_one(spelled: str) -> None:
    assert key(spelled) == key(ARTICLE) == "//coast.example/2026/wall"


@pytest.mark.parametrize("name", TRACKERS.split())
def test_what_only_tracks_makes_no_difference(name: str) -> None:
    assert key(f"{ARTICLE}?{name}=1&page=2") == "//coast.example/2026/wall?page=2"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://coast.example:8080/a", "//coast.example:8080/a"),
        ("https://coast.example/#!/wall", "//coast.example#!/wall"),
        ("https://coast.example/a?id=7&empty=", "//coast.example/a?id=7&empty="),
        ("https://coast.example/a?7", "//coast.example/a?7="),
        ("https://coast.example/a?&", "//coast.example/a?&"),
        ("https://coast.example/%e2%82%ac", "//coast.example/%E2%82%AC"),
        ("https://coast.example/a?source=b", "//coast.example/a?source=b"),
        ("https://coast.example:no/a", "https://coast.example:no/a"),
        ("/tides/notes.txt", "file:/tides/notes.txt"),
        ("file:///tides/notes.txt", "file:/tides/notes.txt"),
        ("-", None),
        (" ", None),
    ],
)
def test_what_makes_a_difference_stays(address: str, expected: str | None) -> None:
    assert key(address) == expected


@pytest.mark.parametrize(
    ("address", "names_one"),
    [
        (ARTICLE, True),
        ("https://coast.example/?p=7", True),
        ("https://coast.example/", False),
        ("https://www.coast.example", False),
        ("https://coast.example/?utm_source=x", False),
        ("/tides/notes.txt", False),
    ],
)
def test_a_front_page_names_no_article(address: str, names_one: bool) -> None:
    assert names_an_article(address) is names_one


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (ARTICLE, "coast.example"),
        ("https://www.coast.example?p=1", "coast.example"),
        ("https://coast.example/#!/a", "coast.example"),
        ("notes.txt", None),
        ("http://", None),
        ("", None),
        (None, None),
    ],
)
def test_the_host_is_that_of_the_web_only(address: str | None, expected: str | None) -> None:
    assert host(address) == expected
