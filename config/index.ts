import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import path from 'node:path';
import { ProvidePlugin } from 'webpack';
import dev from './dev';
import prod from './prod';

const root = path.resolve(__dirname, '..');
const at = (...parts: string[]): string => path.join(root, ...parts);

/** Published as newer JavaScript than old phones read, so they are compiled with our own code. */
const modernPackages = ['@tanstack', '@noble', 'uqr', 'qr/'];

// A function: a RegExp fails Taro's check of the configuration.
const include = (file: string): boolean =>
  file.startsWith(at('src')) || modernPackages.some((name) => file.includes(path.join('node_modules', name)));

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'linli',
    date: '2026-11-24',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src/miniprogram',
    outputRoot: `dist/${process.env['TARO_ENV']}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@contract': at('src/contract') },
    plugins: ['accessible.js', 'unused-components.js'].map((name) => path.join(__dirname, name)),
    // Chinese as it is: written out in escapes it takes twice the room, and WeChat reads UTF-8.
    terser: { config: { output: { ascii_only: false } } },
    defineConstants: {
      // The web app speaks to whoever serves it; the mini-program to the address it was built for.
      BACKEND_URL: JSON.stringify(
        process.env['TARO_ENV'] === 'h5' ? '' : (process.env['BACKEND_URL'] ?? 'http://127.0.0.1:8710'),
      ),
    },
    mini: {
      // Sizes are in px as drawn; the phone's own pixel ratio and text size do the rest.
      postcss: { pxtransform: { enable: false, config: {} } },
      compile: { include: [include] },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        // TanStack Query waits for ever, silently, where there is no AbortController.
        chain
          .plugin('provide')

          .use(ProvidePlugin, [
            { AbortController: [at('src/miniprogram/platform/abort-controller'), 'AbortController'] },
          ]);
      },
    },
    // The mini-program's size is counted to the kilobyte; the web app is built at a first start, which should not take long.
    jsMinimizer: process.env['TARO_ENV'] === 'h5' ? 'esbuild' : 'terser',
    esbuild: { minify: { enable: true, config: { target: 'es2019', charset: 'utf8' } } },
    h5: {
      publicPath: '/',
      router: { mode: 'hash' },
      postcss: { pxtransform: { enable: false, config: {} } },
      compile: { include: [include] },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
    },
  };
  return merge({}, base, process.env['NODE_ENV'] === 'development' ? dev : prod);
});
