import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { Instrument } from '../../../instruments/instrument.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import type { QuestionOnShow } from '../../questionnaire/use-questions.ts'
import type { Entry } from './entry-page.tsx'
import type { AnswerKeeping } from './use-answer-keeping.ts'

/** How many questions that a score needs are asked and open. */
const openCount = ({ items }: Instrument, asked: readonly QuestionOnShow[]): number => {
  const required = new Set(items.flatMap(({ id, required }) => (required ? [id] : [])))
  return asked.filter(({ name, value }) => value === null && required.has(name)).length
}

/** Closes an assessment and goes to its result; while questions are open, only at the second press. */
export function useClosing({ assessment, questionnaire: { instrument } }: Entry, { finish }: AnswerKeeping) {
  const { t } = useTranslation('assessments')
  const navigate = useNavigate()
  const { state } = useLocation()
  const { file, again } = useClientOnShow()
  const [closing, setClosing] = useState(false)
  const [open, setOpen] = useState(0)

  const finishNow = async (settled?: Parameters<AnswerKeeping['finish']>[0]) => {
    setClosing(true)
    if (await finish(settled)) {
      again()
      void navigate(`/clients/${file.client.id}/assessments/${assessment.id}`, { replace: true, state })
    } else setClosing(false)
  }
  return {
    closing,
    /** Why a second press is needed; null when it is not. */
    warning:
      open === 0
        ? null
        : t(
            instrument.missing.rule === 'noScore' && instrument.scales.length > 0
              ? 'entry.openNoScore'
              : 'entry.open',
            {
              count: open,
            },
          ),
    label: t(
      open > 0 ? 'entry.finishAnyway' : instrument.scales.length > 0 ? 'entry.finish' : 'entry.finishRecord',
    ),
    /** To be called when an answer changes. */
    reconsider: () => setOpen(0),
    finishNow,
    close: async (asked: readonly QuestionOnShow[]) => {
      const left = openCount(instrument, asked)
      if (left > 0 && open === 0) setOpen(left)
      else await finishNow()
    },
  }
}
