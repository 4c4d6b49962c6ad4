import { useTranslation } from 'react-i18next'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { CallerNumberField } from './caller-number-field.tsx'
import { CallerRecognition } from './caller-recognition.tsx'
import './callers.css'

/**
 * Beside a call: whether somebody called before, and the number they may be called back on. `alias` is what they go by as it
 * stands in the form; `onNumber` hears the number once it was shown here; `onAlias` fills it in for somebody known by their number.
 */
export function CallerBeside({
  call,
  alias,
  onAlias,
  onNumber,
}: {
  call: Pick<Stored<HotlineCall>, 'id'>
  alias: string
  onAlias?: (alias: string) => void
  onNumber?: (number: string) => void
}) {
  const { t } = useTranslation('callers')
  return (
    <section className="panel caller-beside" aria-labelledby="caller-beside">
      <h2 className="panel-title" id="caller-beside">
        {t('beside.title')}
      </h2>
      <CallerRecognition callId={call.id} alias={alias} />
      <CallerNumberField callId={call.id} {...(onAlias && { onAlias })} {...(onNumber && { onNumber })} />
    </section>
  )
}
