import { cannotRefuse } from './coverage/cannot-refuse.js';
import { drifted, writeDocuments } from './coverage/document.js';
import { type MatrixRow, matrix } from './coverage/matrix.js';
import { writeRefusals } from './coverage/refusals.js';

const mark = (is: boolean): string => (is ? 'yes' : '-');
const columns = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i < 2 ? String(cell).padEnd(i === 0 ? 20 : 70) : String(cell).padStart(9))).join('');

/** What a refusal reads as: an operation that cannot refuse owes none. */
const refusalOf = ({ operationId, refusal }: MatrixRow): string =>
  refusal ? 'yes' : operationId in cannotRefuse ? 'cannot' : '-';

function printMatrix(rows: readonly MatrixRow[]): void {
  console.log(columns(['group', 'operation', 'success', 'refusal']));
  for (const row of rows) {
    console.log(columns([row.group, row.operationId, mark(row.success), refusalOf(row)]));
  }
}

function printTotals(rows: readonly MatrixRow[]): void {
  const totals = (name: string, of: readonly MatrixRow[]): string => {
    const count = (test: (row: MatrixRow) => boolean): string => `${of.filter(test).length}`;
    return columns([
      name,
      `${of.length} operations`,
      count((row) => row.success),
      count((row) => refusalOf(row) !== '-'),
    ]);
  };
  console.log(`\n${columns(['group', '', 'success', 'refusal'])}`);
  for (const group of new Set(rows.map((row) => row.group))) {
    console.log(
      totals(
        group,
        rows.filter((row) => row.group === group),
      ),
    );
  }
  console.log(totals('all', rows));
}

/** What keeps the matrix from being complete, one sentence each. */
function gaps(rows: readonly MatrixRow[]): string[] {
  return rows.flatMap((row) => {
    const { operationId } = row;
    return [
      ...(row.success ? [] : [`no test saw ${operationId} succeed`]),
      ...(refusalOf(row) === '-' ? [`no test saw ${operationId} refuse`] : []),
    ];
  });
}

const rows = await matrix();
if (!rows) {
  console.error('coverage: there is no test run to look at; run `npm test` first.');
  process.exit(1);
}
printMatrix(rows);
printTotals(rows);
const missing = gaps(rows);
if (process.argv.includes('--write')) await Promise.all([writeDocuments(rows), writeRefusals(rows)]);
if (process.argv.includes('--check')) {
  for (const path of await drifted(rows)) missing.push(`${path} is not what this run saw: npm run coverage -- --write`);
  if (missing.length > 0) console.log(`\n${missing.join('\n')}`);
  console.log(missing.length === 0 ? '\ncoverage is complete' : `\ncoverage lacks ${missing.length}`);
  process.exitCode = missing.length === 0 ? 0 : 1;
}
