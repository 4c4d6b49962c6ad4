import type { RouteObject } from 'react-router'

/** The intervals and lists of the room, among the settings. */
export const roomRulesRoutes: RouteObject[] = [
  {
    path: 'settings/room-rules',
    lazy: async () => ({ Component: (await import('./room-rules-page.tsx')).RoomRulesPage }),
  },
]
