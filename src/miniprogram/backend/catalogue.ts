import type { OutputOf } from '@contract/api';
import { useRead } from './queries';

export type Catalogue = OutputOf<'GET /v1/service-catalogue'>;
export type Category = Catalogue['categories'][number];
export type GridCategory = Extract<Category, { kind: 'grid' }>;

export const useCatalogue = () => useRead('GET /v1/service-catalogue', {}, { open: true });
