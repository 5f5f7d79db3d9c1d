/** What an API token may be that somebody chooses: seeds and `--token` alike. */
export const TOKEN_FORM = /^[\w-]{20,200}$/;

/** The rule in words, as it goes on after the name of what breaks it. */
export const TOKEN_RULE = 'must be 20 to 200 letters, digits, "-" and "_"';
