import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { done, type Outcome, type Refusal } from '../../../instruments/outcome.ts'
import type { ImportFacts, ImportFiles, ImportOnTrial } from '../../../room/contract/library.ts'
import { desktop } from '../../bridge/desktop.ts'
import { FaultList } from '../../refusals/fault-list.tsx'
import { room } from '../../room/room.ts'
import { useSession } from '../../room/session.tsx'
import { useCommand } from '../../room/use-command.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { FhirFacts } from './fhir-facts.tsx'
import { ImportPreview } from './import-preview.tsx'
import { readFhir } from './read-fhir.ts'
import { SignIn } from './sign-in.tsx'
import { WhatToChoose } from './what-to-choose.tsx'
import '../catalogue.css'
import './import-page.css'

const maxBytes = 5 * 1024 * 1024

interface Input {
  files: ImportFiles
  facts: ImportFacts | null
}

/** Takes an instrument or a wording into this room: choose the files, see every fault or all of what they add, sign. */
export function ImportPage() {
  const { t } = useTranslation('catalogue')
  const { me } = useSession()
  if (!me.roles.includes('administrator'))
    return (
      <Page title={t('import.title')}>
        <section className="panel">
          <EmptyState title={t('import.administratorsOnly')} action={<Link to="/catalogue">{t('all')}</Link>}>
            {t('import.askAdministrator')}
          </EmptyState>
        </section>
      </Page>
    )
  return <ImportSteps />
}

type Signing = Outcome<ImportOnTrial, Refusal[]>

/** Faults of the files are for the list of faults; that the passphrase is needed is no fault of theirs. */
const allowed = (signing: Signing): Outcome<Signing> => {
  const needed = signing.ok ? undefined : signing.refusal.find(({ code }) => code === 'PASSPHRASE_NEEDED')
  return needed === undefined ? done(signing) : { ok: false, refusal: needed }
}

function ImportSteps() {
  const { t } = useTranslation('catalogue')
  const [input, setInput] = useState<Input | null>(null)
  const [tried, setTried] = useState<Outcome<ImportOnTrial, Refusal[]> | null>(null)
  const [signed, setSigned] = useState<ImportOnTrial | null>(null)
  const read = useCommand(async (next: Input) => done(await room.tryImport(next)))
  const choose = useCommand(() => desktop.openFiles(['json'], maxBytes))
  const sign = useCommand(async (given: Input) => allowed(await room.signInImport(given)))
  const files = input?.files ?? null
  const draft = useMemo(() => (files === null ? null : readFhir(files)), [files])

  const check = async (next: Input) => {
    setInput(next)
    setTried(null)
    setTried((await read.run(next))?.value ?? null)
    document.getElementById('page')?.scrollTo(0, 0)
  }
  const chooseFiles = async () => {
    const chosen = (await choose.run())?.value ?? null
    if (chosen === null) return
    setSigned(null)
    setTried(null)
    setInput({ files: chosen, facts: null })
    if (readFhir(chosen) === null) await check({ files: chosen, facts: null })
  }
  const signIn = async () => {
    if (input === null) return
    const outcome = (await sign.run(input))?.value
    if (outcome === undefined) return
    if (outcome.ok) {
      setSigned(outcome.value)
      setInput(null)
      setTried(null)
    } else setTried(outcome)
  }

  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      actions={
        <>
          <Link className="catalogue-action" to="/catalogue">
            {t('all')}
          </Link>
          <Button
            type={input === null ? 'primary' : 'default'}
            loading={choose.running}
            onClick={() => void chooseFiles()}
          >
            {t(input === null ? 'import.choose' : 'import.chooseOthers')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={choose.refusal ?? read.refusal ?? sign.refusal} />
      {signed !== null && <SignedNotice signed={signed} />}
      {input === null && <WhatToChoose />}
      {input !== null && (
        <p className="quiet import-files">
          {t('import.files', { names: input.files.map(({ name }) => name).join(t('listed')) })}
        </p>
      )}
      {tried !== null && !tried.ok && (
        <FaultList title={t('import.refused')} faults={tried.refusal}>
          <p>{t(draft === null ? 'import.unchanged' : 'import.unchangedForm')}</p>
        </FaultList>
      )}
      {draft !== null && input !== null && (
        <div className="import-fhir" hidden={tried?.ok === true}>
          <FhirFacts
            draft={draft}
            running={read.running}
            onGiven={(facts) => void check({ files: input.files, facts })}
          />
        </div>
      )}
      {tried?.ok && (
        <>
          <ImportPreview trial={tried.value} />
          <SignIn
            trial={tried.value}
            running={sign.running}
            onSign={() => void signIn()}
            {...(draft === null ? {} : { onBack: () => setTried(null) })}
          />
        </>
      )}
    </Page>
  )
}

function SignedNotice({ signed }: { signed: ImportOnTrial }) {
  const { t } = useTranslation('catalogue')
  const { id, version } = signed.questionnaire.instrument
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={t(`import.signed.${signed.kind}`, { id, version })}
      action={<Link to={`/catalogue/${id}`}>{t('import.look')}</Link>}
    />
  )
}
