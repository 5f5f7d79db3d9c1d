/** The options that messages speak of, as the command line has them. */
export type OptionName =
  | 'allow-hook-host'
  | 'allow-host'
  | 'control-token'
  | 'data'
  | 'fresh'
  | 'https'
  | 'port'
  | 'seed'
  | 'token';

/** How messages name an option, with a value where one is meant: who uses the package has no command line. */
export type OptionWords = (name: OptionName, value?: string) => string;

/** An option as the command takes it. */
export const asFlag: OptionWords = (name, value) => (value === undefined ? `--${name}` : `--${name} ${value}`);

/** What says a thing that names options, in the words of who reads it. */
export type Said = string | ((words: OptionWords) => string);
