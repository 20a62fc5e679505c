"""`make run`: prepare the database and the static files, then serve the site with its workers.

Everything is decided by the environment (docs/operating.md). Ctrl-C or SIGTERM ends all of it.
"""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "site"), str(ROOT / "tools")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vicinia.settings.dev")

from bootstrap import content_hash  # noqa: E402
from django.conf import LazySettings, settings  # noqa: E402
from django.core.exceptions import ImproperlyConfigured  # noqa: E402
from supervisor import Service, Supervisor, say  # noqa: E402

PYTHON = sys.executable
MANAGE = [PYTHON, str(ROOT / "manage.py")]
ANY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 - compared with, not listened on


def load_settings() -> LazySettings:
    """Read the environment; a wrong value ends here with one sentence."""
    try:
        _ = settings.PORT
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from error
    except ModuleNotFoundError as error:
        raise SystemExit(
            f"DJANGO_SETTINGS_MODULE names settings that are not there ({error.name}): "
            "use vicinia.settings.dev or vicinia.settings.production."
        ) from error
    return settings


def require_free_port(host: str, port: int) -> None:
    """Stop with a sentence when another program listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise SystemExit(
                    f"HOST {host} is no address of this machine ({error.strerror}): "
                    "127.0.0.1 serves this machine alone, 0.0.0.0 its whole network."
                ) from error
            raise SystemExit(
                f"PORT {port} of {host} cannot be used ({error.strerror}): choose another one, "
                f"for example PORT={port + 1 if port < 65535 else 8000} make run."
            ) from error


def static_stamp() -> str:
    """What the collected static files depend on: our build, the apps' own folders, the packages."""
    apps = ("site", "campaigns", "calls", "partners")
    folders = sorted(path for app in apps for path in (ROOT / app).rglob("static") if path.is_dir())
    return content_hash(ROOT / "build" / "static", *folders, ROOT / "requirements" / "run.lock")


def prepare() -> str:
    """Migrate, load the demo, collect static files; return what to tell the person (the demo accounts)."""
    command = [*MANAGE, "prepare", "--static-stamp", static_stamp()]
    result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if result.returncode:
        raise SystemExit(result.returncode)
    return result.stdout


def web_command(config: Any, application: str = "vicinia.wsgi:application") -> list[str]:
    """The web server, with a fixed number of threads for each process."""
    threads: int = config.WEB_THREADS
    return [
        str(Path(PYTHON).with_name("granian")),
        "--interface", "wsgi", application,
        "--host", config.HOST, "--port", str(config.PORT),
        "--workers", str(config.WEB_WORKERS),
        "--blocking-threads", str(threads),
        # Threads that end would close their database connections with them.
        "--blocking-threads-idle-timeout", "600",
        # Counts connections, those of browsers that only keep one open too: a small number would lock
        # readers out. What the threads cannot take at once waits.
        "--backpressure", "1000", "--backlog", "2048",
        "--no-ws", "--respawn-failed-workers", "--workers-kill-timeout", "5",
        "--log-level", "warning",
    ]  # fmt: skip


def services(config: LazySettings) -> list[Service]:
    """Web, a worker for each queue (or more), scheduler."""
    found = [
        Service("web", lambda _own, _old: web_command(config)),
        Service("scheduler", lambda _own, _old: [*MANAGE, "run_scheduler"], waits=True),
    ]
    queues = sorted(config.TASKS["default"]["QUEUES"])
    numbers = range(1, config.TASK_WORKERS + 1)
    return [*found, *(worker_service(queue, number) for queue in queues for number in numbers)]


def worker_service(queue: str, number: int) -> Service:
    """A worker; its successor is told whose task to resume at once."""

    def command(own: str, old: str) -> list[str]:
        replaces = ["--replaces", old] if old else []
        return [*MANAGE, "run_worker", "--queue", queue, "--worker-id", own, *replaces]

    return Service(f"worker-{queue}-{number}", command, waits=True)


class Announcement:
    """Tells the address once the web server answers."""

    def __init__(self, config: LazySettings, text: str, started: float) -> None:
        host = "localhost" if config.HOST in ANY_ADDRESS else config.HOST
        address = f"http://{f'[{host}]' if ':' in host else host}:{config.PORT}/health/"
        # As a reader's browser names the site, whatever address it listens on.
        names = {"Host": urlsplit(config.BASE_URL).netloc}
        self._probe = urllib.request.Request(address, headers=names)
        self._address, self._text, self._started = config.BASE_URL, text, started

    def __call__(self) -> bool:
        """Try; return whether it has been told."""
        try:
            urllib.request.urlopen(self._probe, timeout=1).close()  # noqa: S310 - our own address
        except urllib.error.HTTPError:
            pass  # An answer is an answer: the workers may not be up yet.
        except OSError:
            return False
        seconds = time.monotonic() - self._started
        print(
            f"\nVicinia is at {self._address}/ (ready in {seconds:.0f} s; Ctrl-C ends it)\n{self._text}",
            flush=True,
        )
        return True


def main() -> int:
    """Serve until told to end."""
    started = time.monotonic()
    config = load_settings()
    require_free_port(config.HOST, config.PORT)
    told = prepare()
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}"}
    os.chdir(ROOT)
    say("starting the web server, the workers and the scheduler")
    code = Supervisor(services(config), env=env, when_up=Announcement(config, told, started)).run()
    say("all ended")
    return code


if __name__ == "__main__":
    sys.exit(main())
