/** The paths of Fastify's route tree: every line is indented by its depth and names what it adds. */
export function pathsOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((row) => {
    const found = /^([│├└─ ]*)(\S+)(?: \((.+)\))?$/.exec(row);
    if (!found) return [];
    const [, indent = '', segment = '', methods] = found;
    const depth = indent.length / 4;
    above.splice(depth - 1);
    const path = above.join('') + segment;
    above.push(segment);
    return methods ? [path] : [];
  });
}
