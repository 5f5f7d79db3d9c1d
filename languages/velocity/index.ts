/**
 * Apache Velocity, as the templates of mails are written in. velocityjs has the order of operators; what Velocity reads
 * and prints otherwise than velocityjs does (facts: velocity) is ours, and so are the limits that bound each template.
 */
export { TemplateError, type TemplateFault } from './error.js';
export { limits as templateLimits } from './limits.js';
export type { Functions } from './members.js';
export { parseTemplate, type Template } from './parser.js';
export { referencesOf } from './references.js';
export { render } from './render.js';
export type { Plain } from './values.js';
