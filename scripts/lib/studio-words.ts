import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const ROUTES = 'studio/routes.tsx';

/** A module that is loaded together with its words: the entry of the studio, or what a call of `withWords` names. */
export type Unit = {
  /** Path from the root. */
  readonly module: string;
  readonly words: readonly string[];
  /** Modules that come with it: its static imports, and its dynamic ones that bring no words of their own. */
  readonly modules: readonly string[];
  /** Units that only open inside this one, and so find its words there. */
  readonly inside: readonly Unit[];
};

type Source = {
  readonly imports: readonly string[];
  readonly dynamic: readonly string[];
  readonly calls: readonly Call[];
};
type Call = {
  readonly module: string;
  readonly words: readonly string[];
  /** Calls in the `children` of the same route. */
  readonly children: readonly Call[];
};

/** The units of the studio, read from its sources and from the nesting of its routes. */
export function studioUnits(): Unit {
  const read = reader();
  const entry = modulesOf('studio/main.tsx', read);
  const calls = [
    ...callsUnder(constantIn(ROUTES, 'openRouter'), ROUTES),
    ...entry.filter((file) => file !== ROUTES).flatMap((file) => read(file).calls),
  ];
  return {
    module: 'studio/main.tsx',
    words: stringsIn(constantIn('studio/words/spoken.ts', 'ALWAYS')),
    modules: entry,
    inside: calls.map((call) => unitOf(call, read, new Set(entry))),
  };
}

function unitOf(call: Call, read: (file: string) => Source, above: ReadonlySet<string>): Unit {
  const modules = modulesOf(call.module, read).filter((file) => !above.has(file));
  const here = new Set([...above, ...modules]);
  const opened = modules.flatMap((file) => read(file).calls);
  return {
    module: call.module,
    words: call.words,
    modules,
    inside: [...opened, ...call.children].map((inner) => unitOf(inner, read, here)),
  };
}

function modulesOf(root: string, read: (file: string) => Source): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !/^studio\/.*\.tsx?$/.test(file)) return;
    seen.add(file);
    const { imports, dynamic } = read(file);
    for (const next of [...imports, ...dynamic]) visit(next);
  };
  visit(root);
  return [...seen];
}

function reader(): (file: string) => Source {
  const known = new Map<string, Source>();
  return (file) => {
    const source = known.get(file) ?? readSource(file);
    known.set(file, source);
    return source;
  };
}

/** What a constant of a module is set to. */
function constantIn(file: string, name: string): ts.Node {
  for (const statement of parse(file).statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (found?.initializer) return found.initializer;
  }
  throw new Error(`${file} has no constant ${name}`);
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);

function readSource(file: string): Source {
  const imports: string[] = [];
  const dynamic: string[] = [];
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    const call = callOf(node, file);
    if (call) {
      calls.push(call);
      return;
    }
    const target = importOf(node, file);
    if (target) (ts.isCallExpression(node) ? dynamic : imports).push(target);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return { imports, dynamic, calls };
}

/** `withWords(['studio/plan'], () => import('./plan-screen.tsx'))` */
function callOf(node: ts.Node, file: string): Call | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'withWords') return undefined;
  const [words, load] = node.arguments;
  let module: string | undefined;
  const look = (inner: ts.Node): void => {
    module ??= importOf(inner, file);
    ts.forEachChild(inner, look);
  };
  if (load) look(load);
  if (!words || !module) throw new Error(`${file}: withWords takes a list of words and an import`);
  return { module, words: stringsIn(words), children: [] };
}

/** A route with a screen and children: they open inside it. */
function routeOf(node: ts.Node, file: string): Call | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const field = (name: string) =>
    node.properties.find(
      (one): one is ts.PropertyAssignment => one.name?.getText() === name && ts.isPropertyAssignment(one),
    )?.initializer;
  const [lazy, children] = [field('lazy'), field('children')];
  const call = lazy && callOf(lazy, file);
  if (!call || !children) return undefined;
  return { ...call, children: callsUnder(children, file) };
}

function callsUnder(node: ts.Node, file: string): Call[] {
  const found = routeOf(node, file) ?? callOf(node, file);
  if (found) return [found];
  // The list of an institution's screens stands in a constant of its own.
  if (
    ts.isIdentifier(node) &&
    ts.isPropertyAssignment(node.parent) &&
    node.parent.name.getText() === 'children'
  )
    return node === node.parent.initializer ? callsUnder(constantIn(file, node.text), file) : [];
  const calls: Call[] = [];
  ts.forEachChild(node, (child) => void calls.push(...callsUnder(child, file)));
  return calls;
}

/** The module of ours that a node imports, unless only for its types. */
function importOf(node: ts.Node, file: string): string | undefined {
  const name = nameOfImport(node);
  if (!name || !ts.isStringLiteralLike(name) || !name.text.startsWith('.')) return undefined;
  const target = relative(ROOT, join(ROOT, dirname(file), name.text));
  return existsSync(join(ROOT, target)) ? target : undefined;
}

function nameOfImport(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node))
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? undefined : node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  return node.arguments[0];
}

function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => void texts.push(...stringsIn(child)));
  return texts;
}
