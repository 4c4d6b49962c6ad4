import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile, FileOutcome, OfferedFile, OfferedFiles } from '../../../bridge/desktop-api.ts'
import { done, type Outcome } from '../../../instruments/outcome.ts'
import type { BatchOnShow, PackageOnShow } from '../../../room/contract/county-import.ts'
import { desktop } from '../../bridge/desktop.ts'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { UnreadableHere } from '../unreadable-here.tsx'
import { ImportMerge } from '../upward/import-merge.tsx'
import { WaitingPackages } from '../waiting-packages.tsx'
import { ImportProgressPanel } from './import-progress.tsx'
import { ManyPackages } from './many-packages.tsx'
import { OnePackage } from './one-package.tsx'
import { Quarantine } from './quarantine.tsx'
import { WatchedFolder } from './watched-folder.tsx'

const extensions = ['anxin']
const maxBytes = 5_000_000

/** What lies on the desk to be looked at; `others`: files that are no packages by their name. */
type OnDesk =
  | { kind: 'one'; file: ChosenFile; says: PackageOnShow }
  | { kind: 'many'; batch: BatchOnShow; others: number }
  | { kind: 'none'; others: number }

/** Takes packages in, one or a thousand: choose files or a folder, see what would become of each, accept. */
export function ImportPage() {
  const { t } = useTranslation('county-desk')
  const { t: tImport } = useTranslation('county-import')
  const { unit } = useSession()
  const picture = useQuery(() => room.countyPicture(), [])
  const quarantine = useQuery(() => room.countyQuarantine(), [])
  const [onDesk, setOnDesk] = useState<OnDesk | null>(null)
  const [reading, setReading] = useState(false)

  const look = useCommand(
    async (offer: () => Promise<FileOutcome<OfferedFiles>>): Promise<Outcome<OnDesk | null>> => {
      const offered = await offer()
      if (!offered.ok) return offered
      if (offered.value === null) return done(null)
      const { files, others, left } = offered.value
      const [first] = files
      if (first === undefined) return done({ kind: 'none', others })
      if (files.length === 1 && left === 0) return lookAtOne(first)
      setReading(true)
      const begun = await room.beginCountyImport(files)
      if (!begun.ok) return begun
      return done({ kind: 'many', others, batch: { ...begun.value, left: begun.value.left + left } })
    },
  )
  const changed = () => {
    picture.again()
    quarantine.again()
  }
  const choose = async (offer: () => Promise<FileOutcome<OfferedFiles>>) => {
    setOnDesk(null)
    setOnDesk((await look.run(offer))?.value ?? null)
    setReading(false)
    changed()
  }

  return (
    <Page
      title={t('place.import')}
      lead={t('import.lead')}
      actions={
        <>
          <Button
            loading={look.running}
            onClick={() => void choose(() => desktop.offerFolder(extensions, maxBytes))}
          >
            {tImport('chooseFolder')}
          </Button>
          <Button
            type={onDesk === null ? 'primary' : 'default'}
            loading={look.running}
            onClick={() => void choose(() => desktop.offerFiles(extensions, maxBytes))}
          >
            {t('import.choose')}
          </Button>
        </>
      }
    >
      <WatchedFolder
        extensions={extensions}
        maxBytes={maxBytes}
        isFree={onDesk === null && !look.running}
        onFiles={(files) => void choose(async () => ({ ok: true, value: files }))}
      />
      <RefusalNotice refusal={look.refusal} />
      {look.refusal !== null && <p className="county-unchanged">{t('import.unchanged')}</p>}
      {reading && <ImportProgressPanel />}
      {onDesk?.kind === 'none' && <Alert role="status" type="info" showIcon title={tImport('noPackages')} />}
      {onDesk?.kind === 'one' && (
        <OnePackage
          key={onDesk.says.sha256}
          file={onDesk.file}
          says={onDesk.says}
          onTaken={changed}
          onClose={() => setOnDesk(null)}
        />
      )}
      {onDesk?.kind === 'many' && (
        <ManyPackages batch={onDesk.batch} onTaken={changed} onClose={() => setOnDesk(null)} />
      )}
      {onDesk !== null && onDesk.kind !== 'one' && onDesk.others > 0 && (
        <p className="county-quiet">{tImport('others', { count: onDesk.others })}</p>
      )}
      {hasCountiesBelow(unit.code) && <ImportMerge onTaken={picture.again} />}
      <UnreadableHere count={(picture.data?.unreadable ?? 0) + (quarantine.data?.unreadable ?? 0)} />
      <WaitingPackages packages={picture.data?.waiting ?? []} />
      <Quarantine files={quarantine.data?.files ?? []} onChanged={changed} />
    </Page>
  )
}

/** A city's or province's code ends in noughts. */
const hasCountiesBelow = (code: string): boolean => /[1-9]\d*00$/.test(code)

/** One file is shown with all it says. */
const lookAtOne = async ({ name, content }: OfferedFile): Promise<Outcome<OnDesk>> => {
  if (typeof content === 'string') return { ok: false, refusal: { code: content } }
  const bytes = content instanceof Blob ? await bytesOf(content) : content
  if (bytes === null) return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
  const file = { name, bytes }
  const says = await room.checkPackage(file)
  return says.ok ? done({ kind: 'one', file, says: says.value }) : says
}

const bytesOf = async (content: Blob): Promise<Uint8Array | null> =>
  content.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
