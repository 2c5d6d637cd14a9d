"""`naqsh schema`: the JSON Schema of a workspace's files, for editors."""

from __future__ import annotations

import json

import click
from pydantic import BaseModel

from engine.calendar.occasions import OccasionsFile
from engine.formats import Formats
from engine.kinds.jobs import jobs_schema
from engine.templates.library import TemplateFile
from engine.workspace import Brand

MODELS: dict[str, type[BaseModel]] = {
    "occasions": OccasionsFile,
    "brand": Brand,
    "formats": Formats,
    "template": TemplateFile,
}


@click.command(name="schema")
@click.argument("file", type=click.Choice([*MODELS, "jobs"]), default="occasions")
def command(file: str) -> None:
    """Prints the JSON Schema of occasions_calendar.yaml, or of brand.yaml, formats.yaml, a template.yaml, jobs.yaml."""
    schema = jobs_schema() if file == "jobs" else MODELS[file].model_json_schema()
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
