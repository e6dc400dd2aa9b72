import type { Bilingual } from '../text';

/**
 * Words by which an entry would ask who somebody is, or watch them. An entry asks for a service or reports a thing or a
 * place, never a person. A list cannot know every way of asking; it stops the usual ones, and says so to whoever writes.
 */
const asking: readonly RegExp[] = [
  /身份证|护照号|手机号|电话号码|联系方式|车牌|人脸|指纹/,
  /(对方|他|她|邻居|房东|租客|住户|老板|业主)(的)?(姓名|名字|电话|住址|门牌|工作|单位|身份)/,
  /是谁|谁(干|做|弄|放|停|扔|住|养|堆|家)|哪一?(户|家)(人|住|养|放|堆|干)/,
  /可疑|陌生(的)?人|外地人|外来人员|重点人员|精神病人|刑满|吸毒|上访|户主|国籍|民族|宗教|信仰/,
  /举报(人|他|她|邻居|某人|住户|租客)|检举|监视|盯(着|住)/,
  /\b(id|identity|passport|phone|mobile|plate|registration) numbers?\b|\b(licen[cs]e|number) plate/i,
  /\b(name|address|phone|job|employer) of (the |a |your |their )?(person|neighbou?r|tenant|landlord|owner|other)/i,
  /\b(his|her|their|whose|neighbou?r[’']s|tenant[’']s|landlord[’']s) (name|address|phone|job|flat|door)\b/i,
  /\bwho (is|was|are|did|does|lives|left|parked|put|owns|made|keeps)\b/i,
  /\bsuspicious\b|\bstrangers?\b|\bforeigners?\b|\bethnic|\breligio|\bex-convict|\bpetition/i,
  /\breport(ing)? (a |the |my |your )?(person|neighbou?rs?|tenants?|resident)/i,
  /\bwatch(ing)? (a |the |my |your |over )?(person|neighbou?rs?|tenants?)\b/i,
];

/** The words by which a text asks for a person; undefined where it does not. */
export function asksForAPerson({ zh, en }: Bilingual): string | undefined {
  for (const pattern of asking) {
    const found = pattern.exec(zh) ?? pattern.exec(en);
    if (found) return found[0];
  }
  return undefined;
}
