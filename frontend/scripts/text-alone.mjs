import ts from 'typescript';

const TEXT = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike;

/**
 * A text that has siblings is a text node of its own to React, which later changes or removes that very node. Browsers that
 * translate a page replace text nodes, and removing one that is gone throws. A text that is the only child is set as the
 * content of its element, whatever became of the node.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const textAlone = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      alone:
        'Put the text into an element of its own: beside siblings it breaks when the page is translated.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    /** @param {any} child */
    const isDrawn = (child) =>
      child.type === 'JSXText' ? child.value.trim() !== '' : child.expression?.type !== 'JSXEmptyExpression';
    /** @param {any} child */
    const isText = (child) => {
      if (child.type !== 'JSXExpressionContainer') return child.type === 'JSXText';
      const { expression } = child;
      if (expression.type === 'Literal') return typeof expression.value === 'string';
      // Without types only what is written there is known.
      const type = services['getTypeAtLocation']?.(expression);
      if (type === undefined || type.aliasSymbol?.name === 'ReactNode') return false;
      const types = type.isUnion() ? type.types : [type];
      return types.some((/** @type {ts.Type} */ each) => (each.flags & TEXT) !== 0);
    };
    /** @param {any} node */
    const check = ({ children }) => {
      const drawn = children.filter(isDrawn);
      if (drawn.length < 2) return;
      for (const node of drawn.filter(isText)) context.report({ node, messageId: 'alone' });
    };
    return { JSXElement: check, JSXFragment: check };
  },
};
