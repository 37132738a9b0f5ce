import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";
import { getManifest } from "workbox-build";
// Makes the reader of codes first, whose content the worker names.
import "./build-band-reader";

// Run after `next build`: tsx app/_pwa/build-service-worker.ts. Next's own bundler ignores the plugins that others
// use for this, silently; so this script makes the worker and fails loudly when it is not a good one.

const root = path.resolve(import.meta.dirname, "../..");
const output = path.join(root, "public/sw.js");

const buildId = (await readText(".next/BUILD_ID")).trim();
const entries = [...(await builtFiles()), ...(await publicFiles()), ...pages()];
const readerDigest = await digestOf(["public/scan/band-reader.js", "public/scan/band-reader.wasm"]);
const code = await bundle(JSON.stringify(entries));
await writeFile(output, `/* Lantern service worker, build ${buildId} */\n${code}`);
await assertGood();
console.log(`public/sw.js: build ${buildId}, ${String(entries.length)} files kept for offline use`);

interface Entry {
  readonly url: string;
  readonly revision: string | null;
}

/**
 * What Next's page /offline loads: its entry files and the framework's. And what that page and the number pad load only
 * when it is wanted: it has to be there at one bar of signal. The names of all of them carry their content.
 */
async function builtFiles(): Promise<Entry[]> {
  const framework: unknown = Reflect.get(
    Object(JSON.parse(await readText(".next/build-manifest.json"))),
    "rootMainFiles",
  );
  const offline = await filesOfPage("offline");
  const later = await Promise.all([...offline, ...(await filesOfPage("(crew)/check"))].map(filesLoadedBy));
  const files = new Set([...chunksIn(JSON.stringify(framework)), ...offline, ...later.flat()]);
  return [...files].map((file) => ({ url: `/_next/${file}`, revision: null }));
}

async function filesOfPage(page: string): Promise<string[]> {
  return chunksIn(await readText(`.next/server/app/${page}/page_client-reference-manifest.js`));
}

/** A script names the files that it may load. */
async function filesLoadedBy(file: string): Promise<string[]> {
  return file.endsWith(".js") ? chunksIn(await readText(`.next/${file}`)) : [];
}

function chunksIn(text: string): string[] {
  return text.match(/static\/chunks\/[\w.~-]+\.(?:js|css)/g) ?? [];
}

/** Icons, by the digest of their content. */
async function publicFiles(): Promise<Entry[]> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: path.join(root, "public"),
    globPatterns: ["icons/*.{png,svg}"],
    globIgnores: ["icons/icon-512.png", "icons/icon-maskable-512.png"],
    modifyURLPrefix: { "": "/" },
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  return manifestEntries;
}

/** The offline page and the manifest: nothing of anybody is on them. They change with the build. */
function pages(): Entry[] {
  return ["/offline", "/manifest.webmanifest"].map((url) => ({ url, revision: buildId }));
}

async function bundle(manifest: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "app/_pwa/service-worker.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["safari16.4", "chrome111", "firefox115"],
    define: {
      "self.__WB_MANIFEST": manifest,
      "process.env.NODE_ENV": '"production"',
      BAND_READER_DIGEST: JSON.stringify(readerDigest),
    },
    legalComments: "none",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error("esbuild made no service worker");
  return file.text;
}

async function assertGood(): Promise<void> {
  const written = await readFile(output, "utf8");
  new Script(written, { filename: "sw.js" });
  for (const needed of [buildId, readerDigest, '"/offline"', "/_next/static/chunks/", "/icons/"]) {
    if (!written.includes(needed)) throw new Error(`public/sw.js lacks ${needed}`);
  }
  if (!entries.some(({ url }) => url.endsWith(".css"))) throw new Error("public/sw.js keeps no style sheet");
}

/** The reader of codes is made at the top (`build-band-reader.ts`); its content names the cache that it is kept in. */
async function digestOf(names: readonly string[]): Promise<string> {
  const digest = createHash("sha256");
  for (const name of names) digest.update(await readFile(path.join(root, name)));
  return digest.digest("hex").slice(0, 16);
}

function readText(file: string): Promise<string> {
  return readFile(path.join(root, file), "utf8");
}
