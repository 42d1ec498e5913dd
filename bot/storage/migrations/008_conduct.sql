-- What was decided, by whom: a chain of references that only grows, and where it was cut.

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id INTEGER NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE INDEX audit_at ON audit (at);

CREATE TABLE audit_cuts (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    before TEXT NOT NULL,
    cut_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is never changed');
END;

CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + COALESCE(
    (SELECT MAX(seq) FROM audit), (SELECT MAX(seq) FROM audit_cuts), 0)
BEGIN
    SELECT RAISE(ABORT, 'the audit only grows at its end');
END;

CREATE TRIGGER audit_is_cut_by_retention_alone BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM audit_cuts WHERE seq >= OLD.seq AND before > OLD.at)
BEGIN
    SELECT RAISE(ABORT, 'the audit is only cut where retention cut it');
END;

CREATE TRIGGER audit_cuts_never_change BEFORE UPDATE ON audit_cuts
BEGIN
    SELECT RAISE(ABORT, 'a cut of the audit is never changed');
END;

CREATE TRIGGER audit_cuts_stay BEFORE DELETE ON audit_cuts
BEGIN
    SELECT RAISE(ABORT, 'a cut of the audit stays');
END;

-- Conduct: what was held, flagged or reported, what was decided, what each rule may do.

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER,
    person BLOB NOT NULL,
    rule TEXT NOT NULL DEFAULT '',
    article INTEGER NOT NULL,
    to_coordinators INTEGER NOT NULL DEFAULT 0 CHECK (to_coordinators IN (0, 1)),
    opened_at TEXT NOT NULL,
    taken_by INTEGER,
    step INTEGER CHECK (step BETWEEN 0 AND 4),
    decided_at TEXT,
    banned INTEGER NOT NULL DEFAULT 0 CHECK (banned IN (0, 1)),
    until TEXT,
    told TEXT CHECK (told IN ('yes', 'no')),
    trouble TEXT,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX cases_person ON cases (person);
CREATE INDEX cases_open ON cases (user_id) WHERE step IS NULL;

CREATE TABLE case_evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    source TEXT NOT NULL CHECK (source IN ('hold', 'flag', 'report')),
    message_id INTEGER,
    album TEXT,
    text BLOB,
    removal TEXT CHECK (removal IN ('asked', 'done', 'no_rights', 'too_old')),
    at TEXT NOT NULL
) STRICT;

CREATE INDEX case_evidence_case ON case_evidence (case_id);
CREATE INDEX case_evidence_message ON case_evidence (message_id);
CREATE INDEX case_evidence_album ON case_evidence (album) WHERE album IS NOT NULL;

CREATE TABLE case_findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    evidence_id INTEGER NOT NULL REFERENCES case_evidence (id),
    rule TEXT NOT NULL,
    article INTEGER NOT NULL,
    excerpt BLOB,
    at TEXT NOT NULL,
    verdict TEXT CHECK (verdict IN ('right', 'wrong'))
) STRICT;

CREATE INDEX case_findings_case ON case_findings (case_id);
CREATE INDEX case_findings_rule ON case_findings (rule, verdict);

CREATE TABLE case_acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    moderator_id INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN (
        'nothing', 'reminder', 'warning', 'suspension', 'removal',
        'take', 'release', 'recuse', 'return', 'undo')),
    detail TEXT,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX case_acts_case ON case_acts (case_id);

CREATE TABLE rule_modes (
    rule TEXT PRIMARY KEY,
    mode TEXT NOT NULL CHECK (mode IN ('off', 'flag', 'hold')),
    set_by INTEGER NOT NULL,
    set_at TEXT NOT NULL
) STRICT;

CREATE TABLE conduct_trial (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    planned_end TEXT NOT NULL,
    ends_at TEXT NOT NULL
) STRICT;
