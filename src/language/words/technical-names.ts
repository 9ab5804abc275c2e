import type { Glossary } from '../transliteration/glossary.ts';

const LOCKED =
  'API ASCII AVIF CSV Excel LibreOffice xlsx csv xls DOCX DOI GIF HTML HTTP HTTPS http https ICS IBAN ID IP JPEG JPG JSON MP4 ODS OIDC PDF PNG QR RSS SAML SHA-256 SMS SQL ' +
  'SVG TLS TOTP TXT URL USB UTC VPN VTT WEBVTT WebVTT SubRip vtt srt LIX WCAG WebM WebP XLSX XML ZIP OASIS SMART drand ' +
  'Bluesky Facebook* Flickr Instagram* LinkedIn* Mastodon* Meta Pinterest Reddit Signal Telegram* Threads TikTok* ' +
  'Twitter* Viber* WhatsApp* YouTube* Google* Microsoft* PostgreSQL Keycloak Shibboleth SimpleSAMLphp Workspace ACS Issuer ' +
  'Identifier Audience scopes assertion groups memberOf DNS Host utm';

const PHRASES = [
  'OpenID Connect',
  'Open Badges',
  // As directories write them on their own pages.
  'Entra ID',
  'AD FS',
  'App Federation Metadata Url',
  'Client ID',
  'Client Secret',
  'Entity ID',
  'Group Membership',
  'Object ID',
  'Redirect URI',
  'Reply URL',
  'Sign-on URL',
  'Token configuration',
  'CC BY-SA',
  'CC BY-NC',
  'CC BY-ND',
  'CC BY',
  'CC0',
  'AT Protocol',
  'JSON Feed',
  'If-Match',
  'Idempotency-Key',
  'Retry-After',
];

/** Formats, protocols and networks whose names stay in Latin script in Serbian Cyrillic too. */
export const TECHNICAL_NAMES: Glossary = [...LOCKED.split(' '), ...PHRASES].map((word) => ({
  kind: 'lock',
  word,
}));
