import type { z } from 'zod'
import type { Refusal } from './outcome.ts'

/** Something wrong inside one file, at a path from the file's root. */
export interface Fault {
  code: string
  path: readonly PropertyKey[]
  detail?: Record<string, string | number>
}

/** Names the file: `at` becomes `phq-9/survey.json#/pages/0`. */
export const refusalOf = (file: string, fault: Fault): Refusal => ({
  code: fault.code,
  at: `${file}#${fault.path.map((step) => `/${String(step)}`).join('')}`,
  ...(fault.detail === undefined ? {} : { detail: fault.detail }),
})

/** The faults of a file that has not the shape it must have. */
export const shapeFaults = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ code: 'UNKNOWN_KEY', path: [...issue.path, key] }))
    if (issue.code === 'custom' && typeof issue.params?.code === 'string')
      return [{ code: issue.params.code, path: issue.path }]
    return [
      { code: 'WRONG_SHAPE', path: issue.path, detail: { expected: issue.message, ...shapeAsked(issue) } },
    ]
  })

/** What belongs there; `context` chooses the form of the sentence. */
const shapeAsked = (issue: z.core.$ZodIssue): NonNullable<Fault['detail']> => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { context: 'missing' }
        : { context: 'type', type: issue.expected }
    case 'invalid_value':
      return { context: 'oneOf', options: issue.values.map(String).join(', ') }
    case 'too_big':
      return { context: 'tooBig', limit: Number(issue.maximum) }
    case 'too_small':
      return { context: 'tooSmall', limit: Number(issue.minimum) }
    default:
      return {}
  }
}
