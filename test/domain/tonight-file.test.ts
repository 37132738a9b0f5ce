import { expect, test } from "@playwright/test";
import type { WaitingAlerts } from "@/server/domain/tonight/read-waiting-alerts";
import { judgeService } from "@/server/domain/tonight/judge-service";
import { judgeAuthority } from "@/server/domain/tonight/judge-tonight";
import { shownService, type ShownAuthority, type Tonight } from "@/server/domain/tonight/read-tonight";
import { tileLines } from "@/server/domain/tonight/tile-lines";
import { tonightLines } from "@/server/domain/tonight/tonight-lines";
import { makeNight, makeServiceFacts, minutesAgo, nightNow } from "@/test/support/make-night";

/** Tonight of one authority where these alerts wait. */
function tonightWith(alerts: WaitingAlerts): Tonight {
  const facts = makeServiceFacts();
  const night = makeNight({ alerts });
  const authority: ShownAuthority = {
    ...night,
    findings: judgeAuthority(night, nightNow),
    first: [],
    behind: [],
    next: null,
    gapCount: 0,
  };
  return {
    asAt: nightNow,
    verdict: { level: "fine", line: "Tonight can be trusted." },
    service: judgeService(facts, { silent: { todo: "", ways: [] }, failing: [] }),
    ...shownService(facts),
    authorities: [authority],
    teamsBeingChecked: [],
  };
}

const longAgo = minutesAgo(20);
const sixWait = "Fine: 6: Alerts wait to be taken: in time.";

for (const { title, alerts, wait, oldest, unreached } of [
  {
    title: "none",
    alerts: { count: 0, oldestAt: null, unreached: 0 },
    wait: "Fine: 0: No alert waits to be taken.",
    oldest: ": : ",
    unreached: ": 0: ",
  },
  {
    title: "few",
    alerts: { count: 4, oldestAt: longAgo, unreached: 0 },
    wait: "Needs somebody: hidden: Alerts wait to be taken for longer than is meant.",
    oldest: ": hidden: ",
    unreached: ": 0: ",
  },
  {
    title: "many, in time",
    alerts: { count: 6, oldestAt: minutesAgo(2), unreached: 0 },
    wait: sixWait,
    oldest: `: ${minutesAgo(2).toISOString()}: `,
    unreached: ": 0: ",
  },
  {
    title: "all but few reached nobody",
    alerts: { count: 8, oldestAt: longAgo, unreached: 6 },
    wait: "Needs somebody: 8: Alerts wait to be taken for longer than is meant.",
    oldest: `: ${longAgo.toISOString()}: `,
    unreached: "Needs somebody: hidden: Alerts have reached nobody: the whole ladder was tried.",
  },
]) {
  test(`a manager's file tells of no few alerts: ${title}`, () => {
    const lines = [...tonightLines(tonightWith(alerts))];
    const lineOf = (what: string) =>
      lines
        .find((line) => line[1] === what)
        ?.slice(2)
        .join(": ");

    expect(lineOf("Alerts that wait")).toBe(wait);
    expect(lineOf("The oldest of them")).toBe(oldest);
    expect(lineOf("Reached nobody")).toBe(unreached);
  });
}

test("an operator's file has a line an authority, and no number of alerts in its reasons", () => {
  const night = makeNight({
    name: "Fullshire",
    alerts: { count: 7, oldestAt: longAgo, unreached: 7 },
    list: { lastSequence: 9, lastReceivedAt: minutesAgo(900), skipped: 2 },
  });
  const { service, deliveryLine, vendors } = tonightWith(night.alerts);
  const tile = { authorityId: night.authorityId, name: night.name, region: "North" };
  const lines = [
    ...tileLines({
      asAt: nightNow,
      service,
      deliveryLine,
      vendors,
      retention: { begunAt: null, isUnderWay: false, isStale: false, rows: [] },
      tiles: [
        { ...tile, state: "bad", findings: judgeAuthority(night, nightNow) },
        { ...tile, name: "Emptyshire", state: "not-live", findings: [] },
      ],
    }),
  ];

  expect(lines.slice(0, 2)).toEqual([
    [
      "North",
      "Fullshire",
      "Needs somebody",
      "Alerts have reached nobody: the whole ladder was tried. Alerts wait to be taken for longer than is meant. 2 numbers were skipped before list 9: a list may have been lost on its way.",
    ],
    ["North", "Emptyshire", "Not live", "Has sent no list, and has nobody on a rota."],
  ]);
  expect(lines.map(([region, what, state, found]) => [region, what, state, found].join(": "))).toContain(
    "The whole service: Google’s push service: Fine: 0 of 40 failed in the last hour",
  );
});
