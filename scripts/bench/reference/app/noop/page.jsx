import { NoopButton } from './noop-button';

export default function NoopPage() {
  return <NoopButton />;
}
