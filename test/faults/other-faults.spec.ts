import { describeFaults } from './short-form.ts';

describeFaults('Minutebook keeps its word', [
  ['F04', 'lists that followed a history are the same as lists made from it'],
  ['F16', 'lists go on when their subscription breaks off'],
  ['F17', 'lists go on when nobody tells them of anything'],
  ['F19', 'an event that can’t be taken holds back its stream and no other, and is told'],
  ['F20', 'an event in a newer form is held back, and never misread'],
  ['F21', 'events in every form ever stored leave the state they always left'],
  ['F22', 'events that come twice or out of order leave the same lists'],
  ['F23', 'of a hundred people who change the same thing one wins, and all others are told'],
  ['F24', 'every command that is sent again has one effect and the same answer'],
  ['F25', 'what is recorded and never answered is recorded once, and not shown as a failure'],
  ['F28', 'a file whose end is torn off is never read as if it were whole'],
  ['F30', 'an old log under newer lists is refused with the reason'],
  ['F41', 'a backup made while people work holds all they were told of, and they go on with it elsewhere'],
  ['F42', 'when a sync fails the process stops and does not try again'],
]);
