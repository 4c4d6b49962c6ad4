import { expect, test } from './steps/desk.ts'
import { openDemonstration, tourInBothLanguages } from './steps/tour.ts'

test.use({ trace: 'off' })

const passphrase = 'gentle river demo'

tourInBothLanguages('a call while it is spoken, by day and by night', async (tour) => {
  const { page, t, look, button, link, title, language } = tour
  const said = (zh: string, en: string) => (language === 'en' ? en : zh)
  const desk = page.getByRole('form', { name: t('running-call:form') })
  const choice = (field: string, answer: string) =>
    desk.getByRole('radiogroup', { name: t(`call-form:field.${field}`) }).getByRole('radio', {
      name: t(`call-form:${answer}`),
      exact: true,
    })
  const concern = desk.getByRole('textbox', { name: t('call-form:field.concern'), exact: true })
  const jump = (letter: string) => page.keyboard.press(`Alt+${letter}`)
  const saved = () => expect(page.getByText(t('running-call:savedAt', { time: '' }).trim())).toBeVisible()
  const takeCall = async () => {
    await link(t('nav.hotline')).click()
    await button(t('hotline:takeCall')).click()
    await expect(page.getByRole('timer')).toBeVisible()
  }
  await openDemonstration(tour)

  await test.step('a general call by the keyboard alone, in less than 90 seconds', async () => {
    await link(t('nav.hotline')).focus()
    await page.keyboard.press('Enter')
    // The search takes the keys as the page opens.
    await expect(page.getByRole('table')).toBeVisible()
    await button(t('hotline:takeCall')).focus()
    const begun = Date.now()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('timer')).toBeVisible()
    await jump('k')
    await page.keyboard.press('1')
    await jump('r')
    await page.keyboard.press('1')
    await jump('c')
    await page.keyboard.type(said('示例小禾', 'Example Rivers'))
    await jump('t')
    await page.keyboard.type(t('call-form:topic.sleep'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await jump('z')
    await page.keyboard.type(said('示例：最近整夜睡不着', 'Synthetic: awake all night of late'))
    await jump('w')
    await page.keyboard.press('1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('1')
    await jump('b')
    await page.keyboard.press('3')
    await jump('s')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await look('call-general')
    await jump('q')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('timer')).toBeHidden()
    expect(Date.now() - begun).toBeLessThan(90_000)
  })

  await test.step('danger: the form follows, the level is suggested, help is called', async () => {
    await takeCall()
    await choice('danger', 'asked.yes').check()
    await choice('dangerAnswer', 'dangerAnswer.plan').check()
    await expect(page.getByRole('status').getByText(t('call-form:responseLevel.atOnce'))).toBeVisible()
    await choice('means', 'answer.means.yes').check()
    await desk.getByRole('spinbutton', { name: t('call-form:field.ideation') }).fill('80')
    await choice('responseLevel', 'responseLevel.today').check()
    await jump('p')
    // One press of the tab key leaves a question that nothing is chosen of, also after the form was drawn anew.
    await saved()
    await page.keyboard.press('Tab')
    await expect(desk.getByLabel(t('call-form:said.place'))).toBeFocused()
    await page.keyboard.type(said('示例路 8 号 301', '8 Example Road, door 301'))
    await button(t('running-call:end')).click()
    await expect(page.getByRole('alert')).toContainText(t('call-form:field.levelBecause'))
    await look('call-missing')
    await choice('responseLevel', 'responseLevel.atOnce').check()
    await page.getByRole('button', { name: /^120/ }).click()
    const acting = page.getByRole('group', { name: t('running-call:actions.entry') })
    await acting.getByRole('radio', { name: t('call-form:actionState.done') }).check()
    await acting.getByLabel(t('running-call:actions.person')).fill(said('示例急救中心', 'Example ambulance'))
    await acting.getByLabel(t('running-call:actions.result')).fill(said('十分钟到', 'There in ten minutes'))
    await acting.getByRole('radio', { name: t('call-form:ground.emergency') }).check()
    await acting.getByRole('button', { name: t('running-call:actions.keep') }).click()
    await expect(page.getByRole('list', { name: t('running-call:actions.list') })).toContainText(
      t('call-form:actionState.done'),
    )
    await button(t('running-call:rescue.open')).click()
    const card = page.getByRole('dialog', { name: t('running-call:rescue.title') })
    await expect(card).toContainText('301')
    await look('call-rescue')
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
  })

  await test.step('the window is killed: everything typed is back, also what no record can hold', async () => {
    await choice('timeFrame', 'answer.timeFrame.now')
      .or(desk.getByRole('combobox', { name: t('call-form:field.timeFrame') }))
      .first()
      .click()
    await page.keyboard.press('Escape')
    await concern.fill(said('示例：一个人在家', 'Synthetic: alone at home'))
    // Something said without an answer chosen fits no record yet.
    await desk
      .getByLabel(
        t('running-call:saidOf', { field: t('call-form:field.history'), hint: t('call-form:said.history') }),
      )
      .fill(said('前年有过', 'two years ago'))
    await page.keyboard.press('Alt+2')
    await saved()
    const call = page.url()
    await page.goto('about:blank')
    await page.goto(call)
    await page.getByRole('radio', { name: said('示例咨询师', 'Example counsellor') }).check()
    await page.getByLabel(t('access:lock.passphrase'), { exact: true }).fill(passphrase)
    await button(t('access:lock.open')).click()
    await expect(concern).toHaveValue(said('示例：一个人在家', 'Synthetic: alone at home'))
    await expect(
      desk.getByLabel(
        t('running-call:saidOf', { field: t('call-form:field.history'), hint: t('call-form:said.history') }),
      ),
    ).toHaveValue(said('前年有过', 'two years ago'))
    await expect(choice('means', 'answer.means.yes')).toBeChecked()
    await expect(page.locator('[aria-current=step]')).toBeVisible()
  })

  await test.step('the dark screen', async () => {
    await button(t('shade.dark')).click()
    await look('call-dark')
    await button(t('running-call:rescue.open')).click()
    await look('call-rescue-dark')
    await page.keyboard.press('Escape')
    for (const kind of ['silent', 'repeated', 'harassing', 'thirdParty', 'minor', 'psychoticExperience']) {
      await choice('callType', 'callType.special').check()
      await desk.getByRole('combobox', { name: t('call-form:field.specialKind') }).click()
      await page.getByRole('option', { name: t(`call-form:specialKind.${kind}`), exact: true }).click()
      await look(`call-dark-${kind}`)
    }
    await page.goto('/#/hotline')
    await title(t('hotline:title'))
    await look('hotline-dark')
    await button(t('shade.dark')).click()
  })
})

tourInBothLanguages(
  'a second worker joins a call from another window of the machine',
  async (tour) => {
    const { page, t, look, button, link, language } = tour
    const said = (zh: string, en: string) => (language === 'en' ? en : zh)
    const concernIn = (window: typeof page) =>
      window
        .getByRole('form', { name: t('running-call:form') })
        .getByRole('textbox', { name: t('call-form:field.concern'), exact: true })
    await openDemonstration(tour)
    await link(t('nav.hotline')).click()
    await button(t('hotline:takeCall')).click()
    await concernIn(page).fill(said('示例：在桥上', 'Synthetic: on a bridge'))
    await expect(page.getByText(t('running-call:savedAt', { time: '' }).trim())).toBeVisible()

    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByRole('radio', { name: said('示例热线员', 'Example hotline worker') }).check()
    await second.getByLabel(t('access:lock.passphrase'), { exact: true }).fill(passphrase)
    await second.getByRole('button', { name: t('access:lock.open'), exact: true }).click()
    await second.getByRole('link', { name: t('nav.hotline'), exact: true }).click()
    await second.goto(page.url())
    await expect(concernIn(second)).toHaveValue(said('示例：在桥上', 'Synthetic: on a bridge'))

    await test.step('what the second worker enters stands in both windows', async () => {
      await second.getByRole('button', { name: /^120/ }).click()
      const acting = second.getByRole('group', { name: t('running-call:actions.entry') })
      await acting.getByLabel(t('running-call:actions.note')).fill(said('正在拨', 'dialling'))
      await acting.getByRole('button', { name: t('running-call:actions.keep') }).click()
      for (const window of [page, second])
        await expect(window.getByRole('list', { name: t('running-call:actions.list') })).toContainText(
          said('正在拨', 'dialling'),
        )
      await second
        .getByLabel(
          t('running-call:saidOf', {
            field: t('call-form:field.callBack'),
            hint: t('call-form:said.callBack'),
          }),
        )
        .fill(said('随时', 'any time'))
      await second
        .getByRole('radiogroup', { name: t('call-form:field.callBack') })
        .getByRole('radio', { name: t('call-form:answer.callBack.agreed'), exact: true })
        .check()
      await expect(
        page
          .getByRole('radiogroup', { name: t('call-form:field.callBack') })
          .getByRole('radio', { name: t('call-form:answer.callBack.agreed'), exact: true }),
      ).toBeChecked()
    })

    await test.step('both write on at the same time, and nothing of either is lost', async () => {
      await concernIn(page).press('End')
      await concernIn(second).press('End')
      await Promise.all([
        concernIn(page).pressSequentially(said('，风很大', ', strong wind')),
        concernIn(second).pressSequentially(said('，有车声', ', cars passing')),
      ])
      for (const window of [page, second])
        for (const part of [said('风很大', 'strong wind'), said('有车声', 'cars passing')])
          await expect(concernIn(window)).toHaveValue(new RegExp(part))
      await look('call-two')
    })
    await second.close()
  },
  { onlyLong: true },
)
