import type { RouteObject } from 'react-router'

export const surveysRoutes: RouteObject[] = [
  {
    path: 'surveys',
    lazy: async () => ({ Component: (await import('./surveys-page.tsx')).SurveysPage }),
  },
  {
    path: 'surveys/new',
    lazy: async () => ({ Component: (await import('./new-campaign.tsx')).NewCampaign }),
  },
  {
    path: 'surveys/:campaignId',
    lazy: async () => ({ Component: (await import('./campaign-page.tsx')).CampaignPage }),
  },
  {
    path: 'surveys/:campaignId/interview',
    lazy: async () => ({ Component: (await import('./interview-page.tsx')).InterviewPage }),
  },
  {
    path: 'surveys/:campaignId/paper',
    lazy: async () => ({ Component: (await import('./results-on-paper.tsx')).ResultsOnPaper }),
  },
]
