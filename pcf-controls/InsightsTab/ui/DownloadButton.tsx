import * as React from 'react';
import { IconButton } from '@fluentui/react';
import { useHost } from '../app/host';

export interface DownloadButtonProps {
  /** Of what is downloaded. */
  readonly title: string;
  readonly isUnderWay?: boolean;
  readonly onClick: () => void;
}

/** Asks for what a panel shows as a CSV file. */
export function DownloadButton({ title, isUnderWay = false, onClick }: DownloadButtonProps): React.ReactElement {
  const { texts } = useHost();
  const label = texts.say('downloadCsvOf', title);
  return (
    <IconButton
      iconProps={{ iconName: 'Download' }}
      ariaLabel={label}
      title={label}
      disabled={isUnderWay}
      onClick={onClick}
    />
  );
}
