import { orHeld, type Store } from './visit';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('linli', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
  return opening;
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('kept', mode, { durability: 'strict' });
    const request = act(transaction.objectStore('kept'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'));
    transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
  });
}

/** The browser's own store for what must survive: values and photos. */
export const database: Store = orHeld({
  read: (key) => run('readonly', (store) => store.get(key) as IDBRequest<unknown>),
  write: (key, value) => run('readwrite', (store) => store.put(value, key)),
  remove: (key) => run('readwrite', (store) => store.delete(key)),
  keys: async () => (await run('readonly', (store) => store.getAllKeys())).map(String),
});
