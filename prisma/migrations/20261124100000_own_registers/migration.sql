-- A person corrects plans of their own authority and the door adds nothing: only the worker adds to a register,
-- whichever way a list came.
drop policy own_adds on subject;
drop policy own_changes on subject;
create policy own_changes on subject for update to lantern_app using (authority_id = any (lantern_authorities()));
drop policy own_adds on plan;
drop policy own_changes on plan;
create policy own_changes on plan for update to lantern_app using (authority_id = any (lantern_authorities()));
drop policy own_adds on row_problem;
