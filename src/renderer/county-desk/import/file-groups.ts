import type { ImportedOnShow } from '../../../room/contract/county-import.ts'

/** What a list of files can be narrowed down to; a file may be in several. */
export const fileGroups = ['new', 'unusual', 'late', 'known', 'waiting', 'refused', 'left'] as const
export type FileGroup = (typeof fileGroups)[number]

/** Is this file in this group? Of what is not taken in nothing is unusual or late. */
export const isIn = (group: FileGroup, { outcome, unusual, late }: ImportedOnShow): boolean =>
  group === 'unusual' ? unusual.length > 0 : group === 'late' ? outcome === 'new' && late : outcome === group

/** How many files each group has; groups with none are left out. */
export const countsOf = (files: readonly ImportedOnShow[]): { group: FileGroup; count: number }[] =>
  fileGroups
    .map((group) => ({ group, count: files.filter((file) => isIn(group, file)).length }))
    .filter(({ count }) => count > 0)

/** Which files stand first: those somebody has to do something about. */
export const mostUrgentFirst = <File extends ImportedOnShow>(files: readonly File[]): File[] =>
  files.toSorted((a, b) => urgency(a) - urgency(b))

const urgency = ({ outcome, unusual, late }: ImportedOnShow): number =>
  outcome === 'refused'
    ? 0
    : outcome === 'left'
      ? 1
      : outcome === 'waiting'
        ? 2
        : unusual.length > 0
          ? 3
          : outcome === 'new' && late
            ? 4
            : outcome === 'new'
              ? 5
              : 6
