# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that other programs wrote, from tests/fixtures/rosters."""
