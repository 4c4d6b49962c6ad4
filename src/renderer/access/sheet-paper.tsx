import { useTranslation } from 'react-i18next'
import { useFormatTime } from '../ui/format-time.ts'

/** Which paper of a sheet: the first or second half, or the whole. */
export type PaperKind = 'whole' | 'first' | 'second'

export const paperKinds = (halves: boolean): readonly PaperKind[] =>
  halves ? ['first', 'second'] : ['whole']

/** One paper of a recovery sheet, a page of its own when it is printed. */
export function SheetPaper({
  kind,
  words,
  sheet,
  code,
  unitName,
}: {
  kind: PaperKind
  words: readonly string[]
  sheet: number
  code: string
  unitName: string
}) {
  const { t } = useTranslation('access')
  const { day } = useFormatTime()
  return (
    <section className="sheet" aria-labelledby={`sheet-${kind}`}>
      <header className="sheet-head">
        <h2 id={`sheet-${kind}`}>{t(`paper.${kind}`)}</h2>
        <span>{unitName}</span>
        <span>{day(new Date())}</span>
      </header>
      <p className="sheet-number-and-code">{t('paper.number', { sheet, code })}</p>
      <ol className="sheet-words">
        {words.map((word, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice; its place is what it is
          <li key={position}>
            <span className="sheet-number">{position + 1}</span>
            <span className="sheet-word">{word}</span>
          </li>
        ))}
      </ol>
      <p className="sheet-keep">{t(`paper.keep.${kind}`)}</p>
      <p className="sheet-signature">{t('sheet.signature')}</p>
    </section>
  )
}
