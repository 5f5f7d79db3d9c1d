/** The schema id of a user type: the type's, with `osc` for `oty` (facts: user-types). */
export const schemaIdOf = (typeId: string): string => `osc${typeId.slice(3)}`;
