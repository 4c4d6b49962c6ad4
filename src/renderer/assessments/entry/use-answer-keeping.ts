import { useCallback, useEffect, useRef, useState } from 'react'
import type { Assessment } from '../../../casework/assessments/assessment.ts'
import type { Stored } from '../../../casework/records/record.ts'
import type { Outcome, Refusal } from '../../../instruments/outcome.ts'
import type { EnteredAnswers } from '../../../room/contract/assessments.ts'
import { beforeLock } from '../../app/before-lock.ts'
import { refusalOf } from '../../room/answered.ts'
import { room } from '../../room/room.ts'

type Entered = Pick<Assessment, 'answers' | 'paper' | 'remark'>

export interface AnswerKeeping {
  /** Keeps one change; null takes the answer back. */
  keep: (question: string, value: number | null) => Promise<boolean>
  /** What was written beside the answers so far. */
  remark: () => string
  keepRemark: (remark: string) => Promise<boolean>
  /** Scores and closes the assessment, after everything entered before is kept; with these answers where they were settled. */
  finish: (settled?: Entered) => Promise<boolean>
  /** Keeps once more what could not be kept. */
  tryAgain: () => Promise<boolean>
  /** When all that is entered was kept; null before, and while an answer is on its way. */
  keptAt: Date | null
  refusal: Refusal | null
}

/** Saves after every answer, one save after the other, each on top of the revision the last one gave. */
export function useAnswerKeeping({ id, revision, value }: Stored<Assessment>): AnswerKeeping {
  const entered = useRef<Entered>({ answers: value.answers })
  const known = useRef(revision)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const send = useCallback(
    (command: (input: EnteredAnswers) => Promise<Outcome<Stored<Assessment>>>) => {
      setKeptAt(null)
      const sent = last.current.then(async () => {
        const outcome = await command({ id, revision: known.current, ...entered.current }).catch(
          (problem: unknown) => ({ ok: false as const, refusal: refusalOf(problem) }),
        )
        if (outcome.ok) {
          known.current = outcome.value.revision
          if (last.current === sent) setKeptAt(new Date())
        }
        setRefusal(outcome.ok ? null : outcome.refusal)
        return outcome.ok
      })
      last.current = sent
      return sent
    },
    [id],
  )

  useEffect(() => beforeLock(() => last.current), [])

  const tryAgain = useCallback(() => send((input) => room.saveAnswers(input)), [send])
  const finish = useCallback(
    (settled?: Entered) => {
      entered.current = { ...entered.current, ...settled }
      return send((input) => room.finishAssessment(input))
    },
    [send],
  )
  const keep = useCallback(
    (question: string, given: number | null) => {
      const { [question]: _, ...others } = entered.current.answers
      const answers = given === null ? others : { ...others, [question]: given }
      entered.current = { ...entered.current, answers }
      return tryAgain()
    },
    [tryAgain],
  )
  const keepRemark = useCallback(
    (remark: string) => {
      entered.current = { ...entered.current, remark }
      return tryAgain()
    },
    [tryAgain],
  )
  const remark = useCallback(() => entered.current.remark ?? value.remark ?? '', [value.remark])
  return { keep, remark, keepRemark, finish, tryAgain, keptAt, refusal }
}
