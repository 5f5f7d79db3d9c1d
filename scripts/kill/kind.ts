import type { Client } from './client.js';

/** What one writer did in a round, and how to see that it is still there. */
export interface Work {
  /** The next few writes. Rejects when the sandbox is gone. */
  step(client: Client): Promise<void>;
  /** What was answered and is not held after the restart, and what is half there; asked once. */
  lost(client: Client): Promise<string[]>;
}

/** A kind of write that kills must not undo. */
export interface Kind {
  readonly name: string;
  /** How many writers of this kind a round has. */
  readonly writers: number;
  /** A writer's work in one round. @param label a word that no other writer of any round has */
  begin(label: string): Work;
}

/** A sentence where something does not hold. */
export const unless = (holds: boolean, sentence: string): string[] => (holds ? [] : [sentence]);

/** The body of a new user. */
export const person = (login: string, more: object = {}): { profile: Record<string, unknown> } => ({
  profile: { firstName: 'Kay', lastName: 'Kill', email: login, login, ...more },
});
