import './tables.ts';

export { uploadMedia, type MediaDeps } from './upload-media.ts';
export { createFileStore, type FileKind, type FileStore } from './file-store.ts';
export { listMedia } from './list-media.ts';
export { readMediaRow, readMediaRows as readImages, type MediaRow } from './queries.ts';
