import type { RouteObject } from 'react-router'

/** Under `clients`: the room's register of requests. */
export const rightsRoutes: RouteObject[] = [
  { path: 'rights', lazy: async () => ({ Component: (await import('./requests-page.tsx')).RequestsPage }) },
  {
    path: 'rights/:requestId',
    lazy: async () => ({ Component: (await import('./request-page.tsx')).RequestPage }),
  },
  {
    path: 'rights/:requestId/copy',
    lazy: async () => ({ Component: (await import('./own-copy-page.tsx')).OwnCopyPage }),
  },
]

/** Among the pages of a file: what this client asked for. */
export const rightsTabRoutes: RouteObject[] = [
  { path: 'rights', lazy: async () => ({ Component: (await import('./client-rights.tsx')).ClientRights }) },
]
