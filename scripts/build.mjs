// @ts-check
// npm run build: the studio, for an image or a package; npm start does the same by itself.
import { ensureInstalled } from './lib/install.mjs';
import { ensureStudio } from './lib/studio.mjs';

ensureInstalled();
ensureStudio();
