/**
 * A circle of things that need each other, the first found, with its first name once more at its end; undefined where
 * there is none.
 * @param needs names by name
 */
export function circleOf(needs: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const settled = new Set<string>();
  const walk = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (settled.has(name)) return undefined;
    const at = way.indexOf(name);
    if (at >= 0) return [...way.slice(at), name];
    for (const next of needs.get(name) ?? []) {
      const circle = walk(next, [...way, name]);
      if (circle) return circle;
    }
    settled.add(name);
    return undefined;
  };
  for (const name of needs.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}
