/** The browser's own store for what must survive: values and photos. */
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

export const readKept = (key: string): Promise<unknown> =>
  run('readonly', (store) => store.get(key) as IDBRequest<unknown>);
export const writeKept = (key: string, value: unknown): Promise<unknown> =>
  run('readwrite', (store) => store.put(value, key));
export const removeKept = (key: string): Promise<unknown> => run('readwrite', (store) => store.delete(key));
