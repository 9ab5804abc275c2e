import { X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { Problem } from '#/kernel/errors.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';

const MD = 'urn:oasis:names:tc:SAML:2.0:metadata';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

export type SamlMetadata = { issuer: string; entryPoint: string; certificates: string[] };

/**
 * What a directory says of itself, pasted or fetched from its address.
 * @throws Problem `sign-in.metadata` with the fault at the field
 */
export async function readMetadata(fetch: SafeFetch, given: string): Promise<SamlMetadata> {
  const text = given.trim();
  const xml = /^https?:\/\//.test(text) ? await fetched(fetch, text) : text;
  // A document type is how XML is made to read files and grow without end; metadata has none.
  if (!xml.includes('EntityDescriptor') || /<!DOCTYPE/i.test(xml)) throw fault('sign-in.metadata-none');
  const document = parsed(xml);
  const entity = document.getElementsByTagNameNS(MD, 'EntityDescriptor')[0];
  const idp = entity?.getElementsByTagNameNS(MD, 'IDPSSODescriptor')[0];
  if (!entity || !idp) throw fault('sign-in.metadata-none');
  const entryPoint = all(idp, MD, 'SingleSignOnService')
    .find((one) => one.getAttribute('Binding') === REDIRECT)
    ?.getAttribute('Location');
  if (!entryPoint || !/^https?:\/\//.test(entryPoint)) throw fault('sign-in.metadata-no-redirect');
  const certificates = all(idp, MD, 'KeyDescriptor')
    .filter((key) => key.getAttribute('use') !== 'encryption')
    .flatMap((key) => all(key, DS, 'X509Certificate'))
    .map((one) => asPem(one.textContent ?? ''));
  if (certificates.length === 0) throw fault('sign-in.metadata-no-certificate');
  return {
    issuer: entity.getAttribute('entityID') ?? '',
    entryPoint,
    certificates: [...new Set(certificates)],
  };
}

const fault = (code: string, cause?: unknown) =>
  new Problem('invalid', 'input.invalid', { faults: [{ path: '/metadata', code }], cause });

/** This library's lists are old-fashioned: they have a length, and cannot be walked. */
const all = (parent: Element, namespace: string, name: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS(namespace, name));

async function fetched(fetch: SafeFetch, address: string): Promise<string> {
  try {
    const response = await fetch(address);
    if (response.ok) return await response.text();
  } catch (cause) {
    throw fault('sign-in.metadata-unreachable', cause);
  }
  throw fault('sign-in.metadata-unreachable');
}

function parsed(xml: string): Document {
  try {
    const refuse = (message: string) => {
      throw new Error(message);
    };
    return new DOMParser({ errorHandler: { error: refuse, fatalError: refuse } }).parseFromString(
      xml,
      'text/xml',
    );
  } catch (cause) {
    throw fault('sign-in.metadata-none', cause);
  }
}

function asPem(text: string): string {
  const body =
    text
      .replaceAll(/\s/g, '')
      .match(/.{1,64}/g)
      ?.join('\n') ?? '';
  const pem = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;
  try {
    return new X509Certificate(pem).toString().trim();
  } catch (cause) {
    throw fault('sign-in.metadata-no-certificate', cause);
  }
}
