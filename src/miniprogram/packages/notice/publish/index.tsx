import { View } from '@tarojs/components';
import type { NoticeInfo } from '@contract/api';
import type { NoticeCategory, Severity } from '@contract/notice/notice';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { CallFailed } from '../../../backend/client';
import { useMe } from '../../../backend/me';
import { usePhone } from '../../../backend/phone-context';
import { useRead } from '../../../backend/queries';
import { useKey } from '../../../backend/use-key';
import { Button } from '../../../components/button';
import { Chips } from '../../../components/choice';
import { Field } from '../../../components/field';
import { Foot } from '../../../components/foot';
import { Page } from '../../../components/page';
import { SeverityTag } from '../../../components/shape-tag';
import { useText } from '../../../locales';
import { whenReady } from '../../../when-ready';
import { asRole } from '../../../platform/role';

const severities: readonly Severity[] = ['Minor', 'Moderate', 'Severe', 'Extreme'];
const categories = [
  'Infra',
  'Health',
  'Met',
  'Transport',
  'Safety',
  'Other',
] as const satisfies readonly NoticeCategory[];
const dayMs = 24 * 60 * 60 * 1000;

/** Write, look at it as residents will, send. What is out cannot be called back. */
function PublishPage() {
  const t = useText();
  const { client, queries } = usePhone();
  const grant = useMe().data?.grants.find(({ role }) => role === 'officer');
  const under = useRead(
    'GET /v1/regions/:code',
    { params: { code: grant?.node ?? '' } },
    { open: true, enabled: grant !== undefined },
  );
  const [headline, setHeadline] = useState('');
  const [english, setEnglish] = useState('');
  const [description, setDescription] = useState('');
  const [severity, setSeverity] = useState<Severity>('Minor');
  const [category, setCategory] = useState<(typeof categories)[number]>('Other');
  const [days, setDays] = useState('7');
  const [nodes, setNodes] = useState<string[]>([]);
  const [looking, setLooking] = useState(false);
  const [failed, setFailed] = useState<CallFailed>();
  const { onceFor } = useKey();

  const whole = grant && { key: grant.node, text: t('publish.to.whole', { place: grant.nodeName }) };
  const parts = (under.data?.children ?? []).map(({ code, name }) => ({ key: code, text: name }));
  const to = nodes.length > 0 ? nodes : grant ? [grant.node] : [];
  const names = [...(whole ? [whole] : []), ...parts]
    .filter((option) => to.includes(option.key))
    .map(({ text }) => text);

  const send = async (): Promise<void> => {
    const info: NoticeInfo[] = [
      { language: 'zh', headline: headline.trim(), description: description.trim() },
    ];
    if (english.trim())
      info.push({ language: 'en', headline: english.trim(), description: description.trim() });
    try {
      await client.call(
        'POST /v1/notices',
        await onceFor([severity, category, info, to, days], () => ({
          severity,
          category,
          info,
          audience: { include: to },
          expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString(),
        })),
      );
      await queries.invalidateQueries();
      await Taro.switchTab({ url: '/pages/notices/index' });
    } catch (error) {
      if (error instanceof CallFailed) setFailed(error);
      else throw error;
    }
  };

  if (looking) {
    return (
      <Page title={t('publish.check')} foot>
        <View className="card">
          <View className="asked">{t('publish.residents-see')}</View>
          <View className="card-title">{headline}</View>
          <View>{description}</View>
          <View className="tags-row">
            <View className="tag">{grant?.nodeName}</View>
            <SeverityTag severity={severity} />
          </View>
        </View>
        <View className="card">
          <View className="asked">{t('publish.to')}</View>
          {names.map((name) => (
            <View key={name}>{name}</View>
          ))}
        </View>
        {failed && (
          <View className="lead after" {...asRole('alert')}>
            {t.error(failed)}
          </View>
        )}
        <Foot said={t('publish.no-recall')}>
          <Button kind="outline" text={t('publish.change')} onTap={() => setLooking(false)} />
          <Button text={t('publish.send')} onTap={() => void send()} />
        </Foot>
      </Page>
    );
  }
  return (
    <Page title={t('publish.title')} foot>
      <View className="card">
        <Field
          label={t('publish.headline')}
          hint={t('publish.headline.hint')}
          maxLength={160}
          value={headline}
          onChange={setHeadline}
        />
        <Field
          label={t('publish.description')}
          hint={t('publish.description.hint')}
          long
          maxLength={8000}
          value={description}
          onChange={setDescription}
        />
        <Field label={t('publish.english')} maxLength={160} value={english} onChange={setEnglish} />
      </View>
      <View className="card">
        <View className="asked">{t('publish.severity')}</View>
        <Chips
          label={t('publish.severity')}
          chosen={[severity]}
          options={severities.map((one) => ({ key: one, text: t(`severity.${one}`) }))}
          onChange={([one]) => one && setSeverity(one as Severity)}
        />
        <View className="asked spaced-above">{t('publish.category')}</View>
        <Chips
          label={t('publish.category')}
          chosen={[category]}
          options={categories.map((one) => ({ key: one, text: t(`category.${one}`) }))}
          onChange={([one]) => one && setCategory(one as (typeof categories)[number])}
        />
        <View className="asked spaced-above">{t('publish.until')}</View>
        <Chips
          label={t('publish.until')}
          chosen={[days]}
          options={['1', '3', '7', '30'].map((count) => ({ key: count, text: t('publish.days', { count }) }))}
          onChange={([one]) => one && setDays(one)}
        />
      </View>
      <View className="card">
        <View className="asked">{t('publish.to')}</View>
        <Chips
          label={t('publish.to')}
          multiple
          chosen={to}
          options={[...(whole ? [whole] : []), ...parts]}
          onChange={(chosen) =>
            setNodes(chosen.length > 1 ? chosen.filter((node) => node !== grant?.node) : chosen)
          }
        />
      </View>
      <Foot said={t('publish.no-recall')}>
        <Button
          text={t('publish.next')}
          disabled={headline.trim() === '' || description.trim() === '' || !grant}
          onTap={() => setLooking(true)}
        />
      </Foot>
    </Page>
  );
}

export default whenReady(PublishPage);
