import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's own schema engine is downloaded from a host that a closed network does not reach; ours is in node_modules.
// Where the download works and is preferred, set PRISMA_USE_DOWNLOADED_ENGINE.
if (process.env["PRISMA_USE_DOWNLOADED_ENGINE"] === undefined) {
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= fileURLToPath(new URL("prisma/engine.mjs", import.meta.url));
}

// No question to the outside whether a newer version exists.
process.env["CHECKPOINT_DISABLE"] ??= "1";

const ownerUrl = process.env["DATABASE_OWNER_URL"];

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` needs no database, so the address may be missing here; `migrate` then says so itself.
  ...(ownerUrl === undefined ? {} : { datasource: { url: ownerUrl } }),
});
