import type { InputOf, OutputOf, ServiceRequest } from '../../../src/contract/api';
import { catalogue as builtIn } from '../../../src/contract/service-request/catalogue';
import type { Catalogue, GridCategory } from '../../../src/contract/service-request/category';
import type { Problem } from '../../../src/contract/errors';
import { describeOnEachDatabase } from '../../support/database';
import { startTestApp, type CallEndpoint, type TestApp } from '../../support/server';
import { addWorld, personaOf } from '../../support/world';

type Filing = InputOf<'POST /v1/service-requests'>['body'];

/** The county's own: asking takes another question and ten days, and noise is no longer the grid's. */
const ours: Catalogue = {
  version: 'west-lake-1',
  categories: builtIn.categories.map((category) => {
    if (category.code === 'ask-policy') return anotherQuestion(category as GridCategory);
    if (category.code !== 'noise') return category;
    const { code, name, hint, words, source } = category;
    const why = { zh: '噪声归城管管。', en: 'Noise is the city’s.' };
    const contacts = [{ name: { zh: '12345 热线', en: '12345 hotline' }, call: '12345' }];
    return { kind: 'referral', code, group: 'referral', name, hint, words, source, why, contacts };
  }),
};
function anotherQuestion(category: GridCategory): GridCategory {
  return {
    ...category,
    name: { zh: '问一问', en: 'Ask' },
    resolve: { days: 10 },
    attributes: [{ code: 'what', datatype: 'string', required: true, text: { zh: '问什么', en: 'What' } }],
  };
}

describeOnEachDatabase('a request of an earlier catalogue', (open) => {
  let app: TestApp;
  let resident: CallEndpoint;
  let earlier: ServiceRequest;
  const asked: Filing = { category: 'ask-policy', answers: { about: 'papers', question: '怎么开证明' } };
  const file = async <T = ServiceRequest>(body: Filing) =>
    (await resident<T>('POST /v1/service-requests', { body })).body;

  beforeAll(async () => {
    const database = await open();
    app = await startTestApp({ database });
    await addWorld(database);
    resident = await app.as(personaOf('resident'));
    earlier = await file(asked);
    await app.ports.serviceCatalogue.import(ours);
  });
  afterAll(() => app.close());

  it('keeps its name, its questions and its limits', async () => {
    const { body } = await resident<ServiceRequest>('GET /v1/service-requests/:id', {
      params: { id: earlier.id },
    });
    expect([body.categoryName.zh, body.catalogueVersion]).toEqual(['问政策', builtIn.version]);
    await app.ports.requestDesk.reckonAll();
    const later = await resident<ServiceRequest>('GET /v1/service-requests/:id', {
      params: { id: earlier.id },
    });
    expect(later.body.due?.at).toBe(earlier.due?.at);
    const { body: data } = await resident<OutputOf<'GET /v1/my-data'>>('GET /v1/my-data');
    const words = JSON.stringify(data.tables.find(({ table }) => table === 'service_request')?.rows);
    expect(words).toContain('想问什么');
    expect(words).toContain('问政策');
  });

  it('is followed by those of the county’s own', async () => {
    const { body } = await app.call<Catalogue>('GET /v1/service-catalogue');
    expect(body.version).toBe('west-lake-1');
    expect(await file<Problem>(asked)).toMatchObject({ code: 'answers-invalid' });
    const now = await file({ category: 'ask-policy', answers: { what: '怎么开证明' } });
    expect([now.categoryName.zh, now.catalogueVersion]).toEqual(['问一问', 'west-lake-1']);
  });

  it('was written without a network and comes in as it was promised', async () => {
    const late = await file({ ...asked, catalogueVersion: builtIn.version });
    expect([late.categoryName.zh, late.catalogueVersion]).toEqual(['问政策', builtIn.version]);
    expect(await file<Problem>({ ...asked, catalogueVersion: 'never-seen' })).toMatchObject({
      code: 'answers-invalid',
    });
  });

  it('is not filed where it is no longer the grid’s', async () => {
    const noise: Filing = { category: 'noise', answers: {}, catalogueVersion: builtIn.version };
    expect(await file<Problem>(noise)).toMatchObject({ code: 'category-not-filed' });
  });
});
