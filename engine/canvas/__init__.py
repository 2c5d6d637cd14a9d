"""One abstract canvas, the painter that walks a scene, and the surfaces that a scene is painted on."""
