"""Regular verb endings, so that a pack lists stems instead of forms."""

from __future__ import annotations

from collections.abc import Mapping

# Endings of the third persons (present, imperfect, simple past, future), then participle, then gerund or infinitive.
FRENCH = {"er": ("e ent ait aient a èrent era eront", "é ée és ées", "ant", "er")}
SPANISH = {
    "ar": ("a an aba aban ó aron ará arán", "ado", "ando", "ar"),
    "er": ("e en ía ían ió ieron erá erán", "ido", "iendo", "er"),
    "ir": ("e en ía ían ió ieron irá irán", "ido", "iendo", "ir"),
}
PORTUGUESE = {
    "ar": ("a am ava avam ou aram ará arão", "ado", "ando", "ar"),
    "er": ("e em ia iam eu eram erá erão", "ido", "endo", "er"),
    "ir": ("e em ia iam iu iram irá irão", "ido", "indo", "ir"),
}
ITALIAN = {
    "are": ("a ano ava avano ò arono erà eranno", "ato ata ati ate", "ando", "are"),
    "ere": ("e ono eva evano é erono erà eranno", "uto uta", "endo", "ere"),
    "ire": ("isce iscono iva ivano ì irono irà iranno", "ito ita", "endo", "ire"),
}
GERMAN = {"en": ("t en te ten", "t", "end", "en"), "n": ("t n te ten", "t", "nd", "n")}


class Inflections:
    """Forms of many verbs, sorted: ``finite``, ``perfect`` participles, ``present`` participles, ``infinitive``."""

    def __init__(self, table: Mapping[str, tuple[str, str, str, str]]) -> None:
        self.table = table
        self.classes: dict[str, str] = {}
        self.perfect: set[str] = set()
        self.present: set[str] = set()
        self.infinitive: set[str] = set()

    def regular(self, sort: str, verbs: str) -> None:
        """Adds infinitives of regular verbs."""
        for verb in verbs.split():
            ending = next(e for e in self.table if verb.endswith(e))
            stem = verb.removesuffix(ending)
            finite, perfect, present, infinitive = self.table[ending]
            participles = " ".join(self._participle(stem, e) for e in perfect.split())
            forms = " ".join(stem + e for e in finite.split())
            self.irregular(sort, forms, participles, stem + present, stem + infinitive)

    def _participle(self, stem: str, ending: str) -> str:
        if self.table is not GERMAN:
            return stem + ending
        inseparable = stem.startswith(
            ("be", "ent", "er", "ver", "zer", "wider", "über", "unter", "kommentier", "kritisier")
        )
        return stem + ending if inseparable or stem.endswith("ier") else "ge" + stem + ending

    def irregular(self, sort: str, finite: str, perfect: str = "", present: str = "", infinitive: str = "") -> None:
        """Adds the forms of a verb as they are."""
        spoken = infinitive.split() if self.table is GERMAN else []  # "sagen" is a plural, "decir" says nothing
        for form in (*finite.split(), *perfect.split(), *present.split(), *spoken):
            self.classes[form] = sort
        self.perfect.update(perfect.split())
        self.present.update(present.split())
        self.infinitive.update(infinitive.split())


def tagged(table: Mapping[str, str]) -> dict[str, str]:
    """Function words by tag, turned round; an underscore stands for a space."""
    return {w.replace("_", " "): tag for tag, text in table.items() for w in text.split()}
