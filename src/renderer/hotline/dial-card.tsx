import { useTranslation } from 'react-i18next'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import { useLanguage } from '../locale/locale.ts'

type What = Extract<CallStep, { kind: 'acted' }>['what']

/** What calling a number is noted as. */
const actionOf: Readonly<Record<string, What>> = {
  '120': 'ambulance120',
  '110': 'police110',
  '119': 'fire119',
}

/** The numbers of the room; choosing one notes that it is meant to be called. */
export function DialCard({ dial, onDial }: { dial: QuickDial; onDial: (what: What) => void }) {
  const { t } = useTranslation('running-call')
  const [language] = useLanguage()
  return (
    <ul className="call-dial">
      {dial.numbers.map(({ number, label, hint }) => (
        <li key={number}>
          <button
            type="button"
            title={[hint?.[language], t('guide.dialHint')].filter(Boolean).join(' · ')}
            onClick={() => onDial(actionOf[number] ?? 'other')}
          >
            <strong>{number}</strong> {label[language]}
          </button>
        </li>
      ))}
    </ul>
  )
}
