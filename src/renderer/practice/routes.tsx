import type { RouteObject } from 'react-router'

/** Training mode, below the address of the hotline. */
export const practiceRoutes: RouteObject[] = [
  {
    path: 'practice',
    lazy: async () => ({ Component: (await import('./practice-page.tsx')).PracticePage }),
  },
]

/** A practice call has the whole window, as a call does. */
export const practiceCallRoutes: RouteObject[] = [
  {
    path: 'hotline/practice/:id',
    lazy: async () => ({ Component: (await import('./practice-call-page.tsx')).PracticeCallPage }),
  },
]
