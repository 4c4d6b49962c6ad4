import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { talkBlocks } from '../../casework/assessments/talk-blocks.ts'
import { calledName } from '../../casework/clients/shown-name.ts'
import { referralSlip } from '../../casework/referrals/referral-standing.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { PrintOfClient } from '../clients/print-of-client.tsx'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './slip-page.css'

/** The slip a client takes along: what the receiver needs, and nothing more. */
export function ReferralSlipPage() {
  const { t } = useTranslation('referrals')
  const { day } = useFormatTime()
  const { unit } = useSession()
  const { referralId } = useParams()
  const { file } = useClientOnShow()
  const { data, failed } = useQuery(() => room.referrals(file.client.id), [file])
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const referral = data.referrals.find((one) => one.referral.id === referralId)?.referral.value
  if (referral === undefined) return <RefusalNotice refusal={{ code: 'NOT_FOUND' }} />
  const back = `/clients/${file.client.id}/referrals`
  const { fileNumber } = file.client.value
  const slip = referralSlip(referral, { fileNumber, name: calledName(file.client.value) })
  const [held] = slip.ground === 'savingLife' ? [] : talkBlocks(file.assessments, file.alerts)
  if (held !== undefined) return <RefusalNotice refusal={held} />
  const facts: [string, string][] = [
    [t('slip.to'), slip.receiver.name],
    [t('slip.client'), slip.name ?? ''],
    [t('slip.fileNumber'), slip.fileNumber],
    [t('form.urgency'), t(`urgency.${slip.urgency}`)],
    [t('slip.ground'), t(`slip.grounds.${slip.ground}`)],
    [t('slip.from'), unit.name],
    [t('slip.writtenBy'), data.staffNames[slip.writtenBy] ?? t('somebody')],
    [t('slip.writtenAt'), day(slip.writtenAt)],
  ]
  return (
    <Page
      title={t('slip.title')}
      actions={
        <>
          <PrintOfClient clientId={file.client.id} what="referral" />
          <Link to={back}>{t('slip.back')}</Link>
        </>
      }
    >
      <A4Sheet label={t('slip.title')}>
        <h2>{t('slip.title')}</h2>
        <dl className="referral-slip-facts">
          {facts.map(([term, fact]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('form.question')}</h3>
        <p className="referral-slip-text">{slip.question}</p>
        {slip.told !== '' && (
          <>
            <h3>{t('form.told')}</h3>
            <p className="referral-slip-text">{slip.told}</p>
          </>
        )}
        <section className="a4-whole referral-slip-answer" aria-label={t('slip.answer')}>
          <h3>{t('slip.answer')}</h3>
          <p className="a4-sheet-small">{t('slip.answerHint')}</p>
          <p>{t('slip.acceptedBy')}</p>
          <p>{t('slip.seenOn')}</p>
          <p>{t('slip.advice')}</p>
          <p className="referral-slip-space">{t('slip.signature')}</p>
        </section>
        <footer className="a4-sheet-small a4-whole">
          <p>{t('slip.confidential')}</p>
        </footer>
      </A4Sheet>
    </Page>
  )
}
