"""The small workspace that production's tests have."""

from tests.production.conftest import made_workspace, root

__all__ = ["made_workspace", "root"]
