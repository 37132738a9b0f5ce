#!/usr/bin/env -S node --no-warnings
// Prisma's schema engine for machines that cannot download it: the WebAssembly build from the package registry,
// answering the JSON-RPC lines of the native engine. Why, and how to do without: docs/decisions/0002-prisma-offline.md.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

/** What the command line calls otherwise than the WebAssembly engine does. */
const RENAMED = { getDatabaseVersion: "version" };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true, default: [] },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
    version: { type: "boolean" },
  },
});

// The engine hands over the message of a panic here, then throws.
let panic;
let engine;
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
process.on("uncaughtException", (error) => {
  tellWhy(error);
  process.exit();
});

loadWebAssembly();

try {
  if (options.version) process.stdout.write(`schema-engine-wasm ${glue.version()}\n`);
  else if (positionals[0] === "cli") await answerOnce(positionals[1]);
  else await answerLines();
} catch (error) {
  tellWhy(error);
}

/** Node before 22.19 cannot import a `.wasm` file, so it is loaded by hand. */
function loadWebAssembly() {
  const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")).replace(/\.js$/, "_bg.wasm");
  const imports = { "./schema_engine_bg.js": glue };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports);

  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** `migrate deploy` asks first whether the database answers: silence means yes. */
async function answerOnce(command) {
  if (command !== "can-connect-to-database")
    throw new Error("The database does not exist: create it, then try again.");

  const engine = await startEngine(connectToDatabase);
  await engine.ensureConnectionValidity({ datasource: { tag: "ConnectionString", url: databaseUrl() } });
}

/** Serves one request after the other until standard input closes. */
async function answerLines() {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.method !== undefined) send({ id: request.id, ...(await answer(request)) });
  }
}

async function answer({ method, params }) {
  try {
    // A difference is taken between files: only this makes `migrate diff` work while the database is down.
    engine ??= await startEngine(method === "diff" ? connectToNothing : connectToDatabase);
    const { stdout = null, ...result } = (await engine[RENAMED[method] ?? method](params)) ?? {};
    // A script is not part of the answer: the command line is asked to print it.
    if (stdout !== null) send({ id: "print", method: "print", params: { content: stdout } });
    return { result: { ...result, stdout } };
  } catch (error) {
    const data = { is_panic: error instanceof WebAssembly.RuntimeError, ...reasonOf(error) };
    return { error: { code: 4466, message: "The schema engine refused the request", data } };
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

/** The command line drops the first line and parses each further one, so none of those may be empty. */
function tellWhy(error) {
  const line = { level: "ERROR", target: "schema_engine::logger", fields: reasonOf(error) };
  process.stderr.write(`schema engine\n${JSON.stringify(line)}`);
  process.exitCode = 1;
}

function reasonOf(error) {
  return { message: panic ?? error.message, error_code: error.code, meta: error.meta };
}

async function startEngine(connect) {
  const files = options.datamodels.map((path) => [path, readFileSync(path, "utf8")]);
  const factory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect,
    connectToShadowDb: connect,
  };

  return glue.SchemaEngine.new(
    { datamodels: files.length === 0 ? undefined : files },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

async function connectToDatabase() {
  const connection = await new PrismaPg({ connectionString: databaseUrl(), allowExitOnIdle: true }).connect();
  // The adapter cuts a script at every semicolon, which breaks function bodies and comments: send it whole.
  connection.executeScript = async (sql) => {
    await connection.executeRaw({ sql, args: [], argTypes: [] });
  };
  return connection;
}

function databaseUrl() {
  if (options.datasource === undefined)
    throw new Error("This command needs a database: set DATABASE_OWNER_URL.");
  return JSON.parse(options.datasource).url;
}

/** Says which PostgreSQL a script is for, which the engine asks before it does anything. */
async function connectToNothing() {
  const { Boolean, Int32, Text } = ColumnTypeEnum;
  const version = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [Boolean, Text, Int32],
    rows: [[true, "PostgreSQL 18.0", 180_000]],
  };
  const refuse = async () => {
    throw new Error("A difference can be taken between files only, not from a database.");
  };

  return {
    provider: "postgres",
    adapterName: "nothing",
    queryRaw: async ({ sql }) => (sql.includes("version()") ? version : refuse()),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => undefined,
  };
}
