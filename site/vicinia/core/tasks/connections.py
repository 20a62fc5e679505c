"""How many database connections the processes of this installation may hold at once."""

from django.conf import settings


def connections_needed() -> int:
    """Count the pools of the web processes, and two connections (work, heartbeat) of every other process."""
    queues = len(settings.TASKS["default"]["QUEUES"])
    others = queues * settings.TASK_WORKERS + 1
    return int(settings.WEB_WORKERS * (settings.WEB_THREADS + settings.POOL_SPARE) + 2 * others)
