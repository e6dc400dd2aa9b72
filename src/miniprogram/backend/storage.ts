/** Small values kept on the phone, by key, as JSON. Namespaced by persona where a demo has several. */
export interface KeyValue {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everything there is, photos kept beside the values too. */
  keys(): Promise<string[]>;
}
