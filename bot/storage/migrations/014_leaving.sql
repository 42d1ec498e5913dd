-- When a call may leave: past a moment it is missed; at night an announcement waits, unless urgent.

ALTER TABLE outbox ADD COLUMN expires_at TEXT;
ALTER TABLE outbox ADD COLUMN urgent_from TEXT;

CREATE INDEX outbox_expires ON outbox (expires_at)
    WHERE expires_at NOT NULL AND state = 'waiting';

-- The beginning of which people were told before a café changed: news of it is urgent by that one.
ALTER TABLE cafes ADD COLUMN known_start TEXT;

-- When somebody said that a café did not take place, which nobody had cancelled in time.
ALTER TABLE cafes ADD COLUMN not_held_at TEXT;
