import { lateLoads, layered, parallel, type Room, type RuleName, rooms, starts } from './rules.js';
import { type Fault, type Import, isIn, type Source } from './sources.js';

const isNamed = (name: string, names: readonly string[]): boolean =>
  names.some((n) => (n.endsWith('*') ? name.startsWith(n.slice(0, -1)) : name === n));

const isOurs = ({ target }: Import): boolean =>
  isIn(target, ['generated/', 'scripts/', 'tests/']) || roomOf(target) !== undefined;

function roomOf(path: string): Room | undefined {
  const fitting = rooms.filter(({ room }) => path.startsWith(room));
  return fitting.sort((a, b) => b.room.length - a.room.length)[0];
}

/** The folder of a room that a file is in, or undefined for a file at the room's root. */
function folderOf(path: string, room: string): string | undefined {
  if (!path.startsWith(room)) return undefined;
  const [folder, ...rest] = path.slice(room.length).split('/');
  return rest.length === 0 ? undefined : folder;
}

function faultAt(rule: RuleName, path: string, { line }: Import, what: string): Fault {
  return { rule, path, line, what };
}

/** A room loads what its row says and no more. */
function roomFaults({ path, imports }: Source): Fault[] {
  const at = roomOf(path);
  if (at === undefined) return [];
  return imports.flatMap((one) => {
    if (!isOurs(one)) {
      if (isNamed(one.target, at.packages)) return [];
      return [faultAt('package', path, one, `${at.room} does not load ${one.target}`)];
    }
    if (roomOf(one.target) === at || isIn(one.target, at.may)) return [];
    return [faultAt('room', path, one, `${at.room} does not import ${one.target}`)];
  });
}

/** Whether a file may load one of the parallel room: in a folder, its own; outside of them, by the door. */
function mayEnter(path: string, target: string): boolean {
  const folder = folderOf(target, parallel.room);
  const own = folderOf(path, parallel.room);
  if (own !== undefined) return folder === own;
  return path === parallel.door ? target === `${parallel.room}${folder}/index.ts` : target === parallel.door;
}

/** Groups stand side by side: none knows another, and the rooms above come in by the one door. */
function groupFaults({ path, imports }: Source): Fault[] {
  const isAbove = roomOf(path)?.may.includes(parallel.room);
  if (!isAbove && !path.startsWith(parallel.room)) return [];
  return imports
    .filter(({ target }) => target.startsWith(parallel.room) && !mayEnter(path, target))
    .map((one) => faultAt('group', path, one, `${one.target} is not for here: groups are loaded by ${parallel.door}`));
}

function lateFaults({ path, imports }: Source): Fault[] {
  return lateLoads.flatMap(({ from, to, why }) =>
    imports
      .filter((one) => path.startsWith(from) && one.target.startsWith(to) && one.loading !== 'types')
      .map((one) => faultAt('late', path, one, `only types come from ${to}: ${why}`)),
  );
}

/** The linter sees a circle of files in imports at their top alone. */
function typeImportFaults({ path, imports }: Source): Fault[] {
  return imports
    .filter(({ inPlace }) => inPlace)
    .map((one) => faultAt('type-import', path, one, `import ${one.target} at the top of the file`));
}

interface Step {
  readonly to: string;
  readonly by: Source;
  readonly through: Import;
}

/** What kinds a kind of object imports, with the import that shows it. */
function kindSteps(sources: readonly Source[]): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  for (const by of sources) {
    const from = folderOf(by.path, layered);
    if (from === undefined) continue;
    for (const through of by.imports) {
      const to = folderOf(through.target, layered);
      if (to === undefined || to === from) continue;
      steps.set(from, [...(steps.get(from) ?? []), { to, by, through }]);
    }
  }
  return steps;
}

/** The shortest way from one kind to another, or undefined. */
function wayBetween(steps: ReadonlyMap<string, readonly Step[]>, from: string, to: string): string[] | undefined {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1) as string;
    if (last === to) return way;
    for (const step of steps.get(last) ?? []) {
      if (seen.has(step.to)) continue;
      seen.add(step.to);
      ways.push([...way, step.to]);
    }
  }
  return undefined;
}

/** Kinds of objects lie in layers: no import of one by another has a way back. */
function kindFaults(sources: readonly Source[]): Fault[] {
  const steps = kindSteps(sources);
  return [...steps].flatMap(([from, taken]) =>
    taken.flatMap(({ to, by, through }) => {
      const back = wayBetween(steps, to, from);
      if (back === undefined) return [];
      return [faultAt('kind-circle', by.path, through, `kinds go in a circle: ${[from, ...back].join(' -> ')}`)];
    }),
  );
}

/** A start loads a handful of packages: what else is reached from its entry without `await import()` is a fault. */
function startFaults({ entry, packages }: (typeof starts)[number], byPath: ReadonlyMap<string, Source>): Fault[] {
  const ways = [[entry]];
  const seen = new Set([entry]);
  const faults: Fault[] = [];
  for (const way of ways) {
    const path = way.at(-1) as string;
    for (const one of byPath.get(path)?.imports ?? []) {
      if (one.loading !== 'at once' || seen.has(one.target)) continue;
      if (isOurs(one)) {
        seen.add(one.target);
        ways.push([...way, one.target]);
      } else if (!isNamed(one.target, packages)) {
        faults.push(faultAt('start', path, one, `every start loads ${one.target}: ${way.join(' -> ')}`));
      }
    }
  }
  return faults;
}

/** Holds the sources to the walls between the rooms: who imports whom, and what a start loads. */
export function wallFaults(sources: readonly Source[]): Fault[] {
  const alone = sources.flatMap((source) =>
    [roomFaults, groupFaults, lateFaults, typeImportFaults].flatMap((look) => look(source)),
  );
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return [...alone, ...kindFaults(sources), ...starts.flatMap((start) => startFaults(start, byPath))];
}
