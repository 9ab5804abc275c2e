import ts from 'typescript';

/** A key of words that a source asks for; a `prefix` is the fixed beginning of one that is put together. */
export type UsedKey = {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly prefix: boolean;
};

/** Finds the keys in `t('…')`, `….t('…')` and the codes in `new Problem(kind, '…')`, whose sentences are in `errors`. */
export function findUsedKeys(file: string, source: string): readonly UsedKey[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: UsedKey[] = [];
  const add = (node: ts.Node | undefined, lead: string): void => {
    if (node === undefined) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    if (ts.isStringLiteralLike(node))
      found.push({ file, line: line + 1, key: lead + node.text, prefix: false });
    else if (ts.isTemplateExpression(node)) {
      if (node.head.text !== '')
        found.push({ file, line: line + 1, key: lead + node.head.text, prefix: true });
    } else if (ts.isConditionalExpression(node)) {
      add(node.whenTrue, lead);
      add(node.whenFalse, lead);
    } else if (ts.isParenthesizedExpression(node)) add(node.expression, lead);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslate(node.expression)) add(node.arguments[0], '');
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Problem')
      add(node.arguments?.[1], 'errors:');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTranslate(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't';
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 't';
}
