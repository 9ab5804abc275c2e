export { findAddresses } from './find-addresses.ts';
export { sentText, type SentLink } from './sent-text.ts';
export { CODE_LENGTH, CODE_LETTERS, readCode } from './short-code.ts';
export { isOnHosts, plainHost, tagAddress, type TagName, type Tags } from './tag-address.ts';
export { TAG_GAPS, tagValue, unknownGap, type TagFacts, type TagGap } from './tag-value.ts';
