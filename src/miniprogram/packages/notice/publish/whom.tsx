import { View } from '@tarojs/components';
import type { Me } from '@contract/api';
import type { Audience } from '@contract/notice/audience';
import { isBarred, isChosen, isPartly, shortNames, toggled } from '@contract/notice/choosing';
import { codeLengths } from '@contract/region/code';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Foot } from '../../../components/foot';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import { useAuthorText } from '../author-text';
import { useBuildings } from '../parts/names';

type Grant = Me['grants'][number];

interface Props {
  /** Where I may publish. */
  grants: readonly Grant[];
  audience: Audience;
  /** Where the tree is opened. */
  at?: string | undefined;
  onChange(audience: Audience): void;
  onBack(): void;
  onNext(): void;
}

interface NodeProps {
  node: string;
  name: string;
  audience: Audience;
  onChange(audience: Audience): void;
}

/** A node to be ticked whole; in part where only some of it is meant. */
function Whole({ node, name, audience, onChange, onOpen }: NodeProps & { onOpen?: () => void }) {
  const t = useAuthorText();
  const on = isChosen(audience, node);
  const partly = isPartly(audience, node);
  const barred = isBarred(audience, node);
  return (
    <View className="node-row">
      <Tap
        className="node"
        role="checkbox"
        chosen={on}
        disabled={barred}
        label={name}
        onTap={() => onChange(toggled(audience, node))}
      >
        <View className={on ? 'tick on' : 'tick'}>{on && <Icon name="check" />}</View>
        <View className="words">
          <View>{name}</View>
          {partly && <View className="caption">{t(on ? 'author.partly.but' : 'author.partly')}</View>}
        </View>
      </Tap>
      {onOpen && (
        <Tap className="node-open" label={t('author.open', { name })} role="link" onTap={onOpen}>
          <Icon name="right" />
        </Tap>
      )}
    </View>
  );
}

function Buildings({ node, audience, onChange }: Omit<NodeProps, 'name'>) {
  const t = useAuthorText();
  const buildings = useBuildings(node).data ?? [];
  if (buildings.length === 0) return null;
  const called = buildings.map(({ name }) => name);
  const names = shortNames(called, called);
  const chosen = buildings.filter(({ code }) => isChosen(audience, code)).map(({ code }) => code);
  return (
    <View className="card">
      <View className="asked">{t('author.buildings')}</View>
      <Chips
        multiple
        label={t('author.buildings')}
        chosen={chosen}
        options={buildings.map(({ code }, at) => ({ key: code, text: names[at] ?? '' }))}
        onChange={(next) => {
          const changed = [...next, ...chosen].find((code) => next.includes(code) !== chosen.includes(code));
          if (changed !== undefined) onChange(toggled(audience, changed));
        }}
      />
    </View>
  );
}

/** To whom: any node of what one serves, down to the buildings, each with exceptions. */
export function Whom({ grants, audience, at, onChange, onBack, onNext }: Props) {
  const t = useAuthorText();
  const roots = [...new Map(grants.map(({ node, nodeName }) => [node, nodeName]))];
  const [only, ...otherRoots] = roots;
  const begin = at ?? (only && otherRoots.length === 0 ? only[0] : undefined);
  const [path, setPath] = useState<readonly string[]>(begin === undefined ? [] : pathTo(begin, roots));
  const node = path.at(-1);
  const region = useRead(
    'GET /v1/regions/:code',
    { params: { code: node ?? '' } },
    { open: true, enabled: node !== undefined },
  ).data;
  const below = node === undefined ? roots.map(([code, name]) => ({ code, name })) : (region?.children ?? []);
  const up = path.length > 1 || (path.length === 1 && otherRoots.length > 0);
  const isGrid = node?.length === codeLengths.grid;
  return (
    <>
      {node !== undefined && region && (
        <View className="card flush">
          {up && (
            <Tap className="node-up" onTap={() => setPath(path.slice(0, -1))}>
              <Icon name="left" />
              {t('author.up')}
            </Tap>
          )}
          <Whole
            node={node}
            name={t('author.whole', { place: region.name })}
            audience={audience}
            onChange={onChange}
          />
        </View>
      )}
      {node !== undefined && isGrid && <Buildings node={node} audience={audience} onChange={onChange} />}
      {!isGrid && below.length > 0 && (
        <View className="card flush">
          {below.map(({ code, name }) => (
            <Whole
              key={code}
              node={code}
              name={name}
              audience={audience}
              onChange={onChange}
              onOpen={() => setPath([...path, code])}
            />
          ))}
        </View>
      )}
      <Foot said={t('author.whom.said')}>
        <Button kind="outline" text={t('author.back')} onTap={onBack} />
        <Button text={t('author.next.check')} disabled={audience.include.length === 0} onTap={onNext} />
      </Foot>
    </>
  );
}

/** From the place I serve down to a node. */
function pathTo(node: string, roots: readonly (readonly [string, string])[]): string[] {
  const root = roots.map(([code]) => code).find((code) => node.startsWith(code));
  if (root === undefined) return [];
  const between = Object.values(codeLengths).filter(
    (length) => length > root.length && length <= Math.min(node.length, codeLengths.grid),
  );
  return [root, ...between.map((length) => node.slice(0, length))];
}
