import { changeOne, readOne } from "./phone-database";

/** Text under the phone's own key. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const algorithm = "AES-GCM";
/** Under which the key lies among the facts. */
export const keyName = "key";

/**
 * Seals text with a key that this browser made and lets nobody take out, not even this page. The key lies beside what
 * it seals, and goes with it at the end of the session.
 */
export async function seal(text: string): Promise<Sealed> {
  const key = await ownKey();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: algorithm, iv }, key, new TextEncoder().encode(text));
  return { iv, bytes };
}

/** The text, or undefined where it was sealed by a key that is gone. */
export async function openSealed(sealed: Sealed): Promise<string | undefined> {
  return openWithKey(await readOne("facts", keyName), sealed);
}

/** The same with the key as it lies there. */
export async function openWithKey(key: unknown, { iv, bytes }: Sealed): Promise<string | undefined> {
  if (!(key instanceof CryptoKey)) return undefined;
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: algorithm, iv }, key, bytes));
  } catch {
    return undefined;
  }
}

export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== "object" || value === null) return false;
  return Reflect.get(value, "iv") instanceof Uint8Array && Reflect.get(value, "bytes") instanceof ArrayBuffer;
}

/** Made at the first need. Of two tabs that make one at once, both use the one that was written first. */
async function ownKey(): Promise<CryptoKey> {
  const kept = await readOne("facts", keyName);
  if (kept instanceof CryptoKey) return kept;
  const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const agreed = await changeOne("facts", keyName, (before) => (before instanceof CryptoKey ? before : made));
  return agreed ?? made;
}
