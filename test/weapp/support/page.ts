import type { Exparser, ExparserNode } from './j-component';
import { drawn, until } from './until';

/** A page as a person meets it: what it says, what can be tapped. */
export interface OpenPage {
  root: ExparserNode;
  /** Everything that is written, in order. */
  text(): string;
  /** Nodes that say `words`, or are labelled so for a screen reader; innermost first. */
  find(words: string): ExparserNode[];
  /** Nodes that carry the attribute, and its value. */
  withAttribute(name: string): { node: ExparserNode; value: string }[];
  /** Taps, and lets the page draw what came of it. */
  tap(words: string): Promise<void>;
  tapNode(node: ExparserNode): Promise<void>;
  /** Puts `value` into the field with this label. */
  type(label: string, value: string): Promise<void>;
  waitFor(words: string): Promise<void>;
}

const childrenOf = (node: ExparserNode): ExparserNode[] => [
  ...(node.shadowRoot?.childNodes ?? []),
  ...(node.childNodes ?? []),
];
const textOf = (node: ExparserNode, exparser: Exparser): string =>
  node instanceof exparser.TextNode
    ? (node.textContent ?? '')
    : childrenOf(node)
        .map((child) => textOf(child, exparser))
        .join('');
/** WeChat's template compiler writes `aria-label` as `ariaLabel`; `data-…` stays. */
const compiledName = (name: string): string =>
  name.startsWith('data-') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const attribute = (node: ExparserNode, name: string): string => {
  const value = node._vt?.attrs.find((attr) => attr.name === compiledName(name))?.value;
  return value === undefined || value === null ? '' : String(value);
};
/** Taro's ears: only what it drew as an element carries its id. */
const isElement = (node: ExparserNode): boolean => attribute(node, 'data-sid') !== '';

const isField = (node: ExparserNode): boolean => /^(wx-)?(input|textarea)$/.test(node._vt?.tagName ?? '');

export function openedPage(root: ExparserNode, exparser: Exparser, errors: readonly string[]): OpenPage {
  /** Children before their parents. */
  const nodes = (from: ExparserNode): ExparserNode[] => [...childrenOf(from).flatMap(nodes), from];
  const text = (): string => textOf(root, exparser);
  const find = (words: string): ExparserNode[] => {
    const elements = nodes(root).filter(isElement);
    const exact = elements.filter(
      (node) => attribute(node, 'aria-label') === words || textOf(node, exparser) === words,
    );
    return [
      ...exact,
      ...elements.filter((node) => !exact.includes(node) && textOf(node, exparser).includes(words)),
    ];
  };
  const first = (words: string): ExparserNode => {
    const [node] = find(words);
    if (!node) throw new Error(`Nothing says "${words}" on this page: ${text()}`);
    return node;
  };
  const dispatch = (node: ExparserNode, name: string, detail: object, bubbles: boolean): void =>
    exparser.Event.dispatchEvent(
      node,
      exparser.Event.create(name, detail, { bubbles, composed: bubbles, capturePhase: bubbles }),
    );
  const tapNode = async (node: ExparserNode): Promise<void> => {
    dispatch(node, 'tap', {}, true);
    await drawn();
  };
  return {
    root,
    text,
    find,
    withAttribute: (name) =>
      nodes(root)
        .map((node) => ({ node, value: attribute(node, name) }))
        .filter(({ value }) => value !== ''),
    tap: (words) => tapNode(first(words)),
    tapNode,
    async type(label, value) {
      const field = nodes(root).find((node) => isField(node) && attribute(node, 'aria-label') === label);
      if (!field) throw new Error(`No field is labelled "${label}" on this page: ${text()}`);
      dispatch(field, 'input', { value }, false);
      await drawn();
    },
    waitFor: (words) =>
      until(
        () => text().includes(words),
        () => `"${words}" never came. The page says: ${text()}`,
        errors,
      ),
  };
}
