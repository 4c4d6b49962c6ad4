import type { NoteContent } from '../../casework/notes/session-note.ts'
import type { Language } from '../../casework/records/values.ts'

interface SessionWords {
  firstRoom: string
  secondRoom: string
  training: string
  note: NoteContent
  draft: NoteContent
  own: string
  supervisor: string
  question: string
  advice: string
  actions: string
}

/** What is said in the demonstration's notes; nobody ever said it. */
export const sessionWords: Record<Language, SessionWords> = {
  'zh-CN': {
    firstRoom: '咨询室一（示例）',
    secondRoom: '咨询室二（示例）',
    training: '示例：本室培训',
    note: {
      form: 'DAP',
      data: '示例：这两周睡得比上次好，白天还是提不起劲。说和家里人能坐下来吃饭了。',
      assessment: '示例：情绪比上次平稳，没有伤害自己的想法；家里的支持在帮上忙。',
      plan: '示例：照着作息表再试两周，下次一起看看。',
    },
    draft: {
      form: 'SOAP',
      subjective: '示例：说最近上班路上心慌，怕在人多的地方。',
      objective: '示例：说话比平时快，能坐得住，愿意一起练呼吸。',
      assessment: '',
      plan: '',
    },
    own: '示例：谈到家里时我有些着急，想替他拿主意。下次留意。',
    supervisor: '示例督导',
    question: '示例：来访者几次改约，要不要提一提？',
    advice: '示例：可以平和地问一问是什么让按时来变难了，不追问，也不责怪。',
    actions: '示例：下次见面时提一次。',
  },
  en: {
    firstRoom: 'Room one (example)',
    secondRoom: 'Room two (example)',
    training: 'Example: training of the room',
    note: {
      form: 'DAP',
      data: 'Example: slept better these two weeks, still low in energy during the day. Eats together with the family again.',
      assessment: 'Example: calmer than last time, no thoughts of self-harm; the support at home helps.',
      plan: 'Example: keep to the plan of the day for another two weeks, then look at it together.',
    },
    draft: {
      form: 'SOAP',
      subjective: 'Example: heart racing on the way to work, afraid of crowded places.',
      objective: 'Example: speaks faster than usual, can sit still, is willing to practise breathing.',
      assessment: '',
      plan: '',
    },
    own: 'Example: I grew impatient when we talked of the family, and wanted to decide for them. To watch next time.',
    supervisor: 'Example supervisor',
    question: 'Example: sessions were put off several times; should it be mentioned?',
    advice: 'Example: ask calmly what makes it hard to come, without pressing or blaming.',
    actions: 'Example: to be mentioned once when we next meet.',
  },
}
