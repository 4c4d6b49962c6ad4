import { useTranslation } from 'react-i18next'
import type { ShelfEntry } from '../../room/contract/library.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Who took an instrument, or wordings for it, into this room; nothing for what came with the program. */
export function SignedInLine({
  entry: { signedIn, wordings },
  staffNames,
}: {
  entry: Pick<ShelfEntry, 'signedIn' | 'wordings'>
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('catalogue')
  const { day } = useFormatTime()
  const taken = [
    ...(signedIn === null ? [] : [{ what: t('signedIn.instrument'), ...signedIn }]),
    ...wordings.map(({ pack, signedIn: { by, at } }) => ({
      what: t('signedIn.wording', { version: pack.version }),
      by,
      at,
    })),
  ]
  return taken.map(({ what, by, at }) => (
    <span key={`${what} ${at}`} className="catalogue-under">
      {t('signedIn.line', { what, who: staffNames[by] ?? t('somebody'), day: day(at) })}
    </span>
  ))
}
