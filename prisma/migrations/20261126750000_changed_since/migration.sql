-- The door of authorities' systems says which plans were changed since a time; what they were before it does not say.
create policy door_reads on plan_change for select to lantern_app using (lantern_system() = 'feed-door');
