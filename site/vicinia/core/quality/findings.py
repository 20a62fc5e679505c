"""What a rule says of a page. Pure: no Django but for lazy words."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.components import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what is wrong and how to mend it; the words it is about; whether the page may go out."""

    rule: str
    text: Text
    words: str = ""
    is_blocking: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found on one page, the blocking faults first, with how it reads."""

    findings: tuple[Finding, ...]
    words: int = 0
    gulpease: int | None = None
    # The index under which the page is told to be hard.
    target: int = 0

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The faults for which the page may not go out."""
        return tuple(each for each in self.findings if each.is_blocking)

    @property
    def to_improve(self) -> tuple[Finding, ...]:
        """The faults with which the page may go out."""
        return tuple(each for each in self.findings if not each.is_blocking)

    @property
    def is_hard(self) -> bool:
        """Whether readers without a diploma will struggle."""
        return self.gulpease is not None and self.gulpease < self.target
