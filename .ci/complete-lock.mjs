// Run after `npm install`: completes package-lock.json with the optional packages of other platforms.
//
// Why: npm leaves an optional package out of the lock file when the registry at hand does not offer it (a mirror
// that carries the packages of one platform only), and `npm ci` then refuses its own lock file. The entries added
// here name version and platform, so npm skips them here and fetches them where they belong.
import { readFileSync, writeFileSync } from "node:fs";

const osNames = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32", "wasm32"];
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const os = osNames.find((candidate) => name.split(/[-/]/).includes(candidate));
    if (!os || !/^\d/.test(version) || isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name, os) };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} optional packages of other platforms added`);

function isLocked(path, name) {
  return lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`];
}

function platformOf(name, os) {
  if (os === "wasm32") return { cpu: ["wasm32"] };
  const cpu = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64"].find((c) =>
    name.includes(c),
  );
  const libc = name.includes("musl") ? { libc: ["musl"] } : {};
  return { cpu: [cpu], os: [os], ...libc };
}
