import type { Attribute, Choice } from '../category';

/** Short hands for writing the catalogue: Chinese first, then English. */
export const choice = (key: string, zh: string, en: string, danger?: Choice['danger']): Choice => ({
  key,
  name: { zh, en },
  ...(danger ? { danger } : {}),
});

const question =
  (datatype: Attribute['datatype'], required: boolean) =>
  (code: string, zh: string, en: string, choices?: readonly Choice[]): Attribute => ({
    code,
    datatype,
    required,
    text: { zh, en },
    ...(choices ? { choices } : {}),
  });

export const oneOf = question('singlevaluelist', true);
export const manyOf = question('multivaluelist', true);
export const line = question('string', true);
export const optionalDay = question('datetime', false);
export const number = question('number', true);
