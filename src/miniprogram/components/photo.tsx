import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { usePhone } from '../backend/phone-context';
import { photoUrl } from '../platform/photos';
import { Icon } from './icon';
import { Tap } from './tap';
import { asRole } from '../platform/role';

/** A photo still on this phone, which can be taken out again. */
export function LocalPhoto({ photo, label, onRemove }: { photo: string; label: string; onRemove(): void }) {
  const [address, setAddress] = useState('');
  useEffect(() => void photoUrl(photo).then(setAddress, () => undefined), [photo]);
  return (
    <View className="photo">
      {address && <Image src={address} mode="aspectFill" aria-hidden />}
      <Tap className="off" label={label} onTap={onRemove}>
        <Icon name="close" />
      </Tap>
    </View>
  );
}

/** A photo that the server has, shown only to those it may be shown to. */
export function StoredPhoto({ id, label }: { id: string; label: string }) {
  const { client } = usePhone();
  const [address, setAddress] = useState('');
  useEffect(() => void client.download(id).then(setAddress, () => undefined), [client, id]);
  return (
    <View className="photo" {...asRole('img')} aria-label={label}>
      {address && <Image src={address} mode="aspectFill" aria-hidden />}
    </View>
  );
}
