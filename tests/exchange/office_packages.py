# SPDX-License-Identifier: GPL-3.0-or-later
"""What the containers of Office Open XML begin with, written by hand."""

OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relations(*entries, office=OFFICE):
    rows = ''.join(f'<Relationship Id="{i}" Type="{office}/{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'
