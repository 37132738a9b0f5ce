import ical from "ical-generator";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { readCalendar, type CalendarShift } from "@/server/domain/rota/read-calendar";
import { systemActor } from "@/server/vocabulary/actor";
import { rungInWords } from "@/server/vocabulary/rota";

interface Asked {
  /** The last part of the address: the secret, with `.ics` after it. */
  readonly file: string;
  readonly now: Date;
}

const refreshSeconds = 3_600;

/**
 * One's own shifts of the next 60 days as iCalendar (RFC 5545), for a calendar program: when, for which team, in which
 * place, and nothing about anybody else. 404 for a secret that is unknown or revoked, 503 where it cannot be known.
 */
export async function answerCalendar(
  { database, log }: Pick<Service, "database" | "log">,
  { file, now }: Asked,
): Promise<Response> {
  const [, secret] = /^([\w-]{43})\.ics$/.exec(file) ?? [];
  if (secret === undefined) return plain(404, "There is no such calendar.");
  try {
    const occasion = { actor: systemActor("directory"), now };
    const shifts = await withWork(database, occasion, (work) => readCalendar(work, secret));
    if (shifts === undefined) return plain(404, "There is no such calendar.");
    return new Response(calendarOf(shifts, now), {
      headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "no-store" },
    });
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : "unknown" }, "calendar not answered");
    return plain(503, "The calendar cannot be read now. Try again later.");
  }
}

function calendarOf(shifts: readonly CalendarShift[], now: Date): string {
  const calendar = ical({
    name: "On call (Lantern)",
    prodId: "-//Lantern//On call//EN",
    ttl: refreshSeconds,
  });
  for (const { uid, rung, startsAt, endsAt, teamName } of shifts) {
    calendar.createEvent({
      id: uid,
      stamp: now,
      start: startsAt,
      end: endsAt,
      summary: `On call, ${rungInWords(rung)}: ${teamName}`,
    });
  }
  return calendar.toString();
}

function plain(status: number, words: string): Response {
  return new Response(words, { status, headers: { "Cache-Control": "no-store" } });
}
