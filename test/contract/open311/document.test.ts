import fc from 'fast-check';
import { type Tree, writeDocument } from '../../../src/contract/open311/document';
import { asTexts, readXml } from '../../support/xml';

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\r', '\n', '\u0000', '\u001b', '垃圾', '😀'),
  }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const row = fc.record({
  service_request_id: value,
  description: value,
  lat: fc.float({ noNaN: true, noDefaultInfinity: true }),
});

describe('a document of GeoReport', () => {
  it('says the same in XML and in JSON, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const json: unknown = JSON.parse(writeDocument('json', 'service_requests', rows));
        const { root, tree } = readXml(writeDocument('xml', 'service_requests', rows));
        expect(root).toBe('service_requests');
        expect(tree).toEqual(asTexts(json));
      }),
    );
  });

  it('names what repeats as the standard does', () => {
    const tree: Tree = {
      service_code: 'a',
      attributes: [{ code: 'x', values: [{ key: '1', name: 'One & only' }] }],
    };
    expect(writeDocument('xml', 'service_definition', tree)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<service_definition><service_code>a</service_code><attributes><attribute><code>x</code>' +
        '<values><value><key>1</key><name>One &amp; only</name></value></values>' +
        '</attribute></attributes></service_definition>\n',
    );
    expect(writeDocument('xml', 'service_requests', [])).toContain('<service_requests/>');
    expect(() => writeDocument('xml', 'strangers', [])).toThrow(RangeError);
  });
});
