// What this phone keeps for whoever is signed in. Few, small things: no library is worth its weight here.

const name = "lantern-phone";
const stores = ["facts", "questions"] as const;
type Store = (typeof stores)[number];

/** One thing by its key; undefined where there is none. */
export async function readOne(store: Store, key: string): Promise<unknown> {
  return inStore(store, "readonly", (records) => records.get(key));
}

/** Several things of one store, as they are at one moment, in one opening. */
export async function readSome(store: Store, keys: readonly string[]): Promise<readonly unknown[]> {
  const requests: IDBRequest<unknown>[] = [];
  await inStore(store, "readonly", (records) => {
    requests.push(...keys.map((key): IDBRequest<unknown> => records.get(key)));
    return records.count();
  });
  return requests.map(({ result }) => result);
}

export async function readAll(store: Store): Promise<readonly unknown[]> {
  return inStore(store, "readonly", (records): IDBRequest<unknown[]> => records.getAll());
}

export async function writeOne(store: Store, key: string, value: unknown): Promise<void> {
  await inStore(store, "readwrite", (records) => records.put(value, key));
}

export async function deleteOne(store: Store, key: string): Promise<void> {
  await inStore(store, "readwrite", (records) => records.delete(key));
}

/**
 * Replaces one thing by what `change` makes of it, and nobody comes in between. Nothing is written where `change`
 * gives undefined. Two tabs that count one another's wrong tries both count.
 */
export async function changeOne<Changed>(
  store: Store,
  key: string,
  change: (before: unknown) => Changed | undefined,
): Promise<Changed | undefined> {
  let changed: Changed | undefined;
  await inStore(store, "readwrite", (records) => {
    const read = records.get(key);
    read.onsuccess = () => {
      changed = change(read.result);
      if (changed !== undefined) records.put(changed, key);
    };
    return read;
  });
  return changed;
}

/** Empties everything in one go. */
export async function deleteEverything(): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction([...stores], "readwrite");
    for (const store of stores) transaction.objectStore(store).clear();
    await ended(transaction);
  } finally {
    database.close();
  }
}

async function inStore<Result>(
  store: Store,
  mode: IDBTransactionMode,
  act: (records: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    // "strict": written to the disk before it counts as written, for a phone that dies a second later.
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = act(transaction.objectStore(store));
    await ended(transaction);
    return request.result;
  } finally {
    database.close();
  }
}

/** Opened for each use: a connection that stays open would hold up the browser when it evicts, and other tabs. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("The phone's storage is closed"));
    };
    request.onblocked = request.onerror;
  });
}

/** A transaction has ended when it is on the disk: that a request succeeded is not enough when storage is full. */
function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error("The phone could not keep this"));
    };
  });
}
