/** What a collection of either client yields, walked to its end. */
export async function walked<T>(collection: AsyncIterable<T | null>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of collection) if (item !== null) found.push(item);
  return found;
}
