import type { FromPhone } from '@contract/api/live';
import { actsOf } from '@contract/family/relation';
import { audienceTest, type Reader } from '@contract/notice/audience';
import { holds } from '@contract/role';
import { relationTo } from '@contract/service-request/access';
import { isOfTeam } from '@contract/service-request/behalf';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { Ports } from '../ports';
import type { Appeal } from '../ports/appeals';
import type { Announcement } from '../ports/messenger';
import type { DeskRequest } from '../ports/request-desk';
import type { Person } from '../ports/store';
import { inStretches } from './live-rounds';
import { closing, frameOf, LiveSocket } from './live-socket';
import { complaintAccess } from './complaint-access';
import { readersBy, waysOf } from './notice-view';

type LivePorts = Pick<
  Ports,
  | 'appeals'
  | 'messenger'
  | 'store'
  | 'requestDesk'
  | 'requestJoins'
  | 'noticeSource'
  | 'noticeReaders'
  | 'checkpoints'
  | 'colours'
  | 'family'
  | 'proposals'
  | 'complaints'
>;

export interface LiveOptions {
  /** How long a phone has to say who it is. */
  helloMs?: number;
  /** How often a sign of life is asked for. */
  pingMs?: number;
}

/** How long a phone has to answer a goodbye. */
const partingMs = 500;

/**
 * `GET /v1/live`: tells a phone the ids of what changed for it, and nothing of what concerns others.
 * Nothing is kept for a phone that is away: back again it names the last notice it has, or reads everything afresh.
 */
export async function bindLive(
  app: FastifyInstance,
  ports: LivePorts,
  { helloMs = 5_000, pingMs = 30_000 }: LiveOptions = {},
): Promise<void> {
  const { messenger, store } = ports;
  const open = new Set<LiveSocket>();
  const whomItConcerns = concerns(ports);

  const readersOf = async (person: Person): Promise<Reader[]> =>
    readersBy(await waysOf(ports.noticeReaders, person));

  async function tell(announcement: Announcement): Promise<void> {
    const { type, id } = announcement;
    if (type === 'person') return recheck(id);
    if (type === 'notice') return tellNotices();
    if (open.size === 0) return;
    if (type === 'colour') return tellColours(id);
    const isConcerned = await whomItConcerns({ type, id });
    const frame = frameOf({ type, id });
    await inStretches(open, (socket) => {
      if (isConcerned(socket.session.person)) socket.send(frame);
    });
  }

  /** The last notice that was told here. */
  let told = 0;

  /**
   * What came since, in its order, whichever of it was announced: by the time one is looked at, its event may have a newer
   * message, and told first that would hide from a phone what lies between the two.
   */
  async function tellNotices(): Promise<void> {
    for (const { eventId, seq, audiences } of await ports.noticeSource.since(told)) {
      // Whom an Update leaves out has it still: reading anew takes it away.
      const tests = audiences.map(audienceTest);
      const frame = frameOf({ type: 'notice', id: eventId, cursor: seq });
      await inStretches(open, (socket) => {
        if (tests.some((isFor) => socket.readers.some(isFor))) socket.notice(seq, frame);
      });
      told = seq;
    }
  }

  /** Each phone of those whose colour changed, and of whoever may show their code. */
  async function tellColours(batchId: string): Promise<void> {
    const changed = await ports.colours.changedIn(batchId);
    const heardBy = new Map(changed.map((id) => [id, [id]]));
    for (const { personId, actorId } of await ports.family.showing(changed))
      heardBy.set(actorId, [...(heardBy.get(actorId) ?? []), personId]);
    await inStretches(open, (socket) => {
      for (const each of heardBy.get(socket.session.person.id) ?? [])
        socket.send(frameOf({ type: 'colour', id: each }));
    });
  }

  /** Their name, home, grants or sessions are not what they were when they said hello. */
  async function recheck(personId: string): Promise<void> {
    for (const socket of [...open].filter((each) => each.session.person.id === personId)) {
      const found = await store.sessions.find(socket.token);
      if (!found.ok) {
        socket.close(closing.refused);
        continue;
      }
      socket.session = found.value;
      socket.readers = await readersOf(found.value.person);
      socket.send(frameOf({ type: 'person', id: found.value.person.id }));
    }
  }

  // Who could not be told reads afresh on their way back.
  const sendBack = (): void => void inStretches(open, (socket) => socket.close(closing.readAfresh));
  const failed = (error: unknown): void => {
    app.log.error({ err: error }, 'live');
    sendBack();
  };

  // One after the other: a phone that has heard of one has heard of all before it.
  let noticesTold = Promise.resolve();
  const hear = (announcement: Announcement): void => {
    if (announcement.type !== 'notice') return void tell(announcement).catch(failed);
    noticesTold = noticesTold.then(() => tell(announcement)).catch(failed);
  };

  async function greet(socket: WebSocket, message: string): Promise<void> {
    const hello = helloOf(message);
    const found = hello && (await store.sessions.find(hello.token));
    if (!hello || !found?.ok) {
      socket.send(frameOf({ type: 'refused', code: 'sign-in-required' }), { binary: false });
      return socket.close(closing.refused);
    }
    const readers = await readersOf(found.value.person);
    if (socket.readyState !== socket.OPEN) return;
    const live = new LiveSocket(socket, hello.token, found.value, readers);
    // Before it is asked what was missed: what comes from here on is held, and nothing falls between the two.
    open.add(live);
    socket.on('close', () => open.delete(live));
    const { after } = hello;
    // Whoever has nothing reads everything afresh: what is out by now is not told.
    if (after === undefined) return live.welcome([], await ports.noticeSource.last());
    live.welcome(await ports.noticeSource.newsAfter(readers, after), after);
  }

  app.get('/v1/live', { websocket: true, schema: { hide: true } }, (socket) => {
    const late = setTimeout(() => socket.close(closing.refused), helloMs);
    socket.on('close', () => clearTimeout(late));
    // A broken connection also closes: nothing more to do than not to fall over it.
    socket.on('error', () => socket.terminate());
    socket.once('message', (data) => {
      clearTimeout(late);
      greet(socket, String(data)).catch((error: unknown) => {
        app.log.error({ err: error }, 'live');
        socket.close(closing.readAfresh);
      });
    });
  });

  const stopHearing = await messenger.subscribe(hear, sendBack);
  told = await ports.noticeSource.last();
  const pinging = setInterval(() => void inStretches(open, (socket) => socket.ping()), pingMs);
  // By now every phone has been told that the server goes; one that does not answer is not waited for.
  app.addHook('preClose', async () => {
    clearInterval(pinging);
    await stopHearing();
    setTimeout(() => app.websocketServer.clients.forEach((socket) => socket.terminate()), partingMs);
  });
}

/** A test for whom an announcement is: asked of the database once, then of every open socket. */
const concerns = (ports: LivePorts) => {
  const { appeals, complaints, family, requestDesk, requestJoins, checkpoints, proposals } = ports;
  const { roles } = complaintAccess(ports);
  return async ({
    type,
    id,
  }: {
    type: Exclude<Announcement['type'], 'person' | 'colour' | 'notice'>;
    id: string;
  }): Promise<(person: Person) => boolean> => {
    if (type === 'exposure-notice' || type === 'emergency') return () => true;
    if (type === 'proposal') {
      const proposal = await proposals.get(id);
      return (person) =>
        proposal !== undefined &&
        (holds(person.grants, 'officer', proposal.node) || proposal.proposedBy.personId === person.id);
    }
    if (type === 'duty') {
      const duty = await checkpoints.duty(id);
      const checkpoint = duty && (await checkpoints.get(duty.checkpointId));
      return (person) =>
        checkpoint !== undefined &&
        (duty?.personId === person.id || holds(person.grants, 'officer', checkpoint.node));
    }
    if (type === 'complaint') {
      const complaint = await complaints.get(id);
      const roleOf = complaint && (await roles(complaint));
      return (person) => roleOf !== undefined && roleOf(person) !== 'none';
    }
    if (type === 'appeal') return concernedBy(await appeals.get(id), family);
    const request = await requestDesk.get(id);
    if (!request) return () => false;
    const following = await followersOf(request, { family, requestJoins });
    return (person) =>
      following.has(person.id) ||
      relationTo(request, { personId: person.id, grants: person.grants }) !== 'none';
  };
};

/** The person, those who act for them, who carried it, and the officers of their place: some of them may hear it. */
async function concernedBy(
  appeal: Appeal | undefined,
  family: LivePorts['family'],
): Promise<(person: Person) => boolean> {
  if (!appeal) return () => false;
  const acting = (await family.actingFor(appeal.personId)).map(({ actorId }) => actorId);
  const theirs = new Set([appeal.personId, appeal.filedBy, ...acting]);
  return (person) => theirs.has(person.id) || holds(person.grants, 'officer', appeal.home);
}

/** Who acts for the filer and may see it, and the neighbours who joined. */
async function followersOf(
  request: DeskRequest,
  { family, requestJoins }: Pick<LivePorts, 'family' | 'requestJoins'>,
): Promise<Set<string>> {
  const acting = isOfTeam(request.behalf) ? [] : await family.actingFor(request.filerId);
  const seeing = acting.filter(
    (relation) =>
      actsOf(relation).includes('read') ||
      (request.filedBy === relation.actorId && actsOf(relation).includes('file')),
  );
  const joined = request.spot ? await requestJoins.followers(request.id) : [];
  return new Set([...seeing.map(({ actorId }) => actorId), ...joined]);
}

/** Undefined for anything else. A cursor that is none counts as not given: everything is read afresh. */
function helloOf(message: string): Pick<FromPhone, 'token' | 'after'> | undefined {
  try {
    const hello = JSON.parse(message) as Partial<FromPhone> | null;
    if (hello?.type !== 'hello' || typeof hello.token !== 'string') return undefined;
    const { token, after } = hello;
    return Number.isSafeInteger(after) && Number(after) >= 0 ? { token, after: Number(after) } : { token };
  } catch {
    return undefined;
  }
}
