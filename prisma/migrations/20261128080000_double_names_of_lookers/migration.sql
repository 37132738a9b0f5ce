-- As before, and of a looker with a double name each part too: Jane Smith-Jones who looks at a child Smith. Parts of one or two
-- letters (Al-Hassan, Al-Amin) say nothing.
create or replace function lantern_looks_at_own_name(since timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select lookup.id
    from lookup join person on person.id = lookup.person_id
      cross join lateral (select lower(regexp_replace(trim(person.name), '^.*\s', ''))) own (name)
      cross join lateral (select array_agg(part) from (
        select own.name as part
        union select part from regexp_split_to_table(own.name, '-') part where length(part) > 2) every) looker (names)
    where lantern_role() = 'privacy-officer' and lookup.organisation_id = lantern_organisation()
      and lookup.asked_at >= since
      and exists (select 1 from subject where subject.nhs_number = lookup.nhs_number
        and looker.names && (
          lower(subject.family_name) || regexp_split_to_array(lower(subject.family_name), '[-\s]+'))) $$;
