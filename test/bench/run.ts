import { benchAlert } from "@/test/bench/alert";
import { benchFeed } from "@/test/bench/feed";
import { benchInsight } from "@/test/bench/insight";
import { benchLighthouse } from "@/test/bench/lighthouse";
import { benchLookup } from "@/test/bench/lookup";
import { benchNotices } from "@/test/bench/notices";
import { benchPhone } from "@/test/bench/phone";
import { benchRetention } from "@/test/bench/retention";
import { benchRows } from "@/test/bench/rows";
import { benchScan } from "@/test/bench/scan";
import { benchStandards } from "@/test/bench/standards";
import { sendPushFloor } from "@/test/bench/push-floor-sender";

const benches: Readonly<Record<string, () => Promise<void>>> = {
  lookup: benchLookup,
  alert: benchAlert,
  feed: benchFeed,
  scan: benchScan,
  phone: benchPhone,
  insight: benchInsight,
  rows: benchRows,
  retention: benchRetention,
  lighthouse: benchLighthouse,
  standards: benchStandards,
  notices: benchNotices,
};

/** Processes that a benchmark starts beside itself. */
const parts: typeof benches = { "push-floor": sendPushFloor };

const name = process.argv[2];
const chosen = name === undefined ? Object.values(benches) : [benches[name] ?? parts[name]];
if (chosen.includes(undefined)) {
  console.error(`There is no benchmark "${String(name)}". Choose of: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
for (const bench of chosen) await bench?.();
