import * as React from 'react';
import { Icon } from './icons';
import { pageSize, rangeText } from './listQuery';
import { go } from './navigation';
import type { ListPlace } from './place';

/** How many records there are, and the way to the pages before and after. */
export function Pager({ place, count }: { readonly place: ListPlace; readonly count: number }): React.ReactElement {
  const last = Math.max(1, Math.ceil(count / pageSize));
  return (
    <div className="pager">
      <span role="status">{rangeText(place.page, count)}</span>
      <button
        type="button"
        className="bar-button"
        aria-label="Page before"
        disabled={place.page <= 1}
        onClick={() => go({ ...place, page: place.page - 1 })}
      >
        <Icon name="ChevronLeft" />
      </button>
      <span>
        Page {place.page} of {last.toLocaleString('en-GB')}
      </span>
      <button
        type="button"
        className="bar-button"
        aria-label="Next page"
        disabled={place.page >= last}
        onClick={() => go({ ...place, page: place.page + 1 })}
      >
        <Icon name="ChevronRight" />
      </button>
    </div>
  );
}
