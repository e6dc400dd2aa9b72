import type { PublishedNotice } from '../../../src/backend/ports/notice-source';
import type { Stage } from './stage';

/** So many people who live in a place, where it takes many to be counted. */
export async function crowd(stage: Stage, node: string, people: number): Promise<string[]> {
  const { store } = stage.app.ports;
  const ids: string[] = [];
  for (let at = 0; at < people; at += 1) {
    const { id } = await store.people.of({ provider: 'demo', subject: `crowd of ${node}: ${at}` });
    await store.people.change(id, { home: { node, building: null } });
    ids.push(id);
  }
  return ids;
}

/** Most of them have it, half have opened it, some have said that they know. */
export async function reaches(
  stage: Stage,
  notice: PublishedNotice,
  people: readonly string[],
): Promise<void> {
  const { noticeSource } = stage.app.ports;
  for (const [at, id] of people.entries()) {
    if (at % 10 < 8) await noticeSource.delivered(id, notice.seq);
    if (at % 10 < 5) await noticeSource.markRead(notice.id, id);
    if (at % 10 < 3) await noticeSource.acknowledge(notice.eventId, id, id);
  }
}
