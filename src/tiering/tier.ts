import { z } from 'zod'

/** Tiers of care, lowest first: 一般 / 关注 / 重点对象. */
export const tiers = ['general', 'watch', 'priority'] as const
export const tierSchema = z.enum(tiers)
export type Tier = z.infer<typeof tierSchema>

/** Is `a` a lower tier than `b`? */
export const isLower = (a: Tier, b: Tier): boolean => tiers.indexOf(a) < tiers.indexOf(b)
