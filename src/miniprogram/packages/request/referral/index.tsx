import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type Category, useCatalogue } from '../../../backend/catalogue';
import { Button } from '../../../components/button';
import { Cell } from '../../../components/cell';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useRequestText } from '../text';
import { call } from '../../../platform/phone-call';
import { whenReady } from '../../../when-ready';

type Contact = Extract<Category, { kind: 'referral' }>['contacts'][number];

function ContactCard({ contact, first }: { contact: Contact; first: boolean }) {
  const t = useRequestText();
  const { name, call: number, hours, where } = contact;
  return (
    <View className="card">
      <View className="card-title">{t.of(name)}</View>
      {hours && <View className="quiet">{t.of(hours)}</View>}
      {where && <View className="quiet">{t.of(where)}</View>}
      {number && (
        <Button
          className="spaced"
          kind={first ? 'filled' : 'tint'}
          icon="phone"
          text={t('request.referral.call', { name: t.of(name) })}
          label={`${t('request.referral.call', { name: t.of(name) })} ${number}`}
          onTap={() => call(number)}
        />
      )}
    </View>
  );
}

/** Who is responsible, why, and how to reach them. Nothing is filed here. */
function ReferralPage() {
  const t = useRequestText();
  const { category: code } = useRouter().params;
  const catalogue = useCatalogue();
  return (
    <Loaded read={catalogue}>
      {({ categories }) => {
        const category = categories.find((other) => other.code === code);
        if (!category || category.kind === 'grid') return null;
        const contacts = category.kind === 'referral' ? category.contacts : [category.body];
        return (
          <Page title={t.of(category.name)}>
            <View className="headline">{t.of(category.hint)}</View>
            <View className="lead">{t.of(category.why)}</View>
            {contacts.map((contact, at) => (
              <ContactCard key={contact.name.en} contact={contact} first={at === 0} />
            ))}
            <View className="card flush">
              {category.kind === 'council' && (
                <Cell icon="clock" title={t('request.council.meets')} note={t.of(category.meets)} />
              )}
              <Cell
                icon="talk"
                title={t('request.referral.12345')}
                note={t('request.referral.12345.about')}
                onTap={() => call('12345')}
              />
            </View>
          </Page>
        );
      }}
    </Loaded>
  );
}

export default whenReady(ReferralPage);
