"""Owns what every test starts from: Pilot without its long pauses, and an environment without the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
import textual._wait as waiting
from hypothesis import HealthCheck, settings

# Pilot sleeps 20 ms twice a key as shipped; a private name, so a Textual that has none just tests more slowly.
for _name in ("SLEEP_GRANULARITY", "SLEEP_IDLE"):
    if hasattr(waiting, _name):
        setattr(waiting, _name, 1 / 1000)

# The same examples on every run, on any machine; `--hypothesis-profile search` looks for others.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def nobodys_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep tests away from the user's settings, editor, browser and library."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "BRIEFING_LIBRARY", "NO_COLOR", "VISUAL", "EDITOR", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return home
