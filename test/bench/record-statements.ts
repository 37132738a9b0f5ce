import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/work";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Rows that it gave when it was recorded. */
  readonly rows: readonly Record<string, unknown>[];
}

/** A transaction that runs everything as it is and writes each raw statement down, for the floor to run again. */
export function recordStatements(tx: Tx, statements: Statement[]): Tx {
  const recorded =
    (run: (sql: Prisma.Sql) => Promise<unknown>) =>
    async (strings: TemplateStringsArray, ...values: unknown[]): Promise<unknown> => {
      const sql = Prisma.sql(strings, ...values);
      const result = await run(sql);
      const rows = Array.isArray(result) ? (result as Record<string, unknown>[]) : [];
      statements.push({ text: sql.text, values: sql.values, rows });
      return result;
    };

  return new Proxy(tx, {
    get(target, property, receiver) {
      if (property === "$queryRaw") return recorded((sql) => target.$queryRaw(sql));
      if (property === "$executeRaw") return recorded((sql) => target.$executeRaw(sql));
      return Reflect.get(target, property, receiver) as unknown;
    },
  });
}
