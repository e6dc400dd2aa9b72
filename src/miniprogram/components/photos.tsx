import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from './icon';
import { LocalPhoto } from './photo';
import { Tap } from './tap';
import { useTextWith } from '../locales';
import { photoTexts } from '../locales/photos';
import { choosePhotos, type ChosenPhotos, removePhoto } from '../platform/photos';
import { asRole } from '../platform/role';

interface Props {
  photos: readonly string[];
  most: number;
  /** Who sees them, where it is not those who handle a request. */
  who?: string;
  onChange(photos: string[]): void;
}

/** Photos kept on the phone until the server has them. */
export function Photos({ photos, most, who, onChange }: Props) {
  const t = useTextWith(photoTexts);
  const [last, setLast] = useState<ChosenPhotos>();
  const add = async (): Promise<void> => {
    const chosen = await choosePhotos(most - photos.length);
    setLast(chosen);
    if (chosen.photos.length > 0) onChange([...photos, ...chosen.photos]);
  };
  const said = t.error({ code: 'photo-unreadable' });
  const remove = (photo: string): void => {
    onChange(photos.filter((other) => other !== photo));
    void removePhoto(photo);
  };
  return (
    <View className="question">
      <View className="asked">
        <Text>{t('request.photos', { count: photos.length, max: most })}</Text>
        <Text className="caption">{who ?? t('request.photos.who')}</Text>
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
          <Tap className="photo add" onTap={() => void add()}>
            <Icon name="camera" />
            {t(photos.length === 0 ? 'request.photo.add' : 'request.photo.again')}
          </Tap>
        )}
      </View>
      {last?.unreadable.map((at) => (
        <View key={at} className="spaced-above" {...asRole('alert')}>
          {last.chosen === 1 ? said : t('request.photo.which', { at, said })}
        </View>
      ))}
    </View>
  );
}
