import type { RouteObject } from 'react-router'

export const catalogueRoutes: RouteObject[] = [
  {
    path: 'catalogue',
    lazy: async () => ({ Component: (await import('./catalogue-page.tsx')).CataloguePage }),
  },
  {
    path: 'catalogue/import',
    lazy: async () => ({ Component: (await import('./import/import-page.tsx')).ImportPage }),
  },
  {
    path: 'catalogue/:instrumentId',
    lazy: async () => ({ Component: (await import('./instrument-page.tsx')).InstrumentPage }),
  },
  {
    path: 'catalogue/:instrumentId/try',
    lazy: async () => ({ Component: (await import('./try-out/try-out-page.tsx')).TryOutPage }),
  },
]
