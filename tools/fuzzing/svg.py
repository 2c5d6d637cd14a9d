"""Class svg: drawings from a grammar of SVG, and the repository's drawings changed, for `render` and `check`."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape, quoteattr

from fuzzing.case import Case
from fuzzing.corpus import drawings
from fuzzing.mutation import FILES, NUMBERS, mutated_bytes, mutated_text, number, some, words

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
IDS = ("a", "b", "c", "d", "e")
SHAPES = ("rect", "circle", "ellipse", "line", "polyline", "polygon", "path")
CONTAINERS = ("g", "a", "svg", "switch", "symbol", "defs", "marker", "mask", "clipPath", "pattern", "text", "unknown")
SERVERS = ("linearGradient", "radialGradient", "pattern", "mask", "clipPath", "marker", "filter", "symbol")
PRIMITIVES = (
    "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap", "feFlood", "feImage", "feMerge", "feMorphology", "feSpecularLighting", "feTile",
    "feTurbulence", "feDropShadow", "feUnknown",
)  # fmt: skip
UNITS = ("", "", "", "px", "mm", "cm", "in", "pt", "pc", "em", "ex", "rem", "%", "vw", "vmin", "Q", "deg", "foo")
COLOURS = (
    "red", "#abc", "#aabbcc80", "#12", "rgb(1,2,3)", "rgb(300 -1 1e9 / 2)", "rgba(1,2,3,nan)", "hsl(720deg 10% 1000%)",
    "oklch(70% 0.1 30)", "none",
    "currentColor", "CURRENTCOLOR", "inherit", "context-fill", "url(#a)", "url(#b) red", "url(#zz)",
    "url( '#c' ) none", "url(", "var(--x)",
    "var(--x, var(--x))", "color(display-p3 1 0 0)", "cmyk(0,0,0,1)", "icc-color(x)", "transparent", "",
)  # fmt: skip
PATHS = (
    "M", "m", "L", "l", "H", "h", "V", "v", "C", "c", "S", "s", "Q", "q", "T", "t", "A", "a", "Z", "z", "X", ",",
)  # fmt: skip
TEXT_STYLES = (
    ("font-family", ("Vazirmatn", "Noto Nastaliq Urdu", "serif", "nope", "'a", "system-ui, 'b'")),
    ("font-style", ("italic", "oblique 20deg")),
    ("font-variant", ("small-caps", "normal")),
    ("font", ("bold 20px/1.5 Vazirmatn", "20px", "caption", "1e9px x", "/ 1 x")),
    ("text-anchor", ("start", "middle", "end")),
    ("direction", ("rtl", "ltr")),
    ("unicode-bidi", ("embed", "bidi-override", "isolate", "plaintext")),
    ("writing-mode", ("tb", "vertical-rl", "vertical-lr", "sideways-rl")),
    ("text-orientation", ("upright", "sideways", "mixed")),
    ("dominant-baseline", ("middle", "hanging", "ideographic", "central")),
    ("baseline-shift", ("super", "sub", "50%", "1e9")),
    ("text-decoration", ("underline", "line-through red wavy", "overline")),
    ("white-space", ("pre", "pre-line", "nowrap")),
    ("text-align", ("justify", "center", "start")),
    ("text-wrap", ("balance", "nowrap")),
    ("font-variation-settings", ("'wght' 900", "'wght' 1e9", "'zzzz' 1", "x")),
    ("font-feature-settings", ("'liga' 0", "'ss01' on", "'' 1")),
    ("shape-inside", ("url(#a)", "url(#b) url(#c)", "circle(50%)")),
    ("shape-subtract", ("url(#a)",)),
    ("lengthAdjust", ("spacingAndGlyphs", "spacing")),
    ("font-weight", ("bold", "bolder", "lighter", "1", "1000", "1e9")),
)  # fmt: skip
STYLES = (
    ("display", ("none", "inline")),
    ("visibility", ("hidden", "collapse", "visible")),
    ("overflow", ("visible", "hidden")),
    ("fill-rule", ("evenodd", "nonzero")),
    ("clip-rule", ("evenodd",)),
    ("stroke-linecap", ("round", "square", "butt")),
    ("stroke-linejoin", ("round", "bevel", "miter", "arcs")),
    ("stroke-dasharray", ("1", "1 2 3", "0", "0 0", "-1", "1e-9", "1e-30 1e-30", "nan", "1%")),
    ("paint-order", ("stroke", "markers fill", "x")),
    ("mix-blend-mode", ("multiply", "hue", "x")),
    ("isolation", ("isolate",)),
    ("vector-effect", ("non-scaling-stroke",)),
    ("image-rendering", ("pixelated",)),
    ("shape-rendering", ("crispEdges",)),
    ("mask-type", ("alpha", "luminance")),
    ("clip-path", ("url(#a)", "circle(10px)", "inset(10%)", "polygon(0 0, 1e9 0, 5 5)", "path('M0 0H9V9z')",
    "inset(1 2 3 4 5 6)")),
    ("mask", ("url(#a)", "url(#b)", "url(#c)", "none")),
    ("filter", ("url(#a)", "url(#b)", "blur(3px)", "blur(1e9px)", "drop-shadow(1px 1px 1e5px red)",
    "hue-rotate(1e99deg)", "url(#c) blur(2px)")),
    ("marker", ("url(#a)", "url(#b)")),
    ("marker-start", ("url(#a)",)),
    ("marker-mid", ("url(#b)", "url(#a)")),
    ("transform-origin", ("center", "50% 10px", "a b")),
    ("transform-box", ("fill-box", "view-box")),
    ("preserveAspectRatio", ("none", "xMinYMax slice", "xMidYMid meet", "x")),
    ("gradientUnits", ("userSpaceOnUse", "objectBoundingBox")),
    ("patternUnits", ("userSpaceOnUse", "objectBoundingBox")),
    ("patternContentUnits", ("userSpaceOnUse", "objectBoundingBox")),
    ("clipPathUnits", ("objectBoundingBox",)),
    ("maskUnits", ("userSpaceOnUse",)),
    ("markerUnits", ("userSpaceOnUse",)),
    ("filterUnits", ("userSpaceOnUse",)),
    ("primitiveUnits", ("objectBoundingBox",)),
    ("spreadMethod", ("reflect", "repeat")),
    ("orient", ("auto", "auto-start-reverse", "45", "1e9rad")),
    ("color-interpolation-filters", ("sRGB", "linearRGB")),
    ("requiredExtensions", ("x",)),
    ("systemLanguage", ("fa", "en,fa", "")),
    ("lang", ("fa", "ar", "en", "", "x-y-z")),
    ("xml:space", ("preserve", "default")),
    ("class", ("k", "fill-ground", "k l", "1")),
    ("role", ("img",)),
    ("data-fit", ("grow", "shrink", "x")),
    ("data-lines", ("1", "2", "-1", "x")),
    ("data-valign", ("middle", "bottom", "x")),
    ("data-justify", ("kashida", "space")),
    ("data-lettering", ("stack", "x")),
    ("data-poem", ("", "x")),
    ("data-pin", ("bottom", "left top", "x")),
    ("data-cover", ("bleed", "x", "z")),
)  # fmt: skip
MEASURES = (
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "x2", "y1", "y2", "dx", "dy", "fx", "fy", "fr",
    "offset", "font-size", "stroke-width",
    "opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "letter-spacing", "word-spacing", "line-height",
    "textLength", "startOffset", "rotate",
    "stroke-miterlimit", "stroke-dashoffset", "pathLength", "markerWidth", "markerHeight", "refX", "refY",
    "stdDeviation", "inline-size", "text-indent",
    "shape-padding", "k1", "k2", "scale", "radius", "order", "baseFrequency", "numOctaves", "seed", "surfaceScale",
    "specularExponent", "tab-size",
)  # fmt: skip
CSS = (
    "*{fill:red}", "rect{", "}", "@import url(../bait/secret.txt);", "@import 'http://127.0.0.1:9/x.css';",
    "@font-face{font-family:q;src:url(../bait/secret.txt)}",
    "@media print{*{display:none}}", "@media (min-width:{", "a:not(b):hover{fill:blue}",
    ":is(g,a) > rect:nth-child(2n+1){opacity:.5}", "#a{mask:url(#a)}",
    ".k{--x:var(--y);--y:var(--x);fill:var(--x)}", ".1{fill:red}", "svg|rect{fill:red}", "@namespace svg url(x);",
    "g{transform:rotate(1e400deg)}",
    "*{font:inherit;fill:inherit}", "text::first-line{fill:red}", "[x='{'] {}", "/*", "<!--", "\\",
    "rect{d:path('M0 0')}", "*{all:unset}", "* * * {fill:green}",
    "@layer a,b; @supports (x:y){*{fill:red}}", "a{fill:red!important;fill:}", "svg{width:calc((1px + (2px*3)))}",
    "@charset 'x';", "g:nth-child(99999999999n){}",
)  # fmt: skip


def make(random: Random) -> Case:
    """An input of this class."""
    content = random.choice((_from_grammar, _from_grammar, _from_grammar, _changed, _changed, _deep))(random)
    name = "input.svg"
    if random.random() < 0.03:
        name, content = "input.svgz", gzip.compress(content, mtime=0)
    if random.random() < 0.06:
        content = mutated_bytes(random, content)
    if random.random() < 0.25:
        arguments = [
            "check",
            name,
            *random.choice(([], ["--json"], ["--format", "tiny"], ["--annotate", "output/shown"])),
        ]
    else:
        ending = random.choice(("png", "png", "png", "svg", "pdf", "pdf", "jpg", "webp", "tif"))
        width = ["--width", str(random.choice((1, 30, 600)))] if random.random() < 0.4 else []
        arguments = ["render", name, "-o", f"output/out.{ending}", *width]
    return Case(tuple(arguments), {name: content}, name)


def element(random: Random, depth: int = 0) -> str:
    """An element of the grammar, with what is in it."""
    if depth > 4 or random.random() < 0.35:
        return _leaf(random)
    name = random.choice((*CONTAINERS, *SERVERS, "filter", "text", "text", "g"))
    inside = "".join(_inside(random, name, depth) for _ in range(random.randint(0, 4)))
    return f"<{name}{attributes(random, name)}>{inside}</{name}>"


def attributes(random: Random, name: str) -> str:
    """Some attributes, not always those that the element knows."""
    given: dict[str, str] = {}
    if random.random() < 0.3 or name in SERVERS:
        given["id"] = random.choice(IDS)
    if name == "path":
        given["d"] = path(random)
    if name in ("polygon", "polyline"):
        given["points"] = " ".join(number(random) for _ in range(random.randint(0, 9)))
    if name in ("use", "image", "textPath", "tref", "feImage") or random.random() < 0.05:
        link = f"#{random.choice(IDS)}" if name != "image" and random.random() < 0.8 else random.choice(FILES)
        given[random.choice(("href", "xlink:href"))] = link
    for measure in some(random, MEASURES, 4):
        given[measure] = _length(random)
    for key in ("x", "y", "width", "height", "r"):
        if random.random() < 0.4:
            given.setdefault(key, f"{random.randint(0, 90)}")
    for key, values in some(random, (*STYLES, *TEXT_STYLES), 3):
        given[key] = random.choice(values)
    for key in some(random, ("fill", "stroke", "color", "stop-color", "flood-color", "lighting-color"), 2):
        given[key] = random.choice(COLOURS)
    if random.random() < 0.2:
        given[random.choice(("transform", "gradientTransform", "patternTransform"))] = transform(random)
    if random.random() < 0.15:
        given["viewBox"] = " ".join(number(random) for _ in range(random.choice((4, 4, 4, 3, 5))))
    if random.random() < 0.2:
        given["style"] = style(random)
    if name.startswith("fe"):
        given |= {
            key: random.choice(("SourceGraphic", "SourceAlpha", "r", "q", "FillPaint", ""))
            for key in ("in", "in2", "result")
        }
        given["type"] = random.choice(("matrix", "saturate", "table", "turbulence", "x"))
        given["operator"] = random.choice(("over", "arithmetic", "dilate", "x"))
        given[random.choice(("values", "kernelMatrix", "tableValues"))] = " ".join(some(random, NUMBERS, 20))
    return "".join(f" {key}={quoteattr(_printable(value))}" for key, value in given.items())


def path(random: Random) -> str:
    """Path data, mostly wrong."""
    parts = [random.choice(("M0 0", "M10 10", "", "L1 1"))]
    for _ in range(random.randint(0, 8)):
        parts.append(random.choice(PATHS) + " ".join(number(random) for _ in range(random.randint(0, 7))))
    return random.choice(("", " ", ",")).join(parts)


def transform(random: Random) -> str:
    """A list of transforms."""
    names = ("translate", "scale", "rotate", "skewX", "skewY", "matrix", "perspective", "translate3d")
    parts = [
        f"{random.choice(names)}({random.choice((' ', ',')).join(number(random) for _ in range(random.randint(0, 6)))})"
        for _ in range(random.randint(1, 3))
    ]
    return " ".join(parts)


def style(random: Random) -> str:
    """Declarations."""
    pairs = [(key, random.choice(values)) for key, values in some(random, (*STYLES, *TEXT_STYLES), 3)]
    pairs += [(key, _length(random)) for key in some(random, MEASURES, 2)]
    pairs += [(key, random.choice(COLOURS)) for key in some(random, ("fill", "stroke"), 1)]
    return ";".join(f"{key}:{value}" for key, value in pairs) + random.choice(("", ";", "!important", ";x", "{"))


def _leaf(random: Random) -> str:
    name = random.choice(
        (*SHAPES, *SHAPES, "use", "use", "image", "text", "text", "style", "stop", "foreignObject", "title", "script")
    )
    if name == "style":
        return f"<style>{escape(''.join(some(random, CSS, 4)))}</style>"
    if name in ("text", "title"):
        return f"<{name}{attributes(random, name)}>{_words(random)}</{name}>"
    return f"<{name}{attributes(random, name)}/>"


def _inside(random: Random, name: str, depth: int) -> str:
    if name == "text" or (name == "a" and random.random() < 0.5):
        part = random.choice(("tspan", "tspan", "textPath", "a", "tref", "text", "flowPara"))
        return random.choice((_words(random), f"<{part}{attributes(random, part)}>{_words(random)}</{part}>"))
    if name.endswith("Gradient"):
        return f"<stop{attributes(random, 'stop')}/>"
    if name == "filter":
        primitive = random.choice(PRIMITIVES)
        children = "".join(
            f"<{part}{attributes(random, part)}/>"
            for part in some(
                random, ("feMergeNode", "feFuncA", "feFuncR", "fePointLight", "feSpotLight", "feDistantLight"), 2
            )
        )
        return f"<{primitive}{attributes(random, primitive)}>{children}</{primitive}>"
    return element(random, depth + 1)


def _words(random: Random) -> str:
    return escape(_printable(words(random)))


def _printable(text: str) -> str:
    """Without the characters that no XML may hold; bytes are broken elsewhere."""
    return "".join(each for each in text if each in "\t\n" or " " <= each < "\ufffe" or each > "\uffff")


def _length(random: Random) -> str:
    return " ".join(number(random) + random.choice(UNITS) for _ in range(random.choice((1, 1, 1, 1, 2, 5))))


def _root(random: Random) -> str:
    if random.random() < 0.75:
        return HEAD + f'viewBox="0 0 {random.choice((100, 200))} 100" width="{random.choice((100, 300))}" height="100"'
    box = " ".join(number(random) for _ in range(4))
    given = {"viewBox": box if random.random() < 0.7 else "0 0 100 100"}
    if random.random() < 0.7:
        given |= {"width": _length(random), "height": _length(random)}
    more = re.sub(r' (?:viewBox|width|height)="[^"]*"', "", attributes(random, "g"))
    return HEAD + " ".join(f"{key}={quoteattr(_printable(value))}" for key, value in given.items()) + more


def _from_grammar(random: Random) -> bytes:
    body = "\n".join(element(random) for _ in range(random.randint(1, 7)))
    root = _root(random)
    return f"{_prologue(random)}{root}>\n{body}\n</svg>".encode("utf-8", "surrogatepass")


def _prologue(random: Random) -> str:
    if random.random() < 0.9:
        return ""
    return random.choice(
        (
            '<?xml version="1.0" encoding="UTF-16"?>',
            '<?xml version="1.1"?>',
            '<?xml-stylesheet href="../bait/secret.txt" type="text/css"?>',
            '<!DOCTYPE svg [<!ENTITY x SYSTEM "../bait/secret.txt">]>',
            '<!DOCTYPE svg SYSTEM "../bait/secret.txt">',
            '<!DOCTYPE svg [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
            '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        )
    )


def _changed(random: Random) -> bytes:
    content = random.choice(drawings())
    if random.random() < 0.1:
        return mutated_bytes(random, content)
    return mutated_text(random, content.decode("utf-8", "replace"), element).encode("utf-8", "surrogatepass")


def _deep(random: Random) -> bytes:
    return (HEAD + f'viewBox="0 0 100 100" width="100" height="100">{random.choice(_DEEP)(random)}</svg>').encode()


def _nested(random: Random) -> str:
    name = random.choice(
        ("g", "a", "svg", "text", "tspan", "switch", "symbol", "mask", "clipPath", "pattern", "unknown")
    )
    times, given = random.choice((20, 90, 200, 260, 1_000, 5_000)), attributes(random, "g")
    text = "<text y='9'>" if name == "tspan" else ""
    opened, closed = f"<{name}{given}>" * times, f"</{name}>" * times
    return f"{text}{opened}<rect width='9' height='9'/>سلام{closed}{'</text>' if text else ''}"


def _chained(random: Random) -> str:
    """Servers that refer to the next one, each more than once: doubling, or in a circle."""
    kind = random.choice(("pattern", "mask", "clipPath", "marker", "use", "filter", "gradient", "symbol"))
    times, twice, loop = random.choice((3, 8, 12, 40, 300)), random.choice((1, 2, 3, 10)), random.random() < 0.3
    parts = []
    for at in range(times):
        to = f"p{(at + 1) % times if loop else at + 1}"
        mark, draw = {
            "pattern": (
                "pattern width='3' height='3' patternUnits='userSpaceOnUse'",
                f"<rect width='3' height='3' fill='url(#{to})'/>",
            ),
            "mask": ("mask", f"<rect width='30' height='30' fill='#fff' mask='url(#{to})'/>"),
            "clipPath": ("clipPath", f"<rect width='30' height='30' clip-path='url(#{to})'/>"),
            "marker": ("marker markerWidth='9' markerHeight='9'", f"<path d='M0 0h5v5' marker='url(#{to})'/>"),
            "use": ("g", f"<use href='#{to}' x='1'/>"),
            "symbol": ("symbol viewBox='0 0 9 9'", f"<use href='#{to}' width='9' height='8'/>"),
            "filter": ("filter", f"<feImage href='#{to}'/>"),
            "gradient": (f"linearGradient href='#{to}'", "<stop stop-color='red'/>"),
        }[kind]
        parts.append(f"<{mark} id='p{at}'>{draw * twice}</{mark.split()[0]}>")
    used = "<rect width='50' height='50' fill='url(#p0)' mask='url(#p0)' clip-path='url(#p0)' filter='url(#p0)'/>"
    return f"<defs>{''.join(parts)}</defs>{used}<path d='M0 0h9v9' marker='url(#p0)'/><use href='#p0'/>"


def _much(random: Random) -> str:
    """A great many of one thing."""
    times = random.choice((100, 2_000, 20_000))
    return random.choice(
        (
            f"<style>{'* ' * min(times, 3_000)}{{fill:red}}</style>{'<g>' * 50}<rect/>{'</g>' * 50}",
            f"<style>{'a{fill:red}' * times}</style><rect width='9' height='9'/>",
            f"<style>rect{{fill:{'var(--a,' * min(times, 3_000)}red{
                ')' * min(times, 3_000)
            }}}</style><rect width='9' height='9'/>",
            f"<style>{'@media print{' * min(times, 3_000)}</style>",
            f"<style>{':not(' * min(times, 3_000)}a{')' * min(times, 3_000)}{{fill:red}}</style><rect/>",
            f"<rect width='calc({'(' * min(times, 3_000)}1{')' * min(times, 3_000)})' height='9'/>",
            f"<path d='M0 0{'l1 1' * times}' stroke='red' stroke-dasharray='.001'/>",
            f"<marker id='m'><rect width='1' height='1'/></marker>"
            f"<path d='M0 0{'a5 4 3 1 0 1 1' * times}' marker-mid='url(#m)'/>",
            f"<text y='50'>{'سلام ' * times}</text>",
            f"<text y='50' font-size='3' style='inline-size:90px;text-wrap:balance'>{
                'سلام خوب ' * min(times, 2_000)
            }</text>",
            f"<text y='50' x='{'1 ' * times}'>{'ب' * min(times, 5_000)}</text>",
            f"<text y='50'>{'<tspan>ب</tspan>' * min(times, 5_000)}</text>",
            f"<g transform='{'scale(1.1)' * times}'><rect width='9' height='9'/></g>",
            f"<g {' '.join(f'x{each}=' + chr(39) * 2 for each in range(times))}/>",
            f"<linearGradient id='g'>{'<stop/>' * times}</linearGradient><rect width='9' height='9' fill='url(#g)'/>",
            f"<filter id='f'>{
                '<feGaussianBlur stdDeviation=' + chr(39) + '9' + chr(39) + '/>' * min(times, 300)
            }</filter>",
            f"<!--{'-' * 2 if random.random() < 0.5 else ''}{'x' * times}--><rect width='9' height='9'/>",
            f"<text y='9'>{'&#x202b;' * min(times, 3_000)}سلام</text>",
            f"<polyline points='{'1,2 ' * times}' stroke='red' stroke-width='9' stroke-linejoin='round'/>",
            "<use href='#zz'/>" * min(times, 5_000),
            f"<g id='o'>{
                '<rect width=&quot;9&quot; height=&quot;9&quot; opacity=&quot;.5&quot;/>' * min(times, 2_000)
            }</g>".replace("&quot;", "'"),
        )
    )


_DEEP: tuple[Callable[[Random], str], ...] = (_nested, _chained, _much)
