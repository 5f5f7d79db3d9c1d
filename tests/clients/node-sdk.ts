/** What a collection of either version of the Node SDK yields, walked to its end. */
export async function walked<T>(collection: AsyncIterable<T | null>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of collection) if (item !== null) found.push(item);
  return found;
}

/** Status and code that a call is refused with. Rejects where it ends otherwise than in the client's own kind of error. */
export async function refusal(call: Promise<unknown>): Promise<[number, string]> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error) || error.name !== 'OktaApiError') throw new Error(`not refused, but ${error}`);
  const { status, errorCode } = error as Error & { status: number; errorCode: string };
  return [status, errorCode];
}
