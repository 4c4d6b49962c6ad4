import type { RouteObject } from 'react-router'

/** The tab of session notes in a client's file. */
export const noteTabRoutes: RouteObject[] = [
  { path: 'notes', lazy: async () => ({ Component: (await import('./notes-page.tsx')).NotesPage }) },
]

/** Pages about one client's notes, below the client's address. */
export const noteRoutes: RouteObject[] = [
  {
    path: 'notes/new',
    lazy: async () => ({ Component: (await import('./new-note-page.tsx')).NewNotePage }),
  },
  {
    path: 'notes/private',
    lazy: async () => ({ Component: (await import('./private-notes-page.tsx')).PrivateNotesPage }),
  },
  { path: 'notes/:noteId', lazy: async () => ({ Component: (await import('./note-page.tsx')).NotePage }) },
]
