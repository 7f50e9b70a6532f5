import { describeFaults } from './short-form.ts';

describeFaults(
  'On an event store server Minutebook keeps its word',
  [
    ['F01', 'killed under load, it loses nothing, doubles nothing and leaves nothing half done'],
    ['F02', 'its node killed under load twenty times, nothing is lost or doubled, and the lists catch up'],
    ['F16', 'lists go on when their subscription breaks off'],
    ['F17', 'lists go on when their subscription falls silent'],
    ['F21', 'events in every form ever stored leave the state they always left'],
    ['F23', 'of a hundred people who change the same thing one wins, and all others are told'],
    ['F24', 'every command that is sent again has one effect and the same answer'],
    ['F25', 'what is recorded and never answered is recorded once, and not shown as a failure'],
    ['F30', 'an old log under newer lists is refused with the reason'],
  ],
  'server',
);
