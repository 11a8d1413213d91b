import type { Operation } from '../operation';
import { getOpenapi } from './about';
import * as collections from './collections';
import { redeemDevice, startDevice } from './device';
import * as modules from './modules';
import { getMe, getUser } from './people';
import * as uploads from './uploads';
import * as versions from './versions';

/** Every operation of the API, in the order of the reference; their examples, run in this order, succeed. */
export const OPERATIONS: readonly Operation[] = [
  modules.listModules,
  modules.suggest,
  modules.getModule,
  modules.updateModule,
  modules.starModule,
  modules.unstarModule,
  versions.listVersions,
  versions.getVersion,
  versions.downloadVersion,
  versions.yankVersion,
  versions.restoreVersion,
  uploads.startUpload,
  uploads.completeUpload,
  uploads.getUpload,
  collections.createCollection,
  collections.listCollections,
  collections.addToCollection,
  collections.getCollection,
  collections.getCollectionManifest,
  collections.updateCollection,
  collections.removeFromCollection,
  collections.deleteCollection,
  getMe,
  getUser,
  startDevice,
  redeemDevice,
  getOpenapi,
];
