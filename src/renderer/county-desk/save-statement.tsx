import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { desktop } from '../bridge/desktop.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** Has the county sign something, and writes it where the person chooses. */
export function SaveStatement({
  ask,
  label,
  children,
}: {
  ask: () => Promise<Outcome<{ file: OutgoingFile }>>
  /** Says which row it stands in. */
  label?: string
  children: ReactNode
}) {
  const { t } = useTranslation('county-desk')
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const save = useCommand(async () => {
    const signed = await ask()
    if (!signed.ok) return signed
    return desktop.saveFile(signed.value.file.name, signed.value.file.bytes)
  })
  const run = async () => {
    setSavedAs(null)
    setSavedAs((await save.run())?.value ?? null)
  }
  return (
    <>
      <Button {...(label === undefined ? {} : { 'aria-label': label })} loading={save.running} onClick={run}>
        {children}
      </Button>
      <span role="status">{savedAs !== null && t('statements.saved', { name: savedAs })}</span>
      <RefusalNotice refusal={save.refusal} />
    </>
  )
}

/** A receipt for a room, to be handed back to it. */
export function SaveReceipt({ unit, name }: { unit: string; name: string }) {
  const { t } = useTranslation('county-desk')
  return (
    <SaveStatement ask={() => room.receiptFor(unit)} label={t('statements.receiptOf', { name })}>
      {t('statements.receipt')}
    </SaveStatement>
  )
}

/** Receipts for several rooms in one file, to be handed back to each. */
export function SaveReceipts({ units }: { units: string[] }) {
  const { t } = useTranslation('county-import')
  return (
    <SaveStatement ask={() => room.receiptsFor(units)}>
      {t('result.receipts', { count: units.length })}
    </SaveStatement>
  )
}

/** The keys of all rooms, for whoever verifies their packages elsewhere. */
export function SaveKeyList() {
  const { t } = useTranslation('county-desk')
  return <SaveStatement ask={() => room.keyList()}>{t('statements.keyList')}</SaveStatement>
}
