/** Nobody reads it: it is there so that its shape is. */
let held: object | undefined;

/**
 * Keeps what Node makes of one `process.nextTick` for as long as the process runs. Each call makes an object with two
 * symbols for names; when a full collection finds none of them, the engine lets their shape go, and every call from then
 * on, of which an answer takes eight, is three times as slow.
 */
export function holdTickShape(): void {
  process.nextTick(() => {
    held ??= process.getBuiltinModule('node:async_hooks').executionAsyncResource();
  });
}

/** What is held; undefined before it is. */
export const heldTick = (): object | undefined => held;
