"""The command `naqsh`: parses, calls, prints what went wrong in one sentence each."""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import click

from engine.errors import BadInput, Mistake, short, told
from engine.files import PARTIAL, refusal, refuse_odd_name, whole
from engine.guard import program, stopping
from engine.kinds.registry import without_commands

# Command → module of engine.commands; only the module of the command that runs is imported.
COMMANDS = {
    "year": "year",
    "occasions": "occasions",
    "holidays": "holidays",
    "plaque": "plaque",
    "news": "news",
    "make": "make",
    "calendar": "calendar",
    "teaser": "teaser",
    "report": "report",
    "render": "render",
    "check": "check",
    "impose": "impose",
    "proof": "proof",
    "formats": "formats",
    "templates": "templates",
    "template": "template",
    "schema": "schema",
    "doctor": "doctor",
    "init": "init",
}
OF_ONE_PIECE = ("plaque", "render", "check", "impose", "proof", "template")


class _LateCommands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *without_commands()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in without_commands():
            from engine.commands.of_kind import command_of

            return command_of(cmd_name)
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"engine.commands.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.group(cls=_LateCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["en", "fa"]), default="en", help="Language of the messages.")
@click.version_option(package_name="naqsh-engine")
def naqsh(lang: str) -> None:
    """Naqsh (نقش) makes a public-relations office's artwork from data."""


def start() -> None:
    """The program `naqsh`: `main`, told to stop in whatever way, and watched where its work is one piece."""
    arguments = sys.argv[1:]
    _open_streams()  # or a pipe of ours would be what is printed to
    stopping.heed()
    child = program.split(arguments) if _is_one_piece(arguments) else None
    if child:
        _end_with(arguments, lambda: program.status_of(child, _clear))
    main(arguments)


def main(arguments: Sequence[str]) -> None:
    """Runs `naqsh`. Exit 0 done, 2 bad input, 1 our fault, 130 interrupted, 128 and its number for another signal."""
    be_brief()
    _open_streams()
    _end_with(arguments, lambda: _done(arguments))


def _done(arguments: Sequence[str]) -> object:
    """Does what a command line asks for; what the command returns."""
    _refuse_names(arguments)
    return naqsh.main(list(arguments), standalone_mode=False)


def _end_with(arguments: Sequence[str], work: Callable[[], object]) -> None:
    """Ends the program with what became of its work, and says what went wrong."""
    try:
        status = _status(arguments, work)
    except BrokenPipeError:
        status = 0
    except OSError:  # nobody can be told
        status = 2
    _let_go()
    sys.exit(status)


def _status(arguments: Sequence[str], work: Callable[[], object]) -> int:
    """Does the work and tells what went wrong; the exit status. Raises OSError where it can't be told."""
    language = _language(arguments)
    try:
        status = work()
        sys.stdout.flush()
    except BadInput as error:
        for line in told(error.mistakes, language):
            print(line, file=sys.stderr)
        return 2
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(shown)
        print(*map(short, shown.getvalue().splitlines()), sep="\n", file=sys.stderr)
        return 2
    except (click.Abort, KeyboardInterrupt) as error:
        print("stopped", file=sys.stderr)
        return stopping.status_of(error)
    except BrokenPipeError:
        return 0
    except OSError as error:  # above all, where what is printed goes to a full disk
        print(refusal(error).text(language), file=sys.stderr)
        return 2
    except Exception as error:
        print(_our_fault(error).text(language), file=sys.stderr)
        return 1
    return status if isinstance(status, int) else 0


def _open_streams() -> None:
    """Has three streams that take any text. What is closed stays mute: a file opened next would be printed into."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115, until the process ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows pipes speak another code page, which has no Persian
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go() -> None:
    """Drops what a stream didn't take: the interpreter would try again at its end, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _refuse_names(arguments: Sequence[str]) -> None:
    """Raises BadInput for names that no file of ours can hold, and where the folder that we are in was removed."""
    try:
        here = os.getcwd()  # noqa: PTH109, a name and no path
    except FileNotFoundError:
        raise BadInput.of("the folder that you are in is gone", todo="go to another one") from None
    for name in (*arguments, here):
        refuse_odd_name(name)


def be_brief() -> None:
    """Spares the process, and those it starts, what a second of work does not repay: a sixth of a plaque's time."""
    gc.set_threshold(100_000)  # containers; hardly any of them are in circles that only this would find
    warnings.simplefilter("ignore")  # of libraries, which speak of Python's modules to whoever has a file
    atexit.register(gc.freeze)  # what is left goes with the process: no last looks through all of it
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy starts a thread for each core; our sums are short
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")  # there are none, and looking reads all that is installed


def _is_one_piece(arguments: Sequence[str]) -> bool:
    """Whether a command's work is one piece. A run's are many, each watched for itself, and who kills it kills all."""
    name = next((each for each in arguments if each in COMMANDS), "")
    return name in OF_ONE_PIECE and not any(each.partition("=")[0] == "--recipients" for each in arguments)


def _clear(folder: Path, process: int) -> None:
    """Removes what an ended process left half-written in a folder."""
    for partial in folder.glob(PARTIAL.format(name=f"{process}-*")):
        shutil.rmtree(partial, ignore_errors=True) if partial.is_dir() else partial.unlink(missing_ok=True)


def _our_fault(error: Exception) -> Mistake:
    """What is said of an error that no input explains; its trace goes to a file."""
    import traceback  # only where something fails

    trace = "".join(traceback.format_exception(error))
    log = _logged(trace.encode(errors="backslashreplace"))
    if log is None:
        print(trace, file=sys.stderr)
    return Mistake(
        "Naqsh itself failed ({error})",
        "send us the file {log}" if log else "send us all that stands above",
        values={"error": f"{type(error).__name__}: {error}", "log": log},
    )


def _logged(trace: bytes) -> Path | None:
    """The file that keeps a trace: our own, for in a folder for all somebody else's may lie in wait; else one of a new
    name there; None where nothing can be written."""
    import tempfile

    from engine.persian.cache import cache_folder

    folder = cache_folder()
    if folder is not None:
        with suppress(OSError, BadInput), whole(folder / "naqsh-error.log") as partial:
            partial.write_bytes(trace)
            return folder / "naqsh-error.log"
    with suppress(OSError), tempfile.NamedTemporaryFile(prefix="naqsh-error-", suffix=".log", delete=False) as file:
        file.write(trace)
        return Path(file.name)
    return None


def _language(arguments: Sequence[str]) -> str:
    """The --lang of the command line, needed also where parsing it has failed."""
    pairs = pairwise(arguments)
    return "fa" if "--lang=fa" in arguments or ("--lang", "fa") in pairs else "en"
