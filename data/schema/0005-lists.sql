-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists as they are wanted again. Rows carry what 0001 says of every record.

-- A list with all that was chosen for it, under the name of its occasion.
CREATE TABLE occasion (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "roster" TEXT NOT NULL,
  "org" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "choices" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX occasion_by_org ON occasion (org) WHERE org IS NOT NULL;
