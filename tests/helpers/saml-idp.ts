import { webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import * as samlify from 'samlify';
import type { DirectoryPerson } from './oidc-server.ts';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/** A SAML 2.0 directory: signs who comes in, for whoever's metadata it was given. */
export type SamlIdp = {
  entityId: string;
  metadata: string;
  /** The base64 that its page would post back, for a request that came by redirect. */
  answer(request: URL, ourMetadata: string, person: DirectoryPerson, changes?: Changes): Promise<string>;
};

/** What can be wrong with an answer, so that each can be refused. */
export type Changes = { inResponseTo?: string; audience?: string; minutes?: number; issuer?: string };

export async function createSamlIdp(
  name: string,
  loginPage = `https://${name}.example.org/login`,
): Promise<SamlIdp> {
  const keys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${name}`,
    keys: keys as never,
    signingAlgorithm: RSA,
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2100-01-01'),
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${pkcs8.match(/.{1,64}/g)!.join('\n')}\n-----END PRIVATE KEY-----`;
  // The library wants somebody to have thought of schemas; these answers are its own.
  samlify.setSchemaValidator({ validate: () => Promise.resolve('fine') });
  const entityId = `https://${name}.example.org/saml`;
  const settings = {
    entityID: entityId,
    privateKey,
    signingCert: certificate.toString('pem'),
    isAssertionEncrypted: false,
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    nameIDFormat: ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'],
    singleSignOnService: [
      {
        Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
        Location: loginPage,
      },
    ],
  };
  const metadata = samlify.IdentityProvider(settings).getMetadata();
  return {
    entityId,
    metadata,
    answer: async (request, ourMetadata, person, changes = {}) => {
      const idp = samlify.IdentityProvider({
        ...settings,
        loginResponseTemplate: { context: templateFor(person), attributes: [] },
      });
      const sp = samlify.ServiceProvider({ metadata: ourMetadata });
      const asked = await idp.parseLoginRequest(sp, 'redirect', {
        query: Object.fromEntries(request.searchParams),
      });
      const requestId = String((asked.extract.request as { id?: unknown } | undefined)?.id);
      const { context } = await idp.createLoginResponse(sp, { ...asked }, 'post', {}, (template) =>
        fillIn(template, sp, requestId, entityId, person, changes),
      );
      return context;
    },
  };
}

const attribute = (name: string, values: string[]) =>
  `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;

const templateFor = ({ email, name, groups }: DirectoryPerson) =>
  samlify.SamlLib.defaultLoginResponseTemplate.context.replace(
    '{AttributeStatement}',
    `<saml:AttributeStatement>${attribute('email', [email])}${attribute('displayName', [name])}${attribute('groups', groups)}</saml:AttributeStatement>`,
  );

function fillIn(
  template: string,
  sp: ReturnType<typeof samlify.ServiceProvider>,
  requestId: string,
  entityId: string,
  person: DirectoryPerson,
  changes: Changes,
) {
  const now = Temporal.Now.instant().add({ minutes: changes.minutes ?? 0 });
  const later = now.add({ minutes: 5 }).toString({ smallestUnit: 'second' });
  const acs = String(sp.entityMeta.getAssertionConsumerService('post'));
  const id = `_${webcrypto.randomUUID()}`;
  return {
    id,
    context: samlify.SamlLib.replaceTagsByValue(template, {
      ID: id,
      AssertionID: `_${webcrypto.randomUUID()}`,
      Destination: acs,
      Audience: changes.audience ?? sp.entityMeta.getEntityID(),
      EntityID: sp.entityMeta.getEntityID(),
      SubjectRecipient: acs,
      AssertionConsumerServiceURL: acs,
      Issuer: changes.issuer ?? entityId,
      IssueInstant: now.toString({ smallestUnit: 'second' }),
      StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
      ConditionsNotBefore: now.toString({ smallestUnit: 'second' }),
      ConditionsNotOnOrAfter: later,
      SubjectConfirmationDataNotOnOrAfter: later,
      NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      NameID: person.email,
      InResponseTo: changes.inResponseTo ?? requestId,
      AuthnStatement: '',
    }),
  };
}
