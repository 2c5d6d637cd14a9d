"""Light on a surface whose height is a picture's opacity (Filter Effects 1, 9.10 and 9.19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_SMOOTH = 0.016  # of the cosine at the edge of a spot light


@dataclass(frozen=True, slots=True)
class Light:
    """A light source in pixels: its kind, its place, where it points, how it fades and how wide it shines (degrees)."""

    kind: str
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    to: tuple[float, float, float] = (0.0, 0.0, 0.0)
    direction: tuple[float, float, float] = (0.0, 0.0, 1.0)
    exponent: float = 1.0
    cone: float | None = None


def lit(alpha: Any, said: Mapping[str, float], light: Light, color: Any, *, specular: bool) -> Any:
    """Premultiplied RGBA of a lit surface; `color` is the light's, in the space in which it is worked out."""
    scale = said["surfaceScale"]
    nx, ny = _normal(alpha, scale)
    length = np.sqrt(nx * nx + ny * ny + 1)
    nx, ny, nz = nx / length, ny / length, 1 / length
    lx, ly, lz = _towards(light, alpha, scale)
    shade = _shade(light, lx, ly, lz)
    if specular:
        hx, hy, hz = lx, ly, lz + 1
        norm = np.sqrt(hx * hx + hy * hy + hz * hz)
        dot = (nx * hx + ny * hy + nz * hz) / np.where(norm == 0, 1, norm)
        strength = said["constant"] * np.power(np.maximum(dot, 0), said["exponent"])
    else:
        strength = said["constant"] * np.maximum(nx * lx + ny * ly + nz * lz, 0)
    strength = np.broadcast_to(strength * shade, alpha.shape)
    found = np.empty((*alpha.shape, 4), np.float32)
    found[..., :3] = (strength[..., None] * np.asarray(color, np.float32)).clip(0, 1)
    found[..., 3] = found[..., :3].max(axis=-1) if specular else 1.0
    return found


def _normal(height: Any, scale: float) -> tuple[Any, Any]:
    """Sobel's slopes; at an edge of what is there of them."""
    return -scale * _slope(height, 1), -scale * _slope(height, 0)


def _slope(height: Any, axis: int) -> Any:
    moved = np.moveaxis(height, axis, -1)
    padded = np.pad(moved, ((0, 0), (1, 1)), mode="edge")
    rise = padded[:, 2:] - padded[:, :-2]
    rise[:, [0, -1]] *= 2
    weights = np.full((moved.shape[0], 1), 4.0, np.float32)
    weights[[0, -1]] -= 1
    total = 2 * rise
    total[1:] += rise[:-1]
    total[:-1] += rise[1:]
    return np.moveaxis(total / weights, -1, axis)


def _towards(light: Light, alpha: Any, scale: float) -> tuple[Any, Any, Any]:
    """The unit vector from each place of the surface to the light."""
    if light.kind == "feDistantLight":
        return light.direction
    height, width = alpha.shape
    x, y, z = light.at
    dx = x - (np.arange(width, dtype=np.float32) + 0.5)[None, :]
    dy = y - (np.arange(height, dtype=np.float32) + 0.5)[:, None]
    dz = z - scale * alpha
    norm = np.sqrt(dx * dx + dy * dy + dz * dz)
    norm = np.where(norm == 0, 1, norm)
    return dx / norm, dy / norm, dz / norm


def _shade(light: Light, lx: Any, ly: Any, lz: Any) -> Any:
    if light.kind != "feSpotLight":
        return np.float32(1)
    axis = np.subtract(light.to, light.at)
    axis = axis / (np.linalg.norm(axis) or 1.0)
    cosine = -(lx * axis[0] + ly * axis[1] + lz * axis[2])
    shade = np.power(np.maximum(cosine, 0), light.exponent)
    if light.cone is not None:
        edge = np.cos(np.radians(abs(light.cone)))
        shade = shade * ((cosine - edge) / _SMOOTH).clip(0, 1)
    return shade
