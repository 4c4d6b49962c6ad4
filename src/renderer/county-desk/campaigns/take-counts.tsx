import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done } from '../../../instruments/outcome.ts'
import type { CountsOnShow } from '../../../room/contract/county-campaigns.ts'
import { desktop } from '../../bridge/desktop.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { ToldCountsList } from '../../surveys/told-counts-list.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'

const maxBytes = 5 * 1024 * 1024

/** Takes in what a room counted: choose the file, see that it is sound and what it says, accept it. */
export function TakeCounts({ onTaken }: { onTaken: () => void }) {
  const { t } = useTranslation('campaigns')
  const title = useId()
  const [checked, setChecked] = useState<{ bytes: Uint8Array; says: CountsOnShow } | null>(null)
  const [taken, setTaken] = useState<CountsOnShow | null>(null)
  const check = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin-counts'], maxBytes)
    if (!chosen.ok) return chosen
    if (chosen.value === null) return done(null)
    const { bytes } = chosen.value
    const says = await room.checkCampaignCounts(bytes)
    return says.ok ? done({ bytes, says: says.value }) : says
  })
  const take = useCommand((bytes: Uint8Array) => room.takeCampaignCounts(bytes))
  const choose = async () => {
    setTaken(null)
    setChecked(null)
    setChecked((await check.run())?.value ?? null)
  }
  const accept = async (bytes: Uint8Array) => {
    const done = await take.run(bytes)
    if (done === null) return
    setTaken(done.value)
    setChecked(null)
    onTaken()
  }
  const refusal = check.refusal ?? take.refusal
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 className="panel-title" id={title}>
        {t('take.title')}
      </h2>
      <p>{t('take.what')}</p>
      <Button loading={check.running} onClick={choose}>
        {t('take.choose')}
      </Button>
      <RefusalNotice refusal={refusal} />
      {taken !== null && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={t('take.taken', { name: taken.from.name, title: taken.title })}
        />
      )}
      {checked !== null && (
        <div className="campaigns-checked">
          <h3 className="county-table-title">
            {t('take.of', { name: checked.says.from.name, title: checked.says.title })}
          </h3>
          <p>{t('take.sound', { count: checked.says.people })}</p>
          {checked.says.known && <Alert type="info" showIcon title={t('take.known')} />}
          <ToldCountsList survey={checked.says.survey} questions={checked.says.questions} />
          <div className="county-buttons">
            <Button onClick={() => setChecked(null)}>{t('take.notNow')}</Button>
            {!checked.says.known && (
              <Button type="primary" loading={take.running} onClick={() => accept(checked.bytes)}>
                {t('take.take')}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
