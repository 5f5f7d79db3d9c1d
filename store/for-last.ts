/** Makes something of a value once for as long as the same value is asked for: who comes once comes again. */
export function forLast<T, R>(make: (value: T) => R): (value: T) => R {
  let last: T | undefined;
  let made: R | undefined;
  return (value) => {
    if (made === undefined || value !== last) {
      made = make(value);
      last = value;
    }
    return made;
  };
}
