import { generateSW } from 'workbox-build';

/**
 * Makes the web app open from cold without a network: everything it is made of is put by at the first visit.
 * Answers of the API are not cached here; the app keeps its own copies, by persona.
 */
async function main(): Promise<void> {
  const { count, size, warnings } = await generateSW({
    globDirectory: 'dist/h5',
    globPatterns: ['**/*.{html,js,css,png,svg,json,woff2}'],
    swDest: 'dist/h5/sw.js',
    inlineWorkboxRuntime: true,
    sourcemap: false,
    clientsClaim: true,
    // An open page goes on with the version it began with: the next one would clear away the parts it still has to load.
    skipWaiting: false,
    // "/?as=resident" is the same page as "/".
    ignoreURLParametersMatching: [/^as$/],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(v1|docs|openapi\.json|healthz|readyz)/],
    dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  });
  warnings.forEach((warning) => console.warn(warning));
  console.log(
    `service worker: ${count} files, ${Math.round(size / 1024)} KB put by for use without a network`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
