import { View } from '@tarojs/components';
import type { Me } from '@contract/api';
import { useRead } from '../../../backend/queries';
import { Chips } from '../../../components/choice';

type Grant = Me['grants'][number];

/** A grid has nothing below it. */
const isGrid = (code: string): boolean => code.length === 15;

/** Where a choice begins: the only place somebody serves is chosen for them. */
export const startOf = (grants: readonly Grant[]): string[] => {
  const [only, ...others] = new Set(grants.map(({ node }) => node));
  return only && others.length === 0 ? [only] : [];
};

interface Props {
  grants: readonly Grant[];
  /** From the place I serve down to what was chosen. */
  chosen: readonly string[];
  label: string;
  /** Said above what lies below a choice. */
  finer: string;
  onChoose(chosen: string[]): void;
}

function Below({
  node,
  at,
  chosen,
  finer,
  onChoose,
}: Omit<Props, 'grants' | 'label'> & { node: string; at: number }) {
  const children = useRead('GET /v1/regions/:code', { params: { code: node } }, { open: true }).data
    ?.children;
  if (!children?.length) return null;
  return (
    <View className="spaced-above">
      <View className="asked">{finer}</View>
      <Chips
        label={finer}
        chosen={chosen.slice(at, at + 1)}
        options={children.map(({ code, name }) => ({ key: code, text: name }))}
        onChange={([code]) => onChoose([...chosen.slice(0, at), ...(code ? [code] : [])])}
      />
    </View>
  );
}

/** A place among those I serve, level by level: never one outside. */
export function PlacePicker({ grants, chosen, label, finer, onChoose }: Props) {
  const places = new Map(grants.map(({ node, nodeName }) => [node, nodeName]));
  return (
    <View>
      <View className="asked">{label}</View>
      <Chips
        label={label}
        chosen={chosen.slice(0, 1)}
        options={[...places].map(([key, text]) => ({ key, text }))}
        onChange={([node]) => onChoose(node ? [node] : [])}
      />
      {chosen.map((node, at) =>
        isGrid(node) ? null : (
          <Below key={node} node={node} at={at + 1} chosen={chosen} finer={finer} onChoose={onChoose} />
        ),
      )}
    </View>
  );
}
