import type { RouteObject } from 'react-router'

/** How things changed, among the tabs of a file. */
export const resultsTab: RouteObject = {
  path: 'results',
  lazy: async () => ({ Component: (await import('./over-time-page.tsx')).OverTimePage }),
}

/** What goes on paper of a client's results, below the client's address. */
export const resultRoutes: RouteObject[] = [
  {
    path: 'results/for-client',
    lazy: async () => ({ Component: (await import('./client-report-page.tsx')).ClientReportPage }),
  },
  {
    path: 'results/professional',
    lazy: async () => ({
      Component: (await import('./professional-report-page.tsx')).ProfessionalReportPage,
    }),
  },
]
