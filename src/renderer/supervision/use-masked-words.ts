import { useTranslation } from 'react-i18next'
import type { Gap, MaskedText } from '../../casework/supervision/mask-text.ts'
import type { MaskedCase, MaskedEntry } from '../../casework/supervision/masked-case.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'

/** A paragraph of a masked case: what it is about, and the text with its gaps. */
interface MaskedParagraph {
  label: string
  text: MaskedText
}

/** One thing that happened, in words. */
interface MaskedSection {
  title: string
  paragraphs: MaskedParagraph[]
}

/** How a masked case reads, on the screen, on paper and in a file alike. */
export function useMaskedWords() {
  const { t } = useTranslation('supervision')
  const [language] = useLanguage()
  const { shelf } = useClientOnShow()

  const gapText = ({ masked, month }: Gap): string =>
    month === null ? t(`gap.${masked}`) : t('gap.month', { month })

  const scoresText = ({ instrument, scores, bands }: Extract<MaskedEntry, { kind: 'scores' }>): string => {
    const scales = questionnaireOn(shelf, instrument)?.instrument.scales ?? []
    return Object.entries(scores)
      .map(([id, score]) => {
        const scale = scales.find((one) => one.id === id)
        const band = scale?.bands.find((one) => one.id === bands[id])?.label[language]
        return [scale?.label?.[language], String(Math.round(score * 10) / 10), band]
          .filter((part) => part !== undefined)
          .join(' ')
      })
      .join(t('comma'))
  }

  const sectionOf = (entry: MaskedEntry): MaskedSection => {
    const week = t('week', { week: entry.week })
    switch (entry.kind) {
      case 'note':
        return {
          title: `${week} ${t('entry.note')}`,
          paragraphs: [
            ...entry.parts.map(({ part, text }) => ({ label: t(`part.${part}`), text })),
            ...entry.addenda.map((text) => ({ label: t('part.addendum'), text })),
          ].filter(({ text }) => text.length > 0),
        }
      case 'scores': {
        const title = titleOf(
          questionnaireOn(shelf, entry.instrument)?.instrument,
          language,
          entry.instrument,
        )
        return {
          title: `${week} ${title}`,
          paragraphs: [{ label: t(`rater.${entry.rater}`), text: [scoresText(entry)] }],
        }
      }
      case 'tier':
        return {
          title: `${week} ${t('entry.tier', { tier: t(`tier.${entry.tier}`) })}`,
          paragraphs: [{ label: t('part.reason'), text: entry.reason }],
        }
      case 'crisis':
        return { title: `${week} ${t('entry.crisis')}`, paragraphs: [] }
    }
  }

  const about = ({ ageBand, sex, weeks }: MaskedCase): string =>
    [t(`age.${ageBand ?? 'unknown'}`), t(`sex.${sex ?? 'unknown'}`), t('weeks', { count: weeks })].join(
      t('comma'),
    )

  const plain = (text: MaskedText): string =>
    text.map((piece) => (typeof piece === 'string' ? piece : gapText(piece))).join('')

  /** The whole as one text, for a file. */
  const asText = (masked: MaskedCase): string =>
    [
      t('sheet.title'),
      about(masked),
      '',
      t('field.question'),
      plain(masked.question),
      ...masked.entries
        .map(sectionOf)
        .flatMap(({ title, paragraphs }) => [
          '',
          title,
          ...paragraphs.map(({ label, text }) => `${label}${t('colon')}${plain(text)}`),
        ]),
      '',
      t('sheet.foot'),
      '',
    ].join('\r\n')

  return { about, sectionOf, gapText, asText }
}
