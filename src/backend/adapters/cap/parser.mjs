// Runs in a thread of its own: whatever a file from outside does to a parser, it does not do to the server.
// Plain JavaScript, since a thread starts without what lets the others be TypeScript.
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { ParseOption, XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';

const versions = {
  'urn:oasis:names:tc:emergency:cap:1.1': '1.1',
  'urn:oasis:names:tc:emergency:cap:1.2': '1.2',
};
const signature = 'http://www.w3.org/2000/09/xmldsig#';
const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;
const MOST_FAULTS = 20;
const LONGEST = 300;

const schemas = {};
/** Each is compiled once, when it is first needed. */
function schemaOf(version) {
  schemas[version] ??= XsdValidator.fromDoc(
    XmlDocument.fromBuffer(
      readFileSync(new URL(`./schema/cap${version.replace('.', '')}.xsd`, import.meta.url)),
    ),
  );
  return schemas[version];
}

const told = ({ line, message }) => {
  const plain = message
    .trim()
    .replace(/\{[^}]*\}/g, '')
    .replace(/\s+/g, ' ');
  return `line ${line}: ${plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain}`;
};
const faultsOf = (error) => {
  const details = error.details ?? [];
  return details.length > 0 ? details.slice(0, MOST_FAULTS).map(told) : [String(error.message).trim()];
};

function* elementsOf(parent) {
  for (let node = parent.firstChild; node; node = node.next) if (node instanceof XmlElement) yield node;
}
const treeOf = (element) => {
  const children = [...elementsOf(element)].map(treeOf);
  return { name: element.name, text: children.length > 0 ? '' : element.content, children };
};

/** A feed has no schema of ours, and says where alerts lie in attributes. */
const feedOf = (element) => {
  const children = [...elementsOf(element)].map(feedOf);
  return {
    name: element.name,
    text: children.length > 0 ? '' : element.content,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    children,
  };
};

function judge(document) {
  const { root } = document;
  const version = root.name === 'alert' ? versions[root.namespaceUri] : undefined;
  if (!version) return refused(`not an alert of CAP 1.1 or 1.2, but ${root.name} of "${root.namespaceUri}"`);
  // A signature is no part of what it signs, wherever in the alert it stands.
  const signatures = [...elementsOf(root)].filter(
    ({ name, namespaceUri }) => name === 'Signature' && namespaceUri === signature,
  );
  for (const each of signatures) each.remove();
  const signed = signatures.length > 0;
  try {
    schemaOf(version).validate(document);
  } catch (error) {
    return { ok: false, signed, faults: faultsOf(error) };
  }
  return { ok: true, signed, version, root: treeOf(root) };
}

const refused = (...faults) => ({ ok: false, signed: false, faults });

function look({ as, text }) {
  let document;
  try {
    // The text is decoded already; its declaration speaks of what it was.
    document = XmlDocument.fromString(text, { encoding: 'utf-8', option });
  } catch (error) {
    return refused(...faultsOf(error));
  }
  try {
    if (document.dtd) return refused('a DOCTYPE is not read');
    return as === 'alert' ? judge(document) : { ok: true, root: feedOf(document.root) };
  } finally {
    document.dispose();
  }
}

parentPort.on('message', ({ id, ...asked }) => parentPort.postMessage({ id, ...look(asked) }));
