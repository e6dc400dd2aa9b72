import { View } from '@tarojs/components';
import { type Figures, notRemit, ratings, satisfaction, shareOf } from '@contract/figures/figures';
import { Cell } from '../../../components/cell';
import { type FiguresSpeech, useFiguresText } from './text';

const share = (count: number, of: number | null, t: FiguresSpeech): string =>
  of === null ? t('figures.no-share') : t('figures.share', { count, percent: Math.round(of * 100) });

/** What was counted of some matters, a line each. */
export function Summary({ title, figures }: { title: string; figures: Figures }) {
  const t = useFiguresText();
  const { filed, inTime, overdue, reopened, notConfirmed, referred, rated, medianHours } = figures;
  const said = ratings.reduce((sum, rating) => sum + rated[rating], 0);
  return (
    <View className="card flush">
      <View className="card-title figures-title">{title}</View>
      <Cell title={t('figures.filed')} value={String(filed)} />
      <Cell title={t('figures.in-time')} value={share(inTime, shareOf(inTime, filed), t)} />
      <Cell title={t('figures.overdue')} value={share(overdue, shareOf(overdue, filed), t)} />
      <Cell title={t('figures.reopened')} value={String(reopened)} />
      <Cell title={t('figures.not-confirmed')} value={String(notConfirmed)} />
      <Cell
        title={t('figures.median')}
        value={
          medianHours === null
            ? t('figures.no-share')
            : t('figures.hours', { count: Math.round(medianHours * 10) / 10 })
        }
      />
      <Cell
        title={t('figures.satisfied')}
        value={share(said === 0 ? 0 : rated.satisfied, satisfaction(figures), t)}
      />
      <Cell title={t('figures.not-remit')} value={share(referred, notRemit(figures), t)} />
    </View>
  );
}
