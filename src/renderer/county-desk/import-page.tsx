import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile } from '../../bridge/desktop-api.ts'
import { done } from '../../instruments/outcome.ts'
import type { PackageOnShow } from '../../room/contract/county-desk.ts'
import { desktop } from '../bridge/desktop.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { room } from '../room/room.ts'
import { useSession } from '../room/session.tsx'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PackageFacts } from './package-facts.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { SaveReceipt } from './save-statement.tsx'
import { UnreadableHere } from './unreadable-here.tsx'
import { ImportMerge } from './upward/import-merge.tsx'
import { WaitingPackages } from './waiting-packages.tsx'

const maxBytes = 5 * 1024 * 1024

interface CheckedFile {
  file: ChosenFile
  says: PackageOnShow
}

/** Takes a room's package in: choose the file, see that it is sound and what it says, accept it. */
export function ImportPage() {
  const { t } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const [checked, setChecked] = useState<CheckedFile | null>(null)
  const [taken, setTaken] = useState<PackageOnShow | null>(null)
  const { unit } = useSession()
  const picture = useQuery(() => room.countyPicture(), [])
  const check = useCommand(async () => {
    const chosen = await desktop.openFile(['anxin'], maxBytes)
    if (!chosen.ok) return chosen
    const file = chosen.value
    if (file === null) return done(null)
    const says = await room.checkPackage(file)
    return says.ok ? done({ file, says: says.value }) : says
  })
  const take = useCommand((file: ChosenFile) => room.importPackage(file))

  const choose = async () => {
    setTaken(null)
    setChecked(null)
    setChecked((await check.run())?.value ?? null)
    picture.again()
  }
  const accept = async ({ file }: CheckedFile) => {
    const imported = await take.run(file)
    if (imported !== null) {
      setTaken(imported.value)
      setChecked(null)
    }
    picture.again()
  }
  const refusal = check.refusal ?? take.refusal

  return (
    <Page
      title={t('place.import')}
      lead={t('import.lead')}
      actions={
        <Button type={checked === null ? 'primary' : 'default'} loading={check.running} onClick={choose}>
          {t('import.choose')}
        </Button>
      }
    >
      <RefusalNotice refusal={refusal} />
      {refusal !== null && <p className="county-unchanged">{t('import.unchanged')}</p>}
      {taken !== null && (
        <Alert
          role="status"
          type="success"
          showIcon
          title={t('import.taken', { name: taken.from.name, period: periodText(taken.period) })}
          action={<SaveReceipt unit={taken.from.code} name={taken.from.name} />}
        />
      )}
      {checked !== null && (
        <PackageFacts says={checked.says}>
          <Button onClick={() => setChecked(null)}>
            {t(checked.says.known ? 'import.close' : 'import.notNow')}
          </Button>
          {!checked.says.known && (
            <Button type="primary" loading={take.running} onClick={() => accept(checked)}>
              {t('import.take')}
            </Button>
          )}
        </PackageFacts>
      )}
      {hasCountiesBelow(unit.code) && <ImportMerge onTaken={picture.again} />}
      <UnreadableHere count={picture.data?.unreadable ?? 0} />
      <WaitingPackages packages={picture.data?.waiting ?? []} />
      <RefusedFiles files={picture.data?.refused ?? []} />
    </Page>
  )
}

/** A city's or province's code ends in noughts. */
const hasCountiesBelow = (code: string): boolean => /[1-9]\d*00$/.test(code)
