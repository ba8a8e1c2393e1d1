"""Locator maps: TopoJSON in, SVG out, no library between."""
