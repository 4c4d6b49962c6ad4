import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { useLanguage } from '../locale/locale.ts'
import { DialForm } from './dial-form.tsx'
import { RulesPanel } from './rules-panel.tsx'

/** The numbers beside a call: those of the whole country, and the room's own. */
export function DialRules({ rules, onAdopted }: { rules: RoomRulesOnShow; onAdopted: () => void }) {
  const [language] = useLanguage()
  const dial = rules.inForce.quickDial
  return (
    <RulesPanel
      kind="quickDial"
      rules={rules}
      onAdopted={onAdopted}
      form={(place) => <DialForm dial={dial} place={place} />}
    >
      <ul className="room-tags">
        {dial.numbers.map(({ number, label, hint }) => (
          <li key={number}>
            <strong>{number}</strong> {label[language]}{' '}
            {hint !== undefined && <span className="quiet">{hint[language]}</span>}
          </li>
        ))}
      </ul>
    </RulesPanel>
  )
}
