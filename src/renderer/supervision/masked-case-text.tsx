import { useTranslation } from 'react-i18next'
import type { MaskedText } from '../../casework/supervision/mask-text.ts'
import type { MaskedCase } from '../../casework/supervision/masked-case.ts'
import { useMaskedWords } from './use-masked-words.ts'

/** A case as colleagues read it, each gap where something was taken out. */
export function MaskedCaseText({ masked }: { masked: MaskedCase }) {
  const { t } = useTranslation('supervision')
  const { about, sectionOf, gapText } = useMaskedWords()
  const pieces = (text: MaskedText) => {
    let at = 0
    return text.map((piece) => {
      const key = at
      at += typeof piece === 'string' ? piece.length : 1
      return typeof piece === 'string' ? (
        <span key={key}>{piece}</span>
      ) : (
        <mark key={`${key} gap`} className="masked-gap">
          {gapText(piece)}
        </mark>
      )
    })
  }
  return (
    <>
      <p>{about(masked)}</p>
      <h3>{t('field.question')}</h3>
      <p className="masked-text">{pieces(masked.question)}</p>
      {masked.entries.map((entry, at) => {
        const { title, paragraphs } = sectionOf(entry)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing in a masked case tells one entry from another
          <section key={at} className="a4-whole">
            <h3>{title}</h3>
            {paragraphs.map(({ label, text }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same within an entry
              <p key={place} className="masked-text">
                <strong>{label}</strong> {pieces(text)}
              </p>
            ))}
          </section>
        )
      })}
      <p className="a4-sheet-small">{t('sheet.foot')}</p>
    </>
  )
}
