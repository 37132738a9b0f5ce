-- A pattern that was entered by mistake, or is not wanted any more before its first day, ends on the day before that.
alter table shift_pattern drop constraint shift_pattern_check;
alter table shift_pattern add constraint shift_pattern_check check (rung >= 1 and every_weeks between 1 and 26
  and starts_at_minute between 0 and 1439 and ends_at_minute between 0 and 1439
  and bank_holidays in ('works', 'off', 'only') and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]
  and (cardinality(weekdays) > 0 or bank_holidays = 'only') and (last_on is null or last_on >= first_on - 1));
