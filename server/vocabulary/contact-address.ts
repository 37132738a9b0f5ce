import { z } from "zod";

/** A British mobile number in any usual way of writing, as `+447` and nine digits. */
const BritishMobile = z
  .string()
  .transform((text) => text.replace(/[\s()-]/g, "").replace(/^(?:00|\+)?44(?:0)?(?=7)|^0(?=7)/, "+44"))
  .pipe(z.string().regex(/^\+447\d{9}$/));

/** Where a person can be told besides a browser, or undefined where that is no such address. Pure. */
export function readContactAddress(channel: "text" | "email", written: string): string | undefined {
  const trimmed = written.trim();
  if (channel === "text") return BritishMobile.safeParse(trimmed).data;
  return z.email().max(254).safeParse(trimmed.toLowerCase()).data;
}

/** Enough to know one's own address again, and too little for anybody else: "ends in 123", "a•••@leeds.example". */
export function addressHint(channel: "text" | "email", address: string): string {
  if (channel === "text") return `ends in ${address.slice(-3)}`;
  const [name = "", domain = ""] = address.split("@");
  return `${name.slice(0, 1)}•••@${domain}`;
}
