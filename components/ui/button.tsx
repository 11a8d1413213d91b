import type { ComponentProps } from 'react';
import { Link } from './link';

type Look = { look?: 'solid' | 'outline' | 'quiet' | 'danger'; size?: 'sm' | 'md' };

const classes = (more: string | undefined) => (more ? `btn ${more}` : 'btn');

export function Button({ look, size, className, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return <button {...rest} type={type} className={classes(className)} data-look={look} data-size={size} />;
}

export function LinkButton({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classes(className)} data-look={look} data-size={size} />;
}
