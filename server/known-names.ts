import { didYouMean } from '../seeds/read/nearest.js';

const PREFIX = 'MOCKTA_';

/** Variables of the project's own scripts and tests: those of the server are its options. */
const OF_SCRIPTS = ['MOCKTA_COVERAGE', 'MOCKTA_DIRECT', 'MOCKTA_FUZZ_SEED', 'MOCKTA_RECORDINGS'];

/** Variables that begin as ours do and are none, each in a sentence. @param known the names of those that there are */
export const unknownVariables = (
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): readonly string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name) && !OF_SCRIPTS.includes(name))
    .sort()
    .map((name) => `there is no variable ${name}${didYouMean(name, known)}; it changes nothing. See --help.`);

/** The option that was probably meant: of one letter those that begin with it, which is all that it tells. */
function meant(option: string, known: readonly string[]): string {
  if (option.length > 2) return didYouMean(option, known);
  const names = known.filter((name) => name.startsWith(`-${option.toLowerCase()}`));
  return names.length === 0 ? '' : ` (did you mean ${names.join(' or ')}?)`;
}

/** What is wrong with a command line, from what Node's parser says of it. */
export function argumentFault(message: string, known: readonly string[]): string {
  const option = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (option !== undefined) return `There is no option ${option}${meant(option, known)}. See --help.`;
  const ambiguous = /^Option '(?:-\w, )?(--[\w-]+)/.exec(message)?.[1];
  if (/argument is ambiguous/.test(message))
    return `${ambiguous} needs a value; one that begins with "-" follows a "=".`;
  if (/argument missing/.test(message)) return `${ambiguous} needs a value.`;
  if (/does not take an argument/.test(message)) return `${ambiguous} takes no value. See --help.`;
  const argument = /^Unexpected argument '(.*?)'/s.exec(message)?.[1];
  if (argument === undefined) return `${message.split(/\. |\.?\n/)[0]}. See --help.`;
  return `There is no argument ${argument}: options begin with "--"${/^[\w./-]+\.(?:ya?ml|json)$/.test(argument) ? '; a seed file is given with --seed' : ''}. See --help.`;
}
