import { View } from '@tarojs/components';
import { useRead } from '../../backend/queries';
import { usePhone } from '../../backend/phone-context';
import { Cell } from '../../components/cell';
import { useText } from '../../locales';
import { become } from '../../platform/environment';

/** In the demo: whom to be. In production the server offers nobody, and nothing is drawn. */
export function Personas() {
  const t = useText();
  const { session, client } = usePhone();
  const { data } = useRead('GET /v1/demo/personas', {}, { open: true });
  if (!data || data.length === 0) return null;
  const choose = (id: string): void => {
    if (!become(id)) void session.signIn(client, { provider: 'demo', code: id });
  };
  return (
    <View>
      <View className="headline">{t('welcome.demo')}</View>
      <View className="lead">{t('welcome.demo.about')}</View>
      <View className="card flush">
        {data.map(({ id, name, what }) => (
          <Cell key={id} icon="me" title={name} note={t.of(what)} onTap={() => choose(id)} />
        ))}
      </View>
    </View>
  );
}
