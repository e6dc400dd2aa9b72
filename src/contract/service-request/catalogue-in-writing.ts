import type { Catalogue } from './category';

/** How people write an entry: what it is called first, what it asks, then how it is handled. */
const order = [
  ...[
    'version',
    'categories',
    'code',
    'kind',
    'group',
    'key',
    'datatype',
    'required',
    'name',
    'text',
    'hint',
  ],
  ...[
    'zh',
    'en',
    'words',
    'source',
    'title',
    'url',
    'why',
    'contacts',
    'body',
    'call',
    'hours',
    'where',
    'meets',
    'answeredBy',
  ],
  ...[
    'attributes',
    'choices',
    'danger',
    'place',
    'scope',
    'anonymous',
    'near',
    'metres',
    'visit',
    'callback',
    'photos',
  ],
  ...['photoHint', 'accept', 'resolve', 'days'],
];

/** A catalogue as the file that a county changes and imports: JSON, two blanks, keys in the order of reading. */
export const catalogueInWriting = (catalogue: Catalogue): string => JSON.stringify(catalogue, order, 2);
