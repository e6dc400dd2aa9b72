import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { TrustListBody } from '@contract/api/health-codes';
import { readStatusList, type StatusList, statusListId } from '@contract/health-code/status-list';
import type { TrustList } from '@contract/health-code/trust-list';
import { toAnswer, type Verdict } from '@contract/health-code/verdict';
import { STATUS_LIST_COUNTS_FOR, verify } from '@contract/health-code/verify';
import { readFileSync } from 'node:fs';
import { nodeSha256, nodeVerifiers } from '../health-code-crypto';
import { CommandFault } from './server-call';

/** A verdict with how old what it rests on is, by what the lists themselves say. */
export interface OfflineAnswer {
  verdict: Verdict;
  answer: object;
  /** What a person has to know beside it. */
  notes: string[];
}

/**
 * The verdict on a code by saved lists alone, as `GET /v1/trust-list` and `GET /v1/status-lists/:id` answer them.
 * @param now epoch milliseconds, by this machine's own clock
 * @throws CommandFault for a file that is no such list, or that the trust list does not vouch for
 */
export function verifyOffline(
  code: string,
  trustFile: string,
  statusFiles: readonly string[],
  now: number,
): OfflineAnswer {
  const trust = readTrustList(trustFile);
  const lists = new Map<string, StatusList>();
  for (const file of statusFiles) {
    const list = readStatusList(read(file), trust, nodeVerifiers);
    if (!list.ok) throw new CommandFault(`${file}: ${list.failure}`);
    lists.set(statusListId(list.value.county, list.value.list), list.value);
  }
  let asked: StatusList | undefined;
  const verdict = verify(code, {
    now,
    trust,
    status({ county, list, index }) {
      asked = lists.get(statusListId(county, list));
      const value = asked?.valueAt(index);
      if (!asked || value === undefined) return 'missing';
      return now >= (asked.expiresAt ?? Infinity) ? 'stale' : { value, age: now - asked.issuedAt };
    },
    verifiers: nodeVerifiers,
    sha256: nodeSha256,
  });
  const trustAge = now - Date.parse(trust.publishedAt);
  return {
    verdict,
    answer: {
      ...toAnswer(verdict),
      trustAgeSeconds: seconds(trustAge),
      ...(asked ? { statusAgeSeconds: seconds(now - asked.issuedAt) } : {}),
    },
    notes:
      trustAge > STATUS_LIST_COUNTS_FOR
        ? [
            `the trust list is ${Math.floor(trustAge / 3_600_000)} hours old: a key may have been revoked since`,
          ]
        : [],
  };
}

const seconds = (ms: number): number => Math.round(ms / 1000);

function readTrustList(file: string): TrustList {
  const isTrustList = addFormats(new Ajv()).compile(TrustListBody);
  try {
    const list: unknown = JSON.parse(Buffer.from(read(file)).toString('utf8'));
    if (isTrustList(list)) return list as TrustList;
  } catch (error) {
    if (error instanceof CommandFault) throw error;
  }
  throw new CommandFault(`${file}: not a trust list`);
}

function read(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new CommandFault(`${file}: cannot be read`);
  }
}
