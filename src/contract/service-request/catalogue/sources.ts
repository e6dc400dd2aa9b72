import type { Bilingual } from '../../text';
import type { Source } from '../category';

/** The state's own collection of laws and regulations in force. */
const laws = 'https://flk.npc.gov.cn/';
const text = (zh: string, en: string): Bilingual => ({ zh, en });
const grid = (zh: string, en: string): Bilingual => text(`网格工作：${zh}`, `Grid work: ${en}`);
const ofTheState = (zh: string, en: string): Bilingual => text(`《${zh}》`, en);
const law = (zh: string, en: string): Bilingual => ofTheState(`中华人民共和国${zh}`, `${en} Law`);

/** The five functions a grid worker has, the four works they help with, and what they do at the door. */
export const work = {
  information: grid('基础信息采集', 'basic information'),
  opinion: grid('社情民意', 'what people think'),
  hazards: grid('安全隐患', 'safety hazards'),
  disputes: grid('矛盾纠纷', 'mediation of disputes'),
  publicity: grid('法律政策宣传', 'law and policy explained'),
  letting: grid('出租房屋', 'rented homes'),
  newcomers: grid('流动人口登记', 'registration of newcomers'),
  fire: grid('消防安全', 'fire safety'),
  atWork: grid('安全生产', 'safety at work'),
  atTheDoor: grid('上门服务', 'help at the door'),
} as const;

export const rule = {
  fire: law('消防法', 'Fire Protection'),
  tallBuildings: ofTheState('高层民用建筑消防安全管理规定', 'Rules on Fire Safety of Tall Civil Buildings'),
  safetyAtWork: law('安全生产法', 'Work Safety'),
  civil: ofTheState('中华人民共和国民法典', 'Civil Code'),
  mediation: law('人民调解法', 'People’s Mediation'),
  noise: law('噪声污染防治法', 'Noise Pollution Prevention'),
  waste: law('固体废物污染环境防治法', 'Solid Waste Pollution Prevention'),
  townLook: ofTheState('城市市容和环境卫生管理条例', 'Regulations on City Appearance and Sanitation'),
  roads: ofTheState('城市道路管理条例', 'Regulations on City Roads'),
  drains: ofTheState('城镇排水与污水处理条例', 'Regulations on Urban Drainage and Sewage'),
  animals: law('动物防疫法', 'Animal Epidemic Prevention'),
  barrierFree: law('无障碍环境建设法', 'Barrier-Free Environment'),
  floods: law('防洪法', 'Flood Control'),
  residence: ofTheState('居住证暂行条例', 'Interim Regulations on Residence Permits'),
  renting: ofTheState('商品房屋租赁管理办法', 'Measures on the Renting of Homes'),
  elderly: law('老年人权益保障法', 'Rights of the Elderly'),
  support: ofTheState('社会救助暂行办法', 'Interim Measures on Social Assistance'),
  legalAid: law('法律援助法', 'Legal Aid'),
  water: ofTheState('城市供水条例', 'Regulations on City Water Supply'),
  power: law('电力法', 'Electric Power'),
  gas: ofTheState('城镇燃气管理条例', 'Regulations on Town Gas'),
  property: ofTheState('物业管理条例', 'Regulations on Property Management'),
  insurance: law('社会保险法', 'Social Insurance'),
  wages: ofTheState('保障农民工工资支付条例', 'Regulations on Paying Migrant Workers’ Wages'),
  consumers: law('消费者权益保护法', 'Consumer Protection'),
  traffic: law('道路交通安全法', 'Road Traffic Safety'),
  fraud: law('反电信网络诈骗法', 'Anti-Telecom and Online Fraud'),
  violence: law('反家庭暴力法', 'Anti-Domestic Violence'),
  mentalHealth: law('精神卫生法', 'Mental Health'),
  identity: law('居民身份证法', 'Resident Identity Card'),
  residents: law('城市居民委员会组织法', 'Organisation of Urban Residents’ Committees'),
  villagers: law('村民委员会组织法', 'Organisation of Villagers’ Committees'),
} as const;

/** What a community is asked for every day, without a rule of its own. */
export const daily = text('社区每天都有人来问的事', 'What communities are asked for every day');

/** Where an entry comes from, in one line; where a law is among it, with the place to read it. */
export function from(...titles: readonly Bilingual[]): Source {
  const isLaw = titles.some((title) => title.zh.startsWith('《'));
  return {
    title: {
      zh: titles.map(({ zh }) => zh).join('；'),
      en: titles.map(({ en }) => en).join('; '),
    },
    ...(isLaw ? { url: laws } : {}),
  };
}
