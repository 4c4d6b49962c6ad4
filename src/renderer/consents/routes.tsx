import type { RouteObject } from 'react-router'

/** Pages about what one client agrees to, below the client's address. */
export const consentRoutes: RouteObject[] = [
  {
    path: 'consent/:purpose/print',
    lazy: async () => ({ Component: (await import('./consent-sheet.tsx')).ConsentSheetPage }),
  },
]
