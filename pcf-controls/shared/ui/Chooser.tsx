import * as React from 'react';
import { Dropdown, type IDropdownOption } from '@fluentui/react';
import { createStyles, stillOverlay } from './createStyles';

export interface ChooserProps<Data> {
  readonly label: string;
  readonly options: readonly IDropdownOption<Data>[];
  readonly chosen: string;
  readonly onChoose: (key: string, data: Data | undefined) => void;
}

const useStyles = createStyles((theme) => ({
  chooser: { width: 232, maxWidth: '100%' },
  label: { color: theme.palette.neutralSecondary, paddingRight: 8 },
}));

/** One of several, under a name that stands in the field itself. */
export function Chooser<Data>({ label, options, chosen, onChoose }: ChooserProps<Data>): React.ReactElement {
  const styles = useStyles();
  return (
    <Dropdown
      className={styles.chooser}
      ariaLabel={label}
      dropdownWidth="auto"
      options={[...options]}
      selectedKey={chosen}
      calloutProps={{ styles: stillOverlay }}
      onRenderTitle={(shown) => (
        <>
          <span className={styles.label}>{label}</span>
          {shown?.[0]?.text}
        </>
      )}
      onChange={(_event, option?: IDropdownOption<Data>) => option && onChoose(String(option.key), option.data)}
    />
  );
}
