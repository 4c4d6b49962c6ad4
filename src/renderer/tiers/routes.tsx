import type { RouteObject } from 'react-router'

/** The rules by which tiers are suggested, among the settings. */
export const tierRulesRoutes: RouteObject[] = [
  {
    path: 'settings/tier-rules',
    lazy: async () => ({ Component: (await import('./rules-page.tsx')).TierRulesPage }),
  },
]

/** Pages about one client's tier, below the client's address. */
export const tierRoutes: RouteObject[] = [
  {
    path: 'tier/explanation',
    lazy: async () => ({ Component: (await import('./explanation-page.tsx')).ExplanationPage }),
  },
]
