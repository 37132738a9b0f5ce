import { randomUUID } from "node:crypto";
import {
  search,
  session,
  handed,
  test,
  delivery,
  result,
  check,
  listBytes,
  fault,
  trace,
  plan,
  change,
  birth,
  alerts,
  close,
  looks,
  call,
  shift,
  pattern,
  practice,
  phone,
  token,
  working,
  audit,
  one,
  type Kind,
} from "@/test/support/old-kinds";
import {
  planOf,
  alert,
  event,
  referral,
  review,
  feed,
  bytes,
  ended,
  inForce,
} from "@/test/support/old-statements";

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

const younger = (days: number) => days - 2;
const older = (days: number) => days + 2;

/** Of each kind one that is just too old and one that is just not. */
const byAge: readonly (readonly [string, number, Kind])[] = [
  ["a search", 90, search],
  ["a sign-in", 400, session],
  ["a card that was handed over", 400, handed],
  ["a test of a phone", 400, test],
  ["what a case system has taken", 400, delivery],
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
  [
    "an alert of somebody else's child",
    2192,
    alerts((id) => event(id, { kind: "wrong-child", lookupId: id })),
  ],
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
  ["an alert that is held", 3000, alerts((id) => event(id, { kind: "acknowledged" }))],
  [
    "an alert that was opened again",
    3000,
    alerts(close, (id) => event(id, { kind: "reopened", later: "1 day" })),
  ],
  [
    "an alert to which something happened since",
    2195,
    alerts(close, (id) => event(id, { kind: "summary", later: "5 days" })),
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
