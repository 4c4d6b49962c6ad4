import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { DisclosureLine } from './disclosure-line.tsx'
import { RecordDisclosure } from './record-disclosure.tsx'
import './disclosure-list.css'

/** Everything about this client that was handed out with a name on it. */
export function DisclosureList() {
  const { t } = useTranslation('disclosures')
  const [language] = useLanguage()
  const { file, shelf } = useClientOnShow()
  const { data, failed, again } = useQuery(() => room.disclosures(file.client.id), [file.client.id])
  const titleOfAssessment = (id: string) => {
    const instrument = file.assessments.find((one) => one.id === id)?.value.instrument
    return titleOf(
      questionnaireOn(shelf, instrument ?? '')?.instrument,
      language,
      instrument ?? t('list.unknown'),
    )
  }
  return (
    <section className="panel disclosures" aria-labelledby="disclosures-title">
      <h2 className="panel-title" id="disclosures-title">
        {t('list.title')}
      </h2>
      <RefusalNotice refusal={failed} />
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="disclosures-unreadable">
          {t('list.unreadable', { count: data.unreadable })}
        </p>
      )}
      {data !== null && data.disclosures.length === 0 && <p className="quiet">{t('list.none')}</p>}
      <ul>
        {data?.disclosures.map((disclosure) => {
          const { what } = disclosure.value
          return (
            <DisclosureLine
              key={disclosure.id}
              disclosure={disclosure}
              on={data}
              what={
                what.kind === 'assessment' ? (
                  <Link to={`/clients/${file.client.id}/assessments/${what.id}`}>
                    {titleOfAssessment(what.id)}
                  </Link>
                ) : (
                  t(`list.what.${what.kind}`)
                )
              }
              onTold={again}
            />
          )
        })}
      </ul>
      <RecordDisclosure rules={data?.rules} onRecorded={again} />
    </section>
  )
}
