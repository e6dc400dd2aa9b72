/** Where the log stood: the number of an entry and the hash (hex SHA-256) of the chain up to it. */
export interface PublishedHead {
  seq: number;
  hash: string;
}

/** So many heads are asked about at once: a phone remembers no more. */
export const HEADS_ASKED = 8;
