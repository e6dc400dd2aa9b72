import { inventedNumber } from '../../../src/backend/demo/documents';

/** What the desk reads off the neighbour's: the demo's fourth, after the resident's, her child's and her mother's. */
export const neighboursDocument = { name: '陈志明', number: inventedNumber('1980-01-01', 4) };
