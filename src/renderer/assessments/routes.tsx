import type { RouteObject } from 'react-router'

/** Pages about one assessment, below one client's address. */
export const assessmentRoutes: RouteObject[] = [
  {
    path: 'assessments/new',
    lazy: async () => ({ Component: (await import('./start/start-assessment.tsx')).StartAssessment }),
  },
  {
    path: 'assessments/:assessmentId',
    lazy: async () => ({ Component: (await import('./result/result-page.tsx')).ResultPage }),
  },
  {
    path: 'assessments/:assessmentId/print',
    lazy: async () => ({ Component: (await import('./result/result-sheet.tsx')).ResultSheetPage }),
  },
  {
    path: 'assessments/:assessmentId/answers',
    lazy: async () => ({ Component: (await import('./entry/answer-entry.tsx')).AnswerEntryPage }),
  },
]

/** A page about an instrument and nobody in particular. */
export const paperFormRoutes: RouteObject[] = [
  {
    path: 'catalogue/:instrumentId/paper-form',
    lazy: async () => ({ Component: (await import('./paper-form.tsx')).PaperFormPage }),
  },
]
