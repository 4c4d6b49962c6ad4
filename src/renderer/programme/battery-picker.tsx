import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Battery } from '../../casework/assessments/battery.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useShelfNames } from './use-shelf-names.ts'
import './battery-picker.css'

/**
 * The batteries in use, each a button that chooses its instruments in their order. Nothing when the room has none. `offered`
 * says which instruments can be chosen where it stands: a battery with another one cannot be pressed and says why.
 */
export function BatteryPicker({
  onChoose,
  offered = () => true,
}: {
  onChoose: (instrumentIds: string[], battery: Stored<Battery>) => void
  offered?: (instrument: Instrument) => boolean
}) {
  const { t } = useTranslation('programme')
  const { data, failed } = useQuery(() => room.batteries(), [])
  const { titleOfId, instrumentOf } = useShelfNames(useClientOnShow().shelf)
  const inUse = (data?.batteries ?? []).filter(({ value }) => value.retired === null)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (inUse.length === 0) return null

  const isOffered = (id: string) => {
    const instrument = instrumentOf(id)
    return instrument !== undefined && offered(instrument)
  }
  return (
    <section className="battery-picker" aria-labelledby="battery-picker-title">
      <h3 id="battery-picker-title">{t('picker.title')}</h3>
      <ul>
        {inUse.map((battery) => {
          const { name, instruments } = battery.value
          const missing = instruments.filter((one) => !isOffered(one))
          const questions = instruments.reduce((sum, one) => sum + (instrumentOf(one)?.items.length ?? 0), 0)
          return (
            <li key={battery.id}>
              <Button
                disabled={missing.length > 0}
                aria-describedby={`battery-${battery.id}`}
                onClick={() => onChoose(instruments, battery)}
              >
                {name}
              </Button>
              <span id={`battery-${battery.id}`}>
                {missing.length > 0
                  ? t('picker.missing', { titles: missing.map(titleOfId).join(t('comma')) })
                  : `${instruments.map(titleOfId).join(t('comma'))} · ${t('minutes', { count: minutesFor(questions) })}`}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
