import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The addresses of every screen of an institution, read from the router itself: a new screen cannot be forgotten. */
export function screenPaths(): string[] {
  const source = ts.createSourceFile(
    'routes.tsx',
    readFileSync(new URL('../../studio/routes.tsx', import.meta.url), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const [declared] = statement.declarationList.declarations;
    if (declared?.name.getText(source) !== 'screens' || !declared.initializer) continue;
    return pathsIn(declared.initializer as ts.ArrayLiteralExpression, source, '');
  }
  throw new Error('studio/routes.tsx declares no screens');
}

function pathsIn(list: ts.ArrayLiteralExpression, source: ts.SourceFile, above: string): string[] {
  return list.elements.flatMap((element) => {
    const fields = new Map(
      (element as ts.ObjectLiteralExpression).properties.map((property) => [
        property.name?.getText(source) ?? '',
        (property as ts.PropertyAssignment).initializer,
      ]),
    );
    const path = fields.get('path');
    const here = path ? [above, (path as ts.StringLiteral).text].filter(Boolean).join('/') : above;
    const children = fields.get('children');
    return children ? pathsIn(children as ts.ArrayLiteralExpression, source, here) : [here];
  });
}
