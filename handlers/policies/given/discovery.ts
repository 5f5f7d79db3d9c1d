import { blank } from '../../../contract/errors.js';
import { type Fault, objectOf } from '../../../contract/given.js';
import type { JsonObject } from '../../../store/rows/common.js';
import { idOf, type Reads } from './ids.js';
import { choice, ifGiven, list, object, type Reader, text } from './readers.js';

/** Providers that stand alone, and those that are named without an id (facts: policy §Actions). */
const ALONE = ['AgentlessDSSO', 'IWA', 'X509'];
const WITHOUT_ID = ['OKTA', 'AgentlessDSSO', 'IWA'];
const MAX_PROVIDERS = 10;

/** One provider. The id that one of Okta's own is given does not count. */
const provider =
  (ctx: Reads): Reader<JsonObject> =>
  (value, at, faults) => {
    const type = objectOf(value)?.type;
    const id = WITHOUT_ID.includes(String(type)) ? text() : idOf(ctx, 'identityProviders');
    return object({ type: text(), id, name: text() })(value, at, faults);
  };

const idp = (ctx: Reads): Reader<JsonObject> =>
  object({
    providers: list(provider(ctx), []),
    matchCriteria: ifGiven(list(object({ providerExpression: text(), propertyName: text('name') }))),
    idpSelectionType: choice(['SPECIFIC', 'DYNAMIC'], 'SPECIFIC'),
  });

const expressionsOf = (criteria: unknown): unknown[] =>
  Array.isArray(criteria) ? criteria.flatMap((item: JsonObject) => item.providerExpression ?? []) : [];

function faultsOf({ providers, matchCriteria, idpSelectionType }: JsonObject, at: string): Fault[] {
  const named = (Array.isArray(providers) ? providers : []) as readonly JsonObject[];
  const expressions = expressionsOf(matchCriteria);
  const where = `${at}.providers`;
  const say = (sentence: string): Fault[] => [[where, `${where}: ${sentence}`]];
  if (idpSelectionType === 'DYNAMIC') {
    const place = `${at}.matchCriteria`;
    return [
      ...(named.length > 0 ? say('A rule that finds its provider by an expression names none') : []),
      ...(expressions.length === 0 ? ([[place, blank(place)]] as Fault[]) : []),
    ];
  }
  if (expressions.length > 0) return [[at, `${at}: An expression takes the selection type DYNAMIC`]];
  if (named.length === 0) return [[where, blank(where)]];
  if (named.length > MAX_PROVIDERS) return say(`At most ${MAX_PROVIDERS} providers`);
  return [
    ...(named.length > 1 && named.some(({ type }) => ALONE.includes(String(type))) ? say('It stands alone') : []),
    ...named.flatMap(({ type, id }): Fault[] => {
      if (type === undefined) return [[`${where}.type`, blank(`${where}.type`)]];
      return id === undefined && !WITHOUT_ID.includes(String(type)) ? [[`${where}.id`, blank(`${where}.id`)]] : [];
    }),
  ];
}

/** Where a rule of the IdP discovery policy sends people. */
export const discoveryActions =
  (ctx: Reads): Reader<JsonObject> =>
  (value, at, faults) => {
    const given = object({ idp: idp(ctx) })(value, at, faults);
    if (given) faults.push(...faultsOf(given.idp as JsonObject, `${at}.idp`));
    return given;
  };
