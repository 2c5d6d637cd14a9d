"""What a template can reach, and how much it can do: it computes, and does not act."""

from __future__ import annotations

import dataclasses
import html
import inspect
import io
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Undefined
from markupsafe import Markup
from pydantic import BaseModel

from engine.errors import BadInput, BadInputValue
from engine.review.samples import samples
from engine.svg import Box
from engine.templates.boxes import Boxes
from engine.templates.canvas import canvas_of
from engine.templates.fill import fill, values_for
from engine.templates.filters import FILTERS, METHODS, TESTS
from engine.templates.library import Artboard
from engine.templates.sandbox import ENVIRONMENT, drawing_functions
from engine.templates.values import Function, Record, kind_of
from engine.templates.work import Work
from engine.workspace import Workspace

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT)
CORPUS = sorted((Path(__file__).parent / "hostile").glob("*.svg"))
TEMPLATES = (
    "arch", "teaser-arch", "plaque-warm", "news-collage", "calendar-01", "calendar-year", "calendar-cover",
    "report-cover", "report-department", "report-summary",
)  # fmt: skip
"""One template of each kind of brief."""
OFFERED = {"placed", "fitted", "box", "palette", "tints", "veil", "range", "min", "max", "round", "sum"}
METHODS_OFFERED = {name for methods in METHODS.values() for name in methods}
NAMES = [
    *{name for each in (str, list, tuple, dict, int, float, type, BaseModel, Box, Function, Record, io.IOBase)
      for name in dir(each)},
    "gi_frame", "f_globals", "__globals__", "__self__", "__wrapped__", "__func__", "cr_frame", "_call", "func",
]  # fmt: skip


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., str]:
    """The words that an expression, or a whole drawing, gives on a news card."""
    brief = samples(WORKSPACE, WORKSPACE.templates.by_id["news-collage"])[0].brief
    colours = WORKSPACE.templates.palettes.colours(brief.tone, brief.palette)
    path = tmp_path / "square.svg"

    def fill_in(expression: str = "", drawing: str = "") -> str:
        text = drawing or f'<text data-text="{html.escape(expression)}">x</text>'
        path.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n<rect id="c" width="9" height="9"/>\n'
            f"{text}\n</svg>",
            encoding="utf-8",
        )
        format = WORKSPACE.formats.by_id["square"]
        data = {**brief.placeholders, "brand": WORKSPACE.brand}
        made = fill(WORKSPACE.templates, Artboard(path), format, data, colours)
        return "".join(map(str, made.tree.getroot().itertext())).strip()

    return fill_in


def values(template: str) -> dict[str, object]:
    brief = samples(WORKSPACE, WORKSPACE.templates.by_id[template])[0].brief
    format = WORKSPACE.formats.by_id["square"]
    box = Box(0, 0, 100, 100)
    shown = {
        **brief.placeholders,
        "brand": WORKSPACE.brand,
        "canvas": canvas_of(box, format),
        "format": format,
        "colour": WORKSPACE.templates.palettes.colours(brief.tone, brief.palette),
    }
    return {**ENVIRONMENT.globals, **values_for(shown, Boxes({"c": box}), WORKSPACE.templates.palettes)}


def reached(value: object, way: str, seen: set[tuple[str, ...]], depth: int = 0) -> Iterator[tuple[str, object]]:
    """All that a template comes to from a value: by names, by items, by what calls without arguments give."""
    kind = (kind_of(value), getattr(value, "name", "") if isinstance(value, Function) else "")
    yield way, value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    for part in list(parts)[:12]:
        yield from reached(part, f"{way}[…]", seen, depth + 1)
    if depth > 8 or kind in seen:
        return
    seen.add(kind)
    own = tuple(object.__getattribute__(value, "_values")) if isinstance(value, Record) else ()
    fields = [each.name for each in dataclasses.fields(value)] if dataclasses.is_dataclass(value) else []
    for name in dict.fromkeys((*own, *fields, *NAMES)):
        for ask in (ENVIRONMENT.getattr, ENVIRONMENT.getitem):
            try:
                found = ask(value, name)
            except BadInput:
                continue
            if not isinstance(found, Undefined):
                yield from reached(found, f"{way}.{name}", seen, depth + 1)
    if isinstance(value, Function):
        for args in ((), (1,), ("c",), ("a", "b"), (1, 2, 3, 4)):
            try:
                found = value.called(Work(), args, {})
            except (BadInput, TypeError, ValueError, LookupError, AttributeError):
                continue
            yield from reached(found, f"{way}(…)", seen, depth + 1)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_reaches_plain_values_and_functions_on_the_list(template: str) -> None:
    seen: set[tuple[str, ...]] = set()
    given = values(template)
    assert any(isinstance(value, Record) for value in given.values())
    for name, value in given.items():
        for way, found in reached(value, name, seen):
            assert not isinstance(
                found,
                (BaseModel, Path, type, io.IOBase, types.ModuleType, types.FrameType, types.CodeType,
                 types.FunctionType,
                 types.MethodType, types.BuiltinFunctionType, types.GeneratorType, bytes),
            ), way  # fmt: skip
            if isinstance(found, Function):
                assert found.name in OFFERED | METHODS_OFFERED, way
            else:
                assert not callable(found), way
                plain = isinstance(found, (str, int, float, list, tuple, dict, Record, type(None)))
                assert plain or dataclasses.is_dataclass(found), way


def test_python_can_call_no_function_of_a_template() -> None:
    for function in (*ENVIRONMENT.globals.values(), *drawing_functions().values()):
        assert isinstance(function, Function) and not callable(function)


def test_filters_and_tests_are_those_on_the_list() -> None:
    inner = ENVIRONMENT.filters.keys() - FILTERS.keys()
    assert all(" " in name for name in inner)  # so that no template can write one
    assert ENVIRONMENT.tests.keys() == TESTS.keys()
    assert (
        not {"attr", "format", "pprint", "xmlattr", "safe", "tojson", "random", "groupby"} & ENVIRONMENT.filters.keys()
    )
    assert not {"callable", "filter", "test"} & ENVIRONMENT.tests.keys()
    for each in ENVIRONMENT.filters.values():
        assert inspect.isfunction(each)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.stem)
def test_a_hostile_artboard_is_refused_in_a_sentence(case: Path, filled: Callable[..., str]) -> None:
    inside = case.read_text(encoding="utf-8").partition(">")[2].rpartition("</svg>")[0]
    with pytest.raises(BadInput) as told:
        filled(drawing=inside)
    assert ".svg:" in str(told.value)
    assert len(str(told.value)) < 700
    assert not (Path.cwd() / "PWNED").exists()


ESCAPES = (
    "format.parse_raw('x', content_type='pickle', allow_pickle=true)", "format.parse_file('/etc/passwd')",
    "format.model_construct()", "brand.model_copy()", "format.__class__", "format['__class__']", "''.__class__.__mro__",
    "''['__class__']", "[].__class__", "(1).__class__", "{}.__class__", "none.__class__", "format|attr('__class__')",
    "[format]|map(attribute='__class__')|list", "[format]|map('attr', '__class__')|list",
    "[format]|selectattr('__class__')|list", "[format]|sort(attribute='__class__')", "'{0.__class__}'.format(1)",
    "'{0.__class__}'.format_map({})", "'{0}'|format(1)", "'%(a)s' % {'a': 1}", "'%*d' % (9, 1)",
    "cycler.__init__.__globals__", "joiner.__init__", "lipsum.__globals__", "namespace()", "dict(a=1)", "self",
    "super()",
    "self._TemplateReference__context", "range.__class__", "range._call", "range.called", "girih.__wrapped__",
    "photos[0].placed.__self__", "photos[0]._values", "canvas.bleed.grown(1, 1)", "canvas.__dataclass_fields__",
    "colour.pop('ink')", "colour.update({})", "[1].append(2)", "'x'.encode('bz2')", "'x'.translate({})",
    "(title|escape).__html__()", "(title|escape).format(1)", "title|pprint", "title|xmlattr", "title|safe",
    "min([2, 1], key=title)", "[1]|map(min)|list", "nothere._undefined_exception", "nothere.__class__",
    "veil({'href': 'file:///etc/passwd'}, box('c'), (0, 0, 1, 1), '#000000', '#ffffff')", "title()", "brand()",
)  # fmt: skip


@pytest.mark.parametrize("expression", ESCAPES)
def test_a_way_out_is_refused_in_a_sentence(expression: str, filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match=r"square\.svg:3: "):
        filled(f"{{{{ {expression} }}}}")


STATEMENTS = (
    "{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}", "{% extends 'x' %}",
    "{% block a %}{% endblock %}", "{% set ns.x = 1 %}", "{% for i in [1] recursive %}{{ loop([]) }}{% endfor %}",
    "{% for i in [1] %}{{ loop._iterable }}{% endfor %}", "{% for i in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% macro f() %}{% endmacro %}{{ f._func }}",
    "{% macro f() %}{{ caller.name }}{% endmacro %}{% call f() %}{% endcall %}",
)  # fmt: skip


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_statement_that_is_not_on_the_list_is_refused(statement: str, filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match=r"square\.svg:3: "):
        filled(statement)


ENDLESS = (
    "{% for i in range(1999) %}{% for j in range(1999) %}{% for k in range(1999) %}" + "{% endfor %}" * 3,
    "{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f() %}" + "y" * 100_000 + "{% endmacro %}{% for i in range(2000) %}{% set z = f() %}{% endfor %}",
    "{% for i in range(2000) %}{% set z %}" + "y" * 100_000 + "{% endset %}{% endfor %}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40,
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40,
    "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
    "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40,
    "{% set a = (1,) %}" + "{% set a = (a, a) %}" * 16 + "{% for i in range(2000) %}{{ {}.get(a) }}{% endfor %}",
    "{% set a = 'x' * 900000 %}{% for i in range(2000) %}{% if a in a ~ 'y' %}{% endif %}{% endfor %}",
    "{% set a = 'x' * 900000 %}{% for i in range(2000) %}{{ 'y' in a }}{{ 'y' is in a }}{% endfor %}",
    "{% set a = 'x ' * 100000 %}{% for i in range(2000) %}{{ a | title | wordcount }}{% endfor %}",
    "{% for i in range(2000) %}{{ veil(photos[0], area(0, 0, 9, 9), (0, 0, 9, i), '#000000', '#ffffff') }}{% endfor %}",
    "{% set a = 999999999 %}" + "{% set a = a * a %}" * 40,
    *(f"{{{{ {expression} }}}}" for expression in (
        "2 ** (2 ** 30)", "9 ** 9 ** 9", "1e308 * 10", "'x' * 10 ** 9", "10 ** 9 * 'x'", "[1] * 10 ** 9",
        "(1,) * 10 ** 7",
        "'x' | center(10 ** 9)", "'x'.center(10 ** 9)", "'x'.ljust(10 ** 9)", "'x'.rjust(10 ** 9)",
        "'x'.zfill(10 ** 9)",
        "'%1000000000d' % 1", "'%.1000000000f' % 1", "'%9999999999d' is odd", "'%9999999999d' is divisibleby(3)",
        "round(5, -10 ** 9)", "5 | round(10 ** 9)", "'x' | round(9, 'ceil')", "1 | figure(10 ** 9)", "range(10 ** 9)",
        "title | replace('', 'x' * 100000)",
        "('a' * 10 ** 6).rfind('b' + 'a' * 10 ** 6)", "('a' * 10 ** 6).strip('b' * 10 ** 6 + 'a')",
        "('a' * 10 ** 6) | trim('b' * 10 ** 6 + 'a')",
        "('x' * 1000000) | list | join('y' * 1000000)", "('9' * 4000) | int",
        "tints('#ffffff', '#000000', 10 ** 6)", "icons(10 ** 9, box('c'), each=0.001)",
        "rays(0, 0, 1, 9, share=10 ** 6)",
        "girih_bands(0, 0, 100000, 1080)", "scrolls(0, 0, 360, 0.000001)", "hills(0, 0, 100, 100, 0, waves=10 ** 5)",
        "waves(0, 0, 100, 100, 0, length=0.001)",
    )),
)  # fmt: skip


def test_what_a_filter_calls_for_each_item_counts(filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match="steps"):
        filled("{% for i in range(300) %}{{ range(700) | map('string') | first }}{% endfor %}")


@pytest.mark.parametrize("endless", ENDLESS, ids=range(len(ENDLESS)))
def test_work_without_end_is_refused(endless: str, filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match=r"square\.svg:3: "):
        filled(endless)


WRONG = (
    "1e400", "'inf' | float", "'nan' | float", "9" * 4000, "9" * 5000, "0x" + "f" * 99, "1 / 0", "0 ** -1",
    "(-8) ** 0.5",
    "(" * 500 + "1" + ")" * 500, "[" * 300 + "]" * 300, "+".join(["1"] * 3000), "-" * 3000 + "1", "1" + "|abs" * 3000,
    "a" + ".a" * 3000, "'\\ud800'", "'\\x00'", "'\\ufffe'", "photos[99]", "photos['a']", "photos[(1, 2)]",
    "photos[::0]",
    "title['a':'b']", "format[1:2]", "{[1]: 2}", "{(1, 2): 2}", "{}[[]]", "[1, 'a'] | sort", "['a'] | sum", "max([])",
    "'a' < 1", "'a' in 5", "5 | items", "colour | dictsort(by='x')", "title | truncate(1, true, '....')", "1 | nope",
    "1 is nope", "[1] | map('nope') | list", "halves(50, 50)", "columns([1], 50, 1)", "columns([1, 2], box('c'), 0)",
    "columns('abc', box('c'), 1)", "ring([0], box('c'))", "box(1)", "box('zz')", "palette(1, 2)", "tints('a', 'b', 3)",
    "girih()", "girih(foo=1)", "girih(0, 0, 9, 9, cell='a')", "girih(0, 0, 9, 9, tiling=[1])", "lobed(0, 0, 0)",
    "photos[0].placed(0, 0, 'a', 1)", "'a' | figure", "box(**{1: 'c'})", "min()", "title.index('zzz')", "nothere + 1",
)  # fmt: skip


@pytest.mark.parametrize("expression", WRONG, ids=range(len(WRONG)))
def test_what_an_expression_raises_is_a_mistake_with_its_line(expression: str, filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match=r"square\.svg:3: "):
        filled(f"{{{{ {expression} }}}}")


@pytest.mark.parametrize(
    "statement",
    ["{% for i in [1] %}" * 300 + "{% endfor %}" * 300, "{% if 1 %}" * 300 + "{% endif %}" * 300, "{{ 1 }}" * 60_000],
    ids=["loops", "conditions", "many"],
)
def test_what_python_can_not_compile_is_a_mistake_with_its_line(statement: str, filled: Callable[..., str]) -> None:
    with pytest.raises(BadInput, match=r"square\.svg:3: "):
        filled(statement)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("{{ 'a b'.split(' ')[1] }}{{ 'ab'[1:] }}{{ [1, 2][0] + 3 }}", "b" + "b" + "4"),
        ("{{ '%.6g' % 1.5 }}{{ '%g' % 2 }}{{ '%s-%02d' % ('a', 3) }}", "1.52a-03"),
        ("{{ {'a': 1}.get('a') }}{{ {'a': 1}.get('b', 2) }}", "12"),
        ("{% for a in [3, 1] | sort %}{{ loop.index }}{{ loop.last }}{{ a }};{% endfor %}", "1False1;2True3;"),
        ("{% macro f(x) %}<{{ x }}>{% endmacro %}{{ f(1) }}", "<1>"),
        ("{% set a %}<{{ 1 }}>{% endset %}{{ a }}{{ a | length }}", "<1>9"),
        ("{{ [1, 2, 3] | select('gt', 1) | map('string') | join('·') }}", "2·3"),
        ("{{ nothere | default('d') }}{{ nothere is defined }}{{ 3 if false }}", "dFalse"),
        ("{{ 2 ** 10 }}{{ 7 // 2 }}{{ 7 % 4 }}{{ -3 | abs }}{{ 2.567 | round(1) }}", "10243332.6"),
        ("{{ format.aspect }}{{ format.margin.x }}{{ photos[0].placed(0, 0, 9, 9).x < 0 }}", "1.00.035True"),
        ("{{ '<' ~ 1 ~ '&' }}", "<1&"),
    ],
)
def test_what_is_computed_is_what_jinja_computes(expression: str, words: str, filled: Callable[..., str]) -> None:
    assert filled(expression) == words


def test_a_fault_of_ours_is_not_laid_on_the_template(
    filled: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.charts.places.Box", None)
    with pytest.raises(TypeError):
        filled("{{ area(0, 0, 1, 1) }}")


def test_broken_xml_that_a_template_writes_is_told_with_the_line_of_the_artboard(filled: Callable[..., str]) -> None:
    drawing = "<!--{% set a %}--><g/><!--{% endset %}-->\n<text data-text=\"{{ a | replace('/', '') }}\"/>"
    with pytest.raises(BadInput, match=r"square\.svg:\d+: broken XML") as told:
        filled(drawing=drawing)
    assert "square.svg:3: " in str(told.value)  # where the element that stays open begins


def test_a_number_that_is_none_is_refused_at_the_door_of_a_function() -> None:
    with pytest.raises(BadInputValue):
        drawing_functions()["star"].called(Work(), (0, 0, float("nan")), {})


def test_texts_with_marks_stay_texts() -> None:
    assert ENVIRONMENT.from_string("{{ a.upper() }}").render({"a": Markup("&amp;b")}) == "&AMP;B"
