import { type RouteObject, redirect } from 'react-router'

export const countyDeskRoutes: RouteObject[] = [
  {
    path: 'county',
    lazy: async () => ({ Component: (await import('./county-desk.tsx')).CountyDesk }),
    children: [
      { index: true, loader: () => redirect('/county/totals') },
      {
        path: 'totals',
        lazy: async () => ({ Component: (await import('./picture/picture-page.tsx')).PicturePage }),
      },
      {
        path: 'reported',
        lazy: async () => ({ Component: (await import('./board/board-page.tsx')).BoardPage }),
      },
      {
        path: 'reported/reminder/:period',
        lazy: async () => ({ Component: (await import('./board/reminder-page.tsx')).ReminderPage }),
      },
      {
        path: 'import',
        lazy: async () => ({ Component: (await import('./import/import-page.tsx')).ImportPage }),
      },
      {
        path: 'review',
        lazy: async () => ({ Component: (await import('./review/review-page.tsx')).ReviewPage }),
      },
      {
        path: 'units',
        lazy: async () => ({ Component: (await import('./units/units-page.tsx')).UnitsPage }),
      },
      {
        path: 'units/new',
        lazy: async () => ({ Component: (await import('./units/new-unit-page.tsx')).NewUnitPage }),
      },
      {
        path: 'units/list',
        lazy: async () => ({ Component: (await import('./units/unit-list-page.tsx')).UnitListPage }),
      },
      {
        path: 'units/:level/:code',
        lazy: async () => ({ Component: (await import('./units/unit-page.tsx')).UnitPage }),
      },
      {
        path: 'upward',
        lazy: async () => ({ Component: (await import('./upward/upward-page.tsx')).UpwardPage }),
      },
      {
        path: 'campaigns',
        lazy: async () => ({ Component: (await import('./campaigns/campaigns-page.tsx')).CampaignsPage }),
      },
      {
        path: 'campaigns/new',
        lazy: async () => ({
          Component: (await import('./campaigns/new-county-campaign.tsx')).NewCountyCampaign,
        }),
      },
      {
        path: 'campaigns/:campaignId',
        lazy: async () => ({
          Component: (await import('./campaigns/campaign-page.tsx')).CountyCampaignPage,
        }),
      },
      {
        path: 'upward/:period',
        lazy: async () => ({
          Component: (await import('./upward/upward-period-page.tsx')).UpwardPeriodPage,
        }),
      },
    ],
  },
]
