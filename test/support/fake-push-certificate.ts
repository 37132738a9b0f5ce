import { randomUUID } from "node:crypto";
import { generate } from "selfsigned";

export type Certificate = { readonly keyPem: string; readonly certificatePem: string };

/**
 * A certificate for this machine only, made anew each time; it is its own authority. Its name is new as well: of two
 * authorities with one name, a sender that trusts both would try only the first.
 */
export async function makeCertificate(): Promise<Certificate> {
  const { private: keyPem, cert: certificatePem } = await generate(
    [{ name: "commonName", value: `Fake push service ${randomUUID()}` }],
    {
      keyType: "ec",
      algorithm: "sha256",
      extensions: [
        { name: "basicConstraints", cA: true, critical: true },
        { name: "keyUsage", digitalSignature: true, keyCertSign: true, critical: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 7, ip: "127.0.0.1" },
            { type: 2, value: "localhost" },
          ],
        },
      ],
    },
  );
  return { keyPem, certificatePem: `${certificatePem.trim()}\n` };
}
