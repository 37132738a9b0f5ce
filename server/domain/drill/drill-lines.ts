import type { ListedDrill } from "@/server/domain/drill/list-drills";
import type { Drills } from "@/server/domain/drill/read-drills";
import type { HeartbeatDay } from "@/server/domain/drill/silences";
import { millisecondsToTaken } from "@/server/domain/drill/sum-up-drills";
import type { FileLine } from "@/server/domain/insight/file/file-table";
import { silentAfterSeconds } from "@/server/vocabulary/delivery-proof";
import { drillDefinitions, heartbeatDefinitions } from "@/server/vocabulary/drill-definition";
import { stateWords } from "@/server/vocabulary/tonight-state";

/** The page of practice alerts as lines of a file. They concern no child, so that no number is hidden; nobody is named. Pure. */
export function* drillLines({ drills, sums, heartbeat }: Drills): Generator<FileLine> {
  const table = "Practice alerts";
  yield [table, "all", "In a year", String(sums.count)];
  yield [table, "all", drillDefinitions["first-rung"].name, String(sums.firstRung)];
  yield [table, "all", drillDefinitions.taken.name, String(sums.taken)];
  yield [table, "all", `${drillDefinitions.half.name}, seconds`, secondsOf(sums.halfTakenMilliseconds)];
  for (const drill of drills) yield* linesOfDrill(drill);
  for (const day of heartbeat) yield* linesOfDay(day);
}

function* linesOfDrill(drill: ListedDrill): Generator<FileLine> {
  const { authorityName, reference, raisedAt, rungs, score } = drill;
  const [table, row] = ["Practice alerts", `${authorityName}, ${reference}`];
  yield [table, row, "Raised", raisedAt.toISOString()];
  yield [table, row, "State", stateWords[score.level]];
  yield [table, row, "How it went", score.words];
  yield [table, row, "Climbed to rung", String(rungs)];
  yield [table, row, "Seconds to taken", secondsOf(millisecondsToTaken(drill))];
}

function* linesOfDay({ day, begun, proven, longestSilenceSeconds }: HeartbeatDay): Generator<FileLine> {
  const table = "Heartbeat";
  yield [table, day, "State", stateWords[longestSilenceSeconds > silentAfterSeconds ? "bad" : "fine"]];
  yield [table, day, heartbeatDefinitions.begun.name, String(begun)];
  yield [table, day, heartbeatDefinitions.proven.name, String(proven)];
  yield [table, day, `${heartbeatDefinitions.silence.name}, seconds`, String(longestSilenceSeconds)];
}

/** Whole seconds, or nothing where there are none. */
function secondsOf(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "" : String(Math.round(milliseconds / 1_000));
}
