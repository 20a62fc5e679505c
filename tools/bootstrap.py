"""Make the virtual environment and the front end from the lock files; skip what is already there.

Runs on the machine's own Python with the standard library alone. Every step leaves a stamp (a hash
of its inputs), so a second start only compares hashes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
SOURCES = ("site", "calls", "campaigns", "partners")
UV_VERSION = "0.13.9"
# Compiled Python first: the first start and every test process pay for it otherwise.
QUIET = {"UV_NO_PROGRESS": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_COMPILE_BYTECODE": "1"}


class BootstrapFailed(SystemExit):
    """A step that cannot go on; the message is one sentence with the way out."""


def say(text: str) -> None:
    """Tell the person what is being done, without mixing with a command's output."""
    print(f"· {text}", file=sys.stderr, flush=True)


def run(*command: str | Path, **env: str) -> None:
    """Run a command in the root, its output on standard error; stop with its name when it fails."""
    result = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **QUIET, **env},
        stdout=sys.stderr,
        check=False,
    )
    if result.returncode:
        raise BootstrapFailed(f"The step «{' '.join(map(str, command[:4]))}» failed: see the lines above.")


def content_hash(*paths: Path) -> str:
    """Hash names and bytes of files and folders, in a stable order."""
    digest = hashlib.sha256()
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update(str(file.relative_to(ROOT)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def is_current(name: str, value: str) -> bool:
    """Tell whether the step's stamp holds this value."""
    stamp = STAMPS / name
    return stamp.is_file() and stamp.read_text() == value


def mark(name: str, value: str) -> None:
    """Write the step's stamp once the step has succeeded."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(value)


def find_uv() -> Path:
    """Return uv: the machine's own, or one fetched into `.tools` with whatever pip there is."""
    local = TOOLS / "bin" / "uv"
    if local.is_file():
        return local
    if found := shutil.which("uv"):
        return Path(found)
    say("fetching uv into .tools (about 20 MB)")
    if has_module("ensurepip"):
        run(sys.executable, "-m", "venv", TOOLS)
        run(TOOLS / "bin" / "python", "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}")
    elif has_module("pip"):
        run(sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS, f"uv=={UV_VERSION}")
    else:
        pip = fetch_pip_wheel()
        run(sys.executable, f"{pip}/pip", "install", "--quiet", "--target", TOOLS, f"uv=={UV_VERSION}")
    return local


def fetch_pip_wheel() -> Path:
    """Return pip as Debian packs it for venv, fetched and unpacked without being root."""
    folder = TOOLS / "pip"
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("apt-get"):
        if os.geteuid() == 0:
            run("apt-get", "-qq", "update")
        quiet = {"cwd": folder, "check": False, "stdout": sys.stderr}
        subprocess.run(["apt-get", "-qq", "download", "python3-pip-whl"], **quiet)
        for package in folder.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, folder], **quiet)
    for wheel in folder.rglob("pip-*.whl"):
        return wheel
    raise BootstrapFailed(
        "This Python has neither pip nor venv: "
        "ask for the Debian package python3-venv, or put uv on the PATH."
    )


def has_module(name: str) -> bool:
    """Tell whether the machine's Python has a module (Debian splits pip and venv off)."""
    return (
        subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, check=False).returncode
        == 0
    )


def lock_hash(lock: str) -> str:
    """Hash what decides the environment's content."""
    return content_hash(ROOT / "requirements" / f"{lock}.lock", ROOT / "pyproject.toml") + sys.version


def install_python(lock: str) -> None:
    """Install the locked packages and this project into `.venv`."""
    path = ROOT / "requirements" / f"{lock}.lock"
    value = content_hash(path, ROOT / "pyproject.toml") + sys.version
    # The development lock holds everything of the run lock, so either stamp serves `run`.
    if is_current(
        "python-dev", content_hash(ROOT / "requirements/dev.lock", ROOT / "pyproject.toml") + sys.version
    ):
        return
    if is_current(f"python-{lock}", value):
        return
    uv = find_uv()
    if not (VENV / "bin" / "python").exists():
        run(uv, "venv", "--quiet", "--python", sys.executable, VENV)
    say(f"installing the packages of requirements/{lock}.lock")
    target = {"VIRTUAL_ENV": str(VENV)}
    run(uv, "pip", "install", "--quiet", "--require-hashes", "-r", path, **target)
    run(uv, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".", **target)
    mark(f"python-{lock}", value)


def build_front_end() -> None:
    """Install the npm packages and build CSS, JavaScript and fonts into `build/static`."""
    packages = content_hash(ROOT / "package.json", ROOT / "package-lock.json")
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    if not (ROOT / "node_modules").is_dir() or not is_current("npm", packages):
        say("installing the front-end packages")
        run(VENV / "bin" / "npm", "ci", "--silent", "--no-audit", "--no-fund", PATH=path)
        mark("npm", packages)
    # Templates and Python count: unused rules and icons are dropped by looking at them.
    modules = sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    sources = content_hash(ROOT / "assets", ROOT / "templates", *modules) + packages
    if not (ROOT / "build" / "static").is_dir() or not is_current("front-end", sources):
        say("building the front end")
        run(VENV / "bin" / "node", "assets/build.mjs", PATH=path)
        mark("front-end", sources)


def compile_messages() -> None:
    """Compile the translations when a catalogue changed."""
    value = content_hash(*sorted((ROOT / "locale").rglob("*.po")))
    compiled = list((ROOT / "locale").rglob("*.mo"))
    if not compiled or not is_current("messages", value):
        say("compiling the translations")
        run(VENV / "bin" / "python", "tools/messages.py", "compile")
        mark("messages", value)


def bootstrap(lock: str) -> None:
    """Bring environment, front end and translations up to date."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs on whatever Python the machine has
        raise BootstrapFailed("Vicinia needs Python 3.11 or later: run make with PYTHON=python3.11.")
    install_python(lock)
    build_front_end()
    compile_messages()


if __name__ == "__main__":
    if "--print-uv" in sys.argv:
        print(find_uv())
    else:
        bootstrap(sys.argv[1] if len(sys.argv) > 1 else "run")
