import ts from 'typescript';

/** Text for people that stands in code instead of the words files. */
export type HumanText = { readonly file: string; readonly line: number; readonly text: string };

/** Attributes whose value a person reads or hears. */
const READ_ALOUD = new Set(
  'aria-label aria-description aria-placeholder aria-roledescription aria-valuetext title placeholder alt label summary'.split(
    ' ',
  ),
);
/** Names that are the same in every variant. */
const SAME_EVERYWHERE = new Set(
  'Glasnik ALT API PDF CSV ICS XLSX DOCX RSS JSON Feed QR URL bosanski hrvatski srpski English српски'.split(
    ' ',
  ),
);
/** A run of two letters is a word; a letter alone is a mark (x, №, ↵). */
const WORD = /\p{L}{2,}/gu;

/** True for text that somebody would have to translate. */
export function isHumanText(text: string): boolean {
  const bare = text
    .replace(/&(?:[a-z]+|#\d+|#x[\da-f]+);/gi, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S+/g, ' ');
  return (bare.match(WORD) ?? []).some((word) => !SAME_EVERYWHERE.has(word));
}

/**
 * Finds text for people in a source: JSX text, strings put straight into JSX, attributes that are read aloud, and the
 * texts and attributes of `html` templates. An element with translate="no" is passed over, with all that is in it.
 */
export function findHumanText(file: string, source: string): readonly HumanText[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: HumanText[] = [];
  const add = (node: ts.Node, text: string) => {
    if (!isHumanText(text)) return;
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    found.push({ file, line: line + 1, text: text.trim().replace(/\s+/g, ' ') });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && isNotTranslated(node.openingElement)) return;
    if (ts.isJsxText(node)) add(node, node.text);
    else if (ts.isJsxAttribute(node) && READ_ALOUD.has(node.name.getText(tree)))
      addStrings(node.initializer, add);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) addStrings(node.expression, add);
    else if (ts.isTaggedTemplateExpression(node) && node.tag.getText(tree) === 'html') addMarkup(node, add);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isNotTranslated(element: ts.JsxOpeningElement): boolean {
  return element.attributes.properties.some(
    (one) => ts.isJsxAttribute(one) && one.getText() === 'translate="no"',
  );
}

/** The strings that an expression can come to: itself, both sides of a choice, parts of a template. */
function addStrings(node: ts.Node | undefined, add: (node: ts.Node, text: string) => void): void {
  if (node === undefined) return;
  if (ts.isStringLiteralLike(node)) add(node, node.text);
  else if (ts.isTemplateExpression(node)) {
    for (const part of [node.head, ...node.templateSpans.map((span) => span.literal)]) add(node, part.text);
  } else if (ts.isConditionalExpression(node)) {
    addStrings(node.whenTrue, add);
    addStrings(node.whenFalse, add);
  } else if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const chooses =
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.PlusToken;
    if (chooses) addStrings(node.left, add);
    if (chooses || kind === ts.SyntaxKind.AmpersandAmpersandToken) addStrings(node.right, add);
  } else if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) addStrings(node.expression, add);
}

/** Stands for an interpolated value: not a letter, not a space, not markup. */
const HOLE = '\uFFFC';
/** An attribute in a template that is only part of a tag: aria-current="page". */
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;
const TAG = /<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^'">])*>/g;

function addMarkup(node: ts.TaggedTemplateExpression, add: (node: ts.Node, text: string) => void): void {
  const { template } = node;
  const parts = ts.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
    : [template.text];
  const markup = parts
    .join(HOLE)
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(script|style)\b[^]*?<\/\1>/gi, '')
    .replace(/<(\w+)\b[^>]*\btranslate="no"[^]*?<\/\1>/gi, '');
  for (const [, name = '', double, single] of markup.matchAll(ATTRIBUTE)) {
    if (READ_ALOUD.has(name.toLowerCase())) add(node, (double ?? single ?? '').replaceAll(HOLE, ' '));
  }
  // a template may begin inside a tag that another one opened, or end inside one
  const texts = markup
    .replace(TAG, '\n')
    .replace(ATTRIBUTE, ' ')
    .replace(/^[^<>]*>/, '')
    .replace(/<[^>]*$/, '');
  for (const text of texts.split('\n')) add(node, text.replaceAll(HOLE, ' '));
}
