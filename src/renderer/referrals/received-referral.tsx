import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { done, type Outcome } from '../../instruments/outcome.ts'
import type { ReferralsApi } from '../../room/contract/referrals.ts'
import { desktop } from '../bridge/desktop.ts'
import { CardFacts } from '../exchange/card-facts.tsx'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import './referrals.css'

type Received = Extract<Awaited<ReturnType<ReferralsApi['readReferral']>>, { ok: true }>['value']

const maxBytes = 1_000_000

/** A referral that another unit sent here: opened, its sender compared aloud; nothing of it is kept. */
export function ReceivedReferral() {
  const { t } = useTranslation('referrals')
  const { day } = useFormatTime()
  const [received, setReceived] = useState<Received | null>(null)
  const open = useCommand(async (): Promise<Outcome<Received | null>> => {
    const chosen = await desktop.openFile(['anxin-referral'], maxBytes)
    if (!chosen.ok) return chosen
    if (chosen.value === null) return done(null)
    return room.readReferral(chosen.value.bytes)
  })
  const ask = async () => {
    setReceived(null)
    setReceived((await open.run())?.value ?? null)
  }
  const facts: [string, string][] =
    received === null
      ? []
      : [
          [t('slip.client'), received.referral.name],
          [t('received.fileNumber'), received.referral.fileNumber],
          [t('form.urgency'), t(`urgency.${received.referral.urgency}`)],
          [t('slip.ground'), t(`slip.grounds.${received.referral.ground}`)],
          [t('slip.to'), received.referral.receiver.name],
          [t('slip.writtenBy'), received.referral.writtenBy],
          [t('slip.writtenAt'), day(received.referral.writtenAt)],
          [t('form.question'), received.referral.question],
          [t('form.told'), received.referral.told === '' ? t('nothing') : received.referral.told],
        ]
  return (
    <Page
      title={t('received.title')}
      lead={t('received.lead')}
      width="form"
      actions={
        <Button type="primary" loading={open.running} onClick={() => void ask()}>
          {t('received.open')}
        </Button>
      }
    >
      <RefusalNotice refusal={open.refusal} />
      {received !== null && (
        <section className="panel" aria-labelledby="received-referral">
          <h2 className="panel-title" id="received-referral">
            {t('received.from')}
          </h2>
          <p>{t('received.compare')}</p>
          <CardFacts shown={received.from} />
          <dl className="referral-facts">
            {facts.map(([term, fact]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
          </dl>
          <Link to="/clients/new">{t('received.register')}</Link>
        </section>
      )}
    </Page>
  )
}
