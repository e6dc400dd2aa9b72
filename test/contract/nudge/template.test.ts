import fc from 'fast-check';
import { catalogue } from '../../../src/contract/service-request/catalogue';
import { languages } from '../../../src/contract/text';
import { generalNudge, nudgeTime } from '../../../src/contract/nudge/kind';
import { nudgedEvents } from '../../../src/contract/nudge/request-step';
import {
  clip,
  fieldsOf,
  fieldTypes,
  type FieldType,
  readTemplate,
} from '../../../src/contract/nudge/template';

const id = 'TJ_aBc-0123456789012345678901234567890123xyz';
const types = Object.keys(fieldTypes) as FieldType[];

describe('a text in a field of a WeChat template', () => {
  it.each<[FieldType, string, string]>([
    ['thing', '楼道灯不亮', '楼道灯不亮'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing', 'Street lamp or stair light is out', 'Street lamp or stai…'],
    ['thing', '两\n行\t字', '两 行 字'],
    // A family is one character to people and eleven to WeChat: all of it or nothing.
    ['thing', '一二三四五六七八九十👨‍👩‍👧‍👦', '一二三四五六七八九十…'],
    ['thing', '一二三四五六七八👨‍👩‍👧‍👦', '一二三四五六七八👨‍👩‍👧‍👦'],
    ['phrase', '等你回话', '等你回话'],
    ['phrase', '已经转给别人了', '已经转给别'],
    ['phrase', '已接单 OK', '已接单'],
    ['character_string', '7-0042', '7-0042'],
    ['character_string', '7 号-0042', '7-0042'],
    ['time', '2026年11月29日 15:01', '2026年11月29日 15:01'],
  ])('%s: %j → %j', (type, text, fitting) => expect(clip(text, type)).toBe(fitting));

  it('fits whatever it is, and breaks no character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'grapheme', maxLength: 60 }), (type, text) => {
        const clipped = clip(text, type);
        expect(clipped.length).toBeLessThanOrEqual(fieldTypes[type].most);
        expect(clipped).not.toMatch(/\p{Surrogate}/u);
        expect(clip(clipped, type)).toBe(clipped);
      }),
    );
  });
});

describe('what a nudge says', () => {
  const request = readTemplate(
    'request',
    `${id}/thing1:category/phrase2:state/time3:time/character_string4:number`,
  );
  const colour = readTemplate('colour', `${id}/thing1:what/thing2:how/time3:time`);
  const at = new Date('2026-11-29T07:01:30.000Z');

  it('is the category, the state, the time in China and the number of a request', () => {
    const said = { category: 'Stair light', state: 'Taken', time: nudgeTime(at), number: '7-0042' };
    if (!request) throw new Error('not read');
    expect(fieldsOf(request, said, { ...said, state: '已接单' })).toEqual({
      thing1: 'Stair light',
      // A phrase is Chinese to everybody: WeChat takes nothing else there.
      phrase2: '已接单',
      time3: '2026年11月29日 15:01',
      character_string4: '7-0042',
    });
  });

  it('is of a colour only that it changed', () => {
    if (!colour) throw new Error('not read');
    for (const language of languages) {
      const said = generalNudge('colour', at, language);
      const fields = fieldsOf(colour, said, said);
      expect(JSON.stringify(fields)).not.toMatch(/[红黄绿]|red|yellow|green|health|健康/i);
      expect([fields['thing1'], fields['thing2']]).toEqual([said.what, said.how]);
    }
  });

  it('is never empty, of any category and step', () => {
    if (!request) throw new Error('not read');
    const states = Object.values(nudgedEvents);
    for (const { name } of catalogue.categories)
      for (const state of states) {
        const said = { category: name.en, state: state.en, time: nudgeTime(at), number: '7-0042' };
        const fields = Object.values(fieldsOf(request, said, { ...said, state: state.zh }));
        expect(fields.filter((value) => value === '')).toEqual([]);
        // Whole, not cut off.
        expect(fields).toContain(state.zh);
      }
  });
});

describe('a template in the settings', () => {
  it('names each field with what it says', () => {
    expect(readTemplate('request', `${id}/thing1:category/thing12:state`)).toEqual({
      id,
      fields: { thing1: 'category', thing12: 'state' },
    });
  });

  it.each([
    ['no fields', id],
    ['a short id', 'abc/thing1:category'],
    ['a content of another kind', `${id}/thing1:what`],
    ['a type that cannot say it', `${id}/time1:category`],
    ['a type that we know nothing for', `${id}/amount1:number`],
    ['a field twice', `${id}/thing1:category/thing1:state`],
    ['no number of the field', `${id}/thing:category`],
    ['too many parts', `${id}/thing1:category:more`],
    ['a name of every object', `${id}/constructor1:category`],
  ])('is refused with %s', (_, text) => expect(readTemplate('request', text)).toBeUndefined());
});
