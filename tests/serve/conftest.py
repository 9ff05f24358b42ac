"""Projects to build and to serve."""

from __future__ import annotations

from pathlib import Path

import pytest

from serve.project import Project, make


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project for one test."""
    return make(tmp_path)
