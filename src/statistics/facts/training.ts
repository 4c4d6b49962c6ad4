import { isStruckOut, type StaffProfile, staffProfileKind } from '../../casework/staff/staff-profile.ts'
import { type Supervision, supervisionKind } from '../../casework/supervision/supervision.ts'
import type { CountedKind } from './counted-kind.ts'
import { counts, nobodyOn, staffOn } from './subject.ts'

/** Training of a member of staff; not what was entered by mistake. */
export const countedTraining: CountedKind<StaffProfile> = {
  kind: staffProfileKind,
  by: 'record',
  facts: (records) =>
    records.flatMap(({ id, value }) =>
      value.training.flatMap(({ day, supervision, quarterHours }, place) =>
        isStruckOut(value, 'training', place)
          ? []
          : [
              {
                ...staffOn(id, day),
                ...counts('training', supervision ? 'supervision' : 'training', null, quarterHours),
              },
            ],
      ),
    ),
}

/** Time talked over with a supervisor; whether it was about somebody is not said. */
export const countedSupervision: CountedKind<Supervision> = {
  kind: supervisionKind,
  by: 'record',
  facts: (records) =>
    records.map(({ value: { day, mode, minutes } }) => ({
      ...nobodyOn(day),
      ...counts('supervision', mode, null, minutes),
    })),
}
