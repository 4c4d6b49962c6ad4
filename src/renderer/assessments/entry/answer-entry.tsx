import { Navigate, useParams } from 'react-router'
import { questionnaireOn, useClientOnShow } from '../../clients/client-context.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { ListEntry } from './list-entry.tsx'
import { PaperEntry } from './paper-entry.tsx'

/** Answers entered by a member of staff; an unfinished assessment opens where it was left. */
export function AnswerEntryPage() {
  const { assessmentId } = useParams()
  const { file, shelf } = useClientOnShow()
  const assessment = file.assessments.find(({ id }) => id === assessmentId)
  if (assessment === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const { instrument, instrumentVersion, answeredAt, paper } = assessment.value
  if (answeredAt !== null) return <Navigate to={`../assessments/${assessment.id}`} replace />
  const questionnaire = questionnaireOn(shelf, instrument, instrumentVersion)
  if (questionnaire === undefined)
    return <RefusalNotice refusal={{ code: 'INSTRUMENT_MISSING', at: instrument }} />
  const Entry = paper === undefined ? ListEntry : PaperEntry
  return <Entry key={assessment.id} assessment={assessment} questionnaire={questionnaire} />
}
