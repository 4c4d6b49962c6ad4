import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type AgeQuestion, openAgeQuestions } from '../../casework/records/age-rules.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import './client-details.css'

const answeredOn: Record<AgeQuestion, 'details' | 'consent'> = {
  guardian: 'details',
  ownConsent: 'consent',
  guardianStays: 'details',
}

/** What stands above every page of a file: that it is only kept, that it is read under another, what the client's age has us ask. */
export function FileNotices({ file }: { file: ClientFile }) {
  const { t } = useTranslation('client-details')
  const { id, value } = file.client
  const consents = useQuery(() => room.consentStandings(id), [id])
  const merges = useQuery(() => room.fileMerges(id), [id])
  const [consentsAgain, mergesAgain] = [consents.again, merges.again]
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the file was read again
  useEffect(() => {
    consentsAgain()
    mergesAgain()
  }, [file, consentsAgain, mergesAgain])
  const questions = openAgeQuestions(value, consents.data?.standings ?? [], dayOf(new Date().toISOString()))
  const under = merges.data?.readUnder ?? null
  return (
    <>
      {value.restricted !== undefined && (
        <p role="status" className="file-notice">
          {t('notice.restricted')} <Link to={`/clients/${id}/details`}>{t('notice.see')}</Link>
        </p>
      )}
      {under !== null && (
        <p role="status" className="file-notice">
          {t('notice.readUnder', { fileNumber: under.fileNumber ?? t('merge.gone') })}{' '}
          <Link to={`/clients/${under.id}`}>{t('notice.openOther')}</Link>{' '}
          <Link to={`/clients/${id}/details`}>{t('notice.see')}</Link>
        </p>
      )}
      {questions.map((question) => (
        <p role="status" className="file-notice" key={question}>
          {t(`ask.${question}`)}{' '}
          <Link to={`/clients/${id}/${answeredOn[question]}`}>{t(`askGo.${question}`)}</Link>
        </p>
      ))}
    </>
  )
}
