import { describeFaults } from './short-form.ts';

describeFaults('A server that dies, and lists that come late', [
  ['F01', 'killed under load twenty times, it loses nothing, doubles nothing and leaves nothing half done'],
  ['F03', 'killed at any place of a batch, its lists are what the log says'],
  ['F26', 'lists that are late say so, and nobody misses what they have just recorded'],
]);
