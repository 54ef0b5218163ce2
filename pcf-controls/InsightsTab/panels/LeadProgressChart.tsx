import * as React from 'react';
import { FocusZone, FocusZoneDirection, useTheme } from '@fluentui/react';
import { dataColours } from '../../shared/theme';
import { useHost, type Host } from '../app/host';
import { createStyles, highContrast, text12 } from '../../shared/ui/createStyles';
import { RecordLink, useRecordName } from '../../shared/ui/RecordLink';
import { useWidth } from '../../shared/ui/useWidth';
import { MarkTip, useChartStyles } from './chartStyles';
import type { AnswerOf } from './panelProps';
import { stepPath, timeMarks, timeScale, type TimeScale } from './timeScale';

type Answer = AnswerOf<'leadProgress'>;
type Stage = Answer['stages'][number];
type Scores = Answer['scores'][number];

const stageHeight = 36;
const barTop = 20;
const barHeight = 8;
const scoresTop = 16;
const scoresHeight = 72;
const axisHeight = 24;
/** Lines that can be told apart; the others are in the table. */
const mostLines = 3;
const dashes = ['', '6 4', '2 3'];

const useStyles = createStyles((theme) => ({
  mark: { outline: 'none', selectors: { '&:focus-visible .ring': { stroke: theme.palette.neutralDark } } },
  ring: { fill: 'transparent', stroke: 'transparent', strokeWidth: 2 },
  bar: { fill: theme.palette.themePrimary, selectors: { [highContrast]: { fill: 'CanvasText' } } },
  /** The lead is there still. */
  open: {
    fill: theme.palette.white,
    stroke: theme.palette.themePrimary,
    strokeWidth: 1.5,
    selectors: { [highContrast]: { fill: 'Canvas', stroke: 'CanvasText' } },
  },
  line: { fill: 'none', strokeWidth: 2, selectors: { [highContrast]: { stroke: 'CanvasText !important' } } },
  point: { selectors: { [highContrast]: { fill: 'CanvasText !important' } } },
  legend: { ...text12, display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: 4 },
  model: { display: 'inline-flex', alignItems: 'center', gap: 8, minWidth: 0 },
}));

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
type Show = (shown: Shown | undefined) => void;

/** Stages as steps, one a row, and each model's score as a step line below them, on one time axis. */
export function LeadProgressChart({ answer }: { readonly answer: Answer }): React.ReactElement {
  const host = useHost();
  const styles = useChartStyles();
  const [ref, width] = useWidth<HTMLDivElement>(560);
  const [shown, setShown] = React.useState<Shown>();
  const { stages, asOf } = answer;
  const lines = answer.scores.slice(0, mostLines);
  const scale = timeScale(instantsOf(answer), asOf, width);
  const stagesHeight = stages.length * stageHeight;
  const below = stagesHeight + (lines.length > 0 ? scoresTop + scoresHeight : 0);
  return (
    <div ref={ref} className={styles.chart}>
      <FocusZone direction={FocusZoneDirection.bidirectional} role="group" aria-label={summaryOf(answer, host)}>
        <svg className={styles.svg} width={width} height={below + axisHeight}>
          {stages.map((stage, row) => (
            <StageRow
              key={stage.stage}
              stage={stage}
              top={row * stageHeight}
              scale={scale}
              asOf={asOf}
              onShow={setShown}
            />
          ))}
          {lines.length > 0 && (
            <ScoreLines lines={lines} top={stagesHeight + scoresTop} scale={scale} onShow={setShown} />
          )}
          <g transform={`translate(0,${below + 18})`} aria-hidden="true">
            {timeMarks(scale).map(({ instant, x, anchor }) => (
              <text key={x} x={x} textAnchor={anchor}>
                {host.format.shortDay(host.format.dayOfInstant(instant))}
              </text>
            ))}
          </g>
        </svg>
      </FocusZone>
      {lines.length > 0 && <Models lines={lines} />}
      {shown && <MarkTip {...shown} width={width} />}
    </div>
  );
}

const instantsOf = ({ created, stages, scores }: Answer): readonly string[] => [
  ...(created === null ? [] : [created]),
  ...stages.flatMap(({ stays }) => stays.map(({ from }) => from)),
  ...scores.flatMap(({ points }) => points.map(({ at }) => at)),
];

/** Days in each stage that was reached, in words. */
function summaryOf({ stages, scores }: Answer, { texts, format }: Host): string {
  const reached = stages.filter(({ stays }) => stays.length > 0);
  const said = reached.map(({ stage, days }) => `${stage}: ${texts.count('days', days, format.number(days))}`);
  const points = scores.reduce((sum, { points: own }) => sum + own.length, 0);
  return [...said, texts.count('scores', points, format.number(points))].join('. ');
}

interface StageRowProps {
  readonly stage: Stage;
  readonly top: number;
  readonly scale: TimeScale;
  readonly asOf: string;
  readonly onShow: Show;
}

function StageRow({ stage: { stage, days, stays }, top, scale, asOf, onShow }: StageRowProps): React.ReactElement {
  const { texts, format } = useHost();
  const base = barTop + barHeight + 0.5;
  return (
    <g transform={`translate(0,${top})`}>
      <text x={0} y={14} aria-hidden="true">
        {stage}
      </text>
      <text x={scale.width} y={14} textAnchor="end" aria-hidden="true">
        {stays.length > 0 ? texts.count('days', days, format.number(days)) : '–'}
      </text>
      <line className="grid" x1={0} x2={scale.width} y1={base} y2={base} />
      {stays.map(({ from, until }) => {
        const words = { stage, from: format.dayTime(from) };
        const text =
          until === null
            ? texts.say('staySince', words.stage, words.from)
            : texts.say('stayUntil', words.stage, words.from, format.dayTime(until));
        const left = scale.placeOf(from);
        const right = scale.placeOf(until ?? asOf);
        return (
          <Mark key={from} text={text} x={(left + right) / 2} y={top + barTop} onShow={onShow}>
            {(styles) => (
              <>
                <rect
                  className={`ring ${styles.ring}`}
                  x={left - 2}
                  y={barTop - 2}
                  width={Math.max(6, right - left + 4)}
                  height={barHeight + 4}
                />
                <rect
                  className={until === null ? styles.open : styles.bar}
                  x={left}
                  y={barTop}
                  width={Math.max(2, right - left)}
                  height={barHeight}
                />
              </>
            )}
          </Mark>
        );
      })}
    </g>
  );
}

interface MarkProps {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly onShow: Show;
  readonly children: (styles: ReturnType<typeof useStyles>) => React.ReactNode;
}

/** A mark that can be focused and says what it stands for. */
function Mark({ text, x, y, onShow, children }: MarkProps): React.ReactElement {
  const styles = useStyles();
  const show = (): void => onShow({ text, x, y });
  const hide = (): void => onShow(undefined);
  return (
    <g
      role="img"
      className={styles.mark}
      tabIndex={0}
      data-is-focusable="true"
      aria-label={text}
      onFocus={show}
      onBlur={hide}
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      {children(styles)}
    </g>
  );
}

interface ScoreLinesProps {
  readonly lines: readonly Scores[];
  readonly top: number;
  readonly scale: TimeScale;
  readonly onShow: Show;
}

function ScoreLines({ lines, top, scale, onShow }: ScoreLinesProps): React.ReactElement {
  const { format } = useHost();
  const scores = lines.flatMap(({ points }) => points.map(({ score }) => score));
  const [least, most] = [Math.min(0, ...scores), Math.max(1, ...scores)];
  const heightOf = (score: number): number => scoresHeight - ((score - least) / (most - least)) * scoresHeight;
  return (
    <g transform={`translate(0,${top})`}>
      <line className="grid" x1={0} x2={scale.width} y1={0.5} y2={0.5} />
      <line className="base" x1={0} x2={scale.width} y1={heightOf(0) + 0.5} y2={heightOf(0) + 0.5} />
      <text x={0} y={-4} aria-hidden="true">
        {format.number(most)}
      </text>
      {lines.map((line, n) => (
        <ScoreLine key={line.model} line={line} n={n} top={top} scale={scale} heightOf={heightOf} onShow={onShow} />
      ))}
    </g>
  );
}

interface ScoreLineProps extends Omit<ScoreLinesProps, 'lines'> {
  readonly line: Scores;
  readonly n: number;
  readonly heightOf: (score: number) => number;
}

function ScoreLine({ line: { model, points }, n, top, scale, heightOf, onShow }: ScoreLineProps): React.ReactElement {
  const { texts, format } = useHost();
  const styles = useStyles();
  const colour = dataColours(useTheme()).series[n];
  const name = useRecordName('scoringModel', model);
  const places = points.map(({ at, score }) => ({ x: scale.placeOf(at), y: heightOf(score) }));
  return (
    <>
      <path
        className={styles.line}
        d={stepPath(places, scale.width)}
        style={{ stroke: colour }}
        strokeDasharray={dashes[n]}
      />
      {points.map(({ at, score }, i) => {
        const { x = 0, y = 0 } = places[i] ?? {};
        const said = texts.say('scoreAt', format.number(score), format.dayTime(at));
        const text = name.state === 'named' ? `${name.name}: ${said}` : said;
        return (
          <Mark key={`${at} ${i}`} text={text} x={x} y={top + y} onShow={onShow}>
            {() => (
              <>
                <circle className={`ring ${styles.ring}`} cx={x} cy={y} r={6} />
                <circle className={styles.point} cx={x} cy={y} r={3} style={{ fill: colour }} />
              </>
            )}
          </Mark>
        );
      })}
    </>
  );
}

/** Which line is which model's. */
function Models({ lines }: { readonly lines: readonly Scores[] }): React.ReactElement {
  const styles = useStyles();
  const { series } = dataColours(useTheme());
  return (
    <div className={styles.legend}>
      {lines.map(({ model }, n) => (
        <span key={model} className={styles.model}>
          <svg width={24} height={8} aria-hidden="true">
            <path className={styles.line} d="M0 4H24" style={{ stroke: series[n] }} strokeDasharray={dashes[n]} />
          </svg>
          <RecordLink type="scoringModel" id={model} />
        </span>
      ))}
    </div>
  );
}
