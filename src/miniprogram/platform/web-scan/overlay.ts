import '../../look/scan.scss';
import { type Speech, speechIn, type TextKey } from '../../locales';
import { scanTexts } from '../../locales/scan';
import { onHandScan } from '../hand-scanner';
import { openSheetStep } from '../sheet-step';
import { openCamera, watchFor } from './camera';
import { readPicture } from './read';

type Attributes = Record<string, string>;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/** The look of the page below: large text, the phone's text size. */
function lookOfPage(): Attributes {
  const pages = [...document.querySelectorAll<HTMLElement>('.linli')];
  const page = pages.find((each) => each.offsetParent !== null) ?? pages[0];
  const scale = page ? getComputedStyle(page).getPropertyValue('--text-scale') : '1';
  const elder = page?.classList.contains('elder') ? ' elder' : '';
  return { class: `linli dark scan-sheet${elder}`, style: `--text-scale: ${scale}` };
}

function draw(t: Speech<TextKey | keyof typeof scanTexts>, prompt: string) {
  const close = element(
    'button',
    { class: 'scan-close', type: 'button', 'aria-label': t('common.close') },
    element('span', { class: 'icon icon-close', 'aria-hidden': 'true' }),
  );
  const video = element('video', { class: 'scan-video', 'aria-hidden': 'true' });
  video.muted = true;
  video.playsInline = true;
  const said = element('p', { class: 'scan-said', role: 'status' }, t('scan.opening'));
  // Pressed by the button beside it.
  const file = element('input', {
    type: 'file',
    accept: 'image/*',
    'data-scan': '',
    // And not `hidden`: Taro's own styles show every input.
    style: 'display: none',
  });
  const picture = element('button', { class: 'scan-button', type: 'button' }, t('scan.picture'));
  const field = element('input', {
    class: 'scan-field',
    type: 'text',
    'aria-label': t('scan.text'),
    placeholder: t('scan.text.hint'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const form = element(
    'form',
    { class: 'scan-form' },
    field,
    element('button', { class: 'scan-button', type: 'submit' }, t('scan.read')),
  );
  const sheet = element(
    'div',
    { ...lookOfPage(), role: 'dialog', 'aria-modal': 'true', 'aria-label': prompt },
    element('div', { class: 'scan-top' }, close, element('div', { class: 'scan-prompt' }, prompt)),
    element(
      'div',
      { class: 'scan-view' },
      video,
      element('div', { class: 'scan-frame', 'aria-hidden': 'true' }),
    ),
    said,
    element('div', { class: 'scan-ways' }, picture, file, form),
  );
  return { sheet, close, video, said, picture, file, field, form };
}

/** What lies below neither takes keys nor is read out meanwhile. */
function coverPage(): () => void {
  const focused = document.activeElement;
  const below = [...document.body.children].filter(
    (each): each is HTMLElement => each instanceof HTMLElement,
  );
  below.forEach((each) => (each.inert = true));
  return () => {
    below.forEach((each) => (each.inert = false));
    if (focused instanceof HTMLElement) focused.focus();
  };
}

/** Camera, picture, text field and hand scanner at once: whichever is first. Left by the cross, Escape or "back". */
export function scanOnWeb(prompt?: string): Promise<string | undefined> {
  const t = speechIn(document.documentElement.lang.startsWith('en') ? 'en' : 'zh', scanTexts);
  const drawn = draw(t, prompt ?? t('scan.prompt'));
  const uncover = coverPage();
  document.body.append(drawn.sheet);
  drawn.close.focus();
  return new Promise((resolve) => {
    let found: string | undefined;
    let stream: MediaStream | undefined;
    let open = true;
    const endings: (() => void)[] = [];

    // Only once that step is undone may whoever asked go on to another page.
    const stepBack = openSheetStep(() => {
      open = false;
      endings.forEach((end) => end());
      stream?.getTracks().forEach((track) => track.stop());
      drawn.sheet.remove();
      uncover();
      resolve(found);
    });
    const finish = (text?: string): void => {
      if (!open) return;
      open = false;
      found = text;
      stepBack();
    };

    const look = async (): Promise<void> => {
      const camera = await openCamera();
      if (typeof camera === 'string') {
        drawn.sheet.classList.add('scan-blind');
        drawn.said.textContent = t(`scan.${camera}`);
        return;
      }
      if (!open) return camera.getTracks().forEach((track) => track.stop());
      stream = camera;
      drawn.video.srcObject = camera;
      await drawn.video.play().catch(() => undefined);
      drawn.said.textContent = t('scan.looking');
      endings.push(watchFor(drawn.video, finish));
    };
    const readChosen = async (): Promise<void> => {
      const [chosen] = drawn.file.files ?? [];
      const text = chosen && (await readPicture(chosen));
      drawn.file.value = '';
      if (text) finish(text);
      else if (chosen) drawn.said.textContent = t('scan.picture.none');
    };

    drawn.close.onclick = () => finish();
    // Without an answer: `false` would take every other key from the field.
    drawn.sheet.onkeydown = ({ key }) => {
      if (key === 'Escape') finish();
    };
    drawn.picture.onclick = () => drawn.file.click();
    drawn.file.onchange = () => void readChosen();
    drawn.form.onsubmit = (event) => {
      event.preventDefault();
      // Only what pasting brings along in front: a space at the end is a letter of Base45.
      const text = drawn.field.value.trimStart();
      if (text) finish(text);
    };
    endings.push(onHandScan(finish));
    void look();
  });
}
