"""What a template's review says: each fault with its file and line, and nothing of what is right."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from engine.cli import naqsh
from engine.errors import BadInput
from engine.formats import Formats
from engine.review import Review, reviewed
from engine.review.samples import formats_for, samples
from engine.review.source import ATTRIBUTES
from engine.workspace import Workspace

type Check = Callable[[str], list[str]]

GROUND = '<rect width="1000" height="1000" class="fill-ground" data-cover="bleed"/>'
TITLE = (
    '<defs><rect id="box" x="150" y="150" width="700" height="400"/></defs><text id="title" class="fill-ink" '
    'style="shape-inside:url(#box);font-family:Vazirmatn;font-size:90px;text-align:center;'
    'white-space:pre-line;direction:rtl" lang="fa" '
    'data-text="{{ lettering }}" data-lettering="stack" data-fit="grow">یلدا</text>'
)


def write(workspace: Workspace, body: str, about: str = "title: نمونه", shape: str = "square") -> Path:
    folder = workspace.templates.root / "mine"
    folder.mkdir(exist_ok=True)
    (folder / "template.yaml").write_text(about, encoding="utf-8")
    (folder / f"{shape}.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 1000 {2000 if shape == "tall" else 1000}">\n{GROUND}\n{TITLE}\n{body}\n</svg>',
        encoding="utf-8",
    )
    return folder


def review_of(workspace: Workspace, formats: tuple[str, ...] = ()) -> Review:
    """The review in some formats of the workspace, else in all."""
    opened = Workspace(workspace.root)
    if formats:
        some = Formats(default=formats, formats=opened.formats.select(formats))
        opened.__dict__["formats"] = some  # as if it had been read from formats.yaml
    return reviewed(opened, "mine")


@pytest.fixture
def faults(workspace: Workspace) -> Check:
    """What is wrong with a square artboard of this body, which begins on line 4: errors and warnings."""

    def check(body: str, about: str = "title: نمونه") -> list[str]:
        write(workspace, body, about)
        remarks = review_of(workspace, ("square",)).remarks
        return [f"{each.level} {each.mistake}" for each in remarks if each.level != "note"]

    return check


def only(told: list[str]) -> str:
    (one,) = told
    return one


def test_a_sound_template_has_no_faults(faults):
    assert faults('<path class="stroke-accent" fill="none" stroke="#ff0000" d="M200 800h600"/>') == []


def test_words_of_all_lengths_are_tried_and_the_longest_in_all_shapes(workspace):
    write(workspace, "")
    trials = review_of(workspace).trials
    assert [trial.sample.words for trial in trials[:3]] == ["sample", "shortest", "longest"]
    write(workspace, "", shape="tall")
    formats = [(trial.format.id, trial.sample.words) for trial in review_of(workspace).trials]
    assert ("story", "shortest") in formats
    assert ("rollup-85x200", "longest") in formats
    assert ("rollup-85x200", "shortest") not in formats  # one trial shows whether words fit into a like shape
    assert "banner-600x200" not in dict(formats)  # far from any artboard
    letterings = [len(trial.sample.brief.placeholders["lettering"]) for trial in trials[:3]]
    assert letterings[1] < letterings[0] < letterings[2]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<g>\n<text data-text="{{ titel }}">x</text></g>', 
            "square.svg:5: the placeholder “titel” is not in the brief; write “title”"),
        ('<text data-text="{{ brand.ofice }}">x</text>', 
            "square.svg:4: the placeholder “brand.ofice” is not in the brief; write “brand.office”"),
        ('<rect data-set-x="{{ canvas.trim.x + canvas.blead.x }}"/>', "write “canvas.bleed”"),
        ('<g data-if="symbl == 1"/>', "square.svg:4: the placeholder “symbl” is not in the brief; write “symbol”"),
        ('<text data-text="{{ title | digit }}">x</text>', 
            "square.svg:4: nothing called “digit” changes a value; write “digits”"),
        ("<g/>\n<!--{% fro i in x %}-->", "square.svg:5: the placeholder can't be filled"),
        ('<rect data-set-d="{{ girih(0, 0, 9, 9, tilling=2) }}"/>',
            "square.svg:4: girih takes no “tilling”; write “tiling”"),
        ('<rect data-set-d="{{ girih(0, 0) }}"/>', "write girih(x, y, width, height)"),
        ('<text data-text="{{ symbols[7] }}">x</text>', "square.svg:4: a placeholder asks for a part of a list"),
        ('<image data-symbol="tulip" data-whole="true" x="900" y="700" width="200" height="200"/>', "is cut off"),
        ("<g>\n</h>", "square.svg:5: broken XML"),
        (f"<g>{'<g/>' * 2000}\n</h>", "square.svg:5: broken XML"),
        ("<text>{{ title }}</text>", "square.svg:4: the visible text “{{ title }}” is drawn with its braces"),
        ('<text><tspan>{{ ti</tspan><tspan>a {{ title }}</tspan></text>', "“a {{ title }}” is drawn with its braces"),
        ('<rect width="{{ w }}"/>', 
            'square.svg:4: the attribute width="{{ w }}" is not filled in; name it data-set-width'),
        ('<rect data-text="{{ title }}"/>', "data-text stands on <rect>, which shows no words"),
        ('<image data-symbol="tulp" width="9" height="9"/>', "square.svg:4: there is no symbol “tulp”; write “tulip”"),
        ('<path class="fill-acent" d="M0 0h9v9"/>', 
            "square.svg:4: the palette has no colour for the class “fill-acent”; write “fill-accent”"),
        ("<path data-set-class=\"{{ 'fill-inkk' if title else 'fill-ink' }}\" d=\"M0 0h9v9\"/>", "“fill-inkk”"),
        ('<text x="300" y="700" class="fill-ink" font-size="60" data-text="&#x10FFFD;">x</text>',
            "square.svg:4: no font has"),
    ],
)  # fmt: skip
def test_an_error_is_told_with_its_line_and_what_to_write(faults, body, told):
    message = only(faults(body))
    assert message.startswith("error")
    assert told in message


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            '<g data-layer="ornament"/><g data-layer="light"/>',
            "square.svg:4: the layer “light” stands on top of a layer that belongs in front of it; "
            "put the layers in this order, from back to front: ground, light, ornament, lettering",
        ),
        ('<g><g data-layer="light"/></g>', "square.svg:4: the mark data-layer stands inside of a group"),
        ('<g data-layer="sky"/>', "square.svg:4: data-layer can't be “sky”; write"),
        ('<g data-txet="{{ title }}"/>', "square.svg:4: the attribute data-txet means nothing; write “data-text”"),
        ('<g data-pin="botom"/>', "square.svg:4: data-pin can't be “botom”; write “bottom”"),
        ('<path style="fill:#e01b24" d="M200 700h90v90z"/>', "square.svg:4: the fill #e01b24 is no colour"),
        (
            '<linearGradient id="g"><stop\nstop-color="red"/></linearGradient><path fill="url(#g)" d="M200 700h9v9z"/>',
            "square.svg:5: the stop-color red is no colour of the palette",
        ),
        (
            '<text x="300" y="700" class="fill-ink" font-family="B Titr" font-size="60">سلام</text>',
            "square.svg:4: the font “B Titr” is not in fonts.yaml: the text is set in Markazi Text",
        ),
        ('<path class="fill-ink" d="M-900 0h90v9z"/>', "square.svg:4: this is drawn outside of the canvas"),
        (
            '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>\n'
            '<path filter="url(#f)" class="fill-ink" d="M200 700h90v9z"/>',
            "square.svg:5: “<path>” uses filter, which renderers draw differently",
        ),
        (
            '<mask id="m"><path fill="#888" d="M0 0h999v999"/><path fill="#fff" d="M0 0h99v99"/></mask>'
            '<path mask="url(#m)" class="fill-ink" d="M200 700h9v9z"/>',
            "square.svg:4: the mask “m” has shades that print can't draw",
        ),
    ],
)  # fmt: skip
def test_a_warning_is_told_with_its_line(faults, body, told):
    message = only(faults(body))
    assert message.startswith("warning")
    assert told in message


@pytest.mark.parametrize(
    "body",
    [
        '<linearGradient id="unused"><stop stop-color="red"/></linearGradient>',
        '<g style="display:none"><path fill="#123456" d="M0 0h9v9"/></g>',
        '<clipPath id="c"><path fill="#123456" d="M0 0h9v9"/></clipPath>',
        '<text x="300" y="700" class="fill-ink" font-size="60"><tspan style="fill:#123456">x</tspan></text>',
        '<path class="fill-ink" data-if="symbol == \'dome\'" d="M200 700h9v9"/>',
        '<path class="fill-ink" data-for="n in range(3)" d="M200 700h9v9"/>',
    ],
)
def test_what_is_right_is_not_told(faults, body):
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<text x="300" y="700" class="fill-ink" font-size="60">سلام</text>', "square.svg:4: the words “سلام” are the"),
        ('<image href="../_symbols/dove.svg" x="400" y="700" width="99" height="99"/>', "square.svg:4: this symbol is"),
    ],
)
def test_what_may_be_a_forgotten_sample_is_noted(workspace, body, told):
    write(workspace, body)
    assert any(told in str(each.mistake) for each in review_of(workspace, ("square",)).remarks if each.level == "note")


def test_a_ground_that_stays_behind_the_edges_is_told(workspace):
    folder = write(workspace, "")
    square = folder / "square.svg"
    square.write_text(square.read_text(encoding="utf-8").replace(' data-cover="bleed"', ""), encoding="utf-8")
    assert "the ground does not reach all edges" in only(
        [str(each.mistake) for each in review_of(workspace, ("portrait",)).remarks if each.level == "error"]
    )


def test_a_title_keeps_its_lines_however_its_sample_was_typed(workspace):
    square = write(workspace, "") / "square.svg"
    before = [trial.artwork.svg for trial in review_of(workspace, ("square",)).trials]
    square.write_text(square.read_text(encoding="utf-8").replace("white-space:pre-line;", ""), encoding="utf-8")
    assert [trial.artwork.svg for trial in review_of(workspace, ("square",)).trials] == before


def test_text_that_overflows_is_told_with_the_words_that_do(workspace):
    write(
        workspace,
        '<defs><rect id="low" x="150" y="600" width="700" height="60"/></defs>\n<text class="fill-ink" '
        'style="shape-inside:url(#low);font-size:50px;direction:rtl" data-fit="shrink" data-fit-floor="0.8" '
        'data-text="{{ message }}">x</text>',
    )
    remark = next(each for each in review_of(workspace).remarks if "out of its box" in str(each.mistake))
    assert remark.level == "error"
    assert remark.mistake.place.line == 5
    assert ("square", "longest") in remark.seen


def test_an_artboard_that_can_t_be_made_is_tried_once(workspace):
    write(workspace, '<image data-set-href="{{ \'none.png\' }}" width="9" height="9"/>')
    review = review_of(workspace)
    assert [trial.sample.words for trial in review.trials] == ["sample"]
    assert any("none.png” is missing" in str(each.mistake) for each in review.remarks if each.level == "error")


def test_a_coarse_photograph_is_told(workspace):
    folder = write(workspace, '<image href="photo.png" x="200" y="600" width="600" height="300"/>')
    Image.new("RGB", (60, 30), "red").save(folder / "photo.png")
    assert any(
        "square.svg:4: the picture" in str(each.mistake) and "too coarse" in str(each.mistake)
        for each in review_of(workspace).remarks
    )


def test_unknown_tones_are_told_with_the_line_of_template_yaml(faults):
    assert "template.yaml:3: there is no tone “celebraton”; write “celebration”" in only(
        faults("", "title: نمونه\ntones:\n  - celebraton\n")
    )


def test_notes_tell_of_shapes_and_of_what_was_left_out(workspace):
    write(workspace, "")
    write(
        workspace, '<text x="300" y="900" font-size="60" class="fill-ink" data-text="{{ date }}">x</text>', shape="tall"
    )
    notes = "\n".join(str(each.mistake) for each in review_of(workspace).remarks)
    assert "square.svg: this artboard leaves out date" in notes
    assert "are drawn on “square”, far from their own shape: a part of them stays empty; add an artboard of " in notes


def test_a_template_that_does_not_exist_is_bad_input(workspace):
    with pytest.raises(BadInput, match="there is no template “mine”"):
        review_of(workspace)


def test_every_attribute_that_the_engine_reads_is_known():
    engine = Path(__file__).parents[2] / "engine"
    sources = [path.read_text(encoding="utf-8") for path in engine.rglob("*.py") if path.parent.name != "review"]
    read = {name for text in sources for name in re.findall(r"[\"'](data-[a-z]+(?:-[a-z]+)*)[\"']", text)}
    assert read - {"data-line"} == set(ATTRIBUTES)  # data-line is how fill remembers lines


@pytest.mark.parametrize("kind", ["plaque", "month", "calendar-cover", "year"])
def test_templates_of_all_kinds_have_samples(workspace, kind):
    write(
        workspace,
        '<text x="300" y="900" class="fill-ink" data-text="{{ date }}">x</text>',
        f"title: x\ntones: [literary]\nkinds: [{kind}]",
    )
    workspace = Workspace(workspace.root)
    template = workspace.templates.by_id["mine"]
    assert {sample.brief.kind for sample in samples(workspace, template)} == {kind}
    assert {format.medium for format in formats_for(workspace, template)} == {"print"}


def test_each_artboard_of_a_teaser_is_tried_with_its_own_scenes(workspace):
    for part in ("opening", "closing"):
        text = '<text x="500" y="800" class="fill-ink" font-size="40" data-text="{{ text }}">x</text>'
        write(workspace, text, "title: x\ntones: [literary]\nkinds: [scene]", shape=part)
    trials = review_of(workspace, ("tv-hd", "square")).trials
    tried = {(each.artboard.part, each.sample.brief.part, each.format.id, each.sample.words) for each in trials}
    assert tried == {
        (part, part, "tv-hd", words) for part in ("opening", "closing") for words in ("sample", "shortest", "longest")
    }


def test_the_command_lists_draws_and_exits_with_2(workspace, monkeypatch, tmp_path):
    write(workspace, '<path fill="#123456" d="M200 700h90v90"/>')
    monkeypatch.chdir(workspace.root)
    picture = tmp_path / "mine-check.png"
    run = CliRunner().invoke(naqsh, ["template", "check", "mine", "--picture", str(picture)], standalone_mode=False)
    assert run.return_value == 0
    assert "warning  templates_svg/mine/square.svg:4  the fill #123456" in run.stdout
    tries = len(review_of(workspace).trials)
    assert tries > 3
    assert Image.open(picture).width > 300 * tries  # each is shown, 300 px high and as wide or a little less
    write(workspace, "<text>{{ title }}</text>")
    run = CliRunner().invoke(naqsh, ["--lang", "fa", "template", "check", "mine"], standalone_mode=False)
    assert run.return_value == 2
    assert "متن دیدنی «{{ title }}»" in run.stdout


def test_nothing_is_computed_while_names_are_looked_for(faults):
    assert "parse" in only(faults("""<g data-set-opacity="{{ 1 if {'a': 1}.parse else 0 }}"/>"""))
