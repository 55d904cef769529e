-- SPDX-License-Identifier: GPL-3.0-or-later
-- Wishes with their claims and deliveries, and the service that members give. Rows carry what 0001 says of every record.

-- The household behind wishes and visits, entered once; shown to everybody under its alias only.
CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "alias" TEXT NOT NULL,
  "category" TEXT,
  "community" TEXT,
  "org" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "people" INTEGER,
  "consent_on" TEXT
    CHECK ("consent_on" GLOB '[0-9][0-9][0-9][0-9]' OR "consent_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "consent_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "photo_consent" INTEGER CHECK ("photo_consent" IN (0, 1)),
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE household_private (
  household_id INTEGER PRIMARY KEY REFERENCES household (id) ON DELETE RESTRICT,
  "name" TEXT,
  "sex" TEXT,
  "birth_date" TEXT
    CHECK ("birth_date" GLOB '[0-9][0-9][0-9][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "id_number" TEXT,
  "phone" TEXT,
  "address" TEXT,
  "situation" TEXT,
  "guardian" TEXT,
  "guardian_phone" TEXT,
  "consent_by" TEXT,
  "note" TEXT
) STRICT;

-- The same household is recognised, not typed again.
CREATE INDEX household_private_by_id_number ON household_private (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX household_private_by_name ON household_private (name) WHERE name IS NOT NULL;
CREATE INDEX household_by_org ON household (org) WHERE org IS NOT NULL;
CREATE INDEX household_by_person ON household (person) WHERE person IS NOT NULL;

-- 微心愿. What everybody may read stands here, the rest in wish_private.
CREATE TABLE wish (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "number" TEXT,
  "title" TEXT NOT NULL,
  "household" INTEGER NOT NULL REFERENCES household (id) ON DELETE RESTRICT,
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "category" TEXT,
  "quantity" INTEGER,
  "unit" TEXT,
  "estimate" INTEGER,
  "wanted_by" TEXT
    CHECK ("wanted_by" GLOB '[0-9][0-9][0-9][0-9]' OR "wanted_by" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "wanted_by" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "state" TEXT NOT NULL,
  "collected_on" TEXT NOT NULL
    CHECK ("collected_on" GLOB '[0-9][0-9][0-9][0-9]' OR "collected_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "collected_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "channel" TEXT,
  "collector" TEXT,
  "checked_on" TEXT
    CHECK ("checked_on" GLOB '[0-9][0-9][0-9][0-9]' OR "checked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "checked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "checked_by" TEXT,
  "reviewed_on" TEXT
    CHECK ("reviewed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "reviewed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "reviewed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "reviewed_by" TEXT,
  "published_on" TEXT
    CHECK ("published_on" GLOB '[0-9][0-9][0-9][0-9]' OR "published_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "published_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "fulfilled_on" TEXT
    CHECK ("fulfilled_on" GLOB '[0-9][0-9][0-9][0-9]' OR "fulfilled_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "fulfilled_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "confirmed_on" TEXT
    CHECK ("confirmed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "confirmed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "visited_on" TEXT
    CHECK ("visited_on" GLOB '[0-9][0-9][0-9][0-9]' OR "visited_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "visited_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "visited_by" TEXT,
  "satisfaction" TEXT,
  "thanked_on" TEXT
    CHECK ("thanked_on" GLOB '[0-9][0-9][0-9][0-9]' OR "thanked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "thanked_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "closed_on" TEXT
    CHECK ("closed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "passed_to" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE wish_private (
  wish_id INTEGER PRIMARY KEY REFERENCES wish (id) ON DELETE RESTRICT,
  "details" TEXT,
  "found" TEXT,
  "review" TEXT,
  "feedback" TEXT,
  "closed_why" TEXT,
  "note" TEXT
) STRICT;

-- The wall: what is open, by state; the year, by the day of collection.
CREATE INDEX wish_by_state ON wish (state, org) WHERE withdrawn = 0;
CREATE INDEX wish_by_day ON wish (collected_on, org) WHERE withdrawn = 0;
CREATE INDEX wish_by_household ON wish (household);
CREATE INDEX wish_by_org ON wish (org);
CREATE INDEX wish_by_number ON wish (number) WHERE number IS NOT NULL;

-- What happened to a wish; the program only adds to it.
CREATE TABLE wish_event (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "wish" INTEGER NOT NULL REFERENCES wish (id) ON DELETE RESTRICT,
  "on" TEXT NOT NULL
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "step" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "by" TEXT,
  "whom" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE wish_event_private (
  wish_event_id INTEGER PRIMARY KEY REFERENCES wish_event (id) ON DELETE RESTRICT,
  "words" TEXT
) STRICT;

CREATE INDEX wish_event_by_wish ON wish_event (wish);

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "captain" TEXT,
  "captain_person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "founded_on" TEXT
    CHECK ("founded_on" GLOB '[0-9][0-9][0-9][0-9]' OR "founded_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "founded_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "flag_on" TEXT
    CHECK ("flag_on" GLOB '[0-9][0-9][0-9][0-9]' OR "flag_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "flag_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "task" TEXT,
  "aim" TEXT,
  "started_on" TEXT
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "results" TEXT,
  "closed_on" TEXT
    CHECK ("closed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "closed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX team_by_org ON team (org);
CREATE INDEX team_by_captain ON team (captain_person) WHERE captain_person IS NOT NULL;

CREATE TABLE team_member (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "team" INTEGER NOT NULL REFERENCES team (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "name" TEXT NOT NULL,
  "role" TEXT,
  "joined_on" TEXT
    CHECK ("joined_on" GLOB '[0-9][0-9][0-9][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "left_on" TEXT
    CHECK ("left_on" GLOB '[0-9][0-9][0-9][0-9]' OR "left_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "left_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX team_member_by_team ON team_member (team);
CREATE INDEX team_member_by_person ON team_member (person) WHERE person IS NOT NULL;

-- Who took a wish on; never more pieces than wished.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "wish" INTEGER NOT NULL REFERENCES wish (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "branch_name" TEXT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "team" INTEGER REFERENCES team (id) ON DELETE RESTRICT,
  "org" INTEGER REFERENCES organization (id) ON DELETE RESTRICT,
  "state" TEXT NOT NULL,
  "claimed_on" TEXT NOT NULL
    CHECK ("claimed_on" GLOB '[0-9][0-9][0-9][0-9]' OR "claimed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "claimed_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "promised_on" TEXT NOT NULL
    CHECK ("promised_on" GLOB '[0-9][0-9][0-9][0-9]' OR "promised_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "promised_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "pieces" INTEGER,
  "given_by" TEXT,
  "money" INTEGER,
  "task" TEXT,
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX claim_by_wish ON claim (wish);
CREATE INDEX claim_by_person ON claim (person) WHERE person IS NOT NULL;
CREATE INDEX claim_by_team ON claim (team) WHERE team IS NOT NULL;
CREATE INDEX claim_by_org ON claim (org) WHERE org IS NOT NULL;
-- What was promised and is not there yet.
CREATE INDEX claim_by_promise ON claim (promised_on) WHERE state = 'active' AND withdrawn = 0;

CREATE TABLE claimer (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "claim" INTEGER NOT NULL REFERENCES claim (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "name" TEXT NOT NULL,
  "branch_name" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX claimer_by_claim ON claimer (claim);
CREATE INDEX claimer_by_person ON claimer (person) WHERE person IS NOT NULL;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "wish" INTEGER NOT NULL REFERENCES wish (id) ON DELETE RESTRICT,
  "claim" INTEGER REFERENCES claim (id) ON DELETE RESTRICT,
  "on" TEXT NOT NULL
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "what" TEXT NOT NULL,
  "cost" INTEGER,
  "voucher" TEXT,
  "witness1" TEXT NOT NULL,
  "witness2" TEXT NOT NULL,
  "receipt" INTEGER CHECK ("receipt" IN (0, 1)),
  "hours" INTEGER,
  "hours_rule" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX delivery_by_wish ON delivery (wish);
CREATE INDEX delivery_by_claim ON delivery (claim) WHERE claim IS NOT NULL;

CREATE TABLE volunteer (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "number" TEXT,
  "registered_on" TEXT
    CHECK ("registered_on" GLOB '[0-9][0-9][0-9][0-9]' OR "registered_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "registered_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "skills" TEXT,
  "services" TEXT,
  "training" TEXT,
  "awards" TEXT,
  "community" TEXT,
  "grid" TEXT,
  "reported_on" TEXT
    CHECK ("reported_on" GLOB '[0-9][0-9][0-9][0-9]' OR "reported_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "reported_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "slip" TEXT,
  "contact" TEXT,
  "contact_phone" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX volunteer_by_person ON volunteer (person);

CREATE TABLE community_feedback (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "volunteer" INTEGER NOT NULL REFERENCES volunteer (id) ON DELETE RESTRICT,
  "year" INTEGER NOT NULL,
  "quarter" INTEGER NOT NULL,
  "received_on" TEXT
    CHECK ("received_on" GLOB '[0-9][0-9][0-9][0-9]' OR "received_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "received_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "times" INTEGER,
  "words" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX community_feedback_by_volunteer ON community_feedback (volunteer);

CREATE TABLE service_activity (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "title" TEXT NOT NULL,
  "contents" TEXT,
  "served" TEXT,
  "served_people" INTEGER,
  "team" INTEGER REFERENCES team (id) ON DELETE RESTRICT,
  "responsible" TEXT,
  "needed" INTEGER,
  "shifts" TEXT,
  "quality" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX service_activity_by_meeting ON service_activity (meeting);
CREATE INDEX service_activity_by_team ON service_activity (team) WHERE team IS NOT NULL;

-- Hours of service; what was wrong is set right by another row.
CREATE TABLE service_hours (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "on" TEXT NOT NULL
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "hours" INTEGER NOT NULL,
  "contents" TEXT NOT NULL,
  "place" TEXT,
  "source" TEXT NOT NULL,
  "started_at" TEXT CHECK ("started_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "ended_at" TEXT CHECK ("ended_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "confirmed_by" TEXT NOT NULL,
  "activity" INTEGER REFERENCES service_activity (id) ON DELETE RESTRICT,
  "claim" INTEGER REFERENCES claim (id) ON DELETE RESTRICT,
  "corrects" INTEGER REFERENCES service_hours (id) ON DELETE RESTRICT,
  "why" TEXT,
  UNIQUE (owner, uid)
) STRICT;

-- The sums of a city's year are read from the indexes alone; the last column is there for SQLite to see that it can.
CREATE INDEX service_hours_by_person ON service_hours (person, "on", hours, corrects, withdrawn);
CREATE INDEX service_hours_by_day ON service_hours ("on", person, hours, corrects, withdrawn) WHERE withdrawn = 0;
CREATE INDEX service_hours_by_activity ON service_hours (activity) WHERE activity IS NOT NULL;
CREATE INDEX service_hours_by_claim ON service_hours (claim) WHERE claim IS NOT NULL;
CREATE INDEX service_hours_by_corrected ON service_hours (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE service_certificate (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "number" TEXT,
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "name" TEXT NOT NULL,
  "from" TEXT NOT NULL
    CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "to" TEXT NOT NULL
    CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "hours" INTEGER NOT NULL,
  "contents" TEXT NOT NULL,
  "issuer" TEXT NOT NULL,
  "responsible" TEXT,
  "handler" TEXT NOT NULL,
  "phone" TEXT,
  "issued_on" TEXT NOT NULL
    CHECK ("issued_on" GLOB '[0-9][0-9][0-9][0-9]' OR "issued_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "issued_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "purpose" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX service_certificate_by_person ON service_certificate (person);

-- For which shift somebody signed up.
ALTER TABLE attendance ADD COLUMN "shift" TEXT;

ALTER TABLE attachment ADD COLUMN "wish" INTEGER REFERENCES wish (id) ON DELETE RESTRICT;
CREATE INDEX attachment_by_wish ON attachment ("wish") WHERE "wish" IS NOT NULL;
ALTER TABLE attachment ADD COLUMN "delivery" INTEGER REFERENCES delivery (id) ON DELETE RESTRICT;
CREATE INDEX attachment_by_delivery ON attachment ("delivery") WHERE "delivery" IS NOT NULL;
