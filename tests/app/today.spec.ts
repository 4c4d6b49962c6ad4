import type { Locator } from '@playwright/test'
import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

/** What a board has to show. */
const asked = [
  'openCrisis',
  'followUp',
  'evidenceExpiring',
  'retestDue',
  'referral',
  'appointment',
  'unsignedNote',
] as const

tourInBothLanguages(
  'from the board each thing that waits is one click away',
  async (on) => {
    const { page, t, link, region, title } = on
    const kinds = Object.keys(t('today:kind', { returnObjects: true }))
    const main = page.getByRole('main')
    const rows = (kind: string) =>
      main.getByRole('listitem').filter({ has: page.getByText(t(`today:kind.${kind}`), { exact: true }) })
    const tierCard = page.getByRole('complementary', { name: t('clients:tierCard.title') })
    const crisis = page.getByRole('heading', { level: 1, name: t('crisis:page.title') })

    /** What stands where the click leads, ready to act on. */
    const ready: Record<string, Locator> = {
      openAlert: page.getByRole('alert', { name: t('clients:alert.title') }).first(),
      openCrisis: crisis,
      crisisFollowUp: crisis,
      crisisMissed: crisis,
      crisisEscalated: crisis,
      followUp: region(t('follow-ups:left.title')),
      referral: page.getByRole('link', { name: t('referrals:act.slip') }).first(),
      unsignedNote: page.getByLabel(t('notes:part.plan.label'), { exact: true }),
      safetyPlanReview: link(t('crisis:plan.rewrite')),
      tierOverdue: tierCard,
      evidenceExpiring: tierCard,
      tierProposal: tierCard,
      retestDue: tierCard,
      appointment: region(t('appointments:one.what')),
      appointmentOpen: region(t('appointments:steps.title')),
    }

    await openDemonstration(on)

    await test.step('what is asked for stands there, with the urgency in words', async () => {
      for (const urgency of ['now', 'today', 'week'])
        await expect(
          main.getByRole('heading', { level: 2, name: new RegExp(`^${t(`today:urgency.${urgency}`)}`) }),
        ).toBeVisible()
      const seen = (await main.getByRole('listitem').allTextContents()).join('\n')
      for (const kind of asked) expect.soft(seen, kind).toContain(t(`today:kind.${kind}`))
    })

    for (const kind of kinds) {
      const row = rows(kind).first()
      if ((await row.count()) === 0) continue
      await test.step(kind, async () => {
        await row.getByRole('link').click()
        await expect(ready[kind] ?? page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByText(t('refusals:NOT_FOUND'))).toHaveCount(0)
        await page.goto('/#/today')
        await title(t('today:title'))
        await expect(page.locator('.ant-skeleton')).toHaveCount(0)
      })
    }
  },
  { onlyLong: true },
)
