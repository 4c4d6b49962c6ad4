import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { addColleague, exampleRoom, goTo, lock, setUp, unlock } from './steps/administrator.ts'
import {
  beginEntering,
  decideTier,
  finishEntering,
  handleAlert,
  openFile,
  openTab,
  recordConsent,
  registerClient,
  tierCard,
  typeCodes,
} from './steps/counsellor.ts'
import { complaintsOf, expect, test } from './steps/desk.ts'
import { lookAt } from './steps/look.ts'
import { wordingIn } from './steps/wording.ts'

test.use({ trace: 'off' })

const counsellor = { name: '示例咨询师', passphrase: 'copper kettle whistling north' }
const supervisor = { name: '示例督导', passphrase: 'lantern orchard seven bridges' }
const client = { name: '示例何平', birthDate: '1988-04-12', sex: '男', phone: '00000001234' } as const
const said = '示例：他说夜里有时不想醒来，手边放着药；妻子今晚陪着'
const today = () => dayOf(new Date().toISOString())

test('from the first contact to a closed case, with a critical item on the way', async ({
  page,
}, testInfo) => {
  const t = wordingIn('zh-CN')
  const crisis = (key: string, values = {}) => t(`crisis:${key}`, values)
  const look = lookAt(page, testInfo, 1366)
  const complaints = complaintsOf(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const alert = page.getByRole('alert', { name: t('clients:alert.title') })
  const closing = region(crisis('closing.title'))
  const enter = (kind: string) =>
    region(crisis('page.enter')).getByRole('button', { name: crisis(`take.${kind}`), exact: true })
  const submit = (kind: string) =>
    page.locator('form').getByRole('button', { name: crisis(`take.${kind}`), exact: true })
  const write = (name: string) => page.getByLabel(crisis(`field.${name}`)).fill(said)
  const toCrisis = () =>
    region(crisis('strip.label'))
      .getByRole('link', { name: crisis('strip.act') })
      .click()
  const actAndVerify = async (what: string) => {
    await enter('acted').click()
    await page.getByRole('radio', { name: crisis(`what.${what}`), exact: true }).check()
    await write('note')
    await submit('acted').click()
    const actions = region(crisis('actions.title'))
    const step = crisis('actions.verified')
    await actions
      .getByRole('button', { name: crisis('actions.advance', { what: crisis(`what.${what}`), step }) })
      .click()
    await write('note')
    await actions.locator('form').getByRole('button', { name: step, exact: true }).click()
    await expect(actions.getByRole('listitem').filter({ hasText: crisis(`what.${what}`) })).toContainText(
      crisis('state.verified'),
    )
  }
  const tryToClose = async (block: string, values = {}) => {
    await enter('closed').click()
    await write('because')
    await submit('closed').click()
    await expect(page.getByRole('alert').getByText(t(`refusals:${block}`, values))).toBeVisible()
    await button(crisis('cancel')).click()
  }

  await test.step('a room with a counsellor and a supervisor', async () => {
    await setUp(page, {
      ...exampleRoom,
      first: counsellor,
    })
    await addColleague(page, '督导', supervisor)
  })

  await test.step('somebody is registered with little more than a name, and agrees', async () => {
    await registerClient(page, client)
    await expect(page.getByText(client.name)).toBeHidden()
    for (const purpose of ['assessment', 'casefile', 'followUpContact'])
      await recordConsent(page, t(`clients:purpose.${purpose}`))
  })

  await test.step('a critical answer holds the assessment back until somebody talked it over', async () => {
    await beginEntering(page, /PHQ-9/, 'paper')
    await typeCodes(page, [2, 2, 1, 2, 1, 1, 1, 1, 2, 2], '10 / 10')
    await finishEntering(page)
    await expect(alert).toBeVisible()
    await link(t('assessments:result.print')).click()
    await expect(page.getByText(t('refusals:CRITICAL_ANSWER_OPEN'))).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(0)
    await look('held-back')
    await openFile(page, client.name)
  })

  await test.step('the talk and the level open a crisis above every page of the file', async () => {
    await handleAlert(page, { finding: /本人确认有/, level: /^立即/, entry: said })
    await expect(region(crisis('strip.label'))).toContainText(crisis('level.atOnce'))
    await openTab(page, t('clients:tabs.details'))
    await expect(region(crisis('strip.label'))).toBeVisible()
  })

  await test.step('it is not closed before two actions are verified, nor without the follow-ups', async () => {
    await toCrisis()
    await actAndVerify('stayedWith')
    await tryToClose('ACTIONS_NOT_VERIFIED', { needed: 2, verified: 1 })
    await look('one-verified')
    await actAndVerify('familyInformed')
    await expect(closing).not.toContainText('“立即”级别')
    await tryToClose('FOLLOW_UPS_LEFT', { left: 5 })
  })

  await test.step('the file cannot be closed meanwhile', async () => {
    await openFile(page, client.name)
    await openTab(page, t('clients:tabs.closure'))
    const blocks = region(t('closure:blocks.title'))
    await expect(blocks).toContainText(t('refusals:CRISIS_OPEN', { count: 1 }))
    await expect(button(t('closure:propose.save'))).toHaveCount(0)
  })

  await test.step('a person decides the tier, with a reason', async () => {
    await expect(tierCard(page).getByText('本人确认了 PHQ-9 第 9 题')).toBeVisible()
    await decideTier(page, { tier: /关注/, reason: '示例：妻子陪着，药收好了，每周联系' })
  })

  await test.step('a safety plan is written together', async () => {
    await openTab(page, t('clients:tabs.safetyPlan'))
    await link(crisis('plan.make')).click()
    await page.getByLabel(new RegExp(crisis('plan.step.warningSigns'))).fill('示例：整夜睡不着')
    await field(crisis('plan.contactName')).fill('示例镇心理咨询室')
    await field(crisis('plan.contactPhone')).fill('000-0000')
    await button(crisis('plan.save')).click()
    await expect(page.getByText(crisis('plan.notGiven'))).toBeVisible()
  })

  await test.step('the session is noted and signed; later only an addendum is possible', async () => {
    await openFile(page, client.name)
    await openTab(page, t('clients:tabs.notes'))
    await link(t('notes:new.title')).click()
    await field(t('notes:part.data.label')).fill(said)
    await field(t('notes:part.plan.label')).fill('示例：周五再谈')
    await button(t('notes:sign.ask')).click()
    await button(t('notes:sign.now')).click()
    const note = page.getByRole('article', { name: t('notes:title') })
    await expect(note).toContainText(said)
    await expect(page.getByRole('textbox', { name: t('notes:part.data.label') })).toHaveCount(0)
    await button(t('notes:addendum.open')).click()
    await field(t('notes:addendum.label')).fill('示例：晚上又通了电话')
    await button(t('notes:addendum.save')).click()
    await expect(note).toContainText('示例：晚上又通了电话')
    await expect(note).toContainText(said)
  })

  await test.step('the next session is in the week, and in the file', async () => {
    await link(t('notes:back')).click()
    await link(t('appointments:new.title')).click()
    await field(t('ui:when.day')).fill(addDays(today(), 1))
    await field(t('ui:when.time')).fill('10:00')
    await field(t('appointments:field.place')).fill('示例一室')
    await button(t('appointments:form.save')).click()
    await expect(region(t('appointments:one.what'))).toContainText(/\d{4}-\d{4}/)
    await region(t('appointments:one.what')).getByRole('link').click()
    await expect(region(t('appointments:ofClient.title'))).toContainText(t('appointments:state.planned'))
  })

  await test.step('the tier has planned a follow-up; what came of it plans the next', async () => {
    await openTab(page, t('clients:tabs.followUps'))
    const left = region(t('follow-ups:left.title'))
    await expect(left.getByRole('listitem')).toHaveCount(1)
    await left
      .getByRole('button')
      .filter({ hasText: t('follow-ups:result.open') })
      .click()
    await page.getByRole('radio', { name: t('follow-ups:mode.phone') }).check()
    await page.getByRole('radio', { name: t('follow-ups:reached.reached') }).check()
    await page.getByRole('radio', { name: t('follow-ups:asked.none') }).check()
    await field(t('follow-ups:result.entry')).fill('示例：睡得好些了')
    await button(t('follow-ups:result.save')).click()
    await expect(region(t('follow-ups:past.title'))).toContainText('示例：睡得好些了')
    await expect(left.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('another PHQ-9 shows how it is now', async () => {
    await beginEntering(page, /PHQ-9/, 'paper')
    await typeCodes(page, [0, 1, 1, 0, 1, 0, 0, 0, 0, 0], '10 / 10')
    await finishEntering(page)
    await expect(alert).toHaveCount(0)
  })

  await test.step('a supervisor agrees under their own name; then the crisis is over', async () => {
    await lock(page)
    await unlock(page, supervisor)
    await openFile(page, client.name)
    await toCrisis()
    await enter('approved').click()
    await expect(page.getByText(crisis('field.whomHere'))).toBeVisible()
    await write('approveNote')
    await submit('approved').click()
    await expect(closing).toContainText(crisis('closing.clear'))
    await enter('closed').click()
    await write('because')
    await submit('closed').click()
    await expect(closing).toContainText(crisis('closing.closed'))
    await expect(region(crisis('history.title'))).toContainText(supervisor.name)
    await expect(region(crisis('history.title'))).toContainText(counsellor.name)
    await look('crisis-over')
  })

  await test.step('the counsellor proposes to close the file, with the scores of then and now', async () => {
    await lock(page)
    await unlock(page, counsellor)
    await openFile(page, client.name)
    await expect(region(crisis('strip.label'))).toHaveCount(0)
    await openTab(page, t('clients:tabs.closure'))
    await page.getByRole('combobox', { name: t('closure:propose.reason') }).click()
    await page.getByRole('option', { name: t('closure:reason.goalsReached') }).click()
    await page.getByLabel(t('closure:propose.summary')).fill('示例：睡眠好转，回到工作')
    await page.getByLabel(t('closure:propose.aftercare')).fill('示例：有事随时来')
    await field(t('closure:propose.aftercareDue')).fill(addDays(today(), 30))
    await button(t('closure:propose.save')).click()
    await expect(page.getByText(t('closure:answer.ownWaits'))).toBeVisible()
    await expect(button(t('closure:answer.approveOutside'))).toHaveCount(0)
    await look('closure-waiting')
  })

  await test.step('the supervisor is led there from the board, and agrees', async () => {
    await lock(page)
    await unlock(page, supervisor)
    await goTo(page, t('nav.today'))
    await page
      .getByRole('listitem')
      .filter({ hasText: t('today:kind.closureWaiting') })
      .getByRole('link')
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d{4}-\d{4}/)
    await button(t('closure:answer.approve')).click()
    await button(t('closure:answer.close')).click()
    const history = region(t('closure:history.title'))
    await expect(history).toContainText(t('closure:history.approved', { who: supervisor.name }))
    await expect(history).toContainText(t('closure:reason.goalsReached'))
    await expect(history).toContainText('示例：有事随时来')
    await expect(history).toContainText(/PHQ-9.*：3.*第一次.*：13/)
    await look('closed')
  })

  await test.step('what is left of the care is called off, the aftercare is planned', async () => {
    await openTab(page, t('clients:tabs.followUps'))
    const left = region(t('follow-ups:left.title'))
    await expect(left.getByRole('listitem')).toHaveCount(1)
    await expect(left).toContainText(t('follow-ups:why.aftercare'))
    await expect(region(t('follow-ups:past.title'))).toContainText(t('follow-ups:past.because.closure'))
  })

  await test.step('opened again, nothing of what was is gone', async () => {
    await openTab(page, t('clients:tabs.closure'))
    await page.getByLabel(t('closure:reopen.because')).fill('示例：又来求助')
    await button(t('closure:reopen.save')).click()
    const history = region(t('closure:history.title'))
    for (const kind of ['proposed', 'approved', 'reopened'])
      await expect(history).toContainText(t(`closure:history.${kind}`, { who: '' }).trim())
    await openTab(page, t('clients:tabs.assessments'))
    await expect(page.getByRole('table').first().getByRole('row', { name: /PHQ-9/ })).toHaveCount(2)
    await openTab(page, t('clients:tabs.notes'))
    await expect(region(t('notes:title'))).toContainText(said)
    await openTab(page, t('clients:tabs.tier'))
    await expect(page.getByText('示例：妻子陪着，药收好了，每周联系').first()).toBeVisible()
    await openTab(page, t('clients:tabs.safetyPlan'))
    await expect(page.getByText('示例：整夜睡不着')).toBeVisible()
    await openTab(page, t('clients:tabs.overview'))
    await look('opened-again')
  })
  expect(complaints).toEqual([])
})
