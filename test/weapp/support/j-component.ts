/** As much of j-component's and exparser's insides as the tests need; neither publishes types of them. */
export interface VirtualTree {
  type: unknown;
  tagName: string;
  componentId: string;
  content: string;
  key?: string;
  children: VirtualTree[];
  attrs: { name: string; value: unknown }[];
  event: Record<string, { name: string; isCapture: boolean; handler: unknown; id?: unknown }>;
  exparserNode: ExparserNode;
}

export interface ExparserNode {
  _vt?: VirtualTree;
  textContent?: string;
  childNodes?: ExparserNode[];
  parentNode?: ExparserNode;
  shadowRoot?: ExparserNode;
  ownerShadowRoot: ExparserNode;
  appendChild(child: ExparserNode): void;
  insertBefore(child: ExparserNode, before: ExparserNode): void;
  removeChild(child: ExparserNode): void;
  replaceChild(child: ExparserNode, old: ExparserNode): void;
}

export interface Exparser {
  TextNode: new () => ExparserNode;
  Event: {
    create(name: string, detail: object, options: object): unknown;
    dispatchEvent(node: ExparserNode, event: unknown): void;
  };
  removeListenerFromElement(node: ExparserNode, name: string, id: unknown, options: object): void;
}

interface Render {
  updateAttrs(node: ExparserNode, attrs: VirtualTree['attrs']): void;
  updateEvent(node: ExparserNode, event: VirtualTree['event']): void;
  renderExparserNode(tree: VirtualTree, host: null, shadowRoot: ExparserNode): ExparserNode;
}
interface Diff {
  diffVt(before: VirtualTree, after: VirtualTree): void;
  diffAttrs(before: VirtualTree['attrs'], after: VirtualTree['attrs']): VirtualTree['attrs'] | false;
}
interface JComponent {
  register(definition: { path?: string }): string;
}

const sameKind = (a: VirtualTree, b: VirtualTree): boolean =>
  a.type === b.type && a.tagName === b.tagName && a.componentId === b.componentId && a.key === b.key;

const bound = (event: VirtualTree['event']): string =>
  JSON.stringify(Object.values(event).map(({ name, isCapture, handler }) => [name, isCapture, handler]));

/** j-component 1.4.10 puts keyed children in a wrong order ([a..e] reversed becomes e d a b c); this one does not. */
function correctDiff(exparser: Exparser, render: Render, diff: Diff): Diff['diffVt'] {
  const made = (tree: VirtualTree, root: ExparserNode): ExparserNode =>
    render.renderExparserNode(tree, null, root);

  function changed(node: ExparserNode, before: VirtualTree, after: VirtualTree): void {
    const attrs = diff.diffAttrs(before.attrs, after.attrs);
    if (attrs) render.updateAttrs(node, attrs);
    if (bound(before.event) === bound(after.event)) after.event = before.event;
    else {
      for (const { name, isCapture, id } of Object.values(before.event))
        exparser.removeListenerFromElement(node, name, id, { capture: isCapture });
      render.updateEvent(node, after.event);
    }
    const left = [...before.children];
    // A shadow root owns what is in it; everything else says whose it is.
    const root = node.ownerShadowRoot ?? node;
    const next = after.children.map((child) => {
      const at = left.findIndex(
        (other) => sameKind(other, child) && (!isText(child) || other.content === child.content),
      );
      const [kept] = at < 0 ? [] : left.splice(at, 1);
      if (!kept) return made(child, root);
      patch(kept, child);
      return kept.exparserNode;
    });
    left.forEach((gone) => node.removeChild(gone.exparserNode));
    next.forEach((child, at) => {
      const there = node.childNodes?.[at];
      if (there === child) return;
      if (there) node.insertBefore(child, there);
      else node.appendChild(child);
    });
  }

  const isText = (tree: VirtualTree): boolean => tree.tagName === '' && tree.children.length === 0;

  function patch(before: VirtualTree, after: VirtualTree): void {
    const node = before.exparserNode;
    after.exparserNode = node;
    if (!isText(after)) changed(node, before, after);
    node._vt = after;
  }
  return patch;
}

/**
 * Loads j-component into the current module registry, mended. `ids` fills with what each path registers as:
 * every component registers once a bundle, and later pages name it by its id.
 */
export function loadJComponent(): { exparser: Exparser; ids: Map<string, string> } {
  const exparser = jest.requireActual<Exparser>('miniprogram-exparser');
  const diff = jest.requireActual<Diff>('j-component/src/render/diff');
  const render = jest.requireActual<Render>('j-component/src/render/render');
  diff.diffVt = correctDiff(exparser, render, diff);
  const component = jest.requireActual<JComponent>('j-component');
  const ids = new Map<string, string>();
  const register = component.register.bind(component);
  component.register = (definition) => {
    const id = register(definition);
    if (definition.path) ids.set(definition.path, id);
    return id;
  };
  return { exparser, ids };
}
