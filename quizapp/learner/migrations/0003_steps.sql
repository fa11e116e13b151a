-- JSON list of the answers to the parts of a question, each a list; empty for questions of one part
ALTER TABLE attempt ADD COLUMN steps TEXT NOT NULL DEFAULT '';
