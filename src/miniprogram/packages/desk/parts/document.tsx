import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { Field } from '../../../components/field';
import { useDeskText } from '../text';

/** What is read off a document. In memory only, as long as the page is looked at. */
export interface DocumentRead {
  name: string;
  documentNumber: string;
}

const nothing: DocumentRead = { name: '', documentNumber: '' };

export interface DocumentForm {
  typed: DocumentRead;
  change(change: Partial<DocumentRead>): void;
  clear(): void;
  /** As the server takes it; undefined while something is missing. */
  document: DocumentRead | undefined;
}

/** Full-width letters and spaces are how people type, not what the document says. */
const tidy = ({ name, documentNumber }: DocumentRead): DocumentRead => ({
  name: name.trim(),
  documentNumber: documentNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase(),
});

/** Cleared when the page is left: covered by another, it would stay mounted underneath. */
export function useDocument(): DocumentForm {
  const [typed, setTyped] = useState(nothing);
  const clear = (): void => setTyped(nothing);
  useDidHide(clear);
  const document = tidy(typed);
  return {
    typed,
    change: (change) => setTyped((before) => ({ ...before, ...change })),
    clear,
    document: document.name && document.documentNumber ? document : undefined,
  };
}

export function DocumentFields({ form: { typed, change } }: { form: DocumentForm }) {
  const t = useDeskText();
  return (
    <View className="card">
      <View className="asked">{t('desk.document.title')}</View>
      <Field
        secret
        label={t('desk.document.name')}
        maxLength={40}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      <Field
        secret
        label={t('desk.document.number')}
        maxLength={30}
        value={typed.documentNumber}
        onChange={(documentNumber) => change({ documentNumber })}
      />
      <View className="caption spaced-above">{t('desk.document.kept')}</View>
    </View>
  );
}
