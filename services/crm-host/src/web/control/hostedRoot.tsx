import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { ThemeProvider } from '@fluentui-platform/react';
import { Notice } from '../Notice';
import { themeOf } from '../theme';
import type { Control } from './contract';
import { contextOf, type HostRequests, type HostState } from './hostContext';
import { changedColumns } from './parameters';

/** One control in one place: constructed and initialised once, updated whenever its state differs, destroyed at the end. */
export class HostedRoot {
  private control: Control | undefined;
  private state: HostState | undefined;
  private tracking = false;
  private attempt = 0;

  constructor(
    private readonly place: HTMLDivElement,
    private readonly change: (column: string, value: string) => void,
  ) {}

  /** Shows the state; does nothing when it is the one shown. */
  show(state: HostState): void {
    const updated = this.state ? differences(this.state, state) : [];
    if (this.state && updated.length === 0) return;
    this.state = state;
    try {
      this.control ??= this.start(state);
      this.update(updated);
    } catch {
      this.showFailure();
    }
  }

  destroy(): void {
    this.control?.destroy();
    this.control = undefined;
    ReactDOM.unmountComponentAtNode(this.place);
  }

  private start(state: HostState): Control {
    const control = new state.control.make();
    control.init(contextOf(state, this.requests, this.tracking, []), () => this.takeOutputs(), {}, this.place);
    return control;
  }

  private readonly requests: HostRequests = {
    trackContainerResize: (track) => {
      this.tracking = track;
    },
    requestRender: () => this.update(['parameters']),
  };

  /** Standard controls draw into their place themselves and give no element. */
  private update(updated: readonly string[]): void {
    if (!this.state || !this.control) return;
    const element = this.control.updateView(contextOf(this.state, this.requests, this.tracking, updated));
    if (element)
      this.render(
        <Guard key={this.attempt} retry={() => this.restart()}>
          {element}
        </Guard>,
      );
  }

  private render(content: React.ReactElement): void {
    const theme = themeOf(this.state?.theme ?? 'light');
    ReactDOM.render(
      <ThemeProvider theme={theme} applyTo="none" className="hosted-root">
        {content}
      </ThemeProvider>,
      this.place,
    );
  }

  private showFailure(): void {
    this.render(<BrokenPart retry={() => this.restart()} />);
  }

  private restart(): void {
    const { state } = this;
    this.attempt += 1;
    this.destroy();
    this.state = undefined;
    if (state) this.show(state);
  }

  private takeOutputs(): void {
    if (!this.state || !this.control?.getOutputs) return;
    const changed = changedColumns(this.state.placed, this.control.getOutputs());
    changed.forEach(([column, value]) => this.change(column, value));
  }
}

/** What differs, in the words of `context.updatedProperties`. */
function differences(old: HostState, now: HostState): readonly string[] {
  const layout = old.width !== now.width || old.height !== now.height;
  const rest = old.visible !== now.visible || old.theme !== now.theme || old.disabled !== now.disabled;
  return [
    ...(layout ? ['layout'] : []),
    ...(old.row !== now.row ? ['parameters'] : []),
    ...(rest ? ['mode'] : []),
    ...(old.control !== now.control || old.record.id !== now.record.id ? ['entityId'] : []),
  ];
}

/** Keeps a control that breaks while drawing from taking the form with it. */
class Guard extends React.Component<{ readonly retry: () => void }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): React.ReactNode {
    return this.state.broken ? <BrokenPart retry={this.props.retry} /> : this.props.children;
  }
}

function BrokenPart({ retry }: { readonly retry: () => void }): React.ReactElement {
  return (
    <Notice icon="ErrorBadge" title="This part has stopped" action={{ text: 'Retry', run: retry }}>
      The rest of the form goes on working.
    </Notice>
  );
}
