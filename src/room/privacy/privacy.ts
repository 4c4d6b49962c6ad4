import {
  filledAssessment,
  type ImpactAssessment,
  impactAssessmentDue,
  impactAssessmentKind,
  impactAssessmentSchema,
} from '../../casework/privacy/impact-assessment.ts'
import { roomProcessing } from '../../casework/privacy/processing-log.ts'
import { keptUntil } from '../../casework/records/legal-retention.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ImpactDraft, PrivacyApi } from '../contract/privacy.ts'
import { processingOfAll } from '../rights/client-processing.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { impactTemplate } from './impact-template.ts'

const newestFirst = async ({ list }: Session) => {
  const { records, unreadable } = await list(impactAssessmentKind)
  return { versions: records.toSorted((a, b) => b.value.version - a.value.version), unreadable }
}

/** The register of what is done with personal data, and what the room makes of it. */
export const privacyApi = (session: () => Session): PrivacyApi => ({
  async privacy() {
    const [{ versions, unreadable }, logs, { privacy: rules }] = await Promise.all([
      newestFirst(session()),
      processingOfAll(session()),
      roomRules(session()),
    ])
    const processing = roomProcessing(logs)
    return {
      processing,
      assessments: versions.map((assessment: Stored<ImpactAssessment>) => ({
        assessment,
        keptUntil: keptUntil('impactAssessments', assessment.value.assessedAt, rules),
      })),
      due: impactAssessmentDue(
        versions[0]?.value ?? null,
        { log: processing, template: impactTemplate, today: today() },
        rules,
      ),
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  async impactDraft(language) {
    const [{ versions }, logs] = await Promise.all([newestFirst(session()), processingOfAll(session())])
    const filled = filledAssessment(impactTemplate, roomProcessing(logs), language)
    const before = versions[0]?.value
    if (before === undefined || before.template !== filled.template || before.language !== language)
      return filled
    return {
      ...filled,
      security: before.security,
      assessed: filled.assessed.map((section) => {
        const own = before.assessed.find(({ processing }) => processing === section.processing)
        if (own === undefined) return section
        const { since, clients, records, withoutBasis } = section
        return { ...own, since, clients, records, withoutBasis }
      }),
    }
  },
  ...commands({
    async saveImpactAssessment(draft: ImpactDraft): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      // Whoever cannot read what is done cannot say what it does.
      if (!vault.opens('case')) return refused('NO_KEY')
      const { versions } = await newestFirst(session())
      const read = impactAssessmentSchema.safeParse({
        ...draft,
        version: (versions[0]?.value.version ?? 0) + 1,
        assessedBy: me.id,
        assessedAt: now(),
      })
      if (!read.success)
        return refused('ASSESSMENT_INVALID', { at: String(read.error.issues[0]?.path.at(-1) ?? '') })
      const id = vault.drawId()
      await commit([{ kind: impactAssessmentKind, id, expectedRevision: 0, value: read.data }])
      return done({ id })
    },
  }),
})
