import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js'
import { useMemo } from 'react'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { edgesOf, errorBand, pointRadius, stripesOf, ticksAmong } from './band-geometry.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'

/** A score and the moment it was made, ISO. */
export interface ScorePoint {
  at: string
  score: number
}

/** The scores of one side; `name` says whose. */
export interface ScoreLine {
  name: string
  points: readonly ScorePoint[]
}

/** Sides are told apart by colour, by the shape of their points and by how their line is drawn. */
const shapes = ['circle', 'triangle', 'rectRot', 'rect', 'crossRot'] as const
const dashes = [[], [8, 4], [2, 4], [12, 3, 2, 3], [5, 5]]
const oneDay = 24 * 60 * 60 * 1000

/**
 * One scale over time, the whole range high, its bands behind the lines, or its cut-offs where it has none. `error`: how many
 * points around the last score of the first line cannot be told from measurement error; null where that is not known.
 * `figures`: id of the table with the same numbers.
 */
export function ScoreChart({
  label,
  figures,
  scale,
  lines,
  error,
}: {
  label: string
  figures: string
  scale: Pick<Scale, 'bands' | 'range' | 'direction' | 'cutOffs'>
  lines: readonly ScoreLine[]
  error: number | null
}) {
  const { accent, ink, bands, others } = useChartColours()
  const [language] = useLanguage()
  const { day } = useFormatTime()

  const config = useMemo<ChartConfiguration<'line'>>(() => {
    const moments = lines.flatMap(({ points }) => points.map(({ at }) => Date.parse(at)))
    const first = Math.min(...moments)
    const last = Math.max(...moments)
    const margin = Math.max((last - first) * 0.05, oneDay)
    const latest = lines[0]?.points.at(-1)?.score
    return {
      type: 'line',
      data: {
        datasets: lines.map(({ name, points }, place): ChartDataset<'line'> => {
          const colour = place === 0 ? accent : (others[(place - 1) % others.length] ?? ink)
          return {
            label: name,
            data: points.map(({ at, score }) => ({ x: Date.parse(at), y: score })),
            borderColor: colour,
            backgroundColor: colour,
            borderDash: dashes[place % dashes.length] ?? [],
            borderWidth: 2,
            pointStyle: shapes[place % shapes.length] ?? 'circle',
            pointRadius: pointRadius(points.length),
            pointHoverRadius: 7,
            // A score at the end of the range is a whole dot too.
            clip: false,
          }
        }),
      },
      options: {
        scales: {
          x: {
            type: 'linear',
            min: first - margin,
            // Room on the right for the names of the bands.
            max: last + 3 * margin,
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = ticksAmong(moments).map((value) => ({ value }))
            },
            ticks: { maxRotation: 0, callback: (value) => day(new Date(Number(value))) },
          },
          y: {
            min: scale.range.min,
            max: scale.range.max,
            grid: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = edgesOf(scale).map((value) => ({ value }))
            },
          },
        },
        plugins: {
          legend: {
            display: lines.length > 1,
            position: 'top',
            align: 'start',
            labels: { usePointStyle: true },
          },
          tooltip: {
            displayColors: false,
            callbacks: {
              title: ([item]) => (item === undefined ? '' : day(new Date(Number(item.parsed.x)))),
              label: ({ dataset, parsed }) =>
                lines.length > 1 ? `${dataset.label} ${parsed.y}` : String(parsed.y),
            },
          },
        },
      },
      plugins: [
        bandsBehind(scale, { ink, bands }, (band) => band.label[language]),
        errorAround(latest === undefined ? null : errorBand(latest, error, scale.range), accent),
      ],
    }
  }, [lines, scale, error, accent, ink, bands, others, language, day])

  return <ChartCanvas config={config} label={label} figures={figures} height={lines.length > 1 ? 280 : 240} />
}

const bandsBehind = (
  scale: Pick<Scale, 'bands' | 'range' | 'direction' | 'cutOffs'>,
  { ink, bands }: { ink: string; bands: readonly string[] },
  nameOf: (band: Scale['bands'][number]) => string,
): Plugin<'line'> => ({
  id: 'bands',
  beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
    if (y === undefined) return
    ctx.save()
    ctx.textAlign = 'right'
    ctx.textBaseline = 'middle'
    for (const { id, from, to, weight } of stripesOf(scale)) {
      const top = y.getPixelForValue(to)
      const bottom = y.getPixelForValue(from)
      const band = scale.bands.find((one) => one.id === id)
      ctx.fillStyle = bands[Math.round(weight * (bands.length - 1))] ?? 'transparent'
      ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top)
      ctx.fillStyle = ink
      if (band !== undefined && bottom - top > 14)
        ctx.fillText(nameOf(band), chartArea.right - 8, (top + bottom) / 2)
    }
    if (scale.bands.length === 0) {
      ctx.strokeStyle = ink
      ctx.setLineDash([2, 4])
      for (const { score } of scale.cutOffs) lineAt(ctx, chartArea, y.getPixelForValue(score))
    }
    ctx.restore()
  },
})

/** What lies within measurement error of the last score, between two dashed lines. */
const errorAround = (band: ReturnType<typeof errorBand>, colour: string): Plugin<'line'> => ({
  id: 'error',
  beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
    if (y === undefined || band === null) return
    const top = y.getPixelForValue(band.to)
    const bottom = y.getPixelForValue(band.from)
    ctx.save()
    ctx.globalAlpha = 0.14
    ctx.fillStyle = colour
    ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top)
    ctx.globalAlpha = 1
    ctx.strokeStyle = colour
    ctx.setLineDash([6, 4])
    lineAt(ctx, chartArea, top)
    lineAt(ctx, chartArea, bottom)
    ctx.restore()
  },
})

function lineAt(
  ctx: CanvasRenderingContext2D,
  { left, right }: { left: number; right: number },
  y: number,
): void {
  ctx.beginPath()
  ctx.moveTo(left, y)
  ctx.lineTo(right, y)
  ctx.stroke()
}
