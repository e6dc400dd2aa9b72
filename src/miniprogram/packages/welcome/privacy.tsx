import { Page } from '../../components/page';
import { useText } from '../../locales';
import { PrivacyText } from './privacy-step';

/** The same text again, for whenever one wants to read it. */
export default function PrivacyPage() {
  const t = useText();
  return (
    <Page title={t('me.privacy')}>
      <PrivacyText />
    </Page>
  );
}
