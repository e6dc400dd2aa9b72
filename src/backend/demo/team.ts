import type { ImportedStaff } from '../import/rows';
import { demoGrid } from './places';

/** Invented people, a team for each grid in the order of the map. */
const teams: readonly (readonly string[])[] = [
  ['陈美玲', '周国强', '吴晓燕', '孙志远'],
  ['郑文斌', '冯丽娟', '褚卫东', '蒋雨晴'],
  ['沈立新', '韩春梅', '杨光明', '朱思琪'],
  ['秦海涛', '尤佩芬', '许建平', '何小芸'],
  ['吕庆华', '施月英', '张一鸣', '孔庆芳'],
  ['曹德顺', '严淑珍', '华子轩', '金巧云'],
  ['王建军', '李秀芳', '赵宏伟', '钱佳宁'],
  ['魏长青', '陶玉兰', '姜文浩', '戚雪梅'],
  ['谢东升', '邹桂英', '喻天佑', '柏如意'],
  ['窦振国', '章慧敏', '云海平', '苏婉清'],
  ['潘永康', '葛凤仙', '范志刚', '彭晓彤'],
  ['鲁长海', '韦红霞', '马俊杰', '苗桂香'],
];

/** Someone at every hour that people call; the last two come on their days. */
const hours = [
  '工作日 8:30–17:30',
  '工作日 17:30–20:00，周末 9:00–17:00',
  '周一、周三 8:30–17:30',
  '周二、周四 8:30–17:30',
];

/** Numbers 0571-5550-01xx belong to nobody. */
export const demoStaff: readonly ImportedStaff[] = teams.flatMap((team, grid) =>
  team.map((name, place) => ({
    staffNumber: `GY${String(grid + 1).padStart(2, '0')}0${place + 1}`,
    name,
    role: 'worker',
    node: demoGrid(grid + 1),
    workPhone: `0571-5550-01${String(grid * team.length + place + 1).padStart(2, '0')}`,
    hours: hours[place] ?? '工作日 8:30–17:30',
  })),
);
