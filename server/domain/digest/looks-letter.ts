import type { UnusualLooks } from "@/server/domain/looks/review/list-unusual-looks";
import type { DigestLetter, DigestParts } from "@/server/domain/digest/digest-words";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { countOf } from "@/server/vocabulary/look-record-words";
import { digestPath } from "@/server/vocabulary/weekly-digest";

/**
 * The looks that wait for a privacy officer, by reference alone: neither who looked nor why it is on the list, since mail is
 * read by whoever stands behind one. Pure.
 */
export function looksLetter(
  { looks, left, asAt }: UnusualLooks,
  { whose, origin }: DigestParts,
): DigestLetter {
  const asked = looks.filter((look) => look.asked !== null);
  const answered = asked.filter((look) => look.asked?.answer !== null);
  const lines = [
    "Lantern: looks that wait for your word",
    whose,
    "",
    `Waiting: ${String(looks.length + left)}`,
    `Of these somebody was asked about: ${String(asked.length)}, answered: ${String(answered.length)}`,
    ...(looks.length === 0 ? [] : ["References:", ...looks.map(({ reference }) => reference)]),
    ...(left === 0 ? [] : [`and ${countOf(left, "look")} more that come up when these are decided.`]),
    `As at ${formatDateTime(asAt)}.`,
    "",
    `Who looked and why each is on the list: ${new URL("/audit/unusual", origin).href}`,
    `To stop this e-mail, sign in and press one button: ${new URL(digestPath, origin).href}`,
    "",
    "This message says nothing about anybody. Please do not answer it.",
    "",
  ];
  return { subject: "Lantern: looks that wait for your word", text: lines.join("\n") };
}
