import type { ChartConfiguration, Plugin } from 'chart.js'
import { useMemo } from 'react'
import type { Scale } from '../../instruments/scale.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { ChartCanvas } from './chart-canvas.tsx'
import { useChartColours } from './chart-colours.ts'

/** A score and the moment it was made, ISO. */
export interface ScorePoint {
  at: string
  score: number
}

/** From the band that asks for the least to the one that asks for the most; red stays reserved for today's alerts. */
const bandColours = ['#eef5f1', '#f6f5e8', '#faefd9', '#f7e3c5', '#f1d3b0']
const oneDay = 24 * 60 * 60 * 1000

/**
 * One scale over time, the whole range high, its bands behind the line, or its cut-offs where it has none. `error`: how many points
 * around the last score cannot be told from measurement error; null where that is not known. `figures`: id of the table with the
 * same numbers.
 */
export function ScoreChart({
  label,
  figures,
  scale,
  points,
  error,
}: {
  label: string
  figures: string
  scale: Pick<Scale, 'bands' | 'range' | 'direction' | 'cutOffs'>
  points: readonly ScorePoint[]
  error: number | null
}) {
  const { accent, ink } = useChartColours()
  const [language] = useLanguage()
  const { day } = useFormatTime()

  const config = useMemo<ChartConfiguration<'line'>>(() => {
    const moments = points.map(({ at }) => Date.parse(at))
    const first = Math.min(...moments)
    const last = Math.max(...moments)
    const margin = Math.max((last - first) * 0.05, oneDay)
    return {
      type: 'line',
      data: {
        datasets: [
          {
            data: points.map(({ at, score }) => ({ x: Date.parse(at), y: score })),
            borderColor: accent,
            backgroundColor: accent,
            borderWidth: 2,
            pointRadius: 5,
            pointHoverRadius: 7,
            // A score at the end of the range is a whole dot too.
            clip: false,
          },
        ],
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
          legend: { display: false },
          tooltip: {
            displayColors: false,
            callbacks: {
              title: ([item]) => (item === undefined ? '' : day(new Date(Number(item.parsed.x)))),
              label: (item) => String(item.parsed.y),
            },
          },
        },
      },
      plugins: [
        bandsBehind(scale, ink, (band) => band.label[language]),
        errorAround(points.at(-1)?.score ?? scale.range.min, error ?? 0, accent),
      ],
    }
  }, [points, scale, error, accent, ink, language, day])

  return <ChartCanvas config={config} label={label} figures={figures} height={240} />
}

/** Where the range begins and ends, and where one band gives way to the next. */
const edgesOf = ({ bands, range, cutOffs }: Pick<Scale, 'bands' | 'range' | 'cutOffs'>): number[] => {
  const between = bands.length > 0 ? bands.map(({ min }) => min) : cutOffs.map(({ score }) => score)
  const least = (range.max - range.min) / 20
  // Of two that would stand in each other's way the lower one stands.
  return [...new Set([range.min, ...between.toSorted((a, b) => a - b), range.max])].filter(
    (edge, index, edges) => index === 0 || edge === range.max || edge - (edges[index - 1] ?? edge) >= least,
  )
}

/** At most five of the days measured on, so that their names do not run into each other. */
function ticksAmong(moments: readonly number[]): number[] {
  const step = Math.max(1, Math.ceil(moments.length / 5))
  return moments.filter((_, index) => (moments.length - 1 - index) % step === 0)
}

const bandsBehind = (
  { bands, range, direction, cutOffs }: Pick<Scale, 'bands' | 'range' | 'direction' | 'cutOffs'>,
  ink: string,
  nameOf: (band: Scale['bands'][number]) => string,
): Plugin<'line'> => ({
  id: 'bands',
  beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
    if (y === undefined) return
    ctx.save()
    ctx.textAlign = 'right'
    ctx.textBaseline = 'middle'
    bands.forEach((band, index) => {
      const top = y.getPixelForValue(bands[index + 1]?.min ?? range.max)
      const bottom = y.getPixelForValue(band.min)
      const rank = direction === 'higherIsWorse' ? index : bands.length - 1 - index
      const steps = Math.max(1, bands.length - 1)
      ctx.fillStyle = bandColours[Math.round((rank / steps) * (bandColours.length - 1))] ?? 'transparent'
      ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top)
      ctx.fillStyle = ink
      if (bottom - top > 14) ctx.fillText(nameOf(band), chartArea.right - 8, (top + bottom) / 2)
    })
    if (bands.length === 0) {
      ctx.strokeStyle = ink
      ctx.setLineDash([2, 4])
      for (const { score } of cutOffs) lineAt(ctx, chartArea, y.getPixelForValue(score))
    }
    ctx.restore()
  },
})

/** What lies within measurement error of the last score, between two dashed lines. */
const errorAround = (score: number, error: number, colour: string): Plugin<'line'> => ({
  id: 'error',
  beforeDatasetsDraw({ ctx, chartArea, scales: { y } }) {
    if (y === undefined || error === 0) return
    const top = Math.max(chartArea.top, y.getPixelForValue(score + error))
    const bottom = Math.min(chartArea.bottom, y.getPixelForValue(score - error))
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
