import { randomUUID } from "node:crypto";

/** One thing in a database, so many days old, and whether a night's removal takes it. */
export interface OldThing {
  readonly title: string;
  readonly days: number;
  readonly goes: boolean;
  /** The row that is looked for afterwards. */
  readonly table: string;
  readonly key: string;
  readonly id: string;
  /** Statements that write it: $1 stands for when it was. */
  readonly sql: readonly string[];
}

const crew = "(select id from person where name = 'Test crew')";
const trust = "(select id from organisation where kind = 'health' order by id limit 1)";
const authority = "(select id from organisation where kind = 'authority' order by id limit 1)";
const place = `(select id from care_setting where organisation_id = ${trust} and name = 'Ambulance')`;
const team = "(select id from duty_team order by id limit 1)";
const device = "(select id from device where hint = 'in use')";
const list = "(select id from feed where notes = '{bottom}')";

type Writer = (id: string) => readonly string[];

interface Kind {
  readonly table: string;
  readonly key?: string;
  readonly write: Writer;
}

function lookup(id: string, more = ""): string {
  return `insert into lookup (id, person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer,
      asked_at, incident_id)
    values ('${id}', ${crew}, gen_random_uuid(), ${trust}, ${place}, 'crew', 'unscheduled', '9990000018', 'none-held',
      $1, ${more === "" ? "null" : `'${more}'`})`;
}

function childOf(id: string): string {
  return `insert into subject (id, authority_id, nhs_number, family_name, given_names, date_of_birth)
    values ('${id}', ${authority}, lpad((abs(hashtext('${id}')) % 1000000000)::text, 10, '0'), 'Example', 'Kit', '2010-01-01')`;
}

function planOf(subjectId: string, planId: string, dates: string): string {
  return `insert into plan (id, authority_id, subject_id, kind, start_on, end_on, deleted_on, due_on, local_id, feed_id)
    select '${planId}', ${authority}, '${subjectId}', ${dates}, 'case', ${list}`;
}

const ended = "'child-protection', $1::date - 300, $1::date, null, null";
const inForce = "'child-protection', $1::date, null, null, null";

/** An alert that was raised by the look of the same id, of a child of the same id, with its attendance. */
function alert(id: string, ...events: readonly string[]): string[] {
  return [
    lookup(id),
    childOf(id),
    `insert into alert (id, reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
     values ('${id}', '${id}', ${authority}, '${id}', '${id}', ${trust}, ${place}, $1)`,
    `insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, attended_at)
     values ('${id}', '9990000018', ${trust}, ${place}, ${crew}, 'crew', $1)`,
    event(id, "raised", `, '${id}', null`),
    ...events,
  ];
}

function event(id: string, kind: string, rest = ", null, null", later = "0 days"): string {
  return `insert into alert_event (alert_id, kind, happened_at, lookup_id, outcome)
    values ('${id}', '${kind}', $1::timestamptz + interval '${later}'${rest})`;
}

const closed = ", null, 'no-concern'";
const muchLater = "5 days";

function referral(id: string, decidedAt: string): string[] {
  return [
    `insert into referral (id, reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at,
       decided_at, decision, decided_by_id)
     values ('${id}', '${id}', ${authority}, ${trust}, ${crew}, gen_random_uuid(), 'A burn.', $1, $1, ${decidedAt},
       case when ${decidedAt}::timestamptz is not null then 'assessment' end, case when ${decidedAt}::timestamptz is not null then ${crew} end)`,
    `insert into referral_alert values ('${id}', '${id}')`,
  ];
}

function review(id: string, decision: string, later: string): string {
  return `insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
    values ('${id}', ${trust}, '${decision}', 'Why?', '{}', ${crew}, $1::timestamptz + interval '${later}')`;
}

function feed(id: string, state: string, sequence = `(abs(hashtext('${id}')) % 1000000000)`): string {
  return `insert into feed (id, authority_id, sequence, digest, received_at, received_by, state, file_answer, effects)
    values ('${id}', ${authority}, ${sequence}, repeat('0', 64), $1, 'door', '${state}', 'CPF02', '[1]')`;
}

function bytes(id: string): string[] {
  return [
    `insert into feed_content values ('${id}', ${authority}, 'nhs_number')`,
    `insert into row_problem (feed_id, authority_id, row_number, "column", value, row_answer, message)
     values ('${id}', ${authority}, 2, 'nhs_number', '123', 'CPR01', 'Too short.')`,
  ];
}

const one =
  (statement: (id: string) => string): Writer =>
  (id) => [statement(id)];

const search: Kind = {
  table: "person_search",
  write: one(
    (id) =>
      `insert into person_search (id, person_id, organisation_id, searched_at) values ('${id}', ${crew}, ${trust}, $1)`,
  ),
};
const session: Kind = {
  table: "session",
  write: (id) => [
    `insert into session (id, person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     values ('${id}', ${crew}, ${trust}, 'crew', 'AAL2', $1, $1, 30, $1)`,
    `insert into crew_call_sign values (${crew}, ${trust}, '${id}', 'EM1', $1)
     on conflict (person_id, organisation_id) do nothing`,
  ],
};
const handed: Kind = {
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
const test: Kind = {
  table: "notice",
  write: one(
    (id) => `insert into notice (id, purpose, round, device_id, person_id, queued_at, ends_at)
      values ('${id}', 'test', 0, ${device}, ${crew}, $1, $1)`,
  ),
};
const result: Kind = {
  table: "reach_result",
  write: one(
    (
      id,
    ) => `insert into reach_result (id, duty_team_id, person_id, checked_at, level, reasons, starts_at, ends_at)
      values ('${id}', ${team}, ${crew}, $1, 'reachable', '[]', $1, $1)`,
  ),
};
const check: Kind = {
  table: "reach_check",
  write: one(
    (id) =>
      `insert into reach_check (id, duty_team_id, reason, due_at, done_at) values ('${id}', ${team}, 'evening', $1, $1)`,
  ),
};
const listBytes: Kind = {
  table: "feed_content",
  key: "feed_id",
  write: (id) => [feed(id, "replaced"), ...bytes(id)],
};
const fault = (fixedAt: string): Kind => ({
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
const trace: Kind = {
  table: "trace",
  key: "nhs_number",
  write: one(
    (id) =>
      `insert into trace values (${authority}, '${id}', repeat('0', 64), $1, 'CPR06') on conflict do nothing`,
  ),
};
const plan = (dates: string, ...more: readonly ((id: string) => string)[]): Kind => ({
  table: "plan",
  write: (id) => [childOf(id), planOf(id, id, dates), ...more.map((each) => each(id))],
});
const change = (kind: string, later: string) => (id: string) =>
  `insert into plan_change (authority_id, plan_id, changed_at, kind)
   values (${authority}, '${id}', $1::timestamptz + interval '${later}', '${kind}')`;
const birth = (answer: string) => (id: string) =>
  `insert into birth_question (plan_id, authority_id, asked_at, answer, answered_at)
   values ('${id}', ${authority}, $1, ${answer}, case when ${answer} is not null then $1 end)`;
const alerts = (...more: readonly ((id: string) => string | string[])[]): Kind => ({
  table: "alert",
  write: (id) => [...alert(id), ...more.flatMap((each) => each(id))],
});
const close = (id: string) => event(id, "closed", closed);
const looks = (table = "lookup", key = "id", ...more: readonly ((id: string) => string)[]): Kind => ({
  table,
  key,
  write: (id) => [lookup(id), ...more.map((each) => each(id))],
});
const call: Kind = {
  table: "incident",
  write: (id) => [
    `insert into incident (id, organisation_id, person_id, care_setting_id, opened_at)
     values ('${id}', ${trust}, ${crew}, ${place}, $1)`,
    lookup(id, id),
    `insert into unidentified (incident_id, organisation_id, person_id, request_id, count, age_guess, recorded_at)
     values ('${id}', ${trust}, ${crew}, gen_random_uuid(), 1, 'under-5', $1)`,
  ],
};
const shift: Kind = {
  table: "shift",
  write: one(
    (id) => `insert into shift (id, duty_team_id, person_id, rung, starts_at, ends_at)
      values ('${id}', ${team}, ${crew}, 1, $1::timestamptz - interval '8 hours', $1)`,
  ),
};
const pattern = (lastOn: string): Kind => ({
  table: "shift_pattern",
  write: one(
    (
      id,
    ) => `insert into shift_pattern (id, duty_team_id, person_id, rung, weekdays, starts_at_minute, ends_at_minute,
        first_on, last_on) values ('${id}', ${team}, ${crew}, 1, '{1}', 540, 1020, $1::date, ${lastOn})`,
  ),
});
const practice: Kind = {
  table: "practice_run",
  write: one(
    (id) =>
      `insert into practice_run (id, person_id, organisation_id, care_setting_id, role, started_at)
       values ('${id}', ${crew}, ${trust}, ${place}, 'crew', $1)`,
  ),
};
const phone: Kind = {
  table: "device",
  write: one(
    (
      id,
    ) => `insert into device (id, person_id, organisation_id, address_digest, sealed_address, push_host, added_at,
        retired_at, retired_by) values ('${id}', ${crew}, ${trust}, replace('${id}${id}', '-', ''), 'sealed', 'host', $1, $1, 'removed')`,
  ),
};
const token: Kind = {
  table: "feed_token",
  write: one(
    (id) =>
      `insert into feed_token (id, authority_id, digest, issued_at, revoked_at)
       values ('${id}', ${authority}, replace('${id}${id}', '-', ''), $1, $1)`,
  ),
};
const working: Kind = {
  table: "feed_token",
  write: one(
    (id) =>
      `insert into feed_token (id, authority_id, digest, issued_at) values ('${id}', ${authority}, replace('${id}${id}', '-', ''), $1)`,
  ),
};
const audit: Kind = {
  table: "audit",
  write: one(
    (id) =>
      `insert into audit (id, happened_at, actor_kind, actor_name, action, outcome) values ('${id}', $1, 'person', 'Morgan', 'card:read', 'done')`,
  ),
};

const younger = (days: number) => days - 2;
const older = (days: number) => days + 2;

/** Of each kind one that is just too old and one that is just not. */
const byAge: readonly (readonly [string, number, Kind])[] = [
  ["a search", 90, search],
  ["a sign-in", 400, session],
  ["a card that was handed over", 400, handed],
  ["a test of a phone", 400, test],
  ["a check of a rota", 400, check],
  ["the bytes of a list", 90, listBytes],
  ["a list", 730, { table: "feed", write: one((id) => feed(id, "replaced")) }],
  ["a fault that was fixed", 730, fault("$1")],
  ["a plan that ended", 730, plan(ended)],
  [
    "a plan that was entered in error",
    730,
    plan("'looked-after', $1::date - 300, null, $1::date, null", change("deleted", "0 days")),
  ],
  ["an alert that was closed", 2192, alerts(close)],
  ["an alert of somebody else's child", 2192, alerts((id) => event(id, "wrong-child", `, '${id}', null`))],
  ["the child of an alert that was closed", 2192, { ...alerts(close), table: "subject" }],
  [
    "the attendance of an alert that was closed",
    2192,
    { ...alerts(close), table: "attendance", key: "lookup_id" },
  ],
  ["a look-up", 2192, looks()],
  [
    "a look-up on which somebody decided",
    2192,
    looks("look_review", "lookup_id", (id) => review(id, "proportionate", "0 days")),
  ],
  ["a call-out", 2192, call],
  [
    "a referral that was decided",
    2192,
    { table: "referral", write: (id) => [...alert(id, close(id)), ...referral(id, "$1")] },
  ],
  ["a shift", 2192, shift],
  ["a pattern that has ended", 2192, pattern("$1::date")],
  ["a run through practice", 730, practice],
  ["a token that was revoked", 730, token],
  ["a phone that was retired", 90, phone],
  ["the audit", 2922, audit],
];

const waiting = (id: string) => review(id, "asked", "0 days");

/** Old enough, and stays all the same. */
const open: readonly (readonly [string, number, Kind])[] = [
  ["an alert that nobody closed", 3000, alerts()],
  ["the look-up of an alert that nobody closed", 3000, { ...alerts(), table: "lookup" }],
  ["an alert that is held", 3000, alerts((id) => event(id, "acknowledged"))],
  ["an alert that was opened again", 3000, alerts(close, (id) => event(id, "reopened", undefined, "1 day"))],
  [
    "an alert to which something happened since",
    2195,
    alerts(close, (id) => event(id, "summary", undefined, muchLater)),
  ],
  ["an alert whose child is on a plan", 3000, alerts(close, (id) => planOf(id, id, inForce))],
  [
    "the attendance of a child on a plan",
    3000,
    { ...alerts(close, (id) => planOf(id, id, inForce)), table: "attendance", key: "lookup_id" },
  ],
  ["a child with an alert that nobody closed", 3000, { ...alerts(), table: "subject" }],
  [
    "a referral that nobody has decided",
    3000,
    { table: "referral", write: (id) => [...alert(id, close(id)), ...referral(id, "null")] },
  ],
  ["the alert of a referral that nobody has decided", 3000, alerts(close, (id) => referral(id, "null"))],
  ["a look about which somebody is asked", 3000, looks("lookup", "id", waiting)],
  ["a list that waits for a person", 3000, { table: "feed", write: one((id) => feed(id, "review")) }],
  [
    "the bytes of a list that is held",
    3000,
    { ...listBytes, write: (id) => [feed(id, "held"), ...bytes(id)] },
  ],
  [
    "the newest list of an authority",
    95,
    { ...listBytes, write: (id) => [feed(id, "applied", "2000000000"), ...bytes(id)] },
  ],
  ["a plan in force", 3000, plan(inForce)],
  [
    "a plan that ended otherwise than its list says",
    3000,
    plan(ended, (id) => `update plan set told_at = $1 where id = '${id}'`),
  ],
  [
    "a plan that ended in a birth nobody has answered",
    3000,
    plan("'unborn', $1::date - 200, $1::date, null, $1::date", birth("null")),
  ],
  ["an unborn child's plan without an end", 3000, plan("'unborn', $1::date - 200, null, null, $1::date")],
  [
    "a plan that a list ended in the past, and could give back",
    735,
    plan(ended, change("ended", "700 days")),
  ],
  ["a fault that is not fixed", 3000, fault("null")],
  ["a pattern without a last day", 3000, pattern("null")],
  ["a token that works", 3000, working],
  ["the only result of somebody on a rota", 3000, result],
];

/** Gone, though something about it might have held it. */
const over: readonly (readonly [string, number, Kind])[] = [
  [
    "an unborn child's plan whose birth was answered",
    735,
    plan("'unborn', $1::date - 200, $1::date, null, $1::date", birth("'not-born'")),
  ],
  [
    "a look about which somebody was asked, and then decided",
    2195,
    looks("lookup", "id", waiting, (id) => review(id, "proportionate", "1 hour")),
  ],
  ["an answer of demographics", 402, trace],
];

export const oldThings: readonly OldThing[] = [
  ...byAge.flatMap(([title, days, kind]) => [
    thing({ title: `${title}, older than that`, days: older(days), goes: true, kind }),
    thing({ title: `${title}, younger than that`, days: younger(days), goes: false, kind }),
  ]),
  ...open.map(([title, days, kind]) => thing({ title, days, goes: false, kind })),
  ...over.map(([title, days, kind]) => thing({ title, days, goes: true, kind })),
];

interface ThingToMake {
  readonly title: string;
  readonly days: number;
  readonly goes: boolean;
  readonly kind: Kind;
}

function thing({ title, days, goes, kind: { table, key = "id", write } }: ThingToMake): OldThing {
  const id = key === "nhs_number" ? "9990000018" : randomUUID();
  return { title, days, goes, table, key, id, sql: write(id) };
}
