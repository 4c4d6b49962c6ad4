import type { RouteObject } from 'react-router'

/** Pages about one client's crises and safety plans, below the client's address. */
export const crisisRoutes: RouteObject[] = [
  {
    path: 'crisis',
    lazy: async () => ({ Component: (await import('./crisis-list.tsx')).CrisisList }),
  },
  {
    path: 'crisis/:episodeId',
    lazy: async () => ({ Component: (await import('./crisis-page.tsx')).CrisisPage }),
  },
  {
    path: 'safety-plan/new',
    lazy: async () => ({ Component: (await import('./safety-plan-form.tsx')).SafetyPlanForm }),
  },
  {
    path: 'safety-plan/:planId/print',
    lazy: async () => ({ Component: (await import('./safety-plan-sheet.tsx')).SafetyPlanSheetPage }),
  },
]

/** The page among the tabs of a file. */
export const safetyPlanTab: RouteObject = {
  path: 'safety-plan',
  lazy: async () => ({ Component: (await import('./safety-plan-page.tsx')).SafetyPlanPage }),
}
