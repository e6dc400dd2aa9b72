import { randomUUID } from 'node:crypto';
import type { RequestDeskSettings } from '../../src/backend/settings';
import type { OutsideMatter } from '../../src/contract/service-request/outside-desk';
import { type Asked, type Behave, cut, json, type Loopback, startLoopback } from './loopback';

/** A desk outside that answers at an address of this machine. */
export const deskAt = (
  protocol: RequestDeskSettings['protocol'],
  url: string,
  query: Record<string, string> = {},
): RequestDeskSettings => ({
  name: protocol === 'rest' ? 'county' : 'city',
  title:
    protocol === 'rest'
      ? { zh: '县综治平台', en: 'County platform' }
      : { zh: '市城管平台', en: 'City works' },
  protocol,
  url,
  query,
  key: protocol === 'rest' ? deskKey : 'open-millet',
});
export const deskKey = Buffer.alloc(24, 'sesame').toString('base64');

/** A matter as the dispatcher sends it. */
export const matterOf = (more: Partial<OutsideMatter> = {}): OutsideMatter => {
  const id = randomUUID();
  return {
    id,
    mark: `330106/7-${id.slice(0, 4)}`,
    serviceCode: 'rubbish',
    answers: { what: ['bulky', 'bags'], since: 'days' },
    description: '垃圾没人收\n沙发堆了三天',
    place: { text: '桂语苑 5 幢', point: { lng: 120.1, lat: 30.2 } },
    filedAt: new Date(),
    ...more,
  };
};

/** What a platform on this machine took, and how it answers: `answer` is its own way, to which a test returns. */
export interface Platform extends Loopback {
  taken: {
    id: string;
    said: Record<string, unknown>;
    steps: object[];
    status: string;
    notes: string | null;
  }[];
  answer: Behave;
  /** Takes the next one and does not say so. */
  loseAnswer: Behave;
  /** Takes the next one and says so when nobody listens any more. */
  answerLate: Behave;
}

async function platform(
  respond: (asked: Asked, taken: Platform['taken']) => { status: number; body: unknown },
): Promise<Platform> {
  const loopback = await startLoopback();
  const taken: Platform['taken'] = [];
  const last = (): Asked => loopback.asked.at(-1) ?? { method: '', path: '', headers: {}, body: '' };
  const answer: Behave = (response, request) => {
    const { status, body } = respond(last(), taken);
    json(status, body)(response, request);
  };
  const loseAnswer: Behave = (response, request) => {
    respond(last(), taken);
    cut(response, request);
  };
  const answerLate: Behave = (response, request) => {
    const { status, body } = respond(last(), taken);
    setTimeout(() => json(status, body)(response, request), 800);
  };
  loopback.behave(answer);
  return Object.assign(loopback, { taken, answer, loseAnswer, answerLate });
}

/** A county's platform, as docs/connect.md says: it knows a matter by our id. */
export const countyPlatform = (): Promise<Platform> =>
  platform(({ method, path, body }, taken) => {
    const id = method === 'POST' ? (JSON.parse(body) as { id: string }).id : (path.split('/').at(-1) ?? '');
    const known = taken.find((each) => each.id === id);
    if (method === 'GET')
      return known
        ? { status: 200, body: { reference: `c-${id}`, number: 'C-7', steps: known.steps } }
        : { status: 404, body: {} };
    const said = JSON.parse(body) as Record<string, unknown>;
    if (said['category'] === 'refused') return { status: 422, body: { reason: '不在本县管辖范围' } };
    if (!known) taken.push({ id, said, steps: [], status: 'open', notes: null });
    return { status: 200, body: { reference: `c-${id}`, number: 'C-7' } };
  });

/** A city's Open311 server: it knows nothing of ours, and takes what comes twice as two. */
export const open311City = (): Promise<Platform> =>
  platform(({ method, path, body }, taken) => {
    const wire = ({ id, said, status, notes }: Platform['taken'][number]) => ({
      service_request_id: id,
      status,
      status_notes: notes,
      description: said['description'],
      requested_datetime: '2026-11-24T10:00:00+08:00',
      updated_datetime: '2026-11-24T11:00:00+08:00',
    });
    if (method === 'POST') {
      const said = Object.fromEntries(new URLSearchParams(body));
      if (said['service_code'] === 'refused')
        return { status: 400, body: [{ code: 400, description: 'outside the city' }] };
      taken.push({ id: String(9000 + taken.length), said, steps: [], status: 'open', notes: null });
      return { status: 201, body: [{ service_request_id: taken.at(-1)?.id, account_id: null }] };
    }
    const one = /\/requests\/([^/.]+)\.json/.exec(path)?.[1];
    return { status: 200, body: taken.filter(({ id }) => one === undefined || id === one).map(wire) };
  });
