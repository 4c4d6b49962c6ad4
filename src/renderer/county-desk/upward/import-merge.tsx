import { Alert, Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile } from '../../../bridge/desktop-api.ts'
import { done } from '../../../instruments/outcome.ts'
import type { MergeOnShow } from '../../../room/contract/county-upward.ts'
import { desktop } from '../../bridge/desktop.ts'
import { AcceptCard } from '../../exchange/accept-card.tsx'
import { CardFacts } from '../../exchange/card-facts.tsx'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UpwardTables } from './upward-tables.tsx'
import './upward.css'

const maxBytes = 5 * 1024 * 1024

/** For a desk with counties below it: takes their cards, and what they pass on, one file at a time. */
export function ImportMerge({ onTaken }: { onTaken: () => void }) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const title = useId()
  const [checked, setChecked] = useState<{ file: ChosenFile; says: MergeOnShow } | null>(null)
  const [taken, setTaken] = useState<MergeOnShow | null>(null)
  const check = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin-merged'], maxBytes)
    if (!chosen.ok) return chosen
    const file = chosen.value
    if (file === null) return done(null)
    const says = await room.checkMerge(file)
    return says.ok ? done({ file, says: says.value }) : says
  })
  const take = useCommand((file: ChosenFile) => room.importMerge(file))
  const choose = async () => {
    setTaken(null)
    setChecked(null)
    setChecked((await check.run())?.value ?? null)
    onTaken()
  }
  const accept = async ({ file }: { file: ChosenFile }) => {
    const imported = await take.run(file)
    if (imported !== null) {
      setTaken(imported.value)
      setChecked(null)
    }
    onTaken()
  }
  const refusal = check.refusal ?? take.refusal
  return (
    <>
      <section className="panel" aria-labelledby={title}>
        <h2 className="panel-title" id={title}>
          {t('below.title')}
        </h2>
        <p>{t('below.what')}</p>
        <Button loading={check.running} onClick={choose}>
          {t('below.choose')}
        </Button>
        <RefusalNotice refusal={refusal} />
        {refusal !== null && <p className="county-unchanged">{t('county-desk:import.unchanged')}</p>}
        {taken !== null && (
          <Alert
            role="status"
            type="success"
            showIcon
            title={t('below.taken', { name: taken.from.name, period: periodText(taken.period) })}
          />
        )}
      </section>
      {checked !== null && (
        <MergeFacts says={checked.says}>
          <Button onClick={() => setChecked(null)}>
            {t(checked.says.known ? 'county-desk:import.close' : 'county-desk:import.notNow')}
          </Button>
          {!checked.says.known && (
            <Button type="primary" loading={take.running} onClick={() => accept(checked)}>
              {t('below.take')}
            </Button>
          )}
        </MergeFacts>
      )}
      <CountiesBelow />
    </>
  )
}

/** The counties whose merged packages are taken, and how another one is added. */
function CountiesBelow() {
  const { t } = useTranslation('upward')
  const { unit } = useSession()
  const title = useId()
  const { data, failed, again } = useQuery(() => room.enrolledCards(), [])
  const below = data?.filter(({ card }) => card.kind === 'county' && liesIn(card.unit, unit.code)) ?? []
  return (
    <>
      <RefusalNotice refusal={failed} />
      {below.length > 0 && (
        <section className="panel" aria-labelledby={title}>
          <h2 className="panel-title" id={title}>
            {t('below.counties')}
          </h2>
          {below.map((shown) => (
            <CardFacts key={shown.card.unit} shown={shown} />
          ))}
        </section>
      )}
      <AcceptCard from="below" onAccepted={again} />
    </>
  )
}

/** By their codes: a city's or province's ends in noughts where those of its counties differ. */
const liesIn = (county: string, desk: string): boolean =>
  county !== desk && county.startsWith(desk.replace(/(00)+$/, ''))

function MergeFacts({ says, children }: { says: MergeOnShow; children: ReactNode }) {
  const { t } = useTranslation('upward')
  const periodText = usePeriodText()
  const [language] = useLanguage()
  const title = useId()
  const { from, period, sha256, rooms, tables, held, late, known } = says
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('below.of', { name: from.name, period: periodText(period) })}
      </h2>
      <p>{t('below.sound')}</p>
      {known && <Alert type="info" showIcon title={t('below.known')} />}
      <dl className="county-facts">
        <dt>{t('below.from')}</dt>
        <dd>
          {from.name} {from.code}
        </dd>
        <dt>{t('leaving.rooms')}</dt>
        <dd>{rooms}</dd>
        <dt>{t('leaving.late')}</dt>
        <dd>{late}</dd>
        <dt>{t('written.sha256')}</dt>
        <dd className="county-sha">{sha256}</dd>
      </dl>
      <div className="county-buttons">{children}</div>
      <UpwardTables tables={tables} />
      {held.length > 0 && (
        <>
          <h3 className="county-table-title">{t('below.held')}</h3>
          <ul className="upward-held">
            {held.map(({ id, title: name }) => (
              <li key={id}>{name[language]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
