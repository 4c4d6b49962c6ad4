import type { PopulationTag, PopulationTags } from '../../casework/clients/population-tags.ts'

/** A tag as it stands in a form; one that is new has no id yet. */
export interface TagRow {
  id?: string
  zh: string
  en: string
  also: string
  retired: boolean
}

export const tagRows = (tags: readonly PopulationTag[]): TagRow[] =>
  tags.map(({ id, label, alsoCalled, retired = false }) => ({
    id,
    zh: label['zh-CN'],
    en: label.en,
    also: alsoCalled.join('、'),
    retired,
  }))

const freeIds = function* (taken: ReadonlySet<string>): Generator<string, never> {
  for (let number = 1; ; number += 1) if (!taken.has(`own${number}`)) yield `own${number}`
}

/** The tags that rows of a form come to; where no English name was given, the Chinese one stands for it. */
export function tagsFrom(rows: readonly TagRow[]): PopulationTags {
  const ids = freeIds(new Set(rows.flatMap(({ id }) => id ?? [])))
  return {
    proposed: false,
    tags: rows.map(({ id, zh, en, also, retired }) => ({
      id: id ?? ids.next().value,
      label: { 'zh-CN': zh.trim(), en: en.trim() === '' ? zh.trim() : en.trim() },
      alsoCalled: [
        ...new Set(
          also
            .split(/[,，、;；\n]/)
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        ),
      ],
      ...(retired ? { retired } : {}),
    })),
  }
}
