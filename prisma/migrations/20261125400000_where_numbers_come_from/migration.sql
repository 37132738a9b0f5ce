-- How the number came to the phone, for figures: scanning is worth having only if it is used and saves slips. Before
-- there was a scanner every number was typed.
alter table lookup add column number_source text not null default 'typed'
  constraint lookup_number_source_check check (number_source in ('scanned', 'pasted', 'typed', 'searched', 'system'));
