-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the columns and words of a list were read, for the next list of the same shape. Rows carry what 0001 says of every record.

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "sender" TEXT,
  "answers" TEXT NOT NULL,
  UNIQUE (owner, uid)
) STRICT;
