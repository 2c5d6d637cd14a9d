"""How a print shop prints: its papers with their profiles and ink limits (brand.yaml, `print`)."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from engine.errors import BadInput

COATED, NEWSPAPER = "coated", "newspaper"
_LIMITS: Mapping[str, float] = {NEWSPAPER: 220.0}  # of what soaks: ISO 12647-3; else the shop's own figure
_KNOWN = (COATED, NEWSPAPER)


class Paper(BaseModel):
    """What is otherwise on one paper than on the shop's others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    icc: str | None = Field(default=None, description="the ICC profile of this paper, a file of the workspace")
    ink_limit: float | None = Field(default=None, ge=100, le=400, description="percent of all four inks, on one spot")
    rich_black: bool | None = Field(default=None, description="black above 24 pt in four inks")


class Print(BaseModel):
    """How the print shop prints."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    icc: str | None = Field(default=None, description="the shop's ICC profile, a file of the workspace")
    ink_limit: float = Field(default=300, ge=100, le=400, description="percent of all four inks together, on one spot")
    rich_black: bool = Field(default=False, description="black above 24 pt in four inks instead of black alone")
    papers: dict[str, Paper] = Field(default={}, description="what is otherwise on a paper, by its name")

    @property
    def calibrated(self) -> bool:
        """Whether the shop's own profile is known."""
        return self.icc is not None

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles that are named."""
        return tuple(filter(None, (self.icc, *(paper.icc for paper in self.papers.values()))))

    def on(self, paper: str) -> Print:
        """How one paper is printed. Raises BadInput for a paper that is not known."""
        if paper not in self.papers and paper not in _KNOWN:
            known = ", ".join(dict.fromkeys((*_KNOWN, *self.papers)))
            raise BadInput.of(
                "the paper “{paper}” is not known",
                todo="add it to print: papers: in brand.yaml, or use {known}",
                paper=paper,
                known=known,
            )
        own = self.papers.get(paper, Paper())
        return Print(
            icc=own.icc or self.icc,
            ink_limit=own.ink_limit or _LIMITS.get(paper, self.ink_limit),
            rich_black=self.rich_black if own.rich_black is None else own.rich_black,
        )
