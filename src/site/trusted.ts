import { raw, type html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { markSvg } from '../../design/brand/mark.ts';
import { iconSvg, type IconName } from '../../design/icons.ts';

/**
 * The one file of the site that may call `raw()`: everywhere else the templates escape. What goes through here is
 * drawn by ourselves and holds nothing that a person has typed.
 */
export const icon = (name: IconName, className?: string): HtmlEscapedString =>
  raw(iconSvg(name, className === undefined ? {} : { className }));

export const mark = (className?: string): HtmlEscapedString => raw(markSvg(className));

export const doctype: HtmlEscapedString = raw('<!doctype html>');
export const xmlDeclaration: HtmlEscapedString = raw('<?xml version="1.0" encoding="utf-8"?>\n');

/** What a template made, as plain text: none of ours waits for anything. */
export function textOf(made: ReturnType<typeof html>): string {
  if (made instanceof Promise) throw new Error('a template of the site waits for a promise');
  return made.toString();
}
