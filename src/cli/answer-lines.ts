import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'
import { shapeFaults } from '../instruments/fault.ts'
import { type Outcome, refused } from '../instruments/outcome.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { type Line, linesOf } from './lines.ts'

const maxLineLength = 100_000

type Answer = (value: unknown) => Outcome<unknown>

/** Answers every line of JSON on standard input by one line on standard output, in order, errors in their place. */
export const answerLines = async (answer: Answer): Promise<ExitCode> => {
  let number = 0
  let refusals = 0
  const answered = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const lines of linesOf(chunks, maxLineLength)) {
      let output = ''
      for (const line of lines) {
        number += 1
        const outcome = answerLine(answer, line)
        if (outcome.ok) output += `${JSON.stringify(outcome.value)}\n`
        else {
          refusals += 1
          const at = [`line ${number}`, ...(outcome.refusal.at ? [outcome.refusal.at] : [])].join(' ')
          output += `${JSON.stringify({ error: { ...outcome.refusal, at } })}\n`
        }
      }
      yield output
    }
  }
  await pipeline(process.stdin, answered, process.stdout)
  if (refusals === 0) return 0
  reportRefusals([{ code: 'LINES_REFUSED', detail: { refused: refusals, lines: number } }])
  return 1
}

const answerLine = (answer: Answer, line: Line): Outcome<unknown> => {
  if (line === null) return refused('LINE_TOO_LONG')
  try {
    return answer(JSON.parse(line))
  } catch (error) {
    if (error instanceof SyntaxError) return refused('NOT_JSON')
    throw error
  }
}

/** A line that has not the shape it must have: the first fault, and where. */
export const refusedShape = (error: z.ZodError): ReturnType<typeof refused> => {
  const [fault] = shapeFaults(error)
  return refused(fault?.code ?? 'WRONG_SHAPE', { at: fault?.path.join(' ') ?? '' })
}
