import { useTranslation } from 'react-i18next'
import type { RoomRulesOnShow } from '../../room/contract/room-rules.ts'
import { useLanguage } from '../locale/locale.ts'
import { RulesPanel } from './rules-panel.tsx'
import { TagsForm } from './tags-form.tsx'

/** The groups a client may be put to: named, added, and retired, never left out. */
export function TagRules({ rules, onAdopted }: { rules: RoomRulesOnShow; onAdopted: () => void }) {
  const { t } = useTranslation('room-rules')
  const [language] = useLanguage()
  const { tags } = rules.inForce.tags
  return (
    <RulesPanel
      kind="tags"
      rules={rules}
      onAdopted={onAdopted}
      form={(place) => <TagsForm tags={tags} place={place} />}
    >
      <ul className="room-tags">
        {tags.map(({ id, label, alsoCalled, retired }) => (
          <li key={id}>
            <strong>{label[language]}</strong>{' '}
            {alsoCalled.length > 0 && (
              <span className="quiet">{t('tags.also', { names: alsoCalled.join(t('comma')) })}</span>
            )}{' '}
            {retired && <em>{t('tags.retired')}</em>}
          </li>
        ))}
      </ul>
    </RulesPanel>
  )
}
