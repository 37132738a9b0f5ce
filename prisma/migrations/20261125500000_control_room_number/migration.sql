-- Whom a crew without a signal rings to hand a question over. Known to everybody who is signed in, as the name is.
alter table organisation add column control_room_number text
  check (control_room_number ~ '^\+?[0-9 ().-]{6,30}$');
