import type { Language } from '../../casework/records/values.ts'

interface ActivityWords {
  sleep: string
  sleepTheme: string
  sleepPlan: string
  sessions: readonly string[]
  parents: string
  place: string
  incident: string
  powerCut: string
  missedOne: string
  outreach: readonly string[]
  villagers: string
  pupils: string
  elders: string
  staffOfCompany: string
  leaflet: string
  miscounted: string
  twice: string
  volunteer: string
  outside: string
  counsellorTitle: string
  hotlineTitle: string
  issuer: string
  trainings: readonly string[]
}

/** What stands in the demonstration's activities and register. */
export const activityWords: Record<Language, ActivityWords> = {
  'zh-CN': {
    sleep: '示例：睡得好小组',
    sleepTheme: '示例：学着睡好，六次。',
    sleepPlan: '示例：认识睡眠、作息表、放松、担心的事放哪里、复习、告别。',
    sessions: [
      '示例：认识睡眠',
      '示例：作息表',
      '示例：放松',
      '示例：担心的事放哪里',
      '示例：复习',
      '示例：告别',
    ],
    parents: '示例：家长互助小组',
    place: '示例活动室',
    incident: '示例：有一位中途出去接了电话，其余平稳。',
    powerCut: '示例：停电，改到下周。',
    missedOne: '示例：漏记了后来的一位。',
    outreach: [
      '示例：考前减压讲座',
      '示例：赶集日宣传',
      '示例：敬老院走访',
      '示例：车间午间讲座',
      '示例：热线号码推送',
    ],
    villagers: '示例：赶集的乡亲',
    pupils: '示例：初三学生',
    elders: '示例：敬老院老人',
    staffOfCompany: '示例：车间员工',
    leaflet: '示例：热线折页',
    miscounted: '示例：签到表上多数了一页。',
    twice: '示例：同一场登记了两遍。',
    volunteer: '示例志愿者',
    outside: '示例外聘督导',
    counsellorTitle: '示例：心理咨询培训合格证',
    hotlineTitle: '示例：热线岗前培训合格',
    issuer: '示例协会',
    trainings: ['示例：危机干预培训', '示例：团体督导', '示例：伦理与保密'],
  },
  en: {
    sleep: 'Example: Sleeping well',
    sleepTheme: 'Example: learning to sleep well, six sessions.',
    sleepPlan: 'Example: what sleep is, the plan of the day, relaxing, where worries go, review, farewell.',
    sessions: [
      'Example: what sleep is',
      'Example: the plan of the day',
      'Example: relaxing',
      'Example: where worries go',
      'Example: review',
      'Example: farewell',
    ],
    parents: 'Example: Parents among themselves',
    place: 'Activity room (example)',
    incident: 'Example: one person left to take a call; otherwise calm.',
    powerCut: 'Example: power cut, put off to next week.',
    missedOne: 'Example: somebody who came late was left out.',
    outreach: [
      'Example: talk before the exams',
      'Example: booth on market day',
      "Example: visit to the old people's home",
      'Example: lunch talk at the works',
      'Example: the hotline number online',
    ],
    villagers: 'Example: people at the market',
    pupils: 'Example: third-year pupils',
    elders: 'Example: residents of the home',
    staffOfCompany: 'Example: people at the works',
    leaflet: 'Example: hotline leaflet',
    miscounted: 'Example: a page of the list was counted twice.',
    twice: 'Example: the same talk was entered twice.',
    volunteer: 'Example volunteer',
    outside: 'Example supervisor from outside',
    counsellorTitle: 'Example: certificate in counselling',
    hotlineTitle: 'Example: pre-job hotline training',
    issuer: 'Example association',
    trainings: [
      'Example: crisis intervention',
      'Example: group supervision',
      'Example: ethics and confidentiality',
    ],
  },
}
