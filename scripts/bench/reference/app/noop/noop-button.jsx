'use client';

import { noop } from './actions';

export function NoopButton() {
  return (
    <button type="button" onClick={() => noop()}>
      nothing
    </button>
  );
}
