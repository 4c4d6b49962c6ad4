import type { RouteObject } from 'react-router'

/** Among the pages of the hotline. */
export const shiftsRoutes: RouteObject[] = [
  {
    path: 'shifts',
    lazy: async () => ({ Component: (await import('./shift-board-page.tsx')).ShiftBoardPage }),
  },
  {
    path: 'shifts/:shiftId',
    lazy: async () => ({ Component: (await import('./shift-page.tsx')).ShiftPage }),
  },
  {
    path: 'shifts/:shiftId/hand-over',
    lazy: async () => ({ Component: (await import('./compose-page.tsx')).ComposePage }),
  },
  {
    path: 'shifts/sheets/:sheetId',
    lazy: async () => ({ Component: (await import('./sheet-page.tsx')).SheetPage }),
  },
]

/** Among the settings. */
export const seatsRoutes: RouteObject[] = [
  {
    path: 'settings/seats',
    lazy: async () => ({ Component: (await import('./seats-page.tsx')).SeatsPage }),
  },
]
