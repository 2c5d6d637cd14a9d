"""Equal objects of a PDF made one: Cairo writes the stops of a gradient anew for each thing that is filled with it."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf

_HOLDERS = (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)


def share(holder: pikepdf.Object) -> None:
    """Makes equal dictionaries and arrays below an object one, in place; streams stay as they are."""
    _Sharing().below(holder)


class _Sharing:
    def __init__(self) -> None:
        self._first: dict[bytes, pikepdf.Object] = {}
        self._known: dict[tuple[int, int], pikepdf.Object] = {}

    def below(self, holder: pikepdf.Object) -> None:
        for key, child in _children(holder):
            if not child.is_indirect:
                self.below(child)
            elif (shared := self._shared(child)).objgen != child.objgen:
                holder[key] = shared

    def _shared(self, child: pikepdf.Object) -> pikepdf.Object:
        """The first object that is equal to an indirect one."""
        name = child.objgen
        if name not in self._known:
            self._known[name] = child  # a circle ends here
            self.below(child)
            if not isinstance(child, pikepdf.Stream):
                self._known[name] = self._first.setdefault(child.unparse(resolved=True), child)
        return self._known[name]


def _children(holder: pikepdf.Object) -> Iterable[tuple[str | int, pikepdf.Object]]:
    """What a dictionary, a stream's dictionary or an array holds that holds something itself."""
    pairs = enumerate(holder) if isinstance(holder, pikepdf.Array) else holder.items()
    return [(key, child) for key, child in pairs if isinstance(child, _HOLDERS)]
