#!/usr/bin/env python3
"""Draws a text, such as the quickstart's comparison.txt, as an SVG of a terminal: picture.py < text > picture.svg"""

import sys
from xml.sax.saxutils import escape

CHARACTER_WIDTH = 7.25
LINE_HEIGHT = 17
MARGIN = 16


def draw(lines):
    """Returns the SVG of the lines in one monospaced block."""
    width = MARGIN * 2 + CHARACTER_WIDTH * max(map(len, lines), default=0)
    height = MARGIN * 2 + LINE_HEIGHT * len(lines)
    rows = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + LINE_HEIGHT * (i + 0.75):.1f}" xml:space="preserve">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" role="img">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#16202b"/>\n'
        f'<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12" fill="#dbe4ee">\n{rows}\n</g>\n</svg>'
    )


if __name__ == "__main__":
    print(draw([line.rstrip("\n") for line in sys.stdin]))
