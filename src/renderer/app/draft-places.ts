/** Where the form of a kind stands, by the ids of what it is about. */
const places: Record<string, (...about: string[]) => string> = {
  newClient: () => '/clients/new',
  clientDetails: (client) => `/clients/${client}/details`,
  merge: (client) => `/clients/${client}/details`,
  roomRules: () => '/settings/room-rules',
  tierRules: () => '/settings/tier-rules',
  tierDecision: (client) => `/clients/${client}`,
  alert: (client) => `/clients/${client}`,
  disclosure: (client, assessment) => `/clients/${client}/assessments/${assessment}`,
  mandatoryReport: (client) => `/mandatory-reports/new${client === undefined ? '' : `?client=${client}`}`,
  reportStep: (report) => `/mandatory-reports/${report}`,
  rightsRequest: (client) => `/clients/${client}/rights`,
  rightsAnswer: (request) => `/clients/rights/${request}`,
  impactAssessment: () => '/settings/privacy/new',
  disclosureNote: (client) => `/clients/${client}/consent`,
  paperScore: (client, form, corrected) =>
    `/clients/${client}/paper-scores/new?${corrected === undefined ? `form=${form}` : `corrects=${corrected}`}`,
  addendum: (client, note) => `/clients/${client}/notes/${note}`,
  privateNote: (client) => `/clients/${client}/notes/private`,
  supervision: (client) => `/clients/${client}/supervision`,
  discussion: (client) => `/clients/${client}/discussion`,
  crisis: (client, episode) => `/clients/${client}/crisis/${episode}`,
  newCrisis: (client) => `/clients/${client}/crisis`,
  newClue: (client) => `/clients/${client}/clues`,
  clueAnswer: (client) => `/clients/${client}/clues`,
  referral: (client) => `/clients/${client}/referrals`,
  followUpPlan: (client) => `/clients/${client}/follow-ups`,
  followUpResult: (client) => `/clients/${client}/follow-ups`,
  closure: (client) => `/clients/${client}/closure`,
  safetyPlan: (client) => `/clients/${client}/safety-plan/new`,
  groupCourse: (course) => `/activities/groups/${course ?? 'new'}`,
  groupSession: (course, session) => `/activities/groups/${course}/sessions/${session}`,
  outreach: () => '/activities/outreach/new',
  outreachCorrection: (activity) => `/activities/outreach/${activity}`,
  shiftLog: (shift) => `/hotline/shifts/${shift}`,
  handOver: (shift) => `/hotline/shifts/${shift}/hand-over`,
  call: (call) => `/hotline/${call}`,
  followUp: (call) => `/hotline/${call}`,
  callStep: (call) => `/hotline/${call}`,
  callTransfer: () => '/hotline/transfers',
}

/** What kind of form a draft is of, and its address; null for one this version does not know. */
export const draftPlace = (form: string): { kind: string; path: string } | null => {
  const [kind = '', ...about] = form.split(':')
  const path = places[kind]?.(...about)
  return path === undefined ? null : { kind, path }
}
