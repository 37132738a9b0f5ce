-- Whoever has an actor reads these tables whole. The policy asks that once for a statement instead of once for each row: a
-- look-up reads some hundred rows of authorities to say how old their lists are.

alter policy known on authority_contact using ((select lantern_has_actor()));
alter policy known on care_setting using ((select lantern_has_actor()));
alter policy known on delivery_proof using ((select lantern_has_actor()));
alter policy known on duty_team_authority using ((select lantern_has_actor()));
alter policy known on organisation using ((select lantern_has_actor()));
alter policy known on organisation_succession using ((select lantern_has_actor()));
alter policy known on person using ((select lantern_has_actor()));
alter policy known on proof_day using ((select lantern_has_actor()));
alter policy known on register_state using ((select lantern_has_actor()));
alter policy known on retention using ((select lantern_has_actor()));
