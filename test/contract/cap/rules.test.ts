import type { CapAlert } from '@contract/cap/alert';
import { capFaults } from '@contract/cap/rules';
import { alertAt, alertOf, infoOf } from './alerts';

const square = '30.28,120.10 30.28,120.12 30.30,120.12 30.28,120.10';
const earlier = 'linli@example.gov.cn,33010600000000_20261128083000_0,2026-11-28T08:30:00+08:00';

describe('the standard’s MUSTs beyond its schema', () => {
  it.each<[string, CapAlert]>([
    ['a small alert', alertOf()],
    ['no info at all', alertOf({ infos: [] })],
    ['an address as sender', alertOf({ sender: 'http://earthquake.usgs.gov/research/monitoring/' })],
    ['UTC with a plus', alertOf({ sent: '2026-11-29T00:30:00+00:00' })],
    ['UTC with a minus', alertOf({ sent: '2026-11-29T00:30:00-00:00' })],
    ['an offset of half an hour', alertOf({ sent: '2026-11-29T00:30:00+05:30' })],
    ['parts of a second in 1.1', alertOf({ version: '1.1', sent: '2026-11-29T08:30:00.25+08:00' })],
    ['an Alert with empty references', alertOf({ references: '' })],
    ['an Alert that refers', alertOf({ references: earlier })],
    ['an Update of one', alertOf({ msgType: 'Update', references: earlier })],
    [
      'an Update of two, on two lines',
      alertOf({ msgType: 'Update', references: `\n ${earlier}\n\t${earlier} ` }),
    ],
    ['HTML in a text', alertOf({ infos: [infoOf({ description: '<b>bold</b> &nbsp;' })] })],
    ['it ended before it was sent', alertOf({ infos: [infoOf({ expires: '2020-01-01T00:00:00+08:00' })] })],
    ['empty optional elements', alertAt({ polygons: [''], circles: [' '] })],
    ['a restriction of a Public one', alertOf({ restriction: 'the press' })],
    ['addresses of a Public one', alertOf({ addresses: 'a b' })],
    ['a Restricted one that says to whom', alertOf({ scope: 'Restricted', restriction: 'fire brigades' })],
    ['a Private one with addresses', alertOf({ scope: 'Private', addresses: '"the mayor" x@example.com' })],
    ['a closed polygon', alertAt({ polygons: [square] })],
    ['a polygon closed in other digits', alertAt({ polygons: ['1,2 3,4 5,6 1.0,2.00'] })],
    ['a polygon on many lines', alertAt({ polygons: [`\n${square.replaceAll(' ', '\n  ')}\n`] })],
    ['the corners of the Earth', alertAt({ polygons: ['-90,-180 90,-180 90,180 -90,-180'] })],
    ['a circle', alertAt({ circles: ['30.28,120.10 5'] })],
    ['a circle that is a point', alertAt({ circles: ['-16.053,-173.274 0.0'] })],
    ['an altitude alone', alertAt({ altitude: '200' })],
    ['an altitude below its ceiling', alertAt({ altitude: '200', ceiling: '200' })],
  ])('let pass %s', (_what, alert) => {
    expect(capFaults(alert)).toEqual([]);
  });

  it.each<[string, CapAlert, string]>([
    ['an empty identifier', alertOf({ identifier: '' }), 'identifier: names nothing'],
    ...[' ', ',', '<', '&', '\n'].map((sign): [string, CapAlert, string] => [
      `${JSON.stringify(sign)} in an identifier`,
      alertOf({ identifier: `a${sign}b` }),
      `identifier: has a space, a comma, < or & in it ("a${sign === '\n' ? ' ' : sign}b")`,
    ]),
    ['an empty sender', alertOf({ sender: '' }), 'sender: names nothing'],
    [
      'a space in a sender',
      alertOf({ sender: 'Fire Brigade' }),
      'sender: has a space, a comma, < or & in it ("Fire Brigade")',
    ],
    [
      'Z',
      alertOf({ version: '1.1', sent: '2026-11-29T08:30:00Z' }),
      'sent: not like 2002-05-24T16:49:00-07:00 ("2026-11-29T08:30:00Z")',
    ],
    [
      'no offset',
      alertOf({ version: '1.1', sent: '2026-11-29T08:30:00' }),
      'sent: not like 2002-05-24T16:49:00-07:00 ("2026-11-29T08:30:00")',
    ],
    [
      'parts of a second in 1.2',
      alertOf({ sent: '2026-11-29T08:30:00.000+08:00' }),
      'sent: not like 2002-05-24T16:49:00-07:00 ("2026-11-29T08:30:00.000+08:00")',
    ],
    [
      'a day there is not',
      alertOf({ sent: '2026-02-30T08:30:00+08:00' }),
      'sent: not like 2002-05-24T16:49:00-07:00 ("2026-02-30T08:30:00+08:00")',
    ],
    [
      'Z further down',
      alertOf({ version: '1.1', infos: [infoOf(), infoOf({ onset: '2026-11-29T08:30:00Z' })] }),
      'info 2, onset: not like 2002-05-24T16:49:00-07:00 ("2026-11-29T08:30:00Z")',
    ],
    [
      'a Restricted one that does not say to whom',
      alertOf({ scope: 'Restricted', restriction: ' ' }),
      'restriction: a Restricted alert says to whom it is restricted',
    ],
    [
      'a Private one without addresses',
      alertOf({ scope: 'Private' }),
      'addresses: a Private alert says to whom it goes',
    ],
    ...['Update', 'Cancel', 'Ack', 'Error'].flatMap((msgType): [string, CapAlert, string][] => [
      [
        `${msgType} without references`,
        alertOf({ msgType }),
        `references: names no message, but ${msgType} is about one`,
      ],
      [
        `${msgType} with empty references`,
        alertOf({ msgType, references: ' ' }),
        `references: names no message, but ${msgType} is about one`,
      ],
    ]),
    [
      'a reference that is only an identifier',
      alertOf({ msgType: 'Update', references: `${earlier} abc` }),
      'references: not like sender,identifier,sent ("abc")',
    ],
    [
      'a reference of two parts',
      alertOf({ msgType: 'Cancel', references: 'a,b' }),
      'references: not like sender,identifier,sent ("a,b")',
    ],
    [
      'a reference of four parts',
      alertOf({ msgType: 'Cancel', references: `${earlier},x` }),
      `references: not like sender,identifier,sent ("linli@example.gov.cn,33010600000000_20261128083000_0,2026-1…")`,
    ],
    [
      'a reference with an empty part',
      alertOf({ msgType: 'Cancel', references: ',b,2026-11-28T08:30:00+08:00' }),
      'references: not like sender,identifier,sent (",b,2026-11-28T08:30:00+08:00")',
    ],
    [
      'a reference sent at no moment',
      alertOf({ msgType: 'Cancel', references: 'a,b,yesterday' }),
      'references: not like sender,identifier,sent ("a,b,yesterday")',
    ],
    [
      'an open polygon',
      alertAt({ polygons: ['1,2 3,4 5,6 7,8'] }),
      'info 1, area: polygon: does not end where it begins ("7,8")',
    ],
    [
      'a polygon of three pairs',
      alertAt({ polygons: ['1,2 3,4 1,2'] }),
      'info 1, area: polygon: fewer than four pairs (3)',
    ],
    [
      'a pair with a space in it',
      alertAt({ polygons: ['1, 2 3, 4 5, 6 1, 2'] }),
      'info 1, area: polygon: not latitude,longitude in degrees ("1,")',
    ],
    [
      'a latitude over the pole',
      alertAt({ polygons: [square.replace('30.30', '90.1')] }),
      'info 1, area: polygon: not latitude,longitude in degrees ("90.1,120.12")',
    ],
    [
      'longitude before latitude',
      alertAt({ polygons: ['120.10,30.28 120.12,30.28 120.12,30.30 120.10,30.28'] }),
      'info 1, area: polygon: not latitude,longitude in degrees ("120.10,30.28")',
    ],
    [
      'the second polygon',
      alertAt({ polygons: [square, 'x'] }),
      'info 1, area: polygon: not latitude,longitude in degrees ("x")',
    ],
    [
      'a longitude past the date line',
      alertAt({ circles: ['0,180.5 1'] }),
      'info 1, area: circle: not latitude,longitude and kilometres ("0,180.5 1")',
    ],
    [
      'a circle without a radius',
      alertAt({ circles: ['30.28,120.10'] }),
      'info 1, area: circle: not latitude,longitude and kilometres ("30.28,120.10")',
    ],
    [
      'a circle of less than nothing',
      alertAt({ circles: ['30.28,120.10 -1'] }),
      'info 1, area: circle: not latitude,longitude and kilometres ("30.28,120.10 -1")',
    ],
    [
      'a radius in words',
      alertAt({ circles: ['30.28,120.10 5km'] }),
      'info 1, area: circle: not latitude,longitude and kilometres ("30.28,120.10 5km")',
    ],
    ['a ceiling alone', alertAt({ ceiling: '200' }), 'info 1, area: ceiling: stands without an altitude'],
    [
      'a ceiling below the altitude',
      alertAt({ altitude: '300', ceiling: '200' }),
      'info 1, area: altitude: above the ceiling',
    ],
  ])('refuse %s', (_what, alert, fault) => {
    expect(capFaults(alert)).toEqual([fault]);
  });

  it('are told all at once', () => {
    expect(
      capFaults({ ...alertAt({ ceiling: '1', circles: ['x'] }), msgType: 'Update', sender: '' }),
    ).toHaveLength(4);
  });
});
