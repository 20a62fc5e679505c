"""Charts drawn on the server: figures are read from a table, shapes worked out here, a template draws.

figures = read_figures(file)              # raises FiguresUnreadable with a sentence for the person
bars(figures), lines(figures)             # positions in percent: the drawing takes any width
"""

from .drawing import Bar, BarGroup, Lines, bars, lines
from .figures import Figures, FiguresUnreadable, Series
from .numbers import read_number
from .reading import read_figures

__all__ = [
    "Bar",
    "BarGroup",
    "Figures",
    "FiguresUnreadable",
    "Lines",
    "Series",
    "bars",
    "lines",
    "read_figures",
    "read_number",
]
