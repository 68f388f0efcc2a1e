/** What the names of all databases of ours begin with. */
export const PREFIX = 'natter.';

/**
 * Removes what is kept of anybody. It is apart from what keeps it, and needs nothing that would have to be loaded first:
 * whoever signs out where the network has gone leaves nothing behind either.
 */
export async function wipeLocal(): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const known = await databases();
  await Promise.all(known.flatMap(({ name }) => (name?.startsWith(PREFIX) === true ? deleted(name) : [])));
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
