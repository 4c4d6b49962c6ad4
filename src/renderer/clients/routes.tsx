import type { RouteObject } from 'react-router'
import { assessmentRoutes } from '../assessments/routes.tsx'
import { closureTab } from '../closure/routes.tsx'
import { cluesTab } from '../clues/routes.tsx'
import { consentRoutes } from '../consents/routes.tsx'
import { crisisRoutes, safetyPlanTab } from '../crisis/routes.tsx'
import { followUpTab } from '../follow-ups/routes.tsx'
import { noteRoutes, noteTabRoutes } from '../notes/routes.tsx'
import { paperScoreRoutes } from '../paper-scores/routes.tsx'
import { retestRoutes } from '../programme/routes.tsx'
import { receivedReferralRoute, referralRoutes, referralTab } from '../referrals/routes.tsx'
import { resultRoutes, resultsTab } from '../results/routes.tsx'
import { rightsRoutes, rightsTabRoutes } from '../rights/routes.tsx'
import { supervisionRoutes } from '../supervision/routes.tsx'
import { tierRoutes } from '../tiers/routes.tsx'

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
        path: 'import',
        lazy: async () => ({ Component: (await import('../client-list/import-list.tsx')).ImportList }),
      },
      ...rightsRoutes,
      receivedReferralRoute,
      {
        path: ':clientId/erase',
        lazy: async () => ({ Component: (await import('./erase-client.tsx')).EraseClient }),
      },
      {
        path: ':clientId',
        lazy: async () => ({ Component: (await import('./client-page.tsx')).ClientPage }),
        children: [
          ...assessmentRoutes,
          ...resultRoutes,
          ...retestRoutes,
          ...paperScoreRoutes,
          ...consentRoutes,
          ...crisisRoutes,
          ...noteRoutes,
          ...supervisionRoutes,
          ...tierRoutes,
          ...referralRoutes,
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
              resultsTab,
              cluesTab,
              ...noteTabRoutes,
              followUpTab,
              safetyPlanTab,
              referralTab,
              closureTab,
              ...rightsTabRoutes,
              {
                path: 'consent',
                lazy: async () => ({ Component: (await import('./consent-page.tsx')).ConsentPage }),
              },
              {
                path: 'details',
                lazy: async () => ({
                  Component: (await import('../client-details/details-page.tsx')).DetailsPage,
                }),
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
