/** What XML 1.0 cannot hold, even escaped. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML takes it for a line feed otherwise.
  '\r': '&#13;',
};

/** A text as it stands in an element or an attribute; what XML cannot hold is written as U+FFFD. */
export const escaped = (text: string): string =>
  text.replace(unwritable, '\uFFFD').replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign);
