-- SPDX-License-Identifier: GPL-3.0-or-later
-- Organisational life: meetings and study, who was there, votes, the year's plan, appraisal, ceremonies,
-- photos and papers. Rows carry what 0001 says of every record.

CREATE TABLE venue (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "address" TEXT,
  "red_base" INTEGER CHECK ("red_base" IN (0, 1)),
  "level" TEXT,
  "contact" TEXT,
  "phone" TEXT,
  "capacity" INTEGER,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "name" TEXT NOT NULL,
  "started_on" TEXT
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "month" TEXT NOT NULL
    CHECK ("month" GLOB '[0-9][0-9][0-9][0-9]' OR "month" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "month" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "form" TEXT,
  "preparer" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX plan_item_by_org ON plan_item (org, month);

-- 会议、学习和仪式. What minutes hold; numbers of people are counted from the attendance.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "number" INTEGER,
  "state" TEXT NOT NULL,
  "planned_on" TEXT
    CHECK ("planned_on" GLOB '[0-9][0-9][0-9][0-9]' OR "planned_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "planned_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "planned_at" TEXT CHECK ("planned_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "plan_item" INTEGER REFERENCES plan_item (id) ON DELETE RESTRICT,
  "held_on" TEXT
    CHECK ("held_on" GLOB '[0-9][0-9][0-9][0-9]' OR "held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "held_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "held_until" TEXT
    CHECK ("held_until" GLOB '[0-9][0-9][0-9][0-9]' OR "held_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "held_until" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "started_at" TEXT CHECK ("started_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "ended_at" TEXT CHECK ("ended_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "place" TEXT,
  "venue" INTEGER REFERENCES venue (id) ON DELETE RESTRICT,
  "occasion" INTEGER REFERENCES meeting (id) ON DELETE RESTRICT,
  "chair" TEXT,
  "recorder" TEXT,
  "lecturer" TEXT,
  "lecturer_role" TEXT,
  "chair_person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "recorder_person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "lecturer_person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "observers" TEXT,
  "audience_workers" INTEGER,
  "audience_public" INTEGER,
  "form" TEXT,
  "readings" TEXT,
  "hours" INTEGER,
  "essays" INTEGER,
  "campaign" TEXT,
  "contents" TEXT,
  "views" TEXT,
  "decisions" TEXT,
  "cancelled_why" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX meeting_by_org ON meeting (org, held_on);
-- The year matrix of a committee: everything that was held between two days.
CREATE INDEX meeting_by_day ON meeting (held_on, org, kind) WHERE held_on IS NOT NULL AND withdrawn = 0;
CREATE INDEX meeting_by_plan_day ON meeting (planned_on) WHERE held_on IS NULL AND withdrawn = 0;
CREATE INDEX meeting_by_plan_item ON meeting ("plan_item") WHERE "plan_item" IS NOT NULL;
CREATE INDEX meeting_by_venue ON meeting ("venue") WHERE "venue" IS NOT NULL;
CREATE INDEX meeting_by_occasion ON meeting ("occasion") WHERE "occasion" IS NOT NULL;
CREATE INDEX meeting_by_chair_person ON meeting ("chair_person") WHERE "chair_person" IS NOT NULL;
CREATE INDEX meeting_by_recorder_person ON meeting ("recorder_person") WHERE "recorder_person" IS NOT NULL;
CREATE INDEX meeting_by_lecturer_person ON meeting ("lecturer_person") WHERE "lecturer_person" IS NOT NULL;

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "title" TEXT NOT NULL,
  "kind" TEXT,
  "speaker" TEXT,
  "minutes" INTEGER,
  "text" TEXT,
  "outcome" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX agenda_item_by_meeting ON agenda_item ("meeting");

CREATE TABLE resolution (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "kind" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "method" TEXT,
  "entitled" INTEGER,
  "present" INTEGER,
  "written" INTEGER,
  "votes_for" INTEGER,
  "votes_against" INTEGER,
  "abstained" INTEGER,
  "text" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX resolution_by_meeting ON resolution ("meeting");
CREATE INDEX resolution_by_person ON resolution ("person") WHERE "person" IS NOT NULL;

-- One row a person. Names, posts and the reason for being expected are those of the day.
CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "seat" INTEGER,
  "name" TEXT NOT NULL,
  "place_of" TEXT,
  "post" TEXT,
  "role" TEXT NOT NULL,
  "why" TEXT,
  "expected" INTEGER CHECK ("expected" IN (0, 1)),
  "voter" INTEGER CHECK ("voter" IN (0, 1)),
  "state" TEXT,
  "reason" TEXT,
  "arrived_at" TEXT CHECK ("arrived_at" GLOB '[0-2][0-9]:[0-5][0-9]'),
  "hours" INTEGER,
  "made_up_on" TEXT
    CHECK ("made_up_on" GLOB '[0-9][0-9][0-9][0-9]' OR "made_up_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "made_up_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "made_up_how" TEXT,
  "made_up_with" TEXT,
  "made_up_hours" INTEGER,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX attendance_by_meeting ON attendance (meeting, seat);
-- With the meeting, so that those of other years are passed over without their rows.
CREATE INDEX attendance_by_person ON attendance (person, meeting) WHERE person IS NOT NULL;
CREATE INDEX attendance_made_up ON attendance (person, made_up_on) WHERE made_up_on IS NOT NULL;
-- Who was not there and has not made up for it: few of many, and told without their rows.
CREATE INDEX attendance_open ON attendance (meeting, person, hours)
  WHERE expected = 1 AND state IN ('excused', 'absent') AND made_up_on IS NULL AND role = 'member' AND withdrawn = 0;

CREATE TABLE exemption (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "started_on" TEXT NOT NULL
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "attends" INTEGER CHECK ("attends" IN (0, 1)),
  "votes" INTEGER CHECK ("votes" IN (0, 1)),
  "reason" TEXT NOT NULL,
  "document" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX exemption_by_person ON exemption ("person");

CREATE TABLE duty_exemption (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "started_on" TEXT NOT NULL
    CHECK ("started_on" GLOB '[0-9][0-9][0-9][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "ended_on" TEXT
    CHECK ("ended_on" GLOB '[0-9][0-9][0-9][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "ended_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "reason" TEXT NOT NULL,
  "document" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX duty_exemption_by_org ON duty_exemption ("org");

CREATE TABLE appraisal (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER REFERENCES meeting (id) ON DELETE RESTRICT,
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "year" INTEGER NOT NULL,
  "self_grade" TEXT,
  "outstanding" INTEGER,
  "qualified" INTEGER,
  "basic" INTEGER,
  "unqualified" INTEGER,
  "grade" TEXT,
  "comment" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX appraisal_by_org ON appraisal (org, year);
CREATE INDEX appraisal_by_meeting ON appraisal ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX appraisal_by_person ON appraisal ("person");

CREATE TABLE talk (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "org" INTEGER NOT NULL REFERENCES organization (id) ON DELETE RESTRICT,
  "on" TEXT NOT NULL
    CHECK ("on" GLOB '[0-9][0-9][0-9][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "person" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "other" INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  "place" TEXT,
  "subject" TEXT,
  "contents" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX talk_by_org ON talk (org, "on");
CREATE INDEX talk_by_person ON talk ("person");
CREATE INDEX talk_by_other ON talk ("other");

CREATE TABLE life_problem (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "problem" TEXT NOT NULL,
  "remedy" TEXT,
  "responsible" TEXT,
  "due_on" TEXT
    CHECK ("due_on" GLOB '[0-9][0-9][0-9][0-9]' OR "due_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "due_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "done_on" TEXT
    CHECK ("done_on" GLOB '[0-9][0-9][0-9][0-9]' OR "done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "result" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX life_problem_by_meeting ON life_problem ("meeting");
CREATE INDEX life_problem_by_person ON life_problem ("person") WHERE "person" IS NOT NULL;

CREATE TABLE ceremony (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER NOT NULL REFERENCES meeting (id) ON DELETE RESTRICT,
  "type" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "organiser" TEXT,
  "leader" TEXT,
  "leader_post" TEXT,
  "representative" TEXT,
  "witnesses" TEXT,
  "text" TEXT NOT NULL,
  "own_text" TEXT,
  "flag" INTEGER CHECK ("flag" IN (0, 1)),
  "flag_size" TEXT,
  "team" TEXT,
  "wish" TEXT,
  "news" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX ceremony_by_meeting ON ceremony ("meeting");

CREATE TABLE ceremony_person (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "ceremony" INTEGER NOT NULL REFERENCES ceremony (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "number" INTEGER,
  "role" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "sex" TEXT,
  "birth_date" TEXT
    CHECK ("birth_date" GLOB '[0-9][0-9][0-9][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "birth_date" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "joined_on" TEXT
    CHECK ("joined_on" GLOB '[0-9][0-9][0-9][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "joined_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "introducers" TEXT,
  "branch_name" TEXT,
  "note" TEXT,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX ceremony_person_by_ceremony ON ceremony_person ("ceremony");
CREATE INDEX ceremony_person_by_person ON ceremony_person ("person") WHERE "person" IS NOT NULL;

-- A photo or a scan; its bytes stand apart, so that lists never touch them.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  owner INTEGER NOT NULL DEFAULT 1 REFERENCES owner (id),
  uid TEXT NOT NULL CHECK (length (uid) = 36),
  row_version INTEGER NOT NULL DEFAULT 1,
  stamp INTEGER NOT NULL,
  device INTEGER NOT NULL REFERENCES device (id),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  "meeting" INTEGER REFERENCES meeting (id) ON DELETE RESTRICT,
  "person" INTEGER REFERENCES person (id) ON DELETE RESTRICT,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "caption" TEXT,
  "taken_on" TEXT
    CHECK ("taken_on" GLOB '[0-9][0-9][0-9][0-9]' OR "taken_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "taken_on" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  "media" TEXT NOT NULL,
  "size" INTEGER,
  "digest" TEXT NOT NULL,
  UNIQUE (owner, uid)
) STRICT;

CREATE INDEX attachment_by_meeting ON attachment ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX attachment_by_person ON attachment ("person") WHERE "person" IS NOT NULL;

-- The bytes of photos and papers. Never changed: another picture is another attachment.
CREATE TABLE attachment_data (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE RESTRICT,
  data BLOB NOT NULL,
  preview BLOB
) STRICT;
