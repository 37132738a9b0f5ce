-- Which team is told depends on the hour: it is asked anew at every step of the ladder, and not kept with the alert.
alter table alert drop column duty_team_id;
