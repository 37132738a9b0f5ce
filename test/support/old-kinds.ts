import {
  crew,
  trust,
  authority,
  place,
  team,
  device,
  list,
  lookup,
  childOf,
  planOf,
  alert,
  event,
  feed,
  bytes,
} from "@/test/support/old-statements";

/** How a thing of this id is written. */
type Writer = (id: string) => readonly string[];

/** A kind of thing, and the row by which one is found. */
export interface Kind {
  readonly table: string;
  readonly key?: string;
  readonly write: Writer;
}

export const one =
  (statement: (id: string) => string): Writer =>
  (id) => [statement(id)];

export const search: Kind = {
  table: "person_search",
  write: one(
    (id) =>
      `insert into person_search (id, person_id, organisation_id, searched_at) values ('${id}', ${crew}, ${trust}, $1)`,
  ),
};
export const session: Kind = {
  table: "session",
  write: (id) => [
    `insert into session (id, person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     values ('${id}', ${crew}, ${trust}, 'crew', 'AAL2', $1, $1, 30, $1)`,
    `insert into crew_call_sign values (${crew}, ${trust}, '${id}', 'EM1', $1)
     on conflict (person_id, organisation_id) do nothing`,
  ],
};
export const handed: Kind = {
  table: "card_handover",
  write: (id) => [
    // The look itself is young.
    lookup(id).replace("$1", "$1::timestamptz + interval '300 days'"),
    `insert into card_handover (id, request_id, lookup_id, organisation_id, from_person_id, handed_at, ends_at)
     values ('${id}', gen_random_uuid(), '${id}', ${trust}, ${crew}, $1::timestamptz - interval '1 hour', $1)`,
    `insert into card_addressee (handover_id, person_id, phones, opened_at, lookup_id) values ('${id}', ${crew}, 1, $1, '${id}')`,
    `insert into notice (card_handover_id, purpose, round, device_id, person_id, queued_at, ends_at)
     values ('${id}', 'card', 0, ${device}, ${crew}, $1, $1)`,
  ],
};
export const test: Kind = {
  table: "notice",
  write: one(
    (id) => `insert into notice (id, purpose, round, device_id, person_id, queued_at, ends_at)
      values ('${id}', 'test', 0, ${device}, ${crew}, $1, $1)`,
  ),
};
/** With its own address, of an organisation that no alert is for: nothing of these is to be told. */
export const delivery: Kind = {
  table: "webhook_delivery",
  write: (id) => [
    `insert into webhook (id, authority_id, address, host, state, made_by_id, made_at, sealed_secret, last_number, off_at)
     values ('${id}', ${trust}, 'https://example.test/${id}', 'example.test', 'off', ${crew}, $1, '', 1, $1)`,
    `insert into webhook_delivery (id, webhook_id, number, made_at, taken_at) values ('${id}', '${id}', 1, $1, $1)`,
  ],
};
export const result: Kind = {
  table: "reach_result",
  write: one(
    (
      id,
    ) => `insert into reach_result (id, duty_team_id, person_id, checked_at, level, reasons, starts_at, ends_at)
      values ('${id}', ${team}, ${crew}, $1, 'reachable', '[]', $1, $1)`,
  ),
};
export const check: Kind = {
  table: "reach_check",
  write: one(
    (id) =>
      `insert into reach_check (id, duty_team_id, reason, due_at, done_at) values ('${id}', ${team}, 'evening', $1, $1)`,
  ),
};
export const listBytes: Kind = {
  table: "feed_content",
  key: "feed_id",
  write: (id) => [feed(id, "replaced"), ...bytes(id)],
};
export const fault = (fixedAt: string): Kind => ({
  table: "data_fault",
  write: one(
    (
      id,
    ) => `insert into data_fault (id, authority_id, fingerprint, cause, row_answer, row_number, "column", value,
        message, first_feed_id, first_shown_at, last_feed_id, fixed_at)
      values ('${id}', ${authority}, repeat('0', 64), 'number', 'CPR01', 2, 'nhs_number', '123', 'Too short.', ${list},
        $1, ${list}, ${fixedAt})`,
  ),
});
export const trace: Kind = {
  table: "trace",
  key: "nhs_number",
  write: one(
    (id) =>
      `insert into trace values (${authority}, '${id}', repeat('0', 64), $1, 'CPR06') on conflict do nothing`,
  ),
};
export const plan = (dates: string, ...more: readonly ((id: string) => string)[]): Kind => ({
  table: "plan",
  write: (id) => [childOf(id), planOf(id, id, dates), ...more.map((each) => each(id))],
});
export const change = (kind: string, later: string) => (id: string) =>
  `insert into plan_change (authority_id, plan_id, changed_at, kind)
   values (${authority}, '${id}', $1::timestamptz + interval '${later}', '${kind}')`;
export const birth = (answer: string) => (id: string) =>
  `insert into birth_question (plan_id, authority_id, asked_at, answer, answered_at)
   values ('${id}', ${authority}, $1, ${answer}, case when ${answer} is not null then $1 end)`;
export const alerts = (...more: readonly ((id: string) => string | string[])[]): Kind => ({
  table: "alert",
  write: (id) => [...alert(id), ...more.flatMap((each) => each(id))],
});
export const close = (id: string) => event(id, { kind: "closed", outcome: "no-concern" });
export const looks = (table = "lookup", key = "id", ...more: readonly ((id: string) => string)[]): Kind => ({
  table,
  key,
  write: (id) => [lookup(id), ...more.map((each) => each(id))],
});
export const call: Kind = {
  table: "incident",
  write: (id) => [
    `insert into incident (id, organisation_id, person_id, care_setting_id, opened_at)
     values ('${id}', ${trust}, ${crew}, ${place}, $1)`,
    lookup(id, id),
    `insert into unidentified (incident_id, organisation_id, person_id, request_id, count, age_guess, recorded_at)
     values ('${id}', ${trust}, ${crew}, gen_random_uuid(), 1, 'under-5', $1)`,
  ],
};
export const shift: Kind = {
  table: "shift",
  write: one(
    (id) => `insert into shift (id, duty_team_id, person_id, rung, starts_at, ends_at)
      values ('${id}', ${team}, ${crew}, 1, $1::timestamptz - interval '8 hours', $1)`,
  ),
};
export const pattern = (lastOn: string): Kind => ({
  table: "shift_pattern",
  write: one(
    (
      id,
    ) => `insert into shift_pattern (id, duty_team_id, person_id, rung, weekdays, starts_at_minute, ends_at_minute,
        first_on, last_on) values ('${id}', ${team}, ${crew}, 1, '{1}', 540, 1020, $1::date, ${lastOn})`,
  ),
});
export const practice: Kind = {
  table: "practice_run",
  write: one(
    (id) =>
      `insert into practice_run (id, person_id, organisation_id, care_setting_id, role, started_at)
       values ('${id}', ${crew}, ${trust}, ${place}, 'crew', $1)`,
  ),
};
export const phone: Kind = {
  table: "device",
  write: one(
    (
      id,
    ) => `insert into device (id, person_id, organisation_id, address_digest, sealed_address, push_host, added_at,
        retired_at, retired_by) values ('${id}', ${crew}, ${trust}, replace('${id}${id}', '-', ''), 'sealed', 'host', $1, $1, 'removed')`,
  ),
};
export const token: Kind = {
  table: "feed_token",
  write: one(
    (id) =>
      `insert into feed_token (id, authority_id, digest, issued_at, revoked_at)
       values ('${id}', ${authority}, replace('${id}${id}', '-', ''), $1, $1)`,
  ),
};
export const working: Kind = {
  table: "feed_token",
  write: one(
    (id) =>
      `insert into feed_token (id, authority_id, digest, issued_at) values ('${id}', ${authority}, replace('${id}${id}', '-', ''), $1)`,
  ),
};
export const audit: Kind = {
  table: "audit",
  write: one(
    (id) =>
      `insert into audit (id, happened_at, actor_kind, actor_name, action, outcome) values ('${id}', $1, 'person', 'Morgan', 'card:read', 'done')`,
  ),
};
