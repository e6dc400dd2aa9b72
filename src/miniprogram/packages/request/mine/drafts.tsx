import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useCatalogue } from '../../../backend/catalogue';
import { Button } from '../../../components/button';
import { removePhoto } from '../../../platform/photos';
import { storage } from '../../../platform/storage';
import { when } from '../../../when';
import { filesOf, type KeptDraft, keyOf, listDrafts } from '../drafts';
import { useRequestText } from '../text';

/** What was begun and not sent: to go on with, or to delete. */
export function Drafts() {
  const t = useRequestText();
  const [drafts, setDrafts] = useState<KeptDraft[]>([]);
  const [asked, setAsked] = useState<string>();
  const categories = useCatalogue().data?.categories;
  // Shown before it is there, where the app starts with this page: the first time nobody tells.
  useEffect(() => void listDrafts(storage).then(setDrafts), []);
  useDidShow(() => void listDrafts(storage).then(setDrafts));

  const remove = async ({ id, draft }: KeptDraft): Promise<void> => {
    await storage.remove(keyOf(id));
    setDrafts((before) => before.filter((other) => other.id !== id));
    await Promise.all(filesOf(draft).map(removePhoto));
  };
  return (
    <>
      {drafts.map((kept) => {
        const { id, category, draft } = kept;
        const name = categories?.find(({ code }) => code === category)?.name;
        const holds = [
          draft.words,
          draft.photos.length > 0 && t('request.draft.photos', { count: draft.photos.length }),
          draft.voice && t('request.draft.voice', { count: draft.voice.seconds }),
        ].filter(Boolean);
        const title = name ? t.of(name) : t('request.draft');
        return (
          <View key={id} className="card">
            <View className="card-title">{title}</View>
            <View className="caption figures">
              {t('request.draft.when', {
                time: draft.keptAt ? when(new Date(draft.keptAt).toISOString(), t) : '',
              })}
            </View>
            {holds.length > 0 && <View className="quiet">{holds.join(' · ')}</View>}
            {asked === id && <View>{t('request.draft.sure')}</View>}
            <View className="row-of-two">
              {asked === id ? (
                <>
                  <Button kind="link" small text={t('request.cancel')} onTap={() => setAsked(undefined)} />
                  <Button
                    kind="outline"
                    small
                    text={t('request.draft.delete')}
                    label={t('request.draft.delete.label', { name: title })}
                    onTap={() => void remove(kept)}
                  />
                </>
              ) : (
                <>
                  <Button
                    kind="link"
                    small
                    text={t('request.draft.delete')}
                    label={t('request.draft.delete.label', { name: title })}
                    onTap={() => setAsked(id)}
                  />
                  <Button
                    kind="tint"
                    small
                    text={t('request.draft.continue')}
                    label={t('request.draft.continue.label', { name: title })}
                    onTap={() =>
                      void Taro.navigateTo({
                        url: `/packages/request/form/index?category=${category}&draft=${encodeURIComponent(id)}`,
                      })
                    }
                  />
                </>
              )}
            </View>
          </View>
        );
      })}
    </>
  );
}
