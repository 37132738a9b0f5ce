-- What was noticed about a list as a whole: columns that were ignored, an old character set. A list that is sent
-- again is answered as before, notes and all.
ALTER TABLE "feed" ADD COLUMN "notes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
