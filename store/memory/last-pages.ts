import type { Row } from '../rows/common.js';
import type { Page, PageQuery } from '../types.js';

/** Pages that are remembered; the one that was made first goes. */
const MOST = 8;
/** Larger pages are not: it is what clients poll that comes again. */
const MOST_ROWS = 256;

interface Made<R extends Row> {
  readonly query: PageQuery<R>;
  readonly page: Page<R>;
}

/** Whether two queries ask for the same. Tests are the same where they are one function: those of filters are kept. */
function isSame<R extends Row>(a: PageQuery<R>, b: PageQuery<R>): boolean {
  return (
    a.limit === b.limit &&
    a.filter === b.filter &&
    a.after?.seq === b.after?.seq &&
    a.after?.key === b.after?.key &&
    a.within?.index === b.within?.index &&
    a.within?.key === b.within?.key &&
    a.order?.name === b.order?.name &&
    a.order?.from === b.order?.from &&
    a.order?.to === b.order?.to
  );
}

/**
 * The pages that were asked for since the collection last changed: who polls asks for the same again, and the search for
 * its beginning and end is most of the work. Sorted ones, and those of values that no index is declared for, are made
 * anew: their questions are counted.
 */
export class LastPages<R extends Row> {
  #made: Made<R>[] = [];

  /** The page that answers this query, where it was made before. */
  find(query: PageQuery<R>): Page<R> | undefined {
    if (query.sort || query.equal) return undefined;
    for (const { query: known, page } of this.#made) if (isSame(known, query)) return page;
    return undefined;
  }

  /** Remembers a page. @returns it */
  keep(query: PageQuery<R>, page: Page<R>): Page<R> {
    if (query.sort || query.equal || page.rows.length > MOST_ROWS) return page;
    if (this.#made.length === MOST) this.#made.shift();
    this.#made.push({ query, page });
    return page;
  }

  /** A row came, went or is another: no page holds any more. */
  forget(): void {
    if (this.#made.length > 0) this.#made = [];
  }
}
