import { CliError, EXIT } from '../errors';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address means this very machine, to which nobody listens on the way. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** Whether what goes there can be read by nobody else. */
export const isPrivate = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

/**
 * The registry's address, if it may be used: https, or http on this machine. With `force` plain http is used elsewhere too, but a
 * token never travels over it. @throws CliError insecure_registry, registry_invalid (64)
 */
export function registryAddress(text: string, force: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new CliError('registry_invalid', EXIT.usage, `“${text}” is not the address of a registry.`);
  if (isPrivate(url) || force) return url;
  throw new CliError(
    'insecure_registry',
    EXIT.usage,
    `${url.origin} is not https: others could read and change what it sends.`,
    ['Use its https address. With --force it is used all the same, without your token.'],
  );
}

/**
 * Where the registry says that an archive lies. A registry elsewhere must not send us to this machine's own services, nor to
 * where others read along. @throws CliError bad_download_address (4)
 */
export function storageAddress(text: string, registry: URL): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  const isNear = isWeb && isLoopback(url);
  const isSafe = isWeb && (isNear ? isLoopback(registry) : url.protocol === 'https:' || !isPrivate(registry));
  if (isSafe) return url;
  throw new CliError(
    'bad_download_address',
    EXIT.integrity,
    'The registry names a place for the archive that is not asked.',
    [
      `It says: ${text.slice(0, 200)}`,
      'Archives come from https addresses, or from this machine when the registry is on it.',
    ],
  );
}
