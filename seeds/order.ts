/** The sections that seeds of the first version hold, in their order there; later ones follow by name. */
const first = ['userTypes', 'groups', 'users', 'groupRules', 'linkedObjects', 'policies', 'tokens'];

/** The names of sections in the order in which seeds hold them and orgs are filled. */
export const inOrder = <N extends string>(names: readonly N[]): N[] => [
  ...first.flatMap((name) => names.find((other) => other === name) ?? []),
  ...names.filter((name) => !first.includes(name)).sort(),
];
