import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConfirmedWord } from '../../room/contract/access.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { NewSheet } from './new-sheet.tsx'
import { useNewSheet } from './use-new-sheet.ts'
import './access.css'

/** 设置 → 恢复单: which sheet is in use, and a new one in its place. */
export function SheetPage() {
  const { t } = useTranslation('access')
  const { me } = useSession()
  const { data, failed, again } = useQuery(() => room.recoverySheet(), [])
  const [replacing, setReplacing] = useState(false)
  const [replacedAt, setReplacedAt] = useState<Date | null>(null)

  if (replacing)
    return (
      <ReplaceSheet
        onBack={() => setReplacing(false)}
        onReplaced={() => {
          setReplacing(false)
          setReplacedAt(new Date())
          again()
        }}
      />
    )
  return (
    <Page title={t('replace.title')} lead={t('replace.lead')} width="form">
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <>
          <section className="panel" aria-labelledby="sheet-in-use">
            <h2 className="panel-title" id="sheet-in-use">
              {t(replacedAt === null ? 'replace.inUse' : 'replace.doneTitle', { sheet: data.sheet })}
            </h2>
            <p>
              {t('replace.number', { sheet: data.sheet, code: data.code })} ·{' '}
              {t(data.halves ? 'replace.halves' : 'replace.whole')}
            </p>
          </section>
          {data.waiting > 0 && <p role="status">{t('replace.waiting', { count: data.waiting })}</p>}
          <p className="quiet">{t(replacedAt === null ? 'replace.when' : 'replace.doneText')}</p>
          <SavedAt at={replacedAt} />
          {me.roles.includes('administrator') ? (
            <div>
              <Button onClick={() => setReplacing(true)}>{t('replace.start')}</Button>
            </div>
          ) : (
            <p className="quiet">{t('replace.askAdministrator')}</p>
          )}
        </>
      )}
    </Page>
  )
}

function ReplaceSheet({ onBack, onReplaced }: { onBack: () => void; onReplaced: () => void }) {
  const { t } = useTranslation('access')
  const { unit } = useSession()
  const [language] = useLanguage()
  const sheet = useNewSheet((halves) => room.drawNextRecoverySheet(language, halves))
  const replace = useCommand(room.replaceRecoverySheet)

  const finish = async (words: ConfirmedWord[]) => {
    if ((await replace.run(words)) !== null) onReplaced()
  }

  return (
    <Page title={t('replace.start')} width="form">
      <NewSheet
        at={sheet}
        unitName={unit.name}
        finish={t('replace.finish')}
        busy={replace.running}
        onBack={onBack}
        onConfirmed={(words) => void finish(words)}
      />
      <RefusalNotice refusal={replace.refusal} />
    </Page>
  )
}
