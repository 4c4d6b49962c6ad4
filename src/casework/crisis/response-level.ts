import { z } from 'zod'

/** How soon help is due after a sign of danger: a process to start, not a likelihood. */
export const responseLevelSchema = z.enum(['atOnce', 'today', 'planned'])
export type ResponseLevel = z.infer<typeof responseLevelSchema>
