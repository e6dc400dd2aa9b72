import fc from 'fast-check';
import { relationTo } from '../../../src/contract/service-request/access';
import { missingIn } from '../../../src/contract/service-request/handling';
import type { Role } from '../../../src/contract/role';

const grid = '330106001002007';
const request = { filerId: 'lan', node: grid };
const as = (personId: string, ...grants: [Role, string][]) => ({
  personId,
  grants: grants.map(([role, node]) => ({ role, node })),
});

describe('who someone is to a request', () => {
  it.each([
    ['its filer', as('lan'), 'filer'],
    ['a neighbour', as('chen'), 'none'],
    ['a worker of the grid', as('wang', ['worker', grid]), 'handler'],
    ['a worker of the next grid', as('wang', ['worker', '330106001002008']), 'none'],
    ['an officer of the community', as('li', ['officer', '330106001002']), 'handler'],
    ['an officer of another community', as('li', ['officer', '330106001003']), 'none'],
    ['an officer of the county', as('zhao', ['officer', '330106']), 'handler'],
    ['an officer of another county', as('zhao', ['officer', '330108']), 'none'],
    ['a guard of the community', as('guard', ['checkpoint', '330106001002']), 'none'],
    ['a worker who filed it: never both', as('lan', ['worker', grid]), 'filer'],
  ])('%s', (_, viewer, relation) => {
    expect(relationTo(request, viewer)).toBe(relation);
  });

  it('a worker of a grid does not handle what lies with the community desk', () => {
    const atDesk = { filerId: 'lan', node: '330106001002' };
    expect(relationTo(atDesk, as('wang', ['worker', grid]))).toBe('none');
    expect(relationTo(atDesk, as('li', ['officer', '330106001002']))).toBe('handler');
  });

  it('is nobody without a grant at or above its node', () => {
    const code = fc
      .constantFrom(2, 4, 6, 9, 12, 15)
      .chain((length) => fc.stringMatching(new RegExp(`^[01]{${length}}$`)));
    const grant = fc.record({ role: fc.constantFrom<Role>('worker', 'officer', 'checkpoint'), node: code });
    fc.assert(
      fc.property(code, fc.array(grant, { maxLength: 5 }), (node, grants) => {
        const relation = relationTo({ filerId: 'lan', node }, { personId: 'other', grants });
        const serves = grants.some(
          (each) => each.role !== 'checkpoint' && node.slice(0, each.node.length) === each.node,
        );
        expect(relation).toBe(serves ? 'handler' : 'none');
      }),
    );
  });
});

describe('what a step has to say', () => {
  it.each([
    ['reply', {}, 'words'],
    ['reply', { words: '  ' }, 'words'],
    ['reply', { words: '明天来' }, undefined],
    ['add', { photos: ['p'] }, undefined],
    ['ask', {}, 'words'],
    ['answer', {}, 'words'],
    ['refer', { words: '归物业' }, 'destination'],
    ['refer', { destination: ' ' }, 'destination'],
    ['refer', { destination: '物业' }, undefined],
    ['accept', {}, undefined],
    ['confirm', {}, undefined],
    ['withdraw', {}, undefined],
  ] as const)('%s %j lacks %s', (event, content, missing) => {
    expect(missingIn(event, { photos: [], ...content })).toBe(missing);
  });
});
