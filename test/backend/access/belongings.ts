import type { Content } from '../../../src/contract/notice/content';
import { messageOf } from '../../../src/contract/notice/message';
import { noticeContent, publishedOf } from '../../support/notices';
import type { Ports } from '../../../src/backend/ports';
import { randomUUID } from 'node:crypto';
import { drawnPhoto } from '../../support/photos';
import { onDemand, once, type Using } from './on-demand';
import { familyBelongings, type FamilyBelongings } from './family-belongings';
import { community, personaOf, points, west, type WorldRole } from '../../support/world';

/** What they wrote in their request. */
export const requestWords = '只给办这件事的人看';
const picture = drawnPhoto(8, 8);

/** Things of the resident's, made anew for every try, so that no try sees what another did. */
export interface Belongings extends FamilyBelongings {
  resident: string;
  persona: string;
  /** Of a phone of theirs. */
  periodicToken: string;
  /** Theirs, and part of nothing. */
  freePhoto: string;
  requestPhoto: string;
  /** Filed by them to their grid, version 1. */
  request: string;
  /** Theirs too, of a thing in a public place; the neighbour joined. */
  streetRequest: string;
  /** Taken by their worker, who is expected in two hours, version 2. */
  visited: string;
  /** About the app, with a photo. */
  complaint: string;
  complaintPhoto: string;
  /** About how a request of the resident that nobody has acted on was handled. */
  handlingComplaint: string;
  /** Of their health, by themselves. */
  declaration: string;
  /** That they were in contact: said by their worker, waiting for a second. */
  proposal: string;
  /** Against a yellow code, with a photo; the officer of their community is on duty to hear it. Version 2. */
  appeal: string;
  appealPhoto: string;
  /** Published for their grid. */
  askingNotice: string;
  /** Whose list of doors is open, with theirs on it. */
  openList: string;
  noticeDraft: string;
  notice: string;
  /** The content of a photo. */
  picture: Buffer;
  /** When it was made. */
  now: Date;
  /** In their grid, with a notice about it. */
  venue: string;
  exposureNotice: string;
  /** In force in their county. */
  emergency: string;
  /** Of their community; their phone is it now. */
  checkpoint: string;
  duty: string;
  setUpCode: string;
  /** Of their community; they keep its card. */
  body: string;
  /** For whoever keeps it next. */
  bodyInvitation: string;
}

const hourMs = 60 * 60 * 1000;

/** Each is made when it is first asked for. */
export async function belongings(
  ports: Ports,
  people: Record<WorldRole, string>,
): Promise<Using<Belongings>> {
  const {
    appeals,
    bodies,
    complaints,
    declarations,
    dutyRoster,
    family,
    fileStore,
    requestDesk,
    requestJoins,
    noticeSource,
    noticeDrafts,
    noticeReaders,
    venues,
    visits,
    checkpoints,
    emergencies,
    proposals,
    store,
    clock,
  } = ports;
  const { resident, worker, officer } = people;
  const photo = async (): Promise<string> => {
    const stored = await fileStore.put(resident, await picture);
    if (!stored.ok) throw new Error(stored.failure);
    return stored.value.id;
  };
  const phone = once(async () => {
    const session = await store.sessions.find((await store.sessions.open(resident)).token);
    if (!session.ok) throw new Error(session.failure);
    return session.value.id;
  });
  const filed = once(async () => {
    const requestPhoto = await photo();
    const { id } = await requestDesk.file({
      category: 'rubbish',
      catalogueVersion: '1',
      filerId: resident,
      node: west,
      answers: { what: ['bulky'], since: 'days' },
      words: requestWords,
      photos: [requestPhoto],
      place: { text: '桂语苑 1 幢' },
    });
    return { id, requestPhoto };
  });
  const visited = once(async () => {
    const filing = {
      category: 'home-help',
      catalogueVersion: '1',
      filerId: resident,
      node: west,
      answers: { help: 'mend', when: ['any'] },
      words: requestWords,
      photos: [],
      place: { text: '桂语苑 1 幢' },
    };
    const { id, version } = await requestDesk.file(filing);
    const accept = { event: 'accept', role: 'handler', actorId: worker, state: 'accepted' } as const;
    await requestDesk.append(id, version, { ...accept, photos: [] }, worker);
    // What was tried before is arranged no more: nobody is expected at two doors at once.
    const now = clock.now().getTime();
    const week = { from: now, until: now + 168 * hourMs };
    for (const { requestId } of await visits.booked(worker, week)) await visits.clear(requestId);
    const booked = { from: now + 2 * hourMs, until: now + 3 * hourMs };
    const done = await visits.arrange(id, { workerId: worker, offered: [], booked, moves: 0 });
    if (!done.ok) throw new Error(done.failure);
    return id;
  });
  const appealed = once(async () => {
    await dutyRoster.write(
      community,
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        node: community,
        personId: officer,
        on: { weekday },
        from: '00:00',
        until: '00:00',
      })),
      officer,
    );
    // What was tried before may have made them family, who hear nothing of one another's.
    for (const { id, personId } of await family.of(resident)) if (personId === officer) await family.end(id);
    const appealPhoto = await photo();
    const now = clock.now();
    const filed = await appeals.file({
      personId: resident,
      filedBy: resident,
      way: 'self',
      home: west,
      node: community,
      reason: {
        rule: 'LL-Y-0003',
        version: '1.0.0',
        colour: 'yellow',
        reason: { zh: '', en: '' },
        source: 'official',
        from: { zh: '', en: '' },
        factId: randomUUID(),
        since: now.toISOString(),
        until: now.toISOString(),
        wayBack: [],
      },
      dueAt: new Date(now.getTime() + 2 * hourMs),
      words: requestWords,
      photos: [appealPhoto],
    });
    if (!filed.ok) throw new Error(filed.failure);
    const { id, version } = filed.value;
    const step = {
      event: 'stand',
      role: 'system',
      actorId: null,
      state: 'waiting',
      node: community,
    } as const;
    await appeals.append(id, version, { ...step, photos: [] });
    return { id, appealPhoto };
  });
  const complained = once(async () => {
    const complaintPhoto = await photo();
    const { id } = await complaints.file({
      filerId: resident,
      county: '330106',
      kind: 'complaint',
      photoId: complaintPhoto,
      words: '字太小',
      answerBy: clock.now(),
    });
    return { id, complaintPhoto };
  });
  const complainedOfHandling = once(async () => {
    const request = await requestDesk.file({
      category: 'rubbish',
      catalogueVersion: '1',
      filerId: resident,
      node: west,
      answers: { what: ['bulky'], since: 'days' },
      words: requestWords,
      photos: [],
      place: { text: '桂语苑 1 幢' },
    });
    const filed = await complaints.file({
      filerId: resident,
      county: '330106',
      kind: 'handling',
      photoId: null,
      words: '没人来',
      answerBy: clock.now(),
      handling: { requestId: request.id, node: community },
    });
    return filed.id;
  });
  const venue = once(async () => (await venues.add({ name: '桂语菜场', node: west })).id);
  const checkpoint = once(async () => {
    const opened = { name: '东门', node: community, deskPhone: '0571-0808 0808' };
    return (await checkpoints.open(opened)).id;
  });
  const body = once(async () => {
    const listed = { kind: 'residents-council', name: randomUUID(), node: community } as const;
    const put = await bodies.putContacts([{ ...listed, where: '议事厅', agenda: [] }]);
    return (await bodies.keepBy(put.invitations[0]?.code ?? '', resident))?.id ?? '';
  });
  const inAnHour = new Date(clock.now().getTime() + hourMs);
  return onDemand<Belongings>({
    ...(await familyBelongings(ports, people)),
    resident: () => Promise.resolve(resident),
    persona: () => Promise.resolve(personaOf('resident')),
    periodicToken: async () => store.sessions.periodicToken(await phone()),
    freePhoto: photo,
    requestPhoto: async () => (await filed()).requestPhoto,
    request: async () => (await filed()).id,
    async streetRequest() {
      const { id } = await requestDesk.file({
        category: 'rubbish',
        catalogueVersion: '1',
        filerId: resident,
        node: west,
        answers: { what: ['bulky'], since: 'days' },
        words: requestWords,
        photos: [],
        place: { text: '桂语苑 1 幢' },
        spot: { kind: 'point', point: points.west, name: '1 幢' },
      });
      await requestJoins.join(id, people.neighbour);
      return id;
    },
    visited,
    appeal: async () => (await appealed()).id,
    appealPhoto: async () => (await appealed()).appealPhoto,
    complaint: async () => (await complained()).id,
    handlingComplaint: complainedOfHandling,
    complaintPhoto: async () => (await complained()).complaintPhoto,
    async declaration() {
      const declared = await declarations.file(
        { personId: resident, declaredBy: resident },
        { symptoms: [], contact: false },
        [],
      );
      return declared.id;
    },
    async proposal() {
      const by = await store.people.get(people.worker);
      const fact = {
        kind: 'close-contact',
        values: {},
        from: { zh: '西湖区疾控中心', en: 'Xihu CDC' },
        since: new Date(clock.now().getTime() - hourMs).toISOString(),
      };
      const filed =
        by && (await proposals.propose({ kind: 'fact', personId: resident, fact }, by, '流调报告 12 号'));
      if (!filed?.ok) throw new Error(filed?.failure);
      return filed.value.id;
    },
    async notice() {
      const content = noticeContent({ include: [west] }, { headline: '只给第 1 网格' });
      const by = { authorId: officer, node: community };
      return publishedOf(await noticeSource.publish(messageOf(content, by))).eventId;
    },
    async askingNotice() {
      const content = { ...noticeContent({ include: [west] }), acknowledge: true };
      const by = { authorId: officer, node: community };
      return publishedOf(await noticeSource.publish(messageOf(content, by))).eventId;
    },
    async openList() {
      await noticeReaders.change(resident, { door: '201' });
      const now = clock.now().getTime();
      const [knockAt, expiresAt] = [now - hourMs, now + hourMs].map((at) => new Date(at).toISOString());
      const content = { ...noticeContent({ include: [west] }), acknowledge: true, knockAt, expiresAt };
      const by = { authorId: officer, node: community };
      return publishedOf(await noticeSource.publish(messageOf(content as Content, by))).eventId;
    },
    async noticeDraft() {
      const content = noticeContent({ include: [west] });
      return (await noticeDrafts.add({ authorId: officer, node: community, content })).id;
    },
    picture: () => picture,
    now: () => Promise.resolve(clock.now()),
    venue,
    async exposureNotice() {
      const published = await venues.publish({
        venueId: await venue(),
        from: new Date(clock.now().getTime() - hourMs),
        until: clock.now(),
        advice: { zh: '这几天留意身体', en: 'Mind how you feel' },
        publisherId: officer,
      });
      return published.id;
    },
    emergency: async () => (await emergencies.inForce())?.id ?? '',
    checkpoint,
    async duty() {
      const guard = { checkpointId: await checkpoint(), personId: resident, sessionId: await phone() };
      return (await checkpoints.begin(guard, inAnHour)).id;
    },
    body,
    bodyInvitation: async () => bodies.invite(await body(), inAnHour),
    setUpCode: async () => checkpoints.setUpCode(await checkpoint(), inAnHour),
  });
}
