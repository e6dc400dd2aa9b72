import type { Bilingual, Language } from '@contract/text';

/** What can be wrong with a county's file. Codes are stable; `{value}` is what was found. */
const sentences = {
  // Of the file
  'encoding-unknown': {
    zh: '读不出文字。请另存为 UTF-8 或 GB18030。',
    en: 'The text cannot be read. Save the file as UTF-8 or GB18030.',
  },
  'csv-malformed': {
    zh: '引号没有成对，后面的读不下去。',
    en: 'A quotation mark has no partner; the rest cannot be read.',
  },
  'no-rows': { zh: '表里没有内容。', en: 'There is nothing in the table.' },
  'column-missing': { zh: '缺这一列。', en: 'This column is missing.' },
  'column-twice': { zh: '这一列出现了两次。', en: 'This column is there twice.' },
  'column-unknown': { zh: '不认识这一列，没有导入。', en: 'This column is not known and was left out.' },
  'too-many-cells': {
    zh: '比表头多了几格。格子里有逗号时要用引号括起来。',
    en: 'More cells than columns. Put quotation marks around a cell that holds a comma.',
  },
  'json-malformed': { zh: '不是 JSON 文件。', en: 'This is not a JSON file.' },
  'not-a-feature-collection': {
    zh: '要 GeoJSON 的 FeatureCollection，里面至少有一个要素。',
    en: 'A GeoJSON FeatureCollection with at least one feature is needed.',
  },
  'crs-unsupported': {
    zh: '坐标系 {value} 不能用。请先转成经纬度（WGS-84 或 CGCS2000）。',
    en: 'Coordinates in {value} cannot be used. Convert them to degrees (WGS-84 or CGCS2000) first.',
  },

  // Of a cell or property
  'value-missing': { zh: '这一格要填。', en: 'This must be filled in.' },
  'value-too-long': { zh: '太长，最多 {value} 个字。', en: 'Too long: at most {value} characters.' },
  'code-rounded': {
    zh: '编码 {value} 被表格软件改成了数字，后几位已经丢了。请把这一列设为文本再填。',
    en: 'A spreadsheet turned code {value} into a number and lost its last digits. Format the column as text.',
  },
  'code-malformed': { zh: '编码 {value} 的位数不对。', en: 'Code {value} has the wrong number of digits.' },
  'region-unknown': { zh: '没有 {value} 这个地方。', en: 'There is no place {value}.' },
  'duplicate-code': {
    zh: '编码 {value} 前面已经有了。',
    en: 'Code {value} is there already, further up.',
  },

  // Of a grid
  'not-a-polygon': {
    zh: '要一个面（Polygon），或只有一个面的 MultiPolygon。',
    en: 'A Polygon is needed, or a MultiPolygon of one.',
  },
  'position-malformed': {
    zh: '坐标要写成 [经度, 纬度] 两个数。',
    en: 'A position must be two numbers, [longitude, latitude].',
  },
  'outside-china': {
    zh: '坐标 {value} 不在中国。是不是经纬度写反了，或者单位是米？',
    en: 'Position {value} is not in China. Are longitude and latitude swapped, or in metres?',
  },
  'ring-open': {
    zh: '边界没有闭合：第一点和最后一点要一样。',
    en: 'The outline is open: the last position must repeat the first.',
  },
  'ring-too-short': {
    zh: '边界至少要有三个不同的点。',
    en: 'An outline needs at least three different positions.',
  },
  'self-intersection': {
    zh: '边界自己和自己相交，在 {value} 附近。',
    en: 'The outline crosses or touches itself near {value}.',
  },
  'area-empty': { zh: '面积是零。', en: 'It has no area.' },
  overlap: { zh: '和网格 {value} 重叠。', en: 'It overlaps grid {value}.' },
  gap: { zh: '网格之间有空白：{value}。', en: 'There is a gap between grids: {value}.' },

  // Of an address
  'grid-missing': {
    zh: '不知道属于哪个网格。请填网格编码，或者经纬度。',
    en: 'The grid is not known. Give its code, or longitude and latitude.',
  },
  'number-malformed': { zh: '{value} 不是数字。', en: '{value} is not a number.' },
  'point-incomplete': {
    zh: '经度和纬度要一起填。',
    en: 'Longitude and latitude must be given together.',
  },
  'point-in-no-grid': {
    zh: '这个点不在任何网格里。',
    en: 'This point lies in no grid.',
  },
  'point-ambiguous': {
    zh: '这个点同时在几个网格里（{value}），请填网格编码。',
    en: 'This point lies in several grids ({value}). Give the code of the grid.',
  },
  'point-outside-grid': {
    zh: '这个点不在所填的网格里，按网格编码导入。',
    en: 'The point does not lie in the grid given; the grid was taken.',
  },
  'building-malformed': {
    zh: '楼栋 {value} 要写网格内的号码（1–999）或 18 位编码。',
    en: 'Building {value} must be its number within the grid (1–999) or a code of 18 digits.',
  },
  'building-outside-grid': {
    zh: '楼栋 {value} 不属于这个网格。',
    en: 'Building {value} does not belong to this grid.',
  },
  'building-renamed': {
    zh: '同一栋楼前面写的是另一个名字：{value}。',
    en: 'The same building has another name further up: {value}.',
  },
  'duplicate-address': {
    zh: '这个社区的同一个地址在第 {value} 行已经有了。',
    en: 'The same address of this community is on line {value} already.',
  },

  // Of a fact; the number of a document is never repeated
  'document-malformed': {
    zh: '证件号码不对，请对着原件再看一遍。',
    en: 'The document number does not fit. Check it against the original.',
  },
  'person-key-malformed': { zh: '身份密钥要 64 位十六进制。', en: 'A person key has 64 hexadecimal digits.' },
  'fact-kind-unknown': { zh: '不认识情况“{value}”。', en: 'Kind of fact "{value}" is not known.' },
  'fact-value-unknown': {
    zh: '这种情况没有“{value}”这一项。',
    en: 'This kind of fact has nothing called "{value}".',
  },
  'fact-invalid': { zh: '这条情况不成立：{value}。', en: 'This fact does not hold: {value}.' },
  'time-malformed': {
    zh: '时间 {value} 看不懂。请写成 2026-11-20 或 2026-11-20 10:30。',
    en: 'Time {value} cannot be read. Write 2026-11-20 or 2026-11-20 10:30.',
  },

  // Of a member of staff
  'duplicate-staff-number': {
    zh: '工号在第 {value} 行已经有了。',
    en: 'This staff number is on line {value} already.',
  },
  'role-unknown': {
    zh: '不认识岗位“{value}”。可以填：网格员、干部、值守。',
    en: 'Role "{value}" is not known. It can be: worker, officer, checkpoint.',
  },
  'role-misplaced': {
    zh: '网格员要对应一个网格，干部要对应社区或以上。',
    en: 'A worker belongs to a grid, an officer to a community or above.',
  },
  'phone-malformed': {
    zh: '电话 {value} 看不懂。',
    en: 'Telephone number {value} cannot be read.',
  },

  // Of a body beside the grid
  'body-kind-unknown': {
    zh: '不认识类别“{value}”。可以填：村民议事会、居民议事会、业主委员会、乡贤参事会、社团、志愿者、供水、供电、燃气、物业。',
    en: 'Kind "{value}" is not known. It can be: villagers-council, residents-council, owners-committee, advisers-council, association, volunteers, water, power, gas, property.',
  },
  'duplicate-contact': {
    zh: '同一个地方、同一类、同一个名称，在第 {value} 行已经有了。',
    en: 'The same name of this kind is there for this place already, on line {value}.',
  },
  'contact-unreachable': {
    zh: '电话或地址至少填一个，不然找不到。',
    en: 'Give a number or an address: without either it cannot be reached.',
  },
  'office-meets': {
    zh: '供水、供电、燃气、物业不开会，这一格要空着。',
    en: 'Water, power, gas and property management hold no meetings: leave this empty.',
  },
  'meeting-past': {
    zh: '下次开会 {value} 已经过了，会按“上次”显示。',
    en: 'The next meeting, {value}, is over: it is shown as the last one.',
  },
  'meeting-too-far': {
    zh: '下次开会 {value} 在一年以后。',
    en: 'The next meeting, {value}, is over a year away.',
  },
  'meeting-undated': {
    zh: '有开会地点，没有开会时间。',
    en: 'There is a meeting place, but no time.',
  },
  'agenda-too-long': { zh: '议题最多 {value} 条。', en: 'An agenda has at most {value} points.' },
} as const satisfies Record<string, Bilingual>;

export type ProblemCode = keyof typeof sentences;

/** Where in a file: the line of a table (the header is 1), or the feature of a map from 1. Neither: the file. */
export interface Where {
  line?: number;
  feature?: number;
  /** Heading of the column, or name of the property. */
  column?: string;
}

export interface ImportProblem extends Where {
  code: ProblemCode;
  message: Bilingual;
}

/** Nothing of a file is taken when anything in it is wrong; warnings stop nothing. */
export type Imported<T> =
  | { ok: true; rows: T[]; warnings: ImportProblem[] }
  | { ok: false; errors: ImportProblem[] };

export function problem(code: ProblemCode, where: Where = {}, value: string | number = ''): ImportProblem {
  const { zh, en } = sentences[code];
  const fill = (sentence: string) => sentence.replace('{value}', () => String(value));
  return { ...where, code, message: { zh: fill(zh), en: fill(en) } };
}

/** One line for the person who imports: 第 5 行“网格编码”：… */
export function describeProblem(
  { line, feature, column, message }: ImportProblem,
  language: Language,
): string {
  if (language === 'zh') {
    const at = line ? `第 ${line} 行` : feature ? `第 ${feature} 个要素` : '';
    const where = at + (column ? `“${column}”` : '');
    return where ? `${where}：${message.zh}` : message.zh;
  }
  const at = line ? `line ${line}` : feature ? `feature ${feature}` : '';
  const where = [at, column ? `"${column}"` : ''].filter(Boolean).join(', ');
  return where ? `${where}: ${message.en}` : message.en;
}
