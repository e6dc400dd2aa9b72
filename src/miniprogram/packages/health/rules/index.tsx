import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Page } from '../../../components/page';
import { Loaded, Nothing } from '../../../components/states';
import '../../../look/open-rules.scss';
import { whenReady } from '../../../when-ready';
import { RuleCard } from './rule-card';
import { useRulesText } from './text';
import '../../../look/health.scss';

/** The rules in force, for anybody to read; from a reason, the one it names first. */
function RulesPage() {
  const t = useRulesText();
  const asked = useRouter().params['rule'];
  const [all, setAll] = useState(false);
  const rules = useRead('GET /v1/health-rules', {}, { open: true });
  return (
    <Page title={t('rules.title')}>
      <View className="lead">{t('rules.about')}</View>
      <Loaded read={rules}>
        {(list) => {
          const one = list.filter(({ Identifier }) => Identifier === asked);
          const shown = all || one.length === 0 ? list : one;
          if (list.length === 0)
            return <Nothing icon="book" title={t('rules.none')} about={t('rules.none.about')} />;
          return (
            <View>
              {shown.map((rule) => (
                <RuleCard key={rule.Identifier} rule={rule} t={t} />
              ))}
              {shown.length < list.length && (
                <View className="lead">
                  <Button
                    kind="outline"
                    text={t('rules.all', { count: list.length })}
                    onTap={() => setAll(true)}
                  />
                </View>
              )}
              <View className="lead after">{t('rules.two')}</View>
            </View>
          );
        }}
      </Loaded>
    </Page>
  );
}

export default whenReady(RulesPage);
