-- JSON list of points (mm): the line that was traced, or the squares that were painted; empty for other answers
ALTER TABLE attempt ADD COLUMN drawn TEXT NOT NULL DEFAULT '';
