/**
 * Loads something once, when it is first asked for. What cannot be loaded then, as while very many files are open, is
 * tried again the next time: a failure is not kept.
 */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
