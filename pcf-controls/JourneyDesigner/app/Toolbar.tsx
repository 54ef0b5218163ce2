import * as React from 'react';
import { Icon, Link, useTheme } from '@fluentui/react';
import type { PipelineAnswer } from '@record-insights/domain';
import { behindText } from '../../shared/freshness';
import { runName } from '../../shared/runs';
import { dataColours } from '../../shared/theme';
import { Chooser } from '../../shared/ui/Chooser';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import { TwinSwitch, type Twin } from '../../shared/ui/TwinSwitch';
import { marks } from '../pipeline/marks';
import type { ViewControls } from '../pipeline/useView';
import { ZoomBar } from '../pipeline/ZoomBar';
import { useDesigner } from './designer';
import type { Pipeline } from './usePipeline';

export interface ToolbarProps extends Pick<Pipeline, 'answer' | 'iteration' | 'setIteration'> {
  /** Absent where nothing is drawn that can be sized. */
  readonly canvas: ViewControls | undefined;
  readonly twin: Twin;
  readonly onTwin: (twin: Twin) => void;
}

const useStyles = createStyles((theme) => ({
  bar: {
    ...text12,
    minHeight: 40,
    flex: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '4px 16px',
    color: theme.palette.neutralSecondary,
    background: theme.palette.white,
    borderBottom: `1px solid ${theme.palette.neutralLight}`,
  },
  named: { display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' },
  link: { ...text12, minHeight: 24, display: 'inline-flex', alignItems: 'center' },
  space: { flex: 1 },
  fresh: { color: theme.semanticColors.successIcon },
  note: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    padding: '4px 12px',
    borderRadius: 2,
    background: theme.semanticColors.warningBackground,
    selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  },
}));

/** What the marks mean, how fresh the numbers are, whose they are, and how they are shown. */
export function Toolbar({ answer, iteration, setIteration, canvas, twin, onTwin }: ToolbarProps): React.ReactElement {
  const { texts } = useDesigner();
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      {canvas &&
        marks.map(({ id, icon, name }) => (
          <span key={id} className={styles.named}>
            <Icon iconName={icon} />
            {texts.say(name)}
          </span>
        ))}
      {answer && answer.notOnPipeline.count > 0 && <Others answer={answer} />}
      <span className={styles.space} />
      {answer && <Freshness answer={answer} />}
      {answer && answer.iterations.length > 1 && (
        <Runs answer={answer} iteration={iteration} setIteration={setIteration} />
      )}
      {canvas && <ZoomBar {...canvas} />}
      <TwinSwitch chosen={twin} chartIcon="BranchMerge" onChoose={onTwin} />
    </div>
  );
}

function Freshness({ answer }: { readonly answer: PipelineAnswer }): React.ReactElement {
  const { texts, format } = useDesigner();
  const styles = useStyles();
  const ink = { color: dataColours(useTheme()).warningInk };
  const behind = behindText(answer.freshness, { texts, format });
  const { countedUntil } = answer.freshness;
  if (behind !== undefined)
    return (
      <span className={styles.note} style={ink}>
        <Icon iconName="Clock" />
        {behind}
      </span>
    );
  return (
    <span className={styles.named} title={texts.say('receivedBy', format.fullTime(countedUntil), format.place)}>
      <Icon iconName="CheckMark" className={styles.fresh} />
      {texts.say('receivedBy', format.time(countedUntil), format.place)}
    </span>
  );
}

/** Rows of tiles that the definition does not have: how many, and the way to them. */
function Others({ answer }: { readonly answer: PipelineAnswer }): React.ReactElement {
  const { texts, format, openRows } = useDesigner();
  const styles = useStyles();
  const { count } = answer.notOnPipeline;
  const title = texts.say('notOnPipeline_title');
  const about = { title, sentence: texts.say('notOnPipeline_about') };
  return (
    <Link
      underline
      className={styles.link}
      onClick={(event) =>
        openRows(
          {
            find: ({ notOnPipeline }) => ({
              title,
              number: format.number(notOnPipeline.count),
              about,
              lists: [{ title, rows: notOnPipeline.rows, total: notOnPipeline.count }],
            }),
          },
          event.currentTarget,
        )
      }
    >
      {texts.count('notOnPipeline', count, format.number(count))}
    </Link>
  );
}

const allRuns = '';

function Runs({
  answer,
  iteration = allRuns,
  setIteration,
}: Pick<Pipeline, 'iteration' | 'setIteration'> & { readonly answer: PipelineAnswer }): React.ReactElement {
  const { texts, format } = useDesigner();
  const runs = answer.iterations.map((one, n) => ({
    key: one.iteration,
    text: runName(one.startsAt, n, { texts, format }),
  }));
  return (
    <Chooser
      label={texts.say('run')}
      options={[{ key: allRuns, text: texts.say('allRuns') }, ...runs]}
      chosen={iteration}
      onChoose={(key) => setIteration(key === allRuns ? undefined : key)}
    />
  );
}
