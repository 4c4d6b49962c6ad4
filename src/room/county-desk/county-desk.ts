import { completeness } from '../../county/board/completeness.ts'
import { heldPackageKind } from '../../exchange/held-package.ts'
import { receivedPackageKind } from '../../exchange/received-package.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { axesOf } from '../../statistics/axis.ts'
import { commands } from '../commands.ts'
import type { CountyDeskApi, ReceivedFile } from '../contract/county-desk.ts'
import type { CountyFiguresAsked, CountyFigures as FiguresOnShow } from '../contract/county-figures.ts'
import type { CountyImportApi } from '../contract/county-import.ts'
import { releasePlan } from '../release-plan.ts'
import type { Seat } from '../seat.ts'
import { identityAs } from '../unit-identity.ts'
import { campaignCommands, countyCampaigns } from './campaigns/county-campaigns.ts'
import { countyBoardApi } from './county-board.ts'
import { CountyFigures } from './county-figures.ts'
import { countyImport } from './county-import.ts'
import { countyReviews } from './county-review.ts'
import { countyStatements } from './county-statements.ts'
import { countyUnitsApi } from './county-units.ts'
import { figuresOnShow } from './figures-on-show.ts'
import { checkPackage } from './package-checks.ts'
import { packagesOf } from './packages-of.ts'
import { expectedUnits } from './units-of.ts'
import { mergeImport } from './upward/merge-import.ts'
import { upwardCommands } from './upward/upward.ts'
import { upwardOverview } from './upward/upward-overview.ts'
import { waitingPackages } from './waiting-packages.ts'

/** The county desk: takes packages in after every check and adds them up. */
export const countyDeskApi = (seat: Seat): CountyDeskApi & CountyImportApi => {
  const { session } = seat
  const figures = new CountyFigures(seat)
  const importing = countyImport(session, figures)

  return {
    async countyPicture() {
      const { code } = await identityAs('county', session())
      const reports = await completeness(await figures.store(), code)
      const packages = await session().list(receivedPackageKind)
      const held = await session().list(heldPackageKind)
      return {
        periods: [...new Set(reports.flatMap(({ periods }) => periods))].sort().reverse(),
        tables: releasePlan.tables.map((table) => ({
          id: table.id,
          title: table.title,
          period: table.period,
          unit: table.unit,
          isStock: table.stock,
          dims: axesOf(releasePlan, table).map(({ id, title, codes }) => ({ id, title, codes })),
        })),
        reported: reports.map(({ unit, name, periods }) => ({ unit: { name, code: unit }, periods })),
        waiting: await waitingPackages(
          held.records.map(({ value }) => value),
          await expectedUnits(session()),
          new Set(packages.records.map(({ value }) => value.sha256)),
          (bytes) => checkPackage(session(), figures, bytes),
        ),
        unreadable: packages.unreadable + held.unreadable,
      }
    },
    async upwardOverview() {
      return upwardOverview(session(), figures)
    },
    async countyCampaigns() {
      return countyCampaigns(session())
    },
    ...importing.beside,
    ...countyUnitsApi(session),
    ...countyBoardApi(session, figures),
    ...commands({
      ...countyStatements(session),
      ...campaignCommands(session),
      ...upwardCommands(session, figures),
      ...mergeImport(session, figures),
      ...importing.inTurn,
      async packagesOf(unit: string): Promise<Outcome<{ packages: ReceivedFile[] }>> {
        return done({ packages: await packagesOf(session(), unit) })
      },
    }),
    // Looking at figures does not wait for a long import.
    ...commands({
      ...countyReviews(session, figures),
      async countyFigures(asked: CountyFiguresAsked): Promise<Outcome<FiguresOnShow>> {
        const { code } = await identityAs('county', session())
        return figuresOnShow(await figures.store(), code, asked)
      },
    }),
  }
}
