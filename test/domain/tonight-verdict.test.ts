import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { placeOnMap, regionsOnMap, shortName, worstFirst } from "@/app/(oversight)/tonight/tile-words";
import { verdictOf, type Way } from "@/server/domain/tonight/finding";
import { judgeService } from "@/server/domain/tonight/judge-service";
import { vendorsOf } from "@/server/domain/tonight/vendors";
import type { CountedPush } from "@/server/domain/insight/count-pushes";
import { authorities } from "@/prisma/seed/facts/authorities";
import { makeServiceFacts } from "@/test/support/make-night";

const ring: Way = { kind: "ring", who: "Emergency duty team, Testshire", number: "01632 960200" };

const pushes = (counts: Partial<Record<CountedPush["name"], number>>): CountedPush[] =>
  Object.entries(counts).map(([name, count]) => ({
    host: "web.push.apple.com",
    name: name as CountedPush["name"],
    count,
  }));

const vendorCases = [
  { title: "all accepted", counts: { accepted: 50 }, isFailing: false },
  { title: "just a tenth refused", counts: { accepted: 18, refused: 2 }, isFailing: false },
  { title: "more than a tenth refused", counts: { accepted: 17, refused: 2 }, isFailing: true },
  { title: "put off and not answered", counts: { accepted: 3, later: 1, unreachable: 1 }, isFailing: true },
  { title: "all refused, of four", counts: { refused: 4 }, isFailing: false },
  { title: "phones that are gone", counts: { accepted: 1, gone: 40 }, isFailing: false },
  { title: "those that have no answer yet", counts: { accepted: 5, waiting: 40 }, isFailing: false },
] as const;

for (const { title, counts, isFailing } of vendorCases) {
  test(`a push service ${isFailing ? "fails" : "does not fail"}: ${title}`, () => {
    const facts = makeServiceFacts({ pushes: pushes(counts) });
    const findings = judgeService(facts, { silent: { todo: "Ring", ways: [ring] }, failing: [ring] });

    expect(vendorsOf(facts.pushes)).toMatchObject([{ isFailing }]);
    expect(findings.filter(({ level }) => level === "bad").map(({ kind }) => kind)).toEqual(
      isFailing ? ["vendor-failing"] : [],
    );
  });
}

test("a push service of which nothing is known yet is not said to be well", () => {
  expect(vendorsOf(pushes({ waiting: 3 }))).toEqual([]);
});

for (const [host, what, todo] of [
  ["web.push.apple.com", "Apple’s push service failed with 9 of 9 pushes", /in another way besides/],
  ["text", "The service for text messages failed with 9 of 9 text messages", /a phone that takes alerts/],
  ["email", "The mail server failed with 9 of 9 e-mails", /a phone that takes alerts/],
] as const) {
  test(`where ${host} fails it is said of what is sent, and what helps`, () => {
    const failed = pushes({ refused: 9 }).map((push) => ({ ...push, host }));
    const findings = judgeService(makeServiceFacts({ pushes: failed }), {
      silent: { todo: "", ways: [] },
      failing: [ring],
    });

    expect(findings[0]).toMatchObject({
      kind: "vendor-failing",
      what: `${what} of the last hour.`,
      todo: expect.stringMatching(todo),
      ways: [ring],
    });
  });
}

test("deliveries that are not proven are told first, with what to do", () => {
  const delivery = {
    secondsSinceProven: 400,
    isSilent: true,
    line: "last proven delivery 400 s ago",
    failure: undefined,
  };
  const findings = judgeService(makeServiceFacts({ delivery, pushes: pushes({ refused: 9 }) }), {
    silent: { todo: "Ring them.", ways: [ring] },
    failing: [],
  });

  expect(findings.map(({ kind, level }) => `${level} ${kind}`)).toEqual([
    "bad delivery-silent",
    "bad vendor-failing",
  ]);
  expect(findings[0]).toMatchObject({
    ways: [ring],
    todo: "Ring them.",
    what: expect.stringContaining("400 s ago"),
  });
});

for (const { levels, line } of [
  { levels: [], line: "Tonight can be trusted." },
  { levels: ["fine", "fine"], line: "Tonight can be trusted." },
  { levels: ["bad", "doubtful"], line: "1 thing needs you before tonight can be trusted." },
  { levels: ["bad", "bad", "bad"], line: "3 things need you before tonight can be trusted." },
  { levels: ["doubtful", "fine"], line: "Tonight may be trusted once you have looked at 1 thing." },
  { levels: ["doubtful", "doubtful"], line: "Tonight may be trusted once you have looked at 2 things." },
] as const) {
  test(`the verdict on ${levels.join(", ") || "nothing"}: ${line}`, () => {
    expect(verdictOf(levels.map((level) => ({ level }))).line).toBe(line);
  });
}

for (const [name, short] of [
  ["Leeds", "Leeds"],
  ["Bath and North East Somerset", "BNES"],
  ["Kingston upon Hull, City of", "KHC"],
  ["Hertfordshire", "Herts"],
  ["Nottingham", "Notti"],
  ["Nottinghamshire", "Notts"],
  ["Stoke-on-Trent", "ST"],
] as const) {
  test(`on a tile ${name} is ${short}`, () => {
    expect(shortName(name)).toBe(short);
  });
}

test("the table has the worst first, and each state by name", () => {
  const tile = (name: string, state: "bad" | "doubtful" | "fine" | "not-live") => {
    return { authorityId: name, name, region: "", state, findings: [] };
  };
  const tiles = [
    tile("A", "fine"),
    tile("B", "not-live"),
    tile("D", "bad"),
    tile("C", "bad"),
    tile("E", "doubtful"),
  ];

  expect(worstFirst(tiles).map(({ name }) => name)).toEqual(["C", "D", "E", "A", "B"]);
});

test("regions are read from north-west to south-east, and one that is on no map after them", () => {
  const regions = ["London", "North East", "", "North West"].map((region) => ({ region }));

  expect(regionsOnMap([...regions, ...regions])).toEqual(["North West", "North East", "London", ""]);
});

test("every region of England has a place on the map", () => {
  const styles = readFileSync("app/_ui/styles/_tonight.scss", "utf8");
  for (const region of new Set(authorities.map(([, , region]) => region))) {
    const place = placeOnMap(region).replace("tile-region--", "");
    expect(place, region).not.toBe("");
    expect(styles, region).toMatch(new RegExp(`"[^"]*\\b${place}\\b[^"]*"`));
  }
});
