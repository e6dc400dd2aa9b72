import {
  type Answer,
  type AnswerFault,
  type Answers,
  type Attribute,
  checkAnswers,
  type GridCategory,
} from '../service-request/category';
import type { Point } from '../region/geometry';
import { fault, type Fault } from './fault';

/** A form as it was sent: names and values in order, names as often as they stand there. */
export type Form = readonly (readonly [name: string, value: string])[];

/** A request that another system files. Who it is from is not read: it is neither needed nor kept. */
export interface PostedRequest {
  category: GridCategory;
  answers: Answers;
  words: string;
  /** A link to what shows it; kept, never followed. */
  mediaUrl?: string;
  place: { point?: Point; addressId?: string; addressText?: string };
}

export type Read<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

const MAX_DESCRIPTION = 4000;
const MAX_URL = 2000;
const MAX_ADDRESS = 200;
const MAX_ADDRESS_ID = 64;

/** Reads a form by the services there are, and names all that is wrong with it. */
export function readPosted(form: Form, categories: readonly GridCategory[]): Read<PostedRequest> {
  // An argument without a value is one that was not sent.
  const one = (name: string): string | undefined =>
    form.find(([key, value]) => key === name && value.trim() !== '')?.[1].trim();
  const code = one('service_code');
  if (code === undefined) return refused(fault(400, '没有写 service_code', 'service_code was not provided'));
  const category = categories.find((each) => each.code === code);
  if (!category) return refused(fault(404, '没有这个 service_code', 'service_code was not found'));

  const answers = answersOf(category, form);
  const words = one('description') ?? '';
  const mediaUrl = one('media_url');
  const { place, faults: placeFaults } = placeOf(one);
  const faults = [
    ...placeFaults,
    ...checkAnswers(category, answers).map(attributeFault),
    ...([...words].length > MAX_DESCRIPTION
      ? [
          fault(
            400,
            `description 最多 ${MAX_DESCRIPTION} 个字`,
            `description has over ${MAX_DESCRIPTION} characters`,
          ),
        ]
      : []),
    ...(mediaUrl !== undefined && !isLink(mediaUrl)
      ? [fault(400, 'media_url 不是 http(s) 网址', 'media_url is not an http(s) address')]
      : []),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: { category, answers, words, place, ...(mediaUrl === undefined ? {} : { mediaUrl }) },
  };
}

const refused = (...faults: Fault[]): { ok: false; faults: Fault[] } => ({ ok: false, faults });

function placeOf(one: (name: string) => string | undefined): {
  place: PostedRequest['place'];
  faults: Fault[];
} {
  const [lat, long] = [one('lat'), one('long')];
  const addressId = one('address_id');
  const addressText = one('address_string');
  const place = {
    ...(addressId === undefined ? {} : { addressId }),
    ...(addressText === undefined ? {} : { addressText }),
  };
  const faults: Fault[] = [];
  if ((addressText ?? '').length > MAX_ADDRESS)
    faults.push(
      fault(
        400,
        `address_string 最多 ${MAX_ADDRESS} 个字`,
        `address_string has over ${MAX_ADDRESS} characters`,
      ),
    );
  if ((addressId ?? '').length > MAX_ADDRESS_ID)
    faults.push(fault(404, '没有这个 address_id', 'address_id was not found'));
  if (lat === undefined && long === undefined) {
    if (addressId === undefined && addressText === undefined)
      faults.push(
        fault(
          400,
          '没有写地点：要 lat 和 long，或 address_string，或 address_id',
          'no location was provided: lat and long, or address_string, or address_id',
        ),
      );
    return { place, faults };
  }
  const point = { lat: degrees(lat, 90), lng: degrees(long, 180) };
  if (point.lat === undefined || point.lng === undefined) {
    faults.push(
      fault(400, 'lat 和 long 要一起写，都是度数（WGS-84）', 'lat and long go together, in degrees (WGS-84)'),
    );
    return { place, faults };
  }
  return { place: { ...place, point: { lat: point.lat, lng: point.lng } }, faults };
}

function degrees(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^[+-]?\d{1,3}(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= most ? value : undefined;
}

/** It is shown to people, so it is one that a browser may follow. */
const isLink = (text: string): boolean =>
  text.length <= MAX_URL && /^https?:\/\/[^\s/?#"<>\\]+[^\s"<>\\]*$/i.test(text);

/** `attribute[code]=value`, or `attribute[code][]=value` as often as there are values. */
const attributeName = /^attribute\[([^[\]]+)\](?:\[\])?$/;

function answersOf(category: GridCategory, form: Form): Answers {
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    const code = attributeName.exec(name)?.[1];
    if (code === undefined || value.trim() === '') continue;
    values.set(code, [...(values.get(code) ?? []), value.trim()]);
  }
  return Object.fromEntries(
    [...values].map(([code, said]) => [
      code,
      answerOf(category.attributes.find((attribute) => attribute.code === code)?.datatype, said),
    ]),
  );
}

/** As the question has it; what does not fit stays as it was sent, and the category's own rule says so. */
function answerOf(datatype: Attribute['datatype'] | undefined, said: readonly string[]): Answer {
  const [first = '', ...more] = said;
  if (datatype === 'multivaluelist' || more.length > 0) return [...new Set(said)];
  return datatype === 'number' && Number.isFinite(Number(first)) ? Number(first) : first;
}

const reasons: Readonly<Record<AnswerFault['reason'], readonly [zh: string, en: string]>> = {
  missing: ['没有填', 'is required'],
  'unknown-question': ['这一类没有这一项', 'is no attribute of this service'],
  'wrong-type': ['不合它的 datatype', 'does not fit its datatype'],
  'unknown-choice': ['没有这个选项', 'has a value that is not one of its keys'],
  'too-long': ['太长', 'is too long'],
};

const attributeFault = ({ code, reason }: AnswerFault): Fault => {
  const [zh, en] = reasons[reason];
  return fault(400, `attribute[${code}]：${zh}`, `attribute[${code}] ${en}`);
};
