"""SVG as editors save it → Jinja2 source."""

import jinja2
import pytest
from lxml import etree

from engine.svg import parse
from engine.templates.compile import jinja_source

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def filled(body: str, **data: object) -> str:
    source = jinja_source(parse(f"{HEAD}{body}</svg>".encode(), "a.svg").getroot())
    template = jinja2.Environment(autoescape=True).from_string(source.text)
    root = parse(template.render(**data).encode(), "filled.svg").getroot()
    etree.strip_attributes(root, "data-line")
    return etree.tostring(root, encoding="unicode")


def test_data_text_replaces_the_sample():
    assert ">یلدا<" in filled('<text data-text="{{ title }}">نمونه</text>', title="یلدا")


def test_what_is_filled_in_is_escaped():
    assert "&lt;b&gt; &amp;" in filled('<text data-text="{{ title }}"/>', title="<b> &")


def test_plain_words_around_a_placeholder_are_escaped_too():
    assert "A &amp; B" in filled('<text data-text="A &amp; {{ x }}"/>', x="B")


def test_a_comparison_in_a_data_attribute_reaches_jinja_unescaped():
    svg = filled("<rect data-set-width=\"{{ 4 if a &lt; 2 else 'no' }}\"/>", a=1)
    assert 'width="4"' in svg


def test_data_set_replaces_the_sample_also_in_style():
    svg = filled('<path d="M0 0" style="fill:#fff;opacity:.5" data-set-fill="{{ f }}"/>', f="#123456")
    assert 'fill="#123456"' in svg
    assert "fill:#fff" not in svg
    assert "opacity:.5" in svg


def test_the_first_line_that_inkscape_made_keeps_its_position():
    svg = filled(
        '<text data-text="{{ t }}"><tspan x="3" y="4">{{ ti</tspan><tspan x="3" y="5">tle }}</tspan></text>', t="یک"
    )
    assert svg.count("<tspan") == 1
    assert 'x="3"' in svg
    assert "یک" in svg


def test_the_style_of_the_samples_first_letters_is_that_of_the_words():
    svg = filled(
        '<text data-text="{{ t }}" style="font-size:80px;fill:none"><tspan x="1"><tspan style="font-size:32px;'
        'text-align:center">a</tspan><tspan style="font-size:9px">b</tspan></tspan></text>',
        t="ج",
    )
    assert 'style="font-size:32px;fill:none;text-align:center"' in svg
    assert svg.count("style=") == 1


def test_words_are_persian_unless_the_file_says_otherwise():
    assert 'lang="fa"' in filled("<text/>")
    assert (
        'lang="fa"'
        not in jinja_source(parse(HEAD.replace("<svg", '<svg lang="en"').encode() + b"</svg>", "a").getroot()).text
    )


def test_visible_braces_are_taken_as_they_stand():
    assert "{{ title }} {% x %}" in filled("<text>{{ title }} {% x %}</text>")


def test_attributes_other_than_data_do_not_speak_jinja():
    assert 'id="{{ 1 + 1 }}"' in filled('<rect id="{{ 1 + 1 }}"/>')


@pytest.mark.parametrize(("shown", "count"), [(True, 1), (False, 0)])
def test_data_if(shown: bool, count: int):
    assert filled('<g><rect data-if="{{ shown }}" x="1"/></g>', shown=shown).count("<rect") == count


def test_a_statement_in_a_comment_repeats():
    assert filled("<!--{% for i in range(3) %}--><rect/><!--{% endfor %}-->", range=range).count("<rect") == 3


def test_data_for_repeats_an_element_and_its_condition_sees_the_item():
    svg = filled('<g data-for="n in (3, 4, 5)" data-if="n != 4"><text data-text="{{ n }}">9</text></g>')
    assert svg.count("<g>") == 2
    assert ">3<" in svg and ">5<" in svg


def test_a_comment_that_is_no_statement_is_left_out():
    assert "note" not in filled("<!-- note {{ x }} -->")


def test_white_space_of_text_stays():
    assert ">a\n  b<" in filled("<text>a\n  b</text>")


def test_editor_markup_is_left_out():
    svg = filled(
        '<metadata><x xmlns="urn:y"/></metadata><sodipodi:namedview xmlns:sodipodi='
        '"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/><script>x</script><g/>'
    )
    assert "namedview" not in svg
    assert "metadata" not in svg
    assert "script" not in svg
    assert "<g/>" in svg


def test_a_line_of_the_source_leads_back_to_the_svg():
    source = jinja_source(
        parse(f'{HEAD}\n<g>\n<text\n  data-text="{{{{ wrong }}}}"/>\n</g></svg>'.encode(), "a.svg").getroot()
    )
    line = next(number for number, text in enumerate(source.lines, 1) if "wrong" in text)
    assert source.origin(line) == 4  # lxml gives the line on which a tag ends
