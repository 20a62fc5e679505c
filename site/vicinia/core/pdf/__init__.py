"""PDF files for people to keep: `render("receipt", data)` gives PDF/A-2a with PDF/UA-1."""

from .render import render

__all__ = ["render"]
