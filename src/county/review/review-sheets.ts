import type { Language } from '../../casework/records/values.ts'
import type { Sheet, SheetCell } from '../../exchange/workbook/write-workbook.ts'
import { type FigurePeriod, figurePeriodKindOf } from '../../statistics/figure-period.ts'
import { roomsIn } from '../figures/figures.ts'
import { fewestEvents } from '../figures/rate.ts'
import type { Change, KnownSum } from './change.ts'
import type { Review } from './review.ts'
import type { ReviewText } from './review-text.ts'
import { reviewWords as words } from './review-words.ts'

/** A review as sheets of a workbook: what it says, its figures, their course over time, and the townships. */
export function reviewSheets(review: Review, text: ReviewText, language: Language): Sheet[] {
  const figures = review.chapters.flatMap((chapter) => chapter.figures.map((figure) => ({ chapter, figure })))
  const [first] = figures
  const periods = first?.figure.series.map(({ period }) => periodWord(period, language)) ?? []
  const townships = figures.filter(({ figure }) => figure.townships.length > 0)
  return [
    { name: words.about[language], rows: aboutRows(review, text, language), widths: [24, 90] },
    {
      name: words.figures[language],
      isList: true,
      widths: [18, 36, 12, 14, 14, 16, 16, 26, 26],
      rows: [
        bold(
          [words.chapter, words.figure, words.sum, words.band, words.withheld, words.came, words.due].map(
            (word) => word[language],
          ),
          [
            `${words.since[language]} ${periodWord(review.before, language)}`,
            ...(review.yearBefore === null
              ? []
              : [`${words.since[language]} ${periodWord(review.yearBefore, language)}`]),
          ],
        ),
        ...figures.map(({ chapter, figure }): SheetCell[] => [
          words.chapters[chapter.id][language],
          figure.table.title[language],
          sumCell(figure.now, language),
          figure.now.band,
          figure.now.withheld,
          roomsIn(figure.now),
          roomsIn(figure.now) + figure.now.rooms.absent,
          changeWord(figure.sinceBefore, language),
          ...(review.yearBefore === null ? [] : [changeWord(figure.sinceYearBefore, language)]),
        ]),
      ],
    },
    {
      name: words.course[language],
      isList: true,
      widths: [36],
      rows: [
        bold([words.figure[language]], periods),
        ...figures.map(({ figure }): SheetCell[] => [
          figure.table.title[language],
          ...figure.series.map((one) => sumCell(one, language)),
        ]),
      ],
    },
    {
      name: words.townships[language],
      isList: true,
      widths: [36, 24, 12, 14, 24],
      rows: [
        bold([words.figure, words.township, words.sum, words.band, words.rate].map((word) => word[language])),
        ...townships.flatMap(({ figure }) =>
          figure.townships.map((township): SheetCell[] => {
            const last = township.series.at(-1)
            return [
              figure.table.title[language],
              township.name ?? township.code ?? words.noTownship[language],
              last ? sumCell(last, language) : words.nothing[language],
              last?.band ?? 0,
              'per10000' in township.rate
                ? township.rate.per10000
                : words.noRate[township.rate.none][language],
            ]
          }),
        ),
      ],
    },
  ]
}

const bold = (...texts: string[][]): SheetCell[] => texts.flat().map((text) => ({ text, style: 'bold' }))

const sumCell = ({ sum, withheld }: KnownSum, language: Language): SheetCell =>
  sum ?? words[withheld > 0 ? 'isWithheld' : 'nothing'][language]

/** What can be told of a change, in words. */
export function changeWord(change: Change | null, language: Language): string {
  if (change === null) return words.unknown[language]
  const sign = change.difference > 0 ? '+' : ''
  if (change.verdict === 'same') return words.same[language]
  return `${words[change.verdict][language]} ${sign}${change.difference}${change.band > 0 ? ` ± ${change.band}` : ''}`
}

export function periodWord(period: FigurePeriod, language: Language): string {
  const year = period.slice(0, 4)
  const kind = figurePeriodKindOf(period)
  if (language === 'en') return kind === 'quarter' ? `${period.slice(5)} ${year}` : period
  if (kind === 'year') return `${year}年`
  return kind === 'quarter' ? `${year}年第${period.slice(6)}季度` : `${year}年${Number(period.slice(5))}月`
}

function aboutRows(review: Review, text: ReviewText, language: Language): SheetCell[][] {
  const { full, partly, absent } = review.rooms
  const written: [keyof ReviewText, string][] = [
    ['situation', text.situation],
    ['difficulties', text.difficulties],
    ['steps', text.steps],
  ]
  return [
    [{ text: words.title[language], style: 'title' }],
    [words.desk[language], `${review.desk.name ?? ''} ${review.desk.code}`.trim()],
    [words.period[language], periodWord(review.period, language)],
    [words.full[language], full],
    [words.partly[language], partly],
    [words.absent[language], absent],
    ...written.map(([key, said]) => [{ text: words[key][language], style: 'bold' } as const, said]),
    [{ text: words.method[language], style: 'bold' }],
    ...methodNotes(review, language).map((note) => [null, note]),
  ]
}

/** How the figures were made, and what they cannot say. */
export const methodNotes = (review: Pick<Review, 'notAdded'>, language: Language): string[] => [
  words.notes.rounding[language],
  words.notes.withheld[language],
  words.notes.notSent[language],
  words.notes.rate[language].replace('{{count}}', String(fewestEvents)),
  ...(review.notAdded.length > 0
    ? [
        `${words.notes.persons[language]}${review.notAdded.map((title) => title[language]).join(language === 'en' ? ', ' : '、')}`,
      ]
    : []),
]
