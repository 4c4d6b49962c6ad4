import { useTranslation } from 'react-i18next'
import { partsOfNote } from '../../casework/notes/note-standing.ts'
import type { NoteEntry } from '../../room/contract/notes.ts'
import { useFormatTime } from '../ui/format-time.ts'
import type { ComparedField } from '../ui/side-by-side.tsx'

/** How a note reads beside the same note changed elsewhere. */
export function useComparedNote(): ComparedField<NoteEntry>[] {
  const { t } = useTranslation('notes')
  const { dateTime } = useFormatTime()
  return [
    { name: 'heldAt', label: t('field.day'), text: ({ heldAt }) => dateTime(heldAt) },
    { name: 'minutes', label: t('field.minutes'), text: ({ minutes }) => minutes },
    { name: 'mode', label: t('field.mode'), text: ({ mode }) => t(`mode.${mode}`) },
    {
      name: 'content',
      label: t('title'),
      text: ({ content }) =>
        partsOfNote(content).map(({ part, text }) => (
          <span key={part} className="note-compared">
            <strong>{t(`part.${part}.label`)}</strong> {text}
          </span>
        )),
    },
  ]
}
