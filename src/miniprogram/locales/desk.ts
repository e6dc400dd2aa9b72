import { actTexts } from './acts';
import { defineTexts } from './define';

/** The desk's queue. */
export const deskTexts = {
  ...actTexts,
  ...defineTexts({
    'desk.title': { zh: '工作台', en: 'Desk' },
    'desk.title.grid': { zh: '{grid}工作台', en: 'Desk of {grid}' },
    'desk.all': { zh: '全部 {count}', en: 'All {count}' },
    'desk.new': { zh: '待接 {count}', en: 'New {count}' },
    'desk.open': { zh: '在办 {count}', en: 'Open {count}' },
    'desk.done': { zh: '等确认 {count}', en: 'To confirm {count}' },
    'desk.empty': { zh: '现在没有事', en: 'Nothing right now' },
    'desk.empty.about': { zh: '居民提交了，这里马上就有', en: 'What residents file appears here at once' },
    'desk.change': { zh: '改', en: 'Change' },
    'desk.publish': { zh: '发通知', en: 'Publish a notice' },
  }),
};
