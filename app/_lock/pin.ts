/** A PIN as it is kept: enough to tell whether another is the same, and no more. */
export interface KeptPin {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  /** A word that only the right PIN opens. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly word: ArrayBuffer;
}

/** OWASP's figure for PBKDF2 with SHA-256. A second on an old phone; a guess each for whoever has copied the disk. */
const iterationsOfNew = 600_000;

const tooPlain = new Set(["1234", "12345", "123456", "4321", "54321", "654321", "2580"]);

/** What is wrong with a PIN, in words; undefined if it will do. Pure. */
export function complaintAboutPin(pin: string): string | undefined {
  if (!/^\d{4,6}$/.test(pin)) return "A PIN has 4 to 6 digits.";
  if (/^(\d)\1+$/.test(pin) || tooPlain.has(pin))
    return "This PIN is the first that anybody tries. Choose another.";
  return undefined;
}

export async function keepPin(pin: string): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOfPin(pin, salt, iterationsOfNew);
  const word = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode("lantern"));
  return { salt, iterations: iterationsOfNew, iv, word };
}

export async function isPin(pin: string, { salt, iterations, iv, word }: KeptPin): Promise<boolean> {
  const key = await keyOfPin(pin, salt, iterations);
  try {
    await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, word);
    return true;
  } catch {
    return false;
  }
}

async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
