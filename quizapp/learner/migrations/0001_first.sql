CREATE TABLE session (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    seed INTEGER NOT NULL,
    questions TEXT NOT NULL,   -- JSON list of question ids, in order
    started TEXT NOT NULL,     -- UTC, ISO 8601
    finished TEXT              -- UTC, ISO 8601; empty while it can be resumed
) WITHOUT ROWID;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    question_id TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked TEXT NOT NULL,       -- JSON list of keys
    chosen TEXT NOT NULL,      -- JSON list of keys or structure ids
    x_mm REAL,
    y_mm REAL,
    typed TEXT NOT NULL,
    certainty TEXT,
    mark REAL NOT NULL CHECK (mark BETWEEN 0 AND 1),
    outcome TEXT NOT NULL,
    gap_mm REAL,
    seconds REAL NOT NULL,
    round INTEGER NOT NULL,
    at TEXT NOT NULL,          -- UTC, ISO 8601
    UNIQUE (session_id, question_id, round)
);

CREATE INDEX attempt_by_question ON attempt (question_id, at);
