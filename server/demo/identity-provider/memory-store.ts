import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Entry {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/** Where one issuer keeps sessions and codes: in memory, since whoever restarts the demo signs in again. */
export function memoryStore(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (model) => makeAdapter(entries, (id) => `${model} ${id}`);
}

function makeAdapter(entries: Map<string, Entry>, keyOf: (id: string) => string): Adapter {
  const find = (key: string) => {
    const entry = entries.get(key);
    if (entry !== undefined && entry.endsAt > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const findWhere = (property: "uid" | "userCode", value: string) =>
    [...entries]
      .filter(([key]) => key.startsWith(keyOf("")))
      .map(([key]) => find(key))
      .find((payload) => payload?.[property] === value);

  return {
    upsert(id, payload, seconds = 3_600) {
      entries.set(keyOf(id), { payload, endsAt: Date.now() + seconds * 1_000 });
      return Promise.resolve();
    },
    find: (id) => Promise.resolve(find(keyOf(id))),
    findByUid: (uid) => Promise.resolve(findWhere("uid", uid)),
    findByUserCode: (code) => Promise.resolve(findWhere("userCode", code)),
    consume(id) {
      const payload = find(keyOf(id));
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      return Promise.resolve();
    },
    destroy(id) {
      entries.delete(keyOf(id));
      return Promise.resolve();
    },
    revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      return Promise.resolve();
    },
  };
}
