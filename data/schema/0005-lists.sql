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

-- The forms of upper committees, filled by their marks.
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "roster" TEXT NOT NULL,
  "file_name" TEXT,
  "media" TEXT NOT NULL,
  "size" INTEGER,
  "digest" TEXT NOT NULL,
  "checked_on" TEXT
    CHECK ("checked_on" GLOB '[0-9][0-9][0-9][0-9]' OR "checked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "checked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  UNIQUE (owner, uid)
) STRICT;

-- Their bytes, by what they are: a form that was replaced comes back by undo.
CREATE TABLE template_data (
  digest TEXT PRIMARY KEY CHECK (length (digest) = 64),
  data BLOB NOT NULL
) STRICT;

-- Letters that were issued: 组织关系介绍信 and 党员证明信, each with its number.
CREATE TABLE party_letter (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "number" TEXT,
  "kind" TEXT NOT NULL,
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "name" TEXT NOT NULL,
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "issuer" TEXT NOT NULL,
  "membership" INTEGER REFERENCES membership (id) ON DELETE RESTRICT,
  "from_org" TEXT,
  "to_org" TEXT,
  "addressee" TEXT,
  "purpose" TEXT,
  "valid_days" INTEGER,
  "dues_until" TEXT
    CHECK ("dues_until" GLOB '[0-9][0-9][0-9][0-9]' OR "dues_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "dues_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "handler" TEXT,
  "phone" TEXT,
  "issued_on" TEXT NOT NULL
    CHECK ("issued_on" GLOB '[0-9][0-9][0-9][0-9]' OR "issued_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "issued_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX party_letter_by_person ON party_letter (person);
CREATE INDEX party_letter_by_org ON party_letter (org, kind, "number");
CREATE INDEX party_letter_by_membership ON party_letter (membership) WHERE membership IS NOT NULL;
