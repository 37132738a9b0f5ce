import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface TakenMail {
  readonly to: readonly string[];
  /** Headers and text as they came. */
  readonly raw: string;
}

export interface StandInMail {
  /** What SMTP_URL is to be. */
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** Answers the next message with this SMTP code instead of taking it. */
  failWith(...codes: readonly number[]): void;
  stop(): Promise<void>;
}

/** A mail server on this machine that keeps what it is given and sends nothing on. */
export async function startMail(onMail: (mail: TakenMail) => void = () => undefined): Promise<StandInMail> {
  const taken: TakenMail[] = [];
  const codes: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const responseCode = codes.shift();
        if (responseCode !== undefined) {
          done(Object.assign(new Error("stand-in"), { responseCode }));
          return;
        }
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString("utf8"),
        };
        taken.push(mail);
        onMail(mail);
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`,
    taken,
    failWith: (...next) => codes.push(...next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
