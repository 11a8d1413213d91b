'use client';

import dynamic from 'next/dynamic';

/** The hosted provider's components, in chunks of their own: a copy that runs on its own never loads a byte of them. */
const load = () => import('./hosted-identity');
export const HostedIdentity = dynamic(() => load().then((loaded) => loaded.HostedIdentity));
export const HostedSignIn = dynamic(() => load().then((loaded) => loaded.HostedSignIn));
export const HostedSignOut = dynamic(() => load().then((loaded) => loaded.HostedSignOut));
