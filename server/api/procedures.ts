import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import type { Context } from "@/server/api/context";
import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { withWork, type Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { mayDo, type Permission } from "@/server/vocabulary/permission";
import { Refusal, type RefusalKind } from "@/server/vocabulary/refusal";

const trpc = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: superjson,
    sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 25_000 } },
    errorFormatter: ({ shape, error }) => {
      const { stack: _stack, ...data } = shape.data;
      const refusal = error.cause instanceof Refusal ? error.cause : undefined;
      // Also where no procedure was reached, or an open stream broke: a library's words may hold SQL or addresses.
      const isUnforeseen = error.code === "INTERNAL_SERVER_ERROR" && refusal === undefined;
      return {
        ...shape,
        message: isUnforeseen ? couldNot : shape.message,
        data: { ...data, ...(refusal && { refusal: refusal.kind }), ...waitOf(refusal) },
      };
    },
  });

function waitOf({ waitSeconds }: Partial<Refusal> = {}): { readonly waitSeconds?: number } {
  return waitSeconds === undefined ? {} : { waitSeconds };
}

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/** What a permitted procedure works with. */
export interface PermittedContext {
  readonly actor: PersonActor;
  /** Runs one use case in one transaction on behalf of whoever is signed in. */
  readonly work: <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;
}

/**
 * The only way to make a procedure: it begins with the permission that it needs. A closed session is refused as
 * UNAUTHORIZED, a role without the permission as FORBIDDEN; both, and every refusal and failure of the use case, are
 * put on record in a second short transaction.
 */
export function permitted(permission: Permission) {
  return trpc.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    const actor = await permittedActor(ctx, permission);
    const work: PermittedContext["work"] = (useCase) =>
      withWork(ctx.service.database, { actor, now: ctx.now }, useCase);

    const result = await next({ ctx: { ...ctx, actor, work } satisfies Context & PermittedContext });
    if (result.ok) return result;

    const cause = malformed(result.error) ?? result.error.cause ?? result.error;
    await recordTrouble(ctx.service, { actor, now: ctx.now }, { permission, cause });
    throw inOurDialect(result.error, cause);
  });
}

/**
 * The same for what counts a period: one of few at once, in the order in which they were asked for, and each planned for
 * its own period and organisation.
 */
export function permittedInTurn(permission: Permission) {
  return permitted(permission).use(({ ctx, next }) => {
    const { service, actor, now } = ctx;
    const work: PermittedContext["work"] = (useCase) =>
      withWork(service.database, { actor, now, plansAnew: true }, useCase);
    return service.turns.figures(() => next({ ctx: { ...ctx, work } }));
  });
}

/** The same for whether tonight can be trusted, which waits for no figures. */
export function permittedTonight(permission: Permission) {
  return permitted(permission).use(({ ctx, next }) => ctx.service.turns.tonight(() => next()));
}

async function permittedActor(
  { service, session, now }: Context,
  permission: Permission,
): Promise<PersonActor> {
  if (session.state === "unknown")
    throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on." });

  if (session.state !== "open") {
    const cause = new Refusal("not-permitted", "Your session has ended. Sign in again to go on.");
    await recordTrouble(service, { actor: session.actor, now }, { permission, cause });
    throw new TRPCError({ code: "UNAUTHORIZED", message: cause.message, cause });
  }
  if (!mayDo(session.actor.role, permission)) {
    const cause = new Refusal("not-permitted", "Your role does not allow this.");
    await recordTrouble(service, { actor: session.actor, now }, { permission, cause });
    throw new TRPCError({ code: "FORBIDDEN", message: cause.message, cause });
  }
  return session.actor;
}

const codes = {
  "not-found": "NOT_FOUND",
  "not-permitted": "FORBIDDEN",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  "too-often": "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<RefusalKind, TRPCError["code"]>;

/** An input that is not as it should be is refused in the words of what is wrong with it; it is no failure of ours. */
function malformed({ code, cause }: TRPCError): Refusal | undefined {
  if (code !== "BAD_REQUEST" || !(cause instanceof ZodError)) return undefined;
  return new Refusal("invalid", cause.issues[0]?.message ?? "This cannot be read.");
}

/** Refusals speak to people; anything unforeseen says only that the service could not do it. */
function inOurDialect(error: TRPCError, cause: unknown): TRPCError {
  if (cause instanceof Refusal)
    return new TRPCError({ code: codes[cause.kind], message: cause.message, cause });
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: couldNot });
}

const couldNot = "The service could not do this. Try again.";
