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
