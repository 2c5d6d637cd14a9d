"""Jinja2 for templates from anywhere: they can compute, within a budget, and not act.

What may be read and called is allowed by what it is: a value's type and a name on a list. What is not on a list does
not exist. Each statement and expression is on a list too, and is compiled so that what it does is counted: a repeat
takes its rounds off the budget before it begins, an operator looks at its operands.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, MutableMapping
from math import log2
from typing import Any

from jinja2 import StrictUndefined, TemplateError, Undefined, nodes, pass_context
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import Context, LoopContext, Macro, markup_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import soft_str

from engine.arguments import SHOWN, checked
from engine.errors import BadInput, BadInputValue, Mistake
from engine.templates.filters import FILTERS, GLOBALS, LOOP, TESTS, formatted, method_of, search
from engine.templates.oklch import tints
from engine.templates.values import Function, Record, kind_of, plain, readable, sized, values_of
from engine.templates.veil import veil
from engine.templates.work import LARGEST_NUMBER, Work, given, number, there, too_large

FAULTS = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError, NameError,
    SyntaxError, RuntimeError, MemoryError,
)  # fmt: skip
"""What an expression can raise where it is read, compiled, or computed."""
MOST_WORDS = 40_000
"""Words, numbers and signs of all statements and expressions of an artboard; ours have 7,600."""
NAME_OF_SOURCE = "<artboard>"
MOST_LOOPS = 12  # in each other; Python compiles no more than 20
DEEPEST = 100
"""How deep statements and expressions stand in each other at most."""
COST_OF_DRAWING = 500
"""The steps that an outline takes, besides those of its length."""
ELABORATION = 30
"""How many times as many an elaborate ornament takes."""
COST_OF_A_VEIL = 40_000
"""Those of a veil, for which a photograph is opened."""

_BITS = 64  # of the largest power
_DOOR = frozenset(
    ("engine.arguments", *(f"engine.templates.{name}" for name in ("fill", "filters", "sandbox", "values", "work")))
)
_NUMBERS = frozenset((int, float, bool))
_KEYS = (str, int, float, type(None))
_SHOWN = (*_KEYS, list, tuple, dict, Record, Undefined)
_BODIES = ("body", "test")
_OF_COMPILER = ("_loop_vars", "_block_vars")  # what Jinja2 hands to functions that ask for its context
_ON_LIST = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.With, nodes.Assign, nodes.AssignBlock,
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Dict,
    nodes.Pair, nodes.Keyword, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Call, nodes.Getitem, nodes.Getattr,
    nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr,
)  # fmt: skip
"""The statements and expressions that a template may have."""


class _Context(Context):
    """The names of a template that is being filled, and the budget that is left to it."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.work = Work()


class Sandbox(SandboxedEnvironment):
    """The environment in which each template is compiled and filled."""

    context_class = _Context
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self) -> None:
        # Nothing is computed while it is compiled: only a context has a budget.
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            optimized=False,
            finalize=_shown,
            cache_size=0,
        )
        self.globals = {
            **GLOBALS,
            "tints": Function("tints", checked(tints)),
            "veil": Function("veil", checked(veil), cost=COST_OF_A_VEIL),
        }
        self.filters = {**FILTERS, **_INNER}
        self.tests = dict(TESTS)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr in readable(type(obj)) or (isinstance(obj, LoopContext) and attr in LOOP)

    def is_safe_callable(self, obj: Any) -> bool:
        return type(obj) is Function or type(obj) is Macro

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a value has under a name: a record's, a mapping's, a method on the list; else an undefined value.

        Raises BadInputValue for a name that no template may ask of such a value.
        """
        if attribute.startswith("_"):
            raise _refused(attribute)
        if type(obj) is Record:
            found = values_of(obj).get(attribute, self)
            return self.undefined(obj=obj, name=attribute) if found is self else found
        if (method := method_of(there(obj), attribute)) is not None:
            return method
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if type(obj) is LoopContext and attribute in LOOP:
            return getattr(obj, attribute)
        if attribute in readable(type(obj)):
            return plain(getattr(obj, attribute))
        if readable(type(obj)) and not hasattr(obj, attribute):
            return self.undefined(obj=obj, name=attribute)
        raise _refused(attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a list, a mapping or a text; else what stands under the name. Raises as `getattr` does."""
        if not isinstance(there(argument), _KEYS):
            raise _refused(kind_of(argument))
        if isinstance(there(obj), (dict, list, tuple, str)):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                if not isinstance(argument, str) or (isinstance(obj, dict) and method_of(obj, argument) is None):
                    return self.undefined(obj=obj, name=argument)
        return self.getattr(obj, str(argument))

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        """The result of a function on the list or a macro. Raises BadInputValue for what can't be called."""
        work: Work = context.work  # type: ignore[attr-defined]
        for name in _OF_COMPILER:
            named.pop(name, None)
        if type(obj) is Function:
            return obj.called(work, args, named)
        if not self.is_safe_callable(there(obj)):
            raise BadInputValue.of("what is no function is called as one", todo="remove the brackets")
        for each in (*args, *named.values()):
            work.weigh(each)
        return context.call(obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator gives. Raises BadInputValue for a result that is too large."""
        if type(left) in _NUMBERS and type(right) in _NUMBERS:
            return _computed(operator, left, right)
        work: Work = context.work  # type: ignore[attr-defined]
        if operator == "%" and isinstance(left, str):
            return sized(formatted(left, there(right)), work)
        for each in (there(left), there(right)):
            if not isinstance(each, (str, list, tuple, int, float)):
                raise TypeError(f"{operator} does not go with a {kind_of(each)}")
        if operator == "+":
            work.produce(_length(left) + _length(right))
        elif operator == "*":
            times = next((each for each in (left, right) if isinstance(each, int)), 0)
            work.produce(max(_length(left), _length(right)) * max(0, times))
        else:
            raise TypeError(f"{operator} goes with numbers only")
        return sized(self.binop_table[operator](left, right), work)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What an expression by itself may call: all there is."""
        return super().make_globals({**drawing_functions(), **(d or {})})

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        stream = super()._tokenize(source, name, filename, state)
        return TokenStream(_limited(stream), name, filename)

    def _generate(self, source: nodes.Template, *args: Any, **named: Any) -> str:
        return super()._generate(_Counted(self).visit(source), *args, **named)


def drawing_functions() -> dict[str, Function]:
    """Ornament and charts, by the names that templates call them by."""
    from engine.charts import FUNCTIONS as CHARTS
    from engine.ornament import ELABORATE  # a tenth of the imports, which a drawn ground does without
    from engine.ornament import FUNCTIONS as ORNAMENT

    costs = {name: COST_OF_DRAWING * (ELABORATION if name in ELABORATE else 1) for name in ORNAMENT}
    drawn = {name: Function(name, call, cost=costs[name]) for name, call in ORNAMENT.items()}
    return drawn | {name: Function(name, call) for name, call in CHARTS.items()}


def is_ours(error: Exception) -> bool:
    """Whether it was raised inside of a function of ours that a template called, and not at its door."""
    if isinstance(error, (BadInput, RecursionError, MemoryError)):
        return False
    modules = (frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__))
    return any(name.startswith("engine.") and name not in _DOOR for name in modules)


def line_of(error: Exception) -> int | None:
    """The line of the Jinja2 source where it failed, from 1, as far as it is known."""
    if not isinstance(error, SyntaxError) and (lineno := getattr(error, "lineno", None)):
        return int(lineno)
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    for frame, line in reversed(frames):
        if frame.f_code.co_filename == NAME_OF_SOURCE:
            return line
        if isinstance(lineno := frame.f_locals.get("lineno"), int):  # of the word that is being read
            return lineno
        if isinstance(parser := frame.f_locals.get("self"), Parser):
            return parser.stream.current.lineno
        if isinstance(node := frame.f_locals.get("node"), nodes.Node):
            return node.lineno
    return None


# --- reading


class _Unfit(BadInputValue):
    """A statement or an expression that no template may have."""

    lineno: int

    @classmethod
    def on(cls, lineno: int, what: str, todo: str, **values: object) -> _Unfit:
        error = cls([Mistake(what, todo, values=values)])
        error.lineno = lineno
        return error


def _limited(stream: Iterable[Token]) -> Iterator[Token]:
    for count, token in enumerate(stream):
        if count > MOST_WORDS:
            raise _Unfit.on(
                token.lineno,
                "the template has more than {most} words and signs in its expressions",
                "shorten them, or draw what is always the same",
                most=f"{MOST_WORDS:,}",
            )
        yield token


class _Counted(NodeTransformer):
    """A parsed template → the same with what it does taken off the budget, in place. Raises BadInputValue for what no
    template may have: inclusion, numbers without end, nesting that Python can't compile."""

    def __init__(self, environment: Sandbox) -> None:
        self.environment = environment
        self.depth = self.loops = 0

    def visit(self, node: nodes.Node, *args: Any, **named: Any) -> Any:
        if not isinstance(node, _ON_LIST):
            raise _Unfit.on(
                node.lineno,
                "a template can't use “{statement}”",
                "write it with for, if and set",
                statement=type(node).__name__.lower(),
            )
        self.depth += 1
        if self.depth > DEEPEST or self.loops > MOST_LOOPS:
            raise _Unfit.on(node.lineno, "the expression is nested too deep", "part it with set")
        try:
            return super().visit(node, *args, **named)
        finally:
            self.depth -= 1

    def visit_For(self, node: nodes.For) -> nodes.Node:
        if node.recursive:
            raise _Unfit.on(
                node.lineno,
                "a template can't use “{statement}”",
                "write it with for, if and set",
                statement="recursive",
            )
        steps, characters = _weight([*node.body, *([node.test] if node.test else [])])
        self.loops += 1
        self.generic_visit(node)
        self.loops -= 1
        node.iter = self._inner("rounds", node.iter, nodes.Const(1 + steps), nodes.Const(characters))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        return self._with_entry(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        return self._with_entry(node)

    def _with_entry(self, node: nodes.Macro | nodes.CallBlock) -> nodes.Node:
        steps, characters = _weight(node.body)
        loops, self.loops = self.loops, 0  # its body is a function of its own
        self.generic_visit(node)
        self.loops = loops
        entered = self._inner(
            "entered", nodes.Const(None, lineno=node.lineno), nodes.Const(10 + steps), nodes.Const(characters)
        )
        node.body.insert(0, nodes.ExprStmt(entered, lineno=node.lineno))
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, (int, float)) and not abs(node.value) <= LARGEST_NUMBER:
            raise _Unfit.on(node.lineno, "a number grows too large", "correct the expression")
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        if node.name in ("self", "super"):  # Jinja2's own, which hold the template itself
            raise _Unfit.on(
                node.lineno, "the placeholder “{name}” is not in the brief", "give it another name", name=node.name
            )
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return self._inner("joined", nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = self._weighed(node.expr)
        for operand in node.ops:
            seeks = operand.op in ("in", "notin")
            operand.expr = self._inner("searched", operand.expr) if seeks else self._weighed(operand.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:
        self.generic_visit(node)
        if not isinstance(node.key, nodes.Const):
            node.key = self._inner("key", node.key)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._made(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._made(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._made(node) if node.ctx == "load" else self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        ends = (node.arg.start, node.arg.stop, node.arg.step)
        return self._inner("cut", node.node, *(end or nodes.Const(None, lineno=node.lineno) for end in ends))

    def _made(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:
        """A list or a mapping, looked at once it is made; of constants alone it is as long as its source."""
        self.generic_visit(node)
        return node if _is_constant(node) else self._inner("weighed", node)

    def _weighed(self, node: nodes.Expr) -> nodes.Expr:
        return node if isinstance(node, nodes.Const) else self._inner("weighed", node)

    def _inner(self, name: str, value: nodes.Node, *args: nodes.Node) -> nodes.Filter:
        return nodes.Filter(
            value, _PREFIX + name, list(args), [], None, None, lineno=value.lineno, environment=self.environment
        )


def _weight(body: Iterable[nodes.Node]) -> tuple[int, int]:
    """The steps and characters of a round through a body, that of loops and macros in it left out."""
    steps = characters = 0
    for node in body:
        steps += 1
        if isinstance(node, nodes.TemplateData):
            characters += len(node.data)
        inside = _BODIES if isinstance(node, (nodes.For, nodes.Macro, nodes.CallBlock)) else ()
        more = _weight(node.iter_child_nodes(exclude=inside))
        steps, characters = steps + more[0], characters + more[1]
    return steps, characters


def _is_constant(node: nodes.Node) -> bool:
    if isinstance(node, (nodes.List, nodes.Tuple)):
        return all(map(_is_constant, node.items))
    if isinstance(node, nodes.Dict):
        return all(isinstance(pair.key, nodes.Const) and _is_constant(pair.value) for pair in node.items)
    return isinstance(node, nodes.Const)


# --- computing


def _computed(operator: str, left: Any, right: Any) -> Any:
    """What an operator gives of two numbers. Raises BadInputValue where it is too large, ValueError where none."""
    if operator == "**" and abs(left) > 1 and right * log2(abs(left)) > _BITS:
        raise too_large()
    result = SandboxedEnvironment.default_binop_table[operator](left, right)
    if type(result) not in _NUMBERS:
        raise ValueError("a root of a number below zero")
    return number(result)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple)) else 0


@pass_context
def _shown(context: _Context, value: Any) -> Any:
    """What stands in {{ }}, as it is written."""
    if not isinstance(given(value), _SHOWN) and not readable(type(value)):
        raise BadInputValue.of("a function, a macro or a loop has no words to show", todo="ask for what it gives")
    if not isinstance(value, str):
        context.work.weigh(value)
        value = str(value)
    context.work.produce(len(value))
    return value


@pass_context
def _rounds(context: _Context, value: Any, steps: int, characters: int) -> Any:
    if isinstance(given(value), Undefined):
        return ()
    if not isinstance(value, (str, list, tuple, dict)):
        raise TypeError(f"a {kind_of(value)} can't be repeated")
    context.work.spend(len(value) * steps)
    context.work.produce(len(value) * characters)
    return value


@pass_context
def _entered(context: _Context, value: None, steps: int, characters: int) -> None:
    context.work.spend(steps)
    context.work.produce(characters)


@pass_context
def _weighed(context: _Context, value: Any) -> Any:
    context.work.weigh(value)
    return value


@pass_context
def _searched(context: _Context, value: Any) -> Any:
    search(value, context.work)
    return _weighed(context, value)


@pass_context
def _key(context: _Context, value: Any) -> Any:
    if not isinstance(there(value), _KEYS):
        raise TypeError(f"a {kind_of(value)} is no name in a mapping")
    return value


@pass_context
def _joined(context: _Context, values: list[Any]) -> str:
    for each in values:
        context.work.weigh(given(each))
    parts = [soft_str(each) for each in values]
    context.work.produce(sum(map(len, parts)))
    return markup_join(parts)


@pass_context
def _cut(context: _Context, value: Any, start: Any, stop: Any, step: Any) -> Any:
    if not isinstance(there(value), (str, list, tuple)):
        raise TypeError(f"a {kind_of(value)} has no parts in a row")
    return sized(value[slice(given(start), given(stop), given(step))], context.work)


_PREFIX = "of the sandbox: "  # no name that a template can write behind a bar
_INNER = {
    _PREFIX + name: function
    for name, function in (
        ("rounds", _rounds), ("entered", _entered), ("weighed", _weighed), ("searched", _searched), ("key", _key),
        ("joined", _joined), ("cut", _cut),
    )
}  # fmt: skip


def _refused(name: str) -> BadInputValue:
    return BadInputValue.of(
        "the placeholder can't be filled: {problem}",
        todo="correct the expression",
        problem=Mistake("a template may not use “{name}”", values={"name": name[:SHOWN]}),
    )


ENVIRONMENT = Sandbox()
