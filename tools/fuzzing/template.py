"""Class template: artboards whose data- attributes hold expressions, honest, odd and hostile ones."""

from __future__ import annotations

import re
from functools import cache
from random import Random
from xml.sax.saxutils import quoteattr

from jinja2 import Environment

from fuzzing.case import Case
from fuzzing.corpus import artboards
from fuzzing.mutation import FILES, NUMBERS, mutated_text, number, some, words
from fuzzing.svg import HEAD, attributes, element
from fuzzing.town import short_calendar

FILTERS, TESTS = sorted(Environment().filters), sorted(Environment().tests)
KINDS = (
    "occasion",
    "plaque",
    "news",
    "department",
    "report-cover",
    "report-summary",
    "scene",
    "month",
    "year",
    "calendar-cover",
    "x",
)
NAMES = (
    "title", "lettering", "message", "date", "brand", "brand.office", "brand.handles", "symbol", "symbols", "tones",
    "voice", "canvas", "canvas.width",
    "format", "format.id", "colour", "colour.ink", "line_sizes", "palette", "box", "days", "department", "figures",
    "photos", "nope", "self", "loop", "caller",
    "varargs", "kwargs", "none", "true", "range", "tints", "veil", "min", "max", "sum", "round", "namespace", "cycler",
    "joiner", "dict", "lipsum", "request",
)  # fmt: skip
METHODS = (
    "format", "format_map", "encode", "join", "split", "replace", "center", "zfill", "ljust", "expandtabs",
    "translate", "maketrans", "items", "keys", "get",
    "pop", "append", "clear", "update", "parse_raw", "parse_file", "model_dump", "model_copy", "model_construct",
    "copy", "json", "dict", "construct", "from_orm",
    "placed", "fitted", "__class__", "__init__", "__globals__", "__mro__", "__subclasses__", "__dict__",
    "__getattribute__", "__reduce_ex__", "mro", "gi_frame",
    "f_globals", "func_globals", "root", "path", "open", "read_text", "folder", "model_fields",
    "__pydantic_validator__", "__iter__", "__add__", "__len__",
)  # fmt: skip
ATTACKS = (
    "''.__class__.__mro__[1].__subclasses__()",
    "format.parse_raw('cos\\nsystem\\n(S\\'true\\'\\ntR.', content_type='pickle', allow_pickle=true)",
    "format.parse_file('../bait/secret.txt')", "format.__class__.parse_file('/etc/passwd')",
    "lipsum.__globals__.os.popen('id').read()",
    "cycler.__init__.__globals__.os.system('id')", "self._TemplateReference__context", "self.__init__.__globals__",
    "'{0.__class__.__mro__}'.format(title)",
    "'{a.__class__}'.format_map(dict(a=title))", "'%s' % title.__class__", "title|attr('__class__')",
    "title|attr('format')('x')", "[title]|map(attribute='__class__')|list",
    "[format]|map('attr','parse_file')|list", "2**2**30", "2**-2**30", "9**9**9", "'x'*10**9", "[0]*10**9",
    "'x'|center(10**9)", "'x'.center(10**9)", "'x'|indent(10**9)",
    "'%1000000000d'|format(1)", "'%1000000000d' % 1", "'{:1000000000}'.format(1)", "range(10**12)|list",
    "range(1999)|map('string')|list|length", "1e400", "1e400|int",
    "1/0", "1//0", "1%0", "[][1]", "{}.x", "'x'.encode('bz2')", "'x'.encode('rot13')", "title[::0]", "title[10**30]",
    "title[nope]", "-title", "title()", "halves(50, 50)",
    "'a'|batch(0)|list", "'abc'|batch(-1)|list", "'abc'|slice(0)|list", "'x'|wordwrap(0)", "'x y'|wordwrap(-1)",
    "1.5|round(10**9)", "1|round(-400)", "'x'|truncate(-1)",
    "[1,'a']|sort", "[1,[2]]|max", "{'a':1}|dictsort(by='x')",
    "'x'|replace('', 'y'*1000)|replace('y','z'*1000)|replace('z','w'*1000)", "'a'|tojson|safe", "title|pprint",
    "title|xmlattr", "{'a b':1}|xmlattr", "title|urlize|safe", "'a'~range(1999)|join('b'*9999)", "x if x else y",
    "'\\ud800'", "'\\x00'", "'\\u0001'", "'<b>'|safe", "'</svg>'|safe",
    "'<image href=\"/etc/passwd\"/>'|safe", "palette('x','y')", "palette(1)", "box('zz')", "box(1)", "box('a').x",
    "veil(1,2,3)", "tints('red')", "tints(1e999)", "range('a')",
    "range(0, 5, 0)", "min([])", "max()", "sum('ab')", "round('x')", "loop.index", "[[1]*999]*999|string|length",
    "dict(a=1)|tojson", "title.__str__", "title|string.__class__",
    "((((((((((((((((((((((1))))))))))))))))))))))", "not not not title", "title is divisibleby 0",
    "title is sameas(none)", "1 is in 5", "'a' in 5", "title|nope", "title is nope",
    "(title", "title)", "'", "{{ title }}", "}}", "{#", "title|d(1)|d(2)", "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "0b2", "1__0", "[1,2,3][0:1:2:3]", "a=b", "lambda: 1", "async", "%",
)  # fmt: skip
STATEMENTS = (
    "{% for i in range(1999) %}",
    "".join(f"{{% for {name} in range(1999) %}}" for name in "ijk") + "{% endfor %}" * 3, "{% endfor %}",
    "{% include '/etc/passwd' %}", "{% include '../bait/secret.txt' %}", "{% import 'x' as y %}", "{% extends 'x' %}",
    "{% from 'x' import y %}", "{% block a %}{{ self.a() }}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% macro m(a) %}{{ m(a) }}{{ m(a) }}{% endmacro %}{{ m(1) }}",
    "{% set x = title %}", "{% set x.y = 1 %}", "{% set title = title*99 %}",
    "{% do title.append(1) %}", "{% if title %}", "{% else %}", "{% endif %}", "{% raw %}",
    "{% filter upper %}x{% endfilter %}", "{% call m() %}{% endcall %}", "{% with a = 1 %}{% endwith %}",
    "{% autoescape false %}{{ '<b>' }}{% endautoescape %}", "{% trans %}x{% endtrans %}", "{% debug %}",
    "{% for a, b in title %}{% endfor %}", "{% for i in 5 %}{% endfor %}",
    "{% for x in [[[1]]] recursive %}{{ loop(x) }}{% endfor %}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}", "{%", "%}", "{% nope %}", "{% break %}",
)  # fmt: skip
_MADE_ALONE = re.compile(r"^kinds: \[(?:plaque|news)\]|\A(?!.*^kinds:)", re.DOTALL | re.MULTILINE)
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}|data-(?:if|for)=\"([^\"]*)\"", re.DOTALL)


def make(random: Random) -> Case:
    """An input of this class."""
    is_small = random.random() < 0.65
    about, content = _from_grammar(random) if is_small else _changed(random)
    folder, name = "templates_svg/x", random.choice(("square.svg", "square.svg", "opening.svg", "portrait.svg"))
    files = {f"{folder}/template.yaml": about.encode(), f"{folder}/{name}": content}
    files["occasions_calendar.yaml"] = short_calendar().replace(b"template: plain", b"template: x")
    return Case(_command(random, about, is_small), files, f"{folder}/{name}")


def expression(random: Random, depth: int = 0) -> str:
    """A Jinja expression."""
    if depth > 3 or random.random() < 0.2:
        return random.choice(
            (
                random.choice(NAMES),
                random.choice(honest()),
                repr(words(random)[:40]),
                random.choice(NUMBERS),
                random.choice(ATTACKS),
            )
        )
    one, other = expression(random, depth + 1), expression(random, depth + 1)
    return random.choice(
        (
            f"{one}|{random.choice(FILTERS)}",
            f"{one}|{random.choice(FILTERS)}({other})",
            f"{one} is {random.choice(TESTS)}",
            f"({one}).{random.choice(METHODS)}",
            f"({one}).{random.choice(METHODS)}({other})",
            f"({one})[{other}]",
            f"({one}) {random.choice(('+', '-', '*', '/', '//', '%', '**', '~', 'and', 'or', 'in', '==', '<'))} ({
                other
            })",
            f"{random.choice(drawing())}({
                ', '.join(expression(random, depth + 2) for _ in range(random.randint(0, 4)))
            })",
            f"{one} if {other} else {one}",
            f"[{one}, {other}]",
            f"{{'a': {one}}}",
        )
    )


@cache
def honest() -> tuple[str, ...]:
    """The expressions that the repository's artboards have."""
    found = (a or b for _, content in artboards() for a, b in _EXPRESSION.findall(content.decode()))
    return tuple(sorted({each.strip() for each in found}))


@cache
def drawing() -> tuple[str, ...]:
    """The functions that artboards may call."""
    from engine.charts import FUNCTIONS as CHARTS
    from engine.ornament import FUNCTIONS as ORNAMENT

    return (*sorted({**ORNAMENT, **CHARTS}), "tints", "veil", "box", "palette", "range", "min", "max", "round", "sum")


def _command(random: Random, about: str, is_small: bool) -> tuple[str, ...]:
    """`template check` for what is small: it draws an artboard in many sizes; else what makes a single piece."""
    if is_small and random.random() < 0.7:
        return ("template", "check", "x", *random.choice(((), (), (), ("--picture", "output/x.png"))))
    if "plaque" in about:
        return ("plaque", "--to", "علی", "--for", "کار", "--template", "x", "--format", "card", "-o", "output/p.pdf")
    if "news" in about:
        said = ("--title", "خبر", "--date", "1405/01/01")
        return ("news", *said, "--template", "x", "--formats", "tiny", "--jobs", "1", "-o", "output/n")
    return ("year", "1405", "--only", "yalda-night", "--formats", "tiny", "--jobs", "1")


def _from_grammar(random: Random) -> tuple[str, bytes]:
    about = f"title: x\nkinds: [{random.choice(KINDS)}]\n" + random.choice(("", "tones: [festive]\n", "beside: [x]\n"))
    parts = [_part(random) for _ in range(random.randint(1, 4))]
    if random.random() < 0.3:
        parts.append(element(random))
    return about, (HEAD + 'viewBox="0 0 120 120" width="120" height="120">\n' + "\n".join(parts) + "\n</svg>").encode(
        "utf-8", "surrogatepass"
    )


def _part(random: Random) -> str:
    said = _placeholder(random)
    name = random.choice(("text", "text", "rect", "image", "g", "path"))
    given = [f"data-text={quoteattr(_clean(said))}"] if name == "text" else []
    for key in some(
        random, ("x", "width", "fill", "d", "href", "font-size", "style", "transform", "class", "x:y", ""), 2
    ):
        given.append(f"data-set-{key}={quoteattr(_clean(_placeholder(random)))}")
    for key in some(
        random,
        (
            "data-if",
            "data-for",
            "data-symbol",
            "data-photo",
            "data-logo",
            "data-qr",
            "data-fit",
            "data-line-sizes",
            "data-tones",
        ),
        2,
    ):
        value = f"x in {expression(random)}" if key == "data-for" else expression(random)
        given.append(f"{key}={quoteattr(_clean(random.choice((value, _placeholder(random), random.choice(FILES)))))}")
    unique = {each.partition("=")[0]: each for each in given if not each.startswith("data-set-=")}
    statement = f"<!--{_clean(random.choice(STATEMENTS))}-->" if random.random() < 0.2 else ""
    shape = attributes(random, name) if random.random() < 0.3 else ' y="20" width="40" height="40" font-size="9"'
    return f"{statement}<{name} {' '.join(unique.values())}{_other(shape, unique)}>x</{name}>"


def _other(shape: str, given: dict[str, str]) -> str:
    """Attributes without those that are given already."""
    return "".join(
        each for each in re.findall(r'\s[\w:-]+="[^"]*"', shape) if each.strip().partition("=")[0] not in given
    )


def _placeholder(random: Random) -> str:
    pick = random.random()
    if pick < 0.15:
        return random.choice(STATEMENTS)
    return (
        "{{ "
        + (random.choice(ATTACKS) if pick < 0.5 else expression(random))
        + " }}"
        + random.choice(("", " x", number(random)))
    )


def _clean(text: str) -> str:
    return "".join(each for each in text if each in "\t\n" or " " <= each < "\ufffe" or each > "\uffff").replace(
        "--", "- -"
    )


def _changed(random: Random) -> tuple[str, bytes]:
    about, content = random.choice([pair for pair in artboards() if _MADE_ALONE.search(pair[0])])
    return about, mutated_text(random, content.decode(), _part).encode("utf-8", "surrogatepass")
