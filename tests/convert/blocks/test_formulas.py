"""Formulas come as TeX, once, in whatever way a page keeps them."""

from __future__ import annotations

import pytest
from small_pages import article, paragraphs

SUM = "<mi>v</mi><mo>=</mo><mi>s</mi><mo>+</mo><mi>t</mi>"
WRITTEN = "<annotation encoding='application/x-tex'>v=s+t</annotation>"


def markdown(formula: str) -> str:
    return article(f"<article>{paragraphs()}<p>The speed is {formula} and no more.</p></article>").markdown


@pytest.mark.parametrize(
    "formula",
    [
        f"<math>{SUM}</math>",
        "<math alttext='{\\displaystyle v=s+t}'></math>",
        f"<span class=katex><span class=katex-mathml><math><semantics><mrow>{SUM}</mrow>{WRITTEN}</semantics></math>"
        f"</span><span class=katex-html aria-hidden=true>v=s+t</span></span>",
        "<script type='math/tex'>v=s+t</script>",
        "<script type='math/asciimath'>v=s+t</script>",
        f"<script type='math/mml'><math>{SUM}</math></script>",
        "<img class='latex' src='/latex.php?latex=v' alt='v=s+t'>",
        f"<span class=MathJax><span><math>{SUM}</math></span></span><script type='math/tex'>v=s+t</script>",
        f"<span style='display: none'><math>{SUM}</math></span>",
        f"<m:math>{SUM.replace('<', '<m:').replace('<m:/', '</m:')}</m:math>",
        f"<mjx-container class='MathJax CtxtMenu_0'><mjx-math aria-hidden='true'><mjx-mi></mjx-mi></mjx-math>"
        f"<mjx-assistive-mml><math>{SUM}</math></mjx-assistive-mml></mjx-container>",
    ],
)
def test_a_formula_in_a_sentence_is_a_span_of_code(formula: str) -> None:
    assert "The speed is `v=s+t` and no more." in markdown(formula)


@pytest.mark.parametrize(
    ("mathml", "tex"),
    [
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", r"\frac{a}{b}"),
        ("<msup><mi>c</mi><mn>2</mn></msup>", "c^2"),
        ("<msub><mi>c</mi><mn>12</mn></msub>", "c_{12}"),
        ("<msqrt><mi>x</mi></msqrt>", r"\sqrt{x}"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>", "∑_i^n"),
    ],
)
def test_mathml_is_written_as_tex(mathml: str, tex: str) -> None:
    assert f"`{tex}`" in markdown(f"<math>{mathml}</math>")


def test_a_displayed_formula_is_a_paragraph_of_its_own() -> None:
    found = article(f"<article>{paragraphs(3)}<math display=block>{SUM}</math>{paragraphs(2)}</article>")
    assert [b.text for b in found.blocks][3] == "v=s+t"


def test_what_has_a_menu_attached_to_it_and_is_a_formula_stays_in_its_sentence() -> None:
    shown = "<mjx-math aria-hidden=true><mjx-mi><mjx-c></mjx-c></mjx-mi></mjx-math>"
    heard = f"<mjx-assistive-mml><math>{SUM}</math></mjx-assistive-mml>"
    container = f"<mjx-container class='MathJax CtxtMenu_Attached_0'>{shown}{heard}</mjx-container>"
    assert "The speed is `v=s+t` and no more." in markdown(container)


@pytest.mark.parametrize(
    ("said", "tex"),
    [("v = \\sqrt{2gh}", True), ("C:\\sqrtable\\pictures of the quay", False), ("A wall and waves", False)],
)
def test_a_picture_whose_words_are_commands_of_tex_is_a_formula(said: str, tex: bool) -> None:
    assert (f"`{said}`" in markdown(f"<img src='/eq/1.gif' alt='{said}'>")) == tex
