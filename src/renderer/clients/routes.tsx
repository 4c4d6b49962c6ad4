import type { RouteObject } from 'react-router'
import { assessmentRoutes } from '../assessments/routes.tsx'
import { paperScoreRoutes } from '../paper-scores/routes.tsx'
import { retestRoutes } from '../programme/routes.tsx'

export const clientsRoutes: RouteObject[] = [
  {
    path: 'clients',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./caseload.tsx')).CaseloadPage }) },
      {
        path: 'new',
        lazy: async () => ({ Component: (await import('./register-client.tsx')).RegisterClient }),
      },
      {
        path: ':clientId',
        lazy: async () => ({ Component: (await import('./client-page.tsx')).ClientPage }),
        children: [
          ...assessmentRoutes,
          ...retestRoutes,
          ...paperScoreRoutes,
          {
            lazy: async () => ({ Component: (await import('./file-tabs.tsx')).FileTabs }),
            children: [
              { index: true, lazy: async () => ({ Component: (await import('./overview.tsx')).Overview }) },
              {
                path: 'assessments',
                lazy: async () => ({
                  Component: (await import('../assessments/assessment-list.tsx')).AssessmentList,
                }),
              },
              {
                path: 'consent',
                lazy: async () => ({ Component: (await import('./consent-page.tsx')).ConsentPage }),
              },
              {
                path: 'tier',
                lazy: async () => ({ Component: (await import('./tier-history.tsx')).TierHistory }),
              },
            ],
          },
        ],
      },
    ],
  },
]
