/**
 * Apache Velocity, as the templates of mails are written in. velocityjs has the order of operators; what Velocity reads
 * and prints otherwise than velocityjs does (facts: velocity) is ours, and so are the limits that bound each template.
 *
 * What is printed is what Velocity 1.7 prints, but for these: what is empty or 0 is false (as from 2.0 on); `$one-1`
 * subtracts; `$` and `#` at the end of a template, or right before a directive, are text (2.3; 1.7 stumbles); an array
 * prints as a list (2.3); and reflection (`$text.class`) is nothing, as in an engine that is set up safely.
 */
export { TemplateError, type TemplateFault } from './error.js';
export { limits as templateLimits } from './limits.js';
export type { Functions } from './members.js';
export { parseTemplate, type Template } from './parser.js';
export { referencesOf } from './references.js';
export { render } from './render.js';
export type { Plain } from './values.js';
