import { type Fault, missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import type { OrgDetails, OrgRow } from '../../store/rows/org.js';

type Body = Given<Schemas['OrgSetting']>;

/** What a client may say of the org besides its name, and how long it may be (inferred). */
const LENGTHS: Readonly<Record<keyof OrgDetails, number>> = {
  website: 1024,
  phoneNumber: 255,
  endUserSupportHelpURL: 1024,
  supportPhoneNumber: 255,
  address1: 255,
  address2: 255,
  city: 255,
  state: 255,
  country: 255,
  postalCode: 255,
};

const FIELDS = Object.keys(LENGTHS) as (keyof OrgDetails)[];

type Settings = OrgDetails & Pick<OrgRow, 'companyName'>;

const lengthFaults = (body: Body): Fault[] => [
  ...tooLong('companyName', body.companyName),
  ...FIELDS.flatMap((field) => tooLong(field, body[field], LENGTHS[field])),
];

/**
 * The settings that a body brings, and those alone.
 * @throws OktaError 400 E0000001 for a name that is blank, and for what is too long
 */
export function partOf(body: Body): Partial<Settings> {
  const { companyName } = body;
  refuseAll([...('companyName' in body ? missing('companyName', companyName) : []), ...lengthFaults(body)]);
  const given = FIELDS.filter((field) => body[field] !== undefined);
  return {
    ...(companyName === undefined || companyName === null ? {} : { companyName }),
    ...Object.fromEntries(given.map((field) => [field, body[field] ?? null])),
  };
}

/**
 * All settings: what a body does not bring is taken away.
 * @throws OktaError 400 E0000001 for a name that is missing or blank, and for what is too long
 */
export function wholeOf(body: Body): Partial<Settings> {
  refuseAll([...missing('companyName', body.companyName), ...lengthFaults(body)]);
  return {
    companyName: String(body.companyName),
    ...Object.fromEntries(FIELDS.map((field) => [field, body[field] ?? null])),
  };
}
