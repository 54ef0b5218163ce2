import { ProblemError } from '../service';

/** The view that is read, or that was asked for, can no longer be told. */
export const viewExpired = (): ProblemError =>
  new ProblemError('viewExpired', 'The numbers of this view can no longer be read. Read them again.', 'view');
