import { fail, ok, type Result } from '@contract/result';
import type { OutsideMatter, OutsideStep } from '@contract/service-request/outside-desk';
import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import type { OutsideDesk, Taken } from '../../ports/outside-desk';
import type { RequestDeskSettings } from '../../settings';
import { createExchange } from '../http-service/exchange';
import { saidOutside } from '../http-service/said-outside';
import { idOf, readCreated, readFaults, readList, readRequest, stateOf, type WireRequest } from './wire';

const HOUR_MS = 3_600_000;
/** What was taken may be listed some minutes later: before, that it is not there says nothing. */
const SETTLED_MS = 10 * 60_000;
/** GeoReport's own limit of a list: a full one may lack what is looked for. */
const MOST_ROWS = 1000;
const TOKEN = 'token:';
/** How a server says that it files once what is sent again under one Idempotency-Key. */
const KNOWS_KEYS = 'accept-idempotency-key';

/**
 * A city's system that speaks Open311 GeoReport v2. The standard has no key by which a request sent twice is one, so each
 * carries our mark in its description; after an answer that was lost it is looked for in the list of those days.
 * It knows open and closed, and words to either. A server of our own kind says that it takes what comes twice under one
 * Idempotency-Key as one, and the state behind open and closed.
 */
export function createOpen311Desk(
  { name, title, url, query, key }: RequestDeskSettings,
  {
    clock,
    onFault,
    timeoutMs = 20_000,
  }: { clock: Clock; onFault: (what: string) => void; timeoutMs?: number },
): OutsideDesk {
  const exchange = createExchange({ name: `desk ${name}`, timeoutMs, mostBytes: 4_194_304, onFault });

  async function get<T>(
    path: string,
    asked: Record<string, string>,
    read: (answer: unknown, headers: Headers) => T | undefined,
  ): Promise<Result<T, 'unavailable'>> {
    const address = `${url}/${path}.json?${new URLSearchParams({ ...query, ...asked })}`;
    const said = await exchange(address, { method: 'GET' });
    if (!said.ok) return fail('unavailable');
    const answer = said.value.status === 200 ? read(said.value.body, said.value.headers) : undefined;
    if (answer !== undefined) return ok(answer);
    onFault(`desk ${name} answered ${said.value.status} to ${path.replace(/\/.*/, '')}`);
    return fail('unavailable');
  }

  /** The request that a token stands for; null while there is none yet. */
  async function behind(token: string): Promise<Result<string | null, 'unavailable'>> {
    const said = await get(`tokens/${encodeURIComponent(token)}`, {}, readCreated);
    return said.ok ? ok(said.value.id ?? null) : said;
  }

  return {
    name,
    title,
    protocol: 'open311',
    async send(matter) {
      const said = await exchange(`${url}/requests.json`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'idempotency-key': matter.id,
        },
        body: formOf(matter, { ...query, api_key: key }).toString(),
      });
      if (!said.ok) return fail(said.failure === 'unreached' ? 'unavailable' : 'unknown');
      const { status, body } = said.value;
      const created = status >= 200 && status < 300 ? readCreated(body) : undefined;
      if (created) return ok(takenAs(created.id, created.token));
      onFault(`desk ${name} answered ${status} to a new request`);
      // A key or a service that is not known there is the operator's to mend, and no word about the matter.
      const reason = status === 400 || status === 422 ? saidOutside(readFaults(body)) : undefined;
      if (reason !== undefined) return { ok: false, failure: 'refused', reason };
      return fail(status >= 400 && status < 500 ? 'unavailable' : 'unknown');
    },
    async find({ mark, serviceCode, filedAt }, sentAt) {
      const now = clock.now().getTime();
      const listed = await get(
        'requests',
        {
          service_code: serviceCode,
          start_date: instant(filedAt.getTime() - HOUR_MS),
          end_date: instant(now + HOUR_MS),
        },
        (answer, headers) => {
          const rows = readList(answer);
          return rows && { rows, knowsKeys: headers.get(KNOWS_KEYS) === 'true' };
        },
      );
      if (!listed.ok) return listed;
      const { rows, knowsKeys } = listed.value;
      const mine = rows.find(({ description }) => description?.includes(markOf(mark)));
      const [id, token] = [idOf(mine?.service_request_id), idOf(mine?.token)];
      if (id !== undefined || token !== undefined) return ok(takenAs(id, token));
      // Sent again under the same key it stays one, so the sending itself finds it.
      if (knowsKeys) return ok(undefined);
      // A list that is full, or says not what its requests are about, leaves open whether it is there.
      const isSilent = rows.length >= MOST_ROWS || rows.some(({ description }) => !description);
      return isSilent || now - sentAt.getTime() < SETTLED_MS ? fail('unavailable') : ok(undefined);
    },
    async standing(_id, reference) {
      const id = reference.startsWith(TOKEN) ? await behind(reference.slice(TOKEN.length)) : ok(reference);
      if (!id.ok) return id;
      if (id.value === null) return ok({ reference, steps: [] });
      const said = await get(`requests/${encodeURIComponent(id.value)}`, { extensions: 'true' }, readRequest);
      if (!said.ok) return said;
      return ok({ ...takenAs(id.value, undefined), steps: stepsOf(said.value, clock.now()) });
    },
  };
}

const takenAs = (id: string | undefined, token: string | undefined): Taken =>
  id === undefined ? { reference: `${TOKEN}${token}` } : { reference: id, number: id };

const markOf = (mark: string): string => `[Linli ${mark}]`;
const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, '');

/** GeoReport's limit of a description. */
const MOST_LETTERS = 4000;

function formOf(
  { mark, serviceCode, answers, description, place }: OutsideMatter,
  settled: Record<string, string>,
): URLSearchParams {
  const end = `\n${markOf(mark)}`;
  const form = new URLSearchParams({
    ...settled,
    service_code: serviceCode,
    description: [...description].slice(0, MOST_LETTERS - end.length).join('') + end,
    address_string: place.text,
  });
  if (place.point) {
    form.set('lat', String(place.point.lat));
    form.set('long', String(place.point.lng));
  }
  for (const [code, answer] of Object.entries(answers))
    if (typeof answer === 'object') for (const each of answer) form.append(`attribute[${code}][]`, each);
    else form.set(`attribute[${code}]`, String(answer));
  return form;
}

/** Open and closed as steps; the same words are the same step each time they are read. */
function stepsOf(request: WireRequest, now: Date): OutsideStep[] {
  const { status, status_notes, requested_datetime, updated_datetime } = request;
  const words = saidOutside(status_notes);
  const [began, changed] = [momentOf(requested_datetime) ?? now, momentOf(updated_datetime) ?? now];
  const taken: OutsideStep = { id: 'open', kind: 'dispatched', at: began < changed ? began : changed };
  const spoken = words === undefined ? {} : { words };
  switch (stateOf(request)) {
    case undefined:
      break;
    case 'submitted':
      return [];
    case 'resolved':
    case 'closed':
      return [taken, { id: 'closed', kind: 'finished', at: changed }];
    case 'referred':
    case 'withdrawn':
      return [{ id: 'returned', kind: 'returned', at: changed, ...spoken }];
    case 'accepted':
    case 'assigned':
    case 'in_progress':
    case 'waiting':
      return [taken];
  }
  if (status.toLowerCase() === 'closed')
    return [taken, { id: 'closed', kind: 'finished', at: changed, ...spoken }];
  const said = words && { id: `said-${fingerprint(words)}`, kind: 'replied' as const, at: changed, words };
  return said ? [taken, said] : [taken];
}

const fingerprint = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 16);

function momentOf(text: string | null | undefined): Date | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : new Date(ms);
}
