import type { TestApp } from '../../support/server';
import { asTexts, readXml } from '../../support/xml';

export interface Said {
  status: number;
  headers: Record<string, string | number | string[] | undefined>;
  /** The outermost element of the XML. */
  root: string;
  json: unknown;
  /** XML as JSON: every value a text. */
  xml: unknown;
  text: string;
}

export type Fields = Record<string, string> | [string, string][];

/** How another system meets a deployment: every question is asked in both formats, and the answers have to agree. */
export function otherSystem({ server }: Pick<TestApp, 'server'>) {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, query: Fields, form?: Fields) => {
    const asked = String(new URLSearchParams(query));
    return server.inject({
      method,
      url: `/open311${path}${asked ? `?${asked}` : ''}`,
      ...(form
        ? {
            headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
            payload: String(new URLSearchParams(form)),
          }
        : {}),
    });
  };

  /** @param path without the extension */
  async function get(path: string, query: Fields = {}): Promise<Said> {
    const json = await ask('GET', `${path}.json`, query);
    const xml = await ask('GET', `${path}.xml`, query);
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml.body.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
    expect(xml.statusCode).toBe(json.statusCode);
    const { root, tree } = readXml(xml.body);
    const body: unknown = json.json();
    expect(tree).toEqual(asTexts(body));
    return { status: json.statusCode, headers: json.headers, root, json: body, xml: tree, text: json.body };
  }

  async function post(form: Fields, query: Fields = {}, format: 'json' | 'xml' = 'json') {
    const answer = await ask('POST', `/v2/requests.${format}`, query, form);
    const json: unknown = format === 'json' ? answer.json() : undefined;
    return { status: answer.statusCode, headers: answer.headers, json, text: answer.body };
  }

  return { ask, get, post };
}
