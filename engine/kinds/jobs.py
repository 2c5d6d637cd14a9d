"""jobs.yaml: an office's month in one file: requests of any kind, in one order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, ValidationError

from engine import gate
from engine.errors import BadInput, Mistake, Place
from engine.kinds.registry import requests
from engine.kinds.request import Door, Request
from engine.production.order import Order, joined
from engine.workspace import Workspace
from engine.yamlfile import Location, line_numbers, load, mistakes_of, nearest


def _kind(job: object) -> str | None:
    return next((key for key in requests() if isinstance(job, dict) and key in job), None)


def _any_job() -> Any:
    """The type of a request as a job of the file says it, known by the word that it begins with."""
    tagged: Any = Union[tuple(Annotated[model, Tag(key)] for key, model in requests().items())]  # noqa: UP007
    return Annotated[tagged, Discriminator(_kind)]


@cache
def _reader() -> TypeAdapter[Any]:
    return TypeAdapter(_any_job())


class JobsFile(BaseModel):
    """jobs.yaml. Its jobs are understood one by one, so that a wrong one is not the end of the others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jobs: tuple[Any, ...] = Field(min_length=1)


def jobs_schema() -> Mapping[str, object]:
    """The JSON Schema of a jobs file."""
    several: Any = tuple[_any_job(), ...]  # type: ignore[misc]
    schema = TypeAdapter(several).json_schema()
    kinds = schema.pop("$defs")
    about = {"title": "JobsFile", "type": "object", "required": ["jobs"], "additionalProperties": False}
    return {**about, "properties": {"jobs": schema}, "$defs": kinds}


def jobs_plan(workspace: Workspace, file: Path, output: Path | None = None) -> Order:
    """Everything that `file` asks for in one folder, `output` or output/NAME of the file.

    A job that is wrong is left out and told with its line. Raises BadInput for a file that is no list of jobs.
    """
    jobs = load(file, JobsFile).jobs
    lines = line_numbers(file)
    folder = output or workspace.output / file.stem
    orders: list[Order] = []
    mistakes: list[Mistake] = []
    for number, said in enumerate(jobs):
        line = lines[("jobs", number)]
        try:
            orders.append(_order(workspace, _understood(said, number, file, lines), file, line, folder))
        except BadInput as error:
            mistakes += (_placed(each, Place(file, line)) for each in error.mistakes)
    return joined(workspace, folder, orders, mistakes)


def request_of(said: object, place: Callable[[Location], Place]) -> Request:
    """The request that a job is. Raises BadInput for one that can't be, each mistake at the place of its location."""
    if _kind(said) is None:
        raise BadInput.of(
            "this is no job that Naqsh knows", todo="begin it with one of {known}", known=", ".join(requests())
        )
    try:
        request: Request = _reader().validate_python(said)
    except ValidationError as error:
        raise BadInput(mistakes_of(error, lambda location: place(location[1:]))) from None
    return request


def _understood(said: object, number: int, file: Path, lines: Mapping[Location, int]) -> Request:
    return request_of(said, lambda location: Place(file, nearest(("jobs", number, *location), lines)))


def _order(workspace: Workspace, request: Request, file: Path, line: int, folder: Path) -> Order:
    realm = gate.reach(file.parent, workspace.root)

    def file_of(name: str) -> Path:
        return gate.named(name, file.parent, realm)

    return request.order(workspace, Door(lambda _: Place(file, line), file_of, realm, folder))


def _placed(mistake: Mistake, job: Place) -> Mistake:
    """A mistake with the place of the job that it is in; where it is in another file, this one names it."""
    if mistake.place is None:
        return replace(mistake, place=job)
    if mistake.place.file == job.file:
        return mistake
    return replace(mistake, place=replace(mistake.place, named=mistake.place.named or job))
