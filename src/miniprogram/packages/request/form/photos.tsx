import { Text, View } from '@tarojs/components';
import { Icon } from '../../../components/icon';
import { LocalPhoto } from '../../../components/photo';
import { Tap } from '../../../components/tap';
import { useText } from '../../../locales';
import { choosePhotos, removePhoto } from '../../../platform/photos';

interface Props {
  photos: readonly string[];
  most: number;
  onChange(photos: string[]): void;
}

/** Photos kept on the phone until the server has them. */
export function Photos({ photos, most, onChange }: Props) {
  const t = useText();
  const add = (): void =>
    void choosePhotos(most - photos.length).then((more) => onChange([...photos, ...more]));
  const remove = (photo: string): void => {
    onChange(photos.filter((other) => other !== photo));
    void removePhoto(photo);
  };
  return (
    <View className="question">
      <View className="asked">
        <Text>{t('request.photos', { count: photos.length, max: most })}</Text>
        <Text className="caption">{t('request.photos.who')}</Text>
      </View>
      <View className="photos">
        {photos.map((photo, at) => (
          <LocalPhoto
            key={photo}
            photo={photo}
            label={t('request.photo.remove', { at: at + 1 })}
            onRemove={() => remove(photo)}
          />
        ))}
        {photos.length < most && (
          <Tap className="photo add" onTap={add}>
            <Icon name="camera" />
            {t(photos.length === 0 ? 'request.photo.add' : 'request.photo.again')}
          </Tap>
        )}
      </View>
    </View>
  );
}
