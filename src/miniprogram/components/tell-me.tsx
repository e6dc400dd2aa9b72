import { View } from '@tarojs/components';
import type { NudgeOffer } from '@contract/api';
import { useNudge } from '../backend/use-nudge';
import { useTextWith } from '../locales';
import { tellTexts } from '../locales/tell';
import { Cell } from './cell';

interface Props {
  kind: NudgeOffer['kind'];
  requestId?: string;
  /** Whether there is anything to tell of. */
  enabled?: boolean;
}

/** One message by WeChat when it moves: asked for by a tap, as often as one likes. Nothing where none can come. */
export function TellMe({ kind, requestId, enabled = true }: Props) {
  const t = useTextWith(tellTexts);
  const { offer, asked, ask } = useNudge(kind, requestId, enabled);
  if (!offer) return null;
  const { waiting } = offer;
  return (
    <View className="card">
      <Cell
        icon="bell"
        title={t(`tell.${kind}`)}
        note={waiting > 0 ? t('tell.waiting', { count: waiting }) : t(`tell.${kind}.about`)}
        onTap={ask}
        act
      />
      <View className="caption" aria-live="polite">
        {asked && t(`tell.${asked}`)}
      </View>
    </View>
  );
}
