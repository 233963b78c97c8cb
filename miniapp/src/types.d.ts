declare module '*.scss'

/** Written into the bundle by the build; there is no process on a phone. */
declare const process: { readonly env: { readonly TARO_ENV: 'weapp' | 'h5'; readonly TARO_APP_API: string } }
