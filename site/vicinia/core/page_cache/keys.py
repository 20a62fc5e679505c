"""Keys of in-process caches whose entries must not outlive a change of public content."""

from . import generation


def by_generation(key: str, key_prefix: str, version: int) -> str:
    """A cache's KEY_FUNCTION: the name changes when something is published, in every process."""
    return f"{key_prefix}:{version}:{generation.current()}:{key}"
