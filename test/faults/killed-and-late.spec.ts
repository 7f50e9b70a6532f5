import { describeFaults } from './short-form.ts';

describeFaults('A server that dies, and lists that come late', [
  ['F01', 'killed under load twenty times, it loses nothing, doubles nothing and leaves nothing half done'],
  ['F02', 'the process that has the log open killed, every command has one end when it is sent again'],
  ['F03', 'killed at any place of a batch, its lists are what the log says'],
  ['F26', 'lists that are late say so, and nobody misses what they have just recorded'],
  ['F35', 'restarted under load, it fails nobody who asks again, and nobody has to say anew who they are'],
]);
