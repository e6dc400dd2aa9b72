import { View } from '@tarojs/components';
import { useContext, useEffect, useState } from 'react';
import { PhoneContext } from '../backend/phone-context';
import { useText } from '../locales';
import { onPageMissing, reopen } from '../platform/page-missing';
import { asRole } from '../platform/role';
import { Button } from './button';
import { Root } from './root';
import { UnkeptRow } from './unkept-row';

/** In the place of a page that could not be loaded. What is not kept would be lost by reopening, so that is told too. */
export function PageMissing() {
  const t = useText();
  const phone = useContext(PhoneContext);
  const [missing, setMissing] = useState(false);
  useEffect(() => onPageMissing(() => setMissing(true)), []);
  if (!missing) return null;
  return (
    <Root className="over">
      {phone && <UnkeptRow />}
      <View className="card nothing" {...asRole('alert')}>
        <View>{t('common.page-missing')}</View>
        <Button text={t('common.reopen')} onTap={reopen} />
      </View>
    </Root>
  );
}
