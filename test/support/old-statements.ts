// Statements that write one old thing each: $1 stands for when it was.

export const crew = "(select id from person where name = 'Test crew')";
export const trust = "(select id from organisation where kind = 'health' order by id limit 1)";
export const authority = "(select id from organisation where kind = 'authority' order by id limit 1)";
export const place = `(select id from care_setting where organisation_id = ${trust} and name = 'Ambulance')`;
export const team = "(select id from duty_team order by id limit 1)";
export const device = "(select id from device where hint = 'in use')";
export const list = "(select id from feed where notes = '{bottom}')";

export function lookup(id: string, more = ""): string {
  return `insert into lookup (id, person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer,
      asked_at, incident_id)
    values ('${id}', ${crew}, gen_random_uuid(), ${trust}, ${place}, 'crew', 'unscheduled', '9990000018', 'none-held',
      $1, ${more === "" ? "null" : `'${more}'`})`;
}

export function childOf(id: string): string {
  return `insert into subject (id, authority_id, nhs_number, family_name, given_names, date_of_birth)
    values ('${id}', ${authority}, lpad((abs(hashtext('${id}')) % 1000000000)::text, 10, '0'), 'Example', 'Kit', '2010-01-01')`;
}

export function planOf(subjectId: string, planId: string, dates: string): string {
  return `insert into plan (id, authority_id, subject_id, kind, start_on, end_on, deleted_on, due_on, local_id, feed_id)
    select '${planId}', ${authority}, '${subjectId}', ${dates}, 'case', ${list}`;
}

export const ended = "'child-protection', $1::date - 300, $1::date, null, null";
export const inForce = "'child-protection', $1::date, null, null, null";

/** An alert that was raised by the look of the same id, of a child of the same id, with its attendance. */
export function alert(id: string, ...events: readonly string[]): string[] {
  return [
    lookup(id),
    childOf(id),
    `insert into alert (id, reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
     values ('${id}', '${id}', ${authority}, '${id}', '${id}', ${trust}, ${place}, $1)`,
    `insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, attended_at)
     values ('${id}', '9990000018', ${trust}, ${place}, ${crew}, 'crew', $1)`,
    event(id, { kind: "raised", lookupId: id }),
    ...events,
  ];
}

interface EventToMake {
  readonly kind: string;
  /** Of whose look; of nobody's unless said. */
  readonly lookupId?: string;
  readonly outcome?: string;
  readonly later?: string;
}

export function event(id: string, { kind, lookupId, outcome, later = "0 days" }: EventToMake): string {
  return `insert into alert_event (alert_id, kind, happened_at, lookup_id, outcome)
    values ('${id}', '${kind}', $1::timestamptz + interval '${later}', ${quoted(lookupId)}, ${quoted(outcome)})`;
}

function quoted(value: string | undefined): string {
  return value === undefined ? "null" : `'${value}'`;
}

export function referral(id: string, decidedAt: string): string[] {
  return [
    `insert into referral (id, reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at,
       decided_at, decision, decided_by_id)
     values ('${id}', '${id}', ${authority}, ${trust}, ${crew}, gen_random_uuid(), 'A burn.', $1, $1, ${decidedAt},
       case when ${decidedAt}::timestamptz is not null then 'assessment' end, case when ${decidedAt}::timestamptz is not null then ${crew} end)`,
    `insert into referral_alert values ('${id}', '${id}')`,
  ];
}

export function review(id: string, decision: string, later: string): string {
  return `insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
    values ('${id}', ${trust}, '${decision}', 'Why?', '{}', ${crew}, $1::timestamptz + interval '${later}')`;
}

export function feed(id: string, state: string, sequence = `(abs(hashtext('${id}')) % 1000000000)`): string {
  return `insert into feed (id, authority_id, sequence, digest, received_at, received_by, state, file_answer, effects)
    values ('${id}', ${authority}, ${sequence}, repeat('0', 64), $1, 'door', '${state}', 'CPF02', '[1]')`;
}

export function bytes(id: string): string[] {
  return [
    `insert into feed_content values ('${id}', ${authority}, 'nhs_number')`,
    `insert into row_problem (feed_id, authority_id, row_number, "column", value, row_answer, message)
     values ('${id}', ${authority}, 2, 'nhs_number', '123', 'CPR01', 'Too short.')`,
  ];
}
