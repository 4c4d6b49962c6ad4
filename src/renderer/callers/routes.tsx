import type { RouteObject } from 'react-router'

/** The hotline's calls and callers, below the address of the hotline. */
export const callersRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./calls-page.tsx')).CallsPage }) },
  { path: 'board', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  {
    path: 'board/summary',
    lazy: async () => ({ Component: (await import('./summary-page.tsx')).SummaryPage }),
  },
  { path: 'callers', lazy: async () => ({ Component: (await import('./callers-page.tsx')).CallersPage }) },
  {
    path: 'callers/:callerId',
    lazy: async () => ({ Component: (await import('./caller-page.tsx')).CallerPage }),
  },
]
