/** Set by the build: true in `dist/firefox`, false in `dist/chrome`. */
declare const __FIREFOX__: boolean;
