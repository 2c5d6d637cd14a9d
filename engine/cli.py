"""The command `naqsh`: parses, calls, prints what went wrong in one sentence each."""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from engine.errors import BadInput, Mistake, in_order
from engine.guard import program, stopping

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
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
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
    stopping.heed()
    child = program.split(arguments) if _is_one_piece(arguments) else None
    if child:
        _end_with(arguments, lambda: program.status_of(child, _clear))
    main(arguments)


def main(arguments: Sequence[str]) -> None:
    """Runs `naqsh`. Exit 0 done, 2 bad input, 1 our fault, 130 interrupted, 128 and its number for another signal."""
    be_brief()
    _end_with(arguments, lambda: naqsh.main(list(arguments), standalone_mode=False))


def _end_with(arguments: Sequence[str], work: Callable[[], object]) -> None:
    """Ends the program with what became of its work, and says what went wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows pipes speak another code page, which has no Persian
            stream.reconfigure(encoding="utf-8")
    try:
        status = work()
    except BadInput as error:
        for mistake in in_order(error.mistakes):
            print(mistake.text(_language(arguments)), file=sys.stderr)
        status = 2
    except click.ClickException as error:
        error.show()
        status = 2
    except (click.Abort, KeyboardInterrupt) as error:
        print("stopped", file=sys.stderr)
        status = stopping.status_of(error)
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    except Exception as error:
        print(_our_fault(error).text(_language(arguments)), file=sys.stderr)
        status = 1
    sys.exit(status if isinstance(status, int) else 0)


def be_brief() -> None:
    """Spares the process, and those it starts, what a second of work does not repay: a sixth of a plaque's time."""
    gc.set_threshold(100_000)  # containers; hardly any of them are in circles that only this would find
    atexit.register(gc.freeze)  # what is left goes with the process: no last looks through all of it
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy starts a thread for each core; our sums are short
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")  # there are none, and looking reads all that is installed


def _is_one_piece(arguments: Sequence[str]) -> bool:
    """Whether a command's work is one piece. A run's are many, each watched for itself, and who kills it kills all."""
    name = next((each for each in arguments if each in COMMANDS), "")
    return name in OF_ONE_PIECE and not any(each.partition("=")[0] == "--recipients" for each in arguments)


def _clear(folder: Path, process: int) -> None:
    from engine.production.files import PARTIAL  # only where a process was ended

    for partial in folder.glob(PARTIAL.format(name=f"{process}-*")):
        partial.unlink(missing_ok=True)


def _our_fault(error: Exception) -> Mistake:
    """What is said of an error that no input explains; its trace goes to a file."""
    import tempfile  # both only where something fails
    import traceback

    log = Path(tempfile.gettempdir()) / "naqsh-error.log"
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return Mistake(
        "Naqsh itself failed ({error})",
        "send us the file {log}",
        values={"error": f"{type(error).__name__}: {error}", "log": log},
    )


def _language(arguments: Sequence[str]) -> str:
    """The --lang of the command line, needed also where parsing it has failed."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return "fa" if "--lang=fa" in arguments or ("--lang", "fa") in pairs else "en"
