'use client';

import { useFormContext } from 'react-hook-form';
import { Notice } from '@/components/ui/notice';
import { problemsOf } from './problems';

const SHOWN = 12;

/** Everything that is wrong with the manifest, in its own words: the fields below show the same one by one. */
export function ProblemSummary() {
  const { errors, submitCount } = useFormContext().formState;
  const problems = problemsOf(errors);
  if (problems.length === 0) return null;
  const count = problems.length === 1 ? 'One thing needs' : `${problems.length} things need`;
  return (
    <Notice key={submitCount} tone="bad" live title={`${count} your attention before this can be published`}>
      <ul>
        {problems.slice(0, SHOWN).map(({ path, message }) => (
          <li key={path}>
            <code>{path.replace(/\.root$/, '')}</code> {message}
          </li>
        ))}
        {problems.length > SHOWN && <li>and {problems.length - SHOWN} more</li>}
      </ul>
    </Notice>
  );
}
