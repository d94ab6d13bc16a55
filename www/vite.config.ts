/** How the page is built: relative addresses, so that it works under any path; for the oldest browsers that it promises. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  // Preact's JSX needs no plugin: the compiler reads jsxImportSource from tsconfig.json.
  build: {
    target: ['chrome97', 'firefox102', 'safari16'],
    // A file inlined as data: would need a wider policy, and can't be cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // CodeMirror's commands import a parser that nothing here uses; its package doesn't say that it may be left out.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /@lezer/, sideEffects: false }] },
      // What is there from the start is one file, and what is opened later another: they pack better than many. The other language
      // and the sample few readers want.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }, { name: 'later', test: /\.(tsx?|m?js|css)$/ }] } },
    },
  },
  // One self-contained script: Firefox before 114 has no module workers and runs it as a classic one.
  worker: { format: 'iife' },
  test: { include: ['src/**/*.test.ts'], environment: 'node', setupFiles: ['src/i18n/bilingual.ts'] },
});
