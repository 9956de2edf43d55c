/** What people read and no code looks at: text of the tables, of schemas, of what a ruling still needs, and of faults. */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const KEYS = new Set(['title', 'does', 'why', 'typical', 'codes', 'needs', 'message', 'help', 'says', 'asks']);
const CALLS = new Set(['describe', 'meta', 'Error', 'RangeError']);

const isProse = ({ node }) =>
  ((node.type === 'ObjectProperty' || node.type === 'Property') && KEYS.has(node.key.name)) ||
  ((node.type === 'CallExpression' || node.type === 'NewExpression') &&
    CALLS.has(node.callee.property?.name ?? node.callee.name));

/** A text inside another function than the one that says it is not its prose. */
const isBoundary = ({ node }) => /Function|ObjectMethod/.test(node.type);

const ignorer = {
  shouldIgnore(path) {
    if (path.node.type !== 'StringLiteral' && path.node.type !== 'TemplateLiteral') return undefined;
    for (let up = path.parentPath; up && !isBoundary(up); up = up.parentPath) if (isProse(up)) return 'text for people';
    return undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', ignorer)];
