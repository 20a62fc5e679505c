"""The source tree as the architecture tests read it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = (
    ROOT / "site/vicinia",
    ROOT / "campaigns",
    ROOT / "calls",
    ROOT / "partners",
)
APPS = tuple(
    sorted(path.parent for top in TOP_LEVEL for path in (*top.glob("apps.py"), *top.glob("*/apps.py")))
)


def modules(pattern: str = "*.py") -> list[Path]:
    """Our Python files (or those of a pattern), without migrations."""
    return sorted(path for top in TOP_LEVEL for path in top.rglob(pattern) if "migrations" not in path.parts)


def dotted(path: Path) -> str:
    """The name by which a file is imported."""
    base = ROOT / "site" if path.is_relative_to(ROOT / "site") else ROOT
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def shown(paths: list[Path]) -> list[str]:
    """Paths as a failure message shows them."""
    return [str(path.relative_to(ROOT)) for path in paths]
