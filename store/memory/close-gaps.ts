/** Takes so many items that follow each other out of a list. */
export function cutOut<T>(list: T[], at: number, count: number): void {
  // The oldest of a bounded list go one by one: of some thousands a shift moves none, a splice all.
  if (at === 0 && count === 1) list.shift();
  else list.splice(at, count);
}

/** Takes the items at these places, which grow, out of a list: each of the others moves once, however many go. */
export function closeGaps<T>(list: T[], places: readonly number[]): void {
  const [first] = places;
  if (first === undefined) return;
  if ((places.at(-1) as number) - first < places.length) return cutOut(list, first, places.length);
  let to = first;
  let next = 0;
  for (let at = first; at < list.length; at++) {
    if (at === places[next]) next += 1;
    else list[to++] = list[at] as T;
  }
  list.length = to;
}
