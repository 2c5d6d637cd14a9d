"""The page of a scene in the inks of a press: drawn in them from the first operator on."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Pdf, Stream

from engine.canvas.canvas import Canvas
from engine.canvas.painter import paint
from engine.canvas.pdf import Page, PdfCanvas
from engine.canvas.pdf_content import Content
from engine.export import pdf
from engine.export.press.black import Black, Lettering
from engine.export.press.icc import Press
from engine.export.press.ink_pictures import FINEST_PPI
from engine.export.press.inks import Inked
from engine.export.press.mixing import mixed
from engine.matrix import scaling
from engine.scene import Scene
from engine.scene.model import Node


class Plates:
    """A new page of a document for a scene, and what draws on it. `lettering` says where text stands on the page."""

    def __init__(
        self, document: Pdf, scene: Scene, sheet: pdf.Sheet, press: Press, lettering: Sequence[Lettering] = ()
    ) -> None:
        self.document, self.scene, self.sheet, self.press = document, scene, sheet, press
        self.page = pdf.blank(document, sheet)
        self._lettering = lettering
        self._colours = Inked(press, finest=FINEST_PPI / sheet.scale)
        self._colours.learn(scene)
        self._drawing = Page(document, density=sheet.density, px=scene.px, before=self._in_black)

    @property
    def is_translucent(self) -> bool:
        """Whether anything that was drawn lets through what lies beneath it."""
        return self._drawing.is_translucent

    def draw(self) -> None:
        """Draws the scene; what is translucent in inks that look as it does on the screen."""
        canvas = self._canvas()
        paint(self.scene.root, mixed(self.scene, self.press, self._with_black(canvas)))
        self.show(canvas.content)
        if self.is_translucent:
            self.page.obj.Group = pdf.group(self._colours.space)

    def drawn(self, root: Node) -> Content:
        """Some nodes of the scene, as a content for the page."""
        canvas = self._canvas()
        paint(root, self._with_black(canvas))
        return canvas.content

    def show(self, content: Content) -> None:
        """Makes a content that of the page; nothing is drawn afterwards. It is packed when the document is, for words
        and marks may come to it."""
        self._drawing.pictures.finish()
        self.page.obj.Contents = Stream(self.document, content.source)
        self.page.obj.Resources = content.resources

    def _canvas(self) -> PdfCanvas:
        to_page = pdf.to_points(self.scene, self.sheet)
        return PdfCanvas(self._drawing, to_page, self.sheet.bleed_box, colours=self._colours)

    def _with_black(self, canvas: PdfCanvas) -> Canvas:
        upside_down = (1.0, 0.0, 0.0, -1.0, 0.0, self.sheet.bleed_box.height)
        return Black(canvas, self._lettering, upside_down, rich=self.press.rich_black)

    def _in_black(self, tile: PdfCanvas) -> Canvas:
        """A tile, which has lines but no place on the page."""
        return Black(tile, (), scaling(1 / tile.unit, 1 / tile.unit), rich=self.press.rich_black)
