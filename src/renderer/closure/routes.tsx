import type { RouteObject } from 'react-router'

/** Closing a file and opening it again, among its tabs. */
export const closureTab: RouteObject = {
  path: 'closure',
  lazy: async () => ({ Component: (await import('./closure-page.tsx')).ClosurePage }),
}
