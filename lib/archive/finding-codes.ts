import { MANIFEST_CODES } from '@/lib/manifest/finding-codes';

/** Codes of the container: gzip and tar themselves. The archive is not read any further. */
const STRUCTURE_CODES = {
  'archive-empty': ['error', 'The file is empty.'],
  'archive-not-gzip': ['error', 'This is not a gzip file. Pack the module with tar -czf.'],
  'archive-too-large': ['error', 'The archive is larger than allowed.'],
  'archive-unpacked-too-large': ['error', 'The archive unpacks to more bytes than allowed.'],
  'archive-ratio': ['error', 'The archive unpacks to far more bytes than it has.'],
  'archive-too-many-entries': ['error', 'The archive has more entries than allowed.'],
  'archive-too-many-findings': ['error', 'There are more findings than are worth listing; reading stopped here.'],
  'archive-deadline': ['error', 'Reading the archive took too long.'],
  'scan-too-much': ['error', 'The archive holds more suspicious lines than can be judged.'],
  'gzip-header': ['error', 'The gzip header is not valid.'],
  'gzip-corrupt': ['error', 'The compressed data are damaged.'],
  'gzip-truncated': ['error', 'The compressed data end too early.'],
  'gzip-checksum': ['error', 'The gzip checksum or length does not match the data.'],
  'gzip-trailing-data': ['error', 'There are bytes after the end of the gzip data. Only one gzip member is allowed.'],
  'tar-checksum': ['error', 'A tar header is damaged, or this is not a tar archive.'],
  'tar-format': ['error', 'A tar header is of a format that is not ustar, v7, pax or GNU.'],
  'tar-field': ['error', 'A field of a tar header is not valid.'],
  'tar-padding': ['error', 'The space after a file is not filled with zeros.'],
  'tar-truncated': ['error', 'The tar archive ends in the middle of an entry.'],
  'tar-unterminated': ['error', 'The tar archive lacks its two closing blocks.'],
  'tar-after-end': ['error', 'There are data after the end of the tar archive.'],
  'pax-too-large': ['error', 'An extended header is larger than allowed.'],
  'pax-record': ['error', 'A record of an extended header is damaged.'],
  'pax-keyword': ['error', 'An extended header holds a keyword that changes how an archive is read.'],
  'pax-size': ['error', 'The size in an extended header differs from the one in the tar header.'],
  'pax-order': ['error', 'An extended header does not stand directly before the one entry that it describes.'],
  'pax-global': ['error', 'A global extended header may hold only a comment and stands first.'],
  'long-name': ['error', 'A GNU long name is not terminated, or is not valid.'],
  'header-name': [
    'error',
    'The short name in a tar header differs in kind from the long one: other programs would write elsewhere.',
  ],
} as const;

/** Codes of single entries: the archive is read on, so that an author sees all of them. */
const ENTRY_CODES = {
  'entry-link': [
    'error',
    'Symbolic and hard links are not allowed. A manifest can ask for links with the mode “link”.',
  ],
  'entry-device': ['error', 'Devices and FIFOs are not allowed.'],
  'entry-sparse': ['error', 'Sparse files are not allowed.'],
  'entry-type': ['error', 'Only regular files and directories are allowed.'],
  'entry-directory-size': ['error', 'A directory cannot have content.'],
  'mode-setid': ['error', 'Set-uid, set-gid and sticky bits are not allowed.'],
  'mode-type': ['error', 'The file mode contradicts the entry type.'],
  'path-empty': ['error', 'A path, or a part of it, is empty.'],
  'path-absolute': ['error', 'Absolute paths are not allowed.'],
  'path-parent': ['error', 'A path may not contain “..”.'],
  'path-backslash': ['error', 'A path may not contain a backslash.'],
  'path-colon': ['error', 'A path may not contain a colon: Windows reads it as a drive or a stream.'],
  'path-control': ['error', 'A path may not contain control characters.'],
  'path-encoding': ['error', 'A path is not valid UTF-8.'],
  'path-invisible': ['error', 'A path contains invisible or bidirectional characters.'],
  'path-unassigned': ['error', 'A path contains characters that Unicode has not assigned.'],
  'path-not-nfc': ['error', 'A path is not in Unicode form NFC.'],
  'path-too-long': ['error', 'A path is longer than allowed.'],
  'path-too-deep': ['error', 'A path has more levels than allowed.'],
  'path-dots-spaces': ['error', 'A part of a path is only dots and spaces, or ends in one.'],
  'path-reserved': ['error', 'A name is reserved on Windows.'],
  'path-git': ['error', 'A .git directory is not allowed.'],
  'path-duplicate': ['error', 'The same path stands twice in the archive.'],
  'path-collision': ['error', 'Two paths are equal on file systems that ignore case or Unicode form.'],
  'path-below-file': ['error', 'A path lies below another entry that is a file.'],
  'size-mismatch': ['error', 'The archive does not have the announced number of bytes.'],
  'sha256-mismatch': ['error', 'The archive does not have the announced sha256.'],
  'name-mismatch': ['error', 'The manifest names another module than the upload.'],
  'version-mismatch': ['error', 'The manifest names another version than the upload.'],
  'manifest-missing': ['error', 'There is no dotkit.json at the root of the archive.'],
  'manifest-second': ['error', 'There is more than one dotkit.json.'],
  'src-missing': ['error', 'A file that the manifest names is not in the archive.'],
  'readme-unreadable': ['error', 'The README or changelog is not a text file, or is larger than 256 KiB.'],
} as const;

/** Codes of what stands in the files. A warning is published as a label, and is an error above the kind's ceiling. */
const CONTENT_CODES = {
  secret: ['error', 'This looks like a secret. Remove it, and revoke it: whoever saw the archive has it.'],
  'remote-script': ['warning', 'A download is piped into an interpreter.'],
  'decoded-script': ['warning', 'Decoded data are piped into an interpreter.'],
  'reverse-shell': ['warning', 'A shell is connected to the network.'],
  sudo: ['warning', 'A command is run as root.'],
  'invisible-unicode': ['warning', 'Invisible or bidirectional characters: the text is not what it seems.'],
  'binary-text': ['warning', 'A text file holds NUL bytes and could not be searched.'],
  'config-command': ['warning', 'A setting runs a command.'],
  'shell-alias': [
    'error',
    'A Git alias runs a shell command (!) that the manifest does not declare in gitConfig.aliases.',
  ],
  'path-missing': ['warning', 'A path that the manifest names is not in the archive.'],
  'ceiling-executable': ['error', 'A module of this kind is data only: no executable bits.'],
  'ceiling-code': ['error', 'A module of this kind is data only: no code.'],
  'ceiling-hooks': ['error', 'A module of this kind may not run anything when it is installed.'],
  'ceiling-capabilities': ['error', 'A module of this kind may not ask for programs, network or root.'],
  'ceiling-dest': ['error', 'A module of this kind may not write where programs or start-up files lie.'],
} as const;

/** The one table of what the verifier can say: code → severity and sentence. */
export const FINDING_CODES = {
  ...STRUCTURE_CODES,
  ...ENTRY_CODES,
  ...CONTENT_CODES,
  ...MANIFEST_CODES,
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;

export type FindingCode = keyof typeof FINDING_CODES;
