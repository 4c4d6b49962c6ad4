import type { Assessment, Rater } from '../../casework/assessments/assessment.ts'

/** Alone on the client's page: the client, or an informant who knows them. */
export const pageWays = ['clientMode', 'informantClientMode'] as const
export type PageWay = (typeof pageWays)[number]

/** Entered in this window: a client's words, an informant's, or a member of staff's own findings. */
const entryWays = ['self', 'informant', 'staff'] as const
export type EntryWay = (typeof entryWays)[number]

/** How answers come in. */
export const ways = [...pageWays, ...entryWays] as const
export type Way = (typeof ways)[number]

/** Whether somebody answers alone, with the vault locked. */
export const isPageWay = (way: Way): way is PageWay => pageWays.some((one) => one === way)

const pageRaters = { clientMode: 'self', informantClientMode: 'informant' } as const

/** Who answers alone on the client's page. */
export const pageRaterOf = (way: PageWay): (typeof pageRaters)[PageWay] => pageRaters[way]

/** Whose answers these are. */
export const raterOf = (way: Way): Rater['kind'] => (isPageWay(way) ? pageRaterOf(way) : way)

/** The way in which an assessment's answers came in. */
export const wayOf = ({ rater, mode }: Pick<Assessment, 'rater' | 'mode'>): Way =>
  pageWays.find((way) => mode === 'client' && pageRaterOf(way) === rater.kind) ?? rater.kind
