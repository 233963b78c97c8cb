import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const shared = path.resolve(__dirname, '../../shared')
// Taro compiles miniapp/src only: rooms outside it, and packages newer than the oldest phone, are named here.
const include = [shared, /node_modules[\\/](zod|@noble[\\/]hashes)[\\/]/]

const cacheGroups = {
  default: false,
  vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, chunks: 'initial', priority: 10 },
  // All pages of a citizen come together: without a network one still goes from the form to the drafts.
  pages: {
    name: 'pages',
    test: /[\\/]miniapp[\\/]src[\\/](pages|features)[\\/]/,
    chunks: 'all',
    enforce: true,
    priority: 5,
  },
  common: { name: 'common', minChunks: 2, chunks: 'all', priority: 1 },
} as const

export default defineConfig<'webpack5'>(() => ({
  projectName: 'wenming',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  plugins: [path.resolve(__dirname, 'aria.cjs')],
  copy: {
    // WeChat's map takes its marks only from files of the package.
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [
            { from: 'src/ui/pins/', to: 'dist/weapp/pins/' },
            { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          ]
        : [],
    options: {},
  },
  // An empty address means the same origin; the mini-program needs the full https address of the server.
  env: { TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? '') },
  alias: { '@shared': shared },
  mini: {
    compile: { include },
  },
  h5: {
    compile: { include },
    useHtmlComponents: true,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    // What several pages use comes once, not again with every page.
    webpackChain: (chain) => void chain.optimization.splitChunks({ chunks: 'all', minSize: 20_000, cacheGroups }),
    // One px is one px on every screen: phones get the design's width, the desk is laid out with a grid.
    postcss: { pxtransform: { enable: false, config: {} }, htmltransform: { enable: false, config: {} } },
    devServer: {
      host: '127.0.0.1',
      port: 10086,
      open: false,
      proxy: [{ context: ['/api'], target: 'http://127.0.0.1:8787' }],
    },
  },
}))
