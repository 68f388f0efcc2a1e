/** What the names of all databases of ours begin with. */
export const PREFIX = 'natter.';

/**
 * Removes the stored data of every user. It is apart from what keeps it, and needs nothing that would have to be loaded first:
 * a sign-out without a network leaves nothing behind either.
 */
export async function wipeLocal(): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const known = await databases();
  await Promise.all(known.flatMap(({ name }) => (name?.startsWith(PREFIX) === true ? deleted(name) : [])));
}

/** The stores of what the server has, too. What a person wrote and is not sent is in the others. */
const COPIES = ['messages', 'list'];

/**
 * Removes the stored data of every user, except what they wrote and is not sent: a session that ended without having been asked
 * to must not cost messages. They are sent after the next sign-in of the same account; a sign-out by hand removes them.
 */
export async function wipeCopies(): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const known = await databases();
  await Promise.all(known.flatMap(({ name }) => (name?.startsWith(PREFIX) === true ? cleared(name) : [])));
}

async function databases(): Promise<IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch {
    // Where storage is blocked nothing was kept.
    return [];
  }
}

/** Completes in any case: what one database does not allow is no reason to keep the others. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = () => {
      resolve();
    };
  });
}

/** Clears the copies; a database without anything unsent goes as a whole. */
async function cleared(name: string): Promise<void> {
  const database = await opened(name);
  if (database === undefined) return;
  const unsent = await unsentAfterClearing(database);
  database.close();
  if (unsent === 0) await deleted(name);
}

/** Undefined when there is none: another tab may have removed it, and an empty one would be in the way of the next sign-in. */
function opened(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
}

/** How much of it is unsent, once the copies are gone. */
function unsentAfterClearing(database: IDBDatabase): Promise<number> {
  const stores = [...database.objectStoreNames];
  if (stores.length === 0) return Promise.resolve(0);
  return new Promise((resolve) => {
    let unsent = 0;
    const transaction = database.transaction(stores, 'readwrite');
    for (const name of stores) {
      const store = transaction.objectStore(name);
      if (COPIES.includes(name)) {
        store.clear();
        continue;
      }
      const count = store.count();
      count.onsuccess = () => {
        unsent += count.result;
      };
    }
    transaction.oncomplete = () => {
      resolve(unsent);
    };
    // What could not be read may hold something unsent.
    transaction.onabort = () => {
      resolve(Infinity);
    };
  });
}
