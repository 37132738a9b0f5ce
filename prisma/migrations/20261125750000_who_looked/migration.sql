-- Everything about one NHS number, for whoever has to answer who looked: found by the number, however many lookups
-- there are.
CREATE INDEX "lookup_nhs_number_asked_at_idx" ON "lookup"("nhs_number", "asked_at");
