"""`naqsh doctor`: whether this computer has what Naqsh needs."""

from __future__ import annotations

from pathlib import Path

import click

from engine.doctor import checks


@click.command("doctor")
@click.pass_context
def command(context: click.Context) -> None:
    """Checks libraries, fonts and folders, and says how to get what is missing. Exit 2 where something is."""
    language = context.find_root().params.get("lang", "en")
    failed = False
    for check in checks(Path.cwd()):
        mark = "✗" if check.mistakes else "✓"
        said = " ".join(mistake.text(language) for mistake in check.mistakes) or check.found
        click.echo(f"{mark} {check.name:8} {said}")
        failed = failed or bool(check.mistakes)
    context.exit(2 if failed else 0)
