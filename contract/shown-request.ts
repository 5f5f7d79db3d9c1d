/** A request as `/_sandbox/requests` tells it, and pages show it. */
export interface ShownRequest {
  readonly id: string;
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly status: number | null;
  readonly ms: number | null;
  readonly errorCode: string | null;
  readonly why: readonly string[];
  readonly body: unknown;
  readonly bodyLost: boolean;
}
