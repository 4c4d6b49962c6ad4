import type { ChartConfiguration, ChartDataset } from 'chart.js'
import type { useChartColours } from './chart-colours.ts'

/** One line over time: a count for each place on the axis. */
export interface TrendLine {
  label: string
  /** Null is a gap. */
  cells: readonly (number | null)[]
  /** For each place how far the true number may be from the count, to either side: drawn as a shade around the line. */
  bands?: readonly number[]
}

/** Lines are told apart by their points as well as by colour. */
const points = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'crossRot'] as const

/** Counts over time as lines, each with the shade of its band. `scale` draws points and lines larger, for a picture seen from afar. */
export const trendConfig = (
  { labels, sets }: { labels: readonly string[]; sets: readonly TrendLine[] },
  { accent, hues }: Pick<ReturnType<typeof useChartColours>, 'accent' | 'hues'>,
  scale = 1,
): ChartConfiguration<'line'> => ({
  type: 'line',
  data: {
    labels: [...labels],
    datasets: sets.flatMap((set, position): ChartDataset<'line'>[] => {
      const colour = sets.length === 1 ? accent : (hues[position % hues.length] ?? accent)
      return [
        {
          label: set.label,
          data: [...set.cells],
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 2 * scale,
          pointRadius: 4 * scale,
          pointStyle: points[position % points.length] ?? 'circle',
        },
        ...shadeOf(set, colour),
      ]
    }),
  },
  options: {
    scales: {
      y: { beginAtZero: true, ticks: { precision: 0 }, suggestedMax: 4 },
      x: { grid: { display: false } },
    },
    plugins: {
      legend: {
        display: true,
        position: 'top',
        align: 'start',
        labels: {
          usePointStyle: true,
          boxWidth: 8 * scale,
          boxHeight: 8 * scale,
          filter: ({ text }) => text !== '',
        },
      },
      tooltip: { filter: ({ dataset }) => dataset.label !== '' },
    },
  },
})

/** The two edges of a band, the space between them filled; a gap in the line is one in the shade. */
function shadeOf({ cells, bands }: TrendLine, colour: string): ChartDataset<'line'>[] {
  if (!bands?.some((band) => band > 0)) return []
  const edge = (sign: 1 | -1) =>
    cells.map((count, place) => (count === null ? null : Math.max(0, count + sign * (bands[place] ?? 0))))
  const quiet = { label: '', borderWidth: 0, pointRadius: 0, pointHitRadius: 0, borderColor: colour }
  return [
    { ...quiet, data: edge(1) },
    { ...quiet, data: edge(-1), fill: '-1', backgroundColor: `${colour}33` },
  ]
}
