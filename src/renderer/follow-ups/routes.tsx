import type { RouteObject } from 'react-router'

/** The follow-ups of a file, among its tabs. */
export const followUpTab: RouteObject = {
  path: 'follow-ups',
  lazy: async () => ({ Component: (await import('./follow-ups-page.tsx')).FollowUpsPage }),
}
