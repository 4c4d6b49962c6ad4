import type { RouteObject } from 'react-router'

export const appointmentsRoutes: RouteObject[] = [
  {
    path: 'appointments',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./week-page.tsx')).WeekPage }) },
      {
        path: 'new',
        lazy: async () => ({ Component: (await import('./new-appointment.tsx')).NewAppointment }),
      },
      {
        path: ':appointmentId',
        lazy: async () => ({ Component: (await import('./appointment-page.tsx')).AppointmentPage }),
      },
    ],
  },
]
