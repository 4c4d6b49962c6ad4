import { dayOf } from '../../src/tiering/calendar.ts'
import { addColleague, exampleRoom, goTo, lock, setUp, unlock } from './steps/administrator.ts'
import {
  beginEntering,
  decideTier,
  finishEntering,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  tierCard,
  typeCodes,
} from './steps/counsellor.ts'
import { expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

tourInBothLanguages('rules are changed, tried on everybody and adopted; a tier is explained', async (on) => {
  const { page, language, t, look, button, link, region, title } = on
  const phq9 = `${t('clients:shortTitle.phq-9')} ${t('tiers:condition.atLeast', { min: 10 })}`
  const because = language === 'en' ? 'Example: a small room' : '示例：本室人少，早一点关注'

  await openDemonstration(on)

  await test.step('every rule is a sentence, and a proposal', async () => {
    await page.goto('/#/settings/tier-rules')
    await title(t('tiers:rules.title'))
    await expect(region(t('tiers:rules.all')).getByText(phq9)).toBeVisible()
    await look('tier-rules')
  })

  await test.step('a threshold is changed, a rule switched off, one added', async () => {
    await button(t('tiers:rules.change')).click()
    await page.getByLabel(t('tiers:rules.search')).fill('PHQ-9')
    const threshold = page.getByLabel(t('tiers:rule.limitOf.min', { rule: phq9 }), { exact: true })
    await threshold.fill('40')
    await threshold.press('Enter')
    await threshold.fill('5')
    await threshold.press('Enter')
    const draft = region(t('tiers:draft.title'))
    await expect(draft).toContainText(t('tiers:difference.limit', { from: 10, to: 5 }))
    await page.getByLabel(t('tiers:rules.search')).fill('GAD-7')
    const gad7 = `${t('clients:shortTitle.gad-7')} ${t('tiers:condition.atLeast', { min: 10 })}`
    await button(t('tiers:rule.switchOffOne', { rule: gad7 })).click()
    await expect(draft).toContainText(t('tiers:difference.off'))
    await button(t('tiers:add.open')).click()
    await page.getByRole('combobox', { name: t('tiers:add.about') }).fill('K10')
    await page.getByRole('option').first().click()
    await page.getByRole('combobox', { name: t('tiers:add.kind') }).click()
    await page.getByRole('option', { name: t('tiers:add.kinds.atLeast') }).click()
    await page.getByRole('spinbutton', { name: /^(分数|Score)/ }).fill('28')
    await look('tier-rule-new')
    await button(t('tiers:add.submit')).click()
    await expect(draft).toContainText(t('tiers:difference.added'))
    await look('tier-rules-draft')
  })

  await test.step('who would move is told before it is adopted, by name and reason', async () => {
    await button(t('tiers:replay.start')).click()
    await expect(page.getByRole('columnheader', { name: t('tiers:moves.file') })).toBeVisible()
    await look('tier-rules-replay')
    await button(t('tiers:adopt.submit')).click()
    await expect(page.getByText(t('tiers:adopt.becauseNeeded'))).toBeVisible()
    await page.getByLabel(t('tiers:adopt.because')).fill(because)
    await button(t('tiers:adopt.submit')).click()
    await expect(region(t('tiers:rules.inForce'))).toContainText(because)
    await expect(region(t('tiers:versions.title'))).toContainText(because)
    await expect(button(t('tiers:rules.change'))).toBeVisible()
    await look('tier-rules-adopted')
  })

  await test.step('intervals and tags are made the room’s own, with a reason and a signature', async () => {
    const panel = (kind: string) => region(t(`room-rules:${kind}.title`))
    const change = (kind: string) =>
      button(t('room-rules:changeOne', { what: t(`room-rules:${kind}.title`) })).click()
    const adopt = async (kind: string) => {
      await panel(kind).getByLabel(t('room-rules:because')).fill(because)
      await panel(kind)
        .getByRole('button', { name: t('room-rules:adopt') })
        .click()
      await expect(panel(kind).getByRole('button', { name: t('room-rules:adopt') })).toHaveCount(0)
    }
    await link(t('settings:places.roomRules')).click()
    await title(t('room-rules:title'))
    await look('room-rules')
    await change('followUps')
    const first = `${t('clients:tier.watch')} · ${t('room-rules:grid.tiers.column.first')}`
    await panel('followUps').getByLabel(first, { exact: true }).fill('14')
    await panel('followUps')
      .getByRole('button', { name: t('room-rules:adopt') })
      .click()
    await expect(page.getByText(t('room-rules:becauseNeeded'))).toBeVisible()
    await look('room-rules-form')
    await adopt('followUps')
    await change('tags')
    await button(t('room-rules:tags.add')).click()
    await panel('tags').getByLabel(t('room-rules:tags.zh'), { exact: true }).last().fill('示例人群')
    await look('room-rules-tags')
    await adopt('tags')
    const history = region(t('room-rules:history.title'))
    const what = `${t('room-rules:grid.tiers.title')} · ${first}`
    await expect(history).toContainText(t('room-rules:history.number', { what, from: 28, to: 14 }))
    await expect(history).toContainText(t('room-rules:history.added', { name: '示例人群' }))
    await look('room-rules-adopted')
  })

  await test.step('lowering shows all that stands in its way', async () => {
    await link(t('nav.clients')).click()
    await page
      .getByRole('row', { name: t('clients:tier.priority') })
      .first()
      .getByRole('link')
      .click()
    const card = page.getByRole('complementary', { name: t('clients:tierCard.title') })
    await card
      .getByRole('button', {
        name: new RegExp(`^(${t('clients:tierCard.other')}|${t('clients:tierCard.decide')})$`),
      })
      .click()
    await card.getByRole('radio', { name: t('clients:tier.general') }).check()
    await expect(card.getByText(t('tiers:agreement.mine'))).toBeVisible()
    await look('tier-lowering')
    await card.getByRole('button', { name: t('clients:cancel') }).click()
  })

  await test.step('the client’s page is printed in either language, as large as it has to be', async () => {
    await link(t('tiers:explanation.print')).click()
    await title(t('tiers:explanation.title'))
    const sheet = page.getByRole('article')
    const isOnePage = async () => {
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    }
    await look('tier-explanation')
    await isOnePage()
    const whose = sheet.getByText(/ · \d{4}-\d{4}/)
    const nameless = (await whose.textContent()) ?? ''
    await page.getByRole('checkbox', { name: t('results:report.withName') }).check()
    await expect(whose).not.toHaveText(nameless)
    await page.getByRole('checkbox', { name: t('results:report.withName') }).uncheck()
    await expect(whose).toHaveText(nameless)
    const choose = (choice: string, name: string) =>
      page
        .getByRole('radiogroup', { name: t(choice) })
        .getByText(name, { exact: true })
        .click()
    await choose('results:report.language', 'English')
    await expect(sheet.getByRole('heading', { name: 'How we plan to care for you' })).toBeVisible()
    await choose('results:report.size', t('results:report.sizes.150'))
    await isOnePage()
    await look('tier-explanation-large')
    await choose('results:report.language', '中文')
    await expect(sheet.getByRole('heading', { name: '关于我们怎样安排对您的关心' })).toBeVisible()
    await link(t('tiers:explanation.back')).click()
    await link(t('clients:tabs.tier')).click()
    await look('tier-history')
  })
})

test('from priority a tier comes down after a reassessment, and with a supervisor', async ({
  openDesk,
}, testInfo) => {
  const desk = await openDesk('room')
  const { page } = desk
  const look = lookAt(page, testInfo, 1366)
  await setUp(page, {
    ...exampleRoom,
    first: { name: '示例咨询师', passphrase: 'copper kettle whistling north' },
  })
  await registerClient(page, {
    name: '示例孙小山',
    birthDate: '1990-03-15',
    sex: '男',
    phone: '13900001111',
  })
  await recordConsent(page, '心理测评')
  await decideTier(page, { tier: /重点/, reason: '示例：家里刚出了事' })
  const card = tierCard(page)

  await test.step('refused while nothing was looked at again', async () => {
    await card.getByRole('button', { name: /^(另定|定级)$/ }).click()
    await card.getByRole('radio', { name: /关注/ }).check()
    await expect(card.getByText(/要先重新测评/)).toBeVisible()
    await card.getByLabel('外部督导姓名').fill('示例外部督导')
    await card.getByLabel('督导同意的日期').fill('2020-01-01')
    await card.getByLabel('理由').fill('示例：好转了')
    await card.getByRole('button', { name: '保存决定' }).click()
    await expect(card.getByRole('alert')).toContainText('要先重新测评')
    await card.getByRole('button', { name: '取消' }).click()
  })

  await test.step('done after an assessment, by the day a supervisor from outside agreed', async () => {
    await beginEntering(page, /GAD-7/, 'paper')
    await typeCodes(page, [0, 0, 0, 0, 0, 0, 0], '7 / 7')
    await finishEntering(page)
    await page.getByRole('link', { name: '全部测评' }).click()
    await card.getByRole('button', { name: '另定' }).click()
    await card.getByRole('radio', { name: /关注/ }).check()
    await expect(card.getByText('所需的复评都已做过')).toBeVisible()
    await card.getByLabel('外部督导姓名').fill('示例外部督导')
    const day = card.getByLabel('督导同意的日期')
    await day.fill('2020-01-01')
    await card.getByLabel('理由').fill('示例：好转了')
    await card.getByRole('button', { name: '保存决定' }).click()
    await expect(card.getByRole('alert')).toContainText('不能早于所同意的事')
    await day.fill(dayOf(new Date().toISOString()))
    await card.getByRole('button', { name: '保存决定' }).click()
    await expect(card.getByRole('blockquote')).toHaveText('示例：好转了')
    await expect(card.getByRole('status')).toContainText('已保存')
    await openTab(page, '分级历史')
    await expect(page.getByText('外部督导 示例外部督导')).toBeVisible()
  })

  const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
  const supervisor = { name: '示例督导', passphrase: 'paper umbrella evening harbour' }
  const propose = async () => {
    await card.getByRole('button', { name: '另定' }).click()
    await card.getByRole('radio', { name: /关注/ }).check()
    await card.getByLabel('理由').fill('示例：已经安稳下来')
    await card.getByRole('button', { name: '提请督导决定' }).click()
  }

  await test.step('with a supervisor here, a counsellor can only propose it', async () => {
    await decideTier(page, { tier: /重点/, reason: '示例：又有了变化' })
    await addColleague(page, '督导', supervisor)
    await openFile(page, '示例孙小山')
    await propose()
    await expect(card.getByRole('alert')).toContainText('要先重新测评')
    await card.getByRole('button', { name: '取消' }).click()
    await beginEntering(page, /GAD-7/, 'paper')
    await typeCodes(page, [0, 0, 0, 0, 0, 0, 0], '7 / 7')
    await finishEntering(page)
    await page.getByRole('link', { name: '全部测评' }).click()
    await propose()
    const waiting = card.getByRole('region', { name: '提请督导调低分级' })
    await expect(waiting).toContainText('示例：已经安稳下来')
    await expect(waiting.getByRole('button', { name: '作出决定' })).toHaveCount(0)
    await look('tier-proposal')
  })

  await test.step('who signs in as the supervisor finds it on the board, and decides', async () => {
    await lock(page)
    await unlock(page, supervisor)
    await goTo(page, '今日')
    await page.getByRole('link', { name: '去决定' }).click()
    await card.getByRole('button', { name: '作出决定' }).click()
    await look('tier-proposal-supervisor')
    await card.getByRole('radio', { name: /关注/ }).check()
    await card.getByLabel('理由').fill('示例：看过记录，同意')
    await card.getByRole('button', { name: '保存决定' }).click()
    await expect(card.getByText('示例：看过记录，同意')).toBeVisible()
    await openTab(page, '分级历史')
    await expect(page.getByText('由督导决定')).toBeVisible()
    await expect(page.getByText(/示例咨询师 于 .*提请/)).toBeVisible()
    await look('tier-history-supervisor')
  })

  await test.step('the counsellor finds it decided', async () => {
    await lock(page)
    await unlock(page, counsellor)
    await openFile(page, '示例孙小山')
    await expect(card.getByText('示例：看过记录，同意')).toBeVisible()
    await expect(card.getByRole('region', { name: '提请督导调低分级' })).toHaveCount(0)
  })
  expect(desk.complaints).toEqual([])
})
