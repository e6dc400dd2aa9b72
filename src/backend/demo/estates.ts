/** What stands in a grid. Every name below the district is invented. */
export interface Estate {
  name: string;
  /** Its own street address, by which some people know it. */
  street: string;
  /** Numbers of the first and last building 幢. */
  buildings: readonly [first: number, last: number];
  /** Entrances 单元 of each building. */
  units: number;
  floors: number;
}

export interface House {
  address: string;
  otherNames: readonly string[];
}

export interface Grounds {
  about: string;
  estates: readonly Estate[];
  houses: readonly House[];
}

const street = (name: string, ...numbers: number[]): House[] =>
  numbers.map((number) => ({ address: `${name} ${number} 号`, otherNames: [] }));

const estate = (
  name: string,
  at: string,
  first: number,
  last: number,
  units: number,
  floors: number,
): Estate => ({
  name,
  street: at,
  buildings: [first, last],
  units,
  floors,
});

/** By number of the grid, from 1. */
export const grounds: readonly Grounds[] = [
  {
    about: '枕溪里 1–6 幢、青石路 1–7 号',
    estates: [estate('枕溪里', '青石路 9 号', 1, 6, 2, 6)],
    houses: street('青石路', 1, 3, 5, 7),
  },
  {
    about: '云栖坊 1–5 幢、青石农贸市场',
    estates: [estate('云栖坊', '青石路 21 号', 1, 5, 3, 7)],
    houses: [{ address: '青石路 25 号', otherNames: ['青石农贸市场', '菜场'] }],
  },
  {
    about: '南风苑 1–7 幢、桂花路 2–4 号',
    estates: [estate('南风苑', '桂花路 6 号', 1, 7, 2, 6)],
    houses: street('桂花路', 2, 4),
  },
  {
    about: '石桥弄 1–16 号',
    estates: [],
    houses: street('石桥弄', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
  },
  {
    about: '杨柳新村 1–8 幢',
    estates: [estate('杨柳新村', '柳浪路 3 号', 1, 8, 2, 5)],
    houses: [{ address: '柳浪路 1 号', otherNames: ['杨柳公园'] }],
  },
  {
    about: '听雨轩 1–6 幢、桂花路 18–24 号',
    estates: [estate('听雨轩', '桂花路 26 号', 1, 6, 2, 9)],
    houses: street('桂花路', 18, 20, 22, 24),
  },
  {
    about: '桂语苑 1–8 幢',
    estates: [estate('桂语苑', '桂花路 38 号', 1, 8, 2, 6)],
    houses: [{ address: '桂花路 36 号', otherNames: ['桂语社区服务中心', '居委会'] }],
  },
  {
    about: '桂语苑 9–16 幢、桂语幼儿园',
    estates: [estate('桂语苑', '桂花路 38 号', 9, 16, 2, 6)],
    houses: [{ address: '桂花路 52 号', otherNames: ['桂语幼儿园'] }],
  },
  {
    about: '银杏公寓 1–4 幢、柳浪弄 1–5 号',
    estates: [estate('银杏公寓', '柳浪路 12 号', 1, 4, 3, 11)],
    houses: street('柳浪弄', 1, 2, 3, 4, 5),
  },
  {
    about: '河畔居 1–8 幢',
    estates: [estate('河畔居', '柳浪路 20 号', 1, 8, 2, 6)],
    houses: [{ address: '柳浪路 18 号', otherNames: ['柳浪码头'] }],
  },
  {
    about: '青石新苑 1–7 幢、社区卫生服务中心',
    estates: [estate('青石新苑', '柳浪路 32 号', 1, 7, 2, 8)],
    houses: [
      { address: '柳浪路 30 号', otherNames: ['青石街道社区卫生服务中心', '卫生院'] },
      { address: '柳浪路 36 号', otherNames: ['桂语小学'] },
    ],
  },
  {
    about: '东篱里 1–8 幢',
    estates: [estate('东篱里', '柳浪路 48 号', 1, 8, 2, 6)],
    houses: [{ address: '柳浪路 50 号', otherNames: ['东篱文化家园'] }],
  },
];
