import manifest from '../../../package.json' with { type: 'json' };

/** The version that the API document and the pages name. */
export const VERSION: string = manifest.version;
