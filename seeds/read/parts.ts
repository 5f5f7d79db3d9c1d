import * as z from 'zod';
import { isDateTime } from '../../objects/schemas/formats.js';
import type { Json } from '../../store/rows/common.js';

/** Any JSON value. */
const json: z.ZodType<Json> = z.json() as unknown as z.ZodType<Json>;

/** A JSON object whose members are not looked at. */
export const jsonObject = z.record(z.string(), json);

/** A name or a sentence. */
export const text = z.string().min(1).max(1024);

/** A pinned id: the type's prefix and 17 more characters. */
export const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[0-9A-Za-z]{17}$`), `must be ${prefix} and 17 more letters and digits`)
    .optional();

/** A time with its zone. */
export const time = z.string().refine(isDateTime, 'must be a time such as 2026-01-31T08:00:00Z').optional();

/** Whether an object that can be deactivated is in use. */
export const status = z.enum(['ACTIVE', 'INACTIVE']).default('ACTIVE');

/** A property definition may be as short as `{}`: a text titled by its name. */
const definition = z.strictObject({
  title: json.optional(),
  description: json.optional(),
  type: json.optional(),
  required: json.optional(),
  format: json.optional(),
  unique: json.optional(),
  mutability: json.optional(),
  externalName: json.optional(),
  externalNamespace: json.optional(),
  scope: json.optional(),
  minLength: json.optional(),
  maxLength: json.optional(),
  minimum: json.optional(),
  maximum: json.optional(),
  enum: json.optional(),
  oneOf: json.optional(),
  items: json.optional(),
  permissions: json.optional(),
  master: json.optional(),
});

/** Custom properties by name. */
export const properties = z.record(z.string(), definition).default({});

/** Custom properties as they are written. */
export type WrittenProperties = z.infer<typeof properties>;
