import type { BodyKind } from '@contract/body/body';
import type { Card } from '@contract/body/card';
import type { Body } from '../../../ports/bodies';

export const bodyColumns = [
  'body.id',
  'body.node',
  'body.kind',
  'body.name',
  'body.call',
  'body.address',
  'body.hours',
  'body.meets_at',
  'body.meets_where',
  'body.agenda',
  'body.kept_by_itself',
  'body.touched_at',
] as const;

interface Row {
  id: string;
  node: string;
  kind: string;
  name: string;
  call: string | null;
  address: string | null;
  hours: string | null;
  meets_at: Date | null;
  meets_where: string | null;
  agenda: string[];
  kept_by_itself: boolean;
  touched_at: Date;
}

export const bodyOf = (row: Row): Body => ({
  id: row.id,
  node: row.node,
  kind: row.kind as BodyKind,
  name: row.name,
  ...(row.call === null ? {} : { call: row.call }),
  ...(row.address === null ? {} : { where: row.address }),
  ...(row.hours === null ? {} : { hours: row.hours }),
  ...(row.meets_at === null ? {} : { meetsAt: row.meets_at.getTime() }),
  ...(row.meets_where === null ? {} : { meetsWhere: row.meets_where }),
  agenda: row.agenda,
  keptByItself: row.kept_by_itself,
  touchedAt: row.touched_at.getTime(),
});

export const cardColumns = (card: Card) => ({
  call: card.call ?? null,
  address: card.where ?? null,
  hours: card.hours ?? null,
  meets_at: card.meetsAt === undefined ? null : new Date(card.meetsAt),
  meets_where: card.meetsWhere ?? null,
  agenda: [...card.agenda],
});
