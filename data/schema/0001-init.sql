-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. Immutable once released: later changes are files of their own and only add.
--
-- Every record carries: id, a handle inside this file; owner + uid, its name outside; row_version,
-- raised at each write; stamp, a hybrid clock (48 bits of milliseconds, 16 of a counter); device,
-- the desk that wrote it; withdrawn, a tombstone instead of a delete. Dates are text of their own
-- precision. Columns carry the names of the kinds' fields (app/core/kinds). Every link has an index,
-- so that what still refers to a record is found at once.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- The organisations that own rows of this file: this registry's own is 1.
CREATE TABLE owner (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "short_name" TEXT,
  "kind" TEXT NOT NULL,
  "parent" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "number" TEXT,
  "display_order" INTEGER,
  "form" TEXT,
  "sector" TEXT,
  "opened_on" TEXT
    CHECK ("opened_on" GLOB '[0-9][0-9][0-9][0-9]' OR "opened_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "opened_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "opened_by" TEXT,
  "approved_by" TEXT,
  "closed_on" TEXT
    CHECK ("closed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "contact" TEXT,
  "phone" TEXT,
  "unit_relation" TEXT,
  "unit_name" TEXT,
  "unit_kind" TEXT,
  "unit_number" TEXT,
  "region" TEXT,
  "term_years" INTEGER,
  "note" TEXT,
  -- Fixed-width sibling codes, four characters a level: a subtree is path >= p AND path < p || '~'.
  path TEXT NOT NULL DEFAULT '',
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX organization_by_path ON organization (path);
CREATE INDEX organization_by_parent ON organization (parent);

CREATE TABLE organization_event (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "on" TEXT
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "document" TEXT,
  "reason" TEXT,
  "name_before" TEXT,
  "name_after" TEXT,
  "short_before" TEXT,
  "kind_before" TEXT,
  "parent_before" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "other" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX organization_event_by_org ON organization_event (org);
CREATE INDEX organization_event_by_other ON organization_event (other) WHERE other IS NOT NULL;
CREATE INDEX organization_event_by_parent_before ON organization_event (parent_before) WHERE parent_before IS NOT NULL;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  -- What lists are made of comes first: a row is read no further than it must be.
  "name" TEXT NOT NULL,
  "reading" TEXT,
  "sex" TEXT,
  "ethnicity" TEXT,
  "birth_date" TEXT
    CHECK ("birth_date" GLOB '[0-9][0-9][0-9][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "education" TEXT,
  "degree" TEXT,
  "marital" TEXT,
  "job" TEXT,
  "stratum" TEXT,
  "frontline" TEXT,
  "migrant_worker" INTEGER CHECK ("migrant_worker" IN (0, 1)),
  "category" TEXT,
  "applied_on" TEXT
    CHECK ("applied_on" GLOB '[0-9][0-9][0-9][0-9]' OR "applied_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "applied_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "activist_on" TEXT
    CHECK ("activist_on" GLOB '[0-9][0-9][0-9][0-9]' OR "activist_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "activist_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "candidate_on" TEXT
    CHECK ("candidate_on" GLOB '[0-9][0-9][0-9][0-9]' OR "candidate_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "candidate_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "joined_on" TEXT
    CHECK ("joined_on" GLOB '[0-9][0-9][0-9][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "confirmed_on" TEXT
    CHECK ("confirmed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "standing_correction" INTEGER,
  "entry_kind" TEXT,
  "confirmation_kind" TEXT,
  "floating" INTEGER CHECK ("floating" IN (0, 1)),
  "lost" INTEGER CHECK ("lost" IN (0, 1)),
  "own_order" INTEGER,
  "former_name" TEXT,
  "native_place" TEXT,
  "birth_place" TEXT,
  "school" TEXT,
  "major" TEXT,
  "full_time_education" TEXT,
  "full_time_school" TEXT,
  "in_service_education" TEXT,
  "in_service_school" TEXT,
  "work_started_on" TEXT
    CHECK ("work_started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "work_started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "work_started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "work_unit" TEXT,
  "department" TEXT,
  "duty" TEXT,
  "technical_title" TEXT,
  "probation_until" TEXT
    CHECK ("probation_until" GLOB '[0-9][0-9][0-9][0-9]' OR "probation_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "probation_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "joined_branch" TEXT,
  "introducer1" TEXT,
  "introducer2" TEXT,
  "mentors" TEXT,
  "floating_to" TEXT,
  "floating_since" TEXT
    CHECK ("floating_since" GLOB '[0-9][0-9][0-9][0-9]' OR "floating_since" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "floating_since" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "lost_since" TEXT
    CHECK ("lost_since" GLOB '[0-9][0-9][0-9][0-9]' OR "lost_since" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "lost_since" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "lost_kind" TEXT,
  "skills" TEXT,
  "awards" TEXT,
  "archive_place" TEXT,
  "papers" TEXT,
  "note" TEXT,
  -- Sort key by pinyin, see zb_hanzi_pinyin_key(): the first page of the table comes from its index.
  name_key BLOB,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX person_by_name_key ON person (name_key, id);
CREATE INDEX person_by_name ON person (name);

-- What is masked by default stands apart, so that lists never touch it.
CREATE TABLE person_private (
  person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE RESTRICT,
  "id_number" TEXT,
  "phone" TEXT,
  "landline" TEXT,
  "address" TEXT,
  "registered_at" TEXT,
  "dues_base" INTEGER,
  "discipline" TEXT
) STRICT;

CREATE INDEX person_private_by_id_number ON person_private (id_number) WHERE id_number IS NOT NULL;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "group" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "started_on" TEXT
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "begun_by" TEXT,
  "from_org" TEXT,
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_by" TEXT,
  "to_org" TEXT,
  "letter" TEXT,
  "valid_days" INTEGER,
  "dues_until" TEXT
    CHECK ("dues_until" GLOB '[0-9][0-9][0-9][0-9]' OR "dues_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "dues_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "receipt_on" TEXT
    CHECK ("receipt_on" GLOB '[0-9][0-9][0-9][0-9]' OR "receipt_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "receipt_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "document" TEXT,
  "reason" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX membership_by_person ON membership (person);
CREATE INDEX membership_by_org ON membership (org, ended_on);
CREATE INDEX membership_by_group ON membership ("group") WHERE "group" IS NOT NULL;
CREATE INDEX membership_by_end ON membership (ended_by) WHERE ended_by IS NOT NULL;
-- One organisational membership at a time.
CREATE UNIQUE INDEX membership_by_open ON membership (person)
  WHERE kind = 'organizational' AND ended_by IS NULL AND withdrawn = 0;

CREATE TABLE membership_event (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "on" TEXT
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "org" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "document" TEXT,
  "reason" TEXT,
  "detail" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX membership_event_by_person ON membership_event (person);
CREATE INDEX membership_event_by_org ON membership_event (org) WHERE org IS NOT NULL;

CREATE TABLE committee_term (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "appointed_on" TEXT
    CHECK ("appointed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "appointed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "appointed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "due_on" TEXT
    CHECK ("due_on" GLOB '[0-9][0-9][0-9][0-9]' OR "due_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "due_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "held_on" TEXT
    CHECK ("held_on" GLOB '[0-9][0-9][0-9][0-9]' OR "held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "document" TEXT,
  "extended_to" TEXT
    CHECK ("extended_to" GLOB '[0-9][0-9][0-9][0-9]' OR "extended_to" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "extended_to" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "extension_document" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX committee_term_by_org ON committee_term (org);

CREATE TABLE post_holding (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "post" TEXT NOT NULL,
  "term" INTEGER REFERENCES committee_term (id) ON DELETE RESTRICT,
  "started_on" TEXT
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "document" TEXT,
  "how" TEXT,
  "work" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX post_holding_by_org ON post_holding (org);
CREATE INDEX post_holding_by_person ON post_holding (person);
CREATE INDEX post_holding_by_term ON post_holding (term) WHERE term IS NOT NULL;

CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "conditions" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "key" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "started_on" TEXT
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "source" TEXT,
  "reason" TEXT NOT NULL,
  UNIQUE (owner, uid)
) STRICT;

-- What was done, in order. hash = SHA-256 over the one before and everything in this set: an edit or a
-- deletion in the middle can be found. undoes: the set that this one takes back.
CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  n_records INTEGER NOT NULL DEFAULT 0,
  undoes INTEGER REFERENCES change_set (id),
  undone_by INTEGER REFERENCES change_set (id),
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX change_set_by_undoes ON change_set (undoes) WHERE undoes IS NOT NULL;

-- One changed record of a set: the values before and after, of the fields that changed, as JSON.
CREATE TABLE change (
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  -- Not IN (…): for more than two values it builds a table of them at every insert.
  op TEXT NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'withdraw' OR op = 'revive'),
  before TEXT,
  after TEXT,
  PRIMARY KEY (set_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_record ON change (kind, record, set_id);

-- What left the registry: who, when, which list, how many people, which private columns.
CREATE TABLE export_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  roster TEXT NOT NULL,
  format TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  private_columns TEXT
) STRICT;

-- Who had a masked value shown in full.
CREATE TABLE reveal_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  field TEXT NOT NULL
) STRICT;
CREATE INDEX reveal_log_by_record ON reveal_log (kind, record);

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  sheet TEXT,
  n_rows INTEGER NOT NULL
) STRICT;
