import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { type Category, useCatalogue } from '../../../backend/catalogue';
import { useRead } from '../../../backend/queries';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { open } from '../../../paths';
import { call } from '../../../platform/phone-call';
import { whenReady } from '../../../when-ready';
import { answering, useBodies } from '../bodies';
import { Danger } from '../danger';
import { useRequestText } from '../text';
import { BodyCard } from './body-card';
import { ContactCard } from './contact-card';
import { NoticeFirst } from './notice-first';

type Entry = Exclude<Category, { kind: 'grid' }>;

/** The hotline has a row of its own below the others, and whom danger calls stands above them. */
const contactsOf = (entry: Entry) => {
  if (entry.kind === 'council') return [entry.body];
  const others = entry.contacts.filter(
    (contact) => contact.call === undefined || !['12345', entry.danger?.call].includes(contact.call),
  );
  return others.length > 0 ? others : entry.contacts;
};

/** Those of my place where the county listed them, else whom the catalogue names for everybody. */
function Responsible({ entry }: { entry: Entry }) {
  const t = useRequestText();
  const own = answering(entry.answeredBy ?? [], useBodies());
  if (own.length > 0) return own.map((body, at) => <BodyCard key={body.id} body={body} first={at === 0} />);
  return contactsOf(entry).map(({ name, call: number, hours, where }, at) => (
    <ContactCard
      key={name.en}
      name={t.of(name)}
      call={number}
      hours={hours && t.of(hours)}
      where={where && t.of(where)}
      first={at === 0}
    >
      {entry.kind === 'council' && <View className="spaced-above">{t.of(entry.meets)}</View>}
    </ContactCard>
  ));
}

/** To the card one keeps, or to the place where an invitation is used. */
function OwnCard() {
  const t = useRequestText();
  const mine = useRead('GET /v1/me/bodies', {}).data ?? [];
  return (
    <Cell
      icon="council"
      title={t(mine.length > 0 ? 'body.mine' : 'body.ours')}
      note={t('body.ours.about')}
      onTap={() => void Taro.navigateTo({ url: open.card })}
    />
  );
}

/** Danger first, then who is responsible, why, and how to reach them. Nothing is filed here. */
function ReferralPage() {
  const t = useRequestText();
  const { category: code } = useRouter().params;
  const catalogue = useCatalogue();
  return (
    <Loaded read={catalogue}>
      {({ categories }) => {
        const entry = categories.find((other) => other.code === code);
        if (!entry || entry.kind === 'grid') return null;
        return (
          <Page title={t.of(entry.name)}>
            {entry.kind === 'referral' && entry.danger && (
              <View className="card">
                <Danger danger={entry.danger} />
              </View>
            )}
            <View className="headline">{t.of(entry.hint)}</View>
            <View className="lead">{t.of(entry.why)}</View>
            <NoticeFirst category={entry} />
            <Responsible entry={entry} />
            <View className="card flush">
              <Cell
                icon="talk"
                title={t('request.referral.12345')}
                note={t('request.referral.12345.about')}
                onTap={() => call('12345')}
              />
              {entry.kind === 'council' && <OwnCard />}
            </View>
          </Page>
        );
      }}
    </Loaded>
  );
}

export default whenReady(ReferralPage);
